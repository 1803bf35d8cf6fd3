"""The words of a text as numbers, each with its paragraph and its place in the text as it stands."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from clippings.folding import fold, spelled_tokens, tokens

_BLANK_LINE = re.compile(r"\n\s*\n")
# Scripts that put no space between words: there every sign counts as a word.
_SIGNS = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\U00020000-\U0002fa1f"
)
_UNSPACED = re.compile(f"[{_SIGNS}]")
_SIGN_OR_RUN = re.compile(f"[{_SIGNS}]|[^\\s{_SIGNS}]+")
_PLAIN_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, eq=False)
class Words:
    """The folded words of a text, stock lines left out; positions are those of the text itself."""

    text: str
    ids: NDArray[np.uint32]
    """One number a word; the same word has the same number in every text and at any time."""
    bounds: tuple[int, ...]
    """Where in `ids` each paragraph starts, and at last where the text ends."""
    pieces: tuple[tuple[int, int], ...]
    """Where in the text each of those paragraphs starts and ends."""
    backgrounds: tuple[bool, ...]
    """Whether each of them is background that its site repeats under different news."""
    stock: tuple[tuple[int, int], ...] = ()
    """Where in the text each stock line starts and ends."""

    @classmethod
    def of(
        cls,
        text: str,
        stock: frozenset[int] = frozenset(),
        background: frozenset[int] = frozenset(),
    ) -> "Words":
        """The words of a text without its stock lines; both sets are of paragraph marks."""
        parts, pieces, backgrounds, left_out = [], [], [], []
        for start, end in paragraphs(text):
            ids = word_ids(text[start:end])
            mark = _mark(ids) if stock or background else 0
            if len(ids) and mark not in stock:
                parts.append(ids)
                pieces.append((start, end))
                backgrounds.append(mark in background)
            elif len(ids):
                left_out.append((start, end))
        bounds = tuple(accumulate((len(ids) for ids in parts), initial=0))
        joined = np.concatenate(parts) if parts else np.empty(0, np.uint32)
        return cls(text, joined, bounds, tuple(pieces), tuple(backgrounds), tuple(left_out))

    def __len__(self) -> int:
        """How many words there are."""
        return len(self.ids)

    @cached_property
    def paragraph_of(self) -> NDArray[np.int64]:
        """Of each word the number of its paragraph."""
        return np.repeat(np.arange(len(self.pieces)), np.diff(self.bounds))

    @cached_property
    def counted(self) -> NDArray[np.bool_]:
        """Of each word whether it counts when copies are told: not in background, unless all is."""
        news = ~np.repeat(np.array(self.backgrounds, np.bool_), np.diff(self.bounds))
        return news if news.any() else ~news

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Of each word where its spelling in the text starts and ends."""
        return [
            (offset + start, offset + end)
            for (offset, stop), count in zip(self.pieces, np.diff(self.bounds), strict=True)
            for start, end in _spans(self.text[offset:stop], int(count))
        ]

    def span(self, places: NDArray[np.int64]) -> tuple[int, int]:
        """Where in the text these words, from the first to the last of them, start and end.

        With the marks around them, if they begin or end a paragraph.
        """
        first, last = int(places.min()), int(places.max())
        start, end = self.spans[first][0], self.spans[last][1]
        if first in self.bounds:
            start = self.pieces[self.paragraph_of[first]][0]
        if last + 1 in self.bounds:
            end = self.pieces[self.paragraph_of[last]][1]
        return start, end


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where each paragraph starts and ends: at blank lines, or at any line end if there is none."""
    mark = _BLANK_LINE if _BLANK_LINE.search(text) else re.compile("\n")
    start = 0
    for match in mark.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def word_ids(text: str) -> NDArray[np.uint32]:
    """A number for each folded word: CRC-32, which is the same on every machine."""
    found = tokens(_UNSPACED.sub(r" \g<0> ", text))
    spelled = " ".join(found).encode().split(b" ") if found else []
    return np.fromiter(map(crc32, spelled), np.uint32, len(found))


def _spans(text: str, count: int) -> list[tuple[int, int]]:
    plain = [match.span() for match in _PLAIN_WORD.finditer(text)]
    if len(plain) == count and fold(text) == text:
        return plain
    return [span for piece in _SIGN_OR_RUN.finditer(text) for span in _folded_spans(piece)]


def _folded_spans(piece: re.Match[str]) -> list[tuple[int, int]]:
    """Where the words in a piece without a space are, of which folding may have made more or fewer."""
    count = len(tokens(piece.group()))
    spelled = list(spelled_tokens(piece.group())) if count > 1 else []
    if len(spelled) != count:  # one word, or a sign such as № that only folding makes a word
        return [piece.span()] * count
    return [(piece.start() + start, piece.start() + end) for _, start, end in spelled]


def paragraph_marks(text: str) -> Iterator[tuple[int, int]]:
    """Of each paragraph a number that is the same wherever its words are, and how many they are."""
    for start, end in paragraphs(text):
        ids = word_ids(text[start:end])
        if len(ids):
            yield _mark(ids), len(ids)


def paragraph_mark(paragraph: str) -> int | None:
    """The number of one paragraph; None if it has no words."""
    ids = word_ids(paragraph)
    return _mark(ids) if len(ids) else None


def _mark(ids: NDArray[np.uint32]) -> int:
    # 63 bits, so that it fits a signed column.
    digest = hashlib.blake2b(ids.astype("<u4").tobytes(), digest_size=8).digest()
    return int.from_bytes(digest, "little") >> 1
