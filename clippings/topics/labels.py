"""Names for topics: phrases as they stand in the texts, and how much of their use is the topic's."""

from collections.abc import Collection, Sequence
from itertools import groupby
from typing import NamedTuple

import numpy as np

from clippings.topics.phrases import Phrases
from clippings.topics.words import Corpus, stop_words

_LOOKED_AT = 4_000
"""Texts that phrases are looked for in."""

_TEXTS = 3
_AT_HOME = 0.6


class Label(NamedTuple):
    """A topic's name, and the one source whose phrase it is, where it is no one else's."""

    text: str
    origin: str | None


def labels(
    corpus: Corpus, terms: Sequence[Sequence[str]], members: Sequence[Collection[int]]
) -> list[Label]:
    """A label for each topic, from its terms and the rows of its articles; no two are the same."""
    leading = {word for words in terms for word in words}
    sample = corpus.sample[:: max(1, len(corpus.sample) // _LOOKED_AT)]
    phrases = Phrases(sample, stop_words(corpus.language), leading)
    several = len({sampled.source for sampled in corpus.sample if sampled.source}) > 1
    taken: set[str] = set()
    found = []
    for words, rows in zip(terms, members, strict=True):
        label = _best(words, phrases, rows, taken, several)
        taken.add(_singular(label.text))
        found.append(label)
    return found


def _best(
    terms: Sequence[str], phrases: Phrases, rows: Collection[int], taken: set[str], several: bool
) -> Label:
    """The phrase most at home in the topic, as it is mostly written; else its first two terms."""
    rank: dict[str, float] = {}
    for place, term in enumerate(terms):
        rank.setdefault(term, 1 / (1 + place))
    weight, inside = phrases.weights(rank), phrases.inside(rows)
    near = np.flatnonzero((weight > 0) & (inside >= 2))
    weight, inside = weight[near], inside[near]
    home = inside / phrases.texts[near]
    headlines = 1 + np.minimum(phrases.headlines[near], inside) / inside
    score = weight / np.sqrt(phrases.lengths[near]) * home * np.sqrt(inside) * headlines
    score *= 1 - phrases.cut[near]
    fit = (inside >= _TEXTS) + 0 + (home >= _AT_HOME)
    fit += 1 if not several else phrases.sources[near] > 1
    order = np.lexsort((score, fit))[::-1]
    for _, alike in groupby(order, key=lambda at: (fit[at], score[at])):
        free = {phrases.spelling(at): at for at in near[list(alike)]}
        for spelling in sorted(free, reverse=True):
            if _singular(spelling) not in taken:
                alone = several and phrases.sources[free[spelling]] == 1
                return Label(spelling, phrases.source(free[spelling]) if alone else None)
    return Label(" · ".join(terms[:2]), None)


def _singular(label: str) -> str:
    """A label as a key: "gas prices" is no second label beside "gas price"."""
    words = label.lower().split()
    return " ".join(word[:-1] if len(word) > 3 and word[-1] == "s" else word for word in words)
