"""What stands among the paragraphs of an article and is no part of it, taken out before it is read."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

import lxml.etree
import lxml.html

from clippings.article import Removed
from ingest.extract.joining import is_long, plain
from ingest.extract.wording import leads_elsewhere
from ingest.markup import is_bare_quotation

_CAPTION = re.compile(
    r"caption|photo-?credit|image-?credit|(?:^|[\s_-])(?:credits?|copyright)(?:$|[\s_-])|legende|"
    r"bildunterschrift|bildtext",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"newsletter|related|read-?more|readmore|also-?(?:like|read)|recommend|most-?(?:read|popular|viewed)|"
    r"see-?also|more-?(?:stories|articles|from|on|news)|outbrain|taboola|promo(?:tion)?(?:$|[\s_-])|"
    r"subscri(?:be|ption)|sign-?up|(?:^|[\s_-])(?:share|sharing|social|addtoany|sharedaddy)|"
    r"(?:author|contrib(?:utor)?)-?(?:bio|box|info|card|about|description)|about-?(?:the-)?author|bio-?box|tags?-?(?:list|links)|"
    r"(?:^|[\s_-])breadcrumbs?(?:$|[\s_-])|comments?-?(?:list|form|area|section)|paywall-?(?:offer|promo)",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"(?:^|[\s_-])(?:modal|pop-?(?:up|over)|tooltip|lightbox|dialog|"
    r"(?:rollover|hover)-?(?:\w+-)?(?:block|card|box|content))(?:$|(?![\s_-]open)[\s_-])",
    re.IGNORECASE,
)
"""Dialogues, hints and cards that lie over the page, but not the mark that one of them is open."""

_LAYERS = frozenset("div section aside form span".split())
_ROLES = frozenset(("dialog", "alertdialog", "tooltip"))
_BOXES = re.compile(r"author|bio|newsletter|subscri|sign-?up|comment|paywall", re.IGNORECASE)
"""Boxes that may hold much text of their own."""

_BLOCKS = frozenset("p li div h2 h3 h4 h5 h6 section aside figure strong em ul ol span a".split())
_HOLDERS = frozenset(("article", "main", "body", "html", "header"))
_LARGEST = 0.3
"""A part with more of the page's text than this is the article, whatever it is called."""

_AROUND = 1.2
"""How much more than a post what is only its frame may hold."""

_NEAR = 9
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
    if sum(len(plain(element)) for element, _ in links) < whole * _LARGEST:
        found += links
    else:
        found += [(element, "link") for element in _lists_of_titles(tree)]
    taken = []
    for element, kind in found:
        if element.getparent() is None:
            continue
        text = plain(element)
        if text:
            taken.append(Removed(text[:_KEPT], kind, _before(element)))
        element.drop_tree()
    return taken


def smooth(tree: lxml.html.HtmlElement) -> None:
    """Make plain words of what stands inside a sentence: classes, readings of a word, quotations.

    Extractors drop `class="link"` with its words, and part a sentence at elements they do not know.
    """
    for paragraph in tree.iter("p", "li"):
        for part in paragraph.iter("span", "a", "em", "strong", "b", "i"):
            part.attrib.pop("class", None)
            part.attrib.pop("id", None)
    for reading in tree.iter("rt"):
        if (before := reading.getprevious()) is None or before.tag != "rp":
            reading.text, reading.tail = f"({reading.text or ''}", f"){reading.tail or ''}"
    lxml.etree.strip_tags(tree, "ruby", "rb", "rt", "rp")
    for quoted in list(tree.iter("q")):
        _mark_as_quoted(quoted)


def _mark_as_quoted(quoted: lxml.html.HtmlElement) -> None:
    """Write out the marks that a browser draws round an element of quoted words, and leave the words."""
    if is_bare_quotation(quoted):
        quoted.text = f"“{quoted.text or ''}"
        if len(quoted):
            quoted[-1].tail = f"{quoted[-1].tail or ''}”"
        else:
            quoted.text += "”"
    quoted.tag = "span"
    quoted.attrib.clear()


