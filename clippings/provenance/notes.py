"""Notes beside a text that name its people in a sentence or in brackets, each in its own form."""

import re
from collections.abc import Iterator

from clippings.article import Person
from clippings.provenance import letters, outlets
from clippings.provenance.roles import NO_NAME
from clippings.provenance.rules import PERSON, TITLE

_RIGHT = r"[\u0621-\u065f\u0670-\u06d3\u200c]+"
_SOMEONE = rf"(?:\w\.\s?)?{_RIGHT}(?: {_RIGHT}){{0,2}}"
_FORMS = (
    (
        "reporting",
        "contact the",
        rf"(?i:to contact the (?:reporters?|writers?)[^:]{{0,40}}:) (?P<who>{PERSON})(?: (?:in|at) (?P<place>[A-Z][\w ]{{1,30}}))?",
    ),
    (
        "editing",
        "contact the",
        rf"(?i:to contact the editors?[^:]{{0,40}}:) (?P<who>{PERSON})(?: (?:in|at) (?P<place>[A-Z][\w ]{{1,30}}))?",
    ),
    (
        "writing",
        "lecturer|professor|fellow|researcher|candidate|reader",
        rf"(?P<who>{PERSON}), (?:[A-Z][\w-]+ ){{0,3}}(?:Lecturer|Professor|Fellow|Researcher|Candidate|Reader)(?: (?:in|of) [\w ]{{2,40}})?, {TITLE}",
    ),
    (
        "writing",
        "following|this",
        rf"\W*(?:[Tt]he following|[Tt]his) (?:\w+ )?(?:article|profile|essay|story|report|column|piece|interview|text),? (?:is |was |written )?by (?P<who>{PERSON})(?=,| (?:is|was|first|appeared|in|ran|has)\b).*",
    ),
    (
        "reporting",
        ", with ",
        rf"(?P<who>{PERSON}) reported from (?P<place>[^.,]{{2,40}}), with .{{3,60}} (?:contributing|reporting) from .{{2,40}}",
    ),
    (
        "contributing",
        ", with ",
        rf"{PERSON} reported from [^.,]{{2,40}}, with (?P<who>{PERSON}) (?:contributing|reporting) from (?P<place>[^.,]{{2,40}})",
    ),
    (
        "photography",
        "تصوير|عدسة|عکس",
        rf".{{3,160}}[(\[](?:تصوير|عدسة|عکس):? ?(?P<who>{_RIGHT}(?: {_RIGHT}){{1,2}})(?=\s?[-–—/)\]،])",
    ),
    (
        "photography",
        "photo|pictur|foto",
        rf".{{3,160}}[(\[](?i:photo(?:graph)?s?(?: by)?|pictures?(?: by)?|foto): ?(?P<who>{PERSON})(?=\s?[-–—/)\],])",
    ),
    (
        "writing",
        "گروه",
        rf"(?:(?:خبرگزاری|روزنام\w+) )?{_RIGHT}[،,/]? ?گروه {_RIGHT}(?: {_RIGHT})?\s?[-–—]\s?(?P<who>{_RIGHT}(?: {_RIGHT}){{1,2}}):",
    ),
    (
        "writing",
        "yours|regards|me respekt|me nderim",
        rf"(?i:yours (?:faithfully|sincerely|truly|respectfully|etc)|(?:with )?(?:best |kind )?regards|me (?:respekt|nderim\w*)),? (?P<who>{PERSON})(?=,|$)",
    ),
    (
        "writing",
        "با |تفضلوا|مع ",
        rf"(?:با (?:احترام|سپاس|تشکر)|و?تفضلوا بقبول \S+(?: \S+)?|مع (?:التحية|الاحترام|الشكر))، ?(?P<who>{_RIGHT}(?: {_RIGHT}){{1,2}})(?=\s?[،–—-]|$)",
    ),
    (
        "translation",
        "ترجمه|به فارسی",
        rf".{{5,}} که (?P<who>{_RIGHT} {_RIGHT}) (?:آن|این) را (?:\S+ ){{0,4}}?(?:ترجمه|به فارسی).*",
    ),
    (
        "translation",
        "rshtati",
        rf".*\bp[ëe]rshtati(?: n[ëe] shqip)?:? (?:nga )?(?P<who>{PERSON})\W*",
    ),
    (
        "reporting",
        "raporton",
        rf"(?i:raporton) nga \w+(?: \w+)? p[ëe]r {TITLE}? (?P<who>{PERSON})\W*",
    ),
)
_NOTES = tuple((role, re.compile(form)) for role, _, form in _FORMS)
_WORDS = tuple((word, n) for n, (_, words, _) in enumerate(_FORMS) for word in words.split("|"))
"""In small letters what stands wherever a form does, and which form."""
_BESIDE = re.compile(
    rf"(?P<who>{_SOMEONE})\s*[\[(](?P<outlet>[^\])\n،,]{{3,40}})(?:[،,](?P<issue> ?(?:شمار|العدد|عدد))?[^\])\n]{{2,30}})?[\])]\W*"
)
_OPENING = re.compile(rf"\((?P<outlet>{TITLE}) [–—-] (?P<who>{PERSON})\)(?= \S)")
_PLACED = re.compile(
    rf"(?P<place>{_RIGHT}(?: {_RIGHT})?)\s?: (?P<who>{_RIGHT}(?: {_RIGHT}){{1,2}})"
)


def people(text: str, head: bool, after: str) -> Iterator[Person]:
    """The people a sentence names: "To contact the reporter: …", "NAME [روزنامهٔ …]"."""
    small = text.lower()
    for number in sorted({number for word, number in _WORDS if word in small}):
        role, form = _NOTES[number]
        match = form.match(text)
        if match is None:
            continue
        end = form.groupindex.get("place")
        name = match["who"].strip(" .")
        if not letters.is_body(name):
            yield Person(name, role, match["place"] if end else None)
    if (match := _BESIDE.fullmatch(text)) and (match["issue"] or _publishes(match["outlet"])):
        yield from _named(match["who"])
    if head and (match := _PLACED.fullmatch(text)) and outlets.known(after):
        yield Person(match["who"], "writing", match["place"])
    if head and (match := _OPENING.match(text)):
        yield from _named(match["who"])


def _publishes(words: str) -> bool:
    return bool(outlets.known(words)) or outlets.says_it_publishes(words)


def _named(name: str) -> Iterator[Person]:
    if " " in name and NO_NAME.isdisjoint(name.casefold().split()):
        yield Person(name, "writing")
