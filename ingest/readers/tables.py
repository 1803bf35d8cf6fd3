"""Tables: CSV and its like, in any encoding and with any delimiter; Excel; documents of JSON."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any, BinaryIO

from clippings.article import Article
from clippings.errors import SourceError
from ingest.outcomes import Record, Skipped, articles
from ingest.readers import documents
from ingest.readers.charsets import as_text, decoded, sniff
from ingest.readers.columns import (
    NOTHING,
    Said,
    ahead,
    checked,
    telling,
    unknown,
)
from ingest.readers.exported import item, recorded
from ingest.streams import rejoined

_HEAD = 64 * 1024
_DELIMITERS = (",", ";", "\t", "|")
_LONGEST = 64 * 2**20
"""Characters of one cell; anything larger is a quotation mark that was never closed."""
_SHOWN = 12
_ABOVE = 10
"""Rows of title that may stand above the names of the columns."""

_LISTS = frozenset(
    "item articles.item items.item posts.item stories.item results.item documents.item docs.item data.item "
    "records.item response.docs.item response.results.item hits.hits.item articles.results.item".split()
)
"""Where the answers of archives and news services keep their articles."""
_WRAPPED = re.compile(
    r'^\s*\{.{0,4000}?"(?:articles|items|posts|stories|results|documents|docs|data|records|hits)"\s*:\s*[\[{]',
    re.DOTALL,
)
_OPENS_OBJECT = re.compile(r'\s*\{\s*(?:"|\}|$)')
_OPENS_LIST = re.compile(r"\s*\[\s*(?:\{|\]|$)")

# GDELT's Global Knowledge Graph comes without names of columns:
# http://data.gdeltproject.org/documentation/GDELT-Global_Knowledge_Graph_Codebook-V2.1.pdf
_GDELT = {1: "seendate", 3: "sourcecommonname", 4: "documentidentifier", 26: "extras"}
_GDELT_ROW = re.compile(r"\d{14}-T?\d+$")
_GDELT_COLUMNS = 27
_PAGE_TITLE = re.compile(r"<PAGE_TITLE>(.*?)</PAGE_TITLE>", re.DOTALL)


def recognises(head: bytes) -> bool:
    """Whether the file begins with a table: names of columns we know, or rows of one width."""
    text = decoded(head)
    if text.lstrip()[:1] in ("{", "[", "<", ""):
        return False
    return _delimiter(text, Said()) is not None


def named(head: bytes, said: Said) -> bool:
    """Whether a column the user names heads a table here, however few rows it has."""
    return bool(said.columns) and _delimiter(decoded(head), said) is not None


def read(name: str, stream: BinaryIO, said: Said = NOTHING) -> Iterator[Article | Skipped]:
    """One article a row; a row that is none is skipped."""
    return articles(records(name, stream, said))


def records(name: str, stream: BinaryIO, said: Said = NOTHING) -> Iterator[Record | Skipped]:
    """The same, with each article's row."""
    csv.field_size_limit(_LONGEST)
    head = stream.read(_HEAD)
    delimiter = _delimiter(decoded(head), said)
    if delimiter is None:
        raise SourceError(
            "The file holds no table",
            name,
            "Write it with a first row of names.",
            reason="no articles",
        )
    with as_text(rejoined(head, stream), sniff(head)) as text:
        yield from checked(table(name, _rows(name, text, delimiter), said))


class _Lines:
    """The lines of a table, and the quotation marks in those that make up one row."""

    def __init__(self, text: Iterable[str]) -> None:
        self._text = iter(text)
        self.count = 0
        self.quotes = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._text).replace("\0", "")
        self.count += 1
        self.quotes += line.count('"')
        return line

    def unclosed(self) -> bool:
        """Whether the row just read ran over several lines in search of a closing mark; counts anew."""
        found = self.count > 1 and self.quotes % 2 == 1
        self.count = self.quotes = 0
        return found


