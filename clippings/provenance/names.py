"""What may be a person's name: its shape in Latin and in Arabic script, and the words that are in none."""

import re

from clippings.folding import fold
from clippings.provenance import credit_lines, given_names, letters, outlets
from clippings.provenance.roles import NO_NAME

_PARTICLE = r"(?:al|el|de|del|della|da|di|van|von|der|den|bin|ibn|bint|la|le|ter|e|i|abu|umm)"
TOKEN = rf"(?:(?:{_PARTICLE}[-’' ])?[^\W\d_a-zà-öø-ÿ][\w’'.-]*)"
LATIN = re.compile(rf"{TOKEN}(?: (?:{_PARTICLE} ){{0,2}}{TOKEN}){{1,3}}")
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
_HEADING = frozenset(
    """company companies holdings group president presidenti university college institute hotel airport stadium
    road avenue square palace valley mountain mountains river ocean sea bay beach island islands county region
    province district town village city capital coast desert border upper lower central new old great san santa
    saint port fort mount los las cape gulf tale tales life death dream dreams time times future past history
    nation nations people states union rights justice order money oil climate crisis change reform question
    questions answer answers issue issues lesson lessons problem problems thoughts matter matters reasons things
    facts first second third last next final latest bad worst more less introduction background conclusion summary
    overview chapter section part prologue epilogue foreword preface abstract results discussion methods
    references appendix sponsored continued related listen watch play video audio gallery pictures share tweet link
    copied comments newsletter exclusive special live today tonight yesterday tomorrow week weekend month year
    merry lost hidden silent broken open closed public private social human political national international global
    local foreign domestic civil military security health science arts music sport sports football business
    economy market markets trade school schools museum theatre theater hospital police army court parliament
    senate congress committee council government ministry department campaign election elections party board team
    club society association foundation movement project network media news press radio television magazine letters
    letter statement speech interview transcript review reviews guide list map chart table figure photo image
    caption credit credits red united golden secret register republic enterprise pioneer leader citizen banner deadly dangerous digital modern ancient western eastern northern
    southern stade estadio kosova shqipëria lufta jeta vdekja historia rruga dashuria""".split()
)
"""Words of headings, of places and of companies."""
_OPENS = frozenset(
    "north south east west big little long short good best true happy lake love key story house law power day des".split()
)
"""Words that open a heading or a place, and close many a person's name."""
_ABSTRACT = re.compile(r"\w{2,}(?:tion|sion|ness|ship|ology|ities|ism)$")
_BOTH = frozenset(
    """grant mark will bill rose grace hope faith may june april jack frank rich dean page rob sue pat gene
    dale guy miles drew chase pierce art ray jean joy ivy lily daisy amber ruby pearl violet heather hazel
    holly iris olive penny sandy robin jay martin dawn eve carol summer autumn melody harmony christian
    rusty dusty woody buddy buck chip skip wade clay cliff glen heath lance max nick norm peg wren ida""".split()
)
"""Given names that are words, too."""


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
    if _INFLECTED.search(text) or "على" in text.split():
        return False
    words = re.split(r"[\s_-]+", fold(text.casefold()))
    if NO_NAME.intersection(words) or _NOBODY.intersection((words[0], words[-1].strip("."))):
        return False
    if outlets.own(text, carrier) or outlets.known(text) or outlets.says_it_publishes(text):
        return False
    return not letters.is_body(text) or given_names.opens_with_one(text)


def is_heading(name: str, rest: str) -> bool:
    """Whether words in Latin letters that have a name's shape are rather a heading, a place or a company.

    `rest` is what is said beside them: a heading's words come again there in small letters.
    """
    words = re.findall(r"[^\W\d_]+", name.casefold())
    if _HEADING.intersection(words) or words[0] in _OPENS or any(map(_ABSTRACT.match, words)):
        return True
    if credit_lines.is_institution(name):
        return True
    first = words[0]
    if "ë" in rest:
        return False  # Albanian headings have small letters
    return first not in _BOTH and len(first) > 2 and bool(re.search(rf"\b{first}\b", rest))


def ordinary(name: str) -> str:
    """A name without what a line has around it."""
    return re.sub(r"(?<=\w\w)\.+$", "", name.strip(" ,:–—"))


def usual(name: str) -> str:
    """A name in capitals as it is usually written: "HALIMA DESREY" and "Halima DESREY"."""
    if name.isupper():
        return re.sub(r"[^\W\d_]+", lambda word: word.group().capitalize(), name)
    return _SURNAME.sub(lambda word: word.group().title(), name)
