"""What proves that a text is a page of a layout we read; without it nothing of it is believed.

Any text has lines, and many have dates. A page of a site has its furniture too: a menu above its
articles, and beside them what its software prints. A wrong article is worse than a refused page.
"""

from collections.abc import Callable, Sequence
from itertools import takewhile

from ingest.readers import vocabulary as words
from ingest.readers.decoding import trim
from ingest.readers.layout import Block, Parts
from ingest.readers.lines import Line, crumbs, first_paragraph, in_menu, is_left_open, is_paragraph

_BULLETS = " \t\u00a0\u200b\u200e\u200f\ufeff•◦▪●○∙*"
_ENTRY, _PATH = 40, 400
"""Characters of an entry of a menu, and of a path."""
_MARKS = {"comments", "bar"}
_HEADLINE = 4
"""Words of a headline that no name of a person has."""


def missing(parts: Parts) -> str:
    """What a text lacks to be a page of the layout it was taken apart by; empty if nothing."""
    if not parts.blocks:
        return "no article with its day beside it"
    return _one_post(parts) if parts.layout == "one post" else _archive(parts)


def has_furniture(text: str) -> bool:
    """Whether there is a menu's entry, a path, a teaser's end or counted comments: a look before the
    long one."""
    for line in text.split("\n"):
        plain = line.strip(_BULLETS)
        if len(plain) < _ENTRY and words.heading(plain) in words.NAVIGATION:
            return True
        if len(line) < _PATH and crumbs(trim(line)):
            return True
        if len(plain) < _ENTRY and words.MORE.fullmatch(plain):
            return True
    return any(pattern.search(text) for pattern, _ in words.COMMENTS)


def _one_post(parts: Parts) -> str:
    """The path names the headline; a day, a count of comments or what stands under posts shows the
    post, cut ones a menu."""
    block = parts.blocks[0]
    shown = block.meta.published or "comments" in block.signs or _foot(parts)
    if shown or (block.cut and _menu(parts)):
        return ""
    return "no day or count of comments beside the post, and nothing under it"


def _archive(parts: Parts) -> str:
    """A menu, and articles that each have their day where the layout has it."""
    above = _above(parts)
    if _teasers(parts) or _cut_early(parts):
        return ""
    if not _menu(parts) and not _marked(parts):
        return "no menu"
    if sum(line.kind == "text" and is_paragraph(line.text) for line in above) > 1:
        return "running text above the first article"
    dated = [block for block in parts.blocks if block.meta.published]
    undated = [block for block in parts.blocks if not block.meta.published and not block.cut]
    if len(dated) <= len(undated):
        return "articles without a day"
    if sum(is_paragraph(block.lines[0].text) for block in dated) * 2 >= len(dated):
        return "articles without a headline"
    if len(dated) == 1:
        return _lone(parts, dated[0])
    if _most(dated, lambda block: bool(block.signs)):
        return "" if _most(dated, _has_text) else "days without a text"
    return _bare(parts, dated)


def _marked(parts: Parts) -> bool:
    """Whether the articles are shown by marks no other text has: a day and a count of comments on one
    line, with a bar of networks or over and over again; or teasers in a row."""
    dated = [block for block in parts.blocks if block.meta.published]
    if not dated:
        return False
    several = len(dated) > 1
    if several and _most(dated, lambda block: block.teaser):
        return True
    metas = [line.meta for line in parts.whole if line.meta]
    counted = sum(bool(meta.published) and meta.comments is not None for meta in metas)
    networks = any(len(words.NETWORKS.findall(line.text)) > 1 for line in parts.whole)
    return counted * 2 > len(dated) and (several or (dated[0].signs >= _MARKS and networks))


def _teasers(parts: Parts) -> bool:
    """Whether the page is a list of teasers without days, each a headline and one text broken off.

    Two under a menu are such a list, three in a row by themselves.
    """
    if any(line.meta and line.meta.published for line in parts.whole):
        return False
    fewest = 2 if _menu(parts) else 3
    whole = [block for block in parts.blocks if not block.cut]
    return len(whole) >= fewest and all(map(_breaks_off, whole))


