"""Words of removed articles in what was learned from many texts: names of topics, stock lines."""

import json
import sqlite3
from collections.abc import Collection

from clippings.archive.sqlite.current import as_json
from clippings.archive.sqlite.states import IN, among
from clippings.archive.topics import DECISIONS
from clippings.folding import tokens

_GONE = "…"
"""Stands where a phrase was."""


def take_out(connection: sqlite3.Connection, words: Collection[str]) -> None:
    """Take those of the words that no article has any more out of what was learned from the texts."""
    _Leftovers(connection, words).take_out()


class _Leftovers:
    def __init__(self, connection: sqlite3.Connection, words: Collection[str]) -> None:
        self._connection = connection
        self._words = words
        self._known: dict[str, bool] = {}

    def take_out(self) -> None:
        """Go through all that holds words of texts."""
        self._topics()
        self._phrases("topic_event", "id", "label")
        self._phrases("copy_stock", "mark", "line")
        self._sides()

    def _gone(self, text: str | None) -> bool:
        """Whether a word of the text stands in no article any more."""
        return any(self._nowhere(word) for word in tokens(text or "") if word in self._words)

    def _nowhere(self, word: str) -> bool:
        if word not in self._known:
            found = self._connection.execute(
                "select 1 from article_fts where article_fts match ? limit 1", (f'"{word}"',)
            )
            self._known[word] = found.fetchone() is None
        return self._known[word]

    def _topics(self) -> None:
        """A label of words that are gone becomes the topic's terms, unless an analyst gave it."""
        rows = self._connection.execute(
            "select number, label, found_label, terms, weights, named, by_hand from topic"
        ).fetchall()
        for number, label, found, terms, weights, named, by_hand in rows:
            left = [term for term in json.loads(terms) if not self._gone(term)]
            weigh = {w: v for w, v in json.loads(weights or "{}").items() if not self._gone(w)}
            instead = ", ".join(left[:3]) or _GONE
            self._connection.execute(
                "update topic set label = ?, found_label = ?, terms = ?, weights = ? where number = ?",
                (
                    instead if self._gone(label) and not (named or by_hand) else label,
                    instead if self._gone(found) else found,
                    as_json(left), as_json(weigh), number,
                ),
            )  # fmt: skip

    def _phrases(self, table: str, key: str, column: str) -> None:
        rows = self._connection.execute(f"select {key}, {column} from {table}").fetchall()
        gone = [number for number, phrase in rows if self._gone(phrase)]
        if table == "copy_stock":
            self._connection.execute(f"delete from copy_stock where mark {IN}", (among(gone),))
        else:
            self._connection.execute(
                f"update {table} set {column} = ? where {key} {IN}", (_GONE, among(gone))
            )

    def _sides(self) -> None:
        """The label that a topic had when something was decided of it."""
        rows = self._connection.execute(
            "select distinct old from decision_article join decision on decision.id = decision"
            f" where field {IN} and old is not null",
            (among(DECISIONS),),
        ).fetchall()
        for (old,) in rows:
            topic, _, label = old.partition(" ")
            if self._gone(label):
                self._connection.execute(
                    "update decision_article set old = ? where old = ?", (f"{topic} {_GONE}", old)
                )
