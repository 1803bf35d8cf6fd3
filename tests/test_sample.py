"""The sample pages that ship with the program are read whole."""

from pathlib import Path

import pytest

from clippings.archive import open_archive
from clippings.archive.selection import Selection
from clippings.article import Article
from clippings.errors import ArchiveError
from ingest.readers.captures import read
from ingest.sample import build_sample

PAGES = Path(__file__).parent.parent / "data" / "samples" / "pages"


@pytest.mark.parametrize(
    ("name", "articles", "stubs"),
    [("en-1.txt", 13, 5), ("fa-1.txt", 4, 2), ("ar-1.txt", 4, 2), ("sq-1.txt", 4, 2)],
)
def test_a_sample_page_gives_its_articles_and_stubs(name: str, articles: int, stubs: int) -> None:
    with (PAGES / name).open("rb") as stream:
        items = [item for item in read(name, stream) if isinstance(item, Article)]
    whole = [item for item in items if not item.stub]
    assert (len(whole), len(items) - len(whole)) == (articles, stubs)
    assert all(item.published_precision == "day" for item in items)
    assert all(item.section and item.text and not item.cut for item in whole)
    assert max(len(item.headline) for item in items) < 90


def test_the_sample_shows_what_was_taken_out() -> None:
    with (PAGES / "en-1.txt").open("rb") as stream:
        items = [item for item in read("en-1.txt", stream) if isinstance(item, Article)]
    assert {part.kind for item in items for part in item.removed} >= {"caption", "credit", "markup"}
    assert {credit.kind for item in items for credit in item.credits} >= {
        "agency",
        "byline",
        "contributors",
        "roles",
        "signature",
    }


def test_the_sample_is_built_at_a_relative_path_and_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    build_sample(Path("sample.db"))
    built = (tmp_path / "sample.db").stat().st_mtime_ns
    build_sample(Path("sample.db"))
    assert (tmp_path / "sample.db").stat().st_mtime_ns == built
    with open_archive(Path("sample.db")) as archive:
        assert archive.count(Selection())["articles"].tolist() == [25]
        assert len(archive.loads()) == 1


def test_the_sample_never_replaces_an_archive_of_ones_own(tmp_path: Path) -> None:
    path = tmp_path / "own.db"
    with open_archive(path, write=True) as archive:
        load = archive.start_load("clippings add page.txt", "page.txt")
        archive.save(load, [Article(headline="Mine", source="page.txt", text="All of it.")])
        archive.finish_load(load, {})
    with pytest.raises(ArchiveError, match="other articles"):
        build_sample(path)
    with open_archive(path) as archive:
        assert archive.count(Selection())["articles"].tolist() == [1]
