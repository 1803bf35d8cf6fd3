"""Articles removed for good: they go with all that holds their words; a line in the log stays."""

import sqlite3
from collections.abc import Collection, Iterable, Sequence

from clippings.archive import DECIDABLE
from clippings.archive.removals import REMOVED, Loss, Removal
from clippings.archive.sqlite import capturing, undoing
from clippings.archive.sqlite.connections import Connections
from clippings.archive.sqlite.copying import set_setting, setting
from clippings.archive.sqlite.current import COPIED
from clippings.archive.sqlite.decision_log import write_line
from clippings.archive.sqlite.leftovers import take_out
from clippings.archive.sqlite.recording import empty_records
from clippings.archive.sqlite.states import IN, State, among, read_states, write_states
from clippings.archive.sqlite.tombstones import bury
from clippings.errors import ArchiveError
from clippings.folding import tokens

_AT_ONCE = 2_000
_LEFT = "words left"
"""Setting: "1" while the words of something removed may still stand in unused parts of the file."""
_TAKEN_OUT = "taken out when the article was removed, by decision {}"


def remove(
    connection: sqlite3.Connection,
    number: int,
    ids: Sequence[str],
    because: str,
    who: str,
    where: str,
) -> int:
    """Delete these articles and log that; the decision's number."""
    rows = _rows(connection, ids, where)
    decision = write_line(connection, REMOVED, "yes", because, who)
    connection.executemany(
        "insert into decision_article (article, decision) values (?, ?)",
        [(public, decision) for public in rows],
    )
    articles, words = list(rows.values()), set[str]()
    for start in range(0, len(articles), _AT_ONCE):
        words |= _remove(connection, number, decision, articles[start : start + _AT_ONCE])
    _drop_names(connection)
    _empty_corrections(connection, decision)
    take_out(connection, words)
    set_setting(connection, _LEFT, "1")
    return decision


def _rows(connection: sqlite3.Connection, ids: Sequence[str], where: str) -> dict[str, int]:
    rows = dict(
        connection.execute(f"select public, id from article where public {IN}", (among(ids),))
    )
    for public in ids:
        if public not in rows:
            known = removal(connection, public)
            gone = f"Article {public} was removed already, by decision {known and known.decision}"
            what = gone if known else f"There is no article {public}"
            raise ArchiveError(what, where, "Check its id; nothing was removed.")
    return rows


def _remove(
    connection: sqlite3.Connection, number: int, decision: int, articles: list[int]
) -> set[str]:
    """Delete some articles; the words that stood in them."""
    chosen = (among(articles),)
    states = list(read_states(connection, articles).values())
    words = _bury(connection, decision, states, chosen)
    captures = [
        capture
        for (capture,) in connection.execute(
            f"select distinct capture from sighting where article {IN} and capture is not null",
            chosen,
        )
    ]
    partners = _partners(connection, articles)
    capturing.forget_bytes(connection, captures)
    empty_records(connection, [one.id for state in states for one in state.sightings])
    connection.execute(f"delete from sighting where article {IN}", chosen)
    undoing.remove(connection, articles)
    capturing.drop_unseen(connection, captures)
    _conclude_anew(connection, number, partners)
    return words


def _bury(
    connection: sqlite3.Connection, decision: int, states: Sequence[State], chosen: tuple[str]
) -> set[str]:
    versions = {
        version: (headline, text)
        for version, headline, text in connection.execute(
            f"select id, headline, text from version where article {IN}", chosen
        )
    }
    bury(connection, decision, states, [versions[state.best.version][1] for state in states])
    return {word for parts in versions.values() for part in parts for word in tokens(part)}


def _partners(connection: sqlite3.Connection, articles: Collection[int]) -> list[int]:
    """The other articles of their groups."""
    return [
        row
        for (row,) in connection.execute(
            "select distinct other.article from copy_member one join copy_member other using (first)"
            f" where one.article {IN} and other.article not {IN}",
            (among(articles), among(articles)),
        )
    ]


def _conclude_anew(connection: sqlite3.Connection, number: int, articles: Collection[int]) -> None:
    """Drop what these took over from their copies, whose words it cites; grouping finds it again."""
    connection.execute(
        "delete from derived where deriver = ? and version in"
        f" (select id from version where article {IN})",
        (COPIED, among(articles)),
    )
    write_states(connection, number, list(read_states(connection, articles).values()))


def _drop_names(connection: sqlite3.Connection) -> None:
    """Delete names that no article bears any more, and that may be one article's own words."""
    for name in ("source", "section", "origin"):
        connection.execute(
            f"delete from {name} where id not in"
            f" (select {name}_id from article where {name}_id is not null)"
        )


def _empty_corrections(connection: sqlite3.Connection, decision: int) -> None:
    """Take the values out of what was decided of these articles before: they may be their words."""
    fields = among(DECIDABLE)
    gone = "(select article from decision_article where decision = ?)"
    connection.execute(
        f"update decision_article set old = null where article in {gone}"
        f" and decision in (select id from decision where field {IN})",
        (decision, fields),
    )
    connection.execute(
        f"update decision set new = null, because = ? where field {IN} and undoes is null"
        f" and id in (select decision from decision_article where article in {gone})"
        " and not exists (select 1 from decision_article other where other.decision = decision.id"
        " and other.article not in (select article from removed))",
        (_TAKEN_OUT.format(decision), fields, decision),
    )


def removal(connection: sqlite3.Connection, public: str) -> Removal | None:
    """How the article of that id was removed, if it was."""
    row = connection.execute(
        'select decision.id, "when", who, because from removed'
        " join decision on decision.id = removed.decision where removed.article = ?",
        (public,),
    ).fetchone()
    return None if row is None else Removal(*row)


def lost(connection: sqlite3.Connection, ids: Iterable[str]) -> Loss:
    """What the removal of these articles would take away."""
    asked = {"ids": among(ids)}
    chosen = "(select id from article where public in (select value from json_each(:ids)))"
    hashes = (
        "(select hash from capture join sighting on sighting.capture = capture.id"
        f" where sighting.article in {chosen})"
    )
    row = connection.execute(
        f"select (select count(*) from {chosen}),"
        f" (select count(*) from version where article in {chosen}),"
        f" (select count(*) from capture_data where data is not null and hash in {hashes}),"
        " (select count(distinct article) from sighting join capture on capture.id = sighting.capture"
        f" join capture_data using (hash) where data is not null and hash in {hashes}"
        f" and article not in {chosen}),"
        " (select count(distinct other.article) from copy_member one"
        " join copy_member other using (first)"
        f" where one.article in {chosen} and other.article not in {chosen})",
        asked,
    ).fetchone()
    return Loss(*row)


def clean(connections: Connections) -> bool:
    """Write index and file anew, so that nothing that was deleted is left in unused parts of them."""
    with connections.alone() as connection:
        if setting(connection, _LEFT) != "1":
            return True
        # A deleted entry stands in the index until its segments are merged.
        connection.execute("insert into article_fts (article_fts) values ('optimize')")
        # The copy that this makes is as large as the archive: too large for memory.
        connection.execute("pragma temp_store=file")
        connection.execute("vacuum")
        connection.execute("pragma temp_store=memory")
        busy = connection.execute("pragma wal_checkpoint(truncate)").fetchone()[0]
        if not busy:
            set_setting(connection, _LEFT, "0")
        return not busy
