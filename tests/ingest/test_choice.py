"""The reader is chosen by a file's first bytes; what nobody reads is named and refused."""

import pytest

from clippings.errors import SourceError
from ingest.readers import choose


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b'{"headline": "A", "text": "B"}\n', "jsonl"),
        (b'\xef\xbb\xbf\n {"title": "A"}', "jsonl"),
        ('{"title": "A"}\r\n'.encode("utf-16"), "jsonl"),
        (b"Tarn Watch\n  Home\n", "capture"),
        ("Tarn Watch\n".encode("utf-16"), "capture"),
        ("دیده‌بان تارن\n".encode(), "capture"),
        (b'[{"headline": "A"}]', "json"),
        (b'<?xml version="1.0"?><rss>', "feed"),
        (b"<!DOCTYPE html><html>", "html"),
        (b"\n <html lang='en'>", "html"),
        (b"<!-- saved from url=(0020)https://tarn.example/ -->\n<HTML>", "html"),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "a" "b"><html>', "html"),
        ("<!doctype html><title>Tarn".encode("utf-16"), "html"),
        # A welcome in front of the page, a page without its outer elements, and one that begins late.
        (b"<style>#welcome { top: 0 }</style>\n<!doctype html><html>", "html"),
        (b"<div class='story'><h1>Levy</h1><p>It rises.</p></div>", "html"),
        (b"<title>Tarn</title>\n<body><p>The levy", "html"),
        (b"[Photo] Tarn Watch\n", "capture"),
        # Rows, though one holds a list under a name that documents wrap theirs in, or is very long.
        (b'{"title": "A", "items": [{"url": "B"}]}\n{"title": "C", "items": []}\n', "jsonl"),
        (b'{"title": "A", "text": "' + b"B " * 40_000, "jsonl"),
        (b'{"articles": [{"title": "A"}]}\n', "json"),
        (b'{"articles": [{"title": "A", "text": "' + b"B " * 40_000, "json"),
        (b'{"articles": [{"title": "A"},\n{"title": "B"}]}', "json"),
        (b'{\n "title": "A",\n "text": "B"\n}', "json"),
        (b"{curly} words in a text", "capture"),
    ],
)
def test_first_bytes_choose_the_reader(head: bytes, name: str) -> None:
    assert choose(head, "a file").name == name


REASONS = {
    "HTML page", "XML", "PDF", "zip archive or an office document", "compressed file",
    "SQLite database", "JSON array", "binary file", "empty",
}  # fmt: skip


@pytest.mark.parametrize(
    ("head", "what"),
    [
        (b'<?xml version="1.0"?><svg>', "XML"),
        (b"<article><title>Levy</title><para>It rises.</para></article>", "XML"),
        (b"<table><row><title>Levy</title></row></table>", "XML"),
        (b"%PDF-1.7", "PDF"),
        (b"PK\x03\x04\x14\x00", "zip"),
        (b"\x1f\x8b\x08", "compressed"),
        (b"SQLite format 3\x00", "SQLite"),
        (b"\x7fELF\x02\x01\x00", "binary"),
        (b"", "nothing but spaces"),
        (b" \r\n\t", "nothing but spaces"),
    ],
)
def test_what_cannot_be_read_is_named(head: bytes, what: str) -> None:
    with pytest.raises(SourceError, match=what) as told:
        choose(head, "a file")
    assert told.value.where == "a file"
    assert told.value.remedy
    assert told.value.reason in REASONS
