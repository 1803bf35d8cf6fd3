"""Who signs a page: people, not the site, its accounts, its addresses or its furniture."""

import itertools
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import lxml.html

from ingest.extract import found, labelled
from ingest.extract.headlines import squeezed, words
from ingest.extract.names import ADDRESS, DESKS, LONGEST, house_of, people, plain_of
from ingest.extract.statements import Statements, text_of

_WRITTEN = re.compile(
    r"^(?:written|posted|by|verfasst|geschrieben|von|écrit|par|escrito|por|scritto|di|auteur|autor|author|door|"
    r"skrevet|skriven|napisa\w+)\b",
    re.IGNORECASE,
)
_MOST = 12
_LINE = 160
"""A link in a longer line is one in the text."""

_PROFILE = re.compile(
    r"/(?:authors?|autor(?:en|es|in|innen)?|auteurs?|autori|writers?|by|staff|reporters?|journalists?"
    r"|journalist(?:en|innen)|contributors?|columnists?|editors?|redakteur\w*|profiles?|profil)/[^/?#]{3}",
    re.IGNORECASE,
)
_LEVELS = 3
"""How far above an author's name the line of all authors may begin."""

_WHOLE = ("article", "main", "section", "body")
_CLASSES = re.compile(
    r"(?:^|[\s_-])(?:author|byline|autor|writer|creator)(?:$|[\s_-](?:name|link|s)?)", re.IGNORECASE
)
_AWAY = re.compile(r"comment|related|sidebar|widget|footer|teaser|recommend", re.IGNORECASE)


class Signed(NamedTuple):
    """Who signs: the people, else the site or its desk where the page states that as its author."""

    people: tuple[str, ...]
    house: str | None


def signed(
    tree: lxml.html.HtmlElement, stated: Statements, site: str | None, domain: str | None
) -> Signed:
    """Who signs, by the first part of the page that names any."""
    publisher = (stated.said("publisher"), stated.first("publisher", "dc.publisher"))
    said = (site, domain, (domain or "").split(".")[0], *publisher)
    ours = {plain_of(name.split("(")[0]) for name in said if name} - {""}
    surest = list(_stated(tree, stated))
    if names := _fullest([people(texts, ours) for texts in surest]):
        return Signed(tuple(names), None)
    houses = [name for texts in surest for text in texts if (name := house_of(text, ours))]
    # "Its Staff" is said on purpose; the bare name is often said of every page.
    if staff := next((name for name in houses if plain_of(name) not in ours | DESKS), None):
        return Signed((), staff)
    for texts in _shown(tree, stated):
        if names := people(texts, ours):
            return Signed(tuple(names), None)
        houses += filter(None, (house_of(text, ours) for text in texts))
    return Signed((), next(iter(houses), None))


def _fullest(told: list[list[str]]) -> list[str]:
    """The first that names anybody, or another that names the same people and more, or in full."""
    first = next(filter(None, told), [])
    return max(
        (names for names in told if _are_in(first, names)),
        key=lambda names: (len(names), sum(len(words(name)) for name in names)),
        default=first,
    )


def _are_in(mine: list[str], theirs: list[str]) -> bool:
    """Whether every name is one of theirs, or its first or last part."""
    known = {plain_of(name) for name in theirs}
    for name in theirs:
        if labelled.is_name(name):
            known |= {words(name)[0], words(name)[-1]}
    return all(plain_of(name) in known for name in mine)


def _stated(tree: lxml.html.HtmlElement, stated: Statements) -> Iterator[list[str]]:
    """What the page states as its authors, the surest first."""
    authors = stated.article.get("author")
    yield _linked(authors, ("Person",))
    yield stated.meta.get("citation_author", [])
    yield _linked(authors, ("",))
    yield _meta(stated)
    yield _marked(tree, "itemprop", "author")
    yield _marked(tree, "rel", "author")


