"""What stands among the paragraphs of an article and is no part of it, taken out before it is read."""

import re
from collections.abc import Iterator
from functools import lru_cache

import lxml.etree
import lxml.html

from clippings.article import Removed

_CAPTION = re.compile(
    r"caption|photo-?credit|image-?credit|(?:^|[\s_-])(?:credits?|copyright)(?:$|[\s_-])|legende|"
    r"bildunterschrift|bildtext",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"newsletter|related|read-?more|readmore|also-?(?:like|read)|recommend|most-?(?:read|popular|viewed)|"
    r"see-?also|more-?(?:stories|articles|from|on|news)|outbrain|taboola|promo(?:tion)?(?:$|[\s_-])|"
    r"subscri(?:be|ption)|sign-?up|(?:^|[\s_-])(?:share|sharing|social|addtoany|sharedaddy)|"
    r"author-?(?:bio|box|info|card|description)|about-?(?:the-)?author|bio-?box|tags?-?(?:list|links)|"
    r"(?:^|[\s_-])breadcrumbs?(?:$|[\s_-])|comments?-?(?:list|form|area|section)|paywall-?(?:offer|promo)",
    re.IGNORECASE,
)
_BOXES = re.compile(r"author|bio|newsletter|subscri|sign-?up|comment|paywall", re.IGNORECASE)
"""Boxes that may hold much text of their own."""

_LEADS = re.compile(
    r"(?:you may (?:also )?(?:like|be interested)|you might also|read (?:more|also|next)|see also|also read|"
    r"related(?: (?:stories|articles|content|news|coverage))?|more (?:from|on|stories|news)|most read|"
    r"don.?t miss|recommended(?: for you| stories)?|trending(?: now)?|watch(?: now)?|"
    r"lesen sie (?:auch|mehr)|mehr zum thema|das könnte (?:sie|dich)|lire aussi|à lire aussi|"
    r"sur le même sujet|"
    r"lea (?:también|más)|leia (?:também|mais)|veja (?:também|mais)|leggi anche|lees ook|"
    r"читайте также|lexoni? (?:edhe|gjithashtu)|اقرأ أيضا|بیشتر بخوانید|مطالب مرتبط)"
    r"\b[^.!?]{0,25}?(?:[:：]|$)",
    re.IGNORECASE,
)
_BLOCKS = frozenset("p li div h2 h3 h4 h5 h6 section aside figure strong em ul ol span a".split())
_HOLDERS = frozenset(("article", "main", "body", "html", "header"))
_LARGEST = 0.3
"""A part with more of the page's text than this is the article, whatever it is called."""

_TITLE = 4
_LINE = 200
_SHORT = 300
_KEPT = 2_000
_AFTER = 60
_UP = 4


def take_out(tree: lxml.html.HtmlElement) -> list[Removed]:
    """Take captions, boxes and links to other articles out of the tree; what stood where."""
    lxml.etree.strip_elements(tree, "script", "style", "template", with_tail=False)
    whole = len("".join(_said(tree)))
    found = [(element, kind) for element in tree.iter() if (kind := _kind(element, whole))]
    links = [
        (element, "link") for element in tree.iter("p", "li", "h2", "h3", "h4") if _links(element)
    ]
    if sum(len(_plain(element)) for element, _ in links) < whole * _LARGEST:
        found += links
    taken = []
    for element, kind in found:
        if element.getparent() is None:
            continue
        text = _plain(element)
        if text:
            taken.append(Removed(text[:_KEPT], kind, _before(element)))
        element.drop_tree()
    return taken


def smooth(tree: lxml.html.HtmlElement) -> None:
    """Take the classes off words inside a sentence: extractors drop `class="link"` with its words."""
    for paragraph in tree.iter("p", "li"):
        for part in paragraph.iter("span", "a", "em", "strong", "b", "i"):
            part.attrib.pop("class", None)
            part.attrib.pop("id", None)


def only(tree: lxml.html.HtmlElement, headline: str | None) -> None:
    """Of several articles in full on one page keep the one under the headline."""
    articles = list(tree.iter("article"))
    if len(articles) < 2 or not headline:
        return
    titled = [
        (each, h) for each in articles for h in each.iter("h1", "h2") if _plain(h) == headline
    ]
    if not titled or len(_plain(titled[0][0])) < _SHORT:
        return
    under, title = titled[0]
    family = {*under.iterancestors(), *under.iter("article")}
    for each in articles:
        if each not in family and each.getparent() is not None and not _is_section(each, title.tag):
            each.drop_tree()


