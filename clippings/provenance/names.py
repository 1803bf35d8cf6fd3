"""What may be a person's name: its shape in Latin and in Arabic script, and the words that are in none."""

import re

from clippings.folding import fold
from clippings.provenance import given_names, letters, outlets
from clippings.provenance.roles import NO_NAME, PARTICLE, TOKEN

LATIN = re.compile(rf"{TOKEN}(?: (?:{PARTICLE} ){{0,2}}{TOKEN}){{1,3}}")
RIGHT = re.compile(
    r"[\u0621-\u06d3][\u0621-\u06d3\u064b-\u0655\u200c]*(?:[ -][\u0621-\u06d3\u064b-\u0655\u200c.]+){1,3}"
)
AND = re.compile(
    r"\s*(?:,|،|;|؛|&)\s*(?:and |dhe )?|\s+(?:and|dhe|with)\s+|\s+و\s+|\s+و(?=[\u0621-\u06d3]{3,} [\u0621-\u06d3]{3,}$)"
)
"""What joins names."""
_TITLE = re.compile(
    r"^(?:(?:Dr|Prof|Mr|Mrs|Ms|Rev|Fr|Sir|Dame|Professor|Doctor|Zoti|Zonja)\.? |(?:دکتر|دكتور[ةه]?|الدكتور[ةه]?|مهندس|المهندسة?|الأستاذة?|پروفسور|استاد) |(?:د|أ|م)\. ?)+"
)
_SURNAME = re.compile(r"(?<= )[^\W\d_a-zà-öø-ÿ]{3,}(?:-[^\W\d_a-zà-öø-ÿ]{3,})?$")
_INFLECTED = re.compile(r"[\u064b-\u0650\u0652](?:[ -]|$)")
"""The endings that verse and scripture write out, and bylines never."""
_NOBODY = frozenset(
    fold(
        """ltd inc corp plc llc gmbh limited newswire newswires agence presse source dear honourable honorable
        excellency minister zoti zonja kryeministër ministër ministre advertisement
        المحترم المحترمة معالي سعادة جناب محترم وزیر وزير رئيس رئیس"""
    ).split()
)
"""First or last words of companies and of those addressed."""


def right(text: str) -> bool:
    """Whether a text is in Arabic script."""
    return bool(text) and "\u0621" <= text[0] <= "\u06d3"


def untitled(name: str) -> str:
    """A name without "Dr." and its like before it."""
    return _TITLE.sub("", name)


def is_name(text: str, carrier: str | None) -> bool:
    """Whether words may be a person's name: in shape, and in that none of them is in no name."""
    form = RIGHT if right(text) else LATIN
    if "@" in text or not form.fullmatch(text) or any(letter.isdigit() for letter in text):
        return False
    if form is LATIN and not any(map(str.isupper, text)):
        return False  # a script without capitals
    if _INFLECTED.search(text) or "على" in text.split():
        return False
    words = re.split(r"[\s_-]+", fold(text.casefold()))
    if NO_NAME.intersection(words) or _NOBODY.intersection((words[0], words[-1].strip("."))):
        return False
    if outlets.own(text, carrier) or outlets.known(text) or outlets.says_it_publishes(text):
        return False
    return not letters.is_body(text) or given_names.opens_with_one(text)


def ordinary(name: str) -> str:
    """A name without what a line has around it."""
    return re.sub(r"(?<=\w\w)\.+$", "", name.strip(" ,:–—"))


def usual(name: str) -> str:
    """A name in capitals as it is usually written: "HALIMA DESREY" and "Halima DESREY"."""
    if name.isupper():
        return re.sub(r"[^\W\d_]+", lambda word: word.group().capitalize(), name)
    return _SURNAME.sub(lambda word: word.group().title(), name)
