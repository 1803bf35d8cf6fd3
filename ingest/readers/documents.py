"""JSON documents as a stream of the objects in them, so that their size does not matter."""

from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

import ijson

from clippings.errors import SourceError
from ingest.readers.charsets import in_utf8

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
        for path, event, value in ijson.parse(in_utf8(stream), use_float=True):
            if builder is not None:
                builder.event(event, value)
                if event == "end_map" and path == start:
                    if isinstance(builder.value, dict):
                        yield path, builder.value
                    builder = None
            elif event == "start_map" and wanted(path):
                start, builder = path, ijson.ObjectBuilder()
                builder.event(event, value)
            elif event in _PLAIN and path and "." not in path and not wanted(path):
                yield path, value
    except (ijson.JSONError, ValueError, RecursionError) as error:
        what = "The JSON is malformed or breaks off"
        remedy = "What stands before was read; save the file again and add it once more."
        raise SourceError(what, name, remedy) from error