def _is_section(article: lxml.html.HtmlElement, rank: str) -> bool:
    """Whether it has headings, none of them of that rank and none a link: no article of its own."""
    headings = list(article.iter("h1", "h2", "h3", "h4"))
    return bool(headings) and not any(
        heading.tag in ("h1", rank)
        or heading.find(".//a") is not None
        or heading.getparent().tag == "a"
        for heading in headings
    )


def inside(taken: list[Removed], headline: str | None, found: list[str]) -> list[Removed]:
    """Those of the things taken out that stood under the headline or in the text."""
    flat = " ".join(" ".join([headline or "", *found]).split())
    return [one for one in taken if one.after and one.after in flat]


def leads_elsewhere(text: str) -> bool:
    """Whether a paragraph only introduces or names another article."""
    return len(text) < _SHORT and bool(_LEADS.match(text.strip(" -–—•▶►>[(*")))


def _kind(element: lxml.html.HtmlElement, whole: int) -> str | None:
    """What an element is if it is no part of the text."""
    tag = element.tag
    if not isinstance(tag, str) or tag in _HOLDERS:
        return None
    if tag == "figcaption":
        return "caption"
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    kind = None
    if len(names) > 1 and tag in _BLOCKS:
        kind, sure = _named(names)
        if kind == "link" and not (sure or _is_beside(element)):
            kind = None
    if kind is None and tag in ("p", "li", "h2", "h3", "h4", "h5") and _is_link(element):
        kind = "link"
    if kind and len(_plain(element)) > (_SHORT if kind == "caption" else whole * _LARGEST):
        return None
    return kind


@lru_cache(maxsize=4_096)
def _named(names: str) -> tuple[str | None, bool]:
    """What an element of these names is, and whether it is that at any length."""
    if _CAPTION.search(names):
        return "caption", True
    match = _MORE.search(names)
    return ("link", bool(_BOXES.search(match[0]))) if match else (None, False)


def _is_beside(element: lxml.html.HtmlElement) -> bool:
    """Whether an element is short or largely links, as a box beside a text is."""
    text = _plain(element)
    linked = sum(len(_plain(link)) for link in element.iter("a"))
    return len(text) < _SHORT or linked > 0.3 * len(text)


def _is_link(element: lxml.html.HtmlElement) -> bool:
    """Whether a paragraph is "Read more: …" with a link and nothing else."""
    if element.find(".//a") is None:
        return False
    text = _plain(element)
    linked = sum(len(_plain(link)) for link in element.iter("a"))
    line = element.find(".//br")
    first = text if line is None else _plain_before(element, line)
    return leads_elsewhere(text) or (2 * linked > len(text) and leads_elsewhere(first))


def _plain_before(element: lxml.html.HtmlElement, line: lxml.html.HtmlElement) -> str:
    """The words of an element up to its first line break."""
    said = [element.text or ""]
    for part in element.iterdescendants():
        if part is line:
            break
        said.append(part.text or "")
        said.append(part.tail or "")
    return " ".join("".join(said).split())


def _links(element: lxml.html.HtmlElement) -> bool:
    """Whether a paragraph consists of links in several words: the titles of other articles."""
    linked = " ".join(
        "".join(link.text_content()) for link in element.iter("a") if link.get("href")
    )
    said = _plain(element)
    return (
        len(said) < _LINE
        and len(linked.split()) >= _TITLE
        and len(" ".join(linked.split())) >= 0.9 * len(said)
    )


def _said(tree: lxml.html.HtmlElement) -> Iterator[str]:
    body = tree.find(".//body")
    for element in (tree if body is None else body).iter("p", "div", "td", "article", "section"):
        yield element.text or ""


def _plain(element: lxml.html.HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())


def _before(element: lxml.html.HtmlElement) -> str:
    """The last words that stand before an element, inside what holds it or before that."""
    for holder in (element, *list(element.iterancestors())[:_UP]):
        for previous in holder.itersiblings(preceding=True):
            if said := (previous.tail or "").strip() or _plain(previous):
                return " ".join(said.split())[-_AFTER:].strip()
        parent = holder.getparent()
        if parent is not None and (said := " ".join((parent.text or "").split())):
            return said[-_AFTER:].strip()
    return ""