def quote_posts(tree: lxml.html.HtmlElement) -> None:
    """Make plain quotations of the posts that an article shows: extractors leave out what is "embed"."""
    sizes: dict[lxml.html.HtmlElement, int] = {}
    for post in tree.xpath(".//blockquote[contains(@class, 'twitter-tweet')]"):
        most = _AROUND * len(plain(post))
        for each in (post, *post.iterancestors()):
            if each not in sizes:
                sizes[each] = len(plain(each))
            if each.tag in _HOLDERS or sizes[each] > most:
                break
            each.attrib.pop("class", None)
            each.attrib.pop("id", None)


def only(tree: lxml.html.HtmlElement, headline: str | None) -> None:
    """Of several articles in full on one page keep the one under the headline."""
    articles = list(tree.iter("article"))
    if len(articles) < 2 or not headline:
        return
    titled = [(each, h) for each in articles for h in each.iter("h1", "h2") if plain(h) == headline]
    if not titled or len(plain(titled[0][0])) < _SHORT:
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


def _kind(element: lxml.html.HtmlElement, whole: int) -> str | None:
    """What an element is if it is no part of the text."""
    tag = element.tag
    if not isinstance(tag, str) or tag in _HOLDERS:
        return None
    if tag == "figcaption":
        return "caption"
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    kind = "over the page" if _lies_over(element, names) else None
    if kind is None and len(names) > 1 and tag in _BLOCKS:
        kind, sure = _named(names)
        if kind == "link" and not (sure or _is_beside(element)):
            kind = None
    if kind is None and tag in ("p", "li", "h2", "h3", "h4", "h5") and _is_link(element):
        kind = "link"
    if kind and len(plain(element)) > (_SHORT if kind == "caption" else whole * _LARGEST):
        return None
    return kind


def _lies_over(element: lxml.html.HtmlElement, names: str) -> bool:
    """Whether it is a dialogue or a hint that lies over the page."""
    return element.tag == "dialog" or (
        element.tag in _LAYERS
        and (element.get("role") in _ROLES or (len(names) > 1 and bool(_OVER.search(names))))
        and next(element.iter("h1"), None) is None
    )


@lru_cache(maxsize=4_096)
def _named(names: str) -> tuple[str | None, bool]:
    """What an element of these names is, and whether it is that at any length."""
    if _CAPTION.search(names):
        return "caption", True
    match = _MORE.search(names)
    return ("link", bool(_BOXES.search(match[0]))) if match else (None, False)


def _is_beside(element: lxml.html.HtmlElement) -> bool:
    """Whether an element is short or largely links, as a box beside a text is."""
    text = plain(element)
    linked = sum(len(plain(link)) for link in element.iter("a"))
    return len(text) < _SHORT or linked > 0.3 * len(text)


def _is_link(element: lxml.html.HtmlElement) -> bool:
    """Whether a paragraph is "Read more: …" with a link and nothing else."""
    if element.find(".//a") is None:
        return False
    text = plain(element)
    linked = sum(len(plain(link)) for link in element.iter("a"))
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
    said = plain(element)
    return (
        len(said) < _LINE
        and len(linked.split()) >= _TITLE
        and len(" ".join(linked.split())) >= 0.9 * len(said)
    )


def _lists_of_titles(tree: lxml.html.HtmlElement) -> Iterator[lxml.html.HtmlElement]:
    """Lists that are all titles of other articles and follow paragraphs in the same place."""
    for each in tree.iter("ul", "ol"):
        items = list(each.iterchildren("li"))
        before = islice(each.itersiblings("p", preceding=True), _NEAR)
        beside = any(is_long(plain(one)) for one in before)
        if items and beside and all(_links(item) for item in items):
            yield each


def _said(tree: lxml.html.HtmlElement) -> Iterator[str]:
    body = tree.find(".//body")
    for element in (tree if body is None else body).iter("p", "div", "td", "article", "section"):
        yield element.text or ""


def _before(element: lxml.html.HtmlElement) -> str:
    """The last words that stand before an element, inside what holds it or before that."""
    for holder in (element, *list(element.iterancestors())[:_UP]):
        for previous in holder.itersiblings(preceding=True):
            if said := (previous.tail or "").strip() or plain(previous):
                return " ".join(said.split())[-_AFTER:].strip()
        parent = holder.getparent()
        if parent is not None and (said := " ".join((parent.text or "").split())):
            return said[-_AFTER:].strip()
    return ""
