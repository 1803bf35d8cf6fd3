"""Bytes of any encoding to text: for files that do not say what they are written in."""

import codecs
import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from charset_normalizer import from_bytes

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LIKELY = (
    "cp1252 cp1251 cp1256 cp1250 cp1253 cp1254 cp1255 koi8_r gb18030 big5 shift_jis euc_jp euc_kr"
).split()
_WINDOWS = "windows"


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """A byte that is no UTF-8 is most often a Western letter that slipped in."""
    assert isinstance(error, UnicodeDecodeError)
    wrong = error.object[error.start : error.end]
    return wrong.decode("cp1252", errors="replace"), error.end


codecs.register_error(_WINDOWS, _as_windows)


def sniff(head: bytes) -> str:
    """The encoding of the text these bytes begin."""
    for mark, name in _BOMS:
        if head.startswith(mark):
            return name
    if wide := _wide(head):
        return wide
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError as error:
        # One wrong byte in a long file in UTF-8 does not make another encoding of it.
        if len(head[: error.start].decode("utf-8")) < error.start:
            return "utf-8"
        best = from_bytes(head, cp_isolation=_LIKELY).best()
        return best.encoding if best else "cp1252"
    return "utf-8"


def decoded(head: bytes) -> str:
    """The text of a file's beginning, its last letter perhaps left out."""
    name = sniff(head)
    return codecs.getincrementaldecoder(name)(errors="replace").decode(head)


@contextmanager
def as_text(stream: BinaryIO, encoding: str) -> Iterator[io.TextIOWrapper]:
    """The stream as text with its line ends as they are; nothing in it is ever refused."""
    errors = _WINDOWS if encoding.startswith("utf-8") else "replace"
    text = io.TextIOWrapper(stream, encoding=encoding, errors=errors, newline="")
    try:
        yield text
    finally:
        text.detach()


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark, told by the zeros between plain letters."""
    part = head[:64]
    if len(part) < 4 or 0 not in part:
        return None
    if part[0] and not any(part[1::2]):
        return "utf-16-le"
    if not part[0] and part[1] and not any(part[::2]):
        return "utf-16-be"
    return None
