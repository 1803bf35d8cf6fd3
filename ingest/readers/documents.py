"""JSON documents as a stream of the objects in them, so that their size does not matter."""

from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

import ijson

from clippings.errors import SourceError
from ingest.readers.charsets import as_text, sniff
from ingest.streams import rejoined

_AT_ONCE = 64 * 1024
_PLAIN = ("string", "number", "boolean")


def objects(
    name: str, stream: BinaryIO, wanted: Callable[[str], bool]
) -> Iterator[tuple[str, Any]]:
    """Each object at a path that is wanted ("items.item"), and the plain values at the top.

    `SourceError` where the document breaks off or is malformed; what stands before was given.
    """
    builder: ijson.ObjectBuilder | None = None
    start = ""
    try:
        for path, event, value in ijson.parse(_in_utf8(stream), use_float=True):
            if builder is not None:
                builder.event(event, value)
                if event == "end_map" and path == start:
                    yield path, builder.value
                    builder = None
            elif event == "start_map" and wanted(path):
                start, builder = path, ijson.ObjectBuilder()
                builder.event(event, value)
            elif event in _PLAIN and path and "." not in path:
                yield path, value
    except (ijson.JSONError, ValueError, RecursionError) as error:
        what = "The JSON is malformed or breaks off"
        remedy = "What stands before was read; save the file again and add it once more."
        raise SourceError(what, name, remedy) from error


class _Recoded:
    """A stream of text as UTF-8, whatever it was, without its mark."""

    def __init__(self, stream: BinaryIO, encoding: str) -> None:
        self._text = as_text(stream, encoding)
        self._open = self._text.__enter__()

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        wanted = _AT_ONCE if size < 0 else max(1, size // 4)
        return self._open.read(wanted).encode("utf-8", errors="replace")


def _in_utf8(stream: BinaryIO) -> Any:
    head = stream.read(_AT_ONCE)
    return _Recoded(rejoined(head, stream), sniff(head))
