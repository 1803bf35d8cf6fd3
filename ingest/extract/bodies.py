"""The text of an article out of its page: trafilatura, helped before, checked and rescued after."""

import re

import lxml.html

from clippings.article import Removed
from ingest import markup
from ingest.extract import found as libraries
from ingest.extract import joining
from ingest.extract.furniture import leads_elsewhere
from ingest.extract.headlines import words
from ingest.extract.joining import Placed, letters
from ingest.extract.statements import Statements

_DATE_LINE = re.compile(r"\b(?:19|20)\d\d\b")
_COLOPHON = re.compile(
    r"^(?:follow (?:us|him|her|them|me)\b|subscribe\b|sign up\b|share this|"
    r"have (?:a|any) (?:news )?(?:tip|story)|reach the reporters?|email [A-Z]|"
    r"(?:follow|contact) [A-Z][\w.-]+ [A-Z])",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?i:\b(?:report(?:ing|ed)|writing|written|edit(?:ing|ed)|contribut(?:ed|ing)|compiled)\b"
    r".{0,60}\b(?:by|to)\b|\b(?:originally|first) (?:published|appeared)\b|\bcopyright\b)|©|"
    r"\b(?:AP|AFP|DPA|Reuters|Agencies)\b"
)
"""What tells where a text comes from: it closes the text whatever else does."""

_NOTICE = re.compile(
    r"(?:advertisement|advertising|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|reklame?|"
    r"annonse|реклама|اعلان|تبلیغات|photo|photos|image|foto|fotos|bild|picture|video|credit|getty images|"
    r"share|teilen|print|comments?|tags?|loading)\b(?:\s*[:：©(/|].{0,120})?[\s.…]*$",
    re.IGNORECASE,
)
"""A line that is a label of the page, as "Advertisement", or a picture's, as "Photo: …"."""

_HANDLE = re.compile(
    r"(?:twitter|instagram|facebook|telegram)\b.*@\w|@\w+.*\btwitter|\bhttps?://\S+$", re.IGNORECASE
)
_ENDS = re.compile(r"[.!?…。！？؟:;\"”»’)\]]\s*$")
_MARKUP = re.compile(r"</?(?:p|br|div|a|em|strong|h\d|li)\b", re.IGNORECASE)
_STATED_ENOUGH = 400
_AGREES = 0.85
_FEW = 250
_MOST = 2_000
"""Paragraphs past which each is not compared with all: no article has as many."""

_LINE = 100
_AFTER = 60
_MOSTLY = 0.65
_LONGER = 1.25


def paragraphs(
    tree: lxml.html.HtmlElement, stated: Statements, headline: str | None
) -> tuple[list[str], list[Removed]]:
    """The paragraphs of the article; what repeats its head or follows its end apart from them."""
    placed = joining.places(tree)
    everything = _first(tree, placed)
    second = libraries.second(tree)
    everything = joining.once(joining.whole(everything, placed, second))
    found = _agreed(everything, second, {one.key: one.home for one in placed})
    found = _without_head(found, headline, stated)
    found = _without_tail(found)
    full = _as_stated(found, stated)
    if full is not found:
        return full, []
    return found, [
        one for one in _left_out(everything, found) if not _repeats(one.text, [headline])
    ]


def _first(tree: lxml.html.HtmlElement, placed: list[Placed]) -> list[str]:
    """What the precise extractor finds, or the generous one where that finds much more."""
    precise = libraries.lines(tree, precise=True)
    size = sum(map(len, precise))
    if size >= _FEW and not joining.missed(precise, placed):
        return precise
    generous = libraries.lines(tree, precise=False)
    much = sum(map(len, generous)) > (_LONGER * size if size >= _FEW else 0)
    return generous if much else precise


def _left_out(everything: list[str], found: list[str]) -> list[Removed]:
    """What is not text after all, each with the words it followed."""
    removed: list[Removed] = []
    after, rest = "", list(found)
    for text in everything:
        if rest and text == rest[0]:
            after = rest.pop(0)[-_AFTER:].strip()
        else:
            removed.append(Removed(text, "beside the text" if after else "head", after))
    return removed


def _agreed(
    found: list[str], second: str, holders: dict[str, lxml.html.HtmlElement | None]
) -> list[str]:
    """Without what follows the end of the text by the other extractor, where they mostly agree."""
    if len(found) > _MOST:
        return found
    said = letters(second)
    keys = [letters(text) for text in found]
    homes = {holders[key] for key in keys if key in said and holders.get(key) is not None}
    both = [
        key in said or holders.get(key) in homes or bool(_CREDIT.search(text[:_FEW]))
        for key, text in zip(keys, found, strict=True)
    ]
    shared = sum(len(text) for text, agreed in zip(found, both, strict=True) if agreed)
    if not shared or shared < _MOSTLY * sum(map(len, found)):
        return found
    # The opening stays: the second one often takes the lead for a part of the head.
    return found[: len(both) - both[::-1].index(True)]


def _without_head(found: list[str], headline: str | None, stated: Statements) -> list[str]:
    """Without the headline, the deck and the lines of date and author that open a page."""
    heads = [headline, stated.said("headline"), stated.first("og:title", "twitter:title")]
    decks = [stated.said("description"), stated.first("og:description", "description")]
    again = [at for at, text in enumerate(found[:4]) if _repeats(text, heads)]
    above = found[: again[-1]] if again else []
    if again and len(found) > again[-1] + 1 and all(len(text) < _LINE for text in above):
        found = found[again[-1] + 1 :]
    for _ in range(4):
        if len(found) > 2 and (_repeats(found[0], heads) or _is_head_line(found[0])):
            found = found[1:]
    first = found[0] if found else ""
    if len(found) > 3 and len(first) < _FEW and _repeats(first, decks) and not _ENDS.search(first):
        found = found[1:]
    return found


def _repeats(text: str, said: list[str | None]) -> bool:
    mine = letters(text)
    return any(mine == letters(other) for other in said if other and mine)


def _is_head_line(text: str) -> bool:
    """Whether a line holds a date and hardly a word beside it."""
    return len(text) < 80 and bool(_DATE_LINE.search(text)) and not _ENDS.search(text)


def _without_tail(found: list[str]) -> list[str]:
    """Without introductions of other articles, and without what follows the end."""
    found = [text for text in found if not leads_elsewhere(text) and not _NOTICE.match(text)]
    while len(found) > 2 and _is_tail(found[-1]):
        found = found[:-1]
    return found


def _is_tail(text: str) -> bool:
    short = len(text) < _FEW
    return short and bool(_COLOPHON.match(text) or _HANDLE.search(text))


def _as_stated(found: list[str], stated: Statements) -> list[str]:
    """The paragraphs, unless the page states a text of which they hold too little."""
    body = _plain_text(stated.said("articleBody") or "")
    if not body or len(body) < _STATED_ENOUGH:
        return found
    mine, theirs = set(_runs("\n".join(found))), set(_runs(body))
    if not theirs or len(mine & theirs) >= _AGREES * len(theirs) or len(mine) >= len(theirs):
        return found
    return [line for text in body.splitlines() if (line := " ".join(text.split()))]


def _plain_text(body: str) -> str:
    """A stated text without the markup that some pages leave in it."""
    return markup.paragraphs(body)[0] if _MARKUP.search(body) else body


def _runs(text: str) -> list[tuple[str, ...]]:
    said = words(text)
    return [tuple(said[i : i + 4]) for i in range(len(said) - 3)]
