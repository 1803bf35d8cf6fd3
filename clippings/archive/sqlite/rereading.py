"""Deriving anew in place: captures read again, conclusions drawn again, the index folded again."""

import json
import sqlite3
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import numpy as np

from clippings.archive import Capture, Derived
from clippings.archive.exchange import Named
from clippings.archive.sqlite.awaiting import decided, let_wait
from clippings.archive.sqlite.capturing import forget_bytes
from clippings.archive.sqlite.copying import set_setting, setting
from clippings.archive.sqlite.identity import overlap
from clippings.archive.sqlite.items import Item, folded
from clippings.archive.sqlite.states import IN, State, among, read_states, write_states
from clippings.archive.sqlite.texts import Rows
from clippings.archive.sqlite.undoing import remove, settle, write_keys
from clippings.archive.sqlite.writing import Batch, started_at
from clippings.folding import FOLDING_VERSION

AT_ONCE = 2_000


def capture(connection: sqlite3.Connection, number: int) -> Capture | None:
    """The capture of that number, or None if it or its bytes are gone."""
    row = connection.execute(
        "select source, data, format, given from capture join capture_data using (hash)"
        " where id = ?",
        (number,),
    ).fetchone()
    if row is None or row[1] is None:
        return None
    return Capture(row[0], zlib.decompress(row[1]), row[2], json.loads(row[3]))


def resave(
    connection: sqlite3.Connection, number: int, capture: int, items: Sequence[Item]
) -> None:
    """Replace the sightings of a capture, in every load that met it, by these items; a page with
    something that was removed is let go of instead, and what was read from it stays as it is."""
    loads = [
        load
        for (load,) in connection.execute(
            "select distinct load from sighting where capture = ? order by load", (capture,)
        )
    ]
    if not loads:
        return
    batch = Batch(connection, loads[0], capture, 0.0, items)
    if any(batch.resolver.removed(item) is not None for item in items):
        forget_bytes(connection, [capture])
        return
    before = _before(connection, batch, capture)
    met = _paired(batch, before, _as_before(connection, capture))
    said = decided(connection, before)
    for state in before.values():
        state.sightings = [one for one in state.sightings if one.capture != capture]
    connection.execute("delete from sighting where capture = ?", (capture,))
    for load in loads:
        batch.load, batch.started = load, started_at(connection, load)
        for item, state in met:
            batch.see(item, state)
    _finish(connection, number, batch, before.values(), said)


def _before(connection: sqlite3.Connection, batch: Batch, capture: int) -> dict[int, State]:
    """The articles that were read from the capture, known to the batch."""
    ids = [
        article
        for (article,) in connection.execute(
            "select distinct article from sighting where capture = ?", (capture,)
        )
    ]
    states = batch.resolver.states
    states |= read_states(connection, [article for article in ids if article not in states])
    return {article: states[article] for article in ids}


def _as_before(connection: sqlite3.Connection, capture: int) -> dict[tuple[str, str], int]:
    """The articles that were read from the capture, by what was found there and the digest; the first
    to be met, if a later load gave the same to another."""
    rows = connection.execute(
        "select found, digest, sighting.article from sighting join version on version.id = version"
        " where capture = ? order by sighting.id desc",
        (capture,),
    )
    return {(said, digest): article for said, digest, article in rows}


def _paired(
    batch: Batch, before: Mapping[int, State], known: Mapping[tuple[str, str], int]
) -> list[tuple[Item, State]]:
    """Each item with its article: the one of before if it is read as it was, else the one its keys
    lead to, else the one of before whose text it has, so that a headline read better keeps the
    article's id; else a new one."""
    found = [
        (item, before.get(known.get((item.said, item.digest), 0)) or batch.resolver.find(item))
        for item in batch.items
    ]
    left = {state.id: state for state in before.values()}
    for _, state in found:
        if state is not None:
            left.pop(state.id, None)
    met = []
    for item, state in found:
        if state is None:
            alike = (one for one in left.values() if overlap(item.text, batch.resolver.text(one)))
            state = next(alike, None) if item.text else None
            if state is None:
                state = batch.new(item)
            left.pop(state.id, None)
        met.append((item, state))
    return met


