"""Loads taken back, decisions, captures read anew: what changes, and what must not."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from clippings import folding
from clippings.archive import Archive, Capture, Derived, Topic, open_archive
from clippings.archive.kept_records import Records
from clippings.archive.selection import Selection
from clippings.article import Article
from clippings.errors import ArchiveError

ONE = Article(
    headline="Harbour levy rises",
    text="The harbour levy rises in spring, said the port.",
    source="a.txt",
    site="mirror.example",
    outlet="The Mirror",
    published="2023-02-01",
    published_precision="day",
    comments=3,
)
TWO = replace(ONE, headline="Dam gates shut", text="The gates of the dam are shut.", section="Dam")
LATER = replace(ONE, text="The harbour levy rises in autumn, said the port.", comments=8)
ROWS = Records("a.csv", "csv", {}, {"columns": {"text": "Inhalt"}, "dates": None}, [b"one", b"two"])
PAGE = Capture("a.txt", b"the page", "captures", {"outlet": "The Mirror"})


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path / "articles.db", write=True) as opened:
        yield opened


def load(
    archive: Archive, *articles: Article, page: Capture | Records | None = None, **more: Any
) -> int:
    number = archive.start_load("clippings add a.txt", "a.txt")
    archive.save(number, articles, page, **more)
    archive.finish_load(number, {"empty": 1})
    return number


def found(archive: Archive, query: str = "") -> list[str]:
    rows = archive.rows(Selection(query=query, stubs=True), ("headline",))
    return sorted(rows["headline"])


def contents(archive: Archive) -> list[dict[str, Any]]:
    return list(archive.records(Selection(stubs=True)))


def check_index(archive: Archive) -> None:
    """The full-text index holds exactly what the articles say."""
    connection = sqlite3.connect(archive.path)
    connection.execute("insert into article_fts (article_fts, rank) values ('integrity-check', 1)")
    connection.close()


def test_an_undone_load_leaves_what_was_there_before(archive: Archive) -> None:
    load(archive, ONE)
    before = contents(archive)
    number = load(archive, LATER, TWO)
    assert found(archive, "autumn") == ["Harbour levy rises"]
    assert archive.undo_load(number) == {"removed": 1, "restored": 1}
    assert contents(archive) == before
    assert (found(archive, "autumn"), found(archive, "gates")) == ([], [])
    assert found(archive, "spring") == ["Harbour levy rises"]
    check_index(archive)


def test_what_two_loads_met_stays_when_one_is_undone(archive: Archive) -> None:
    first = load(archive, ONE, TWO)
    load(archive, ONE)
    assert archive.undo_load(first) == {"removed": 1, "restored": 0}
    assert found(archive) == ["Harbour levy rises"]
    check_index(archive)


def test_a_load_undone_and_done_again_gives_the_same(archive: Archive) -> None:
    number = load(archive, ONE, TWO, page=PAGE)
    before = contents(archive)
    archive.undo_load(number)
    assert contents(archive) == []
    assert list(archive.captures()) == []
    load(archive, ONE, TWO, page=PAGE)
    assert contents(archive) == before


def test_an_undone_article_falls_back_to_its_stub(archive: Archive) -> None:
    load(archive, replace(ONE, text="", stub=True))
    archive.undo_load(load(archive, ONE))
    (record,) = contents(archive)
    assert (record["stub"], record["text"]) == (True, "")


def test_loads_say_what_became_of_them(archive: Archive) -> None:
    first = load(archive, ONE, replace(TWO, text="", stub=True))
    second = load(archive, ONE, replace(ONE, text=f"{ONE.text} It is so."))
    third = archive.start_load("clippings add b.txt", "b.txt")
    archive.undo_load(first)
    table = archive.loads().set_index("load")
    assert table.index.tolist() == [third, second, first]
    assert table["state"].tolist() == ["interrupted", "done", "undone"]
    columns = ["added", "updated", "unchanged", "stubs"]
    assert table.loc[first, columns].tolist() == [1, 0, 0, 1]
    assert table.loc[second, columns].tolist() == [0, 1, 1, 0]
    assert table.loc[second, "skipped"] == {"empty": 1}
    assert table.loc[third, ["command", "source"]].tolist() == ["clippings add b.txt", "b.txt"]


@pytest.mark.parametrize("number", [99, 1])
def test_only_a_load_that_holds_can_be_undone(archive: Archive, number: int) -> None:
    archive.undo_load(load(archive, ONE))
    with pytest.raises(ArchiveError, match="See clippings loads"):
        archive.undo_load(number)
    with pytest.raises(ArchiveError, match="no load"):
        archive.save(number, [ONE])


def test_a_batch_is_kept_whole_or_not_at_all(archive: Archive) -> None:
    number = load(archive, ONE)
    version = archive.data_version()
    broken = replace(TWO, comments=2**80)
    with pytest.raises(OverflowError):
        archive.save(number, [replace(ONE, headline="Another"), broken])
    assert found(archive) == ["Harbour levy rises"]
    assert archive.data_version() == version
    load(archive, TWO)
    assert len(found(archive)) == 2


def test_every_write_changes_the_data_version(archive: Archive) -> None:
    seen = [archive.data_version()]
    number = archive.start_load("test", "test")
    for change in (
        lambda: archive.save(number, [ONE]),
        lambda: archive.finish_load(number, {}),
        lambda: archive.decide(ids(archive), "section", "Port", because="b", who="w"),
        lambda: archive.save_topics([], "1"),
        lambda: archive.undo_load(number),
    ):
        change()
        seen.append(archive.data_version())
    assert len(set(seen)) == len(seen)


def ids(archive: Archive) -> list[str]:
    return archive.rows(Selection(stubs=True), ("id",), order="headline", descending=False)[
        "id"
    ].tolist()


# Decisions


def test_a_decision_stands_above_what_was_found(archive: Archive) -> None:
    load(archive, ONE)
    for field, new in (
        ("outlet", "The Tide"), ("section", "Port"), ("language", "sq"),
        ("published", "2022-12-31"), ("headline", "A levy on harbours"),
    ):  # fmt: skip
        archive.decide(ids(archive), field, new, because="seen in print", who="mb")
    (record,) = contents(archive)
    assert record["outlet"] == "The Tide"
    assert (record["language"], record["language_basis"]) == ("sq", "decided")
    assert (record["published"], record["published_precision"]) == ("2022-12-31", "day")
    assert record["headline"] == "A levy on harbours"
    chosen = Selection(outlet=("The Tide",), section=("Port",), query="harbours")
    assert archive.count(chosen, ("day",))["day"].tolist() == ["2022-12-31"]
    assert found(archive, '"levy rises"') == ["A levy on harbours"], "the text says so still"
    assert found(archive, '"harbour levy" -spring') == []
    check_index(archive)


def test_a_decision_outlives_reloading_and_undoing(archive: Archive) -> None:
    number = load(archive, ONE)
    archive.decide(ids(archive), "outlet", "The Tide", because="seen in print", who="mb")
    load(archive, LATER)
    assert contents(archive)[0]["outlet"] == "The Tide"
    archive.undo_load(number)
    archive.undo_load(number + 1)
    load(archive, ONE)
    assert contents(archive)[0]["outlet"] == "The Tide"


def test_a_decision_is_taken_back_by_another(archive: Archive) -> None:
    load(archive, ONE, TWO)
    first = archive.decide(ids(archive), "section", "Port", because="one desk", who="mb")
    second = archive.decide(ids(archive)[:1], "section", "Sea", because="no", who="mb")
    back = archive.decide([], "section", None, because="yes after all", who="mb", undoes=second)
    assert [record["section"] for record in contents(archive)] == ["Port", "Port"]
    archive.decide([], "section", None, because="", who="mb", undoes=first)
    assert {record["section"] for record in contents(archive)} == {None, "Dam"}
    log = archive.decisions().set_index("decision")
    assert log.loc[first, "old"] == dict(zip(ids(archive), ["Dam", None], strict=True))
    assert log.loc[back, ["undoes", "because"]].tolist() == [second, "yes after all"]
    archive.decide([], "section", None, because="", who="mb", undoes=back)
    assert {record["section"] for record in contents(archive)} == {"Sea", None}


@pytest.mark.parametrize(
    ("public", "field", "new", "what"),
    [
        ("0" * 16, "outlet", "The Tide", "There is no article 0000000000000000"),
        (None, "text", "Other", "The field 'text' cannot be decided"),
        (None, "headline", "", "A headline cannot be empty"),
        (None, "published", "yesterday", "'yesterday' is no date"),
    ],
)
def test_what_cannot_be_decided(
    archive: Archive, public: str | None, field: str, new: str, what: str
) -> None:
    load(archive, ONE)
    with pytest.raises(ArchiveError) as caught:
        archive.decide([public or ids(archive)[0]], field, new, because="", who="mb")
    assert caught.value.what == what
    assert archive.decisions().empty


# Derived values


def derived(language: str, confidence: float = 0.9) -> dict[str, list[Derived]]:
    return {"language": [Derived(language, confidence, "inferred", "its letters")]}


def test_a_derived_language_shows_how_it_is_known(archive: Archive) -> None:
    load(archive, ONE, derived=derived("en"))
    (record,) = contents(archive)
    assert (record["language"], record["language_basis"], record["language_confidence"]) == (
        "en", "inferred", 0.9,
    )  # fmt: skip
    whole = archive.record(record["id"])
    assert whole is not None
    assert whole["language_evidence"] == "its letters"


def test_a_stated_language_stands_above_a_derived_one(archive: Archive) -> None:
    load(archive, replace(ONE, language="sq"), derived=derived("en"))
    (record,) = contents(archive)
    assert (record["language"], record["language_basis"]) == ("sq", "stated")


def test_what_was_derived_of_a_teaser_is_not_that_of_the_text(archive: Archive) -> None:
    load(archive, ONE, derived=derived("en"))
    load(archive, replace(ONE, text="", stub=True), derived=derived("de", 0.2))
    assert contents(archive)[0]["language"] == "en"


def test_conclusions_are_replaced_without_a_capture(archive: Archive) -> None:
    load(archive, ONE, TWO)
    assert {record["language_basis"] for record in contents(archive)} == {"unknown"}
    archive.save_derived({"language": {ids(archive)[0]: Derived("fa", 1.0, "inferred")}})
    assert archive.count(Selection(language=("fa",)))["articles"].tolist() == [1]


# Captures


def test_a_capture_is_kept_once_and_comes_back_as_it_was(archive: Archive) -> None:
    load(archive, ONE, page=PAGE)
    load(archive, ONE, page=PAGE)
    assert [capture for _, capture in archive.captures()] == [PAGE]


def test_reading_a_capture_anew_keeps_ids_decisions_and_other_loads(archive: Archive) -> None:
    load(archive, ONE, TWO, page=PAGE)
    load(archive, ONE, TWO, page=PAGE)
    before = contents(archive)
    archive.decide([before[0]["id"]], "outlet", "The Tide", because="seen", who="mb")
    better = [
        replace(ONE, headline="Harbour levy rises again", text=ONE.text + " It is so."),
        replace(TWO, comments=7),
    ]
    for number, _ in archive.captures():
        archive.resave(number, better, {"language": [Derived("en", 1.0, "inferred")] * 2})
    after = contents(archive)
    assert {record["id"] for record in after} == {record["id"] for record in before}
    assert {record["headline"] for record in after} == {one.headline for one in better}
    assert {record["versions"] for record in after} == {1}
    assert {record["language"] for record in after} == {"en"}
    assert archive.count(Selection(outlet=("The Tide",)))["articles"].tolist() == [1]
    assert found(archive, '"levy rises again"') == ["Harbour levy rises again"]
    assert archive.undo_load(1) == {"removed": 0, "restored": 0}
    assert archive.undo_load(2) == {"removed": 2, "restored": 0}
    check_index(archive)


def test_an_article_no_longer_read_from_a_capture_goes(archive: Archive) -> None:
    load(archive, ONE, TWO, page=PAGE)
    ((number, _),) = archive.captures()
    archive.resave(number, [TWO])
    assert found(archive) == ["Dam gates shut"]
    archive.resave(number, [TWO, replace(ONE, headline="New here", text="All new.")])
    assert found(archive) == ["Dam gates shut", "New here"]
    check_index(archive)


def test_rows_are_kept_once_and_go_with_the_last_load_that_met_them(archive: Archive) -> None:
    first = load(archive, ONE, TWO, page=ROWS)
    second = load(archive, ONE, TWO, page=ROWS)
    assert [records for _, records in archive.kept_records.batches()] == [ROWS, ROWS]
    connection = sqlite3.connect(archive.path)
    kept = "select count(*) from record_data"
    assert connection.execute(kept).fetchone() == (1,)
    archive.undo_load(first)
    assert [records for _, records in archive.kept_records.batches()] == [ROWS]
    archive.undo_load(second)
    assert connection.execute(kept).fetchone() == (0,)
    connection.close()


def test_reading_rows_anew_keeps_ids_decisions_and_other_loads(archive: Archive) -> None:
    load(archive, ONE, TWO, page=ROWS)
    load(archive, TWO)
    before = contents(archive)
    archive.decide([before[0]["id"]], "outlet", "The Tide", because="seen", who="mb")
    better = replace(ONE, headline="Harbour levy rises again", text=ONE.text + " It is so.")
    ((number, _),) = archive.kept_records.batches()
    archive.kept_records.resave(number, {0: better, 1: TWO})
    after = contents(archive)
    assert {record["id"] for record in after} == {record["id"] for record in before}
    assert {record["headline"] for record in after} == {better.headline, TWO.headline}
    assert {record["versions"] for record in after} == {1}
    assert archive.count(Selection(outlet=("The Tide",)))["articles"].tolist() == [1]
    assert found(archive, '"levy rises again"') == ["Harbour levy rises again"]
    archive.kept_records.resave(number, {0: None, 1: None})
    # The other load has it still.
    assert found(archive) == [TWO.headline]
    load(archive, LATER, page=replace(ROWS, data=[b"three"]))
    check_index(archive)
    assert [list(one.data) for _, one in archive.kept_records.batches()][-1] == [b"three"]


def test_another_folding_indexes_anew(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    load(archive, replace(ONE, text="مُحَمَّد"))
    load(archive, TWO)
    assert archive.refold() is False
    connection = sqlite3.connect(archive.path)
    connection.execute("update setting set value = 'older' where name = 'folding'")
    connection.execute("update version set folded_text = 'what it was'")
    connection.execute("insert into article_fts (article_fts) values ('rebuild')")
    connection.commit()
    connection.close()
    assert archive.refold() is True
    assert found(archive, "محمد") == ["Harbour levy rises"]
    assert found(archive, "gates") == ["Dam gates shut"]
    check_index(archive)
    connection = sqlite3.connect(archive.path)
    version = connection.execute("select value from setting where name = 'folding'").fetchone()
    connection.close()
    assert version == (folding.FOLDING_VERSION,)


def test_topics_are_replaced_and_lose_members_that_go(archive: Archive) -> None:
    number = load(archive, ONE)
    load(archive, TWO)
    first, second = ids(archive)
    archive.save_topics([Topic("x", "Old", (), None, {first: 1.0})], "1")
    archive.save_topics([Topic("y", "New", ("levy",), "en", {first: 0.4, second: 0.6})], "1")
    assert archive.topics() == [Topic("y", "New", ("levy",), "en", {})]
    assert archive.count(Selection(topic="y"))["articles"].tolist() == [2]
    archive.undo_load(number)
    assert archive.count(Selection(topic="y"))["articles"].tolist() == [1]
