"""How long topics of a large made archive take, beside the bare load of it in the same run.

    CLIPPINGS_MATERIAL=… python -m benchmarks.topics_scale --articles 100000

The made words are drawn at random: this measures time and memory, not how good topics are.
"""

import argparse
import itertools
import tempfile
from pathlib import Path

from benchmarks.archive_copies import load, made, timed
from clippings.archive import open_archive
from clippings.archive.selection import Selection
from clippings.topics import assigned, topics

NEW = 1_000


def measure(path: Path, count: int, folder: Path) -> None:
    with open_archive(path, write=True) as archive:
        articles = made(count, folder)
        first = next(articles)  # the making itself is not timed
        timed(f"bare load of {count:,}", lambda: load(archive, itertools.chain([first], articles)))
        everything = Selection()
        timed("reading the texts", lambda: sum(1 for _ in archive.texts(everything)))
        found = timed("topics, from nothing", lambda: topics(archive.texts(everything))).topics
        some = list(itertools.islice(archive.texts(everything), NEW))
        timed(f"assigning {NEW:,} new", lambda: assigned(some, found))
        print(f"{len(found)} topics, {sum(len(topic.members) for topic in found):,} members")
        again = timed("topics, from those before", lambda: topics(archive.texts(everything), found))
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
