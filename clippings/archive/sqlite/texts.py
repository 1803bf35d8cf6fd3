"""Copies folded: each text of a selection once, at the first of its selected articles."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from clippings.archive.sqlite.columns import UNDATED, Columns

Rows = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Folded:
    """The articles that stand for their texts, ascending."""

    rows: Rows
    weights: Rows
    """How many of the articles each stands for, itself included."""
    keys: Rows
    """The key each was folded under, beside its text."""


def folded(columns: Columns, rows: Rows, keys: Rows | None = None) -> Folded:
    """Articles of one group (and of one key) as one, the first of them by day, then id, undated last.

    `rows` ascend, but for keys, under each of which they may stand again.
    """
    keys = np.zeros(len(rows), np.int64) if keys is None else keys
    group = columns["copy"][rows].astype(np.int64)
    copied = np.flatnonzero(group)
    day = columns["day"][rows[copied]].astype(np.int64)
    day[day == UNDATED] = np.iinfo(np.int64).max
    public = columns["public"][rows[copied]]
    order = np.lexsort((public, day, group[copied], keys[copied]))
    copied = copied[order]
    new = (np.diff(group[copied], prepend=-1) != 0) | (np.diff(keys[copied], prepend=-1) != 0)
    starts = np.flatnonzero(new)
    sizes = np.diff(np.append(starts, len(copied)))
    alone = np.flatnonzero(group == 0)
    kept = np.concatenate([alone, copied[starts]])
    weights = np.concatenate([np.ones(len(alone), np.int64), sizes])
    order = np.argsort(kept, kind="stable")
    kept = kept[order]
    return Folded(rows[kept], weights[order], keys[kept])
