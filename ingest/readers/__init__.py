"""Readers: one format a file. Each turns a stream of bytes into articles and skipped items."""

import codecs
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from clippings.article import Article
from clippings.errors import SourceError
from ingest.outcomes import Skipped
from ingest.readers import captures, exported, parquet


@dataclass(frozen=True, slots=True)
class Reader:
    """How one format is told from the others, and read."""

    name: str
    recognises: Callable[[bytes], bool]
    """Whether the first 64 KiB of a file are in this format."""
    read: Callable[[str, BinaryIO], Iterator[Article | Skipped]]
    """The items of the file of that name, as a stream; `SourceError` if it is none of ours."""
    page: bool
    """Whether the file is a page, kept whole beside what was read of it."""


READERS = (
    Reader("parquet", parquet.recognises, parquet.read, page=False),
    Reader("jsonl", exported.recognises, exported.read, page=False),
    Reader("capture", captures.recognises, captures.read, page=True),
)
"""Every format, the more particular ones first."""

HEAD = 64 * 1024
"""Bytes from the start of a file by which its format is told."""

_READ = "Add a page saved as plain text, or JSON Lines as `clippings export` writes them."
_FOREIGN = (
    (re.compile(rb"(?i)\s*<(?:!doctype html|html|head|body)\b"), "an HTML page"),
    (re.compile(rb"\s*<(?:\?xml|rss|feed)\b"), "XML"),
    (re.compile(rb"WARC/"), "a WARC file"),
    (re.compile(rb"PK\x03\x04"), "a zip archive or an office document"),
    (re.compile(rb"%PDF-"), "a PDF"),
    (re.compile(rb"\x1f\x8b|BZh|\xfd7zXZ|\x28\xb5\x2f\xfd"), "a compressed file"),
    (re.compile(rb"SQLite format 3\x00"), "an SQLite database"),
    (re.compile(rb"\s*\["), "a JSON array"),
)
"""Formats that are not read yet, by their first bytes, and what they are called."""


def choose(head: bytes, name: str) -> Reader:
    """The reader for a file by its first bytes; `SourceError` if there is none."""
    plain = head.removeprefix(codecs.BOM_UTF8)
    what = next((what for pattern, what in _FOREIGN if pattern.match(plain)), None)
    if what and not (what == "a JSON array" and not _is_json(plain)):
        reason = what.removeprefix("an ").removeprefix("a ")
        raise SourceError(f"It is {what}, which cannot be read yet", name, _READ, reason=reason)
    wide = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if b"\x00" in head and not wide and not parquet.recognises(head):
        binary = "It is a binary file in no format that can be read"
        raise SourceError(binary, name, _READ, reason="binary file")
    for reader in READERS:
        if reader.recognises(head):
            return reader
    if not plain.strip():
        raise SourceError("It holds nothing but spaces", name, _READ, reason="empty")
    raise SourceError("It is in no format that can be read", name, _READ, reason="no format")


def _is_json(head: bytes) -> bool:
    """Whether what opens with a square bracket is JSON and not a text that begins with one."""
    return bool(re.match(rb'\s*\[\s*(?:[\[{"\d\]]|null|true|false)', head))
