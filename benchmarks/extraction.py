"""Articles out of web pages: ours beside the best tools, on the same pages in the same run.

    CLIPPINGS_MATERIAL=FOLDER python -m benchmarks.extraction [--only SET ...] [--half HALF]

The rivals are the dependency group `rivals`; one that is missing answers nothing. Half of every set
is held out by a hash of the page's id: no rule was made from what stands on a page of that half.
Texts are given with the standard error of their F1, by a bootstrap of the pages. A set whose file
is not there is left out; `python -m benchmarks.page_sets` makes the largest ones.
"people" is the byline with everything that is no name of a person left out, in gold and answer.
"""

import argparse
import hashlib
import json
import logging
import lzma
import os
import random
import re
import statistics
import time
import unicodedata
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import htmldate
import trafilatura

from ingest.extract import extract, names
from ingest.readers.html import article_of

logging.disable(logging.CRITICAL)
warnings.simplefilter("ignore")

SETS = {
    "extraction/aeb": "text",
    "extraction/wcxb": "text passages",
    "extraction/newspaper": "text",
    "metadata/fundus": "text headline byline date",
    "metadata/trafilatura-eval": "passages headline byline date",
    "metadata/htmldate-mediacloud-2020": "date",
}
OPENED = frozenset(("extraction/aeb", "extraction/newspaper"))
"""Sets of whose held half a part was opened, by the next byte of the hash: the rest is still held."""

Row = dict[str, Any]
Answer = dict[str, Any]


def rows(name: str, material: Path) -> Iterator[Row]:
    """The pages of a set and their gold, each with an id that does not change."""
    with lzma.open(material / "corpora" / f"{name}.jsonl.xz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            gold = row.get("gold", row)
            authors = gold.get("authors", gold.get("author")) or []
            page = row.get("id") or row.get("file") or row["url"]
            yield {
                "id": page,
                "url": row.get("url"),
                "html": row["html"],
                "text": gold.get("articleBody") or body(gold),
                "passages": (gold.get("with") or [], gold.get("without") or []),
                "headline": gold.get("title"),
                "byline": [authors] if isinstance(authors, str) else list(authors),
                "date": str(gold.get("date") or gold.get("publishing_date") or "")[:10],
                "outlet": gold.get("sitename") or row.get("publisher"),
                "half": row.get("half") or half(page, name in OPENED),
            }


def body(gold: Row) -> str | None:
    """The paragraphs that a publisher's own parser finds, where they stand on the page as they are."""
    whole = gold.get("body") and gold.get("match_score", 0) >= 2
    return "\n".join(flat(gold["body"])) if whole else None


def flat(value: Any) -> Iterator[str]:
    """Every text inside lists and objects, in order."""
    if isinstance(value, str):
        yield value
        return
    for part in value.values() if isinstance(value, dict) else value or ():
        yield from flat(part)


def half(page: str, is_opened: bool) -> str:
    """The half a page is of by the hash of its id."""
    first, second = hashlib.sha256(page.encode()).digest()[:2]
    return "held" if first < 128 and not (is_opened and second < 128) else "tuned"


def held(row: Row) -> bool:
    """Whether the page is of the half that nobody looks at."""
    return bool(row["half"] == "held")


def ours(row: Row) -> Answer:
    """As a load reads it, except that a page which is refused as no article is measured too."""
    page = extract(row["html"], row["url"])
    article = article_of("page", page)
    return {
        "text": article.text,
        "headline": page.headline,
        "byline": list(page.byline) or list(filter(None, [page.house])),
        "date": (page.published or "")[:10],
        "refused": not page.article,
    }


def text_of_trafilatura(**mode: bool) -> Callable[[Row], Answer]:
    """As fast as its users run it: the text alone."""

    def system(row: Row) -> Answer:
        return {"text": trafilatura.extract(row["html"], include_comments=False, **mode)}

    return system


def metadata_of_trafilatura(row: Row) -> Answer:
    found = trafilatura.extract_metadata(row["html"], default_url=row["url"])
    if found is None:
        return {}
    names = [name.strip() for name in (found.author or "").split(";") if name.strip()]
    return {
        "headline": found.title,
        "byline": names,
        "date": found.date,
        "outlet": found.sitename,
    }


def of_newspaper(row: Row) -> Answer:
    import newspaper

    article = newspaper.Article(row["url"] or "https://site.example/a", fetch_images=False)
    article.download(input_html=row["html"])
    article.parse()
    published = article.publish_date
    return {
        "text": article.text,
        "headline": article.title,
        "byline": article.authors,
        "date": str(published)[:10] if published else "",
        "outlet": article.meta_site_name,
    }


def of_readability(row: Row) -> Answer:
    import html_text
    import readability

    return {"text": html_text.extract_text(readability.Document(row["html"]).summary())}


def of_htmldate(row: Row) -> Answer:
    return {"date": htmldate.find_date(row["html"], url=row["url"], original_date=True)}


SYSTEMS: dict[str, tuple[str, Callable[[Row], Answer]]] = {
    "ours": ("text passages headline byline date", ours),
    "trafilatura precision": ("text passages", text_of_trafilatura(favor_precision=True)),
    "trafilatura": ("text passages", text_of_trafilatura()),
    "trafilatura recall": ("text passages", text_of_trafilatura(favor_recall=True)),
    "trafilatura fast": ("text passages", text_of_trafilatura(fast=True)),
    "trafilatura metadata": ("headline byline date", metadata_of_trafilatura),
    "newspaper4k": ("text passages headline byline date", of_newspaper),
    "readability-lxml": ("text passages", of_readability),
    "htmldate": ("date", of_htmldate),
}


def shingles(text: str | None) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text or "")
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)) if words)


