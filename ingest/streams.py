"""Streams of bytes put together: begun twice, wound back, kept within bounds."""

import io
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

from clippings.errors import SourceError

_AT_ONCE = 64 * 1024


GRACE = 64 * 2**20
"""Bytes that anything may unpack to."""
RATIO = 250
"""How many times its size an archive may unpack to: texts reach some fifty, bombs a thousand."""
TOTAL = 64 * 2**30
"""Bytes that nothing may pass."""


class Bounds:
    """How much an archive may unpack to; archives inside it share them."""

    def __init__(self, name: str, packed: int | None) -> None:
        self.name = name
        self.broken = False
        self._limit = TOTAL if packed is None else min(TOTAL, max(GRACE, RATIO * packed))
        self._taken = 0

    def take(self, count: int) -> None:
        """Count these bytes; `SourceError` if they are too many."""
        self._taken += count
        if self._taken > self._limit:
            self.broken = True
            what = f"It unpacks to more than {self._limit // 2**20:,} MB, as only a trap does"
            remedy = "If you trust it, unpack it and add the folder."
            raise SourceError(what, self.name, remedy, reason="too large")


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


class Guarded(io.RawIOBase):
    """A stream that ends where it is damaged and remembers why, and counts what it gives."""

    def __init__(
        self, stream: BinaryIO, failures: tuple[type[Exception], ...], bounds: Bounds
    ) -> None:
        self._rest = stream
        self._failures = failures
        self._bounds = bounds
        self.damaged: str | None = None
        """What was wrong, once it was met."""

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        """Fill the buffer, at most up to the damage."""
        if self.damaged is not None:
            return 0
        try:
            part = self._rest.read(len(buffer))
        except self._failures as error:
            self.damaged = str(error) or type(error).__name__
            return 0
        self._bounds.take(len(part))
        buffer[: len(part)] = part
        return len(part)

    def close(self) -> None:
        """Close what is read, too."""
        self._rest.close()
        super().close()


def guarded(stream: BinaryIO, failures: tuple[type[Exception], ...], bounds: Bounds) -> BinaryIO:
    """The stream, guarded and with a buffer."""
    raw = cast(io.RawIOBase, Guarded(stream, failures, bounds))
    return cast(BinaryIO, io.BufferedReader(raw, _AT_ONCE))


def damage(stream: object) -> str | None:
    """What a guarded stream met, however it was wrapped since."""
    while stream is not None:
        if isinstance(stream, Guarded) and stream.damaged is not None:
            return stream.damaged
        stream = getattr(stream, "raw", None) or getattr(stream, "_rest", None)
    return None


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
