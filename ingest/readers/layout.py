"""Where one article of a rendered page ends and the next begins."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.readers import vocabulary as words
from ingest.readers.lines import Line, Meta, fold, is_finished, is_paragraph


@dataclass(frozen=True, slots=True)
class Group:
    """Lines in a row that stand between articles: date, comments, share bar, "Read more"."""

    start: int
    end: int
    meta: Meta
    strong: bool
    """More than a bare date, which may stand in a text too."""
    more: bool


@dataclass(slots=True)
class Block:
    """The lines of one article with its heading, and what the lines beside them say of it."""

    lines: list[Line]
    meta: Meta
    teaser: bool = False
    cut: bool = False


@dataclass(slots=True)
class Parts:
    """A page's blocks, and the lines that belong to none."""

    blocks: list[Block]
    rest: list[Line]


def take_apart(found: list[Line]) -> Parts:
    """The articles of a page one by one; no blocks if there are none."""
    groups = _groups(found)
    if _leads(found, groups):
        return _leading(found, groups)
    return _trailing(found, groups)


def _groups(found: list[Line]) -> list[Group]:
    groups: list[Group] = []
    at = 0
    while at < len(found):
        end = at
        while end < len(found) and found[end].kind in ("meta", "share", "more"):
            end += 1
        if end > at and (group := _group(found, at, end)):
            groups.append(group)
        at = max(end, at + 1)
    return groups


def _group(found: list[Line], start: int, end: int) -> Group | None:
    """The group these lines make, or None for one lone word such as "Email"."""
    run = found[start:end]
    metas = [line.meta for line in run if line.meta]
    dated = next((meta for meta in metas if meta.published), Meta())
    comments = next((meta.comments for meta in metas if meta.comments is not None), None)
    networks = sum(line.networks for line in run)
    more = any(line.kind == "more" for line in run)
    if not metas and not more and networks < 2:
        return None
    meta = Meta(dated.published, dated.precision, comments)
    return Group(start, end, meta, comments is not None or networks > 1 or more, more)


def _leads(found: list[Line], groups: Sequence[Group]) -> bool:
    """Whether dates stand between headline and text rather than after the text."""
    votes = 0
    for group in groups:
        if not group.meta.published or group.more:
            continue
        before = found[group.start - 1] if group.start else None
        after = found[group.end] if group.end < len(found) else None
        ends = before is None or is_paragraph(before.text) or is_finished(before.text)
        begins = after is not None and after.kind == "text" and is_paragraph(after.text)
        if begins and not ends:
            votes += 1
        elif group.strong and not begins:
            votes -= 1
    return votes > 0


def _trailing(found: list[Line], groups: Sequence[Group]) -> Parts:
    parts = Parts([], [])
    at = 0
    for group in groups:
        if group.strong:
            _segment(parts, found[at : group.start], group, first=at == 0)
            at = group.end
    _tail(parts, found[at:], first=at == 0)
    return parts


def _segment(parts: Parts, segment: list[Line], group: Group, *, first: bool) -> None:
    """Sort the lines before a group into its article and what is none."""
    if first:
        start = _menu_end(segment)
        parts.rest += segment[:start]
        segment = segment[start:]
    end = _end(segment)
    body, rest = segment[:end], segment[end:]
    if body:
        parts.blocks.append(Block(body, group.meta, teaser=group.more))
        parts.rest += rest
    elif rest:
        listed = Line("", False, "meta", group.meta)
        parts.rest += [*rest, listed] if group.meta.published else rest


def _tail(parts: Parts, segment: list[Line], *, first: bool) -> None:
    """What follows the last group: an article the capture ended in, then lists and footer."""
    if first:
        start = _menu_end(segment)
        parts.rest += segment[:start]
        segment = segment[start:]
    end = _end(segment)
    body = segment[:end]
    if first and not _is_framed(parts.rest, segment[end:]):
        return
    if any(is_paragraph(line.text) for line in body) or (len(body) > 1 and end == len(segment)):
        parts.blocks.append(Block(body, Meta(), cut=end == len(segment)))
    else:
        parts.rest += body
    parts.rest += segment[end:]


def _is_framed(above: list[Line], below: list[Line]) -> bool:
    """Whether what stands around a text makes it a page: a menu, a path to it, a footer."""
    return any(line.kind in ("end", "copyright", "crumbs") for line in (*above, *below)) or any(
        words.heading(line.text) in words.NAVIGATION for line in above
    )


