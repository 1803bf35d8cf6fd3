"""How well copies are found, and how fast, beside two well-known libraries, in one run.

    CLIPPINGS_MATERIAL=… python -m benchmarks.copies                  planted copies, side by side
    CLIPPINGS_MATERIAL=… python -m benchmarks.copies --scale 10000    an index of so many articles too

Planted: real articles, each with one made copy of a known kind; and texts that share only a block of
background with one of them, which are no copies. Right is a planted pair, or a pair of which an oracle
says that half of the shorter one's five-word runs stand in the other (real archives hold copies too).
`datasketch` and `rensa` come with the benchmark extras; without them their rows are left out.
"""

import argparse
import itertools
import json
import random
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.planted import GOALS, KINDS, MATERIAL, Pair, changed, plant, real_texts
from clippings.article import Article
from clippings.copies import Listed, MemoryStore, SegmentIndex, Words, compare, diff, shared
from clippings.copies.fingerprints import shingles
from ingest.readers import captures


def ours(texts: list[str]) -> set[Pair]:
    words = {number: Words.of(text) for number, text in enumerate(texts)}
    found = shared(words, SegmentIndex(MemoryStore()), lambda numbers: {})
    return {(min(a, b), max(a, b)) for a, b, comparison in found if comparison.copy}


def with_datasketch(threshold: float) -> Callable[[list[str]], set[Pair]]:
    def run(texts: list[str]) -> set[Pair]:
        from datasketch import MinHash, MinHashLSH

        lsh, found = MinHashLSH(threshold=threshold, num_perm=128), set()
        for number, text in enumerate(texts):
            minhash = MinHash(num_perm=128)
            minhash.update_batch([one.tobytes() for one in shingles(Words.of(text).ids)])
            found |= {(other, number) for other in lsh.query(minhash)}
            lsh.insert(number, minhash)
        return found

    return run


def with_rensa(threshold: float, bands: int) -> Callable[[list[str]], set[Pair]]:
    def run(texts: list[str]) -> set[Pair]:
        from rensa import RMinHash, RMinHashLSH

        lsh, found, kept = RMinHashLSH(threshold, 128, bands), set(), []
        for number, text in enumerate(texts):
            minhash = RMinHash(128, 1)
            minhash.update([one.tobytes() for one in shingles(Words.of(text).ids)])
            near = [
                other for other in lsh.query(minhash) if kept[other].jaccard(minhash) >= threshold
            ]
            found |= {(other, number) for other in near}
            lsh.insert(number, minhash)
            kept.append(minhash)
        return found

    return run


def oracle(texts: list[str], pair: Pair) -> bool:
    """Whether half of the shorter one's five-word runs stand in the other."""
    a, b = (set(shingles(Words.of(texts[number]).ids).tolist()) for number in pair)
    return len(a & b) >= 0.5 * min(len(a), len(b))


def score(name: str, run: Callable, texts: list[str], copies: dict, background: set) -> None:
    start = time.perf_counter()
    try:
        found = run(texts)
    except ImportError:
        print(f"| {name} | not installed |")
        return
    seconds = time.perf_counter() - start
    right = sum(
        pair in copies or (pair not in background and oracle(texts, pair)) for pair in found
    )
    hits, total = (
        Counter(copies[pair] for pair in found if pair in copies),
        Counter(copies.values()),
    )
    cells = [f"{hits[kind] / total[kind]:.3f}" for kind in KINDS]
    wrong = len(found & background)
    precision = right / max(1, len(found))
    print(f"| {name} | {seconds:.1f} | {precision:.3f} | {wrong} | " + " | ".join(cells) + " |")


def compare_all(each: int) -> None:
    texts, copies, background = plant(each, random.Random(7))
    print(
        f"\n{len(texts)} texts, {len(copies)} planted copies, {len(background)} planted negatives\n"
    )
    print("| method | s | precision | negatives taken | " + " | ".join(KINDS) + " |")
    print("|" + "---|" * (len(KINDS) + 4))
    print("| goal | | 0.970 | | " + " | ".join(f"{goal:.2f}" for goal in GOALS) + " | |")
    score("Clippings", ours, texts, copies, background)
    for threshold in (0.5, 0.3):
        run = with_datasketch(threshold)
        score(f"datasketch {threshold}", run, texts, copies, background)
    for threshold, bands in ((0.5, 32), (0.3, 64)):
        run = with_rensa(threshold, bands)
        score(f"rensa {threshold}, {bands} bands, verified", run, texts, copies, background)
    told = [compare(Words.of(texts[a]), Words.of(texts[b])) for a, b in background]
    print(f"\nnegatives told as sharing passages: {sum(map(bool, told))} of {len(told)}")


def seed_page() -> None:
    page = MATERIAL / "seed" / "nejat-society-archive-page.txt"
    with page.open("rb") as stream:
        items = list(captures.read(page.name, stream))
    texts = [Words.of(one.text) for one in items if isinstance(one, Article) and not one.stub]
    print(f"\nseed: {len(texts)} texts")
    for a, b, found in shared(
        dict(enumerate(texts)), SegmentIndex(MemoryStore()), lambda numbers: {}
    ):
        kinds = Counter(passage.kind for passage in found.passages)
        print(f"  {b} and {a}: {dict(kinds)}, share {found.share:.2f}, copy: {found.copy}")


