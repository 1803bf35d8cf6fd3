"""Any decision taken back, and everything that rests on decisions settled again."""

from clippings.archive import Archive
from clippings.derive_copies import regroup
from clippings.derive_outlets import derive_outlets
from clippings.derive_topics import settle


def take_back(archive: Archive, decision: int, *, who: str) -> int:
    """Take a decision back, whatever it is of; the number of the one that does so."""
    number = archive.decide([], "", None, because="taken back", who=who, undoes=decision)
    let_hold(archive)
    return number


def let_hold(archive: Archive) -> None:
    """Settle everything that rests on decisions."""
    derive_outlets(archive)
    regroup(archive)
    settle(archive)
