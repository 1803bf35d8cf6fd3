"""Texts → recurring topics that keep their ids and names from run to run.

Topics are found for each language apart. Paragraphs met before (copies, boilerplate) count once: a text
that is mostly made of them joins topics, but makes none.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from scipy import sparse

from clippings.archive import Topic
from clippings.topics.assigning import assigned, shares, why
from clippings.topics.factors import factors, how_many, weighed
from clippings.topics.labels import labels
from clippings.topics.matching import Event, events, likeness, matched, minted
from clippings.topics.words import Corpus, Text, read

__all__ = ["VERSION", "Event", "Found", "Text", "Topic", "assigned", "topics", "why"]

VERSION = "2"

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
    counts = corpus.matrix()
    names = list(corpus.vocabulary)
    vectors = _vectors(counts, corpus, names, before, count)
    found = _assigned(corpus, counts, vectors)
    table = likeness([one.weights for one in before], [one.weights for one in found])
    same = matched(table)
    named = _named(corpus, found)
    return _identified(named, before, same, corpus.language), table


def _vectors(
    counts: Any, corpus: Corpus, names: Sequence[str], before: Sequence[Topic], count: int | None
) -> list[dict[str, float]]:
    """Of each topic the words that weigh most in it."""
    rows = [sampled.row for sampled in corpus.sample]
    weights, known, rarity = weighed(counts[rows])
    if not weights.nnz:
        return []
    words = [names[column] for column in known]
    start = _start(before, words, rarity)
    rows_of_words = factors(weights, start, count or max(how_many(len(rows)), len(start)))
    found = []
    for row in rows_of_words * rarity:
        order = np.argsort(-row, kind="stable")[:_WEIGHTS]
        found.append({words[at]: round(float(row[at]), 5) for at in order if row[at] > 0})
    return [vector for vector in found if vector]


def _start(before: Sequence[Topic], words: Sequence[str], rarity: Any) -> Any:
    """The topics of before over the words of now."""
    start = np.array([[topic.weights.get(word, 0.0) for word in words] for topic in before])
    start = start.reshape(len(before), len(words)) / rarity
    return start[start.any(axis=1)]


def _assigned(corpus: Corpus, counts: Any, vectors: Sequence[dict[str, float]]) -> list[Topic]:
    """Topics without ids and names, those left out that fewer than two articles are in."""
    entries = [
        (weight, corpus.vocabulary[word], column)
        for column, vector in enumerate(vectors)
        for word, weight in vector.items()
    ]
    if not entries:
        return []
    weights, rows, columns = zip(*entries, strict=True)
    shape = (len(corpus.vocabulary), len(vectors))
    table = shares(counts, sparse.csr_matrix((weights, (rows, columns)), shape=shape)).tocsc()
    found = []
    for column, vector in enumerate(vectors):
        at = slice(table.indptr[column], table.indptr[column + 1])
        members = {
            corpus.ids[row]: round(float(weight), 3)
            for row, weight in zip(table.indices[at], table.data[at], strict=True)
        }
        if len(members) >= 2:
            terms = tuple(vector)[:_TERMS]
            found.append(Topic("", "", terms, corpus.language, members, vector))
    return found


def _named(corpus: Corpus, found: Sequence[Topic]) -> list[Topic]:
    rows = {id: row for row, id in enumerate(corpus.ids)}
    names = labels(
        corpus,
        [topic.terms for topic in found],
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
