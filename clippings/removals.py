"""Articles removed for good: what is lost, in words, and everything else settled after it."""

from collections.abc import Sequence
from dataclasses import dataclass

from clippings.archive import Archive
from clippings.archive.removals import Loss
from clippings.derive_copies import derive_copies
from clippings.derive_outlets import derive_outlets
from clippings.derive_topics import settle
from clippings.errors import ArchiveError

_LARGE = 500_000_000
_MINUTES_A_GIGABYTE = 0.3
"""Of an idle machine, by the time of a core (`python -m benchmarks.million --remove`) and of the disk."""


@dataclass(frozen=True, slots=True)
class Removed:
    """What came of a removal."""

    decision: int
    left: str | None
    """Why words may still stand in unused parts of the file, and what to do; None: they do not."""


def remove(archive: Archive, ids: Sequence[str], *, because: str, who: str) -> Removed:
    """Remove these articles for good, from the very file, too."""
    ids = list(dict.fromkeys(ids))
    number = archive.removals.remove(ids, because=because, who=who)
    derive_outlets(archive)
    if archive.copies.version() is not None:  # else it was put off, and takes as long as a load
        derive_copies(archive)
    settle(archive)
    return Removed(number, _cleaned(archive))


def _cleaned(archive: Archive) -> str | None:
    """Take the words out of the file; why that must be done once more, if it must."""
    try:
        if archive.removals.clean():
            return None
        why = "Another process is reading the archive."
    except ArchiveError as error:
        why = str(error)
    return (
        f"{why} Words of what was removed may still stand in unused parts of the file;"
        " clippings rebuild takes them out."
    )


def in_words(loss: Loss, size: int) -> str:
    """What a removal takes away, what stays, how long that lasts in a file of so many bytes, and that
    there is no way back."""
    said = [
        f"This deletes {_many(loss.articles, 'article')}"
        f" with {_many(loss.versions, 'version')} of the text"
        + (
            f" and {_many(loss.captures, 'page')} kept that"
            f" {'it was' if loss.articles == 1 else 'they were'} read from."
            if loss.captures
            else "."
        )
    ]
    if loss.beside:
        said.append(
            f"{_many(loss.beside, 'other article')} read from the same"
            f" {'page' if loss.captures == 1 else 'pages'} {_stay(loss.beside)} as"
            f" {_it(loss.beside)} {'is' if loss.beside == 1 else 'are'}, but cannot be read anew."
        )
    if loss.alike:
        said.append(f"{_many(loss.alike, 'other article')} with the same text {_stay(loss.alike)}.")
    if size >= _LARGE:
        minutes = max(1, round(size * _MINUTES_A_GIGABYTE / 1e9))
        said.append(
            f"The file of {size / 1e9:.1f} GB is then written anew, which takes"
            f" {_many(minutes, 'minute')} or more and meanwhile room for two more of its size."
        )
    said.append("It cannot be undone, and loading the same again does not bring it back.")
    return " ".join(said)


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}" + ("" if count == 1 else "s")


def _it(count: int) -> str:
    return "it" if count == 1 else "them"


def _stay(count: int) -> str:
    return "stays" if count == 1 else "stay"
