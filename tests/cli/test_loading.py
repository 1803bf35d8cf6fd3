"""The shell: what goes where, what comes back as an exit code, and that both halves meet."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from clippings.cli import main
from tests.cli.conftest import PAGE, Run, rows


def test_page_in_table_out(run: Run, page: Path) -> None:
    assert rows(run("add", page, "--json")) == [
        {"added": 2, "updated": 0, "unchanged": 0, "stubs": 0, "skipped": {}, "load": 1}
    ]
    assert [row["headline"] for row in rows(run("export"))] == [
        "Harbour levy rises",
        "Dam gates shut",
    ]
    assert rows(run("volume", "--by", "month")) == [{"date": "2023-02-01", "count": 2}]
    assert rows(run("outlets")) == [
        {"outlet": "The Mirror", "articles": 2, "first": "2023-02-01", "last": "2023-02-06"}
    ]


def test_the_same_page_again_adds_nothing(run: Run, page: Path) -> None:
    run("add", page)
    (report,) = rows(run("add", page, "--json"))
    assert (report["added"], report["updated"], report["unchanged"]) == (0, 0, 2)
    assert len(rows(run("export"))) == 2


def test_a_load_is_taken_back(run: Run, page: Path) -> None:
    run("add", page)
    assert [row["load"] for row in rows(run("loads"))] == [1]
    assert run("undo", 1).exit_code == 0
    assert rows(run("export")) == []
    assert [row["state"] for row in rows(run("loads"))] == ["undone"]
    assert run("undo", 7).exit_code == 1


def test_decisions_wait_for_a_load_that_was_taken_back_and_are_named(run: Run, page: Path) -> None:
    run("add", page)
    (id,) = [row["id"] for row in rows(run("export", "--query", "levy"))]
    run("correct", id, "section=Port", "--because", "seen in print")
    assert "articles of load 1: 1 (number 1)." in run("undo", 1).stderr
    assert [row["waiting"] for row in rows(run("decisions"))] == [1]
    assert "hold now: 1 (number 1)." in run("add", page).stderr
    assert [row["section"] for row in rows(run("export", "--query", "levy"))] == ["Port"]
    run("undo", 2)
    (report,) = rows(run("add", page, "--json"))
    assert report["decisions"] == [1]
    assert "hold now" not in run("rebuild").stderr


@pytest.mark.parametrize(
    ("options", "headlines"),
    [
        (["--query", "levy"], ["Harbour levy rises"]),
        (["--section", "Waters", "--section", "Harbour"], ["Harbour levy rises", "Dam gates shut"]),
        (["--from", "2023-02-06", "--to", "2023-02-06"], ["Dam gates shut"]),
        (["--language", "fa"], []),
        (["--undated"], []),
        (
            ["--unit", "articles", "--outlet", "The Mirror", "--to", "2023-02-01"],
            ["Harbour levy rises"],
        ),
    ],
)
def test_selections(run: Run, page: Path, options: list[str], headlines: list[str]) -> None:
    run("add", page)
    assert [row["headline"] for row in rows(run("export", *options))] == headlines


def test_what_was_exported_can_be_added_to_another_archive(
    run: Run, page: Path, tmp_path: Path
) -> None:
    run("add", page)
    for format in ("jsonl", "parquet"):
        file = tmp_path / f"all.{format}"
        assert run("export", "--output", file).exit_code == 0
        other = tmp_path / f"{format}.db"
        assert CliRunner().invoke(main, ["add", str(file), "--archive", str(other)]).exit_code == 0
        assert rows(CliRunner().invoke(main, ["export", "--archive", str(other)])) == rows(
            run("export")
        )


def test_a_refused_page_leaves_no_archive_behind(run: Run, tmp_path: Path) -> None:
    (tmp_path / "noise.txt").write_text("this is no page\n")
    result = run("add", tmp_path / "noise.txt")
    assert result.exit_code == 1
    assert "noise.txt" in result.stderr
    assert not (tmp_path / "x.db").exists()


def test_one_bad_name_does_not_stop_the_rest(run: Run, page: Path, tmp_path: Path) -> None:
    result = run("add", tmp_path / "missing.txt", page, "--json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["added"] == 2
    assert "missing.txt" in result.stderr


def test_what_a_folder_holds_and_cannot_be_read_is_counted(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "saved"
    folder.mkdir()
    (folder / "a.txt").write_text(PAGE)
    (folder / "b.txt").write_text("this is no page\n")
    (folder / "c.txt").write_text("")
    (report,) = rows(run("add", folder, "--json"))
    assert report["added"] == 2
    assert sum(report["skipped"].values()) == 2  # type: ignore[attr-defined]
    assert {row["source"] for row in rows(run("export"))} == {str(folder / "a.txt")}


def test_standard_input(run: Run) -> None:
    (report,) = rows(run("add", "-", "--json", input=PAGE))
    assert report["added"] == 2


def test_what_the_file_cannot_say_is_said_for_it(run: Run, tmp_path: Path) -> None:
    lines = tmp_path / "plain.jsonl"
    lines.write_text('{"headline": "A dam", "text": "The dam holds."}\n')
    said = ["--outlet", "The Tide", "--language", "en", "--section", "Waters"]
    assert run("add", lines, *said).exit_code == 0
    (row,) = rows(run("export"))
    assert (row["outlet"], row["language"], row["section"]) == ("The Tide", "en", "Waters")


@pytest.mark.parametrize(
    "wrong",
    [
        ["volume", "--by", "hour"],
        ["export", "--from", "yesterday"],
        ["export", "--from", "2023-02-02", "--to", "2023-02-01"],
        ["add"],
        ["nonsense"],
    ],
)
def test_wrong_usage_is_2(run: Run, page: Path, wrong: list[str]) -> None:
    run("add", page)
    assert run(*wrong).exit_code == 2


@pytest.mark.parametrize("command", ["export", "volume", "outlets", "topics", "loads"])
def test_a_missing_archive_says_what_to_do(run: Run, command: str) -> None:
    result = run(command)
    assert result.exit_code == 1
    assert "clippings add" in result.stderr
    assert result.stdout == ""


def test_an_open_quotation_mark_is_shown(run: Run, page: Path) -> None:
    run("add", page)
    result = run("export", "--query", 'climate "talks')
    assert result.exit_code == 1
    assert 'climate "talks' in result.stderr


def test_a_headline_cannot_act_on_the_terminal(run: Run, tmp_path: Path) -> None:
    lines = tmp_path / "hostile.jsonl"
    line = {"headline": "\x1b[2J[bold]wiped\x07", "text": "A text.", "published": "2023-02-01"}
    lines.write_text(json.dumps(line) + "\n")
    run("add", lines)
    shown = run("export", "--format", "table").stdout
    assert "\x1b[2J" not in shown
    assert "\x07" not in shown
    assert "[bold]wiped" in shown


def test_table_files_say_what_they_are_of(run: Run, page: Path, tmp_path: Path) -> None:
    run("add", page)
    for name in ("v.csv", "v.xlsx", "v.parquet", "v.jsonl"):
        result = run(
            "volume", "--by", "day", "--split", "section", "--share", "--output", tmp_path / name
        )
        assert result.exit_code == 0
        assert (tmp_path / name).stat().st_size
    assert not list(tmp_path.glob("*.part"))


def test_rebuilding_changes_nothing_where_nothing_changed(run: Run, page: Path) -> None:
    run("add", page)
    before = rows(run("export"))
    assert run("rebuild").exit_code == 0
    assert rows(run("export")) == before


def test_put_off_conclusions_are_drawn_by_the_next_load(run: Run, page: Path) -> None:
    agency = "in Sulvek.\n\nOrre News Agency – 2023-01-30"
    page.write_text(PAGE.replace("in Sulvek.", agency, 1))
    run("add", page, "--defer")
    before = rows(run("export"))
    assert {(row["origin"], row["language"]) for row in before} == {(None, None)}
    run("add", page, "--defer")
    assert rows(run("export")) == before
    assert "0 added" in run("add", page).stderr
    after = rows(run("export"))
    assert "Orre News Agency" in {row["origin"] for row in after}
    assert {row["language"] for row in after} == {"en"}
