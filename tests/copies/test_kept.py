"""Copies in an archive: found as articles arrive, kept current, decided by analysts."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

import pandas as pd
import pytest

from clippings import shared_texts
from clippings.archive import Archive, Derived, open_archive
from clippings.archive.copies import APART, TOGETHER, Compared
from clippings.archive.selection import Selection
from clippings.archive.sqlite import copying, schema
from clippings.article import Article
from clippings.derive_copies import decide_pair, derive_copies
from clippings.derive_outlets import edit_outlet
from clippings.errors import ArchiveError
from clippings.taking_back import take_back

Made = Callable[..., str]

SAYS = Derived("Sulvek Press", 0.9, "stated", "By Sulvek Press")
SILENT = Derived(None, None, "unknown")


def article(name: str, text: str, day: int | None = 1, **fields: object) -> Article:
    published = None if day is None else f"2023-02-{day:02d}"
    known = {"site": f"{name}.example", "outlet": f"The {name}", "published": published,
             "published_precision": day and "day", **fields}  # fmt: skip
    return Article(headline=f"News of {name}", text=text, source="page.txt", **known)  # type: ignore[arg-type]


def fill(archive: Archive, *articles: Article, says: Sequence[str] = ()) -> int:
    load = archive.start_load("test", "page.txt")
    origins = [SAYS if (one.outlet or "")[4:] in says else SILENT for one in articles]
    archive.save(load, articles, None, {"origin": origins})
    archive.finish_load(load, {})
    return load


def names(archive: Archive) -> list[list[str]]:
    """The groups, each by the names of its articles in their order."""
    table = shared_texts.copies(archive, Selection(), members=True)
    by_id = ids(archive, key="id")
    return sorted([by_id[id][8:] for id in members] for members in table["members"])


def ids(archive: Archive, key: str = "headline") -> Mapping[str, str]:
    rows = archive.rows(Selection(), ("id", "headline"))
    value = "id" if key == "headline" else "headline"
    return dict(zip(rows[key], rows[value], strict=True))


def id_of(archive: Archive, name: str) -> str:
    return ids(archive)[f"News of {name}"]


def texts(archive: Archive) -> int:
    return int(archive.count(Selection(unit="texts"))["texts"].iloc[0])


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path / "a.db", write=True) as opened:
        yield opened


@pytest.fixture
def filled(archive: Archive, made: Made) -> Archive:
    """One text in three outlets, another in two, a third alone, one of them undated."""
    fill(
        archive,
        article("Mirror", made(1), 3),
        article("Tide", made(1), 1),
        article("Gull", made(1), None),
        article("Quay", made(2), 5),
        article("Post", made(2), 4),
        article("Lone", made(3), 2),
    )
    derive_copies(archive)
    return archive


def test_copies_are_grouped_around_the_first_and_counted_once(filled: Archive) -> None:
    assert names(filled) == [["Post", "Quay"], ["Tide", "Mirror", "Gull"]]
    assert texts(filled) == 3
    table = shared_texts.copies(filled, Selection())
    assert table["group"].tolist() == [id_of(filled, "Tide"), id_of(filled, "Post")]
    assert table["articles"].tolist() == [3, 2]
    assert table["outlets"].tolist() == [3, 2]
    assert filled.record(id_of(filled, "Gull"))["copy_group"] == id_of(filled, "Tide")  # type: ignore[index]
    assert filled.record(id_of(filled, "Lone"))["copy_group"] is None  # type: ignore[index]


def test_nothing_is_compared_twice_and_a_second_run_changes_nothing(filled: Archive) -> None:
    before = filled.copies.listed(), names(filled)
    assert derive_copies(filled) == 0
    assert (filled.copies.listed(), names(filled)) == before


def test_a_later_load_joins_what_is_there(filled: Archive, made: Made) -> None:
    fill(filled, article("Dawn", made(2), 1), article("Dusk", made(3), 9))
    assert derive_copies(filled) == 2
    assert names(filled) == [["Dawn", "Post", "Quay"], ["Lone", "Dusk"], ["Tide", "Mirror", "Gull"]]


def test_a_load_taken_back_leaves_the_groups_of_what_remains(filled: Archive, made: Made) -> None:
    before = names(filled)
    load = fill(filled, article("Dawn", made(2), 1), article("Dusk", made(3), 9))
    derive_copies(filled)
    filled.undo_load(load)
    derive_copies(filled)
    assert names(filled) == before
    assert texts(filled) == 3


def test_a_changed_text_leaves_its_group_and_its_passages(filled: Archive, made: Made) -> None:
    fill(filled, article("Quay", made(9), 5, captured="2030-01-01"))
    derive_copies(filled)
    assert names(filled) == [["Tide", "Mirror", "Gull"]]
    post, quay = id_of(filled, "Post"), id_of(filled, "Quay")
    pairs = [{pair.one, pair.other} for pair in filled.copies.shared(Selection())]
    assert {post, quay} not in pairs


def test_stubs_are_no_texts(archive: Archive, made: Made) -> None:
    fill(archive, article("Mirror", made(1)), article("Tide", made(1), stub=True))
    assert derive_copies(archive) == 1


def test_stopped_anywhere_it_goes_on_where_it_ended(
    filled: Archive, tmp_path: Path, made: Made
) -> None:
    articles = [article(f"N{number}", made(number % 7), number % 9 + 1) for number in range(30)]
    with open_archive(tmp_path / "whole.db", write=True) as whole:
        fill(whole, *articles)
        derive_copies(whole)
        wanted = names(whole)

    def stop(done: int) -> None:
        raise InterruptedError

    path = tmp_path / "stopped.db"
    with open_archive(path, write=True) as stopped:
        fill(stopped, *articles)
    for _ in range(3):
        with open_archive(path, write=True) as stopped, pytest.raises(InterruptedError):
            derive_copies(stopped, stop, at_once=7)
    with open_archive(path, write=True) as stopped:
        assert derive_copies(stopped, at_once=7) == 30 - 3 * 7
        assert names(stopped) == wanted


def test_what_another_process_compared_meanwhile_is_taken_as_done(
    archive: Archive, tmp_path: Path, made: Made
) -> None:
    fill(archive, *(article(f"N{number}", made(number % 3), number + 1) for number in range(9)))
    with open_archive(tmp_path / "a.db", write=True) as other:
        derive_copies(other, lambda done: None)
        fill(archive, article("Late", made(1), 20))
        first = iter(archive.copies.uncompared(5))
        batch = next(first)
        derive_copies(other)
        assert archive.copies.save(Compared([text.number for text in batch])) is False
    derive_copies(archive)
    assert sorted(len(group) for group in names(archive)) == [3, 3, 4]


@pytest.mark.parametrize("again", [False, True])
def test_together_and_apart_hold_through_a_rebuild_and_can_be_undone(
    filled: Archive, again: bool
) -> None:
    lone, post = id_of(filled, "Lone"), id_of(filled, "Post")
    gull, tide = id_of(filled, "Gull"), id_of(filled, "Tide")
    first = decide_pair(filled, TOGETHER, (lone, post), because="seen in print", who="me")
    second = decide_pair(filled, APART, (gull, tide), because="another report", who="me")
    if again:
        filled.copies.forget("an older version")
        derive_copies(filled)
    assert names(filled) == [["Lone", "Post", "Quay"], ["Tide", "Mirror"]]
    assert filled.decisions()["field"].tolist() == [APART, TOGETHER]
    for number in (first, second):
        filled.decide([], "", None, because="taken back", who="me", undoes=number)
    derive_copies(filled)
    assert names(filled) == [["Post", "Quay"], ["Tide", "Mirror", "Gull"]]


def test_the_newest_word_on_two_articles_holds(filled: Archive) -> None:
    pair = id_of(filled, "Gull"), id_of(filled, "Tide")
    for said in (APART, TOGETHER, APART, TOGETHER):
        decide_pair(filled, said, pair, because="", who="me")
    assert names(filled) == [["Post", "Quay"], ["Tide", "Mirror", "Gull"]]


def test_it_takes_two_known_articles_to_decide_of(filled: Archive) -> None:
    tide = id_of(filled, "Tide")
    for pair in ((tide, tide), (tide,), (tide, "0" * 16)):
        with pytest.raises(ArchiveError):
            decide_pair(filled, TOGETHER, pair, because="", who="me")


def origin(archive: Archive, name: str) -> tuple[object, ...]:
    record = archive.record(id_of(archive, name))
    assert record is not None
    return tuple(record[f"origin{rest}"] for rest in ("", "_basis", "_confidence"))


def test_an_unknown_origin_is_inferred_from_a_copy_that_states_it(
    archive: Archive, made: Made
) -> None:
    fill(
        archive,
        article("Mirror", made(1), 1),
        article("Tide", made(1), 2),
        article("Lone", made(3), 2),
        says=["Tide"],
    )
    derive_copies(archive)
    assert origin(archive, "Tide") == ("Sulvek Press", "stated", 0.9)
    assert origin(archive, "Mirror") == ("Sulvek Press", "inferred", 0.81)
    assert origin(archive, "Lone") == (None, "unknown", None)
    record = archive.record(id_of(archive, "Mirror"))
    assert record is not None
    told = record["origin_evidence"]
    assert "“News of Tide”, The Tide" in told
    assert told.endswith("By Sulvek Press")
    selected = archive.count(Selection(origin=("Sulvek Press",)))
    assert int(selected["articles"].iloc[0]) == 2

    tide = id_of(archive, "Tide")
    archive.decide([id_of(archive, "Mirror")], "origin", "The Mirror", because="", who="me")
    derive_copies(archive)
    assert origin(archive, "Mirror") == ("The Mirror", "decided", None)
    archive.decide([], "", None, because="", who="me", undoes=1)
    decide_pair(archive, APART, (tide, id_of(archive, "Mirror")), because="", who="me")
    assert origin(archive, "Mirror") == (None, "unknown", None)


def test_copies_that_state_different_origins_prove_neither(archive: Archive, made: Made) -> None:
    fill(
        archive, *(article(name, made(1), 1) for name in ("Mirror", "Tide", "Gull")), says=["Tide"]
    )
    archive.decide([id_of(archive, "Gull")], "origin", "The Gull", because="", who="me")
    derive_copies(archive)
    assert origin(archive, "Mirror") == (None, "unknown", None)


def test_names_joined_as_one_outlet_group_copies_anew_at_once(archive: Archive, made: Made) -> None:
    fill(
        archive, *(article(name, made(1), 1) for name in ("Mirror", "Tide", "Gull")), says=["Tide"]
    )
    archive.decide([id_of(archive, "Gull")], "origin", "SP", because="", who="me")
    derive_copies(archive)
    assert origin(archive, "Mirror") == (None, "unknown", None), "they state two origins"
    number = edit_outlet(archive, "join", "SP", "Sulvek Press", because="its letters", who="me")
    assert origin(archive, "Mirror")[:2] == ("Sulvek Press", "inferred")
    take_back(archive, number, who="me")
    assert origin(archive, "Mirror") == (None, "unknown", None)


def make_as_old_as(path: Path, first: Path) -> None:
    """Take from an archive all that the steps after the first gave it."""
    with closing(sqlite3.connect(path)) as new, closing(sqlite3.connect(first)) as old:
        columns = (
            "select m.name, c.name from sqlite_master m, pragma_table_info(m.name) c"
            " where m.type = 'table'"
        )
        kept = set(old.execute(columns))
        tables = {table for table, _ in kept}
        (view,) = old.execute("select sql from sqlite_master where name = 'articles'").fetchone()
        new.execute("drop view articles")
        indexes = "select name from sqlite_master where type = 'index' and sql is not null"
        for (index,) in {*new.execute(indexes)} - {*old.execute(indexes)}:
            new.execute(f"drop index {index}")
        for table, column in new.execute(columns).fetchall():
            if table in tables and (table, column) not in kept:
                new.execute(f"alter table {table} drop column {column}")
        for (table,) in new.execute(
            "select name from sqlite_master where type = 'table'"
        ).fetchall():
            if table not in tables and not table.startswith("sqlite_"):
                new.execute(f"drop table {table}")
        new.execute(view)
        new.execute("pragma user_version=1")
        new.commit()


def test_an_archive_made_before_copies_is_brought_up_to_date(
    tmp_path: Path, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, first = tmp_path / "old.db", tmp_path / "first.db"
    with monkeypatch.context() as older:
        older.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:1])
        with open_archive(first, write=True) as archive:
            archive.start_load("test", "nothing")
    with open_archive(path, write=True) as archive:
        fill(archive, article("Mirror", made(1), 3), article("Tide", made(1), 1))
    make_as_old_as(path, first)
    with pytest.raises(ArchiveError, match="older version"):
        open_archive(path)
    with open_archive(path, write=True) as archive:
        assert texts(archive) == 2
        derive_copies(archive)
        assert names(archive) == [["Tide", "Mirror"]]


def test_passages_are_told_one_a_paragraph_under_different_news_only(
    archive: Archive, made: Made, background: str
) -> None:
    fill(
        archive,
        article("Mirror", f"{made(1)}\n\n{background}", 1),
        article("Tide", f"{background}\n\n{made(2)}", 2),
        article("Gull", f"{background}\n\n{made(2)}", 3),
    )
    derive_copies(archive)
    table = shared_texts.passages(archive, Selection())
    assert table["text"].tolist() == [background]
    assert table["kind"].tolist() == ["exact"]
    order = [id_of(archive, name) for name in ("Mirror", "Tide", "Gull")]
    assert table["members"].tolist() == [order]
    assert table["outlets"].tolist() == [3]
    assert names(archive) == [["Tide", "Gull"]]
    only = Selection(outlet=("The Tide", "The Gull"))
    assert shared_texts.passages(archive, only).empty


def test_a_group_is_told_as_a_timeline_with_what_was_kept(archive: Archive, made: Made) -> None:
    whole = "\n\n".join(made(number) for number in (1, 2, 3))
    fill(archive, article("Mirror", whole, 1), article("Tide", made(1), 2))
    derive_copies(archive)
    table = shared_texts.timeline(archive, id_of(archive, "Mirror"))
    assert table["outlet"].tolist() == ["The Mirror", "The Tide"]
    assert table["kept"].tolist() == [1.0, pytest.approx(1 / 3, abs=0.05)]
    assert isinstance(table, pd.DataFrame)


def test_the_first_is_the_same_one_everywhere(archive: Archive, made: Made) -> None:
    """Of one day the fuller text came first, whatever the ids are."""
    whole = "\n\n".join(made(number) for number in (1, 2, 3, 4))
    cut = "\n\n".join(made(number) for number in (1, 2, 3))
    cuts = [article(name, cut, 1) for name in ("Gull", "Tern", "Heron")]
    fill(archive, *cuts, article("Whole", whole, 1))
    derive_copies(archive)
    (row,) = shared_texts.spread(archive, Selection()).to_dict("records")
    assert row["group"] == id_of(archive, "Whole")
    assert (row["headline"], row["outlet"]) == ("News of Whole", "The Whole")
    table = shared_texts.timeline(archive, row["group"])
    assert table["id"].iloc[0] == row["group"]
    assert table["headline"].iloc[0] == row["headline"]
    assert row["changed"] == 3


def test_groups_can_be_ranked_by_how_fast_and_how_whole_they_spread(filled: Archive) -> None:
    table = shared_texts.spread(filled, Selection()).set_index("headline")
    assert table["days"].to_dict() == {"News of Tide": 2, "News of Post": 1}
    assert table["kept"].to_dict() == {"News of Tide": 1.0, "News of Post": 1.0}
    assert shared_texts.spread(filled, Selection(outlet=("The Lone",))).empty


def test_carriers_are_the_selected_copies_by_day(filled: Archive) -> None:
    table = filled.copies.carriers(Selection())
    said = ["News of Tide", "News of Mirror", "News of Post", "News of Quay", "News of Gull"]
    assert table["headline"].tolist() == said
    tide = filled.copies.carriers(Selection(outlet=("The Tide", "The Lone")))
    assert tide["copy_group"].tolist() == [id_of(filled, "Tide")]
    assert filled.copies.carriers(Selection(query="nosuch")).empty


def test_long_texts_are_compared_in_smaller_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [(1, 400), (2, 400), (3, 400), (4, 2_000_000), (5, 400), (6, 0)]
    assert list(copying.batches(rows, 2)) == [[1, 2], [3, 4], [5, 6]]
    monkeypatch.setattr(copying, "_WORDS_AT_ONCE", 500)
    assert list(copying.batches(rows, 5)) == [[1, 2], [3, 4], [5, 6]]
