"""Which items are one article, which version is current, and how each item is counted."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from clippings.archive import Archive, Capture, Saved, open_archive
from clippings.archive.selection import Selection
from clippings.archive.sqlite.identity import overlap
from clippings.article import Article

WHOLE = Article(
    headline="Harbour levy rises",
    text="The harbour levy rises in spring, said the port of Sulvek on Monday morning.\n\n"
    "Skippers are angry, and their union wants a meeting before the new season begins.",
    source="page.txt",
    site="mirror.example",
    outlet="The Mirror",
    section="Harbour",
    published="2023-02-01",
    published_precision="day",
    comments=3,
)
STUB = replace(WHOLE, text="", stub=True, comments=None, section=None)
CUT = replace(
    WHOLE, text=WHOLE.text[:110], cut=True, published=None, published_precision=None, comments=None
)
CHANGED = replace(WHOLE, text=WHOLE.text.replace("Monday", "Tuesday"))
OTHER_TEXT = "Nothing of this was ever said about boats; it is the dam that everybody speaks of."


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path / "articles.db", write=True) as opened:
        yield opened


def load(archive: Archive, *articles: Article, page: bytes | None = b"page") -> Saved:
    """One finished load of these articles, from one page unless there is none."""
    number = archive.start_load("test", "page.txt")
    capture = None if page is None else Capture("page.txt", page, "captures", {})
    saved = archive.save(number, articles, capture)
    archive.finish_load(number, {})
    return saved


def all_of(archive: Archive) -> list[dict[str, object]]:
    return list(archive.records(Selection(stubs=True)))


def outcomes(archive: Archive, *articles: Article) -> list[Saved]:
    """What became of each, loaded one after the other from pages of their own."""
    return [load(archive, one, page=str(number).encode()) for number, one in enumerate(articles)]


ADDED, UPDATED, UNCHANGED = Saved(added=1), Saved(updated=1), Saved(unchanged=1)
NEW_STUB, KNOWN_STUB = Saved(stubs=1), Saved(known_stubs=1)


@pytest.mark.parametrize(
    ("met", "counted", "versions"),
    [
        pytest.param((WHOLE, WHOLE), (ADDED, UNCHANGED), 1, id="the same again"),
        pytest.param((WHOLE, CHANGED), (ADDED, UPDATED), 2, id="a changed text"),
        pytest.param((STUB, WHOLE), (NEW_STUB, ADDED), 1, id="a stub, then whole"),
        pytest.param((WHOLE, STUB), (ADDED, KNOWN_STUB), 1, id="whole, then a stub"),
        pytest.param((STUB, STUB), (NEW_STUB, KNOWN_STUB), 1, id="a stub again"),
        pytest.param((CUT, WHOLE), (ADDED, UPDATED), 2, id="cut, then whole"),
        pytest.param((WHOLE, CUT), (ADDED, UNCHANGED), 2, id="whole, then cut"),
        pytest.param((STUB, CUT, WHOLE), (NEW_STUB, ADDED, UPDATED), 2, id="ever more of it"),
        pytest.param(
            (WHOLE, replace(WHOLE, comments=9)), (ADDED, UNCHANGED), 1, id="more comments"
        ),
        pytest.param(
            (WHOLE, replace(WHOLE, url="https://mirror.example/levy")),
            (ADDED, UNCHANGED), 1, id="an address later",
        ),
        pytest.param(
            (WHOLE, replace(WHOLE, headline="HARBOUR LEVY RISES!")),
            (ADDED, UPDATED), 2, id="another spelling of the headline",
        ),
        pytest.param(
            (replace(WHOLE, site=None), replace(WHOLE, site=None, outlet="the mirror")),
            (ADDED, UNCHANGED), 1, id="an outlet where no site is known",
        ),
        pytest.param(
            (replace(WHOLE, site=None, outlet=None), replace(CHANGED, site=None, outlet=None)),
            (ADDED, UPDATED), 2, id="neither site nor outlet, but the text",
        ),
        pytest.param(
            (replace(STUB, site=None, outlet=None), replace(STUB, site=None, outlet=None)),
            (NEW_STUB, KNOWN_STUB), 1, id="a stub of nowhere again",
        ),
        pytest.param(
            (
                replace(WHOLE, url="https://mirror.example/a#top"),
                replace(WHOLE, url="https://mirror.example/a", headline="Levy", text=OTHER_TEXT),
            ),
            (ADDED, UPDATED), 2, id="everything but the address changed",
        ),
        pytest.param(
            (replace(WHOLE, published=None, published_precision=None), WHOLE),
            (ADDED, UNCHANGED), 1, id="undated, then dated",
        ),
        pytest.param(
            (WHOLE, replace(WHOLE, published="2023-02-01T23:30-05:00",
                            published_precision="minute")),
            (ADDED, UNCHANGED), 1, id="the same day, now with a time",
        ),
    ],
)  # fmt: skip
def test_one_article(
    archive: Archive, met: Sequence[Article], counted: Sequence[Saved], versions: int
) -> None:
    assert outcomes(archive, *met) == list(counted)
    (record,) = all_of(archive)
    assert record["versions"] == versions
    assert len(archive.versions(str(record["id"]))) == versions
    assert archive.versions(str(record["id"]))["current"].tolist() == [True] + [False] * (
        versions - 1
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(WHOLE, replace(WHOLE, published="2023-02-02"), id="another day"),
        pytest.param(WHOLE, replace(WHOLE, site="tide.example"), id="another site"),
        pytest.param(WHOLE, replace(WHOLE, headline="Harbour levy falls"), id="another headline"),
        pytest.param(
            replace(WHOLE, site=None, outlet=None),
            replace(WHOLE, site=None, outlet=None, text=OTHER_TEXT),
            id="of nowhere, with another text",
        ),
        pytest.param(
            replace(WHOLE, published=None, published_precision=None),
            replace(WHOLE, published=None, published_precision=None, text=OTHER_TEXT),
            id="undated, with another text",
        ),
        pytest.param(STUB, replace(WHOLE, published="2023-03-01"), id="a stub of another day"),
        pytest.param(STUB, replace(STUB, published="2023-03-01"), id="two stubs, two days"),
        pytest.param(
            replace(STUB, url="https://mirror.example/a"),
            replace(STUB, url="https://mirror.example/b"),
            id="two stubs, two addresses",
        ),
        pytest.param(
            replace(WHOLE, url="https://mirror.example/a"),
            replace(WHOLE, url="https://mirror.example/b", text=OTHER_TEXT),
            id="two addresses and two texts",
        ),
    ],
)
def test_two_articles(archive: Archive, one: Article, other: Article) -> None:
    first, second = outcomes(archive, one, other)
    assert first in (ADDED, NEW_STUB)
    assert second in (ADDED, NEW_STUB)
    assert len({record["id"] for record in all_of(archive)}) == 2


def test_twins_on_one_page_are_two_articles_and_stay_two(archive: Archive) -> None:
    twin = replace(WHOLE, text=OTHER_TEXT)
    assert load(archive, WHOLE, twin) == Saved(added=2)
    ids = [record["id"] for record in all_of(archive)]
    assert load(archive, twin, WHOLE) == Saved(unchanged=2)
    assert [record["id"] for record in all_of(archive)] == ids
    assert {record["versions"] for record in all_of(archive)} == {1}


def test_twins_in_one_file_of_records_are_two_articles(archive: Archive) -> None:
    assert load(archive, WHOLE, replace(WHOLE, text=OTHER_TEXT), page=None) == Saved(added=2)


def test_a_stub_beside_its_article_on_one_page_is_that_article(archive: Archive) -> None:
    assert load(archive, STUB, WHOLE) == Saved(stubs=1, added=1)
    assert len(all_of(archive)) == 1


def test_what_is_whole_stays_so(archive: Archive) -> None:
    outcomes(archive, WHOLE, CUT, STUB)
    (record,) = all_of(archive)
    assert (record["text"], record["cut"], record["published"]) == (
        WHOLE.text, False, "2023-02-01",
    )  # fmt: skip
    assert "stub" not in record


def test_newer_details_win_and_those_stated_once_stay(archive: Archive) -> None:
    outcomes(
        archive,
        replace(WHOLE, url="https://mirror.example/levy"),
        replace(WHOLE, comments=9, section=None),
    )
    (record,) = all_of(archive)
    assert (record["comments"], record["section"]) == (9, "Harbour")
    assert record["url"] == "https://mirror.example/levy"


def test_current_is_the_latest_captured_not_the_latest_loaded(archive: Archive) -> None:
    outcomes(
        archive,
        replace(CHANGED, captured="2024-05-01T10:00:00Z", comments=9),
        replace(WHOLE, captured="2023-02-02", comments=3),
    )
    (record,) = all_of(archive)
    assert (record["text"], record["comments"]) == (CHANGED.text, 9)
    versions = archive.versions(str(record["id"]))
    assert versions["text"].tolist() == [CHANGED.text, WHOLE.text]
    assert versions["captured"].tolist() == ["2024-05-01T10:00:00Z", "2023-02-02"]


def test_without_a_moment_of_capture_the_loads_own_stands_for_it(archive: Archive) -> None:
    outcomes(archive, CHANGED, replace(WHOLE, captured="2001-01-01"))
    assert all_of(archive)[0]["text"] == CHANGED.text


def test_the_public_id_is_minted_once(archive: Archive, tmp_path: Path) -> None:
    load(archive, STUB)
    minted = all_of(archive)[0]["id"]
    outcomes(archive, replace(WHOLE, url="https://mirror.example/levy"), CHANGED)
    assert all_of(archive)[0]["id"] == minted
    with open_archive(tmp_path / "other.db", write=True) as other:
        load(other, STUB)
        assert all_of(other)[0]["id"] == minted


def test_an_id_that_is_carried_is_kept(archive: Archive) -> None:
    carried = replace(WHOLE, id="00112233445566aa")
    assert load(archive, carried, page=None) == ADDED
    assert all_of(archive)[0]["id"] == "00112233445566aa"
    changed = replace(carried, headline="Levy", text=OTHER_TEXT, published="2023-08-08")
    assert load(archive, changed, page=None) == UPDATED


def test_carried_ids_keep_twins_apart_in_an_archive_of_their_own(
    archive: Archive, tmp_path: Path
) -> None:
    load(archive, WHOLE, replace(WHOLE, text=OTHER_TEXT))
    carried = [
        replace(WHOLE, text=str(record["text"]), id=str(record["id"])) for record in all_of(archive)
    ]
    with open_archive(tmp_path / "other.db", write=True) as other:
        for one in carried:
            load(other, one, page=None)
        assert [r["id"] for r in all_of(other)] == [r["id"] for r in all_of(archive)]


def test_what_is_no_id_is_not_taken_for_one(archive: Archive) -> None:
    load(archive, replace(WHOLE, id="42"))
    assert len(str(all_of(archive)[0]["id"])) == 16


def test_a_daily_column_is_an_article_a_day(archive: Archive) -> None:
    days = [replace(WHOLE, published=f"2023-02-{day:02d}", text=f"{day}.") for day in range(1, 29)]
    assert load(archive, *days) == Saved(added=28)
    assert load(archive, *days) == Saved(unchanged=28)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (WHOLE.text, CHANGED.text, True),
        (WHOLE.text, CUT.text, True),
        (WHOLE.text, OTHER_TEXT, False),
        ("", "", None),
        ("", WHOLE.text, None),
        ("Closed.", "closed", True),
        ("Closed.", "Open.", False),
    ],
)
def test_overlap(one: str, other: str, same: bool | None) -> None:
    assert overlap(one, other) is same
    assert overlap(other, one) is same


def test_characters_no_file_can_hold_are_replaced(archive: Archive) -> None:
    assert load(archive, replace(WHOLE, headline="A \ud83d levy\0", text="b\udfff")) == ADDED
    (record,) = all_of(archive)
    assert (record["headline"], record["text"]) == ("A \ufffd levy\ufffd", "b\ufffd")


def test_many_of_one_headline_find_themselves_again(archive: Archive) -> None:
    untitled = [replace(WHOLE, headline="Untitled", text=f"{number} " * 9) for number in range(60)]
    assert load(archive, *untitled) == Saved(added=60)
    assert load(archive, *reversed(untitled)) == Saved(unchanged=60)
    assert len(all_of(archive)) == 60
