"""Kill a load at random moments, again and again; say what was lost, doubled or damaged.

    python benchmarks/kills.py --kills 20 --articles 20000

Each round starts the same load, kills it without warning, opens the archive and checks it. At the
end the same load runs through, and the archive must be the one an undisturbed load makes.
"""

import argparse
import contextlib
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from clippings.archive import Capture, open_archive
from clippings.archive.selection import Selection
from clippings.article import Article

BATCH = 500
WORDS = "harbour levy dam gates quay skippers spring governor water market bridge tide".split()


def articles(total: int) -> Iterator[list[Article]]:
    """The same batches every time; each text ends in a word of its own that shows it is whole."""
    for first in range(0, total, BATCH):
        chance = random.Random(first)
        yield [
            Article(
                headline=f"Report {number} of the {chance.choice(WORDS)}",
                text=" ".join(chance.choices(WORDS, k=60)) + f" end{number}",
                source=f"page-{first}.txt",
                site="mirror.example",
                outlet=f"Outlet {number % 7}",
                published=f"20{number % 20 + 10}-{number % 12 + 1:02d}-{number % 28 + 1:02d}",
                published_precision="day",
            )
            for number in range(first, min(first + BATCH, total))
        ]


def load(path: Path, total: int) -> None:
    """One load, each batch acknowledged once it is kept."""
    with open_archive(path, write=True) as archive:
        number = archive.start_load("kills", "synthetic")
        print("started", flush=True)
        for place, batch in enumerate(articles(total)):
            page = Capture(batch[0].source, b"page" * place, "captures", {})
            archive.save(number, batch, page if place % 2 else None)
            print("kept", flush=True)
        archive.finish_load(number, {})


def killed(path: Path, total: int, chance: random.Random) -> int:
    """Run the load and kill it somewhere; how many batches it had acknowledged."""
    command = [sys.executable, __file__, "--load", str(path), "--articles", str(total)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    stop, kept = chance.randint(0, total // BATCH - 1), 0
    for line in child.stdout:
        kept += line == "kept\n"
        if kept >= stop:
            break
    with contextlib.suppress(subprocess.TimeoutExpired):
        child.wait(chance.uniform(0, 0.15))
    child.send_signal(signal.SIGKILL)
    kept += child.stdout.read().count("kept\n")
    child.stdout.close()
    child.wait()
    return kept


def check(path: Path, least: int, total: int) -> int:
    """Fail unless the archive is sound and holds whole articles only, none twice; how many."""
    with open_archive(path) as archive:
        records = list(archive.records(Selection()))
        assert int(archive.count(Selection())["articles"].iloc[0]) == len(records)
        found = int(archive.count(Selection(query="end*"))["articles"].iloc[0])
    assert found == len(records), "every article is in the index, and nothing else"
    ends = {record["text"].split()[-1] for record in records}
    assert ends == {f"end{number}" for number in range(len(records))}, "whole, in order, once"
    assert {record["versions"] for record in records} <= {1}
    assert least <= len(records) <= total, "nothing that was acknowledged is lost"
    assert len(records) % BATCH == 0 or len(records) == total, "batches are whole"
    connection = sqlite3.connect(path)
    assert connection.execute("pragma integrity_check").fetchall() == [("ok",)]
    connection.execute("insert into article_fts (article_fts, rank) values ('integrity-check', 1)")
    connection.close()
    return len(records)


def run(path: Path, kills: int, total: int, seed: int) -> None:
    """All rounds on a growing archive, then the load through to its end."""
    chance = random.Random(seed)
    held = 0
    for number in range(1, kills + 1):
        kept = killed(path, total, chance)
        # What a former round left is acknowledged again, as unchanged.
        held = check(path, max(held, kept * BATCH), total) if path.exists() else 0
        print(f"kill {number}: {kept} batches acknowledged, {held} articles held")
        if held > total * 0.7:
            # Or most later rounds would only meet what is there already.
            for file in path.parent.iterdir():
                file.unlink()
            held = 0
    with contextlib.redirect_stdout(None):
        load(path, total)
    assert check(path, total, total) == total
    print(f"{kills} kills, then {total} articles: nothing lost, nothing doubled")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    parser.add_argument("--load", type=Path)
    options = parser.parse_args()
    if options.load:
        load(options.load, options.articles)
        return
    print(f"seed {options.seed}")
    with tempfile.TemporaryDirectory() as folder:
        run(Path(folder) / "articles.db", options.kills, options.articles, options.seed)


if __name__ == "__main__":
    main()
