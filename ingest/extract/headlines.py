"""The headline of a page: what stands over the text rather than what the browser's tab says."""

import re
import unicodedata

import lxml.html

from ingest.extract.statements import Statements

_SEPARATOR = re.compile(r"\s+[-–—|•·»«›:/~⁄*<>]+\s+|\s*[|｜]\s*|：(?=[^：]*$)")
_ASIDE = frozenset(("nav", "footer", "aside", "form"))
_SHORTEST = 2
_LONGEST = 400
_SHARED = 0.5
"""Share of words in common from which a heading is of the same article as the title."""


def headline(tree: lxml.html.HtmlElement, stated: Statements, site: str | None) -> str | None:
    """The heading that the titles speak of, else what the page says is its headline."""
    titles = _titles(tree, stated)
    headings = [text for element in tree.iter("h1") if (text := _heading(element, site))]
    best = max(headings, key=lambda text: _shared(text, titles), default=None)
    if best and (_shared(best, titles) >= _SHARED or (len(headings) == 1 and not _label(best))):
        return best
    said = stated.said("headline")
    if said and len(said) >= _SHORTEST:
        return squeezed(said)
    for title in titles:
        if bare := without_site(title, site):
            return bare
    return best


def squeezed(text: str) -> str:
    """The text in one line, soft hyphens and invisible signs left out."""
    text = "".join(sign for sign in text if unicodedata.category(sign) != "Cf" or sign == "\u200c")
    return re.sub(r"\s+", " ", text).strip()


def words(text: str) -> list[str]:
    """The words of a text for comparing."""
    return re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold())


def without_site(title: str, site: str | None) -> str:
    """A title without the name of the site behind or before it."""
    title = squeezed(title)
    cuts = list(_SEPARATOR.finditer(title))
    if not cuts:
        return title
    if site:
        name = "".join(words(site))
        behind = [cut for cut in cuts if _named(title[cut.end() :], name)]
        if behind:
            return title[: behind[0].start()].strip()
        if _named(title[: cuts[0].start()], name):
            return title[cuts[0].end() :].strip()
    last = cuts[-1]
    front, back = title[: last.start()], title[last.end() :]
    return front.strip() if len(words(front)) > 3 >= len(words(back)) else title


def _named(part: str, name: str) -> bool:
    """Whether a part of a title begins with the site's name, or the name with it."""
    plain = "".join(words(part))
    return bool(plain) and (plain.startswith(name) or (len(plain) > 2 and name.startswith(plain)))


def _titles(tree: lxml.html.HtmlElement, stated: Statements) -> list[str]:
    tab = next((" ".join(title.itertext()) for title in tree.iter("title")), None)
    said = (
        stated.said("headline"),
        stated.first("og:title"),
        stated.first("twitter:title", "dc.title", "dcterms.title", "sailthru.title"),
        tab,
    )
    return [title.strip() for title in said if title and title.strip()]


def _heading(element: lxml.html.HtmlElement, site: str | None) -> str | None:
    """The text of a first-level heading, unless it is the site's name or stands beside the article."""
    text = squeezed("".join(_texts(element)))
    if not _SHORTEST <= len(text) <= _LONGEST or (site and words(text) == words(site)):
        return None
    if any(above.tag in _ASIDE for above in element.iterancestors()):
        return None
    return text


def _texts(element: lxml.html.HtmlElement) -> list[str]:
    found = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in ("script", "style", "svg"):
            apart = child.tag in ("br", "div", "p", "small") or _is_block(child)
            inner = _texts(child)
            found.extend([" ", *inner, " "] if apart else inner)
        found.append(child.tail or "")
    return found


def _is_block(element: lxml.html.HtmlElement) -> bool:
    return "block" in (element.get("style") or "") or element.tag in ("h1", "h2", "h3")


def _label(text: str) -> bool:
    """Whether a lone heading names a section and no article: one word, as in "News"."""
    return len(words(text)) < 2 and text.isascii()


def _shared(text: str, titles: list[str]) -> float:
    """The largest share of a heading's words, and of a title's, that they have in common."""
    mine = set(words(text))
    best = 0.0
    for title in titles:
        theirs = set(words(title))
        if mine and theirs:
            best = max(best, len(mine & theirs) / len(mine))
    return best
