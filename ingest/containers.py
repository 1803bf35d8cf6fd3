"""Archives of files: zip, tar and what is compressed, opened one file after the other."""

import bz2
import gzip
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from clippings.errors import SourceError
from ingest.outcomes import Skipped
from ingest.streams import Bounds, guarded, rejoined, windable

_HEAD = 64 * 1024
_DEEPEST = 3
"""Archives inside archives: a page saved in a zip in a tar.gz is as far as people go."""
_MOST = 1_000_000
"""Files in one archive."""

_PACKED = {b"\x1f\x8b": "gzip", b"BZh": "bzip2", b"\xfd7zXZ\x00": "xz", b"\x28\xb5\x2f\xfd": "zstd"}
_FAILURES = (EOFError, OSError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, tarfile.TarError)
_OFFICE = ("[Content_Types].xml", "mimetype")
"""Names that make a zip archive one document of an office program."""
_BREAKS_OFF = "What stands before was read; get the file again to have the rest."


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read, under the name it is kept by."""

    name: str
    open: Callable[[], BinaryIO]
    """The stream of its bytes; `SourceError` if it cannot be had."""
    named: bool
    """Whether the user named this very file; otherwise a folder did, and it may be skipped."""
    once: bool = False
    """Whether it can be opened only once, as what is read from a pipe."""


def unpacked(
    source: Source, bounds: Bounds | None = None, depth: int = 0
) -> Iterator[Source | Skipped]:
    """The file itself or, if it is an archive, the files inside: `saved.zip/a.html`."""
    try:
        stream = source.open()
        head = _beginning(source, stream)
    except SourceError as error:
        yield from _failed(source, error)
        return
    kind, whole = _kind(head), rejoined(head, stream)
    if kind is None and source.once:
        yield replace(source, open=partial(_itself, whole))
        return
    with stream:
        if kind is None:
            stream.close()
            yield source
        elif depth == _DEEPEST:
            why = f"It lies in more than {_DEEPEST} archives in one another. Unpack them."
            yield Skipped(source.name, "too deep", why)
        else:
            yield from _inside(source, kind, whole, bounds, depth)


def _beginning(source: Source, stream: BinaryIO) -> bytes:
    try:
        return stream.read(_HEAD)
    except OSError as error:
        what = f"It cannot be read ({error.strerror or error})"
        remedy = "Check the file and the disk it lies on."
        raise SourceError(what, source.name, remedy, reason="unreadable") from error


def _inside(
    source: Source, kind: str, stream: BinaryIO, bounds: Bounds | None, depth: int
) -> Iterator[Source | Skipped]:
    """What lies in an archive; in one the user did not name, its damage is skipped and counted."""
    bounds = bounds or Bounds(source.name, _size(stream))
    try:
        for inner in _OPENERS[kind](source, stream, bounds):
            if bounds.broken:
                break
            if isinstance(inner, Skipped) or inner.name == source.name:
                yield inner
            else:
                yield from unpacked(inner, bounds, depth + 1)
    except _FAILURES as error:
        yield from _failed(source, _damaged(source.name, error))
    except SourceError as error:
        yield from _failed(source, error)


def _failed(source: Source, error: SourceError) -> Iterator[Skipped]:
    if source.named:
        raise error
    yield Skipped(source.name, error.reason, str(error))


def _damaged(name: str, error: Exception) -> SourceError:
    return SourceError(
        "The archive is damaged", name, f"It says: {error}. {_BREAKS_OFF}", reason="damaged"
    )


def _size(stream: BinaryIO) -> int | None:
    if not stream.seekable():
        return None
    size = stream.seek(0, 2)
    stream.seek(0)
    return size


def _kind(head: bytes) -> str | None:
    """What sort of archive begins so; None for a file that a reader reads as it is."""
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if head[257:262] == b"ustar":
        return "tar"
    return next((kind for mark, kind in _PACKED.items() if head.startswith(mark)), None)


def _zip(source: Source, stream: BinaryIO, bounds: Bounds) -> Iterator[Source | Skipped]:
    with windable(stream) as file, zipfile.ZipFile(file) as archive:
        members = [member for member in archive.infolist() if not member.is_dir()]
        _counted(source, len(members))
        if any(member.filename in _OFFICE for member in members):
            file.seek(0)
            yield replace(source, open=partial(_itself, file))
            return
        if not members:
            raise SourceError(
                "The archive holds no files",
                source.name,
                "Check that it is whole.",
                reason="no articles",
            )
        for member in sorted(members, key=lambda one: one.filename):
            name = f"{source.name}/{member.filename}"
            if _hidden(member.filename):
                continue
            if member.flag_bits & 1:
                yield Skipped(name, "encrypted", "It is encrypted. Unpack it with its password.")
            elif member.file_size == 0:
                yield Skipped(name, "empty", "The file is empty.")
            else:
                yield Source(name, partial(_member, archive, member, name, bounds), named=False)


def _member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, bounds: Bounds
) -> BinaryIO:
    try:
        return guarded(cast(BinaryIO, archive.open(member)), _FAILURES, bounds)
    except (*_FAILURES, NotImplementedError, RuntimeError) as error:
        remedy = f"It says: {error}. Unpack the archive with another program and add the folder."
        raise SourceError("It cannot be unpacked", name, remedy, reason="unreadable") from error


def _tar(source: Source, stream: BinaryIO, bounds: Bounds) -> Iterator[Source | Skipped]:
    with tarfile.open(fileobj=stream, mode="r|") as archive:
        for number, member in enumerate(archive, 1):
            _counted(source, number)
            # The list of all members would grow with the archive.
            archive.members = []  # type: ignore[attr-defined]
            if not member.isfile() or _hidden(member.name):
                continue
            name = f"{source.name}/{member.name}"
            if member.size == 0:
                yield Skipped(name, "empty", "The file is empty.")
            elif (held := archive.extractfile(member)) is not None:
                file = guarded(cast(BinaryIO, held), _FAILURES, bounds)
                yield Source(name, partial(_itself, file), named=False, once=True)


def _packed(
    opener: Callable[[BinaryIO], BinaryIO],
) -> Callable[[Source, BinaryIO, Bounds], Iterator[Source | Skipped]]:
    """An opener of one kind of compression: of a tar in it the files, else the one file in it."""

    def inside(source: Source, stream: BinaryIO, bounds: Bounds) -> Iterator[Source | Skipped]:
        plain = guarded(opener(stream), _FAILURES, bounds)
        head = plain.read(_HEAD)
        whole = rejoined(head, plain)
        if head[257:262] == b"ustar":
            yield from _tar(source, whole, bounds)
        else:
            yield replace(source, open=partial(_itself, whole))

    return inside


def _unzstd(stream: BinaryIO) -> BinaryIO:
    """What zstd packed, in however many frames: web archives have one a record."""
    # Only these files need it, and it takes long to load.
    import pyarrow as pa

    return cast(BinaryIO, pa.CompressedInputStream(pa.PythonFile(stream, mode="r"), "zstd"))


_OPENERS: dict[str, Callable[[Source, BinaryIO, Bounds], Iterator[Source | Skipped]]] = {
    "zip": _zip,
    "tar": _tar,
    "gzip": _packed(lambda stream: cast(BinaryIO, gzip.GzipFile(fileobj=stream))),
    "bzip2": _packed(lambda stream: cast(BinaryIO, bz2.BZ2File(stream))),
    "xz": _packed(lambda stream: cast(BinaryIO, lzma.LZMAFile(stream))),  # noqa: SIM115 -- closed by the guard
    "zstd": _packed(_unzstd),
}


def _itself(stream: BinaryIO) -> BinaryIO:
    return stream


def _hidden(name: str) -> bool:
    """Whether a file is one that systems leave behind, as those a folder hides."""
    parts = PurePosixPath(name).parts
    return any(part.startswith(".") and part not in (".", "..") for part in parts) or (
        "__MACOSX" in parts
    )


def _counted(source: Source, number: int) -> None:
    if number > _MOST:
        what = f"The archive holds more than {_MOST:,} files"
        raise SourceError(what, source.name, "Unpack it and add the folder.", reason="too large")
