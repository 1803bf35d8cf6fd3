"""What the archive knows of some articles, read for a change and written back after it."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any

from clippings.archive import ASIDE, DECIDABLE, Derived
from clippings.archive.sqlite.current import CUT, Sighting, current
from clippings.archive.sqlite.decision_log import ORDER
from clippings.archive.sqlite.identity import url_key
from clippings.archive.sqlite.items import folded
from clippings.archive.sqlite.schema import NAMES


@dataclass(slots=True)
class State:
    """One article while a transaction changes it."""

    id: int
    public: str
    sightings: list[Sighting] = field(default_factory=list)
    versions: dict[str, int] = field(default_factory=dict)
    """Row numbers by digest."""
    derived: dict[int, dict[str, Derived]] = field(default_factory=dict)
    decided: dict[str, str | None] = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)
    """By field who decided it, when and why."""
    indexed: tuple[int, str | None] | None = None
    """The version and decided headline its index entry was made of; None: it has no entry."""
    text: str | None = None
    """The current text where it is already at hand."""

    @property
    def best(self) -> Sighting:
        """The sighting that is current."""
        return max(self.sightings, key=lambda sighting: sighting.order)

    @property
    def values(self) -> dict[str, Any]:
        """Every current value."""
        return current(self.sightings, self.derived, self.decided, self.said)

    @property
    def addresses(self) -> set[int]:
        """The keys of all addresses it was met at."""
        keys = (url_key(sighting.found.get("url")) for sighting in self.sightings)
        return {key for key in keys if key is not None}

    @property
    def loosely(self) -> bool:
        """Whether a headline alone may lead to it: undated, cut or a stub."""
        return self.best.rank <= CUT or self.values["day"] is None


def among(numbers: Iterable[int | str]) -> str:
    """The argument of `in (select value from json_each(?))`: any number of values in one."""
    return json.dumps(list(numbers))


IN = "in (select value from json_each(?))"


def read_states(connection: sqlite3.Connection, ids: Collection[int]) -> dict[int, State]:
    """The articles of those row numbers."""
    chosen = among(ids)
    states = {
        row: State(row, public, indexed=(version, headline))
        for row, public, version, headline in connection.execute(
            f"select id, public, version, headline from article where id {IN}", (chosen,)
        )
    }
    _read_sightings(connection, states, chosen)
    for row, article, digest in connection.execute(
        f"select id, article, digest from version where article {IN}", (chosen,)
    ):
        states[article].versions[digest] = row
    owner = {version: state for state in states.values() for version in state.versions.values()}
    for version, deriver, *rest in connection.execute(
        f"select version, deriver, value, confidence, basis, evidence from derived"
        f" where version {IN}",
        (among(owner),),
    ):
        owner[version].derived.setdefault(version, {})[deriver] = Derived(*rest)
    apply_decisions(connection, states.values())
    return states


def _read_sightings(
    connection: sqlite3.Connection, states: Mapping[int, State], chosen: str
) -> None:
    for article, found, *row in connection.execute(
        "select article, found, id, load, version, capture, captured, seen, rank"
        f" from sighting where article {IN}",
        (chosen,),
    ):
        states[article].sightings.append(Sighting(json.loads(found), *row))


def apply_decisions(connection: sqlite3.Connection, states: Iterable[State]) -> None:
    """Give each article the newest decision on each field that was not itself undone."""
    if not connection.execute("select 1 from decision limit 1").fetchone():
        return
    by_public = {state.public: state for state in states}
    undone = taken_back(connection)
    for public, number, name, new, undoes, *said in connection.execute(
        'select a.article, d.id, d.field, d.new, d.undoes, d.who, d."when", d.because'
        " from decision_article a"
        f" join decision d on d.id = a.decision where a.article {IN} order by {ORDER}",
        (among(by_public),),
    ):
        if undoes is None and number not in undone and name in (*DECIDABLE, ASIDE):
            by_public[public].decided[name] = new
            by_public[public].said[name] = _in_words(*said)


def _in_words(who: str | None, when: str, because: str | None) -> str:
    return f"decided by {who}, {when[:10]}: {because}"


def taken_back(connection: sqlite3.Connection) -> set[int]:
    """The decisions that a later one undoes; an undone undoing brings the first back."""
    undone: set[int] = set()
    for number, undoes in connection.execute(
        "select id, undoes from decision where undoes is not null order by id desc"
    ):
        if number not in undone:
            undone.add(undoes)
    return undone


class Names:
    """The row numbers of names, made where they are new; good for one transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known: dict[str, dict[str, int]] = defaultdict(dict)

    def number(self, table: str, name: str | None) -> int | None:
        """The number of that name in the table."""
        if name is None:
            return None
        known = self._known[table]
        if name not in known:
            found = self._connection.execute(f"select id from {table} where name = ?", (name,))
            row = (
                found.fetchone()
                or self._connection.execute(
                    f"insert into {table} (name) values (?) returning id", (name,)
                ).fetchone()
            )
            known[name] = row[0]
        return known[name]


_ROW = (
    "public", "url", "headline", "folded_headline", "site_id", "outlet_id", "section_id",
    "language_id", "source_id", "language_basis", "language_confidence", "origin_id",
    "origin_basis", "origin_confidence", "original", "original_day", "published",
    "published_precision", "day", "words", "comments", "captured", "cut", "stub", "aside", "versions",
    "version", "load", "changed",
)  # fmt: skip
_row = itemgetter(*_ROW)


def write_states(connection: sqlite3.Connection, number: int, states: Collection[State]) -> int:
    """Bring the rows and index entries of these articles up to what is known of them now.

    Their versions and sightings must be written already. How many show another text than before.
    """
    words = _words(connection, [state.best.version for state in states])
    names = Names(connection)
    rows, changed = [], []
    for state in states:
        values = state.values | {"public": state.public, "changed": number}
        values["words"] = words[values["version"]]
        values["folded_headline"] = values["headline"] and folded(values["headline"])
        for name in NAMES:
            values[f"{name}_id"] = names.number(name, values[name])
        rows.append((state.id, *_row(values)))
        if state.indexed != (values["version"], values["headline"]):
            changed.append(state)
    unindex(connection, [state.id for state in changed if state.indexed is not None])
    _drop_pairs(connection, changed)
    connection.executemany(
        f"insert or replace into article (id, {', '.join(_ROW)}) values (?{', ?' * len(_ROW)})",
        rows,
    )
    _index(connection, [state.id for state in changed])
    return len(changed)


def _drop_pairs(connection: sqlite3.Connection, states: Collection[State]) -> None:
    """Forget what the former texts of these articles shared with others."""
    chosen = [s.id for s in states if s.indexed is not None and s.indexed[0] != s.best.version]
    for column in ("article", "other") if chosen else ():
        connection.execute(f"delete from copy_pair where {column} {IN}", (among(chosen),))


def _words(connection: sqlite3.Connection, versions: Iterable[int]) -> dict[int, int]:
    return dict(
        connection.execute(f"select id, words from version where id {IN}", (among(versions),))
    )


def unindex(connection: sqlite3.Connection, ids: Collection[int]) -> None:
    """Take the entries of these articles out of the index, while their rows still stand."""
    connection.execute(
        "insert into article_fts (article_fts, rowid, headline, text)"
        f" select 'delete', id, headline, text from article_words where id {IN}",
        (among(ids),),
    )


def _index(connection: sqlite3.Connection, ids: Collection[int]) -> None:
    connection.execute(
        "insert into article_fts (rowid, headline, text)"
        f" select id, headline, text from article_words where id {IN}",
        (among(ids),),
    )
