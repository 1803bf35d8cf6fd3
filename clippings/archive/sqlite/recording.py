"""Records: the rows and pages that a batch of articles was read from, together and compressed.

An article's place in its batch is that of its sighting: a batch bears the number of the first sighting,
its first record belongs to that, the next to the next.
"""

import hashlib
import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

import pyarrow as pa

from clippings.archive.kept_records import Records
from clippings.archive.sqlite.current import as_json
from clippings.archive.sqlite.states import among

_CODEC = "zstd"
# Of those at hand the one that costs a load least for what it saves: a third of zlib's fastest.


def pack(data: Sequence[bytes]) -> bytes:
    """The records of a batch in one piece, compressed: a line with their lengths, then the bytes."""
    head = as_json([len(one) for one in data]).encode() + b"\n"
    packed: bytes = pa.compress(head + b"".join(data), codec=_CODEC, asbytes=True)
    return packed


def unpack(packed: bytes) -> list[bytes]:
    """The records of a batch."""
    with pa.CompressedInputStream(pa.BufferReader(packed), _CODEC) as stream:
        head, _, rest = stream.read().partition(b"\n")
    data, start = [], 0
    for length in json.loads(head):
        data.append(rest[start : start + length])
        start += length
    return data


def keep_records(
    connection: sqlite3.Connection, load: int, records: Records, packed: bytes, first: int
) -> None:
    """Keep a batch whose sightings begin with that number; the same bytes are kept only once."""
    digest = hashlib.sha256(packed).hexdigest()
    connection.execute("insert or ignore into record_data values (?, ?)", (digest, packed))
    connection.execute(
        "insert into record_batch values (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            first, first + len(records.data) - 1, load, digest, records.source, records.format,
            as_json(dict(records.given)), as_json(dict(records.said)),
        ),
    )  # fmt: skip


def records_of(connection: sqlite3.Connection, batch: int) -> Records | None:
    """The batch of that number, None if it is gone."""
    row = connection.execute(
        "select source, format, given, said, data from record_batch join record_data using (hash)"
        " where first = ?",
        (batch,),
    ).fetchone()
    if row is None:
        return None
    source, format, given, said, packed = row
    return Records(source, format, json.loads(given), json.loads(said), unpack(packed))


def without(records: Records, places: Collection[int]) -> Records:
    """The same batch without the records of these places."""
    left = [one for place, one in enumerate(records.data) if place not in places]
    return replace(records, data=left)


def empty_records(connection: sqlite3.Connection, sightings: Collection[int]) -> None:
    """Let go of what these sightings were of; the other records of their batches stay."""
    places: dict[str, set[int]] = defaultdict(set)
    for hash, place in connection.execute(
        "select hash, value - first from json_each(?) join record_batch on first ="
        " (select max(first) from record_batch where first <= value) where value <= last",
        (among(sightings),),
    ):
        places[hash].add(place)
    for hash, gone in places.items():
        row = connection.execute("select data from record_data where hash = ?", (hash,)).fetchone()
        left = [b"" if at in gone else one for at, one in enumerate(unpack(row[0]))]
        connection.execute("update record_data set data = ? where hash = ?", (pack(left), hash))


def drop_records(connection: sqlite3.Connection, load: int) -> None:
    """Delete what a load kept, but for what another load has, too."""
    connection.execute("delete from record_batch where load = ?", (load,))
    connection.execute("delete from record_data where hash not in (select hash from record_batch)")
