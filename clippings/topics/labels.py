"""Names for topics: phrases as they stand in the texts, and how much of their use is the topic's."""

import math
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from clippings.topics.phrases import Phrase, phrases
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
    by_term: dict[str, list[Phrase]] = {}
    for phrase in phrases(sample, stop_words(corpus.language), leading):
        for word in leading.intersection(phrase.words):
            by_term.setdefault(word, []).append(phrase)
    several = len({sampled.source for sampled in corpus.sample if sampled.source}) > 1
    taken: set[str] = set()
    found = []
    for words, inside in zip(terms, members, strict=True):
        near = {id(phrase): phrase for word in words for phrase in by_term.get(word, ())}
        label = _best(words, near.values(), set(inside), taken, several)
        taken.add(_singular(label.text))
        found.append(label)
    return found


def _best(
    terms: Sequence[str],
    near: Iterable[Phrase],
    members: set[int],
    taken: set[str],
    several: bool,
) -> Label:
    """The phrase most at home in the topic, as it is mostly written; else its first two terms."""
    rank: dict[str, float] = {}
    for place, term in enumerate(terms):
        rank.setdefault(term, 1 / (1 + place))
    scored = []
    for phrase in near:
        inside = len(phrase.texts & members)
        home = inside / len(phrase.texts)
        if inside < 2 or _singular(phrase.spelling) in taken:
            continue
        weight = sum(rank.get(word, 0.0) for word in phrase.words) / math.sqrt(len(phrase.words))
        headlines = 1 + min(phrase.headlines, inside) / inside
        score = weight * home * math.sqrt(inside) * headlines
        fit = (inside >= _TEXTS) + (home >= _AT_HOME) + (not several or len(phrase.sources) > 1)
        scored.append((fit, score, phrase.spelling, phrase))
    if not scored:
        return Label(" · ".join(terms[:2]), None)
    _, _, spelling, phrase = max(scored, key=lambda one: one[:3])
    alone = several and len(phrase.sources) == 1
    return Label(spelling, next(iter(phrase.sources)) if alone else None)


def _singular(label: str) -> str:
    """A label as a key: "gas prices" is no second label beside "gas price"."""
    words = label.lower().split()
    return " ".join(word[:-1] if len(word) > 3 and word[-1] == "s" else word for word in words)
