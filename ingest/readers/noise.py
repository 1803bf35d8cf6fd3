"""What a page spilled into an article's text: captions, alternative texts, broken tags.

A caption is told by how it stands there, never by its words: it repeats a headline or the start of
a sentence elsewhere in the article, and is glued to its neighbours or breaks off a sentence. Where
that is not certain it stays, because a sentence lost is worse than a caption left.
"""

import re
from collections.abc import Iterator, Sequence

from ingest.readers import vocabulary as words
from ingest.readers.lines import fold, is_finished, is_paragraph
from ingest.readers.pieces import Piece, is_full, kept
from ingest.readers.spills import reads_on

_FLAT = {code: char for code, char in words.TYPOGRAPHY.items() if len(char) == 1}
_GLUE = re.compile(r"(?<=[a-zà-öø-ÿ.!?…”\")])(?=[A-ZÀ-ÖØ-Þ])")
_BREAK = re.compile(r"(?<=[.!?…؟۔])[\"'”’)]*\s+(?=\S)")
_WORD_START = re.compile(r"(?<!\S)\S")
_LABEL = re.compile(
    r"^\W*(?:photo|image|picture|foto|عکس|تصویر|صورة)\b[^.!?]{0,3}[:/]", re.IGNORECASE
)
_OPENING, _CLOSING = "\"'“‘«„(", "\"'”’»“)"
_ENDINGS = frozenset(
    re.findall(
        r"\w+",
        """able ably al ally an ans ation d e ed en er ers es est ful ian ians ic ing ings
        ion ions ish ism ist ists ite ites ity less ly ment ments ness r ry s st th tion
        tions ward wards y
        ë i t të ve n in it et at ها های ی ات ان ين ون تر""",
    )
)
"""What may follow a word within the word: a headline so continued is no alternative text."""
_WINDOW = 400
"""Characters before a place in which an alternative text that ends there may begin."""
_MOST = 40
"""Places looked at in one line; one with more is no running text."""


def mend_tags(piece: Piece) -> None:
    """`Name">Name`, left of a broken link, becomes `Name`."""
    at = -1
    while (at := piece.text.find('">', at + 1)) >= 0 and len(piece.cuts) < _MOST:
        start = _doubled(piece.text, at)
        if start is not None:
            piece.cut(start, at + 2, "markup")
            at = start


def _doubled(text: str, at: int) -> int | None:
    """Where the words begin that stand both before and after the mark."""
    before, after = text[max(at - 100, 0) : at], text[at + 2 : at + 102]
    for match in reversed([*re.finditer(r"\w(?!\w)", after)][:8]):
        name = after[: match.end()]
        start = at - len(name)
        if before.endswith(name) and not (start and text[start - 1].isalnum()):
            return start
    return None


def drop_runs(pieces: Sequence[Piece]) -> None:
    """Mark lines that stand three times or more in a row: one picture's words, printed again."""
    for piece in _runs(kept(pieces)):
        piece.dropped = "caption"


def drop_captions(pieces: Sequence[Piece], headline: str, vocabulary: frozenset[str]) -> None:
    """Mark or cut every caption and alternative text that is certain to be one."""
    for piece in kept(pieces):
        _cut_headline(piece, headline, vocabulary)
    starts = _starts(pieces, headline)
    for piece in kept(pieces):
        _cut_repeats(piece, starts)
    _drop_lines(pieces, headline)


def flat(text: str) -> str:
    """Typographic signs as plain ones, each in its place."""
    return text if text.isascii() and "`" not in text else text.translate(_FLAT)


def _cut_headline(piece: Piece, headline: str, vocabulary: frozenset[str]) -> None:
    """Take the headline out of a line where it broke into a sentence."""
    title = flat(headline).strip()
    if title.count(" ") < 1 or len(title) >= len(piece.text):
        return
    found = re.finditer(re.escape(title), flat(piece.text), re.IGNORECASE)
    places = [match.start() for match in found]
    for start in reversed(places[:_MOST]):
        end = start + len(title)
        if _broke_in(piece.text, start, end, headline.strip(), vocabulary):
            piece.cut(start, end, "caption")


