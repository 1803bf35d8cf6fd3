"""A million articles in one archive: loaded as a user loads, then asked all that the pages ask.

    python -m benchmarks.million CORPUS.jsonl --archive PATH [--plant] [--pages] [--export] [--remove]

CORPUS is JSON Lines: url, title, published, outlet, author, language, category, text. It is loaded by
`clippings add --defer` unless the archive is there. `--plant` puts in its place what deriving would take an
hour for: topics (two of forty of its language for each article), writers (one of eleven other outlets
for two in five), copies (those word for word). Each question is asked once as a new process would, then five
times: milliseconds of a core (the machine may be busy), of the clock, and by how much memory of its own
the process grew. `--pages` runs the script of every page, `--export` writes files of all of it, `--remove`
takes one article out for good.
"""

import argparse
import contextlib
import datetime as dt
import json
import os
import re
import sqlite3
import statistics
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from streamlit.testing.v1 import AppTest

from benchmarks.archive_copies import own_memory
from benchmarks.engine import words
from clippings import bylines, courses, questions, removals, shared_texts, topic_views
from clippings.archive import open_archive
from clippings.archive.selection import Selection
from clippings.archive.sqlite.engine import SqliteArchive
from clippings.derive_outlets import outlets_known
from clippings.exports import write_articles
from clippings.pages import PAGES

ROOT = Path(__file__).parent.parent
ROUNDS = 5
CLICK = 500
"""Milliseconds that a question may take for which nothing was measured before."""
LISTED = ("id", "headline", "day", "outlet", "origin", "origin_basis", "cut", "stub", "copy_group")
PLAIN, FOUND = (*LISTED, "section", "language", "words"), (*LISTED, "snippet")


@dataclass(frozen=True, slots=True)
class Ask:
    """One question, and what it may take in milliseconds of a core."""

    name: str
    run: Callable[[], object]
    goal: int = CLICK


@dataclass(frozen=True, slots=True)
class Took:
    """What something took: seconds of a core and of the clock, megabytes grown."""

    core: float
    clock: float
    grown: float


def measured(run: Callable[[], object]) -> Took:
    before, peak, done = own_memory(), own_memory(), threading.Event()

    def watch() -> None:
        nonlocal peak
        while not done.wait(0.02):
            peak = max(peak, own_memory())

    watcher = threading.Thread(target=watch)
    watcher.start()
    clock, core = time.perf_counter(), time.process_time()
    run()
    core, clock = time.process_time() - core, time.perf_counter() - clock
    peak = max(peak, own_memory())
    done.set()
    watcher.join()
    return Took(core, clock, peak - before)


def load(corpus: Path, archive: Path) -> None:
    """What a user types, in a process of its own."""
    command = [sys.executable, "-m", "clippings", "add", str(corpus), "--defer", "--json"]
    began = time.perf_counter()
    child = os.spawnv(os.P_NOWAIT, sys.executable, [*command, "--archive", str(archive)])
    _, _, used = os.wait4(child, 0)
    core, clock = used.ru_utime + used.ru_stime, time.perf_counter() - began
    size = archive.stat().st_size / 2**30
    print(
        f"load: {core:,.0f} s of a core, {clock:,.0f} s, {used.ru_maxrss / 1024:,.0f} MB at most,"
        f" file {size:.1f} GB"
    )


def plant(archive: Path) -> None:
    """What deriving would find, roughly, put there by hand; the state of the archive changes."""
    with contextlib.closing(sqlite3.connect(archive, isolation_level=None)) as connection:
        if connection.execute("select count(*) from topic").fetchone()[0]:
            return
        connection.executescript(_PLANT)


