"""Whatever is in a file, reading it ends in articles, skipped items or one clear refusal."""

import io
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clippings.article import Article
from clippings.errors import SourceError
from ingest.outcomes import Skipped
from ingest.readers import choose
from ingest.readers.decoding import decode

FOLDER = Path(__file__).parent / "captures"
PAGES = [path.read_text("utf-8") for path in sorted(FOLDER.glob("*.txt"))]
LINES = sorted({line for page in PAGES for line in page.split("\n")})
WORD = re.compile(r"\w+")


def items(data: bytes) -> list[Article | Skipped]:
    try:
        return list(choose(data[: 64 * 1024], "a").read("a", io.BytesIO(data)))
    except SourceError:
        return []


def everything(article: Article) -> str:
    """All a page's words in an article, each as often as it was there."""
    removed = [one.text for one in article.removed]
    return "\n".join([article.headline, article.section or "", article.text, *removed])


@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    for item in items(data):
        assert isinstance(item, Article | Skipped)


@given(
    st.lists(st.sampled_from(LINES), max_size=60),
    st.integers(0, len(PAGES)),
    st.integers(0, 2000),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_any_page_of_known_lines_invents_no_word(
    lines: list[str], which: int, at: int, end: str
) -> None:
    # Lines alone hardly ever prove a page; put into one that does, they are read.
    page = "".join(PAGES[which : which + 1]).split("\n")
    at %= len(page)
    data = end.join([*page[:at], *lines, *page[at:]]).encode()
    given_words = Counter(WORD.findall(decode(data)))
    found = [item for item in items(data) if isinstance(item, Article)]
    said = Counter(word for article in found for word in WORD.findall(everything(article)))
    # A word glued to a caption falls apart into two, so a new word must be a part of an old one.
    for word in said:
        assert word in given_words or any(word in one for one in given_words)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(len(page)))
def test_a_page_cut_anywhere_keeps_what_stands_whole_before_the_cut(page: str) -> None:
    whole = [item for item in items(page.encode()) if isinstance(item, Article) and item.text]
    for end in range(0, len(page), 97):
        found = {item.headline: item for item in items(page[:end].encode())
                 if isinstance(item, Article) and not item.stub}  # fmt: skip
        for article, after in pairwise(whole):
            # The next article's first words show that this one is over.
            if page[:end].rfind(after.text[:60]) > page.find(article.headline):
                assert found[article.headline].text == article.text
                assert found[article.headline].published == article.published


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("café – “x”".encode(), "café – “x”"),
        ("café".encode("utf-8-sig"), "café"),
        ("café\r\nb\rc".encode("utf-16"), "café\nb\nc"),
        ("The café of Orre – “closed”".encode("cp1252"), "The café of Orre – “closed”"),
        ("قال رئيس البلدية إن الماء سيتكلم".encode("cp1256"), "قال رئيس البلدية إن الماء سيتكلم"),
        ("سد تازه در بالادست تارن".encode()[:-1], "سد تازه در بالادست تار\ufffd"),
        (b"", ""),
    ],
)
def test_encodings(data: bytes, text: str) -> None:
    assert decode(data) == text
