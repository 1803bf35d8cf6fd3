"""An article as HTML: escaped, marked, in its own direction."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clippings.pages import origins, reading
from clippings.pages.escaping import address_text, plain


def body(text: str, query: str = "", language: str | None = None) -> str:
    html, _ = reading.text_html("Headline", text, language, query)
    return html[html.index("</h2>") :]


def test_a_mark_never_cuts_an_entity() -> None:
    assert "&amp; <mark" in body("Fish & amp shops", "amp")
    assert "&<mark" not in body("Fish & amp shops", "amp")


def test_paragraphs_stay_paragraphs_and_lines_lines() -> None:
    html = body("One\nline.\n\nTwo\n \n\nThree")
    assert re.findall(r"<p [^>]*>(.*?)</p>", html) == ["One<br>line.", "Two", "Three"]


def test_marks_are_numbered_through_all_paragraphs_and_lead_to_the_next() -> None:
    html = body("A levy.\n\nThe levy, a levy.", "levy")
    assert re.findall(r'id="match-(\d)" data-place="([^"]+)"><a href="#match-(\d)"', html) == [
        ("1", "1 of 3", "2"),
        ("2", "2 of 3", "3"),
        ("3", "3 of 3", "1"),
    ]
    assert "3 matches in the text" in html


@pytest.mark.parametrize(
    ("language", "way"), [("fa", "rtl"), ("ar", "rtl"), ("en", "ltr"), (None, "auto")]
)
def test_each_language_goes_its_way(language: str | None, way: str) -> None:
    assert f'<p dir="{way}"' in body("متن", language=language)


def test_spelling_variants_are_marked_as_they_stand() -> None:
    assert ">كتاب</a></mark>" in body("یک كتاب خوب", "کتاب", "fa")


@given(st.text(), st.text(alphabet="<>&\"'ab ", max_size=6))
def test_whatever_stands_in_a_text_is_letters(text: str, language: str) -> None:
    html, _ = reading.text_html(text, text, language, "a")
    tags = set(re.findall(r"</?([a-z0-9]*)", html[len(reading.STYLE) :]))
    assert tags <= {"article", "h2", "p", "mark", "a", "br"}


@pytest.mark.parametrize(
    ("stated", "precision", "day"),
    [
        (None, None, "undated"),
        ("2011", "year", "2011"),
        ("2011-12", "month", "2011-12"),
        ("2011-12-22", "day", "22 Dec 2011"),
        ("2011-12-22", "about", "about 22 Dec 2011"),
        ("2011-12-22T10:30+03:30", "minute", "22 Dec 2011, 10:30+03:30"),
    ],
)
def test_a_day_is_as_exact_as_it_is_known(
    stated: str | None, precision: str | None, day: str
) -> None:
    assert reading.day_of({"published": stated, "published_precision": precision}) == day


def test_a_day_of_the_lunar_calendar_says_that_it_may_be_one_off() -> None:
    html = origins.dates_html(
        {
            "published": "2011-12-12", "published_precision": "about", "captured": None,
            "original": "2011-12-10", "original_basis": "hijri", "original_evidence": "15 محرم <1433>",
        }
    )  # fmt: skip
    assert "about 12 Dec 2011" in html
    assert "about 10 Dec 2011" in html
    assert "about 2 days" in html
    assert html.count("lunar Hijri calendar") == 2
    assert "15 محرم &lt;1433&gt;" in html


@given(st.text())
def test_every_punctuation_mark_is_escaped(text: str) -> None:
    assert not re.search(r"(?<!\\)[*_`\[\]<>!#$:~|{}&]", re.sub(r"\\\\", "", plain(text)))


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://tarn.example/%D8%A2%D8%A8?q=%C3%AB", "https://tarn.example/آب?q=ë"),
        (
            "https://tarn.example/%D9%85%DB%8C%E2%80%8C%D8%B1%D9%88%D8%AF",
            "https://tarn.example/می\u200cرود",
        ),
        # What ends an address, cannot be seen, turns its direction, or is of another encoding.
        ("https://tarn.example/a%2Fb%3Fc%23d%20e%25", "https://tarn.example/a%2Fb%3Fc%23d%20e%25"),
        (
            "https://tarn.example/%E2%80%AEgpj.%C2%A0%E3%80%80",
            "https://tarn.example/%E2%80%AEgpj.%C2%A0%E3%80%80",
        ),
        ("https://tarn.example/%E9t%E9", "https://tarn.example/%E9t%E9"),
        ("https://tarn.example/<b>", "https://tarn.example/<b>"),
    ],
)
def test_letters_of_an_address_are_readable(url: str, shown: str) -> None:
    assert address_text(url) == shown


def test_an_address_leads_to_itself_and_is_no_markup() -> None:
    record = {
        "language": "fa", "language_basis": "stated", "words": 3, "comments": None, "source": "a",
        "id": "b", "url": "https://tarn.example/%D8%A2%D8%A8?a=1&b=<img>",
    }  # fmt: skip
    said = reading.facts_html(record)
    assert 'href="https://tarn.example/%D8%A2%D8%A8?a=1&amp;b=&lt;img&gt;"' in said
    assert ">https://tarn.example/آب?a=1&amp;b=&lt;img&gt;</a>" in said
