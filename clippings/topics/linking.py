"""Topics of different languages that are about the same: told by names and numbers that both write alike.

A name in Latin letters stands so in Persian and Arabic texts, too; digits are folded. Names in other
scripts are not transliterated, so that much stays unlinked.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from clippings.archive import Topic
from clippings.folding import SPELLED, tokens_of_word
from clippings.topics.words import Text, stop_words

_FEWEST = 2
"""Marks that two topics must share, and articles of each that must have a mark."""

_AT_HOME = 0.5
"""The share of a mark's articles that must be in the topic."""

_LATIN = re.compile("[a-z]{3,}")
_YEAR = re.compile("(1[34]|19|20)[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Link:
    """Two topics of different languages that share what others do not."""

    one: str
    other: str
    score: float
    """0 to 1: the surer, the more marks there are and the more each is at home in both."""
    evidence: tuple[str, ...]
    """The shared names and numbers, the most telling first."""


def links(topics: Sequence[Topic], texts: Iterable[Any]) -> list[Link]:
    """The pairs of topics that are about the same, surest first; `texts` are rows as of `Text`, at
    least those of the topics' articles. What shares too little stays unlinked."""
    told = _told(topics, texts)
    found = []
    for one, other in combinations(topics, 2):
        if one.language != other.language:
            mine, theirs = told[one.id], told[other.id]
            shared = {mark: mine[mark] * theirs[mark] for mark in mine.keys() & theirs.keys()}
            if len(shared) >= _FEWEST:
                doubt = 1.0
                for share in shared.values():
                    doubt *= 1 - share / 2
                evidence = tuple(sorted(shared, key=lambda mark: (-shared[mark], mark)))
                found.append(Link(one.id, other.id, round(1 - doubt, 3), evidence))
    return sorted(found, key=lambda link: (-link.score, link.one, link.other))


def _told(topics: Sequence[Topic], texts: Iterable[Any]) -> Mapping[str, Mapping[str, float]]:
    """Of each topic the marks at home in it, each with the share of its articles that are."""
    inside: dict[str, list[str]] = defaultdict(list)
    for topic in topics:
        for id in topic.members:
            inside[id].append(topic.id)
    of_language: dict[str | None, Counter[str]] = defaultdict(Counter)
    of_topic: dict[str, Counter[str]] = defaultdict(Counter)
    for row in texts:
        text = Text(*row)
        marks = set(_marks(text))
        of_language[text.language].update(marks)
        for id in inside.get(text.id, ()):
            of_topic[id].update(marks)
    return {
        topic.id: {
            mark: count / of_language[topic.language][mark]
            for mark, count in of_topic[topic.id].items()
            if count >= _FEWEST and count >= _AT_HOME * of_language[topic.language][mark]
        }
        for topic in topics
    }


def _marks(text: Text) -> Iterator[str]:
    """Names and numbers that another language may write alike; a year alone tells nothing."""
    whole = f"{text.headline}\n{text.text}"
    stop = stop_words(text.language or "") | stop_words("en")
    for spelled in SPELLED.findall(whole):
        capital = spelled[0].isupper()
        if not capital and spelled.isalpha():
            continue  # Most words: neither a name nor a number, and folding them takes long.
        for word in tokens_of_word(spelled):
            if word.isdigit():
                if len(word) >= 3 and not _YEAR.fullmatch(word):
                    yield word
            elif capital and _LATIN.fullmatch(word) and word not in stop:
                yield word
