"""The archive: what an engine must answer, whichever it is, and how one is opened."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, Self

import pandas as pd

from clippings.archive.selection import Selection
from clippings.article import Article

if TYPE_CHECKING:
    # It stands on this module.
    from clippings.archive.copies import KeptCopies
    from clippings.archive.exchange import Exchange
    from clippings.archive.kept_records import KeptRecords, Records
    from clippings.archive.outlets import KeptOutlets
    from clippings.archive.removals import KeptRemovals
    from clippings.archive.topics import KeptTopics, Standing, TopicEvent

DIMENSIONS = (
    "outlet",
    "origin",
    "origin_basis",
    "section",
    "language",
    "source",
    "lag",
    "topic",
    "copy_group",
    "cut",
    "stub",
)
"""What articles can be counted by, besides the periods. `cut` and `stub` are bool; a `topic` is one of
several an article may have, None standing for the articles in no topic; a `copy_group` is named after
its first article, None standing for the articles without copies; `lag` is one of `selection.LAGS`,
None where the day of the original or of this publication is not known."""

PERIODS = ("day", "week", "month", "quarter", "year")
"""Spans of time to count by, each named by its first day; weeks start on Monday."""

COLUMNS = (
    "id", "url", "site", "headline", "section", "published", "published_precision", "day", "outlet",
    "origin", "origin_basis", "origin_confidence", "original", "lag",
    "language", "language_basis", "language_confidence", "words", "comments", "source", "captured",
    "cut", "stub", "versions", "copy_group",
)  # fmt: skip
"""One-valued columns of `rows`; `lag` is the days from the original to here. `snippet` (the matched words
in their surroundings) may be asked for too, and `copies`: how many of the selected ones it stands for."""


DECIDABLE = ("outlet", "origin", "section", "language", "published", "headline", "byline")
"""The fields a decision may set; a byline is given as `archive.bylines` reads it, and logged as JSON."""

ASIDE = "aside"
"""The field by which a decision sets an article aside as not relevant: "yes", or None for back."""


@dataclass(frozen=True, slots=True)
class Capture:
    """One file or page as it came, kept so that everything can be read from it anew."""

    source: str
    data: bytes
    format: str
    """The reader's name."""
    given: Mapping[str, str]
    """What the user said because the file could not: outlet, language, section."""


@dataclass(frozen=True, slots=True)
class Derived:
    """What a per-article deriver concluded of one article, and how sure it is."""

    value: str | None
    confidence: float | None
    """0 to 1; None where it is unknown."""
    basis: str
    """"stated", "inferred" or "unknown"; of a day stated in the lunar calendar "hijri"."""
    evidence: str | None = None
    """The words or the rule it rests on."""


LUNAR_CONFIDENCE = 0.6
"""How sure a day is that is counted from the lunar Hijri calendar: within one day, nearly always."""


@dataclass(slots=True)
class Saved:
    """What became of one batch: counts of articles, and of new stubs."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    stubs: int = 0
    known_stubs: int = 0
    """Stubs of articles that were known, as a stub or whole."""
    removed: list[tuple[int, int]] = field(default_factory=list)
    """Of what was left out because it was removed for good, the place in the batch and the decision."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A recurring topic and the articles in it, by public id, with their weights (0 to 1]."""

    id: str
    label: str
    terms: tuple[str, ...]
    language: str | None
    members: Mapping[str, float]
    weights: Mapping[str, float] = field(default_factory=dict)
    """How much each word says for the topic."""
    label_origin: str | None = None
    """The one outlet whose phrase the label is, so that it stands in quotation marks; else None."""
    named: bool = False
    """Whether an analyst gave it the label."""
    by_hand: bool = False
    """Whether an analyst wrote it, by a query or by examples."""
    hidden: bool = False
    pinned: bool = False
    born: str | None = field(default=None, compare=False)
    """When it was first found or written."""


