"""Which site a page is of, as the page itself says."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ingest.readers import vocabulary as words
from ingest.readers.lines import Line, fold, in_menu, is_paragraph

_DOMAIN = re.compile(r"\b(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,12})\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_AFTER_NAME = re.compile(
    r"[.|•·]|all rights?|\b(?:built|made) (?:with|by)|\bpowered by|\bdesigned|تمامی|تمام حقوق"
    r"|جميع|كل الحقوق|të gjitha",
    re.IGNORECASE,
)
_FIRST = 6
"""Lines at the top of a page among which its name stands."""


def site_of(found: Sequence[Line]) -> tuple[str | None, str | None]:
    """The name and the domain of the site."""
    rights = [line.text for line in found if line.kind == "copyright"]
    domain = next((match[1] for text in rights if (match := _DOMAIN.search(text))), None)
    return _name(found, rights), domain.lower() if domain else None


def _name(found: Sequence[Line], rights: Sequence[str]) -> str | None:
    """A line at the top that the copyright repeats or a menu follows; else the copyright's name."""
    counts = Counter(line.text for line in found)
    top = [n for n, line in enumerate(found[:_FIRST]) if _may_name(line)]
    stated = [n for n in top if any(found[n].folded in fold(text) for text in rights)]
    if not stated and top[:1] == [0]:
        menu = len(found) > 1 and (found[1].kind == "bullet" or in_menu(found[1]))
        stated = [0] if menu or counts[found[0].text] > 1 else []
    if stated:
        return found[stated[0]].text
    for text in rights:
        years = [match.end() for match in _YEAR.finditer(text)]
        name = _AFTER_NAME.split(text[years[-1] :] if years else "")[0]
        if name := name.strip(words.SEPARATORS):
            return name
    return None


def with_names(found: list[Line]) -> list[Line]:
    """The lines, with the site's name as of kind "site" where it stands between menu and article.

    Over the first article it would pass for a section; where it stands over others, it is one.
    """
    name = found[0].folded if found else ""
    again = [n for n in range(1, len(found) - 1) if found[n].folded == name]
    if not again or not _is_furniture(found[1]) or any(_is_section(found, n) for n in again):
        return found
    marked = list(found)
    for number in again:
        plain = found[number].kind == "text" and not is_paragraph(found[number + 1].text)
        if plain and _is_furniture(marked[number - 1]):
            marked[number] = replace(found[number], kind="site")
    return marked


def _is_furniture(line: Line) -> bool:
    return line.kind in ("bullet", "copyright", "site") or in_menu(line)


def _is_section(found: Sequence[Line], number: int) -> bool:
    """Whether a line stands between the marks below one article and the headline of the next."""
    above, below = found[number - 1].kind, found[number + 1].kind
    return above in ("meta", "share", "more", "count") and below == "text"


def _may_name(line: Line) -> bool:
    if line.kind != "text" or in_menu(line) or is_paragraph(line.text):
        return False
    return any(char.isalpha() for char in line.text)
