"""The topics last found, and the articles in them."""

import json
import sqlite3
from collections.abc import Sequence

from clippings.archive import Topic
from clippings.archive.sqlite.current import as_json
from clippings.archive.sqlite.states import IN, among


def write(connection: sqlite3.Connection, topics: Sequence[Topic], version: str) -> None:
    """Replace all topics; members that are no longer in the archive are left out."""
    connection.execute("delete from topic_article")
    connection.execute("delete from topic")
    for number, topic in enumerate(topics, 1):
        connection.execute(
            "insert into topic (number, id, label, terms, language, version)"
            " values (?, ?, ?, ?, ?, ?)",
            (number, topic.id, topic.label, as_json(topic.terms), topic.language, version),
        )
        known = connection.execute(
            f"select id, public from article where public {IN}", (among(topic.members),)
        ).fetchall()
        connection.executemany(
            "insert into topic_article values (?, ?, ?)",
            [(number, row, topic.members[public]) for row, public in known],
        )


def read(connection: sqlite3.Connection) -> list[Topic]:
    """The topics in the order they were saved in, without their members."""
    return [
        Topic(id, label, tuple(json.loads(terms)), language, {})
        for id, label, terms, language in connection.execute(
            "select id, label, terms, language from topic order by number"
        )
    ]
