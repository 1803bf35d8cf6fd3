"""The passages beside what is found in them: how often right, how often silent."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from clippings.article import Article, Person
from clippings.provenance import outlets
from clippings.provenance.origin import origin
from clippings.provenance.originals import original
from clippings.provenance.people import people

Passage = dict[str, Any]


@dataclass(slots=True)
class Score:
    """Counts of one kind of answer over some passages."""

    right: int = 0
    wrong: int = 0
    wanted: int = 0

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.wanted)


def passages() -> list[Passage]:
    """All passages, in their order."""
    lines = Path(__file__).with_name("passages.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def article_of(passage: Passage) -> Article:
    """A passage as a reader that leaves credits in the text would deliver it."""
    return Article(
        headline=passage["headline"],
        source=passage["id"],
        text=passage["text"],
        outlet=passage["carrier"],
        language=passage["language"],
    )


def score(chosen: Iterable[Passage]) -> dict[str, Score]:
    """The scores of these passages: origins, people with role and place, original days, and how
    many origins are shown as stated that only are inferred."""
    scores = {name: Score() for name in ("origins", "people", "dates", "overstated")}
    for passage in chosen:
        told = article_of(passage)
        _origin(scores, passage, told)
        wanted, found = set(_people(passage)), set(map(_row, people(told)))
        scores["people"].wanted += len(wanted)
        scores["people"].right += len(wanted & found)
        scores["people"].wrong += len(found - wanted)
        day = original(told).value
        scores["dates"].wanted += passage["original"] is not None
        scores["dates"].right += day is not None and day == passage["original"]
        scores["dates"].wrong += day is not None and day != passage["original"]
    return scores


def is_right(passage: Passage, name: str | None) -> bool:
    """Whether a name is the one the passage's author wrote down, in any accepted spelling.

    A spelling that the table gives to the same outlet counts: "Al-Hayat" is "Al Hayat".
    """
    gold = passage["origin"]
    return name is not None and _plain(name) in {
        _plain(one) for one in (gold["name"], *gold.get("also", ())) if one
    }


def _origin(scores: dict[str, Score], passage: Passage, told: Article) -> None:
    found = origin(told)
    scores["origins"].wanted += passage["origin"]["name"] is not None
    if found.value is not None:
        right = is_right(passage, found.value)
        scores["origins"].right += right
        scores["origins"].wrong += not right
        stated = found.basis == "stated"
        scores["overstated"].wrong += stated and passage["origin"]["basis"] != "stated"


def _people(passage: Passage) -> Iterator[tuple[str, str, str | None]]:
    for one in passage["people"]:
        yield one["name"], one["role"], one.get("place")


def _row(person: Person) -> tuple[str, str, str | None]:
    return person.name, person.role or "writing", person.place


def _plain(name: str) -> str:
    return (outlets.known(name) or name).casefold().strip(" .").removeprefix("the ")
