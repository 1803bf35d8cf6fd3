"""What proves that a text is a page of a layout we read; without it nothing of it is believed.

Any text has lines, and many have dates. A page of a site has its furniture too: a menu above its
articles, and beside them what its software prints. A wrong article is worse than a refused page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from ingest.readers import vocabulary as words
from ingest.readers.layout import Block, Parts
from ingest.readers.lines import Line, in_menu, is_paragraph


@dataclass(frozen=True, slots=True)
class Proof:
    """Which layout a page is in, and what shows it; or what is missing."""

    layout: str
    """"one post", "under headlines", "above headlines" or "below texts": where the dates stand."""
    why: str
    holds: bool


def proof(parts: Parts) -> Proof:
    """Whether a text taken apart is a page of the layout it was taken apart by."""
    rule = _one_post if parts.layout == "one post" else _archive
    missing = rule(parts) if parts.blocks else "no article with its day beside it"
    return Proof(parts.layout, missing or "menu, days and marks", not missing)


def _one_post(parts: Parts) -> str:
    """A path that names the headline, and something else that pages of posts have."""
    return "" if _menu(parts) or _foot(parts) or parts.blocks[0].signs else "a menu or a footer"


def _archive(parts: Parts) -> str:
    """A menu, and articles that each have their day where the layout has it."""
    if not _menu(parts):
        return "no menu"
    dated = [block for block in parts.blocks if block.meta.published]
    undated = [block for block in parts.blocks if not block.meta.published and not block.cut]
    if len(dated) <= len(undated):
        return "articles without a day"
    if len(dated) > 1:
        running = sum(_has_text(block) for block in dated)
        return "" if running * 2 >= len(dated) else "days without a text"
    signs = dated[0].signs
    if parts.layout == "below texts":
        return "" if len(signs) > 1 or "comments" in signs else "one day alone"
    return "" if signs >= {"comments", "bar"} and _foot(parts) else "one day alone"


def _has_text(block: Block) -> bool:
    return any(line.kind == "text" and is_paragraph(line.text) for line in block.lines)


def _menu(parts: Parts) -> bool:
    """Whether entries of a menu stand above the first article: two, or one in a list."""
    first = parts.blocks[0].lines[0]
    above = list(takewhile(lambda line: line is not first, parts.whole))
    entries = {words.heading(line.text) for line in above if in_menu(line)}
    listed = any(line.kind == "bullet" and in_menu(line) for line in above)
    return len(entries) > 1 or (listed and sum(line.kind == "bullet" for line in above) > 3)


def _foot(parts: Parts) -> bool:
    """Whether the last article is followed by what stands under articles."""
    return any(line.kind in ("end", "copyright") for line in parts.rest)
