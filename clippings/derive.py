"""Derivers: what is concluded from the articles, each with a name and a version, and done anew by it."""

from clippings import topics
from clippings.archive import Archive
from clippings.archive.selection import Selection


def derive_topics(archive: Archive) -> int:
    """Find the topics of the whole archive anew and keep them; how many there are."""
    found = topics.topics(archive.texts(Selection()))
    archive.save_topics(found, topics.VERSION)
    return len(found)
