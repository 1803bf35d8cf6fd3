"""Which names are one outlet's: by evidence alone, and the evidence is told."""

import pytest

from clippings.archive.outlets import Edit, Met
from clippings.provenance import joining, outlet_table


def nowhere(name: str, short: str) -> str | None:
    return None


def joins(*met: Met, side_by_side: joining.SideBySide = nowhere) -> dict[str, str]:
    found = joining.joined(met, side_by_side)
    assert all(one.evidence and one.basis in ("table", "learned") for one in found)
    return {one.name: one.outlet for one in found}


WIRE = Met("Inner Sea Wire", "wire.example", "en", None, 4)
TIDE = Met("The Tide", "tide.example", "en", "ISW", 3)


def test_initials_alone_join_nothing() -> None:
    assert joins(WIRE, TIDE) == {}


def test_initials_and_the_credits_of_its_own_site_join() -> None:
    own = Met("Inner Sea Wire", "wire.example", "en", "ISW", 5)
    assert joins(WIRE, own, TIDE) == {"ISW": "Inner Sea Wire"}


def test_initials_and_a_text_that_writes_both_join() -> None:
    told = joins(WIRE, TIDE, side_by_side=lambda name, short: f"“{name} ({short})”")
    assert told == {"ISW": "Inner Sea Wire"}


def test_initials_of_two_outlets_join_neither() -> None:
    own = Met("Inner Sea Wire", "wire.example", "en", "ISW", 5)
    other = Met("Iron Street Weekly", "iron.example", "en", None, 5)
    assert joins(own, other) == {}


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [
        ("al-Qulu‘", "القلوع"),
        ("Tindria al-Aan", "تيندريا الآن"),
        ("Peyvand-e Darya", "پیوند دریا"),
        ("Telgraf-Yurzan", "تلگراف یورزان"),
        ("Sobh-e Shargh", "صبح شرق"),
    ],
)
def test_one_name_in_two_scripts_sounds_the_same(latin: str, arabic: str) -> None:
    assert joining.consonants(latin) == joining.consonants(arabic) != ""


def test_a_name_in_another_script_joins_only_where_its_site_is_credited_to_it() -> None:
    other = Met("The Tide", "tide.example", "en", "پیوند دریا", 3)
    own = Met("Peyvand-e Darya", "peyvand.example", "fa", None, 3)
    assert joins(other, own) == {}
    credited = Met("Peyvand-e Darya", "peyvand.example", "fa", "پیوند دریا", 1)
    assert joins(other, own, credited) == {"پیوند دریا": "Peyvand-e Darya"}


def test_editions_of_one_site_join_but_not_the_outlets_of_a_portal() -> None:
    editions = [
        Met("Mirror House", "mirror.example", "en", None, 9),
        Met("خانهٔ آینه", "mirror.example", "fa", None, 2),
    ]
    assert joins(*editions) == {"خانهٔ آینه": "Mirror House"}
    portal = Met("The Tide", "mirror.example", "en", None, 2)
    assert joins(*editions, portal) == {}
    elsewhere = Met("خانهٔ آینه", "other.example", "fa", None, 2)
    assert joins(*editions, elsewhere) == {}


def test_alike_names_at_two_sites_stay_two() -> None:
    one, other = (Met(name, None, "en", None, 2) for name in ("The Record", "Record"))
    assert joins(one, other) == {"The Record": "Record"}
    at = [Met("The Record", "a.example", "en", None, 2), Met("Record", "b.example", "en", None, 2)]
    assert joins(*at) == {}


def test_a_carrier_at_a_domain_of_the_table_goes_under_its_usual_name() -> None:
    assert joins(Met("Fars", "english.farsnews.com", "en", None, 1)) == {"Fars": "Fars News Agency"}
    assert joins(Met("The Times", "times.example", "en", None, 1)) == {}


def edited(*edits: tuple[str, str, str]) -> dict[str, str]:
    met = [WIRE, TIDE]
    log = [Edit(n, "2024-01-01", *one, "a letter") for n, one in enumerate(edits, 1)]
    rows = outlet_table.table(met, joining.joined(met, nowhere), log)
    return {one.name: one.outlet for one in outlet_table.known_as(rows.values())}


def test_edits_join_rename_and_part_names() -> None:
    assert edited(("join", "ISW", "Inner Sea Wire")) == {"ISW": "Inner Sea Wire"}
    assert edited(("alias", "Inner Sea Wire", "ISW"), ("part", "ISW", "")) == {}
    renamed = edited(("alias", "Inner Sea Wire", "ISW"), ("rename", "Inner Sea Wire", "The Wire"))
    assert renamed == {"ISW": "The Wire", "Inner Sea Wire": "The Wire"}
    assert edited(("domain", "The Wire", "wire.example")) == {"Inner Sea Wire": "The Wire"}
    assert edited(("rename", "The Tide", "Inner Sea Wire")) == {"The Tide": "Inner Sea Wire"}


def test_a_kind_says_who_gave_it() -> None:
    log = [Edit(7, "2024-01-01T10:00", "kind", "The Tide", "a weekly", "its masthead")]
    row = outlet_table.table([TIDE], [], log)["The Tide"]
    assert (row.kind, row.source, row.read) == (
        "a weekly",
        "decision 7: its masthead",
        "2024-01-01",
    )


def test_every_row_of_the_table_has_a_source() -> None:
    rows = outlet_table.table([], [], [])
    assert all(row.source for row in rows.values())
    assert all(row.read for row in rows.values() if row.kind)
