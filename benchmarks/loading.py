"""How fast JSON Lines are loaded with derivation put off, beside bare sqlite3, in the same run.

    python -m benchmarks.loading CORPUS.jsonl [--articles N] [--rounds N] [--profile]

The corpus is that of `benchmarks/engine.py`: url, title, published, outlet, author, language, category,
text. *Ours* is the whole of `clippings add --defer`: the reader, identity, versions and the index. *Bare*
reads the same lines and fills one table and the same full-text index in the same transactions. Rounds
take turns; rates are rows a second of processor time, medians.
"""

import argparse
import cProfile
import itertools
import pstats
import statistics
import tempfile
import time
from functools import partial
from pathlib import Path

from benchmarks.engine import load_bare, records
from clippings.archive import open_archive
from ingest.load import Load


def load_ours(path: Path, corpus: Path) -> None:
    """What `clippings add --defer` does."""
    load = Load(partial(open_archive, path, write=True), "benchmark", {}, defer=True)
    load.run([str(corpus)])
    if load.archive is not None:
        load.archive.close()


def rates(corpus: Path, total: int, folder: Path, rounds: int) -> dict[str, list[float]]:
    """Rows a second of processor time, by way and round."""
    found: dict[str, list[float]] = {"ours": [], "bare sqlite3": []}
    for turn in range(rounds):
        for name in found:
            path = folder / f"{name}{turn}.db"
            began = time.process_time()
            if name == "ours":
                load_ours(path, corpus)
            else:
                load_bare(path, records(corpus, None))
            found[name].append(total / (time.process_time() - began))
    return found


def main() -> None:
    """Print the rates and their ratio."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--profile", action="store_true", help="where our time goes")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with options.corpus.open("rb") as lines:
            taken = list(itertools.islice(lines, options.articles))
        corpus = folder / "corpus.jsonl"
        corpus.write_bytes(b"".join(taken))
        load_ours(folder / "warm.db", corpus)
        found = rates(corpus, len(taken), folder, options.rounds)
        for way, values in found.items():
            print(f"{way:14} {statistics.median(values):8,.0f} rows per CPU s  "
                  f"({min(values):,.0f}-{max(values):,.0f})")  # fmt: skip
        medians = [statistics.median(values) for values in found.values()]
        print(f"ours / bare: {medians[0] / medians[1]:.2f}")
        if options.profile:
            profile = cProfile.Profile()
            profile.runcall(load_ours, folder / "profiled.db", corpus)
            pstats.Stats(profile).sort_stats("cumulative").print_stats(45)


if __name__ == "__main__":
    main()
