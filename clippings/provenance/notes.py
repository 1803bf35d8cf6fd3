"""Notes beside a text that name its people in a sentence or in brackets, each in its own form."""

import re
from collections.abc import Iterator

from clippings.article import Person
from clippings.provenance import given_names, letters, names, outlets
from clippings.provenance.note_forms import FORMS, RIGHT
from clippings.provenance.roles import LABELLED, NO_NAME
from clippings.provenance.rules import PERSON, TITLE

_SOMEONE = rf"(?:\w\.\s?)?{RIGHT}(?: {RIGHT}){{0,2}}"
_NOTES = tuple(
    (role, word, re.compile(form)) for role, words, form in FORMS for word in words.split("|")
)
"""Role, a word that stands in what the form fits, and the form."""
_BESIDE = re.compile(
    rf"(?P<who>{_SOMEONE})\s*[\[(](?P<outlet>[^\])\n،,]{{3,40}})(?:[،,](?P<issue> ?(?:شمار|العدد|عدد))?[^\])\n]{{2,30}})?[\])]\W*"
)
_OPENING = re.compile(rf"\((?P<outlet>{TITLE}) [–—-] (?P<who>{PERSON})\)(?= \S)")
_PLACED = re.compile(rf"(?P<place>{RIGHT}(?: {RIGHT})?)\s?: (?P<who>{RIGHT}(?: {RIGHT}){{1,2}})")
_FROM = re.compile(rf"(?:من|از) (?P<who>{RIGHT}(?: {RIGHT}){{1,2}})")
_CONTACT = re.compile(
    r"[Tt]o contact the (?P<job>reporter|writer|editor)s?\b[^:]{0,40}:(?P<rest>.*)", re.DOTALL
)
_CONTACTED = re.compile(
    rf"(?P<who>{PERSON})(?: in (?P<place>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*))?(?=\s*(?:$|[,;.]| at | or ))"
)
_PICTURED = re.compile(
    rf"(?:(?:.*[ .])?(?P<open>[(\[]))?(?P<who>{PERSON})\s?/\s?(?P<of>[A-Z][\w.’' ]{{1,30}}?)(?: via [\w ]+)?[)\]]?\W*$"
    rf"|(?:.* )?[(\[](?P<first>[A-Z]\w+)\s?/\s?(?P<whose>{PERSON})[)\]]\W*$"
    rf"|.*\((?P<right>{RIGHT}(?: {RIGHT}){{0,3}})\s?/\s?(?P<left>{RIGHT}(?: {RIGHT}){{0,3}})\)\W*$"
)


def people(text: str, head: bool, after: str) -> Iterator[Person]:
    """The people a sentence names: "To contact the reporter: …", "NAME [روزنامهٔ …]"."""
    yield from _noted(text)
    if "ontact the" in text:
        yield from _contacts(text)
    if (match := _BESIDE.fullmatch(text)) and (match["issue"] or _publishes(match["outlet"])):
        yield from _named(match["who"])
    if head and (match := _OPENING.match(text)):
        yield from _named(match["who"])
    if head and len(text) < 60 and names.right(text):
        yield from _above(text, after)


def _noted(text: str) -> Iterator[Person]:
    """Whom the forms of sentences name."""
    for role, form in [(role, form) for role, word, form in _NOTES if word in text]:
        match = form.match(text)
        if match is None:
            continue
        name, told = match["who"].strip(" ."), match.groupdict()
        if not letters.is_body(name) and not _is_nobody(name):
            yield Person(name, role, told.get("at") or told.get("place"))


def _is_nobody(name: str) -> bool:
    return not NO_NAME.isdisjoint(name.casefold().split())


def _contacts(text: str) -> Iterator[Person]:
    """Those to be written to: "To contact the reporters on this story: A in B at a@c; D in E at d@c"."""
    if match := _CONTACT.match(text):
        role = "editing" if match["job"] == "editor" else "reporting"
        for one in re.split(r";\s*|,\s*(?=[A-Z]\w+ [A-Z])|\s+and\s+(?=[A-Z])", match["rest"]):
            if found := _CONTACTED.match(one.strip()):
                yield Person(
                    found["who"].strip(" ."), role, (found["place"] or "").strip(" .") or None
                )


def _above(text: str, after: str) -> Iterator[Person]:
    """Who signs over a text in Arabic script: "PLACE: NAME", "من NAME"."""
    match = _FROM.fullmatch(text)
    if match is None and not LABELLED.match(text):
        match = _PLACED.fullmatch(text)
    if match and (outlets.known(after) or given_names.opens_with_nothing_else(match["who"])):
        yield from _named(match["who"])


def pictured(text: str, line: str) -> Iterator[Person]:
    """Who took the picture that a line shows: "Storks on a roof (NAME/AGENCY)"; a name and an agency
    that are the whole line may sign a text as well."""
    match = _PICTURED.match(text) if "/" in text or "(" in text else None
    if match is None or (match["who"] and text == line and not match["open"]):
        return
    pairs = (("who", "of"), ("of", "who"), ("whose", "first"), ("right", "left"), ("left", "right"))
    for who, of in pairs:
        if match[who] and _is_agency(match[of]) and names.is_name(match[who].strip(" ."), None):
            yield Person(match[who].strip(" ."), "photography")
            return


def _is_agency(name: str) -> bool:
    return bool(outlets.known(name)) or name in _AGENCIES


_AGENCIES = frozenset(
    {"AP Photo", "Getty Images", "Getty", "Pool", "Shutterstock", "EPA-EFE", "NurPhoto"}
)


def _publishes(words: str) -> bool:
    return bool(outlets.known(words)) or outlets.says_it_publishes(words)


def _named(name: str) -> Iterator[Person]:
    if " " in name and not _is_nobody(name):
        yield Person(name, "writing")