def overlap(gold: str, text: str | None) -> tuple[float, float]:
    """Precision and recall of runs of four words, as the extraction benchmark counts them."""
    wanted, got = shingles(gold), shingles(text)
    common = sum((wanted & got).values())
    if not wanted and not got:
        return 1.0, 1.0
    return (
        common / got.total() if got else float("nan"),
        common / wanted.total() if wanted else float("nan"),
    )


def f1(pairs: list[tuple[float, float]]) -> float:
    precision = statistics.mean(p for p, _ in pairs if p == p)
    recall = statistics.mean(r for _, r in pairs if r == r)
    return 2 * precision * recall / (precision + recall)


def error(pairs: list[tuple[float, float]], times: int = 1_000) -> float:
    """The standard error of that F1: how far it strays when the pages are drawn anew."""
    draw = random.Random(4)
    return statistics.stdev(f1(draw.choices(pairs, k=len(pairs))) for _ in range(times))


def plain(text: str | None) -> str:
    return " ".join(
        re.sub(r"\W+", " ", unicodedata.normalize("NFKC", text or "")).casefold().split()
    )


def right(field: str, gold: Any, answer: Any) -> bool:
    if field == "byline":
        return {plain(name) for name in gold} == {plain(name) for name in answer or []}
    if field == "date":
        return bool(gold == str(answer or "")[:10])
    return plain(gold) == plain(answer)


def passages(gold: list[tuple[list[str], list[str]]], texts: list[str | None]) -> float:
    """How well texts hold the passages they must and leave those they must not, as a micro F1."""
    right_ones = wrong = missed = 0
    for (wanted, unwanted), text in zip(gold, texts, strict=True):
        flat = plain(text)
        held_ones = sum(plain(passage) in flat for passage in wanted)
        right_ones += held_ones
        missed += len(wanted) - held_ones
        wrong += sum(plain(passage) in flat for passage in unwanted)
    return 2 * right_ones / (2 * right_ones + missed + wrong or 1)


def people(told: list[str], row: Row) -> list[str]:
    """The names that are neither an account nor the site."""
    host = (urlsplit(row["url"] or "").hostname or "").removeprefix("www.")
    return names.people(told, {plain(host).replace(" ", ""), plain(host.split(".")[0])})


