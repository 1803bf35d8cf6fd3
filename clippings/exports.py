"""Answers and articles as files: CSV, Excel, JSON Lines, Parquet.

Rows stay pure. What they are of (selection, unit, count, data version) stands in Excel's second sheet,
in Parquet's metadata, and in the name of a CSV or JSON Lines file.
"""

import csv
import hashlib
import io
import itertools
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter

from clippings.archive import Archive
from clippings.archive.selection import Selection, describe

FORMATS = ("csv", "xlsx", "jsonl", "parquet")

Row = Mapping[str, Any]

EXCEL_ROWS = 1_048_576
EXCEL_CHARACTERS = 32_767
"""Excel's limits: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3"""

_FORMULA_STARTS = tuple("=+-@\t\r＝＋－＠")
"""What makes a spreadsheet take a text for a formula: https://owasp.org/www-community/attacks/CSV_Injection"""

_strings = pa.list_(pa.struct([(name, pa.string()) for name in ("name", "role", "place")]))

ARTICLE_SCHEMA = pa.schema(
    [
        *((name, pa.string()) for name in ("id", "url", "site", "headline", "section")),
        ("tags", pa.list_(pa.string())),
        ("published", pa.string()),
        ("published_precision", pa.string()),
        ("outlet", pa.string()),
        ("origin", pa.string()),
        ("origin_basis", pa.string()),
        ("origin_evidence", pa.string()),
        ("origin_confidence", pa.float64()),
        (
            "dates",
            pa.list_(
                pa.struct(
                    [
                        *((name, pa.string()) for name in ("kind", "date", "method")),
                        ("confidence", pa.float64()),
                    ]
                )
            ),
        ),
        ("lag", pa.int64()),
        ("byline", _strings),
        ("byline_basis", pa.string()),
        ("byline_evidence", pa.string()),
        ("credits", pa.list_(pa.struct([("text", pa.string()), ("kind", pa.string())]))),
        ("language", pa.string()),
        ("language_basis", pa.string()),
        ("language_confidence", pa.float64()),
        ("text", pa.string()),
        ("words", pa.int64()),
        ("comments", pa.int64()),
        ("source", pa.string()),
        ("captured", pa.string()),
        ("cut", pa.bool_()),
        (
            "removed",
            pa.list_(pa.struct([(name, pa.string()) for name in ("kind", "text", "after")])),
        ),
        ("stub", pa.bool_()),
        ("copy_group", pa.string()),
        (
            "topics",
            pa.list_(
                pa.struct([("id", pa.string()), ("label", pa.string()), ("weight", pa.float64())])
            ),
        ),
        ("versions", pa.int64()),
        ("outlet_named", pa.string()),
        ("origin_named", pa.string()),
    ]
)
"""The columns of an export of articles, in order."""


@dataclass(frozen=True, slots=True)
class About:
    """What a file is of."""

    what: str
    """Such as "articles", "volume by month"."""
    selection: str
    """In words."""
    unit: str
    count: int
    """Of the unit, in the whole selection."""
    data_version: str


def about(archive: Archive, selection: Selection, what: str) -> About:
    """What a file of this selection must say of itself."""
    count = int(archive.count(selection)[selection.unit].iloc[0])
    return About(what, describe(selection), selection.unit, count, archive.data_version())


def file_name(about: About, format: str) -> str:
    """A name that says what the file is of: `articles, with Maliki, 6 articles, data 1f3a.csv`."""
    said = f"{about.what}, {about.selection}"
    words = re.sub(r"[^\w .,()-]+", " ", said)
    words = re.sub(r"\s+", " ", words).strip()
    tail = f", {about.count} {about.unit}, data {about.data_version}"
    tail = re.sub(r"[^\w .,()-]+", "-", tail)
    if len(words.encode()) > 150:
        mark = hashlib.sha256(said.encode()).hexdigest()[:8]
        words = words.encode()[:150].decode(errors="ignore") + "… " + mark
    return f"{words}{tail}.{format}"


def write_articles(archive: Archive, selection: Selection, format: str, out: BinaryIO) -> None:
    """The selected articles, whole, written as a stream: memory does not grow with their number."""
    said = about(archive, selection, selection.unit)
    schema = ARTICLE_SCHEMA
    if selection.unit != "articles":
        schema = schema.append(pa.field("copies", pa.int64()))
    _write(archive.records(selection), schema, format, out, said)


def write_article(article: Row, format: str, out: BinaryIO, about: About) -> None:
    """One article, whole, as `Archive.record` gives it."""
    _write([article], ARTICLE_SCHEMA, format, out, about)


