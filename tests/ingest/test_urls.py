"""Addresses: every oddity met becomes a line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.urls import canonical, domain

SAME = [
    ("https://a.example/news/dam?utm_source=x&utm_medium=rss", "https://a.example/news/dam"),
    ("https://a.example/news/dam?fbclid=IwAR1", "https://a.example/news/dam"),
    ("https://a.example/news/dam?gclid=1&id=7", "https://a.example/news/dam?id=7"),
    ("https://a.example/?p=123&utm_campaign=feed", "https://a.example/?p=123"),
    ("HTTPS://A.Example:443/News", "https://a.example/News"),
    ("http://a.example:80/x", "http://a.example/x"),
    ("https://a.example/x#comments", "https://a.example/x"),
    ("https://a.example/#!/x", "https://a.example/#!/x"),
    ("https://a.example/a b", "https://a.example/a%20b"),
    ("https://a.example/%d8%b3%d8%af", "https://a.example/%D8%B3%D8%AF"),
    ("https://a.example/سد", "https://a.example/%D8%B3%D8%AF"),
    ("https://a.example", "https://a.example/"),
    ("https://a.example/x/../y/./z", "https://a.example/y/z"),
    ("https://a.example/x?b=2&a=1", "https://a.example/x?a=1&b=2"),
    ("https://a.example/x?", "https://a.example/x"),
    ("  https://a.example/x\n", "https://a.example/x"),
    ("https://a.example/x;jsessionid=12", "https://a.example/x"),
    ("https://a.example/x?lang=fa&page=2", "https://a.example/x?lang=fa&page=2"),
    ("https://a.example/x?id=5&amp;utm_source=x", "https://a.example/x?id=5"),
    ("https://a.example/x?at_medium=RSS&at_campaign=K", "https://a.example/x"),
    ("https://m.a-site.com/x", "https://www.a-site.com/x"),
    ("https://amp.a-site.co.uk/x/amp/", "https://www.a-site.co.uk/x"),
    ("https://a.example/x.amp.html", "https://a.example/x.html"),
    ("https://a.example/news/amplify", "https://a.example/news/amplify"),
    ("https://a.example/x?amp", "https://a.example/x"),
    ("https://en.m.wikipedia.org/wiki/Dam", "https://en.wikipedia.org/wiki/Dam"),
    (
        "https://web.archive.org/web/20200101000000/https://a.example/x?utm_source=b",
        "https://a.example/x",
    ),
    ("https://web.archive.org/web/2020id_/http:/a.example/x", "http://a.example/x"),
    (
        "https://archive.ph/2020.01.02-030405/https://a.example/x?utm_source=b",
        "https://a.example/x",
    ),
    ("http://archive.today/20200102030405/http://a.example/x", "http://a.example/x"),
    ("https://archive.is/o/AbC12/https://a.example/x", "https://a.example/x"),
    ("https://archive.ph/AbC12", "https://archive.ph/AbC12"),
    ("https://www.google.com/amp/s/www.a.example/x.amp.html", "https://www.a.example/x.html"),
    ("https://www-a-example.cdn.ampproject.org/c/s/www.a.example/x", "https://www.a.example/x"),
    (
        "https://www.google.com/url?rct=j&sa=t&url=https://a.example/x%3Fid%3D1&ct=ga",
        "https://a.example/x?id=1",
    ),
    ("urn:uuid:1", "urn:uuid:1"),
    ("http://[::1", "http://[::1"),
    ("", ""),
]


@pytest.mark.parametrize(("stated", "expected"), SAME)
def test_an_address_is_one_however_it_was_reached(stated: str, expected: str) -> None:
    assert canonical(stated) == expected


@given(
    st.one_of(
        st.text(),
        st.text().map("https://{}".format),
        st.from_regex(r"https?://[a-z.]{1,12}/[!-~]{0,30}", fullmatch=True),
    )
)
def test_what_is_canonical_stays_so(stated: str) -> None:
    assert canonical(canonical(stated)) == canonical(stated)
    domain(stated)


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.a.example/x", "a.example"),
        ("https://m.a.example", "a.example"),
        ("https://news.a.example:8080/", "news.a.example"),
        ("https://[::1", None),
        ("", None),
    ],
)
def test_the_domain_of_an_address(url: str, host: str | None) -> None:
    assert domain(url) == host