def micro(pairs: list[tuple[list[str], list[str]]]) -> float:
    sets = [({plain(n) for n in gold}, {plain(n) for n in got or []}) for gold, got in pairs]
    common = sum(len(gold & got) for gold, got in sets)
    return 2 * common / (sum(len(gold) + len(got) for gold, got in sets) or 1)


def answers(system: Callable[[Row], Answer], pages: list[Row]) -> tuple[list[Answer], float]:
    """What a system says of each page, and its seconds of processor; a crash is no answer."""
    found = []
    start = time.process_time()
    for row in pages:
        try:
            found.append(system(row))
        except Exception:  # noqa: BLE001 - any rival may raise anything
            found.append({})
    return found, time.process_time() - start


def score(field: str, pages: list[Row], found: list[Answer]) -> dict[str, float]:
    """The figures of one field over the pages that have gold for it."""
    if field == "passages":
        texts = [got.get("text") for got in found]
        return {"passages F1": passages([row[field] for row in pages], texts)}
    pairs = [
        (row[field], got.get(field)) for row, got in zip(pages, found, strict=True) if row[field]
    ]
    if not pairs or not any(found):
        return {}
    if field == "text":
        overlaps = [overlap(gold, got) for gold, got in pairs]
        precision, recall = (statistics.mean(each for each in side if each == each)
                             for side in zip(*overlaps, strict=True))  # fmt: skip
        return {"text F1": f1(overlaps), "±": error(overlaps), "precision": precision,
                "recall": recall}  # fmt: skip
    figures = {field: statistics.mean(right(field, gold, got) for gold, got in pairs)}
    if field == "byline":
        figures["byline F1"] = micro(pairs)
        figures["people"] = statistics.mean(
            right(field, people(gold, row), people(got or [], row))
            for (gold, got), row in zip(pairs, (row for row in pages if row[field]), strict=True)
        )
    return figures


def measured(
    name: str, pages: list[Row], only: str | None
) -> Iterator[tuple[str, str, str, float]]:
    """Half, system, figure and value of one set."""
    halves = {"tuned": [r for r in pages if not held(r)], "held": [r for r in pages if held(r)]}
    parts = [(half, part) for half, part in halves.items() if part and only in (None, half)]
    for system, (fields, run) in SYSTEMS.items():
        asked = [field for field in SETS[name].split() if field in fields.split()]
        if not asked:
            continue
        everything: list[tuple[Row, Answer]] = []
        for half, part in parts:
            found, seconds = answers(run, part)
            everything += zip(part, found, strict=True)
            yield from figures(half, system, asked, part, found)
            yield half, system, "ms a page", 1000 * seconds / len(part)
        if len(parts) > 1:
            yield from figures("both", system, asked, *map(list, zip(*everything, strict=True)))


def figures(
    half: str, system: str, asked: list[str], pages: list[Row], found: list[Answer]
) -> Iterator[tuple[str, str, str, float]]:
    """The figures of every field asked for."""
    for field in asked:
        for figure, value in score(field, pages, found).items():
            yield half, system, figure, value


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="*", default=list(SETS), help="sets to measure")
    parser.add_argument("--half", choices=("tuned", "held"), help="that half alone")
    parser.add_argument("--sample", type=int, default=10**9, help="pages of each set at most")
    options = parser.parse_args()
    material = Path(os.environ["CLIPPINGS_MATERIAL"])
    print(f"{'set':<34} {'half':<6} {'system':<22} figures")
    for name in options.only:
        if not (material / "corpora" / f"{name}.jsonl.xz").exists():
            continue
        pages = list(rows(name, material))[: options.sample]
        lines: dict[tuple[str, str], list[str]] = {}
        for half, system, figure, value in measured(name, pages, options.half):
            shown = f"{figure} {value:.1f}" if figure == "ms a page" else f"{figure} {value:.3f}"
            lines.setdefault((half, system), []).append(shown)
        for (half, system), said in sorted(lines.items(), key=lambda line: line[0][0]):
            print(f"{name:<34} {half:<6} {system:<22} {', '.join(said)}", flush=True)


if __name__ == "__main__":
    main()
