"""The headline of a page: what stands over the text rather than what the browser's tab says."""

import re
import unicodedata

import lxml.html

from ingest.extract.statements import Statements

_SEPARATOR = re.compile(
    r"\s+[-–—|•·»«›:/~⁄*<>]+\s+|\s*[|｜ㅣ]\s*|[：_-](?=[^\x00-\u02ff：_-]{2,12}$)"
)
_APART = re.compile(
    r"kicker|overline|topline|roofline|dachzeile|spitzmarke|eyebrow|surtitle|pre-?title|"
    r"supertitle|(?:^|[\s_-])(?:date|time|category|section|label|badge)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Classes of what stands over a headline and inside its element."""

_ASIDE = frozenset(("nav", "footer", "aside", "form"))
_SHORTEST = 2
_LONGEST = 400
_SHARED = 0.5
"""Share of words in common from which a heading is of the same article as the title."""

_RELATED = 0.15
"""The same where there is but one heading."""


def headline(tree: lxml.html.HtmlElement, stated: Statements, site: str | None) -> str | None:
    """The heading that the titles speak of, else what the page says is its headline."""
    titles = _titles(tree, stated)
    found = [text for element in _headings(tree) if (text := _heading(element, site))]
    headings = [text for text in found if len(words(text)) > 1 or _is_title(text, titles)]
    best = max(headings, key=lambda text: _shared(text, titles), default=None)
    if best and _shared(best, titles) >= (_SHARED if len(headings) > 1 else _RELATED):
        return best
    said = stated.said("headline")
    if said and len(said) >= _SHORTEST:
        return squeezed(said[:_LONGEST])
    for title in titles:
        if bare := without_site(title, site):
            return bare
    return best


def _headings(tree: lxml.html.HtmlElement) -> list[lxml.html.HtmlElement]:
    """What is marked as the heading of the page or of an article on it, the surest first."""
    marked = tree.xpath(
        './/body//*[@itemprop="headline" or contains(@class, "entry-title") or '
        'contains(@class, "post-title") or contains(@class, "article-title") or '
        'contains(@class, "articleTitle") or contains(@class, "headline")]'
    )
    return [*tree.iter("h1"), *(each for each in marked if each.tag in ("h2", "h3", "div", "span"))]


def _is_title(text: str, titles: list[str]) -> bool:
    """Whether one word is all that a title says, apart from the site."""
    return any(
        words(part) == words(text) for title in titles for part in _SEPARATOR.split(title)[:1]
    )


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
    if last[0].strip() in ("|", "｜", "ㅣ") and last.start():
        return title[: last.start()].strip()
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
    return [squeezed(title[:_LONGEST]) for title in said if title and title.strip()]


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
        if not isinstance(child.tag, str) or _APART.search(child.get("class") or ""):
            found.append(" ")
        elif child.tag not in ("script", "style", "svg", "time", "noscript"):
            apart = child.tag in ("br", "div", "p", "small") or _is_block(child)
            inner = _texts(child)
            found.extend([" ", *inner, " "] if apart else inner)
        found.append(child.tail or "")
    return found


def _is_block(element: lxml.html.HtmlElement) -> bool:
    return "block" in (element.get("style") or "") or element.tag in ("h1", "h2", "h3")


def _shared(text: str, titles: list[str]) -> float:
    """The largest share of a heading's words, and of a title's, that they have in common."""
    mine = set(words(text))
    best = 0.0
    for title in titles:
        theirs = set(words(title))
        if mine and theirs:
            best = max(best, len(mine & theirs) / len(mine))
    return best
