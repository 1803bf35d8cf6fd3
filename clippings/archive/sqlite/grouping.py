"""Groups of copies: what must be grouped anew, and the groups as they are written."""

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from clippings.archive import Derived
from clippings.archive.copies import APART, TOGETHER, Grouped, Links
from clippings.archive.sqlite.copying import done_until, set_setting
from clippings.archive.sqlite.current import COPIED
from clippings.archive.sqlite.decision_log import ORDER
from clippings.archive.sqlite.outlet_store import usual_names
from clippings.archive.sqlite.rereading import save_derived
from clippings.archive.sqlite.states import IN, State, among, read_states, taken_back

_AT_ONCE = 2_000

_REACH = """
    with recursive reach(id) as (
      select id from article where changed > :since and (
        exists (select 1 from copy_pair p where p.article = article.id and p.copy)
        or exists (select 1 from copy_pair p where p.other = article.id and p.copy)
        or exists (select 1 from copy_member m where m.article = article.id)
        or exists (select 1 from copy_member m where m.first = article.id)
        or id in (select value ->> 0 from json_each(:said)))
      union select p.other from reach join copy_pair p on p.article = reach.id where p.copy
      union select p.article from reach join copy_pair p on p.other = reach.id where p.copy
      union select m.first from reach join copy_member m on m.article = reach.id
      union select m.article from reach join copy_member m on m.first = reach.id
      union select said.value ->> 1 from reach join json_each(:said) said
        on said.value ->> 0 = reach.id)
    select reach.id from reach join article using (id)
"""
"""Everything that hangs together with what changed: by copies, by its group as it was, by decisions."""


def ungrouped(connection: sqlite3.Connection) -> Links:
    """What must be grouped anew."""
    together, apart = statements(connection)
    rows = _rows_of(connection, {id for pair in (*together, *apart) for id in pair})
    known = [(rows[a], rows[b]) for a, b in (*together, *apart) if a in rows and b in rows]
    both_ways = [*known, *((b, a) for a, b in known)]
    reached = connection.execute(
        _REACH, {"since": done_until(connection), "said": _pairs_json(both_ways)}
    )
    ids = [row for (row,) in reached]
    copies = connection.execute(
        "select a.public, o.public, case when p.words <= p.other_words then p.kept"
        " else p.other_kept end from copy_pair p join article a on a.id = p.article"
        f" join article o on o.id = p.other where p.copy and p.article {IN}",
        (among(ids),),
    ).fetchall()
    return Links(_members(connection, ids), copies, together, apart)


def _pairs_json(pairs: Sequence[tuple[int, int]]) -> str:
    return "[" + ",".join(f"[{a},{b}]" for a, b in pairs) + "]"


def _rows_of(connection: sqlite3.Connection, ids: set[str]) -> dict[str, int]:
    return dict(
        connection.execute(f"select public, id from article where public {IN}", (among(ids),))
    )


def statements(
    connection: sqlite3.Connection,
) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """The pairs of articles said to belong together, and those said not to: the newest word holds."""
    undone = taken_back(connection)
    said: dict[tuple[str, ...], str] = {}
    for number, field, ids in connection.execute(
        "select d.id, d.field, group_concat(a.article) from decision d"
        " join decision_article a on a.decision = d.id"
        f" where d.field in (?, ?) and d.undoes is null group by d.id order by {ORDER}",
        (TOGETHER, APART),
    ):
        if number not in undone:
            said[tuple(sorted(ids.split(",")))] = field
    pairs = [(ids[0], ids[1], field) for ids, field in said.items() if len(ids) == 2]
    return (
        [(a, b) for a, b, field in pairs if field == TOGETHER],
        [(a, b) for a, b, field in pairs if field == APART],
    )


def _members(connection: sqlite3.Connection, ids: Sequence[int]) -> list[Grouped]:
    members = []
    usual = usual_names(connection)
    for start in range(0, len(ids), _AT_ONCE):
        chunk = ids[start : start + _AT_ONCE]
        headlines = dict(
            connection.execute(
                "select a.id, coalesce(a.headline, version.headline) from article a"
                f" join version on version.id = a.version where a.id {IN}",
                (among(chunk),),
            )
        )
        words = dict(
            connection.execute(f"select id, words from article where id {IN}", (among(chunk),))
        )
        states = read_states(connection, chunk)
        members += [_member(states[row], headlines[row], words[row], usual) for row in chunk]
    return members


def _member(state: State, headline: str, words: int, usual: Mapping[str, str]) -> Grouped:
    copied = state.derived.get(state.best.version, {}).pop(COPIED, None)
    values: dict[str, Any] = state.values
    day = values["day"]
    outlet, origin = (usual.get(values[name], values[name]) for name in ("outlet", "origin"))
    return Grouped(
        state.public, None if day is None else str(np.datetime64(day, "D")), words, outlet,
        headline, origin, values["origin_basis"], values["origin_confidence"],
        values["origin_evidence"], copied.value if copied else None,
        copied.evidence if copied else None,
    )  # fmt: skip


def save_groups(
    connection: sqlite3.Connection,
    number: int,
    links: Links,
    groups: Sequence[Sequence[str]],
    origins: Mapping[str, Derived],
) -> int:
    """Write the groups; every article whose group changed is marked as changed."""
    rows = _rows_of(connection, {member.id for member in links.members})
    wanted = {
        rows[member]: rows[group[0]]
        for group in groups
        if all(member in rows for member in group)
        for member in group
    }
    chosen = (among(rows.values()),)
    before = dict(
        connection.execute(f"select article, first from copy_member where article {IN}", chosen)
    )
    changed = [row for row in rows.values() if before.get(row) != wanted.get(row)]
    connection.execute(f"delete from copy_member where article {IN}", (among(changed),))
    connection.executemany(
        "insert into copy_member (article, first) values (?, ?)",
        [(row, wanted[row]) for row in changed if row in wanted],
    )
    connection.execute(f"update article set changed = {number} where id {IN}", (among(changed),))
    if origins:
        save_derived(connection, number, {COPIED: origins})
    return len(changed)


def note_done(connection: sqlite3.Connection, number: int, mark: int) -> None:
    """All that changed up to the mark was compared and grouped; by this transaction even what came
    after, if nobody else has written since."""
    others = connection.execute(
        "select count(*) from change where id > ? and what != 'copies'", (mark,)
    ).fetchone()
    set_setting(connection, "copies", str(mark if others[0] else number))
