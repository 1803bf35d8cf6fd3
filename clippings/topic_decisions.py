"""What an analyst says of topics: each a statement about articles, logged, and let hold at once."""

import json
import unicodedata
from collections.abc import Mapping, Sequence

from clippings import topics
from clippings.archive import Archive, Topic
from clippings.archive.selection import Selection
from clippings.archive.topics import HIDE, LIKE, MERGE, NAME, PIN, QUERY, SPLIT, Said, Side
from clippings.copies import texts_without_stock
from clippings.derive_topics import settle
from clippings.errors import ArchiveError

_SPOKEN_FOR = 40
"""So many articles stand for a topic in a decision: enough that some of them stay what they are."""

_JOINERS = "\u200c\u200d"
"""Persian and Indic words are written with them; other characters without a look have none in a name."""


def rename(archive: Archive, topic: str, name: str, *, because: str, who: str) -> int:
    """Call a topic by this name; the decision's number."""
    side = _side(archive, topic)
    return settle(archive, Said(NAME, _name(archive, name), (side,)), because=because, who=who)


def merge(archive: Archive, one: str, other: str, *more: str, because: str, who: str) -> int:
    """Make one topic of several, under the id and the name of the first; the decision's number."""
    ids = [one, other, *more]
    if len(set(ids)) < len(ids):
        raise ArchiveError("It takes different topics", str(archive.path), "Name each once.")
    sides = _apart([_topic(archive, id) for id in ids], [_heaviest(archive, id) for id in ids])
    return settle(archive, Said(MERGE, sides[0].label, sides), because=because, who=who)


def split(archive: Archive, topic: str, into: int = 2, *, because: str, who: str) -> int:
    """Take a topic apart by what its articles say, the largest part under its id; the decision's
    number."""
    whole = _topic(archive, topic)
    texts = texts_without_stock(archive, Selection(topic=topic, unit="texts"))
    found = topics.topics(texts, count=into).topics[:into]
    parts = [{id: weight for id, weight in part.members.items()} for part in found]
    if len(parts) < 2:
        remedy = "Write the topics you see in it: clippings topic write NAME --like ID"
        raise ArchiveError(f"The topic {topic} does not fall into parts", str(archive.path), remedy)
    sides = tuple(
        side._replace(part=at) for at, side in enumerate(_apart([whole] * len(parts), parts), 1)
    )
    labels = json.dumps([part.label for part in found], ensure_ascii=False)
    return settle(archive, Said(SPLIT, labels, sides), because=because, who=who)


def hide(archive: Archive, topic: str, hidden: bool = True, *, because: str, who: str) -> int:
    """Leave a topic out of lists, or bring it back; its articles stay. The decision's number."""
    return _flag(archive, HIDE, topic, hidden, because, who)


def pin(archive: Archive, topic: str, pinned: bool = True, *, because: str, who: str) -> int:
    """Let a topic stand before all others, or no longer; the decision's number."""
    return _flag(archive, PIN, topic, pinned, because, who)


def _flag(archive: Archive, kind: str, topic: str, on: bool, because: str, who: str) -> int:
    said = Said(kind, "yes" if on else "no", (_side(archive, topic),))
    return settle(archive, said, because=because, who=who)


def write_query(archive: Archive, name: str, query: str, *, because: str, who: str) -> int:
    """Make a topic of all articles with these words, now and later; the decision's number."""
    if not query.strip():
        raise ArchiveError("A query cannot be empty", str(archive.path), "Give words to find.")
    archive.count(Selection(query=query))  # words that cannot be searched are refused here
    new = {"name": _name(archive, name), "query": query.strip()}
    said = Said(QUERY, json.dumps(new, ensure_ascii=False), ())
    return settle(archive, said, because=because, who=who)


def write_like(
    archive: Archive, name: str, articles: Sequence[str], *, because: str, who: str
) -> int:
    """Make a topic of all articles like these, now and later; the decision's number."""
    examples = tuple(sorted(set(articles)))
    known = archive.kept_topics.texts_of(examples)
    for id in examples:
        if id not in known:
            raise ArchiveError(f"There is no article {id}", str(archive.path), "Check its id.")
    if not examples:
        raise ArchiveError("It takes an example", str(archive.path), "Name an article by its id.")
    side = Side("", "", examples)
    return settle(archive, Said(LIKE, _name(archive, name), (side,)), because=because, who=who)


def _name(archive: Archive, name: str) -> str:
    words = on_one_line(name)
    if not words:
        raise ArchiveError("A name cannot be empty", str(archive.path), "Give the topic a name.")
    return words


def on_one_line(name: str) -> str:
    """The name on one line, without characters that have no look."""
    seen = "".join(
        " " if character.isspace() else character
        for character in name
        if character.isspace() or character in _JOINERS or unicodedata.category(character)[0] != "C"
    )
    return " ".join(seen.split())


def _topic(archive: Archive, id: str) -> Topic:
    for topic in archive.topics():
        if topic.id == id:
            return topic
    raise ArchiveError(f"There is no topic {id}", str(archive.path), "See clippings topics.")


def _heaviest(archive: Archive, id: str, most: int = 5 * _SPOKEN_FOR) -> Mapping[str, float]:
    """The articles of most weight; a topic without any cannot be spoken of."""
    held = archive.kept_topics.heaviest(id, most)
    if not held:
        what = f"The topic {id} holds no article"
        raise ArchiveError(what, str(archive.path), "Nothing can be decided of it.")
    return held


def _side(archive: Archive, id: str) -> Side:
    topic = _topic(archive, id)
    return Side(id, topic.label, tuple(sorted(_heaviest(archive, id, _SPOKEN_FOR))))


def _apart(wanted: Sequence[Topic], held: Sequence[Mapping[str, float]]) -> tuple[Side, ...]:
    """Each topic with the articles that weigh most in it and stand for no other: taken in turn."""
    queues = [sorted(one, key=lambda id, one=one: (-one[id], id)) for one in held]  # type: ignore[misc]
    taken: set[str] = set()
    chosen: list[list[str]] = [[] for _ in held]
    for _ in range(_SPOKEN_FOR):
        for own, queue in zip(chosen, queues, strict=True):
            free = next((id for id in queue if id not in taken), None)
            if free is not None:
                taken.add(free)
                own.append(free)
    return tuple(
        Side(topic.id, topic.label, tuple(sorted(own)))
        for topic, own in zip(wanted, chosen, strict=True)
    )
