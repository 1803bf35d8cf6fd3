"""How long topics of a large made archive take, beside the bare load of it in the same run.

    CLIPPINGS_MATERIAL=… python -m benchmarks.topics_scale --articles 100000

The made words are drawn at random: this measures time and memory, not how good topics are.
"""

import argparse
import itertools
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from clippings.archive import open_archive
from clippings.archive.selection import Selection
from clippings.article import Article
from clippings.topics import assigned, topics

MATERIAL = Path(os.environ.get("CLIPPINGS_MATERIAL", ""))
NEW = 1_000


def made(count: int, folder: Path) -> Iterator[Article]:
    lines = folder / "lines.jsonl"
    command = [sys.executable, str(MATERIAL / "tools" / "make_corpus.py"), "--articles", str(count)]
    with lines.open("wb") as out:
        subprocess.run(command, stdout=out, check=True)
    with lines.open("rb") as file:
        for row in map(json.loads, file):
            yield Article(
                headline=row["title"],
                text=row["text"],
                source="made.jsonl",
                url=row["url"],
                outlet=row["outlet"],
                site=row["outlet"],
                language=row["language"],
                published=row["published"],
                published_precision="second",
            )


@contextmanager
def timed(what: str) -> Iterator[None]:
    start = time.perf_counter(), time.process_time()
    yield
    wall, used = time.perf_counter() - start[0], time.process_time() - start[1]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{what:44} {wall:8.1f} s  {used:8.1f} s of a core  {memory:7,.0f} MB at most", flush=True
    )


def measure(path: Path, count: int, folder: Path) -> None:
    with open_archive(path, write=True) as archive:
        articles = made(count, folder)
        first = next(articles)
        with timed(f"bare load of {count:,}"):
            number = archive.start_load("benchmark", "made.jsonl")
            rows = itertools.chain([first], articles)
            while batch := list(itertools.islice(rows, 2_000)):
                archive.save(number, batch)
            archive.finish_load(number, {})
        with timed("reading the texts"):
            for _ in archive.texts(Selection()):
                pass
        with timed("topics, from nothing"):
            found = topics(archive.texts(Selection())).topics
        with timed(f"assigning {NEW:,} new"):
            assigned(itertools.islice(archive.texts(Selection()), NEW), found)
        print(f"{len(found)} topics, {sum(len(topic.members) for topic in found):,} members")
        with timed("topics, from those found before"):
            again = topics(archive.texts(Selection()), found)
        ids = {topic.id for topic in again.topics}
        print(f"{sum(topic.id in ids for topic in found) / len(found):.3f} of the ids kept")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=100_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder) / "articles.db", options.articles, Path(folder))


if __name__ == "__main__":
    main()
