"""Words of others made harmless: a name or a headline may hold Markdown or HTML that calls out."""

import html
import re
from urllib.parse import unquote

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_BREAKS = re.compile(r"\s+")

_ENCODED = re.compile(r"(?:%[89A-F][0-9A-F])+", re.IGNORECASE)
_JOINER = "\u200c"

_RIGHT_TO_LEFT = {"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"}


def plain(text: str) -> str:
    """The text as Markdown that shows it letter by letter, for labels of buttons and messages.

    Every ASCII punctuation mark may be escaped: https://spec.commonmark.org/0.31.2/#backslash-escapes
    """
    return _PUNCTUATION.sub(r"\\\1", _BREAKS.sub(" ", text))


def tag_text(text: str, language: str | None = None) -> str:
    """The text as an HTML span in its own language and direction."""
    named = f' lang="{html.escape(language)}"' if language else ""
    return f'<span dir="{direction(language)}"{named}>{html.escape(text)}</span>'


def address_text(url: str) -> str:
    """An address for reading: letters of other scripts as themselves, all else as it is encoded.

    What a reader could not see, or would take for the end or another part of it, stays encoded, as in
    a browser's own bar: https://url.spec.whatwg.org/#url-rendering
    """
    return _ENCODED.sub(_letters, url)


def _letters(match: re.Match[str]) -> str:
    try:
        text = unquote(match[0], errors="strict")
    except UnicodeDecodeError:
        return match[0]
    return text if text.replace(_JOINER, "").isprintable() else match[0]


def direction(language: str | None) -> str:
    """Which way a language is written; "auto" lets the browser see where it is not known."""
    if language is None:
        return "auto"
    return "rtl" if language in _RIGHT_TO_LEFT else "ltr"
