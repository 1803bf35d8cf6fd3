"""The text of an article out of its page: trafilatura, helped before, checked and rescued after."""

import re
from collections import Counter

import lxml.html

from clippings.article import Removed
from ingest import markup
from ingest.extract import found as libraries
from ingest.extract import joining, wording
from ingest.extract.headlines import words
from ingest.extract.joining import Placed, letters
from ingest.extract.statements import Statements

_DATE_LINE = re.compile(r"\b(?:19|20)\d\d\b")
_CREDIT = re.compile(
    r"(?i:\b(?:report(?:ing|ed)|writing|written|edit(?:ing|ed)|contribut(?:ed|ing)|compiled)\b"
    r".{0,60}\b(?:by|to)\b|\b(?:originally|first) (?:published|appeared)\b|\bcopyright\b)|©|"
    r"\b(?:AP|AFP|DPA|Reuters|Agencies)\b"
)
"""What tells where a text comes from: it closes the text whatever else does."""

_ENDS = re.compile(r"[.!?…。！？؟:;\"”»’)\]]\s*$")
_MARKUP = re.compile(r"</?(?:p|br|div|a|em|strong|h\d|li)\b", re.IGNORECASE)
_STATED_ENOUGH = 400
_AGREES = 0.85
_FEW = 250
_MOST = 2_000
"""Paragraphs past which each is not compared with all: no article has as many."""

_LINE = 100
_KICKED = 20
"""Letters a headline has at least that is known behind other words."""

_DATELINE = " -- "
"""What stands between the place and day of a report and its first words."""

_AFTER = 60
_MOSTLY = 0.65
_MEETS = 0.3
_SEVERAL = 3
_NEAR = 3
"""Lines after the end in which it is still said where the text comes from."""

_LONGER = 1.25
_TEXT = 0.6
"""Share of what was found before which no label of tags tells its end."""


def paragraphs(
    tree: lxml.html.HtmlElement, stated: Statements, headline: str | None
) -> tuple[list[str], list[Removed]]:
    """The paragraphs of the article; what repeats its head or follows its end apart from them."""
    placed = joining.places(tree)
    libraries.keep_meaning(tree)
    everything = joining.split(_first(tree, placed), placed)
    second = _second(tree, everything)
    everything = joining.once(joining.whole(everything, placed, second))
    found = agreed(everything, second, {one.key: one for one in placed})
    found = _without_head(found, headline, stated)
    found = _without_tail(found)
    full = _as_stated(found, stated)
    if full is not found:
        return full, []
    left_out = [one for one in _left_out(everything, found) if not _repeats(one.text, [headline])]
    return found, [*_deck(placed, found, left_out, stated), *left_out]


def _first(tree: lxml.html.HtmlElement, placed: list[Placed]) -> list[str]:
    """What the precise extractor finds, or a more generous one where that finds much more."""
    precise = libraries.lines(tree, "precision")
    size = _size(precise)
    if size >= _FEW and not joining.missed(precise, placed):
        return precise
    generous = libraries.lines(tree, "balance")
    if size >= _FEW:
        return (
            joining.both(precise, generous, placed) if _size(generous) > _LONGER * size else precise
        )
    most = libraries.lines(tree, "recall")
    generous = most if _size(most) > _LONGER * _size(generous) else generous
    return generous or precise


def _second(tree: lxml.html.HtmlElement, found: list[str]) -> str:
    """The letters of a second opinion: readability's, or the most generous one where they hardly meet."""
    second = letters(libraries.second(tree))
    keys = [letters(text) for text in found]
    if sum(len(key) for key in keys if key in second) >= _MEETS * _size(keys):
        return second
    return letters(" ".join(libraries.lines(tree, "recall")))


def _size(texts: list[str]) -> int:
    return sum(map(len, texts))


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


def _deck(
    placed: list[Placed], found: list[str], left_out: list[Removed], stated: Statements
) -> list[Removed]:
    """What stands above the text and is how the page describes its article: shown, though no text."""
    said = letters(" ".join((*found, *(one.text for one in left_out))))
    decks = [letters(deck)[:_LINE] for deck in _decks(stated) if deck]
    keys = {letters(text) for text in found}
    start = next((at for at, one in enumerate(placed) if one.key in keys), 0)
    for one in placed[:start]:
        if len(one.key) >= _KICKED and one.key not in said and one.key[:_LINE] in decks:
            return [Removed(one.text, "deck", "")]
    return []


