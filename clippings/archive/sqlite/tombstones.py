"""What is left of a removed article so that it is known when it is met again: numbers, no words."""

import sqlite3
import struct
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from clippings.archive.sqlite.identity import (
    ALIKE,
    ALLOWED,
    CONTAINED,
    EXACT,
    Keys,
    shingles,
    url_key,
)
from clippings.archive.sqlite.items import Item
from clippings.archive.sqlite.states import IN, State, among

_KEPT = 64
"""Shingles whose numbers are kept of a text, the smallest: enough to tell whether another shares 30 %."""


@dataclass(frozen=True, slots=True)
class _Tombstone:
    article: str
    decision: int
    url: int | None
    day: int | None
    loosely: bool
    sketch: frozenset[int]


class Tombstones:
    """The removed articles that the items of one batch may be."""

    def __init__(self, connection: sqlite3.Connection, items: Sequence[Item]) -> None:
        self._by_public: dict[str, _Tombstone] = {}
        self._by_key: dict[int, list[_Tombstone]] = defaultdict(list)
        if connection.execute("select 1 from removed limit 1").fetchone():
            self._read(connection, items)

    def _read(self, connection: sqlite3.Connection, items: Iterable[Item]) -> None:
        keys = {key for item in items for key in item.keys.sought}
        found = connection.execute(
            f"select key, article from removed_key where key {IN}", (among(keys),)
        ).fetchall()
        publics = {item.public for item in items if item.public is not None}
        publics |= {article for _, article in found}
        rows = connection.execute(
            f"select article, decision, url, day, loosely, sketch from removed where article {IN}",
            (among(publics),),
        )
        self._by_public = {
            article: _Tombstone(article, decision, url, day, bool(loosely), _unpacked(sketch))
            for article, decision, url, day, loosely, sketch in rows
        }
        for key, article in found:
            self._by_key[key].append(self._by_public[article])

    def best(self, item: Item) -> tuple[int, int]:
        """How well the removed article that fits the item best does, 0 if none does, and the decision
        that removed it."""
        if not self._by_public:
            return 0, 0
        if item.public in self._by_public:
            return EXACT, self._by_public[item.public].decision
        scores = [
            (_score(item, key, stone), stone.decision)
            for key in item.keys.sought
            for stone in self._by_key.get(key, ())
        ]
        return max(scores, default=(0, 0))


def _score(item: Item, key: int, stone: _Tombstone) -> int:
    if key == item.keys.same:
        return EXACT
    alike = _alike(stone.sketch, item.text)
    if not _meant(item, key, stone, alike):
        return 0
    return ALIKE if alike else ALLOWED


def _meant(item: Item, key: int, stone: _Tombstone, alike: bool | None) -> bool:
    """Whether the item is the removed article, as a resolver would tell it of one that stands."""
    keys: Keys = item.keys
    loosely = keys.loosely or stone.loosely
    if alike:
        return loosely or key in (keys.url, keys.dated)
    if key == keys.url:
        return True
    elsewhere = keys.url is not None and stone.url is not None and keys.url != stone.url
    if elsewhere or (item.public is not None and item.public != stone.article):
        return False
    if key == keys.dated:
        return keys.placed
    return keys.placed and loosely and alike is None and len({keys.day, stone.day} - {None}) < 2


def _alike(kept: frozenset[int], text: str) -> bool | None:
    """Whether a text shares a good part of its words with the one whose sketch was kept."""
    numbers = shingles(text)
    if len(kept) == _KEPT:
        numbers = {number for number in numbers if number <= max(kept)}
    if not kept or not numbers:
        return None
    return len(kept & numbers) >= CONTAINED * min(len(kept), len(numbers))


def bury(
    connection: sqlite3.Connection, decision: int, states: Sequence[State], texts: Sequence[str]
) -> None:
    """Keep what tells these articles from others, before they are deleted."""
    rows = []
    for state, text in zip(states, texts, strict=True):
        values = state.values
        url = url_key(values["url"])
        sketch = sorted(shingles(text))[:_KEPT]
        rows.append(
            (state.public, decision, url, values["day"], state.loosely,
             struct.pack(f"<{len(sketch)}q", *sketch))
        )  # fmt: skip
    connection.executemany("insert or replace into removed values (?, ?, ?, ?, ?, ?)", rows)
    connection.execute(
        "insert or ignore into removed_key select key, public from article_key"
        f" join article on article.id = article_key.article where article.id {IN}",
        (among(state.id for state in states),),
    )


def _unpacked(sketch: bytes) -> frozenset[int]:
    return frozenset(struct.unpack(f"<{len(sketch) // 8}q", sketch))


def removed_among(connection: sqlite3.Connection, publics: Collection[str]) -> set[str]:
    """Those of these ids whose article was removed."""
    rows = connection.execute(f"select article from removed where article {IN}", (among(publics),))
    return {public for (public,) in rows}
