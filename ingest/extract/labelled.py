"""Who signs where nothing but the words on the page says so: "Autor: Name", "5 May 2020 – Name"."""

import re
from collections.abc import Iterator

import lxml.html

from clippings import dates

_LABEL = re.compile(
    r"[\W_]*(?:(?P<sure>autor(?:in)?(?:[/:*]in(?:nen)?|/autor(?:in)?)?|author|auteur(?:e)?|autore|verfasser(?:in)?"
    r"|(?:written|words|story|report(?:ed|ing)?|text|article|reportage|photos? and text) by|by|von|par"
    r"|nga|shkruar nga|نو[یي]سنده|نوشته|به قلم|بقلم|ال[کك]اتب)"
    r"|texte? (?:&|und|and|et) (?:fotos?|photos?|bilder)|text|redaktion|reporter|skribent|tekst|testo|texte)"
    r"\s*(?P<mark>[:：])?\s*(?P<name>.*)",
    re.IGNORECASE,
)
"""`sure` names whoever wrote it, even where no colon follows and the name stands in the next element."""

_PARTICLES = frozenset(
    "von van der den de da di del della du dos la le el al bin ibn ter zu".split()
)
_BODY = re.compile(
    r"\b(?:agenc\w+|agentur\w*|agenzia|agjenci\w*|news|press|presse|wire|times|daily|weekly|gazet\w+|zeitung|redaktion"
    r"|وكال[ةه]|خبرگزار[یي]|صحيف[ةه]|جريد[ةه]|مجل[ةه]|روزنامه|شبك[ةه])\b",
    re.IGNORECASE,
)
"""What is in the name of an outlet or an agency, which stands beside a day as often as a person does."""
_SHORT = 80
_MOST = 4_000
"""Pieces of text past which no label of the article stands."""


def labelled(tree: lxml.html.HtmlElement) -> Iterator[tuple[lxml.html.HtmlElement, str]]:
    """Names behind a label that says they wrote it, each with the element it stands in."""
    before = None
    for element, text in _pieces(tree):
        if before is not None and is_name(name := _bare(text)):
            yield element, name
        match = _LABEL.fullmatch(text) if len(text) <= _SHORT else None
        before = match if match and not match["name"] and (match["sure"] or match["mark"]) else None
        if match and match["mark"] and is_name(name := _bare(match["name"])):
            yield element, name


def dated(tree: lxml.html.HtmlElement) -> Iterator[tuple[lxml.html.HtmlElement, str]]:
    """Names that share a line with a day, above the text."""
    for element, text in _pieces(tree):
        if len(text) > _SHORT:
            return
        found = dates.search(text)
        if found is None or found.precision in ("year", "month"):
            continue
        before, after = text[: found.start].strip(), text[found.end :].strip()
        rest = before or after
        if (before and after) or not re.match(r"[-–—|·•/]", rest[::-1] if before else rest):
            continue
        if is_name(name := _bare(rest)) and not _BODY.search(name):
            yield element, name


def is_name(text: str) -> bool:
    """Whether a text looks like the whole name of a person: two to four words, none in small letters."""
    parts = text.split()
    whole = [part for part in parts if part not in _PARTICLES]
    plain = not re.search(r"[^\w\s.'’\u200c-]|[\d_]", text)
    return len(whole) >= 2 and len(parts) <= 5 and plain and not any(w[0].islower() for w in whole)


def _bare(text: str) -> str:
    """A name without what stands round it, such as "(Editor)" behind it."""
    return re.sub(r"\s*[(,|].*$", "", text).strip(" :：-–—|·•/\u00a0")


def _pieces(tree: lxml.html.HtmlElement) -> Iterator[tuple[lxml.html.HtmlElement, str]]:
    """The texts between marks, in order, each with the element it stands in."""
    for number, piece in enumerate(tree.xpath(".//body//text()[normalize-space()]")):
        element = piece.getparent()
        if number >= _MOST:
            return
        if element is not None and element.tag not in ("script", "style", "noscript", "option"):
            yield element, " ".join(piece.split())
