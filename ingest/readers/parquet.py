"""Parquet: what `clippings export` writes, and tables with the usual column names."""

from collections.abc import Iterator
from typing import BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from clippings.article import Article
from clippings.errors import SourceError
from ingest.outcomes import Record, Skipped, articles
from ingest.readers.columns import NOTHING, Said, checked
from ingest.readers.exported import item, recorded
from ingest.streams import windable

_AT_ONCE = 500


def recognises(head: bytes) -> bool:
    """Whether the file opens with the format's magic number: https://parquet.apache.org/docs/file-format/"""
    return head.startswith(b"PAR1")


def read(name: str, stream: BinaryIO, said: Said = NOTHING) -> Iterator[Article | Skipped]:
    """One article a row."""
    return articles(records(name, stream, said))


def records(name: str, stream: BinaryIO, said: Said = NOTHING) -> Iterator[Record | Skipped]:
    """The same, with each article's row; read some hundreds at a time."""
    with windable(stream) as file:
        try:
            rows = enumerate(_rows(pq.ParquetFile(file)), 1)
            yield from checked(
                recorded(item(f"{name}:{number}", name, row, said), row) for number, row in rows
            )
        except (pa.ArrowException, OSError) as error:
            remedy = "Write the file again and add it once more; what was read is kept."
            what = "The Parquet file is damaged"
            raise SourceError(what, name, remedy, reason="damaged") from error


def _rows(file: pq.ParquetFile) -> Iterator[dict[str, object]]:
    for batch in file.iter_batches(batch_size=_AT_ONCE):
        yield from batch.to_pylist()
