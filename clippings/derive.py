"""Derivers: what is concluded from the articles, each with a name and a version, and done anew by it."""

import itertools
from collections.abc import Mapping, Sequence

from clippings import languages, topics
from clippings.archive import Archive, Derived
from clippings.archive.selection import Selection
from clippings.article import Article

_AT_ONCE = 2_000


def conclusions(articles: Sequence[Article]) -> Mapping[str, Sequence[Derived]]:
    """What every per-article deriver says of these articles, one conclusion for each of them."""
    texts = [(article.headline, article.text) for article in articles]
    stated = [article.language for article in articles]
    return {languages.NAME: languages.languages(texts, stated)}


def derive_languages(archive: Archive) -> int:
    """Find the language of every article anew; how many there are. What is stated stands."""
    count = 0
    texts = archive.texts(Selection(stubs=True))
    while batch := list(itertools.islice(texts, _AT_ONCE)):
        found = {id: languages.language(headline, text) for id, headline, text, _ in batch}
        archive.save_derived(languages.NAME, found)
        count += len(batch)
    return count


def derive_topics(archive: Archive) -> int:
    """Find the topics of the whole archive anew and keep them; how many there are."""
    found = topics.topics(archive.texts(Selection()))
    archive.save_topics(found, topics.VERSION)
    return len(found)
