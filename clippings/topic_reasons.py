"""Why an article is in a topic: the words that weigh, and how else it came there."""

from dataclasses import dataclass

import pandas as pd

from clippings import topics
from clippings.archive import Archive
from clippings.copies import stock_marks, without_stock
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
    return Reason(held.get(topic), _sentence(known.label, held.get(topic), table), table)


def _sentence(label: str, weight: float | None, table: pd.DataFrame) -> str:
    if weight is None:
        return f"It is not in “{label}”" + (", which has some of its words." if len(table) else ".")
    return f"{weight:.0%} of it is counted to “{label}”."
