"""The suites of others: cases that are well formed are right, and no case makes a reader fall over.

They are on few machines; `python benchmarks/feeds.py` prints the scores.
"""

import importlib.util
import io
import json
import re
import tarfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from clippings.article import Article
from ingest.outcomes import Skipped
from ingest.readers import HEAD, READERS, choose, wordpress, wpjson
from tests.ingest.samples import taken

FLOORS = {
    "feedparser-tests.tar.xz": {
        "headline": 75,
        "url": 10,
        "published": 1,
        "updated": 3,
        "byline": 9,
    },
    "gofeed-tests.tar.xz": {"headline": 27, "url": 3, "published": 6, "text": 30},
}
"""Expectations met; those that are not are of HTML that its makers could not tell either."""


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    path = Path(__file__).parents[2] / "benchmarks" / "feeds.py"
    spec = importlib.util.spec_from_file_location("feeds_benchmark", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def members(archive: Path) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(archive, "r:xz") as opened:
        for member in opened:
            stream = opened.extractfile(member)
            if stream is not None:
                yield member.name, stream.read()


@pytest.mark.parametrize("suite", FLOORS)
def test_a_suite_keeps_its_score(material: Path, benchmark: ModuleType, suite: str) -> None:
    tally = benchmark.scores(material / "corpora" / "feeds", suite)
    for field, floor in FLOORS[suite].items():
        assert tally[field][0] >= floor, field


@pytest.mark.parametrize(
    "archive",
    [
        "feeds/feedparser-tests.tar.xz",
        "feeds/gofeed-tests.tar.xz",
        "feeds/real-feeds-and-opml.tar.xz",
        "wordpress/wordpress-samples.tar.xz",
        "warc/warc-samples.tar.xz",
    ],
)
def test_no_file_of_others_makes_a_reader_fall_over(material: Path, archive: str) -> None:
    for name, data in members(material / "corpora" / archive):
        reader, error = taken(choose(data[:HEAD], name) for _ in [None])
        if reader:
            _, error = taken(reader[0].read(name, io.BytesIO(data)))
        assert error is None or error.where.startswith(name)


def test_wordpress_exports_are_counted_in_and_out(material: Path) -> None:
    counts: Counter[str] = Counter()
    for name, data in members(material / "corpora" / "wordpress" / "wordpress-samples.tar.xz"):
        if wordpress.recognises(data[:HEAD]):
            items, _ = taken(wordpress.read(name, io.BytesIO(data)))
            assert len(items) == len(re.findall(rb"<item[ >]", data)), name
            counts.update(type(item).__name__ for item in items)
        elif wpjson.recognises(data[:HEAD]):
            items, error = taken(wpjson.read(name, io.BytesIO(data)))
            assert error is None
            assert len(items) == len(json.loads(data))
            assert all(isinstance(item, Article) and item.published for item in items)
    assert counts["Article"] > 100
    assert counts["Skipped"] > 100


def test_lists_of_feeds_are_told_from_feeds(material: Path) -> None:
    found = Counter()
    for name, data in members(material / "corpora" / "feeds" / "real-feeds-and-opml.tar.xz"):
        if name.endswith(".opml"):
            reader = choose(data[:HEAD], name)
            found[reader.name] += 1
    assert set(found) == {"opml"}


def test_every_format_has_a_reader_of_its_name() -> None:
    assert len({reader.name for reader in READERS}) == len(READERS)
    assert Skipped("", "", "").reason == ""
