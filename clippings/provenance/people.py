"""Credits → the people they name, with what each did and where: in all forms met, four languages.

Site accounts, the carrier's own name and e-mail addresses are no persons; one person under
different capitals, or by surname once and in full elsewhere, is one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from clippings.article import Article, Person
from clippings.folding import fold
from clippings.provenance import credit_lines, credits, letters, newsrooms, notes, outlets, standing
from clippings.provenance.roles import LABELLED, NO_NAME, PARTICLE, ROLES, TOKEN
from clippings.provenance.standing import Line

_LATIN = re.compile(rf"{TOKEN}(?: (?:{PARTICLE} ){{0,2}}{TOKEN}){{1,3}}")
_RIGHT = re.compile(
    r"[\u0621-\u06d3][\u0621-\u06d3\u064b-\u0655\u200c]*(?:[ -][\u0621-\u06d3\u064b-\u0655\u200c.]+){1,3}"
)
_AND = re.compile(
    r"\s*(?:,|،|;|؛|&)\s*|\s+(?:and|dhe|with)\s+|\s+و\s+|\s+و(?=[\u0621-\u06d3]{3,} [\u0621-\u06d3]{3,}$)"
)
_IN = re.compile(r"\s+(?:in|reporting from|at|në|در|في)\s+")
_CONTRIBUTED = re.compile(
    r"(?P<who>[^.]{3,160}?) (?:also )?contributed(?: reporting"
    r"| additional reporting)?(?: to\b| from (?P<place>[A-Z][\w ]{1,40})|\W*$)"
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
    r"(?:translated|p[ëe]rktheu|p[ëe]rkthyer)\b[^.]{0,80}? (?:by|nga) (?P<who>[^.,;()]{3,60})|"
    r"(?:ترجمه|ترجمها|ترجمته)[^.]{0,40}? (?P<arabic>[^\s.]+ [^\s.]+)\W*$|"
    r"(?:^|[–—؛،.-]\s)(?:ترجم[هۀ]\u0654?|برگردان)(?: از)? (?P<persian>[^\s.،؛]+(?: [^\s.،؛]+){1,2})\W*$",
    re.IGNORECASE,
)
_TRANSLATION = re.compile(r"(?:ترجم|برگردان|[Tt]ranslat|[Pp][ëe]rkth)")
_TRANSLATES = ("translated", "rkth", "ترجم", "برگردان")
_SURNAME = re.compile(r"(?<= )[^\W\d_a-zà-öø-ÿ]{3,}(?:-[^\W\d_a-zà-öø-ÿ]{3,})?$")
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_ROW = re.compile(r"\s*[,،|/]\s*|\s+[–—-]\s+|(?<=[\u0621-\u06d3])-(?=[\u0621-\u06d3])")
_CLAUSE = re.compile(
    r"\s+[/|]\s+(?=\S+:)|\s*;\s*|\s+[–—-]\s+(?=(?:گزارش|تحرير|إعداد|ترجمة|مراجعة|ترجمه|ترجم|عکس|ویر|Përk|P[eë]rk))|(?<=\w)\)\s*\(|\s*[،,]\s+(?=(?:عکس|گزارش|ترجمه|ویرایش|تصوير|تحرير|ترجمة|foto\w*|p[ëe]rktheu|redaktoi|photos?|pictures?|editing)\s?:)"
)
_PARTED = re.compile(
    r"[;/|)–—،,-](?:(?<=[;/|])|(?<=\))\s*\(|(?<=[–—-])\s+[\u0621-\u06d3P]|(?<=[،,])\s+\w+\s?:)"
)
"""What stands in every sentence that has more than one clause."""
_BRACKETS = re.compile(r"\([^()]{0,80}(?:\)|$)")


def people(article: Article) -> tuple[Person, ...]:
    """Everyone whom an article's byline, credits and credit lines name, each once, in order."""
    if article.stub:
        return ()
    lines = standing.edges(article)
    found = [*_from_byline(article), *_from_lines(article, lines)]
    reporters = newsrooms.own_reporters(article)
    found += [Person(who, "reporting") for who in reporters if _is_person(who, article)]
    stated = {person.name for person in article.byline}
    named = _once(found, article.text)
    return tuple(one for one in named if " " in one.name or len(named) > 1 or one.name in stated)


def _from_byline(article: Article) -> Iterator[Person]:
    for person in article.byline:
        named = list(_persons(person.name, person.role, article.outlet))
        if not named and _may_sign(person.name, article.outlet):
            named = [person]
        for one in named:
            yield replace(one, place=person.place or one.place)


def _may_sign(name: str, carrier: str | None) -> bool:
    """Whether a name that a source states may be a person's, in whatever script it is."""
    words = re.split(r"[\s_-]+", fold(name.casefold()))
    nobody = NO_NAME.intersection(words) or "@" in name or "://" in name
    return not (nobody or outlets.own(name, carrier) or outlets.known(name))


