"""Where a text is searched for a form, and what is found there: cheap looks before costly ones."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from clippings.article import Article
from clippings.provenance import interviewer, meaning, standing
from clippings.provenance.rules import Rule
from clippings.provenance.standing import Line

_LEAD = 3
"""Paragraphs in which a text says how it came about."""
_BEFORE, _AFTER = 140, 260
"""Characters around a word that a form contains, in which all of the form stands."""
_NOT_THE_WRITER = re.compile(
    r"(?:videos?|footage|clip|audio|maps?|graphics?|chart|images?|photos?|pictures?|remarks)\b.{0,60}courtesy|letters? to the editor|to the editors? of|posted by|distributed by|provided by|see also|read more"
    r"|^\W*(?:tags?|keywords|topics|filed under|برچسب|کلیدواژه|كلمات|الوسوم|وسوم|etiket)[^:]{0,20}:"
    r"|(?:ساهم|ساهمت|شارك|شاركت) في (?:إعداد|هذا|التقرير|التغطية)|با همکاری|kontribu\w+"
    r"|https?://|@|follow us|subscribe",
    re.IGNORECASE,
)
_RIGHTS = re.compile(r"all rights reserved", re.IGNORECASE)
_HOLDER = re.compile(r"©|\([cC]\)|copyright|reserved (?:to|by|for) ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that speaks for an origin."""

    name: str
    basis: str
    confidence: float
    evidence: str
    by_rule_of_house: bool = False
    """Whether a house style speaks for it, not a mention of its name."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a text in which forms are looked for."""

    text: str
    where: str
    small: str
    """Its words in small letters."""


def may_credit(text: str) -> bool:
    """Whether a sentence may say who wrote: none on the pictures, none that only distributes."""
    if _HOLDER.search(text):
        return not standing.is_aside(text)
    if _RIGHTS.search(text):
        return False
    return not standing.is_aside(text) and not _NOT_THE_WRITER.search(text)


class Places:
    """The places of an article in which forms may stand; each is made when first asked for."""

    def __init__(self, article: Article, lines: Sequence[Line]) -> None:
        self.article, self.lines = article, lines
        self._made: dict[str, tuple[str, Sequence[Passage]]] = {}

    def at(self, where: str) -> tuple[str, Sequence[Passage]]:
        """The words of a place in small letters, and its passages."""
        if where not in self._made:
            passages = [Passage(text, place, text.lower()) for text, place in self._told(where)]
            self._made[where] = "\n".join(one.small for one in passages), passages
        return self._made[where]

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """The first letters of all words of the text, by which rare ones are ruled out at once."""
        return frozenset(word[:_STEM] for word in set(_WORDS.findall(self.at("any")[0])))

    def _told(self, where: str) -> list[tuple[str, str]]:
        if where == "any":
            return [(self.article.text, "text")]
        if where == "heading":
            heads = [(line.text, line.where) for line in self.lines[1:] if line.head]
            return [(self.article.headline, "headline"), *heads]
        if where in ("line", "last"):
            last = ("last paragraph", "credit")
            return [
                (text, line.where)
                for line in self.lines
                if where == "line" or line.where in last
                for text in standing.credits_in(line)
            ]
        return self._lead(where)

    def _lead(self, where: str) -> list[tuple[str, str]]:
        parts = [
            (part, f"paragraph {number}")
            for number, part in enumerate(standing.paragraphs(self.article)[:_LEAD], 1)
        ]
        if where == "opening":
            return parts[:1]
        if where == "lead" or interviewer.is_interview(self.article):
            return parts
        return parts[:1] if where == "interview" else []


_STEM = 4
_WORDS = re.compile(r"[^\W_]+")


def by_rules(places: Places, rules: Sequence[Rule], basis: str) -> Iterator[Found]:
    """What the forms of a table find, each at most once."""
    carrier = (places.article.outlet or " ").split(" ")[-1][:4].lower()
    for rule in rules:
        if rule.basis != basis:
            continue
        small, passages = places.at(rule.where)
        if rule.own == "must" and (not carrier or carrier not in small):
            continue
        hints = _present(rule, places, small)
        if hints and (found := _first(rule, hints, passages, places.article)):
            yield found


def _present(rule: Rule, places: Places, small: str) -> list[str]:
    """The words of a form that stand in a place."""
    if rule.where != "any" or not rule.stems:
        return [word for word in rule.words if word in small]
    beginnings = places.beginnings
    return [
        word
        for word, stem in zip(rule.words, rule.stems, strict=True)
        if (stem is None or stem in beginnings) and word in small
    ]


def _first(
    rule: Rule, hints: Sequence[str], passages: Sequence[Passage], article: Article
) -> Found | None:
    for passage in passages:
        if not any(word in passage.small for word in hints):
            continue
        if rule.where == "line" and not may_credit(passage.text):
            continue
        for match in _matches(rule, hints, passage):
            name = meaning.meant(rule, match, article)
            if name is not None:
                words = match.group() if len(passage.text) > 200 else passage.text
                told = f"{words.strip()} ({passage.where})"
                return Found(name, rule.basis, rule.confidence, told, rule.name is not None)
    return None


def _matches(rule: Rule, hints: Sequence[str], passage: Passage) -> Iterator[re.Match[str]]:
    """The form's matches: in a long text only around its words."""
    # Letters whose small form is longer would shift the places.
    same = len(passage.small) == len(passage.text)
    if rule.where != "any" or rule.far or len(passage.text) < 2 * _AFTER or not same:
        yield from rule.pattern.finditer(passage.text)
        return
    for start, end in _around(hints, passage.small):
        yield from rule.pattern.finditer(passage.text, start, end)


def _around(hints: Sequence[str], small: str) -> list[tuple[int, int]]:
    """Where words stand in a text, with room on either side, in order and none twice."""
    found: list[tuple[int, int]] = []
    for word in hints:
        at = small.find(word)
        while at >= 0:
            found.append((max(0, at - _BEFORE), at + len(word) + _AFTER))
            at = small.find(word, at + 1)
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged
