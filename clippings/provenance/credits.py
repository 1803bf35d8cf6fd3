"""The lines that say who wrote, edited or distributed an article, and the people they name."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from clippings import dates
from clippings.article import Credit, Person
from clippings.provenance import outlets, signatures

_PARTICLE = r"(?:al|el|de|del|della|da|di|van|von|der|den|bin|ibn|bint|la|le|ter|e)"
_TOKEN = rf"(?:(?:{_PARTICLE}[-’' ])?[^\W\d_a-zà-öø-ÿ][\w’'.-]*)"
_NAME = rf"{_TOKEN}(?: (?:{_PARTICLE} )?{_TOKEN}){{0,4}}"
_NAMES = rf"{_NAME}(?:(?:,? (?:and|&) |, ){_NAME})*"
_ROLE = (
    r"(?:(?:additional|further) )?(writing|reporting|editing|translation|photography"
    r"|compiled|written|edited|translated|reported)"
)
_JOB = (
    r"(?i:(?:[a-z]+ ){0,3}"
    r"(?:writer|reporter|correspondent|editor|columnist|contributor|photographer|staff|bureau)s?)"
)
_OFFICE = re.compile(_JOB)
_BYLINE = re.compile(
    r"(?:[Bb]y|BY|[Ww]ritten by|Nga|Shkruar nga|بقلم|به قلم|نوشته|نویسنده)\s*:?\s+"
    rf"(?P<names>{_NAMES})(?:,? in (?P<place>{_NAMES}))?"
    rf"(?P<tail>,? {_JOB}(?:,? (?:(?:of|for|at) )?(?:the )?{_NAMES})?"
    r"|\s*[|•·]\s*[^|.!?]{2,60}(?:\|[^|.!?]{2,40})?)?[.,]?"
)
_ROLES = re.compile(rf"\(?\s*{_ROLE} by\s.{{2,250}}", re.IGNORECASE)
_CLAUSE = re.compile(rf"{_ROLE} by\s+(?P<rest>[^;]+)", re.IGNORECASE)
_STAFF = re.compile(r".{0,60}?\b(?:writers?|reporters?|correspondents?|staff) (?=[^\W\d_a-z])")
_FULL = rf"{_TOKEN}(?: {_TOKEN}){{1,4}}"
_STEP = re.compile(
    rf"(?:; (?:and )?|,? (?:and|&) |, )(?={_FULL}(?:(?:,? (?:and|&) |, ){_FULL})*"
    r" (?:in|from|reported|also|contributed)\b)"
)
"""What parts "A reported from X" and "B in Y" where each says a place of its own."""
_PART = re.compile(
    rf"(?P<names>{_NAMES})"
    rf"(?: (?P<how>reported from) (?P<seat>[^.,;]{{2,80}}?)| (?P<by>in|from) (?P<place>{_NAMES}))?"
    r"(?P<done>,? (?:also )?contributed(?: reporting)?(?: to this (?:report|story|article))?)?"
)
_GOES_ON = re.compile(
    r"\b(?:that|where|when|who|while|after|before|said|says|had|has|was|were|is)\b|\band (?!the\b)[a-zà-öø-ÿ]"
)
"""What makes a line a sentence about somebody, after a place."""
_SENTENCE = re.compile(r"(?<=[a-z])\.\s+(?=[A-Z])")
_AGENCY = re.compile(r"([^\W\d_][\w.’' -]{0,40}?)\s*([–—/|,-])\s*(\S.*)")
_SOURCE = re.compile(r"(?:source|via|منبع|المصدر|مصدر|burimi)\s*:\s*(\S.{0,80})", re.IGNORECASE)
_LABELS = {
    "reporting": "reporters?|گزارش|گزارشگر|تقرير",
    "writing": "words|text|author|كتب|كتبه|کاتب|كتابة|إعداد|نوشته|نویسنده|shkruan|shkroi|përgatiti",
    "editing": "editors?|تحرير|تحریر|ویراستار|redaktoi",
    "translation": "translation|translators?|ترجمة|ترجمه|مترجم|përktheu",
    "photography": "pictures|photos?|photographs?|عکس|صور|تصوير|foto|fotot",
}
"""Words before a colon and a name, and the role they tell; `Report:` opens headlines too."""
_LABEL = re.compile(
    r"\(?(?i:" + "|".join(rf"(?P<{role}>{names})" for role, names in _LABELS.items()) + r")\s*:"
)
_LABELLED = re.compile(rf"{_LABEL.pattern}\s*(?P<names>{_NAMES})\)?")
_YEAR = re.compile(r"\d{4}")
_WIRE = re.compile(r"[/(\[]\s*[A-Z][A-Z-]{1,7}\s*[/)\]]")
_DASHED = re.compile(rf"[—–]\s*(?P<names>{_NAME})(?:, (?P<place>{_NAME}))?")
_CAPITALS = re.compile(r"[^\W\d_a-zà-öø-ÿ][^\Wa-zà-öø-ÿ’'.-]*(?:[-’'. ]+[^\W\d_a-zà-öø-ÿ]+){1,3}")
_NO_NAMES = frozenset(
    re.findall(
        r"\w+",
        """monday tuesday wednesday thursday friday saturday sunday january february march april may
        june july august september october november december no not the of and to for we us our now
        all war peace stop end free is are update breaking news editorial opinion on in at since
        until from dated published updated he she it they i you this that who""",
    )
)
_SMALL = ("of", "for", "the", "and")
_DONE = {
    "written": "writing",
    "reported": "reporting",
    "edited": "editing",
    "translated": "translation",
    "compiled": "writing",
}


@dataclass(frozen=True, slots=True)
class Told:
    """A credit and the people it names."""

    credit: Credit
    people: tuple[Person, ...] = ()


def is_credit(text: str) -> bool:
    """Whether a line is a credit by its grammar."""
    return certain(text) is not None


def posted_by(author: str | None, outlet: str | None) -> Told | None:
    """The credit of who posted an article, if that is a person and not the site's own account."""
    if not author or " " not in author or author.casefold() == (outlet or "").casefold():
        return None
    if not re.fullmatch(_NAME, author) or not _is_name(author):
        return None
    return Told(Credit(author, "byline"), (Person(author),))


def certain(text: str) -> Told | None:
    """The credit a line is by its grammar, wherever it stands."""
    if len(text) > 400:
        return None
    if (people := _in_byline(text)) is not None:
        return Told(Credit(text, "byline"), people)
    if _ROLES.fullmatch(text) and (people := tuple(_clauses(text))):
        return Told(Credit(text, "roles"), people)
    if people := _labelled(text):
        return Told(Credit(text, "roles"), people)
    if found := _signed(signatures.certain(text), text):
        return found
    if _is_agency(text):
        return Told(Credit(text, "agency"))
    named = _contributors(text)
    return Told(Credit(text, "contributors"), named) if named is not None else None


def people_of(text: str) -> tuple[Person, ...]:
    """The people of the credit that a line is by its grammar, wherever it stands."""
    if len(text) > 400:
        return ()
    if people := _in_byline(text):
        return people
    if _ROLES.fullmatch(text) and (people := tuple(_clauses(text))):
        return people
    return _labelled(text) or _contributors(text) or ()


def _in_byline(text: str) -> tuple[Person, ...] | None:
    """The people of "By A and B in C, Staff Writers"; None if a line is no byline."""
    match = _BYLINE.fullmatch(text)
    names = [name for name in _signers(match["names"]) if _is_name(name)] if match else []
    if not match or not names or (match["tail"] and not any(" " in name for name in names)):
        return None
    return tuple(Person(name, None, match["place"]) for name in names if " " in name)


def _labelled(text: str) -> tuple[Person, ...]:
    """The people of "Words: Name. Pictures: Name"; none if more than names follow."""
    people: list[Person] = []
    if not _LABEL.match(text.strip()):
        return ()
    for clause in re.split(r"(?<=\w)\.?\s+(?=\w+\s*:)|\.$", text):
        match = _LABELLED.fullmatch(clause.strip()) if clause else None
        names = _split(match["names"]) if match else []
        if clause and (not names or any(len(name.split()) > 3 for name in names)):
            return ()
        if match:
            role = next(role for role in _LABELS if match[role])
            people += [Person(name, role) for name in names]
    return tuple(people)


def _is_agency(text: str) -> bool:
    """Whether a line is like "AGENCY – 2011-12-21" or "Source: …"."""
    if _SOURCE.fullmatch(text):
        return True
    match = _AGENCY.fullmatch(text) if _YEAR.search(text) else None
    if not match or not dates.parse(match[3]):
        return False
    # "Orre, 13 May 2012" under a letter is where and when it was written.
    parts = [part for part in match[1].split() if part not in _SMALL] or [""]
    if parts[0].casefold() in _NO_NAMES:
        return False
    known = match[2] != "," or len(parts) > 1 or match[1].isupper()
    return known and not any(part[:1].islower() for part in parts)


def closing(text: str, vocabulary: frozenset[str]) -> Told | None:
    """What is a credit as the last line alone: a name in capitals, a wire's letters, "Agency,"."""
    bare = text.rstrip(" ,.")
    if len(text) > 80:
        return None
    if _WIRE.fullmatch(text):
        return Told(Credit(text, "agency"))
    common = {word.casefold() for word in re.split(r"[\W_]+", bare)} & vocabulary
    if _CAPITALS.fullmatch(bare) and _is_name(bare) and not common:
        return Told(Credit(text, "byline"), (Person(bare),))
    if text.endswith(",") and text.count(" ") < 5 and text[0].isupper() and text.count(",") == 1:
        return Told(Credit(text, "signature"))
    return at_edge(text, vocabulary)


