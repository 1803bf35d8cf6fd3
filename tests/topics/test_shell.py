"""Topics in a shell: decided, undone, explained, found anew."""

import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from clippings.cli import main

SUBJECTS = {
    "Dam": "kestrun dam river havrit turbine reservoir engineer sluice crack flood",
    "Strike": "harbour strike crane docker wage union ship anchor quay picket",
}

Run = Callable[..., Result]
WHY = ("--because", "seen so")


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """The command on an archive of twelve texts on each of two subjects."""
    draw = random.Random(1)
    lines = [
        {
            "headline": f"{subject} no. {number}",
            "text": ". ".join(" ".join(draw.sample(words.split(), 5)) for _ in range(8)),
            "url": f"https://mirror.example/{subject}/{number}",
            "outlet": f"The {('Mirror', 'Tide')[number % 2]}",
            "language": "en",
            "published": f"2023-02-{number + 1:02d}",
        }
        for subject, words in SUBJECTS.items()
        for number in range(12)
    ]
    page = tmp_path / "page.jsonl"
    page.write_text("\n".join(json.dumps(line) for line in lines))

    def call(*arguments: str) -> Result:
        command = ["--archive", str(tmp_path / "x.db"), *arguments]
        return CliRunner().invoke(main, command, catch_exceptions=False)

    assert call("add", str(page)).exit_code == 0
    assert call("topics", "--count", "2").exit_code == 0
    return call


def topics(run: Run, *options: str) -> dict[str, dict[str, object]]:
    """The topics by their ids, in their order."""
    done = run("topics", "--format", "jsonl", *options)
    assert done.exit_code == 0, done.stderr
    return {row["id"]: row for row in map(json.loads, done.stdout.splitlines())}


def test_topics_are_decided_and_undone(run: Run) -> None:
    before = topics(run)
    one, other = before
    assert run("topic", "rename", one, "Harbour & wages", *WHY).exit_code == 0
    assert run("topic", "hide", other, *WHY).exit_code == 0
    assert run("topic", "pin", one, *WHY).exit_code == 0
    for _ in range(2):
        shown = topics(run)
        assert list(shown) == [one]
        assert shown[one]["label"] == "Harbour & wages"
        assert shown[one]["pinned"]
        assert shown[one]["named"]
        assert run("topics").stderr == "Hidden topics left out: 1; --hidden shows them too.\n"
        assert list(topics(run, "--hidden")) == [one, other]
        assert run("rebuild").exit_code == 0
    assert run("topic", "merge", one, other, *WHY).exit_code == 0
    assert topics(run)[one]["articles"] == 24
    for number in ("4", "3", "2", "1"):
        assert run("decisions", "--undo", number).exit_code == 0
    assert topics(run) == before


def test_topics_are_written_by_hand(run: Run) -> None:
    assert run("topic", "write", "Floods", "--query", "flood", *WHY).exit_code == 0
    like = json.loads(run("export", "--query", "picket").stdout.splitlines()[0])["id"]
    assert run("topic", "write", "Pickets", "--like", like, *WHY).exit_code == 0
    by_hand = {row["label"]: row for row in topics(run).values() if row["by_hand"]}
    assert by_hand.keys() == {"Floods", "Pickets"}
    told = run("topic", "why", str(by_hand["Pickets"]["id"]), like)
    assert "examples of “Pickets”" in told.stderr
    assert "picket" in told.stdout


def test_a_fit_says_what_it_changed(run: Run) -> None:
    assert run("topics", "--refit").exit_code == 0
    told = run("topic", "events").stdout
    assert "born" in told


@pytest.mark.parametrize(
    "wrong",
    [
        ("topic", "rename", "x"),
        ("topic", "merge", "x", *WHY),
        ("topic", "write", "x", *WHY),
        ("topic", "write", "x", "--query", "a", "--like", "b", *WHY),
        ("topics", "--count", "-1"),
    ],
)
def test_wrong_usage_is_2(run: Run, wrong: tuple[str, ...]) -> None:
    assert run(*wrong).exit_code == 2


def test_what_is_not_there_is_named(run: Run) -> None:
    done = run("topic", "hide", "nothing", *WHY)
    assert done.exit_code == 1
    assert "There is no topic nothing" in done.stderr
