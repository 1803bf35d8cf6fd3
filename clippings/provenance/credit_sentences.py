"""The people a sentence credits by the word for what they did: "Written by A", "ترجمة: B", "C contributed"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from clippings.article import Person
from clippings.provenance import credit_lines, given_names, names
from clippings.provenance.roles import LABELLED, ROLES, TOKEN

_IN = re.compile(r"\s+(?:in|reporting from|at|në|nga|در|في)\s+")
_CONTRIBUTED = re.compile(
    r"(?P<who>[^.]{3,160}?) (?:also )?contributed(?:(?: additional)? reporting)?"
    r"(?: to (?:this|the) (?:[\w-]+ )?(?:report|story|article|piece|post|dispatch|coverage|reporting|writing)\b)?"
    r"(?:,? from (?P<place>[A-Z](?:[\w ]|(?<=St)\.){1,40})|(?: to\b|[^\w\n]*(?:$|,)))"
)
_REPORTED_FROM = re.compile(
    rf"(?P<who>{TOKEN}(?: {TOKEN}){{0,3}}) reported from (?P<place>[^.]{{2,80}})"
)
_ABOUT = re.compile(
    rf"^(?P<who>{TOKEN}(?: {TOKEN}){{1,3}}),? (?:is|was) (?:an?"
    rf"|the) (?:[\w-]+ ){{0,4}}?(?:journalist|writer|reporter|fellow|author|columnist"
    r"|correspondent|professor|researcher|editor|analyst|student|lecturer"
    r"|novelist)\b(?:[^.]{0,60}?\b(?:based|living|who lives"
    r"|working) in (?P<place>[A-Z]\w+(?: [A-Z]\w+)?))?"
)
_TRANSLATED = re.compile(
    r"(?:translated|p[ëe]rktheu|p[ëe]rkthyer)\b[^.]{0,80}? (?:by|nga) (?P<who>[^.,;()]{3,60})"
    r"|(?:^|[–—؛،.-]\s?|(?<!\w)و?(?:قد )?)(?:ترجم|نقل|عر[ّ]?ب)(?:ه|ها|ته|تها)(?: و\S+)?"
    r"(?: (?:عن|من|إلى) (?:اللغة )?ال\S+){0,2}(?: لموقعنا| للنشرة \S+)?\s?:? (?P<arabic>[^\s.:]+ [^\s.:]+(?: [^\s.:]+)?)\W*$"
    r"|(?:^|[–—؛،.-]\s)(?:ترجم[هۀ]\u0654?|برگردان)(?: به \S+)?(?: از)? "
    r"(?P<persian>[^\s.،؛]+(?: [^\s.،؛]+){1,2}?)(?: از \S+(?: \S+)?)?\W*$",
    re.IGNORECASE,
)
_CODES = re.compile(r"^[\d۰-۹٠-٩*/\s]+(?=[\u0621-\u06d3])")
"""Numbers that an agency's desk puts before its credits."""
_CLAUSE = re.compile(
    r"\s+[/|]\s+(?=\S+:)|\s*[;؛]\s*|\s*\*\*\s*"
    r"|,\s+(?:and )?(?=(?:(?:with )?(?:additional |further )?reporting|writing|editing|translation|photo\w*) by )"
    r"|,\s+(?:dhe )?(?=(?:shkro|redakto|p[ëe]rkthe|raporto|fotografo)\w+ )|\s+[–—-]\s+(?=(?:گزارش|تحرير|إعداد|ترجمة|مراجعة|ترجمه|ترجم|عکس|ویر|Përk|P[eë]rk))|(?<=\w)\)\s*\(|\s*[،,]\s+(?=(?:عکس|گزارش|ترجمه|ویرایش|تصوير|تحرير|ترجمة|foto\w*|p[ëe]rktheu|redaktoi|photos?|pictures?|editing)\s?:)"
)
_SAID = re.compile(r"\W*(?:كتب|كتبت)")
"""What opens a sentence of a story as well."""
_BRACKETS = re.compile(r"\([^()]{0,80}(?:\)|$)")


