"""What analysts decided: a log that is only added to, and its effect on the current values."""

import datetime as dt
import json
import sqlite3
from dataclasses import dataclass, replace

import pandas as pd

from clippings.archive import ASIDE, DECIDABLE, bylines
from clippings.archive.copies import APART, TOGETHER
from clippings.archive.outlets import EDIT
from clippings.archive.removals import REMOVED
from clippings.archive.sqlite.current import as_json
from clippings.archive.sqlite.decision_log import write_line
from clippings.archive.sqlite.fetching import frame
from clippings.archive.sqlite.states import IN, State, among, read_states, write_states
from clippings.archive.topics import DECISIONS
from clippings.errors import ArchiveError, ClippingsError

AT_ONCE = 2_000
"""Articles held in memory at a time."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision before it is logged."""

    ids: tuple[str, ...]
    field: str
    new: str | None
    because: str
    who: str
    undoes: int | None


def decide(connection: sqlite3.Connection, number: int, decision: Decision, where: str) -> int:
    """Log the decision and bring the articles' current values up to it."""
    if decision.undoes is not None:
        decision = _undoing(connection, decision, where)
    decision = checked(decision, where)
    rows = _rows(connection, decision.ids, where)
    logged = write_line(
        connection, decision.field, decision.new, decision.because, decision.who, decision.undoes
    )
    for start in range(0, len(rows), AT_ONCE):
        chunk = rows[start : start + AT_ONCE]
        states = read_states(connection, chunk).values()
        connection.executemany(
            "insert into decision_article (article, decision, old) values (?, ?, ?)",
            [(state.public, logged, _now(connection, state, decision.field)) for state in states],
        )
        write_states(connection, number, list(read_states(connection, chunk).values()))
    return logged


def _undoing(connection: sqlite3.Connection, decision: Decision, where: str) -> Decision:
    """The same decision on the articles and the field of the one it undoes."""
    row = connection.execute(
        "select field from decision where id = ?", (decision.undoes,)
    ).fetchone()
    if row is None:
        raise ArchiveError(
            f"There is no decision {decision.undoes}", where, "See clippings decisions."
        )
    if row[0] == REMOVED:
        raise ArchiveError(
            f"Decision {decision.undoes} removed articles for good",
            where,
            "It cannot be taken back: nothing of them is left to bring back.",
        )
    # An article may be gone since; if it comes again, nothing is decided of it.
    ids = connection.execute(
        "select article from decision_article where decision = ?"
        " and article in (select public from article)",
        (decision.undoes,),
    )
    return replace(decision, field=row[0], new=None, ids=tuple(public for (public,) in ids))


def checked(decision: Decision, where: str) -> Decision:
    """The decision as the log keeps it; an ArchiveError if it cannot be made."""
    _check(decision, where)
    return replace(decision, new=_kept(decision, where))


def _kept(decision: Decision, where: str) -> str | None:
    """What the log keeps of the new value."""
    if decision.field != "byline" or decision.undoes is not None:
        return decision.new
    try:
        return bylines.logged(decision.new)
    except ClippingsError as error:
        raise ArchiveError(f"{error.what}: {error.where}", where, error.remedy) from error


def _check(decision: Decision, where: str) -> None:
    if decision.field in (TOGETHER, APART):
        _check_pair(decision, where)
    elif decision.field == EDIT:
        _check_edit(decision, where)
    elif decision.field in DECISIONS and decision.undoes is not None:
        return
    elif decision.field not in (*DECIDABLE, ASIDE):
        raise ArchiveError(
            f"The field {decision.field!r} cannot be decided", where, f"Use {', '.join(DECIDABLE)}."
        )
    if decision.undoes is not None:
        return
    if decision.field == ASIDE and decision.new not in ("yes", None):
        raise ArchiveError("An article is set aside or it is not", where, "Say yes, or nothing.")
    if decision.field == "headline" and not decision.new:
        raise ArchiveError("A headline cannot be empty", where, "Give the words it should have.")
    if decision.field == "published" and decision.new is not None:
        try:
            _moment(decision.new)
        except ValueError as error:
            raise ArchiveError(
                f"{decision.new!r} is no date", where, "Write it as 2011-12-22."
            ) from error


def _check_pair(decision: Decision, where: str) -> None:
    if decision.undoes is None and len(set(decision.ids)) != 2:
        raise ArchiveError("It takes two different articles", where, "Name both by their ids.")


def _check_edit(decision: Decision, where: str) -> None:
    """An edit of the table of outlets speaks of no article."""
    if decision.undoes is not None:
        return
    try:
        told = json.loads(decision.new or "")
        whole = {"do", "outlet", "value"} == told.keys() and {*map(type, told.values())} == {str}
    except (ValueError, AttributeError):
        whole = False
    if decision.ids or not whole:
        raise ArchiveError(
            f"{decision.new!r} is no edit of the table of outlets", where, "See clippings outlet."
        )


def _moment(text: str) -> None:
    """Raise ValueError unless the text is a year, a month, a day or a moment."""
    missing = {4: "-01-01", 7: "-01"}.get(len(text), "")
    dt.datetime.fromisoformat(text + missing)


def _rows(connection: sqlite3.Connection, ids: tuple[str, ...], where: str) -> list[int]:
    rows = dict(
        connection.execute(f"select public, id from article where public {IN}", (among(ids),))
    )
    for public in ids:
        if public not in rows:
            raise ArchiveError(f"There is no article {public}", where, "Check its id.")
    return sorted(rows.values())


def _now(connection: sqlite3.Connection, state: State, field: str) -> str | None:
    """The current value of the field."""
    values = state.values
    if field == "byline":
        return as_json(values[field]) if values[field] else None
    value: str | None = values.get(field)
    if field == ASIDE:
        return "yes" if value else None
    if field == "headline" and value is None:
        version = (state.best.version,)
        found = connection.execute("select headline from version where id = ?", version)
        value = found.fetchone()[0]
    return value


def decisions(connection: sqlite3.Connection) -> pd.DataFrame:
    """The log, newest first."""
    articles: dict[int, dict[str, str | None]] = {}
    for decision, public, old in connection.execute(
        "select decision, article, old from decision_article order by article"
    ):
        articles.setdefault(decision, {})[public] = old
    waiting = dict(
        connection.execute("select decision, count(*) from decision_awaited group by decision")
    )
    lines = [
        (number, when, who, list(articles.get(number, {})), field, articles.get(number, {}), *rest,
         via, waiting.get(number, 0))
        for number, when, who, field, *rest, via in connection.execute(
            "select d.id, d.\"when\", d.who, d.field, d.new, d.because, d.undoes, d.via"
            " from decision d order by d.\"when\" desc, d.uid desc"
        )
    ]  # fmt: skip
    names = ("decision", "when", "who", "ids", "field", "old", "new", "because", "undoes")
    return frame(lines, (*names, "imported_from", "waiting"))
