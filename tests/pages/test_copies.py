"""Copies on the pages: one unit that every number obeys, and who took what and changed what."""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from clippings.archive import Archive, open_archive
from clippings.archive.selection import Selection
from clippings.derive_copies import decide_pair, derive_copies
from clippings.pages import comparing
from tests.conftest import article, fill
from tests.copies.conftest import made_text
from tests.pages.conftest import HOSTILE, Open, labels, said

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
    app = open_dashboard(copied.path, unit="texts")
    assert next(m.value for m in app.metric if m.label == "Texts") == "3"
    table = open_dashboard(copied.path, "articles", unit="texts").dataframe[0].value
    assert len(table) == 3
    assert table.set_index("headline")["copies"].to_dict()["Ferry waits"] == 3
    # After it stands the table of outlets, which counts nothing.
    carried = open_dashboard(copied.path, "outlets", unit="texts").dataframe[-2].value
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


def first_of(archive: Archive) -> str:
    return str(archive.rows(Selection(query='"Ferry waits"'), ("id",))["id"].iloc[0])


def test_groups_are_ranked_and_a_row_opens_one(copied: Archive, open_dashboard: Open) -> None:
    app = open_dashboard(copied.path, "copies")
    row = app.dataframe[0].value.iloc[0].to_dict()
    assert (row["headline"], row["outlets"], row["articles"], row["days"], row["changed"]) == (
        "Ferry waits", 3, 3, 8, 2,
    )  # fmt: skip
    assert 0.9 < row["median"] <= 1


def test_a_group_says_who_came_when_and_changed_what(copied: Archive, open_dashboard: Open) -> None:
    app = open_dashboard(copied.path, "copies", group=first_of(copied))
    carriers = app.dataframe[0].value
    assert list(carriers["outlet"]) == ["The Wire", "The Tide", HOSTILE]
    assert list(carriers["after"]) == [0, 2, 8]
    assert "headline changed in 2" in said(app)
    left, right = (box for box in app.selectbox if box.label in ("Left", "Right"))
    assert re.sub("[\u2068\u2069]", "", left.options[0]) == "The Wire, 1 Feb 2023: Ferry waits"
    right.select_index(1).run()
    html = " ".join(block.value for block in app.html)
    assert 'class="rewritten"' in html or "<ins" in html
    assert "night" in html.partition('class="beside')[2]
    app.button(key="open group").click().run()
    assert app.title[0].value == "Articles"
    assert "3 articles" in said(app)
    assert any("copies of" in label and "Ferry waits" in label for label in labels(app))


def test_each_new_headline_stands_once_with_whose_it_is() -> None:
    members = pd.DataFrame(
        {
            "id": ["a", "b", "c", "d"],
            "day": ["2023-02-01", "2023-02-02", None, "2023-02-03"],
            "outlet": ["The Wire", "The Tide", "The Mirror", None],
            "headline": ["Ferry waits", "No ferry", "No ferry", HOSTILE],
        }
    )
    html = comparing.headlines_html(comparing.headline_changes(members), "en")
    assert html.count("<li>") == 2
    assert "The Tide" in html.split("</li>")[0]
    assert "The Mirror" in html.split("</li>")[0]
    assert "undated" in html.split("</li>")[0]
    assert "<script" not in html


def test_hostile_copies_are_letters(copied: Archive, open_dashboard: Open) -> None:
    app = open_dashboard(copied.path, "copies", group=first_of(copied))
    next(box for box in app.selectbox if box.label == "Right").select_index(2).run()
    html = " ".join(block.value for block in app.html)
    assert "&lt;script&gt;" in html
    assert "<script" not in html
    assert "<img" not in html
    assert 'dir="rtl" lang="fa"' in html


def test_all_copies_leads_back(copied: Archive, open_dashboard: Open) -> None:
    app = open_dashboard(copied.path, "copies", group=first_of(copied))
    app.button(key="all copies").click().run()
    assert app.title[0].value == "Copies"
    assert "5 articles, all there are" in said(app)