def _decks(stated: Statements) -> list[str | None]:
    """How the page describes its article."""
    return [stated.said("description"), stated.first("og:description", "description")]


def agreed(found: list[str], second: str, placed: dict[str, Placed]) -> list[str]:
    """Without what follows the end of the text by the other extractor, where they mostly agree."""
    if len(found) > _MOST:
        return found
    keys = [letters(text) for text in found]
    sure = [placed[key] for key in keys if key in second and key in placed]
    homes, kinds = {one.home for one in sure}, Counter(one.kind for one in sure)
    both = [
        key in second or (key in placed and _is_beside(placed[key], homes, kinds)) for key in keys
    ]
    shared = sum(len(text) for text, is_said in zip(found, both, strict=True) if is_said)
    if not shared or shared < _MOSTLY * _size(found):
        return found
    # The opening stays: the second one often takes the lead for a part of the head.
    end = len(both) - both[::-1].index(True)
    credits = [
        at for at in range(end, min(end + _NEAR, len(found))) if _CREDIT.search(found[at][:_FEW])
    ]
    return found[: credits[-1] + 1 if credits else end]


def _is_beside(
    one: Placed,
    homes: set[lxml.html.HtmlElement | None],
    kinds: Counter[tuple[str, ...] | None],
) -> bool:
    """Whether it stands with what both extractors found, or at length in a place called the same."""
    alike = one.kind is not None and kinds[one.kind] >= _SEVERAL
    return one.home in homes or (alike and joining.is_long(one.text))


def _without_head(found: list[str], headline: str | None, stated: Statements) -> list[str]:
    """Without the headline, the deck and the lines of date and author that open a page."""
    heads = [headline, stated.said("headline"), stated.first("og:title", "twitter:title")]
    again = [at for at, text in enumerate(found[:4]) if _is_title(text, heads)]
    above = found[: again[-1]] if again else []
    if again and len(found) > again[-1] + 1 and all(len(text) < _LINE for text in above):
        found = found[again[-1] + 1 :]
    dated = [at for at, text in enumerate(found[:4]) if _is_head_line(text)]
    if dated and len(found) > dated[-1] + 2 and all(map(_is_label, found[: dated[-1]])):
        found = found[dated[-1] + 1 :]
    for _ in range(4):
        if len(found) > 2 and (_is_title(found[0], heads) or _is_head_line(found[0])):
            found = found[1:]
    first = found[0] if found else ""
    if (
        len(found) > 3
        and len(first) < _FEW
        and _repeats(first, _decks(stated))
        and not _ENDS.search(first)
    ):
        found = found[1:]
    return found


def _repeats(text: str, said: list[str | None]) -> bool:
    mine = letters(text)
    return any(mine == letters(other) for other in said if other and mine)


def _is_title(text: str, titles: list[str | None]) -> bool:
    """Whether a line is one of these, or ends with one behind a few words: a kicker's."""
    mine = letters(text)
    others = [letters(title) for title in titles if title]
    return _repeats(text, titles) or any(
        len(other) > _KICKED and mine.endswith(other) and len(mine) < 2 * len(other)
        for other in others
    )


def _is_head_line(text: str) -> bool:
    """Whether a line holds a date and hardly a word beside it."""
    if not _is_label(text) or _DATELINE in text:
        return False
    return bool(_DATE_LINE.search(text) or wording.tells_the_hour(text))


def _is_label(text: str) -> bool:
    """Whether a line is short and no sentence, as the names of who publishes and who signs."""
    return len(text) < 80 and not _ENDS.search(text)


def _without_tail(found: list[str]) -> list[str]:
    """Without introductions of other articles, and without what follows the end."""
    end = next((at for at, text in enumerate(found) if wording.ends_a_page(text)), len(found))
    if _size(found[:end]) >= _TEXT * _size(found):
        found = found[:end]
    found = [text for text in found if not wording.is_of_the_page(text)]
    while len(found) > 2 and wording.closes_a_page(found[-1]):
        found = found[:-1]
    return found


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
