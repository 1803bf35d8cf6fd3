"""Who signs a page: people, not the site, its accounts, its addresses or its furniture."""

import html
import re
from collections.abc import Iterable, Iterator
from typing import Any

import lxml.html

from ingest.extract import found, labelled
from ingest.extract.headlines import squeezed, words
from ingest.extract.statements import Statements, text_of

_NOBODY = frozenset(
    "admin administrator administrador webadmin wordpressadmin webmaster root user username wordpress "
    "author autor auteur autore verfasser editor editors editorial redaction redaktion redaktionsteam "
    "redacción redacao redação redazione rédaction larédaction onlineredaktion dieredaktion noreply "
    "staff newsroom newsdesk webdesk news desk unknown none null nan anonymous anonym guest gast test "
    "support contact kontakt web team datum date published sponsored comments twitter facebook "
    "twitterfacebook share publiziertam allebeiträge von vonredaktion veröffentlichtam "
    "gesponserteinhalte".split()
)
_PREFIX = re.compile(
    r"^(?:post author|(?:written |posted |published |story |text |interview )?by|von|par|por|di|av|"
    r"autor(?:in|en)?(?:/in)?|erstellt von|publiziert (?:am|von)|veröffentlicht von|"
    r"(?:zeige )?alle beiträge von|(?:view )?all posts by|author|auteur|verfasser|"
    r"texte? (?:&|und|and|et) (?:fotos?|photos?|bilder|pictures)|text|interview|artikel von|"
    r"ein beitrag von|reporter|words|nga|بقلم|نوشته|نویسنده|作者|记者|文)(?:\s*[:：]\s*|\s+)",
    re.IGNORECASE,
)
_SUFFIX = re.compile(
    r"(?:\s*[,|/–-]\s*|\s+)(?:기자|記者|记者|staff writer|staff reporter|reporter|journalist(?:in)?|"
    r"redakteur(?:in)?|correspondent|[A-Z]\w+ staff|\(?cnn\)?|ph\.?d\.?|contributor)\s*$",
    re.IGNORECASE,
)
_AT = re.compile(r"\S*@\S+|https?://\S+|www\.\S+|\b\w+\.(?:com|net|org)/\S*")
_BETWEEN = re.compile(
    r"\s*(?:;|\||\n|\s+/\s+|,?\s+(?:and|und|et|y|dhe|og|och|en|with|mit)\s+|,?\s*&\s+|、|・)\s*",
    re.IGNORECASE,
)
_JOB = frozenset(
    "journalist journalistin reporter redakteur redakteurin editor correspondent korrespondent writer "
    "fotograf photographer contributor kolumnist columnist autor autorin".split()
)
_NOT_A_NAME = re.compile(
    r"[\d:!?€$%=<>{}#]|\.\.|\b(?:gmbh|ltd|inc|developer|copyright)\b", re.IGNORECASE
)
_MOST = 12
_LONGEST = 60
_FIELD = 1_000
_CLASSES = re.compile(
    r"(?:^|[\s_-])(?:author|byline|autor|writer|creator)(?:$|[\s_-](?:name|link|s)?)", re.IGNORECASE
)
_AWAY = re.compile(r"comment|related|sidebar|widget|footer|teaser|recommend", re.IGNORECASE)


def byline(
    tree: lxml.html.HtmlElement, stated: Statements, site: str | None, domain: str | None
) -> tuple[str, ...]:
    """The people who sign, by the first part of the page that names any."""
    publisher = (stated.said("publisher"), stated.first("publisher", "dc.publisher"))
    said = (site, domain, (domain or "").split(".")[0], *publisher)
    ours = {"".join(words(name.split("(")[0])) for name in said if name}
    for names in _told(tree, stated):
        if signed := tuple(people(names, ours)):
            return signed
    return ()


