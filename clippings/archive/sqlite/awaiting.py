"""Decisions on articles that are not here: by which keys these are known when they come, or come again."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence

from clippings.archive.exchange import FIELDS, Named
from clippings.archive.sqlite.current import article_from, as_json
from clippings.archive.sqlite.identity import keys
from clippings.archive.sqlite.states import IN, among, read_states, taken_back, write_states

AT_ONCE = 2_000
Keys = Mapping[str, Sequence[str]]


def find(connection: sqlite3.Connection, id: str, keys: Keys) -> str | None:
    """The article meant, if it is here and no other may be meant as well.

    Its very text says most, then its address, an id that came with it, and headline and day. An id that
    was minted from one of its keys, if only its headline, says no more than the key: another archive
    may have met another article under that first.
    """
    kinds = {signed(key): kind for kind in ("dated", "url", "same") for key in keys.get(kind, ())}
    carried = "" if any(id in some for some in keys.values()) else id
    shared: dict[str, set[str]] = {}
    addressed: set[str] = set()
    for public, url, key in connection.execute(
        "select a.public, a.url, k.key from article_key k join article a on a.id = k.article"
        f" where k.key {IN} union all select public, url, null from article where public = ?"
        " and not exists (select 1 from article_key k where k.article = article.id and k.key = ?)",
        (among(kinds), carried, signed(id)),
    ):
        shared.setdefault(public, set()).add(kinds.get(key, "id"))
        if url is not None and keys.get("url"):
            addressed.add(public)
    foreign = {signed(key) for key in keys.get("apart", ())} - kinds.keys()
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


def signed(key: str) -> int:
    """A key as it stands in the tables."""
    return int.from_bytes(bytes.fromhex(key), "big", signed=True)


def let_hold(connection: sqlite3.Connection, number: int, publics: Iterable[str]) -> None:
    """Bring the values of these articles up to what is decided of them."""
    rows = [
        row
        for (row,) in connection.execute(
            f"select id from article where public {IN} order by id", (among(publics),)
        )
    ]
    for start in range(0, len(rows), AT_ONCE):
        states = read_states(connection, rows[start : start + AT_ONCE])
        write_states(connection, number, list(states.values()))


def arrived(connection: sqlite3.Connection, number: int) -> list[int]:
    """Let what was decided of articles to come hold for those that have come since; the numbers of the
    decisions that took effect by it."""
    awaited = connection.execute("select distinct id, keys from decision_awaited").fetchall()
    come: set[str] = set()
    took: set[int] = set()
    for id, told in awaited:
        public = find(connection, id, json.loads(told))
        if public is None:
            continue
        took.update(
            decision
            for (decision,) in connection.execute(
                "select decision from decision_awaited join decision on decision.id = decision"
                " where decision_awaited.id = ? and keys = ? and undoes is null",
                (id, told),
            )
        )
        connection.execute(
            "insert or ignore into decision_article (article, decision, old)"
            " select ?, decision, old from decision_awaited where id = ? and keys = ?",
            (public, id, told),
        )
        connection.execute("delete from decision_awaited where id = ? and keys = ?", (id, told))
        come.add(public)
    let_hold(connection, number, come)
    return sorted(took - taken_back(connection)) if took else []


def decided(connection: sqlite3.Connection, articles: Iterable[int]) -> list[Named]:
    """Those of these articles of which something is decided, with all that they are found by."""
    rows = connection.execute(
        "select distinct a.public from article a join decision_article d on d.article = a.public"
        f" join decision on decision.id = d.decision where a.id {IN} and field {IN} order by a.public",
        (among(articles), among(FIELDS)),
    )
    return list(named_here(connection, [public for (public,) in rows]))


def let_wait(connection: sqlite3.Connection, gone: Iterable[Named]) -> None:
    """Let what was decided of these articles wait: they may come again under other ids, and others
    may get theirs."""
    for one in gone:
        connection.execute(
            "insert or ignore into decision_awaited (decision, id, old, keys)"
            " select decision, article, old, ? from decision_article"
            f" join decision on decision.id = decision where article = ? and field {IN}",
            (as_json(one.keys), one.id, among(FIELDS)),
        )
        connection.execute(
            "delete from decision_article where article = ?"
            f" and decision in (select id from decision where field {IN})",
            (one.id, among(FIELDS)),
        )


def named_here(connection: sqlite3.Connection, ids: Sequence[str]) -> Iterator[Named]:
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
        sought = [signed(key) for kind in ("url", "dated") for key in known[kind]]
        found = connection.execute(
            f"select distinct article from article_key where key {IN} and article != ? limit 20",
            (among(sought), row),
        )
        twins[row] = {other for (other,) in found}
    return twins
