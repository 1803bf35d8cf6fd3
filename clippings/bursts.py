"""Counts over time → the spans in which there were unusually many, and the spells between silences.

Bursts are those of J. Kleinberg, "Bursty and Hierarchical Structure in Streams", Data Mining and
Knowledge Discovery 7 (2003), section 4: batches of documents, two states. They are of a share of all
documents, so that a time in which more was collected, or nothing at all, makes none.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

_TIMES = 2.0
"""In a burst a document is so many times as likely as over the whole time."""
_EFFORT = 1.0
"""What it costs to enter a burst, in units of the logarithm of the number of periods."""


@dataclass(frozen=True, slots=True)
class Span:
    """Periods from the first to the last, both in it, and how many documents they hold."""

    first: int
    last: int
    count: int


def bursts(counts: Sequence[int], totals: Sequence[int]) -> list[Span]:
    """The spans in which `counts` of `totals` stand out, in time's order."""
    relevant, documents = np.asarray(counts, float), np.asarray(totals, float)
    whole, every = relevant.sum(), documents.sum()
    if whole == 0 or whole == every:
        return []
    usual = whole / every
    costs = [_cost(relevant, documents, share) for share in (usual, min(_TIMES * usual, 0.9999))]
    inside = _cheapest(costs[0], costs[1], _EFFORT * np.log(len(relevant)))
    return _spans(relevant, inside)


def spells(counts: Sequence[int], totals: Sequence[int], quiet: int) -> list[Span]:
    """The spans between which at least `quiet` periods went by that have documents, but none of these."""
    found: list[Span] = []
    silent = quiet
    for place, (count, total) in enumerate(zip(counts, totals, strict=True)):
        if count and silent >= quiet:
            found.append(Span(place, place, count))
        elif count:
            found[-1] = Span(found[-1].first, place, found[-1].count + count)
        if count:
            silent = 0
        elif total:
            silent += 1
    return found


def _cost(relevant: np.ndarray, documents: np.ndarray, share: float) -> np.ndarray:
    """What each period's documents cost at this share: the logarithm of the binomial, without the
    coefficient, which is the same in both states."""
    costs: np.ndarray = -(relevant * np.log(share) + (documents - relevant) * np.log(1 - share))
    return costs


def _cheapest(calm: np.ndarray, burst: np.ndarray, enter: float) -> np.ndarray:
    """In which periods the cheapest sequence of states is in the burst (Viterbi)."""
    paths = np.zeros((len(calm), 2), int)
    low, high = calm[0], burst[0] + enter
    for place in range(1, len(calm)):
        paths[place] = (0 if low <= high else 1, 1 if high < low + enter else 0)
        low, high = min(low, high) + calm[place], min(high, low + enter) + burst[place]
    state = int(high < low)
    inside = np.zeros(len(calm), bool)
    for place in range(len(calm) - 1, -1, -1):
        inside[place] = state == 1
        state = paths[place][state]
    return inside


def _spans(relevant: np.ndarray, inside: np.ndarray) -> list[Span]:
    edges = np.flatnonzero(np.diff(np.concatenate([[0], inside.astype(int), [0]])))
    return [
        Span(int(first), int(end) - 1, int(relevant[first:end].sum()))
        for first, end in zip(edges[::2], edges[1::2], strict=True)
    ]