def _breaks_off(block: Block) -> bool:
    """Whether a teaser is a headline, with a section at most over it, and a text left open."""
    text = first_paragraph(block.lines)
    last = block.lines[-1].text
    return block.teaser and 0 < text < 3 and text == len(block.lines) - 1 and is_left_open(last)


def _cut_early(parts: Parts) -> bool:
    """Whether all that stands under the frame of a site is one article whose capture broke off.

    The frame is a menu in bullets with a home, and the site's name or copyright again below it.
    """
    block, above = parts.blocks[0], _above(parts)
    if len(parts.blocks) > 1 or block.meta.published or not block.cut or not _has_text(block):
        return False
    entries = {words.heading(line.text) for line in above if line.kind == "bullet"}
    known = entries & words.NAVIGATION
    framed = any(line.kind in ("copyright", "site") for line in above)
    headed = 0 < first_paragraph(block.lines) <= _HEADLINE
    menu = len(known) > 2 and bool(known & words.HOME)
    return menu and framed and headed and _is_cut_off(block.lines[-1])


def _is_cut_off(line: Line) -> bool:
    """Whether a line is a sentence without its end; a few words may be a site's foot."""
    open_end = line.text[-1:].isalnum() or line.text[-1:] in ",،"
    return line.kind == "text" and open_end and len(line.text.split()) > 3


def _bare(parts: Parts, dated: Sequence[Block]) -> str:
    """Several days with nothing beside them, as diaries and lists of changes have them too."""
    if not any(words.heading(line.text) in words.HOME for line in _above(parts)):
        return "days with nothing beside them, and no menu with a home"
    if any(line.meta and line.meta.published for block in dated for line in block.lines):
        return "days within the texts"
    return "" if _most(dated, _is_headed) else "days without a headline"


def _lone(parts: Parts, block: Block) -> str:
    """One article with its day, as on a page cut early: there everything else has to fit."""
    if not _has_text(block):
        return "one day without a text"
    if parts.layout == "below texts":
        fits = len(block.signs) > 1 or "comments" in block.signs
    else:
        fits = block.signs >= {"comments", "bar"} and _foot(parts)
    return "" if fits else "one day alone"


def _most(blocks: Sequence[Block], holds: Callable[[Block], bool]) -> bool:
    return sum(map(holds, blocks)) * 2 >= len(blocks)


def _has_text(block: Block) -> bool:
    return any(line.kind == "text" and is_paragraph(line.text) for line in block.lines)


def _is_headed(block: Block) -> bool:
    """Whether a line like a headline stands over running text, no name as over a comment."""
    text = first_paragraph(block.lines)
    heads = block.lines[:text][:3]
    return text < len(block.lines) and any(
        len(line.text.split()) >= _HEADLINE and line.text[-1:] != ":" for line in heads
    )


def _above(parts: Parts) -> list[Line]:
    """The lines above the first article."""
    first = parts.blocks[0].lines[0]
    return list(takewhile(lambda line: line is not first, parts.whole))


def _menu(parts: Parts) -> bool:
    """Whether entries of a menu stand above the first article: two, or a list with one.

    In a language we have no words of, a list is a menu where marks show the articles under it.
    """
    above = _above(parts)
    entries = {words.heading(line.text) for line in above if in_menu(line)}
    listed = any(line.kind == "bullet" and in_menu(line) for line in above)
    marked = any(block.meta.published and block.signs >= _MARKS for block in parts.blocks)
    bullets = sum(line.kind == "bullet" for line in above)
    return len(entries) > 1 or (bullets > 3 and (listed or marked))


def _foot(parts: Parts) -> bool:
    """Whether the last article is followed by what stands under articles."""
    return any(line.kind in ("end", "copyright") for line in parts.rest)
