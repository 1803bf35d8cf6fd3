"""Streams of bytes put together: begun twice, wound back, kept within bounds."""

import io
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

_AT_ONCE = 64 * 1024


class _Rejoined(io.RawIOBase):
    """A stream whose beginning was read already, from its beginning."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = memoryview(head)
        self._rest = rest

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        """Fill the buffer from the beginning first, then from the rest."""
        part: bytes | memoryview = self._head[: len(buffer)]
        self._head = self._head[len(part) :]
        if not part:
            part = self._rest.read(len(buffer))
        buffer[: len(part)] = part
        return len(part)


def rejoined(head: bytes, stream: BinaryIO) -> BinaryIO:
    """The stream from its beginning, of which the head was read already."""
    if stream.seekable():
        stream.seek(0)
        return stream
    raw = cast(io.RawIOBase, _Rejoined(head, stream))
    return cast(BinaryIO, io.BufferedReader(raw, _AT_ONCE))


@contextmanager
def windable(stream: BinaryIO) -> Iterator[BinaryIO]:
    """The stream, or a copy of it on disk if it cannot be wound back: some formats begin at the end."""
    if stream.seekable():
        yield stream
        return
    with tempfile.TemporaryFile() as spooled:
        shutil.copyfileobj(stream, spooled)
        spooled.seek(0)
        yield cast(BinaryIO, spooled)
