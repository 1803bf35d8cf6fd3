"""The day an article first appeared, where its own words say so: datelines and credit lines."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from clippings import dates
from clippings.archive import LUNAR_CONFIDENCE, Derived
from clippings.article import Article
from clippings.provenance import credit_lines, letters, standing
from clippings.provenance.standing import Line

NAME, VERSION = "original", "2"

_WORDS = 9
"""Beside a date, a credit line has no more words than this; a form of words may have more."""
_LATER = timedelta(days=30)
"""A dateline without a year is of the published date's year only if that follows so soon."""
_YEAR = re.compile(r"\d{4}")
_FORM = re.compile(
    r"\b(?:sources?|burimi|appeared|published|reprinted|republished|printed|translated|adapted|interview|broadcast|copyright|excerpt\w*|statement"
    r"|botuar|marr[ëe]|intervist\w+|p[ëe]rkthyer|ribotuar)\b|\([cC]\)|©"
    r"|منتشر|چاپ|برگرفته|ترجم|مصاحبه|گفت.?وگو|نُ?شر|حوار|مقابلة|نقلا|منبع|المصدر|بتاريخ|مورخ",
    re.IGNORECASE,
)
_HERE = re.compile(
    r"\b(?:posted|updated|modified|captured|accessed|retrieved|archived|last|event|deadline|born|died|since|until)\b|@"
    r"|به‌?روز|آخرین|تحديث|p[ëe]rdit[ëe]suar|postuar",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"^(?P<place>[^\W\d_a-z][^\d\n()–—/]{1,40}?)[,،]?\s+(?:(?P<month>[A-Z][a-z]{2,8})\.? (?P<day>\d{1,2})"
    r"|(?P<day2>\d{1,2}) (?P<month2>[^\W\d_]{2,12}))"
    r"(?!,? ?\d{4})\.?,?\s*(?:[(/–—-]|--)"
)
_LENGTH, _LONG = 140, 260
"""Of the characters of a line, those of a dateline, and those of a credit."""
_HOUR = re.compile(r"\b\d{1,2}[.:]\d\d(?: ?(?:GMT|UTC|BST|EST|EDT|CET|am|pm))?\b", re.IGNORECASE)
_LABEL = re.compile(r"^\W*(?:dated?|data|datë|تاریخ|التاریخ|بتاریخ)\s*:", re.IGNORECASE)
_PLACE = re.compile(r"[A-Z][\w’-]+(?: [A-Z][\w’-]+)?|[\u0621-\u06d3]{2,}(?: [\u0621-\u06d3]{2,})?")


def originals(articles: Sequence[Article]) -> list[Derived]:
    """For each article the ISO day it first appeared, and the words that say so."""
    return [original(article) for article in articles]


def original(article: Article) -> Derived:
    """The day an article first appeared; unknown where its own words do not say.

    A day of the lunar Hijri calendar stands behind every other, and its basis is "hijri".
    """
    if article.stub:
        return Derived(None, None, "unknown")
    lunar = None
    for told in _stated(article):
        if told.basis == "stated":
            return told
        lunar = lunar or told
    return _inferred(article) or lunar or Derived(None, None, "unknown")


def _stated(article: Article) -> Iterator[Derived]:
    lines = [line for line in standing.edges(article) if _YEAR.search(line.text[:_LONG])]
    for fits in (_is_form, _is_credit, _is_alone):
        for line in lines:
            if line.where == "headline":
                continue
            for text in standing.credits_in(line):
                if standing.is_aside(text) or _HERE.search(text):
                    continue
                found = dates.search(text) if _YEAR.search(text) else None
                if found and found.precision != "month" and fits(text, line, article):
                    yield _derived(found, 0.95, text, line)
    for line in lines:
        if line.head and (found := _in_dateline(line.text[:_LENGTH])):
            yield _derived(found, 0.9, line.text[: found.end], line)


def _derived(found: dates.Found, sure: float, words: str, line: Line) -> Derived:
    evidence = f"{words} ({line.where})"
    if found.precision == "about":
        return Derived(found.iso, LUNAR_CONFIDENCE, "hijri", evidence)
    return Derived(found.iso[:10], sure, "stated", evidence)


def _is_form(text: str, line: Line, article: Article) -> bool:
    """Whether a form of words says where or when the article appeared first."""
    return bool(_FORM.search(text)) and (line.alone or line.head)


def _is_credit(text: str, line: Line, article: Article) -> bool:
    """Whether a line of names credits an outlet, with the date beside it."""
    if not line.alone or len(text.split()) > _WORDS + 4:
        return False
    named = credit_lines.outlet_of(text, article.outlet, block=True)
    return bool(named or credit_lines.is_byline(text) or letters.is_signature(text))


def _is_alone(text: str, line: Line, article: Article) -> bool:
    """Whether the date is all there is in the line, but for its label, the hour and a place."""
    rest = dates.WEEKDAY.sub(" ", dates.fold(credit_lines.without_date(text)[0]))
    rest = _LABEL.sub("", _HOUR.sub(" ", rest)).strip(" ,.،|-–—[]():")
    return line.alone and (not rest or bool(_PLACE.fullmatch(rest)))


def _in_dateline(text: str) -> dates.Found | None:
    """The full date of a dateline, which ends at a dash or a bracket after the place."""
    found = dates.search(text)
    if found is None or found.precision == "month" or found.start > 60:
        return None
    before, after = text[: found.start], text[found.end : found.end + 3]
    names = re.split(r"[\s,()–—-]+", before.strip())
    placed = all(not name or not name[0].islower() for name in names) and len(names) <= 6
    ends = re.match(r"\s*[(/–—:.-]", after) or (names[0].isupper() and not after)
    return found if placed and ends else None


def _inferred(article: Article) -> Derived | None:
    """A dateline's day and month, in the year of a published date that soon follows."""
    here = _as_date(article.published)
    if here is None:
        return None
    for line in standing.edges(article)[1:5]:
        match = _DATELINE.match(line.text[:_LENGTH]) if line.head else None
        if match is None:
            continue
        day, month = match["day"] or match["day2"], match["month"] or match["month2"]
        for year in (here.year, here.year - 1):
            told = _as_date((dates.parse(f"{day} {month} {year}") or ("",))[0])
            if told and timedelta(0) <= here - told <= _LATER:
                words = match.group().rstrip(" (/–—-,")
                return Derived(told.isoformat(), 0.7, "inferred", f"{words} (dateline)")
    return None


def _as_date(iso: str | None) -> date | None:
    try:
        return date.fromisoformat((iso or "")[:10])
    except ValueError:
        return None
