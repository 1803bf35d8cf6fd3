"""Chosen articles fetched from their rows: tables, whole records, texts."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from clippings.archive import LUNAR_CONFIDENCE
from clippings.archive.marking import snippet
from clippings.archive.selection import Selection
from clippings.archive.sqlite.outlet_store import usual_names
from clippings.archive.sqlite.states import IN, State, among, read_states

Rows = npt.NDArray[np.int64]

EXPRESSIONS = {
    "id": "article.public",
    "url": "article.url",
    "site": "site.name",
    "headline": "coalesce(article.headline, version.headline)",
    "section": "section.name",
    "published": "article.published",
    "published_precision": "article.published_precision",
    "day": "date(article.day * 86400, 'unixepoch')",
    "outlet": "coalesce(carrier.outlet, outlet.name)",
    "origin": "coalesce(writer.outlet, origin.name)",
    "origin_basis": "article.origin_basis",
    "origin_confidence": "article.origin_confidence",
    "original": "article.original",
    "lag": "article.day - article.original_day",
    "language": "language.name",
    "language_basis": "article.language_basis",
    "language_confidence": "article.language_confidence",
    "words": "article.words",
    "comments": "article.comments",
    "source": "source.name",
    "captured": "article.captured",
    "cut": "article.cut",
    "stub": "article.stub",
    "versions": "article.versions",
    "copy_group": "first.public",
    "copies": "article.id",
    "snippet": "version.text",
}
"""Where each column of `rows` stands."""

_ORIGINALS = {"day": "date(coalesce(article.original_day, article.day) * 86400, 'unixepoch')"}
"""The same where the day of the original counts."""

_JOINS = """
    from article join version on version.id = article.version
    left join site on site.id = article.site_id
    left join outlet on outlet.id = article.outlet_id
    left join origin on origin.id = article.origin_id
    left join section on section.id = article.section_id
    left join language on language.id = article.language_id
    left join source on source.id = article.source_id
    left join known_as carrier on carrier.name = outlet.name
    left join known_as writer on writer.name = origin.name
    left join copy_member on copy_member.article = article.id
    left join article first on first.id = copy_member.first
"""

_TYPES = {"words": "int64", "copies": "int64", "versions": "int64", "cut": "bool", "stub": "bool"}
AT_ONCE = 500


def chunks(rows: Rows, size: int = AT_ONCE) -> Iterator[list[int]]:
    """The row numbers in pieces of a bounded size."""
    for start in range(0, len(rows), size):
        yield rows[start : start + size].tolist()


def table(
    connection: sqlite3.Connection,
    rows: Rows,
    columns: Sequence[str],
    selection: Selection,
    copies: Rows,
) -> pd.DataFrame:
    """The articles of these rows, in this order, in the given columns; `copies` is of every row, and
    `day` the day that the selection means."""
    known = EXPRESSIONS if selection.dates == "published" else {**EXPRESSIONS, **_ORIGINALS}
    expressions = ", ".join(known[column] for column in columns)
    sql = f"select article.id, {expressions} {_JOINS} where article.id {IN}"
    values: list[tuple[Any, ...]] = []
    for chunk in chunks(rows, 5_000):
        found = {row[0]: row[1:] for row in connection.execute(sql, (among(chunk),))}
        values.extend(found[row] for row in chunk)
    answer = frame(values, columns)
    if "snippet" in columns:
        snippets = [snippet(selection.query, text) for text in answer["snippet"]]
        answer["snippet"] = pd.Series(snippets, dtype=object)
    if "copies" in columns:
        answer["copies"] = copies[rows]
    return answer.astype({name: kind for name, kind in _TYPES.items() if name in columns})


def with_copies(columns: Sequence[str], unit: str) -> Sequence[str]:
    """The columns asked for; a text always says how many of the articles carry it."""
    return columns if unit == "articles" or "copies" in columns else (*columns, "copies")


def frame(lines: Sequence[Sequence[Any]], columns: Sequence[str]) -> pd.DataFrame:
    """A table in which what is not known stays None, as it would not in pandas' own text columns."""
    return pd.DataFrame(
        {
            column: pd.Series([line[number] for line in lines], dtype=object)
            for number, column in enumerate(columns)
        }
    )


