"""Articles removed for good: gone from every answer and from the very file, and never back."""

import sqlite3
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from clippings.archive import ASIDE, Archive, Capture, Topic, open_archive
from clippings.archive.kept_records import Records
from clippings.archive.selection import Selection
from clippings.archive.sqlite.recording import unpack
from clippings.article import Article, Credit
from clippings.derive import conclusions
from clippings.derive_copies import decide_pair, derive_copies
from clippings.errors import ArchiveError
from clippings.removals import in_words, remove
from clippings.taking_back import take_back

WORD = "zwickelbrand"
"""Stands in the article that is removed, and nowhere else."""
TRACE = WORD[5:].encode()
"""What is seen of it in a file: the index leaves out what a word shares with the one before."""

GONE = Article(
    headline=f"The {WORD} affair",
    text=(
        f"A {WORD} was found in the harbour of Sulvek, said the port master on Monday.\n\n"
        "Nobody knew how it came there, and nobody wanted to say whose it had been before."
    ),
    source=f"saved/{WORD}.txt",
    site="mirror.example",
    outlet="The Mirror",
    url=f"https://mirror.example/{WORD}",
    published="2023-02-01",
    published_precision="day",
    language="en",
    credits=(Credit(f"Reporting by the {WORD} desk", "roles"),),
)
LEFT = replace(
    GONE,
    headline="Dam gates shut",
    text="The gates of the dam were shut on Monday, an engineer of the water board said again.",
    source="saved/dam.txt",
    url="https://mirror.example/dam",
    credits=(),
)
PAGE = Capture("page.txt", f"a page about a {WORD} and a dam".encode(), "captures", {})


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path / "articles.db", write=True) as opened:
        yield opened


def load(
    archive: Archive, *articles: Article, page: Capture | Records | None = None
) -> tuple[int, Any]:
    number = archive.start_load("clippings add page.txt", "page.txt")
    saved = archive.save(number, articles, page, conclusions(articles))
    archive.finish_load(number, {})
    return number, saved


def id_of(archive: Archive, headline: str) -> str:
    rows = archive.rows(Selection(stubs=True), ("id", "headline"))
    return str(rows["id"][rows["headline"] == headline].iloc[0])


def headlines(archive: Archive, **parts: Any) -> list[str]:
    return sorted(archive.rows(Selection(stubs=True, **parts), ("headline",))["headline"])


def remove_it(archive: Archive, headline: str = GONE.headline) -> int:
    done = remove(archive, [id_of(archive, headline)], because="a court said so", who="ana")
    assert done.left is None
    return done.decision


def bytes_of(path: Path) -> bytes:
    """Everything that stands in the archive's files, captures unpacked."""
    connection = sqlite3.connect(path)
    kept = connection.execute("select data from capture_data where data is not null").fetchall()
    batches = connection.execute("select data from record_data").fetchall()
    connection.close()
    files = [file.read_bytes() for file in sorted(path.parent.glob(f"{path.name}*"))]
    rows = [row for (data,) in batches for row in unpack(data)]
    return b"\n".join([*files, *(zlib.decompress(data) for (data,) in kept), *rows])


def check_index(archive: Archive) -> None:
    connection = sqlite3.connect(archive.path)
    connection.execute("insert into article_fts (article_fts, rank) values ('integrity-check', 1)")
    connection.close()


def test_it_is_in_no_answer_and_leaves_a_line_in_the_log(archive: Archive) -> None:
    load(archive, GONE, LEFT)
    gone = id_of(archive, GONE.headline)
    before = archive.data_version()
    number = remove_it(archive)
    assert archive.data_version() != before
    assert headlines(archive) == [LEFT.headline]
    assert headlines(archive, query=WORD) == []
    assert archive.count(Selection())["articles"].tolist() == [1]
    assert (archive.record(gone), len(archive.versions(gone))) == (None, 0)
    log = archive.decisions()
    assert log.loc[0, ["decision", "who", "field", "because"]].tolist() == [
        number, "ana", "removed", "a court said so",
    ]  # fmt: skip
    assert log["ids"][0] == [gone]
    removal = archive.removals.removal(gone)
    assert removal is not None
    assert (removal.decision, removal.because) == (number, "a court said so")
    check_index(archive)


