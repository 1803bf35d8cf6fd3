"""What stands above an article's text: captions, section, headline, date."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from clippings.provenance.credits import is_credit
from ingest.readers.beside import Meta, both
from ingest.readers.layout import Block, Parts
from ingest.readers.lines import Line, first_paragraph, fold


@dataclass(slots=True)
class Heading:
    """What stands above an article's text."""

    headline: str
    section: str | None
    above: list[Line]
    """Captions over the section or headline."""
    body: list[Line]
    dated: Meta
    """What the lines right under the headline say."""


def section_names(parts: Parts, crumbs: Sequence[str]) -> set[str]:
    """Lines that stand above headlines of several articles or in a menu, folded."""
    counts: dict[str, int] = {}
    for block in parts.blocks:
        for name in {line.folded for line in block.lines[:3] if _may_be_section(line.text)}:
            counts[name] = counts.get(name, 0) + 1
    # A bullet with a day below it is a post in a list: its headline may stand on this page too.
    entries = (
        one for one, after in pairwise(parts.rest) if one.kind == "bullet" and not after.meta
    )
    menu = {line.folded for line in entries} & counts.keys()
    return {name for name, count in counts.items() if count > 1} | menu | {fold(c) for c in crumbs}


def has_sections(parts: Parts, names: set[str]) -> bool:
    """Whether a line above the headline is the habit of this page."""
    short = [first_paragraph(block.lines) for block in parts.blocks]
    named = sum(any(one.folded in names for one in block.lines[:3]) for block in parts.blocks)
    return bool(short) and (named * 2 >= len(short) or min(short) >= 2)


def _may_be_section(text: str) -> bool:
    return len(text.split()) <= 6 and text[-1:] not in ".!?…۔؟:" and not is_credit(text)


def heading(block: Block, names: set[str], habit: bool) -> Heading:
    """The heading of a block, told from its text."""
    found = _without_bars(block.lines)
    at = _section_at(found, names, habit)
    body = found[at + 2 :]
    under = list(takewhile(lambda line: line.kind in ("meta", "share", "count"), body))
    return Heading(
        headline=found[at + 1].text,
        section=found[at].text if at >= 0 else None,
        above=found[: max(at, 0)],
        body=body[len(under) :],
        dated=both([line.meta for line in under if line.meta]),
    )


def _without_bars(found: list[Line]) -> list[Line]:
    """The lines without the share bars above the text."""
    top = first_paragraph(found)
    bars = {
        number
        for number, line in enumerate(found[:top])
        if line.kind == "share"
        and (line.networks > 1 or any(one.kind == "share" for one in _around(found, number)))
    }
    return [line for number, line in enumerate(found) if number not in bars] or found


def _around(found: list[Line], number: int) -> list[Line]:
    return [*found[max(number - 1, 0) : number], *found[number + 1 : number + 2]]


def _section_at(found: list[Line], names: set[str], habit: bool) -> int:
    """Which line is the section, or -1: a name known from elsewhere, else by habit and shape."""
    top = min(first_paragraph(found), 4)
    known = [n for n in range(min(top, 3, len(found) - 1)) if found[n].folded in names]
    # A section's name right over the text is the headline, where a section stands over it.
    if known := [n for n in known if n + 1 < top] or known:
        return known[-1]
    if not habit or not top or len(found) < 2:
        return -1
    sizes = [len(line.text.split()) for line in found[:3]]
    if top > 2 and _may_be_section(found[1].text):
        repeated = found[0].folded == found[2].folded
        shortest = sizes[1] <= 4 and sizes[1] + 1 < sizes[0] and sizes[1] < sizes[2]
        if repeated or shortest or not _may_be_section(found[0].text):
            return 1
    fits = _may_be_section(found[0].text) and (sizes[0] <= sizes[1] or top > 2)
    return 0 if fits else -1