def _rows(name: str, text: Iterable[str], delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Each row that is not empty, with its number in the table."""
    lines = _Lines(text)
    rows = csv.reader(lines, delimiter=delimiter)
    last: tuple[int, list[str]] | None = None
    unclosed = False
    try:
        for number, row in enumerate(rows, 1):
            if last and any(last[1]):
                yield last
            last, unclosed = (number, row), lines.unclosed()
    except csv.Error as error:
        raise _breaking_off(name, _number_of(last), str(error)) from error
    # Only at the end does a mark that stands open show: the row has swallowed what follows it.
    if unclosed:
        raise _breaking_off(name, _number_of(last) - 1, "its quotation mark is never closed")
    if last and any(last[1]):
        yield last


def _number_of(row: tuple[int, list[str]] | None) -> int:
    """The number of a row, 0 before the first."""
    return row[0] if row else 0


def _breaking_off(name: str, row: int, why: str) -> SourceError:
    remedy = f"After row {row}: {why}. What stands before was read; mend it and add it once more."
    return SourceError("The table breaks off", name, remedy, reason="damaged")


def table(
    name: str, rows: Iterator[tuple[int, Sequence[Any]]], said: Said
) -> Iterator[Record | Skipped]:
    """The articles and rows of a table, of which one of the first holds the columns' names."""
    first, rest = ahead(rows, _ABOVE)
    if first and _is_gdelt(first[0][1]):
        yield from (_gdelt(name, number, row) for number, row in chain(first, rest))
        return
    at = next((at for at, (_, row) in enumerate(first) if _names_columns(row, said)), None)
    if at is None:
        raise _unnamed(name, [str(cell or "") for cell in first[0][1]] if first else [])
    columns = _distinct(first[at][1])
    unknown(said, [column for column in columns if column], name)
    for number, row in chain(first[at + 1 :], rest):
        where = f"{name}:{number}"
        if len(row) > len(columns) and any(row[len(columns) :]):
            why = f"The row has {len(row)} cells and the table {len(columns)} columns."
            yield Skipped(where, "malformed row", f"{why} Mend it, then add the file once more.")
            continue
        record = {column: cell for column, cell in zip(columns, row, strict=False) if column}
        yield recorded(item(where, name, record, said), record)


def _names_columns(row: Sequence[Any], said: Said) -> bool:
    names = [str(cell).strip() for cell in row if cell]
    return telling(names) or any(column in names for column in said.columns.values())


def _distinct(row: Sequence[Any]) -> list[str]:
    """The columns' names; of two that are alike the first counts."""
    names: list[str] = []
    for cell in row:
        name = str(cell or "").strip()
        names.append("" if name in names else name)
    return names


def _unnamed(name: str, cells: Sequence[str]) -> SourceError:
    what = "None of the table's columns is known as a headline, a text or an address"
    listed = ", ".join(f'"{cell[:40]}"' for cell in cells[:_SHOWN])
    remedy = (
        f"Its first row is {listed}. Say which it is: `--map headline=COLUMN`, `--map text=COLUMN`."
    )
    return SourceError(what, name, remedy, reason="unknown columns")


def _delimiter(text: str, said: Said) -> str | None:
    """What stands between the cells, judged by the names it yields or by rows of one width."""
    best = None
    for delimiter in _DELIMITERS:
        rows = [row for row in _sample(text, delimiter) if any(row)]
        wide = max((len(row) for row in rows), default=0)
        named = _named(rows, said)
        even = len(rows) > 2 and wide > 1 and len({len(row) for row in rows}) == 1
        if named > 1:
            score = (2, named)
        elif even and _is_heading(rows[0]):
            score = (1, wide)
        elif rows and _is_gdelt(rows[0]):
            score = (2, wide)
        else:
            continue
        best = max(best or (score, delimiter), (score, delimiter))
    return best[1] if best else None


def _named(rows: Sequence[Sequence[str]], said: Said) -> int:
    """How many columns the row that names them has, if the rows below are mostly as wide; else 0."""
    for at, row in enumerate(rows[:_ABOVE]):
        if _names_columns(row, said):
            alike = sum(len(below) == len(row) for below in rows[at + 1 :])
            return len(row) if alike * 2 >= len(rows) - at - 1 else 0
    return 0


def _sample(text: str, delimiter: str) -> list[list[str]]:
    """The rows of a file's beginning, the last one left out if it may go on."""
    csv.field_size_limit(_LONGEST)
    try:
        rows = list(islice(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), 200))
    except csv.Error:
        return []
    return rows[:-1] if len(rows) > 2 and len(text) >= _HEAD // 4 else rows


def _is_heading(row: Sequence[str]) -> bool:
    """Whether these are names: short, all different, no numbers."""
    return (
        len(set(row)) == len(row)
        and all(0 < len(cell.strip()) <= 60 for cell in row)
        and not any(cell.strip()[:1].isdigit() for cell in row)
        and not any(cell.rstrip().endswith((".", "!", "?")) for cell in row)
    )


def _is_gdelt(row: Sequence[Any]) -> bool:
    return len(row) == _GDELT_COLUMNS and bool(_GDELT_ROW.match(str(row[0])))


def _gdelt(name: str, number: int, row: Sequence[str]) -> Record | Skipped:
    record: dict[str, Any] = {column: row[at] for at, column in _GDELT.items() if at < len(row)}
    title = _PAGE_TITLE.search(record.pop("extras", ""))
    record["title"] = title[1] if title else ""
    return recorded(item(f"{name}:{number}", name, record), record)


def recognises_json(head: bytes) -> bool:
    """Whether this is a list of objects, an object with such a list, or one laid out over lines."""
    text = decoded(head)
    if _OPENS_LIST.match(text):
        return True
    if not _OPENS_OBJECT.match(text):
        return False
    first, _, rest = text.lstrip("\ufeff \t\r\n").partition("\n")
    if not rest or (first.rstrip().endswith("}") and rest.lstrip().startswith("{")):
        # One line of any length, or an object a line: which is JSON Lines, unless it wraps a list.
        return not rest and bool(_WRAPPED.match(first))
    return bool(_WRAPPED.match(first)) or not first.rstrip().endswith("}")


def read_json(name: str, stream: BinaryIO, said: Said = NOTHING) -> Iterator[Article | Skipped]:
    """One article an object of the list, or the one the document is."""
    return articles(records_of_json(name, stream, said))


def records_of_json(
    name: str, stream: BinaryIO, said: Said = NOTHING
) -> Iterator[Record | Skipped]:
    """The same, with each article's object."""
    yield from checked(_documents(name, stream, said))


def _documents(name: str, stream: BinaryIO, said: Said) -> Iterator[Record | Skipped]:
    number = 0
    alone: dict[str, Any] = {}
    for path, value in documents.objects(name, stream, _LISTS.__contains__):
        if path in _LISTS:
            number += 1
            record = _flat(value)
            yield recorded(item(f"{name}:{number}", name, record, said), record)
        else:
            alone[path] = value
    if not number and telling(alone):
        yield recorded(item(name, name, alone, said), alone)
    elif not number:
        remedy = "Write a list of objects with headline, text, url and published."
        raise SourceError("The JSON holds no list of articles", name, remedy, reason="no articles")


def _flat(record: dict[str, Any]) -> dict[str, Any]:
    """The record itself where a search engine wraps it."""
    inner = record.get("_source")
    return inner if isinstance(inner, dict) else record
