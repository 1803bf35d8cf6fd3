"""What decisions make of the topics that were found: a plan of topics, each with what it is made of.

Nothing is asked here but which articles a topic holds, so that the same decisions make the same of any
fit. A decision goes to the topic that holds most of its articles.
"""

import hashlib
import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from clippings import topic_likeness as likeness
from clippings.archive import Topic
from clippings.archive.topics import HIDE, LIKE, MERGE, NAME, PIN, QUERY, SPLIT, Said, Side

_FEWEST = 1 / 3
"""A topic that holds fewer of a decision's articles is not the one it speaks of."""
_SAME_ID = 0.1
"""Between topics that hold nearly as many, the one of the same id is meant."""


class Found(NamedTuple):
    """A topic as it was found."""

    id: str


class Union(NamedTuple):
    """Several topics as one."""

    parts: tuple["Recipe", ...]


class Part(NamedTuple):
    """The articles of a topic that are most like one part's examples."""

    whole: "Recipe"
    examples: tuple[tuple[str, ...], ...]
    at: int


class Query(NamedTuple):
    """The articles with these words."""

    query: str


class Like(NamedTuple):
    """The articles like these."""

    examples: tuple[str, ...]


Recipe = Found | Union | Part | Query | Like


@dataclass(frozen=True, slots=True)
class Planned:
    """A topic that shall stand, and what it is made of."""

    topic: Topic
    recipe: Recipe

    @property
    def mark(self) -> str | None:
        """Another for anything made in another way; None for what stands as it was found."""
        if isinstance(self.recipe, Found):
            return None
        kind = type(self.recipe).__name__.lower()
        return f"{kind} {_digest(repr(self.recipe))}"


Holding = Callable[[Recipe], Mapping[str, float]]
"""Of a recipe those of the decisions' articles that it holds, and their weights."""


@dataclass(slots=True)
class Plan:
    """The topics that shall stand, and the decisions that found no topic to hold for."""

    topics: list[Planned]
    idle: list[Said]


def planned(
    found: Sequence[Topic], decisions: Sequence[Said], holding: Holding, there: Collection[str]
) -> Plan:
    """What these decisions, in their order, make of the found topics. `there`: of the articles they
    speak of those that are still in the archive."""
    plan = Plan([Planned(topic, Found(topic.id)) for topic in found], [])
    for said in decisions:
        if said.kind in (QUERY, LIKE):
            written = _written(said)
            if all(one.topic.id != written.topic.id for one in plan.topics):
                plan.topics.append(written)
            continue
        meant = [meant_by(side, plan.topics, holding, there) for side in said.sides]
        if not all(one is not None for one in meant) or not meant:
            plan.idle.append(said)
        else:
            plan.topics = _after(plan.topics, said, [one for one in meant if one is not None])
    return plan


def meant_by(
    side: Side, topics: Sequence[Planned], holding: Holding, there: Collection[str]
) -> Planned | None:
    """The topic that holds most of these articles; None if none holds a third of them."""
    left = [id for id in side.articles if id in there]
    best, most = None, (_FEWEST, 0.0)
    for one in topics:
        held = holding(one.recipe)
        inside = [held[id] for id in left if id in held]
        share = len(inside) / max(1, len(left))
        if share < _FEWEST:
            continue
        rank = share + _SAME_ID * (one.topic.id == side.topic), sum(inside)
        if best is None or rank > most:
            best, most = one, rank
    return best


def _after(topics: list[Planned], said: Said, meant: Sequence[Planned]) -> list[Planned]:
    first = meant[0]
    if said.kind == NAME:
        named = {"label": said.new or first.topic.label, "label_origin": None, "named": True}
        return _changed(topics, first, **named)
    if said.kind == HIDE:
        return _changed(topics, first, hidden=said.new == "yes")
    if said.kind == PIN:
        return _changed(topics, first, pinned=said.new == "yes")
    if said.kind == MERGE:
        return _merged(topics, said, meant)
    if said.kind == SPLIT and all(one is first for one in meant):
        at = topics.index(first)
        return [*topics[:at], *_parts(first, said), *topics[at + 1 :]]
    return topics  # what was to be split has come apart by itself


def _changed(topics: list[Planned], meant: Planned, **changes: object) -> list[Planned]:
    changed = replace(meant, topic=replace(meant.topic, **changes))  # type: ignore[arg-type]
    return [changed if one is meant else one for one in topics]


def _merged(topics: list[Planned], said: Said, meant: Sequence[Planned]) -> list[Planned]:
    """One topic in the place of several: the one named in the decision stays, with its id."""
    order = sorted(
        range(len(meant)), key=lambda at: (said.sides[at].label != said.new, said.sides[at].topic)
    )
    ranked = list(dict.fromkeys(meant[at].topic.id for at in order))
    if len(ranked) < 2:
        return topics
    by_id = {one.topic.id: one for one in meant}
    whole = [by_id[id] for id in ranked]
    weights = _added([one.topic.weights for one in whole])
    topic = replace(
        whole[0].topic,
        language=likeness.common([one.topic.language for one in whole]),
        weights=weights,
        terms=likeness.terms(weights) or whole[0].topic.terms,
    )
    made = Planned(topic, Union(tuple(one.recipe for one in whole)))
    return [
        made if one.topic.id == ranked[0] else one
        for one in topics
        if one.topic.id not in ranked[1:]
    ]


def _added(each: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """The weights of several topics together, every topic counting as much."""
    total: dict[str, float] = {}
    for weights in each:
        size = sum(weights.values()) or 1.0
        for word, weight in weights.items():
            total[word] = total.get(word, 0.0) + weight / size / len(each)
    return {word: total[word] for word in likeness.terms(total, 200)}


def _parts(whole: Planned, said: Said) -> list[Planned]:
    """The parts of a topic, the first under its id; their words are known once they are filled."""
    labels = json.loads(said.new or "[]")
    sides = sorted(said.sides, key=lambda side: side.part)
    examples = tuple(side.articles for side in sides)
    return [
        Planned(
            replace(
                whole.topic,
                id=whole.topic.id if at == 0 else minted(SPLIT, *side.articles),
                label=labels[at] if at < len(labels) else whole.topic.label,
                label_origin=None,
                named=False,
            ),
            Part(whole.recipe, examples, at),
        )
        for at, side in enumerate(sides)
    ]


def _written(said: Said) -> Planned:
    """A topic that an analyst wrote."""
    recipe: Recipe
    if said.kind == QUERY:
        given = json.loads(said.new or "{}")
        name, recipe = str(given["name"]), Query(str(given["query"]))
    else:
        name, recipe = said.new or "", Like(_examples(said))
    topic = Topic(written_id(said), name, (), None, {}, named=True, by_hand=True)
    return Planned(topic, recipe)


def written_id(said: Said) -> str:
    """The id of the topic that a decision writes."""
    return minted(said.kind, said.new or "", *sorted(_examples(said)))


def _examples(said: Said) -> tuple[str, ...]:
    return tuple(id for side in said.sides for id in side.articles)


def minted(*of: str) -> str:
    """The id of a topic that a decision made: the same for the same decision in any archive."""
    return _digest("\n".join(of))[:8]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
