"""Articles → their topics, by the words that weigh in each: no fitting, one sparse product.

A word counts by the square root of its weight, so that many words of a topic tell more than one great
one: nearer to gold labels on all sets that `benchmarks/topics.py` has.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from scipy import sparse

from clippings.archive import Topic
from clippings.folding import tokens
from clippings.topics.words import Text

_MEMBER = 0.25
"""An article is in a topic that has at least this share of all its topics' weight in it …"""

_FIRST = 0.1
"""… and in the first of its topics from this share on."""

_FEWEST = 2
"""An article with fewer different words of a topic is not in it."""

_SHARP = 3
"""How far the topics of a text are told apart, by this power of their scores."""

_AT_ONCE = 20_000


def shares(counts: Any, topics: Any) -> Any:
    """Texts × topics: each one's share, from a texts × words and a words × topics table.

    Shares too small to count are 0, and so are those that rest on a single word.
    """
    used = np.flatnonzero(np.diff(topics.tocsr().indptr))
    damped = topics.tocsr()[used].sqrt()
    blocks = [
        _shares(counts[start : start + _AT_ONCE][:, used], damped)
        for start in range(0, counts.shape[0], _AT_ONCE)
    ]
    return (
        sparse.vstack(blocks, format="csr") if blocks else sparse.csr_matrix((0, topics.shape[1]))
    )


def _shares(counts: Any, topics: Any) -> Any:
    damped = counts.copy()
    damped.data = 1 + np.log(damped.data)
    scores = (damped @ topics).tocsr()
    words = (counts.sign() @ topics.sign()).tocsr()
    scores = scores.multiply(words >= _FEWEST).tocsr()
    scores.data = scores.data**_SHARP
    totals = np.asarray(scores.sum(axis=1)).ravel()
    totals[totals == 0] = 1
    result = (sparse.diags(1 / totals) @ scores).tocsr()
    first = result.max(axis=1).toarray().ravel()
    least = np.where(first < _MEMBER, np.maximum(first, _FIRST), _MEMBER)
    result.data[result.data < np.repeat(least, np.diff(result.indptr))] = 0
    result.eliminate_zeros()
    return result


def assigned(texts: Iterable[Any], topics: Sequence[Topic]) -> dict[str, dict[str, float]]:
    """By each article's id the topics of its language that it is in, by id, with their weights."""
    by_language: dict[str, list[Topic]] = {}
    for topic in topics:
        by_language.setdefault(topic.language or "", []).append(topic)
    rows: dict[str, list[tuple[str, Counter[str]]]] = {}
    answer: dict[str, dict[str, float]] = {}
    for row in texts:
        text = Text(*row)
        answer[text.id] = {}
        if text.language in by_language:
            words = Counter(tokens(f"{text.headline}\n{text.text}"))
            rows.setdefault(text.language or "", []).append((text.id, words))
    for language, counted in rows.items():
        known = by_language[language]
        table, numbers = word_table(known)
        found = shares(_counts([words for _, words in counted], numbers), table)
        for (id, _), line in zip(counted, rows_of(found), strict=True):
            answer[id] = {known[column].id: weight for column, weight in line}
    return answer


def word_table(topics: Sequence[Topic]) -> Any:
    """Words × topics, and the number of each word."""
    known: dict[str, int] = {}
    entries = [
        (weight, known.setdefault(word, len(known)), column)
        for column, topic in enumerate(topics)
        for word, weight in topic.weights.items()
    ]
    weights, rows, columns = zip(*entries, strict=True) if entries else ((), (), ())
    return sparse.csr_matrix((weights, (rows, columns)), shape=(len(known), len(topics))), known


def _counts(texts: Sequence[Counter[str]], numbers: Mapping[str, int]) -> Any:
    entries = [
        (count, row, numbers[word])
        for row, words in enumerate(texts)
        for word, count in words.items()
        if word in numbers
    ]
    counts, rows, columns = zip(*entries, strict=True) if entries else ((), (), ())
    shape = (len(texts), len(numbers))
    return sparse.csr_matrix((np.asarray(counts, dtype=float), (rows, columns)), shape=shape)


def rows_of(table: Any) -> list[list[tuple[int, float]]]:
    """Of each row its columns that are not 0, each with its value, rounded."""
    return [
        [
            (int(table.indices[at]), round(float(table.data[at]), 3))
            for at in range(table.indptr[row], table.indptr[row + 1])
        ]
        for row in range(table.shape[0])
    ]


def why(topic: Topic, text: str) -> list[tuple[str, float]]:
    """The words of a text (headline and text) that put it into the topic, each with its share of
    the topic's weight in it (they add up to 1), most first; empty if there are none."""
    counts = Counter(tokens(text))
    weights = {
        word: (1 + float(np.log(count))) * float(np.sqrt(topic.weights[word]))
        for word, count in counts.items()
        if word in topic.weights
    }
    total = sum(weights.values())
    return sorted(
        ((word, weight / total) for word, weight in weights.items()),
        key=lambda pair: (-pair[1], pair[0]),
    )
