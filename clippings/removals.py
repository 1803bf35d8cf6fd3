"""Articles removed for good: what is lost, in words, and everything else settled after it."""

from collections.abc import Sequence
from dataclasses import dataclass

from clippings.archive import Archive
from clippings.archive.removals import Loss
from clippings.derive_copies import derive_copies
from clippings.derive_outlets import derive_outlets
from clippings.derive_topics import settle
from clippings.errors import ArchiveError


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


def in_words(loss: Loss) -> str:
    """What a removal takes away, what stays, and that there is no way back."""
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
    said.append("It cannot be undone, and loading the same again does not bring it back.")
    return " ".join(said)


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}" + ("" if count == 1 else "s")


def _it(count: int) -> str:
    return "it" if count == 1 else "them"


def _stay(count: int) -> str:
    return "stays" if count == 1 else "stay"
