"""Pages become the articles beside them: a new pair of files is a new test."""

import io
import json
from pathlib import Path

import pytest

from clippings.article import Article
from clippings.errors import SourceError
from ingest.outcomes import Skipped
from ingest.readers import captures

PAGES = sorted((Path(__file__).parent / "captures").glob("*.txt"))
FIELDS = (
    "headline",
    "section",
    "published",
    "published_precision",
    "outlet",
    "site",
    "byline",
    "credits",
    "comments",
    "captured",
    "cut",
    "stub",
    "text",
    "removed",
)


def read(name: str, data: bytes) -> list[Article]:
    items = list(captures.read(name, io.BytesIO(data)))
    assert not [item for item in items if isinstance(item, Skipped)]
    return [item for item in items if isinstance(item, Article)]


def plain(article: Article) -> dict[str, object]:
    """The fields that say something, people, credits and what was removed as lists."""
    found: dict[str, object] = {}
    for name in FIELDS:
        value = getattr(article, name)
        if isinstance(value, tuple):
            value = [[getattr(part, field) for field in part.__slots__] for part in value]
        if value is not None and value is not False and value not in ([], ""):
            found[name] = value
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_page_becomes_its_articles(page: Path) -> None:
    expected = json.loads(page.with_suffix(".json").read_text("utf-8"))
    assert [plain(one) for one in read(page.name, page.read_bytes())] == expected


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_windows_line_ends_change_nothing(page: Path) -> None:
    data = page.read_bytes()
    assert read("a", data.replace(b"\n", b"\r\n")) == read("a", data)


def test_a_day_with_nothing_under_it_is_no_article() -> None:
    page = (PAGES[0].parent / "dates_above_headlines.txt").read_text("utf-8")
    found = read("a", page.replace("Older posts", "March 1, 2018").encode())
    assert [one.published for one in found] == ["2018-03-09", "2018-03-07"]


def test_text_in_no_layout_is_refused() -> None:
    with pytest.raises(SourceError) as told:
        read("diary.txt", b"Dear diary,\n\nnothing happened today.\n")
    assert told.value.where == "diary.txt"
    assert told.value.remedy
