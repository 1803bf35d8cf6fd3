"""Excel workbooks: tables of articles in their sheets."""

import zipfile
import zlib
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

import openpyxl

from clippings.article import Article
from clippings.errors import SourceError
from ingest.outcomes import Record, Skipped, articles
from ingest.readers.columns import NOTHING, AmbiguousDateError, Said, checked
from ingest.readers.tables import table
from ingest.streams import windable

_SHEETS = 2**31
"""Bytes that a workbook may unpack to."""
_RATIO = 250
_BROKEN = (
    zipfile.BadZipFile,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    OSError,
    SyntaxError,
    RuntimeError,
    zlib.error,
)
# What openpyxl was seen to raise on damaged workbooks; its XML errors are `SyntaxError`s.


def recognises(head: bytes) -> bool:
    """Whether this is a package with a workbook in it, or an old workbook."""
    zipped = head.startswith(b"PK\x03\x04")
    return (zipped and b"xl/" in head) or head.startswith(_OLD_EXCEL)


_OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read(name: str, stream: BinaryIO, said: Said = NOTHING) -> Iterator[Article | Skipped]:
    """One article a row, of every sheet that names its columns as tables of articles do."""
    return articles(records(name, stream, said))


def records(name: str, stream: BinaryIO, said: Said = NOTHING) -> Iterator[Record | Skipped]:
    """The same, with each article's row."""
    head = stream.read(8) if stream.seekable() else b""
    if head == _OLD_EXCEL:
        what, remedy = "It is an Excel file of before 2007", "Save it as .xlsx or CSV."
        raise SourceError(what, name, remedy, reason="old Excel file")
    with windable(stream) as file:
        file.seek(0)
        _bounded(name, file)
        try:
            book = openpyxl.load_workbook(file, read_only=True, data_only=True)
            yield from checked(_sheets(name, book, said))
        except _BROKEN as error:
            remedy = "Open it in a spreadsheet and save it again, or save it as CSV."
            raise SourceError(
                "The Excel file is damaged", name, remedy, reason="damaged"
            ) from error


def _sheets(name: str, book: Any, said: Said) -> Iterator[Record | Skipped]:
    failed: list[SourceError] = []
    read = False
    for sheet in book.worksheets:
        # What a file says of its size may be wrong, and is then believed to the last cell.
        sheet.reset_dimensions()
        rows = ((number, row) for number, row in enumerate(sheet.iter_rows(values_only=True), 1))
        where = name if len(book.worksheets) == 1 else f"{name}:{sheet.title}"
        try:
            yield from _sheet(name, where, rows, said)
            read = True
        except SourceError as error:
            if isinstance(error, AmbiguousDateError):
                raise
            failed.append(error)
    if failed and not read:
        raise failed[0]


def _sheet(
    name: str, where: str, rows: Iterator[tuple[int, Sequence[Any]]], said: Said
) -> Iterator[Record | Skipped]:
    filled = ((number, row) for number, row in rows if any(cell is not None for cell in row))
    yield from table(name, filled, said)


def _bounded(name: str, file: BinaryIO) -> None:
    """`SourceError` if a workbook would unpack beyond all measure."""
    try:
        with zipfile.ZipFile(file) as package:
            sizes = [(part.file_size, part.compress_size) for part in package.infolist()]
    except zipfile.BadZipFile as error:
        remedy = "Open it in a spreadsheet and save it again, or save it as CSV."
        raise SourceError("The Excel file is damaged", name, remedy, reason="damaged") from error
    whole, packed = sum(size for size, _ in sizes), sum(size for _, size in sizes)
    if whole > _SHEETS or whole > _RATIO * max(packed, 2**18):
        raise SourceError(
            "The Excel file unpacks beyond all measure", name, "Save it as CSV.", reason="too large"
        )
    file.seek(0)
