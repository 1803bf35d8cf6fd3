"""What copies add to a load: time, size and memory beside the bare load, in one run.

    CLIPPINGS_MATERIAL=… python -m benchmarks.archive_copies --articles 10000

Made articles go into an archive as a load keeps them; then their texts are compared and grouped; then a
thousand more come. Then every unit is counted, to see what folding costs. Memory is the process's own
(RssAnon, looked at every 20 ms): what is mapped of the file is the system's to take back.
"""

import argparse
import itertools
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from clippings import shared_texts
from clippings.archive import Archive, open_archive
from clippings.archive.selection import Selection
from clippings.article import Article
from clippings.derive_copies import derive_copies

MATERIAL = Path(os.environ["CLIPPINGS_MATERIAL"])


def made(count: int, folder: Path) -> Iterator[Article]:
    lines = folder / "lines.jsonl"
    command = [sys.executable, str(MATERIAL / "tools" / "make_corpus.py")]
    command += ["--articles", str(count), "--words", "400", "--truth"]
    with lines.open("wb") as out:
        subprocess.run(command, stdout=out, check=True)
    with lines.open("rb") as file:
        for line in file:
            row = json.loads(line)
            yield Article(
                headline=row["title"],
                language=row["language"],
                text=row["text"],
                source="made.jsonl",
                url=row["url"],
                outlet=row.get("outlet"),
                site=row["outlet"],
                section=row["category"],
                published=row["published"],
                published_precision="second",
            )


def load(archive: Archive, articles: Iterator[Article]) -> int:
    number, count = archive.start_load("benchmark", "made.jsonl"), 0
    while batch := list(itertools.islice(articles, 2_000)):
        archive.save(number, batch)
        count += len(batch)
    archive.finish_load(number, {})
    return count


def timed(what: str, run: Callable[[], Any]) -> Any:
    peaks, done = [own_memory()], threading.Event()

    def watch() -> None:
        while not done.wait(0.02):
            peaks.append(own_memory())

    watcher = threading.Thread(target=watch)
    watcher.start()
    start, used = time.perf_counter(), time.process_time()
    answer = run()
    took, used = time.perf_counter() - start, time.process_time() - used
    done.set()
    watcher.join()
    print(
        f"{what}: {took:.2f} s, {used:.2f} s of a core,"
        f" memory from {peaks[0]:.0f} to {max(peaks):.0f} MB",
        flush=True,
    )
    return answer


def own_memory() -> float:
    status = Path("/proc/self/status").read_text()
    return int(status.partition("RssAnon:")[2].split()[0]) / 1024


def size(path: Path) -> float:
    return sum(file.stat().st_size for file in path.parent.glob(path.name + "*")) / 1e6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--articles", type=int, default=10_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        articles = made(options.articles + 1_000, Path(name))
        one = next(articles)  # the making itself is not timed
        articles = itertools.chain([one], articles)
        path = Path(name) / "a.db"
        with open_archive(path, write=True) as archive:
            first = itertools.islice(articles, options.articles)
            timed("bare load", lambda: load(archive, first))
            before = size(path)
            timed("compared and grouped", lambda: derive_copies(archive))
            print(f"archive {before:.0f} MB, with copies {size(path):.0f} MB")
            timed("1,000 more, bare", lambda: load(archive, articles))
            timed("1,000 more, compared and grouped", lambda: derive_copies(archive))
            timed("nothing more", lambda: derive_copies(archive))
            for unit in ("articles", "texts"):
                selection = Selection(unit=unit)
                timed(f"first count, {unit}", lambda: archive.count(selection))  # noqa: B023
                timed(f"count by outlet and month, {unit}",
                      lambda: archive.count(selection, ("outlet", "month")))  # noqa: B023  # fmt: skip
            print(archive.count(Selection(unit="texts")).to_dict("records"))
            timed("copies", lambda: shared_texts.copies(archive, Selection()))
            timed("spread", lambda: shared_texts.spread(archive, Selection()))
            some = Selection(outlet=tuple(archive.count(Selection(), ("outlet",))["outlet"][:1]))
            timed("spread, one outlet", lambda: shared_texts.spread(archive, some))
            timed("passages, one outlet", lambda: shared_texts.passages(archive, some))
            timed("passages", lambda: shared_texts.passages(archive, Selection()))


if __name__ == "__main__":
    main()
