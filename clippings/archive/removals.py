"""What an archive knows of articles that were removed for good, in the archive's own words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

REMOVED = "removed"
"""The field under which the log keeps that articles were removed for good; it cannot be undone."""


@dataclass(frozen=True, slots=True)
class Removal:
    """The line that the log keeps of a removal."""

    decision: int
    when: str
    who: str
    because: str


@dataclass(frozen=True, slots=True)
class Loss:
    """What goes with some articles, and what stays though it hangs together with them."""

    articles: int
    versions: int
    captures: int
    """Pages as they came whose bytes go."""
    beside: int
    """Other articles read from these pages: they stay as they are, but cannot be read anew."""
    alike: int
    """Other articles with the same text: they stay."""


class KeptRemovals(Protocol):
    """Articles removed for good: nothing of them is left but the log's line and marks without words, by
    which they are known should they be loaded again."""

    def lost(self, ids: Sequence[str]) -> Loss:
        """What the removal of these articles would take away."""
        ...

    def remove(self, ids: Sequence[str], *, because: str, who: str) -> int:
        """Delete these articles with their versions, captures and all that was concluded of them; the
        decision's number. What is deleted is out of the file itself only after `clean`."""
        ...

    def removal(self, id: str) -> Removal | None:
        """How the article of that id was removed; None if it was not."""
        ...

    def bare(self) -> int:
        """How many captures have no bytes any more, so that nothing can be read from them anew."""
        ...

    def clean(self) -> bool:
        """Write the file anew, without the words of what was removed, where that is still to be done;
        False if another process was reading, so that it must be done once more."""
        ...
