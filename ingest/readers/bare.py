"""A web page read without any knowledge of its layout: its title and its paragraphs."""

import re

from clippings.article import Article
from ingest import urls
from ingest.markup import paragraphs, plain
from ingest.outcomes import Skipped
from ingest.readers.charsets import decoded

_BODY = re.compile(r"<article\b.*?</article>|<body\b.*", re.DOTALL | re.IGNORECASE)
_TITLE = re.compile(r"<(?:h1|title)\b[^>]*>(.*?)</(?:h1|title)>", re.DOTALL | re.IGNORECASE)


def read_page(
    name: str, data: bytes, *, url: str | None, captured: str | None
) -> Article | Skipped:
    """The article of one page."""
    html = decoded(data)
    body, title = _BODY.search(html), _TITLE.search(html)
    text, removed = paragraphs(body[0] if body else html)
    headline = plain(title[1]) if title else ""
    if not headline or not text:
        return Skipped(name, "no article", "The page holds no headline or no text.")
    return Article(
        headline=headline,
        source=name,
        text=text,
        url=urls.canonical(url) if url else None,
        site=urls.domain(url) if url else None,
        captured=captured,
        removed=removed,
    )
