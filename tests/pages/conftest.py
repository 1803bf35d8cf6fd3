"""The dashboard run without a browser, on an archive of its own."""

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from clippings.archive import Archive, Derived, open_archive
from clippings.article import Credit, Person, Removed
from clippings.provenance import origin
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


def said(app: AppTest) -> str:
    """All that stands in HTML on the page, tags taken away."""
    return re.sub(
        r"<style>.*?</style>|<[^>]+>", "", " ".join(h.value for h in app.html), flags=re.S
    )


def labels(app: AppTest) -> list[str]:
    return [button.label for button in app.button]


@pytest.fixture
def republished(tmp_path: Path) -> Iterator[Archive]:
    """An archive in which some say whom they have an article from."""
    said = [
        Derived("The Wire", 0.95, "stated", "(The Wire) (last paragraph)"),
        Derived("The Tide", 0.6, "inferred", "told the Tide (text)"),
        Derived(None, None, "unknown"),
        Derived("The Mirror", 0.95, "stated", "Mirror staff (byline)"),
    ]
    with open_archive(tmp_path / "republished.db", write=True) as opened:
        load = opened.start_load("test", "page.txt")
        articles = [
            article(f"Number {n}", f"Text {n}.", published=f"2023-03-0{n + 1}", language="en",
                    outlet="The Mirror", byline=(Person("Ada Holm"),))
            for n in range(4)
        ]  # fmt: skip
        opened.save(load, articles, None, {origin.NAME: said})
        opened.finish_load(load, {})
        yield opened
