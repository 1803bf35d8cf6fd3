"""Who signs, which day and which outlet: ours beside trafilatura alone, on the same pages in the same run.

    CLIPPINGS_MATERIAL=FOLDER python -m benchmarks.metadata [--only SET ...] [--sample PAGES] [--misses]

How it counts, for both alike. **byline**: each name once, without regard to case, marks and spaces.
**people**: the same with every name left out, in gold and answers, that is an account's, an editorial
desk's or the site's own by the rules of our extraction. **date**: the day as written, no time, no zone.
**outlet**: the letters and digits of the name, without accents and "the" before it; an address stands
for its name, `www.example.co.uk` for "example". Precision is right answers of all answers, recall right
answers of all gold, over the pages that have gold for the field: where it is empty, nobody says whether
there is none, and what is no day of the calendar is no gold. A crash is no answer. A field without gold
in a set is left out, and named under the table.

Half of every set is held out by a hash of the page's id, as in `benchmarks.extraction`: no rule was
made from what stands on a page of that half. `--misses` lists what is wrong on the other half alone.

Ours is what a load keeps of the page: the people and agencies that sign, without those of whom it says
that they edited, contributed, translated or photographed, and the outlet by its name,
else by its domain. Trafilatura's is `extract_metadata` with the page's address, as its users call it.
The gold of `fundus` comes from parsers written for each publisher; its outlet is the name of the
parser's class. `trafilatura-eval` and `htmldate-mediacloud-2020` are what those libraries are made on.
"""

import argparse
import os
import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import trafilatura

from benchmarks.extraction import Answer, Row, answers, held, people, plain, rows
from ingest import urls
from ingest.extract import extract
from ingest.readers.html import article_of

SETS = ("metadata/fundus", "metadata/trafilatura-eval", "metadata/htmldate-mediacloud-2020")
FIELDS = ("byline", "people", "date", "outlet")
_NO_AUTHORS = ("editing", "contributing", "translation", "photography")
_DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")
_ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?([\w.-]+\.[a-z]{2,})/?", re.IGNORECASE)


class Score(NamedTuple):
    """Right answers, all answers and all gold of a field."""

    right: int
    given: int
    wanted: int

    @property
    def precision(self) -> float:
        return self.right / self.given if self.given else float("nan")

    @property
    def recall(self) -> float:
        return self.right / self.wanted

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.given + self.wanted)


def ours(row: Row) -> Answer:
    """As a load keeps it, except that a page which is refused as no article is measured too."""
    article = article_of("page", extract(row["html"], row["url"]))
    agencies = [credit.text for credit in article.credits if credit.kind == "agency"]
    return {
        "byline": [who.name for who in article.byline if who.role not in _NO_AUTHORS] + agencies,
        "date": article.published,
        "outlet": article.outlet or article.site,
    }


def of_trafilatura(row: Row) -> Answer:
    found = trafilatura.extract_metadata(row["html"], default_url=row["url"])
    if found is None:
        return {}
    return {
        "byline": (found.author or "").split(";"),
        "date": found.date,
        "outlet": found.sitename,
    }


SYSTEMS: dict[str, Callable[[Row], Answer]] = {"ours": ours, "trafilatura": of_trafilatura}


def said(field: str, row: Row, told: Row | Answer) -> set[str]:
    """What is compared of the gold or an answer about a page: nothing, one value, or each name."""
    value: Any = told.get("byline" if field == "people" else field)
    if not value:
        return set()
    if field == "date":
        return {str(value)[:10]} if _DAY.match(str(value)) else set()
    if field == "outlet":
        return {outlet(str(value))}
    names = people(value, row) if field == "people" else value
    return {name for text in names if (name := plain(text))}


def outlet(name: str) -> str:
    """A name's letters and digits; an address stands for its name."""
    if address := _ADDRESS.fullmatch(name.strip()):
        labels = (urls.domain(f"https://{address[1]}/") or "").split(".")
        name = labels[-3] if len(labels) > 2 and len(labels[-2]) < 4 else labels[-2]
    letters = unicodedata.normalize("NFD", plain(name).replace(" ", ""))
    return re.sub(r"^the(?=\w)|[\u0300-\u036f]", "", letters)


def score(field: str, pages: list[Row], found: list[Answer]) -> Score | None:
    """The figures of a field; None if no page has gold for it."""
    pairs = [
        (gold, said(field, row, got))
        for row, got in zip(pages, found, strict=True)
        if (gold := said(field, row, row))
    ]
    if not pairs:
        return None
    return Score(*map(sum, zip(*((len(a & b), len(b), len(a)) for a, b in pairs), strict=True)))


def misses(pages: list[Row], found: list[Answer], rival: list[Answer]) -> Iterator[str]:
    """Each page where ours is not the gold, with what the other says."""
    for row, got, other in zip(pages, found, rival, strict=True):
        for field in FIELDS:
            gold, mine = said(field, row, row), said(field, row, got)
            if gold and gold != mine:
                theirs = sorted(said(field, row, other))
                yield f"{field}: {row['id']}: {sorted(gold)}, ours {sorted(mine)}, theirs {theirs}"


def lines(name: str, half: str, pages: list[Row], found: dict[str, list[Answer]]) -> Iterator[str]:
    """The rows of the table for one half of a set: each system's precision, recall and F1."""
    for field in FIELDS:
        told = [one for got in found.values() if (one := score(field, pages, got))]
        if told:
            figures = " | ".join(f"{o.precision:.3f} | {o.recall:.3f} | {o.f1:.3f}" for o in told)
            yield f"| {name.split('/')[1]} | {half} | {field} | {told[0].wanted} | {figures} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="*", default=SETS, help="sets to measure")
    parser.add_argument("--sample", type=int, default=10**9, help="pages of each set at most")
    parser.add_argument("--misses", action="store_true", help="list them, of the half not held out")
    options = parser.parse_args()
    material = Path(os.environ["CLIPPINGS_MATERIAL"])
    figures = " | ".join(f"{system}: precision | recall | F1" for system in SYSTEMS)
    print(f"| set | half | field | gold | {figures} |", "|---" * 10 + "|", sep="\n")
    left_out, wrong = [], []
    for name in options.only:
        pages = list(rows(name, material))[: options.sample]
        golden = {field for field in FIELDS for row in pages if said(field, row, row)}
        left_out += [f"{field} of {name}" for field in FIELDS if field not in golden]
        for half in ("tuned", "held"):
            part = [row for row in pages if held(row) == (half == "held")]
            found = {system: answers(run, part)[0] for system, run in SYSTEMS.items()}
            print(*lines(name, half, part, found), sep="\n", flush=True)
            if half == "tuned":
                wrong += misses(part, *found.values())
    print(f"\nNo gold, left out: {', '.join(left_out) or 'nothing'}.")
    if options.misses:
        print(*wrong, sep="\n")


if __name__ == "__main__":
    main()
