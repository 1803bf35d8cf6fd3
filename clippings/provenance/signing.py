"""Who signs an article by its own lines, besides those whom its source states: the words, and how sure."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace

from clippings.archive import Derived
from clippings.article import Article, Person
from clippings.provenance import standing
from clippings.provenance.people import people
from clippings.provenance.standing import Line

NAME, VERSION = "byline", "1"

_CREDITS = ("byline", "roles", "contributors")
"""Kinds of credits that say in words who did what; a signature may be a desk's, or whom it quotes."""


def bylines(articles: Sequence[Article]) -> list[Derived]:
    """For each article the people its lines name, as JSON (`[{"name", "role", "place"}]`), and these lines."""
    return [byline(article) for article in articles]


def byline(article: Article) -> Derived:
    """The people that an article's credits and its first and last lines name.

    Stated are those of credits that say so, inferred those of other lines; of both, all are inferred.
    An agency's credit names nobody.
    """
    lines, kinds = standing.edges(article), {one.text.strip(): one.kind for one in article.credits}
    found = {one: _line(one, lines) for one in people(replace(article, byline=()))}
    told = {
        one: line
        for one, line in found.items()
        if line is not None and _kind(line, kinds) != "agency"
    }
    if not told:
        return Derived(None, None, "unknown")
    stated = all(_kind(line, kinds) in _CREDITS for line in told.values())
    value = json.dumps([asdict(one) for one in told], ensure_ascii=False)
    evidence = dict.fromkeys(f"{line.text} ({line.where})" for line in told.values())
    return Derived(value, None, "stated" if stated else "inferred", "; ".join(evidence))


def _kind(line: Line, kinds: Mapping[str, str]) -> str | None:
    return kinds.get(line.text) if line.where == "credit" else None


def _line(person: Person, lines: Sequence[Line]) -> Line | None:
    """The line that names a person, in whatever capitals."""
    name = person.name.casefold()
    last = name.split()[-1]
    below = [line for line in lines if line.where != "headline"]
    whole = (line for line in below if name in line.text.casefold())
    return next(whole, None) or next((one for one in below if last in one.text.casefold()), None)
