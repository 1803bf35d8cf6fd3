"""Carriers that write for themselves cite others in the words by which these speak of themselves."""

import re
from collections.abc import Iterator

from clippings.article import Article
from clippings.provenance import outlets
from clippings.provenance.roles import TOKEN


def recurs(article: Article, name: str) -> bool:
    """Whether a text names the same outlet again, in full or by its last word."""
    return article.text.count(name.split()[-1]) > 1


def usual_carrier(article: Article) -> str | None:
    """The carrier's usual name, if the table has it: also of "CNN - Editorial"."""
    carrier = article.outlet or ""
    return (
        outlets.known(carrier)
        or outlets.known(re.split(r" [-–|(]", carrier)[0])
        or ("." in carrier and outlets.of_domain(carrier.strip().lower()))
        or None
    )


def has_newsroom(article: Article) -> bool:
    """Whether the carrier is an outlet that writes, by the table or by its name."""
    return bool(usual_carrier(article) or outlets.says_it_publishes(article.outlet or ""))


def names_others(article: Article, name: str) -> bool:
    """Whether the text names another outlet than this, so that one of them is merely cited."""
    return any(other != name for other in outlets.named_in(article.text))


_REPORTER = re.compile(r"(?:writer|reporter|correspondent) [A-Z]")
_OWN_REPORTER = re.compile(
    rf"(?P<own>(?:{TOKEN} ){{1,3}})(?:staff )?(?:writer|reporter|correspondent) (?P<who>{TOKEN}(?: [A-Z]\.)? {TOKEN})"
)


def own_reporters(article: Article) -> Iterator[str]:
    """The carrier's own reporters whom the text names: "Herald reporter Jana Morel"."""
    text = article.text
    if "writer " not in text and "reporter " not in text and "correspondent " not in text:
        return
    for line in text.split("\n"):
        for match in _OWN_REPORTER.finditer(line) if _REPORTER.search(line) else ():
            if outlets.own(match["own"].strip(), article.outlet):
                yield match["who"]