_TOPICS, _STEP = 40, 17
_PLANT = f"""
    begin immediate;
    insert into change (id, token, at, what)
      select max(id) + 1, 'planted', at, 'undo' from change;
    insert into origin (name) select name from outlet where true on conflict do nothing;
    update article set origin_basis = 'stated', origin_id =
      (select o.id from origin o join outlet on outlet.name = o.name
       where outlet.id = 1 + (article.outlet_id * 7 + article.id % 11) % 300)
      where id % 5 < 2;
    insert into topic (number, id, label, found_label, terms, language, weights, version, standing)
      with recursive n(i) as (select 0 union all select i + 1 from n where i < {_TOPICS - 1})
      select language.id * {_TOPICS} + i, 't' || (language.id * {_TOPICS} + i), 'Topic ' || i || ' ' || name,
        'Topic ' || i, '["one", "two", "three"]', name, '{{"one": 2, "two": 1}}', 'planted', 1
      from language, n;
    insert into topic_article (topic, article, weight)
      select language_id * {_TOPICS} + id % {_TOPICS}, id, 0.3 + (id % 997) / 1500.0 from article;
    insert into topic_article (topic, article, weight)
      select language_id * {_TOPICS} + (id + {_STEP}) % {_TOPICS}, id, 0.1 + (id % 499) / 1500.0
      from article;
    create temp table alike as select digest, min(article) as first from version
      group by digest having count(*) > 1;
    create unique index temp.by_digest on alike (digest);
    insert into copy_member (article, first)
      select version.article, alike.first from alike join version on version.digest = alike.digest;
    create temp table pair as select m.first as a, m.article as b from copy_member m
      where m.first != m.article;
    insert into copy_pair (article, other, copy, words, other_words, kept, other_kept, passages)
      select a, b, 1, one.words, two.words, one.words, two.words, '[]' from pair
      join article one on one.id = a join article two on two.id = b;
    commit;
"""


def overview(archive: SqliteArchive) -> Iterator[Ask]:
    every = Selection()
    yield Ask("the headline figures", lambda: questions.figures(archive, every), 100)
    yield Ask("written elsewhere, writer unknown", lambda: questions.parts(archive, every), 100)
    yield Ask("the same, month by month", lambda: questions.figure_lines(archive, every, "month"))
    yield Ask("volume by day", lambda: questions.volume(archive, every, "day"), 100)
    yield Ask("volume by month", lambda: questions.volume(archive, every, "month"), 100)
    yield Ask(
        "volume by month, split by outlet",
        lambda: questions.volume(archive, every, "month", "outlet"),
    )
    yield Ask(
        "volume by day, split by outlet", lambda: questions.volume(archive, every, "day", "outlet")
    )
    yield Ask(
        "the same, the biggest nine as shares",
        lambda: questions.volume(archive, every, "day", "outlet", share=True, most=9),
    )
    yield Ask("the peaks and their headlines", lambda: questions.peaks(archive, every, "month"))
    yield Ask("the newest ten", lambda: archive.rows(every, PLAIN, limit=10), 100)
    stubs = Selection(stubs=True)
    for name in ("outlet", "section"):
        yield Ask(
            f"what can be chosen: {name}",
            lambda name=name: questions.facet(archive, stubs, name),
            100,
        )


def outlets(archive: SqliteArchive) -> Iterator[Ask]:
    every = Selection()
    texts = Selection(unit="texts")
    yield Ask("outlets, first and last", lambda: questions.outlets(archive, every), 100)
    yield Ask("writers", lambda: questions.outlets(archive, every, by_origin=True), 100)
    yield Ask("outlets month by month", lambda: questions.lines(archive, every, "outlet"))
    yield Ask("who carried whose", lambda: questions.flow(archive, every))
    yield Ask("own work", lambda: questions.own_work(archive, every))
    yield Ask("the table of outlets", lambda: outlets_known(archive), 5_000)
    yield Ask("days from the original", lambda: questions.lags(archive, every), 100)
    yield Ask("outlets, copies counted once", lambda: questions.outlets(archive, texts), 100)


def shared(archive: SqliteArchive) -> Iterator[Ask]:
    every = Selection()
    found = questions.topics(archive, every)
    yield Ask("the topics", lambda: questions.topics(archive, every))
    yield Ask("how each ran", lambda: courses.with_courses(archive, every, found), 2 * CLICK)
    yield Ask("topics by outlet", lambda: topic_views.by_outlet(archive, every))
    yield Ask("topics by month", lambda: questions.lines(archive, every, "topic"))
    if len(found):
        one = found["id"].iloc[0]
        yield Ask("a topic's best articles", lambda: topic_views.best(archive, every, one))
        on_it = Selection(topic=one)
        yield Ask("on one topic: figures", lambda: questions.figures(archive, on_it), 100)
    yield Ask("links between languages", lambda: topic_views.language_links(archive), 5_000)
    copies = shared_texts.copies(archive, every)
    yield Ask("copies", lambda: shared_texts.copies(archive, every), 2 * CLICK)
    yield Ask("copies and how they spread", lambda: shared_texts.spread(archive, every), 5_000)
    yield Ask("passages", lambda: shared_texts.passages(archive, every), 5_000)
    if len(copies):
        group = copies["group"].iloc[0]
        yield Ask("one group", lambda: shared_texts.timeline(archive, group), 100)