def test_no_word_of_it_is_left_in_the_file(archive: Archive) -> None:
    load(archive, GONE, LEFT, page=PAGE)
    load(archive, replace(GONE, text=f"{GONE.text} Another {WORD}2 came."))
    load(archive, replace(GONE, headline=f"More on the {WORD}", url=f"https://x.example/{WORD}"))
    gone = id_of(archive, GONE.headline)
    archive.decide([gone], "headline", f"The great {WORD}", because=f"{WORD} in print", who="b")
    archive.decide([gone], "section", f"{WORD}s", because="so it says", who="b")
    archive.decide([gone], "origin", f"{WORD} news", because="so it says", who="b")
    other = id_of(archive, f"More on the {WORD}")
    ids = (gone, other)
    derive_copies(archive)
    words = {"dam": 0.2, WORD: 0.8}
    archive.save_topics(
        [Topic("t", f"{WORD} affair", (WORD, "dam"), "en", dict.fromkeys(ids, 1.0), words)], "1"
    )
    assert TRACE in bytes_of(archive.path)
    done = remove(archive, ids, because="a court said so", who="ana")
    assert done.left is None
    assert TRACE not in bytes_of(archive.path)
    assert headlines(archive) == [LEFT.headline]
    (topic,) = archive.topics()
    assert (topic.label, topic.terms, dict(topic.weights)) == ("dam", ("dam",), {"dam": 0.2})
    archive.close()
    assert TRACE not in bytes_of(archive.path)


@pytest.mark.parametrize(
    "again",
    [
        GONE,
        replace(GONE, text=GONE.text + " It is so."),
        replace(GONE, headline="Read better", text="Another text altogether, at one address."),
        replace(GONE, url=None),
        replace(GONE, url=None, text=GONE.text.replace("Nobody", "No one"), source="b.txt"),
        replace(GONE, url=None, published=None, published_precision=None),
        replace(GONE, url=None, text="", stub=True),
        replace(GONE, url=None, text=GONE.text[:70], cut=True),
    ],
)
def test_it_does_not_come_back_and_that_is_counted(archive: Archive, again: Article) -> None:
    load(archive, GONE, LEFT)
    number = remove_it(archive)
    _, saved = load(archive, LEFT, again)
    assert saved.removed == [(1, number)]
    assert (saved.added, saved.updated, saved.unchanged, saved.stubs) == (0, 0, 1, 0)
    assert headlines(archive) == [LEFT.headline]


@pytest.mark.parametrize(
    "other",
    [
        replace(GONE, site="tide.example", outlet="The Tide", url=None),
        replace(GONE, url="https://mirror.example/2", text="A second text of that day's column."),
        replace(GONE, url=None, published="2023-03-01", text="Next month's, with other words in it."),
        replace(
            GONE, url=None, published=None, published_precision=None,
            text="An undated one under the same headline, whose words are others throughout.",
        ),
    ],
)  # fmt: skip
def test_another_article_is_not_taken_for_it(archive: Archive, other: Article) -> None:
    load(archive, GONE)
    gone = id_of(archive, GONE.headline)
    remove_it(archive)
    _, saved = load(archive, other)
    assert (saved.added, saved.removed) == (1, [])
    assert id_of(archive, other.headline) != gone


def test_its_id_is_never_given_again(archive: Archive) -> None:
    nowhere = replace(GONE, site=None, outlet=None, url=None)
    load(archive, nowhere)
    gone = id_of(archive, GONE.headline)
    remove_it(archive)
    _, saved = load(archive, replace(nowhere, text="Under the headline of that day, other words."))
    assert (saved.added, saved.removed) == (1, [])
    assert id_of(archive, GONE.headline) != gone


def test_of_an_undated_column_only_the_one_removed_stays_out(archive: Archive) -> None:
    column = [
        replace(
            GONE, url=None, published=None, published_precision=None, headline="Weather",
            text=" ".join(f"{word}{n}" for word in "rain fell on the wide fields of Orre".split()),
        )
        for n in range(4)
    ]  # fmt: skip
    load(archive, *column)
    rows = archive.rows(Selection(query="rain2"), ("id",))["id"]
    remove(archive, list(rows), because="wrong", who="ana")
    _, saved = load(archive, *column)
    assert (saved.unchanged, [place for place, _ in saved.removed]) == (3, [2])


def test_an_export_that_carries_its_id_does_not_bring_it_back(archive: Archive) -> None:
    load(archive, GONE)
    gone = id_of(archive, GONE.headline)
    number = remove_it(archive)
    _, saved = load(archive, Article("Other words", "e.jsonl", "Quite other ones.", id=gone))
    assert saved.removed == [(0, number)]


def test_a_page_with_others_keeps_them_and_loses_its_bytes(archive: Archive) -> None:
    load(archive, GONE, LEFT, page=PAGE)
    loss = archive.removals.lost([id_of(archive, GONE.headline)])
    assert (loss.articles, loss.versions, loss.captures, loss.beside) == (1, 1, 1, 1)
    assert "1 other article read from the same page stays as it is" in in_words(loss, 4096)
    assert "GB" not in in_words(loss, 4096)
    assert "The file of 10.0 GB is then written anew, which takes 3 minutes or more" in in_words(
        loss, 10**10
    )
    remove_it(archive)
    assert list(archive.captures()) == []
    assert archive.removals.bare() == 1
    # Nor do they come back under another name.
    for page in (PAGE, replace(PAGE, source="copy.txt")):
        load(archive, GONE, LEFT, page=page)
    assert list(archive.captures()) == []
    assert b"a page about" not in bytes_of(archive.path)
    assert headlines(archive) == [LEFT.headline]


