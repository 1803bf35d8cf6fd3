"""What an archive keeps of the names that outlets go under, in the archive's own words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

EDIT = "outlets"
"""The field under which the log keeps an analyst's word on the table of outlets; `new` is an edit in JSON."""


@dataclass(frozen=True, slots=True)
class Met:
    """Names as they stand in some articles, and how many these are."""

    outlet: str | None
    site: str | None
    language: str | None
    origin: str | None
    articles: int


@dataclass(frozen=True, slots=True)
class KnownAs:
    """One name of an outlet, the usual name it is counted under, and why."""

    name: str
    outlet: str
    basis: str
    """"table", "learned" or "decided"."""
    evidence: str
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """An analyst's word on the table of outlets."""

    number: int
    """Of the decision."""
    when: str
    does: str
    outlet: str
    value: str
    because: str


class KeptOutlets(Protocol):
    """The names as found, and those told for one outlet; counting and rows speak of the usual names."""

    def met(self) -> list[Met]:
        """Every combination of names as found that occurs; one that only stubs have counts no articles."""
        ...

    def edits(self) -> list[Edit]:
        """The edits that hold, oldest first."""
        ...

    def known_as(self) -> list[KnownAs]:
        """Every name that is counted under another."""
        ...

    def save(self, names: Sequence[KnownAs]) -> bool:
        """Replace them; whether that changed anything."""
        ...
