"""The text of one rendered page of a site that republishes others: an archive page or one post."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO

from clippings.article import Article, Removed
from clippings.errors import SourceError
from clippings.provenance.credits import posted_by
from ingest.outcomes import Skipped
from ingest.readers.beside import Meta, both
from ingest.readers.credits import take_credits
from ingest.readers.decoding import decode
from ingest.readers.evidence import has_furniture, missing
from ingest.readers.headings import Heading, has_sections, heading, section_names
from ingest.readers.layout import Block, stubs, take_apart
from ingest.readers.lines import crumbs, lines
from ingest.readers.noise import drop_captions, drop_runs, mend_tags
from ingest.readers.pieces import Piece, join, last_words
from ingest.readers.site import site_of

_REMEDY = "Save the whole page as text again, or add JSON Lines as `clippings export` writes them."
LARGEST = 64 * 1024 * 1024
"""Bytes of a page; anything larger is no page."""
MOST_LINES = 200_000
"""Lines of a page: a hundred times what the longest ones have."""


def recognises(head: bytes) -> bool:
    """Whether this is text at all; in which layout, only the whole page shows."""
    return bool(head.strip())


def read(name: str, stream: BinaryIO) -> Iterator[Article | Skipped]:
    """The articles and stubs of a page; `SourceError` if it is in no layout we know."""
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        remedy = "Split it, or add it as JSON Lines."
        raise SourceError("The page is larger than 64 MB", name, remedy, reason="too large")
    yield from read_text(name, decode(data))


def read_text(name: str, text: str) -> Iterator[Article | Skipped]:
    """The same, of a text already decoded."""
    if text.count("\n") > MOST_LINES:
        what = f"The page has more than {MOST_LINES:,} lines"
        raise SourceError(what, name, "Split it, or add it as JSON Lines.", reason="too large")
    if not has_furniture(text):
        raise _refusal("no menu and no path", name)
    found = lines(text)
    captured = [line.meta for line in found if line.meta and line.kind == "captured"]
    page = _Page(
        name, *site_of(found), captured[0].published if captured else None, vocabulary(text)
    )
    trail = next((crumbs(line.text) for line in found if line.kind == "crumbs"), [])
    parts = take_apart([line for line in found if line.kind != "captured"])
    if lacking := missing(parts):
        raise _refusal(lacking, name)
    names = section_names(parts, trail[:-1])
    habit = has_sections(parts, names)
    items = [_article(page, block, heading(block, names, habit)) for block in parts.blocks]
    if parts.layout == "one post" and len(trail) > 1 and items[0].section is None:
        items[0] = replace(items[0], section=trail[-2])
    items += [_stub(page, headline, meta) for headline, meta in stubs(parts.rest)]
    yield from items


def _refusal(why: str, name: str) -> SourceError:
    what = f"The page is in no layout that can be read ({why})"
    return SourceError(what, name, _REMEDY, reason="no layout")


@dataclass(frozen=True, slots=True)
class _Page:
    """What a page says of all its articles."""

    source: str
    outlet: str | None
    site: str | None
    captured: str | None
    vocabulary: frozenset[str]


def vocabulary(text: str) -> frozenset[str]:
    """Every word the page has in small letters."""
    return frozenset(word for word in re.findall(r"[^\W\d_]+", text) if not word[0].isupper())


def _article(page: _Page, block: Block, head: Heading) -> Article:
    if block.teaser or not head.body:
        return _stub(page, head.headline, _dated(block, head), head)
    pieces = [Piece(line.text, line.gap) for line in head.body]
    for piece in pieces:
        mend_tags(piece)
    drop_runs(pieces)
    meta = _dated(block, head)
    credits, byline = take_credits(pieces, page.vocabulary)
    if posted := posted_by(meta.author, page.outlet):
        credits, byline = (posted.credit, *credits), (*posted.people, *byline)
    drop_captions(pieces, head.headline, page.vocabulary)
    text, removed = join(pieces)
    above = tuple(Removed(line.text, "caption", "") for line in head.above)
    last = last_words(text)
    below = [Removed(line, "copyright", last) for line in block.rights]
    below += [Removed(day, "date", last) for day in block.own]
    return Article(
        headline=head.headline,
        source=page.source,
        text=text,
        site=page.site,
        outlet=page.outlet,
        section=head.section or meta.section,
        published=meta.published,
        published_precision=meta.precision,
        byline=byline,
        credits=credits,
        comments=meta.comments,
        captured=page.captured,
        cut=block.cut,
        removed=(*above, *removed, *below),
    )


def _dated(block: Block, head: Heading) -> Meta:
    """What the line under the text says, else the one under the headline."""
    return both([block.meta, head.dated])


def _stub(page: _Page, headline: str, meta: Meta, head: Heading | None = None) -> Article:
    teaser = "\n\n".join(line.text for line in head.body) if head else ""
    return Article(
        headline=headline,
        source=page.source,
        site=page.site,
        outlet=page.outlet,
        section=(head.section if head else None) or meta.section,
        published=meta.published,
        published_precision=meta.precision,
        captured=page.captured,
        stub=True,
        removed=(Removed(teaser, "teaser", ""),) if teaser else (),
    )
