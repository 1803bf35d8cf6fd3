"""Which articles are meant: one table of parts, from which options, address keys and words are made."""

import datetime as dt
from dataclasses import dataclass, fields, replace
from typing import Any

UNKNOWN = "unknown"
"""The value that asks for articles in which an outlet, section or language is not known."""

UNITS = ("articles", "texts")
"""What is counted; a text is counted once however many copies of it are selected."""

DATES = ("published", "original")
"""The day that counts: of publication by who carried it, or of the original where one is stated."""

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
    Part("topic", "name", "the id of a recurring topic"),
    Part("group", "name", "a group of copies, by the id of its first article"),
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
    topic: str | None = None
    group: str | None = None
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
        return replace(self, **changes)

    @property
    def chosen(self) -> tuple[Part, ...]:
        """The parts that narrow it, in the table's order."""
        empty = Selection()
        return tuple(p for p in PARTS if getattr(self, p.field) != getattr(empty, p.field))

    @property
    def dated(self) -> bool:
        """Whether a day is asked for, so that undated articles are left out."""
        return self.from_ is not None or self.to is not None


def describe(selection: Selection) -> str:
    """The selection as one line in words."""
    return ", ".join(words for _, words in in_words(selection)) or "all articles"


def in_words(selection: Selection) -> list[tuple[tuple[str, ...], str]]:
    """Each narrowing part in words, with the names of the parts it speaks of, so that each can be
    taken away: `[(("outlet",), "carried by A or B"), (("from", "to"), "20 Dec 2011 to 22 Dec 2011")]`."""
    said: list[tuple[tuple[str, ...], str]] = []
    if selection.query.strip():
        said.append((("query",), f"with {selection.query.strip()}"))
    for name, lead in _LEADS.items():
        values = getattr(selection, name)
        if values:
            said.append(((name,), lead + " or ".join(values)))
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
    "language": "in language ",
    "source": "read from ",
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
