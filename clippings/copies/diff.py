"""Two texts side by side: what was kept, cut, added, rewritten or moved, word by word.

Only words count: a change of case, punctuation or spelling that folding takes as one is none. Positions are
those of the texts as they stand, so that nothing depends on the direction they are written in.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

import numpy as np

from clippings.copies.alignment import NEAR, Places, places
from clippings.copies.words import Words

_MOVED_WORDS = 8
"""Fewer words elsewhere are a phrase used again, not a passage moved."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of one of two texts and what became of it."""

    kind: str
    """"kept", "moved", "rewritten"; "cut" on the left only, "added" on the right only."""
    start: int
    end: int
    """Where it starts and ends in its text; the stretches of a text leave nothing of it out."""
    pair: int | None
    """The same number stands at its counterpart on the other side; None if it has none."""


@dataclass(frozen=True, slots=True)
class Diff:
    """Both sides of a comparison, each in the order of its own text."""

    left: tuple[Stretch, ...]
    right: tuple[Stretch, ...]

    @property
    def same(self) -> bool:
        """Whether no word is different."""
        return all(stretch.kind == "kept" for stretch in (*self.left, *self.right))


@dataclass(slots=True)
class _Side:
    """Of each word of a text what became of it, and the number of its piece; -1: it has none."""

    kinds: list[str]
    pairs: list[int]

    @classmethod
    def of(cls, words: Words, alone: str) -> "_Side":
        return cls([alone] * len(words), [-1] * len(words))

    def mark(self, places: list[int], kind: str, pair: int) -> None:
        for place in places:
            self.kinds[place], self.pairs[place] = kind, pair

    def free(self, first: int, end: int) -> list[int]:
        return [place for place in range(first, end) if self.pairs[place] < 0]


_Sides = tuple[_Side, _Side]


def diff(left: str, right: str) -> Diff:
    """What became of a text (or a headline) in another version of it."""
    a, b = Words.of(left), Words.of(right)
    to = places(a.ids, b.ids)
    for chunk in _in_order(_chunks(to), to)[1]:
        if len(chunk) < _MOVED_WORDS:
            to[chunk] = -1
    # Without such phrases the pieces around them may be one.
    main, moved = _in_order(_chunks(to), to)
    sides = _Side.of(a, "cut"), _Side.of(b, "added")
    numbers = count()
    _mark_same(main, moved, to, sides, numbers)
    for chain in (*moved, np.concatenate(([-1], main, [len(a)]))):
        _mark_rewritten(chain, np.append(to, [len(b), -1]), sides, numbers)
    return Diff(tuple(_stretches(a, sides[0])), tuple(_stretches(b, sides[1])))


def _chunks(to: Places) -> list[Places]:
    """Words of the left text that stand in the right one near each other and in the same order."""
    at = np.flatnonzero(to >= 0)
    gaps, jumps = np.diff(at), np.diff(to[at])
    cuts = np.flatnonzero((jumps < 1) | (jumps > NEAR) | (gaps > NEAR)) + 1
    return [chunk for chunk in np.split(at, cuts) if len(chunk)]


def _in_order(chunks: list[Places], to: Places) -> tuple[Places, list[Places]]:
    """The words of those chunks that keep their order, as many words as can be, and the others."""
    first = np.array([to[chunk[0]] for chunk in chunks])
    last = np.array([to[chunk[-1]] for chunk in chunks])
    best = np.array([len(chunk) for chunk in chunks])
    before = np.full(len(chunks), -1)
    for place in range(1, len(chunks)):
        allowed = np.where(last[:place] < first[place], best[:place], 0)
        if allowed.any():
            before[place] = np.argmax(allowed)
            best[place] += allowed[before[place]]
    kept: set[int] = set()
    place = int(np.argmax(best)) if chunks else -1
    while place >= 0:
        kept.add(place)
        place = int(before[place])
    moved = [chunk for place, chunk in enumerate(chunks) if place not in kept]
    main = [chunks[place] for place in sorted(kept)]
    return np.concatenate([np.empty(0, np.int64), *main]), moved


def _mark_same(
    main: Places, moved: list[Places], to: Places, sides: _Sides, numbers: Iterator[int]
) -> None:
    """Number each run of words that follow each other in both texts."""
    left, right = sides
    for chain, kind in ((main, "kept"), *((chunk, "moved") for chunk in moved)):
        breaks = np.flatnonzero((np.diff(chain) != 1) | (np.diff(to[chain]) != 1)) + 1
        for run in np.split(chain, breaks):
            number = next(numbers)
            left.mark(run.tolist(), kind, number)
            right.mark(to[run].tolist(), kind, number)


def _mark_rewritten(chain: Places, to: Places, sides: _Sides, numbers: Iterator[int]) -> None:
    """Pair what stands in both texts between the same two words, if it is not much."""
    (left, right), other = sides, to[chain]
    gaps, jumps = np.diff(chain) - 1, np.diff(other) - 1
    for place in np.flatnonzero((gaps > 0) & (jumps > 0) & (gaps <= NEAR) & (jumps <= NEAR)):
        mine = left.free(int(chain[place]) + 1, int(chain[place + 1]))
        theirs = right.free(int(other[place]) + 1, int(other[place + 1]))
        if mine and theirs:
            number = next(numbers)
            left.mark(mine, "rewritten", number)
            right.mark(theirs, "rewritten", number)


def _stretches(words: Words, side: _Side) -> Iterator[Stretch]:
    """The text from its start to its end, parted where the kind or the piece changes."""
    if not len(words):
        if words.text:
            yield Stretch("kept", 0, len(words.text), None)
        return
    marks = list(zip(side.kinds, side.pairs, strict=True))
    firsts = [0, *(place for place in range(1, len(marks)) if marks[place] != marks[place - 1])]
    starts = [0, *(_seam(words, place) for place in firsts[1:]), len(words.text)]
    for place, start, end in zip(firsts, starts, starts[1:], strict=False):
        kind, pair = marks[place]
        yield Stretch(kind, start, end, None if pair < 0 else pair)


def _seam(words: Words, place: int) -> int:
    """Where a stretch that begins with this word begins: behind the space before it, so that marks
    stay with the word they touch."""
    before, start = words.spans[place - 1][1], words.spans[place][0]
    while before < start and not words.text[before].isspace():
        before += 1
    while before < start and words.text[before].isspace():
        before += 1
    return before
