"""Fingerprints of texts, and an index that tells which texts share some.

A fingerprint is the hash of five words in a row, kept if it is the smallest among seven neighbours
(winnowing: Schleimer, Wilkerson, Aiken, SIGMOD 2003). So one in four is kept, always the same ones
where two texts agree, and any eleven words in a row that two texts share give at least one.

What an engine keeps. A `Segment` is two arrays, sorted by hash: hashes and text numbers, 12 bytes a
fingerprint, some 1.2 KB an article of 400 words. Each transaction that saves texts stores one, as two
blobs beside a level (0) and a size; when `MERGED` segments of one level have come together, `merge`
makes one of the next level of them, up to `LARGEST` fingerprints. An index over stored segments is
`candidates(prints, segments)`, with the segments read one after the other, so that memory holds one.
Nothing is changed in place: a text that is gone is left out of the answer, and of the next merge.
(One row a fingerprint in a `WITHOUT ROWID` table costs a random page each: at a million articles every
load of a few thousand would rewrite the whole tree.)
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from clippings.copies.words import Words

VERSION = "1"
"""Of words, fingerprints and alignment; another version means that the index is built anew."""

SHINGLE = 5
_WINDOW = 7

COMMON = 200
"""A fingerprint in more texts than this is a stock phrase, or the text of very many copies."""
USUAL = 20
"""A fingerprint in more texts than this weighs less: a phrase of the trade, a link that is everywhere."""
MERGED = 8
LARGEST = 4_000_000
MOST_CANDIDATES = 50
_FEWEST = 3
_FEW_COMMON = 5

Prints = NDArray[np.uint64]


class Candidate(NamedTuple):
    """Two texts that share fingerprints, and how many."""

    text: int
    other: int
    shared: int


class Index(Protocol):
    """Which texts share fingerprints; texts go by the engine's own numbers, from 0 to 2³²-1."""

    def add(self, prints: Mapping[int, Prints]) -> None:
        """Take in the fingerprints of these texts."""

    def candidates(self, prints: Mapping[int, Prints]) -> Iterable[Candidate]:
        """The texts that may share a passage with these, those that share most first."""


def shingles(ids: NDArray[np.uint32], length: int = SHINGLE) -> Prints:
    """A hash of each run of that many words; of all words, if they are fewer."""
    length = min(length, len(ids))
    if not length:
        return np.empty(0, np.uint64)
    wide = ids.astype(np.uint64)
    hashes = np.zeros(len(ids) - length + 1, np.uint64)
    for place in range(length):
        hashes *= np.uint64(0x9E3779B97F4A7C15)
        hashes += wide[place : place + len(hashes)]
    # The finaliser of SplitMix64: neighbours must not have neighbouring hashes.
    hashes ^= hashes >> np.uint64(30)
    hashes *= np.uint64(0xBF58476D1CE4E5B9)
    hashes ^= hashes >> np.uint64(27)
    hashes *= np.uint64(0x94D049BB133111EB)
    hashes ^= hashes >> np.uint64(31)
    return hashes


def fingerprints(words: Words) -> Prints:
    """The fingerprints of a text, sorted, each once."""
    least = shingles(words.ids)
    for step in (1, 2, 3):  # the smallest of 2, 4 and 7 neighbours
        if len(least) > step:
            least = np.minimum(least[:-step], least[step:])
    return np.unique(least)


@dataclass(frozen=True, slots=True)
class Segment:
    """The fingerprints of some texts: two arrays, sorted by hash and then by text."""

    hashes: Prints
    texts: NDArray[np.uint32]

    @classmethod
    def of(cls, prints: Mapping[int, Prints]) -> "Segment":
        """The segment of these texts."""
        hashes = np.concatenate([*prints.values(), np.empty(0, np.uint64)])
        numbers = np.fromiter(prints, np.uint32, len(prints))
        texts = np.repeat(numbers, [len(one) for one in prints.values()])
        order = np.lexsort((texts, hashes))
        return cls(hashes[order], texts[order])

    def to_bytes(self) -> tuple[bytes, bytes]:
        """The two arrays as an archive keeps them, little-endian on every machine."""
        return self.hashes.astype("<u8").tobytes(), self.texts.astype("<u4").tobytes()

    @classmethod
    def from_bytes(cls, hashes: bytes, texts: bytes) -> "Segment":
        """The segment that `to_bytes` wrote, over the very bytes."""
        return cls(np.frombuffer(hashes, "<u8"), np.frombuffer(texts, "<u4"))


def merge(segments: Sequence[Segment]) -> Segment:
    """One segment in place of several."""
    hashes = np.concatenate([segment.hashes for segment in segments])
    texts = np.concatenate([segment.texts for segment in segments])
    order = np.lexsort((texts, hashes))
    return Segment(hashes[order], texts[order])


