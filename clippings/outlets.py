"""Outlets by the names they go under: what ships with the program, and how a name is told for one."""

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

from clippings.folding import fold_headline


@dataclass(frozen=True, slots=True)
class Outlet:
    """One body that publishes, as a named source describes it."""

    name: str
    kind: str | None
    """What it calls itself, or a named source does; None where we have no source."""
    domains: tuple[str, ...]
    aliases: tuple[str, ...]
    source: str | None
    read: str | None
    """The day the source was read."""


_ACRONYM = re.compile(r"[A-Za-z/]{2,5}")
_ARTICLE = re.compile(r"^(?:the|die|der|das|le|la|el|il)\s+", re.IGNORECASE)

_BODY = re.compile(
    r"""\b(?:news|agency|agencies|wire|press|times|post|herald|tribune|journal|gazette|courier|record
    |daily|weekly|monitor|observer|standard|telegraph|guardian|mirror|bulletin|chronicle|dispatch
    |review|broadcasting|television|tv|radio|magazine|newspaper|agjencia|gazeta|radio|portali
    |televizioni)\b
    |خبرگزاری|خبرگزاري|روزنامه|پایگاه\ خبری|هفته‌نامه|ماهنامه|شبکه|وكالة|صحيفة|جريدة|قناة|موقع|مجلة""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words by which a name says of itself that it is the name of a body that publishes."""

_LEADS = re.compile(
    r"^(?:خبرگزاری|خبرگزاري|روزنامه|پایگاه خبری|وكالة أنباء|وكالة|صحيفة|جريدة|موقع|agjencia|gazeta"
    r"|portali)\s+",
    re.IGNORECASE,
)


@cache
def shipped() -> tuple[Outlet, ...]:
    """The outlets that ship with the program."""
    text = resources.files("clippings").joinpath("outlets.csv").read_text("utf-8")
    return tuple(
        Outlet(
            row["name"],
            row["kind"] or None,
            tuple(filter(None, row["domains"].split("|"))),
            tuple(filter(None, row["aliases"].split("|"))),
            row["source"] or None,
            row["read"] or None,
        )
        for row in csv.DictReader(text.splitlines())
    )


def known(name: str) -> str | None:
    """The usual name of the outlet that goes under this one, or None."""
    name = name.strip(" \t.,;:()[]«»\"'“”‘’/")
    for spelling in (name, _LEADS.sub("", name)):
        found = _by_name().get(_key(spelling))
        if found is not None and _as_written(spelling, found[1]):
            return found[0]
    return None


def of_domain(domain: str) -> str | None:
    """The usual name of the outlet at this domain, or None."""
    parts = domain.lower().removeprefix("www.").split(".")
    names = (_by_domain().get(".".join(parts[start:])) for start in range(len(parts) - 1))
    return next((name for name in names if name), None)


def says_it_publishes(name: str) -> bool:
    """Whether a name calls itself an agency, a paper, a station or the like."""
    return bool(_BODY.search(name))


def _key(name: str) -> str:
    return fold_headline(_ARTICLE.sub("", name.strip()))


def _as_written(spelling: str, alias: str) -> bool:
    """An acronym counts only in the capitals it has: "aa" is no agency."""
    bare = _ARTICLE.sub("", spelling.strip())
    return not _ACRONYM.fullmatch(alias) or bare == alias or bare == alias.upper()


@cache
def _by_name() -> dict[str, tuple[str, str]]:
    names = {}
    for outlet in shipped():
        for alias in (*outlet.aliases, outlet.name):
            names[_key(alias)] = (outlet.name, _ARTICLE.sub("", alias))
    return names


@cache
def _by_domain() -> dict[str, str]:
    return {domain: outlet.name for outlet in shipped() for domain in outlet.domains}


def same(name: str, other: str) -> bool:
    """Whether two names are spellings of one."""
    return _key(name) == _key(other)
