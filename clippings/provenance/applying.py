"""Where a text is searched for a form, and what is found there: cheap looks before costly ones."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from clippings.article import Article
from clippings.provenance import interviewer, meaning, standing
from clippings.provenance.rules import Rule
from clippings.provenance.standing import Line

_LEAD = 3
"""Paragraphs in which a text says how it came about."""
_BEFORE, _AFTER = 120, 220
"""Characters around a word that a form contains, in which all of the form stands."""
_NOT_THE_WRITER = re.compile(
    r"(?:videos?|footage|clip|audio|maps?|graphics?|chart|images?|photos?|pictures?|remarks)\b.{0,60}courtesy|letters? to the editor|to the editors? of|posted by|distributed by|provided by|see also|read more"
    r"|^\W*(?:tags?|keywords|topics|filed under|برچسب|کلیدواژه|كلمات|الوسوم|وسوم|etiket)[^:]{0,20}:"
    r"|(?:ساهم|ساهمت|شارك|شاركت) في (?:إعداد|هذا|التقرير|التغطية)|با همکاری|kontribu\w+"
    r"|https?://|@|follow us|subscribe",
    re.IGNORECASE,
)
_HOLDER = re.compile(r"©|\([cC]\)|copyright|reserved (?:to|by|for) ", re.IGNORECASE)


_HOLDS = ("©", "(c)", "copyright", "reserved ")
_OTHERWISE = (
    "courtesy", "letter", "to the editor", "posted by", "distributed by", "provided by", "see also", "read more",
    "tag", "keyword", "topics", "filed under", "برچسب", "کلیدواژه", "كلمات", "وسوم", "etiket", "ساهم", "شارك",
    "همکاری", "kontribu", "http", "@", "follow us", "subscribe",
)  # fmt: skip
"""Of each form above, what stands wherever it does: looked for first, being quick."""


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


@lru_cache(maxsize=256)
def may_credit(text: str) -> bool:
    """Whether a sentence may say who wrote: none on the pictures, none that only distributes."""
    small = text.lower()
    if any(word in small for word in _HOLDS) and _HOLDER.search(text):
        return not standing.is_aside(text)
    if "all rights reserved" in small:
        return False
    other = any(word in small for word in _OTHERWISE) and _NOT_THE_WRITER.search(text)
    return not other and not standing.is_aside(text)


class Places:
    """The places of an article in which forms may stand; each is made when first asked for."""

    def __init__(self, article: Article, lines: Sequence[Line]) -> None:
        self.article, self.lines = article, lines
        self._made: dict[str, tuple[str, Sequence[Passage]]] = {}
        self._beginnings: dict[str, frozenset[str]] = {}

    def at(self, where: str) -> tuple[str, Sequence[Passage]]:
        """The words of a place in small letters, and its passages."""
        if where not in self._made:
            passages = [Passage(text, place, text.lower()) for text, place in self._told(where)]
            self._made[where] = "\n".join(one.small for one in passages), passages
        return self._made[where]

    def beginnings(self, where: str) -> frozenset[str]:
        """The first letters of all words in a place, by which most forms are ruled out at once."""
        if where not in self._beginnings:
            small = self.at(where)[0]
            for mark in _BREAKS:
                small = small.replace(mark, " ")
            words = set(small.split())
            self._beginnings[where] = frozenset({word.lstrip(_MARKS)[:_STEM] for word in words})
        return self._beginnings[where]

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
_BREAKS = "—–-/'’"
_MARKS = '"“”„«»‘([{*•.…'


class Table:
    """Rules in their order, with an index of the words of which one must stand where a form does."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = tuple(rules)
        self._stems: dict[str, dict[str, list[tuple[int, str]]]] = {}
        self._loose: dict[str, dict[str, list[int]]] = {}
        for number, rule in enumerate(self.rules):
            stems = self._stems.setdefault(rule.where, {})
            loose = self._loose.setdefault(rule.where, {})
            for word, stem in zip(rule.words, rule.stems, strict=True):
                if stem is None:
                    loose.setdefault(word, []).append(number)
                else:
                    stems.setdefault(stem, []).append((number, word))

    def found(self, places: Places) -> Iterator[Found]:
        """What the forms find, each at most once."""
        carrier = (places.article.outlet or " ").split(" ")[-1][:4].lower()
        for number, words in sorted(self._present(places).items()):
            rule = self.rules[number]
            small, passages = places.at(rule.where)
            if rule.own == "must" and (not carrier or carrier not in small):
                continue
            near = carrier if rule.own == "must" else ""
            if found := _first(rule, words, passages, places.article, near):
                yield found

    def _present(self, places: Places) -> dict[int, list[str]]:
        """The rules of which a word stands in their place, and those words."""
        present: dict[int, list[str]] = {}
        for where, stems in self._stems.items():
            small = places.at(where)[0]
            for stem in stems.keys() & places.beginnings(where) if stems else ():
                for number, word in stems[stem]:
                    if word in small:
                        present.setdefault(number, []).append(word)
            for word, numbers in self._loose[where].items():
                if word in small:
                    for number in numbers:
                        present.setdefault(number, []).append(word)
        return present


def _first(
    rule: Rule, hints: Sequence[str], passages: Sequence[Passage], article: Article, near: str
) -> Found | None:
    for passage in passages:
        if len(passages) > 1 and not any(word in passage.small for word in hints):
            continue
        if rule.where == "line" and not may_credit(passage.text):
            continue
        for match in _matches(rule, hints, passage, near):
            name = meaning.meant(rule, match, article)
            if name is not None:
                words = match.group() if len(passage.text) > 200 else passage.text
                told = f"{words.strip()} ({passage.where})"
                return Found(name, rule.basis, rule.confidence, told, rule.name is not None)
    return None


def _matches(
    rule: Rule, hints: Sequence[str], passage: Passage, near: str
) -> Iterator[re.Match[str]]:
    """The form's matches: in a long text only around its words, if what is `near` stands there, too."""
    if rule.anchored:
        if match := rule.pattern.match(passage.text):
            yield match
        return
    # Letters whose small form is longer would shift the places.
    same = len(passage.small) == len(passage.text)
    if rule.where != "any" or rule.far or len(passage.text) < 2 * _AFTER or not same:
        yield from rule.pattern.finditer(passage.text)
        return
    for start, end in _around(hints, passage.small):
        if near in passage.small[start:end]:
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