def diff_speed() -> None:
    rng = random.Random(3)
    corpus = real_texts(rng)[0]
    words = [word for text in corpus[:100] for word in text.split()]
    long = [text for text in corpus if 1900 < len(text.split()) < 2100][:20]
    print(f"\ndiff of {len(long)} pairs of some 2,000 words, ms: median, slowest")
    for share in (0.05, 0.2, 0.5):
        times = []
        for text in long:
            parts = changed(text, share, words, rng).split("\n\n")
            parts.insert(0, parts.pop())
            start = time.perf_counter()
            diff(text, "\n\n".join(parts))
            times.append((time.perf_counter() - start) * 1000)
        print(f"  {share:.0%} changed: {sorted(times)[len(times) // 2]:.0f}, {max(times):.0f}")


class SqliteStore:
    """Segments in SQLite, as an engine keeps them."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        db.execute("create table print_segment (id integer primary key autoincrement, level int,"
                   " size int, hashes blob, texts blob)")  # fmt: skip

    def listed(self) -> list[Listed]:
        rows = self.db.execute("select id, level, size from print_segment order by id")
        return [Listed(*row) for row in rows]

    def read(self, id: int) -> tuple[bytes, bytes]:
        query = "select hashes, texts from print_segment where id = ?"
        return self.db.execute(query, (id,)).fetchone()

    def replace(
        self, gone: Sequence[int], level: int, size: int, arrays: tuple[bytes, bytes]
    ) -> None:
        self.db.executemany("delete from print_segment where id = ?", [(id,) for id in gone])
        row = (level, size, *arrays)
        self.db.execute("insert into print_segment values (null, ?, ?, ?, ?)", row)


def batches(lines: Iterator[bytes], size: int) -> Iterator[list[dict]]:
    while rows := [json.loads(line) for line in itertools.islice(lines, size)]:
        yield rows


def scale(articles: int) -> None:
    """Time, size and memory of an index of so many made articles, and what it finds of the truth."""
    tool = MATERIAL / "tools" / "make_corpus.py"
    command = [
        sys.executable,
        tool,
        "--articles",
        str(articles + 1000),
        "--words",
        "400",
        "--truth",
    ]
    with tempfile.TemporaryDirectory() as folder, (Path(folder) / "lines").open("w+b") as lines:
        subprocess.run(command, stdout=lines, check=True)
        lines.seek(0)
        db = sqlite3.connect(Path(folder) / "index.db")
        db.execute("create table article (id integer primary key, text text)")
        index, clock, truth = SegmentIndex(SqliteStore(db)), defaultdict(float), {}
        found: dict[Pair, bool] = {}
        numbers: dict[str, int] = {}

        def fetch(wanted: "set[int]") -> dict[int, Words]:
            marks = ",".join("?" * len(wanted))
            rows = db.execute(f"select id, text from article where id in ({marks})", [*wanted])
            return {number: Words.of(text) for number, text in rows}

        def load(rows: list[dict]) -> None:
            start = time.perf_counter()
            texts = {len(numbers) + place: row["text"] for place, row in enumerate(rows)}
            db.executemany("insert into article values (?, ?)", texts.items())
            db.commit()
            clock["bare load"] += time.perf_counter() - start
            for number, row in zip(texts, rows, strict=True):
                numbers[row["url"]] = number
                if row["dup_of"]:
                    truth[number] = numbers[row["dup_of"]]
            start = time.perf_counter()
            words = {number: Words.of(text) for number, text in texts.items()}
            pairs = shared(words, index, fetch)
            found.update({(b, a): comparison.copy for a, b, comparison in pairs})
            db.commit()
            clock["index"] += time.perf_counter() - start

        for rows in batches(itertools.islice(lines, articles), 5000):
            load(rows)
        report(clock, db, f"{articles} articles")
        clock.clear()
        load(next(batches(lines, 1000)))
        report(clock, db, "1000 more")
    told(truth, {pair for pair, copy in found.items() if copy}, len(found))


def report(clock: Mapping[str, float], db: sqlite3.Connection, what: str) -> None:
    size = db.execute("select sum(length(hashes) + length(texts)) from print_segment").fetchone()[0]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    times = ", ".join(f"{name} {seconds:.1f} s" for name, seconds in clock.items())
    print(f"\n{what}: {times}; segments {size / 1e6:.0f} MB, peak memory {peak:.0f} MB")


def told(truth: dict[int, int], copies: set[Pair], pairs: int) -> None:
    """A pair is right if both go back to one text."""

    def source(number: int) -> int:
        while number in truth:
            number = truth[number]
        return number

    hit = sum(any((other, number) in copies for other in (truth[number],)) for number in truth)
    right = sum(source(a) == source(b) for a, b in copies)
    print(f"{pairs} pairs told; planted repeats found {hit / max(1, len(truth)):.4f} of {len(truth)};"
          f" copies right {right / max(1, len(copies)):.4f} of {len(copies)}")  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--each", type=int, default=60, help="planted copies of a kind and corpus")
    parser.add_argument("--scale", type=int, default=0, help="articles of the large index")
    options = parser.parse_args()
    seed_page()
    diff_speed()
    if options.scale:  # before the others, whose memory would count
        scale(options.scale)
    compare_all(options.each)


if __name__ == "__main__":
    main()
