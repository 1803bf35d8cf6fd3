"""Which texts share enough fingerprints to be looked at, asked of segments in bounded memory."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from clippings.copies.fingerprints import Prints
from clippings.copies.segments import Segment

COMMON = 200
"""A fingerprint in more texts than this is a stock phrase, or the text of very many copies."""
USUAL = 20
"""A fingerprint in more texts than this weighs less: a phrase of the trade, a link that is everywhere."""
MOST_CANDIDATES = 50
_FEWEST = 3
_FEW_COMMON = 5
_FOUND_AT_ONCE = 8_000_000
"""Places of fingerprints read from the segments before pairs are made of them: 8 bytes each."""
_PAIRS_AT_ONCE = 1_000_000
"""Pairs counted at once: some 60 bytes each."""

Segments = Callable[[], Iterable[Segment]]
"""The segments of an index one after the other, the oldest first, however often they are asked for."""

_Places = NDArray[np.int64]
_Pairs = tuple[NDArray[np.uint64], NDArray[np.float64]]


class Candidate(NamedTuple):
    """Two texts that share fingerprints, and how many."""

    text: int
    other: int
    shared: int


class _Asked(NamedTuple):
    """Fingerprints that some texts ask for: one of a text in each row, text after text."""

    hash: _Places
    """Its number among the distinct ones."""
    text: _Places
    """The place of the text among those that ask."""
    often: _Places
    """In how many older places it is looked for at most."""


def candidates(prints: Mapping[int, Prints], segments: Segments) -> Iterator[Candidate]:
    """Pairs that share enough fingerprints to be looked at, by text, those that share most first.

    A pair within `prints` is told once. Three fingerprints are enough, more if they stand in many texts.
    Common ones do not count, except for a text made of little else, which is one of very many copies: it
    is paired with the first few of them. The segments are read anew for so many texts at a time as find
    no more than memory shall hold.
    """
    known = np.fromiter(sorted(prints), np.uint32, len(prints))
    lengths = np.array([len(prints[number]) for number in known.tolist()], np.int64)
    every = np.concatenate([*(prints[number] for number in known.tolist()), np.empty(0, np.uint64)])
    wanted, hash = np.unique(every, return_inverse=True)
    frequency = _frequency(wanted, segments())
    text = np.repeat(np.arange(len(known)), lengths)
    asked = _Asked(hash.ravel(), text, np.minimum(frequency, COMMON)[hash.ravel()])
    common = frequency[asked.hash] > COMMON
    few = np.clip(lengths // 3, 1, _FEWEST)
    weights = np.minimum(1, USUAL / np.maximum(1, frequency))
    for pairs in _found(_part(asked, ~common), known, wanted, segments, weights):
        yield from _strongest(pairs, known, few, MOST_CANDIDATES)
    mostly = np.bincount(text, weights=common, minlength=len(known)) * 2 > lengths
    few, weights = np.maximum(few, lengths // 3), np.ones(len(wanted))
    for pairs in _found(_part(asked, common & mostly[text]), known, wanted, segments, weights):
        yield from _strongest(pairs, known, few, _FEW_COMMON)


def _frequency(wanted: Prints, segments: Iterable[Segment]) -> _Places:
    """In how many places each of the wanted hashes stands."""
    frequency = np.zeros(len(wanted), np.int64)
    for segment in segments:
        frequency += _bounds(wanted, segment)[1]
    return frequency


def _bounds(wanted: Prints, segment: Segment) -> tuple[_Places, _Places]:
    """Where in the segment each hash begins, and in how many places it stands."""
    start = np.searchsorted(segment.hashes, wanted, "left")
    return start, np.searchsorted(segment.hashes, wanted, "right") - start


def _part(asked: _Asked, chosen: NDArray[np.bool_]) -> _Asked:
    return _Asked(*(values[chosen] for values in asked))


def _portions(asked: _Asked, most: int) -> Iterator[_Asked]:
    """The asked in portions of whole texts that stand in no more places than that; one text at least."""
    texts, starts = np.unique(asked.text, return_index=True)
    sizes = np.add.reduceat(asked.often, starts) if len(starts) else starts
    edges = np.append(starts, len(asked.text))
    begin, held = 0, 0
    for place in range(len(texts)):
        if held and held + sizes[place] > most:
            yield _Asked(*(values[edges[begin] : edges[place]] for values in asked))
            begin, held = place, 0
        held += int(sizes[place])
    if held:
        yield _Asked(*(values[edges[begin] :] for values in asked))


def _found(
    asked: _Asked,
    known: NDArray[np.uint32],
    wanted: Prints,
    segments: Segments,
    weights: NDArray[np.float64],
) -> Iterator[_Pairs]:
    """Pairs of texts, once for each fingerprint they share, with its weight; all of a text together."""
    for portion in _portions(asked, _FOUND_AT_ONCE):
        hashes, place = np.unique(portion.hash, return_inverse=True)
        often = np.zeros(len(hashes), np.int64)
        often[place.ravel()] = portion.often
        start, others = _stored(wanted[hashes], often, segments())
        for some in _portions(portion._replace(hash=place.ravel()), _PAIRS_AT_ONCE):
            text = np.repeat(known[some.text], some.often).astype(np.uint64)
            other = others[_ranges(start[some.hash], some.often)]
            pairs = (text << np.uint64(32)) | other.astype(np.uint64)
            yield pairs, np.repeat(weights[hashes[some.hash]], some.often)


def _stored(
    wanted: Prints, often: _Places, segments: Iterable[Segment]
) -> tuple[_Places, NDArray[np.uint32]]:
    """The texts in which each hash stands, of a common one the first; where those of each begin."""
    begin = np.cumsum(often) - often
    texts = np.empty(int(often.sum()), np.uint32)
    filled = np.zeros(len(wanted), np.int64)
    for segment in segments:
        start, count = _bounds(wanted, segment)
        taken = np.minimum(count, often - filled)
        texts[_ranges(begin + filled, taken)] = segment.texts[_ranges(start, taken)]
        filled += taken
    return begin, texts


def _ranges(start: _Places, count: _Places) -> _Places:
    """start[0], start[0] + 1 … (count[0] of them), then the same from start[1] …"""
    before = np.cumsum(count) - count
    ranges: _Places = np.arange(int(count.sum())) + np.repeat(start - before, count)
    return ranges


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
