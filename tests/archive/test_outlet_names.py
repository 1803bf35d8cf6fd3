"""Names of one outlet are counted as one everywhere, an analyst's word above all, and undone with it."""

import sqlite3
from contextlib import closing

from clippings import questions
from clippings.archive import ASIDE, Archive
from clippings.archive.selection import LAGS, Selection
from clippings.derive_outlets import derive_outlets, edit_outlet, outlets_known
from clippings.provenance import originals
from clippings.taking_back import take_back
from tests.conftest import article, fill


def edit(archive: Archive, does: str, name: str, value: str = "") -> int:
    return edit_outlet(archive, does, name, value, because="their letter", who="ana")


def carried(archive: Archive) -> dict[str, int]:
    counted = archive.count(Selection(), ("outlet",))
    return dict(zip(counted["outlet"], counted["articles"], strict=True))


def test_joined_names_are_one_in_counts_rows_records_and_filters(archive: Archive) -> None:
    before = carried(archive)
    assert set(before) == {"The Mirror", "The Tide"}
    edit(archive, "join", "The Tide", "The Mirror")
    assert carried(archive) == {"The Mirror": sum(before.values())}
    rows = archive.rows(Selection(outlet=("The Mirror",)))
    assert set(rows["outlet"]) == {"The Mirror"}
    assert len(rows) == len(archive.rows(Selection()))
    records = list(archive.records(Selection(query="governor")))
    assert [(r["outlet"], r["outlet_named"]) for r in records] == [("The Mirror", "The Tide")]


def seen_by_others(archive: Archive) -> dict[str, int]:
    """What another tool counts by outlet."""
    with closing(sqlite3.connect(archive.path)) as connection:
        return dict(
            connection.execute(
                "select outlet, count(*) from articles where not stub and not aside group by outlet"
            )
        )


def test_other_tools_count_what_the_pages_count(archive: Archive) -> None:
    assert seen_by_others(archive) == carried(archive)
    number = edit(archive, "join", "The Tide", "The Mirror")
    corrected, *_ = archive.rows(Selection(query="governor"))["id"]
    archive.decide([corrected], "origin", "The Tide", because="their letter", who="ana")
    archive.decide([corrected], "section", "Port", because="their letter", who="ana")
    assert seen_by_others(archive) == carried(archive)
    names = "outlet, outlet_named, origin, origin_named, section"
    with closing(sqlite3.connect(archive.path)) as connection:
        row = connection.execute(f"select {names} from articles where id = ?", (corrected,))
        assert row.fetchone() == ("The Mirror", "The Tide", "The Mirror", "The Tide", "Port")
    take_back(archive, number, who="ana")
    assert seen_by_others(archive) == carried(archive)
    aside = archive.rows(Selection())["id"][0]
    archive.decide([aside], ASIDE, "yes", because="an advert", who="ana")
    assert seen_by_others(archive) == carried(archive)


def test_a_link_with_a_former_name_still_finds_its_articles(archive: Archive) -> None:
    edit(archive, "rename", "The Tide", "Ilvane Tide")
    assert set(archive.rows(Selection(outlet=("The Tide",)))["outlet"]) == {"Ilvane Tide"}
    assert set(carried(archive)) == {"The Mirror", "Ilvane Tide"}


def test_an_edit_is_logged_and_undone(archive: Archive) -> None:
    before = carried(archive)
    number = edit(archive, "join", "The Tide", "The Mirror")
    row = archive.decisions().iloc[0]
    assert (row["field"], row["ids"], row["who"]) == ("outlets", [], "ana")
    archive.decide([], "", None, because="taken back", who="ana", undoes=number)
    derive_outlets(archive)
    assert carried(archive) == before


def test_edits_hold_for_what_is_loaded_later(archive: Archive) -> None:
    edit(archive, "alias", "The Mirror", "Mirror, The Daily")
    fill(archive, [article("New", "A new text.", outlet="Mirror, The Daily")])
    derive_outlets(archive)
    assert "Mirror, The Daily" not in carried(archive)


