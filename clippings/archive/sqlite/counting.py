"""Selections, counts and orders worked out in the columns; no SQL here."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from clippings.archive import PERIODS
from clippings.archive.selection import LAGS, UNKNOWN, Selection
from clippings.archive.sqlite.columns import ARTICLE, NAMED, OUTLETS, SHORT, UNDATED, Array, Columns
from clippings.archive.sqlite.identity import EPOCH, PUBLIC_ID
from clippings.archive.sqlite.texts import CopyOrder, folded, folded_by

Rows = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

_BANDS = (UNKNOWN, *LAGS)

CELLS = 4_000_000
"""Combinations up to which every one gets a counter of its own."""


@dataclass(frozen=True, slots=True)
class Hits:
    """What the words of a selection match: row numbers, or those to leave out."""

    rows: npt.NDArray[np.int32]
    negated: bool


def selected(columns: Columns, selection: Selection, hits: Hits | None) -> Rows:
    """The row numbers of the selected articles, ascending."""
    if hits is not None and not hits.negated:
        rows = hits.rows.astype(np.int64)
        return rows[having(columns, selection, rows)]
    mask = having(columns, selection, slice(None))
    if hits is not None:
        mask[hits.rows] = False
    return np.flatnonzero(mask)


def named(columns: Columns, rows: Rows, ids: Collection[str]) -> Rows:
    """Those of the rows whose articles have one of these ids."""
    publics = np.array([int(id, 16) for id in ids], np.uint64)
    return rows[np.isin(columns["public"][rows], publics)]


def having(columns: Columns, selection: Selection, at: Rows | slice) -> Mask:
    """Which of these rows have what the selection asks for, its words and copies apart."""
    kind = columns["kind"][at]
    mask: Mask = (kind > 0) if selection.stubs else (kind == ARTICLE)
    aside = columns["aside"][at] > 0
    mask &= aside if selection.aside else ~aside
    for name in NAMED:
        wanted = getattr(selection, name)
        if wanted:
            mask &= _codes(columns, name, wanted)[columns[name][at]]
    if selection.lag:
        codes = [
            0 if one == UNKNOWN else LAGS.index(one) + 1 for one in selection.lag if one in _BANDS
        ]
        mask &= np.isin(columns.lag(at), codes)
    day = columns["day"][at]
    if selection.undated:
        mask &= day == UNDATED
    if selection.dated:
        mask &= day != UNDATED
    if selection.from_ is not None:
        mask &= day >= (selection.from_ - EPOCH).days
    if selection.to is not None:
        mask &= day <= (selection.to - EPOCH).days
    if selection.topic is not None:
        mask &= _in_topic(columns, selection.topic)[at]
    if selection.group is not None:
        mask &= _in_group(columns, selection.group)[at]
    return mask


def _codes(columns: Columns, name: str, wanted: Sequence[str]) -> Mask:
    """Which codes of a column are meant by these names."""
    names = columns.names_of(name)
    if name in OUTLETS:
        # A link may hold a name that was joined to another since.
        wanted = [columns.usual.get(one, one) for one in wanted]
    codes = np.array([one in wanted for one in names], np.bool_)
    codes[0] = UNKNOWN in wanted
    return codes


def _in_topic(columns: Columns, topic: str) -> Mask:
    """Which rows belong to the topic; for the unknown one, those that belong to none."""
    counts = np.diff(columns.topic_start)
    if topic == UNKNOWN:
        return np.asarray(counts == 0)
    (codes,) = np.nonzero(columns.names["topic"] == topic)
    rows = np.repeat(np.arange(columns.size), counts[: columns.size])
    mask = np.zeros(columns.size, np.bool_)
    mask[rows[np.isin(columns.topic_codes, codes)]] = True
    return mask


def _in_group(columns: Columns, group: str) -> Mask:
    """Which rows are copies of the article of this id; itself alone, if there are none."""
    mask = np.zeros(columns.size, np.bool_)
    if PUBLIC_ID.fullmatch(group):
        (first,) = np.nonzero(columns["public"] == np.uint64(int(group, 16)))
        mask |= np.isin(columns["copy"], first[first > 0])
        mask[first[columns["copy"][first] == 0]] = True
    return mask


@dataclass(frozen=True, slots=True)
class Axis:
    """One thing to count by: a code for each article, and what the codes stand for."""

    codes: Rows
    size: int
    labels: npt.NDArray[np.object_]


def counted(
    columns: Columns, rows: Rows, by: Sequence[str], *, span: bool, copies: CopyOrder | None
) -> pd.DataFrame:
    """One row per combination that occurs, in the order of its labels, unknown ones last; with
    `copies` the texts are counted."""
    topics = weights = None
    if "topic" in by:
        rows, topics = _spread(columns, rows)
    if copies is not None:
        one = folded(copies, rows) if topics is None else folded_by(copies, rows, topics)
        rows, weights, topics = one.rows, one.weights, one.keys
    axes = [_in_order(_axis(columns, rows, name, topics)) for name in by]
    cells, counts, inverse = _tally(axes, len(rows), known_cells=span or weights is not None)
    answer: dict[str, object] = {}
    for name, axis, codes in zip(by, axes, _parts(cells, axes), strict=True):
        answer[name] = pd.Series(axis.labels[codes], dtype=object)
    if weights is not None:
        answer["texts"] = counts
        sums = np.bincount(inverse, weights=weights, minlength=len(counts))
        counts = sums.astype(np.int64)
    answer["articles"] = counts
    if span:
        answer |= _span(columns["day"][rows], inverse, len(answer["articles"]))  # type: ignore[arg-type]
    return pd.DataFrame(answer)


def _in_order(axis: Axis) -> Axis:
    """The same axis, its codes in the order of their labels, the unknown one last."""
    known = [code for code, label in enumerate(axis.labels) if label is not None]
    known.sort(key=lambda code: axis.labels[code])
    order = np.array([*known, *(c for c, label in enumerate(axis.labels) if label is None)])
    place = np.empty(len(order), np.int64)
    place[order] = np.arange(len(order))
    return Axis(place[axis.codes], axis.size, axis.labels[order])


def _spread(columns: Columns, rows: Rows) -> tuple[Rows, Rows]:
    """Each row once for each of its topics, with the topic; once with none if it has none."""
    counts = np.diff(columns.topic_start)[rows]
    times = np.maximum(counts, 1)
    spread = np.repeat(rows, times)
    within = np.arange(len(spread)) - np.repeat(np.cumsum(times) - times, times)
    topics = np.zeros(len(spread), np.int64)
    known = np.repeat(counts > 0, times)
    topics[known] = columns.topic_codes[columns.topic_start[spread[known]] + within[known]]
    return spread, topics


def _axis(columns: Columns, rows: Rows, name: str, topics: Rows | None) -> Axis:
    if name == "topic" and topics is not None:
        return Axis(topics, len(columns.names["topic"]), columns.names["topic"])
    if name == "copy_group":
        return _groups(columns, rows)
    if name in PERIODS:
        return _period(columns["day"][rows].astype(np.int64), name)
    if name == "lag":
        return Axis(columns.lag(rows), len(_BANDS), np.array([None, *LAGS], object))
    if name in ("cut", "stub"):
        flags = columns["cut"][rows] if name == "cut" else columns["kind"][rows] == SHORT
        return Axis(flags.astype(np.int64), 2, np.array([False, True], object))
    codes = columns[name][rows].astype(np.int64)
    names = columns.names_of(name)
    return Axis(codes, len(names), names)


def _groups(columns: Columns, rows: Rows) -> Axis:
    """The groups of copies, each named after its first; code 0 is an article without copies."""
    first = columns["copy"][rows]
    # Told by place: sorting a million rows takes ten times as long.
    place = np.zeros(columns.size, np.int64)
    place[first] = 1
    place[0] = 1
    firsts = np.flatnonzero(place)
    place[firsts] = np.arange(len(firsts))
    labels = np.full(len(firsts), None, object)
    labels[1:] = [f"{public:016x}" for public in columns["public"][firsts[1:]].tolist()]
    return Axis(place[first], len(firsts), labels)


def _period(days: Rows, period: str) -> Axis:
    """The first days of each day's period; undated is code 0."""
    dated = days[days != UNDATED]
    if not len(dated):
        return Axis(np.zeros(len(days), np.int64), 1, np.full(1, None, object))
    least, greatest = int(dated.min()), int(dated.max())
    firsts = _first_days(np.arange(least, greatest + 1), period)
    known, code_of_day = np.unique(firsts, return_inverse=True)
    table = np.concatenate([[0], code_of_day.ravel() + 1])
    codes = table[np.where(days == UNDATED, 0, days - least + 1)]
    labels = np.full(len(known) + 1, None, object)
    labels[1:] = np.datetime_as_string(known.astype("M8[D]"))
    return Axis(codes, len(labels), labels)