def sorted_ranks(connection: sqlite3.Connection, column: str, size: int) -> Rows:
    """The place of every article in the order of a column; 0 where the column is empty."""
    expression = EXPRESSIONS[column]
    ranks = np.zeros(size, np.int64)
    rank, before = 0, None
    # Counted here: SQL's own dense_rank takes half as long again and hands a million pairs over at once.
    for row, value in connection.execute(
        f"select article.id, {expression} {_JOINS} where {expression} is not null"
        " order by 2 collate nocase, 2"
    ):
        if value != before:
            rank, before = rank + 1, value
        ranks[row] = rank
    return ranks


def records(
    connection: sqlite3.Connection, rows: Rows, copies: Rows | None = None
) -> Iterator[dict[str, Any]]:
    """The articles of these rows whole, in this order, ready for JSON; with `copies` each says how
    many articles it stands for."""
    usual = usual_names(connection)
    for chunk in chunks(rows):
        states = read_states(connection, chunk)
        texts = _texts(connection, chunk)
        groups = _groups(connection, chunk)
        topics = _topics(connection, chunk)
        for row in chunk:
            record = _record(states[row], *texts[row], groups.get(row), topics.get(row, []))
            for name in ("outlet", "origin"):
                found = record[name]
                record[name] = usual.get(found, found)
                record[f"{name}_named"] = found if found in usual else None
            if copies is not None:
                record["copies"] = int(copies[row])
            yield record


def _groups(connection: sqlite3.Connection, chunk: list[int]) -> dict[int, str]:
    """The groups of those that are copies, named after the first of each."""
    return dict(
        connection.execute(
            "select m.article, first.public from copy_member m"
            f" join article first on first.id = m.first where m.article {IN}",
            (among(chunk),),
        )
    )


def _texts(connection: sqlite3.Connection, chunk: list[int]) -> dict[int, tuple[str, str, int]]:
    return {
        row: (headline, text, words)
        for row, headline, text, words in connection.execute(
            "select article.id, coalesce(article.headline, version.headline), version.text,"
            " version.words from article join version on version.id = article.version"
            f" where article.id {IN}",
            (among(chunk),),
        )
    }


def _topics(connection: sqlite3.Connection, chunk: list[int]) -> dict[int, list[dict[str, Any]]]:
    topics: dict[int, list[dict[str, Any]]] = {}
    for row, topic, label, weight in connection.execute(
        "select m.article, t.id, t.label, m.weight from topic_article m"
        f" join topic t on t.number = m.topic where t.standing and m.article {IN}"
        " order by m.weight desc, t.id",
        (among(chunk),),
    ):
        topics.setdefault(row, []).append({"id": topic, "label": label, "weight": weight})
    return topics


def _record(
    state: State,
    headline: str,
    text: str,
    words: int,
    group: str | None,
    topics: list[dict[str, Any]],
) -> dict[str, Any]:
    """The fields of an export, in their order."""
    values = state.values
    record = {
        "id": state.public,
        "url": values["url"],
        "site": values["site"],
        "headline": headline,
        "section": values["section"],
        "tags": values["tags"],
        "published": values["published"],
        "published_precision": values["published_precision"],
        "outlet": values["outlet"],
        "origin": values["origin"],
        **{
            f"origin_{told}": values[f"origin_{told}"]
            for told in ("basis", "evidence", "confidence")
        },
        "dates": _dates(values),
        "lag": _lag(values),
        **{name: values[name] for name in ("byline", "byline_basis", "byline_evidence")},
        "credits": values["credits"],
        "language": values["language"],
        "language_basis": values["language_basis"],
        "language_confidence": values["language_confidence"],
        "text": text,
        "words": words,
        **{name: values[name] for name in ("comments", "source", "captured", "cut", "removed")},
    }
    record |= {name: True for name in ("stub", "aside") if values[name]}
    if values["byline_stated"] is not None:
        record["byline_stated"] = values["byline_stated"]
    return record | {"copy_group": group, "topics": topics, "versions": values["versions"]}