_JOINS = (":", ";", "؛", "|", "*", ")", " by ", "oi ", "uan ", "uar ", "- ", "– ", "— ")
"""One of these stands in every sentence that credits several people."""
_TRANSLATING = (
    "ranslated",
    "RANSLATED",
    "rktheu",
    "rkthyer",
    "ترجم",
    "نقل",
    "عرب",
    "عرّب",
    "برگردان",
)


def told(text: str, carrier: str | None) -> Iterator[Person]:
    """The people a sentence credits."""
    for clause in _CLAUSE.split(text) if any(map(text.__contains__, _JOINS)) else (text,):
        clause = _CODES.sub("", clause.strip(" ()[]–—-*•"))
        if (match := LABELLED.match(clause)) and _is_label(match):
            role = next(role for role, _ in ROLES if match[role])
            yield from persons(match["rest"], role, carrier)
        elif "contributed" in clause and (match := _CONTRIBUTED.match(clause)):
            yield from _contributors(match, carrier)
        elif "reported from" in clause and (match := _REPORTED_FROM.match(clause)):
            yield Person(match["who"], "reporting", match["place"])
        elif (match := _ABOUT.match(clause)) and " " in names.untitled(match["who"]):
            yield Person(match["who"], "writing", match["place"])
        if len(clause) < 160 and any(map(clause.__contains__, _TRANSLATING)):
            yield from _translators(clause, carrier)


def _translators(clause: str, carrier: str | None) -> Iterator[Person]:
    if match := _TRANSLATED.search(clause):
        who = match["who"] or match["arabic"] or match["persian"]
        yield from persons(who, "translation", carrier)


def _is_label(match: re.Match[str]) -> bool:
    """Whether a role's word stands as a label: before a colon, or "by" and its like before names."""
    if ":" in match["mark"]:
        return True
    word = match.group()[: match.start("rest")].strip().casefold()
    bare = (
        r"(?:.*\bby|.*\bfrom|nga|.*\bto|shkruan|shkroi|raportoi|raportuan|redaktuan|kontribuoi|kontribuan|(?:e )?solli n[ëe] shqip|me kontribut.*|p[ëe]rktheu.*|redaktoi|intervistoi|p[ëe]rgatiti"
        r"|تغطية(?: صحفية)?|(?:شارك|ساهم|أسهم)ت? في .*|با همکاری|گزارش از|إعداد وتحرير|بقلم|به قلم|نوشت[هۀ]\u0654?|ترجم[هۀ]\u0654?|ترجمة|إعداد|تحرير|كتب|كتبت|برگردان"
        r"|تصوير|عدسة)"
    )
    if _SAID.fullmatch(word) and not given_names.opens_with_one(match["rest"]):
        return False
    return len(match["rest"]) < 120 and bool(re.fullmatch(rf"\W*{bare}", word))


def _contributors(match: re.Match[str], carrier: str | None) -> Iterator[Person]:
    who = re.sub(
        r"^.*\b(?:writers?|reporters?|correspondents?|staff|journalists?)\s+", "", match["who"]
    )
    for person in persons(who, "contributing", carrier):
        yield replace(person, place=person.place or match["place"])


def persons(text: str, role: str | None, carrier: str | None) -> Iterator[Person]:
    """The persons in the words after a label; outlets, dates and jobs are left out."""
    bare = _BRACKETS.sub(" ", credit_lines.without_date(text)[0]).strip(" .()[]")
    bare = re.sub(r"^(?:për|for|برای) (?:[a-zà-ÿ]\S* )+", "", bare)
    bare = re.split(
        r"\s+(?:للنشرة|لموقعنا|for (?:the\b|(?=[A-Z]|\S+\.[a-z]{2}))|ل(?:صحيفة|جريدة|موقع|مجلة|وكالة|قناة|شبكة|منصة)|për|برای)\b",
        bare,
    )[0]
    pieces = [
        one
        for part in re.split(r"\s*[/|]\s*|\s+[–—-]\s+|(?<=\w\w)\.\s+", bare)
        for one in names.AND.split(part)
    ]
    place = None
    for piece in pieces:
        piece = re.split(r"\w['’]s? (?=[^\W\d_a-z]\w+ [^\W\d_a-z])", piece)[-1]
        name, *where = _IN.split(piece.strip(' .:"“”«»'), maxsplit=1)
        if names.is_name(name, carrier):
            place = where[0].strip() if where else None
            yield Person(names.ordinary(name), role, place)
