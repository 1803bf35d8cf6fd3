"""Derivers: what is concluded from the articles, each with a name and a version, and done anew by it."""

import itertools
from collections.abc import Mapping, Sequence
from typing import Any

from clippings import languages
from clippings.archive import Archive, Derived
from clippings.archive.selection import Selection
from clippings.article import Article, Credit, Person
from clippings.provenance import origin, originals, signing

_AT_ONCE = 2_000

_LOOKED_AT = (
    "headline", "text", "source", "url", "site", "outlet", "section", "published",
    "published_precision", "comments", "captured",
)  # fmt: skip


def conclusions(articles: Sequence[Article]) -> Mapping[str, Sequence[Derived]]:
    """What every per-article deriver says of these articles, one conclusion for each of them."""
    texts = [(article.headline, article.text) for article in articles]
    stated = [article.language for article in articles]
    return {
        languages.NAME: languages.languages(texts, stated),
        origin.NAME: origin.origins(articles),
        originals.NAME: originals.originals(articles),
        signing.NAME: signing.bylines(articles),
    }


def derive_conclusions(archive: Archive) -> int:
    """Draw all conclusions on every article anew; how many articles there are."""
    count = 0
    # What is set aside today may be taken back tomorrow.
    records = itertools.chain.from_iterable(
        archive.records(Selection(stubs=True, aside=aside)) for aside in (False, True)
    )
    while batch := list(itertools.islice(records, _AT_ONCE)):
        _derive(archive, batch)
        count += len(batch)
    return count


def derive_lacking(archive: Archive) -> int:
    """Draw the conclusions that a load put off; of how many articles."""
    count = 0
    for batch in archive.lacking(origin.NAME, _AT_ONCE):
        _derive(archive, batch)
        count += len(batch)
    return count


def _derive(archive: Archive, records: Sequence[Mapping[str, Any]]) -> None:
    ids = [record["id"] for record in records]
    found = conclusions([_article(record) for record in records])
    archive.save_derived({name: dict(zip(ids, rows, strict=True)) for name, rows in found.items()})


def _article(record: Mapping[str, Any]) -> Article:
    """The article of a record, as far as a deriver looks at it."""
    known = {name: record[name] for name in _LOOKED_AT}
    # As found: what is usual is concluded from it.
    known["outlet"] = record["outlet_named"] or record["outlet"]
    stated = record.get("byline_stated", record["byline"])
    language = record["language"] if record["language_basis"] == "stated" else None
    return Article(
        **known,
        language=language,
        byline=tuple(Person(**person) for person in stated or ()),
        credits=tuple(Credit(**credit) for credit in record["credits"]),
        cut=record["cut"],
        stub=record.get("stub", False),
    )
