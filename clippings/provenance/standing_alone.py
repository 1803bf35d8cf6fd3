"""Whether a line that has a name's shape is who signs: what the rest of the text says beside it."""

import re
from collections.abc import Iterator

from clippings.article import Article
from clippings.folding import fold
from clippings.provenance import given_names, headings, names, standing

_NOTES = 3
"""Last paragraphs that may be a note on who wrote."""
_NOTE = re.compile(
    r"\b(?:[Ff]ollow|[Ww]rite to|[Cc]ontact|[Ee]mail|[Tt]ranslated|[Pp]ublished|[Pp]ublikuar|[Bb]otuar|[Cc]opyright)\b|[@©*]|نویسنده|الكاتب|المؤلف|ترجم"
)
_PLACES = frozenset(
    fold(
        """رام الله|تل أبيب|خان يونس|دير الزور|بيت لحم|بيت لاهيا|بيت حانون|أبو ظبي|ابوظبی|شرم الشيخ|كفر الشيخ|أم درمان|أم القيوين
        |رأس الخيمة|بور سعيد|بور سودان|بندر عباس|بندر انزلی|خرم آباد|مزار شریف|جلال آباد|اسلام آباد|كوالا لمبور|نيو دلهي|دهلی نو|نيويورك
        |لوس أنجلوس|لوس آنجلس|سان فرانسيسكو|بوينس آيرس|ريو دي جانيرو|هونغ كونغ|هنگ کنگ|سيدي بوزيد|سيدي بلعباس|عين الحلوة|بن قردان
        |نجع حمادي|بني سويف|بني ملال|بني غازي|تيزي وزو|جبل لبنان|جنوب لبنان|جنوب السودان|كردستان العراق|سوريا الجديدة|مارب"""
    )
    .replace("\n        ", "")
    .split("|")
)
"""Places of two words, some of which begin as persons' names do."""
_ARTICLE = re.compile(r"ال(?!ه[اه]م?\b|یاس\b|ياس\b|ناز\b|میرا\b|سيد\b)")


def signs(name: str, line: standing.Line, article: Article) -> bool:
    """Whether the rest of a text lets a line be the name of who signs it.

    Whom the text speaks about is its subject; a heading's words come again; a note on who wrote says
    the name again, which is no sign against it.
    """
    rest = _rest(name, line, article)
    if names.right(name):
        return _signs_right(name, rest)
    if headings.is_heading(name, rest):
        return False
    if name.isupper():
        small = set(re.findall(r"[^\W\d_]+", rest))
        if any(word.lower() in small for word in re.split(r"[\W_]+", name) if len(word) > 3):
            return False
    surname = re.split(r"[ ]", name)[-1]
    return not re.search(rf"\b{re.escape(surname)}\b", rest, re.IGNORECASE if name.isupper() else 0)


def _signs_right(name: str, rest: str) -> bool:
    """In Arabic script: no word of the name comes again, or only its given name, which is a word too."""
    words = [word for word in name.split() if len(word) > 2]
    if given_names.opens_with_one(name):
        words = words[1:] or words
    return not any(word in rest for word in words)


def is_place(name: str) -> bool:
    """Whether a name in Arabic script is a place's: "القدس المحتلة" begins with the article."""
    return fold(name) in _PLACES or bool(_ARTICLE.match(name))


def is_noted(name: str, line: standing.Line, article: Article) -> bool:
    """Whether a credit or one of the last paragraphs names a person again."""
    last = standing.paragraphs(article)[-_NOTES:]
    return line.where == "credit" or any(name in part for part in last if part != line.text)


def _rest(name: str, line: standing.Line, article: Article) -> str:
    """The headline and the text without the line, and without what notes say of the name."""
    parts = list(standing.paragraphs(article))
    at = next((number for number, part in enumerate(parts) if line.text in part), 0)
    notes = max(at + 1, len(parts) - _NOTES)
    told = [part for part in parts[:notes] if part != line.text]
    told += [part for part in parts[notes:] if not _is_note(part, name)]
    return f"{article.headline}\n" + "\n".join(_without(line.text, told))


def _without(text: str, parts: list[str]) -> Iterator[str]:
    for part in parts:
        yield part.replace(text, "", 1) if "\n" in part else part


def _is_note(part: str, name: str) -> bool:
    """Whether a paragraph speaks of the name as a note on who wrote does."""
    if len(part) > 400:
        return False
    return name in part or bool(name.split()[-1] in part and _NOTE.search(part))
