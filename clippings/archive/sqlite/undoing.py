"""A load taken back: what only it brought goes, the rest falls back to what it was."""

import sqlite3

from clippings.archive.sqlite import copying
from clippings.archive.sqlite.awaiting import decided, let_wait
from clippings.archive.sqlite.capturing import drop_all_unseen
from clippings.archive.sqlite.current import STUB, article_from
from clippings.archive.sqlite.identity import keys
from clippings.archive.sqlite.recording import drop_records
from clippings.archive.sqlite.states import (
    IN,
    State,
    among,
    read_states,
    unindex,
    write_states,
)
from clippings.errors import ArchiveError

AT_ONCE = 2_000
"""Articles held in memory at a time."""


def undo_load(connection: sqlite3.Connection, number: int, load: int, where: str) -> dict[str, int]:
    """Take back one load; counts of the articles removed and of those that show an older text."""
    row = connection.execute("select state from load where id = ?", (load,)).fetchone()
    if row is None:
        raise ArchiveError(f"There is no load {load}", where, "See clippings loads.")
    if row[0] == "undone":
        raise ArchiveError(f"Load {load} was undone already", where, "See clippings loads.")
    met = [
        article
        for (article,) in connection.execute(
            "select distinct article from sighting where load = ? order by article", (load,)
        )
    ]
    counts = {"removed": 0, "restored": 0}
    for start in range(0, len(met), AT_ONCE):
        _take_back(connection, number, load, met[start : start + AT_ONCE], counts)
    drop_all_unseen(connection)
    drop_records(connection, load)
    connection.execute("update load set state = 'undone' where id = ?", (load,))
    return counts


def _take_back(
    connection: sqlite3.Connection, number: int, load: int, met: list[int], counts: dict[str, int]
) -> None:
    gone, left = [], []
    for state in read_states(connection, met).values():
        rank = state.best.rank
        state.sightings = [sighting for sighting in state.sightings if sighting.load != load]
        if state.sightings:
            left.append(state)
        else:
            gone.append(state.id)
            counts["removed"] += rank > STUB
    let_wait(connection, decided(connection, gone))
    connection.execute(f"delete from sighting where load = ? and article {IN}", (load, among(met)))
    remove(connection, gone)
    counts["restored"] += settle(connection, number, left)


def settle(connection: sqlite3.Connection, number: int, states: list[State]) -> int:
    """Write articles that lost sightings, without what only those showed; how many look different."""
    changed = write_states(connection, number, states)
    _drop_versions(connection, states)
    write_keys(connection, states)
    return changed


def remove(connection: sqlite3.Connection, articles: list[int]) -> None:
    """Delete articles with all that hangs on them, but what was decided of them."""
    unindex(connection, articles)
    copying.remove(connection, articles)
    chosen = (among(articles),)
    connection.execute(
        f"delete from derived where version in (select id from version where article {IN})", chosen
    )
    for table in ("version", "article_key", "topic_article", "topic_text"):
        connection.execute(f"delete from {table} where article {IN}", chosen)
    connection.execute(f"delete from article where id {IN}", chosen)


def _drop_versions(connection: sqlite3.Connection, states: list[State]) -> None:
    """Delete the versions that no sighting shows any more."""
    unseen = [
        version
        for state in states
        for version in set(state.versions.values()) - {s.version for s in state.sightings}
    ]
    connection.execute(f"delete from derived where version {IN}", (among(unseen),))
    connection.execute(f"delete from version where id {IN}", (among(unseen),))


def write_keys(connection: sqlite3.Connection, states: list[State]) -> None:
    """The keys that the remaining sightings give, and no others."""
    chosen = (among(state.id for state in states),)
    connection.execute(f"delete from article_key where article {IN}", chosen)
    versions = {
        row[0]: row[1:]
        for row in connection.execute(
            f"select id, headline, text from version where article {IN}", chosen
        )
    }
    connection.executemany(
        "insert or ignore into article_key values (?, ?)",
        [
            (key, state.id)
            for state in states
            for sighting in state.sightings
            for key in keys(article_from(sighting.found, *versions[sighting.version])).own
        ],
    )
