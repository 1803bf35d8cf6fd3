"""Where decisions that were taken in and those that were here say different things of the same."""

import json
import sqlite3
from collections.abc import Collection, Iterator
from typing import NamedTuple

from clippings.archive import ASIDE, DECIDABLE
from clippings.archive.copies import APART, TOGETHER
from clippings.archive.exchange import Conflict
from clippings.archive.outlets import EDIT
from clippings.archive.sqlite.decision_log import ORDER
from clippings.archive.sqlite.states import IN, among, taken_back
from clippings.archive.topics import HIDE, NAME, PIN


class _Word(NamedTuple):
    """What one decision says of one thing."""

    number: int
    about: str
    value: str | None
    who: str
    when: str


def found(connection: sqlite3.Connection, first: int, articles: Collection[str]) -> list[Conflict]:
    """Every thing of which the last word here and the last word among the decisions from number
    `first` on are not the same; the later of the two holds."""
    undone = taken_back(connection)
    here: dict[str, _Word] = {}
    came: dict[str, _Word] = {}
    order: dict[str, _Word] = {}
    for word in _words(connection, articles):
        if word.number not in undone:
            (came if word.number >= first else here)[word.about] = word
            order[word.about] = word
    told = []
    for about, theirs in came.items():
        ours = here.get(about)
        if ours is not None and ours.value != theirs.value:
            held = order[about]
            told.append(Conflict(about, _told(held), _told(ours if held is theirs else theirs)))
    return told


def _told(word: _Word) -> str:
    return f"{word.value or 'not known'} ({word.who}, {word.when[:10]})"


def _words(connection: sqlite3.Connection, articles: Collection[str]) -> Iterator[_Word]:
    """Every decision on these articles, on pairs, outlets and topics, in the order they hold in."""
    for public, field, number, new, who, when in connection.execute(
        'select a.article, d.field, d.id, d.new, d.who, d."when" from decision_article a'
        f" join decision d on d.id = a.decision where a.article {IN} and d.field {IN}"
        f" and d.undoes is null order by {ORDER}",
        (among(articles), among((*DECIDABLE, ASIDE))),
    ):
        yield _Word(number, f"{field} of {public}", new, who, when)
    for field, number, new, who, when, ids, old in connection.execute(
        'select d.field, d.id, d.new, d.who, d."when", group_concat(a.article), min(a.old)'
        " from decision d left join decision_article a on a.decision = d.id"
        f" where d.field {IN} and d.undoes is null group by d.id order by {ORDER}",
        (among((TOGETHER, APART, EDIT, NAME, HIDE, PIN)),),
    ):
        if field in (TOGETHER, APART):
            pair = " and ".join(sorted((ids or "").split(",")))
            yield _Word(number, f"copies {pair}", field, who, when)
        elif field == EDIT:
            edit = json.loads(new)
            if edit["do"] in ("rename", "kind", "join", "part"):
                does = "join" if edit["do"] == "part" else edit["do"]
                about = f"{does} of outlet {edit['outlet']}"
                yield _Word(number, about, edit["value"], who, when)
        else:
            yield _Word(number, f"{field} of {(old or '').partition(' ')[0]}", new, who, when)
