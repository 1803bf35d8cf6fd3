"""A line that is a row of who wrote, for whom and where: "NAME", "NAME / OUTLET", "PLACE / NAME / OUTLET"."""

import re
from collections.abc import Iterator, Sequence

from clippings.article import Article, Person
from clippings.provenance import (
    credit_lines,
    given_names,
    letters,
    names,
    outlets,
    standing,
    standing_alone,
)
from clippings.provenance.standing import Line
from clippings.provenance.vocabulary import KIND_AR, KIND_FA

_PARTS = re.compile(r"\s*[,،|/]\s*|\s*[–—]+\s*|\s+-+\s+|(?<=[\u0621-\u06d3])-(?=[\u0621-\u06d3])")
_IN = re.compile(r"\s+(?:in|reporting from|at|në|در|في)\s+")
_DATED = re.compile(r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b", re.IGNORECASE)
_DOMAIN = re.compile(r"(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,6}")
_FOR = re.compile(
    r"(?:[Ff]or|[Ss]pecial (?:to|for)|[Ee]xclusive (?:to|for)|për|ekskluzive për|برای|ویژه|اختصاصی(?: برای)?|خاص(?: ب?ـ?ل?ـ?)?|حصري) ?(?=\S)"
)
_JOB = re.compile(
    r"(?:(?:[Tt]he )?(?P<of>[A-Z][\w.&’' -]{1,40}?)?(?:['’]s)? ?\b(?i:(?:(?:staff|special|senior|chief|foreign|political|diplomatic|sports) )*(?:writer|reporter|correspondent|contributor|columnist|journalist|bureau chief|editor)s?)(?: (?:for|of|at) [A-Z][\w.&’' -]{1,40}?)?"
    r"|(?:gazetar|korrespondent|reporter)\w*(?: special\w*)? (?:e|i|në|për) \S[^,;:.]{1,40}?"
    r"|(?:خبرنگار|گزارشگر|نامه.?نگار)(?: اعزامی)? ?[^،:.؛]{0,30}?|(?:مراسلة?|موفدة?|كاتبة?) ?[^،:.؛]{0,30}?)"
    r"(?: (?:in|from|në|nga|در|از|في|من) (?P<place>[^\s,،:.؛][^,،:.؛]{1,30}))?"
)
_BESIDE = re.compile(
    r"\s+(?=(?:for (?:the )?[A-Z]|për (?:[a-zë]+ )?[\"“„A-ZÇË]|برای|ل(?:صحيفة|جريدة|موقع|مجلة|وكالة|قناة|شبكة|منصة)) ?\S)"
)
"""What parts "NAME for OUTLET"."""
_KIND = re.compile(rf"(?:{KIND_FA}|{KIND_AR}|رادیوی?|ملحق) \S")
_PLACE = re.compile(rf"{names.TOKEN}(?: {names.TOKEN}){{0,2}}")
_BRACKET = re.compile(r"\s*[(\[](?P<inside>[^()\[\]]{2,50})[)\]]$")
_TRANSLATION = re.compile(r"(?:ترجم|برگردان|نقلها|نقله|[Tt]ranslat|[Pp][ëe]rkth)")
_VERSE = 40
"""Characters of a line of a poem; a longer one below a name is a note."""
_NOTES = 2
"""Sentences below a name at the end."""
_STORY = 160
"""Characters of a paragraph; a shorter one may be a note below."""


def signed(line: Line, after: Line | None, article: Article) -> Iterator[Person]:
    """The people of a line that is a row of names: above a text, or as its last words."""
    bare = credit_lines.without_date(line.text)[0].strip(" ,،–—-*")
    if len(bare) > 90 or "@" in bare or "://" in bare or not _may_stand(line, bare, article):
        return
    parts = [part.strip(" ()[]:") for part in _PARTS.split(_unbracketed(bare))]
    parts = [one for part in parts if part for one in _BESIDE.split(part, maxsplit=1)]
    kinds = [_kind(part, article.outlet) for part in parts]
    if not 1 <= len(parts) <= 4 or "else" in kinds or "name" not in kinds:
        return
    if len(parts) == 1 and line.text.endswith(":"):
        return
    if len(parts) == 1:
        yield from _alone(parts[0], line, after, article)
    elif set(kinds) == {"name"} and _are_joined(parts, bare):
        for part in parts:
            yield from _named(part, None, None, line, after, article)
    else:
        yield from _in_a_row(parts, kinds, bare, line, after, article)


def _may_stand(line: Line, bare: str, article: Article) -> bool:
    """Whether a row of names may stand where this line does."""
    if letters.is_closing(bare) or letters.is_address(line.text):
        return False
    if line.head and _DATED.search(line.text):
        return False
    ends = line.text.rstrip('»"”')
    if ends.endswith(("؟", "!", "?", "،")) or (names.right(bare) and ends.endswith(".")):
        return False
    if line.where == "credit":
        return True
    if line.block or (line.where == "first paragraph" and standing.is_at_the_top(line, article)):
        return True
    return _ends_the_text(line, article) or _follows_the_headline(line, article)


def _ends_the_text(line: Line, article: Article) -> bool:
    """Whether no paragraph of the story comes after a line, only short ones."""
    if not line.tail:
        return False
    after = article.text[article.text.rfind(line.text) + len(line.text) :]
    below = [part for part in after.split("\n") if part]
    sentences = sum(part.endswith((".", "!", "?", "؟")) for part in below)
    return sentences <= _NOTES and all(len(part) < _STORY for part in below)


def _follows_the_headline(line: Line, article: Article) -> bool:
    return line.head and standing.paragraphs(article)[0] == article.headline


def _unbracketed(bare: str) -> str:
    """A row without what stands in brackets behind the name, where that names an outlet."""
    match = _BRACKET.search(bare)
    if match is None or not bare[: match.start()].strip(" –—-"):
        return bare
    name = re.split(r"[/,،]", match["inside"])[-1].strip()
    return bare[: match.start()] + f" | {name}" if _publishes(name) else bare


def _kind(part: str, carrier: str | None) -> str:
    """What a part of a row is: "outlet", "job", "name" or "names", "place", "else"."""
    if _publishes(part) or outlets.own(part, carrier):
        return "outlet"
    if (_FOR.match(part) or _KIND.match(part)) and len(part.split()) <= 6:
        return "outlet"
    if _JOB.fullmatch(part):
        return "job"
    if all(_is_name(one, carrier) for one in names.AND.split(_agencies(part))):
        return "name"
    if names.right(part):
        return "place" if len(part.split()) <= 3 else "else"
    return "place" if _PLACE.fullmatch(part) else "else"


def _is_name(words: str, carrier: str | None) -> bool:
    """Whether words are a name, or a name in a place."""
    name, *where = _IN.split(names.untitled(words), maxsplit=1)
    return names.is_name(name, carrier) and (not where or len(where[0].split()) <= 3)


def _agencies(part: str) -> str:
    return part.removesuffix(" and agencies")


def _publishes(part: str) -> bool:
    if outlets.known(part) or credit_lines.publishes(part) or outlets.leads(part):
        return True
    return bool(_DOMAIN.fullmatch(part)) or credit_lines.is_code(part)


def _alone(part: str, line: Line, after: Line | None, article: Article) -> Iterator[Person]:
    """The people of a line that is one name, or several joined."""
    place = _place_below(after) if after is not None and after.block and line.block else None
    yield from _named(part, None, place, line, after, article)


def _are_joined(parts: Sequence[str], bare: str) -> bool:
    """Whether parts are nothing but names after each other: "A, B and C"."""
    if re.search("[|/–—]", bare) or (len(parts) == 2 and not names.AND.search(parts[1])):
        return False
    return not names.right(bare) or all(map(given_names.opens_with_one, parts))


def _in_a_row(
    parts: Sequence[str],
    kinds: Sequence[str],
    bare: str,
    line: Line,
    after: Line | None,
    article: Article,
) -> Iterator[Person]:
    """The people of several parts, in whatever order they stand."""
    at = [number for number, kind in enumerate(kinds) if kind == "name"]
    who = at[0] if len(at) == 1 else _which(parts, kinds, at, article)
    beside = "outlet" in kinds or "job" in kinds
    named = names.right(parts[at[0]]) and given_names.opens_with_one(parts[at[0]])
    if who is None or not (beside or len(parts) == 2 or named):
        return
    if not _is_plain(parts[who], who, kinds, bare, line, after):
        return
    behind = [
        part for number, part in enumerate(parts) if number > who and kinds[number] != "outlet"
    ]
    job = next(
        (_JOB.fullmatch(part) for part, kind in zip(parts, kinds, strict=True) if kind == "job"),
        None,
    )
    place = job["place"] if job else None
    if place is None and _says_places(parts, who, bare):
        place = next((part for part in behind if not _JOB.fullmatch(part)), None)
    yield from _named(parts[who], _role(job, kinds, who, bare, line), place, line, after, article)


def _says_places(parts: Sequence[str], who: int, bare: str) -> bool:
    """Whether what stands behind a name is where it was: no dateline stands before it as well."""
    if names.right(bare):
        return len(parts) == 2 or who == 0
    return len(parts) > 2 or "," not in bare


def _which(
    parts: Sequence[str], kinds: Sequence[str], at: Sequence[int], article: Article
) -> int | None:
    """Which of several parts that may be a person's is it: the one of whom the text does not speak."""
    given = [number for number in at if given_names.opens_with_one(parts[number])]
    if names.right(parts[at[0]]) and len(given) == 1:
        return given[0]
    rest = f"{article.headline}\n{article.text}"
    silent = [number for number in at if rest.count(parts[number].split()[-1]) == 1]
    if len(silent) == 1:
        return silent[0]
    outlet = kinds.index("outlet") if "outlet" in kinds else None
    return at[-1] if outlet is not None and outlet > at[-1] else at[0]


def _is_plain(
    name: str, who: int, kinds: Sequence[str], bare: str, line: Line, after: Line | None
) -> bool:
    """Whether a row is no dateline: "PLACE – AGENCY", "PLACE (AGENCY)"."""
    if "job" in kinds or len(kinds) > 2 or "outlet" not in kinds:
        return True
    if names.right(name):
        known = given_names.opens_with_one(name) or re.search("[,،|]", bare)
        translated = after is not None and _TRANSLATION.match(after.text)
        return bool(known or translated) and not standing_alone.is_place(name)
    if line.head and kinds[0] == "outlet" and "," in bare:
        return False  # "AGENCY, PLACE", below a byline
    return not name.isupper() or bool(re.search(r"[|,]|\S/\S", bare))


def _role(
    job: re.Match[str] | None, kinds: Sequence[str], who: int, bare: str, line: Line
) -> str | None:
    """What the words beside a name say that it did."""
    if job:
        return "writing" if re.search(r"column|editor|كاتب", job.group()) else "reporting"
    if names.right(bare):
        return "reporting" if kinds[1:] == ["outlet", "name"] else None
    pictured = "outlet" in kinds and re.search(r"\S/\S", bare)
    return "photography" if pictured and line.where != "last paragraph" else None


def _named(
    part: str, role: str | None, place: str | None, line: Line, after: Line | None, article: Article
) -> Iterator[Person]:
    for one in names.AND.split(_agencies(part)):
        name, *where = _IN.split(names.untitled(one), maxsplit=1)
        found = names.ordinary(name)
        if names.right(found) and not _may_sign(found, found != part.strip(), line, after, article):
            return
        if len(found.split()[0]) == 1:
            return
        if line.where != "credit" and not standing_alone.signs(found, line, article):
            return
        yield Person(found, role, where[0] if where else place)


def _may_sign(name: str, joined: bool, line: Line, after: Line | None, article: Article) -> bool:
    """Whether words in Arabic script may be a person's: no place's, and with a given name unless they
    stand alone at the very beginning or end, as no line of a poem does."""
    if standing_alone.is_place(name) or len(name.split()) > 4:
        return False
    last = line.where == "last paragraph" or (after is not None and len(after.text) > _VERSE)
    alone = last and line.text in standing.paragraphs(article)
    first = line.where == "credit" or (line.head and standing.is_at_the_top(line, article))
    plain = given_names.opens_with_nothing_else(name)
    return plain or (not joined and (alone or first))


def place_by_outlet(after: Line) -> str | None:
    """The place after the outlet in the line under a name: "BBC Persian, Delhi"."""
    parts = re.split(r"\s*[,،]\s*", credit_lines.without_date(after.text)[0].strip(" .,"))
    both = len(parts) == 2 and outlets.known(parts[0]) and not outlets.known(parts[1])
    return parts[1] or None if both else None


def _place_below(after: Line) -> str | None:
    """The place under a name: "Osterul", "BBC Persian, Delhi"."""
    if place := place_by_outlet(after):
        return place
    bare = credit_lines.without_date(after.text)[0].strip(" .,")
    single = re.fullmatch(r"[A-Z]\w+", bare) and not outlets.known(bare)
    return bare if single else None
