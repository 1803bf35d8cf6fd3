"""The lines of one article's text, what is taken out of each, and how the rest is put together."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from clippings.article import Removed
from ingest.readers.lines import is_finished, is_paragraph

_AFTER = 8
"""Words of clean text that show where something was taken out."""
_TAIL = 200
"""Characters that hold them."""


@dataclass(slots=True)
class Piece:
    """A line of an article, and what was taken out of it."""

    text: str
    gap: bool
    dropped: str | None = None
    """The kind of thing the whole line is, if it is no text."""
    cuts: list[tuple[int, str, str]] = field(default_factory=list)
    """What was taken out of the line: the place in the text as it is now, the words, the kind."""

    def cut(self, start: int, end: int, kind: str) -> None:
        """Take out a part; of two spaces that then meet, or one at an end, one goes too."""
        words, before, after = self.text[start:end], self.text[:start], self.text[end:]
        if before.endswith(" ") and (not after or after[0] == " "):
            before = before[:-1]
        elif not before:
            after = after.lstrip()
        gone = len(self.text) - len(before) - len(after)
        self.cuts = [(at - gone if at > start else at, what, why) for at, what, why in self.cuts]
        self.cuts.append((len(before), words.strip(), kind))
        self.text = before + after


def kept(pieces: Sequence[Piece]) -> list[Piece]:
    """The lines that are still text."""
    return [piece for piece in pieces if piece.dropped is None]


def is_full(text: str) -> bool:
    """Whether a line is a finished paragraph of running text."""
    return is_paragraph(text) and is_finished(text)


def join(pieces: Sequence[Piece]) -> tuple[str, tuple[Removed, ...]]:
    """The text, and what was taken out of it in the order it stood."""
    spaced = sum(piece.gap for piece in pieces) * 2 > len(pieces)
    parts: list[str] = []
    removed: list[Removed] = []
    tail, last, gap = "", None, False
    for piece in pieces:
        gap = gap or piece.gap
        if piece.dropped:
            removed.append(Removed(piece.text, piece.dropped, last_words(tail)))
            continue
        if last is not None:
            parts.append("\n\n" if gap or _parts(last, piece, spaced) else "\n")
            tail += " "
        for at, words, kind in sorted(piece.cuts, key=lambda cut: cut[0]):
            removed.append(Removed(words, kind, last_words(tail + piece.text[:at])))
        parts.append(piece.text)
        tail = (tail + piece.text)[-_TAIL:]
        last, gap = piece, False
    return "".join(parts), tuple(removed)


def _parts(above: Piece, below: Piece, spaced: bool) -> bool:
    """Whether a new paragraph begins although no blank line says so."""
    if not is_paragraph(below.text):
        return is_full(above.text) and is_finished(below.text)
    heading = (
        (above.gap or not spaced)
        and len(above.text.split()) <= 12
        and above.text[-1:] not in ",;-–—"
    )
    return is_full(above.text) or heading


def last_words(text: str) -> str:
    """The end of a text, by which the place after it is found again."""
    return " ".join(text[-_TAIL:].split()[-_AFTER:])
