"""The shell on copies: told, counted once, parted, joined and shown side by side."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run, rows

COPIED = """The Tide
  • Home
  • About
© 2009 - 2024 The Tide. tide.example
Harbour

Levy goes up

The harbour levy rises in spring, the governor said on Tuesday in Sulvek.

Skippers are angry about the levy and say so to anyone who asks them.

February 3, 2023 0 comments
FacebookTwitterPinterestWhatsapp
Older Posts
"""


@pytest.fixture
def both(run: Run, page: Path, tmp_path: Path) -> tuple[str, str, str]:
    """Two outlets with one text, and another text; the ids in the order of days."""
    other = tmp_path / "other.txt"
    other.write_text(COPIED)
    assert run("add", page, other).exit_code == 0
    first, second, third = (str(row["id"]) for row in rows(run("export")))
    return first, second, third


def test_copies_are_told_and_counted_once(run: Run, both: tuple[str, str, str]) -> None:
    first, second, _ = both
    told = {"group": first, "articles": 2, "outlets": 2, "first": "2023-02-01"}
    (group,) = rows(run("copies", "--members"))
    assert {name: group[name] for name in told} == told
    assert group["members"] == [first, second]
    (row,) = rows(run("volume", "--unit", "texts"))
    assert row == {"date": "2023-02-01", "count": 2}
    outlets = rows(run("outlets", "--unit", "texts"))
    assert [(row["outlet"], row["texts"], row["articles"]) for row in outlets] == [
        ("The Mirror", 2, 3)
    ]
    exported = rows(run("export", "--unit", "texts"))
    assert [(row["copy_group"], row["copies"]) for row in exported] == [(first, 2), (None, 1)]
    assert [row["id"] for row in rows(run("export", "--group", first))] == [first, second]
    assert "copies" not in rows(run("export"))[0]


def test_every_file_of_texts_has_as_many_rows_as_the_figure_says(
    run: Run, both: tuple[str, str, str], tmp_path: Path
) -> None:
    import pandas as pd

    for format in ("csv", "xlsx", "parquet"):
        file = tmp_path / f"texts.{format}"
        assert run("export", "--unit", "texts", "--output", file).exit_code == 0
        read = {"csv": pd.read_csv, "xlsx": pd.read_excel, "parquet": pd.read_parquet}[format]
        assert read(file)["copies"].tolist() == [2, 1]


def test_an_analyst_parts_and_joins_copies(run: Run, both: tuple[str, str, str]) -> None:
    first, second, third = both
    assert run("apart", first, second, "--because", "another report").exit_code == 0
    assert run("together", first, third, "--because", "seen in print").exit_code == 0
    assert [row["members"] for row in rows(run("copies", "--members"))] == [[first, third]]
    assert run("rebuild").exit_code == 0
    assert [row["members"] for row in rows(run("copies", "--members"))] == [[first, third]]
    assert [row["field"] for row in rows(run("decisions"))] == ["together", "apart"]
    for number in (1, 2):
        assert run("decisions", "--undo", number).exit_code == 0
    assert [row["members"] for row in rows(run("copies", "--members"))] == [[first, second]]
    assert run("apart", first, first, "--because", "?").exit_code == 1
    assert run("apart", first, "--because", "?").exit_code == 2


def test_two_articles_are_shown_side_by_side(
    run: Run, both: tuple[str, str, str], tmp_path: Path
) -> None:
    first, second, third = both
    told = rows(run("diff", first, second))
    assert {row["kind"] for row in told if row["part"] == "text"} == {"kept"}
    assert {row["kind"] for row in told if row["part"] == "headline"} != {"kept"}
    shown = run("diff", first, third, "--format", "table")
    assert shown.exit_code == 0
    assert "{~Harbour levy rises~}" in shown.stdout
    file = tmp_path / "diff.html"
    assert run("diff", first, third, "--output", file).exit_code == 0
    page = file.read_text("utf-8")
    assert page.startswith("<!doctype html>")
    assert ">Harbour levy rises</mark>" in page
    assert "http" not in page
    assert run("diff", first, "0" * 16).exit_code == 1


def test_versions_of_one_article_are_shown_side_by_side(run: Run, tmp_path: Path) -> None:
    url = "https://tide.example/ferry"
    for day, words in (("2023-02-02", "one"), ("2023-02-03", "two"), ("2023-02-04", "three")):
        page = tmp_path / f"{day}.jsonl"
        text = f"The ferry that left the quay of Sulvek carried {words} of the harbour's crew."
        line = {"title": "Ferry", "text": text, "url": url, "captured": day}
        page.write_text(json.dumps(line) + "\n", "utf-8")
        assert run("add", page).exit_code == 0
    (id,) = [row["id"] for row in rows(run("export", "--query", "ferry"))]
    last = [str(r["text"]).strip() for r in rows(run("diff", id)) if r["kind"] == "rewritten"]
    assert last == ["two", "three"]
    told = rows(run("diff", id, "--versions", 1, 3))
    changed = [str(r["text"]).strip() for r in told if r["kind"] == "rewritten"]
    assert changed == ["one", "three"]
    file = tmp_path / "diff.html"
    assert run("diff", id, "--versions", 1, 2, "--output", file).exit_code == 0
    assert "version 2, captured 3 Feb 2023" in file.read_text("utf-8")
    assert "version 3, current" in run("diff", id, "--format", "table").stdout
    missing = run("diff", id, "--versions", 1, 4)
    assert missing.exit_code == 1
    assert "It has versions 1 to 3." in missing.stderr
    assert run("diff", id, id, "--versions", 1, 2).exit_code == 2


def test_passages_are_none_where_all_is_copied(run: Run, both: tuple[str, str, str]) -> None:
    assert rows(run("passages")) == []


def test_put_off_copies_are_found_by_the_next_load(run: Run, page: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(COPIED)
    run("add", page, "--defer")
    run("add", other, "--defer")
    assert rows(run("copies")) == []
    assert run("rebuild").exit_code == 0
    assert len(rows(run("copies"))) == 1
    assert run("undo", 2).exit_code == 0
    assert rows(run("copies")) == []
