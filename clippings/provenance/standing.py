"""Where the lines of an article stand: credits stand at its head and its tail, not in between."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from clippings.article import Article

HEAD, TAIL = 2, 4
"""Paragraphs from either end in which credits stand."""
_TOP = 150
"""Characters of a text in which its byline stands."""
_LONG = 260
"""A credit line is shorter."""

_SENTENCE = re.compile(
    r"(?<=[^\W\d_A-Z][.!?؟])(?<!\b[\u0621-\u06d3]\.)(?<!\b[Nn]o\.)(?<!\bNr\.)(?<!\b[DM]r\.)(?<!\bMrs\.)(?<!\bProf\.)(?<!\bSt\.)\s+|(?<=[)\"”»\d][.])\s+|(?<=Inc\.)\s+"
)
_ENDS = re.compile(r"[.!?؟](?=\s)")
_ARABIC = re.compile(r"[\u0621-\u06d3]")
_PICTURE = re.compile(
    r"(?:photo(?:graph)?s?|pictures?|images?|graphics?|video|foto\w*|عکس|عکاس|تصویر|صورة|الصورة"
    r"|الصور|تصوير|عدسة)\b",
    re.IGNORECASE,
)
_MARKS = " \t\"'()[]{}<>*-–—_:;.,،«»“”‘’|/•·="
_BRACKET = re.compile(r"[(\[]")
_POINTER = re.compile(
    r"(?:(?:read|see) (?:also|more|next)|related(?: (?:stories|articles|news|coverage))?:|more (?:on|from)\b"
    r"|(?:همچنین|بیشتر) بخوانید|(?:مطالب|اخبار) مرتبط|اقرأ(?:وا|ي)? (?:أيضا|أيضاً|أيضًا|كذلك|المزيد)|مواضيع ذات صلة|أخبار ذات صلة"
    r"|lexo(?:ni)? (?:edhe|gjithashtu|më shumë)|shih edhe|lajme të ngjashme)",
    re.IGNORECASE,
)
_AGENCY_PICTURE = re.compile(
    r"\b(?:Getty|AP Photo|File Photo|EPA|Shutterstock|Photos?\)|Handout|via AP\b)",
    re.IGNORECASE,
)
_PICTURED = ("getty", "photo", "epa", "shutterstock", "handout", "via ap")
_PHOTOGRAPHER = re.compile(
    r"\b[^\W\d_]+ (?:[^\W\d_][\w.’'-]*)/(?:The )?(?:Reuters|AP|AFP|Associated Press"
    r"|Bloomberg|Xinhua|TASS|IRNA|NurPhoto|Pool)\b"
    r"|\b(?:Reuters|AP|AFP|Associated Press|EPA)/[^\W\d_]\w+ [^\W\d_]\w+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an article, and where it stands."""

    text: str
    where: str
    """"headline", "credit", "first paragraph", "last paragraph" or "paragraph 3"."""
    head: bool = False
    tail: bool = False
    alone: bool = False
    """Whether it is a credit, a paragraph of its own, or a line among lines."""
    block: bool = False
    """Whether it is one of several short lines, as a byline in several lines is."""


def paragraphs(article: Article) -> Sequence[str]:
    """The paragraphs of the text."""
    return _paragraphs(article.text)


@lru_cache(maxsize=4)
def _paragraphs(text: str) -> Sequence[str]:
    return [part.strip() for part in text.split("\n\n") if part.strip()]


def edges(article: Article) -> Sequence[Line]:
    """The headline, the credits, and the lines of the first and last paragraphs, in order."""
    return _edges(article.headline, article.text, tuple(one.text for one in article.credits))


@lru_cache(maxsize=4)
def _edges(headline: str, text: str, credited: Sequence[str]) -> Sequence[Line]:
    lines = [Line(headline, "headline")]
    lines += [Line(one.strip(), "credit", True, True, True) for one in credited]
    parts = _paragraphs(text)
    last = len(parts) - 1
    for number, part in enumerate(parts):
        head, tail = number < HEAD, number > last - TAIL
        if head or tail:
            where = {0: "first paragraph", last: "last paragraph"}
            place = where.get(number, f"paragraph {number + 1}")
            split = _before_pointers(part.split("\n"))
            alone = len(split) > 1 or len(part) < 120
            block = len(split) > 1 and all(len(one) < 70 for one in split)
            lines += [
                Line(one.strip(), place, head, tail, alone, block) for one in split if one.strip()
            ]
    return lines


def is_at_the_top(line: Line, article: Article) -> bool:
    """Whether a line is one of the first of a text, or a credit beside it."""
    return article.text.find(line.text, 0, _TOP + len(line.text)) >= 0 or line.where == "credit"


def _before_pointers(lines: list[str]) -> list[str]:
    """The lines of a paragraph before one that only says "Read also", after which others' headlines stand."""
    for number, line in enumerate(lines):
        bare = line.lstrip(_MARKS)
        if number + 1 < len(lines) and len(bare) < 40 and _POINTER.match(bare):
            return lines[:number]
    return lines


def credits_in(line: Line) -> Sequence[str]:
    """The sentences of a line that may be credits; none of a long one."""
    return () if line.where == "headline" or len(line.text) > _LONG else _sentences(line.text)


@lru_cache(maxsize=64)
def _sentences(text: str) -> Sequence[str]:
    found, start = [], 0
    for end in _ENDS.finditer(text):
        if gap := _SENTENCE.match(text, end.start() + 1):
            found.append(text[start : gap.start()])
            start = gap.end()
    found.append(text[start:])
    return tuple(part.strip() for part in found if part.strip())


@lru_cache(maxsize=64)
def is_aside(text: str) -> bool:
    """Whether a sentence is a credit of the pictures or points to other articles."""
    bare, small = text.lstrip(_MARKS), text.lower()
    return bool(
        _PICTURE.match(bare)
        or _POINTER.match(bare)
        or (
            ("(" in text or "[" in text)
            and any(_PICTURE.match(part.lstrip()) for part in _BRACKET.split(text)[1:])
        )
        or (any(map(small.__contains__, _PICTURED)) and _AGENCY_PICTURE.search(text))
        or ("/" in text and _PHOTOGRAPHER.search(text))
    )


def is_caption(line: Line, before: Line, last: bool) -> bool:
    """Whether a line without a full stop stands between paragraphs of an Arabic or Persian text.

    Without capitals what a picture shows cannot be told from who signs: "Boats at anchor (AGENCY)".
    """
    inside = not last and before.where != "headline" and not line.block and line.where != "credit"
    ends = line.text.rstrip('»"”').endswith((".", ":", "؟", "!"))
    sentence = before.text.rstrip('»"”').endswith((".", "؟", "!"))
    return inside and sentence and not ends and bool(_ARABIC.match(line.text))


def right_to_left(article: Article) -> bool:
    """Whether an article is in Arabic script."""
    return bool(_ARABIC.search(article.headline) or _ARABIC.search(article.text[:80]))
