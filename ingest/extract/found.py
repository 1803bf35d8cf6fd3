"""What the libraries of the field find in a page; their names stop here.

They are loaded when the first page is read: most commands read none.
"""

import logging
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from string import whitespace
from typing import Literal

import lxml.html

for library in ("trafilatura", "htmldate", "dateparser"):
    logging.getLogger(library).setLevel(logging.CRITICAL)

Focus = Literal["precision", "balance", "recall"]

_UNSEEN = "\u200c\u200d\u200e\u200f"
_STAND_INS = "\ua66e\ua699\ua698\ua668"
"""Letters of no living language stand for what joins Persian words and signs, and for what turns the
direction of what follows, while trafilatura reads."""

_HAS_UNSEEN = re.compile(f"[{_UNSEEN}]")
_HIDDEN, _SHOWN = str.maketrans(_UNSEEN, _STAND_INS), str.maketrans(_STAND_INS, _UNSEEN)
_AROUND = f"{whitespace}\u00a0{_UNSEEN}"


@contextmanager
def _no_warnings() -> Iterator[None]:
    """Without the warning that trafilatura's downloads, which are never used, lack a library."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def keep_unseen(tree: lxml.html.HtmlElement) -> None:
    """Let trafilatura, which drops every character that is not printed, keep those that mean something.

    Without U+200C Persian words run together: what is found after this has it again.
    """
    for element in tree.iter():
        if isinstance(element.tag, str):
            if element.text and _HAS_UNSEEN.search(element.text):
                element.text = element.text.translate(_HIDDEN)
            if element.tail and _HAS_UNSEEN.search(element.tail):
                element.tail = element.tail.translate(_HIDDEN)


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
    return [text for line in said if (text := line.removeprefix("- ").strip(_AROUND))]


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
