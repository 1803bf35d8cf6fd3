"""What is kept for copies: compared texts and their index, paragraphs, what pairs share."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

import numpy as np

from clippings.archive.copies import Carrier, Compared, NewText, Paragraph, Repeated, Shared, Span
from clippings.archive.sqlite.current import as_json
from clippings.archive.sqlite.outlet_store import usual_names
from clippings.archive.sqlite.states import IN, among
from clippings.archive.sqlite.texts import Rows

_WORDS_AT_ONCE = 1_500_000
_FEW = 20_000
_FIGURES = ("copy", "words", "other_words", "kept", "other_kept")


def setting(connection: sqlite3.Connection, name: str) -> str | None:
    """A setting of the archive, if it is there."""
    row = connection.execute("select value from setting where name = ?", (name,)).fetchone()
    return None if row is None else str(row[0])


def set_setting(connection: sqlite3.Connection, name: str, value: str) -> None:
    """Put a setting in place of what it was."""
    connection.execute("insert or replace into setting (name, value) values (?, ?)", (name, value))


def done_until(connection: sqlite3.Connection) -> int:
    """The transaction up to which every change was compared and grouped."""
    return int(setting(connection, "copies") or 0)


def forget(connection: sqlite3.Connection, version: str) -> None:
    """Drop all that was compared."""
    for table in ("text", "segment", "paragraph", "repeated", "pair", "stock"):
        connection.execute(f"delete from copy_{table}")
    set_setting(connection, "copies", "0")
    set_setting(connection, "copies version", version)


def uncompared(connection: sqlite3.Connection) -> list[tuple[int, int]]:
    """The articles whose current text was not compared: row number and words."""
    return connection.execute(
        "select id, words from article where changed > ? and not stub and not exists"
        " (select 1 from copy_text t where t.article = article.id"
        " and t.version = article.version) order by id",
        (done_until(connection),),
    ).fetchall()


def batches(rows: Iterable[tuple[int, int]], size: int) -> Iterator[list[int]]:
    """Row numbers in batches of so many articles, fewer where they are long."""
    batch: list[int] = []
    words = 0
    for row, length in rows:
        batch.append(row)
        words += length
        if len(batch) == size or words >= _WORDS_AT_ONCE:
            yield batch
            batch, words = [], 0
    if batch:
        yield batch


def new_texts(
    connection: sqlite3.Connection, rows: Sequence[int]
) -> list[tuple[NewText, int, int]]:
    """The texts of these articles with the numbers they will have, and their article and version."""
    last = _last_number(connection)
    found = connection.execute(
        "select coalesce(a.site_id, -a.outlet_id, 0), version.text, a.id, version.id"
        f" from article a join version on version.id = a.version where a.id {IN} order by a.id",
        (among(rows),),
    )
    return [
        (NewText(last + place, site, text), article, version)
        for place, (site, text, article, version) in enumerate(found, 1)
    ]


def _last_number(connection: sqlite3.Connection) -> int:
    row = connection.execute("select seq from sqlite_sequence where name = 'copy_text'").fetchone()
    return int(row[0]) if row else 0


def texts(connection: sqlite3.Connection, numbers: Collection[int]) -> dict[int, str]:
    """The compared texts of these numbers that are still current."""
    return dict(
        connection.execute(
            "select t.number, version.text from copy_text t"
            " join article a on a.id = t.article and a.version = t.version"
            f" join version on version.id = t.version where t.number {IN}",
            (among(numbers),),
        )
    )


def save_paragraphs(connection: sqlite3.Connection, paragraphs: Sequence[Paragraph]) -> None:
    """Add the paragraphs that are not there, and count those that stand beside several others."""
    connection.executemany("insert or ignore into copy_paragraph values (?, ?, ?, ?)", paragraphs)
    connection.executemany(
        "insert or replace into copy_repeated select site, mark, count(*), max(words)"
        " from copy_paragraph where site = ? and mark = ? group by site, mark having count(*) > 1",
        {(paragraph.site, paragraph.mark) for paragraph in paragraphs},
    )


def repeated(connection: sqlite3.Connection) -> list[Repeated]:
    """Paragraphs that stand on one site beside several others."""
    sites = dict(
        connection.execute(
            "select coalesce(site_id, -outlet_id, 0) as site, count(*) from article"
            " where not stub group by site"
        )
    )
    return [
        Repeated(mark, times, words, sites.get(site, 0))
        for site, mark, times, words in connection.execute(
            "select site, mark, times, words from copy_repeated"
        )
    ]


def save(
    connection: sqlite3.Connection,
    compared: Compared,
    places: dict[int, tuple[int, int]],
) -> bool:
    """Keep a comparison unless the numbers or segments it rests on were taken by another."""
    if compared.numbers and min(compared.numbers) <= _last_number(connection):
        return False
    gone = (among(compared.gone),)
    left = connection.execute(f"select count(*) from copy_segment where id {IN}", gone).fetchone()
    if left[0] != len(compared.gone):
        return False
    drop(connection, [article for article, _ in places.values()])
    connection.executemany(
        "insert into copy_text (number, article, version) values (?, ?, ?)",
        [(number, *places[number]) for number in compared.numbers],
    )
    connection.execute(f"delete from copy_segment where id {IN}", gone)
    connection.executemany(
        "insert into copy_segment (level, size, hashes, texts) values (?, ?, ?, ?)",
        compared.segments,
    )
    _save_pairs(connection, compared.pairs)
    connection.executemany(
        "insert or replace into copy_stock (mark, line) values (?, ?)", compared.stock.items()
    )
    return True


def keep_stock(connection: sqlite3.Connection, marks: Collection[int]) -> None:
    """Forget the stock lines that are none of these."""
    connection.execute(f"delete from copy_stock where not mark {IN}", (among(marks),))


def _save_pairs(connection: sqlite3.Connection, pairs: Sequence[Shared]) -> None:
    numbers = {number for pair in pairs for number in (pair.one, pair.other)}
    article = dict(
        connection.execute(
            f"select number, article from copy_text where number {IN}", (among(numbers),)
        )
    )
    connection.executemany(
        "insert or replace into copy_pair values (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (article[pair.one], article[pair.other], *(getattr(pair, name) for name in _FIGURES),
             as_json(pair.passages))
            for pair in pairs
            if pair.one in article and pair.other in article
        ],
    )  # fmt: skip


def drop(connection: sqlite3.Connection, articles: Collection[int]) -> None:
    """Forget what these articles shared, whose texts are others now or gone."""
    chosen = (among(articles),)
    connection.execute(f"delete from copy_pair where article {IN}", chosen)
    connection.execute(f"delete from copy_pair where other {IN}", chosen)
    connection.execute(f"delete from copy_text where article {IN}", chosen)


def remove(connection: sqlite3.Connection, articles: Collection[int]) -> None:
    """Forget articles that are gone; what is left of their groups is to be grouped anew."""
    chosen = {"gone": among(articles)}
    gone = "(select value from json_each(:gone))"
    connection.execute(
        "update article set changed = (select max(id) from change) where id in"
        f" (select first from copy_member where article in {gone}"
        f" union select article from copy_member where first in {gone})",
        chosen,
    )
    drop(connection, articles)
    connection.execute(
        f"delete from copy_member where article in {gone} or first in {gone}", chosen
    )


def about(connection: sqlite3.Connection, ids: Collection[str]) -> dict[str, Carrier]:
    """Day, text and outlet of some articles, by id."""
    usual = usual_names(connection)
    return {
        id: Carrier(
            None if day is None else str(np.datetime64(day, "D")), text, usual.get(outlet, outlet)
        )
        for id, day, text, outlet in connection.execute(
            "select a.public, a.day, version.text, outlet.name from article a"
            " join version on version.id = a.version left join outlet on outlet.id = a.outlet_id"
            f" where a.public {IN}",
            (among(ids),),
        )
    }


def shared(connection: sqlite3.Connection, selected: Rows) -> Iterator[Shared]:
    """What pairs of these articles share."""
    condition, given = _chosen("p.article", selected)
    rows = connection.execute(
        "select p.article, p.other, a.public || o.public, p.copy, p.words, p.other_words,"
        " p.kept, p.other_kept, p.passages, m.first = n.first from copy_pair p"
        " join article a on a.id = p.article join article o on o.id = p.other"
        " left join copy_member m on m.article = a.id"
        f" left join copy_member n on n.article = o.id {condition}"
        " order by p.article, p.other",
        given,
    )
    for ids, copy, words, other_words, kept, other_kept, found, one_group in _both(rows, selected):
        spans = tuple(Span(*span) for span in json.loads(found))
        figures = (words, other_words, kept, other_kept)
        yield Shared(ids[:16], ids[16:], bool(copy), *figures, spans, bool(one_group))


def kept_of_first(
    connection: sqlite3.Connection, selected: Rows
) -> Iterator[tuple[str, str, float]]:
    """Of these articles that were compared with the first of their group, which is one of them, too:
    the group, the article, and what part of the first one's text stands in it."""
    condition, given = _chosen("m.article", selected)
    ways = (("m.first", "m.article", "p.kept", "p.words"),
            ("m.article", "m.first", "p.other_kept", "p.other_words"))  # fmt: skip
    for article, other, kept, words in ways:
        rows = connection.execute(
            f"select m.article, m.first, f.public || a.public, {kept}, {words} from copy_member m"
            f" join copy_pair p on p.article = {article} and p.other = {other}"
            " join article a on a.id = m.article join article f on f.id = m.first"
            f" {condition}",
            given,
        )
        for ids, some, of in _both(rows, selected):
            yield ids[:16], ids[16:], some / max(1, of)


def _chosen(column: str, selected: Rows) -> tuple[str, tuple[str, ...]]:
    """A condition that spares reading everything where few are selected; a filter follows anyway."""
    if len(selected) > _FEW:
        return "", ()
    return f"where {column} {IN}", (among(selected.tolist()),)


def _both(rows: Iterable[tuple[Any, ...]], selected: Rows) -> Iterator[list[Any]]:
    """What follows the two row numbers, where both are selected."""
    mask = np.zeros(int(selected.max(initial=0)) + 1, np.bool_)
    mask[selected] = True
    for one, other, *rest in rows:
        if one < len(mask) and other < len(mask) and mask[one] and mask[other]:
            yield rest
