"""The real page, where it is at hand: told by counts, since its words are others'."""

from collections import Counter
from pathlib import Path

import pytest

from clippings import shared_texts
from clippings.archive import open_archive
from clippings.archive.selection import Selection
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
from clippings.derive_copies import derive_copies
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


def test_in_an_archive_it_is_ten_texts_and_twelve_exact_passages_of_one_pair(
    articles: list[Article], tmp_path: Path
) -> None:
    with open_archive(tmp_path / "a.db", write=True) as archive:
        load = archive.start_load("test", "page")
        archive.save(load, articles)
        derive_copies(archive)
        assert int(archive.count(Selection(unit="texts"))["texts"].iloc[0]) == 10
        assert shared_texts.copies(archive, Selection()).empty
        table = shared_texts.passages(archive, Selection())
    told = Counter(zip(table["kind"], map(tuple, table["members"]), strict=True))
    assert sorted(Counter(kind for kind, _ in told.elements()).items()) == [
        ("exact", 12), ("near", 2), ("reworked", 4),
    ]  # fmt: skip
    assert len({members for _, members in told}) == 3
    assert len({members for kind, members in told if kind == "exact"}) == 1


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
