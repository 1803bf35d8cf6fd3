"""Which articles somebody signs: bylines stand in what was found, derived and decided, not in columns."""

import json
import re
from collections.abc import Callable, Iterable
from sqlite3 import Connection

import numpy as np
import numpy.typing as npt

from clippings.archive.sqlite.states import read_states

_AT_ONCE = 1000
_BYLINES = """
    select article, found ->> '$.byline' from sighting where found ->> '$.byline' is not null
    union all select article, value from derived join version on version.id = derived.version
    where deriver = 'byline' and value is not null
"""


def signed_rows(connection: Connection, names: Iterable[str]) -> npt.NDArray[np.int32]:
    """The row numbers of the articles that one of these names signs, whatever its capitals.

    Every byline is looked at once: a second or two in a million articles, so keep what comes back.
    """
    wanted = {name.casefold() for name in names}
    maybe = _holding(wanted)
    found = (
        article
        for article, told in connection.execute(_BYLINES)
        if maybe(told) and _signs(json.loads(told), wanted)
    )
    decided = (
        article
        for (article,) in connection.execute(
            "select a.id from article a join decision_article d on d.article = a.public"
            " join decision on decision.id = d.decision where decision.field = 'byline'"
        )
    )
    rows: list[int] = []
    candidates = sorted({*found, *decided})
    for at in range(0, len(candidates), _AT_ONCE):
        some = candidates[at : at + _AT_ONCE]
        # What one capture found another or a decision may have changed.
        states = read_states(connection, some)
        rows += [row for row in some if _signs(states[row].values["byline"], wanted)]
    return np.array(sorted(rows), np.int32)


def _holding(names: Iterable[str]) -> Callable[[str], bool]:
    """Tells whether a byline in JSON can hold one of these names: by the longest word of each, since
    taking a million of them apart takes longer than all the rest."""
    words = {max(re.findall(r"\w+", name), key=len, default="") for name in names}

    def holds(told: str) -> bool:
        folded = told.casefold()
        return any(word in folded for word in words)

    return holds


def _signs(people: list[dict[str, str]] | None, wanted: set[str]) -> bool:
    return any(person["name"].casefold() in wanted for person in people or ())