def _first_days(days: Rows, period: str) -> Rows:
    if period == "day":
        return days
    if period == "week":
        # Day 0 was a Thursday.
        return (days + 3) // 7 * 7 - 3
    months = days.astype("M8[D]").astype("M8[M]").astype(np.int64)
    length = {"month": 1, "quarter": 3, "year": 12}[period]
    first = (months // length * length).astype("M8[M]")
    return first.astype("M8[D]").astype(np.int64)


def _tally(axes: Sequence[Axis], total: int, *, known_cells: bool) -> tuple[Rows, Rows, Rows]:
    """The combinations that occur, how often, and which one each article is in."""
    if not axes:
        return np.zeros(1, np.int64), np.array([total]), np.zeros(total, np.int64)
    fused, cells = axes[0].codes, axes[0].size
    for axis in axes[1:]:
        fused, cells = fused * axis.size + axis.codes, cells * axis.size
    if cells > CELLS and not known_cells:
        known, counts = np.unique(fused, return_counts=True)
        return known, counts, fused
    if cells > CELLS:
        known, inverse, counts = np.unique(fused, return_inverse=True, return_counts=True)
        return known, counts, inverse.ravel()
    counts = np.bincount(fused, minlength=cells)
    known = np.flatnonzero(counts)
    if not known_cells:
        return known, counts[known], fused
    place = np.zeros(cells, np.int64)
    place[known] = np.arange(len(known))
    return known, counts[known], place[fused]


def _parts(cells: Rows, axes: Sequence[Axis]) -> list[Rows]:
    """The fused codes taken apart again."""
    parts = []
    for axis in reversed(axes):
        parts.append(cells % axis.size)
        cells = cells // axis.size
    return parts[::-1]


def _span(days: Array, inverse: Rows, groups: int) -> dict[str, object]:
    """The first and last known day of each group."""
    dated = days != UNDATED
    first = np.full(groups, 2**62)
    last = np.full(groups, -(2**62))
    np.minimum.at(first, inverse[dated], days[dated].astype(np.int64))
    np.maximum.at(last, inverse[dated], days[dated].astype(np.int64))
    return {"first": _iso(first, first == 2**62), "last": _iso(last, last == -(2**62))}


def _iso(days: Rows, unknown: Mask) -> pd.Series:
    texts = np.datetime_as_string(np.where(unknown, 0, days).astype("M8[D]")).astype(object)
    texts[unknown] = None
    return pd.Series(texts, dtype=object)


def ordered(
    columns: Columns,
    rows: Rows,
    keys: Array,
    missing: Mask,
    descending: bool,
    stop: int | None,
) -> Rows:
    """The rows by their keys, missing ones last, equal ones by id; only the first few if `stop`."""
    rank = keys.astype(np.float64 if keys.dtype.kind == "f" else np.int64)
    rank = -rank if descending else rank
    rank[missing] = np.inf if rank.dtype.kind == "f" else np.iinfo(np.int64).max
    if stop is not None and stop < len(rows) // 4:
        # The last one that can be on the page, and all that equal it.
        near = rank <= np.partition(rank, stop)[stop]
        rows, rank = rows[near], rank[near]
    return rows[np.lexsort((columns["public"][rows], rank))]
