"""The file itself: made when needed, opened by many, refused in words, current after every change."""

import multiprocessing
import os
import shutil
import sqlite3
import sys
import threading
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from clippings.archive import Archive, Topic, open_archive
from clippings.archive.selection import Selection
from clippings.archive.sqlite import columns, schema
from clippings.archive.sqlite.connections import our_errors
from clippings.archive.sqlite.matching import RememberedHits
from clippings.article import Article
from clippings.errors import ArchiveError


def articles(numbers: Iterable[int]) -> list[Article]:
    return [
        Article(
            headline=f"Number {number}",
            text=f"harbour {number} levy",
            source="a.txt",
            outlet=f"Outlet {number % 3}",
            published=f"20{number % 20 + 10}-01-02",
            published_precision="day",
        )
        for number in numbers
    ]


def load(archive: Archive, numbers: Iterable[int]) -> None:
    number = archive.start_load("test", "test")
    archive.save(number, articles(numbers))
    archive.finish_load(number, {})


def filled(path: Path, count: int = 3) -> Path:
    with open_archive(path, write=True) as archive:
        load(archive, range(count))
    return path


def counted(archive: Archive, query: str = "") -> int:
    return int(archive.count(Selection(query=query))["articles"].iloc[0])


def test_nothing_is_made_before_the_first_write(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "articles.db"
    with open_archive(path, write=True) as archive:
        assert not path.parent.exists()
        archive.start_load("test", "test")
    assert path.exists()
    assert sorted(file.name for file in path.parent.iterdir()) == ["articles.db"]


def test_an_archive_that_is_missing_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError) as caught:
        open_archive(tmp_path / "no.db")
    assert caught.value.what == "There is no archive yet"
    assert not (tmp_path / "no.db").exists()


def damaged(path: Path) -> None:
    filled(path, 300)
    data = bytearray(path.read_bytes())
    data[8192 * 2 : -8192] = b"\xa5" * (len(data) - 8192 * 3)
    path.write_bytes(data)


def newer(path: Path) -> None:
    filled(path)
    connection = sqlite3.connect(path)
    connection.execute("pragma user_version = 999")
    connection.close()


def foreign(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("create table recipe (name text)")
    connection.close()


@pytest.mark.parametrize(
    ("make", "what"),
    [
        (damaged, "The archive is damaged"),
        (newer, "This archive was made by a newer version of Clippings"),
        (foreign, "This database is not an archive of Clippings"),
        (lambda path: path.write_text("no database " * 100), "This file is not an archive"),
        (lambda path: path.mkdir(), "This is a folder, not an archive"),
    ],
)
@pytest.mark.parametrize("write", [False, True])
def test_what_is_no_archive_is_refused_in_words(
    make: object, what: str, write: bool, tmp_path: Path
) -> None:
    path = tmp_path / "articles.db"
    make(path)  # type: ignore[operator]
    with pytest.raises(ArchiveError) as caught, open_archive(path, write=write) as archive:
        list(archive.records(Selection()))
    assert caught.value.what == what
    assert caught.value.where == str(path)
    assert caught.value.remedy.endswith(".")


def test_an_archive_of_an_older_version_is_brought_up_to_date_by_writing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = filled(tmp_path / "articles.db")
    step = lambda db: db.table("load").add_column("note", str)  # noqa: E731
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, step))
    with pytest.raises(ArchiveError, match="older version"):
        open_archive(path)
    with open_archive(path, write=True) as archive:
        load(archive, [99])
        assert counted(archive) == 4
    with open_archive(path) as archive:
        assert counted(archive) == 4


def test_an_update_that_fails_leaves_the_archive_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = filled(tmp_path / "articles.db")

    def step(db: object) -> None:
        db.table("load").add_column("note", str)  # type: ignore[attr-defined]
        raise ZeroDivisionError

    with monkeypatch.context() as patched:
        patched.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, step))
        with pytest.raises(ZeroDivisionError):
            open_archive(path, write=True)
    with open_archive(path) as archive:
        assert counted(archive) == 3
    connection = sqlite3.connect(path)
    assert "note" not in str(connection.execute("select sql from sqlite_master").fetchall())
    connection.close()


def test_an_archive_opened_for_questions_cannot_be_written(tmp_path: Path) -> None:
    with (
        open_archive(filled(tmp_path / "articles.db")) as archive,
        pytest.raises(ArchiveError, match="read only"),
    ):
        load(archive, [9])


