"""Copies → groups, each around its first text.

A copy of a copy need not be a copy: two cuts of one text may share nothing, and a digest holds the whole
of texts that have nothing to do with each other. So texts are taken in order (by day, then by evidence of
origin, then the fullest), and each joins the group whose *first* text it is a copy of, the one it shares
most with; else it is the first of a group of its own. Thus a later digest joins one of the texts it holds
and draws no other after it, and all the cuts of a text stand with it, unless they came before it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

Pairs = Collection[tuple[str, str]]


class Text(NamedTuple):
    """What decides which text of a group is its first."""

    id: str
    day: str | None
    """None comes last."""
    words: int
    rank: int = 0
    """Evidence of origin; 0 is the best there is."""


class Copy(NamedTuple):
    """Two texts of which one is a copy of the other, and how many words they share."""

    a: str
    b: str
    kept: int


@dataclass(frozen=True, slots=True)
class Group:
    """Two or more texts that are one; named after the first."""

    members: tuple[str, ...]
    """By day, then by evidence of origin."""

    @property
    def first(self) -> str:
        """The text that came first, or is nearest to the origin."""
        return self.members[0]


@dataclass(slots=True)
class _Growing:
    core: frozenset[str]
    """The first text, and what an analyst said belongs together with it."""
    members: set[str] = field(default_factory=set)


def groups(
    texts: Iterable[Text], copies: Iterable[Copy], together: Pairs = (), apart: Pairs = ()
) -> list[Group]:
    """The groups of these texts, biggest first.

    `together` and `apart` are what analysts said of pairs of texts. Texts said to belong together are
    taken as one, whatever their words are; texts said to be apart never share a group, and where both
    were said, directly or by way of others, apart holds.
    """
    order = {text.id: place for place, text in enumerate(sorted(texts, key=_earliest))}
    beside = _neighbours(copies)
    enemies = _both_ways(apart)
    home: dict[str, _Growing] = {}
    found: list[_Growing] = []
    for block in _blocks(order, together, enemies):
        group = _joined(block, beside, home, enemies, order)
        if group is None:
            group = _Growing(core=block)
            found.append(group)
            home.update(dict.fromkeys(block, group))
        group.members |= block
    listed = [
        Group(tuple(sorted(group.members, key=order.__getitem__)))
        for group in found
        if len(group.members) > 1
    ]
    return sorted(listed, key=lambda group: (-len(group.members), order[group.first]))


def _earliest(text: Text) -> tuple[bool, str, int, int, str]:
    return text.day is None, text.day or "", text.rank, -text.words, text.id


def _neighbours(copies: Iterable[Copy]) -> dict[str, dict[str, int]]:
    beside: dict[str, dict[str, int]] = defaultdict(dict)
    for a, b, kept in copies:
        beside[a][b] = beside[b][a] = kept
    return beside


def _both_ways(pairs: Pairs) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for a, b in pairs:
        found[a].add(b)
        found[b].add(a)
    return found


def _blocks(
    order: dict[str, int], together: Pairs, enemies: dict[str, set[str]]
) -> list[frozenset[str]]:
    """Texts said to belong together, every other one alone, in order of the first of each."""
    block = {id: frozenset([id]) for id in order}
    for a, b in together:
        if a in block and b in block and not _apart(block[a], block[b], enemies):
            joined = block[a] | block[b]
            block.update(dict.fromkeys(joined, joined))
    return list(dict.fromkeys(block.values()))


def _apart(some: Iterable[str], others: Collection[str], enemies: dict[str, set[str]]) -> bool:
    return any(not enemies[id].isdisjoint(others) for id in some if id in enemies)


def _joined(
    block: frozenset[str],
    beside: dict[str, dict[str, int]],
    home: dict[str, _Growing],
    enemies: dict[str, set[str]],
    order: dict[str, int],
) -> _Growing | None:
    """The group whose core the block shares most words with, if it may join one."""
    links = sorted(
        (
            (-kept, order[other], other)
            for id in block
            for other, kept in beside.get(id, {}).items()
            if other in home
        )
    )
    return next(
        (home[other] for _, _, other in links if not _apart(block, home[other].members, enemies)),
        None,
    )
