"""Any history of loads: doing one twice adds nothing, undoing one leaves what was there before."""

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from clippings.archive import Archive, Capture, open_archive
from clippings.archive.kept_records import Records
from clippings.archive.selection import Selection
from clippings.article import Article
from clippings.folding import tokens

TEXTS = (
    "The harbour levy rises in spring, said the port of Sulvek on Monday morning, and not before.",
    "The harbour levy rises in spring, said the port of Sulvek on Friday evening, and not before.",
    "Nothing of this was ever said about boats; it is the dam that everybody in town speaks of.",
    "مُحَمَّد درباره سد و آب رودخانه سخن گفت و همه شنیدند",
    "Short.",
    "",
)


def made(**fields: Any) -> Article:
    """An article whose parts fit together."""
    day = fields["published"]
    if not fields["text"]:
        fields |= {"stub": True, "cut": False}
    return Article(source="a.txt", published_precision=day and "day", **fields)


ARTICLES = st.builds(
    made,
    headline=st.sampled_from(("Levy rises", "LEVY RISES!", "Dam shut", "?")),
    text=st.sampled_from(TEXTS),
    url=st.sampled_from((None, None, "https://mirror.example/a", "https://mirror.example/b")),
    site=st.sampled_from((None, "mirror.example")),
    outlet=st.sampled_from((None, "The Mirror")),
    published=st.sampled_from((None, "2023-02-01", "2023-02-02")),
    comments=st.sampled_from((None, 3, 4)),
    captured=st.sampled_from((None, "2023-02-03", "2024-01-01T10:00:00+02:00")),
    cut=st.booleans(),
    stub=st.just(False),
)


@contextmanager
def made_archive() -> Iterator[Archive]:
    """A new archive for one example."""
    with (
        tempfile.TemporaryDirectory() as folder,
        open_archive(Path(folder) / "a.db", write=True) as archive,
    ):
        yield archive


LOADS = st.tuples(
    st.lists(ARTICLES, min_size=1, max_size=4), st.sampled_from((None, b"1", b"2", b"rows"))
)


def kept(articles: list[Article], page: bytes | None) -> Capture | Records | None:
    """What the articles were read from: nothing that is kept, a row each, or one page."""
    if page == b"rows":
        return Records("a.csv", "csv", {}, {}, [one.headline.encode() for one in articles])
    return None if page is None else Capture("a.txt", page, "captures", {})


def load(archive: Archive, articles: list[Article], page: bytes | None) -> tuple[int, int]:
    """The load's number, and how many articles and stubs were new or changed."""
    number = archive.start_load("test", "a.txt")
    capture = kept(articles, page)
    saved = archive.save(number, articles, capture)
    archive.finish_load(number, {})
    return number, saved.added + saved.updated + saved.stubs


def contents(archive: Archive) -> list[dict[str, Any]]:
    return list(archive.records(Selection(stubs=True)))


def check(archive: Archive) -> None:
    """What is counted, shown and indexed is the same, and no row is left over."""
    records = contents(archive)
    assert int(archive.count(Selection(stubs=True))["articles"].iloc[0]) == len(records)
    for word in ("levy", "dam", "محمد"):
        rows = archive.rows(Selection(query=word, stubs=True), ("id",))
        said = [tokens(f"{record['headline']} {record['text']}") for record in records]
        assert len(rows) == sum(word in words for words in said)
    connection = sqlite3.connect(archive.path)
    connection.execute("insert into article_fts (article_fts, rank) values ('integrity-check', 1)")
    for sql in (
        "select count(*) from sighting where article not in (select id from article)",
        "select count(*) from version where id not in (select version from sighting)",
        "select count(*) from article where id not in (select article from sighting)",
        "select count(*) from article_key where article not in (select id from article)",
        "select count(*) from capture where id not in (select capture from sighting"
        " where capture is not null)",
        "select count(*) from record_data where hash not in (select hash from record_batch)",
        "select count(*) from record_batch where hash not in (select hash from record_data)",
        "select count(*) from sighting join record_batch on sighting.id between first and last"
        " where sighting.load != record_batch.load",
    ):
        assert connection.execute(sql).fetchone() == (0,), sql
    connection.close()


@given(st.lists(LOADS, max_size=4), LOADS)
@settings(max_examples=40, deadline=None)
def test_a_load_undone_leaves_what_was_there_before(
    history: list[tuple[list[Article], bytes | None]], last: tuple[list[Article], bytes | None]
) -> None:
    with made_archive() as archive:
        numbers = [load(archive, *one)[0] for one in history]
        before = contents(archive)
        number, _ = load(archive, *last)
        check(archive)
        archive.undo_load(number)
        check(archive)
        assert contents(archive) == before
        for number in numbers:
            archive.undo_load(number)
            check(archive)
        assert contents(archive) == []


def like_headlined(text: str, url: str | None, **fields: Any) -> Article:
    """An article at that address of one site; all of one headline."""
    return Article("Levy rises", "a.txt", text, url, "mirror.example", stub=not text, **fields)


# One article at two addresses, met as a teaser at the one that is not its current one.
AT_TWO = [
    like_headlined("", "https://mirror.example/a"),
    like_headlined(TEXTS[0], None),
    like_headlined(TEXTS[0], "https://mirror.example/b"),
]
# The same, its address once with a mark inside the page.
MARKED = [
    like_headlined(TEXTS[0], "https://mirror.example/a#top"),
    like_headlined("", "https://mirror.example/a"),
]
# A teaser with an id of its own, whose address is already that of an article with another.
CARRIED = [
    like_headlined(TEXTS[0], "https://mirror.example/a"),
    like_headlined("", "https://mirror.example/a", id="00112233445566aa"),
]
# One id for two texts, the first of which an article with another id takes in.
TWICE = [
    like_headlined(TEXTS[0], "https://mirror.example/a"),
    like_headlined(TEXTS[1], "https://mirror.example/a", id="00112233445566aa"),
    like_headlined(TEXTS[2], "https://mirror.example/b", id="00112233445566aa"),
]


@given(st.lists(LOADS, min_size=1, max_size=4))
@example([(AT_TWO, None)])
@example([(MARKED, None)])
@example([(CARRIED, None)])
@example([(TWICE, None)])
@settings(max_examples=40, deadline=None)
def test_a_load_done_twice_adds_nothing(history: list[tuple[list[Article], bytes | None]]) -> None:
    with made_archive() as archive:
        for one in history:
            load(archive, *one)
        before = {record["id"] for record in contents(archive)}
        _, changed = load(archive, *history[-1])
        check(archive)
        assert changed == 0
        assert {record["id"] for record in contents(archive)} == before


PAGES = st.lists(st.lists(ARTICLES, min_size=1, max_size=4), min_size=1, max_size=4)
# A teaser of its own; then a text at its address that an article of another address takes in.
TAKEN_IN = [
    [like_headlined("", "https://mirror.example/a"), like_headlined(TEXTS[0], None)],
    [like_headlined("", "https://mirror.example/b"), like_headlined(TEXTS[0], "https://mirror.example/b")],
]  # fmt: skip


@given(PAGES)
@example(TAKEN_IN)
@settings(max_examples=40, deadline=None)
def test_pages_read_anew_as_before_change_nothing(pages: list[list[Article]]) -> None:
    with made_archive() as archive:
        for number, articles in enumerate(pages):
            load(archive, articles, str(number).encode())
        before = contents(archive)
        for number, (capture, _) in enumerate(list(archive.captures())):
            archive.resave(capture, pages[number])
            check(archive)
        assert contents(archive) == before