def resave_records(
    connection: sqlite3.Connection, number: int, first: int, items: Mapping[int, Item | None]
) -> None:
    """Replace the sightings of a batch of records, each by the item read from its record."""
    row = connection.execute("select load from record_batch where first = ?", (first,)).fetchone()
    anew = {} if row is None else _anew(connection, first, items)
    if not anew:
        return
    batch = Batch(connection, row[0], None, started_at(connection, row[0]), [])
    states = read_states(connection, {article for _, article in anew.values()})
    said = decided(connection, states)
    for state in states.values():
        state.sightings = [one for one in state.sightings if one.id not in anew]
    connection.execute(f"delete from sighting where id {IN}", (among(anew),))
    for sighting, (item, article) in anew.items():
        if item is not None:
            batch.next["sighting"] = sighting
            batch.see(item, states[article])
    _finish(connection, number, batch, states.values(), said)


def _finish(
    connection: sqlite3.Connection,
    number: int,
    batch: Batch,
    before: Collection[State],
    said: Iterable[Named],
) -> None:
    """Write what was read anew; the articles of before that were not read go, and what was said of
    them waits."""
    gone = {state.public: state.id for state in before if not state.sightings}
    let_wait(connection, [one for one in said if one.id in gone])
    batch.write(number)
    remove(connection, list(gone.values()))
    settle(connection, number, [state for state in before if state.sightings])


def _anew(
    connection: sqlite3.Connection, first: int, items: Mapping[int, Item | None]
) -> dict[int, tuple[Item | None, int]]:
    """The sightings whose items say anything else than before, with the item and the article."""
    found = {}
    for sighting, article, said, rank, digest in connection.execute(
        "select sighting.id, sighting.article, found, rank, digest from sighting"
        f" join version on version.id = version where sighting.id {IN}",
        (among(first + place for place in items),),
    ):
        item = items[sighting - first]
        if item is None or (item.said, item.rank, item.digest) != (said, rank, digest):
            found[sighting] = item, article
    return found


def lacking(connection: sqlite3.Connection, deriver: str) -> Rows:
    """The articles of whose current version the deriver concluded nothing yet."""
    rows = connection.execute(_LACKING, (_complete_until(connection, deriver), deriver))
    return np.fromiter((row for (row,) in rows), np.int64)


_LACKING = (
    "select id from article where changed > ? and not exists (select 1 from derived"
    " where derived.version = article.version and deriver = ?) order by id"
)


def _complete_until(connection: sqlite3.Connection, deriver: str) -> int:
    return int(setting(connection, f"{deriver} complete") or 0)


def note_complete(connection: sqlite3.Connection, number: int, deriver: str) -> None:
    """Note that up to this transaction the deriver lacks nothing, if that is so."""
    if not len(lacking(connection, deriver)):
        set_setting(connection, f"{deriver} complete", str(number))


def save_derived(
    connection: sqlite3.Connection, number: int, conclusions: Mapping[str, Mapping[str, Derived]]
) -> None:
    """Replace derivers' conclusions of the current versions of these articles."""
    ids = {public for found in conclusions.values() for public in found}
    rows = connection.execute(
        f"select public, id, version from article where public {IN}", (among(ids),)
    ).fetchall()
    connection.executemany(
        "insert or replace into derived values (?, ?, ?, ?, ?, ?)",
        [
            (version, deriver, one.value, one.confidence, one.basis, one.evidence)
            for deriver, found in conclusions.items()
            for public, _, version in rows
            if (one := found.get(public)) is not None
        ],
    )
    for chunk in _chunks([row for _, row, _ in rows]):
        write_states(connection, number, list(read_states(connection, chunk).values()))


def _chunks(rows: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(rows), AT_ONCE):
        yield rows[start : start + AT_ONCE]


def refold(connection: sqlite3.Connection, number: int) -> bool:
    """Fold every text, key and index entry by the program's version, if the archive has another."""
    setting = connection.execute("select value from setting where name = 'folding'").fetchone()
    if setting[0] == FOLDING_VERSION:
        return False
    connection.execute("insert into article_fts (article_fts) values ('delete-all')")
    ids = [row for (row,) in connection.execute("select id from article order by id")]
    for chunk in _chunks(ids):
        _fold_versions(connection, chunk)
        states = list(read_states(connection, chunk).values())
        for state in states:
            state.indexed = None
        write_keys(connection, states)
        write_states(connection, number, states)
    connection.execute("update setting set value = ? where name = 'folding'", (FOLDING_VERSION,))
    return True


def _fold_versions(connection: sqlite3.Connection, articles: Sequence[int]) -> None:
    versions = connection.execute(
        f"select id, headline, text from version where article {IN}", (among(articles),)
    ).fetchall()
    connection.executemany(
        "update version set folded_headline = ?, folded_text = ? where id = ?",
        [(folded(headline), folded(text), number) for number, headline, text in versions],
    )
