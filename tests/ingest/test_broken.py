"""Whatever bytes come, a reader gives articles, skips items or says what is wrong; it never falls over."""

import bz2
import contextlib
import gzip
import io
import json
import lzma
import tarfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clippings.article import Article
from clippings.errors import SourceError
from ingest.containers import Source
from ingest.outcomes import Record, Skipped
from ingest.readers import READERS, choose
from ingest.readers.columns import NOTHING
from ingest.sources import sources
from tests.ingest.samples import SAMPLES, taken, zipped

BYTES = st.binary(max_size=400)
TOKENS = st.sampled_from(
    [
        b"<rss>", b"<item>", b"</item>", b"<title>", b"</title>", b"<![CDATA[", b"]]>", b"<!--", b"&#0;",
        b"&#xD800;", b"&lt;", b"&bogus;", b'"', b",", b"\n", b"\r", b"\0", b"\x08", b"\xff", b"\xfe\xff",
        b"<?xml version='1.0' encoding='bogus'?>", b"<!DOCTYPE x [", b"<pubDate>", b"99999999999999",
        b"Mon, 99 Foo 20211 99:99:99 +9999", b"9999-99-99T99:99:99+99:99", b"{", b"}", b"[", b"]",
        b"WARC/1.0", b"Content-Length: 99999999999\r\n", b"\r\n\r\n", b"1e999", b"\\ud800", b"null",
        b"<dc:creator>",
        b"<content:encoded>", b"xml:base='http://[::1'", b"http://[", b"0001-01-01", b"<feed>", b"<entry>",
    ]
)  # fmt: skip


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, bytes]:
    """A sample of some format with pieces cut out, put in and turned round."""
    format = draw(st.sampled_from(sorted(SAMPLES)))
    data = bytearray(SAMPLES[format])
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        to = min(len(data), at + draw(st.integers(0, 60)))
        data[at:to] = draw(st.one_of(st.just(b""), TOKENS, BYTES))
    return format, bytes(data[: draw(st.integers(0, len(data)))] if draw(st.booleans()) else data)


def outcome(read: object, data: bytes) -> list[Article | Skipped]:
    items, error = taken(read("name", io.BytesIO(data)))  # type: ignore[operator]
    assert error is None or (error.what and error.where and error.remedy)
    return items


def test_every_reader_is_driven() -> None:
    assert sorted(SAMPLES) == sorted(reader.name for reader in READERS)


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(damaged())
def test_a_damaged_file_is_read_as_far_as_it_goes(case: tuple[str, bytes]) -> None:
    format, data = case
    reader = next(reader for reader in READERS if reader.name == format)
    for item in outcome(reader.read, data):
        assert isinstance(item, Article | Skipped)
        if isinstance(item, Article):
            # The archive keeps neither half characters nor zeros.
            json.dumps([item.headline, item.text]).encode("utf-8")
            (item.headline + item.text + (item.url or "")).encode("utf-8")
            assert (item.published is None) == (item.published_precision is None)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(damaged())
def test_what_is_kept_of_a_row_is_read_as_it_was(case: tuple[str, bytes]) -> None:
    format, data = case
    reader = next(reader for reader in READERS if reader.name == format)
    if reader.records is not None:
        for one in taken(reader.records("name", io.BytesIO(data)))[0]:
            if isinstance(one, Record):
                assert reader.read_record("name", one.data, NOTHING) == one.article


@settings(max_examples=100, deadline=None)
@given(BYTES)
def test_any_bytes_find_a_reader_or_are_refused(data: bytes) -> None:
    for reader in READERS:
        reader.recognises(data)
    with contextlib.suppress(SourceError):
        choose(data, "name")


def packed() -> list[bytes]:
    files = {"a.xml": SAMPLES["feed"], "b/c.csv": SAMPLES["csv"], "d.gz": gzip.compress(b"text")}
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        for name, data in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    whole = out.getvalue()
    return [
        zipped(files),
        whole,
        gzip.decompress(whole),
        bz2.compress(b"text" * 99),
        lzma.compress(b"text"),
    ]


PACKED = packed()


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(PACKED), st.integers(0, 10**6), st.integers(0, 40), BYTES)
def test_a_damaged_archive_gives_what_is_whole(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, at: int, length: int, new: bytes
) -> None:
    at %= len(data)
    path = tmp_path_factory.getbasetemp() / "damaged"
    path.write_bytes(data[:at] + new[:length] + data[at + length :])
    found, error = taken(sources(str(path)) if path.stat().st_size else ())
    assert error is None or (error.what and error.where and error.remedy)
    # What is given is opened at its turn, which a tar archive read as a stream needs.
    _, error = taken(opened(source) for source in sources(str(path)) if isinstance(source, Source))
    assert error is None or (error.what and error.where and error.remedy)
    assert all(isinstance(one, Source | Skipped) for one in found)


def opened(source: Source) -> int:
    with source.open() as stream:
        return len(stream.read())
