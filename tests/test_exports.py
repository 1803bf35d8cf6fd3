"""Files: whole, exact where they promise it, and harmless where a spreadsheet opens them."""

import csv
import io
import json

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest

from clippings import exports, questions
from clippings.archive import Archive
from clippings.archive.selection import Selection

ALL = Selection()


def articles_file(archive: Archive, selection: Selection, format: str) -> bytes:
    out = io.BytesIO()
    exports.write_articles(archive, selection, format, out)
    return out.getvalue()


def table_file(table: pd.DataFrame, format: str, about: exports.About) -> bytes:
    out = io.BytesIO()
    exports.write_table(table, format, out, about)
    return out.getvalue()


def read_csv(data: bytes) -> list[dict[str, str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("format", exports.FORMATS)
def test_every_format_holds_every_article(archive: Archive, format: str) -> None:
    data = articles_file(archive, ALL, format)
    rows = {
        "csv": lambda: len(read_csv(data)),
        "jsonl": lambda: len(data.splitlines()),
        "xlsx": lambda: openpyxl.load_workbook(io.BytesIO(data))["rows"].max_row - 1,
        "parquet": lambda: pq.read_table(io.BytesIO(data)).num_rows,
    }[format]()
    assert rows == questions.figures(archive, ALL).articles == 5


def test_json_lines_and_parquet_say_the_same_exactly(archive: Archive) -> None:
    lines = [json.loads(line) for line in articles_file(archive, ALL, "jsonl").splitlines()]
    table = pq.read_table(io.BytesIO(articles_file(archive, ALL, "parquet"))).to_pylist()
    assert [{**row, "stub": row.get("stub")} for row in lines] == table
    levy = next(row for row in lines if row["headline"] == "Harbour levy rises")
    assert levy["byline"] == [
        {"name": "Okta Menzur", "role": "reporting", "place": "Sulvek"},
        {"name": "Ilse Sorgh", "role": None, "place": None},
    ]
    assert levy["removed"] == [
        {"text": "A crane at quay 4", "kind": "caption", "after": "in spring."}
    ]
    assert (levy["published"], levy["published_precision"], levy["comments"]) == (
        "2023-02-01",
        "day",
        3,
    )


def test_undated_articles_stand_last(archive: Archive) -> None:
    lines = [json.loads(line) for line in articles_file(archive, ALL, "jsonl").splitlines()]
    assert [row["published"] for row in lines] == [
        "2023-02-01", "2023-02-03T23:30-05:00", "2023-05-20", "2023-05-21", None,
    ]  # fmt: skip


def test_stubs_come_only_when_asked_for(archive: Archive) -> None:
    lines = articles_file(archive, Selection(stubs=True), "jsonl").splitlines()
    assert [json.loads(line).get("stub") for line in lines].count(True) == 1
    assert len(lines) == 6


def test_no_cell_is_a_formula(archive: Archive) -> None:
    rows = read_csv(articles_file(archive, ALL, "csv"))
    assert "'=SUM(A1) is what the levy is" in [row["headline"] for row in rows]
    book = openpyxl.load_workbook(io.BytesIO(articles_file(archive, ALL, "xlsx")))
    cells = [cell for row in book["rows"].iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert "'=SUM(A1) is what the levy is" in [cell.value for cell in cells]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_what_begins_like_a_formula_is_guarded(start: str) -> None:
    assert exports.guarded(start + "1") == "'" + start + "1"
    assert exports.guarded("1" + start) == "1" + start
    assert exports.guarded(-1) == -1


def test_excel_and_parquet_say_what_they_are_of(archive: Archive) -> None:
    asked = Selection(query="levy")
    book = openpyxl.load_workbook(io.BytesIO(articles_file(archive, asked, "xlsx")))
    said = {row[0].value: row[1].value for row in book["about"].iter_rows()}
    assert (said["selection"], said["unit"], said["count"]) == ("with levy", "articles", 2)
    assert said["data version"] == archive.data_version()
    found = pq.read_table(io.BytesIO(articles_file(archive, asked, "parquet"))).schema.metadata
    assert found[b"clippings.selection"] == b"with levy"
    assert found[b"clippings.count"] == b"2"


def test_excel_says_which_cells_it_cut() -> None:
    table = pd.DataFrame({"text": ["x" * 40_000, "short"]})
    about = exports.About("texts", "all articles", "articles", 2, "v1")
    book = openpyxl.load_workbook(io.BytesIO(table_file(table, "xlsx", about)))
    said = {str(row[0].value): row[1].value for row in book["about"].iter_rows()}
    assert next(value for name, value in said.items() if name.startswith("cells cut")) == 1
    assert len(book["rows"]["A2"].value) == exports.EXCEL_CHARACTERS


def test_a_csv_says_in_its_name_what_it_is_of(archive: Archive) -> None:
    about = exports.about(archive, Selection(query='"levy/../x" OR سد'), "articles")
    name = exports.file_name(about, "csv")
    assert name.startswith("articles, with levy .. x OR سد, 1 articles, data ")
    assert "/" not in name
    long = exports.about(archive, Selection(query="levy OR " * 100 + "x"), "articles")
    assert len(exports.file_name(long, "csv").encode()) < 240


@pytest.mark.parametrize("format", exports.FORMATS)
def test_a_table_goes_out_as_it_stands(archive: Archive, format: str) -> None:
    table = questions.volume(archive, ALL, "month", "outlet", share=True)
    data = table_file(table, format, exports.about(archive, ALL, "volume by month"))
    if format == "parquet":
        back = pq.read_table(io.BytesIO(data)).to_pylist()
    elif format == "jsonl":
        back = [json.loads(line) for line in data.splitlines()]
    else:
        return
    assert [row["count"] for row in back] == table["count"].tolist()
    assert back[-1]["date"] is None