def test_readers_see_each_commit_and_nothing_halfway(tmp_path: Path) -> None:
    path = filled(tmp_path / "articles.db")
    with open_archive(path) as reader, open_archive(path, write=True) as writer:
        seen = {reader.data_version()}
        for number in range(10, 15):
            load(writer, [number])
            seen.add(reader.data_version())
            assert counted(reader, "harbour") == counted(reader) == number - 6
        assert len(seen) == 6


def test_a_stream_keeps_to_the_state_it_began_in(tmp_path: Path) -> None:
    path = filled(tmp_path / "articles.db", 1200)
    with open_archive(path) as reader, open_archive(path, write=True) as writer:
        stream = reader.records(Selection())
        next(stream)
        writer.undo_load(1)
        assert counted(reader) == 0
        assert sum(1 for _ in stream) == 1199


@pytest.mark.skipif(
    not Path("/proc/self/fd").exists(), reason="no /proc here to tell which files are open"
)
def test_a_stream_given_up_leaves_nothing_open(tmp_path: Path) -> None:
    with open_archive(filled(tmp_path / "articles.db"), write=True) as archive:
        stream = archive.records(Selection())
        next(stream)
    del stream
    files = [link.readlink() for link in Path("/proc/self/fd").iterdir() if link.is_symlink()]
    assert not [file for file in files if file.is_relative_to(tmp_path)]


def test_a_replaced_file_is_noticed(tmp_path: Path) -> None:
    path, other = filled(tmp_path / "articles.db"), filled(tmp_path / "other.db", 7)
    with open_archive(path) as archive:
        before = archive.data_version()
        assert counted(archive) == 3
        other.replace(path)
        assert archive.data_version() != before
        assert counted(archive) == counted(archive, "levy") == 7


def test_two_histories_of_one_copy_are_told_apart(tmp_path: Path) -> None:
    path = filled(tmp_path / "articles.db")
    copy = Path(shutil.copy(path, tmp_path / "copy.db"))
    with open_archive(path, write=True) as archive, open_archive(copy, write=True) as twin:
        assert archive.data_version() == twin.data_version()
        load(archive, range(10, 12))
        load(twin, range(20, 25))
        assert counted(archive) == 5
        assert archive.data_version() != twin.data_version()
    with open_archive(path) as archive:
        assert counted(archive) == 5
        copy.replace(path)
        assert counted(archive) == 8
        assert sorted(archive.rows(Selection(), ("headline",))["headline"])[-1] == "Number 24"


def test_questions_from_many_threads(tmp_path: Path) -> None:
    path = filled(tmp_path / "articles.db", 200)
    answers: list[int] = []
    with open_archive(path) as archive:

        def ask() -> None:
            for number in range(20):
                answers.append(counted(archive, f"{number} OR harbour"))
                archive.rows(Selection(), limit=5)

        threads = [threading.Thread(target=ask) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert answers == [200] * 120


def write_many(path: Path, start: int) -> None:
    with open_archive(path, write=True) as archive:
        number = archive.start_load("test", "test")
        for first in range(start, start + 200, 20):
            archive.save(number, articles(range(first, first + 20)))
        archive.finish_load(number, {})


def test_two_writers_at_once_lose_and_double_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A new process runs the main module again, and a page tested before leaves itself as that.
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))
    path = tmp_path / "articles.db"
    spawn = multiprocessing.get_context("spawn")
    # They overlap: half of what each brings the other brings, too.
    writers = [spawn.Process(target=write_many, args=(path, start)) for start in (0, 100)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0]
    with open_archive(path) as archive:
        assert counted(archive) == counted(archive, "levy") == 300
        loads = archive.loads()
        assert loads["added"].sum() == 300
        assert loads["unchanged"].sum() == 100


def test_a_writer_that_waits_too_long_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clippings.archive.sqlite.connections.BUSY_SECONDS", 0.01)
    path = filled(tmp_path / "articles.db")
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("begin immediate")
    with (
        open_archive(path, write=True) as archive,
        pytest.raises(ArchiveError, match="written by another process"),
    ):
        load(archive, [9])
    holder.close()


class _Busy:
    """A connection whose file another process is making, so many times."""

    def __init__(self, times: int) -> None:
        self.times = times

    def execute(self, _: str) -> None:
        self.times -= 1
        if self.times >= 0:
            raise sqlite3.OperationalError("database is locked")


def test_a_file_that_another_process_is_making_is_waited_for() -> None:
    busy: Any = _Busy(2)
    schema._log_ahead(busy)
    assert busy.times == -1
    with pytest.raises(sqlite3.OperationalError):
        schema._log_ahead(_Busy(1_000), seconds=0)  # type: ignore[arg-type]


