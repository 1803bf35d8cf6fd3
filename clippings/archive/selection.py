"""Which articles are meant: one table of parts, from which options, address keys and words are made."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from clippings.archive.language_names import language_name
from clippings.errors import ClippingsError

UNKNOWN = "unknown"
"""The value that asks for articles in which an outlet, section or language is not known."""

UNITS = ("articles", "texts")
"""What is counted; a text is counted once however many copies of it are selected."""

DATES = ("published", "original")
"""The day that counts: of publication by who carried it, or of the original where one is stated."""

LAGS = ("negative", "0", "1", "2-7", "8-30", "31-365", "over 365")
"""Bands of the days from the original to here, and an original dated after the copy."""

CHOICES = {"unit": UNITS, "dates": DATES}
"""What the parts of kind "choice" may be; the first is meant where nothing is chosen."""


@dataclass(frozen=True, slots=True)
class Part:
    """One way to narrow a selection; its name is the shell option, the address key and the widget."""

    name: str
    kind: str
    """"text", "names" (any of several), "name", "day", "flag" or "choice"."""
    help: str

    @property
    def field(self) -> str:
        """The name of the field of `Selection` that holds it."""
        return "from_" if self.name == "from" else self.name


PARTS = (
    Part("query", "text", 'words to find; "a phrase", OR, -not and wild* are understood'),
    Part("outlet", "names", "who carried it"),
    Part("origin", "names", "who wrote it first, as far as it is known"),
    Part("section", "names", "the section it stood in"),
    Part("language", "names", "two letters, such as en or fa"),
    Part("source", "names", "the file or address it was read from"),
    Part("lag", "names", f"days from the original to here: {', '.join(LAGS)} or {UNKNOWN}"),
    Part("byline", "names", "who signs it, whatever the capitals"),
    Part("topic", "name", "the id of a recurring topic"),
    Part("group", "name", "a group of copies, by the id of its first article"),
    Part("first", "names", "texts by the first article that carries them, such as outlet=NAME"),
    Part("from", "day", "first day, YYYY-MM-DD"),
    Part("to", "day", "last day, YYYY-MM-DD"),
    Part("dates", "choice", "the day meant: published here, or stated as the original's"),
    Part("undated", "flag", "only articles without a day"),
    Part("stubs", "flag", "stubs too, beside the articles"),
    Part("aside", "flag", "only articles set aside as not relevant; without it none of them"),
    Part("unit", "choice", "what is counted"),
)


@dataclass(frozen=True, slots=True)
class Selection:
    """The articles asked for; the empty selection is all of them. Hashable, so a key of caches."""

    query: str = ""
    outlet: tuple[str, ...] = ()
    origin: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    lag: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()
    topic: str | None = None
    group: str | None = None
    first: tuple[str, ...] = ()
    """What the first of the selected articles that carry a text must have: NAME=VALUE."""
    from_: dt.date | None = None
    to: dt.date | None = None
    dates: str = "published"
    undated: bool = False
    stubs: bool = False
    aside: bool = False
    unit: str = "articles"

    def without(self, *names: str) -> "Selection":
        """The same selection with the named parts taken away."""
        empty = Selection()
        changes: dict[str, Any] = {
            part.field: getattr(empty, part.field) for part in PARTS if part.name in names
        }
        if "first" not in changes:
            changes["first"] = conditions_without(self.first, names)
        return replace(self, **changes)

    @property
    def steps(self) -> tuple[tuple[bool, "Selection"], ...]:
        """What `first` asks for, one step after the other: whether of the first article of each text
        or of each article, and what; a ClippingsError if it cannot be understood."""
        steps: list[tuple[bool, dict[str, Any]]] = []
        for condition in self.first:
            at_first, said = not condition.startswith(THEN), condition.removeprefix(THEN)
            if not steps or steps[-1][0] != at_first:
                steps.append((at_first, {}))
            steps[-1][1].update(_condition(said, steps[-1][1]))
        return tuple((at_first, Selection(**asked)) for at_first, asked in steps)

    @property
    def asked(self) -> "Selection":
        """The same with what is asked of first articles asked of all, as a chart marks what is chosen."""
        asked = {
            part.field: getattr(step, part.field) for _, step in self.steps for part in step.chosen
        }
        return replace(self, first=(), **asked)

    @property
    def chosen(self) -> tuple[Part, ...]:
        """The parts that narrow it, in the table's order."""
        empty = Selection()
        return tuple(p for p in PARTS if getattr(self, p.field) != getattr(empty, p.field))

    @property
    def dated(self) -> bool:
        """Whether a day is asked for, so that undated articles are left out."""
        return self.from_ is not None or self.to is not None


FIRST = (
    "outlet", "origin", "section", "language", "source", "lag", "byline", "from", "to", "undated",
)  # fmt: skip
"""What can be asked of the first article of a text: what it says of itself."""

