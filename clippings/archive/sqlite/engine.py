"""The archive in one SQLite file: what `Archive` promises, put together from the parts beside."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Self

import numpy as np
import pandas as pd

from clippings.archive import COLUMNS, Capture, Derived, Saved, Topic
from clippings.archive.copies import KeptCopies
from clippings.archive.exchange import Exchange
from clippings.archive.kept_records import KeptRecords, Records
from clippings.archive.outlets import KeptOutlets
from clippings.archive.removals import KeptRemovals
from clippings.archive.selection import Selection
from clippings.archive.sqlite import counting, deciding, fetching, rereading, topics_table, writing
from clippings.archive.sqlite.awaiting import arrived
from clippings.archive.sqlite.choosing import Choice
from clippings.archive.sqlite.columns import stamp_of
from clippings.archive.sqlite.connections import Connections
from clippings.archive.sqlite.copy_store import SqliteCopies
from clippings.archive.sqlite.exchanging import SqliteExchange
from clippings.archive.sqlite.items import prepare
from clippings.archive.sqlite.outlet_store import SqliteOutlets
from clippings.archive.sqlite.record_store import SqliteRecords
from clippings.archive.sqlite.recording import pack
from clippings.archive.sqlite.removal_store import SqliteRemovals
from clippings.archive.sqlite.topic_store import SqliteTopics
from clippings.archive.sqlite.undoing import undo_load
from clippings.archive.topics import KeptTopics, Standing, TopicEvent
from clippings.article import Article


class SqliteArchive:
    """One archive file. Safe to use from several threads; files of other processes may change."""

    def __init__(self, path: Path, *, write: bool = False) -> None:
        self.path = path
        self._connections = Connections(path, write=write)
        self._choice = Choice(path.with_name(f"{path.name}.columns.npz"))
        self.copies: KeptCopies = SqliteCopies(
            self._connections, self._choice.rows_of, self._choice.copied
        )
        self.kept_topics: KeptTopics = SqliteTopics(self._connections)
        self.outlets: KeptOutlets = SqliteOutlets(self._connections)
        self.exchange: Exchange = SqliteExchange(self._connections)
        self.removals: KeptRemovals = SqliteRemovals(self._connections)
        self.kept_records: KeptRecords = SqliteRecords(self._connections)

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
            columns, rows = self._choice.selected(connection, selection)
        copies = self._choice.copies_of(columns, selection) if selection.unit == "texts" else None
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
        ids: Collection[str] | None = None,
    ) -> pd.DataFrame:
        """A page of the selected articles, sorted in the columns, fetched from their rows."""
        stop = None if limit is None else offset + limit
        with self._connections.reading() as connection:
            known, rows, copies = self._choice.units(connection, selection)
            if ids is not None:
                rows = counting.named(known, rows, ids)
            rows, keys, missing = self._choice.keys(
                connection, known, rows, selection, order, copies
            )
            page = counting.ordered(known, rows, keys, missing, descending, stop)[offset:stop]
            asked = fetching.with_copies(columns, selection.unit)
            return fetching.table(connection, page, asked, selection, copies)

    def records(self, selection: Selection) -> Iterator[dict[str, Any]]:
        """The selected articles whole, as a stream."""
        with self._connections.reading() as connection:
            rows, copies = self._choice.by_day(connection, selection)
            told = copies if selection.unit == "texts" else None
            yield from fetching.records(connection, rows, told)

    def texts(self, selection: Selection) -> Iterator[tuple[str, str, str, str | None, str | None]]:
        """Id, headline, text, language and who wrote or carried them, as a stream."""
        with self._connections.reading() as connection:
            yield from fetching.texts_of(connection, self._choice.by_day(connection, selection)[0])

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
        """The topics as they stand, without their members."""
        with self._connections.reading() as connection:
            return topics_table.standing(connection)

    def forget_hits(self) -> None:
        """Match anew what is asked next, as if for the first time."""
        self._choice.forget_hits()

    # Writing

    def start_load(self, command: str, source: str) -> int:
        """The number of a new load."""
        with self._connections.writing("load") as (connection, _):
            return writing.start_load(connection, command, source)

    def finish_load(self, load: int, skipped: Mapping[str, int]) -> list[int]:
        """Mark a load as done, and let the decisions hold that waited for it."""
        with self._connections.writing("load") as (connection, number):
            writing.finish_load(connection, load, skipped)
            return arrived(connection, number)

    def save(
        self,
        load: int,
        articles: Iterable[Article],
        capture: Capture | Records | None = None,
        derived: Mapping[str, Sequence[Derived]] | None = None,
    ) -> Saved:
        """Keep a batch in one transaction."""
        items = prepare(articles, derived)
        packed = pack(capture.data) if isinstance(capture, Records) else None
        where = str(self.path)
        with self._connections.writing("save") as (connection, number):
            return writing.save_batch(connection, number, load, items, capture, packed, where)

    def undo_load(self, load: int) -> dict[str, int]:
        """Take one load back."""
        with self._connections.writing("undo") as (connection, number):
            return undo_load(connection, number, load, str(self.path))

    def save_topics(
        self,
        topics: Sequence[Topic],
        version: str,
        *,
        events: Sequence[TopicEvent] = (),
        standing: Sequence[Standing] | None = None,
        mark: int | None = None,
        count: int | None = None,
    ) -> None:
        """Put the topics of a new fit in place of those found before."""
        with self._connections.writing("topics") as (connection, number):
            topics_table.write_fit(connection, topics, version, events, mark or number, count)
            if standing is not None:
                topics_table.settle(connection, standing)
            topics_table.with_copies(connection)

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

    def lacking(self, deriver: str, size: int) -> Iterator[list[dict[str, Any]]]:
        """The articles of whose current text this deriver concluded nothing yet."""
        with self._connections.reading() as connection:
            rows = rereading.lacking(connection, deriver)
        for batch in fetching.chunks(rows, size):
            with self._connections.reading() as connection:
                records = list(fetching.records(connection, np.array(batch)))
            yield records
        if len(rows):
            with self._connections.writing("derive") as (connection, number):
                rereading.note_complete(connection, number, deriver)

    def save_derived(self, conclusions: Mapping[str, Mapping[str, Derived]]) -> None:
        """Replace what derivers concluded of the current texts of these articles."""
        with self._connections.writing("derive") as (connection, number):
            rereading.save_derived(connection, number, conclusions)

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
