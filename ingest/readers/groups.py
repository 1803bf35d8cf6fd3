"""The lines between articles that belong together: date, comments, share bar, "Read more"."""

from dataclasses import dataclass

from ingest.readers.beside import Meta, both
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


def groups_of(found: list[Line]) -> list[Group]:
    """The groups of a page in their order."""
    groups: list[Group] = []
    at = 0
    while at < len(found):
        end = at
        while end < len(found) and (_is_beside(found[end]) or (end > at and _is_count(found[end]))):
            end += 1
        if end > at and (group := _group(found, at, end)):
            groups.append(group)
        at = max(end, at + 1)
    return groups


def _is_beside(line: Line) -> bool:
    return line.kind in ("meta", "share", "more")


def _is_count(line: Line) -> bool:
    """Whether a line is a counter, or nothing but a dash."""
    return line.kind == "count" or not any(char.isalnum() for char in line.text)


def _group(found: list[Line], start: int, end: int) -> Group | None:
    """The group these lines make, or None for one lone word such as "Email"."""
    run = found[start:end]
    metas = [line.meta for line in run if line.meta]
    networks = sum(line.networks for line in run)
    more = any(line.kind == "more" for line in run)
    if not metas and not more and networks < 2:
        return None
    meta = both(metas)
    return Group(start, end, meta, meta.comments is not None or networks > 1 or more, more)
