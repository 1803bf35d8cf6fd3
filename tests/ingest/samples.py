"""One small file of every format, about invented places and people."""

import io
import json
import uuid
import zipfile
from collections.abc import Iterable
from typing import TypeVar

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq

from clippings.errors import SourceError

T = TypeVar("T")

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/">
<channel><title>The Tide</title><link>https://tide.example/</link><language>en-gb</language>
<item><title>Harbour levy &amp; dues rise</title>
<link>https://tide.example/2023/levy?utm_source=rss&amp;utm_medium=feed</link>
<pubDate>Wed, 01 Feb 2023 10:00:00 +0100</pubDate><dc:creator>Okta Menzur and Ilse Sorgh</dc:creator>
<category>Harbour</category><slash:comments>3</slash:comments>
<description>The levy rises.</description>
<content:encoded><![CDATA[<p>The harbour levy rises in spring.</p><figure><img src="a.jpg" alt="A crane">
<figcaption>A crane at quay 4</figcaption></figure><p>Skippers are <b>angry</b>.</p>
<p>The post <a href="#">Levy</a> appeared first on <a href="#">The Tide</a>.</p>]]></content:encoded></item>
<item><title>Dam gates shut</title><link>https://tide.example/2023/dam</link>
<pubDate>Thu, 02 Feb 2023 08:30:00 EST</pubDate><description>The gates were shut ...</description></item>
<item><guid isPermaLink="false">7</guid></item>
</channel></rss>
"""
WXR = """<?xml version="1.0" encoding="UTF-8" ?>
<!-- generator="WordPress/6.1" created="2023-03-01 12:00" -->
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>The Tide</title><link>https://tide.example</link><language>en-US</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:author><wp:author_login><![CDATA[okta]]></wp:author_login>
<wp:author_display_name><![CDATA[Okta Menzur]]></wp:author_display_name></wp:author>
<item><title>Harbour levy rises</title><link>https://tide.example/2023/levy/</link>
<dc:creator><![CDATA[okta]]></dc:creator>
<content:encoded><![CDATA[The levy rises.

[caption id="a" width="9"]<img src="a.jpg" alt="A crane" /> A crane at quay 4[/caption]

Skippers are <em>angry</em>.
They say so.]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded>
<wp:post_date>2023-02-01 10:00:00</wp:post_date><wp:post_date_gmt>2023-02-01 09:00:00</wp:post_date_gmt>
<wp:post_modified>2023-02-05 08:00:00</wp:post_modified>
<wp:post_modified_gmt>2023-02-05 07:00:00</wp:post_modified_gmt>
<wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<category domain="post_tag" nicename="quay">Quay</category>
<category domain="category" nicename="harbour">Harbour</category>
<wp:comment><wp:comment_approved>1</wp:comment_approved></wp:comment>
<wp:comment><wp:comment_approved>spam</wp:comment_approved></wp:comment></item>
<item><title>About</title><wp:status>publish</wp:status><wp:post_type>page</wp:post_type></item>
<item><title>Not yet</title><wp:status>draft</wp:status><wp:post_type>post</wp:post_type></item>
</channel></rss>
"""
CSV = (
    "Title,Publish Date,URL,Media Name,Full Text,Author\r\n"
    '"Levy, again",2023-02-01,https://tide.example/levy?fbclid=1,The Tide,'
    '"First line.\r\n\r\nSecond, ""last"".",By Okta Menzur\r\n'
    "Dam gates shut,2023-02-03 00:00:00,https://tide.example/dam,The Tide,The gates were shut.,admin\r\n"
)
OPML = """<?xml version="1.0"?><opml version="2.0"><body><outline text="Coast">
<outline text="The Tide" xmlUrl="https://tide.example/feed" htmlUrl="https://tide.example"/></outline></body></opml>
"""
RECORDS = [
    {"title": "Levy rises", "url": "https://tide.example/a", "date": "2023-02-01", "content": "It rises."},
    {"title": "Dam shut", "url": "https://tide.example/b", "date": "2023-02-02", "content": "It is shut."},
]  # fmt: skip
JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "The Tide",
    "home_page_url": "https://tide.example/",
    "language": "en",
    "items": [
        {
            "id": "1",
            "url": "https://tide.example/a",
            "title": "Levy rises",
            "content_html": "<p>It rises.</p><p>So it does.</p>",
            "date_published": "2023-02-01T10:00:00+01:00",
            "authors": [{"name": "Okta Menzur"}],
            "tags": ["Harbour"],
        },
        {"id": "2", "content_text": "A note of few words."},
    ],
}
POSTS = [
    {
        "id": 1,
        "date": "2023-02-01T10:00:00",
        "date_gmt": "2023-02-01T09:00:00",
        "link": "https://tide.example/2023/levy/",
        "type": "post",
        "status": "publish",
        "title": {"rendered": "Levy &#8211; again"},
        "content": {"rendered": "<p>It rises.</p>\n<p>So it does.</p>", "protected": False},
    }
]
PAGE = (
    b"<!DOCTYPE html><html><head><title>Levy rises</title></head><body><article><h1>Levy rises</h1>"
    b"<p>The harbour levy rises in spring, the governor said.</p></article></body></html>"
)
CAPTURE = """The Mirror
  • Home
  • About
© 2009 - 2024 The Mirror. mirror.example
Harbour

Harbour levy rises

The harbour levy rises in spring, the governor said on Tuesday in Sulvek.

February 1, 2023 3 comments
FacebookTwitterPinterestWhatsapp
Older Posts
"""


def warc(pages: list[tuple[str, str, bytes]]) -> bytes:
    """A web archive of these addresses, days and pages; a page without a byte was not found."""
    records = [record("warcinfo", "", "2023-01-01", b"software: test\r\n")]
    for url, day, page in pages:
        status = b"200 OK" if page else b"404 Not Found"
        answer = b"HTTP/1.1 " + status + b"\r\nContent-Type: text/html\r\n\r\n" + page
        records.append(record("request", url, day, b"GET / HTTP/1.1\r\n\r\n"))
        records.append(record("response", url, day, answer))
    return b"".join(records)


def record(kind: str, url: str, day: str, block: bytes) -> bytes:
    """One record: https://iipc.github.io/warc-specifications/"""
    type = "application/http; msgtype=" + kind if url else "application/warc-fields"
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Date: {day}T12:00:00Z\r\n"
    head += f"WARC-Record-ID: <urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, kind + url + day)}>\r\n"
    head += f"WARC-Target-URI: {url}\r\n" if url else ""
    head += f"Content-Type: {type}\r\nContent-Length: {len(block)}\r\n\r\n"
    return head.encode() + block + b"\r\n\r\n"


def excel(rows: list[list[object]]) -> bytes:
    """A workbook of one sheet."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def parquet(rows: list[dict[str, str]]) -> bytes:
    """A Parquet file."""
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), out)
    return out.getvalue()


def zipped(files: dict[str, bytes]) -> bytes:
    """A zip archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def taken(items: Iterable[T]) -> tuple[list[T], SourceError | None]:
    """What a reader gives, and the error it ends in, if it does."""
    found: list[T] = []
    try:
        found.extend(items)
    except SourceError as error:
        return found, error
    return found, None


SAMPLES = {
    "html": PAGE,
    "feed": RSS.encode(),
    "wordpress": WXR.encode(),
    "csv": CSV.encode(),
    "opml": OPML.encode(),
    "json": json.dumps(RECORDS, indent=1).encode(),
    "jsonl": "".join(json.dumps(record) + "\n" for record in RECORDS).encode(),
    "jsonfeed": json.dumps(JSON_FEED).encode(),
    "wp-json": json.dumps(POSTS).encode(),
    "warc": warc([("https://tide.example/a", "2023-02-01", PAGE)]),
    "excel": excel([["Title", "Date", "Text"], ["Levy", "2023-02-01", "It rises."]]),
    "parquet": parquet([{"title": "Levy", "date": "2023-02-01", "text": "It rises."}]),
    "capture": CAPTURE.encode(),
}
"""Every format's name and a file in it."""
