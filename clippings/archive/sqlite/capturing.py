"""Captures: files and pages as they came, their bytes kept once however often they come."""

import hashlib
import sqlite3
import zlib
from collections.abc import Collection

from clippings.archive import Capture
from clippings.archive.sqlite.current import as_json
from clippings.archive.sqlite.states import IN, among


def keep_capture(connection: sqlite3.Connection, load: int, capture: Capture) -> int:
    """The number of the capture, whose bytes are yet to be kept."""
    digest = hashlib.sha256(capture.data).hexdigest()
    given = as_json(dict(sorted(capture.given.items())))
    row = (
        connection.execute(
            "select id from capture where hash = ? and source = ? and format = ? and given = ?",
            (digest, capture.source, capture.format, given),
        ).fetchone()
        or connection.execute(
            "insert into capture (hash, source, format, given, load) values (?, ?, ?, ?, ?)"
            " returning id",
            (digest, capture.source, capture.format, given, load),
        ).fetchone()
    )
    return int(row[0])


def keep_bytes(connection: sqlite3.Connection, number: int, data: bytes) -> None:
    """Keep a capture's bytes, unless they are there, or something read from them was removed."""
    known = connection.execute(
        "select hash, hash in (select hash from capture_data) from capture where id = ?", (number,)
    ).fetchone()
    if not known[1]:
        connection.execute(
            "insert into capture_data values (?, ?)", (known[0], zlib.compress(data))
        )


def forget_bytes(connection: sqlite3.Connection, captures: Collection[int]) -> None:
    """Let go of the bytes of these captures, whichever others have the same, and keep them never again."""
    connection.execute(
        f"insert or replace into capture_data select distinct hash, null from capture where id {IN}",
        (among(captures),),
    )


def drop_unseen(connection: sqlite3.Connection, captures: Collection[int]) -> None:
    """Delete those of these captures that nothing in the archive was read from any more."""
    connection.execute(
        f"delete from capture where id {IN}"
        " and not exists (select 1 from sighting where sighting.capture = capture.id)",
        (among(captures),),
    )


def drop_all_unseen(connection: sqlite3.Connection) -> None:
    """Delete the captures that nothing in the archive was read from any more."""
    connection.execute(
        "delete from capture where id not in"
        " (select capture from sighting where capture is not null)"
    )
    # A hash without bytes stays: the mark that these are never to be kept again.
    connection.execute(
        "delete from capture_data where data is not null and hash not in (select hash from capture)"
    )


def bare(connection: sqlite3.Connection) -> int:
    """How many captures have no bytes any more."""
    row = connection.execute(
        "select count(*) from capture join capture_data using (hash) where data is null"
    ).fetchone()
    return int(row[0])
