"""The lines between articles that belong together: date, comments, share bar, "Read more"."""

from dataclasses import dataclass

from ingest.readers import vocabulary as words
from ingest.readers.beside import Meta, both, networks
from ingest.readers.lines import Line


@dataclass(frozen=True, slots=True)
class Group:
    """Lines in a row that stand between articles: date, comments, share bar, "Read more"."""

    start: int
    end: int
    meta: Meta
    strong: bool
    """More than a bare date, which may stand in a text too."""
    more: bool
    signs: frozenset[str] = frozenset()
    """What stands there beside a day: "comments", "bar", "more", "author", "section"."""
    own: tuple[str, ...] = ()
    """Other days in the same lines: a letter's own date, above the page's."""


def groups_of(found: list[Line]) -> list[Group]:
    """The groups of a page in their order."""
    groups: list[Group] = []
    at = 0
    while at < len(found):
        end = at
        while end < len(found) and _goes_on(found[end], begun=end > at):
            end += 1
        if end > at and (group := _group(found, at, end)):
            groups.append(group)
        at = max(end, at + 1)
    return groups


def _goes_on(line: Line, *, begun: bool) -> bool:
    """Whether a line is of a group; a day over the next article begins a new one."""
    if line.leads:
        return not begun
    return _is_beside(line) or (begun and _is_count(line))


def _is_beside(line: Line) -> bool:
    return line.kind in ("meta", "share", "more")


def _is_count(line: Line) -> bool:
    """Whether a line is a counter, or nothing but a dash."""
    return line.kind == "count" or not any(char.isalnum() for char in line.text)


def _group(found: list[Line], start: int, end: int) -> Group | None:
    """The group these lines make, or None for one lone word such as "Email"."""
    run = found[start:end]
    metas = [line.meta for line in run if line.meta]
    more = any(line.kind == "more" for line in run)
    meta = both(metas)
    signs = {
        "comments": meta.comments is not None,
        "bar": _is_bar(run),
        "more": more,
        "author": bool(meta.author),
        "section": bool(meta.section),
    }
    if not metas and not more and not signs["bar"]:
        return None
    shown = frozenset(name for name, there in signs.items() if there)
    strong = bool(shown & {"comments", "bar", "more"})
    days = [(line.text, line.meta.published) for line in run if line.meta]
    own = tuple(text for text, day in days if day and day != meta.published)
    return Group(start, end, meta, strong, more, shown, own)


def _is_bar(run: list[Line]) -> bool:
    """Whether lines name two places to share at; "Print" and "Line" are words of any text."""
    shares = [line for line in run if line.networks]
    named = any(words.CERTAIN.search(line.text) or not networks(line.text) for line in shares)
    return named and sum(line.networks for line in shares) > 1