class Archive(Protocol):
    """A store of articles that answers a few general questions; named ones are composed of them.

    Answers are small DataFrames. A name that is not known is None in them, never an invented value.
    """

    path: Path
    copies: "KeptCopies"
    """What the deriver of copies keeps here."""
    kept_topics: "KeptTopics"
    """What the deriver of topics keeps here."""
    outlets: "KeptOutlets"
    """The names that outlets go under."""
    exchange: "Exchange"
    """Decisions handed on and taken in."""
    removals: "KeptRemovals"
    """Articles removed for good."""
    kept_records: "KeptRecords"
    """Rows of tables and pages of web archives, kept to be read anew."""

    def data_version(self) -> str:
        """A text that changes whenever anything in the archive does: the key of every cache."""
        ...

    def count(
        self, selection: Selection, by: Sequence[str] = (), *, span: bool = False
    ) -> pd.DataFrame:
        """One row per combination that occurs: the columns of `by`, then `articles` (int), with
        `texts` before it where those are the unit.

        `by` names dimensions and at most one period. A period's column holds its first day as an
        ISO text, None for undated articles. With no `by` there is exactly one row. With `span`,
        `first` and `last` follow: the first and last day among the articles counted, or None.
        """
        ...

    def rows(
        self,
        selection: Selection,
        columns: Sequence[str] = COLUMNS,
        *,
        order: str = "day",
        descending: bool = True,
        limit: int | None = None,
        offset: int = 0,
        ids: Collection[str] | None = None,
    ) -> pd.DataFrame:
        """The selected articles, one a row, in the given columns; where texts are the unit, the first
        article of each, with `copies` as a last column. With `ids` those of them alone.

        Order is by one of `COLUMNS`, `copies` or `relevance`; missing values stand last either way,
        equal ones by id.
        """
        ...

    def records(self, selection: Selection) -> Iterator[dict[str, Any]]:
        """The selected articles whole, as a stream in the order of day, then id, undated last: the
        fields of an export, ready for JSON. Memory stays bounded whatever their number."""
        ...

    def record(self, id: str) -> dict[str, Any] | None:
        """One article whole, stubs included, or None if there is none of that id."""
        ...

    def versions(self, id: str) -> pd.DataFrame:
        """Every version of one article, newest first: `version, captured, loaded, load, source,
        headline, text, current` (bool)."""
        ...

    def texts(self, selection: Selection) -> Iterator[tuple[str, str, str, str | None, str | None]]:
        """Id, headline, text, language, and who wrote it or else carried it, of the selected articles
        (of each text the first where those are the unit), as a stream."""
        ...

    def topics(self) -> list[Topic]:
        """The topics as they stand after all decisions, without their members."""
        ...

    def loads(self) -> pd.DataFrame:
        """`load, when, source, command, state` ("done", "interrupted", "undone"), `added, updated,
        unchanged, stubs, skipped`, newest first."""
        ...

    # What follows writes. Only a loader and `decide` call it.

    def start_load(self, command: str, source: str) -> int:
        """The number of a new load, which is "interrupted" until it is finished."""
        ...

    def finish_load(self, load: int, skipped: Mapping[str, int]) -> list[int]:
        """Mark a load as done, with what it had to skip, by reason; the numbers of the decisions that
        waited for articles and hold now."""
        ...

    def save(
        self,
        load: int,
        articles: Iterable[Article],
        capture: "Capture | Records | None" = None,
        derived: Mapping[str, Sequence[Derived]] | None = None,
    ) -> Saved:
        """Keep a batch in one transaction: all of it or nothing.

        `capture` is the one page that all of it was read from, or a row or page for each article.
        `derived` holds, for each per-article deriver's name, one conclusion per article of the batch.
        """
        ...

    def undo_load(self, load: int) -> dict[str, int]:
        """Take one load back: articles met in no other load go, others fall back to their former
        version. Counts of `removed` and `restored` articles. What was decided of those that go
        waits until they come again."""
        ...

    def save_topics(
        self,
        topics: Sequence[Topic],
        version: str,
        *,
        events: Sequence["TopicEvent"] = (),
        standing: Sequence["Standing"] | None = None,
        mark: int | None = None,
        count: int | None = None,
    ) -> None:
        """Put the topics of a new fit in place of those found before, with what became of those; as
        they stand after all decisions (`standing`), or as found. They were found over what the
        archive held at `mark` (None: over all that it holds now), `count` of them in a language if
        somebody said how many."""
        ...

    def decide(
        self,
        ids: Sequence[str],
        field: str,
        new: str | None,
        *,
        because: str,
        who: str,
        undoes: int | None = None,
    ) -> int:
        """Set a field of some articles (`DECIDABLE`; or say of two that they belong `together` or
        `apart`), above all that is found or derived; the decision's number. With `undoes` that
        decision is taken back instead, whatever else is given.
        """
        ...

    def decisions(self) -> pd.DataFrame:
        """The log, newest first: `decision, when, who, ids, field, old` (by id)`, new, because,
        undoes, imported_from` (whose file it came in; None: decided here)`, waiting` (how many of its
        articles are not here yet)."""
        ...

    # What follows is for deriving anew.

    def captures(self) -> Iterator[tuple[int, Capture]]:
        """Every kept capture with its number; each may be resaved while this goes on."""
        ...

    def resave(
        self,
        capture: int,
        articles: Iterable[Article],
        derived: Mapping[str, Sequence[Derived]] | None = None,
    ) -> None:
        """Put what was read anew from a capture in place of what was read from it before; articles
        keep their ids, decisions hold. A capture with something in it that was removed for good loses its
        bytes instead, and what was read from it stays as it is."""
        ...

    def lacking(self, deriver: str, size: int) -> Iterator[list[dict[str, Any]]]:
        """The articles of whose current text this deriver concluded nothing yet, stubs and what is set
        aside included: whole, as `records` gives them, in batches; each must be saved before the next
        is taken."""
        ...

    def save_derived(self, conclusions: Mapping[str, Mapping[str, Derived]]) -> None:
        """Replace what per-article derivers concluded of the current texts of articles, by deriver
        and id: for those that came without a capture, too."""
        ...

    def refold(self) -> bool:
        """Index anew if the archive was folded by another version of folding; whether it was."""
        ...

    def close(self) -> None:
        """Release the file."""
        ...

    def __enter__(self) -> Self:
        """The archive itself; it is closed at the end."""
        ...

    def __exit__(self, *_: object) -> None:
        """Release the file."""
        ...


def open_archive(path: Path, *, write: bool = False) -> Archive:
    """The archive in that file; with `write` it is made at the first write if it is not there."""
    # Here, since the engine stands on this module.
    from clippings.archive.sqlite.engine import SqliteArchive

    return SqliteArchive(path, write=write)
