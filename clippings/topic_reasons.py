"""Why an article is in a topic: the words that weigh, and how else it came there."""

import json
from dataclasses import dataclass

import pandas as pd

from clippings import topics
from clippings.archive import Archive, Topic
from clippings.archive.topics import QUERY
from clippings.copies import stock_marks, without_stock
from clippings.decided_topics import written_id
from clippings.errors import ArchiveError


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an article is in a topic, or how near it comes."""

    weight: float | None
    """How much of the article is the topic's, as it was counted; None: it is not in it."""
    words: str
    """The same in a sentence."""
    table: pd.DataFrame
    """The words of its text that say most for the topic: `word, share` (of all that they say, 0 to 1),
    most first."""


def why(archive: Archive, topic: str, article: str) -> Reason:
    """Which words of an article speak for a topic, whether it is in it or not."""
    known = next((one for one in archive.topics() if one.id == topic), None)
    if known is None:
        raise ArchiveError(f"There is no topic {topic}", str(archive.path), "See clippings topics.")
    text = archive.kept_topics.texts_of([article]).get(article)
    record = archive.record(article)
    if text is None or record is None:
        raise ArchiveError(f"There is no article {article}", str(archive.path), "Check its id.")
    held = {one["id"]: one["weight"] for one in record["topics"]}
    own = without_stock(text.text, stock_marks(archive.copies.repeated()))
    said = topics.why(known, f"{text.headline}\n{own}")
    table = pd.DataFrame(said, columns=["word", "share"])
    words = _sentence(known, held.get(topic), _query(archive, known))
    if record["copy_group"] not in (None, article):
        words += f" It is a copy: the words are those of {record['copy_group']}."
    return Reason(held.get(topic), words, table)


def _sentence(topic: Topic, weight: float | None, query: str | None) -> str:
    if query is not None:
        return f"It {'has' if weight else 'has not'} the words of the query: {query}"
    if weight is None:
        return f"It is not in “{topic.label}”, whatever words it shares with it."
    if topic.by_hand:
        return f"It says {weight:.0%} of what the words say for the examples of “{topic.label}”."
    return f"{weight:.0%} of it counts for “{topic.label}”."


def _query(archive: Archive, topic: Topic) -> str | None:
    """The query that a topic was written as."""
    if topic.by_hand:
        for said in archive.kept_topics.said():
            if said.kind == QUERY and written_id(said) == topic.id:
                return str(json.loads(said.new or "{}")["query"])
    return None
