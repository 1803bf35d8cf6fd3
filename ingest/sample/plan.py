"""The plan of the sample: which carrier prints which text on which day, with which changes."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from ingest.sample.texts import Text, blocks, outlets, texts

UNDATED = {"undated", "torn"}
"""Changes after which no day stands on the page: it was left out, or the capture ended above it."""


@dataclass(slots=True)
class Carried:
    """One article as its carrier prints it: what it says, and what stands on the page beside that."""

    page: str
    """The file it lands in."""
    carrier: str
    text: Text
    headline: str
    published: str
    """ISO 8601, empty if the page states no day."""
    section: str
    head: Sequence[str]
    body: list[str]
    """What the article says, paragraph by paragraph: what must come out of the page."""
    foot: Sequence[str]
    changes: Mapping[str, str]
    printed: list[str] = field(default_factory=list)
    """The same as the page shows it: captions spilled, tags broken."""
    captured: str = ""

    @property
    def day(self) -> str:
        """The day it is published."""
        return self.published[:10]

    @property
    def clean(self) -> str:
        """The text that must come out."""
        return "\n\n".join(self.body)

    @property
    def kind(self) -> str:
        """What became of the text on its way to this carrier."""
        if self.carrier == self.text.about["outlet"]:
            return "original"
        parts = ("cut", "cut" in self.changes), ("extended", "block" in self.changes)
        return " and ".join(name for name, made in parts if made) or "whole"


def read_plan(samples: Path) -> list[Carried]:
    """Everything that was published, in the order of the plan, changes made."""
    known, added = texts(samples, outlets(samples)), blocks(samples)
    with (samples / "plan.csv").open(encoding="utf-8", newline="") as file:
        carried = [_carried(row, known[row["text"]], added) for row in csv.DictReader(file)]
    _date_captures(carried)
    return carried


def _carried(row: Mapping[str, str], text: Text, added: Mapping[str, Sequence[str]]) -> Carried:
    parts = (change.partition("=") for change in row["changes"].split("; ") if change)
    changes = {name: value for name, _, value in parts}
    head, foot = _credits(row["carrier"], text, changes)
    article = Carried(
        page=row["page"],
        carrier=row["carrier"],
        text=text,
        headline=row["headline"] or text.about["headline"],
        published="" if changes.keys() & UNDATED else row["published"] or text.about["published"],
        section=row["section"] or text.about["section"],
        head=head,
        body=list(text.body[: int(changes.get("cut", len(text.body)))]),
        foot=foot,
        changes=changes,
    )
    _rework(article, added)
    article.printed = list(article.body)
    _spoil(article)
    return article


def _credits(
    carrier: str, text: Text, changes: Mapping[str, str]
) -> tuple[Sequence[str], Sequence[str]]:
    """The credit lines kept above and below; the republisher's habit is all of them below."""
    if "unsigned" in changes:
        return (), ()
    if carrier.startswith("mirror") and "top" not in changes:
        return (), (*text.foot, *text.head)
    return text.head, text.foot


def _rework(article: Carried, added: Mapping[str, Sequence[str]]) -> None:
    """What editors do to a text."""
    changes = article.changes
    if "credit" in changes:
        article.foot = [*article.foot, changes["credit"]]
    if "block" in changes:
        article.body += added[changes["block"]]
    if "torn" in changes:
        number = int(changes["torn"])
        last = article.body[number - 1]
        article.body[number - 1 :] = [last[: len(last) * 3 // 5].rstrip()]
        article.foot = ()


def _spoil(article: Carried) -> None:
    """What a page does to a text: captions in it, links broken."""
    changes, printed = article.changes, article.printed
    if "tag" in changes:
        name = changes["tag"]
        at = next(n for n, line in enumerate(printed) if name in line)
        printed[at] = printed[at].replace(name, f'{name}">{name}', 1)
    if "inside" in changes:
        at = int(changes["inside"]) - 1
        words = printed[at].split(" ")
        middle = len(words) // 2
        words[middle:] = [f"{article.headline}{words[middle]}", *words[middle + 1 :]]
        printed[at] = " ".join(words)
    if "glued" in changes:
        printed[int(changes["glued"]) - 1] += article.headline
    if "line" in changes:
        number, _, caption = changes["line"].partition(" ")
        printed.insert(int(number), caption or article.headline)


def _date_captures(carried: Sequence[Carried]) -> None:
    """A page is captured two days after its newest article, what comes line by line the day after each."""
    for page, articles in pages(carried):
        newest = max(article.day for article in articles)
        for article in articles:
            of_page = page.endswith(".txt")
            day = date.fromisoformat(newest if of_page else article.day)
            late = timedelta(days=2 if of_page else int(article.changes.get("later", 1)))
            article.captured = (day + late).isoformat()


def collected(carried: Sequence[Carried]) -> list[Carried]:
    """What was collected of it: all but the weeks in which nothing was."""
    return [article for article in carried if "missed" not in article.changes]


def pages(carried: Sequence[Carried]) -> Iterator[tuple[str, list[Carried]]]:
    """The articles of each file, in the order of the plan."""
    found: dict[str, list[Carried]] = {}
    for article in carried:
        found.setdefault(article.page, []).append(article)
    yield from found.items()
