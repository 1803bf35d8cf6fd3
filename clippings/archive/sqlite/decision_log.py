"""The log of decisions: how a line is written, and in which order lines hold."""

import datetime as dt
import secrets
import sqlite3

ORDER = 'd."when", d.uid'
"""Which of two decisions holds: the later one, wherever it was made; `d` is the table."""


def write_line(
    connection: sqlite3.Connection,
    field: str,
    new: str | None,
    because: str,
    who: str,
    undoes: int | None = None,
) -> int:
    """Log a decision made here and now; its number. It is later than all that are there."""
    (number,) = connection.execute(
        'insert into decision ("when", who, field, new, because, undoes, uid)'
        " values (?, ?, ?, ?, ?, ?, ?) returning id",
        (_moment(connection), who, field, new, because, undoes, secrets.token_hex(16)),
    ).fetchone()
    return int(number)


def _moment(connection: sqlite3.Connection) -> str:
    moment = dt.datetime.now(dt.UTC)
    (last,) = connection.execute('select max("when") from decision').fetchone()
    if last is not None:  # clocks differ, and may be set back
        moment = max(moment, dt.datetime.fromisoformat(last) + dt.timedelta(milliseconds=1))
    return moment.isoformat(timespec="milliseconds")
