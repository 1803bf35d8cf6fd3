"""Decisions handed from archive to archive: which article is meant, what is taken in, what waits."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence

from clippings.archive.copies import APART, TOGETHER
from clippings.archive.exchange import FIELDS, Handed, Line, Named, Refused, TakenIn
from clippings.archive.sqlite import conflicts, deciding
from clippings.archive.sqlite.connections import Connections
from clippings.archive.sqlite.current import article_from, as_json
from clippings.archive.sqlite.decision_log import ORDER
from clippings.archive.sqlite.identity import keys
from clippings.archive.sqlite.states import IN, among, read_states, write_states
from clippings.archive.topics import DECISIONS
from clippings.errors import ArchiveError

AT_ONCE = 2_000

# What was decided of removed articles alone has lost its words, and is handed on no more.
_HANDED_ON = f"""d.field {IN} and d.uid is not null and (
    exists (select 1 from decision_article a where a.decision = d.id
            and a.article not in (select article from removed))
    or exists (select 1 from decision_awaited w where w.decision = d.id)
    or not exists (select 1 from decision_article a where a.decision = d.id))"""
Keys = Mapping[str, Sequence[str]]


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
            _let_hold(connection, number, taking.affected)
            taking.told.conflicts = conflicts.found(connection, taking.first, taking.affected)
            return taking.told


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
        sought = [_signed(key) for kind in ("same", "url") for key in named.keys.get(kind, ())]
        row = self.connection.execute(
            f"select 1 from removed where article = ? union select 1 from removed_key where key {IN}",
            (named.id, among(sought)),
        )
        return row.fetchone() is not None

    def _error(self, what: str) -> ArchiveError:
        return ArchiveError(what, self.where, "Take in the file it was made in first.")


def find(connection: sqlite3.Connection, id: str, keys: Keys) -> str | None:
    """The article meant, if it is here and no other may be meant as well.

    Its very text says most, then its address, an id that came with it, and headline and day. An id that
    was minted from one of its keys says no more than the key: another archive may have met another
    article under that first.
    """
    kinds = {_signed(key): kind for kind in ("dated", "url", "same") for key in keys.get(kind, ())}
    carried = "" if any(id in some for some in keys.values()) else id
    shared: dict[str, set[str]] = {}
    addressed: set[str] = set()
    for public, url, key in connection.execute(
        "select a.public, a.url, k.key from article_key k join article a on a.id = k.article"
        f" where k.key {IN} union all select public, url, null from article where public = ?",
        (among(kinds), carried),
    ):
        shared.setdefault(public, set()).add(kinds.get(key, "id"))
        if url is not None and keys.get("url"):
            addressed.add(public)
    foreign = {_signed(key) for key in keys.get("apart", ())} - kinds.keys()
    ranked = sorted(
        (tuple(kind in by for kind in ("same", "url", "id", "dated")), public)
        for public, by in shared.items()
        if ("same" in by or not _has_any(connection, public, foreign))
        and (public not in addressed or by & {"same", "url", "id"})
    )
    if not ranked or (len(ranked) > 1 and ranked[-1][0] == ranked[-2][0]):
        return None
    return ranked[-1][1]


def _has_any(connection: sqlite3.Connection, public: str, keys: Iterable[int]) -> bool:
    row = connection.execute(
        "select 1 from article_key k join article a on a.id = k.article"
        f" where a.public = ? and k.key {IN}",
        (public, among(keys)),
    ).fetchone()
    return row is not None


def _signed(key: str) -> int:
    return int.from_bytes(bytes.fromhex(key), "big", signed=True)


def _let_hold(connection: sqlite3.Connection, number: int, publics: Iterable[str]) -> None:
    rows = [
        row
        for (row,) in connection.execute(
            f"select id from article where public {IN} order by id", (among(publics),)
        )
    ]
    for start in range(0, len(rows), AT_ONCE):
        states = read_states(connection, rows[start : start + AT_ONCE])
        write_states(connection, number, list(states.values()))


def arrived(connection: sqlite3.Connection, number: int) -> None:
    """Let what was decided elsewhere hold for the articles that have come since."""
    awaited = connection.execute("select distinct id, keys from decision_awaited").fetchall()
    come: set[str] = set()
    for id, told in awaited:
        public = find(connection, id, json.loads(told))
        if public is None:
            continue
        connection.execute(
            "insert or ignore into decision_article (article, decision, old)"
            " select ?, decision, old from decision_awaited where id = ? and keys = ?",
            (public, id, told),
        )
        connection.execute("delete from decision_awaited where id = ? and keys = ?", (id, told))
        come.add(public)
    _let_hold(connection, number, come)


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
        yield from _named_here(connection, [id for id in here if id not in told])
        told.update(here)
        for id, old, kept in connection.execute(
            "select id, old, keys from decision_awaited where decision = ? order by id, keys",
            (number,),
        ).fetchall():
            name = f"{id}~{number}.{len(here)}"
            yield Named(name, id, json.loads(kept))
            here[name] = old
        yield Line(*(*said, here))


def _named_here(connection: sqlite3.Connection, ids: Sequence[str]) -> Iterator[Named]:
    """These articles, as far as they are here; of the others the id must do."""
    for start in range(0, len(ids), AT_ONCE):
        rows = dict(
            connection.execute(
                f"select id, public from article where public {IN} order by public",
                (among(ids[start : start + AT_ONCE]),),
            )
        )
        own = _keys_of(connection, rows)
        twins = _twins(connection, own)
        others = _keys_of(connection, {one for some in twins.values() for one in some})
        headlines = dict(
            connection.execute(
                "select a.id, coalesce(a.headline, v.headline) from article a"
                f" join version v on v.id = a.version where a.id {IN}",
                (among(rows),),
            )
        )
        for row, public in rows.items():
            apart = {key for twin in twins.get(row, ()) for key in others[twin]["same"]}
            told = own[row] | {"apart": apart - own[row]["same"]}
            shown = {kind: tuple(sorted(some)) for kind, some in told.items() if some}
            yield Named(public, public, shown, headlines[row])


def _keys_of(connection: sqlite3.Connection, rows: Iterable[int]) -> dict[int, dict[str, set[str]]]:
    """By kind all that these articles are found by."""
    found: dict[int, dict[str, set[str]]] = {}
    states = read_states(connection, list(rows))
    versions = {
        number: said
        for number, *said in connection.execute(
            f"select id, headline, text from version where article {IN}", (among(states),)
        )
    }
    for row, state in states.items():
        mine = found[row] = {"same": set(), "url": set(), "dated": set()}
        for sighting in state.sightings:
            known = keys(article_from(sighting.found, *versions[sighting.version]))
            for kind, key in (("same", known.same), ("url", known.url), ("dated", known.dated)):
                if key is not None:
                    mine[kind].add(f"{key & 0xFFFF_FFFF_FFFF_FFFF:016x}")
    return found


def _twins(
    connection: sqlite3.Connection, own: Mapping[int, Mapping[str, set[str]]]
) -> dict[int, set[int]]:
    """Of each article the others that share its address, or its headline and day."""
    twins: dict[int, set[int]] = {}
    for row, known in own.items():
        sought = [_signed(key) for kind in ("url", "dated") for key in known[kind]]
        found = connection.execute(
            f"select distinct article from article_key where key {IN} and article != ? limit 20",
            (among(sought), row),
        )
        twins[row] = {other for (other,) in found}
    return twins
