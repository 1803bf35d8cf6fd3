"""A web page to what it says: headline, byline, dates, text, and the article's place on the site."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

import lxml.etree
import lxml.html

from clippings.article import Removed
from ingest import markup, urls
from ingest.extract import arranging, bodies, bylines, furniture, headlines, moments, sites
from ingest.extract.statements import Statements, statements, text_of

_NO_SUBJECT = re.compile(
    r"[\da-fA-F]{8}(?:-[\da-fA-F]{4}){3}-[\da-fA-F]{12}|[a-z]+:[^\s:]\S*|[A-Za-z\d]+_\w+"
)
"""What systems write among an article's tags for themselves: keys and codes."""

_NO_SECTION = frozenset(("tags", "tag", "featured", "home", "homepage", "index", "uncategorized"))

_LEAST = 80
_SMALL = 200
_PARAGRAPH = 80
_TEASERS = 8
_TEASER = 250


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says; None or empty: it does not say."""

    headline: str | None = None
    text: str = ""
    byline: tuple[str, ...] = ()
    house: str | None = None
    """The site's own name or its desk's, where the page states that as its author and nobody else signs."""
    published: str | None = None
    published_precision: str | None = None
    modified: str | None = None
    url: str | None = None
    """Its canonical address."""
    site: str | None = None
    """The name the site gives itself."""
    language: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    removed: tuple[Removed, ...] = ()
    article: bool = False
    """Whether it holds an article: not a front page, a list or an empty frame."""


def extract(html: str, url: str | None = None) -> Page:
    """Everything a page of that address says, whatever it is made of."""
    tree = parsed(html)
    return of_tree(tree, url) if tree is not None else Page()


def parsed(html: str) -> lxml.html.HtmlElement | None:
    """The page's tree; None if it holds nothing."""
    data = markup.writable(html).encode("utf-8", errors="replace")
    parser = lxml.html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        tree = lxml.html.document_fromstring(data, parser=parser)
    except (lxml.etree.LxmlError, ValueError):
        return None
    return tree if tree.find("body") is not None else None


def of_tree(tree: lxml.html.HtmlElement, url: str | None) -> Page:
    """The same of a page already parsed; the tree is used up."""
    stated = statements(tree)
    address = canonical(tree, stated, url)
    site = sites.site_name(tree, stated, address)
    domain = urls.domain(address) if address else None
    language = language_of(tree, stated)
    headline = headlines.headline(tree, stated, site or domain)
    moment = moments.published(tree, stated, address, language)
    changed = moments.modified(stated)
    who = bylines.signed(tree, stated, site, domain)
    single = len(list(tree.iter("article"))) == 1 and tree.find(".//article//h1") is not None
    teasers = sum(
        1 for heading in tree.iter("h2", "h3", "h4") if heading.find(".//a[@href]") is not None
    )
    arranging.unwrap(tree)
    furniture.only(tree, headline)
    furniture.quote_posts(tree)
    taken = furniture.take_out(tree)
    furniture.smooth(tree)
    found, left_out = bodies.paragraphs(tree, stated, headline)
    return Page(
        headline=headline,
        text="\n\n".join(found),
        byline=who.people,
        house=who.house,
        published=moment[0] if moment else None,
        published_precision=moment[1] if moment else None,
        modified=changed[0] if changed else None,
        url=address,
        site=site,
        language=language,
        section=section_of(stated),
        tags=tags_of(stated),
        removed=(*furniture.inside(taken, headline, found), *left_out),
        article=bool(headline)
        and (is_article(stated, address, found, teasers) or (single and bool(found))),
    )


def is_article(stated: Statements, url: str | None, found: list[str], teasers: int) -> bool:
    """Whether the text is an article's: the page says so, or it is one by its size and its place."""
    size = sum(map(len, found))
    if (stated.article or stated.first("og:type") == "article") and size >= _LEAST:
        return True
    if stated.first("article:published_time") and size >= _LEAST:
        return True
    front = url is not None and urlsplit(url).path in ("", "/") and not urlsplit(url).query
    paragraphs = [text for text in found if len(text) >= _PARAGRAPH]
    if front or stated.listing or size < _SMALL or not paragraphs:
        return False
    # A list has about as many headings with links as it has texts.
    return teasers < _TEASERS or sum(map(len, paragraphs)) > teasers * _TEASER


def canonical(tree: lxml.html.HtmlElement, stated: Statements, url: str | None) -> str | None:
    """The address the page gives itself, if it is of the same site; else the one it was had from."""
    links = [
        link.get("href")
        for link in tree.iter("link")
        if "canonical" in (link.get("rel") or "").split()
    ]
    for said in (*links, stated.first("og:url"), text_of(stated.article.get("mainEntityOfPage"))):
        if said and urls.is_address(said) and (not url or urls.domain(said) == urls.domain(url)):
            return urls.canonical(said)
    return urls.canonical(url) if url else None


def language_of(tree: lxml.html.HtmlElement, stated: Statements) -> str | None:
    """The two letters of the language the page states."""
    said = (
        stated.said("inLanguage")
        or tree.get("lang")
        or stated.first("content-language", "og:locale")
    )
    match = re.match(r"\s*([a-zA-Z]{2})(?:[-_]|\s*$)", said or "")
    return match[1].lower() if match else None


def section_of(stated: Statements) -> str | None:
    """The section the page states."""
    said = (
        stated.first("article:section"),
        stated.first("parsely-section"),
        stated.said("articleSection"),
    )
    named = (headlines.squeezed(text) for text in said if text and len(text) < 80)
    return next((text for text in named if not _is_of_a_system(text)), None)


def _is_of_a_system(text: str) -> bool:
    return text.casefold() in _NO_SECTION or bool(_NO_SUBJECT.fullmatch(text))


def tags_of(stated: Statements) -> tuple[str, ...]:
    """The subjects the page states, each once."""
    said = stated.meta.get("article:tag") or stated.meta.get("news_keywords") or []
    keywords = stated.article.get("keywords")
    if not said and keywords:
        said = [
            text
            for word in (keywords if isinstance(keywords, list) else [keywords])
            if (text := text_of(word))
        ]
    split = [tag.strip() for text in said for tag in text.split(",")]
    named = (tag for tag in split if 1 < len(tag) < 80 and not _NO_SUBJECT.fullmatch(tag))
    return tuple(dict.fromkeys(named))[:50]
