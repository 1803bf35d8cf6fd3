"""What became of every item of a load: exactly one named, counted outcome each."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from clippings.article import Article


@dataclass(frozen=True, slots=True)
class Skipped:
    """An item that could not be read, and why."""

    where: str
    """The file or address, and the line or item inside it."""
    reason: str
    """A short name to count by, such as "empty", "malformed line", "no layout"."""
    why: str
    """One sentence for the user: what is wrong and what to do."""


@dataclass(frozen=True, slots=True)
class Record:
    """An article, and the row of a table or the page of a web archive that it was read from."""

    article: Article
    data: bytes
    """As its reader keeps and reads it."""


def articles(items: Iterable[Record | Skipped]) -> Iterator[Article | Skipped]:
    """The items without what they were read from."""
    for item in items:
        yield item.article if isinstance(item, Record) else item


@dataclass(slots=True)
class LoadReport:
    """The counts of one load. Stubs are counted apart: they are no articles."""

    load: int | None = None
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    stubs: int = 0
    """New stubs; one already known counts as skipped."""
    skipped: Counter[str] = field(default_factory=Counter)
    """Items by reason."""
    details: list[Skipped] = field(default_factory=list)
    """The first hundred of them."""
    decisions: list[int] = field(default_factory=list)
    """Decisions that waited for articles of this load and hold now, by number."""
