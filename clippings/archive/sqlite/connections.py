"""Connections to one archive file: many that read, one that writes; errors become ours here."""

import datetime as dt
import os
import secrets
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from clippings.archive.sqlite import schema
from clippings.errors import ArchiveError

BUSY_SECONDS = 30.0
"""How long to wait for another process to finish its transaction."""

_REMEDIES = {
    "database is locked": (
        "The archive is being written by another process",
        "Try again when that has finished.",
    ),
    "file is not a database": ("This file is not an archive", "Name another with --archive."),
    "malformed": (
        "The archive is damaged",
        "Restore it from a backup, or load its sources into a new one.",
    ),
    "disk is full": ("The disk is full", "Make room and run the same command again."),
    "readonly": ("The archive cannot be written", "Change the file's permissions, or copy it."),
    "unable to open": (
        "The archive cannot be opened",
        "Check that the file and its folder may be read and written.",
    ),
    "disk i/o": ("The archive's disk cannot be read or written", "Check the disk and try again."),
    "no such table": ("The archive is damaged", "Restore it from a backup."),
}


@contextmanager
def our_errors(path: Path) -> Iterator[None]:
    """Turn the driver's errors that a user can meet into `ArchiveError`; others are bugs."""
    try:
        yield
    except sqlite3.Error as error:
        said = str(error).lower()
        for sign, (what, remedy) in _REMEDIES.items():
            if sign in said:
                raise ArchiveError(what, str(path), remedy) from error
        raise


class Connections:
    """The connections of one archive, safe to use from any thread and across replaced files."""

    def __init__(self, path: Path, *, write: bool) -> None:
        self.path = path
        self.write = write
        self._lock = threading.Lock()
        self._writing = threading.RLock()
        self._idle: list[tuple[int | None, sqlite3.Connection]] = []
        self._writer: sqlite3.Connection | None = None
        self._closed = False
        if self.path.is_dir():
            raise ArchiveError("This is a folder, not an archive", str(path), "Name a file in it.")
        if self.path.exists():
            with our_errors(path):
                self._prepare()
        elif not write:
            raise ArchiveError(
                "There is no archive yet", str(path), "Load something first: clippings add PATH"
            )

    def _prepare(self) -> None:
        if self.write:
            self._open_writer()
            return
        with self.reading():
            pass

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection that sees one unchanging state of the archive and cannot write."""
        with our_errors(self.path):
            if self.write and self._writer is None:
                self._open_writer()
            inode, connection = self._take()
            try:
                connection.execute("begin")
                yield connection
            finally:
                self._give_back(inode, connection)

    def _give_back(self, inode: int | None, connection: sqlite3.Connection) -> None:
        """Keep the connection for the next question, if there may be one and it still works."""
        # A stream may be given up only after the archive was closed.
        lasting = inode is not None and not self._closed
        try:
            connection.rollback()
        except sqlite3.Error:
            lasting = False
        if lasting:
            with self._lock:
                self._idle.append((inode, connection))
        else:
            connection.close()

    def _take(self) -> tuple[int | None, sqlite3.Connection]:
        """An idle connection to the file that stands at the path now, or a new one."""
        try:
            inode = self.path.stat().st_ino
        except FileNotFoundError as error:
            raise ArchiveError(
                "The archive is gone", str(self.path), "Put it back, or name another."
            ) from error
        with self._lock:
            while self._idle:
                known, connection = self._idle.pop()
                if known == inode:
                    return known, connection
                connection.close()
        return self._open_reader(inode)

    def _open_reader(self, inode: int) -> tuple[int | None, sqlite3.Connection]:
        """A new connection, with the file's number if it may be used again."""
        address = "file:" + quote(str(self.path.absolute()))
        try:
            return inode, self._checked(f"{address}?mode=ro")
        except sqlite3.OperationalError as error:
            # In a folder that may not be written SQLite cannot make the files beside a WAL
            # archive. With nothing waiting in the log the file alone is the whole archive.
            log = Path(f"{self.path}-wal")
            if os.access(self.path.parent, os.W_OK) or (log.exists() and log.stat().st_size):
                raise
            if "unable to open" not in str(error) and "readonly" not in str(error):
                raise
            # It would never notice a change, so it serves for one question.
            return None, self._checked(f"{address}?mode=ro&immutable=1")

    def _checked(self, address: str) -> sqlite3.Connection:
        connection = _connect(address)
        try:
            schema.check(connection, str(self.path))
            if not schema.is_current(connection):
                raise ArchiveError(
                    "This archive was made by an older version of Clippings",
                    str(self.path),
                    "Add anything to it, or run clippings rebuild, to bring it up to date.",
                )
            connection.execute("pragma query_only=on")
            connection.execute("pragma mmap_size=1073741824")
        except BaseException:
            connection.close()
            raise
        return connection

    def _open_writer(self) -> sqlite3.Connection:
        with self._writing:
            if self._writer is None:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                connection = _connect("file:" + quote(str(self.path.absolute())))
                try:
                    schema.migrate(connection, str(self.path))
                    connection.execute("pragma synchronous=full")
                    connection.execute("pragma secure_delete=on")
                except BaseException:
                    connection.close()
                    raise
                self._writer = connection
            return self._writer

    @contextmanager
    def writing(self, what: str) -> Iterator[tuple[sqlite3.Connection, int]]:
        """One transaction, all or nothing, and its number; the data version changes with it."""
        if not self.write:
            raise ArchiveError(
                "The archive was opened to be read only", str(self.path), "Open it for writing."
            )
        with self._writing, our_errors(self.path):
            connection = self._open_writer()
            connection.execute("begin immediate")
            try:
                yield connection, _bump(connection, what)
                connection.execute("commit")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("rollback")
                raise

    @contextmanager
    def alone(self) -> Iterator[sqlite3.Connection]:
        """The writing connection outside any transaction, for what cannot stand inside one."""
        with self._writing, our_errors(self.path):
            yield self._open_writer()

    def close(self) -> None:
        """Close every connection; the last one folds the log into the file."""
        with self._writing, self._lock:
            self._closed = True
            for _, connection in self._idle:
                connection.close()
            self._idle.clear()
            if self._writer is not None:
                self._writer.close()
                self._writer = None


def _connect(address: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        address, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute("pragma cache_size=-65536")
        connection.execute("pragma temp_store=memory")
    except BaseException:
        connection.close()
        raise
    return connection


def _bump(connection: sqlite3.Connection, what: str) -> int:
    """The number of this transaction; its token tells two histories of a copied archive apart."""
    number = connection.execute("select coalesce(max(id), 0) + 1 from change").fetchone()[0]
    now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    connection.execute(
        "insert into change (id, token, at, what) values (?, ?, ?, ?)",
        (number, secrets.token_hex(4), now, what),
    )
    return int(number)
