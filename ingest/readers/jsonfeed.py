"""JSON Feed: https://www.jsonfeed.org/version/1.1/"""

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from clippings import dates
from clippings.article import Article, Person
from ingest import urls
from ingest.markup import paragraphs, plain
from ingest.outcomes import Skipped
from ingest.readers import documents
from ingest.readers.feeds import LANGUAGE, clean, worded
from ingest.readers.people import people

_JSON_FEED = re.compile(r'"version"\s*:\s*"https?:(?:\\?/){2}jsonfeed\.org(?:\\?/)version')


def recognises(head: bytes) -> bool:
    """Whether this is a JSON Feed, which names its version: https://www.jsonfeed.org/version/1.1/"""
    opening = head[:4096].decode("utf-8-sig", errors="replace")
    return opening.lstrip().startswith("{") and bool(_JSON_FEED.search(opening))


def read(name: str, stream: BinaryIO) -> Iterator[Article | Skipped]:
    """One article an item."""
    feed: dict[str, Any] = {}
    found = documents.objects(name, stream, lambda path: path == "items.item")
    for number, (path, value) in enumerate(found, 1):
        if path == "items.item":
            yield worded(_item(value, feed, name), number)
        else:
            feed[path] = value


def _item(item: dict[str, Any], feed: dict[str, Any], name: str) -> Article:
    said = {key: value for key, value in item.items() if isinstance(value, str) and value.strip()}
    headline = plain(said.get("title", ""))
    if "content_html" in said:
        text, removed = paragraphs(said["content_html"])
    else:
        text, removed = clean({"value": said.get("content_text", ""), "type": "text/plain"})
    url = said.get("url") or said.get("external_url") or ""
    published, precision = dates.parse(said.get("date_published", "")) or (None, None)
    outlet = plain(str(feed.get("title") or "")) or None
    tags = tuple(tag for tag in item.get("tags") or () if isinstance(tag, str))
    language = LANGUAGE.match(said.get("language") or str(feed.get("language") or ""))
    return Article(
        headline=headline,
        source=name,
        text=text or said.get("summary", ""),
        url=urls.canonical(url) if urls.is_address(url) else None,
        site=urls.domain(url or str(feed.get("home_page_url") or "")),
        outlet=outlet,
        section=next(iter(tags), None),
        tags=tags,
        published=published,
        published_precision=precision,
        modified=(dates.parse(said.get("date_modified", "")) or (None,))[0],
        byline=_authors(item, outlet),
        language=language[1].lower() if language else None,
        cut=not text and "summary" in said,
        stub=not text and "summary" not in said,
        removed=removed,
    )


def _authors(item: dict[str, Any], outlet: str | None) -> tuple[Person, ...]:
    # Version 1 has one `author`, version 1.1 a list of them.
    listed = item.get("authors") or [item.get("author")]
    if not isinstance(listed, list):
        return ()
    names = [author.get("name") for author in listed if isinstance(author, dict)]
    return tuple(person for name in names for person in people(str(name or ""), outlet))
