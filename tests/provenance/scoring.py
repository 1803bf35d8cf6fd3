"""The passages beside what is found in them: how often right, how often silent."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from clippings.article import Article, Person
from clippings.folding import fold
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
    """All passages, in their order: one author after another."""
    names = ("passages", "blind", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
    files = (Path(__file__).with_name(f"{name}.jsonl") for name in names)
    return [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]


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
    """The scores of these passages: origins, names, people with role and place (where the passages
    tell places), original days, and how many origins are shown as stated that only are inferred."""
    scores = {name: Score() for name in ("origins", "names", "people", "dates", "overstated")}
    for passage in chosen:
        told = article_of(passage)
        _origin(scores, passage, told)
        named = [_row(person) for person in people(told)]
        if "original" not in passage:
            named = [(name, _soft(role), None) for name, role, _ in named]
        _count(scores["people"], set(_people(passage)), set(named))
        _count(
            scores["names"], {one["name"] for one in passage["people"]}, {one[0] for one in named}
        )
        if "original" not in passage:
            continue
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
    right = (gold["name"], *gold.get("also", ()))
    return name is not None and any(_spellings(name) & _spellings(one) for one in right if one)


def _origin(scores: dict[str, Score], passage: Passage, told: Article) -> None:
    found = origin(told)
    scores["origins"].wanted += passage["origin"]["name"] is not None
    if found.value is not None:
        right = is_right(passage, found.value)
        scores["origins"].right += right
        scores["origins"].wrong += not right
        stated = found.basis == "stated"
        scores["overstated"].wrong += stated and passage["origin"]["basis"] != "stated"


def _count(score: Score, wanted: set[Any], found: set[Any]) -> None:
    score.wanted += len(wanted)
    score.right += len(wanted & found)
    score.wrong += len(found - wanted)


def _people(passage: Passage) -> Iterator[tuple[str, str, str | None]]:
    for one in passage["people"]:
        role = one["role"] if "original" in passage else _soft(one["role"])
        yield one["name"], role, one.get("place")


def _soft(role: str) -> str:
    """The second author does not tell reporters from writers."""
    return "writing" if role == "reporting" else role


def _row(person: Person) -> tuple[str, str, str | None]:
    return person.name, person.role or "writing", person.place


_KIND = re.compile(
    r"^(?:خبرگزاری|روزنامه(?:ٔ|ی)?|هفته.?نامه(?:ٔ|ی)?|ماه.?نامه(?:ٔ|ی)?|مجله(?:ٔ|ی)?|سایت|وب.?سایت|پایگاه خبری|نشریه(?:ٔ|ی)?"
    r"|شبکه(?:ٔ|ی)?|رادیو|وكالة أنباء|وكالة|صحيفة|جريدة|مجلة|موقع|قناة|شبكة|إذاعة"
    r"|(?:gazet|revist|agjenci|portal|televizion|faq|radio)\w*(?: e lajmeve)?)\s+"
    r"|\s+(?:للأنباء|news ?agency|newspaper|magazine|website|site|agency)$",
    re.IGNORECASE,
)


def _spellings(name: str) -> set[str]:
    """What may stand for one name: as written, as the table has it, without the word for its kind."""
    bare = _KIND.sub("", name.strip(' «»"“”„')).strip(' «»"“”„')
    usual = (outlets.known(name), outlets.known(bare), outlets.periodical(bare))
    return {
        fold(one).casefold().strip(" .").removeprefix("the ") for one in (name, bare, *usual) if one
    }