def _from_lines(article: Article, lines: Sequence[Line]) -> Iterator[Person]:
    for number, line in enumerate(lines):
        if line.where == "headline":
            continue
        after = lines[number + 1] if number + 1 < len(lines) else None
        for text in standing.credits_in(line):
            told = list(notes.people(text, line.head, after.text if after else ""))
            told = told or list(_told(text, article.outlet)) or _by_grammar(text, article.outlet)
            if len(told) == 1 and line.block and after is not None and after.block:
                told = [replace(told[0], place=told[0].place or _place_by_outlet(after))]
            yield from told
            if not told and line.alone and text == line.text:
                yield from _signed(line, after, article)


def _told(text: str, carrier: str | None) -> Iterator[Person]:
    """The people a sentence credits."""
    clauses = _CLAUSE.split(text) if _PARTED.search(text) else [text]
    for clause in clauses:
        clause = clause.strip(" ()[]")
        if (match := LABELLED.match(clause)) and _is_label(match):
            role = next(role for role, _ in ROLES if match[role])
            yield from _persons(match["rest"], role, carrier)
        elif "contributed" in clause and (match := _CONTRIBUTED.match(clause)):
            yield from _contributors(match, carrier)
        elif "reported from" in clause and (match := _REPORTED_FROM.match(clause)):
            yield Person(match["who"], "reporting", match["place"])
        elif match := _ABOUT.match(clause):
            yield Person(match["who"], "writing", match["place"])
        translated = len(clause) < 160 and any(map(clause.lower().__contains__, _TRANSLATES))
        if translated and (match := _TRANSLATED.search(clause)):
            yield from _persons(
                match["who"] or match["arabic"] or match["persian"], "translation", carrier
            )


def _by_grammar(text: str, carrier: str | None) -> list[Person]:
    """The people of the credit that a line is for the readers, too."""
    found = credits.certain(text)
    people = found.people if found else ()
    return [person for person in people if _is_name(person.name, carrier)]


def _is_label(match: re.Match[str]) -> bool:
    """Whether a role's word stands as a label: before a colon, or "by" and its like before names."""
    if ":" in match["mark"]:
        return True
    word = match.group()[: match.start("rest")].strip().casefold()
    bare = (
        r"(?:.*\bby|nga|.*\bto|shkruan|shkroi|p[ëe]rktheu.*|redaktoi|intervistoi|p[ëe]rgatiti"
        r"|تغطية|إعداد وتحرير|بقلم|به قلم|نوشت[هۀ]\u0654?|ترجم[هۀ]\u0654?|ترجمة|إعداد|تحرير|كتب|كتبت|برگردان"
        r"|تصوير|عدسة)"
    )
    return len(match["rest"]) < 120 and bool(re.fullmatch(rf"\W*{bare}", word))


def _contributors(match: re.Match[str], carrier: str | None) -> Iterator[Person]:
    who = re.sub(
        r"^.*\b(?:writers?|reporters?|correspondents?|staff|journalists?)\s+", "", match["who"]
    )
    for person in _persons(who, "contributing", carrier):
        yield replace(person, place=person.place or match["place"])


def _signed(line: Line, after: Line | None, article: Article) -> Iterator[Person]:
    """A name alone in its line: above a text, or as its last words."""
    bare = credit_lines.without_date(line.text)[0].strip(" ,–—-*")
    parts = [part for part in _ROW.split(bare) if part]
    if not 1 <= len(parts) <= 3 or len(bare) > 70 or _is_no_name(line, bare):
        return
    if right(bare) and line.text.rstrip('»"”').endswith((".", "؟", "!", "،")):
        return
    named = [part for part in parts if _is_person(_IN.split(part)[0], article)]
    others = [part for part in parts if part not in named]
    if not named or not all(_may_stand_by(part) for part in others):
        return
    if not (line.block or line.where == "credit" or _at_an_end(line)):
        return
    outlet_beside = any(outlets.known(part) or outlets.leads(part) for part in others)
    translated = after is not None and _TRANSLATION.match(after.text)
    closes = line.where == "last paragraph" and re.fullmatch(r"\S+(?: \S+)+/\S+", bare)
    if outlet_beside and len(parts) == 2 and not (re.search("[,،|]", bare) or translated or closes):
        return  # "PLACE – AGENCY"
    if line.head and len(parts) == 2 and outlets.known(parts[0]) and not right(bare):
        return  # "AGENCY, PLACE", below a byline
    name, *where = _IN.split(re.sub(r" and agencies$", "", named[0]), maxsplit=1)
    place = where[0] if where else None
    pictured = outlet_beside and not closes and re.search(r"\S/\S", bare)
    role = "photography" if pictured else None
    if len(parts) == 3 and outlet_beside and parts[2] == named[-1] and right(parts[2]):
        name, role = named[-1], "reporting"
    else:
        place = _place_beside(parts, named[0], outlet_beside) or place
    if place is None and after is not None and after.block and line.block:
        place = _place_below(after, article)
    if _plausible(name, place, line, article):
        yield Person(name, role, place)


def _is_no_name(line: Line, bare: str) -> bool:
    """Whether a line is a courtesy, or a dateline with its weekday."""
    return _is_closing(bare) or bool(line.head and _WEEKDAY.search(line.text))