def test_a_page_that_turns_out_to_hold_it_is_let_go_of(archive: Archive) -> None:
    load(archive, GONE)
    load(archive, LEFT, page=PAGE)
    remove_it(archive)
    ((number, _),) = archive.captures()
    archive.resave(number, [GONE, replace(LEFT, comments=8)])
    assert list(archive.captures()) == []
    assert headlines(archive) == [LEFT.headline]


def test_loads_can_still_be_taken_back(archive: Archive) -> None:
    first, _ = load(archive, GONE, LEFT, page=PAGE)
    number = remove_it(archive)
    second, _ = load(archive, GONE, LEFT)
    assert archive.undo_load(first) == {"removed": 0, "restored": 0}
    assert archive.undo_load(second) == {"removed": 1, "restored": 0}
    assert load(archive, GONE, page=PAGE)[1].removed == [(0, number)]
    assert headlines(archive) == []
    assert list(archive.captures()) == []


def test_it_cannot_be_undone_nor_done_twice(archive: Archive) -> None:
    load(archive, GONE, LEFT)
    gone = id_of(archive, GONE.headline)
    aside = archive.decide([gone], ASIDE, "yes", because="no news", who="b")
    number = remove(archive, [gone], because="a court said so", who="ana").decision
    with pytest.raises(ArchiveError, match="nothing of them is left"):
        take_back(archive, number, who="ana")
    with pytest.raises(ArchiveError, match=f"removed already, by decision {number}"):
        remove(archive, [id_of(archive, LEFT.headline), gone], because="x", who="ana")
    with pytest.raises(ArchiveError, match="There is no article"):
        remove(archive, ["0" * 16], because="x", who="ana")
    with pytest.raises(ArchiveError, match="cannot be decided"):
        archive.decide([id_of(archive, LEFT.headline)], "removed", "yes", because="", who="b")
    assert headlines(archive) == [LEFT.headline]
    assert take_back(archive, aside, who="ana") > number


def test_what_was_decided_of_others_too_keeps_its_words(archive: Archive) -> None:
    load(archive, GONE, LEFT)
    gone, left = (id_of(archive, one.headline) for one in (GONE, LEFT))
    archive.decide([gone], "section", "Port", because="on page 4", who="b")
    archive.decide([gone, left], "outlet", "The Tide", because="in print", who="b")
    number = remove_it(archive)
    log = archive.decisions().set_index("decision")
    assert (log.loc[1, "new"], log.loc[1, "old"]) == (None, {gone: None})
    assert log.loc[1, "because"].endswith(f"by decision {number}")
    assert log.loc[2, ["new", "because"]].tolist() == ["The Tide", "in print"]
    assert log.loc[2, "old"] == {gone: None, left: "The Mirror"}
    assert archive.count(Selection(outlet=("The Tide",)))["articles"].tolist() == [1]


def carried(name: str, day: int, **fields: Any) -> Article:
    site = f"{name.lower()}.example"
    return replace(
        GONE, site=site, outlet=name, url=f"https://{site}/1", published=f"2023-02-0{day}", **fields
    )


def test_copies_of_it_stay_and_are_grouped_anew(archive: Archive) -> None:
    says = (Credit("From Orre News Agency", "agency"),)
    load(archive, carried("Tide", 1, credits=says), carried("Mirror", 2, credits=()),
         carried("Courier", 3, credits=()))  # fmt: skip
    derive_copies(archive)
    rows = archive.rows(Selection(), ("id", "copy_group", "day", "origin"), descending=False)
    first, *rest = rows["id"]
    assert set(rows["copy_group"]) == {first}
    decide_pair(archive, "together", (first, rest[1]), because="one text", who="b")
    assert archive.removals.lost([first]).alike == 2
    remove(archive, [first], because="a court said so", who="ana")
    rows = archive.rows(Selection(), ("id", "copy_group", "origin", "origin_basis"))
    assert set(rows["copy_group"]) == {rest[0]}
    assert set(rows["origin_basis"]) == {"unknown"}
    remove(archive, [rest[0]], because="a court said so", who="ana")
    rows = archive.rows(Selection(), ("id", "copy_group"))
    assert rows["id"].tolist() == [rest[1]]
    assert rows["copy_group"].isna().all()


