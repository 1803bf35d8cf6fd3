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
from typing import NamedTuple, Protocol

from clippings.copies.asking import Candidate, candidates
from clippings.copies.fingerprints import Prints
from clippings.copies.segments import Segment, merge

MERGED = 8
LARGEST = 4_000_000


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

        def segments() -> Iterator[Segment]:
            for one in order:
                yield Segment.from_bytes(*self._store.read(one.id))

        return candidates(prints, segments)


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