def test_the_table_counts_and_tells_why(archive: Archive) -> None:
    edit(archive, "join", "The Tide", "The Mirror")
    edit(archive, "kind", "The Mirror", "a weekly")
    first = outlets_known(archive).iloc[0]
    assert first["outlet"] == "The Mirror"
    assert first["articles"] == 5
    assert "The Tide" in first["names"]
    assert "their letter" in first["evidence"]
    assert first["kind"] == "a weekly"


def test_the_lag_is_from_the_original_to_here(archive: Archive) -> None:
    late = article("Late", "A text.\n\nFNA – 2023-02-03", published="2023-02-10")
    derived = {originals.NAME: originals.originals([late])}
    load = archive.start_load("test", "page.txt")
    archive.save(load, [late], None, derived)
    lags = {one["headline"]: one["lag"] for one in archive.records(Selection())}
    assert lags["Late"] == 7
    assert lags["Harbour levy rises"] is None
    rows = archive.rows(Selection(), ("headline", "lag"), order="lag")
    assert rows.iloc[0].tolist() == ["Late", 7]
    assert rows["lag"].iloc[1:].isna().all()


def test_days_on_the_way_are_counted_in_bands_that_open(archive: Archive) -> None:
    """Whatever day counts, the lag is that from the original to here."""
    said = {
        "0": "2023-02-10",
        "2-7": "2023-02-03",
        "over 365": "2021-02-03",
        "negative": "2023-03-01",
    }
    late = [
        article(f"After {band}", f"A text {band}.\n\nFNA – {day}", published="2023-02-10")
        for band, day in said.items()
    ]
    load = archive.start_load("test", "page.txt")
    archive.save(load, late, None, {originals.NAME: originals.originals(late)})
    for dates in ("published", "original"):
        counted = archive.count(Selection(dates=dates), by=("lag",))
        assert counted.set_index("lag")["articles"].to_dict() == {**dict.fromkeys(said, 1), None: 5}
        for band in said:
            found = archive.rows(Selection(lag=(band,), dates=dates), ("headline",))
            assert list(found["headline"]) == [f"After {band}"]
    assert archive.count(Selection(lag=("unknown", "0")))["articles"].iloc[0] == 6
    assert archive.count(Selection(lag=("a while",)))["articles"].iloc[0] == 0
    table = questions.lags(archive, Selection())
    assert list(table["lag"]) == [*LAGS, "unknown"]
    assert list(table["articles"]) == [1, 1, 0, 1, 0, 0, 1, 5]
    assert "negative" not in set(questions.lags(archive, Selection(lag=("0",)))["lag"])


def test_when_a_page_was_changed_stands_among_its_dates(archive: Archive) -> None:
    fill(archive, [article("Changed", "A text.", published="2023-02-10", modified="2023-02-12")])
    (found,) = [one for one in archive.records(Selection()) if one["headline"] == "Changed"]
    assert [(one["kind"], one["date"]) for one in found["dates"]] == [
        ("published", "2023-02-10"),
        ("modified", "2023-02-12"),
    ]


def test_a_day_of_the_lunar_calendar_says_how_it_is_known(archive: Archive) -> None:
    said = "A text.\n\nNoor Weekly, 15 Muharram 1433"
    one = article("Lunar", said, published="2011-12-12", published_precision="about")
    archive.save(
        archive.start_load("test", "page.txt"),
        [one],
        None,
        {originals.NAME: originals.originals([one])},
    )
    (found,) = [one for one in archive.records(Selection()) if one["headline"] == "Lunar"]
    assert found["dates"] == [
        {"kind": "published", "date": "2011-12-12", "method": "hijri", "confidence": 0.6},
        {"kind": "original", "date": "2011-12-10", "method": "hijri", "confidence": 0.6},
    ]
    assert found["lag"] == 2
