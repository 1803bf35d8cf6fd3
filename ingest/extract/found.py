"""What the libraries of the field find in a page; their names stop here.

They are loaded when the first page is read: most commands read none.
"""

import logging
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from typing import Literal

import lxml.html

for library in ("trafilatura", "htmldate", "dateparser"):
    logging.getLogger(library).setLevel(logging.CRITICAL)

Focus = Literal["precision", "balance", "recall"]

_UNSEEN = "\u200c\u200d\u200e\u200f"
_STAND_INS = "\ua66e\ua699\ua698\ua668"
"""Letters of no living language stand for what joins Persian words and signs, and for what turns the
direction of what follows, while trafilatura reads."""

_MISTAKEN = re.compile(f"[{_UNSEEN}\r\n]")
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_HIDDEN, _SHOWN = str.maketrans(_UNSEEN, _STAND_INS), str.maketrans(_STAND_INS, _UNSEEN)


@contextmanager
def _no_warnings() -> Iterator[None]:
    """Without the warning that trafilatura's downloads, which are never used, lack a library."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def keep_meaning(tree: lxml.html.HtmlElement) -> None:
    """Change in the words of a page what trafilatura would take for something else.

    It drops every character that is not printed: without U+200C Persian words run together, and what is
    found after this has it again. A line of the source is no line of the text, except where it is set.
    """
    as_set = {each for block in tree.iter("pre", "textarea") for each in block.iter()}
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        if element.text and not element.text.isspace() and _MISTAKEN.search(element.text):
            element.text = _written(element.text, element in as_set)
        if element.tail and not element.tail.isspace() and _MISTAKEN.search(element.tail):
            element.tail = _written(element.tail, element.getparent() in as_set)


def _written(text: str, is_set: bool) -> str:
    return (text if is_set else _BLANKS.sub(" ", text)).translate(_HIDDEN)


def lines(tree: lxml.html.HtmlElement, favour: Focus) -> list[str]:
    """The paragraphs that trafilatura takes for the text; the tree stays as it is."""
    with _no_warnings():
        from trafilatura import bare_extraction
        from trafilatura.settings import Document

    document = bare_extraction(
        tree,
        favor_precision=favour == "precision",
        favor_recall=favour == "recall",
        include_comments=False,
    )
    if not isinstance(document, Document) or not document.text:
        return []
    said = document.text.translate(_SHOWN).splitlines()
    lines = (line.removeprefix("- ").strip().strip(_UNSEEN).strip() for line in said)
    return [line for line in lines if line]


def second(tree: lxml.html.HtmlElement) -> str:
    """What readability takes for the text, as a second opinion; the tree stays as it is."""
    with _no_warnings():
        from trafilatura.external import try_readability

    return "".join(try_readability(copy(tree)).itertext()).translate(_SHOWN)


def authors(tree: lxml.html.HtmlElement) -> list[str]:
    """The names that trafilatura takes for the authors'."""
    with _no_warnings():
        from trafilatura.metadata import extract_author

    return (extract_author(tree) or "").split(";")


def day(tree: lxml.html.HtmlElement, url: str | None) -> str | None:
    """The day that htmldate takes for the one of publication."""
    from htmldate import find_date

    return find_date(tree, url=url, original_date=True, extensive_search=True)
