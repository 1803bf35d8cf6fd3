"""What an archive keeps for copies: the compared texts, their index, what pairs share, the groups.

The deriver of copies decides; an engine moves its rows. Texts go by numbers of their own: one that
changes gets a new one, and no number is ever used again.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

import pandas as pd

from clippings.archive import Derived
from clippings.archive.selection import Selection

TOGETHER, APART = "together", "apart"
"""What an analyst may decide of two articles: that they are one text, that they are not."""


CARRIED = ("id", "copy_group", "headline", "outlet")
"""What `carriers` says of each."""


class NewText(NamedTuple):
    """A text that was not compared yet, or not as it stands now."""

    number: int
    """The number it has once its comparison is saved."""
    site: int
    """Where it stands: the same number for all texts of one site."""
    text: str


class Paragraph(NamedTuple):
    """A paragraph of a site and the longest other one it stands beside."""

    site: int
    mark: int
    beside: int
    words: int


class Repeated(NamedTuple):
    """A paragraph that stands on one site beside several different ones."""

    mark: int
    times: int
    words: int
    texts: int
    """How many texts the site has."""


class Span(NamedTuple):
    """A passage and where it stands in each of two texts."""

    kind: str
    start: int
    end: int
    other_start: int
    other_end: int
    words: int
    kept: int


@dataclass(frozen=True, slots=True)
class Shared:
    """What two texts share. `one` and `other` are numbers of texts or, in answers, ids of articles."""

    one: int | str
    other: int | str
    copy: bool
    words: int
    other_words: int
    kept: int
    other_kept: int
    passages: tuple[Span, ...]
    one_group: bool = False
    """Whether both stand in one group now; told in answers."""


class Carrier(NamedTuple):
    """What is asked of an article that shares something."""

    day: str | None
    text: str
    outlet: str | None


@dataclass(slots=True)
class Compared:
    """What came of comparing some texts, to be kept in one transaction."""

    numbers: Sequence[int]
    gone: list[int] = field(default_factory=list)
    """Segments that others replace."""
    segments: list[tuple[int, int, bytes, bytes]] = field(default_factory=list)
    """Level, size, hashes, texts."""
    pairs: list[Shared] = field(default_factory=list)
    stock: dict[int, str] = field(default_factory=dict)
    """The stock lines met in these texts, folded, by their marks."""


class Grouped(NamedTuple):
    """What decides an article's place in a group, and what is known of its origin."""

    id: str
    day: str | None
    words: int
    outlet: str | None
    headline: str
    origin: str | None
    """As stated in the article itself or as an analyst decided, never as inferred from copies."""
    origin_basis: str
    origin_confidence: float | None
    origin_evidence: str | None
    copied: str | None
    """The origin that was inferred from copies before."""
    copied_evidence: str | None


@dataclass(frozen=True, slots=True)
class Links:
    """The articles whose groups may have changed, with all that they hang together with."""

    members: Sequence[Grouped]
    copies: Sequence[tuple[str, str, int]]
    """Two articles of which one is a copy of the other, and how many words they share."""
    together: Sequence[tuple[str, str]]
    apart: Sequence[tuple[str, str]]


class KeptCopies(Protocol):
    """What the deriver of copies asks of an archive."""

    def version(self) -> str | None:
        """The version of the deriver that all of it was made by; None: there is nothing yet."""
        ...

    def forget(self, version: str) -> None:
        """Drop what was compared, so that another version begins anew; groups stay until then."""
        ...

    def mark(self) -> int:
        """The state of the archive to give to `save_groups`, taken before texts are asked for."""
        ...

    def uncompared(self, size: int) -> Iterator[list[NewText]]:
        """The texts to compare, in batches; each must be saved before the next is taken."""
        ...

    def texts(self, numbers: Collection[int]) -> Mapping[int, str]:
        """The compared texts of these numbers that still stand."""
        ...

    def listed(self) -> list[tuple[int, int, int]]:
        """Id, level and size of every segment."""
        ...

    def read(self, id: int) -> tuple[bytes, bytes]:
        """The two arrays of a segment; LookupError if another process has replaced it."""
        ...

    def save_paragraphs(self, paragraphs: Sequence[Paragraph]) -> None:
        """Count these paragraphs, each once."""
        ...

    def repeated(self) -> list[Repeated]:
        """The paragraphs that stand on one site beside several different ones."""
        ...

    def keep_stock(self, marks: Collection[int]) -> None:
        """Forget the lines that were stock and are none of these."""
        ...

    def save(self, compared: Compared) -> bool:
        """Keep what came of a comparison; False, and nothing kept, if another process was quicker."""
        ...

    def ungrouped(self) -> Links:
        """What must be grouped anew."""
        ...

    def save_groups(
        self,
        mark: int,
        links: Links,
        groups: Sequence[Sequence[str]],
        origins: Mapping[str, Derived],
        *,
        whole: bool,
    ) -> int:
        """Put the linked articles into these groups, each named after its first, and keep the origins
        inferred from them; how many articles changed theirs. `whole`: all texts were compared, too."""
        ...

    def shared(self, selection: Selection) -> Iterator[Shared]:
        """What pairs of the selected articles share, by id."""
        ...

    def kept_of_first(self, selection: Selection) -> Iterator[tuple[str, str, float]]:
        """Of each selected article that was compared with the first of its group, which is selected,
        too: the group, the article, and what part of the first one's text stands in it, 0 to 1."""
        ...

    def carriers(self, selection: Selection) -> pd.DataFrame:
        """The selected articles that stand in a group, one a row with what is `CARRIED`, by day, then
        id, undated last."""
        ...

    def about(self, ids: Collection[str]) -> Mapping[str, Carrier]:
        """Day, text and outlet of some articles, by id."""
        ...
