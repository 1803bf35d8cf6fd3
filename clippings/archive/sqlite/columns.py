"""The integer copy of the articles' metadata, from which everything is counted.

Arrays are indexed by an article's row number. One state of the archive, never changed: a newer
state is a new copy.
"""

import sqlite3
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from clippings.archive.sqlite.outlet_store import usual_names

Array = npt.NDArray[Any]
Names = npt.NDArray[np.object_]

NAMED = ("outlet", "origin", "section", "language", "source")
"""Columns of codes: the row number of a name, 0 where none is known."""
OUTLETS = ("outlet", "origin")
"""Of these, those that hold names of outlets: one may go under several."""
BASES = ("unknown", "stated", "inferred", "decided")
"""What an origin rests on, by code."""
UNDATED = -(2**31)
"""The day of an article whose day is not known."""
_LAG_FROM = (0, 1, 2, 8, 31, 366)
"""The least days of each of `LAGS` but the first."""
ARTICLE, SHORT = 1, 2
"""Kinds of rows: an article, a stub; 0 is no article at all."""

_SQL = """
    select id, case when stub then 2 else 1 end, coalesce(day, -2147483648),
      coalesce(original_day, -2147483648),
      coalesce(outlet_id, 0), coalesce(origin_id, 0), coalesce(section_id, 0), coalesce(language_id, 0),
      coalesce(source_id, 0), load, words, coalesce(comments, -1), cut, aside,
      case origin_basis when 'stated' then 1 when 'inferred' then 2 when 'decided' then 3 else 0 end,
      coalesce((select first from copy_member where copy_member.article = article.id), 0), public
    from article where changed > ?
"""
_FIELDS = (
    "kind",
    "day",
    "original_day",
    *NAMED,
    "load",
    "words",
    "comments",
    "cut",
    "aside",
    "origin_basis",
    "copy",
)
_AT_ONCE = 50_000
SIDE_FILE_FROM = 20_000
"""Articles from which the copy is kept in a file; a smaller archive is read in no time."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """The state of the archive: the last transaction's number and its token."""

    number: int
    token: str

    def __str__(self) -> str:
        """Its text, the key of caches."""
        return f"{self.number}-{self.token}"


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one state of one archive."""

    stamp: Stamp
    arrays: Mapping[str, Array]
    names: Mapping[str, Names]
    """For each of `NAMED` and `topic`, the names by code as found; None at 0."""
    topic_start: npt.NDArray[np.int64]
    """Where each row's topics begin in `topic_codes`; one more at the end."""
    topic_codes: npt.NDArray[np.int64]
    usual: Mapping[str, str] = field(default_factory=dict)
    """The usual name of an outlet by each of its other names."""
    joined: Mapping[str, Array] = field(default_factory=dict)
    """The columns of outlets in which the names of one have one code."""
    shown: Mapping[str, Names] = field(default_factory=dict)
    """The names by code of those columns."""

    def __getitem__(self, name: str) -> Array:
        """The array of that name."""
        return self.joined[name] if name in self.joined else self.arrays[name]

    def names_of(self, name: str) -> Names:
        """The names by code, as they are counted and shown."""
        return self.shown[name] if name in self.shown else self.names[name]

    def dated(self, dates: str) -> "Columns":
        """The same with the day of the original in the day's place, where one is stated."""
        if dates != "original":
            return self
        original = self.arrays["original_day"]
        day = np.where(original == UNDATED, self.arrays["day"], original)
        return replace(self, arrays={**self.arrays, "day": day, "day_here": self.arrays["day"]})

    def lag(self, at: Array | slice) -> Array:
        """Of these rows the place in `LAGS` of the days from the original to here, whatever day
        counts, and 1; 0 where one of both is not known."""
        here = self.arrays.get("day_here", self.arrays["day"])[at].astype(np.int64)
        original = self.arrays["original_day"][at].astype(np.int64)
        known = (here != UNDATED) & (original != UNDATED)
        band = np.searchsorted(_LAG_FROM, here - original, side="right")
        return np.where(known, band + 1, 0)

    @property
    def size(self) -> int:
        """One more than the greatest row number."""
        return len(self.arrays["kind"])


def stamp_of(connection: sqlite3.Connection) -> Stamp:
    """The state of the archive as this connection sees it."""
    row = connection.execute("select id, token from change order by id desc limit 1").fetchone()
    return Stamp(*row) if row else Stamp(0, "")


def columns_of(connection: sqlite3.Connection, known: Columns | None, side: Path) -> Columns:
    """The columns of the state this connection sees: the known ones brought up to date, else those
    of the side file, else read anew."""
    stamp = stamp_of(connection)
    if known is not None and known.stamp == stamp:
        return known
    if known is not None and not _since(connection, known.stamp) & {"undo", UNRELATED}:
        old, arrays = known.stamp, known.arrays
    else:
        known = None
        kept = _kept(side) if side.exists() else None
        if kept is None or _since(connection, kept[0]) & {"undo", UNRELATED}:
            kept = Stamp(0, ""), _empty()
        old, arrays = kept
    arrays = _extended(connection, arrays, old.number)
    names = {name: _names(connection, name, known) for name in NAMED}
    names["origin_basis"] = np.array(BASES, object)
    if known is None or "topics" in _since(connection, old):
        columns = _with_topics(connection, stamp, arrays, names)
    else:
        added = np.full(len(arrays["kind"]) + 1 - len(known.topic_start), len(known.topic_codes))
        start = np.concatenate([known.topic_start, added])
        names["topic"] = known.names["topic"]
        columns = Columns(stamp, arrays, names, start, known.topic_codes)
    if columns.size > SIDE_FILE_FROM and stamp != old:
        _keep(columns, side)
    return _with_usual_names(columns, usual_names(connection))


