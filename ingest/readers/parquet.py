"""Parquet: what `clippings export` writes, and tables with the usual column names."""

import shutil
import tempfile
from collections.abc import Iterator
from typing import BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from clippings.article import Article
from clippings.errors import SourceError
from ingest.outcomes import Skipped
from ingest.readers.exported import item

_AT_ONCE = 500


def recognises(head: bytes) -> bool:
    """Whether the file opens with the format's magic number: https://parquet.apache.org/docs/file-format/"""
    return head.startswith(b"PAR1")


def read(name: str, stream: BinaryIO) -> Iterator[Article | Skipped]:
    """One article a row, read some hundreds at a time."""
    with tempfile.TemporaryFile() as spooled:
        # The end of the file has to be read first, and a pipe cannot be wound.
        if not stream.seekable():
            shutil.copyfileobj(stream, spooled)
        try:
            file = pq.ParquetFile(stream if stream.seekable() else spooled)
            for number, row in enumerate(_rows(file), 1):
                yield item(f"{name}:{number}", name, row)
        except (pa.ArrowException, OSError) as error:
            remedy = "Write the file again and add it once more; what was read is kept."
            what = "The Parquet file is damaged"
            raise SourceError(what, name, remedy, reason="damaged") from error


def _rows(file: pq.ParquetFile) -> Iterator[dict[str, object]]:
    for batch in file.iter_batches(batch_size=_AT_ONCE):
        yield from batch.to_pylist()
