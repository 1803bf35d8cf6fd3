"""Which articles are meant: one table of parts, from which options, address keys and words are made."""

import datetime as dt
from dataclasses import dataclass, fields, replace
from typing import Any

UNKNOWN = "unknown"
"""The value that asks for articles in which an outlet, section or language is not known."""

UNITS = ("articles",)
"""What is counted."""


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
    Part("section", "names", "the section it stood in"),
    Part("language", "names", "two letters, such as en or fa"),
    Part("source", "names", "the file or address it was read from"),
    Part("topic", "name", "the id of a recurring topic"),
    Part("from", "day", "first day, YYYY-MM-DD"),
    Part("to", "day", "last day, YYYY-MM-DD"),
    Part("undated", "flag", "only articles without a day"),
    Part("stubs", "flag", "stubs too, beside the articles"),
    Part("unit", "choice", "what is counted"),
)


@dataclass(frozen=True, slots=True)
class Selection:
    """The articles asked for; the empty selection is all of them. Hashable, so a key of caches."""

    query: str = ""
    outlet: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    topic: str | None = None
    from_: dt.date | None = None
    to: dt.date | None = None
    undated: bool = False
    stubs: bool = False
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


assert {part.field for part in PARTS} == {f.name for f in fields(Selection)}
