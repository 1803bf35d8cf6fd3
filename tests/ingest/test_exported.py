"""An export is read back into the same articles; a bad line never stops a load."""

import io
import json
from dataclasses import asdict
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clippings.article import Article, Credit, Person, Removed
from clippings.errors import SourceError
from ingest.outcomes import Skipped
from ingest.readers import exported

WHOLE = Article(
    headline="Salt price falls again",
    source="saved/a.txt",
    text="One.\n\nTwo \u200cthree.",
    url="https://vesna.example/salt",
    site="vesna.example",
    outlet="Vesna Review",
    section="Economy",
    tags=("Salt", "Prices, fallen"),
    published="2012-05-02T10:20+02:00",
    published_precision="minute",
    modified="2012-05-03",
    byline=(Person("Ada Lorn", "writing", "Vesna"), Person("Ole Brandt")),
    credits=(Credit("By Ada Lorn", "byline"),),
    language="en",
    comments=0,
    captured="2013-01-01",
    cut=True,
    removed=(Removed("A salt pan", "caption", "again."),),
    id="0123456789abcdef",
)
STUB = Article(headline="A", source="b", stub=True, published="2012", published_precision="year")


def read(*records: object, raw: bytes = b"") -> list[Article | Skipped]:
    data = b"".join(json.dumps(record).encode() + b"\n" for record in records) + raw
    return list(exported.read("a.jsonl", io.BytesIO(data)))


def record_of(article: Article, **derived: Any) -> dict[str, Any]:
    record = asdict(article)
    changed = {"kind": "modified", "date": record.pop("modified"), "method": "stated"}
    return {**record, "dates": [changed] if changed["date"] else [], **derived}


@pytest.mark.parametrize("article", [WHOLE, STUB], ids=["whole", "stub"])
def test_an_export_is_read_back_exactly(article: Article) -> None:
    derived = {"words": 3, "day": "2012-05-02", "topics": ["a"], "versions": 2, "origin": "AP"}
    assert read(record_of(article, **derived)) == [article]


@pytest.mark.parametrize(
    ("basis", "language"), [("stated", "en"), (None, "en"), ("inferred", None), ("unknown", None)]
)
def test_only_a_stated_language_is_found(basis: str | None, language: str | None) -> None:
    (found,) = read(record_of(WHOLE, language_basis=basis))
    assert isinstance(found, Article)
    assert found.language == language


def test_the_usual_names_of_others_are_known() -> None:
    record = {
        "title": "Salt",
        "published": "2021-03-04T17:22:09Z",
        "outlet": "vesna.example",
        "author": "Ada Lorn",
        "category": "business",
        "updated": "2021-03-05",
        "keywords": "Salt; Prices, fallen",
        "text": "Text.",
        "language": "en-GB",
        "url": "https://vesna.example/1",
        "source": "their word for something else",
        "id": "their own",
    }
    assert read(record) == [
        Article(
            headline="Salt",
            source="a.jsonl",
            text="Text.",
            url="https://vesna.example/1",
            outlet="vesna.example",
            section="business",
            tags=("Salt", "Prices, fallen"),
            published="2021-03-04T17:22:09Z",
            published_precision="second",
            modified="2021-03-05",
            byline=(Person("Ada Lorn"),),
            language="en",
        )
    ]


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2021-03-04", ("2021-03-04", "day")),
        ("2021-03-04 17:22", ("2021-03-04T17:22", "minute")),
        ("March 4, 2021", ("2021-03-04", "day")),
        ("some day", (None, None)),
        (None, (None, None)),
        (20210304, ("2021-03-04", "day")),
    ],
)
def test_days_of_others(published: object, expected: tuple[str | None, str | None]) -> None:
    (found,) = read({"title": "A", "text": "B", "published": published})
    assert isinstance(found, Article)
    assert (found.published, found.published_precision) == expected


def test_bad_lines_are_skipped_by_number() -> None:
    good = json.dumps({"title": "A", "text": "B"}).encode()
    deep = b"[" * 100_000
    raw = b"\n".join([b"{", good, b"", b"7", b'{"title": " "}', b"\xff\xfe\xff", deep, good])
    found = read(raw=raw)
    assert [type(item) for item in found].count(Article) == 2
    assert [(item.where, item.reason) for item in found if isinstance(item, Skipped)] == [
        ("a.jsonl:1", "malformed line"),
        ("a.jsonl:4", "malformed line"),
        ("a.jsonl:5", "no headline or text"),
        ("a.jsonl:6", "malformed line"),
        ("a.jsonl:7", "malformed line"),
    ]


def test_half_characters_and_nuls_never_reach_the_archive() -> None:
    (found,) = read(raw=b'{"title": "A\\ud800B\\u0000", "text": "\\ud83d\\ude00"}')
    assert isinstance(found, Article)
    assert found.headline == "A\ufffdB"
    assert found.text == "\U0001f600"


def test_what_a_windows_shell_writes_is_read() -> None:
    text = "".join(json.dumps(record_of(one)) + "\r\n" for one in (WHOLE, STUB))
    for encoding in ("utf-16", "utf-8-sig"):
        found = list(exported.read("a", io.BytesIO(text.encode(encoding))))
        assert found == [WHOLE, STUB]


def test_an_endless_line_is_refused() -> None:
    with pytest.raises(SourceError):
        list(exported.read("a", io.BytesIO(b'{"title": "' + b"a" * exported.LARGEST)))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["name", "text", "kind", "role"]), inner, max_size=3)
    ),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from(sorted(asdict(WHOLE))), JSON))
def test_wrong_types_are_not_stated_things(record: dict[str, Any]) -> None:
    for item in read(record):
        assert isinstance(item, Article | Skipped)