def test_without_copies_it_says_what_they_are(archive: Archive, open_dashboard: Open) -> None:
    app = open_dashboard(archive.path, "copies")
    assert app.header[0].value == "No copies among these articles"
    assert app.code[0].value == f"bin/clippings rebuild --archive {archive.path}"
    assert "otherwise differ" in " ".join(
        m.value for m in open_dashboard(archive.path, "copies", show="passages").markdown
    )


def test_a_word_of_the_analyst_takes_one_out(copied: Archive, open_dashboard: Open) -> None:
    first = first_of(copied)
    app = open_dashboard(copied.path, "copies", group=first)
    app.selectbox(key=f"apart {first}").select_index(1)
    next(b for b in app.button if b.label == "Decide").click().run()
    assert "Say why" in app.warning[0].value
    app.text_input(key=f"because {first}").set_value("Another story")
    next(b for b in app.button if b.label == "Decide").click().run()
    assert not app.exception
    assert list(app.dataframe[0].value["outlet"]) == ["The Wire", "The Tide"]
    assert copied.decisions()["because"].tolist() == ["Another story"]


def test_a_word_of_the_analyst_is_taken_back(copied: Archive, open_dashboard: Open) -> None:
    first = first_of(copied)
    ids = list(copied.rows(Selection(group=first), ("id",), descending=False)["id"])
    for id in ids[1:]:
        decide_pair(copied, "apart", (first, id), because="<img src=x> no", who="Someone")
    app = open_dashboard(copied.path, "copies", group=first)
    html = " ".join(block.value for block in app.html)
    assert "are no copies" in html
    assert "&lt;img src=x&gt; no" in html
    assert list(app.dataframe[0].value["outlet"]) == ["The Wire"]
    app.button(key="take back 2").click().run()
    app.button(key="take back 1").click().run()
    assert not app.exception
    assert list(app.dataframe[0].value["outlet"]) == ["The Wire", "The Tide", HOSTILE]
    assert not [button for button in app.button if button.label == "Take back"]
    assert "took back number 1" in " ".join(block.value for block in app.html)


def test_versions_stand_side_by_side(tmp_path: Path, open_dashboard: Open) -> None:
    with open_archive(tmp_path / "versions.db", write=True) as opened:
        for day, headline, text in (
            ("2023-02-02", "Ferry waits", TEXT),
            ("2023-02-03", "Ferry waits <b>on</b>", CHANGED),
            ("2023-02-04", "Ferry sails", f"{CHANGED}\n\nIt sailed."),
        ):
            url = "https://tide.example/ferry"
            fill(opened, [article(headline, text, url=url, captured=day, published="2023-02-01")])
        (id,) = opened.rows(Selection(), ("id",))["id"]
        app = open_dashboard(opened.path, "articles", article=id)
        assert not app.toggle(key="changes").value
        app = open_dashboard(opened.path, "articles", article=id, changes="true")
    html = " ".join(block.value for block in app.html)
    assert "version 2, captured 3 Feb 2023" in html
    assert "version 3, current, captured 4 Feb 2023" in html
    assert ">It sailed.</ins>" in html
    assert "&lt;b&gt;on&lt;/b&gt;" in html
    app.selectbox(key=f"left {id}").select_index(0).run()
    html = " ".join(block.value for block in app.html)
    assert "version 1, captured 2 Feb 2023" in html
    assert "night" in html
    app.toggle(key="changes").set_value(False).run()
    assert "version 2" not in " ".join(block.value for block in app.html)


def test_groups_can_be_narrowed(copied: Archive, open_dashboard: Open) -> None:
    for address, groups in (
        ({"least": "3"}, 1), ({"least": "4"}, 0), ({"days": "8"}, 1), ({"days": "7"}, 0),
        ({"kept": "20"}, 0),
    ):  # fmt: skip
        app = open_dashboard(copied.path, "copies", **address)
        assert len(app.dataframe[0].value) == groups, address


@pytest.fixture
def sharing(tmp_path: Path) -> Iterator[Archive]:
    """Two articles of different news that share a hostile paragraph; of one only the year is known."""
    shared = f"{WORDS[2]} {HOSTILE}"
    with open_archive(tmp_path / "sharing.db", write=True) as opened:
        fill(
            opened,
            [
                article("North", f"{made_text(1)}\n\n{shared}", published="2023",
                        published_precision="year"),
                article("South", f"{made_text(2)}\n\n{shared}", published="2023-04-01"),
            ],
        )  # fmt: skip
        derive_copies(opened)
        yield opened


