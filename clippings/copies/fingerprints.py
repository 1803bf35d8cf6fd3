"""Fingerprints of texts: few numbers that tell which texts share words in a row.

A fingerprint is the hash of five words in a row, kept if it is the smallest among seven neighbours
(winnowing: Schleimer, Wilkerson, Aiken, SIGMOD 2003). So one in four is kept, always the same ones
where two texts agree, and any eleven words in a row that two texts share give at least one.
"""

import numpy as np
from numpy.typing import NDArray

from clippings.copies.words import Words

VERSION = "1"
"""Of words, fingerprints and alignment; another version means that the index is built anew."""

SHINGLE = 5

Prints = NDArray[np.uint64]


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
