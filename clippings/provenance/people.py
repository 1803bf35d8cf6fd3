"""Credits → the people they name, with what each did and where: in all forms met, four languages.

Site accounts, the carrier's own name and e-mail addresses are no persons; one person under
different capitals, or by surname once and in full elsewhere, is one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from clippings.article import Article, Person
from clippings.folding import fold
from clippings.provenance import (
    credit_sentences,
    credits,
    names,
    notes,
    outlets,
    rows,
    signatories,
    standing,
)
from clippings.provenance.names import TOKEN
from clippings.provenance.roles import NO_NAME
from clippings.provenance.standing import Line

_OWN_REPORTER = re.compile(
    rf"(?P<own>(?:{TOKEN} ){{1,3}})(?:staff )?(?:writer|reporter|correspondent) (?P<who>{TOKEN}(?: [A-Z]\.)? {TOKEN})"
)
_REPORTERS = ("writer ", "reporter ", "correspondent ")
_REPORTER = re.compile(r"(?:writer|reporter|correspondent) [A-Z]")


def people(article: Article) -> tuple[Person, ...]:
    """Everyone whom an article's byline, credits and credit lines name, each once, in order."""
    if article.stub:
        return ()
    lines = standing.edges(article)
    found = [*_from_byline(article), *_from_lines(article, lines), *_from_text(article)]
    stated = {person.name for person in article.byline}
    named = _once(found, article.text)
    return tuple(one for one in named if " " in one.name or len(named) > 1 or one.name in stated)


def _from_byline(article: Article) -> Iterator[Person]:
    for person in article.byline:
        named = list(credit_sentences.persons(person.name, person.role, article.outlet))
        if not named and _may_sign(person.name, article.outlet):
            named = [person]
        for one in named:
            yield replace(one, place=person.place or one.place)


def _may_sign(name: str, carrier: str | None) -> bool:
    """Whether a name that a source states may be a person's, in whatever script it is."""
    words = re.split(r"[\s_-]+", fold(name.casefold()))
    nobody = NO_NAME.intersection(words) or "@" in name or "://" in name
    return not (nobody or outlets.own(name, carrier) or outlets.known(name))


def _from_lines(article: Article, lines: Sequence[Line]) -> Iterator[Person]:
    signing = list(signatories.signatories(article, lines))
    listed = {person.name for person in signing}
    for number, line in enumerate(lines):
        if line.where == "headline":
            continue
        after = lines[number + 1] if number + 1 < len(lines) else None
        for text in standing.credits_in(line):
            told = _credited(text, line, after, article)
            if len(told) == 1 and line.block and after is not None and after.block:
                told = [replace(told[0], place=told[0].place or rows.place_by_outlet(after))]
            yield from told
            if not told and line.alone and text == line.text:
                signed = rows.signed(line, after, article)
                yield from (one for one in signed if one.name not in listed)
    yield from signing


def _credited(text: str, line: Line, after: Line | None, article: Article) -> list[Person]:
    """The people of a sentence by the first of its forms: a note, a label, a credit, a picture's credit."""
    top = line.head and standing.is_at_the_top(line, article)
    found = list(notes.people(text, top, after.text if after else ""))
    if not found or ";" in text:
        found += credit_sentences.told(text, article.outlet)
    return found or _by_grammar(text, article.outlet) or list(notes.pictured(text, line.text))


def _by_grammar(text: str, carrier: str | None) -> list[Person]:
    """The people of the credit that a line is for the readers, too."""
    return [person for person in credits.people_of(text) if names.is_name(person.name, carrier)]


def _from_text(article: Article) -> Iterator[Person]:
    """The carrier's own reporter whom a sentence names."""
    if not any(word in article.text for word in _REPORTERS) or not _REPORTER.search(article.text):
        return
    for match in _OWN_REPORTER.finditer(article.text):
        if outlets.own(match["own"].strip(), article.outlet) and names.is_name(
            match["who"], article.outlet
        ):
            yield Person(names.ordinary(match["who"]), "reporting")


def _once(found: Sequence[Person], text: str) -> tuple[Person, ...]:
    """Each person once: a surname joins its full name, capitals yield to the usual form."""
    usual = (replace(one, name=names.usual(one.name)) for one in found)
    return credits.everyone(usual, text)
