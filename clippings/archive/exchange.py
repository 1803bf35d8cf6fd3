"""Decisions on their way from one archive to another, in the archive's own words.

An id is minted by each archive from what it met first, so an article is named by all that it can be found
by; a decision keeps the mark that it was given where it was made.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from clippings.archive import ASIDE, DECIDABLE
from clippings.archive.copies import APART, TOGETHER
from clippings.archive.outlets import EDIT
from clippings.archive.topics import DECISIONS

FIELDS = (*DECIDABLE, ASIDE, TOGETHER, APART, EDIT, *DECISIONS)
"""What is exchanged. Removing an article for good is each archive's own matter."""

KINDS = ("same", "url", "dated", "apart")
"""What an article is found by: its very text at its site and day, its address, its headline at its site
and day; `apart` is the text of other articles that share one of these with it."""


@dataclass(frozen=True, slots=True)
class Named:
    """An article, and all that it can be found by elsewhere."""

    name: str
    """What the decisions call it."""
    id: str
    keys: Mapping[str, tuple[str, ...]]
    """By kind, each as 16 hexadecimal digits."""
    headline: str | None = None
    """For a reader's eye alone."""


@dataclass(frozen=True, slots=True)
class Line:
    """One decision."""

    uid: str
    """Its lasting mark, the same in every archive."""
    when: str
    """In UTC."""
    who: str
    field: str
    new: str | None
    because: str
    undoes: str | None
    """The mark of the decision it takes back."""
    articles: Mapping[str, str | None]
    """What each said before, by its name."""


class Handed(NamedTuple):
    """A part of a file: the line it stands in, and from whom it comes."""

    at: int
    item: Named | Line
    via: str


class Refused(NamedTuple):
    """A line that was not taken in, and why."""

    at: int
    why: str


class Conflict(NamedTuple):
    """Two decided the same and not alike; the later one holds."""

    what: str
    """Such as "section of 8f14e45fceea167a"."""
    held: str
    """What holds, and by whom."""
    lost: str


@dataclass(slots=True)
class TakenIn:
    """What became of a file of decisions."""

    taken: int = 0
    known: int = 0
    """Decisions that were here already."""
    waiting: list[str] = field(default_factory=list)
    """Articles that are not here yet, by headline or id: what is decided of them waits for them."""
    refused: list[Refused] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)


class Exchange(Protocol):
    """The log, handed on and taken in."""

    def lines(self) -> Iterator[Named | Line]:
        """Every decision of `FIELDS`, oldest first, each article before the first that speaks of it."""
        ...

    def left_out(self) -> int:
        """How many lines of the log are of other kinds."""
        ...

    def take_in(self, handed: Iterable[Handed]) -> TakenIn:
        """Add what is not known yet to the log, in one transaction, and let it hold for the articles
        that are here; the rest waits until they are loaded."""
        ...

    def look_again(self) -> list[int]:
        """Let decisions hold whose articles have come, or come again, since; their numbers. Each load
        does so at its end."""
        ...
