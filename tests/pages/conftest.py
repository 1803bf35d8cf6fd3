"""The dashboard run without a browser, on an archive of its own."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from clippings.archive import Archive, open_archive
from tests.conftest import article, fill

DASHBOARD = Path(__file__).parents[2] / "dashboard.py"

Open = Callable[..., AppTest]

HOSTILE = '![x](http://evil.example/a.png) <img src="http://evil.example/b.png"> <script>1</script>'
"""A name that calls out wherever it is taken for Markdown or HTML."""


@pytest.fixture(autouse=True)
def _nothing_cached(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(sys, "argv", ["dashboard.py"])
    monkeypatch.setenv("STREAMLIT_CLIENT_SHOW_ERROR_DETAILS", "full")
    st.cache_data.clear()
    yield
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.fixture
def open_dashboard(monkeypatch: pytest.MonkeyPatch) -> Open:
    """Opens the dashboard on an archive file, at an address."""

    def open_at(path: Path, page: str | None = None, **address: str | list[str]) -> AppTest:
        monkeypatch.setenv("CLIPPINGS_ARCHIVE", str(path))
        app = AppTest.from_file(str(DASHBOARD), default_timeout=60)
        for name, value in address.items():
            app.query_params[name.rstrip("_")] = value
        if page is not None:
            app.switch_page(f"clippings/pages/{page}.py")
        app.run()
        assert not app.exception
        return app

    return open_at


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[Archive]:
    """An archive in which everything that can carry a text carries an attack."""
    from clippings.article import Credit, Person, Removed

    with open_archive(tmp_path / "hostile.db", write=True) as opened:
        attack = article(
            HOSTILE,
            f"{HOSTILE}\n\nA levy. {HOSTILE}",
            outlet=HOSTILE,
            section=HOSTILE,
            source=HOSTILE,
            url="javascript:alert(1)",
            published="2023-02-01",
            language="fa",
            byline=(Person(HOSTILE, HOSTILE, HOSTILE),),
            credits=(Credit(HOSTILE, "roles"),),
            removed=(Removed(HOSTILE, "caption", HOSTILE),),
        )
        fill(opened, [attack, article("Harmless", "A levy.", published="2023-03-01")])
        yield opened
