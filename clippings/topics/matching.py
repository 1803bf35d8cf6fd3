"""Topics found now and topics kept from before: which are the same, and what became of the others."""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

from clippings.archive import Topic

SAME = 0.4
"""Cosine of two topics' words from which on they are one topic."""

KIN = 0.25
"""From which on one is what became of the other."""


@dataclass(frozen=True, slots=True)
class Event:
    """What happened to topics between two runs."""

    kind: str
    """"born", "split", "merged" or "ended"."""
    before: tuple[str, ...]
    """Ids of the topics it happened to; none for one that is born."""
    now: tuple[str, ...]
    """Ids of the topics that are there now; none for one that ended."""


def likeness(before: Sequence[Mapping[str, float]], now: Sequence[Mapping[str, float]]) -> Any:
    """Before × now: the cosine of their words."""
    table = np.zeros((len(before), len(now)))
    for row, one in enumerate(before):
        for column, other in enumerate(now):
            shared = sum(weight * other[word] for word, weight in one.items() if word in other)
            size = _size(one) * _size(other)
            table[row, column] = shared / size if size else 0.0
    return table


def _size(weights: Mapping[str, float]) -> float:
    return float(np.sqrt(sum(weight * weight for weight in weights.values())))


def matched(table: Any) -> dict[int, int]:
    """By each topic of now that was there before the one that it was, so that most is kept in all."""
    rows, columns = linear_sum_assignment(-table)
    return {
        int(column): int(row)
        for row, column in zip(rows, columns, strict=True)
        if table[row, column] >= SAME
    }


def events(before: Sequence[Topic], now: Sequence[Topic], table: Any) -> list[Event]:
    """What became of the topics that were not simply kept."""
    old, new = [topic.id for topic in before], [topic.id for topic in now]
    kept = set(old) & set(new)
    found = []
    for row, id in enumerate(old):
        parts = [new[c] for c in range(len(new)) if new[c] not in kept and _parent(table, c) == row]
        if parts:
            found.append(Event("split", (id,), (*([id] if id in kept else []), *parts)))
        elif id not in kept:
            into = int(table[row].argmax()) if len(new) else -1
            if into >= 0 and table[row, into] >= KIN:
                others = [new[into]] if new[into] in old else []
                found.append(Event("merged", (id, *others), (new[into],)))
            else:
                found.append(Event("ended", (id,), ()))
    for column, id in enumerate(new):
        if id not in kept and _parent(table, column) is None:
            found.append(Event("born", (), (id,)))
    return found


def _parent(table: Any, column: int) -> int | None:
    if not len(table):
        return None
    best = int(table[:, column].argmax())
    return best if table[best, column] >= KIN else None


def minted(language: str, terms: Sequence[str], taken: Collection[str]) -> str:
    """An id for a new topic, the same for the same words, none that is taken."""
    words = " ".join([language, *sorted(terms[:5])])
    while True:
        id = hashlib.sha256(words.encode()).hexdigest()[:8]
        if id not in taken:
            return id
        words += " again"
