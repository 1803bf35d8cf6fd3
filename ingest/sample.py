"""The sample archive: built from the pages that ship with the program, in a file of its own."""

import hashlib
import os
from pathlib import Path

from clippings import places
from clippings.archive import open_archive
from clippings.derive import derive_topics
from clippings.errors import ArchiveError
from ingest.load import Load


def build_sample(path: Path) -> None:
    """Build the sample archive at this path, unless it stands there already, made of the same pages."""
    path = path.absolute()
    pages = places.sample_sources() / "pages"
    mark = f"demo {_digest(pages)}"
    if _stands(path, mark):
        return
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    load = Load(lambda: open_archive(part, write=True), mark, {})
    here = Path.cwd()
    try:
        os.chdir(pages.parent)
        load.run(["pages"])
    finally:
        os.chdir(here)
    if load.archive is None:
        raise ArchiveError(
            "The sample's pages are missing", str(pages), "Install the program again."
        )
    derive_topics(load.archive)
    load.archive.close()
    part.replace(path)


def _digest(folder: Path) -> str:
    """A short name for what the pages say."""
    digest = hashlib.sha256()
    for file in sorted(folder.glob("*")):
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


def _stands(path: Path, mark: str) -> bool:
    """Whether the sample is there and up to date; an archive that holds more is never replaced."""
    if not path.exists():
        return False
    with open_archive(path) as archive:
        commands = {str(command) for command in archive.loads()["command"]}
    if mark in commands:
        return True
    if not all(command.startswith("demo ") for command in commands):
        raise ArchiveError(
            "An archive with other articles stands there",
            str(path),
            "Name another file with --build.",
        )
    return False
