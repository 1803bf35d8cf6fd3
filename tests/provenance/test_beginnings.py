"""Where the beginnings of words stand in a text, whatever else stands in it."""

import pytest

from clippings.article import Article
from clippings.provenance import origin as origins
from clippings.provenance import outlets
from clippings.provenance.beginnings import Beginnings
from clippings.provenance.origin import origin


def places(text: str, key: str, size: int) -> list[int]:
    beginnings = Beginnings(size, [key, "never"])
    return beginnings.within(text).get(beginnings.number(key), [])


def test_a_word_is_found_where_it_begins() -> None:
    assert places("told (told) and retold, “told", " told", 5) == [-1, 5, 24]


def test_letters_of_arabic_script_are_found_inside_words_too() -> None:
    assert places("وقال ثم قال", "قال", 3) == [1, 8]


def test_capitals_are_letters_of_their_own() -> None:
    assert places("ap AP", " AP ", 4) == [2]


@pytest.mark.parametrize("text", ["", "a", "to", "\ud800", "😀"])
def test_texts_shorter_than_a_beginning_hold_none(text: str) -> None:
    assert places(text, " told", 5) == []


def test_characters_beyond_the_basic_plane_are_one_character_each() -> None:
    assert places("😀😀 told", " told", 5) == [2]


def test_origins_and_names_are_found_behind_pictures() -> None:
    text = (
        "😀" * 300
        + " All is well. " * 40
        + '"We wait," Tell told Mongabay, and he told Mongabay more.'
    )
    assert origin(Article("Ferry stays", "s", text)).value == "Mongabay"
    assert outlets.named_in(text) == {"Mongabay": "Mongabay"}
    assert outlets.named_in("وأوضح لالمدن ذلك") == outlets.named_in("وأوضح المدن ذلك")


def test_words_of_forms_that_may_stand_anywhere_are_long_enough_to_be_looked_for_at_once() -> None:
    rules = (*origins._LATIN, *origins._ARABIC)
    short = [
        word
        for rule in rules
        if rule.where == "any"
        for word, key in zip(rule.words, rule.keys, strict=True)
        if not key
    ]
    assert short == []
