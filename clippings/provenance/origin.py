"""Texts and their credit lines → who wrote the article first, with the words it rests on.

What a line states is kept apart from what only a house style or a self-reference suggests. Citing an
outlet ("X reported that …", "told X, a news agency") is not being written by it.
"""

import re
from collections.abc import Iterator, Sequence

from clippings.archive import Derived
from clippings.article import Article
from clippings.provenance import (
    contacts,
    credit_lines,
    datelines,
    interviewer,
    letters,
    newsrooms,
    outlets,
    standing,
)
from clippings.provenance.albanian import ALBANIAN
from clippings.provenance.applying import Found, Places, Table, may_credit
from clippings.provenance.english import ENGLISH
from clippings.provenance.english_voices import ENGLISH_VOICES
from clippings.provenance.families import FAMILIES
from clippings.provenance.families_albanian import FAMILIES_ALBANIAN
from clippings.provenance.families_arabic import FAMILIES_ARABIC
from clippings.provenance.families_notes import FAMILY_NOTES
from clippings.provenance.families_notes_right_to_left import FAMILY_NOTES_RIGHT_TO_LEFT
from clippings.provenance.families_persian import FAMILIES_PERSIAN
from clippings.provenance.families_releases import RELEASES, RELEASES_RIGHT_TO_LEFT
from clippings.provenance.families_reporters import (
    FAMILY_REPORTERS,
    FAMILY_REPORTERS_RIGHT_TO_LEFT,
)
from clippings.provenance.families_voices import FAMILY_VOICES
from clippings.provenance.own_voice import OWN_VOICE, OWN_VOICE_RIGHT_TO_LEFT
from clippings.provenance.right_to_left import RIGHT_TO_LEFT
from clippings.provenance.rules import INFERRED, PERSON, STATED
from clippings.provenance.self_reference import repeated, self_reference
from clippings.provenance.standing import Line
from clippings.provenance.suggested import SUGGESTED
from clippings.provenance.suggested_right_to_left import SUGGESTED_RIGHT_TO_LEFT

NAME, VERSION = "origin", "7"

_LATIN = (
    *ENGLISH,
    *ENGLISH_VOICES,
    *ALBANIAN,
    *FAMILIES,
    *FAMILY_VOICES,
    *FAMILIES_ALBANIAN,
    *FAMILY_REPORTERS,
    *FAMILY_NOTES,
    *RELEASES,
    *SUGGESTED,
    *OWN_VOICE,
)
_ARABIC = (
    *RIGHT_TO_LEFT,
    *FAMILIES_PERSIAN,
    *FAMILIES_ARABIC,
    *FAMILY_REPORTERS_RIGHT_TO_LEFT,
    *FAMILY_NOTES_RIGHT_TO_LEFT,
    *RELEASES_RIGHT_TO_LEFT,
    *SUGGESTED_RIGHT_TO_LEFT,
    *OWN_VOICE_RIGHT_TO_LEFT,
)
_TABLES = {False: Table(_LATIN, 5), True: Table(_ARABIC, 3)}
"""The forms in Latin and in Arabic letters: these write other words onto a word's beginning."""
_SHORT = 80
_CLOSED = (")", "]", "/", ").", "].", *"ABCDEFGHIJKLMNOPQRSTUVWXYZ")
"""How a sentence ends that may have an agency in brackets or after a dash."""
_CAPITALS = re.compile(r"(?:By |BY )?[^\Wa-z]+(?:[ .'’-]+[^\Wa-z]+)+")
_REPORTED_FROM = re.compile(rf"{PERSON} (?:reported|contributed) from [A-Z]")
_BRACKET = re.compile(
    r"(?:^|[.!?؟\"”»]\s*)(?:[(\[/]\s*(?P<name>[^\n/()\[\]]{2,40}?)\s*[/)\]]|\s?[–—/-]\s?(?P<dash>[A-Z]{2,6}))\W*$"
)


def origins(articles: Sequence[Article]) -> list[Derived]:
    """For each article who wrote it first: the name, how sure that is, and the words it rests on."""
    return [origin(article) for article in articles]


def origin(article: Article) -> Derived:
    """Who wrote an article first; unknown where nothing says so."""
    if article.stub:
        return Derived(None, None, "unknown")
    lines = standing.edges(article)
    table = _TABLES[standing.right_to_left(article)]
    places = Places(article, lines)
    best = _surest(_stated(article, lines, places, table))
    best = best or _surest(_likely(article, _suggested(article, lines, places, table)))
    if best is None:
        return Derived(None, None, "unknown")
    return Derived(best.name, best.confidence, best.basis, best.evidence)


def _likely(article: Article, findings: Iterator[Found]) -> Iterator[Found]:
    """What is only suggested; of a carrier with a newsroom of its own nothing but itself.

    A paper cites others in the very words by which these speak of themselves. One that is not in
    the table may have taken over a text that speaks of one outlet alone, and more than once.
    """
    newsroom = newsrooms.has_newsroom(article)
    known = newsrooms.usual_carrier(article)
    for found in findings:
        own = not newsroom or found.name in (article.outlet, known)
        taken_over = found.by_rule_of_house or (
            newsrooms.recurs(article, found.name)
            and not newsrooms.names_others(article, found.name)
        )
        if own or (taken_over and not known):
            yield found


