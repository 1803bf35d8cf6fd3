"""Copies folded: each text of a selection once, at the first of its selected articles."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from clippings.archive.sqlite.columns import UNDATED, Columns

Rows = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class CopyOrder:
    """All articles that are copies, group by group, in a group by day, then id, undated last.

    Made once for a state of the archive, so that folding a selection sorts nothing.
    """

    place: npt.NDArray[np.int32]
    """Of every row its place in that order; -1 if it has no copies."""
    rows: Rows
    """The rows in that order."""
    group: npt.NDArray[np.int64]
    """The group at each place."""

    @classmethod
    def of(cls, columns: Columns) -> "CopyOrder":
        """The order of the copies in these columns."""
        rows = np.flatnonzero(columns["copy"])
        day = columns["day"][rows].astype(np.int64)
        day[day == UNDATED] = np.iinfo(np.int64).max
        group = columns["copy"][rows].astype(np.int64)
        order = np.lexsort((columns["public"][rows], day, group))
        place = np.full(columns.size, -1, np.int32)
        place[rows[order]] = np.arange(len(rows))
        return cls(place, rows[order], group[order])


@dataclass(frozen=True, slots=True)
class Folded:
    """The articles that stand for their texts."""

    rows: Rows
    weights: Rows
    """How many of the articles each stands for, itself included."""
    keys: Rows | None = None
    """The key each was folded under, where there are any."""


def firsts(order: CopyOrder, rows: Rows) -> Rows:
    """Of each of these articles the first of them that carries its text: itself, if no other does."""
    place = order.place[rows]
    copied = np.sort(place[place >= 0])
    group = order.group[copied]
    first = order.rows[copied[np.searchsorted(group, group)]]
    answer = rows.copy()
    answer[place >= 0] = first[np.searchsorted(copied, place[place >= 0])]
    return answer


def folded(order: CopyOrder, rows: Rows) -> Folded:
    """These articles, those of one group as one; the rows ascend."""
    place = order.place[rows]
    chosen = np.zeros(len(order.rows), np.bool_)
    chosen[place[place >= 0]] = True
    copied = np.flatnonzero(chosen)
    starts = np.flatnonzero(np.diff(order.group[copied], prepend=-1))
    firsts = order.rows[copied[starts]]
    standing = np.zeros(len(order.place), np.bool_)
    standing[rows[place < 0]] = True
    standing[firsts] = True
    weights = np.ones(len(order.place), np.int64)
    weights[firsts] = np.diff(np.append(starts, len(copied)))
    kept = np.flatnonzero(standing)
    return Folded(kept, weights[kept])


def folded_by(order: CopyOrder, rows: Rows, keys: Rows) -> Folded:
    """The same where a row may stand several times, under several keys: folded under each."""
    place = order.place[rows].astype(np.int64)
    alone = place < 0
    fused = np.sort(keys[~alone] * (len(order.rows) + 1) + place[~alone])
    copied_keys, copied = np.divmod(fused, len(order.rows) + 1)
    group = order.group[copied]
    new = (np.diff(group, prepend=-1) != 0) | (np.diff(copied_keys, prepend=-1) != 0)
    starts = np.flatnonzero(new)
    sizes = np.diff(np.append(starts, len(copied)))
    return Folded(
        np.concatenate([rows[alone], order.rows[copied[starts]]]),
        np.concatenate([np.ones(int(alone.sum()), np.int64), sizes]),
        np.concatenate([keys[alone], copied_keys[starts]]),
    )