def test_a_passage_opens_where_it_stands(sharing: Archive, open_dashboard: Open) -> None:
    app = open_dashboard(sharing.path, "copies", show="passages")
    listed = app.dataframe[0].value
    assert list(listed["articles"]) == [2]
    mark = hashlib.sha256(listed["text"].iloc[0].encode()).hexdigest()[:12]
    app = open_dashboard(sharing.path, "copies", show="passages", passage=mark)
    assert set(app.dataframe[0].value["headline"]) == {"North", "South"}
    html = " ".join(block.value for block in app.html)
    # Two different articles: what they share is marked, not all the rest.
    assert html.count('<mark class="shared">') >= 2
    assert "<del" not in html
    assert "<ins" not in html
    html = " ".join(block.value for block in app.html)
    assert "&lt;script&gt;" in html
    assert "<script" not in html
    assert "<img" not in html
    app.button(key="all passages").click().run()
    assert "text" in app.dataframe[0].value


def test_an_article_leads_to_its_copies(copied: Archive, open_dashboard: Open) -> None:
    app = open_dashboard(copied.path, "articles", article=first_of(copied), unit="texts")
    button = app.button(key="open copies")
    assert button.label == "Carried by 3"
    button.click().run()
    assert app.title[0].value == "Copies"
    assert "1 text (3 articles)" in said(app)
    app.button(key="open group").click().run()
    assert len(app.dataframe[0].value) == 3


def test_what_else_is_chosen_hides_no_carrier(copied: Archive, open_dashboard: Open) -> None:
    app = open_dashboard(copied.path, "copies", group=first_of(copied), outlet="The Tide")
    assert len(app.dataframe[0].value) == 3
    assert "All of them stand here; within what else is chosen: 1." in [
        c.value for c in app.caption
    ]


def test_copies_without_a_day_are_shown(tmp_path: Path, open_dashboard: Open) -> None:
    with open_archive(tmp_path / "undated.db", write=True) as opened:
        fill(opened, [article("One", TEXT), article("Two", TEXT, outlet="The Tide")])
        derive_copies(opened)
        app = open_dashboard(opened.path, "copies")
        group = opened.rows(Selection(), ("copy_group",))["copy_group"].iloc[0]
    assert len(app.dataframe[0].value) == 1
    app = open_dashboard(tmp_path / "undated.db", "copies", group=group)
    assert "undated" in said(app)
    assert len(app.dataframe[0].value) == 2


def test_what_a_mark_of_texts_counts_is_what_opens(copied: Archive, open_dashboard: Open) -> None:
    """The Tide carried one text, and not first: no mark of texts stands for it."""
    carried = open_dashboard(copied.path, "outlets", unit="texts").dataframe[-2].value
    assert carried.set_index("outlet")["texts"].to_dict() == {"The Wire": 1, "The Mirror": 2}
    app = open_dashboard(copied.path, "overview", unit="texts")
    app.button(key="open Writer unknown").click().run()
    assert app.title[0].value == "Articles"
    assert "3 texts (5 articles)" in said(app)
    assert any("texts first written by unknown" in label for label in labels(app))
    app = open_dashboard(copied.path, "articles", unit="texts", first="outlet=The Wire")
    assert "1 text (3 articles)" in said(app)
    assert len(app.dataframe[0].value) == 1
    next(b for b in app.button if "texts first" in b.label).click().run()
    assert "3 texts (5 articles)" in said(app)
    app = open_dashboard(copied.path, "outlets", unit="texts", first="outlet=The Wire")
    assert app.header[0].value == "The Wire"
    app.button(key="leave profile").click().run()
    assert "3 texts (5 articles)" in said(app)


def test_a_first_that_nobody_understands_is_said(copied: Archive, open_dashboard: Open) -> None:
    app = open_dashboard(copied.path, "articles", first="colour=red")
    assert "This cannot be asked of the first article" in app.error[0].value