def _surest(findings: Iterator[Found]) -> Found | None:
    best: Found | None = None
    for found in findings:
        if best is None or found.confidence > best.confidence:
            best = found
    return best


def _stated(
    article: Article,
    lines: Sequence[Line],
    places: Places,
    table: Table,
) -> Iterator[Found]:
    """What credit lines, datelines, headings and letters say."""
    yield from _credited(article, lines)
    if told := datelines.agency(article, lines):
        yield Found(told[0], STATED, 0.96, told[1])
    yield from table.found(places, STATED)
    if asks := interviewer.introduced(article):
        yield Found(outlets.known(asks[0]) or asks[0], STATED, 0.9, asks[1])
    if signed := letters.signed_by(article, lines):
        yield Found(signed[0], STATED, 0.85, signed[1])


def _credited(article: Article, lines: Sequence[Line]) -> Iterator[Found]:
    for number, line in enumerate(lines):
        told = standing.credits_in(line)
        last = line is lines[-1]
        if not told or standing.is_caption(line, lines[number - 1], last):
            continue
        block = line.block or (len(told) > 1 and any(map(credit_lines.is_byline, told)))
        for text in told:
            address = credit_lines.source_address(text)
            if address and address != article.outlet:
                yield Found(address, STATED, 0.955, f"{text} ({line.where})")
            closed = line.tail and text.endswith(_CLOSED)
            if (line.alone or last or closed) and may_credit(text):
                yield from _named_in(text, line, article, block, last)


def _named_in(text: str, line: Line, article: Article, block: bool, last: bool) -> Iterator[Found]:
    """The outlet that a sentence credits by names in a row, alone or in brackets."""
    where = f"{text} ({line.where})"
    name = credit_lines.outlet_of(text, article.outlet, block) if line.alone else None
    if name and not (line.tail and _one_of_many(article, name)):
        yield Found(name, STATED, 0.95, where)
    elif last and (name := credit_lines.lone_body(text, article.outlet)):
        yield Found(name, STATED, 0.84, where)
    elif line.tail and (name := _bracketed(text)):
        yield Found(name, STATED, 0.9, where)


def _one_of_many(article: Article, name: str) -> bool:
    """Whether lines of names credit several outlets: a review of the press, each passage signed."""
    short = (part for part in standing.paragraphs(article)[1:] if len(part) < _SHORT)
    names = (credit_lines.outlet_of(part, article.outlet) for part in short if "\n" not in part)
    return any(other and other != name for other in names)


def _bracketed(text: str) -> str | None:
    """The agency in brackets at the end of a line: "… on Friday. (Reuters)"."""
    match = _BRACKET.search(text)
    name = match and (match["name"] or match["dash"])
    return outlets.known(name) if name else None


def _suggested(
    article: Article,
    lines: Sequence[Line],
    places: Places,
    table: Table,
) -> Iterator[Found]:
    """What a house style or a self-reference makes likely."""
    yield from _house_style(article, lines)
    if told := contacts.reporters(lines):
        yield Found(told[0], INFERRED, 0.66, told[1], True)
    yield from _interviewer(article)
    if told := letters.to_the_editor(article):
        yield Found(outlets.known(told[0]) or told[0], INFERRED, 0.64, told[1], True)
    if (words := self_reference(article.text, article.outlet)) and article.outlet:
        yield Found(article.outlet, INFERRED, 0.6, f"{words} (text)")
    known = newsrooms.usual_carrier(article) and not standing.right_to_left(article)
    if not known and (asked := repeated(article)):
        yield Found(asked[0], INFERRED, 0.58, asked[1])
    yield from table.found(places, INFERRED)


def _house_style(article: Article, lines: Sequence[Line]) -> Iterator[Found]:
    """A byline in capitals and " _ " for dashes: how the Associated Press sends its copy."""
    if article.text.count(" _ ") >= 2:
        for line in lines:
            signs = _CAPITALS.fullmatch(line.text) or _REPORTED_FROM.match(line.text)
            if line.where != "headline" and line.alone and signs:
                yield Found(
                    "Associated Press",
                    INFERRED,
                    0.6,
                    f'{line.text} ({line.where}), " _ " for dashes',
                    True,
                )
                return


def _interviewer(article: Article) -> Iterator[Found]:
    """The outlet that asks the questions under its own name."""
    asked: dict[str, list[str]] = {}
    for label in interviewer.labels(article):
        own = outlets.own(label, article.outlet)
        name = article.outlet if own else outlets.known(label)
        if name:
            asked.setdefault(name, []).append(label)
    for name, labels in asked.items():
        if len(labels) >= 2:
            yield Found(name, INFERRED, 0.66, f"{labels[0]}: … {labels[1]}: (text)", True)
    if not article.byline and (name := interviewer.unlisted(article)):
        yield Found(name, INFERRED, 0.5, f"{name}: …? {name}: …? (text)", True)
