"""Decisions about topics in the log: each speaks of articles, and says which topic these stood for."""

import json
import re
import sqlite3
from collections.abc import Iterator

import pandas as pd

from clippings.archive.sqlite.decision_log import ORDER, write_line
from clippings.archive.sqlite.fetching import frame
from clippings.archive.sqlite.states import IN, among, taken_back
from clippings.archive.topics import DECISIONS, Said, Side

_OLD = re.compile(r"(?P<topic>\w+)(?:/(?P<part>\d+))? (?P<label>.*)", re.DOTALL)


def logged(connection: sqlite3.Connection) -> int:
    """How many decisions of any kind there are."""
    (count,) = connection.execute("select count(*) from decision").fetchone()
    return int(count)


def log(connection: sqlite3.Connection, said: Said, because: str, who: str) -> int:
    """Write down a decision; its number."""
    number = write_line(connection, said.kind, said.new, because, who)
    connection.executemany(
        "insert into decision_article (article, decision, old) values (?, ?, ?)",
        [(article, number, _old(side)) for side in said.sides for article in side.articles],
    )
    return number


def _old(side: Side) -> str | None:
    if not side.topic:
        return None
    return f"{side.topic}{f'/{side.part}' if side.part else ''} {side.label}"


def said(connection: sqlite3.Connection) -> list[Said]:
    """The decisions about topics that stand, oldest first."""
    undone = taken_back(connection)
    rows = connection.execute(
        f"select id, field, new from decision d where field {IN} and undoes is null order by {ORDER}",
        (among(DECISIONS),),
    ).fetchall()
    return [
        Said(field, new, tuple(_sides(connection, number)), number)
        for number, field, new in rows
        if number not in undone
    ]


def _sides(connection: sqlite3.Connection, decision: int) -> Iterator[Side]:
    """The topics a decision speaks of, each with its articles."""
    for old, articles in connection.execute(
        "select old, json_group_array(article) from decision_article where decision = ?"
        " group by old order by old",
        (decision,),
    ):
        known = _OLD.fullmatch(old or "")
        ids = tuple(sorted(json.loads(articles)))
        if known is None:
            yield Side("", "", ids)
        else:
            yield Side(known["topic"], known["label"], ids, int(known["part"] or 0))


def events(connection: sqlite3.Connection) -> pd.DataFrame:
    """What the fits did to the topics, the newest first."""
    lines = [
        (*rest, json.loads(others))
        for *rest, others in connection.execute(
            "select fit, kind, topic, label, others from topic_event order by id desc"
        )
    ]
    return frame(lines, ("when", "kind", "topic", "label", "others"))
