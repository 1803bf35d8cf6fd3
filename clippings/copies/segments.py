"""Fingerprints of some texts in two sorted arrays: what an index is kept in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clippings.copies.fingerprints import Prints


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
