"""A small archive that many tests ask, and the material they find only on some machines."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from clippings import languages
from clippings.archive import Archive, open_archive
from clippings.article import Article, Credit, Person, Removed


def article(headline: str, text: str = "", **fields: object) -> Article:
    """An article with little to say of itself."""
    known = {"source": "page.txt", "outlet": "The Mirror", "site": "mirror.example", **fields}
    if known.get("published") and "published_precision" not in known:
        known["published_precision"] = "day"
    return Article(headline=headline, text=text, **known)  # type: ignore[arg-type]


ARTICLES = (
    article(
        "Harbour levy rises",
        "The harbour levy rises in spring.\n\nSkippers in Sulvek are angry about the levy.",
        published="2023-02-01",
        section="Harbour",
        comments=3,
        byline=(Person("Okta Menzur", "reporting", "Sulvek"), Person("Ilse Sorgh")),
        credits=(Credit("Reporting by Okta Menzur", "roles"),),
        removed=(Removed("A crane at quay 4", "caption", "in spring."),),
    ),
    article(
        "=SUM(A1) is what the levy is",
        "The harbour levy is a sum, said the governor of the harbour.",
        published="2023-02-03T23:30-05:00",
        published_precision="minute",
        section="Harbour",
        outlet="The Tide",
        site="tide.example",
    ),
    article(
        "Dam gates shut", "The dam was shut.", published="2023-05-20", section="Waters", cut=True
    ),
    article("A note without a day", "The harbour has a dam too, an old one.", section=None),
    article(
        "سد بسته شد",
        "دریچه‌های سد دیروز بسته شد و آب رودخانه کم شد.",
        published="2023-05-21",
        section="آب",
        language="fa",
    ),
    article("Only a teaser", published="2023-05-22", stub=True),
)


def fill(archive: Archive, articles: Sequence[Article]) -> int:
    """Load these articles, languages derived as a load does it; the load's number."""
    load = archive.start_load("test", "page.txt")
    stated = [one.language for one in articles]
    derived = languages.languages([(one.headline, one.text) for one in articles], stated)
    archive.save(load, articles, None, {languages.NAME: derived})
    archive.finish_load(load, {})
    return load


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """An archive of five articles, one of them undated, and one stub."""
    with open_archive(tmp_path / "articles.db", write=True) as opened:
        fill(opened, ARTICLES)
        yield opened


@pytest.fixture
def material() -> Path:
    """The folder of real pages and corpora, which not every machine has."""
    named = os.environ.get("CLIPPINGS_MATERIAL")
    if not named:
        pytest.skip("CLIPPINGS_MATERIAL is not set: the real material is not on this machine")
    return Path(named)
