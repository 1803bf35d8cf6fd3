"""Every history of three items that could be one article: loaded again, nothing is added or changed."""

import itertools
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pytest

from clippings.archive import Saved
from clippings.archive.sqlite import schema
from clippings.archive.sqlite.items import Item, prepare
from clippings.archive.sqlite.writing import save_batch, start_load
from clippings.article import Article

Loads = Sequence[Sequence[Item]]

TEXTS = (
    "The harbour levy rises in spring, said the port of Sulvek on Monday morning, and not before.",
    "Nothing of this was ever said about boats; it is the dam that everybody in town speaks of.",
    "",
)
URLS = ("https://mirror.example/a", "https://mirror.example/b", None)
DAYS = ("2023-02-01", None)

ITEMS = [
    prepare(
        [Article("Levy rises", "a.csv", text, url, "mirror.example", published=day,
                 published_precision=day and "day", stub=not text)],
        None,
    )[0]
    for text, url, day in itertools.product(TEXTS, URLS, DAYS)
]  # fmt: skip


def in_order(history: Sequence[Item]) -> bool:
    """Whether no other history is the same but for which text, which address is called the first."""
    texts = [item.text for item in history if item.text]
    urls = [item.found["url"] for item in history if "url" in item.found]
    return (not texts or texts[0] == TEXTS[0]) and (not urls or urls[0] == URLS[0])


HISTORIES = [one for one in itertools.product(ITEMS, repeat=3) if in_order(one)]


@pytest.fixture(scope="module")
def connection() -> Iterator[sqlite3.Connection]:
    """An archive in memory, for every history a new one."""
    opened = sqlite3.connect(":memory:", isolation_level=None)
    schema.migrate(opened, "memory")
    yield opened
    opened.close()


@contextmanager
def rolled_back(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("begin")
    yield
    connection.execute("rollback")


def load(connection: sqlite3.Connection, items: Sequence[Item]) -> Saved:
    number = start_load(connection, "test", "a.csv")
    saved = save_batch(connection, number, number, items, None, None, "memory")
    counted = saved.added + saved.updated + saved.unchanged + saved.stubs + saved.known_stubs
    assert counted == len(items), "each item has one outcome"
    return saved


def shown(connection: sqlite3.Connection) -> list[tuple[object, ...]]:
    return connection.execute(
        "select public, url, day, stub, versions, version.headline, text"
        " from article join version on version.id = article.version order by article.id"
    ).fetchall()


def broken(connection: sqlite3.Connection, loads: Loads) -> bool:
    """Whether a load of the history done again, the last one first, adds or changes anything."""
    with rolled_back(connection):
        for items in loads:
            load(connection, items)
        texts = {text for (text,) in connection.execute("select text from version")}
        assert {item.text for items in loads for item in items} == texts, "no text is lost"
        before = shown(connection)
        for again, items in enumerate(reversed(loads)):
            saved = load(connection, items)
            if saved.added or saved.updated or saved.stubs:
                return True
            # What an older load says is the newest word when it is said again.
            if not again and shown(connection) != before:
                return True
        return [row[0] for row in shown(connection)] != [row[0] for row in before]


@pytest.mark.parametrize("loads", [1, 3], ids=["in one load", "in a load each"])
def test_a_load_done_again_adds_nothing(connection: sqlite3.Connection, loads: int) -> None:
    histories = [[one] if loads == 1 else [[item] for item in one] for one in HISTORIES]
    assert [one for one in histories if broken(connection, one)] == []


def how_many(connection: sqlite3.Connection, items: Sequence[Item]) -> int:
    with rolled_back(connection):
        for item in items:
            load(connection, [item])
        return len(shown(connection))


def test_two_items_are_one_article_in_either_order(connection: sqlite3.Connection) -> None:
    for pair in itertools.combinations(ITEMS, 2):
        assert how_many(connection, pair) == how_many(connection, pair[::-1]), pair