def _lag(values: dict[str, Any]) -> int | None:
    """The days from the original to here, where both days are known."""
    if values["day"] is None or values["original_day"] is None:
        return None
    return int(values["day"] - values["original_day"])


def _dates(values: dict[str, Any]) -> list[dict[str, Any]]:
    """Every day that is known of an article, and what it rests on."""
    lunar = values["published_precision"] == "about"
    here = ("hijri", LUNAR_CONFIDENCE) if lunar else ("stated", None)
    known = (
        ("published", values["published"], *here),
        ("original", values["original"], values["original_basis"], values["original_confidence"]),
        ("modified", values["modified"], "stated", None),
        ("captured", values["captured"], "stated", None),
    )
    return [
        {"kind": kind, "date": date, "method": method, "confidence": confidence}
        for kind, date, method, confidence in known
        if date is not None
    ]


def record_of(connection: sqlite3.Connection, public: str) -> dict[str, Any] | None:
    """One article whole, with what its page shows besides: its day, the evidence of its language,
    and what was decided."""
    row = connection.execute("select id from article where public = ?", (public,)).fetchone()
    if row is None:
        return None
    record = next(records(connection, np.array([row[0]])))
    state = read_states(connection, [row[0]])[row[0]]
    day = state.values["day"]
    record["day"] = None if day is None else str(np.datetime64(day, "D"))
    for name in (
        "modified",
        "language_evidence",
        "original",
        "original_basis",
        "original_evidence",
    ):
        record[name] = state.values[name]
    record["decided"] = dict(state.decided)
    return record


def texts_of(
    connection: sqlite3.Connection, rows: Rows
) -> Iterator[tuple[str, str, str, str | None, str | None]]:
    """Id, headline, text, language, and origin or else outlet of these rows, in this order."""
    for chunk in chunks(rows):
        found = {
            row[0]: row[1:]
            for row in connection.execute(
                "select article.id, article.public, coalesce(article.headline, version.headline),"
                " version.text, language.name, coalesce(origin.name, outlet.name)"
                f" {_JOINS} where article.id {IN}",
                (among(chunk),),
            )
        }
        yield from (found[row] for row in chunk)


def versions_of(connection: sqlite3.Connection, public: str) -> pd.DataFrame:
    """Every version of one article, the current one first, then by when it was first captured."""
    columns = ("version", "captured", "loaded", "load", "source", "headline", "text", "current")
    row = connection.execute("select id from article where public = ?", (public,)).fetchone()
    if row is None:
        return frame([], columns)
    state = read_states(connection, [row[0]])[row[0]]
    first = {s.version: s for s in sorted(state.sightings, key=lambda s: (-s.seen, -s.id))}
    if state.best.rank:
        first = {version: s for version, s in first.items() if s.rank}
    loaded = dict(connection.execute("select id, started from load").fetchall())
    found = {
        number: (headline, text)
        for number, headline, text in connection.execute(
            "select id, headline, text from version where article = ?", (row[0],)
        )
    }
    best = state.best.version
    order = sorted(first.values(), key=lambda s: (s.version != best, -s.seen, -s.id))
    lines = [
        (s.version, s.captured, loaded[s.load], s.load, s.found["source"], *found[s.version],
         s.version == best)
        for s in order
    ]  # fmt: skip
    return frame(lines, columns).astype({"version": "int64", "load": "int64", "current": "bool"})


def loads_of(connection: sqlite3.Connection) -> pd.DataFrame:
    """Every load, newest first; what was skipped by reason."""
    names = ("load", "when", "source", "command", "state", "added", "updated", "unchanged", "stubs")
    lines = connection.execute(
        "select id, started, source, command, state, added, updated, unchanged, stubs, skipped"
        " from load order by id desc"
    ).fetchall()
    answer = frame(lines, names)
    skipped = [json.loads(line[-1]) for line in lines]
    answer["skipped"] = pd.Series(skipped, dtype=object)
    return answer.astype(dict.fromkeys(("load", "added", "updated", "unchanged", "stubs"), "int64"))