def _broke_in(text: str, start: int, end: int, headline: str, vocabulary: frozenset[str]) -> bool:
    before, after = text[:start], text[end:]
    if before[-1:] in _OPENING and before and not before[-1:].isspace():
        return False
    if after[:1] in _CLOSING and after:
        return False
    if flat(text[start:end]) != flat(headline):
        return _is_spelled_anew(text, start, end, vocabulary)
    if after[:1].isalnum() and headline[-1:].isalnum():
        return _is_word(after, vocabulary)
    if after[:1].isalpha() or (before[-1:].isalpha() and headline[:1].isupper()):
        return True
    if before[-1:] in words.SENTENCE_END and before and not after.strip():
        return not is_finished(headline) or headline.endswith("?")
    if is_finished(before) and not after.strip() and headline[-1:] not in ".!":
        return True
    if (not before.strip() or is_finished(before)) and _begins_sentence(after, vocabulary):
        return headline[-1:].isalnum()
    if headline.count(" ") >= 4 and headline[0].isupper() and reads_on(before, after, headline):
        return True
    return text[start:end] != headline and headline.count(" ") >= 3


def _is_spelled_anew(text: str, start: int, end: int, vocabulary: frozenset[str]) -> bool:
    """Whether a headline in other capitals broke in: glued to the next word, or a sentence in two."""
    spelled, before, after = text[start:end], text[:start], text[end:]
    if spelled.count(" ") < 4 or not spelled[0].isupper():
        return False
    if after[:1].islower() and before[-1:] == " ":
        return _is_word(after, vocabulary)
    return reads_on(before, after, spelled)


def _begins_sentence(after: str, vocabulary: frozenset[str]) -> bool:
    """Whether a word follows that is written small elsewhere, so that its capital opens a sentence.

    After a capital that names have too, the headline's words may just go on.
    """
    match = re.match(r" ([^\W\d_]+)", after)
    word = match[1] if match else ""
    return word[:1].isupper() and word.casefold() in vocabulary


def _is_word(after: str, vocabulary: frozenset[str]) -> bool:
    """Whether what is glued behind a headline is a word, not the ending of its last one."""
    match = re.match(r"[^\W\d_]+", after)
    if not match:
        return False
    word = match[0].casefold()
    if word in _ENDINGS or len(word) < 2:
        return False
    return len(word) > 3 or word in vocabulary or after[0].isupper()


def _starts(pieces: Sequence[Piece], headline: str) -> dict[str, list[str]]:
    """What begins a line or a sentence of the article, by its first three words."""
    found: dict[str, list[str]] = {}
    for text in (headline, *(piece.text for piece in kept(pieces))):
        plain = flat(text)
        for start in (0, *(match.end() for match in _BREAK.finditer(plain))):
            key = _key(plain, start)
            if key and len(found.setdefault(key, [])) < 5:
                found[key].append(plain[start : start + _WINDOW])
    return found


def _key(text: str, start: int) -> str:
    return " ".join(text[start : start + 120].split(" ", 3)[:3])


def _cut_repeats(piece: Piece, starts: dict[str, list[str]]) -> None:
    """Take out what is glued into a line and begins a line or sentence elsewhere."""
    plain = flat(piece.text)
    for place in [match.start() for match in _GLUE.finditer(plain)][_MOST::-1]:
        if plain[place - 1].isalpha() and (start := _ending_at(plain, place, starts)) is not None:
            piece.cut(start, place, "caption")
            return _cut_repeats(piece, starts)
        if _breaks_off(plain, place, starts):
            return piece.cut(place, len(plain), "caption")
    last = [match.end() for match in _BREAK.finditer(plain)][-1:]
    if last and _breaks_off(plain, last[0], starts):
        piece.cut(last[0], len(plain), "caption")
    return None


