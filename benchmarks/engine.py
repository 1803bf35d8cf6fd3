"""Loading and counting, measured against plainer ways to do the same, in one run on one machine.

    python benchmarks/engine.py corpus.jsonl [--articles N] [--archive PATH]

The corpus is JSON Lines: url, title, published, outlet, author, language, category, text.

*Load*: rows a second, saved through the archive, beside bare sqlite3 filling one table and the same
full-text index in the same transactions (rounds take turns, medians).
*All panels*: count, by day, week and month, 25 biggest outlets, outlet by month, section by month,
the facets, the newest 50 with snippets; through the archive's own answers, beside one SQL statement
a panel on a narrow table, and beside pandas with everything in memory. Results are compared first.
"""

import argparse
import datetime as dt
import itertools
import json
import re
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

sys.path.insert(0, str(Path(__file__).parent.parent))

from clippings.archive import open_archive
from clippings.archive.selection import Selection
from clippings.archive.sqlite.engine import SqliteArchive
from clippings.article import Article, Person

BATCH = 2_000
ROUNDS = 5


def records(corpus: Path, total: int | None) -> Iterator[dict[str, Any]]:
    with corpus.open(encoding="utf-8") as lines:
        yield from map(json.loads, itertools.islice(lines, total))


def article(record: dict[str, Any]) -> Article:
    return Article(
        headline=record["title"],
        text=record["text"],
        source="corpus.jsonl",
        url=record["url"],
        site=record["outlet"],
        outlet=record["outlet"],
        section=record["category"],
        published=record["published"],
        published_precision="second",
        byline=(Person(record["author"]),) if record["author"] else (),
        language=record["language"],
    )


def batches(rows: Iterable[Any]) -> Iterator[list[Any]]:
    rows = iter(rows)
    while batch := list(itertools.islice(rows, BATCH)):
        yield batch


# Loading


