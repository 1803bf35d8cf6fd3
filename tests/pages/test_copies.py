"""Copies on the pages: one unit that every number obeys, and who took what and changed what."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from clippings.archive import Archive, open_archive
from clippings.derive_copies import derive_copies
from tests.conftest import article, fill
from tests.pages.conftest import HOSTILE, Open
from tests.pages.test_pages import said

WORDS = (
    "The ferry between Sulvek and the northern quay will not sail before the ice has left the sound, "
    "the harbour master said on Monday, after the crew had refused to leave for the third time.",
    "Skippers who wait with their nets on the pier want the council to pay for every day that is lost, "
    "and they brought a list of forty boats to the town hall, signed by all who own a share in one.",
    "Old charts show that a channel was once kept open with saws and horses until the middle of March, "
    "a custom that ended when the cannery was sold and its stables were turned into a school.",
)
TEXT = "\n\n".join(WORDS)
CHANGED = "\n\n".join((WORDS[0].replace("on Monday", "on Sunday night"), WORDS[1], WORDS[2]))


@pytest.fixture
def copied(tmp_path: Path) -> Iterator[Archive]:
    """Five articles that are three texts; the headline of one copy, its words and all are hostile."""
    with open_archive(tmp_path / "copied.db", write=True) as opened:
        fill(
            opened,
            [
                article("Ferry waits", TEXT, published="2023-02-01", outlet="The Wire"),
                article("No ferry", CHANGED, published="2023-02-03", outlet="The Tide"),
                article(
                    HOSTILE, f"{TEXT}\n\n{HOSTILE}", published="2023-02-09", outlet=HOSTILE,
                    section=HOSTILE, language="fa",
                ),
                article("Dam shut", "The dam was shut at noon.", published="2023-02-02"),
                article("Undated", "A note on the old dam and its keeper."),
            ],
        )  # fmt: skip
        derive_copies(opened)
        yield opened


def test_texts_are_counted_alike_on_every_page(copied: Archive, open_dashboard: Open) -> None:
    app = open_dashboard(copied.path, "volume", unit="texts")
    assert "3 texts (5 articles)" in said(app)
    app.toggle(key="volume table").set_value(True).run()
    assert app.dataframe[0].value["count"].sum() == 3
    assert next(m.value for m in app.metric if m.label == "Texts") == "3"
    table = open_dashboard(copied.path, "articles", unit="texts").dataframe[0].value
    assert len(table) == 3
    assert table.set_index("headline")["copies"].to_dict()["Ferry waits"] == 3
    carried = open_dashboard(copied.path, "outlets", unit="texts").dataframe[-1].value
    assert carried["texts"].sum() == 3
    app = open_dashboard(copied.path, "overview", unit="texts")
    assert next(m.value for m in app.metric if m.label == "Texts") == "3"
    assert next(m.value for m in app.metric if m.label == "Outlets carrying") == "4"


def test_the_unit_is_switched_and_taken_back(copied: Archive, open_dashboard: Open) -> None:
    app = open_dashboard(copied.path, "volume")
    assert "5 articles, all there are" in said(app)
    app.radio(key="unit").set_value("texts").run()
    assert "3 texts (5 articles)" in said(app)
    app.button(key="reset").click().run()
    assert "5 articles, all there are" in said(app)
