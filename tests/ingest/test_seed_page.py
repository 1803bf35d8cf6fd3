"""The real page, where it is at hand: told by hashes and counts, since its words are others'."""

import os
from collections import Counter
from pathlib import Path

import pytest

from clippings.article import Article
from ingest.readers import captures

MATERIAL = os.environ.get("CLIPPINGS_MATERIAL")
pytestmark = pytest.mark.skipif(not MATERIAL, reason="CLIPPINGS_MATERIAL names no folder")


@pytest.fixture(scope="module")
def page() -> list[Article]:
    path = Path(MATERIAL or "") / "seed" / "nejat-society-archive-page.txt"
    with path.open("rb") as stream:
        return [item for item in captures.read(path.name, stream) if isinstance(item, Article)]


def test_ten_articles_and_five_stubs(page: list[Article]) -> None:
    assert Counter(article.stub for article in page) == {False: 10, True: 5}
