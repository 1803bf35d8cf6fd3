"""Carriers that write for themselves cite others in the words by which these speak of themselves."""

import re

from clippings.article import Article
from clippings.provenance import outlets


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
