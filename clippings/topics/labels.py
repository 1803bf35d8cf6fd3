"""Names for topics: phrases as they stand in the texts, and how much of their use is the topic's."""

import math
import re
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from clippings.folding import spelled_tokens
from clippings.topics.words import Corpus, Sampled, stop_words

_LOOKED_AT = 4_000
"""Texts that phrases are looked for in."""

_TEXTS = 3
_AT_HOME = 0.6
_BREAK = re.compile(r"[.,;:!?()\[\]{}\"“”«»…؛،؟\n]|\s[-–—]\s|['’]s\b")

Run = Sequence[tuple[str, str]]
"""Words without punctuation between, each folded and as it is spelled."""


class Label(NamedTuple):
    """A topic's name, and the one source whose phrase it is, where it is no one else's."""

    text: str
    origin: str | None


@dataclass(slots=True)
class _Phrase:
    """Some words that stand together, the texts they do so in, and how they are spelled there."""

    words: tuple[str, ...]
    texts: set[int] = field(default_factory=set)
    headlines: int = 0
    sources: set[str] = field(default_factory=set)
    spellings: Counter[str] = field(default_factory=Counter)

    @property
    def spelling(self) -> str:
        return min(self.spellings, key=lambda one: (-self.spellings[one], one))


def labels(
    corpus: Corpus, terms: Sequence[Sequence[str]], members: Sequence[Collection[int]]
) -> list[Label]:
    """A label for each topic, from its terms and the rows of its articles; no two are the same."""
    leading = {word for words in terms for word in words}
    sample = corpus.sample[:: max(1, len(corpus.sample) // _LOOKED_AT)]
    phrases = _phrases(corpus, sample, leading)
    by_term: dict[str, list[_Phrase]] = {}
    for phrase in phrases:
        for word in leading.intersection(phrase.words):
            by_term.setdefault(word, []).append(phrase)
    several = len({sampled.source for sampled in corpus.sample if sampled.source}) > 1
    taken: set[str] = set()
    found = []
    for words, inside in zip(terms, members, strict=True):
        near = {id(phrase): phrase for word in words for phrase in by_term.get(word, ())}
        label = _best(words, list(near.values()), set(inside), taken, several)
        taken.add(_singular(label.text))
        found.append(label)
    return found


def _best(
    terms: Sequence[str],
    phrases: Iterable[_Phrase],
    members: set[int],
    taken: set[str],
    several: bool,
) -> Label:
    """The phrase most at home in the topic, as it is mostly written; else its first two terms."""
    rank: dict[str, float] = {}
    for place, term in enumerate(terms):
        rank.setdefault(term, 1 / (1 + place))
    scored = []
    for phrase in phrases:
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


def _phrases(corpus: Corpus, sample: Sequence[Sampled], leading: set[str]) -> list[_Phrase]:
    """Two to four words that stand so in at least two texts, a leading term among them."""
    stop = stop_words(corpus.language)
    runs = [(sampled, list(_runs(sampled))) for sampled in sample]
    marks = array("q")
    for _, pieces in runs:  # what stands in one text only is most, and is never made an object
        marks.extend(
            {hash(words) for run, _ in pieces for words, _ in _windows(run, stop, leading)}
        )
    values, times = np.unique(np.frombuffer(marks, dtype=np.int64), return_counts=True)
    repeated = set(values[times >= 2].tolist())
    found: dict[tuple[str, ...], _Phrase] = {}
    for sampled, pieces in runs:
        for run, in_headline in pieces:
            for words, start in _windows(run, stop, leading):
                if hash(words) in repeated:
                    phrase = found.setdefault(words, _Phrase(words))
                    phrase.texts.add(sampled.row)
                    phrase.headlines += in_headline
                    if sampled.source:
                        phrase.sources.add(sampled.source)
                    spelled = " ".join(part for _, part in run[start : start + len(words)])
                    phrase.spellings[spelled] += 1
    return list(found.values())


def _runs(sampled: Sampled) -> Iterable[tuple[Run, bool]]:
    for part in (sampled.headline, *sampled.paragraphs):
        for piece in _BREAK.split(part):
            if piece and not piece.isspace():
                run = [(token, piece[start:end]) for token, start, end in spelled_tokens(piece)]
                yield run, part is sampled.headline


def _windows(
    run: Run, stop: frozenset[str], leading: set[str]
) -> Iterable[tuple[tuple[str, ...], int]]:
    """The phrases with a leading term, and where each begins."""
    words = [word for word, _ in run]
    ends = [_may_end(word, stop) for word in words]
    leads = [word in leading for word in words]
    for start in range(len(words) - 1):
        if ends[start]:
            for end in range(start + 2, min(start + 4, len(words)) + 1):
                if words[end - 1].isdigit():
                    break
                if ends[end - 1] and any(leads[start:end]):
                    yield tuple(words[start:end]), start


def _may_end(word: str, stop: frozenset[str]) -> bool:
    return word not in stop and len(word) > 1 and not word.isdigit()


def _singular(label: str) -> str:
    """A label as a key: "gas prices" is no second label beside "gas price"."""
    words = label.lower().split()
    return " ".join(word[:-1] if len(word) > 3 and word[-1] == "s" else word for word in words)
