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
from clippings.provenance.row_parts import IN, Row, agencies, row
from clippings.provenance.standing import Line

_DATED = re.compile(r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b", re.IGNORECASE)
_GOES_ON = re.compile(
    r" (?:بال|لل|كال)\w|(?: |^)(?:جدید|جديدة?|تازه|نو|كبيرة?|بزرگ|كوچک|ویژه|مهم|هام|خاصة?)$"
)
"""What a heading goes on with, and no name."""
_TRANSLATION = re.compile(r"(?:ترجم|برگردان|نقلها|نقله|[Tt]ranslat|[Pp][ëe]rkth)")
_SHORT = 40
"""Characters of a line of a byline or a poem; a longer one below a name is a note."""
_NOTES = 1
"""Paragraphs of sentences below a name at the end."""
_STORY = 160
"""Characters of a paragraph; a shorter one may be a note below."""


def signed(line: Line, after: Line | None, article: Article) -> Iterator[Person]:
    """The people of a line that is a row of names: above a text, or as its last words."""
    bare = credit_lines.without_date(line.text)[0].strip(" ,،–—-*")
    if len(bare) > 90 or "@" in bare or "://" in bare or not _may_stand(line, bare, article):
        return
    if (found := row(bare, line, after, article)) is None:
        return
    if len(found.parts) > 1 and not _are_joined(found):
        yield from _in_a_row(found)
    elif len(found.parts) > 1 or not line.text.endswith(":"):
        place = _place_below(after) if after is not None and after.block and line.block else None
        for part in found.parts:
            yield from _named(found, part, None, place)


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
    return line.block or _opens_the_text(line, article) or _ends_the_text(line, article)


def _ends_the_text(line: Line, article: Article) -> bool:
    """Whether no paragraph of the story comes after a line, only short ones."""
    if not line.tail:
        return False
    after = article.text[article.text.rfind(line.text) + len(line.text) :]
    below = [part for part in after.split("\n") if part]
    sentences = sum(part.endswith((".", "!", "?", "؟")) for part in below)
    return sentences <= _NOTES and all(len(part) < _STORY for part in below)


def _opens_the_text(line: Line, article: Article) -> bool:
    """Whether nothing comes before a line but the headline and lines as short as itself."""
    if not standing.is_at_the_top(line, article):
        return False
    above = article.text[: article.text.find(line.text)].split("\n")
    return all(len(part) < _SHORT or part == article.headline for part in above)


def _are_joined(found: Row) -> bool:
    """Whether parts are nothing but names after each other: "A, B and C"."""
    if set(found.kinds) != {"name"} or re.search("[|/–—]", found.bare):
        return False
    if len(found.parts) == 2 and not names.AND.search(found.parts[1]):
        return False
    return not names.right(found.bare) or all(map(given_names.opens_with_one, found.parts))


def _in_a_row(found: Row) -> Iterator[Person]:
    """The people of several parts, in whatever order they stand."""
    at = [number for number, kind in enumerate(found.kinds) if kind == "name"]
    who = at[0] if len(at) == 1 else _which(found, at)
    name = found.parts[who]
    beside = "outlet" in found.kinds or "job" in found.kinds
    if not (beside or len(found.parts) == 2 or given_names.opens_with_one(name)):
        return
    if len(found.parts) <= 4 and _is_no_dateline(found, name):
        yield from _named(found, name, _role(found), _place(found, who))


def _place(found: Row, who: int) -> str | None:
    """Where the person was: with the job, or in what stands behind the name."""
    if found.job and found.job["place"]:
        return found.job["place"]
    if names.right(found.bare):
        says = len(found.parts) == 2 or who == 0
    else:
        says = len(found.parts) > 2 or "," not in found.bare
    behind = range(who + 1, len(found.parts)) if says else ()
    return next((found.parts[n] for n in behind if found.kinds[n] in ("name", "place")), None)


def _which(found: Row, at: Sequence[int]) -> int:
    """Which of several parts that may be a person's is it: the one of whom the text does not speak."""
    given = [number for number in at if given_names.opens_with_one(found.parts[number])]
    if len(given) == 1:
        return given[0]
    rest = f"{found.article.headline}\n{found.article.text}"
    itself = int(found.line.text in rest)  # a credit may have been taken out of the text
    silent = [n for n in at if rest.count(found.parts[n].split()[-1]) == itself]
    if len(silent) == 1:
        return silent[0]
    outlet = found.kinds.index("outlet") if "outlet" in found.kinds else 0
    return at[-1] if outlet > at[-1] else at[0]


def _is_no_dateline(found: Row, name: str) -> bool:
    """Whether a row is not just where and by whom: "PLACE – AGENCY", "PLACE (AGENCY)"."""
    if len(found.kinds) > 2 or "outlet" not in found.kinds:
        return True
    if names.right(name):
        known = given_names.opens_with_one(name) or re.search("[,،|]", found.bare)
        translated = found.after is not None and _TRANSLATION.match(found.after.text)
        return bool(known or translated) and not standing_alone.is_place(name)
    if found.line.head and found.kinds[0] == "outlet" and "," in found.bare:
        return False  # "AGENCY, PLACE", below a byline
    return not name.isupper() or bool(re.search(r"[|,]|\S/\S", found.bare))


def _role(found: Row) -> str | None:
    """What the words beside a name say that it did."""
    if found.job:
        return "writing" if re.search(r"column|editor|كاتب", found.job.group()) else "reporting"
    if names.right(found.bare):
        return "reporting" if found.kinds[1:] == ["outlet", "name"] else None
    pictured = "outlet" in found.kinds and re.search(r"\S/\S", found.bare)
    return "photography" if pictured and found.line.where != "last paragraph" else None


def _named(found: Row, part: str, role: str | None, place: str | None) -> Iterator[Person]:
    """The people of a part, unless the rest of the text says that it is something else."""
    for one in names.AND.split(agencies(part)):
        bare, *where = IN.split(names.untitled(one), maxsplit=1)
        name = names.ordinary(bare)
        if len(name.split()[0]) == 1 or (names.right(name) and not _may_sign(found, name, part)):
            return
        if found.line.where != "credit" and not standing_alone.signs(
            name, found.line, found.article
        ):
            return
        yield Person(name, role, where[0] if where else place)


def _may_sign(found: Row, name: str, part: str) -> bool:
    """Whether words in Arabic script may be a person's: no place's, and with a given name, unless an
    outlet stands beside or a note says the name again; no line of a poem."""
    if standing_alone.is_place(name) or len(name.split()) > 4:
        return False
    if given_names.opens_with_nothing_else(name):
        return True
    line, after = found.line, found.after
    last = line.where == "last paragraph" or (after is not None and len(after.text) > _SHORT)
    alone = last and line.text in standing.paragraphs(found.article)
    first = line.where == "credit" or (line.head and standing.is_at_the_top(line, found.article))
    if name != part.strip() or _GOES_ON.search(name) or not (alone or first):
        return False
    if found.has_outlet or given_names.opens_with_one(name):
        return True
    return standing_alone.is_noted(name, line, found.article)


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
