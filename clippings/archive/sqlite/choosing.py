"""Which articles a question is about, and in which order: the state that answers share, kept at hand."""

import threading
from dataclasses import replace
from pathlib import Path
from sqlite3 import Connection
from typing import Any

import numpy as np

from clippings.archive.selection import Selection
from clippings.archive.sqlite import counting, fetching
from clippings.archive.sqlite.columns import NAMED, UNDATED, Array, Columns, Stamp, columns_of
from clippings.archive.sqlite.counting import Hits
from clippings.archive.sqlite.matching import RememberedHits, compiled, matching_rows, ranked_rows
from clippings.archive.sqlite.ranking import stock_lines, without_stock
from clippings.archive.sqlite.signing import signed_rows
from clippings.archive.sqlite.texts import CopyOrder, firsts, folded

REMEMBERED = 64 * 2**20
"""Bytes of hits kept at hand, by expression: some thirty that match half of a million articles."""


class Choice:
    """Selections worked out for one archive file, for any thread."""

    def __init__(self, side: Path) -> None:
        self._side = side
        self._lock = threading.Lock()
        self._columns: Columns | None = None
        self._hits = RememberedHits(REMEMBERED)
        self._ranks: dict[str, tuple[Stamp, counting.Rows]] = {}
        self._stock: tuple[Stamp, tuple[str, ...]] | None = None
        self._orders: dict[str, tuple[Stamp, CopyOrder]] = {}

    def selected(
        self, connection: Connection, selection: Selection
    ) -> tuple[Columns, counting.Rows]:
        """The columns, and in them the selected articles."""
        columns = self._current_columns(connection).dated(selection.dates)
        hits = self._hits_of(connection, columns.stamp, selection.query)
        rows = counting.selected(columns, selection, hits)
        rows = rows[self._signed(connection, columns.stamp, selection, rows)]
        for at_first, asked in selection.steps:
            looked_at = firsts(self.copies_of(columns, selection), rows) if at_first else rows
            alike = replace(asked, stubs=True, aside=selection.aside)
            fits = counting.having(columns, alike, looked_at)
            rows = rows[fits & self._signed(connection, columns.stamp, asked, looked_at)]
        return columns, rows

    def _current_columns(self, connection: Connection) -> Columns:
        with self._lock:
            self._columns = columns_of(connection, self._columns, self._side)
            return self._columns

    def _hits_of(self, connection: Connection, stamp: Stamp, query: str) -> Hits | None:
        if not query.strip():
            return None
        match = compiled(query)
        key = (match.expression, stamp)
        rows = self._hits.get(key)
        if rows is None:
            rows = matching_rows(connection, match)
            self._hits.put(key, rows)
        return Hits(rows, match.negated)

    def _signed(
        self, connection: Connection, stamp: Stamp, selection: Selection, rows: counting.Rows
    ) -> counting.Mask:
        """Which of these rows bear the byline that is asked for."""
        if not selection.byline:
            return np.ones(len(rows), np.bool_)
        key = (("byline", *selection.byline), stamp)
        signed = self._hits.get(key)
        if signed is None:
            signed = signed_rows(connection, selection.byline)
            self._hits.put(key, signed)
        return np.isin(rows, signed)

    def forget_hits(self) -> None:
        """Match anew what is asked next, as if for the first time."""
        self._hits.clear()

    def copies_of(self, columns: Columns, selection: Selection) -> CopyOrder:
        """The order of copies by the day that the selection means."""
        stamp, order = self._orders.get(selection.dates, (None, None))
        if order is None or stamp != columns.stamp:
            order = CopyOrder.of(columns)
            self._orders[selection.dates] = (columns.stamp, order)
        return order

    def rows_of(self, connection: Connection, selection: Selection) -> counting.Rows:
        """The row numbers of the selected articles."""
        return self.selected(connection, selection)[1]

    def copied(self, connection: Connection, selection: Selection) -> counting.Rows:
        """The selected articles that stand in a group of copies, by day."""
        columns, rows = self.selected(connection, selection)
        rows = rows[columns["copy"][rows] > 0]
        days = columns["day"][rows]
        return counting.ordered(columns, rows, days, days == UNDATED, False, None)

    def units(
        self, connection: Connection, selection: Selection
    ) -> tuple[Columns, counting.Rows, counting.Rows]:
        """The articles that stand for what is counted, and of every row how many it stands for."""
        columns, rows = self.selected(connection, selection)
        copies = np.ones(columns.size, np.int64)
        if selection.unit == "texts":
            one = folded(self.copies_of(columns, selection), rows)
            rows = one.rows
            copies[rows] = one.weights
        return columns, rows, copies

    def by_day(
        self, connection: Connection, selection: Selection
    ) -> tuple[counting.Rows, counting.Rows]:
        """The same by day, without the columns."""
        columns, rows, copies = self.units(connection, selection)
        days = columns["day"][rows]
        return counting.ordered(columns, rows, days, days == UNDATED, False, None), copies

    def keys(
        self,
        connection: Connection,
        columns: Columns,
        rows: counting.Rows,
        selection: Selection,
        order: str,
        copies: counting.Rows,
    ) -> tuple[counting.Rows, Array, counting.Mask]:
        """What to sort the rows by, and which of them lack it."""
        if order == "relevance" and selection.query.strip():
            match = compiled(selection.query)
            if not match.negated:
                found, rank = ranked_rows(connection, match)
                place = np.zeros(columns.size)
                place[found] = -rank
                lines = self._stock_lines(connection, columns.stamp)
                fits = without_stock(connection, selection.query, lines, rows, place[rows])
                return rows, fits, np.zeros(len(rows), np.bool_)
        if order == "copies":
            return rows, copies[rows], np.zeros(len(rows), np.bool_)
        if order in ("day", "relevance"):
            keys = columns["day"][rows]
            return rows, keys, np.asarray(keys == UNDATED)
        if order in ("words", "comments"):
            keys = columns[order][rows]
            return rows, keys, np.asarray(keys < 0)
        if order in NAMED:
            ranks = _name_ranks(columns.names_of(order))
            keys = ranks[columns[order][rows].astype(np.int64)]
        else:
            keys = self._ranked(connection, columns, order)[rows]
        return rows, keys, np.asarray(keys == 0)

    def _stock_lines(self, connection: Connection, stamp: Stamp) -> tuple[str, ...]:
        if self._stock is None or self._stock[0] != stamp:
            self._stock = (stamp, stock_lines(connection))
        return self._stock[1]

    def _ranked(self, connection: Connection, columns: Columns, order: str) -> counting.Rows:
        stamp, ranks = self._ranks.get(order, (None, None))
        if ranks is None or stamp != columns.stamp:
            ranks = fetching.sorted_ranks(connection, order, columns.size)
            self._ranks[order] = (columns.stamp, ranks)
        return ranks


def _name_ranks(names: Any) -> counting.Rows:
    """The place of each name in the order of names, from 1; 0 for the missing one."""
    ranks = np.zeros(len(names), np.int64)
    known = [number for number, name in enumerate(names) if name is not None]
    known.sort(key=lambda number: (names[number].lower(), names[number]))
    ranks[known] = np.arange(1, len(known) + 1)
    return ranks
