"""Topics as they are kept: found by the last fit, made by decisions, and which of them stand."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from clippings.archive import Topic
from clippings.archive.sqlite.copying import set_setting, setting
from clippings.archive.sqlite.current import as_json
from clippings.archive.sqlite.states import IN, among
from clippings.archive.sqlite.writing import now
from clippings.archive.topics import Fitted, Standing, TopicEvent

_VERSION, _THEN, _COUNT, _DONE = "topics version", "topics fitted", "topics count", "topics"
"""Settings: of the fit the model's version, how many articles there were, how many topics were asked
for (0: none said); and the transaction up to which every article has its topics."""


def standing(connection: sqlite3.Connection) -> list[Topic]:
    """The topics that stand, without members."""
    return [topic for _, topic in _read(connection, "standing", "label, label_origin")]


def found(connection: sqlite3.Connection) -> list[Topic]:
    """The topics as the last fit found them, without members."""
    wanted = "found_label, found_label_origin"
    return [
        replace(topic, named=False, hidden=False, pinned=False)
        for _, topic in _read(connection, "made is null", wanted)
    ]


def made(connection: sqlite3.Connection) -> dict[str, Topic]:
    """The topics that decisions made, without members, by their marks."""
    return dict(_read(connection, "made is not null", "label, label_origin"))


def _read(connection: sqlite3.Connection, which: str, label: str) -> list[tuple[str, Topic]]:
    return [
        (
            mark,
            Topic(
                id,
                name,
                tuple(json.loads(terms)),
                language,
                {},
                json.loads(weights or "{}"),
                origin,
                named=bool(named),
                by_hand=bool(by_hand),
                hidden=bool(hidden),
                pinned=bool(pinned),
                born=born,
            ),
        )
        for mark, id, name, origin, terms, language, weights, named, by_hand, hidden, pinned, born
        in connection.execute(
            f"select made, id, {label}, terms, language, weights, named, by_hand, hidden, pinned,"
            f" born from topic where {which} order by number"
        )
    ]  # fmt: skip


def fitted(connection: sqlite3.Connection) -> Fitted:
    """What the found topics rest on."""
    (articles,) = connection.execute("select count(*) from article where not stub").fetchone()
    then, count = (int(setting(connection, name) or 0) for name in (_THEN, _COUNT))
    return Fitted(setting(connection, _VERSION), then, articles, count or None)


def write_fit(
    connection: sqlite3.Connection,
    topics: Sequence[Topic],
    version: str,
    events: Sequence[TopicEvent],
    mark: int,
    count: int | None,
) -> None:
    """Replace the found topics, their members, and what is known of how they came about. Members that
    are no longer in the archive are left out."""
    born = dict(connection.execute("select id, born from topic"))
    for table in ("topic_article", "topic_text", "topic"):
        connection.execute(f"delete from {table}")
    for number, topic in enumerate(topics, 1):
        _insert(connection, number, topic, version, born.get(topic.id), None)
        put_members(connection, number, topic.members)
    connection.execute(
        "insert into topic_text select id, version, language_id from article"
        " where not stub and changed <= ?",
        (mark,),
    )
    (articles,) = connection.execute("select count(*) from topic_text").fetchone()
    _note_fit(connection, version, articles, count)
    note_done(connection, mark)
    connection.executemany(
        "insert into topic_event (fit, kind, topic, label, others) values (?, ?, ?, ?, ?)",
        [(now(), one.kind, one.topic, one.label, as_json(list(one.others))) for one in events],
    )


def _note_fit(
    connection: sqlite3.Connection, version: str, articles: int, count: int | None
) -> None:
    for name, value in ((_VERSION, version), (_THEN, articles), (_COUNT, count or 0)):
        set_setting(connection, name, str(value))


def _insert(
    connection: sqlite3.Connection,
    number: int,
    topic: Topic,
    version: str,
    born: str | None,
    mark: str | None,
) -> None:
    connection.execute(
        "insert into topic (number, id, label, found_label, label_origin, found_label_origin, terms,"
        " language, weights, version, born, made, by_hand) values (?,?,?,?,?,?,?,?,?,?,?,?,?)",
        (
            number, topic.id, topic.label, topic.label, topic.label_origin, topic.label_origin,
            as_json(topic.terms), topic.language, as_json(dict(topic.weights)), version,
            born or now(), mark, int(topic.by_hand),
        ),
    )  # fmt: skip


def put_members(connection: sqlite3.Connection, number: int, members: Mapping[str, float]) -> None:
    """Add members to a topic, or put their weights in place of what they were."""
    known = connection.execute(
        f"select id, public from article where public {IN}", (among(members),)
    ).fetchall()
    connection.executemany(
        "insert or replace into topic_article values (?, ?, ?)",
        [(number, row, members[public]) for row, public in known],
    )


def with_copies(connection: sqlite3.Connection, which: str = "true") -> None:
    """Bring into topics the copies of the texts in them; a query's holds what matches, no more."""
    connection.execute(
        "insert or ignore into topic_article (topic, article, weight)"
        " select t.topic, m.article, max(t.weight) from topic_article t"
        " join copy_member f on f.article = t.article join copy_member m on m.first = f.first"
        " where t.topic in (select number from topic"
        f" where {which} and coalesce(made, '') not like 'query %')"
        " group by t.topic, m.article"
    )


