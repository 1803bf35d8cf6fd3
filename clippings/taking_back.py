"""Any decision taken back, and everything that rests on decisions settled again."""

from clippings.archive import Archive
from clippings.derive_copies import regroup
from clippings.derive_outlets import derive_outlets
from clippings.derive_topics import settle


def take_back(archive: Archive, decision: int, *, who: str) -> int:
    """Take a decision back, whatever it is of; the number of the one that does so."""
    number = archive.decide([], "", None, because="taken back", who=who, undoes=decision)
    derive_outlets(archive)
    regroup(archive)
    settle(archive)
    return number
