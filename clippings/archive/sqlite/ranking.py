"""How well articles fit a query once the matches in their stock lines are left out."""

import re
import sqlite3
from collections.abc import Collection

import numpy as np
import numpy.typing as npt

from clippings.archive.marking import terms
from clippings.archive.sqlite.states import IN, among
from clippings.folding import tokens

_READ = 1_000
"""So many of those that fit best are read; what comes after them is seldom looked at."""

Fits = npt.NDArray[np.float64]


def stock_lines(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The lines that sites repeat whatever the news, as folded words."""
    return tuple(line for (line,) in connection.execute("select line from copy_stock"))


def without_stock(
    connection: sqlite3.Connection,
    query: str,
    lines: Collection[str],
    rows: npt.NDArray[np.int64],
    fits: Fits,
) -> Fits:
    """How well these articles fit, each by the part of its matches that stands outside stock lines;
    it still is found by the others. The index counts all of them: what is stock is known only later,
    and changes."""
    wanted = _pattern(query)
    held = {f" {line} ": found for line in lines if (found := _count(wanted, f" {line} "))}
    if not held:
        return fits
    best = np.argsort(-fits, kind="stable")[:_READ]
    texts = _texts(connection, rows[best].tolist())
    answer = fits.copy()
    for at, row in zip(best.tolist(), rows[best].tolist(), strict=True):
        headline, text = (_words(part) for part in texts[row])
        stock = sum(found * text.count(line) for line, found in held.items())
        if stock:
            every = _count(wanted, text) + _count(wanted, headline)
            answer[at] *= max(0, every - stock) / max(1, every)
    return answer


def _pattern(query: str) -> re.Pattern[str]:
    """The words and phrases of a query within folded words with a space around each."""
    said = (
        re.escape(" ".join(words)) + (r"\S*" if prefix else "") for words, prefix in terms(query)
    )
    return re.compile(f"(?<= )(?:{'|'.join(said)})(?= )")


def _count(wanted: re.Pattern[str], words: str) -> int:
    return sum(1 for _ in wanted.finditer(words))


def _words(text: str) -> str:
    return f" {' '.join(tokens(text))} "


def _texts(connection: sqlite3.Connection, rows: Collection[int]) -> dict[int, tuple[str, str]]:
    """Headline and text of these articles."""
    found = connection.execute(
        "select a.id, coalesce(a.headline, version.headline), version.text from article a"
        f" join version on version.id = a.version where a.id {IN}",
        (among(rows),),
    )
    return {row: (headline, text) for row, headline, text in found}
