"""Where one article of a rendered page ends and the next begins.

Every layout has a line with the day at each article: below its text, under its headline or above
it. Which of these a page has is told by what stands around those lines, by majority.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from ingest.readers import vocabulary as words
from ingest.readers.beside import Meta, both
from ingest.readers.groups import Group, groups_of
from ingest.readers.lines import (
    Line,
    crumbs,
    first_paragraph,
    fold,
    in_menu,
    is_finished,
    is_paragraph,
)
from ingest.readers.orientation import heads_of, leads, opens, precedes
from ingest.readers.site import with_names


@dataclass(slots=True)
class Block:
    """The lines of one article with its heading, and what the lines beside them say of it."""

    lines: list[Line]
    meta: Meta
    teaser: bool = False
    cut: bool = False
    signs: frozenset[str] = frozenset()
    """What else its software prints beside it, as `Group.signs` has it."""
    own: tuple[str, ...] = ()
    """Days its writer put below the text, above the page's."""
    rights: tuple[str, ...] = ()
    """Lines with a copyright of its own, as the last of its text."""


@dataclass(slots=True)
class Parts:
    """A page's blocks, and the lines that belong to none."""

    blocks: list[Block]
    rest: list[Line]
    layout: str
    """Where the days stand: "one post", "under headlines", "above headlines", "below texts"."""
    whole: list[Line]
    """All its lines, in their order."""


def take_apart(found: list[Line]) -> Parts:
    """The articles of a page one by one; no blocks if there are none."""
    found = with_names(found)
    groups = groups_of(found)
    dated = [group for group in groups if group.meta.published]
    if not dated and any(line.signed for line in found):
        found = [line.as_dated() for line in found]
        groups = groups_of(found)
    if (at := _single(found)) is not None:
        return _one_post(found, groups, at)
    if leads(found, groups):
        return _under_headlines(found, groups)
    if precedes(found, groups):
        return _above_headlines(found, groups)
    return _below_texts(found, _anchors(found, groups))


def _single(found: list[Line]) -> int | None:
    """Where the headline of a page of one post stands, as the path to it names it."""
    for number, line in enumerate(found):
        if line.kind == "crumbs":
            title = fold(crumbs(line.text)[-1]).rstrip(".")
            near = range(number + 1, min(number + 9, len(found)))
            return next((n for n in near if title and found[n].folded.startswith(title)), None)
    return None


def _one_post(found: list[Line], groups: Sequence[Group], at: int) -> Parts:
    """The one post whose headline stands there; dates in its text are not its own."""
    path = max(n for n, line in enumerate(found[:at]) if line.kind == "crumbs")
    text = at + 1 + first_paragraph(found[at + 1 :])
    over = [group for group in groups if group.strong and group.start > text]
    end = min([_first_end(found, text), *(group.start for group in over)])
    above = [group for group in groups if at < group.start < text]
    metas = [group.meta for group in (*above, *over[:1]) if group in above or group.start == end]
    beside = {n for group in above for n in range(group.start, group.end)}
    posters = {n for n in range(at + 1, min(text, end)) if found[n].author}
    metas += [Meta(author=found[n].author) for n in sorted(posters)]
    beside |= posters
    names = {fold(name) for name in crumbs(found[path].text)}
    start = at - (at - 1 > path and found[at - 1].folded in names)
    lines = [line for n, line in enumerate(found[:end]) if n >= start and n not in beside]
    block = Block(lines, both(metas), cut=end == len(found))
    block.signs = frozenset().union(*(group.signs for group in (*above, *over[:1])))
    block.own = over[0].own if over and over[0].start == end else ()
    return Parts([block], found[end:], "one post", found)


def _anchors(found: list[Line], groups: Sequence[Group]) -> list[Group]:
    """The groups that end articles."""
    dated = [group for group in groups if group.strong and group.meta.published]
    if dated:
        return [group for group in groups if group.strong and not _is_inside(found, group)]
    strong = [group for group in groups if group.strong]
    bare = [group for group in groups if group.start and _may_end(found[group.start - 1])]
    bare = [group for group in bare if group.meta.published]
    # One bare date under a text may stand in it; several divide a list with no other marks.
    return bare if len(bare) > max(len(strong), 1) or not strong else strong


def _is_inside(found: list[Line], group: Group) -> bool:
    """On a page of dated articles: a link in a text, or a share bar over or within one."""
    if group.meta != Meta():
        return False
    return (group.more and group.end - group.start == 1) or opens(found, group)


def _may_end(line: Line) -> bool:
    return line.kind == "text" and is_paragraph(line.text) and is_finished(line.text)


def _below_texts(found: list[Line], anchors: Sequence[Group]) -> Parts:
    parts = Parts([], [], "below texts", found)
    at = 0
    for group in anchors:
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
        block = Block(body, group.meta, group.more, signs=group.signs, own=group.own)
        block.rights = _rights(rest)
        parts.blocks.append(block)
        parts.rest += rest
    elif rest:
        listed = Line("", False, "meta", group.meta)
        parts.rest += [*rest, listed] if group.meta.published else rest


def _rights(rest: Sequence[Line]) -> tuple[str, ...]:
    """The copyright lines a text ends in: between it and its day no footer of the page stands."""
    return tuple(line.text for line in takewhile(lambda line: line.kind == "copyright", rest))


def _tail(parts: Parts, segment: list[Line], *, first: bool) -> None:
    """What follows the last group: an article the capture ended in, or lists and footer."""
    start = _menu_end(segment) if first else 0
    parts.rest += segment[:start]
    segment = segment[start:]
    text = first_paragraph(segment) if first else -1
    end = _first_end(segment, text)
    body, over = segment[:end], end < len(segment)
    if first and not _is_framed(parts.rest, segment[end:]):
        return
    running = any(is_paragraph(line.text) for line in body)
    # After the last date a footer follows, or the capture ended: nothing whole stands there.
    if (running or len(body) > 1) and (first or not over):
        parts.blocks.append(Block(body, Meta(), cut=not over))
    else:
        parts.rest += body
    parts.rest += segment[end:]


