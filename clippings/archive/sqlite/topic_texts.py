"""The texts that topics rest on: of new articles, and those that stand for groups of copies."""

import sqlite3
from collections.abc import Collection, Sequence

from clippings.archive.sqlite.states import IN, among
from clippings.archive.topics import NewText, ReadText

Place = tuple[int, int, int | None]
"""An article's row, its version and its language, whose topics are known."""

_READ = (
    "coalesce(own.headline, version.headline), version.text, language.name,"
    " coalesce(origin.name, outlet.name)"
)
_JOINS = """
    join version on version.id = own.version
    left join language on language.id = own.language_id
    left join origin on origin.id = own.origin_id
    left join outlet on outlet.id = own.outlet_id
"""


def new_texts(connection: sqlite3.Connection, rows: Sequence[int]) -> list[tuple[NewText, Place]]:
    """The texts of these articles; a copy with the article whose topics it takes over."""
    firsts: dict[int, str] = {}
    answer = []
    for row, version, language_id, group, known, id, *read in connection.execute(
        "select own.id, own.version, own.language_id, m.first,"
        " (select a.public from copy_member c join topic_text t on t.article = c.article"
        "  join article a on a.id = c.article"
        "  where c.first = m.first and c.article != own.id order by c.article limit 1),"
        f" own.public, {_READ} from article own {_JOINS}"
        f" left join copy_member m on m.article = own.id where own.id {IN} order by own.id",
        (among(rows),),
    ):
        like = known
        if group is not None and known is None:
            like = firsts.get(group)
            firsts.setdefault(group, id)
        headline, text, language, name = read
        answer.append(
            (NewText(id, headline, text, language, name, like), (row, version, language_id))
        )
    return answer


def texts_of(connection: sqlite3.Connection, ids: Collection[str]) -> dict[str, ReadText]:
    """Of each article the first text of its group, else its own."""
    return {
        id: ReadText(*read)
        for id, *read in connection.execute(
            f"select a.public, {_READ} from article a"
            " left join copy_member m on m.article = a.id"
            f" join article own on own.id = coalesce(m.first, a.id) {_JOINS}"
            f" where a.public {IN}",
            (among(ids),),
        )
    }


def copies_of(connection: sqlite3.Connection, ids: Collection[str]) -> dict[str, list[str]]:
    """Of each article those of its group, itself among them."""
    answer = {id: [id] for id in ids}
    for id, other in connection.execute(
        "select a.public, o.public from article a join copy_member m on m.article = a.id"
        " join copy_member n on n.first = m.first join article o on o.id = n.article"
        f" where o.id != a.id and a.public {IN}",
        (among(ids),),
    ):
        answer[id].append(other)
    return answer


def sample(connection: sqlite3.Connection, size: int) -> list[ReadText]:
    """Every so manyth text, so that they come from all loads."""
    (last,) = connection.execute("select coalesce(max(id), 0) from article").fetchone()
    step = max(1, last // size)
    return [
        ReadText(*read)
        for read in connection.execute(
            f"select {_READ} from article own {_JOINS} where not own.stub and own.id {IN}"
            " order by own.id",
            (among(range(1, last + 1, step)),),
        )
    ]
