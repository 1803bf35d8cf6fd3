"""The archive in one SQLite file: what `Archive` promises, put together from the parts beside."""

import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from sqlite3 import Connection
from typing import Any, Self

import numpy as np
import pandas as pd

from clippings.archive import COLUMNS, Capture, Derived, Saved, Topic
from clippings.archive.copies import KeptCopies
from clippings.archive.selection import Selection
from clippings.archive.sqlite import counting, deciding, fetching, rereading, topics_table, writing
from clippings.archive.sqlite.columns import (
    NAMED,
    UNDATED,
    Array,
    Columns,
    Stamp,
    columns_of,
    stamp_of,
)
from clippings.archive.sqlite.connections import Connections
from clippings.archive.sqlite.copy_store import SqliteCopies
from clippings.archive.sqlite.counting import Hits
from clippings.archive.sqlite.items import prepare
from clippings.archive.sqlite.matching import RememberedHits, compiled, matching_rows, ranked_rows
from clippings.archive.sqlite.texts import CopyOrder, folded
from clippings.archive.sqlite.undoing import undo_load
from clippings.article import Article

REMEMBERED = 64 * 2**20
"""Bytes of hits kept at hand, by expression: some thirty that match half of a million articles."""


class SqliteArchive:
    """One archive file. Safe to use from several threads; files of other processes may change."""

    def __init__(self, path: Path, *, write: bool = False) -> None:
        self.path = path
        self._connections = Connections(path, write=write)
        self._side = path.with_name(f"{path.name}.columns.npz")
        self._lock = threading.Lock()
        self.copies: KeptCopies = SqliteCopies(self._connections, self._rows_of)
        self._columns: Columns | None = None
        self._hits = RememberedHits(REMEMBERED)
        self._ranks: dict[str, tuple[Stamp, counting.Rows]] = {}
        self._orders: dict[str, tuple[Stamp, CopyOrder]] = {}

    # Questions

    def data_version(self) -> str:
        """A text that changes with every transaction, whichever process made it."""
        with self._connections.reading() as connection:
            return str(stamp_of(connection))

    def count(
        self, selection: Selection, by: Sequence[str] = (), *, span: bool = False
    ) -> pd.DataFrame:
        """How many articles are selected, by combination of dimensions and a period."""
        with self._connections.reading() as connection:
            columns, rows = self._selected(connection, selection)
        copies = self._copies_of(columns, selection) if selection.unit == "texts" else None
        return counting.counted(columns, rows, by, span=span, copies=copies)

    def rows(
        self,
        selection: Selection,
        columns: Sequence[str] = COLUMNS,
        *,
        order: str = "day",
        descending: bool = True,
        limit: int | None = None,
        offset: int = 0,
    ) -> pd.DataFrame:
        """A page of the selected articles, sorted in the columns, fetched from their rows."""
        stop = None if limit is None else offset + limit
        with self._connections.reading() as connection:
            known, rows, copies = self._units(connection, selection)
            rows, keys, missing = self._keys(connection, known, rows, selection, order, copies)
            page = counting.ordered(known, rows, keys, missing, descending, stop)[offset:stop]
            asked = fetching.with_copies(columns, selection.unit)
            return fetching.table(connection, page, asked, selection.query, copies)

    def records(self, selection: Selection) -> Iterator[dict[str, Any]]:
        """The selected articles whole, as a stream."""
        with self._connections.reading() as connection:
            rows, copies = self._by_day(connection, selection)
            told = copies if selection.unit == "texts" else None
            yield from fetching.records(connection, rows, told)

    def texts(self, selection: Selection) -> Iterator[tuple[str, str, str, str | None]]:
        """Id, headline, text and language of the selected articles, as a stream."""
        with self._connections.reading() as connection:
            yield from fetching.texts_of(connection, self._by_day(connection, selection)[0])

    def record(self, id: str) -> dict[str, Any] | None:
        """One article whole, stubs included."""
        with self._connections.reading() as connection:
            return fetching.record_of(connection, id)

    def versions(self, id: str) -> pd.DataFrame:
        """Every version of one article, the current one first."""
        with self._connections.reading() as connection:
            return fetching.versions_of(connection, id)

    def loads(self) -> pd.DataFrame:
        """Every load, newest first."""
        with self._connections.reading() as connection:
            return fetching.loads_of(connection)

    def topics(self) -> list[Topic]:
        """The topics last found, without their members."""
        with self._connections.reading() as connection:
            return topics_table.read(connection)

    def _selected(
        self, connection: Connection, selection: Selection
    ) -> tuple[Columns, counting.Rows]:
        columns = self._current_columns(connection).dated(selection.dates)
        hits = self._hits_of(connection, columns.stamp, selection.query)
        return columns, counting.selected(columns, selection, hits)

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

    def forget_hits(self) -> None:
        """Match anew what is asked next, as if for the first time."""
        self._hits.clear()

    def _copies_of(self, columns: Columns, selection: Selection) -> CopyOrder:
        stamp, order = self._orders.get(selection.dates, (None, None))
        if order is None or stamp != columns.stamp:
            order = CopyOrder.of(columns)
            self._orders[selection.dates] = (columns.stamp, order)
        return order

    def _rows_of(self, connection: Connection, selection: Selection) -> list[int]:
        return list(self._selected(connection, selection)[1].tolist())

    def _units(
        self, connection: Connection, selection: Selection
    ) -> tuple[Columns, counting.Rows, counting.Rows]:
        """The articles that stand for what is counted, and of every row how many it stands for."""
        columns, rows = self._selected(connection, selection)
        copies = np.ones(columns.size, np.int64)
        if selection.unit == "texts":
            one = folded(self._copies_of(columns, selection), rows)
            rows = one.rows
            copies[rows] = one.weights
        return columns, rows, copies

    def _by_day(
        self, connection: Connection, selection: Selection
    ) -> tuple[counting.Rows, counting.Rows]:
        columns, rows, copies = self._units(connection, selection)
        days = columns["day"][rows]
        return counting.ordered(columns, rows, days, days == UNDATED, False, None), copies

    def _keys(
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
                return rows, place[rows], np.zeros(len(rows), np.bool_)
        if order == "copies":
            return rows, copies[rows], np.zeros(len(rows), np.bool_)
        if order in ("day", "relevance"):
            keys = columns["day"][rows]
            return rows, keys, np.asarray(keys == UNDATED)
        if order in ("words", "comments"):
            keys = columns[order][rows]
            return rows, keys, np.asarray(keys < 0)
        if order in NAMED:
            ranks = _name_ranks(columns.names[order])
            keys = ranks[columns[order][rows].astype(np.int64)]
        else:
            keys = self._ranked(connection, columns, order)[rows]
        return rows, keys, np.asarray(keys == 0)

    def _ranked(self, connection: Connection, columns: Columns, order: str) -> counting.Rows:
        stamp, ranks = self._ranks.get(order, (None, None))
        if ranks is None or stamp != columns.stamp:
            ranks = fetching.sorted_ranks(connection, order, columns.size)
            self._ranks[order] = (columns.stamp, ranks)
        return ranks

    # Writing

    def start_load(self, command: str, source: str) -> int:
        """The number of a new load."""
        with self._connections.writing("load") as (connection, _):
            return writing.start_load(connection, command, source)

    def finish_load(self, load: int, skipped: Mapping[str, int]) -> None:
        """Mark a load as done."""
        with self._connections.writing("load") as (connection, _):
            writing.finish_load(connection, load, skipped)

    def save(
        self,
        load: int,
        articles: Iterable[Article],
        capture: Capture | None = None,
        derived: Mapping[str, Sequence[Derived]] | None = None,
    ) -> Saved:
        """Keep a batch in one transaction."""
        items = prepare(articles, derived)
        with self._connections.writing("save") as (connection, number):
            return writing.save_batch(connection, number, load, items, capture, str(self.path))

    def undo_load(self, load: int) -> dict[str, int]:
        """Take one load back."""
        with self._connections.writing("undo") as (connection, number):
            return undo_load(connection, number, load, str(self.path))

    def save_topics(self, topics: Sequence[Topic], version: str) -> None:
        """Replace the topics and their members."""
        with self._connections.writing("topics") as (connection, _):
            topics_table.write(connection, topics, version)

    def decide(
        self,
        ids: Sequence[str],
        field: str,
        new: str | None,
        *,
        because: str,
        who: str,
        undoes: int | None = None,
    ) -> int:
        """Log a decision and let it hold."""
        with self._connections.writing("decide") as (connection, number):
            decision = deciding.Decision(tuple(ids), field, new, because, who, undoes)
            return deciding.decide(connection, number, decision, str(self.path))

    def decisions(self) -> pd.DataFrame:
        """The log of decisions, newest first."""
        with self._connections.reading() as connection:
            return deciding.decisions(connection)

    def captures(self) -> Iterator[tuple[int, Capture]]:
        """Every kept capture with its number, one at a time."""
        with self._connections.reading() as connection:
            numbers = [row for (row,) in connection.execute("select id from capture order by id")]
        for number in numbers:
            with self._connections.reading() as connection:
                capture = rereading.capture(connection, number)
            if capture is not None:
                yield number, capture

    def resave(
        self,
        capture: int,
        articles: Iterable[Article],
        derived: Mapping[str, Sequence[Derived]] | None = None,
    ) -> None:
        """Put what was read anew from a capture in place of what was read from it before."""
        items = prepare(articles, derived)
        with self._connections.writing("undo") as (connection, number):
            rereading.resave(connection, number, capture, items)

    def save_derived(self, deriver: str, conclusions: Mapping[str, Derived]) -> None:
        """Replace what a deriver concluded of the current texts of these articles."""
        with self._connections.writing("derive") as (connection, number):
            rereading.save_derived(connection, number, deriver, conclusions)

    def refold(self) -> bool:
        """Index anew if the archive was folded by another version; whether it was."""
        with self._connections.writing("undo") as (connection, number):
            return rereading.refold(connection, number)

    def close(self) -> None:
        """Release the file."""
        self._connections.close()

    def __enter__(self) -> Self:
        """The archive itself; it is closed at the end."""
        return self

    def __exit__(self, *_: object) -> None:
        """Release the file."""
        self.close()


def _name_ranks(names: Any) -> counting.Rows:
    """The place of each name in the order of names, from 1; 0 for the missing one."""
    ranks = np.zeros(len(names), np.int64)
    known = [number for number, name in enumerate(names) if name is not None]
    known.sort(key=lambda number: (names[number].lower(), names[number]))
    ranks[known] = np.arange(1, len(known) + 1)
    return ranks