def _ending_at(plain: str, place: int, starts: dict[str, list[str]]) -> int | None:
    """Where a text of four words or more begins that ends here and begins a line elsewhere."""
    low = max(place - _WINDOW, 0)
    for match in _WORD_START.finditer(plain, low, place):
        words_of = plain[match.start() : place]
        if words_of.count(" ") < 3:
            return None
        if words_of.count(" ") > 25 or _BREAK.search(words_of):
            continue
        for text in starts.get(_key(plain, match.start()), ()):
            boundary = text[len(words_of) : len(words_of) + 1]
            if text.startswith(words_of) and not boundary.isalnum():
                return match.start()
    return None


def _breaks_off(plain: str, place: int, starts: dict[str, list[str]]) -> bool:
    """Whether the line ends here in five words or more of a sentence that is whole elsewhere."""
    rest = plain[place:].rstrip()
    if not 4 <= rest.count(" ") <= 25 or rest[-1:] in words.STOPS + "\"'" or _BREAK.search(rest):
        return False
    for text in starts.get(_key(rest, 0), ()):
        boundary = text[len(rest) : len(rest) + 1]
        if (
            text != plain[place : place + _WINDOW]
            and text.startswith(rest)
            and boundary
            and boundary in " ,;:"
        ):
            return True
    return False


def _drop_lines(pieces: Sequence[Piece], headline: str) -> None:
    lines = list(kept(pieces))
    spaced = sum(piece.gap for piece in lines) * 3 > len(lines)
    title = fold(headline)
    for number, piece in enumerate(lines):
        above = lines[number - 1] if number else None
        below = lines[number + 1] if number + 1 < len(lines) else None
        if (
            (_is(piece.text, title) and not _is_meant(piece, above, below, headline))
            or (len(piece.text) < 160 and _LABEL.match(piece.text))
            or (spaced and _is_wedged(piece, above, below))
        ):
            piece.dropped = "caption"
    for piece in _lone(kept(pieces)):
        piece.dropped = "caption"


def _is(text: str, folded: str) -> bool:
    """Whether a line says just this; long ones are not even folded."""
    return len(text) < len(folded) + 30 and fold(text) == folded


def _is_meant(piece: Piece, above: Piece | None, below: Piece | None, headline: str) -> bool:
    """Whether a writer repeats the headline: as a deck, as a sentence, as a line of verse."""
    deck = above is None and below is not None and below.gap and piece.text == headline
    sentence = piece.text[-1:] in ".۔" and headline[-1:] not in ".۔"
    verse = (above is not None and not piece.gap and not is_paragraph(above.text)) or (
        below is not None and not below.gap and not is_paragraph(below.text)
    )
    return deck or sentence or verse


def _may_be_caption(text: str, least: int) -> bool:
    count = len(text.split())
    return (
        least <= count <= 25
        and not is_finished(text)
        and text[-1:] not in ":;,-–—)]"
        and text[:1] not in "\"“«'‘-–—*•([0123456789"
        and not text[:1].islower()
    )


def _is_wedged(piece: Piece, above: Piece | None, below: Piece | None) -> bool:
    """Between two paragraphs without a blank line, where the others have one."""
    if above is None or below is None or piece.gap or below.gap:
        return False
    return _may_be_caption(piece.text, 4) and is_full(above.text) and is_full(below.text)


def _runs(lines: Sequence[Piece]) -> Iterator[Piece]:
    at = 0
    while at < len(lines):
        end, same = at + 1, fold(lines[at].text[:_WINDOW])
        while end < len(lines) and _is(lines[end].text, same):
            end += 1
        if end - at >= 3 and not is_paragraph(lines[at].text):
            yield from lines[at:end]
        at = end


def _lone(lines: Sequence[Piece]) -> Iterator[Piece]:
    """A line like a headline after the first paragraph, the only one of its kind in the article.

    Sub-heads come in numbers or are short; the picture of an article floats beside its first lines.
    """
    short = [n for n, piece in enumerate(lines) if not is_full(piece.text)]
    if len(short) != 1 or short[0] not in (1, 2) or len(lines) < 5:
        return
    piece = lines[short[0]]
    if piece.gap and lines[short[0] + 1].gap and _may_be_caption(piece.text, 6):
        yield piece
