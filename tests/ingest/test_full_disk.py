"""A disk that fills while articles are loaded: what was loaded before is kept, and one is told what to do."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from clippings.archive import open_archive
from clippings.archive.selection import Selection
from clippings.cli import main

PAGES = 200
"""Room for the empty tables and some of the articles."""
WHOLE = 1500


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A table too large for the disk, in batches of which some have room there."""
    monkeypatch.setattr("ingest.load.BATCH", 100)
    rows = [
        {"title": f"Levy {number}", "text": " ".join(f"w{number * at % 9973}" for at in range(99))}
        for number in range(WHOLE)
    ]
    path = tmp_path / "table.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)))
    return path


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Says how many pages any file of the archive may have, as SQLite keeps to it."""
    connect = sqlite3.connect

    def room(pages: int) -> None:
        def limited(*arguments: Any, **options: Any) -> sqlite3.Connection:
            connection = connect(*arguments, **options)
            connection.execute(f"pragma max_page_count={pages}")
            return connection

        monkeypatch.setattr(sqlite3, "connect", limited)

    return room


def add(archive: Path, table: Path, *options: str) -> Result:
    command = ["--archive", str(archive), "add", str(table), "--json", *options]
    return CliRunner().invoke(main, command, catch_exceptions=False)


def count(archive: Path) -> int:
    with open_archive(archive) as opened:
        return int(opened.count(Selection())["articles"].iloc[0])


@pytest.mark.parametrize("options", [("--defer",), ()])
def test_a_full_disk_is_told_and_what_was_loaded_stays(
    tmp_path: Path, table: Path, disk: Callable[[int], None], options: tuple[str, ...]
) -> None:
    archive = tmp_path / "x.db"
    disk(PAGES)
    result = add(archive, table, *options)
    assert result.exit_code == 1
    assert f"The disk is full: {archive}. Make room and run the same command again." in (
        result.stderr
    )
    kept = json.loads(result.stdout)["added"]
    assert 0 < kept < WHOLE
    assert count(archive) == kept
    disk(100 * PAGES)
    again = json.loads(add(archive, table, "--defer").stdout)
    assert (again["added"], again["unchanged"]) == (WHOLE - kept, kept)
    assert count(archive) == WHOLE


def test_a_disk_without_room_for_an_archive_is_told(
    tmp_path: Path, table: Path, disk: Callable[[int], None]
) -> None:
    disk(10)
    result = add(tmp_path / "x.db", table)
    assert result.exit_code == 1
    assert "The disk is full" in result.stderr
    disk(100 * PAGES)
    assert json.loads(add(tmp_path / "x.db", table, "--defer").stdout)["added"] == WHOLE
