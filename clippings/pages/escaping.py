"""Words of others made harmless: a name or a headline may hold Markdown or HTML that calls out."""

import html
import re

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_BREAKS = re.compile(r"\s+")

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


def direction(language: str | None) -> str:
    """Which way a language is written; "auto" lets the browser see where it is not known."""
    if language is None:
        return "auto"
    return "rtl" if language in _RIGHT_TO_LEFT else "ltr"
