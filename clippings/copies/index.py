"""An index of fingerprints that grows as texts arrive, and tells which of them share some.

It is kept in segments. A `Segment` is two arrays, sorted by hash: hashes and text numbers, 12 bytes a
fingerprint, some 1.2 KB an article of 400 words. Texts that arrive together make one, of level 0; when
`MERGED` segments of one level have come together, they become one of the next level, up to `LARGEST`
fingerprints. Nothing else is ever written again, and to answer one segment after the other is read, so
that memory holds one. (One row a fingerprint in a `WITHOUT ROWID` table costs a random page each: at a
million articles every load of a few thousand would rewrite the whole tree.)

What an engine keeps is a `SegmentStore`: a table of id, level, size and two blobs. A text that is gone
stays in its segment and is left out where the answer is read.
"""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from clippings.copies.fingerprints import Prints

COMMON = 200
"""A fingerprint in more texts than this is a stock phrase, or the text of very many copies."""
USUAL = 20
"""A fingerprint in more texts than this weighs less: a phrase of the trade, a link that is everywhere."""
MERGED = 8
LARGEST = 4_000_000
MOST_CANDIDATES = 50
_ASKING_AT_ONCE = 200
_FEWEST = 3
_FEW_COMMON = 5


class Candidate(NamedTuple):
    """Two texts that share fingerprints, and how many."""

    text: int
    other: int
    shared: int


class Index(Protocol):
    """Which texts share fingerprints; texts go by numbers of the archive's, from 0 to 2³²-1."""

    def add(self, prints: Mapping[int, Prints]) -> None:
        """Take in the fingerprints of these texts."""

    def candidates(self, prints: Mapping[int, Prints]) -> Iterable[Candidate]:
        """The texts that may share a passage with these, those that share most first."""


class Listed(NamedTuple):
    """A stored segment without its arrays."""

    id: int
    """Later ones have higher numbers."""
    level: int
    size: int


class SegmentStore(Protocol):
    """What an engine keeps for an index."""

    def listed(self) -> Sequence[Listed]:
        """Every segment, without reading its arrays."""

    def read(self, id: int) -> tuple[bytes, bytes]:
        """The two arrays of a segment."""

    def replace(
        self, gone: Sequence[int], level: int, size: int, arrays: tuple[bytes, bytes]
    ) -> None:
        """Keep a new segment, in place of those."""


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
    places_of_rare, rare_others = places[rare], others[rare]
    for texts, of in _some_at_a_time(asked.texts, asking, known):
        found = _pairs(texts, of, places_of_rare, rare_others, weights)
        yield from _strongest(found, known, few, MOST_CANDIDATES)
    often = _sums(known, asked.texts, np.repeat(common, np.diff(asking)))
    limit = np.where(often * 2 > sizes, np.maximum(few, sizes // 3), len(asked.hashes) + 1)
    places, others, ones = places[~rare], others[~rare], np.ones(len(wanted))
    for texts, of in _some_at_a_time(asked.texts, asking, known):
        yield from _strongest(_pairs(texts, of, places, others, ones), known, limit, _FEW_COMMON)


def _some_at_a_time(
    texts: NDArray[np.uint32], asking: NDArray[np.int64], known: NDArray[np.uint32]
) -> Iterator[tuple[NDArray[np.uint32], NDArray[np.int64]]]:
    """Those who ask for each hash, for some texts after the other: pairs take much memory."""
    for start in range(0, len(known), _ASKING_AT_ONCE):
        some = known[start : start + _ASKING_AT_ONCE]
        inside = (texts >= some[0]) & (texts <= some[-1])
        yield texts[inside], np.append(0, np.cumsum(inside))[asking]


def _sums(known: NDArray[Any], of: NDArray[Any], values: NDArray[Any]) -> NDArray[np.float64]:
    sums = np.bincount(np.searchsorted(known, of), weights=values, minlength=len(known))
    return sums.astype(np.float64)


_Hits = tuple[NDArray[np.int32], NDArray[np.uint32], NDArray[np.int64]]


def _hits(wanted: Prints, segments: Iterable[Segment]) -> _Hits:
    """Which of the wanted hashes stand in which texts (of a common one the first), and how often."""
    frequency = np.zeros(len(wanted), np.int64)
    # Of two thousand texts in a large archive there are tens of millions.
    places, texts = [np.empty(0, np.int32)], [np.empty(0, np.uint32)]
    numbers = np.arange(len(wanted), dtype=np.int32)
    for segment in segments:
        start = np.searchsorted(segment.hashes, wanted, "left")
        count = np.searchsorted(segment.hashes, wanted, "right") - start
        taken = np.minimum(count, np.maximum(0, COMMON - frequency))
        frequency += count
        places.append(np.repeat(numbers, taken))
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
    places: NDArray[np.int32],
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


class SegmentIndex:
    """The index over segments that lie in a store."""

    def __init__(self, store: SegmentStore) -> None:
        self._store = store

    def add(self, prints: Mapping[int, Prints]) -> None:
        """Take in the fingerprints of these texts."""
        self._keep((), 0, Segment.of(prints))
        for level in itertools.count():
            ready = [
                one
                for one in self._store.listed()
                if one.level == level and one.size <= LARGEST // 2
            ]
            if len(ready) < MERGED:
                break
            size = itertools.accumulate(one.size for one in ready)
            gone = [one.id for one, total in zip(ready, size, strict=True) if total <= LARGEST]
            parts = [Segment.from_bytes(*self._store.read(id)) for id in gone]
            self._keep(gone, level + 1, merge(parts))

    def _keep(self, gone: Sequence[int], level: int, segment: Segment) -> None:
        self._store.replace(gone, level, len(segment.hashes), segment.to_bytes())

    def candidates(self, prints: Mapping[int, Prints]) -> Iterator[Candidate]:
        """The texts that may share a passage with these, those that share most first."""
        # The oldest first, so that of a common fingerprint the first texts are told.
        order = sorted(self._store.listed(), key=lambda one: (-one.level, one.id))
        stored = (self._store.read(one.id) for one in order)
        return candidates(prints, (Segment.from_bytes(*arrays) for arrays in stored))


class MemoryStore:
    """Segments in memory, for a small archive."""

    def __init__(self) -> None:
        self._numbers = itertools.count()
        self._kept: dict[int, tuple[Listed, tuple[bytes, bytes]]] = {}

    def listed(self) -> list[Listed]:
        """Every segment, without reading its arrays."""
        return [listed for listed, _ in self._kept.values()]

    def read(self, id: int) -> tuple[bytes, bytes]:
        """The two arrays of a segment."""
        return self._kept[id][1]

    def replace(
        self, gone: Sequence[int], level: int, size: int, arrays: tuple[bytes, bytes]
    ) -> None:
        """Keep a new segment, in place of those."""
        for old in gone:
            del self._kept[old]
        id = next(self._numbers)
        self._kept[id] = Listed(id, level, size), arrays
