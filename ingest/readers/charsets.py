"""Bytes of any encoding to text: for files that do not say what they are written in."""

import codecs
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from charset_normalizer import from_bytes

from ingest.streams import rejoined

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
_AT_ONCE = 64 * 1024
_DECLARED = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})[\"']")
_CONTROLS = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFEFF, 0xFFFE, 0xFFFF])


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
    text = io.TextIOWrapper(stream, encoding, _errors(encoding), newline="")
    try:
        yield text
    finally:
        text.detach()


def _errors(encoding: str) -> str:
    return _WINDOWS if encoding.startswith("utf") and "8" in encoding else "replace"


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


class _Recoded:
    """A stream of text as UTF-8, whatever it was, without its mark and without control characters."""

    def __init__(self, stream: BinaryIO, encoding: str) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(encoding)(_errors(encoding))

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        wanted = _AT_ONCE if size < 0 else size // 4 or 1
        # Parsers ask for nothing to see of what kind it is; an empty answer otherwise is the end.
        while size and (part := self._stream.read(wanted)):
            plain = self._decoder.decode(part).translate(_CONTROLS)
            if plain:
                return plain.encode("utf-8", errors="replace")
        return (
            self._decoder.decode(b"", final=True).encode("utf-8", errors="replace") if size else b""
        )


def in_utf8(stream: BinaryIO) -> _Recoded:
    """The stream as UTF-8: what an XML declaration says of its encoding counts before the look of it."""
    head = stream.read(_AT_ONCE)
    declared = _DECLARED.match(head)
    encoding = declared[1].decode("ascii") if declared else sniff(head)
    try:
        # A file that is UTF-8 in truth is often declared as something else, rarely the other way.
        encoding = "utf-8-sig" if sniff(head).startswith("utf-8") else codecs.lookup(encoding).name
    except LookupError:
        encoding = sniff(head)
    return _Recoded(rejoined(head, stream), encoding)
