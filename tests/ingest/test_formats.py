"""Each format's file becomes its articles, and is told from the others by its first bytes."""

import io
import itertools
import json

import pytest

from clippings.article import Article
from clippings.errors import SourceError
from ingest import readers
from ingest.outcomes import Skipped
from ingest.readers import HEAD, READERS, choose, wordpress
from tests.ingest.samples import (
    CSV,
    JSON_FEED,
    PAGE,
    RECORDS,
    RSS,
    SAMPLES,
    WXR,
    taken,
    warc,
)


def read(format: str, data: bytes | str) -> list[Article | Skipped]:
    reader = next(reader for reader in READERS if reader.name == format)
    data = data.encode() if isinstance(data, str) else data
    return list(reader.read("name", io.BytesIO(data)))


def articles(format: str, data: bytes | str) -> list[Article]:
    return [item for item in read(format, data) if isinstance(item, Article)]


def reasons(items: list[Article | Skipped]) -> list[str]:
    return [item.reason for item in items if isinstance(item, Skipped)]


@pytest.mark.parametrize("format", SAMPLES)
def test_a_format_is_told_by_its_first_bytes(format: str) -> None:
    assert choose(SAMPLES[format][:HEAD], "name").name == format


@pytest.mark.parametrize(
    ("head", "format"),
    [
        (b"\xef\xbb\xbf" + SAMPLES["feed"], "feed"),
        (b"\n\n<br />PHP Notice: something\n" + SAMPLES["feed"], "feed"),
        (RSS.replace("UTF-8", "UTF-16").encode("utf-16"), "feed"),
        (b"<!-- saved --><!DOCTYPE rss>" + SAMPLES["feed"][39:], "feed"),
        (b"\xef\xbb\xbf" + SAMPLES["csv"], "csv"),
        (CSV.replace(",", ";").encode("utf-16"), "csv"),
        (CSV.replace(",", "\t").encode(), "csv"),
        (json.dumps({"status": "ok", "articles": RECORDS}).encode(), "json"),
        (json.dumps(RECORDS[0]).encode(), "jsonl"),
        (json.dumps(RECORDS[0], indent=2).encode(), "json"),
        (json.dumps(JSON_FEED, indent=2).encode(), "jsonfeed"),
    ],
)
def test_a_format_is_told_in_its_guises(head: bytes, format: str) -> None:
    assert choose(head[:HEAD], "name").name == format


@pytest.mark.parametrize(
    "head",
    [b"%PDF-1.7", b"PK\x03\x04word/document.xml", b"SQLite format 3\0", b"<svg xmlns='x'>", b"\0\1\2\3\4"],
)  # fmt: skip
def test_what_is_no_format_of_ours_is_named(head: bytes) -> None:
    with pytest.raises(SourceError) as told:
        choose(head, "odd")
    assert told.value.where == "odd"
    assert told.value.remedy


def test_a_feed_becomes_articles() -> None:
    items = read("feed", RSS)
    levy, dam = (item for item in items if isinstance(item, Article))
    assert levy.headline == "Harbour levy & dues rise"
    assert levy.text == "The harbour levy rises in spring.\n\nSkippers are angry."
    assert levy.url == "https://tide.example/2023/levy"
    assert (levy.outlet, levy.site, levy.section, levy.language, levy.comments) == (
        "The Tide", "tide.example", "Harbour", "en", 3,
    )  # fmt: skip
    assert (levy.published, levy.published_precision) == ("2023-02-01T10:00:00+01:00", "second")
    assert [person.name for person in levy.byline] == ["Okta Menzur", "Ilse Sorgh"]
    assert {(one.kind, one.text) for one in levy.removed} == {
        ("caption", "A crane"),
        ("caption", "A crane at quay 4"),
        ("sharing", "The post Levy appeared first on The Tide."),
    }
    assert not levy.cut
    # A zone by its name is read, and a summary is only the beginning of an article.
    assert (dam.published, dam.cut, dam.stub) == ("2023-02-02T13:30:00Z", True, False)
    assert reasons(items) == ["no headline or text"]


ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="sq"><title>Baticë</title>
<link href="https://tide.example/"/>
<entry><title type="html">Porti &amp;amp; doga</title><updated>2023-02-03T10:00:00Z</updated>
<published>2023-02-01T10:00:00Z</published><author><name>Okta Menzur</name></author>
<link rel="enclosure" href="https://tide.example/a.mp3"/><link href="/a"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Një.</p><p>Dy.</p></div></content></entry>
<entry><title>Pa datë botimi</title><updated>2023-02-04T10:00:00Z</updated><summary>Shkurt.</summary>
<link href="https://other.example/b"/>
<source><title>Pasqyra</title></source></entry></feed>"""


def test_atom_and_what_it_takes_from_others() -> None:
    first, second = articles("feed", ATOM)
    assert (first.headline, first.text, first.url) == (
        "Porti & doga", "Një.\n\nDy.", "https://tide.example/a",
    )  # fmt: skip
    assert (first.published, first.language) == ("2023-02-01T10:00:00Z", "sq")
    # Where nothing but a change is dated, that is the day there is; it is no change beside it.
    assert (first.modified, second.modified) == ("2023-02-03T10:00:00Z", None)
    assert (second.outlet, second.published, second.cut) == (
        "Pasqyra", "2023-02-04T10:00:00Z", True,
    )  # fmt: skip


def test_a_large_feed_is_read_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    from ingest.readers import feeds

    item = "<item><title>Levy {0}</title><description>Word {0}.</description></item>\n"
    body = "".join(item.format(number) for number in range(300))
    feed = f"<rss><channel><title>The Tide</title>{body}</channel></rss>"
    monkeypatch.setattr(feeds, "_PART", 1000)
    found = articles("feed", feed)
    assert [one.headline for one in found] == [f"Levy {number}" for number in range(300)]
    assert {one.outlet for one in found} == {"The Tide"}


def test_a_feed_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    assert articles("feed", RSS[: RSS.index("Dam gates")])[0].headline == "Harbour levy & dues rise"


BOMB = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "boom boom boom">
{entities}]>
<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>T</title>
<item><title>&z; levy</title><description>A.</description></item></channel></rss>"""


