"""Names for topics: phrases as they stand in the texts, and how much of their use is the topic's."""

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from clippings.folding import spelled_tokens
from clippings.topics.words import Corpus, Sampled, stop_words

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
    phrases = _phrases(corpus, leading)
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
        taken.add(label.text.lower())
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
    rank = {term: 1 / (1 + place) for place, term in enumerate(terms)}
    scored = []
    for phrase in phrases:
        inside = len(phrase.texts & members)
        home = inside / len(phrase.texts)
        if inside < 2 or phrase.spelling.lower() in taken:
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


def _phrases(corpus: Corpus, leading: set[str]) -> list[_Phrase]:
    """Two to four words that stand so in at least two texts, a leading term among them."""
    stop = stop_words(corpus.language)
    found: dict[tuple[str, ...], _Phrase] = {}
    for sampled in corpus.sample:
        for run, in_headline in _runs(sampled):
            for start, end in _windows(run, stop, leading):
                words = tuple(word for word, _ in run[start:end])
                phrase = found.setdefault(words, _Phrase(words))
                phrase.texts.add(sampled.row)
                phrase.headlines += in_headline
                if sampled.source:
                    phrase.sources.add(sampled.source)
                phrase.spellings[" ".join(part for _, part in run[start:end])] += 1
    return [phrase for phrase in found.values() if len(phrase.texts) >= 2]


def _runs(sampled: Sampled) -> Iterable[tuple[Run, bool]]:
    for part in (sampled.headline, *sampled.paragraphs):
        for piece in _BREAK.split(part):
            if piece and not piece.isspace():
                run = [(token, piece[start:end]) for token, start, end in spelled_tokens(piece)]
                yield run, part is sampled.headline


def _windows(run: Run, stop: frozenset[str], leading: set[str]) -> Iterable[tuple[int, int]]:
    """Where the phrases around a leading term begin and end."""
    places = [place for place, (word, _) in enumerate(run) if word in leading]
    ends = {place for place, (word, _) in enumerate(run) if _may_end(word, stop)}
    around = {
        (start, start + length)
        for place in places
        for length in (2, 3, 4)
        for start in range(max(0, place - length + 1), min(place, len(run) - length) + 1)
    }
    return ((start, end) for start, end in sorted(around) if start in ends and end - 1 in ends)


def _may_end(word: str, stop: frozenset[str]) -> bool:
    return word not in stop and len(word) > 1 and not word.isdigit()
