"""Texts and their credit lines → who wrote the article first, with the words it rests on.

What a line states is kept apart from what only a house style or a self-reference suggests. Citing an
outlet ("X reported that …", "told X, a news agency") is not being written by it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clippings import outlets
from clippings.archive import Derived
from clippings.article import Article
from clippings.provenance_rules import RULES, Rule

NAME, VERSION = "origin", "1"

_HEAD, _TAIL = 2, 5
"""Paragraphs from either end in which credits stand."""

_PICTURE = re.compile(
    r"\b(?:photo|photograph|picture|image|graphic|video|fotoja?|foto)\b|عکس|تصویر|صورة|الصورة|تصوير",
    re.IGNORECASE,
)
"""A line on the pictures says nothing of the text."""

_CAPITALS = re.compile(r"(?:By |BY )?[^\Wa-z]+(?:[ .'’-]+[^\Wa-z]+)+")

_LABEL = re.compile(r"^[^\W\d_][^:\n]{0,40}:\s", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an article, and where it stands."""

    text: str
    where: str
    """"headline", "credit", "first paragraph", "last paragraph" or "paragraph 3"."""
    edge: bool
    """Whether credits may stand there."""


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that speaks for an origin."""

    name: str
    basis: str
    confidence: float
    evidence: str


def origins(articles: Sequence[Article]) -> list[Derived]:
    """For each article who wrote it first: the name, how sure that is, and the words it rests on."""
    return [origin(article) for article in articles]


def origin(article: Article) -> Derived:
    """Who wrote an article first; unknown where nothing says so."""
    best: Found | None = None
    for found in _findings(article):
        if best is None or found.confidence > best.confidence:
            best = found
    if best is None:
        return Derived(None, None, "unknown")
    return Derived(best.name, best.confidence, best.basis, best.evidence)


def _findings(article: Article) -> Iterator[Found]:
    if article.stub:
        return
    yield from _house_style(article)
    interview = len(_LABEL.findall(article.text)) >= 2
    for line in _lines(article):
        if _PICTURE.search(line.text[:60]) and line.edge and len(line.text) < 120:
            continue
        for rule in RULES:
            if rule.fits(line.edge, line.where, interview):
                yield from _applied(rule, line, article)


def _house_style(article: Article) -> Iterator[Found]:
    """A byline in capitals and " _ " for dashes: how the Associated Press sends its copy."""
    byline = next((one.text for one in article.credits if _CAPITALS.fullmatch(one.text)), None)
    if byline and article.text.count(" _ ") >= 2:
        yield Found("Associated Press", "inferred", 0.6, f'{byline} (credit), " _ " for dashes')


def _lines(article: Article) -> Iterator[Line]:
    """Headline, credits, paragraphs; single lines of a paragraph where it has several."""
    yield Line(article.headline, "headline", False)
    for credit in article.credits:
        yield Line(credit.text, "credit", True)
    paragraphs = [part.strip() for part in article.text.split("\n\n") if part.strip()]
    last = len(paragraphs) - 1
    for number, paragraph in enumerate(paragraphs):
        where = {0: "first paragraph", last: "last paragraph"}.get(
            number, f"paragraph {number + 1}"
        )
        edge = number < _HEAD or number > last - _TAIL
        for line in paragraph.split("\n") if edge else [paragraph]:
            yield Line(line.strip(), where, edge)


def _applied(rule: Rule, line: Line, article: Article) -> Iterator[Found]:
    for match in rule.pattern.finditer(line.text):
        name = rule.name or _named(rule, match["name"], article)
        if name is None or (rule.after and rule.after.match(line.text, match.end())):
            continue
        words = match.group() if len(line.text) > 160 else line.text
        yield Found(name, rule.basis, rule.confidence, f"{words.strip()} ({line.where})")
        return


def _named(rule: Rule, words: str, article: Article) -> str | None:
    """The outlet meant by these words; None where they may well name something else."""
    words = re.sub(r"\s+", " ", words).strip(' .,;:–—-«»"“”()[]/')
    if not words:
        return None
    if rule.own:
        return article.outlet
    found = outlets.known(words)
    if found is not None:
        return found
    if article.outlet and outlets.same(words, article.outlet):
        return article.outlet
    if rule.trusts or (rule.body and outlets.says_it_publishes(words)):
        return words
    return None
