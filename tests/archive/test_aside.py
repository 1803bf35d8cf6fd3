"""Articles set aside as not relevant: in no number, still at hand, and for good."""

from dataclasses import replace

import pytest

from clippings import questions
from clippings.archive import ASIDE, Archive, Topic, open_archive
from clippings.archive.selection import Selection
from clippings.derive import derive_conclusions
from clippings.derive_copies import decide_pair, derive_copies
from clippings.errors import ArchiveError
from tests.conftest import ARTICLES, fill

ASIDE_ONLY = Selection(aside=True)


def ids(archive: Archive, selection: Selection) -> list[str]:
    return sorted(archive.rows(selection, ("id",))["id"])


def set_aside(archive: Archive, *chosen: str, new: str | None = "yes") -> int:
    return archive.decide(chosen, ASIDE, new, because="an advertisement", who="ana")


def test_what_is_set_aside_is_in_no_number_list_or_file(archive: Archive) -> None:
    levy = ids(archive, Selection(query="levy"))
    before = ids(archive, Selection())
    archive.save_topics([Topic("t", "Levy", ("levy",), "en", dict.fromkeys(levy, 1.0))], "1")
    set_aside(archive, levy[0])
    left = [id for id in before if id != levy[0]]
    assert ids(archive, Selection()) == left
    assert sorted(record["id"] for record in archive.records(Selection())) == left
    assert sorted(id for id, *_ in archive.texts(Selection())) == left
    assert ids(archive, Selection(query="levy")) == levy[1:]
    assert levy[0] not in ids(archive, Selection(query="-dam"))
    assert ids(archive, Selection(topic="t")) == levy[1:]
    assert questions.figures(archive, Selection()).articles == len(left)
    assert questions.figures(archive, Selection()).aside == 1


def test_what_is_set_aside_is_shown_on_its_own(archive: Archive) -> None:
    everything = ids(archive, Selection())
    undated = ids(archive, Selection(undated=True))
    set_aside(archive, *everything)
    assert ids(archive, Selection()) == []
    assert ids(archive, ASIDE_ONLY) == everything
    assert ids(archive, replace(ASIDE_ONLY, undated=True)) == undated
    assert archive.record(everything[0])["aside"] is True  # type: ignore[index]


def test_a_text_set_aside_where_it_came_first_counts_at_the_next(archive: Archive) -> None:
    dated = archive.rows(Selection(), ("id", "day"), descending=False)
    first, second = dated["id"][:2]
    derive_copies(archive)
    decide_pair(archive, "together", (first, second), because="the same", who="ana")
    texts = Selection(unit="texts")
    before = ids(archive, texts)
    assert first in before
    assert second not in before
    set_aside(archive, first)
    assert ids(archive, texts) == sorted({*before, second} - {first})
    days = archive.count(texts, by=("day",))
    assert dated["day"][0] not in list(days["day"])
    assert days["texts"].sum() == len(before)


def test_it_survives_loading_again_and_is_taken_back(archive: Archive) -> None:
    before = ids(archive, Selection())
    number = set_aside(archive, *before[:2])
    fill(archive, [replace(one, text=one.text + " More.") for one in ARTICLES])
    assert ids(archive, ASIDE_ONLY) == before[:2]
    with open_archive(archive.path) as again:
        assert ids(again, ASIDE_ONLY) == before[:2]
    log = archive.decisions()
    assert list(log["ids"][0]) == before[:2]
    archive.decide([], "", None, because="an error", who="ben", undoes=number)
    assert ids(archive, Selection()) == before
    assert ids(archive, ASIDE_ONLY) == []


def test_it_is_set_aside_or_not_and_nothing_else(archive: Archive) -> None:
    with pytest.raises(ArchiveError, match="set aside or it is not"):
        set_aside(archive, *ids(archive, Selection())[:1], new="perhaps")


def test_what_is_set_aside_is_derived_anew_with_the_rest(archive: Archive) -> None:
    chosen = ids(archive, Selection())[0]
    set_aside(archive, chosen)
    everything = len(ids(archive, Selection(stubs=True))) + 1
    assert derive_conclusions(archive) == everything
    assert archive.record(chosen)["origin_basis"] == "unknown"  # type: ignore[index]
