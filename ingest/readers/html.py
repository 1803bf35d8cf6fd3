"""A web page that holds one article."""

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO

from clippings.article import Article, Credit, Person
from ingest import urls
from ingest.extract import Page, extract
from ingest.outcomes import Skipped
from ingest.readers.captures import vocabulary
from ingest.readers.charsets import decoded, sniff
from ingest.readers.credits import take_credits
from ingest.readers.pieces import Piece, join
from ingest.readers.saved import unwrapped

LARGEST = 5 * 2**20
"""Characters of a page without the images inside it; nobody wrote more."""

_UNPACKED = 64 * 2**20
_BEFORE = r"\s*(?:<\?xml[^>]{0,300}\?>\s*)?(?:<!--(?:(?!-->).){0,5000}-->\s*)*"
_OPENS = re.compile(
    rf"{_BEFORE}<(?:!doctype\s+html|html|head|body|style|script|meta|noscript|div|center|p|h[1-6]|font|span)\b",
    re.IGNORECASE | re.DOTALL,
)
_OPENS_LATER = re.compile(
    rf"{_BEFORE}<(?:title|link|base|article|section|main|header|nav|table|a|img|form|iframe)\b"
    r".{0,15000}?<(?:!doctype\s+html|html|body)\b",
    re.IGNORECASE | re.DOTALL,
)
"""Elements that other formats begin with, too, unless the page itself follows."""

_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_DECLARED_IN = 4_096
_WIRES = re.compile(
    r"(?:the )?associated press|ap|afp|agence france[- ]presse|(?:thomson )?reuters|dpa|apa|sda|"
    r"keystone-sda|ansa|efe|lusa|anp|belga|ritzau|ntb|tt|tass|interfax|xinhua|kyodo|yonhap|irna|isna|fna|"
    r"press association|pa media|upi|agencies|agenturen|agences|agencias|news agencies",
    re.IGNORECASE,
)
"""Agencies that pages name as the author."""

# What browsers read under these names: https://encoding.spec.whatwg.org/#names-and-labels
_READ_AS = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
}


def recognises(head: bytes) -> bool:
    """Whether a web page begins here."""
    opening = decoded(head[: _DECLARED_IN * 4]).lstrip("\ufeff")
    return bool(_OPENS.match(opening) or _OPENS_LATER.match(opening))


def read(name: str, stream: BinaryIO) -> Iterator[Article | Skipped]:
    """The article of a saved page, with the address and the moment that the saving left in it."""
    yield read_page(name, stream.read(_UNPACKED + 1), url=urls.fetched(name))


def read_page(
    name: str, data: bytes, *, url: str | None = None, captured: str | None = None
) -> Article | Skipped:
    """The article of one page that was had from an address at a moment, where these are known."""
    if not data.strip():
        return Skipped(name, "empty", "The page is empty.")
    saved = unwrapped(text_of(data))
    if len(data) > _UNPACKED or len(saved.html) > LARGEST:
        return Skipped(name, "too large", f"The page has more than {LARGEST // 2**20} MB of text.")
    page = extract(saved.html, saved.url or url)
    if not page.article:
        why = "The page holds no article: it is a front page, a list, or its text is not in it."
        return Skipped(name, "no article", why)
    return article_of(name, page, saved.captured or captured)


def text_of(data: bytes) -> str:
    """The page's text: UTF-8 if it is that, else as it declares, else as it looks."""
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode(sniff(data[:_DECLARED_IN]), errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(_encoding(data), errors="replace")


def _encoding(data: bytes) -> str:
    """The encoding of what is not plain UTF-8."""
    declared = _DECLARED.search(data[:_DECLARED_IN])
    looks = sniff(data)
    if not declared or looks.startswith("utf"):
        return looks
    try:
        name = codecs.lookup(declared[1].decode("ascii")).name
    except LookupError:
        return looks
    return looks if name.startswith("utf") else _READ_AS.get(name, name)


def article_of(name: str, page: Page, captured: str | None = None) -> Article:
    """The article a page holds, its credit lines taken out of the text."""
    pieces = [Piece(text, gap=True) for text in page.text.split("\n\n")]
    credits, signed = take_credits(pieces, vocabulary(page.text))
    text, removed = join(pieces)
    named = [name for name in page.byline if not _WIRES.fullmatch(name)]
    wires = tuple(Credit(name, "agency") for name in page.byline if _WIRES.fullmatch(name))
    house = tuple(Credit(name, "byline") for name in (page.house,) if name)
    people = {person.name.casefold(): person for person in (*map(Person, named), *signed)}
    return Article(
        headline=page.headline or "",
        source=name,
        text=text,
        url=page.url,
        site=urls.domain(page.url) if page.url else None,
        outlet=page.site,
        section=page.section,
        tags=page.tags,
        published=page.published,
        published_precision=page.published_precision,
        modified=page.modified,
        byline=tuple(people.values()),
        credits=(*wires, *house, *credits),
        language=page.language,
        captured=captured,
        removed=(*page.removed, *removed),
    )
