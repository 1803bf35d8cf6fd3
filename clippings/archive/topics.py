"""What an archive keeps for topics: those found, what analysts said of them, and those that stand.

The found ones are the model's alone. What stands is made of them by the decisions, anew whenever
either changes, so that no fit loses a decision and every decision can be taken back. A decision speaks
of articles: it names a topic by those that weighed most in it at the time.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

import pandas as pd

from clippings.archive import Topic

NAME, MERGE, SPLIT = "topic name", "topic merge", "topic split"
HIDE, PIN = "topic hidden", "topic pinned"
QUERY, LIKE = "topic query", "topic like"
DECISIONS = (NAME, MERGE, SPLIT, HIDE, PIN, QUERY, LIKE)
"""What may be decided of topics, as the log's `field` says it."""


class TopicEvent(NamedTuple):
    """What a fit did to a topic: `born`, `split`, `merged` or `ended`."""

    kind: str
    topic: str
    """The id of the topic it happened to; for a birth, of the new one."""
    label: str
    others: tuple[str, ...] = ()
    """The topics it was split or merged into."""


class Side(NamedTuple):
    """One of the topics that a decision speaks of, or one part of it."""

    topic: str
    """Its id when this was decided."""
    label: str
    articles: tuple[str, ...]
    """Their ids in their order, so that the same words are the same decision."""
    part: int = 0
    """Which part of the topic these articles are, from 1; 0: they stand for the whole."""


class Said(NamedTuple):
    """A decision about topics."""

    kind: str
    new: str | None
    """The name, `yes` or `no`, or for a query JSON with its `name` and `query`; for a split JSON with
    the labels of the parts."""
    sides: tuple[Side, ...]
    number: int = 0
    """Its number in the log; 0: it is about to be logged."""


class NewText(NamedTuple):
    """An article whose topics are not known yet, or not for its text as it stands now."""

    id: str
    headline: str
    text: str
    language: str | None
    name: str | None
    """Who wrote it, else who carried it."""
    like: str | None
    """The article of the same text whose topics it takes over, itself known or earlier in the batch."""


class ReadText(NamedTuple):
    """The text that stands for an article, its own or the first of its copies."""

    headline: str
    text: str
    language: str | None
    name: str | None


@dataclass(frozen=True, slots=True)
class Standing:
    """A topic as it stands after all decisions."""

    topic: Topic
    """A found one without members, for these are kept already."""
    made: str | None = None
    """A mark of what it was made from; None: it stands as it was found."""
    whole: bool = True
    """Whether the members of a made one are all of it; else they are added to those it has."""


class Fitted(NamedTuple):
    """What the found topics rest on."""

    version: str | None
    """The version of the model; None: there are none."""
    then: int
    """How many articles there were at the fit."""
    now: int
    wanted: int | None
    """How many topics a language was to have; None: as many as the texts decide."""


class KeptTopics(Protocol):
    """What the deriver of topics asks of an archive."""

    def fitted(self) -> Fitted:
        """What the found topics rest on."""
        ...

    def mark(self) -> int:
        """The state of the archive, taken before texts are asked for."""
        ...

    def found(self) -> list[Topic]:
        """The topics as the last fit found them, without members."""
        ...

    def made(self) -> Mapping[str, Topic]:
        """The topics that decisions made, without members, by their marks."""
        ...

    def unassigned(self, size: int) -> Iterator[list[NewText]]:
        """The articles whose topics are not known yet, in batches; each must be saved before the
        next is taken."""
        ...

    def topics_of(self, ids: Collection[str]) -> Mapping[str, Mapping[str, float]]:
        """Of those of these articles that are there the found topics and their weights."""
        ...

    def members_of(self, topics: Collection[str]) -> Mapping[str, Mapping[str, float]]:
        """Of these found topics the articles and their weights."""
        ...

    def copies_of(self, ids: Collection[str]) -> Mapping[str, Collection[str]]:
        """Of these articles the ones with the same text, itself among them."""
        ...

    def heaviest(self, topic: str, size: int) -> Mapping[str, float]:
        """Of a topic as it stands so many articles of most weight, one of each text, first the one
        that weighs most; none if there is no such topic."""
        ...

    def texts_of(self, ids: Collection[str]) -> Mapping[str, ReadText]:
        """The texts that stand for these articles, those that are there."""
        ...

    def sample(self, size: int) -> list[ReadText]:
        """Some texts from all over the archive, always the same ones."""
        ...

    def said(self) -> list[Said]:
        """The decisions about topics that stand, oldest first."""
        ...

    def logged(self) -> int:
        """How many decisions of any kind the log holds."""
        ...

    def save(
        self,
        standing: Sequence[Standing],
        *,
        logged: int | None = None,
        assigned: Mapping[str, Mapping[str, float]] | None = None,
        decision: Said | None = None,
        because: str = "",
        who: str = "",
    ) -> int | None:
        """Keep in one transaction what newly assigned articles hold, a new decision, and how the
        topics stand after both; the decision's number, else 0. None, and nothing kept, if the log
        does not hold so many decisions (`logged`) any more."""
        ...

    def note_done(self, mark: int) -> None:
        """All that changed up to the mark has its topics."""
        ...

    def events(self) -> pd.DataFrame:
        """What the fits did to the topics, newest fit first: `when, kind, topic, label, others`."""
        ...
