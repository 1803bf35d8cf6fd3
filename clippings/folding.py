"""One spelling for documents and queries, so that variants of a word are found as one."""

import re
import unicodedata
from collections.abc import Iterator

FOLDING_VERSION = "1"
"""Kept in the archive; another version indexes anew on `rebuild`, never silently."""

_MARKS = "\u064b-\u065f\u0670\u0610-\u061a\u06d6-\u06ed"
_INVISIBLE = "\u00ad\u061c\u200d-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
_TATWEEL = "\u0640"
# Presentation forms of a vowel alone: NFKC would put a space before the vowel and split the word.
_LONE_VOWELS = "\ufe70-\ufe7f\ufc5e-\ufc63\ufcf2-\ufcf4"
_DROPPED = re.compile(f"[{_MARKS}{_INVISIBLE}{_TATWEEL}{_LONE_VOWELS}]")

_COMPATIBLE = (
    "\u00aa\u00b2\u00b3\u00b5\u00b9\u00ba\u00bc-\u00be\u0132\u0133\u013f\u0140\u0149\u017f"
    "\u01c4-\u01cc\u01f1-\u01f3\u02b0-\u02b8\u2070-\u209c\u2100-\u218f\u2460-\u24ff"
    "\u3200-\u33ff\ufb00-\ufb06\uff00-\uffef\U0001d400-\U0001d7ff"
)
# Most text has no such character and is its own folded spelling: one look tells (84, not 17 MB/s).
_DIFFERS = re.compile(
    f"[{_INVISIBLE}{_COMPATIBLE}\u200b\u200c\u0600-\u06ff\u0750-\u077f\u0870-\u08ff"
    "\ufb50-\ufdff\ufe70-\ufefc]"
)

ZWNJ = "\u200c"

_LETTERS = {
    **dict.fromkeys("يىئېۍێ", "ی"),
    **dict.fromkeys("كڪ", "ک"),
    **dict.fromkeys("أإآٱٲٳ", "ا"),
    **dict.fromkeys("ةۀەہۂۃھ", "ه"),
    "ؤ": "و",
    **{chr(0x0660 + digit): str(digit) for digit in range(10)},
    **{chr(0x06F0 + digit): str(digit) for digit in range(10)},
    ZWNJ: " ",
    "\u200b": " ",
}
_TABLE = str.maketrans(_LETTERS)
_SHORT = 30
"""Characters that one table turns faster; over a whole text it takes twelve times as long."""


def fold(text: str) -> str:
    """The text in the one spelling: letters and digits of Arabic script, no marks, plain forms.

    Case and Latin accents are left to the matcher. A zero-width non-joiner becomes a space, so a
    compound is found in two words; `variants` of the query language finds it in one.
    """
    if text.isascii() or not _DIFFERS.search(text):
        return text
    # Twice: the compatible spelling of a ligature may itself bring marks along.
    plain = unicodedata.normalize("NFKC", _DROPPED.sub("", text))
    return _in_our_letters(_DROPPED.sub("", plain))


def _in_our_letters(text: str) -> str:
    if len(text) < _SHORT:
        return text.translate(_TABLE)
    for variant, letter in _LETTERS.items():
        text = text.replace(variant, letter)
    return text


_WORD = re.compile(r"[^\W_]+")
_ACCENTS = re.compile("[\u0300-\u036f]")
SPELLED = re.compile(f"(?:[^\\W_]|[\u0300-\u036f{_MARKS}{_INVISIBLE}{_TATWEEL}{_LONE_VOWELS}])+")
"""A word as it stands in a text, with all that folding takes out of the middle of it."""


def tokens(text: str) -> list[str]:
    """The folded words of a text, lower case, without accents, as the matcher tells them apart."""
    lowered = fold(text).lower()
    if not lowered.isascii():
        lowered = _ACCENTS.sub("", unicodedata.normalize("NFD", lowered))
    return _WORD.findall(lowered)


def spelled_tokens(text: str) -> Iterator[tuple[str, int, int]]:
    """The folded words of a text, each with where its spelling in the text starts and ends."""
    for match in SPELLED.finditer(text):
        for token in tokens_of_word(match.group()):
            yield token, match.start(), match.end()


def tokens_of_word(word: str) -> list[str]:
    """The folded words in what `SPELLED` finds: one, but where folding parts it."""
    return [word.lower()] if word.isascii() else tokens(word)


def fold_headline(headline: str) -> str:
    """A headline as a key: the same for every spelling, punctuation and case of it."""
    return " ".join(tokens(headline)) or headline.strip()
