"""Decisions handed from archive to archive: what is handed on, what is taken in."""

import json
import sqlite3
from collections.abc import Iterable, Iterator

from clippings.archive.copies import APART, TOGETHER
from clippings.archive.exchange import FIELDS, Handed, Line, Named, Refused, TakenIn
from clippings.archive.sqlite import conflicts, deciding
from clippings.archive.sqlite.awaiting import arrived, find, let_hold, named_here, signed
from clippings.archive.sqlite.connections import Connections
from clippings.archive.sqlite.current import as_json
from clippings.archive.sqlite.decision_log import ORDER
from clippings.archive.sqlite.states import IN, among
from clippings.archive.topics import DECISIONS
from clippings.errors import ArchiveError

# What was decided of removed articles alone has lost its words, and is handed on no more.
_HANDED_ON = f"""d.field {IN} and d.uid is not null and (
    exists (select 1 from decision_article a where a.decision = d.id
            and a.article not in (select article from removed))
    or exists (select 1 from decision_awaited w where w.decision = d.id)
    or not exists (select 1 from decision_article a where a.decision = d.id))"""


class SqliteExchange:
    """The log of one archive file, handed on and taken in."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def lines(self) -> Iterator[Named | Line]:
        """Every decision that is exchanged, oldest first, each article before it is spoken of."""
        with self._connections.reading() as connection:
            yield from _lines(connection)

    def left_out(self) -> int:
        """How many lines of the log are of other kinds."""
        with self._connections.reading() as connection:
            (count,) = connection.execute(
                f"select count(*) from decision d where not ({_HANDED_ON})", (among(FIELDS),)
            ).fetchone()
            return int(count)

    def take_in(self, handed: Iterable[Handed]) -> TakenIn:
        """Add what is not known yet, in one transaction, and let it hold."""
        with self._connections.writing("decide") as (connection, number):
            taking = _Taking(connection, str(self._connections.path))
            for part in handed:
                taking.take(part)
            let_hold(connection, number, taking.affected)
            taking.told.conflicts = conflicts.found(connection, taking.first, taking.affected)
            return taking.told

    def look_again(self) -> list[int]:
        """Let decisions hold whose articles have come since; their numbers."""
        with self._connections.writing("decide") as (connection, number):
            return arrived(connection, number)


class _Taking:
    """A file on its way into the log."""

    def __init__(self, connection: sqlite3.Connection, where: str) -> None:
        self.connection, self.where = connection, where
        self.told = TakenIn()
        self.affected: set[str] = set()
        (self.first,) = connection.execute("select ifnull(max(id), 0) + 1 from decision").fetchone()
        self._named: dict[str, Named] = {}
        self._found: dict[str, str | None] = {}
        self._waiting: set[str] = set()

    def take(self, part: Handed) -> None:
        """One line: all of it, or nothing and a reason."""
        if isinstance(part.item, Named):
            self._named[part.item.name] = part.item
            self._found.pop(part.item.name, None)
            return
        try:
            self._take(part.item, part.via)
        except ArchiveError as error:
            self.told.refused.append(Refused(part.at, error.what))

    def _take(self, line: Line, via: str) -> None:
        if self._number(line.uid) is not None:
            self.told.known += 1
            return
        undoes = self._undone(line)
        decision = deciding.Decision(
            tuple(line.articles), line.field, line.new, line.because, line.who, undoes
        )
        if line.field not in DECISIONS:  # what those say is checked where the file is read
            decision = deciding.checked(decision, self.where)
        here = {name: self._find(name) for name in line.articles}
        here = {name: one for name, one in here.items() if one or not self._was_removed(name)}
        if line.articles and not here:
            raise self._error("It speaks only of what was removed here for good")
        if line.field in (TOGETHER, APART) and len({*here.values()} - {None}) < len(
            [one for one in here.values() if one]
        ):
            raise self._error("Both are one article in this archive")
        (number,) = self.connection.execute(
            'insert into decision ("when", who, field, new, because, undoes, uid, via)'
            " values (?, ?, ?, ?, ?, ?, ?, ?) returning id",
            (line.when, line.who, line.field, decision.new, line.because, undoes, line.uid, via),
        ).fetchone()
        for name, one in here.items():
            self._say(number, name, one, line.articles[name])
        self.told.taken += 1

    def _say(self, number: int, name: str, here: str | None, old: str | None) -> None:
        """Let the decision speak of the article, now or when it comes."""
        if here is not None:
            self.connection.execute(
                "insert or ignore into decision_article (article, decision, old) values (?, ?, ?)",
                (here, number, old),
            )
            self.affected.add(here)
            return
        named = self._called(name)
        self.connection.execute(
            "insert or ignore into decision_awaited (decision, id, old, keys) values (?, ?, ?, ?)",
            (number, named.id, old, as_json(named.keys)),
        )
        if name not in self._waiting:
            self._waiting.add(name)
            self.told.waiting.append(named.headline or named.id)

    def _undone(self, line: Line) -> int | None:
        if line.undoes is None:
            return None
        number = self._number(line.undoes)
        if number is None:
            raise self._error("It takes back a decision that is not here")
        (field,) = self.connection.execute(
            "select field from decision where id = ?", (number,)
        ).fetchone()
        if field != line.field:
            raise self._error("It takes back a decision of another kind")
        self.affected.update(
            public
            for (public,) in self.connection.execute(
                "select article from decision_article where decision = ?", (number,)
            )
        )
        return number

    def _number(self, uid: str) -> int | None:
        row = self.connection.execute("select id from decision where uid = ?", (uid,)).fetchone()
        return None if row is None else int(row[0])

    def _called(self, name: str) -> Named:
        return self._named.get(name) or Named(name, name.partition("~")[0], {})

    def _find(self, name: str) -> str | None:
        if name not in self._found:
            named = self._called(name)
            self._found[name] = find(self.connection, named.id, named.keys)
        return self._found[name]

    def _was_removed(self, name: str) -> bool:
        named = self._called(name)
        sought = [signed(key) for kind in ("same", "url") for key in named.keys.get(kind, ())]
        row = self.connection.execute(
            f"select 1 from removed where article = ? union select 1 from removed_key where key {IN}",
            (named.id, among(sought)),
        )
        return row.fetchone() is not None

    def _error(self, what: str) -> ArchiveError:
        return ArchiveError(what, self.where, "Take in the file it was made in first.")


def _lines(connection: sqlite3.Connection) -> Iterator[Named | Line]:
    told: set[str] = set()
    decisions = connection.execute(
        f'select d.id, d.uid, d."when", d.who, d.field, d.new, d.because, u.uid from decision d'
        f" left join decision u on u.id = d.undoes where {_HANDED_ON} order by {ORDER}",
        (among(FIELDS),),
    ).fetchall()
    for number, *said in decisions:
        here = dict(
            connection.execute(
                "select article, old from decision_article where decision = ?"
                " and article not in (select article from removed) order by article",
                (number,),
            )
        )
        yield from named_here(connection, [id for id in here if id not in told])
        told.update(here)
        for id, old, kept in connection.execute(
            "select id, old, keys from decision_awaited where decision = ? order by id, keys",
            (number,),
        ).fetchall():
            name = f"{id}~{number}.{len(here)}"
            yield Named(name, id, json.loads(kept))
            here[name] = old
        yield Line(*(*said, here))
