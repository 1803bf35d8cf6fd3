"""What a site calls itself: in its statements, else where its name stands and its domain bears it out."""

import re
import unicodedata
from collections.abc import Iterator

import lxml.html

from ingest import urls
from ingest.extract import headlines
from ingest.extract.statements import Statements

_STATED = ("og:site_name", "application-name")
_PUBLISHER = ("publisher", "dc.publisher", "dcterms.publisher", "apple-mobile-web-app-title")
_SLOGAN = re.compile(r"\s+[-–—|•·:»]\s+|\s*[|｜]\s*")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)[\s\d–-]*(?:by\s+)?([^\d©|•·–.,()/]{2,60})", re.IGNORECASE
)
_LONGEST = 60
_SHORTEST = 2
_MEANS = 4
"""Letters of a name that are enough to tell it by its beginning."""

_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "å": "aa", "ø": "oe", "æ": "ae"}
)
_ANY = frozenset("www blog blogs news web com co org net online en de".split())
"""Parts of a domain that name no site."""


def site_name(tree: lxml.html.HtmlElement, stated: Statements, url: str | None) -> str | None:
    """The name of the site: what it calls itself, else who publishes, else what its domain is short for."""
    domain = urls.domain(url) if url else None
    said = (stated.first(*_STATED), stated.said("publisher"))
    for name in filter(None, said):
        if not urls.is_address(name):
            return _without_slogan(headlines.squeezed(name), domain)
    for name in _elsewhere(tree, stated) if domain else ():
        if _SHORTEST <= len(name) <= _LONGEST and _bears_out(domain, name):
            return name
    return None


def _without_slogan(name: str, domain: str | None) -> str:
    """A name without what stands behind or before it, where the domain bears out which part is the name."""
    parts = [part.strip() for part in _SLOGAN.split(name)]
    if len(parts) > 1 and domain:
        return next((part for part in parts if part and _bears_out(domain, part)), name)
    return name


def _elsewhere(tree: lxml.html.HtmlElement, stated: Statements) -> Iterator[str]:
    """What may be the name, the surest first."""
    yield from map(headlines.squeezed, filter(None, (stated.first(one) for one in _PUBLISHER)))
    yield from map(headlines.squeezed, stated.sites)
    for title in headlines.titles_of(tree, stated):
        yield from (part.strip() for part in reversed(_SLOGAN.split(title)[1:]))
    if home := headlines.home_of(tree):
        yield home
    for text in tree.xpath(".//body//text()[contains(., '©')]"):
        if match := _COPYRIGHT.search(headlines.squeezed(text)):
            yield match[1].strip()


def _bears_out(domain: str | None, name: str) -> bool:
    """Whether the name is what a part of the domain says, in full, in its first letters, or nearly."""
    labels = (domain or "").split(".")
    if _spelt(name) & {"".join(labels).replace("-", "")}:
        return True
    initials = "".join(word[0] for word in headlines.words(name))
    for label in (part.replace("-", "") for part in labels[:-1]):
        if label in _ANY or len(label) < _SHORTEST:
            continue
        if label == initials or any(_are_one(label, plain) for plain in _spelt(name)):
            return True
    return False


def _are_one(label: str, plain: str) -> bool:
    """Whether one of two is the other, or begins it and is long enough to mean it."""
    alike = plain.startswith(label) or label.startswith(plain)
    return plain == label or (min(len(plain), len(label)) >= _MEANS and alike)


def _spelt(name: str) -> set[str]:
    """A name's letters as domains write them: without accents, or with two vowels for an umlaut."""
    plain = "".join(headlines.words(name))
    bare = "".join(
        sign for sign in unicodedata.normalize("NFD", plain) if not unicodedata.combining(sign)
    )
    return {bare.removeprefix("the"), bare, plain.translate(_UMLAUTS)} - {""}
