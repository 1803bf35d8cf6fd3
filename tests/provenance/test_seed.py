"""A real archive page: what its articles say of their origin, by counts and hashes."""

import hashlib
import os
from pathlib import Path

import pytest

from clippings.article import Article
from clippings.provenance.origin import origin
from clippings.provenance.originals import original
from clippings.provenance.people import people
from ingest.readers import captures

MATERIAL = os.environ.get("CLIPPINGS_MATERIAL")
pytestmark = pytest.mark.skipif(not MATERIAL, reason="CLIPPINGS_MATERIAL names no folder")
PAGE = Path(MATERIAL or ".") / "seed" / "nejat-society-archive-page.txt"


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    with PAGE.open("rb") as file:
        return [
            one
            for one in captures.read(str(PAGE), file)
            if isinstance(one, Article) and not one.stub
        ]


def digest(words: object) -> str:
    return hashlib.sha256(repr(words).encode()).hexdigest()[:16]


def test_ten_origins_with_their_basis(articles: list[Article]) -> None:
    found = [origin(article) for article in articles]
    assert [one.basis for one in found].count("stated") == 4
    assert [one.basis for one in found].count("inferred") == 6
    assert digest([one.value for one in found]) == "264d46bb81e55cd7"


def test_the_people_with_their_roles(articles: list[Article]) -> None:
    named = [(one.name, one.role, one.place) for article in articles for one in people(article)]
    assert len(named) == 8
    assert digest(named) == "20f38ad33ca98d09"


def test_the_one_stated_original_day(articles: list[Article]) -> None:
    days = [original(article).value for article in articles]
    assert [day for day in days if day] == ["2011-12-21"]
