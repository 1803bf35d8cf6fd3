"""The real page, where it is at hand: told by counts, since its words are others'."""

from collections import Counter
from pathlib import Path

import pytest

from clippings.article import Article
from clippings.copies import (
    Comparison,
    Copy,
    MemoryStore,
    SegmentIndex,
    Text,
    Words,
    groups,
    shared,
)
from ingest.readers import captures


@pytest.fixture
def articles(material: Path) -> list[Article]:
    path = material / "seed" / "nejat-society-archive-page.txt"
    with path.open("rb") as stream:
        items = list(captures.read(path.name, stream))
    return [one for one in items if isinstance(one, Article) and not one.stub]


@pytest.fixture
def found(articles: list[Article]) -> dict[frozenset[int], Comparison]:
    texts = {number: Words.of(one.text) for number, one in enumerate(articles)}
    pairs = shared(texts, SegmentIndex(MemoryStore()), lambda numbers: {})
    return {frozenset((a, b)): comparison for a, b, comparison in pairs}


def kinds(comparison: Comparison) -> dict[str, int]:
    return dict(Counter(passage.kind for passage in comparison.passages))


def test_three_pairs_share_something_and_no_other(
    found: dict[frozenset[int], Comparison],
) -> None:
    told = sorted((sorted(pair), kinds(one)) for pair, one in found.items())
    fars = {"exact": 12, "near": 1, "reworked": 1}
    assert told == [
        ([0, 6], {"near": 1, "reworked": 1}),
        ([1, 9], fars),
        ([2, 5], {"reworked": 2}),
    ]


def test_the_page_is_ten_texts(
    articles: list[Article], found: dict[frozenset[int], Comparison]
) -> None:
    texts = [Text(str(at), one.published, len(one.text)) for at, one in enumerate(articles)]
    copies = [Copy(*map(str, pair), one.shared) for pair, one in found.items() if one.copy]
    assert len(texts) == 10
    assert groups(texts, copies) == []