def test_what_a_copy_took_over_from_it_goes(archive: Archive) -> None:
    says = (Credit("From Orre News Agency", "agency"),)
    load(archive, carried("Tide", 1, credits=says, headline="A secret headline"),
         carried("Mirror", 2, credits=()))  # fmt: skip
    derive_copies(archive)
    (mirror,) = archive.rows(Selection(outlet=("Mirror",)), ("id",))["id"]
    record = archive.record(mirror)
    assert record is not None
    remove_it(archive, "A secret headline")
    record = archive.record(mirror)
    assert record is not None
    assert (record["origin"], record["origin_basis"]) == (None, "unknown")
    assert b"secret headline" not in bytes_of(archive.path)


def test_what_was_deleted_earlier_is_gone_from_the_file_too(archive: Archive) -> None:
    load(archive, GONE, LEFT)
    connection = sqlite3.connect(archive.path)
    connection.execute("pragma secure_delete=off")
    connection.execute("create table former (text text)")
    connection.execute("insert into former values (?)", (GONE.text * 200,))
    connection.commit()
    connection.execute("drop table former")
    connection.commit()
    connection.close()
    remove_it(archive)
    assert TRACE not in bytes_of(archive.path)


def test_where_another_process_reads_the_file_is_cleaned_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clippings.archive.sqlite.connections.BUSY_SECONDS", 0.01)
    path = tmp_path / "articles.db"
    with open_archive(path, write=True) as archive:
        load(archive, GONE, LEFT)
    with open_archive(path, write=True) as archive, open_archive(path) as reader:
        stream = reader.records(Selection())
        next(stream)
        ids = [id_of(archive, GONE.headline)]
        done = remove(archive, ids, because="a court said so", who="ana")
        assert done.left is not None
        assert "clippings rebuild" in done.left
        assert headlines(archive) == [LEFT.headline]
        stream.close()  # type: ignore[attr-defined]
        assert archive.removals.clean()
        assert TRACE not in bytes_of(path)


def test_many_are_removed_at_once(
    archive: Archive,
) -> None:
    many = [replace(GONE, headline=f"n {n}", url=f"https://m.example/{n}") for n in range(2_500)]
    load(archive, *many, LEFT)
    ids = archive.rows(Selection(query=WORD), ("id",))["id"].tolist()
    assert len(ids) == 2_500
    done = remove(archive, ids, because="all of it", who="ana")
    assert (done.left, headlines(archive)) == (None, [LEFT.headline])
    assert TRACE not in bytes_of(archive.path)


def rows(*articles: Article) -> Records:
    """Rows of a table as these articles stand in it."""
    data = [f"{one.headline}\n{one.text}".encode() for one in articles]
    return Records("table.csv", "csv", {"outlet": "The Mirror"}, {"columns": {}}, data)


def kept_rows(archive: Archive) -> list[list[bytes]]:
    return [list(batch.data) for _, batch in archive.kept_records.batches()]


def test_its_row_goes_and_the_others_of_the_table_stay(archive: Archive) -> None:
    other = replace(LEFT, headline="Levy rises", url="https://mirror.example/levy", text="It does.")
    load(archive, LEFT, GONE, other, page=rows(LEFT, GONE, other))
    load(archive, LEFT, GONE, other, page=rows(LEFT, GONE, other))
    assert TRACE in bytes_of(archive.path)
    remove_it(archive)
    assert TRACE not in bytes_of(archive.path)
    left = [rows(LEFT).data[0], b"", rows(other).data[0]]
    assert kept_rows(archive) == [left, left]
    for number, batch in archive.kept_records.batches():
        anew = {place: (LEFT, GONE, other)[place] for place, one in enumerate(batch.data) if one}
        anew[2] = replace(other, section="Harbour")
        archive.kept_records.resave(number, anew)
    assert headlines(archive) == [LEFT.headline, other.headline]
    assert headlines(archive, section=("Harbour",)) == [other.headline]
    check_index(archive)


def test_its_row_is_not_kept_when_the_table_is_loaded_again(archive: Archive) -> None:
    load(archive, LEFT, GONE)
    remove_it(archive)
    _, saved = load(archive, GONE, LEFT, page=rows(GONE, LEFT))
    assert [place for place, _ in saved.removed] == [0]
    assert kept_rows(archive) == [[rows(LEFT).data[0]]]
    load(archive, GONE, page=rows(GONE))
    assert len(kept_rows(archive)) == 1
    assert TRACE not in bytes_of(archive.path)


def test_what_was_put_off_stays_put_off(archive: Archive) -> None:
    load(archive, GONE, LEFT)
    assert archive.copies.version() is None
    remove(archive, [id_of(archive, GONE.headline)], because="a court said so", who="me")
    assert archive.copies.version() is None
    assert TRACE not in bytes_of(archive.path)
    derive_copies(archive)
    remove(archive, [id_of(archive, LEFT.headline)], because="a court said so", who="me")
    assert archive.copies.version() is not None
