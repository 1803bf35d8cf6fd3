"""What the archive is asked of kept rows and pages, answered from the one file."""

from collections.abc import Iterator, Mapping

from clippings.archive.kept_records import Records
from clippings.archive.sqlite import recording, rereading
from clippings.archive.sqlite.connections import Connections
from clippings.archive.sqlite.items import prepare
from clippings.article import Article


class SqliteRecords:
    """`KeptRecords` over one archive file."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def batches(self) -> Iterator[tuple[int, Records]]:
        """Every batch with its number, one at a time."""
        with self._connections.reading() as connection:
            asked = connection.execute("select first from record_batch order by first")
            numbers = [number for (number,) in asked]
        for number in numbers:
            with self._connections.reading() as connection:
                records = recording.records_of(connection, number)
            if records is not None:
                yield number, records

    def resave(self, batch: int, articles: Mapping[int, Article | None]) -> None:
        """Put what was read anew in place of what was read before."""
        items = iter(prepare((one for one in articles.values() if one is not None), None))
        anew = {place: None if one is None else next(items) for place, one in articles.items()}
        with self._connections.writing("undo") as (connection, number):
            rereading.resave_records(connection, number, batch, anew)