THEN = "then "
"""Before a condition on each of the articles that are left."""


def conditions_without(conditions: Iterable[str], names: Iterable[str]) -> tuple[str, ...]:
    """Those of the conditions that speak of none of these parts."""
    dropped = set(names)
    return tuple(
        one for one in conditions if one.removeprefix(THEN).partition("=")[0] not in dropped
    )


def as_counted(
    unit: str, first: Sequence[str], changes: Mapping[str, Any]
) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The changes that open a mark to exactly what it counts: what is left of them, and `first`.

    A text counts at the first article that carries it, so what its mark stands for is asked of that
    article alone; and what is asked after that, of what it left.
    """
    texts = unit != UNITS[0]
    names = (*(FIRST if texts or first else ()), *(("topic", "group") if first else ()))
    asked = {name: value for name, value in changes.items() if name in names}
    new = [
        ("" if texts and name in FIRST else THEN) + f"{name}={one}"
        for name, value in asked.items()
        for one in (value if isinstance(value, list | tuple) else [value])
    ]
    left = {name: value for name, value in changes.items() if name not in asked}
    return left, (*conditions_without(first, asked), *new)


def _condition(said: str, asked: Mapping[str, Any]) -> dict[str, Any]:
    """The part of a selection that a condition adds to those asked for already."""
    name, _, value = said.partition("=")
    if name not in (*FIRST, "topic", "group") or not value:
        remedy = f"Write NAME=VALUE, the name one of {', '.join(FIRST)}."
        raise ClippingsError("This cannot be asked of the first article", said, remedy)
    if name == "undated":
        return {name: True}
    if name in ("topic", "group"):
        return {name: value}
    if name not in ("from", "to"):
        return {name: (*asked.get(name, ()), value)}
    try:
        return {"from_" if name == "from" else name: dt.date.fromisoformat(value)}
    except ValueError as error:
        raise ClippingsError("This is no day", said, "Write it as 2011-12-22.") from error


def describe(selection: Selection) -> str:
    """The selection as one line in words."""
    return ", ".join(words for _, words in in_words(selection)) or "all articles"


def as_options(selection: Selection) -> list[str]:
    """The selection as options of the shell, each word by itself: `["--outlet", "The Tide"]`."""
    options: list[str] = []
    for part in selection.chosen:
        value = getattr(selection, part.field)
        if part.kind == "flag":
            options.append(f"--{part.name}")
            continue
        for one in value if part.kind == "names" else (value,):
            options += [f"--{part.name}", str(one)]
    return options


def in_words(selection: Selection) -> list[tuple[tuple[str, ...], str]]:
    """Each narrowing part in words, with the names of the parts it speaks of, so that each can be
    taken away: `[(("outlet",), "carried by A or B"), (("from", "to"), "20 Dec 2011 to 22 Dec 2011")]`."""
    said: list[tuple[tuple[str, ...], str]] = []
    if selection.query.strip():
        said.append((("query",), f"with {selection.query.strip()}"))
    for name, lead in _LEADS.items():
        values = getattr(selection, name)
        if values:
            shown = map(language_name, values) if name == "language" else values
            said.append(((name,), lead + " or ".join(shown)))
    if selection.first:
        steps = [
            ("texts first " if first else "") + describe(one) for first, one in selection.steps
        ]
        said.append((("first",), ", then ".join(steps)))
    for name, lead in _ONE.items():
        if getattr(selection, name):
            said.append(((name,), lead + getattr(selection, name)))
    if selection.dated:
        said.append((("from", "to"), _days(selection.from_, selection.to)))
    for name, value, words in _CHOSEN:
        if getattr(selection, name) == value:
            said.append(((name,), words))
    return said


_CHOSEN = (
    ("dates", "original", "by the original's day"),
    ("undated", True, "undated only"),
    ("stubs", True, "stubs too"),
    ("aside", True, "set aside as not relevant"),
    ("unit", "texts", "copies counted once"),
)

_ONE = {"topic": "on topic ", "group": "copies of "}

_LEADS = {
    "outlet": "carried by ",
    "origin": "written by ",
    "section": "in section ",
    "language": "in ",
    "source": "read from ",
    "lag": "days from the original to here: ",
    "byline": "signed by ",
}


def _days(first: dt.date | None, last: dt.date | None) -> str:
    if first == last and first is not None:
        return f"on {day_in_words(first)}"
    if last is None and first is not None:
        return f"from {day_in_words(first)}"
    if first is None and last is not None:
        return f"until {day_in_words(last)}"
    assert first is not None
    assert last is not None
    return f"{day_in_words(first)} to {day_in_words(last)}"


def day_in_words(day: dt.date) -> str:
    """A day as we show it everywhere: 22 Dec 2011, whatever the machine's language."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

assert {part.field for part in PARTS} == {f.name for f in fields(Selection)}
