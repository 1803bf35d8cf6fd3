"""What a person at a terminal reads: tables, and one-line notices beside the data."""

import re
import sys
from collections.abc import Sequence

import pandas as pd
from rich.console import Console, JustifyMethod
from rich.table import Table
from rich.text import Text

from clippings.exports import flat

_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]+")
"""Control characters, with which a headline could rewrite the terminal."""

_SHORT = 16
"""Characters of a column that is never broken, such as an id or a day."""


def notice(text: str) -> None:
    """Say something beside the data, on standard error."""
    print(harmless(text), file=sys.stderr)


def print_table(table: pd.DataFrame) -> None:
    """Print a table to standard output, numbers to the right, what is not known as "–"."""
    shown = Table(box=None, pad_edge=False, header_style="bold")
    for name in table.columns:
        numeric = pd.api.types.is_numeric_dtype(table[name])
        short = max((len(_cell(value)) for value in table[name]), default=0) <= _SHORT
        justify: JustifyMethod = "right" if numeric else "left"
        shown.add_column(str(name), justify=justify, overflow="fold", no_wrap=short)
    for row in table.itertuples(index=False):
        shown.add_row(*(Text(_cell(value)) for value in row))
    console = Console()
    console.print(shown)
    console.print(Text(f"{len(table):,} rows", style="dim"))


MARKS = {
    "kept": ("", "", ""),
    "cut": ("[-", "-]", "red"),
    "added": ("{+", "+}", "green"),
    "rewritten": ("{~", "~}", "yellow"),
    "moved": ("{>", "<}", "cyan"),
}
"""Signs around a stretch of a comparison, so that colour alone says nothing, and its colour."""


def print_beside(stretches: pd.DataFrame, titles: Sequence[str]) -> None:
    """Print two texts beside each other, what became of each stretch marked; `stretches` has the
    columns `side, part, kind, text`."""
    shown = Table(box=None, padding=(0, 2), expand=True, header_style="bold")
    for title in titles:
        shown.add_column(harmless(title), ratio=1, overflow="fold")
    for part, of_part in stretches.groupby("part", sort=False):
        style = "bold" if part == "headline" else ""
        sides = [of_part[of_part["side"] == side] for side in ("left", "right")]
        shown.add_row(*(_marked(side, style) for side in sides), end_section=part == "headline")
    Console().print(shown)


def _marked(stretches: pd.DataFrame, style: str) -> Text:
    text = Text(style=style)
    for kind, words in zip(stretches["kind"], stretches["text"], strict=True):
        before, after, colour = MARKS[kind]
        paragraphs = (harmless(paragraph) for paragraph in words.split("\n"))
        text.append(f"{before}{chr(10).join(paragraphs)}{after}", colour)
    return text


def harmless(text: str) -> str:
    """The text without characters that a terminal would act upon; line breaks become spaces."""
    return _UNSEEN.sub(" ", text)


def _cell(value: object) -> str:
    if isinstance(value, list | tuple):
        return harmless(str(flat(value)))
    if value is None or value is pd.NA or value != value:
        return "–"
    return harmless(f"{value:.1%}" if isinstance(value, float) else str(value))
