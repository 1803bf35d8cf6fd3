"""What was decided of an article stays with it: loaded again, changed, read anew, gone and come again."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from clippings.archive import ASIDE, Archive, Capture, open_archive
from clippings.archive.copies import APART, TOGETHER
from clippings.archive.selection import Selection
from clippings.article import Article
from clippings.derive_copies import decide_pair, derive_copies
from clippings.taking_back import take_back
from tests.conftest import article

LEVY = article("Levy rises", "The harbour levy rises in spring, said the port of Sulvek on Monday.",
    url="http://mirror.example/levy", published="2023-02-01", section="Harbour")  # fmt: skip
LATER = replace(LEVY, text=LEVY.text.replace("Monday", "Tuesday"))
TEASER = replace(LEVY, url=None, text="", stub=True)
DIARY, NOTES = (
    article("Diary", text, published="2023-03-01", section="Letters")
    for text in ("Rain fell on the quay all day.", "The baker has a new oven, they say.")
)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path / "articles.db", write=True) as opened:
        yield opened


def load(archive: Archive, *articles: Article, page: bytes = b"page") -> tuple[int, list[int]]:
    """A finished load of these: its number, and the decisions that waited and hold now."""
    number = archive.start_load("test", "page.txt")
    archive.save(number, articles, Capture("page.txt", page, "captures", {}))
    held = archive.finish_load(number, {})
    derive_copies(archive)
    return number, held


def one(archive: Archive, text: str, *, aside: bool = False) -> dict[str, Any]:
    (found,) = [r for r in archive.records(Selection(stubs=True, aside=aside)) if r["text"] == text]
    return found


def correct(archive: Archive, of: Article, section: str = "Port") -> int:
    meant = [one(archive, of.text)["id"]]
    return archive.decide(meant, "section", section, because="seen", who="ana")


@pytest.mark.parametrize(
    "again",
    [
        pytest.param([LEVY], id="the same"),
        pytest.param([LATER], id="changed"),
        pytest.param([TEASER, LATER], id="a teaser, and changed"),
        pytest.param([replace(LATER, url="http://mirror.example/2023/levy")], id="another address"),
    ],
)
def test_a_correction_outlives_loading_the_article_again(
    archive: Archive, again: Sequence[Article]
) -> None:
    load(archive, LEVY)
    correct(archive, LEVY)
    for number, item in enumerate(again):
        load(archive, item, page=str(number).encode())
    (record,) = archive.records(Selection(stubs=True))
    assert (record["section"], record["text"]) == ("Port", again[-1].text)
    for capture, _ in archive.captures():
        archive.resave(capture, [LATER])
    assert one(archive, LATER.text)["section"] == "Port"


def test_a_correction_of_a_taken_back_article_waits_and_holds_for_it_alone(
    archive: Archive,
) -> None:
    number, _ = load(archive, DIARY, NOTES)
    before = one(archive, DIARY.text)["id"]
    decision = correct(archive, DIARY, "Weather")
    archive.undo_load(number)
    assert archive.decisions()["waiting"].tolist() == [1]
    assert load(archive, LEVY, page=b"other")[1] == []
    assert load(archive, NOTES, DIARY)[1] == [decision]
    assert one(archive, NOTES.text)["id"] == before, "the other article got its id"
    assert one(archive, DIARY.text)["section"] == "Weather"
    assert one(archive, NOTES.text)["section"] == "Letters"
    assert archive.decisions()["waiting"].tolist() == [0]
    take_back(archive, decision, who="ana")
    assert one(archive, DIARY.text)["section"] == "Letters"


def test_an_article_that_comes_again_under_another_id_is_as_it_was_decided(
    archive: Archive,
) -> None:
    loads = [load(archive, TEASER), load(archive, LEVY, page=b"other")]
    before = one(archive, LEVY.text)["id"]
    decision = correct(archive, LEVY)
    aside = archive.decide([before], ASIDE, "yes", because="advert", who="ana")
    for number, _ in loads:
        archive.undo_load(number)
    _, held = load(archive, LEVY)
    record = one(archive, LEVY.text, aside=True)
    assert record["id"] != before
    assert record["section"] == "Port"
    assert held == [decision, aside]


def test_what_was_taken_back_meanwhile_does_not_hold_again(archive: Archive) -> None:
    number, _ = load(archive, LEVY)
    decision = correct(archive, LEVY)
    archive.undo_load(number)
    take_back(archive, decision, who="ana")
    assert load(archive, LEVY)[1] == []
    assert one(archive, LEVY.text)["section"] == "Harbour"


def test_an_article_not_read_anew_keeps_what_was_decided_for_when_it_is(archive: Archive) -> None:
    load(archive, LEVY, DIARY)
    decision = correct(archive, LEVY)
    ((capture, _),) = archive.captures()
    archive.resave(capture, [DIARY])
    assert archive.decisions()["waiting"].tolist() == [1]
    assert archive.exchange.look_again() == []
    archive.resave(capture, [DIARY, LEVY])
    assert archive.exchange.look_again() == [decision]
    assert one(archive, LEVY.text)["section"] == "Port"


@pytest.mark.parametrize("said", [TOGETHER, APART])
def test_what_was_said_of_two_articles_outlives_all_of_it(archive: Archive, said: str) -> None:
    copy = replace(LEVY, url=None, site="tide.example", outlet="The Tide")
    other = copy if said == APART else NOTES
    number, _ = load(archive, LEVY)
    load(archive, other, page=b"other")

    def grouped() -> bool:
        groups = [record["copy_group"] for record in archive.records(Selection())]
        return groups[0] is not None and groups[0] == groups[1]

    pair = [record["id"] for record in archive.records(Selection())]
    assert grouped() == (said == APART)
    decision = decide_pair(archive, said, pair, because="seen", who="ana")
    assert grouped() == (said == TOGETHER)
    load(archive, other, page=b"other")
    load(archive, replace(other, text=other.text + " It is so."), page=b"third")
    assert grouped() == (said == TOGETHER)
    archive.undo_load(number)
    derive_copies(archive)
    assert len(list(archive.records(Selection()))) == 1
    load(archive, LEVY)
    assert grouped() == (said == TOGETHER)
    take_back(archive, decision, who="ana")
    assert grouped() == (said == APART)
