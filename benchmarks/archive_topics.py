"""What topics add to a load: time, size and memory beside the bare load, in one run.

    CLIPPINGS_MATERIAL=… python -m benchmarks.archive_topics --articles 10000

Made articles go into an archive as a load keeps them; then their topics are found; then a thousand more
come and are put into these; then analysts decide, and a thousand more come; then all is found anew.
"""

import argparse
import itertools
import tempfile
from pathlib import Path

from benchmarks.archive_copies import load, made, size, timed
from clippings import topic_decisions as decisions
from clippings.archive import Archive, open_archive
from clippings.archive.selection import Selection
from clippings.derive_copies import derive_copies
from clippings.derive_topics import derive_topics

SAYS = {"because": "benchmark", "who": "benchmark"}


def decide(archive: Archive) -> None:
    """One decision of each kind, each timed."""
    one, other, third, fourth, *_ = [topic.id for topic in archive.topics()]
    like = list(archive.rows(Selection(topic=fourth), ("id",), limit=5)["id"])
    word = archive.topics()[-1].terms[0]
    timed("rename", lambda: decisions.rename(archive, one, "Renamed", **SAYS))
    timed("merge", lambda: decisions.merge(archive, one, other, **SAYS))
    timed("split", lambda: decisions.split(archive, third, **SAYS))
    timed("hide", lambda: decisions.hide(archive, third, **SAYS))
    timed("query", lambda: decisions.write_query(archive, "Word", word, **SAYS))
    timed("like", lambda: decisions.write_like(archive, "Like", like, **SAYS))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--copies", action="store_true", help="Compare texts, too.")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        articles = made(options.articles + 2_000, Path(name))
        one = next(articles)  # the making itself is not timed
        articles = itertools.chain([one], articles)
        path = Path(name) / "a.db"
        with open_archive(path, write=True) as archive:
            timed("bare load", lambda: load(archive, itertools.islice(articles, options.articles)))
            if options.copies:
                timed("copies", lambda: derive_copies(archive))
            before = size(path)
            timed("topics found", lambda: derive_topics(archive))
            print(
                f"archive {before:.0f} MB, with {len(archive.topics())} topics {size(path):.0f} MB"
            )
            load(archive, itertools.islice(articles, 1_000))
            timed("1,000 more, put into topics", lambda: derive_topics(archive))
            decide(archive)
            load(archive, articles)
            timed("1,000 more, after decisions", lambda: derive_topics(archive))
            timed("nothing more", lambda: derive_topics(archive))
            timed("first count by topic", lambda: archive.count(Selection(), ("topic",)))
            timed("found anew", lambda: derive_topics(archive, refit=True))


if __name__ == "__main__":
    main()
