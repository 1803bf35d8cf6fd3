"""The sample archive: built from the texts and the plan that ship with the program, in its own file."""

import hashlib
import os
from pathlib import Path
from tempfile import TemporaryDirectory

from clippings import places
from clippings.archive import open_archive
from clippings.derive_copies import derive_copies
from clippings.derive_outlets import derive_outlets
from clippings.derive_topics import derive_topics
from clippings.errors import ArchiveError
from ingest.load import Load
from ingest.sample.pages import write_pages


def build_sample(path: Path) -> None:
    """Build the sample archive at this path, unless it stands there already, made of the same pages."""
    path = path.absolute()
    with TemporaryDirectory() as folder:
        pages = Path(folder) / "pages"
        write_pages(places.sample_sources(), pages)
        mark = f"demo {_digest(pages)}"
        if not _stands(path, mark):
            _build(path, pages, mark)


def _build(path: Path, pages: Path, mark: str) -> None:
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    load = Load(lambda: open_archive(part, write=True), mark, {})
    here = Path.cwd()
    try:
        # Sources are named from here, so that the archive is the same wherever it was built.
        os.chdir(pages.parent)
        load.run([pages.name])
    finally:
        os.chdir(here)
    if load.archive is None:
        raise ArchiveError(
            "The sample's texts are missing",
            str(places.sample_sources()),
            "Install the program again.",
        )
    derive_outlets(load.archive)
    derive_copies(load.archive)
    derive_outlets(load.archive)  # again: a copy may say whose the others are
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
    current = _is_current(path)
    # For writing: one made by an older version cannot be read as it is.
    with open_archive(path, write=not current) as archive:
        commands = {str(command) for command in archive.loads()["command"]}
    if mark in commands and current:
        return True
    if not all(command.startswith("demo ") for command in commands):
        raise ArchiveError(
            "An archive with other articles stands there",
            str(path),
            "Name another file with --build.",
        )
    return False


def _is_current(path: Path) -> bool:
    """Whether the file can be read as it is; one made by an older version lacks what is derived now."""
    try:
        open_archive(path).close()
    except ArchiveError:
        return False
    return True