def _with_usual_names(columns: Columns, usual: Mapping[str, str]) -> Columns:
    """The same with one code for all names of an outlet; what is kept stays as found."""
    joined, shown = {}, {}
    for name in OUTLETS:
        if any(found in usual for found in columns.names[name]):
            shown[name], codes = _shown(columns.names[name], usual)
            joined[name] = codes[columns.arrays[name].astype(np.int64)]
    return replace(columns, usual=usual, joined=joined, shown=shown)


def _shown(names: Names, usual: Mapping[str, str]) -> tuple[Names, Array]:
    """The usual names by code, and the code of each code's usual name."""
    code_of: dict[str | None, int] = {name: code for code, name in enumerate(names)}
    shown = list(names)
    codes = np.arange(len(names), dtype=np.int32)
    for code, name in enumerate(names):
        if name in usual:
            if usual[name] not in code_of:
                code_of[usual[name]] = len(shown)
                shown.append(usual[name])
            codes[code] = code_of[usual[name]]
    return np.array(shown, object), codes


UNRELATED = "unrelated"
"""Stands among the changes since a state that is none of this archive's past."""


def _since(connection: sqlite3.Connection, old: Stamp) -> set[str]:
    """What kinds of transactions lie between that state and the one this connection sees."""
    row = connection.execute("select token from change where id = ?", (old.number,)).fetchone()
    if row is None or row[0] != old.token:
        return {UNRELATED}
    return {
        what
        for (what,) in connection.execute(
            "select distinct what from change where id > ?", (old.number,)
        )
    }


def _empty() -> dict[str, Array]:
    arrays: dict[str, Array] = {name: np.zeros(1, np.uint8) for name in _FIELDS}
    for name in ("day", "original_day"):
        arrays[name] = np.full(1, UNDATED, np.int32)
    arrays["public"] = np.zeros(1, np.uint64)
    return arrays


def _extended(
    connection: sqlite3.Connection, arrays: Mapping[str, Array], since: int
) -> dict[str, Array]:
    """The arrays with every article changed after that transaction."""
    greatest = connection.execute("select coalesce(max(id), 0) from article").fetchone()[0]
    grown = {name: _grown(array, int(greatest) + 1) for name, array in arrays.items()}
    cursor = connection.execute(_SQL, (since,))
    while rows := cursor.fetchmany(_AT_ONCE):
        *numbers, publics = zip(*rows, strict=True)
        at = np.array(numbers[0], np.int64)
        for name, values in zip(_FIELDS, numbers[1:], strict=True):
            grown[name] = _put(grown[name], at, np.array(values, np.int64))
        grown["public"][at] = np.frombuffer(bytes.fromhex("".join(publics)), ">u8")
    return grown


def _grown(array: Array, size: int) -> Array:
    grown = np.zeros(max(size, len(array)), array.dtype)
    grown[: len(array)] = array
    return grown


def _put(array: Array, at: npt.NDArray[np.int64], values: npt.NDArray[np.int64]) -> Array:
    """The array with the values in their places, of a wider type where they need one."""
    needed = np.promote_types(
        np.min_scalar_type(int(values.max())), np.min_scalar_type(int(values.min()))
    )
    wider = array.astype(np.promote_types(array.dtype, needed), copy=False)
    wider[at] = values
    return wider


def _with_topics(
    connection: sqlite3.Connection,
    stamp: Stamp,
    arrays: Mapping[str, Array],
    names: dict[str, Names],
) -> Columns:
    standing = "select number, id from topic where standing"
    names["topic"] = _named(connection.execute(standing).fetchall())
    # Two texts of all: a million pairs come out in a third of the time, and never as a million tuples.
    articles, topics = (
        np.fromstring(joined or "", dtype=np.int64, sep=",")
        for joined in connection.execute(
            "select group_concat(article), group_concat(topic) from topic_article"
            " where topic in (select number from topic where standing)"
        ).fetchone()
    )
    counts = np.bincount(articles, minlength=len(arrays["kind"]))
    start = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
    return Columns(stamp, arrays, names, start, topics[np.lexsort((topics, articles))])


def _names(connection: sqlite3.Connection, table: str, known: Columns | None) -> Names:
    """The names of a table by their numbers; they are only ever added to."""
    old = known.names[table] if known is not None else _named([])
    rows = connection.execute(f"select id, name from {table} where id >= ?", (len(old),)).fetchall()
    if not rows:
        return old
    names = _named(rows)
    names[: len(old)] = old
    return names


def _named(rows: list[tuple[int, str]]) -> Names:
    names = np.full(max((number for number, _ in rows), default=0) + 1, None, object)
    for number, name in rows:
        names[number] = name
    return names


def _keep(columns: Columns, side: Path) -> None:
    """Write the side file; an archive in a folder that may not be written does without."""
    payload: dict[str, Any] = dict(columns.arrays)
    written = side.with_name(f"{side.name}.new")
    try:
        with written.open("wb") as file:
            np.savez(
                file,
                number=np.array(columns.stamp.number),
                token=np.array(columns.stamp.token),
                **payload,
            )
        written.replace(side)
    except OSError:
        return


def _kept(side: Path) -> tuple[Stamp, dict[str, Array]] | None:
    """What the side file holds; None if it cannot be used, for it is only a copy."""
    try:
        with side.open("rb") as file, np.load(file, allow_pickle=False) as kept:
            arrays = {name: kept[name] for name in (*_FIELDS, "public")}
            return Stamp(int(kept["number"]), str(kept["token"])), arrays
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        return None
