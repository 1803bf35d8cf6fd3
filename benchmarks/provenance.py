"""How well origins, people and original days are found, and what that costs an article.

    python benchmarks/provenance.py [articles.jsonl …]

The first table is of the passages in tests/provenance, by part and language, with those their
author doubts and without. The second is of the articles named, beside what loading them costs.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from clippings.article import Article
from clippings.provenance.origin import origin
from clippings.provenance.originals import original
from clippings.provenance.people import people
from tests.provenance.scoring import Passage, passages, score

RUNS = 3
LANGUAGES = ("en", "fa", "ar", "sq")


def main() -> None:
    """Write both tables."""
    sys.stdout.write("\n".join(quality()) + "\n")
    for path in sys.argv[1:]:
        sys.stdout.write("\n".join(cost(path)) + "\n")


def quality() -> Iterator[str]:
    """The table of precision and recall."""
    yield "| part | language | passages | origin P | R | names P | R | people P | R | day P | R | overstated |"  # noqa: E501
    yield "|" + " --- |" * 13
    every = passages()
    for part in (
        "tuning",
        "held",
        "second",
        "blind",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
    ):
        chosen = [one for one in every if one["part"] == part]
        for language in LANGUAGES:
            yield row(part, language, [one for one in chosen if one["language"] == language])
        yield row(part, "all", chosen)
        yield row(part, "all, without doubted", [one for one in chosen if not one.get("doubt")])


def row(part: str, language: str, chosen: Sequence[Passage]) -> str:
    """One line of it."""
    scores = score(chosen)
    numbers = [
        f"{number:.3f}"
        for kind in ("origins", "names", "people", "dates")
        for number in (scores[kind].precision, scores[kind].recall)
    ]
    cells = [part, language, str(len(chosen)), *numbers, str(scores["overstated"].wrong)]
    return f"| {' | '.join(cells)} |"


def cost(path: str) -> Iterator[str]:
    """Milliseconds of processor time an article, the median of three runs."""
    articles = read(path)
    words = sum(len(one.text.split()) for one in articles) // max(1, len(articles))
    yield f"\n{Path(path).name}: milliseconds an article, median of {RUNS}"
    told = f"reading {len(articles)} articles of {words} words"
    yield f"| {told} | {timed(lambda: read(path), len(articles)):.3f} |"
    jobs: dict[str, Callable[[Article], object]] = {
        "origin": origin,
        "people": people,
        "original day": original,
        "together": lambda one: (origin(one), people(one), original(one)),
    }
    for name, job in jobs.items():
        yield f"| {name} | {timed(lambda job=job: [job(one) for one in articles], len(articles)):.3f} |"


def read(path: str) -> list[Article]:
    """The articles of a JSON Lines file, as exports have them."""
    with Path(path).open(encoding="utf-8") as file:
        rows = map(json.loads, file)
        return [
            Article(
                headline=one.get("title") or "",
                source=path,
                text=one.get("text") or "",
                outlet=one.get("outlet"),
                published=one.get("published"),
                language=one.get("language"),
            )
            for one in rows
        ]


def timed(job: Callable[[], object], count: int) -> float:
    """The median of the runs, in milliseconds of processor time for each article."""
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        job()
        times.append(time.process_time() - start)
    return statistics.median(times) / max(1, count) * 1_000


if __name__ == "__main__":
    main()
