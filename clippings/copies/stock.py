"""Paragraphs that a site repeats: stock lines tell nothing, background tells the same every time.

A paragraph is stock if it stands on one site in many texts that differ otherwise. Copies of one text on
one site must not make all its paragraphs stock; so a paragraph is counted once for each paragraph that it
stands beside, namely the longest other one of the text. An engine keeps (site, mark, beside), each once,
and counts rows.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from clippings.archive import Archive
from clippings.archive.copies import Repeated
from clippings.archive.selection import Selection
from clippings.copies.words import paragraph_mark, paragraph_marks, paragraphs

_BACKGROUND = 3
_FEWEST_TEXTS = 5
_SHORT = 30
_SHARE_OF_SHORT = 0.02
_SHARE_OF_LONG = 0.1
"""Background that a newsroom repeats is longer and rarer than a cookie notice; it is no stock line."""


def paragraphs_beside(text: str) -> Iterator[tuple[int, int, int]]:
    """Of each paragraph its mark, the mark of the longest other one (0: none), and its words."""
    marks = dict(paragraph_marks(text))
    longest = sorted(marks, key=lambda mark: (-marks[mark], mark))[:2]
    for mark, words in marks.items():
        others = [one for one in longest if one != mark]
        yield mark, others[0] if others else 0, words


def is_stock(times: int, words: int, texts: int) -> bool:
    """Whether a paragraph of so many words is stock: it stands beside so many different ones, on a
    site with so many texts."""
    share = _SHARE_OF_SHORT if words <= _SHORT else _SHARE_OF_LONG
    return times >= max(_FEWEST_TEXTS, share * texts)


def is_background(times: int) -> bool:
    """Whether a paragraph is background: it stands on one site beside so many different ones.

    It stays a passage, but says nothing of whether a text is a copy.
    """
    return times >= _BACKGROUND


def stock_marks(repeated: Iterable[Repeated]) -> dict[int, int]:
    """The marks of all stock lines among repeated paragraphs, with how many words each has."""
    return {one.mark: one.words for one in repeated if is_stock(one.times, one.words, one.texts)}


def without_stock(text: str, stock: Mapping[int, int]) -> str:
    """The text without the paragraphs of these marks; itself where it has none of them."""
    if not stock:
        return text
    # Spelled-out marks between words are none, so a line may have more pieces than words. What is far
    # longer than any stock line need not be folded, which takes a millisecond a text.
    most = 2 * max(stock.values()) + 5
    pieces = [text[start:end] for start, end in paragraphs(text)]
    kept = [p for p in pieces if len(p.split()) > most or paragraph_mark(p) not in stock]
    return text if len(kept) == len(pieces) else "\n\n".join(kept)


def texts_without_stock(
    archive: Archive, selection: Selection
) -> Iterator[tuple[str, str, str, str | None, str | None]]:
    """What `archive.texts` gives, stock lines left out, as far as copies were looked for."""
    stock = stock_marks(archive.copies.repeated())
    for id, headline, text, language, name in archive.texts(selection):
        yield id, headline, without_stock(text, stock), language, name


class StockCounter:
    """Counts paragraphs in memory, for a small archive."""

    def __init__(self) -> None:
        self._texts: Counter[str] = Counter()
        self._beside: dict[tuple[str, int], set[int]] = defaultdict(set)
        self._words: dict[int, int] = {}

    def add(self, site: str, text: str) -> None:
        """Count the paragraphs of a text on this site."""
        self._texts[site] += 1
        for mark, beside, words in paragraphs_beside(text):
            self._beside[site, mark].add(beside)
            self._words[mark] = words

    def stock(self) -> frozenset[int]:
        """The marks of all stock lines, as `Words.of` takes them."""
        return frozenset(
            mark
            for (site, mark), beside in self._beside.items()
            if is_stock(len(beside), self._words[mark], self._texts[site])
        )

    def background(self) -> frozenset[int]:
        """The marks of all background, as `Words.of` takes them."""
        return frozenset(
            mark for (_, mark), beside in self._beside.items() if is_background(len(beside))
        )
