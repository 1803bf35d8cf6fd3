"""Where a text is searched for a form, and what is found there: cheap looks before costly ones."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from clippings.article import Article
from clippings.provenance import interviewer, meaning, standing
from clippings.provenance.beginnings import Beginnings
from clippings.provenance.rules import INFERRED, STATED, Rule
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
    if any(map(small.__contains__, _HOLDS)) and _HOLDER.search(text):
        return not standing.is_aside(text)
    if "all rights reserved" in small:
        return False
    other = any(map(small.__contains__, _OTHERWISE)) and _NOT_THE_WRITER.search(text)
    return not other and not standing.is_aside(text)


class Places:
    """The places of an article in which forms may stand; each is made when first asked for."""

    def __init__(self, article: Article, lines: Sequence[Line]) -> None:
        self.article, self.lines = article, lines
        self._made: dict[str, tuple[str, Sequence[Passage]]] = {}
        self._begun: dict[int, list[int]] | None = None
        self.starts: dict[str, list[int]] = {}
        """Where words that were looked for stand in the whole text."""

    def at(self, where: str) -> tuple[str, Sequence[Passage]]:
        """The words of a place in small letters, and its passages."""
        if where not in self._made:
            passages = [Passage(text, place, _small(text)) for text, place in self._told(where)]
            self._made[where] = "\n".join(one.small for one in passages), passages
        return self._made[where]

    def begun(self, beginnings: Beginnings) -> Mapping[int, Sequence[int]]:
        """The beginnings of words that stand in the article, and where: in its text first of all."""
        if self._begun is None:
            others = [line.text for line in self.lines if line.where in ("headline", "credit")]
            self._begun = beginnings.within("\n".join((self.at("any")[0], *map(_small, others))))
        return self._begun

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


@lru_cache(maxsize=32)
def _small(text: str) -> str:
    return text.lower()


_Hints = dict[int, list[tuple[str, int, list[int]]]]
"""By the beginning of a word: the word, how far from there it starts, and the rules it speaks for."""
_SHORT = -1
"""Stands for the beginning of words that are too short to be looked for by it."""


class Table:
    """Rules in their order, with an index of the words of which one must stand where a form does."""

    def __init__(self, rules: Sequence[Rule], size: int) -> None:
        self._rules = tuple(rules)
        speaks: dict[tuple[str, str, str, str | None], list[int]] = {}
        for number, rule in enumerate(self._rules):
            for word, key in zip(rule.words, rule.keys, strict=True):
                speaks.setdefault((rule.basis, rule.where, word, key), []).append(number)
        self._beginnings = Beginnings(size, {key for *_, key in speaks if key})
        self._hints: dict[str, dict[str, _Hints]] = {STATED: {}, INFERRED: {}}
        for (basis, where, word, key), numbers in speaks.items():
            begins = self._beginnings.number(key) if key else _SHORT
            hints = self._hints[basis].setdefault(where, {}).setdefault(begins, [])
            hints.append((word, not word.startswith(key or ""), numbers))

    def found(self, places: Places, basis: str) -> Iterator[Found]:
        """What the forms of one basis find, each at most once."""
        carrier = (places.article.outlet or " ").split(" ")[-1][:4].lower()
        for number, words in sorted(self._present(places, basis).items()):
            rule = self._rules[number]
            if rule.own == "must" and (not carrier or carrier not in places.at(rule.where)[0]):
                continue
            if found := _first(rule, words, places, carrier if rule.own == "must" else ""):
                yield found

    def _present(self, places: Places, basis: str) -> dict[int, list[str]]:
        """The rules of which a word stands in their place, and those words."""
        present: dict[int, list[str]] = {}
        begun = places.begun(self._beginnings)
        for where, hints in self._hints[basis].items():
            small = places.at(where)[0]
            for begins in (*(hints.keys() & begun.keys()), _SHORT) if small else ():
                for word, after, numbers in hints.get(begins, ()):
                    if where == "any":
                        starts = places.starts[word] = [
                            start + after
                            for start in begun[begins]
                            if small.startswith(word, start + after)
                        ]
                        if not starts:
                            continue
                    elif word not in small:
                        continue
                    for number in numbers:
                        present.setdefault(number, []).append(word)
        return present


def _first(rule: Rule, hints: Sequence[str], places: Places, near: str) -> Found | None:
    passages = places.at(rule.where)[1]
    for passage in passages:
        if len(passages) > 1 and not any(map(passage.small.__contains__, hints)):
            continue
        if rule.where == "line" and not may_credit(passage.text):
            continue
        for match in _matches(rule, hints, passage, places.starts, near):
            name = meaning.meant(rule, match, places.article)
            if name is not None:
                words = match.group() if len(passage.text) > 200 else passage.text
                told = f"{words.strip()} ({passage.where})"
                return Found(name, rule.basis, rule.confidence, told, rule.name is not None)
    return None


def _matches(
    rule: Rule,
    hints: Sequence[str],
    passage: Passage,
    starts: Mapping[str, Sequence[int]],
    near: str,
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
    spots = [(start, start + len(word)) for word in hints for start in starts[word]]
    if rule.leads:
        yield from filter(None, (rule.pattern.match(passage.text, at) for at, _ in sorted(spots)))
        return
    for start, end in _around(spots):
        if near in passage.small[start:end]:
            yield from rule.pattern.finditer(passage.text, start, end)


def _around(spots: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spots in a text with room on either side, in order, and one where they meet."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spots):
        start, end = max(0, start - _BEFORE), end + _AFTER
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged
