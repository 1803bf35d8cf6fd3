"""What two texts share: one passage a paragraph, and whether one is a copy of the other."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clippings.copies.alignment import KEPT, Places, covered, inverse, places
from clippings.copies.fingerprints import SHINGLE
from clippings.copies.words import Words

COPY = 0.85
"""A copy has this share of the shorter text's words in passages that stand in the other too.

Background that a site repeats counts neither way: under different news it makes no copy, and a text cut
short stays one though background was put in place of the rest.
"""

_REWORKED = 0.25
"""Share of a paragraph's five-word runs without which it is no passage at all."""
_FEWEST_WORDS = 8
_BREAK = 10
_EVIDENCE = 24
"""Words in unbroken runs of five or more that reworked passages alone must add up to: one sentence
that two reporters heard of the same speaker is no passage of a common text."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, or a long piece of one, that stands in two texts, and where it does in each."""

    kind: str
    """"exact": word for word; "near": four words in five kept; "reworked": fewer."""
    start: int
    end: int
    other_start: int
    other_end: int
    words: int
    """Words of the paragraph, of the shorter one where the two differ."""
    kept: int
    """How many of them stand in both, in the same place."""

    @property
    def share(self) -> float:
        """The share of words kept."""
        return self.kept / self.words


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two texts share. Seen from the other one, `first` and `other` change places."""

    passages: tuple[Passage, ...]
    """In the order of the first text."""
    words: int
    """Words of the first text, stock lines and background left out."""
    other_words: int
    kept: int
    """Words of the first text that lie in passages of which four words in five were kept."""
    other_kept: int

    @property
    def shared(self) -> int:
        """How many words of the shorter text stand in the other."""
        return self.kept if self.words <= self.other_words else self.other_kept

    @property
    def share(self) -> float:
        """The share of the shorter text that stands in the other."""
        return self.shared / max(1, min(self.words, self.other_words))

    @property
    def copy(self) -> bool:
        """Whether one is a copy of the other, whole or cut."""
        return self.share >= COPY


def compare(first: Words, other: Words) -> Comparison | None:
    """What two texts share; None if they share no passage."""
    to = places(first.ids, other.ids)
    if (to < 0).all():
        return None
    kept = covered(to) & first.counted
    other_kept = covered(inverse(to, len(other))) & other.counted
    found = _real(sorted(_passages(first, other, to), key=lambda one: one.passage.start))
    totals = (int(words.sum()) for words in (first.counted, other.counted, kept, other_kept))
    comparison = Comparison(found, *totals)
    return comparison if found or comparison.copy else None


@dataclass(frozen=True, slots=True)
class _Found:
    passage: Passage
    evidence: int
    """Words in unbroken runs of five or more."""


def _real(found: list[_Found]) -> tuple[Passage, ...]:
    """The passages, if one is exact or near, or the reworked ones are evidence enough together."""
    sure = any(
        one.passage.kind != "reworked" and one.passage.kept >= _FEWEST_WORDS for one in found
    )
    if sure or sum(one.evidence for one in found) >= _EVIDENCE:
        return tuple(one.passage for one in found)
    return ()


def _passages(first: Words, other: Words, to: Places) -> Iterator[_Found]:
    at = np.flatnonzero(to >= 0)
    mine, theirs = first.paragraph_of[at], other.paragraph_of[to[at]]
    sizes, other_sizes = np.diff(first.bounds), np.diff(other.bounds)
    loose = sizes - np.bincount(mine, minlength=len(sizes))
    other_loose = other_sizes - np.bincount(theirs, minlength=len(other_sizes))
    pair = mine * len(other_sizes) + theirs
    order = np.argsort(pair, kind="stable")
    for here in np.split(at[order], np.flatnonzero(np.diff(pair[order])) + 1):
        p, q = int(first.paragraph_of[here[0]]), int(other.paragraph_of[to[here[0]]])
        small, large = sorted((int(sizes[p]), int(other_sizes[q])))
        left = int(other_loose[q] if sizes[p] <= other_sizes[q] else loose[p])
        joined = _joined(here, to)
        kind = _kind(joined, small, large, left)
        pieces = [(kind, here, small)] if kind else _blocks(here, to)
        for what, piece, words in pieces:
            spans = *first.span(piece), *other.span(to[piece])
            evidence = _in_runs(_joined(piece, to))
            yield _Found(Passage(what, *spans, words, len(piece)), evidence)


def _joined(here: Places, to: Places) -> NDArray[np.bool_]:
    """Of each of these words but the first, whether it follows the one before it in both texts."""
    joined: NDArray[np.bool_] = (np.diff(here) == 1) & (np.diff(to[here]) == 1)
    return joined


def _blocks(here: Places, to: Places) -> Iterator[tuple[str, Places, int]]:
    """Long pieces of two paragraphs that for the rest have nothing in common, so that a passage is
    found also where all paragraph marks were lost."""
    jumps = to[here][1:] - to[here][:-1]
    cuts = np.flatnonzero((np.diff(here) > _BREAK) | (jumps > _BREAK) | (jumps < 1)) + 1
    for block in np.split(here, cuts):
        width = int(max(block[-1] - block[0], to[block[-1]] - to[block[0]])) + 1
        joined = _joined(block, to)
        if _in_runs(joined) >= _EVIDENCE and len(block) >= KEPT * width:
            yield "exact" if joined.all() else "near", block, width


def _kind(joined: NDArray[np.bool_], small: int, large: int, left: int) -> str | None:
    """How a paragraph of `small` words stands in one of `large`, of which `left` stand nowhere else.

    `joined` says of its kept words whether each follows the one before it in both texts.
    """
    kept = len(joined) + 1
    if kept == small and joined.all():
        # Less than half of the paragraph it stands in: one of its own, whose marks were lost there.
        whole = left == 0 or large >= 2 * small
        return "exact" if whole else "near" if small >= _FEWEST_WORDS else None
    if kept < _FEWEST_WORDS or _runs_of_five(joined) < _REWORKED * max(1, small - SHINGLE + 1):
        return None
    return "near" if kept >= KEPT * small else "reworked"


def _runs_of_five(joined: NDArray[np.bool_]) -> int:
    """How many runs of five words lie within words that follow each other in both texts."""
    total = np.concatenate(([0], np.cumsum(joined)))
    return int(np.count_nonzero(total[SHINGLE - 1 :] - total[: 1 - SHINGLE] == SHINGLE - 1))


def _in_runs(joined: NDArray[np.bool_]) -> int:
    """How many words lie in runs of five or more."""
    breaks = np.flatnonzero(~joined) + 1
    lengths = np.diff(np.concatenate(([0], breaks, [len(joined) + 1])))
    return int(lengths[lengths >= SHINGLE].sum())
