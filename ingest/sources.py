"""What the user named, as a stream of files: files, folders, patterns, archives, standard input."""

import glob
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from clippings.errors import SourceError
from ingest.containers import Source, unpacked
from ingest.outcomes import Skipped

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_BUFFER = 1 << 20
"""Bytes read at a time: long lines are put together from fewer parts."""


def sources(path: str) -> Iterator[Source | Skipped]:
    """The files under what the user named, sorted; `SourceError` if it cannot be read at all.

    What is empty or cannot be read inside a folder or archive is a `Skipped`; named directly, an error.
    """
    for found in _matching(path):
        if isinstance(found, Skipped):
            yield found
        else:
            yield from unpacked(found)


def _matching(path: str) -> Iterator[Source | Skipped]:
    """The files a path means: as a pattern only if there is none of that very name."""
    if not glob.has_magic(path) or os.path.lexists(path):
        yield from _named(path)
        return
    paths = sorted(glob.glob(path, recursive=True))  # noqa: PTH207 -- a Path knows no `~` nor root
    if not paths:
        raise SourceError(
            "No file fits the pattern", path, "Check it, or name the files.", reason="missing"
        )
    for one in paths:
        yield from _named(one)


def _named(path: str) -> Iterator[Source | Skipped]:
    if _ADDRESS.match(path):
        remedy = "Save the page in your browser, or as a web archive, and add that file."
        raise SourceError(
            "It is an address, and nothing is fetched from the web", path, remedy, reason="address"
        )
    if path == "-":
        yield Source("-", lambda: sys.stdin.buffer, named=True, once=True)
        return
    try:
        folder = Path(path).is_dir()
        size = Path(path).stat().st_size
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    if folder:
        yield from _folder(Path(path))
    elif size == 0 and Path(path).is_file():
        remedy = "Save the page again and add it once more."
        raise SourceError("The file is empty", path, remedy, reason="empty")
    else:
        yield Source(path, lambda: _open(path), named=True)


def _folder(top: Path) -> Iterator[Source | Skipped]:
    try:
        os.scandir(top).close()
    except OSError as error:
        raise _unreadable(str(top), error) from error
    yield from _walk(top, frozenset())


def _walk(folder: Path, above: frozenset[tuple[int, int]]) -> Iterator[Source | Skipped]:
    """Everything in a folder by name; a link back to a folder we stand in is passed by."""
    try:
        state = folder.stat()
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield _skipped(str(folder), error)
        return
    here = above | {(state.st_dev, state.st_ino)}
    if len(here) == len(above):
        return
    for entry in entries:
        if not entry.name.startswith("."):
            yield from _entry(Path(entry.path), here)


def _entry(path: Path, above: frozenset[tuple[int, int]]) -> Iterator[Source | Skipped]:
    if path.is_dir():
        yield from _walk(path, above)
    elif not path.is_file():
        yield Skipped(str(path), "unreadable", "It is neither a file nor a folder.")
    elif path.stat().st_size == 0:
        yield Skipped(str(path), "empty", "The file is empty.")
    else:
        yield Source(str(path), lambda: _open(str(path)), named=False)


def _open(path: str) -> BinaryIO:
    try:
        return Path(path).open("rb", buffering=_BUFFER)
    except OSError as error:
        raise _unreadable(path, error) from error


def _skipped(where: str, error: OSError) -> Skipped:
    reason = _unreadable(where, error).reason
    return Skipped(where, reason, f"It cannot be opened: {error.strerror or error}.")


def _unreadable(path: str, error: Exception) -> SourceError:
    """The error for a path, by what the system says of it."""
    if isinstance(error, FileNotFoundError):
        what = "There is no such file or folder"
        return SourceError(what, path, "Check the path.", reason="missing")
    if isinstance(error, PermissionError):
        what = "There is no permission to read it"
        return SourceError(what, path, "Allow reading it.", reason="no permission")
    why = getattr(error, "strerror", None) or str(error)
    return SourceError(f"It cannot be opened ({why})", path, "Check the path.", reason="unreadable")