def listed(archive: SqliteArchive) -> Iterator[Ask]:
    every = Selection()
    count = int(archive.count(every)["articles"].iloc[0])

    def page(order: str = "day", descending: bool = True, offset: int = 0) -> Callable[[], object]:
        return lambda: archive.rows(
            every, PLAIN, order=order, descending=descending, limit=50, offset=offset
        )

    yield Ask("articles, first page", page(), 100)
    yield Ask("oldest first", page(descending=False), 100)
    yield Ask("a page in the middle", page(offset=count // 2))
    yield Ask("the last page", page(offset=count - 50))
    for order in ("words", "outlet", "headline"):
        yield Ask(f"by {order}", page(order, order == "words"))
    id = archive.rows(every, ("id",), limit=1)["id"].iloc[0]
    yield Ask("an article opened", lambda: archive.record(id), 50)
    yield Ask("its versions", lambda: archive.versions(id), 50)
    yield Ask("what its removal would take away", lambda: archive.removals.lost((id,)), 50)


def searched(archive: SqliteArchive) -> Iterator[Ask]:
    rare, some, common = words(archive.path, (0.0001, 0.015, 0.5))
    said = {f"in 0.01 % ({rare})": (rare, 10), f"in 1.5 % ({some})": (some, 11)}
    said[f"in half ({common})"] = (common, 63)
    said["a prefix that half begins with"] = (f"{common[:2]}*", 216)
    said["a phrase of two common words"] = (f'"{common} {common}"', 124)
    for name, (query, goal) in said.items():
        asked = Selection(query=query)

        def first(asked: Selection = asked) -> object:
            archive.forget_hits()
            return archive.count(asked)

        def page(order: str, asked: Selection = asked) -> Callable[[], object]:
            return lambda: archive.rows(asked, FOUND, order=order, limit=50)

        yield Ask(f"words {name}, matched anew", first, goal)
        yield Ask("– figures, matched before", lambda a=asked: questions.figures(archive, a), 100)
        yield Ask("– first page with snippets", page("day"), 50)
        yield Ask("– best first", page("relevance"), 1_100)


def filtered(archive: SqliteArchive) -> Iterator[Ask]:
    outlets = questions.ranked(archive, Selection(), "outlet")["outlet"]
    (common,) = words(archive.path, (0.5,))
    record = next(one for one in archive.records(Selection(outlet=(outlets[0],))) if one["byline"])
    name = record["byline"][0]["name"]
    spring = {"from_": dt.date(2024, 5, 1), "to": dt.date(2024, 7, 29)}
    chosen = {
        "one outlet": Selection(outlet=(outlets[0],)),
        "one writer": Selection(origin=(outlets[0],)),
        "writer unknown": Selection(origin=("unknown",)),
        "section": Selection(section=("sport",)),
        "language": Selection(language=("fa",)),
        "90 days": Selection(**spring),
        "undated": Selection(undated=True),
        "three outlets, a section, 90 days, a common word": Selection(
            query=common,
            outlet=tuple(outlets[:3]),
            section=("sport",),
            **spring,
        ),
    }
    for said, asked in chosen.items():
        yield Ask(f"{said}: figures", lambda a=asked: questions.figures(archive, a), 100)
        yield Ask(
            "– first page",
            lambda a=asked: archive.rows(a, PLAIN, limit=50),
            100,
        )
    signed = Selection(byline=(name,))

    def anew() -> object:
        archive.forget_hits()
        return archive.count(signed)

    yield Ask("byline, looked up anew", anew, 2_000)
    yield Ask("– figures, looked up before", lambda: questions.figures(archive, signed), 100)
    small = Selection(outlet=(outlets[len(outlets) // 4],))
    yield Ask("who signs in one outlet", lambda: bylines.bylines(archive, small))


ROOMS = (overview, outlets, shared, listed, searched, filtered)


def ask_all(path: Path, only: str) -> None:
    with SqliteArchive(path) as archive:
        opened = measured(lambda: archive.count(Selection()))
        print(f"opened: {1000 * opened.core:,.0f} ms of a core, {opened.grown:,.0f} MB")
        print("\n| question | first | ms of a core | ms | goal | MB |\n|---|--:|--:|--:|--:|--:|")
        for room in ROOMS:
            for ask in room(archive):
                if not re.search(only, ask.name):
                    continue
                first = measured(ask.run)
                again = [measured(ask.run) for _ in range(ROUNDS)]
                core, clock = (
                    1000 * statistics.median(getattr(one, which) for one in again)
                    for which in ("core", "clock")
                )
                grown = max(one.grown for one in (first, *again))
                over = "**" if core > ask.goal else ""
                print(
                    f"| {ask.name} | {1000 * first.core:,.0f} | {over}{core:,.1f}{over} |"
                    f" {clock:,.1f} | {ask.goal:,} | {grown:,.0f} |",
                    flush=True,
                )


def open_pages(path: Path) -> None:
    """Every page's script as it runs when it is opened first, and once more; no browser paints it."""
    os.environ["CLIPPINGS_ARCHIVE"], sys.argv = str(path), ["dashboard.py"]
    print("\n| page | s of a core | again | s | MB |\n|---|--:|--:|--:|--:|")
    for entry in PAGES:
        app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=600)
        app.switch_page(f"clippings/pages/{entry.name}.py")
        first, again = measured(app.run), measured(app.run)
        assert not app.exception, app.exception
        print(
            f"| {entry.title} | {first.core:.1f} | {again.core:.1f} | {first.clock:.1f} |"
            f" {first.grown:,.0f} |",
            flush=True,
        )


def export_all(path: Path, folder: Path) -> None:
    some = Selection(section=("sport",))
    with SqliteArchive(path) as archive:
        for name, asked, formats in (
            ("a section", some, ("csv", "xlsx", "jsonl", "parquet")),
            ("all", Selection(), ("csv", "parquet")),
        ):
            count = int(archive.count(asked)["articles"].iloc[0])
            for format in formats:
                file = folder / f"export.{format}"

                def write(out: BinaryIO, asked: Selection = asked, format: str = format) -> None:
                    write_articles(archive, asked, format, out)

                with file.open("wb") as out:
                    took = measured(lambda out=out, write=write: write(out))
                size = file.stat().st_size / 2**20
                file.unlink()
                print(
                    f"| {name}: {count:,} as {format} | {took.core:,.0f} s of a core |"
                    f" {took.clock:,.0f} s | {size:,.0f} MB | memory {took.grown:,.0f} MB |",
                    flush=True,
                )


def remove_one(path: Path) -> None:
    with open_archive(path, write=True) as archive:
        (id,) = archive.rows(Selection(), ("id",), limit=1)["id"]
        said: dict[str, Any] = {"because": "benchmark", "who": "benchmark"}
        took = measured(lambda: removals.remove(archive, (id,), **said))
    print(
        f"removed for good: {took.core:,.0f} s of a core, {took.clock:,.0f} s, {took.grown:,.0f} MB"
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("corpus", type=Path, nargs="?")
    parser.add_argument("--archive", type=Path, required=True)
    parser.add_argument("--only", default="", help="Those whose names match this.")
    for step in ("plant", "pages", "export", "remove"):
        parser.add_argument(f"--{step}", action="store_true")
    options = parser.parse_args()
    if not options.archive.exists():
        load(options.corpus, options.archive)
    if options.plant:
        plant(options.archive)
    print(json.dumps({"load": os.getloadavg()[0], "python": sys.version.split()[0]}))
    ask_all(options.archive, options.only)
    if options.pages:
        open_pages(options.archive)
    if options.export:
        export_all(options.archive, options.archive.parent)
    if options.remove:
        remove_one(options.archive)


if __name__ == "__main__":
    main()