def _menu_end(segment: list[Line]) -> int:
    """Where the first article's heading begins: after the last line of menus above its text."""
    text = _first_paragraph(segment)
    for number in range(text - 1, -1, -1):
        line = segment[number]
        if line.kind in ("bullet", "copyright", "crumbs", "end"):
            return number + 1
        if words.heading(line.text) in words.NAVIGATION:
            return number + 1
    return 0


def _first_paragraph(segment: list[Line]) -> int:
    for number, line in enumerate(segment):
        if line.kind == "text" and is_paragraph(line.text):
            return number
    return len(segment)


def _end(segment: list[Line]) -> int:
    """Where an article is over: a line that ends articles, with no running text after it."""
    last = max((n for n, line in enumerate(segment) if is_paragraph(line.text)
                and line.kind == "text"), default=-1)  # fmt: skip
    for number, line in enumerate(segment):
        if number > last and line.kind in ("end", "copyright"):
            return number
    return len(segment)


def _leading(found: list[Line], groups: Sequence[Group]) -> Parts:
    parts = Parts([], [])
    heads = [group for group in groups if group.meta.published and _opens(found, group)]
    starts = [_head(found, group) for group in heads]
    parts.rest += found[: starts[0]]
    inside = {n for group in groups if group.strong for n in range(group.start, group.end)}
    for group, start, stop in zip(heads, starts, [*starts[1:], len(found)], strict=True):
        body = found[group.end : stop]
        end = _end(body)
        more = any(line.kind == "more" for line in body[:end])
        kept = [n for n in range(group.end, group.end + end) if n not in inside]
        block = [*found[start : group.start], *(found[n] for n in kept)]
        over = end < len(body) or stop < len(found)
        parts.blocks.append(Block(block, group.meta, teaser=more, cut=not over))
        parts.rest += body[end:]
    return parts


def _opens(found: list[Line], group: Group) -> bool:
    after = found[group.end : group.end + 1]
    return bool(after) and after[0].kind == "text" and is_paragraph(after[0].text)


def _head(found: list[Line], group: Group) -> int:
    """Where the heading over a dated line begins: the headline, and a section above it."""
    start = max(group.start - 1, 0)
    above = found[start - 1] if start else None
    if (
        above
        and above.kind == "text"
        and len(above.text.split()) <= 5
        and not is_finished(above.text)
    ):
        return start - 1
    return start


def stubs(rest: list[Line]) -> Iterator[tuple[str, Meta]]:
    """Headlines with their days, from the lists beside the articles."""
    for line, after in pairwise(rest):
        if line.kind in ("text", "bullet") and after.meta and after.meta.published:
            yield line.text, after.meta


@dataclass(slots=True)
class Heading:
    """What stands above an article's text."""

    headline: str
    section: str | None
    above: list[Line]
    """Captions over the section or headline."""
    body: list[Line]
    dated: Meta | None
    """The date line under the headline."""


def section_names(parts: Parts, crumbs: Sequence[str]) -> set[str]:
    """Lines that stand above headlines of several articles or in a menu, folded."""
    counts: dict[str, int] = {}
    for block in parts.blocks:
        for name in {line.folded for line in block.lines[:3] if _may_be_section(line.text)}:
            counts[name] = counts.get(name, 0) + 1
    menu = {line.folded for line in parts.rest if line.kind == "bullet"} & counts.keys()
    return {name for name, count in counts.items() if count > 1} | menu | {fold(c) for c in crumbs}


def has_sections(parts: Parts, names: set[str]) -> bool:
    """Whether a line above the headline is the habit of this page."""
    short = [_first_paragraph(block.lines) for block in parts.blocks]
    named = sum(block.lines[0].folded in names for block in parts.blocks)
    return bool(short) and (named * 2 >= len(short) or min(short) >= 2)


def _may_be_section(text: str) -> bool:
    return len(text.split()) <= 6 and text[-1:] not in ".!?…۔؟:"


def heading(block: Block, names: set[str], habit: bool) -> Heading:
    """The heading of a block, told from its text."""
    found = block.lines
    top = min(_first_paragraph(found), 4)
    at = next(
        (n for n in range(min(top, 3)) if found[n].folded in names and n + 1 < len(found)), -1
    )
    if at < 0 and habit and top > 0 and len(found) > 1 and _may_be_section(found[0].text):
        longer = len(found[1].text.split()) >= len(found[0].text.split())
        at = 0 if longer or top > 2 else -1
    body = found[at + 2 :]
    dated = body[0].meta if body and body[0].kind == "meta" else None
    return Heading(
        headline=found[at + 1].text,
        section=found[at].text if at >= 0 else None,
        above=found[: max(at, 0)],
        body=body[1:] if dated else body,
        dated=dated,
    )
