"""Headline, who signs, which day and which outlet: ours beside the best tools, on the same pages.

    CLIPPINGS_MATERIAL=FOLDER python -m benchmarks.metadata [--only SET ...] [--half HALF] [--misses]

How it counts, for all alike. **headline**: equal without regard to case, marks and spaces.
**byline**: each name once, compared in the same way. **people**: the byline with every name left out, in
gold and answers, that is an account's, an editorial desk's or the site's own by the rules of our
extraction. **date**: the day as written, no time, no zone.
**outlet**: the letters and digits of the name, without accents and "the" before it; an address stands
for its name, `www.example.co.uk` for "example". Precision is right answers of all answers, recall right
answers of all gold, over the pages that have gold for the field: where it is empty, nobody says whether
there is none, and what is no day of the calendar is no gold. "exact" is the share of these pages on which
the answer is the gold and nothing else. A crash is no answer. A field without gold in a set is left out,
and named under the table.

Half of every set is held out by a hash of the page's id, as in `benchmarks.extraction`: no rule was
made from what stands on a page of that half. `--misses` lists what is wrong on the other half alone.

Ours is what a load keeps of the page: the people and agencies that sign, without those of whom it says
that they edited, contributed, translated or photographed, else the credit of the site or its desk; and
the outlet by its name, else by its domain. Trafilatura's is `extract_metadata` with the page's address,
as its users call it, newspaper4k's an `Article` with the page as its download, htmldate's `find_date` for
the original date. The rivals are the dependency group `rivals`; one that is missing answers nothing.
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

from benchmarks.extraction import (
    Answer,
    Row,
    answers,
    held,
    metadata_of_trafilatura,
    of_htmldate,
    of_newspaper,
    people,
    plain,
    rows,
)
from ingest import urls
from ingest.extract import extract
from ingest.readers.html import article_of

SETS = ("metadata/fundus", "metadata/trafilatura-eval", "metadata/htmldate-mediacloud-2020")
FIELDS = ("headline", "byline", "people", "date", "outlet")
_NO_AUTHORS = ("editing", "contributing", "translation", "photography")
_DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")
_ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?([\w.-]+\.[a-z]{2,})/?", re.IGNORECASE)


class Score(NamedTuple):
    """Right answers, all answers and all gold of a field; pages that are right, and all pages."""

    right: int
    given: int
    wanted: int
    exact: int
    pages: int

    def __str__(self) -> str:
        precision = self.right / self.given if self.given else float("nan")
        f1 = 2 * self.right / (self.given + self.wanted)
        recall, exact = self.right / self.wanted, self.exact / self.pages
        return f"{precision:.3f} | {recall:.3f} | {f1:.3f} | {exact:.3f}"


def ours(row: Row) -> Answer:
    """As a load keeps it, except that a page which is refused as no article is measured too."""
    page = extract(row["html"], row["url"])
    article = article_of("page", page)
    agencies = [credit.text for credit in article.credits if credit.kind == "agency"]
    signed = [who.name for who in article.byline if who.role not in _NO_AUTHORS] + agencies
    return {
        "headline": article.headline,
        "byline": signed
        or [credit.text for credit in article.credits if credit.text == page.house],
        "date": article.published,
        "outlet": article.outlet or article.site,
    }


SYSTEMS: dict[str, tuple[str, Callable[[Row], Answer]]] = {
    "ours": ("headline byline people date outlet", ours),
    "trafilatura": ("headline byline people date outlet", metadata_of_trafilatura),
    "newspaper4k": ("headline byline people date outlet", of_newspaper),
    "htmldate": ("date", of_htmldate),
}


def said(field: str, row: Row, told: Row | Answer) -> set[str]:
    """What is compared of the gold or an answer about a page: nothing, one value, or each name."""
    value: Any = told.get("byline" if field == "people" else field)
    if not value:
        return set()
    if field == "headline":
        return {plain(value)}
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
    """The figures of a field; None if no page has gold for it, or the system answers nothing."""
    pairs = [
        (gold, said(field, row, got))
        for row, got in zip(pages, found, strict=True)
        if (gold := said(field, row, row))
    ]
    if not pairs or not any(found):
        return None
    counts = ((len(a & b), len(b), len(a), a == b, 1) for a, b in pairs)
    return Score(*map(sum, zip(*counts, strict=True)))


def misses(pages: list[Row], found: list[Answer], rival: list[Answer]) -> Iterator[str]:
    """Each page where ours is not the gold, with what the other says."""
    for row, got, other in zip(pages, found, rival, strict=True):
        for field in FIELDS:
            gold, mine = said(field, row, row), said(field, row, got)
            if gold and gold != mine:
                theirs = sorted(said(field, row, other))
                yield f"{field}: {row['id']}: {sorted(gold)}, ours {sorted(mine)}, theirs {theirs}"


def lines(name: str, half: str, pages: list[Row], found: dict[str, list[Answer]]) -> Iterator[str]:
    """The rows of the table for one half of a set: each field's systems under one another."""
    for field in FIELDS:
        for system, answered in found.items():
            one = score(field, pages, answered) if field in SYSTEMS[system][0].split() else None
            if one:
                place = f"{name.split('/')[1]} | {half} | {field} | {one.pages} | {one.wanted}"
                yield f"| {place} | {system} | {one} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="*", default=SETS, help="sets to measure")
    parser.add_argument("--half", choices=("tuned", "held"), help="that half alone")
    parser.add_argument("--sample", type=int, default=10**9, help="pages of each set at most")
    parser.add_argument("--misses", action="store_true", help="list them, of the half not held out")
    options = parser.parse_args()
    material = Path(os.environ["CLIPPINGS_MATERIAL"])
    head = "| set | half | field | pages | gold | system | precision | recall | F1 | exact |"
    print(head, "|---" * 10 + "|", sep="\n")
    left_out, wrong = [], []
    for name in options.only:
        pages = list(rows(name, material))[: options.sample]
        golden = {field for field in FIELDS for row in pages if said(field, row, row)}
        left_out += [f"{field} of {name}" for field in FIELDS if field not in golden]
        for half in ("tuned", "held") if options.half is None else (options.half,):
            part = [row for row in pages if held(row) == (half == "held")]
            found = {system: answers(run, part)[0] for system, (_, run) in SYSTEMS.items()}
            print(*lines(name, half, part, found), sep="\n", flush=True)
            if half == "tuned":
                wrong += misses(part, found["ours"], found["trafilatura"])
    print(f"\nNo gold, left out: {', '.join(left_out) or 'nothing'}.")
    if options.misses:
        print(*wrong, sep="\n")


if __name__ == "__main__":
    main()
