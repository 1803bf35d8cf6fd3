"""Where the words of one text stand in another, in whatever order.

Runs of four words that stand in both are the seeds. Longest first, each takes its words in both texts;
then runs grow over changed words at their ends, and what lies between two runs that follow each other
in both texts is compared word by word.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

import numpy as np
from numpy.typing import NDArray

from clippings.copies.fingerprints import shingles

SEED = 4
_OFTEN = 8
"""A seed that stands more often than this in a text says nothing of where it comes from."""
NEAR = 40
"""Two runs with more words than this between them do not follow each other."""
_GIVE_UP = 4
"""A run stops to grow when its last words have this many more changed than kept."""

_ALIKE = 0.3
"""What shares fewer of its words than this shares them by chance, such as articles and prepositions."""

KEPT = 0.8
"""A stretch stands in the other text if it kept this share of its words: four in five."""
_SHORTEST = 5

Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Run:
    """So many words in a row, the same in both texts."""

    a: int
    b: int
    length: int


def places(a: NDArray[np.uint32], b: NDArray[np.uint32]) -> Places:
    """Of each word of `a` its place in `b`, or -1; no word of `b` is taken twice."""
    to = np.full(len(a), -1, np.int64)
    if np.array_equal(a, b):
        return np.arange(len(a))
    back = np.full(len(b), -1, np.int64)
    runs = _taken(seeds(a, b), to, back)
    runs.sort(key=lambda run: run.a)
    words_a, words_b = a.tolist(), b.tolist()
    for run in runs:
        _grow(words_a, words_b, to, back, run.a, run.b, -1)
        _grow(words_a, words_b, to, back, run.a + run.length - 1, run.b + run.length - 1, 1)
    _fill(words_a, words_b, to, back)
    return to


def seeds(a: NDArray[np.uint32], b: NDArray[np.uint32]) -> list[Run]:
    """Every run of at least `SEED` words that stands in both, as long as it can be."""
    if min(len(a), len(b)) < SEED:
        return []
    in_a, in_b = shingles(a, SEED), shingles(b, SEED)
    order = np.argsort(in_b, kind="stable")
    ranked = in_b[order]
    start = np.searchsorted(ranked, in_a, "left")
    count = np.searchsorted(ranked, in_a, "right") - start
    count[count > _OFTEN] = 0
    of_a = np.repeat(np.arange(len(in_a)), count)
    before = np.cumsum(count) - count
    of_b = order[np.arange(len(of_a)) + np.repeat(start - before, count)]
    shift = of_b - of_a
    order = np.lexsort((of_a, shift))
    of_a, of_b, shift = of_a[order], of_b[order], shift[order]
    breaks = np.flatnonzero((np.diff(shift) != 0) | (np.diff(of_a) != 1)) + 1
    firsts = np.concatenate(([0], breaks)) if len(of_a) else breaks
    lengths = np.diff(np.append(firsts, len(of_a))) + SEED - 1
    return [
        Run(*each)
        for each in zip(of_a[firsts].tolist(), of_b[firsts].tolist(), lengths.tolist(), strict=True)
    ]


def _taken(runs: list[Run], to: Places, back: Places) -> list[Run]:
    """The runs, longest first, each with those of its words that no longer run has taken."""
    taken = []
    for run in sorted(runs, key=lambda run: (-run.length, run.a, abs(run.b - run.a))):
        free = (to[run.a : run.a + run.length] < 0) & (back[run.b : run.b + run.length] < 0)
        first, length = (0, run.length) if free.all() else _longest(free)
        if length >= SEED - 1:
            part = Run(run.a + first, run.b + first, length)
            to[part.a : part.a + length] = np.arange(part.b, part.b + length)
            back[part.b : part.b + length] = np.arange(part.a, part.a + length)
            taken.append(part)
    return taken


def _longest(free: NDArray[np.bool_]) -> tuple[int, int]:
    """Where the longest run of true begins, and its length."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], free.astype(np.int8), [0]))))
    if not len(edges):
        return 0, 0
    lengths = edges[1::2] - edges[::2]
    best = int(np.argmax(lengths))
    return int(edges[2 * best]), int(lengths[best])


def _grow(
    a: list[int], b: list[int], to: Places, back: Places, at: int, other: int, step: int
) -> None:
    """Take further words from the end of a run, over changed ones, while most are the same."""
    score = best = 0
    found: list[tuple[int, int]] = []
    kept = 0
    at, other = at + step, other + step
    while 0 <= at < len(a) and 0 <= other < len(b) and to[at] < 0 and back[other] < 0:
        if a[at] == b[other]:
            score += 1
            found.append((at, other))
            if score > best:
                best, kept = score, len(found)
        else:
            score -= 1
            if score < best - _GIVE_UP:
                break
        at, other = at + step, other + step
    for at, other in found[:kept]:
        to[at], back[other] = other, at


def _fill(a: list[int], b: list[int], to: Places, back: Places) -> None:
    """Compare word by word what lies between words that follow each other in both texts."""
    known = np.flatnonzero(to >= 0)
    # Both texts begin together and end together.
    at = np.concatenate(([-1], known, [len(a)]))
    other = np.concatenate(([-1], to[known], [len(b)]))
    gap_a, gap_b = np.diff(at) - 1, np.diff(other) - 1
    inside = (gap_a > 0) & (gap_a <= NEAR) & (gap_b > 0) & (gap_b <= NEAR)
    for place in np.flatnonzero(inside).tolist():
        first, end = int(at[place]) + 1, int(at[place + 1])
        low, high = int(other[place]) + 1, int(other[place + 1])
        if (back[low:high] >= 0).any():
            continue
        matcher = SequenceMatcher(None, a[first:end], b[low:high], autojunk=False)
        blocks = matcher.get_matching_blocks()
        if sum(block.size for block in blocks) < _ALIKE * max(end - first, high - low):
            continue
        for block in blocks:
            for step in range(block.size):
                to[first + block.a + step] = low + block.b + step
                back[low + block.b + step] = first + block.a + step


def covered(to: Places) -> NDArray[np.bool_]:
    """Which words of the first text lie in stretches of which four words in five were kept.

    A stretch is a piece of both texts in the same order, whatever stands between such pieces. One that
    kept fewer is parted at its longest change, and each part looked at by itself.
    """
    inside = np.zeros(len(to), np.bool_)
    at = np.flatnonzero(to >= 0)
    gap_a, gap_b = np.diff(at), np.diff(to[at])
    cuts = np.flatnonzero((gap_a > NEAR) | (gap_b > NEAR) | (gap_b < 1)) + 1
    for stretch in np.split(at, cuts):
        for first, last in _dense(stretch, to[stretch]):
            inside[first : last + 1] = True
    return inside


def _dense(at: Places, other: Places) -> Iterator[tuple[int, int]]:
    waiting = [(0, len(at))]
    while waiting:
        first, end = waiting.pop()
        if end - first < _SHORTEST:
            continue
        wide = max(at[end - 1] - at[first], other[end - 1] - other[first]) + 1
        if end - first >= KEPT * wide:
            yield int(at[first]), int(at[end - 1])
            continue
        gaps = np.maximum(np.diff(at[first:end]), np.diff(other[first:end]))
        cut = first + int(np.argmax(gaps)) + 1
        waiting += [(first, cut), (cut, end)]


def inverse(to: Places, length: int) -> Places:
    """The same places seen from the other text, which has so many words."""
    back = np.full(length, -1, np.int64)
    known = np.flatnonzero(to >= 0)
    back[to[known]] = known
    return back
