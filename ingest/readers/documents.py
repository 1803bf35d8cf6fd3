"""JSON documents as a stream of the objects in them, so that their size does not matter."""

from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

import ijson

from clippings.errors import SourceError
from ingest.readers.charsets import in_utf8

_PLAIN = ("string", "number", "boolean")
_OPENING = ("start_map", "start_array")
_CLOSING = ("end_map", "end_array")
_DEEPEST = 200
"""Objects in one another; whoever goes deeper means harm."""


def objects(
    name: str, stream: BinaryIO, wanted: Callable[[str], bool]
) -> Iterator[tuple[str, Any]]:
    """Each object at a path that is wanted ("items.item"), and the plain values at the top.

    `SourceError` where the document breaks off or is malformed; what stands before was given.
    """
    try:
        yield from _objects(ijson.basic_parse(in_utf8(stream), use_float=True), wanted)
    except (ijson.JSONError, ValueError, RecursionError) as error:
        what = "The JSON is malformed or breaks off"
        remedy = "What stands before was read; save the file again and add it once more."
        raise SourceError(what, name, remedy, reason="damaged") from error


def _objects(
    events: Iterator[tuple[str, Any]], wanted: Callable[[str], bool]
) -> Iterator[tuple[str, Any]]:
    path: list[str] = []
    for event, value in events:
        if event in _CLOSING:
            path.pop()
        elif event == "start_map" and wanted(place := ".".join(path)):
            built = _built(events)
            if isinstance(built, dict):
                yield place, built
        elif event == "map_key":
            path[-1] = value
        elif event in _OPENING:
            path.append("item")
            _check(len(path))
        elif event in _PLAIN and len(path) == 1 and not wanted(path[0]):
            yield path[0], value


def _built(events: Iterator[tuple[str, Any]]) -> Any:
    """The object whose beginning was just met."""
    builder, depth = ijson.ObjectBuilder(), 1
    builder.event("start_map", None)
    while depth:
        event, value = next(events, ("end", None))
        if event == "end":
            return None
        depth += (event in _OPENING) - (event in _CLOSING)
        _check(depth)
        builder.event(event, value)
    return builder.value


def _check(depth: int) -> None:
    if depth > _DEEPEST:
        raise ValueError("nested too deep")
