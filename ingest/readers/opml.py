"""OPML: lists of feeds, which hold addresses and no article."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

import lxml.etree

from clippings.article import Article
from clippings.errors import SourceError
from ingest import urls
from ingest.outcomes import Skipped
from ingest.readers.charsets import in_utf8
from ingest.readers.roots import root

_NAMED = 3


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed of a list."""

    url: str
    title: str | None
    site: str | None
    """The address of the site the feed is of."""


def recognises(head: bytes) -> bool:
    """Whether the root element is `opml`."""
    return root(head)[0] == "opml"


def read(name: str, stream: BinaryIO) -> Iterator[Article | Skipped]:
    """No article: always a `SourceError` that says what the list holds and what to do with it."""
    found = list(feeds(name, stream))
    if not found:
        raise SourceError(
            "The OPML list names no feed",
            name,
            "Export it from your reader again.",
            reason="no articles",
        )
    named = ", ".join(feed.title or feed.url for feed in found[:_NAMED])
    more = f" and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
    remedy = f"It names {len(found)}: {named}{more}. Save those feeds to files and add the files."
    raise SourceError(
        "It is a list of feeds and holds no articles", name, remedy, reason="no articles"
    )
    yield


def feeds(name: str, stream: BinaryIO) -> Iterator[Feed]:
    """The feeds a list names, each once, in its order."""
    seen = set()
    for outline in _outlines(name, stream):
        said = {key.lower(): value.strip() for key, value in outline.items()}
        url = said.get("xmlurl", "")
        if urls.is_address(url) and url not in seen:
            seen.add(url)
            title = said.get("title") or said.get("text")
            yield Feed(url, title or None, said.get("htmlurl") or None)


def _outlines(name: str, stream: BinaryIO) -> Iterator[Any]:
    elements = lxml.etree.iterparse(
        in_utf8(stream),
        encoding="utf-8",
        recover=True,
        resolve_entities=False,
        no_network=True,
    )
    try:
        for _, element in elements:
            if isinstance(element.tag, str) and element.tag.lower() == "outline":
                yield dict(element.attrib)
                element.clear()
    except (lxml.etree.LxmlError, UnicodeDecodeError) as error:
        remedy = f"It says: {error}. Export it from your reader again."
        raise SourceError("The OPML list is broken", name, remedy, reason="damaged") from error
