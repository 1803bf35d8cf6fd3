"""Texts in, copies and passages out: the index proposes pairs, alignment decides."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import groupby

from clippings.copies.asking import Candidate
from clippings.copies.fingerprints import fingerprints
from clippings.copies.index import Index
from clippings.copies.passages import Comparison, compare
from clippings.copies.words import Words

Fetch = Callable[[Collection[int]], Mapping[int, Words]]
"""The words of texts that were indexed before; a text that is gone is left out."""

_AT_ONCE = 40_000
"""Words of new texts; so many as are compared with old ones before others are fetched."""


def shared(
    texts: Mapping[int, Words], index: Index, fetch: Fetch
) -> Iterator[tuple[int, int, Comparison]]:
    """Take new texts into the index; each pair of them, or of one of them and an older text, that
    share something, once, and what they share, seen from the first of the pair."""
    prints = {number: fingerprints(words) for number, words in texts.items()}
    index.add(prints)
    for pairs in _chunks(index.candidates(prints), texts):
        older = fetch({pair.other for pair in pairs} - texts.keys())
        for text, other, _ in pairs:
            words = texts.get(other) or older.get(other)
            comparison = compare(texts[text], words) if words else None
            if comparison:
                yield text, other, comparison


def _chunks(
    candidates: Iterable[Candidate], texts: Mapping[int, Words]
) -> Iterator[list[Candidate]]:
    """The pairs of some texts at a time, so that few older texts are held at once."""
    chunk: list[Candidate] = []
    words = 0
    for text, pairs in groupby(candidates, key=lambda pair: pair.text):
        chunk += pairs
        words += len(texts[text])
        if words >= _AT_ONCE:
            yield chunk
            chunk, words = [], 0
    yield chunk
