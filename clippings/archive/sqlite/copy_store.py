"""What the deriver of copies asks, answered from the one file."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from sqlite3 import Connection

import pandas as pd

from clippings.archive import Derived
from clippings.archive.copies import (
    CARRIED,
    Carrier,
    Compared,
    Links,
    NewText,
    Paragraph,
    Repeated,
    Shared,
)
from clippings.archive.selection import Selection
from clippings.archive.sqlite import copying, fetching, grouping
from clippings.archive.sqlite.columns import stamp_of
from clippings.archive.sqlite.connections import Connections
from clippings.archive.sqlite.texts import Rows

Selected = Callable[[Connection, Selection], Rows]


class SqliteCopies:
    """`KeptCopies` over one archive file."""

    def __init__(self, connections: Connections, selected: Selected, copied: Selected) -> None:
        self._connections = connections
        self._selected = selected
        self._copied = copied
        self._places: dict[int, tuple[int, int]] = {}
        """Article and version of the texts given out last."""

    def version(self) -> str | None:
        """The version of the deriver that all of it was made by."""
        with self._connections.reading() as connection:
            return copying.setting(connection, "copies version")

    def forget(self, version: str) -> None:
        """Drop what was compared, so that another version begins anew."""
        with self._connections.writing("copies") as (connection, _):
            copying.forget(connection, version)

    def mark(self) -> int:
        """The state of the archive."""
        with self._connections.reading() as connection:
            return stamp_of(connection).number

    def uncompared(self, size: int) -> Iterator[list[NewText]]:
        """The texts to compare, in batches."""
        with self._connections.reading() as connection:
            rows = copying.uncompared(connection)
        for batch in copying.batches(rows, size):
            with self._connections.reading() as connection:
                found = copying.new_texts(connection, batch)
            self._places = {text.number: (article, version) for text, article, version in found}
            yield [text for text, _, _ in found]

    def texts(self, numbers: Collection[int]) -> Mapping[int, str]:
        """The compared texts of these numbers that still stand."""
        with self._connections.reading() as connection:
            return copying.texts(connection, numbers)

    def listed(self) -> list[tuple[int, int, int]]:
        """Id, level and size of every segment."""
        with self._connections.reading() as connection:
            return connection.execute(
                "select id, level, size from copy_segment order by id"
            ).fetchall()

    def read(self, id: int) -> tuple[bytes, bytes]:
        """The two arrays of a segment."""
        with self._connections.reading() as connection:
            row = connection.execute(
                "select hashes, texts from copy_segment where id = ?", (id,)
            ).fetchone()
        if row is None:
            raise LookupError(id)
        return row[0], row[1]

    def save_paragraphs(self, paragraphs: Sequence[Paragraph]) -> None:
        """Count these paragraphs, each once."""
        with self._connections.writing("copies") as (connection, _):
            copying.save_paragraphs(connection, paragraphs)

    def repeated(self) -> list[Repeated]:
        """The paragraphs that stand on one site beside several different ones."""
        with self._connections.reading() as connection:
            return copying.repeated(connection)

    def keep_stock(self, marks: Collection[int]) -> None:
        """Forget the lines that are no stock any more."""
        with self._connections.writing("copies") as (connection, _):
            copying.keep_stock(connection, marks)

    def save(self, compared: Compared) -> bool:
        """Keep what came of a comparison, unless another process was quicker."""
        with self._connections.writing("copies") as (connection, _):
            return copying.save(connection, compared, self._places)

    def ungrouped(self) -> Links:
        """What must be grouped anew."""
        with self._connections.reading() as connection:
            return grouping.ungrouped(connection)

    def save_groups(
        self,
        mark: int,
        links: Links,
        groups: Sequence[Sequence[str]],
        origins: Mapping[str, Derived],
        *,
        whole: bool,
    ) -> int:
        """Put the linked articles into these groups; how many articles changed theirs."""
        with self._connections.writing("copies") as (connection, number):
            changed = grouping.save_groups(connection, number, links, groups, origins)
            if whole:
                grouping.note_done(connection, number, mark)
            return changed

    def shared(self, selection: Selection) -> Iterator[Shared]:
        """What pairs of the selected articles share, by id."""
        with self._connections.reading() as connection:
            yield from copying.shared(connection, self._selected(connection, selection))

    def kept_of_first(self, selection: Selection) -> Iterator[tuple[str, str, float]]:
        """What the selected articles kept of the first of their group."""
        with self._connections.reading() as connection:
            yield from copying.kept_of_first(connection, self._selected(connection, selection))

    def carriers(self, selection: Selection) -> pd.DataFrame:
        """The selected articles that stand in a group, by day."""
        with self._connections.reading() as connection:
            rows = self._copied(connection, selection)
            return fetching.table(connection, rows, CARRIED, selection, rows)

    def about(self, ids: Collection[str]) -> Mapping[str, Carrier]:
        """Day, text and outlet of some articles, by id."""
        with self._connections.reading() as connection:
            return copying.about(connection, ids)
