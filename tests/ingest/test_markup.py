"""Fragments of HTML become paragraphs; captions, scripts and buttons are kept beside them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clippings.article import Removed
from ingest.markup import paragraphs, plain
from ingest.readers.people import people


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        ("One<br>two<br/><br />three", "One\ntwo\n\nthree"),
        ("<p>The <b>dam</b>&nbsp;&amp; the <i>gate</i>.</p>", "The dam & the gate."),
        ("<ul><li>one<li>two</ul>after", "one\n\ntwo\n\nafter"),
        ("<table><tr><td>a<td>b</table>", "a b"),
        ("<!-- gone -->kept<p>", "kept"),
        ("<p>The&#1; dam&#x1f;</p>", "The dam"),
        ("<p><q>The <i>dam</i></q>, he said.</p>", "“The dam”, he said."),
        ("<p><q>«The dam»</q>, he said, <q>leaks</q></p>", "«The dam», he said, “leaks”"),
        ("no markup, 3 < 4 & so on", "no markup, 3 < 4 & so on"),
        ("<div>" * 5000 + "deep" + "</div>" * 5000, "deep"),
        ("", ""),
    ],
)
def test_paragraphs(html: str, text: str) -> None:
    assert paragraphs(html)[0] == text


def test_what_is_no_text_is_kept_beside_it() -> None:
    text, removed = paragraphs(
        '<p>The dam holds.</p><figure><img src="a" alt="A dam"><figcaption>The dam, from above'
        "</figcaption></figure><script>count()</script>It holds <button>Share</button>well."
    )
    assert text == "The dam holds.\n\nIt holds well."
    assert removed == (
        Removed("A dam", "caption", "The dam holds."),
        Removed("The dam, from above", "caption", "The dam holds."),
        Removed("count()", "markup", "The dam holds."),
        Removed("Share", "markup", "It holds"),
    )


def test_what_wordpress_writes_between_tags() -> None:
    text, removed = paragraphs(
        'One\nline.\n\nTwo.\n[gallery ids="1,2"]\n\n[caption id="a"]<img alt="x" />A quay[/caption]\n\n'
        "<!--more-->Three.",
        lines=True,
    )
    assert text == "One\nline.\n\nTwo.\n\nThree."
    assert [(one.kind, one.text) for one in removed] == [("caption", "x A quay")]


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("<>/&;p bril\n\"'=![]-\ud800\x00")), st.booleans())
def test_any_text_is_read(html: str, lines: bool) -> None:
    text, _ = paragraphs(html, lines=lines)
    text.encode("utf-8")
    plain(html).encode("utf-8")


@pytest.mark.parametrize(
    ("stated", "names"),
    [
        ("Okta Menzur", ["Okta Menzur"]),
        ("By Okta Menzur and Ilse Sorgh", ["Okta Menzur", "Ilse Sorgh"]),
        ("Okta Menzur, Ilse Sorgh", ["Okta Menzur", "Ilse Sorgh"]),
        ("Menzur, Okta", ["Menzur, Okta"]),
        ("okta@tide.example (Okta Menzur)", ["Okta Menzur"]),
        ("admin", []),
        ("Web Desk", []),
        ("The Tide", []),
        ("", []),
    ],
)
def test_the_people_an_author_field_names(stated: str, names: list[str]) -> None:
    assert [one.name for one in people(stated, "The Tide")] == names
