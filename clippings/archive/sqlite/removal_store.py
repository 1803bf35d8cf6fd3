"""What the archive is asked of removed articles, answered from the one file."""

from collections.abc import Sequence

from clippings.archive.removals import Loss, Removal
from clippings.archive.sqlite import capturing, removing
from clippings.archive.sqlite.connections import Connections


class SqliteRemovals:
    """`KeptRemovals` over one archive file."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def lost(self, ids: Sequence[str]) -> Loss:
        """What the removal of these articles would take away."""
        with self._connections.reading() as connection:
            return removing.lost(connection, ids)

    def remove(self, ids: Sequence[str], *, because: str, who: str) -> int:
        """Delete these articles for good; the decision's number."""
        where = str(self._connections.path)
        # "undo": what is kept beside the archive, or at hand, is read anew where articles go.
        with self._connections.writing("undo") as (connection, number):
            return removing.remove(connection, number, ids, because, who, where)

    def removal(self, id: str) -> Removal | None:
        """How the article of that id was removed."""
        with self._connections.reading() as connection:
            return removing.removal(connection, id)

    def bare(self) -> int:
        """How many captures have no bytes any more."""
        with self._connections.reading() as connection:
            return capturing.bare(connection)

    def clean(self) -> bool:
        """Write the file anew, without the words of what was removed."""
        return removing.clean(self._connections)