def _is_framed(above: list[Line], below: list[Line]) -> bool:
    """Whether what stands around a text makes it a page: a menu, a path to it, a footer."""
    known = any(line.kind in ("end", "copyright", "crumbs") for line in (*above, *below))
    return known or any(in_menu(line) for line in above)


def _menu_end(segment: list[Line]) -> int:
    """Where the first article's heading begins: after the last line of menus above its text."""
    text = first_paragraph(segment)
    for number in range(text - 1, -1, -1):
        line = segment[number]
        if line.kind in ("bullet", "copyright", "crumbs", "end", "site"):
            return number + 1
        if in_menu(line) and not _is_heading(segment, number, text):
            return number + 1
    return 0


def _is_heading(segment: list[Line], number: int, text: int) -> bool:
    """Whether a menu's word is a headline, alone right over the text, or the section over one."""
    if number == text - 1:
        return segment[number].gap and text < len(segment) and segment[text].gap
    above = segment[number - 1].kind if number else ""
    return number == text - 2 and above == "copyright"


def _end(segment: list[Line]) -> int:
    """Where an article is over: a line that ends articles, with no running text after it."""
    last = -1
    for number, line in enumerate(segment):
        if line.kind == "text" and is_paragraph(line.text):
            last = number
    return _first_end(segment, last)


def _first_end(segment: Sequence[Line], after: int) -> int:
    """The first line after a place that ends articles, page numbers before it included."""
    for number in range(after + 1, len(segment)):
        if segment[number].kind in ("end", "copyright"):
            while number > after + 1 and words.PAGE_NUMBER.fullmatch(segment[number - 1].text):
                number -= 1
            return number
    return len(segment)


def _under_headlines(found: list[Line], groups: Sequence[Group]) -> Parts:
    heads = heads_of(found, groups)
    starts = [_headline(found, group) for group in heads]
    above = [
        found[start - 1] if start and _may_name(found[start - 1]) else None for start in starts
    ]
    names = [line.folded for line in above if line]
    if len(names) == len(starts) or len(set(names)) < len(names):
        starts = [start - bool(line) for start, line in zip(starts, above, strict=True)]
    return _cut_at(found, groups, heads, starts, "under headlines")


def _above_headlines(found: list[Line], groups: Sequence[Group]) -> Parts:
    heads = [group for group in groups if group.meta.published]
    starts = [group.start for group in heads]
    return _cut_at(found, groups, heads, starts, "above headlines")


def _cut_at(
    found: list[Line],
    groups: Sequence[Group],
    heads: Sequence[Group],
    starts: Sequence[int],
    layout: str,
) -> Parts:
    """Blocks from each head to the next, without the groups inside them."""
    parts = Parts([], found[: starts[0]], layout, found)
    marks = [one for one in groups if one.strong or one.meta.published is None]
    beside = {number for one in marks for number in range(one.start, one.end)}
    marked = {one.start: one for one in marks}
    for group, start, stop in zip(heads, starts, [*starts[1:], len(found)], strict=True):
        body = found[group.end : stop]
        is_last = stop == len(found)
        end = group.end + (_last_end(body, groups, group.end) if is_last else _end(body))
        numbers = range(group.end, end)
        head = found[start : group.start]
        author = next((line.author for line in head if line.author), group.meta.author)
        lines = [
            *(line for line in head if not line.author),
            *(found[number] for number in numbers if number not in beside),
        ]
        met = [marked[number] for number in range(group.end, end + 1) if number in marked]
        meta = both([group.meta.by(author), *(one.meta for one in met if not one.meta.published)])
        teaser = any(one.more for one in met)
        if not lines:
            continue
        cut = is_last and end == len(found)
        signs = group.signs.union(*(one.signs for one in met))
        block = Block(lines, meta, teaser, cut, signs)
        block.rights = () if is_last else _rights(found[end:stop])
        parts.blocks.append(block)
        parts.rest += found[end:stop]
    return parts


def _last_end(body: list[Line], groups: Sequence[Group], offset: int) -> int:
    """Where the last article is over: there a footer follows, which may hold running text."""
    text = first_paragraph(body)
    strong = [one.start - offset for one in groups if one.strong and one.start - offset > text]
    return min([_first_end(body, text), *strong])


def _headline(found: list[Line], group: Group) -> int:
    """The line over a date that is no author's name."""
    start = max(group.start - 1, 0)
    while start and found[start].author:
        start -= 1
    return start


def _may_name(line: Line) -> bool:
    """Whether a line may be a section's name over a headline."""
    if line.kind != "text" or in_menu(line):
        return False
    return len(line.text.split()) <= 5 and not is_finished(line.text)


def stubs(rest: list[Line]) -> Iterator[tuple[str, Meta]]:
    """Headlines with their days from lists beside the articles; the posts before and after."""
    for line, after in pairwise(rest):
        if after.meta and after.meta.published and _may_be_listed(line, after.meta):
            yield line.text, after.meta
        elif after.kind == "text" and words.heading(line.text) in words.NEIGHBOURS:
            yield after.text, Meta()


def _may_be_listed(line: Line, meta: Meta) -> bool:
    """Whether a line over a day is a headline, and no name over a reader's comment."""
    if line.kind not in ("text", "bullet") or line.text[-1:] == ":":
        return False
    return meta.precision == "day" or len(line.text.split()) > 3