def people(names: Iterable[str], ours: set[str]) -> list[str]:
    """The names of people in these texts, each once."""
    named: dict[str, str] = {}
    for text in names:
        for name in _apart(text):
            plain = "".join(words(name))
            if plain and plain not in ours and _is_person(name, plain):
                named.setdefault(plain, name)
    return list(named.values())[:_MOST]


def _told(tree: lxml.html.HtmlElement, stated: Statements) -> Iterator[list[str]]:
    """What may name the authors, the surest first."""
    authors = stated.article.get("author")
    yield _linked(authors, ("Person",))
    yield stated.meta.get("citation_author", [])
    yield _linked(authors, ("",))
    yield _meta(stated)
    yield _marked(tree, "itemprop", "author")
    yield _marked(tree, "rel", "author")
    named, others = _worded(labelled.labelled(tree)), found.authors(tree)
    # A label names one; where the library finds this one among several, they all sign.
    if not set(named) & set(people(others, set())):
        yield named
    yield others
    yield _classed(tree)
    yield _worded(labelled.dated(tree))


def _meta(stated: Statements) -> list[str]:
    names = (
        "author parsely-author sailthru.author byl dc.creator dcterms.creator dc:creator cxenseparse:author "
        "article:author article:author_name authors creator"
    )
    for name in names.split():
        if said := [text for text in stated.meta.get(name, ()) if not _AT.match(text)]:
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
    texts = []
    for element in tree.xpath(f'.//*[contains(@{attribute}, "{value}")]'):
        if value not in (element.get(attribute) or "").split() or _is_away(element):
            continue
        if element.tag in ("meta", "link"):
            continue
        inner = element.xpath('.//*[@itemprop="name"]')
        texts.append(_text(inner[0]) if inner else _text(element))
    return texts[:4]


def _classed(tree: lxml.html.HtmlElement) -> list[str]:
    """The first element that is an author's by its class, a short one."""
    for element in tree.xpath(".//body//*[@class or @id]"):
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        if _CLASSES.search(names) and element.tag not in ("body", "main", "article"):
            text = _text(element)
            if 2 < len(text) <= _LONGEST and not _is_away(element) and people([text], set()):
                return [text]
    return []


def _worded(named: Iterator[tuple[lxml.html.HtmlElement, str]]) -> list[str]:
    """The first name of these that stands in the article's own part of the page."""
    return next(([name] for element, name in named if not _is_away(element)), [])


def _is_away(element: lxml.html.HtmlElement) -> bool:
    """Whether it stands in the comments, beside the article or in another article's teaser."""
    above = " ".join(
        f"{outer.tag} {outer.get('class') or ''} {outer.get('id') or ''}"
        for outer in element.iterancestors()
        if isinstance(outer.tag, str) and outer.tag != "body" and outer.tag != "html"
    )
    return bool(_AWAY.search(above)) or bool(re.search(r"\b(?:aside|nav|footer)\b", above))


def _text(element: lxml.html.HtmlElement) -> str:
    return squeezed("".join(element.itertext()))


def _apart(text: str) -> Iterator[str]:
    """The names in one text, and nothing that stands round them."""
    text = squeezed(html.unescape(html.unescape(text[:_FIELD])))
    text = _PREFIX.sub("", _PREFIX.sub("", _AT.sub(" ", text)))
    for part in _BETWEEN.split(text):
        names = [name.strip() for name in part.split(",")]
        several = len(names) > 1 and all(2 <= len(words(name)) <= 4 for name in names)
        for name in names if several else names[:1]:
            yield _SUFFIX.sub("", _PREFIX.sub("", squeezed(name))).strip(" ,;()<>|·•–-*")


def _is_person(name: str, plain: str) -> bool:
    if not 2 <= len(name) <= _LONGEST or len(words(name)) > 6 or plain.isdigit():
        return False
    if plain in _NOBODY or plain.rstrip("0123456789") in _NOBODY or plain in _JOB:
        return False
    return not _NOT_A_NAME.search(name)