def write_table(table: pd.DataFrame, format: str, out: BinaryIO, about: About) -> None:
    """A table as it stands on the screen, every row of it."""
    rows = (dict(zip(table.columns, row, strict=True)) for row in _plain(table))
    _write(rows, pa.schema(_table_fields(table)), format, out, about)


def guarded(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula; an apostrophe stands before one it would."""
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        return "'" + value
    return value


def flat(value: Any) -> Any:
    """A cell in one piece: lists become text, people "NAME (role, place)", parts joined by "; "."""
    if isinstance(value, list | tuple):
        return "; ".join(str(flat(part)) for part in value)
    if isinstance(value, Mapping):
        first, *others = [str(part) for part in value.values() if part not in (None, "")] or [""]
        return f"{first} ({', '.join(others)})" if others else first
    return value


def _write(
    rows: Iterable[Row], schema: pa.Schema, format: str, out: BinaryIO, about: About
) -> None:
    if format == "csv":
        _write_csv(rows, schema.names, out)
    elif format == "jsonl":
        _write_jsonl(rows, out)
    elif format == "xlsx":
        _write_xlsx(rows, schema.names, out, about)
    elif format == "parquet":
        _write_parquet(rows, schema, out, about)
    else:
        raise ValueError(f"{format!r} is no format: {', '.join(FORMATS)}")


def _write_csv(rows: Iterable[Row], names: list[str], out: BinaryIO) -> None:
    text = io.TextIOWrapper(out, encoding="utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow(names)
    for row in rows:
        writer.writerow([guarded(flat(row.get(name))) for name in names])
    text.detach()


def _write_jsonl(rows: Iterable[Row], out: BinaryIO) -> None:
    for row in rows:
        out.write(json.dumps(row, ensure_ascii=False).encode())
        out.write(b"\n")


def _write_xlsx(rows: Iterable[Row], names: list[str], out: BinaryIO, about: About) -> None:
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, options)
    sheet = book.add_worksheet("rows")
    sheet.freeze_panes(1, 0)
    sheet.write_row(0, 0, names)
    left_out, cut = 0, 0
    for number, row in enumerate(rows, start=1):
        if number >= EXCEL_ROWS:
            left_out += 1
            continue
        for column, name in enumerate(names):
            cell = guarded(flat(row.get(name)))
            if isinstance(cell, str) and len(cell) > EXCEL_CHARACTERS:
                cell, cut = cell[:EXCEL_CHARACTERS], cut + 1
            if cell is not None:
                sheet.write(number, column, cell)
    _write_about_sheet(book, about, left_out, cut)
    book.close()


def _write_about_sheet(book: Any, about: About, left_out: int, cut: int) -> None:
    sheet = book.add_worksheet("about")
    said = {
        **_said(about),
        f"rows left out (past Excel's {EXCEL_ROWS:,})": left_out,
        f"cells cut (at Excel's {EXCEL_CHARACTERS:,} characters)": cut,
    }
    for number, (name, value) in enumerate(said.items()):
        sheet.write_row(number, 0, [name, guarded(value)])


def _write_parquet(rows: Iterable[Row], schema: pa.Schema, out: BinaryIO, about: About) -> None:
    schema = schema.with_metadata({f"clippings.{k}": str(v) for k, v in _said(about).items()})
    with pq.ParquetWriter(out, schema, compression="zstd") as writer:
        for batch in _batches(rows, 1000):
            writer.write_table(pa.Table.from_pylist([dict(row) for row in batch], schema=schema))


def _batches(rows: Iterable[Row], size: int) -> Iterator[list[Row]]:
    stream = iter(rows)
    while batch := list(itertools.islice(stream, size)):
        yield batch


def _said(about: About) -> dict[str, Any]:
    return {
        "what": about.what,
        "selection": about.selection,
        "unit": about.unit,
        "count": about.count,
        "data version": about.data_version,
    }


def _plain(table: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
    """The rows in Python's own types, None where nothing is known."""
    columns = [[_python(value) for value in table[name].tolist()] for name in table.columns]
    return zip(*columns, strict=True)


def _python(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return list(value)
    return None if pd.isna(value) else value


def _table_fields(table: pd.DataFrame) -> list[tuple[str, pa.DataType]]:
    return [(str(name), _type_of(table[name])) for name in table.columns]


def _type_of(column: pd.Series) -> pa.DataType:
    if pd.api.types.is_bool_dtype(column):
        return pa.bool_()
    if pd.api.types.is_integer_dtype(column):
        return pa.int64()
    if pd.api.types.is_float_dtype(column):
        return pa.float64()
    values = column.dropna()
    return (
        pa.list_(pa.string()) if len(values) and isinstance(values.iloc[0], list) else pa.string()
    )
