"""Web archives, WARC and ARC, record by record: each page that was had is one capture."""

import io
import json
import re
import zlib
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace
from typing import Any, BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from clippings.article import Article
from clippings.errors import SourceError
from ingest import urls
from ingest.outcomes import Record, Skipped, articles
from ingest.readers.columns import NOTHING, Said
from ingest.readers.html import read_page

LARGEST = 64 * 2**20
"""Bytes of one page; anything larger is none."""

_BEGINS = (b"WARC/", b"filedesc://")
_PAGES = ("text/html", "application/xhtml+xml")
_KEPT = ("response", "resource")
"""Records that hold what a server gave; the others tell how it was asked."""

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_BROKEN = (
    ArchiveLoadFailed,
    EOFError,
    OSError,
    ValueError,
    LookupError,
    zlib.error,
    AttributeError,
    TypeError,
)
# What warcio was seen to raise on damaged files.


def recognises(head: bytes) -> bool:
    """Whether the first record is a web archive's."""
    return head.startswith(_BEGINS)


def read(name: str, stream: BinaryIO) -> Iterator[Article | Skipped]:
    """One article a page, in constant memory; what is no page is skipped and counted."""
    return articles(records(name, stream))


def records(name: str, stream: BinaryIO) -> Iterator[Record | Skipped]:
    """The same, with each article's page and what the web archive says of it."""
    number = 0
    records = iter(ArchiveIterator(stream, arc2warc=True))
    while True:
        try:
            # What the library thinks of a record it says aloud; what we skip is counted.
            with redirect_stderr(io.StringIO()), redirect_stdout(io.StringIO()):
                record = next(records, None)
                if record is None:
                    break
                if record.rec_type not in (*_KEPT, "revisit"):
                    continue
                number += 1
                item = _record(name, f"{name}:{number}", record)
        except _BROKEN as error:
            said = " ".join(str(error).split())[:200]
            remedy = f"After {number} pages: {said}. Get the file again to have the rest."
            raise SourceError(
                "The web archive is damaged", name, remedy, reason="damaged"
            ) from error
        yield item
    if not number:
        raise SourceError(
            "The web archive holds no pages", name, "Check that it is whole.", reason="no articles"
        )


def read_record(name: str, data: bytes, _said: Said) -> Article | Skipped:
    """The article of a page that was kept under a line of what the web archive says of it."""
    head, _, page = data.partition(b"\n")
    told = json.loads(head)
    page = _marked(page, told["charset"])
    item = read_page(name, page, url=told["url"], captured=told["captured"])
    return replace(item, cut=True) if told["cut"] and isinstance(item, Article) else item


def _record(name: str, where: str, record: Any) -> Record | Skipped:
    """What one record holds."""
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    where = f"{where} ({url})" if url else where
    if record.rec_type == "revisit":
        return Skipped(where, "seen before", "The page was as at an earlier capture.")
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    if status != "200":
        return Skipped(where, f"status {status}", f"The server answered {status} and no page.")
    kind, charset = _kind(record)
    if kind not in _PAGES or not urls.is_address(url):
        return Skipped(where, "no web page", f"It is {kind or 'of no stated kind'}.")
    data = record.content_stream().read(LARGEST + 1)
    if len(data) > LARGEST:
        return Skipped(where, "too large", "The page is larger than 64 MB.")
    if not data.strip():
        return Skipped(where, "empty", "The page is empty.")
    captured = record.rec_headers.get_header("WARC-Date")
    told = {"url": url, "captured": captured, "charset": charset, "cut": _breaks_off(record)}
    kept = json.dumps(told).encode() + b"\n" + data
    item = read_record(name, kept, NOTHING)
    return replace(item, where=where) if isinstance(item, Skipped) else Record(item, kept)


def _kind(record: Any) -> tuple[str, str | None]:
    """The type of what the record holds, and the encoding the server named."""
    headers = record.http_headers or record.rec_headers
    stated = headers.get_header("Content-Type") or ""
    charset = _CHARSET.search(stated)
    return stated.partition(";")[0].strip().lower(), charset[1] if charset else None


def _marked(data: bytes, charset: str | None) -> bytes:
    """The page; in UTF-8 with its mark where only the server said how it is encoded."""
    if not charset or charset.lower() in ("utf-8", "utf8") or b"charset" in data[:4096].lower():
        return data
    try:
        return data.decode(charset, errors="replace").encode("utf-8-sig")
    except LookupError:
        return data


def _breaks_off(record: Any) -> bool:
    """Whether the file ended before the record did."""
    return bool(getattr(record.raw_stream, "limit", 0))
