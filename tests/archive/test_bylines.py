"""A byline set right: as it is written, as it is kept, and who signs after it."""

import json
from dataclasses import replace

import pytest

from clippings.archive import Archive, bylines
from clippings.archive.selection import Selection
from clippings.article import Person
from clippings.bylines import bylines as who_signs
from clippings.errors import ArchiveError, ClippingsError
from tests.conftest import ARTICLES, fill


def named(name: str, role: str | None = None, place: str | None = None) -> dict[str, str | None]:
    return {"name": name, "role": role, "place": place}


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (
            "Anna Moss (writing, Port Sel); Ben Ode",
            [named("Anna Moss", "writing", "Port Sel"), named("Ben Ode")],
        ),
        ("Anna Moss (editing)", [named("Anna Moss", "editing")]),
        ("Anna Moss (Port Sel)", [named("Anna Moss", None, "Port Sel")]),
        ("Anna Moss (weighing,)", [named("Anna Moss", "weighing")]),
        (" ;  Anna   Moss ; ", [named("Anna Moss")]),
        (
            "آنا موس (writing, سولوک)؛ بن اود",
            [named("آنا موس", "writing", "سولوک"), named("بن اود")],
        ),
        ("", []),
        ("[]", []),
        ('[{"name": "Moss; Ode (Ltd)"}]', [named("Moss; Ode (Ltd)")]),
    ],
)
def test_a_byline_is_read_as_it_is_written(written: str, told: list[dict[str, str | None]]) -> None:
    assert bylines.people(written) == told
    assert bylines.people(bylines.spelled(told)) == told
    assert json.loads(bylines.logged(written) or "[]") == told


@pytest.mark.parametrize(
    "person",
    [
        named("A; B"), named("A (B)"), named("[A]"), named("A", "writing", "x, y"),
        named("A", None, "editing"), named("A", "a, b"), named("A", ")"), named("A", None, "B, C"),
    ],
)  # fmt: skip
def test_what_cannot_be_written_plainly_is_written_so_that_it_reads_the_same(
    person: dict[str, str | None],
) -> None:
    both = [person, named("Ben Ode")]
    assert bylines.people(bylines.spelled(both)) == both


@pytest.mark.parametrize(
    "written",
    ["(writing)", "A (b) c", "A ((b))", "[1]", '[{"role": "writing"}]', '[{"name": 1}]', "[" * 9999,
     '[{"name": "A", "age": "7"}]', "A" * 300, "A;" * 300],
)  # fmt: skip
def test_what_is_no_byline_is_said(written: str) -> None:
    with pytest.raises(ClippingsError, match="This is no byline"):
        bylines.people(written)


def test_who_signs_counts_by_the_corrected_byline(archive: Archive) -> None:
    chosen = archive.rows(Selection(section=("Harbour",)), ("id",))["id"].tolist()
    new = "Anna Moss (writing, Port Sel); Ben Ode"
    number = archive.decide(chosen, "byline", new, because="seen in print", who="mb")
    told = [named("Anna Moss", "writing", "Port Sel"), named("Ben Ode")]
    for id in chosen:
        record = archive.record(id)
        assert record is not None
        assert (record["byline"], record["byline_basis"]) == (told, "decided")
        assert record["byline_evidence"].startswith("decided by mb, ")
        assert record["byline_evidence"].endswith(": seen in print")
    signed = who_signs(archive, Selection())
    assert dict(zip(signed["name"], signed["articles"], strict=True)) == {
        "Anna Moss": 2,
        "Ben Ode": 2,
    }
    fill(archive, [replace(one, text=one.text + " More.") for one in ARTICLES])
    assert set(who_signs(archive, Selection())["name"]) == {"Anna Moss", "Ben Ode"}
    archive.decide([], "", None, because="no", who="mb", undoes=number)
    assert set(who_signs(archive, Selection())["name"]) == {"Okta Menzur", "Ilse Sorgh"}


def test_nobody_can_be_named(archive: Archive) -> None:
    (levy,) = archive.rows(Selection(query="skippers"), ("id",))["id"]
    archive.decide([levy], "byline", None, because="a stock name", who="mb")
    record = archive.record(levy)
    assert record is not None
    assert (record["byline"], record["byline_basis"]) == (None, "decided")
    assert who_signs(archive, Selection()).empty
    old = archive.decisions()["old"][0][levy]
    assert [person["name"] for person in json.loads(old)] == ["Okta Menzur", "Ilse Sorgh"]


def test_what_is_no_byline_is_not_logged(archive: Archive) -> None:
    (levy,) = archive.rows(Selection(query="skippers"), ("id",))["id"]
    with pytest.raises(ArchiveError, match="This is no byline: A \\(b\\) c"):
        archive.decide([levy], "byline", "A (b) c", because="", who="mb")
    assert archive.decisions().empty


def test_what_somebody_signs_is_what_is_counted_for_the_name(archive: Archive) -> None:
    counted = who_signs(archive, Selection())
    assert len(counted)
    for name, number in zip(counted["name"], counted["articles"], strict=True):
        for spelled in (name, name.upper()):
            assert archive.count(Selection(byline=(spelled,)))["articles"].iloc[0] == number
    assert archive.count(Selection(byline=("Nobody",)))["articles"].iloc[0] == 0


def test_a_byline_set_right_is_found_under_the_new_name_alone(archive: Archive) -> None:
    name, number = who_signs(archive, Selection())[["name", "articles"]].iloc[0]
    rows = archive.rows(Selection(byline=(name,)), ("id",))
    assert len(rows) == number
    archive.decide(list(rows["id"]), "byline", "Runa Tolk", because="her letter", who="ana")
    assert archive.rows(Selection(byline=(name,)), ("id",)).empty
    for asked in (Selection(byline=("runa tolk",)), Selection(first=("byline=Runa Tolk",))):
        assert set(archive.rows(asked, ("id",))["id"]) == set(rows["id"])


@pytest.mark.parametrize(
    "name", ["Jörg Weiß", 'Ann "Ace" O\'Neill', "رونا تولک", "…", "A\\B", "Ǆordje İlkay", "Ḁ"]
)
def test_a_signer_is_found_whatever_the_name_is_written_with(archive: Archive, name: str) -> None:
    signed = [Person("Ben Ode"), Person(name)]
    fill(archive, [replace(ARTICLES[0], headline="Signed", url=None, byline=tuple(signed))])
    for spelled in (name, name.upper(), name.casefold()):
        if spelled.casefold() == name.casefold():
            found = archive.rows(Selection(byline=(spelled,)), ("headline",))["headline"]
            assert found.tolist() == ["Signed"]
