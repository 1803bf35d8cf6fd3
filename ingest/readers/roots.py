"""The root element of an XML file, told from its first bytes."""

import re

from ingest.readers.charsets import decoded

_BEFORE = re.compile(
    r"\s*(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE\s[^\[>]*(?:\[.*?\]\s*)?>)", re.DOTALL | re.IGNORECASE
)
_ROOT = re.compile(r"\s*<([A-Za-z_][\w.:-]*)")
_LATE = re.compile(r"<(rss|feed|rdf:RDF|opml)\b[^>]*>")
_COMPLAINTS = frozenset("b br div font p pre".split())
_JUNK = 2_000
"""Characters of a server's complaints that may stand before a feed."""


def root(head: bytes) -> tuple[str, str]:
    """The name of the root element in small letters, its prefix left out, and the text decoded;
    an empty name if this is no XML."""
    text = decoded(head).lstrip("\ufeff")
    at = 0
    while found := _BEFORE.match(text, at):
        at = found.end()
    name = _ROOT.match(text, at)
    complains = name is None or name[1].lower() in _COMPLAINTS
    if complains and not text[:_JUNK].lstrip().startswith(("{", "[")):
        name = _LATE.search(text, 0, _JUNK) or name
    return (name[1].rpartition(":")[2].lower() if name else ""), text
