"""Readers: one format a file. Each turns a stream of bytes into articles and skipped items."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from clippings.article import Article
from ingest.outcomes import Skipped


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