def _shown(tree: lxml.html.HtmlElement, stated: Statements) -> Iterator[list[str]]:
    """What stands on the page where authors do, the surest first."""
    named, others = _worded(labelled.labelled(tree)), found.authors(tree)
    # A label names one; where the library finds this one among several, they all sign.
    if not set(named) & set(people(others, set())):
        yield named
    yield others
    yield _linking(tree)
    yield _classed(tree)
    yield _worded(labelled.dated(tree))
    if _WRITTEN.search(stated.first("twitter:label1") or ""):
        yield stated.meta.get("twitter:data1", [])


def _meta(stated: Statements) -> list[str]:
    names = (
        "author parsely-author sailthru.author byl dc.creator dcterms.creator dc:creator cxenseparse:author "
        "article:author article:author_name authors creator"
    )
    for name in names.split():
        if said := [text for text in stated.meta.get(name, ()) if not ADDRESS.match(text)]:
            return said
    return []


def _linked(authors: Any, kinds: tuple[str, ...]) -> list[str]:
    """Names in JSON-LD, either of people alone or of whatever is given."""
    names = []
    for author in authors if isinstance(authors, list) else [authors]:
        kind = author.get("@type", "Person") if isinstance(author, dict) else ""
        kind = kind[0] if isinstance(kind, list) and kind else kind
        name = text_of(author.get("name")) if isinstance(author, dict) else text_of(author)
        if name and (kind in kinds or "" in kinds):
            names.append(name)
    return names


def _marked(tree: lxml.html.HtmlElement, attribute: str, value: str) -> list[str]:
    marked = [
        element
        for element in tree.xpath(f'.//*[contains(@{attribute}, "{value}")]')
        if value in (element.get(attribute) or "").split()
        and element.tag not in ("meta", "link")
        and not _is_away(element)
    ]
    texts = []
    for element in _beside(marked):
        inner = element.xpath('.//*[@itemprop="name"]') or [element]
        texts += [each.get("content") or _text(each) for each in inner]
    return texts[:_MOST]


def _beside(elements: list[lxml.html.HtmlElement]) -> list[lxml.html.HtmlElement]:
    """The first of these and those that stand in one line with it: others are of other articles."""
    if len(elements) < 2:
        return elements
    above = itertools.islice(elements[0].iterancestors(), _LEVELS)
    around = list(itertools.takewhile(lambda outer: outer.tag not in _WHOLE, above))
    if not around:
        return elements[:1]
    return [each for each in elements if each is elements[0] or around[-1] in each.iterancestors()]


def _linking(tree: lxml.html.HtmlElement) -> list[str]:
    """The first link to what its address calls an author's page, and those beside it."""
    links = [
        link
        for link in tree.iterfind(".//body//a[@href]")
        if _PROFILE.search(link.get("href"))
        and 2 < len(text := _text(link)) <= LONGEST
        and (len(words(text)) == 1 or labelled.is_name(text))
        and people([text], set())
        and not _is_away(link)
        and (link.getparent().tag != "p" or len(_text(link.getparent())) <= _LINE)
    ]
    return [_text(link) for link in _beside(links)]


def _classed(tree: lxml.html.HtmlElement) -> list[str]:
    """The first element that is an author's by its class, a short one."""
    for element in tree.xpath(".//body//*[@class or @id]"):
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        if _CLASSES.search(names) and element.tag not in ("body", "main", "article"):
            text = _text(element)
            if 2 < len(text) <= LONGEST and not _is_away(element) and people([text], set()):
                return [text]
    return []


def _worded(named: Iterator[tuple[lxml.html.HtmlElement, str]]) -> list[str]:
    """The first name of these that stands in the article's own part of the page."""
    return next(([name] for element, name in named if not _is_away(element)), [])


def _is_away(element: lxml.html.HtmlElement) -> bool:
    """Whether it stands in the comments, beside the article or in another article's teaser."""
    for outer in element.iterancestors():
        # What holds the headline holds the article, whatever its name.
        if outer.tag in ("body", "html") or outer.find(".//h1") is not None:
            return False
        if outer.tag in ("aside", "nav", "footer"):
            return True
        if _AWAY.search(f"{outer.tag} {outer.get('class') or ''} {outer.get('id') or ''}"):
            return True
    return False


def _text(element: lxml.html.HtmlElement) -> str:
    return squeezed("".join(element.itertext()))
