"""What a page says of itself to machines: its meta tags and its JSON-LD."""

import contextlib
import html
import json
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import lxml.html

Node = dict[str, Any]

_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review|Recipe)$")
_SITE = re.compile(r"^WebSite$|Organization$")
_COMMENTED = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$")
_DANGLING = re.compile(r",(\s*[}\]])")
_NODES = 2_000
"""More objects than this are no statement about one page."""


@dataclass(frozen=True, slots=True)
class Statements:
    """Meta tags by their name in small letters, and the JSON-LD object of the article."""

    meta: dict[str, list[str]]
    article: Node
    listing: bool
    """Whether the page calls itself a list, a search or a front page."""
    sites: tuple[str, ...] = ()
    """The names of the site and of organisations in the JSON-LD."""

    def first(self, *names: str) -> str | None:
        """The first of these meta tags that says anything."""
        return next((said for name in names for said in self.meta.get(name, ())), None)

    def said(self, name: str) -> str | None:
        """A plain text in the article's JSON-LD."""
        return text_of(self.article.get(name))


def statements(tree: lxml.html.HtmlElement) -> Statements:
    """Everything the page says of itself."""
    nodes = list(_nodes(tree))
    articles = [node for node in nodes if _is_article(node) and _title(node)]
    about_lists = {"CollectionPage", "SearchResultsPage", "ItemList", "WebSite"}
    kinds = {kind for node in nodes for kind in _kinds(node)}
    meta = _meta(tree)
    chosen = _resolved(_chosen(articles, _all_titles(tree, meta)), nodes)
    sites = [text_of(node.get("name")) for node in nodes if any(map(_SITE.search, _kinds(node)))]
    listing = not chosen and bool(kinds & about_lists)
    return Statements(meta, chosen, listing, tuple(name for name in sites if name))


def text_of(value: Any) -> str | None:
    """The text of a JSON-LD value: itself, its name, or its first element's."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or value.get("@id")
    if isinstance(value, str) and value.strip():
        # Some pages escape what was escaped before.
        return html.unescape(html.unescape(value)).strip()
    return None


def _meta(tree: lxml.html.HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        said = (element.get("content") or "").strip()
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = (element.get(attribute) or "").strip().lower()
            if name and said:
                found.setdefault(name, []).append(said)
    return found


def _nodes(tree: lxml.html.HtmlElement) -> Iterator[Node]:
    """Every JSON-LD object of the page, outer ones first."""
    waiting: deque[Any] = deque()
    for element in tree.iter("script"):
        if "ld+json" in (element.get("type") or "").lower():
            waiting.append(_parsed("".join(element.itertext())))
    for _ in range(_NODES):
        if not waiting:
            return
        value = waiting.popleft()
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            yield value
            waiting.extend(part for part in value.values() if isinstance(part, dict | list))


def _parsed(text: str) -> Any:
    text = _COMMENTED.sub("", _COMMENTED.sub("", text))
    for attempt in (text, _DANGLING.sub(r"\1", text), html.unescape(text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    # What is whole before the first mistake, as a brace too many.
    with contextlib.suppress(ValueError, RecursionError):
        return json.JSONDecoder(strict=False).raw_decode(text.strip())[0]
    return None


def _kinds(node: Node) -> list[str]:
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return [kind for kind in kinds if isinstance(kind, str)]


def _is_article(node: Node) -> bool:
    return any(_ARTICLE.search(kind) for kind in _kinds(node))


def _title(node: Node) -> str | None:
    return text_of(node.get("headline")) or text_of(node.get("name"))


def _chosen(articles: list[Node], titles: str) -> Node:
    """The object that is about this page: a teaser of another article says its own title."""
    about = [node for node in articles if (_words(_title(node) or "") or "-") in titles]
    # Of several about it, the one that says most.
    return max(about or (articles if len(articles) == 1 else []), key=len, default={})


def _resolved(article: Node, nodes: list[Node]) -> Node:
    """The object with its authors and its publisher in full, where it only points at them."""
    named = {
        node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and node.get("name")
    }

    def whole(value: Any) -> Any:
        if isinstance(value, list):
            return [whole(one) for one in value]
        points = (
            isinstance(value, dict) and isinstance(value.get("@id"), str) and not value.get("name")
        )
        return named.get(value["@id"], value) if points else value

    return article | {key: whole(article[key]) for key in ("author", "publisher") if key in article}


def _all_titles(tree: lxml.html.HtmlElement, meta: dict[str, list[str]]) -> str:
    said = [*meta.get("og:title", []), *meta.get("twitter:title", [])]
    said += ["".join(element.itertext()) for element in tree.iter("title", "h1")]
    return _words(" ".join(said))


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", html.unescape(text).casefold()))