def test_entities_that_would_blow_up_do_not() -> None:
    names = "abcdefghijklmnopqrstuvwxyz"
    lines = [f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in itertools.pairwise(names)]
    bomb = BOMB.format(entities="\n".join(lines))
    with pytest.raises(SourceError, match="entities"):
        read("wordpress", bomb)
    assert all(len(one.headline) < 100 for one in articles("feed", bomb))


def test_a_json_feed() -> None:
    levy, note = articles("jsonfeed", SAMPLES["jsonfeed"])
    assert (levy.headline, levy.text) == ("Levy rises", "It rises.\n\nSo it does.")
    assert (levy.outlet, levy.section, levy.language) == ("The Tide", "Harbour", "en")
    assert levy.published == "2023-02-01T10:00:00+01:00"
    assert (note.headline, note.text) == ("", "A note of few words.")


def test_a_list_of_feeds_says_what_it_is() -> None:
    with pytest.raises(SourceError, match="list of feeds") as told:
        read("opml", SAMPLES["opml"])
    assert "The Tide" in told.value.remedy


def test_a_wordpress_export() -> None:
    items = read("wordpress", WXR)
    (levy,) = (item for item in items if isinstance(item, Article))
    assert levy.text == "The levy rises.\n\nSkippers are angry.\nThey say so."
    assert [(one.kind, one.text) for one in levy.removed] == [
        ("caption", "A crane A crane at quay 4")
    ]
    assert (levy.section, levy.comments, levy.captured) == ("Harbour", 1, "2023-03-01T12:00")
    assert (levy.tags, levy.modified) == (("Quay",), "2023-02-05T08:00:00+01:00")
    assert levy.published == "2023-02-01T10:00:00+01:00"
    assert [person.name for person in levy.byline] == ["Okta Menzur"]
    assert reasons(items) == ["no post: page", "not published"]


def test_a_wordpress_export_that_breaks_off_keeps_its_posts() -> None:
    data = WXR[: WXR.index("Not yet")].encode()
    found, error = taken(wordpress.read("name", io.BytesIO(data)))
    assert error is not None
    assert "broken" in error.what
    assert isinstance(found[0], Article)
    assert found[0].headline == "Harbour levy rises"


def test_posts_of_wordpress_saved_from_its_address() -> None:
    (levy,) = articles("wp-json", SAMPLES["wp-json"])
    assert (levy.headline, levy.text) == ("Levy – again", "It rises.\n\nSo it does.")
    assert (levy.published, levy.url) == (
        "2023-02-01T10:00:00+01:00", "https://tide.example/2023/levy/",
    )  # fmt: skip


def test_a_web_archive() -> None:
    pages = [
        ("https://tide.example/a", "2023-02-01", PAGE),
        ("https://tide.example/gone", "2023-02-01", b""),
        ("https://tide.example/a", "2023-03-01", PAGE.replace(b"spring", b"autumn")),
    ]
    items = read("warc", warc(pages))
    first, second = (item for item in items if isinstance(item, Article))
    assert (first.headline, first.captured) == ("Levy rises", "2023-02-01T12:00:00Z")
    assert second.captured == "2023-03-01T12:00:00Z"
    assert first.url == second.url == "https://tide.example/a"
    assert reasons(items) == ["status 404"]


def test_a_web_archive_that_breaks_off_keeps_its_pages() -> None:
    pages = [(f"https://tide.example/{number}", "2023-02-01", PAGE) for number in range(3)]
    data = warc(pages)
    items, _ = taken(readers.warc.read("name", io.BytesIO(data[:-60])))
    found = [item for item in items if isinstance(item, Article)]
    assert [item.cut for item in found] == [False, False, True]
