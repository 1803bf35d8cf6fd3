"""Texts → recurring topics that keep their ids and names from run to run.

Topics are found for each language apart. Paragraphs met before (copies, boilerplate) count once: a text
that is mostly made of them joins topics, but makes none.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import numpy as np
from scipy import sparse

from clippings.archive import Topic
from clippings.topics.assigning import assigned, shares, why
from clippings.topics.factors import apart, factors, fewest, how_many, own, weighed
from clippings.topics.labels import labels
from clippings.topics.linking import Link, links
from clippings.topics.matching import Event, events, likeness, matched, minted
from clippings.topics.words import Corpus, Text, read

__all__ = [
    "VERSION", "Event", "Found", "Link", "Text", "Topic", "assigned", "links", "topics", "unnamed", "why",
]  # fmt: skip

VERSION = "3"

FEWEST_TEXTS = 6
"""A language with fewer texts has no recurring topics."""

_TERMS = 10
_WEIGHTS = 200
"""Words that are kept of a topic."""


@dataclass(frozen=True, slots=True)
class Found:
    """The topics, biggest first, and what happened to those of before."""

    topics: list[Topic]
    events: list[Event]


class _Vector(NamedTuple):
    terms: tuple[str, ...]
    weights: dict[str, float]


def topics(
    texts: Iterable[Any], before: Sequence[Topic] = (), *, count: int | None = None
) -> Found:
    """The recurring topics of these texts (rows as of `Text`), found from the topics of before on.

    An article may be in several topics or in none. The same texts and topics give the same answer.
    `count` is how many topics a language has; the texts decide it otherwise.
    """
    found, happened = [], []
    corpora = read(texts)
    for corpus in corpora:
        if len(corpus.ids) >= FEWEST_TEXTS:
            old = [topic for topic in before if topic.language == corpus.language]
            new, table = _topics(corpus, old, count)
            found += new
            happened += events(old, new, table)
    lasting = {topic.language for topic in found}
    happened += [
        Event("ended", (topic.id,), ()) for topic in before if topic.language not in lasting
    ]
    return Found(sorted(found, key=lambda topic: (-len(topic.members), topic.id)), happened)


def _topics(corpus: Corpus, before: Sequence[Topic], count: int | None) -> tuple[list[Topic], Any]:
    found = unnamed(corpus, before, count)
    table = likeness([one.weights for one in before], [one.weights for one in found])
    same = matched(table)
    named = _named(corpus, found)
    return _identified(named, before, same, corpus.language), table


def unnamed(corpus: Corpus, before: Sequence[Topic] = (), count: int | None = None) -> list[Topic]:
    """The topics of one language, without ids and labels."""
    counts = corpus.matrix()
    vectors, kept = _vectors(counts, corpus, before, count)
    if count is None and vectors:
        fit = _sized(_table(corpus, counts, vectors), kept)
        vectors = [vector for vector, fits in zip(vectors, fit, strict=True) if fits]
    return _assigned(corpus, _table(corpus, counts, vectors), vectors) if vectors else []


def _vectors(
    counts: Any, corpus: Corpus, before: Sequence[Topic], count: int | None
) -> tuple[list[_Vector], int]:
    """What makes each topic, and how many of the first are those of before."""
    rows = [sampled.row for sampled in corpus.sample]
    weights, known, rarity = weighed(counts[rows])
    if not weights.nnz:
        return [], 0
    words = [corpus.names[column] for column in known]
    start = _start(before, words, rarity)
    table = factors(weights, start, count or max(how_many(len(rows)), len(start)))
    if count is None:
        table = apart(table, len(start))
    told = table.any(axis=1)
    vectors = [
        _Vector(
            tuple(words[at] for at in _largest(telling, _TERMS)),
            {words[at]: round(float(row[at]), 5) for at in _largest(row, _WEIGHTS)},
        )
        for telling, row in zip(own(table)[told], (table * rarity)[told], strict=True)
    ]
    return vectors, int(told[: len(start)].sum())


def _sized(table: Any, kept: int) -> Any:
    """Which topics are the first of enough texts to be a subject; those of before all are."""
    table = table.tocsr()
    told = np.diff(table.indptr) > 0
    firsts = np.bincount(table.argmax(axis=1).A1[told], minlength=table.shape[1])
    return (firsts >= fewest(table.shape[0])) | (np.arange(table.shape[1]) < kept)


def _largest(row: Any, count: int) -> list[int]:
    """Where the largest values stand, those of 0 left out."""
    return [int(at) for at in np.argsort(-row, kind="stable")[:count] if row[at] > 0]


def _start(before: Sequence[Topic], words: Sequence[str], rarity: Any) -> Any:
    """The topics of before over the words of now."""
    start = np.array([[topic.weights.get(word, 0.0) for word in words] for topic in before])
    start = start.reshape(len(before), len(words)) / rarity
    return start[start.any(axis=1)]


def _table(corpus: Corpus, counts: Any, vectors: Sequence[_Vector]) -> Any:
    """Texts × topics: each one's share."""
    entries = [
        (weight, corpus.numbers[word], column)
        for column, vector in enumerate(vectors)
        for word, weight in vector.weights.items()
    ]
    weights, rows, columns = zip(*entries, strict=True)
    shape = (len(corpus.names), len(vectors))
    return shares(counts, sparse.csr_matrix((weights, (rows, columns)), shape=shape)).tocsc()


def _assigned(corpus: Corpus, table: Any, vectors: Sequence[_Vector]) -> list[Topic]:
    """Topics without ids and names, those left out that fewer than two articles are in."""
    found = []
    for column, vector in enumerate(vectors):
        at = slice(table.indptr[column], table.indptr[column + 1])
        members = {
            corpus.ids[row]: round(float(weight), 3)
            for row, weight in zip(table.indices[at], table.data[at], strict=True)
        }
        if len(members) >= 2:
            found.append(Topic("", "", vector.terms, corpus.language, members, vector.weights))
    return found


def _named(corpus: Corpus, found: Sequence[Topic]) -> list[Topic]:
    rows = {id: row for row, id in enumerate(corpus.ids)}
    names = labels(
        corpus,
        [(*topic.terms, *list(topic.weights)[: 2 * _TERMS]) for topic in found],
        [{rows[id] for id in topic.members} for topic in found],
    )
    return [
        replace(topic, label=name.text, label_origin=name.origin)
        for topic, name in zip(found, names, strict=True)
    ]


def _identified(
    found: Sequence[Topic], before: Sequence[Topic], same: dict[int, int], language: str
) -> list[Topic]:
    """The topics with the ids and names they had, or new ids."""
    taken = {topic.id for topic in before}
    answer = []
    for number, topic in enumerate(found):
        if number in same:
            old = before[same[number]]
            topic = replace(topic, id=old.id, label=old.label, label_origin=old.label_origin)
        else:
            topic = replace(topic, id=minted(language, topic.terms, taken))
        taken.add(topic.id)
        answer.append(topic)
    return answer
