"""What articles from tables and web archives were read from, row by row and page by page."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from clippings.article import Article


@dataclass(frozen=True, slots=True)
class Records:
    """The rows or pages of one large file that a batch of articles was read from, one an article, kept
    so that each can be read anew."""

    source: str
    format: str
    """The reader's name."""
    given: Mapping[str, str]
    """What the user said because the file could not: outlet, language, section."""
    said: Mapping[str, Any]
    """What the user said of a table's columns and dates."""
    data: Sequence[bytes] = ()
    """Each as its reader keeps it; empty where the article was removed for good."""


class KeptRecords(Protocol):
    """Kept rows and pages, in the batches they came in."""

    def batches(self) -> Iterator[tuple[int, Records]]:
        """Every batch with its number; each may be resaved while this goes on."""
        ...

    def resave(self, batch: int, articles: Mapping[int, Article | None]) -> None:
        """Put what was read anew, by place in the batch, in place of what was read before; None where
        nothing is read any more. Articles keep their ids, decisions hold, conclusions are lacking."""
        ...