def opening(text: str, vocabulary: frozenset[str], rest: str) -> Told | None:
    """Who signs in capitals over a text; one of whom the text speaks too is its subject."""
    if not signatures.is_capital_name(text) or not _CAPITALS.fullmatch(text):
        return None
    if not _is_name(text) or outlets.known(text) or outlets.says_it_publishes(text):
        return None
    words = {word.casefold() for word in re.split(r"[\W_]+", text) if len(word) > 1}
    if words & vocabulary or words & set(re.split(r"[\W_]+", rest.casefold())):
        return None
    return Told(Credit(text, "byline"), (Person(text),))


def at_edge(text: str, vocabulary: frozenset[str]) -> Told | None:
    """The credit a line is only as the very first or last one."""
    return _signed(signatures.at_edge(text, vocabulary), text)


def _signed(found: signatures.Signature | None, text: str) -> Told | None:
    """The credit of a signature, with the people it names."""
    if found is None:
        return None
    names = [name for name in _split(found.names) if re.fullmatch(_NAME, name) and _is_name(name)]
    people = tuple(Person(name, None, found.place) for name in names)
    return Told(Credit(text, found.kind), people)


def dashed(text: str, above: str) -> Told | None:
    """Who signs after a dash, "— Name, Place", unless lines before it begin with one too."""
    match = _DASHED.fullmatch(text)
    if not match or above[:1] in "-–—" or not _is_name(match["names"]):
        return None
    return Told(Credit(text, "byline"), (Person(match["names"], None, match["place"]),))


def _is_name(text: str) -> bool:
    parts = re.split(r"[\W_]+", text.casefold())
    return not _NO_NAMES.intersection(parts) and len("".join(parts)) > 2


def _split(names: str) -> list[str]:
    parts = re.split(r",? (?:and|&) |, ", names)
    return [re.sub(r"^(?:\S+ ){0,3}?\S+[’']s ", "", part).strip(" .,") for part in parts]


def _signers(names: str) -> list[str]:
    """The names before a job or an outlet: "A and B, Staff Writers, The Paper"."""
    first, *others = names.split(", ")
    found = [first]
    for part in others:
        if _OFFICE.fullmatch(part) or outlets.known(part) or outlets.says_it_publishes(part):
            break
        found.append(part)
    return _split(", ".join(found))


def _clauses(text: str) -> Iterator[Person]:
    """The people of "Writing by A; Editing by B in C and D"."""
    for match in _CLAUSE.finditer(text.strip("() .")):
        role = match[1].casefold()
        for part in re.split(r",? (?:and|&) |, ", match["rest"].strip(" .)")):
            name, _, place = part.partition(" in ")
            if re.fullmatch(_NAME, name):
                yield Person(name.strip(" ."), _DONE.get(role, role), place.strip() or None)


def _contributors(text: str) -> tuple[Person, ...] | None:
    """The people of "A reported from B. C contributed to this report"; None if more is said."""
    if "contributed" not in text and "reported from" not in text:
        return None
    people: list[Person] = []
    for sentence in _SENTENCE.split(text.rstrip(". ")):
        found = _reporters(sentence)
        if found is None:
            return None
        people += found
    return tuple(people)


def _reporters(sentence: str) -> list[Person] | None:
    """The people of "A reported from X; B from Y and C in Z contributed to this report"."""
    bare = _STAFF.sub("", sentence, count=1) if "contributed" in sentence else sentence
    parts = [_PART.fullmatch(part) for part in _STEP.split(bare)]
    matches = [match for match in parts if match]
    if len(matches) < len(parts) or not (matches[0]["how"] or matches[-1]["done"]):
        return None
    if not any(matches[-1][word] for word in ("how", "by", "done")):
        return None
    people: list[Person] = []
    for number, match in enumerate(matches):
        beside = next(one for one in matches[number:] if one["how"] or one["by"] or one["done"])
        reports = matches[0]["how"] and (beside["by"] == "from" or not beside["done"])
        names, place = _split(match["names"]), beside["seat"] or beside["place"]
        if not all(_is_name(name) or outlets.known(name) for name in names):
            return None
        if place and _GOES_ON.search(place):
            return None
        # One word that "contributed" is an agency as often as a person.
        known = [name for name in names if match["how"] or " " in name]
        role = "reporting" if beside["how"] or reports else "contributing"
        people += [Person(name, role, place) for name in known if not outlets.known(name)]
    return people


def everyone(people: Iterable[Person], text: str) -> tuple[Person, ...]:
    """Everyone named, once: a surname joins its full name, capitals yield to the usual form."""
    found: list[Person] = []
    for person in people:
        usual = person.name.title()
        if person.name.isupper() and re.search(rf"\b{re.escape(usual)}\b", text):
            person = replace(person, name=usual)
        same = [n for n, other in enumerate(found) if _same(person.name, other.name)]
        if len(same) == 1:
            found[same[0]] = _merged(found[same[0]], person)
        else:
            found.append(person)
    return tuple(found)


def _same(one: str, other: str) -> bool:
    one, other = one.casefold(), other.casefold()
    return one == other or one.split()[-1:] == [other] or other.split()[-1:] == [one]


def _merged(one: Person, other: Person) -> Person:
    name = max(one.name, other.name, key=len)
    return Person(name, one.role or other.role, one.place or other.place)
