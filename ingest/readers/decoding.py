"""Bytes to text: the encodings that saved pages come in."""

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_EDGE = " \t\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f\u2060\u2066-\u2069\u3000\ufeff\u061c"
_EDGES = re.compile(rf"^[{_EDGE}]+|[{_EDGE}]+$")
# In cp1256 the Arabic letters lie among the high bytes; in Western text high bytes stand alone.
_RUN = re.compile(rb"[\xc0-\xff]{3,}")


def encoding(head: bytes) -> str:
    """The encoding of the text these bytes begin."""
    for mark, name in _BOMS:
        if head.startswith(mark):
            return name
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return _legacy(head)
    return "utf-8"


def decode(data: bytes) -> str:
    """The text of a page, every line ending a plain newline; nothing is ever refused."""
    text = data.decode(encoding(data), errors="replace").replace("\x00", "")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def trim(line: str) -> str:
    """The line without the spaces, zero-width and direction marks around it."""
    return _EDGES.sub("", line)


def _legacy(data: bytes) -> str:
    """Which of two Windows encodings reads better: Arabic words are runs of high bytes."""
    arabic = sum(map(len, _RUN.findall(data)))
    high = sum(byte >= 0xC0 for byte in data)
    # A UTF-8 page with one broken byte stays UTF-8: most of its high bytes still decode.
    lost = data.decode("utf-8", errors="replace").count("\ufffd")
    if lost * 10 < high:
        return "utf-8"
    return "cp1256" if arabic * 2 > high else "cp1252"
