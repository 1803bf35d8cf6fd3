"""Readers: one format a file. Each turns a stream of bytes into articles and skipped items."""

import codecs
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from clippings.article import Article
from clippings.errors import SourceError
from ingest.outcomes import Record, Skipped
from ingest.readers import (
    captures,
    excel,
    exported,
    feeds,
    html,
    jsonfeed,
    opml,
    parquet,
    tables,
    warc,
    wordpress,
    wpjson,
)
from ingest.readers.charsets import sniff
from ingest.readers.columns import NOTHING, Said


@dataclass(frozen=True, slots=True)
class Reader:
    """How one format is told from the others, and read."""

    name: str
    recognises: Callable[[bytes], bool]
    """Whether the first 64 KiB of a file are in this format."""
    read: Callable[..., Iterator[Article | Skipped]]
    """The items of the file of that name, as a stream; `SourceError` if it is none of ours."""
    page: bool
    """Whether the file is a page, kept whole beside what was read of it."""
    streams: bool = False
    """Whether a page too large to be kept can still be read, as a stream."""
    records: Callable[..., Iterator[Record | Skipped]] | None = None
    """The same items with the row or page of each, where these are kept one by one."""
    read_record: Callable[[str, bytes, Said], Article | Skipped] = exported.read_record
    """The article of a kept row or page, read anew."""
    table: bool = False
    """Whether `records` takes what the user says of its columns."""


_table = partial(Reader, page=False, table=True)

READERS = (
    _table("parquet", parquet.recognises, parquet.read, records=parquet.records),
    _table("excel", excel.recognises, excel.read, records=excel.records),
    Reader(
        "warc",
        warc.recognises,
        warc.read,
        page=False,
        records=warc.records,
        read_record=warc.read_record,
    ),
    Reader("html", html.recognises, html.read, page=True),
    Reader("opml", opml.recognises, opml.read, page=False),
    Reader("wordpress", wordpress.recognises, wordpress.read, page=True, streams=True),
    Reader("feed", feeds.recognises, feeds.read, page=True, streams=True),
    Reader("jsonfeed", jsonfeed.recognises, jsonfeed.read, page=True, streams=True),
    Reader("wp-json", wpjson.recognises, wpjson.read, page=True, streams=True),
    _table("json", tables.recognises_json, tables.read_json, records=tables.records_of_json),
    _table("jsonl", exported.recognises, exported.read, records=exported.records),
    _table("csv", tables.recognises, tables.read, records=tables.records),
    Reader("capture", captures.recognises, captures.read, page=True),
)
"""Every format, the more particular ones first."""

HEAD = 64 * 1024
"""Bytes from the start of a file by which its format is told."""

_READ = "Add a web page, a feed, a WordPress export, a table, JSON, a web archive, or a page as plain text."
_FOREIGN = (
    (re.compile(rb"\s*<[?!a-zA-Z]"), "XML of a kind"),
    (re.compile(rb"PK\x03\x04"), "a zip archive or an office document"),
    (re.compile(rb"%PDF-"), "a PDF"),
    (re.compile(rb"\x5d\x2a\x4d\x18"), "a web archive packed with a dictionary of its own"),
    (re.compile(rb"\x1f\x8b|BZh|\xfd7zXZ|\x28\xb5\x2f\xfd"), "a compressed file"),
    (re.compile(rb"SQLite format 3\x00"), "an SQLite database"),
)
"""Formats that are not read, by their first bytes, and what they are called."""


def choose(head: bytes, name: str, said: Said = NOTHING) -> Reader:
    """The reader for a file by its first bytes, and by what the user says of its columns;
    `SourceError` if there is none."""
    plain = head.removeprefix(codecs.BOM_UTF8)
    what = next((what for pattern, what in _FOREIGN if pattern.match(plain)), None)
    for reader in READERS:
        # The last one takes any text, so what is known to be something else must not reach it.
        known = reader.recognises(head) or (reader.read is tables.read and tables.named(head, said))
        if known and not (reader is READERS[-1] and (what or _binary(head))):
            return reader
    if what:
        reason = what.removeprefix("an ").removeprefix("a ").removesuffix(" of a kind")
        raise SourceError(f"It is {what}, which cannot be read", name, _READ, reason=reason)
    if _binary(head):
        binary = "It is a binary file in no format that can be read"
        raise SourceError(binary, name, _READ, reason="binary file")
    if not plain.strip():
        raise SourceError("It holds nothing but spaces", name, _READ, reason="empty")
    raise SourceError("It is in no format that can be read", name, _READ, reason="no format")


def _binary(head: bytes) -> bool:
    return b"\x00" in head and not sniff(head).startswith("utf-16")