def load_ours(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    with open_archive(path, write=True) as archive:
        load = archive.start_load("benchmark", "corpus.jsonl")
        for batch in batches(rows):
            archive.save(load, [article(record) for record in batch])
        archive.finish_load(load, {})


def load_bare(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript(
        "pragma page_size=8192; pragma journal_mode=wal; pragma synchronous=full;"
        "pragma cache_size=-65536;"
        "create table article (id integer primary key, url text unique, title text,"
        " published text, outlet text, author text, language text, category text, text text);"
        "create virtual table fts using fts5(title, text, content='article', content_rowid='id',"
        " tokenize='unicode61 remove_diacritics 2');"
    )
    number = 0
    for batch in batches(rows):
        connection.execute("begin immediate")
        lines = [
            (number + place, r["url"], r["title"], r["published"], r["outlet"], r["author"],
             r["language"], r["category"], r["text"])
            for place, r in enumerate(batch, 1)
        ]  # fmt: skip
        number += len(lines)
        connection.executemany("insert into article values (?,?,?,?,?,?,?,?,?)", lines)
        connection.executemany(
            "insert into fts (rowid, title, text) values (?, ?, ?)",
            [(line[0], line[2], line[8]) for line in lines],
        )
        connection.execute("commit")
    connection.close()


def load_rates(corpus: Path, folder: Path, total: int = 10_000) -> None:
    rates: dict[str, list[float]] = {"archive": [], "bare sqlite3": []}
    loaders = {"archive": load_ours, "bare sqlite3": load_bare}
    for turn in range(3):
        for name, loader in loaders.items():
            seconds = timed(lambda: loader(folder / f"{name}{turn}.db", records(corpus, total)))  # noqa: B023
            rates[name].append(total / seconds)
    medians = {name: statistics.median(values) for name, values in rates.items()}
    for name, values in rates.items():
        print(
            f"load {name:14} {medians[name]:8,.0f} rows/s  ({min(values):,.0f}-{max(values):,.0f})"
        )
    print(f"archive / bare: {medians['archive'] / medians['bare sqlite3']:.2f}")


def timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


# All panels


@dataclass(frozen=True)
class Case:
    name: str
    word: str = ""
    first: dt.date | None = None
    last: dt.date | None = None

    @property
    def selection(self) -> Selection:
        return Selection(query=self.word, from_=self.first, to=self.last)


def ours(archive: SqliteArchive, case: Case) -> Any:
    selection = case.selection
    count = archive.count(selection)
    for by in ("day", "week", "month"):
        months = archive.count(selection, (by,))
    outlets = archive.count(selection, ("outlet",), span=True)
    outlets.sort_values("articles", ascending=False).head(25)
    archive.count(selection, ("outlet", "month"))
    archive.count(selection, ("section", "month"))
    for facet in ("section", "language"):
        archive.count(selection, (facet,))
    columns = ("id", "headline", "day", "outlet", "snippet")
    archive.rows(selection, columns, limit=50)
    return int(count["articles"].iloc[0]), months["articles"].tolist()


MONTH = "strftime('%Y-%m', day * 86400, 'unixepoch')"
PANELS = (
    "select count(*) from n where {}",
    "select day, count(*) from n where {} group by 1",
    "select (day + 3) / 7, count(*) from n where {} group by 1",
    f"select {MONTH}, count(*) from n where {{}} group by 1",
    "select outlet, count(*), min(day), max(day) from n where {} group by 1 order by 2 desc limit 25",
    f"select outlet, {MONTH}, count(*) from n where {{}} group by 1, 2",
    f"select section, {MONTH}, count(*) from n where {{}} group by 1, 2",
    "select section, count(*) from n where {} group by 1",
    "select language, count(*) from n where {} group by 1",
)


def in_sql(connection: sqlite3.Connection, case: Case) -> Any:
    where, values = "1", []
    if case.word:
        where += " and id in (select rowid from article_fts where article_fts match ?)"
        values.append(f'"{case.word}"')
    if case.first and case.last:
        where += " and day between ? and ?"
        values += [(day - dt.date(1970, 1, 1)).days for day in (case.first, case.last)]
    answers = [connection.execute(sql.format(where), values).fetchall() for sql in PANELS]
    newest = connection.execute(
        f"select id from n where {where} order by day desc limit 50", values
    ).fetchall()
    connection.execute(
        "select headline, text from article_words where id in (select value from json_each(?))",
        (json.dumps([row for (row,) in newest]),),
    ).fetchall()
    return answers[0][0][0], [row[1] for row in answers[3]]


def in_pandas(frame: pd.DataFrame, texts: pd.Series, case: Case) -> Any:
    chosen = frame
    if case.word:
        word = re.compile(rf"\b{re.escape(case.word)}\b", re.IGNORECASE)
        chosen = chosen[texts.str.contains(word)]
    if case.first and case.last:
        days = chosen["day"]
        chosen = chosen[(days >= pd.Timestamp(case.first)) & (days <= pd.Timestamp(case.last))]
    days = chosen["day"]
    months = days.dt.to_period("M")
    days.value_counts()
    days.dt.to_period("W").value_counts()
    by_month = months.value_counts().sort_index()
    chosen.groupby("outlet", observed=True)["day"].agg(["size", "min", "max"]).nlargest(25, "size")
    chosen.groupby(["outlet", months], observed=True).size()
    chosen.groupby(["section", months], observed=True).size()
    for facet in ("section", "language"):
        chosen[facet].value_counts()
    texts.loc[days.nlargest(50).index]
    return len(chosen), by_month.tolist()


def narrow(archive: Path, folder: Path) -> sqlite3.Connection:
    """The archive's own index beside a narrow table of numbers, in one connection."""
    connection = sqlite3.connect(archive)
    connection.execute("pragma cache_size=-65536")
    connection.execute("pragma mmap_size=8589934592")
    connection.execute("attach ? as beside", (str(folder / "narrow.db"),))
    connection.execute(
        "create table beside.n as select id, day, outlet_id as outlet, section_id as section,"
        " language_id as language from article where not stub order by id"
    )
    connection.commit()
    return connection


def frames(archive: Path) -> tuple[pd.DataFrame, pd.Series]:
    connection = sqlite3.connect(archive)
    frame = pd.read_sql(
        "select day, outlet, section, language, headline, text from articles", connection
    )
    connection.close()
    frame["day"] = pd.to_datetime(frame["day"])
    for name in ("outlet", "section", "language"):
        frame[name] = frame[name].astype("category")
    texts = frame["headline"] + " " + frame["text"]
    return frame.drop(columns=["headline", "text"]), texts


def words(archive: Path, shares: Iterable[float]) -> Iterator[str]:
    """Plain words that stand in about these shares of the articles."""
    connection = sqlite3.connect(archive)
    connection.execute(
        "create virtual table temp.vocabulary using fts5vocab(main, article_fts, row)"
    )
    total = connection.execute("select count(*) from article").fetchone()[0]
    for share in shares:
        yield connection.execute(
            "select term from temp.vocabulary where term glob '[a-z]*' and not term glob '*[^a-z]*'"
            " order by abs(doc - ?) limit 1",
            (share * total,),
        ).fetchone()[0]
    connection.close()


def median(work: Callable[[], object], rounds: int) -> float:
    return statistics.median(timed(work) for _ in range(rounds)) * 1000


def panels(archive: Path, folder: Path, rounds: int, pandas: bool) -> None:
    rare, common = words(archive, (0.015, 0.5))
    cases = (
        Case("no filter"),
        Case("90 days", first=dt.date(2024, 5, 1), last=dt.date(2024, 7, 29)),
        Case(f"word in 1.5 % ({rare})", rare),
        Case(f"word in 50 % ({common})", common),
    )
    connection = narrow(archive, folder)
    frame, texts = frames(archive) if pandas else (pd.DataFrame(), pd.Series())
    print(
        f"\n{'all panels, ms':28}{'first':>9}{'again':>9}{'SQL':>10}{'pandas':>10}{'SQL/first':>11}"
    )
    with SqliteArchive(archive) as opened:
        print(f"columns read: {timed(lambda: opened.count(Selection())) * 1000:,.0f} ms")
        for case in cases:
            expected = ours(opened, case)
            assert expected == in_sql(connection, case), case
            if pandas:
                # A regular expression knows no folding, so it may miss a spelling.
                found = in_pandas(frame, texts, case)[0]
                assert abs(found - expected[0]) <= max(2, expected[0] / 50), case
            first = median(lambda: first_time(opened, case), rounds)  # noqa: B023
            again = median(lambda: ours(opened, case), rounds)  # noqa: B023
            sql = median(lambda: in_sql(connection, case), min(rounds, 3))  # noqa: B023
            slow = median(lambda: in_pandas(frame, texts, case), 3) if pandas else float("nan")  # noqa: B023
            print(
                f"{case.name:28}{first:9.1f}{again:9.1f}{sql:10.1f}{slow:10.1f}{sql / first:10.0f}x"
            )
    connection.close()


def first_time(archive: SqliteArchive, case: Case) -> Any:
    archive.forget_hits()
    return ours(archive, case)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--articles", type=int)
    parser.add_argument("--archive", type=Path, help="keep it here; used as it is if it is there")
    parser.add_argument("--no-pandas", action="store_true")
    parser.add_argument("--no-rates", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if not options.no_rates:
            load_rates(options.corpus, folder)
        archive = options.archive or folder / "archive.db"
        if not archive.exists():
            rows = records(options.corpus, options.articles)
            seconds = timed(lambda: load_ours(archive, rows))
            with open_archive(archive) as opened:
                total = int(opened.count(Selection())["articles"].iloc[0])
            size = archive.stat().st_size / 2**20
            rate = total / seconds
            print(f"whole load: {total:,} articles, {rate:,.0f} rows/s, {size:,.0f} MB")
        panels(archive, folder, ROUNDS, not options.no_pandas)


if __name__ == "__main__":
    main()
