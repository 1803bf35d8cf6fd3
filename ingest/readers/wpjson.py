"""Answers of WordPress's address `wp-json/wp/v2/posts`, saved to files."""

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from clippings.article import Article
from clippings.errors import SourceError
from ingest import urls
from ingest.markup import paragraphs, plain
from ingest.outcomes import Skipped
from ingest.readers import documents
from ingest.readers.people import people
from ingest.readers.wordpress import LANGUAGE, MACHINERY, moment, section, tags

_REST = re.compile(r'"(?:title|content)"\s*:\s*\{[^{}]{0,200000}?"rendered"\s*:')
_POSTS = ("item", "posts.item", "data.item")


def recognises(head: bytes) -> bool:
    """Whether this is a list of posts with rendered fields:
    https://developer.wordpress.org/rest-api/reference/posts/"""
    text = head.decode("utf-8-sig", errors="replace")
    return text.lstrip()[:1] in ("[", "{") and bool(_REST.search(text))


def read(name: str, stream: BinaryIO) -> Iterator[Article | Skipped]:
    """One article a post."""
    number = 0
    for path, value in documents.objects(name, stream, lambda path: path in ("", *_POSTS)):
        number += 1
        # One post asked for by its number comes alone, and an answer may be wrapped once more.
        listed = value.get("posts") or value.get("data") if path == "" else None
        for post in listed if isinstance(listed, list) else [value]:
            where = f"{name}:{number}"
            if isinstance(post, dict):
                yield _rendered(post, name, where)
    if not number:
        raise SourceError(
            "The answer holds no posts",
            name,
            "Save the address's answer again.",
            reason="no articles",
        )


def _rendered(post: dict[str, Any], name: str, where: str) -> Article | Skipped:
    said = {key: value for key, value in post.items() if isinstance(value, str)}
    kind, status = said.get("type") or "post", said.get("status") or "publish"
    if kind in MACHINERY:
        return Skipped(
            where, f"no post: {kind}", f"It is of the type {kind}, which holds no article."
        )
    if status != "publish":
        return Skipped(where, "not published", "The post was not published.")
    headline = plain(_html(post, "title"))
    text, removed = paragraphs(_html(post, "content"))
    if not headline and not text:
        return Skipped(where, "no headline or text", "The post has neither a headline nor a text.")
    link, outlet = said.get("link", ""), _site_name(post)
    published, precision = moment(said.get("date", ""), said.get("date_gmt", "")) or (None, None)
    return Article(
        headline=headline,
        source=name,
        text=text,
        url=urls.canonical(link) if urls.is_address(link) else None,
        site=urls.domain(link),
        outlet=outlet,
        section=section(_terms(post, "category")),
        tags=tags(_terms(post, "post_tag")),
        published=published,
        published_precision=precision,
        modified=(moment(said.get("modified", ""), said.get("modified_gmt", "")) or (None,))[0],
        byline=tuple(person for one in _authors(post) for person in people(one, outlet)),
        language=_language(post),
        stub=not text,
        removed=removed,
    )


def _html(post: dict[str, Any], name: str) -> str:
    """A field's markup: rendered for readers, or plain where somebody made it so."""
    value = post.get(name)
    value = value.get("rendered") if isinstance(value, dict) else value
    return value if isinstance(value, str) else ""


def _embedded(post: dict[str, Any], name: str) -> list[Any]:
    """What stands beside a post that was asked for with `_embed`."""
    embedded = post.get("_embedded")
    found = embedded.get(name) if isinstance(embedded, dict) else None
    return found if isinstance(found, list) else []


def _authors(post: dict[str, Any]) -> list[str]:
    listed = [
        author.get("name") for author in _embedded(post, "author") if isinstance(author, dict)
    ]
    return [name for name in listed or [_seo(post).get("author")] if isinstance(name, str)]


def _terms(post: dict[str, Any], kind: str) -> list[str]:
    groups = [group for group in _embedded(post, "wp:term") if isinstance(group, list)]
    terms = [term for group in groups for term in group if isinstance(term, dict)]
    return [str(one.get("name") or "") for one in terms if one.get("taxonomy") == kind]


def _seo(post: dict[str, Any]) -> dict[str, Any]:
    """What a widespread plugin says of a post."""
    said = post.get("yoast_head_json")
    return said if isinstance(said, dict) else {}


def _site_name(post: dict[str, Any]) -> str | None:
    name = _seo(post).get("og_site_name")
    return plain(name) or None if isinstance(name, str) else None


def _language(post: dict[str, Any]) -> str | None:
    stated = post.get("lang") or _seo(post).get("og_locale")
    found = LANGUAGE.match(stated) if isinstance(stated, str) else None
    return found[1].lower() if found else None