def _place_beside(parts: Sequence[str], name: str, outlet_beside: bool) -> str | None:
    """The place in a row: "NAME, PLACE" in Arabic script, "NAME, OUTLET, PLACE"."""
    if not outlet_beside and len(parts) == 2 and right(parts[0]):
        return parts[1]
    last = len(parts) == 3 and outlets.known(parts[1]) and parts[0] == name
    return parts[2] if last else None


def _may_stand_by(part: str) -> bool:
    """Whether a part of a line may be a place, an outlet or a job beside a name."""
    if right(part):
        return len(part.split()) <= 3
    return bool(
        outlets.known(part) or credit_lines.publishes(part) or _LATIN.fullmatch(f"A {part}")
    )


def right(text: str) -> bool:
    """Whether a text is in Arabic script."""
    return bool(re.match(r"[\u0621-\u06d3]", text))


def _is_closing(text: str) -> bool:
    return letters.is_closing(text) or "@" in text or "://" in text


def _at_an_end(line: Line) -> bool:
    return line.where in ("first paragraph", "last paragraph") or line.tail


def _place_by_outlet(after: Line) -> str | None:
    """The place after the outlet in the line under a name: "BBC Persian, Delhi"."""
    parts = re.split(r"\s*[,،]\s*", credit_lines.without_date(after.text)[0].strip(" .,"))
    both = len(parts) == 2 and outlets.known(parts[0]) and not outlets.known(parts[1])
    return parts[1] or None if both else None


def _place_below(after: Line, article: Article) -> str | None:
    """The place under a name: "Jonas Ferreday / Osterul", "BBC Persian, Delhi"."""
    if place := _place_by_outlet(after):
        return place
    bare = credit_lines.without_date(after.text)[0].strip(" .,")
    parts = re.split(r"\s*[,،]\s*", bare)
    single = len(parts) == 1 and re.fullmatch(r"[A-Z]\w+", bare) and not outlets.known(bare)
    return bare if single else None


def _plausible(name: str, place: str | None, line: Line, article: Article) -> bool:
    """Whether a line is a name and not a slogan, a verse or a heading, which take up the text."""
    if right(name):
        if (place is not None and len(place.split()) > 2) or len(name.split()) > 4:
            return False
        # A note on the writer, below, says the name again.
        text = re.sub(rf"\n{re.escape(name)} [^\n]+$", "", article.text)
        rest = f"{article.headline}\n{text.replace(line.text, '', 1)}"
        return not any(word in rest for word in name.split() if len(word) > 2)
    if name.isupper():
        small = set(re.findall(r"[^\W\d_]+", article.text))
        return not any(word.lower() in small for word in re.split(r"[\W_]+", name) if len(word) > 3)
    return line.block or line.tail or line.where == "credit"


def _persons(text: str, role: str | None, carrier: str | None) -> Iterator[Person]:
    """The persons in the words after a label; outlets, dates and jobs are left out."""
    bare = _BRACKETS.sub(" ", credit_lines.without_date(text)[0]).strip(" .()[]")
    bare = re.sub(r"^(?:për|for|برای) (?:[a-zà-ÿ]\S* )+", "", bare)
    bare = re.split(r"\s+(?:للنشرة|لموقعنا|for (?:the\b|(?=[A-Z]))|për|برای)\b", bare)[0]
    pieces = [
        one
        for part in re.split(r"\s*[/|]\s*|\s+[–—-]\s+|(?<=\w\w)\.\s+", bare)
        for one in _AND.split(part)
    ]
    place = None
    for piece in pieces:
        piece = re.split(r"\w['’]s? (?=[^\W\d_a-z]\w+ [^\W\d_a-z])", piece)[-1]
        name, *where = _IN.split(piece.strip(' .:"“”«»'), maxsplit=1)
        if _is_name(name, carrier):
            place = where[0].strip() if where else None
            yield Person(_ordinary(name), role, place)


def _is_person(text: str, article: Article) -> bool:
    return _is_name(text.strip(), article.outlet)


def _is_name(text: str, carrier: str | None) -> bool:
    form = _RIGHT if right(text) else _LATIN
    if any(letter.isdigit() for letter in text):
        return False
    if not form.fullmatch(text) or "@" in text:
        return False
    words = re.split(r"[\s_-]+", fold(text.casefold()))
    if NO_NAME.intersection(words) or outlets.own(text, carrier):
        return False
    return not (outlets.known(text) or outlets.says_it_publishes(text) or letters.is_body(text))


def _ordinary(name: str) -> str:
    return name.strip(" .,:")


def _once(found: Sequence[Person], text: str) -> tuple[Person, ...]:
    """Each person once: a surname joins its full name, capitals yield to the usual form."""
    usual = (replace(one, name=_usual(one.name)) for one in found)
    return credits.everyone(usual, text)


def _usual(name: str) -> str:
    """A name in capitals as it is usually written: "HALIMA DESREY" and "Halima DESREY"."""
    if name.isupper():
        return re.sub(r"[^\W\d_]+", lambda word: word.group().capitalize(), name)
    return _SURNAME.sub(lambda word: word.group().title(), name)
