"""Texts → the phrases that stand in several of them: words as numbers, so that whole tables are compared."""

import re
from array import array
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from clippings.folding import SPELLED, tokens
from clippings.topics.words import Sampled

_BREAK = r"[.,;:!?()\[\]{}\"“”«»…؛،؟\n]|\s[-–—]\s|['’]s\b"
_PIECE = re.compile(f"{SPELLED.pattern}|{_BREAK}")

_LENGTHS = (2, 3, 4)
_FEWEST_TEXTS = 2


@dataclass(frozen=True)
class Phrase:
    """Some words that stand together, and the rows of the texts that they do so in."""

    words: tuple[str, ...]
    texts: frozenset[int]
    sources: frozenset[str]
    headlines: int
    """How often it stands in a headline."""
    spellings: Sequence[str]
    """As it is written each time."""

    @cached_property
    def spelling(self) -> str:
        """As it is mostly written."""
        times = Counter(self.spellings)
        return min(times, key=lambda one: (-times[one], one))


class _Spellings(dict[str, int]):
    """The number of each spelling of a word; -1 for what stands between phrases."""

    def __init__(self) -> None:
        super().__init__()
        self.spelled: list[str] = []
        self.words: list[int] = []
        """The number of the word, by the number of its spelling."""
        self.names: dict[str, int] = {}

    def __missing__(self, piece: str) -> int:
        words = tokens(piece) if SPELLED.match(piece) else []
        number = self[piece] = len(self.spelled) if len(words) == 1 else -1
        if number >= 0:
            self.spelled.append(piece)
            self.words.append(self.names.setdefault(words[0], len(self.names)))
        return number


class _Read:
    """The words of all texts one after another, as numbers, -1 between phrases."""

    def __init__(self, sample: Sequence[Sampled]) -> None:
        self.sample = sample
        numbers, spelled, ends = _Spellings(), array("i"), array("q")
        for one in sample:
            for part in (one.headline, "\n".join(one.paragraphs)):
                spelled.extend(map(numbers.__getitem__, _PIECE.findall(part)))
                spelled.append(-1)
                ends.append(len(spelled))
        self.names = list(numbers.names)
        self._spellings = numbers.spelled
        self._spelled = np.array(spelled, dtype=np.int32)
        self.words = np.array([*numbers.words, -1])[self._spelled]
        self.parts = np.repeat(np.arange(len(ends)), np.diff(np.array(ends), prepend=0))
        """Where each word stands: of every text first the headline, then the rest."""

    def where(self, holds: Callable[[str], bool]) -> Any:
        """Whether it holds for the word at each place."""
        return np.array([*map(holds, self.names), False])[self.words]

    def phrases(self, starts: Any, sizes: Any, length: int) -> Iterator[Phrase]:
        """The phrases of so many words that begin there, each as often as `sizes` says."""
        windows = self._spelled[starts[:, None] + np.arange(length)].tolist()
        spelled = [" ".join([self._spellings[one] for one in window]) for window in windows]
        parts = self.parts[starts].tolist()
        ends = np.cumsum(sizes)
        for start, end in zip((ends - sizes).tolist(), ends.tolist(), strict=True):
            texts = [self.sample[part // 2] for part in parts[start:end]]
            yield Phrase(
                tuple(
                    self.names[word] for word in self.words[starts[start] : starts[start] + length]
                ),
                frozenset(text.row for text in texts),
                frozenset(text.source for text in texts if text.source),
                sum(part % 2 == 0 for part in parts[start:end]),
                spelled[start:end],
            )


def phrases(
    sample: Sequence[Sampled], stop: Collection[str], leading: Collection[str]
) -> list[Phrase]:
    """Two to four words, a leading one among them and none of `stop` at the ends, that stand so in at
    least two texts, without punctuation or a number between."""
    read = _Read(sample)
    ends = read.where(lambda word: word not in stop and len(word) > 1 and not word.isdigit())
    inner = read.where(lambda word: not word.isdigit())
    leads = read.where(lambda word: word in leading)
    found: list[Phrase] = []
    for length, keys in zip(_LENGTHS, _keys(read.words), strict=True):
        places = len(keys)
        fit = ends[:places] & ends[length - 1 :]
        for at in range(1, length - 1):
            fit &= inner[at : at + places]
        fit &= np.logical_or.reduce([leads[at : at + places] for at in range(length)])
        starts = np.flatnonzero(fit)
        found += read.phrases(*_repeated(keys[starts], read.parts[starts] // 2, starts), length)
    return found


def _keys(words: Any) -> tuple[Any, Any, Any]:
    """For each place a number for the two, three and four words from there on: the same for the same."""
    most = int(words.max(initial=0)) + 2
    _, pairs = np.unique((words[:-1] + 1) * most + words[1:] + 1, return_inverse=True)
    threes = pairs[:-1] * most + words[2:] + 1
    fours = pairs[:-2] * (len(pairs) + 1) + pairs[2:]
    return pairs, threes, fours


def _repeated(keys: Any, texts: Any, starts: Any) -> tuple[Any, Any]:
    """The places of the keys that stand in several texts, key by key, and how many each has."""
    order = np.argsort(keys, kind="stable")
    keys, texts, starts = keys[order], texts[order], starts[order]
    first = np.append(True, keys[1:] != keys[:-1])[: len(keys)]
    fresh = first | np.append(True, texts[1:] != texts[:-1])[: len(keys)]
    group = np.cumsum(first) - 1
    enough = np.bincount(group[fresh]) >= _FEWEST_TEXTS
    return starts[enough[group]], np.bincount(group)[enough]
