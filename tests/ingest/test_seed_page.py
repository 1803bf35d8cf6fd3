"""The real page, where it is at hand: told by hashes and counts, since its words are others'."""

import hashlib
import io
import os
import re
from collections import Counter
from pathlib import Path

import pytest

from clippings.article import Article
from ingest.readers import captures

MATERIAL = os.environ.get("CLIPPINGS_MATERIAL")
pytestmark = pytest.mark.skipif(not MATERIAL, reason="CLIPPINGS_MATERIAL names no folder")

# Day, and hashes of section, headline, first and last sentence or line.
ARTICLES: list[tuple[str, str, str, str, str]] = [
    ("2011-12-22", "de5008d194a7", "71337d1b5a40", "bcfcb1751a6e", "e51e80708257"),
    ("2011-12-22", "d6fad13669c4", "0dd519d895eb", "e5e225bb5712", "546f9d5e57ce"),
    ("2011-12-22", "de5008d194a7", "1744148c3fe1", "650ca68c22ef", "66b76e858bf6"),
    ("2011-12-22", "8bce98159844", "76d98afcdd86", "1c5455977a72", "9e1fc108edab"),
    ("2011-12-21", "7a1ca4ef7515", "0f63389e09cd", "40335509d04b", "d610b1f655a1"),
    ("2011-12-21", "8bce98159844", "2482299446ff", "f2f65e1daaba", "c9f7cdb5f9e0"),
    ("2011-12-21", "8bce98159844", "2b6416922945", "5122ab4c78bf", "17f219e02207"),
    ("2011-12-21", "8bce98159844", "60d051aed195", "15160335fe33", "39d50d3a458f"),
    ("2011-12-20", "18d4e170765c", "14a1a24866e6", "b1325b27784b", "9059b78a6761"),
    ("2011-12-20", "60a8abdd1f1a", "844165a493f9", "712e2c760a0b", "74ff8a9a6a4c"),
]
# What was removed, by kind, and the hash of the text that is left, article by article.
REMOVED: list[tuple[dict[str, int], str]] = [
    ({"caption": 1, "credit": 2}, "45185cb9b666"),
    ({"caption": 1, "credit": 1}, "06b6e6ece353"),
    ({"caption": 1, "credit": 2}, "cd9e68154a59"),
    ({}, "494825121ce9"),
    ({"caption": 1, "credit": 1}, "9974bb1ba859"),
    ({"caption": 1, "markup": 2, "credit": 1}, "eff204d51660"),
    ({"caption": 2, "credit": 1}, "c135b24bb845"),
    ({"caption": 1, "credit": 1}, "ebaedeef501a"),
    ({}, "e3fa644c440e"),
    ({"caption": 1}, "73c999201b6b"),
]
STUBS: list[tuple[str, str]] = [
    ("2025-12-31", "5d781b2cc4de"),
    ("2025-12-27", "efe60a28ccb9"),
    ("2025-12-24", "ad4acafd951d"),
    ("2025-12-22", "04f8d2286ce1"),
    ("2025-12-20", "989f9448aaba"),
]


def short(text: str | None) -> str:
    """A hash of words that are not ours to print."""
    return hashlib.sha256((text or "").encode()).hexdigest()[:12]


def ends(text: str) -> tuple[str, str]:
    """The first and the last sentence or line."""
    parts = re.split(r"(?<=[.?!\"])\s+|\n+", text)
    return parts[0], parts[-1]


@pytest.fixture(scope="module")
def data() -> bytes:
    return (Path(MATERIAL or "") / "seed" / "nejat-society-archive-page.txt").read_bytes()


def articles(data: bytes) -> list[Article]:
    return [one for one in captures.read("page", io.BytesIO(data)) if isinstance(one, Article)]


def test_ten_articles_and_five_stubs(data: bytes) -> None:
    assert Counter(article.stub for article in articles(data)) == {False: 10, True: 5}


def test_days_sections_headlines_and_ends(data: bytes) -> None:
    found = [one for one in articles(data) if not one.stub]
    assert [
        (one.published, *map(short, (one.section, one.headline, *ends(one.text)))) for one in found
    ] == ARTICLES
    assert {(one.comments, one.cut, one.published_precision) for one in found} == {
        (0, False, "day")
    }


def test_stubs_have_headline_and_day(data: bytes) -> None:
    stubs = [one for one in articles(data) if one.stub]
    assert [(one.published, short(one.headline)) for one in stubs] == STUBS
    assert not any(one.text for one in stubs)


def test_what_is_removed_and_what_is_left(data: bytes) -> None:
    found = [one for one in articles(data) if not one.stub]
    assert [(Counter(r.kind for r in one.removed), short(one.text)) for one in found] == REMOVED


def test_a_page_cut_anywhere_loses_no_whole_article(data: bytes) -> None:
    whole = [one for one in articles(data) if not one.stub]
    starts = [data.find(f"\n{one.headline}\n\n".encode()) for one in whole]
    for end in range(starts[1] + 400, len(data), 499):
        before = [one for one, after in zip(whole, starts[1:], strict=False) if after + 300 < end]
        assert articles(data[:end])[: len(before)] == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"\n", b"\r\n"),
        (b"FacebookTwitterPinterestWhatsappTelegramSkypeEmail", b"ShareTweetPinMail"),
        (b"FacebookTwitterPinterestWhatsappTelegramSkypeEmail", b"Zib\nKnorr\nFlap"),
        (b"FacebookTwitterPinterestWhatsappTelegramSkypeEmail", b""),
        (b" 0 comments", "\u00a00 comments".encode()),
        (b" 0 comments", b"\n0 comments"),
    ],
)
def test_other_bars_and_line_ends_change_nothing(data: bytes, old: bytes, new: bytes) -> None:
    assert articles(data.replace(old, new)) == articles(data)