def settle(connection: sqlite3.Connection, topics: Sequence[Standing]) -> None:
    """Let these topics stand, and no others."""
    connection.execute(
        "update topic set standing = 0, label = found_label, label_origin = found_label_origin,"
        " named = 0, hidden = 0, pinned = 0 where made is null"
    )
    numbers = {
        (mark or "", id): number
        for number, id, mark in connection.execute("select number, id, made from topic")
    }
    _drop_made(connection, {one.made for one in topics if one.made})
    for one in topics:
        number = numbers.get((one.made or "", one.topic.id))
        if number is None and one.made:
            number = max(numbers.values(), default=0) + 1
            numbers[one.made, one.topic.id] = number
            _insert(connection, number, one.topic, "", one.topic.born, one.made)
        if number is not None:
            _stand(connection, number, one)


def _drop_made(connection: sqlite3.Connection, left: Collection[str]) -> None:
    gone = f"from topic where made is not null and made not {IN}"
    chosen = (among(left),)
    connection.execute(f"delete from topic_article where topic in (select number {gone})", chosen)
    connection.execute(f"delete {gone}", chosen)


def _stand(connection: sqlite3.Connection, number: int, one: Standing) -> None:
    topic = one.topic
    connection.execute(
        "update topic set standing = 1, label = ?, label_origin = ?, named = ?, hidden = ?, pinned = ?"
        " where number = ?",
        (topic.label, topic.label_origin, topic.named, topic.hidden, topic.pinned, number),
    )
    if one.made and one.whole:
        connection.execute("delete from topic_article where topic = ?", (number,))
    if one.made:
        put_members(connection, number, topic.members)


def assign(
    connection: sqlite3.Connection,
    assigned: Mapping[str, Mapping[str, float]],
    places: Mapping[str, tuple[int, int, int | None]],
) -> None:
    """Put articles into these found topics, and note for which text and language that is."""
    numbers = dict(connection.execute("select id, number from topic where made is null"))
    chosen = (among(places[id][0] for id in assigned),)
    connection.execute(f"delete from topic_article where article {IN}", chosen)
    connection.executemany(
        "insert into topic_article values (?, ?, ?)",
        [
            (numbers[topic], places[id][0], weight)
            for id, topics in assigned.items()
            for topic, weight in topics.items()
            if topic in numbers
        ],
    )
    connection.executemany(
        "insert or replace into topic_text values (?, ?, ?)", [places[id] for id in assigned]
    )


def note_done(connection: sqlite3.Connection, mark: int) -> None:
    """Everything up to the mark has its topics."""
    set_setting(connection, _DONE, str(mark))


def unassigned(connection: sqlite3.Connection) -> list[int]:
    """The row numbers of the articles whose topics are not known for their text and language."""
    return [
        row
        for (row,) in connection.execute(
            "select id from article where changed > ? and not stub and not exists"
            " (select 1 from topic_text t where t.article = article.id"
            " and t.version = article.version and t.language is article.language_id) order by id",
            (int(setting(connection, _DONE) or 0),),
        )
    ]


def topics_of(connection: sqlite3.Connection, ids: Collection[str]) -> dict[str, dict[str, float]]:
    """The found topics of these articles."""
    answer: dict[str, dict[str, float]] = {
        public: {}
        for (public,) in connection.execute(
            f"select public from article where public {IN}", (among(ids),)
        )
    }
    for public, topic, weight in connection.execute(
        "select a.public, t.id, m.weight from article a join topic_article m on m.article = a.id"
        f" join topic t on t.number = m.topic where t.made is null and a.public {IN}",
        (among(ids),),
    ):
        answer[public][topic] = weight
    return answer


def members_of(
    connection: sqlite3.Connection, topics: Iterable[str]
) -> dict[str, dict[str, float]]:
    """The articles of these found topics."""
    answer: dict[str, dict[str, float]] = {topic: {} for topic in topics}
    for topic, public, weight in connection.execute(
        "select t.id, a.public, m.weight from topic t join topic_article m on m.topic = t.number"
        f" join article a on a.id = m.article where t.made is null and t.id {IN}",
        (among(answer),),
    ):
        answer[topic][public] = weight
    return answer


_HEAVIEST = """
    select min(a.public), max(m.weight) as weight from topic_article m
    join article a on a.id = m.article left join copy_member c on c.article = a.id
    where m.topic = ? and m.weight >= ? group by coalesce(c.first, a.id)
    order by weight desc, min(a.public) limit ?
"""
_NTH = "select weight from topic_article where topic = ? order by weight desc limit 1 offset ?"


def heaviest(connection: sqlite3.Connection, topic: str, size: int) -> dict[str, float]:
    """The articles of most weight in a topic that stands, one of each text."""
    row = connection.execute("select number from topic where standing and id = ?", (topic,))
    (number,) = row.fetchone() or (None,)
    # A topic may have a hundred thousand: looked up are some that weigh most, copies among them.
    looked_at, least = size, 1.0
    while least:
        looked_at *= 4
        (least,) = connection.execute(_NTH, (number, looked_at)).fetchone() or (0.0,)
        found = connection.execute(_HEAVIEST, (number, least, size)).fetchall()
        if len(found) == size:
            break
    return dict(found)
