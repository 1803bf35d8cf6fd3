"""The shell: what goes where, what comes back as an exit code, and that both halves meet."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from clippings.cli import main

PAGE = """The Mirror
  • Home
  • About
© 2009 - 2024 The Mirror. mirror.example
Harbour

Harbour levy rises

The harbour levy rises in spring, the governor said on Tuesday in Sulvek.

Skippers are angry about the levy and say so to anyone who asks them.

February 1, 2023 3 comments
FacebookTwitterPinterestWhatsapp
Waters

Dam gates shut

The gates of the dam were shut on Monday, an engineer of the water board said.

February 6, 2023 0 comments
FacebookTwitterPinterestWhatsapp
Older Posts
"""

Run = Callable[..., Result]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE)
    return path


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def call(*arguments: object, **options: object) -> Result:
        command = [str(argument) for argument in arguments]
        return CliRunner().invoke(
            main, ["--archive", str(tmp_path / "x.db"), *command], catch_exceptions=False, **options
        )  # type: ignore[arg-type]

    return call


def rows(result: Result) -> list[dict[str, object]]:
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


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


def test_a_correction_holds_through_loading_and_rebuilding_and_is_taken_back(
    run: Run, page: Path
) -> None:
    run("add", page)
    (levy,) = rows(run("export", "--query", "levy"))
    assert (
        run("correct", levy["id"], "outlet=The Tide", "--because", "its own byline").exit_code == 0
    )
    run("add", page)
    assert run("rebuild").exit_code == 0
    assert [row["outlet"] for row in rows(run("outlets"))] == ["The Mirror", "The Tide"]
    (decision,) = rows(run("decisions"))
    assert (decision["new"], decision["because"]) == ("The Tide", "its own byline")
    assert run("decisions", "--undo", decision["decision"]).exit_code == 0
    assert [row["outlet"] for row in rows(run("outlets"))] == ["The Mirror"]
    assert len(rows(run("decisions"))) == 2
    assert run("correct", levy["id"], "colour=red", "--because", "x").exit_code == 2
    assert run("correct", "0" * 16, "outlet=x", "--because", "x").exit_code == 1


def test_rebuilding_changes_nothing_where_nothing_changed(run: Run, page: Path) -> None:
    run("add", page)
    before = rows(run("export"))
    assert run("rebuild").exit_code == 0
    assert rows(run("export")) == before


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


def test_who_wrote_it_is_told_apart_from_who_carried_it(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "agency.txt"
    credit = "in Sulvek.\n\nOrre News Agency – 2023-01-30"
    page.write_text(
        PAGE.replace("in Sulvek.", credit, 1).replace("Skippers are angry", "Skippers grew angry")
    )
    run("add", page)
    (levy,) = rows(run("export", "--query", "levy"))
    assert (levy["outlet"], levy["origin"], levy["origin_basis"]) == (
        "The Mirror", "Orre News Agency", "stated",
    )  # fmt: skip
    assert "Orre News Agency – 2023-01-30" in str(levy["origin_evidence"])
    assert {"kind": "original", "date": "2023-01-30", "method": "stated"}.items() <= next(
        date.items()
        for date in levy["dates"]
        if date["kind"] == "original"  # type: ignore[attr-defined]
    )
    written = rows(run("outlets", "--by-origin"))
    assert {row["outlet"]: row["articles"] for row in written} == {
        "Orre News Agency": 1,
        "unknown": 1,
    }
    assert len(rows(run("export", "--origin", "unknown"))) == 1
    assert rows(run("volume", "--by", "month", "--dates", "original"))[0]["date"] == "2023-01-01"


def test_an_origin_can_be_corrected(run: Run, page: Path) -> None:
    run("add", page)
    (levy,) = rows(run("export", "--query", "levy"))
    assert levy["origin_basis"] == "unknown"
    run("correct", levy["id"], "origin=The Tide", "--because", "I saw it there")
    (levy,) = rows(run("export", "--origin", "The Tide"))
    assert levy["origin_basis"] == "decided"


def test_articles_are_set_aside_as_selected_through_a_rebuild_and_taken_back(
    run: Run, page: Path
) -> None:
    run("add", page)
    why = ("--because", "of no matter here")
    assert run("set-aside", *why).exit_code == 2
    assert run("set-aside", "--query", "levy", *why).exit_code == 2
    assert len(rows(run("export"))) == 2
    said = run("set-aside", "--query", "levy", *why, "--yes")
    assert (said.exit_code, "1 article set aside" in said.stderr) == (0, True)
    for again in (["add", page], ["rebuild"]):
        assert run(*again).exit_code == 0
        assert [row["headline"] for row in rows(run("export"))] == ["Dam gates shut"]
        assert [row["aside"] for row in rows(run("export", "--aside"))] == [True]
    run("set-aside", "--aside", "--back", *why, "--yes")
    assert len(rows(run("export"))) == 2


def test_all_that_is_selected_is_corrected_by_one_decision(run: Run, page: Path) -> None:
    run("add", page)
    why = ("--because", "the desk says so")
    for wrong in (["section=Port"], ["--query", "levy", "section"], ["0" * 16, "--query", "levy"]):
        assert run("correct", *wrong, *why).exit_code == 2
    asked = run("correct", "section=Port", "--outlet", "The Mirror", *why)
    assert (asked.exit_code, "2 articles" in asked.stderr) == (2, True)
    assert rows(run("decisions")) == []
    said = run("correct", "section=Port", "--outlet", "The Mirror", *why, "--yes")
    assert "Decision 1: section of 2 articles is Port." in said.stderr
    assert [row["section"] for row in rows(run("export"))] == ["Port", "Port"]
    (line,) = rows(run("decisions"))
    assert len(line["ids"]) == 2  # type: ignore[arg-type]
    run("decisions", "--undo", 1)
    assert [row["section"] for row in rows(run("export"))] == ["Harbour", "Waters"]
    assert "No article" in run("correct", "section=x", "--query", "nowhere", *why, "--yes").stderr


def test_a_byline_is_corrected_as_it_is_written(run: Run, page: Path) -> None:
    run("add", page)
    (levy,) = rows(run("export", "--query", "levy"))
    byline = "byline=Anna Moss (writing, Port Sel); Ben Ode"
    said = run("correct", levy["id"], byline, "--because", "seen in print")
    assert "is Anna Moss (writing, Port Sel); Ben Ode." in said.stderr
    run("rebuild")
    (levy,) = rows(run("export", "--query", "levy"))
    assert levy["byline_basis"] == "decided"
    assert levy["byline"] == [
        {"name": "Anna Moss", "role": "writing", "place": "Port Sel"},
        {"name": "Ben Ode", "role": None, "place": None},
    ]
    bad = run("correct", levy["id"], "byline=Anna (Moss", "--because", "seen in print")
    assert (bad.exit_code, "This is no byline" in bad.stderr) == (1, True)


def test_decisions_are_handed_to_another_archive(run: Run, page: Path, tmp_path: Path) -> None:
    run("add", page)
    run("correct", "section=Port", "--query", "levy", "--yes", "--because", "one desk")
    file = tmp_path / "decided.jsonl"
    assert run("decisions", "--export", file).exit_code == 0
    other = ["--archive", tmp_path / "other.db"]
    said = run("decisions", "--import", file, *other)
    assert (said.exit_code, "articles waited for: 1" in said.stderr) == (0, True)
    assert "Not here yet, takes effect once it is loaded: Harbour levy rises" in said.stderr
    run("add", page, *other)
    assert len(rows(run("export", "--section", "Port", *other))) == 1
    said = run("decisions", "--import", file, *other)
    assert "Taken in: 0; known already: 1; refused: 0" in said.stderr
    with file.open("a") as more:
        more.write('{"decision": "1", "field": "\\u001b[31mred"}\n')
    said = run("decisions", "--import", file, *other)
    assert (said.exit_code, "Refused, line 4: " in said.stderr) == (1, True)
    assert "\x1b" not in said.stderr
    assert run("decisions", "--import", page, *other).exit_code == 1
    assert run("decisions", "--import", file, "--export", file).exit_code == 2


def test_an_article_is_removed_for_good_and_stays_out(run: Run, page: Path) -> None:
    run("add", page)
    (levy,) = rows(run("export", "--query", "levy"))
    why = ("--because", "a court said so")
    assert run("remove", *why).exit_code == 2
    assert run("remove", levy["id"], "--query", "levy", *why).exit_code == 2
    asked = run("remove", levy["id"], *why)
    assert (asked.exit_code, len(rows(run("export")))) == (2, 2)
    assert "1 other article read from the same page stays as it is" in asked.stderr
    assert run("remove", "0" * 16, *why, "--yes").exit_code == 1
    done = run("remove", "--query", "levy", *why, "--yes")
    assert (done.exit_code, "Decision 1: 1 article removed" in done.stderr) == (0, True)
    (report,) = rows(run("add", page, "--json"))
    assert (report["added"], report["unchanged"]) == (0, 1)
    assert report["skipped"] == {"removed by decision 1": 1}
    rebuilt = run("rebuild")
    assert (rebuilt.exit_code, "1 not read anew" in rebuilt.stderr) == (0, True)
    assert [row["headline"] for row in rows(run("export"))] == ["Dam gates shut"]
    (line,) = rows(run("decisions"))
    assert (line["ids"], line["field"], line["because"]) == ([levy["id"]], "removed", why[1])
    undone = run("decisions", "--undo", 1)
    assert (undone.exit_code, "cannot be taken back" in undone.stderr) == (1, True)
    assert run("remove", levy["id"], *why, "--yes").exit_code == 1
    assert run("undo", 1).exit_code == 0
