"""How papers sign apart from "By": labels, desks, notes on the writer, a name and a place."""

import re
from dataclasses import dataclass

from clippings.provenance.roles import NO_NAME

_WORD = r"[^\W\d_a-zà-öø-ÿ][\w’'.-]*"
_NAME = rf"{_WORD}(?: {_WORD}){{0,3}}"
_ARABIC = r"[\u0620-\u06ff]+"
_NOTE = re.compile(
    rf"{_NAME} (?:is an? fellow of|is (?:the|an?) [^.]{{2,60}}(?:editor|correspondent|columnist)\b"
    rf"|writes on \w+days?\b|travelled with\b)[^.]{{0,60}}\.(?: (?:The views are|{_NAME} in) [^.]{{2,80}}\.)?"
)
_AGENCY = re.compile(r"/[A-Z]{2,10}/|\(?(?:وكالة|خبرگزاری) [^().:]{2,40}\)?")
_DESK = re.compile(
    r"[^.!?:]{2,40} (?:desk|press office|newsroom)(?:, [^.!?:]{2,30})?"
    r"|(?:گروه|دفتر مطبوعاتی|سرویس) [^.!?:؟]{2,50}",
    re.IGNORECASE,
)
_PLACED = re.compile(rf"(?P<names>{_NAME}) in (?P<place>{_NAME})")
# Arabic has no capitals: two or three words, a dash or colon, and one to three more.
_PLACED_ARABIC = re.compile(
    rf"{_ARABIC}(?: {_ARABIC}){{1,2}} – {_ARABIC}(?: {_ARABIC}){{0,2}}"
    rf"|{_ARABIC}: {_ARABIC}(?: {_ARABIC}){{1,2}}"
)
_LONGEST = 80
_LABELS = frozenset(
    """release statement letter interview column exclusive special guest latest part chapter one
    two three human rights sport sports world gallery video comment analysis feature features
    review day week year north south east west middle united states republic city county new port
    lake mount river live open public weekly daily local national international politics culture
    business economy health science art arts music obituary profile background summary contents
    introduction conclusion appendix warning urgent correction recipe questions answers""".split()
)
"""Words of the headings that papers print in capitals over a text."""


@dataclass(frozen=True, slots=True)
class Signature:
    """What a line signs as, and whom it names where that is plain."""

    kind: str
    names: str = ""
    place: str | None = None


def certain(text: str) -> Signature | None:
    """The signature a line is by its form, among the first or last lines of a text."""
    if _NOTE.fullmatch(text):
        return Signature("contributors")
    return Signature("agency") if _AGENCY.fullmatch(text) else None


def at_edge(text: str, vocabulary: frozenset[str]) -> Signature | None:
    """What is a signature as the very first or last line only."""
    if len(text) > _LONGEST:
        return None
    if (match := _PLACED.fullmatch(text)) and " " in match["names"]:
        words = {word.casefold() for word in re.findall(r"\w+", text)} - {"in"}
        return None if words & vocabulary else Signature("byline", match["names"], match["place"])
    signs = (_DESK, _PLACED_ARABIC)
    return Signature("signature") if any(sign.fullmatch(text) for sign in signs) else None


def is_capital_name(text: str) -> bool:
    """Whether a line is two to four words in capitals, none of them one of a heading."""
    words = text.split()
    if not (text.isupper() and 2 <= len(words) <= 4):
        return False
    return NO_NAME.isdisjoint(parts := text.casefold().split()) and _LABELS.isdisjoint(parts)
