"""The names of outlets as found, and the usual names they are counted under."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence

from clippings.archive.outlets import EDIT, Edit, KnownAs, Met
from clippings.archive.sqlite.connections import Connections
from clippings.archive.sqlite.decision_log import ORDER
from clippings.archive.sqlite.states import IN, among, taken_back

_MET = """
    select outlet.name, site.name, language.name, origin.name, articles from
      (select outlet_id, site_id, language_id, origin_id, sum(stub = 0) as articles
       from article group by 1, 2, 3, 4) met
    left join outlet on outlet.id = met.outlet_id
    left join site on site.id = met.site_id
    left join language on language.id = met.language_id
    left join origin on origin.id = met.origin_id
    order by 1, 2, 3, 4
"""
"""Grouped by numbers: a million names take longer to sort."""


class SqliteOutlets:
    """The names kept in one archive file."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def met(self) -> list[Met]:
        """Every combination of names as found that occurs."""
        with self._connections.reading() as connection:
            return [Met(*row) for row in connection.execute(_MET)]

    def edits(self) -> list[Edit]:
        """The edits that hold, oldest first."""
        with self._connections.reading() as connection:
            undone = taken_back(connection)
            rows = connection.execute(
                'select id, "when", new, because from decision d'
                f" where field = ? and undoes is null order by {ORDER}",
                (EDIT,),
            ).fetchall()
        told = [(row, json.loads(row[2])) for row in rows if row[0] not in undone]
        return [
            Edit(number, when, new["do"], new["outlet"], new["value"], because or "")
            for (number, when, _, because), new in told
        ]

    def known_as(self) -> list[KnownAs]:
        """Every name that is counted under another."""
        with self._connections.reading() as connection:
            return known_as(connection)

    def save(self, names: Sequence[KnownAs]) -> bool:
        """Replace them; whether that changed anything."""
        wanted, known = sorted(names, key=lambda one: one.name), self.known_as()
        if wanted == known:
            return False
        with self._connections.writing("names") as (connection, number):
            _touch(connection, number, {*_joins(wanted)} ^ {*_joins(known)})
            connection.execute("delete from known_as")
            connection.executemany(
                "insert into known_as values (?, ?, ?, ?, ?)",
                [(o.name, o.outlet, o.basis, o.evidence, o.confidence) for o in wanted],
            )
        return True


def _joins(names: Iterable[KnownAs]) -> Iterator[tuple[str, str]]:
    return ((one.name, one.outlet) for one in names)


def _touch(connection: sqlite3.Connection, number: int, joins: Collection[tuple[str, str]]) -> None:
    """Let the groups be made anew that bear a name newly joined or no longer: which of the copies is
    nearest to the origin, and what they say of it, rests on the usual names."""
    chosen = among(name for name, _ in joins)
    bearing = " or ".join(
        f"{table}_id in (select id from {table} where name {IN})" for table in ("outlet", "origin")
    )
    connection.execute(
        f"update article set changed = ? where id in (select article from copy_member) and ({bearing})",
        (number, chosen, chosen),
    )


def known_as(connection: sqlite3.Connection) -> list[KnownAs]:
    """Every name that is counted under another, by name."""
    rows = connection.execute(
        "select name, outlet, basis, evidence, confidence from known_as order by name"
    )
    return [KnownAs(*row) for row in rows]


def usual_names(connection: sqlite3.Connection) -> dict[str, str]:
    """The usual name by each other name."""
    return dict(connection.execute("select name, outlet from known_as"))
