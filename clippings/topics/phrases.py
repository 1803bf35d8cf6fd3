"""Texts → the phrases that stand in several of them: words as numbers, so that whole tables are compared."""

import re
from array import array
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

import numpy as np

from clippings.folding import SPELLED, tokens
from clippings.topics.words import Sampled

_BREAK = r"[.,;:!?()\[\]{}\"“”«»…؛،؟\n]|\s[-–—]\s|['’]s\b"
_PIECE = re.compile(f"{SPELLED.pattern}|{_BREAK}")

_LENGTHS = (2, 3, 4)
_FEWEST_TEXTS = 2


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
        numbers, spelled, ends = _Spellings(), array("i"), array("q")
        for one in sample:
            for part in (one.headline, "\n".join(one.paragraphs)):
                spelled.extend(map(numbers.__getitem__, _PIECE.findall(part)))
                spelled.append(-1)
                ends.append(len(spelled))
        self.names = numbers.names
        self._spellings = numbers.spelled
        self._spelled = np.array(spelled, dtype=np.int32)
        self.words = np.array([*numbers.words, -1])[self._spelled]
        self.parts = np.repeat(np.arange(len(ends)), np.diff(np.array(ends), prepend=0))
        """Where each word stands: of every text first the headline, then the rest."""

    def spelled(self, start: int, length: int) -> str:
        """The words there as they are written."""
        return " ".join(self._spellings[one] for one in self._spelled[start : start + length])

    def where(self, holds: Callable[[str], bool]) -> Any:
        """Whether it holds for the word at each place."""
        return np.array([*map(holds, self.names), False])[self.words]


class Phrases:
    """Words that stand together, two to four, in at least two texts, a leading one among them and no
    stop word at the ends, without punctuation or a number between."""

    def __init__(
        self, sample: Sequence[Sampled], stop: Collection[str], leading: Collection[str]
    ) -> None:
        self._sample = sample
        self._read = _Read(sample)
        self._starts, self._sizes, self.lengths = _repeated(self._read, stop, leading)
        self._ends = np.cumsum(self._sizes)
        parts, phrase = self._read.parts[self._starts], np.repeat(np.arange(len(self)), self._sizes)
        # The places of a phrase are in the order of the texts.
        fresh = _changes(phrase) | _changes(parts // 2)
        self._texts, self._owners = parts[fresh] // 2, phrase[fresh]
        self.texts = self._count(self._owners)
        """How many texts each stands in."""
        self.headlines = self._count(phrase[parts % 2 == 0])
        """How often each stands in a headline."""
        self.sources = self._of_sources()
        """How many sources have each."""
        self.cut = self._cut(phrase)
        """The share of its uses that are a part of one longer phrase: "prime" and "minister" stand alone
        less than "prime minister" does (as C-value counts it: Frantzi, Ananiadou & Mima 2000)."""
        places = self._starts[self._ends - self._sizes]
        self._words = [
            np.where(at < self.lengths, self._read.words.take(places + at, mode="clip"), -1)
            for at in range(max(_LENGTHS))
        ]

    def __len__(self) -> int:
        """How many there are."""
        return len(self._sizes)

    def weights(self, of_words: Mapping[str, float]) -> Any:
        """For each phrase the sum of its words' weights."""
        table = np.zeros(len(self._read.names) + 1)
        for word, weight in of_words.items():
            if word in self._read.names:
                table[self._read.names[word]] = weight
        return sum(table[words] for words in self._words)

    def inside(self, rows: Collection[int]) -> Any:
        """In how many of these texts each stands."""
        meant = np.array([text.row in rows for text in self._sample], dtype=bool)
        return self._count(self._owners[meant[self._texts]])

    def spelling(self, phrase: int) -> str:
        """As it is mostly written."""
        end = self._ends[phrase]
        times = Counter(
            self._read.spelled(start, self.lengths[phrase])
            for start in self._starts[end - self._sizes[phrase] : end]
        )
        return min(times, key=lambda one: (-times[one], one))

    def source(self, phrase: int) -> str | None:
        """A source that has it."""
        texts = self._texts[self._owners == phrase]
        return next((self._sample[at].source for at in texts if self._sample[at].source), None)

    def _count(self, owners: Any) -> Any:
        return np.bincount(owners, minlength=len(self))

    def _cut(self, phrase: Any) -> Any:
        longest = np.zeros(len(self))
        places = (
            len(self._read.words) + 1
        )  # the last is before the first, too, and no phrase starts there
        for length in _LENGTHS[:-1]:
            longer = np.full(places, -1)
            of_longer = self.lengths[phrase] == length + 1
            longer[self._starts[of_longer]] = phrase[of_longer]
            short = self.lengths[phrase] == length
            owners = phrase[short]
            for around in (longer[self._starts[short]], longer[self._starts[short] - 1]):
                pairs, times = np.unique(
                    owners[around >= 0] * len(self) + around[around >= 0], return_counts=True
                )
                np.maximum.at(longest, pairs // len(self), times)
        return longest / self._sizes

    def _of_sources(self) -> Any:
        numbers: dict[str | None, int] = {None: -1, "": -1}
        each = [numbers.setdefault(one.source, len(numbers)) for one in self._sample]
        source = np.array(each, dtype=np.int64)[self._texts]
        named = source >= 0
        pairs = np.unique(self._owners[named] * len(numbers) + source[named])
        return self._count(pairs // len(numbers))


def _changes(values: Any) -> Any:
    """Where a value is another than the one before it."""
    return np.append(True, values[1:] != values[:-1])[: len(values)]


def _repeated(read: _Read, stop: Collection[str], leading: Collection[str]) -> tuple[Any, Any, Any]:
    """The places of phrases, phrase by phrase, how many each has, and each one's length."""
    ends = read.where(lambda word: word not in stop and len(word) > 1 and not word.isdigit())
    inner = read.where(lambda word: not word.isdigit())
    leads = read.where(lambda word: word in leading)
    found = []
    for length, keys in zip(_LENGTHS, _keys(read.words), strict=True):
        places = len(keys)
        fit = ends[:places] & ends[length - 1 :]
        for at in range(1, length - 1):
            fit &= inner[at : at + places]
        fit &= np.logical_or.reduce([leads[at : at + places] for at in range(length)])
        starts = np.flatnonzero(fit)
        starts, sizes = _in_several(keys[starts], read.parts[starts] // 2, starts)
        found.append((starts, sizes, np.full(len(sizes), length)))
    starts, sizes, lengths = (np.concatenate(each) for each in zip(*found, strict=True))
    return starts, sizes, lengths


def _keys(words: Any) -> tuple[Any, Any, Any]:
    """For each place a number for the two, three and four words from there on."""
    most = int(words.max(initial=0)) + 2
    _, pairs = np.unique((words[:-1] + 1) * most + words[1:] + 1, return_inverse=True)
    threes = pairs[:-1] * most + words[2:] + 1
    fours = pairs[:-2] * (len(pairs) + 1) + pairs[2:]
    return pairs, threes, fours


def _in_several(keys: Any, texts: Any, starts: Any) -> tuple[Any, Any]:
    """The places of the keys that stand in several texts, key by key, and how many each has."""
    order = np.argsort(keys, kind="stable")
    keys, texts, starts = keys[order], texts[order], starts[order]
    first = _changes(keys)
    group = np.cumsum(first) - 1
    enough = np.bincount(group[first | _changes(texts)]) >= _FEWEST_TEXTS
    return starts[enough[group]], np.bincount(group)[enough]