def candidates(prints: Mapping[int, Prints], segments: Iterable[Segment]) -> Iterator[Candidate]:
    """Pairs that share enough fingerprints to be looked at, by text, those that share most first.

    A pair within `prints` is told once. Three fingerprints are enough, more if they stand in many texts.
    Common ones do not count, except for a text made of little else, which is one of very many copies: it
    is paired with the first few of them.
    """
    asked = Segment.of(prints)
    wanted, first = np.unique(asked.hashes, return_index=True)
    places, others, frequency = _hits(wanted, segments)
    asking = np.append(first, len(asked.hashes))
    known = np.unique(asked.texts)
    sizes = np.bincount(np.searchsorted(known, asked.texts), minlength=len(known))
    few = np.clip(sizes // 3, 1, _FEWEST)
    common = frequency > COMMON
    rare = ~common[places]
    weights = np.minimum(1, USUAL / np.maximum(1, frequency))
    found = _pairs(asked.texts, asking, places[rare], others[rare], weights)
    yield from _strongest(found, known, few, MOST_CANDIDATES)
    often = _sums(known, asked.texts, np.repeat(common, np.diff(asking)))
    limit = np.where(often * 2 > sizes, np.maximum(few, sizes // 3), len(asked.hashes) + 1)
    found = _pairs(asked.texts, asking, places[~rare], others[~rare], np.ones(len(wanted)))
    yield from _strongest(found, known, limit, _FEW_COMMON)


def _sums(known: NDArray[Any], of: NDArray[Any], values: NDArray[Any]) -> NDArray[np.float64]:
    sums = np.bincount(np.searchsorted(known, of), weights=values, minlength=len(known))
    return sums.astype(np.float64)


_Hits = tuple[NDArray[np.int64], NDArray[np.uint32], NDArray[np.int64]]


def _hits(wanted: Prints, segments: Iterable[Segment]) -> _Hits:
    """Which of the wanted hashes stand in which texts (of a common one the first), and how often."""
    frequency = np.zeros(len(wanted), np.int64)
    places, texts = [np.empty(0, np.int64)], [np.empty(0, np.uint32)]
    for segment in segments:
        start = np.searchsorted(segment.hashes, wanted, "left")
        count = np.searchsorted(segment.hashes, wanted, "right") - start
        taken = np.minimum(count, np.maximum(0, COMMON - frequency))
        frequency += count
        places.append(np.repeat(np.arange(len(wanted)), taken))
        texts.append(segment.texts[_ranges(start, taken)])
    return np.concatenate(places), np.concatenate(texts), frequency


def _ranges(start: NDArray[np.int64], count: NDArray[np.int64]) -> NDArray[np.int64]:
    """start[0], start[0] + 1 … (count[0] of them), then the same from start[1] …"""
    before = np.cumsum(count) - count
    ranges: NDArray[np.int64] = np.arange(int(count.sum())) + np.repeat(start - before, count)
    return ranges


_Pairs = tuple[NDArray[np.uint64], NDArray[np.float64]]


def _pairs(
    texts: NDArray[np.uint32],
    asking: NDArray[np.int64],
    places: NDArray[np.int64],
    others: NDArray[np.uint32],
    weights: NDArray[np.float64],
) -> _Pairs:
    """Pairs (text above, other below 32 bits), once for each fingerprint they share, and its weight."""
    count = (asking[1:] - asking[:-1])[places]
    text = texts[_ranges(asking[places], count)].astype(np.uint64)
    pairs = (text << np.uint64(32)) | np.repeat(others, count).astype(np.uint64)
    return pairs, np.repeat(weights[places], count)


def _strongest(
    found: _Pairs, known: NDArray[np.uint32], few: NDArray[Any], most: int
) -> Iterator[Candidate]:
    """Each pair once, if it weighs as much as its text asks for, and only a text's best pairs."""
    pairs, weights = found
    both, inverse, shared = np.unique(pairs, return_inverse=True, return_counts=True)
    weight = np.bincount(inverse, weights=weights, minlength=len(both))
    text, other = (both >> np.uint64(32)).astype(np.uint32), both.astype(np.uint32)
    twice = np.isin(other, known) & (other >= text)
    kept = ~twice & (weight >= few[np.searchsorted(known, text)] - 1e-9)
    text, other, shared = text[kept], other[kept], shared[kept]
    order = np.lexsort((other, -shared, text))
    text, other, shared = text[order], other[order], shared[order]
    rank = np.arange(len(text)) - np.searchsorted(text, text)
    for place in np.flatnonzero(rank < most):
        yield Candidate(int(text[place]), int(other[place]), int(shared[place]))


class MemoryIndex:
    """An index in memory, for a small archive; another one keeps the same segments elsewhere."""

    def __init__(self) -> None:
        self._levels: list[list[Segment]] = [[]]

    def add(self, prints: Mapping[int, Prints]) -> None:
        """Take in the fingerprints of these texts."""
        self._levels[0].append(Segment.of(prints))
        for level, segments in enumerate(self._levels):
            if len(segments) < MERGED or len(segments[0].hashes) >= LARGEST:
                break
            if level + 1 == len(self._levels):
                self._levels.append([])
            self._levels[level + 1].append(merge(segments))
            segments.clear()

    def candidates(self, prints: Mapping[int, Prints]) -> Iterator[Candidate]:
        """The texts that may share a passage with these, those that share most first."""
        # The oldest first, so that of a common fingerprint the first texts are told.
        return candidates(prints, [one for level in reversed(self._levels) for one in level])
