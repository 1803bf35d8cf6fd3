"""Topics beside what else is known: by outlet, and beside each other."""

import math
from dataclasses import replace

import pandas as pd

from clippings import questions
from clippings.archive import Archive, Topic
from clippings.archive.selection import UNKNOWN, Selection
from clippings.topics.linking import Link, links


def said(label: str, origin: str | None) -> str:
    """How the tool may name a topic: a phrase that one outlet alone uses stands in quotation marks with
    that outlet."""
    return label if origin is None else f"“{label}” ({origin})"


def names(archive: Archive) -> dict[str, str]:
    """How each topic is named, by its id."""
    return {topic.id: said(topic.label, topic.label_origin) for topic in archive.topics()}


def by_outlet(archive: Archive, selection: Selection, name: str = "outlet") -> pd.DataFrame:
    """Topics of the selected articles against who carried (or wrote: `origin`) them: `topic, outlet,
    count` (in the selection's unit)`, of` (all that the outlet has)`, share` (0 to 1)`, `where there is
    any; the largest topics and outlets first. Hidden topics are left out."""
    shown = {topic.id for topic in archive.topics() if not topic.hidden}
    pairs = archive.count(selection, by=("topic", name)).rename(columns={name: "outlet"})
    pairs = pairs[pairs["topic"].isin(shown)].assign(count=lambda found: found[selection.unit])
    pairs["outlet"] = pairs["outlet"].fillna(UNKNOWN)
    every = questions.ranked(archive, selection, name).set_index(name)[selection.unit]
    pairs["of"] = pairs["outlet"].map(every).astype(int)
    pairs["share"] = (pairs["count"] / pairs["of"]).round(4)
    sizes = pairs.groupby("topic")["count"].transform("sum")
    order = pairs.assign(size=sizes).sort_values(
        ["size", "topic", "of", "outlet"], ascending=[False, True, False, True]
    )
    return order[["topic", "outlet", "count", "of", "share"]].reset_index(drop=True)


def neighbours(archive: Archive, topic: str, most: int = 5) -> pd.DataFrame:
    """The topics that share most words with one: `id, likeness` (cosine of what their words weigh, 0 to
    1)`, words` (those that say most for both), the likest first; of its own language."""
    known = {one.id: one for one in archive.topics() if not one.hidden}
    here = known.get(topic)
    if here is None:
        return pd.DataFrame(columns=["id", "likeness", "words"])
    rows = [
        (other.id, round(_likeness(here, other), 3), _shared(here, other))
        for other in known.values()
        if other.id != topic and other.language == here.language
    ]
    found = pd.DataFrame(rows, columns=["id", "likeness", "words"])
    found = found[found["likeness"] >= 0.05]
    return found.sort_values(["likeness", "id"], ascending=[False, True], ignore_index=True)[:most]


_READ_OF_EACH = 40
"""So many articles of each topic are read to find its names: those that weigh most in it."""


def language_links(archive: Archive) -> list[Link]:
    """The topics of different languages that are about the same, surest first; hidden ones are left
    out. It rests on the articles that weigh most in each."""
    known = [one for one in archive.topics() if not one.hidden]
    if len({topic.language for topic in known}) < 2:
        return []
    kept = archive.kept_topics
    known = [replace(one, members=kept.heaviest(one.id, _READ_OF_EACH)) for one in known]
    texts = kept.texts_of({id for topic in known for id in topic.members})
    return links(known, ((id, *text) for id, text in texts.items()))


def _likeness(one: Topic, other: Topic) -> float:
    product = sum(weight * other.weights.get(word, 0.0) for word, weight in one.weights.items())
    return product / (_length(one) * _length(other) or 1.0)


def _length(topic: Topic) -> float:
    return math.sqrt(sum(weight * weight for weight in topic.weights.values()))


def _shared(one: Topic, other: Topic) -> list[str]:
    both = {
        word: one.weights[word] * other.weights[word] for word in one.weights.keys() & other.weights
    }
    return sorted(both, key=lambda word: (-both[word], word))[:6]


def best(archive: Archive, selection: Selection, topic: str, most: int = 3) -> pd.DataFrame:
    """The selected articles that say most for a topic, one of each text: `id, headline, day, outlet,
    origin, origin_basis, language, weight` (0 to 1)."""
    held = archive.kept_topics.heaviest(topic, 200)
    columns = ("id", "headline", "day", "outlet", "origin", "origin_basis", "language")
    within = replace(selection.without("unit"), topic=topic)
    rows = archive.rows(within, columns, ids=held)
    rows = rows.assign(weight=rows["id"].map(held).astype(float))
    return rows.sort_values(["weight", "id"], ascending=[False, True], ignore_index=True)[:most]
