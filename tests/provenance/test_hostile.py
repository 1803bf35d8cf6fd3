"""No text, however odd, makes the forms slow or fail."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clippings.article import Article
from clippings.provenance.chain import chain
from clippings.provenance.origin import origin
from clippings.provenance.originals import original
from clippings.provenance.people import people

UNITS = (
    "A", "Aa ", "A. ", "By A B ", "told The A ", "interview with ", "(Reuters) ", "/ ", "– ", "a.b.",
    "Source: ", "© ", "of the ", "and A ", " in A", "A’s ", "ل", "قال ل", "به گزارش ", "نقل از ",
    "1 ", "2011-", "May 3, ", "\n", "\n\n", "A: b\n", "(((", "«", ", ", "Nga ", "i tha A ",
)  # fmt: skip
LENGTH = 100_000
"""A form that takes squares of the length would need minutes for such a text; `benchmarks/provenance.py`
says what it needs."""


def everything(headline: str, text: str) -> None:
    article = Article(headline=headline, source="a.txt", text=text, outlet="The Veld Herald")
    origin(article), people(article), original(article), chain(article)


@pytest.mark.parametrize("unit", UNITS)
def test_a_repeated_unit_is_read_to_its_end(unit: str) -> None:
    everything(unit * 20, unit * (LENGTH // len(unit)))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(UNITS), max_size=40), st.text(max_size=80))
def test_any_text_has_an_answer(units: list[str], words: str) -> None:
    everything(words, "".join(units) + words)