@pytest.mark.skipif(os.geteuid() == 0, reason="for root every folder may be written")
def test_questions_in_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    path = filled(tmp_path / "articles.db")
    tmp_path.chmod(0o500)
    try:
        with open_archive(path) as archive:
            assert counted(archive, "harbour") == 3
    finally:
        tmp_path.chmod(0o700)


def test_the_copy_beside_a_big_archive_is_used_renewed_and_never_needed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(columns, "SIDE_FILE_FROM", 5)
    path = filled(tmp_path / "articles.db", 30)
    side = tmp_path / "articles.db.columns.npz"
    assert not side.exists()
    with open_archive(path) as archive:
        assert counted(archive) == 30
    first = side.read_bytes()
    with open_archive(path, write=True) as archive:
        load(archive, range(30, 400))
        by_outlet = archive.count(Selection(), ("outlet", "year"))
    assert side.read_bytes() != first
    for damage in (None, b"", b"nonsense", first, side.read_bytes()[:500]):
        if damage is not None:
            side.write_bytes(damage)
        with open_archive(path) as archive:
            assert archive.count(Selection(), ("outlet", "year")).equals(by_outlet)


def test_the_copy_is_not_trusted_after_an_undone_load(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(columns, "SIDE_FILE_FROM", 5)
    path = filled(tmp_path / "articles.db", 30)
    with open_archive(path, write=True) as archive:
        load(archive, range(30, 40))
        assert counted(archive) == 40
        archive.undo_load(2)
        assert counted(archive) == 30
        load(archive, range(50, 53))
        assert counted(archive) == 33


def test_codes_outgrow_their_width(tmp_path: Path) -> None:
    with open_archive(tmp_path / "articles.db", write=True) as archive:
        for start in (0, 200, 400):
            number = archive.start_load("test", "test")
            many = [
                Article(
                    headline=f"n {n}", source=f"page {n}", outlet=f"Outlet {n}", comments=n * 500
                )
                for n in range(start, start + 200)
            ]
            archive.save(number, many)
            assert counted(archive) == start + 200
        assert len(archive.count(Selection(), ("outlet",))) == 600
        assert archive.rows(Selection(), ("comments",), order="comments")["comments"][0] == 299500


def test_the_file_is_readable_by_anyone(tmp_path: Path) -> None:
    connection = sqlite3.connect(filled(tmp_path / "articles.db"))
    rows = connection.execute("select headline, outlet, day, text from articles order by id")
    assert ("Number 1", "Outlet 1", "2011-01-02", "harbour 1 levy") in rows.fetchall()
    assert connection.execute("pragma journal_mode").fetchone() == ("wal",)
    assert connection.execute("pragma page_size").fetchone() == (8192,)
    connection.close()


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("database or disk is full", "The disk is full"),
        ("attempt to write a readonly database", "The archive cannot be written"),
        ("disk I/O error", "The archive's disk cannot be read or written"),
        ("database disk image is malformed", "The archive is damaged"),
    ],
)
def test_the_drivers_errors_become_ours(said: str, what: str, tmp_path: Path) -> None:
    with pytest.raises(ArchiveError) as caught, our_errors(tmp_path):
        raise sqlite3.OperationalError(said)
    assert (caught.value.what, caught.value.where) == (what, str(tmp_path))
    assert isinstance(caught.value.__cause__, sqlite3.Error)


def test_an_error_that_is_a_bug_stays_one(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError), our_errors(tmp_path):
        raise sqlite3.OperationalError('near "selekt": syntax error')


def test_hits_are_let_go_of_when_they_grow_too_many() -> None:
    hits = RememberedHits(100)
    for key in range(5):
        hits.put(key, np.zeros(10, np.int32))
        hits.get(0)
    assert [key for key in range(5) if hits.get(key) is not None] == [0, 4]


def test_topics_outlast_what_is_loaded_after_them(tmp_path: Path) -> None:
    with open_archive(tmp_path / "articles.db", write=True) as archive:
        load(archive, range(5))
        ids = archive.rows(Selection(), ("id",))["id"].tolist()
        archive.save_topics([Topic("t", "A topic", (), None, dict.fromkeys(ids[:2], 1.0))], "1")
        assert counted(archive) == 5
        load(archive, range(5, 12))
        by_topic = archive.count(Selection(), ("topic",))
        assert by_topic["articles"].tolist() == [2, 10]
        assert by_topic["topic"].tolist() == ["t", None]
