"""A comparison as a file: nothing of a text is markup, and every word of it is there."""

import re
from html import unescape
from pathlib import Path

from clippings import diff_page, shared_texts
from clippings.archive import open_archive
from clippings.archive.selection import Selection
from clippings.article import Article


def sides(tmp_path: Path, *texts: tuple[str, str, str]) -> tuple[shared_texts.Side, ...]:
    with open_archive(tmp_path / "a.db", write=True) as archive:
        load = archive.start_load("test", "page")
        articles = [
            Article(headline, "page", text, outlet=f"The <b>{number}</b>", language=language)
            for number, (headline, text, language) in enumerate(texts)
        ]
        archive.save(load, articles)
        by_headline = archive.rows(Selection(), ("id", "headline")).set_index("headline")["id"]
        ids = [by_headline[headline] for headline, _, _ in texts]
        return shared_texts.side_by_side(archive, *ids)


def test_texts_are_escaped_and_whole(tmp_path: Path) -> None:
    text = 'The <script>alert(1)</script> levy & the quay\n\nwere "shut" at nine on Monday.'
    both = sides(tmp_path, ("One", text, "en"), ("Two", text.replace("nine", "ten"), "en"))
    page = diff_page.page(both)
    assert "<script" not in page
    assert "The <b>" not in page
    columns = re.findall(r"<article>.*?</article>", page, re.DOTALL)
    for column, side in zip(columns, both, strict=True):
        plain = unescape(re.sub(r"<[^>]+>", "", column))
        assert side.text in plain
        assert side.headline in plain


def test_a_text_from_right_to_left_says_so(tmp_path: Path) -> None:
    both = sides(
        tmp_path,
        ("سد بسته شد", "دریچه‌های سد دیروز بسته شد و آب رودخانه کم شد.", "fa"),
        ("Dam shut", "The gates of the dam were shut.", "en"),
    )
    page = diff_page.page(both)
    assert '<div lang="fa" dir="rtl">' in page
    assert '<div lang="en" dir="ltr">' in page


def test_stretches_leave_nothing_out(tmp_path: Path) -> None:
    both = sides(tmp_path, ("One two", "a b c d e f g", "en"), ("Two one", "a b x d e f g h", "en"))
    table = shared_texts.stretches(both)
    for name, side in zip(("left", "right"), both, strict=True):
        part = table[(table["side"] == name) & (table["part"] == "text")]
        assert "".join(part["text"]) == side.text
