"""The shell on what an analyst decides: corrections, setting aside, handing over, removing."""

from pathlib import Path

from tests.cli.conftest import PAGE, Run, rows


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
