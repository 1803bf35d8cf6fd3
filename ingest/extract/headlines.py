"""The headline of a page: what stands over the text rather than what the browser's tab says."""

import re
import unicodedata
from collections.abc import Iterator

import lxml.html

from ingest.extract.statements import Statements

_SEPARATOR = re.compile(
    r"\s+[-–—|•·»«›:/~⁄*<>]+\s+|\s*[|｜ㅣ]\s*|[：_-](?=[^\x00-\u02ff：_-]{2,12}$)"
)
_APART = re.compile(
    r"kicker|overline|topline|roofline|dachzeile|spitzmarke|eyebrow|surtitle|pre-?title|"
    r"supertitle|sub-?title|sub-?head|hidden|invisible|sr-only|screen-?reader|(?:^|[\s_-])(?:date|time|category|section|label|badge)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Classes of what stands over a headline and inside its element."""

_LOGO = re.compile(r"(?:^|[\s_-])(?:logo|branding|site-?(?:title|name))(?:$|[\s_-])", re.IGNORECASE)
_MARKS = "-–—|·•/»«›：｜ㅣ_⁄"
_WHOLE = 3
"""A title of more words than this is a headline by itself."""

_ASIDE = frozenset(("nav", "footer", "aside", "form"))
_SHORTEST = 2
_LONGEST = 400
_MANY = 8
"""Signs that are more than a word, in a script without spaces."""

_SHARED = 0.5
"""Share of words in common from which a heading is of the same article as the title."""

_RELATED = 0.15
"""The same where there is but one heading."""


def headline(tree: lxml.html.HtmlElement, stated: Statements, site: str | None) -> str | None:
    """The heading that the titles speak of, else what the page says is its headline."""
    titles = titles_of(tree, stated)
    first = [text for element in tree.iter("h1") if (text := _heading(element, site))]
    found = [*first, *_others(tree, titles, site)]
    headings = [text for text in found if len(words(text)) > 1 or _is_title(text, titles)]
    best = max(headings, key=lambda text: (_shared(text, titles), text in titles), default=None)
    if best and _shared(best, titles) >= (_SHARED if len(headings) > 1 else _RELATED):
        return _without_kicker(best, titles)
    said = stated.said("headline")
    if said and len(said) >= _SHORTEST:
        return squeezed(said[:_LONGEST])
    if len(first) == 1 and len(words(first[0])) > 1 >= len(words(" ".join(titles))):
        return first[0]
    for title in titles:
        if bare := without_site(title, site or home_of(tree)):
            return bare
    return best


def _others(tree: lxml.html.HtmlElement, titles: list[str], site: str | None) -> Iterator[str]:
    """What is marked as a headline by its name, and lower headings that a title has word for word."""
    marked = tree.xpath(
        './/body//*[@itemprop="headline" or contains(@class, "entry-title") or '
        'contains(@class, "post-title") or contains(@class, "article-title") or '
        'contains(@class, "articleTitle") or contains(@class, "headline")]'
    )
    known = set(marked)
    for element in (*marked, *tree.iter("h2")):
        if element.tag not in ("h2", "h3", "div", "span") or _is_apart(element):
            continue
        text = _heading(element, site)
        whole = text and (len(words(text)) > 1 or (len(text) >= _MANY and not text.isascii()))
        if text and (element in known or (whole and _is_title(text, titles))):
            yield text


def _is_title(text: str, titles: list[str]) -> bool:
    """Whether it is all that a title says, apart from the site and the section beside it."""
    return len(text) >= _SHORTEST and any(_is_part(text, title) for title in titles)


def _is_part(text: str, title: str) -> bool:
    before, found, behind = title.casefold().partition(text.casefold())
    before, behind = before.rstrip(), behind.lstrip()
    return bool(found) and (before[-1:] in _MARKS and behind[:1] in _MARKS)


def home_of(tree: lxml.html.HtmlElement) -> str | None:
    """The name of the site in a heading that leads to its front page."""
    return next(
        (squeezed("".join(each.itertext())) for each in tree.iter("h1") if _is_home(each)), None
    )


def _is_home(element: lxml.html.HtmlElement) -> bool:
    """Whether a heading is a link to the front page, or is called the site's."""
    if _LOGO.search(f"{element.get('class') or ''} {element.get('id') or ''}"):
        return True
    link = element.find(".//a[@href]")
    if link is None or squeezed("".join(link.itertext())) != squeezed("".join(element.itertext())):
        return False
    path = re.sub(r"^(?:.*/)?\w+://[^/?#]+|[?#].*$", "", link.get("href").strip())
    return path in ("", "/") or "home" in (link.get("rel") or "").split()


def _without_kicker(text: str, titles: list[str]) -> str:
    """A heading without what stands before or behind a whole title in it."""
    for title in titles:
        if len(words(title)) > _WHOLE and title != text and text.endswith(title):
            return title
    return text


_JOINERS = "\u200c\u200d"
"""What joins Persian words and the parts of a sign, and is seen by what it does."""


def squeezed(text: str) -> str:
    """The text in one line, soft hyphens and invisible signs left out."""
    if not text.isascii():
        text = "".join(
            sign for sign in text if unicodedata.category(sign) != "Cf" or sign in _JOINERS
        )
    return " ".join(text.split())


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
    if not front.isascii() and last[0] in "：_-" and len(front) > 2 * len(back):
        return front.strip()
    return front.strip() if len(words(front)) > 3 >= len(words(back)) else title


def _named(part: str, name: str) -> bool:
    """Whether a part of a title begins with the site's name, or the name with it."""
    plain = "".join(words(part))
    return bool(plain) and (plain.startswith(name) or (len(plain) > 2 and name.startswith(plain)))


def titles_of(tree: lxml.html.HtmlElement, stated: Statements) -> list[str]:
    """The titles the page states, the surest first; that of the browser's tab is the last."""
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
    if _is_home(element):
        return None
    text = squeezed("".join(_texts(element))).lstrip(":|·• ")
    if not _SHORTEST <= len(text) <= _LONGEST or (site and words(text) == words(site)):
        return None
    if any(above.tag in _ASIDE for above in element.iterancestors()):
        return None
    return text


def _texts(element: lxml.html.HtmlElement) -> list[str]:
    found = [element.text or ""]
    for child in element:
        if not isinstance(child.tag, str) or _is_apart(child):
            found.append(" ")
        elif child.tag not in ("script", "style", "svg", "time", "noscript"):
            apart = child.tag in ("br", "div", "p", "small") or _is_block(child)
            inner = _texts(child)
            found.extend([" ", *inner, " "] if apart else inner)
        found.append(child.tail or "")
    return found


def _is_apart(element: lxml.html.HtmlElement) -> bool:
    """Whether it stands over the headline, or is hidden in it, and is more than a mark."""
    named = _APART.search(element.get("class") or "")
    return bool(named) and bool(words("".join(element.itertext())))


def _is_block(element: lxml.html.HtmlElement) -> bool:
    return "block" in (element.get("style") or "") or element.tag in ("h1", "h2", "h3")


def _shared(text: str, titles: list[str]) -> float:
    """The largest share of a heading's words, and of a title's, that they have in common."""
    mine = set(words(text))
    best = 0.0
    for title in titles:
        theirs = set(words(title))
        if mine and theirs:
            part = len(text) >= _MANY and _is_part(text, title)
            best = max(best, 1.0 if part else len(mine & theirs) / len(mine))
    return best
