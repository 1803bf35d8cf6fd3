"""Who signs by the lines of a text: beside those who are stated, with the words, and how sure it is."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from clippings import questions
from clippings.archive import Archive, open_archive
from clippings.archive.selection import Selection
from clippings.article import Article, Credit, Person
from clippings.bylines import bylines
from clippings.derive import conclusions, derive_conclusions
from clippings.pages import reading
from clippings.provenance.signing import byline

STORY = "The harbour levy rises in spring, said the port of Sulvek.\n\nNobody asked the ferrymen."
ROLES = Credit("(Reporting by Ana Moss in Sulvek; Editing by Ben Ode)", "roles")
SIGNED = Article("Levy rises", "a.txt", STORY, byline=(Person("Ana Moss"),), credits=(ROLES,))
ALONE = Article("Letter from the quay", "b.txt", f"{STORY}\n\nJara Tolk")


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path / "articles.db", write=True) as opened:
        load = opened.start_load("test", "a.txt")
        opened.save(load, [SIGNED, ALONE], None, conclusions([SIGNED, ALONE]))
        opened.finish_load(load, {})
        yield opened


def record(archive: Archive, headline: str) -> dict[str, Any]:
    return next(one for one in archive.records(Selection()) if one["headline"] == headline)


def test_credits_state_who_did_what_and_lines_alone_suggest_it() -> None:
    told, alone = byline(SIGNED), byline(ALONE)
    assert (told.basis, told.evidence) == ("stated", f"{ROLES.text} (credit)")
    assert told.value is not None
    assert '"Ben Ode", "role": "editing"' in told.value
    assert (alone.basis, alone.evidence) == ("inferred", "Jara Tolk (last paragraph)")


def test_an_agencys_credit_and_a_text_without_any_name_nobody() -> None:
    agency = replace(ALONE, text=STORY, credits=(Credit("Jara Tolk – 2011-12-21", "agency"),))
    assert byline(agency).value is None
    assert byline(replace(ALONE, text=STORY)).basis == "unknown"


def test_the_place_beside_a_name_does_not_sign_though_the_text_speaks_of_it() -> None:
    credit = Credit("ليسون هبّار – ميناء إيلفان", "byline")
    text = "غادرت ثلاث شاحنات من ميناء إيلفان عند الفجر.\n\nوتأخرت الثالثة ساعتين."
    told = byline(Article("شاحنات", "c.txt", text, credits=(credit,), language="ar"))
    assert told.value is not None
    assert [one["name"] for one in json.loads(told.value)] == ["ليسون هبّار"]


def test_they_stand_beside_those_who_are_stated_and_stay_when_drawn_anew(archive: Archive) -> None:
    for _ in range(3):
        one = record(archive, "Levy rises")
        assert [(p["name"], p["role"]) for p in one["byline"]] == [
            ("Ana Moss", None),
            ("Ben Ode", "editing"),
        ]
        assert [p["name"] for p in one["byline_stated"]] == ["Ana Moss"]
        assert one["byline_basis"] == "stated"
        assert record(archive, "Letter from the quay")["byline_basis"] == "inferred"
        derive_conclusions(archive)


def test_they_are_found_by_their_names_until_an_analyst_says_otherwise(archive: Archive) -> None:
    def signed(name: str) -> list[str]:
        return list(archive.rows(Selection(byline=(name,)), ("headline",))["headline"])

    assert signed("ben ode") == ["Levy rises"]
    assert signed("Jara Tolk") == ["Letter from the quay"]
    (id,) = archive.rows(Selection(byline=("Jara Tolk",)), ("id",))["id"]
    archive.decide([id], "byline", None, because="a street", who="ana")
    assert signed("Jara Tolk") == []
    derive_conclusions(archive)
    assert signed("Jara Tolk") == []
    assert record(archive, "Letter from the quay")["byline_basis"] == "decided"


def test_what_is_inferred_is_called_probable_and_shows_its_line(archive: Archive) -> None:
    alone = record(archive, "Letter from the quay")
    assert "probably by" in reading.line_html(alone)
    assert "Jara Tolk (last paragraph)" in reading.people_html(alone)
    stated = reading.line_html(record(archive, "Levy rises"))
    assert 'by <span dir="auto">Ana Moss</span></p>' in stated
    assert "probably by" not in stated
    assert "Ben Ode" in reading.people_html(record(archive, "Levy rises"))


def test_names_are_counted_with_the_others(archive: Archive) -> None:
    counted = bylines(archive, Selection())
    assert dict(zip(counted["name"], counted["articles"], strict=True)) == {
        "Ana Moss": 1,
        "Ben Ode": 1,
        "Jara Tolk": 1,
    }
    assert dict(zip(counted["name"], counted["inferred"], strict=True))["Jara Tolk"] == 1
    assert counted["inferred"].sum() == 1
    assert questions.volume(archive, Selection(byline=("Ben Ode",)), "year")["count"].sum() == 1
