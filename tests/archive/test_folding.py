"""Variants of a word are found as one: in the index itself, for whatever spelling is typed."""

import sqlite3
import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clippings.archive import open_archive
from clippings.archive.marking import mark, snippet
from clippings.archive.selection import Selection
from clippings.article import Article
from clippings.folding import fold, fold_headline, spelled_tokens, tokens

ZWNJ, ZWJ, RLM, TATWEEL, SOFT_HYPHEN = "\u200c", "\u200d", "\u200f", "\u0640", "\u00ad"

VARIANTS = {
    "short vowels": ("محمد", "مُحَمَّد", "مُحَمَّدٌ"),
    "superscript alef": ("رحمن", "رحمٰن"),
    "signs of recitation": ("قال", "قالۖ", "ؐقال"),
    "Arabic and Persian yeh": ("ایران", "ايران"),
    "alef maksura": ("موسی", "موسى"),
    "Arabic and Persian kaf": ("کتاب", "كتاب"),
    "alef with hamza above": ("امل", "أمل"),
    "alef with hamza below": ("اسلام", "إسلام"),
    "alef with madda": ("اب", "آب"),
    "alef wasla": ("اب", "ٱب"),
    "teh marbuta": ("جزیره", "جزيرة"),
    "heh with yeh": ("خانه", "خانۀ", "خانه\u0654"),
    "hamza on waw": ("مومن", "مؤمن"),
    "hamza on yeh": ("مسیول", "مسئول"),
    "a hamza apart": ("مومن", "مو\u0654من"),
    "tatweel": ("سلام", f"ســ{TATWEEL}لام"),
    "presentation forms": ("سلام", "ﺳﻼﻡ"),
    "a ligature": ("الله", "ﷲ"),
    "a vowel as a presentation form": ("بت", "ب\ufe77ت"),
    "Persian digits": ("1390", "۱۳۹۰"),
    "Arabic digits": ("1390", "١٣٩٠"),
    "a joiner": ("سلام", f"سل{ZWJ}ام"),
    "direction marks": ("سلام", f"{RLM}سلام{RLM}", "\u202bسلام\u202c"),
    "a soft hyphen": ("harbour", f"har{SOFT_HYPHEN}bour"),
    "Latin accents": ("ashtu", "AŞHTU", "ashtu\u0308"),
    "full-width letters": ("harbour", "ｈａｒｂｏｕｒ"),
    "a Latin ligature": ("office", "oﬃce"),
    "Albanian": ("cudi", "Çudi", "c\u0327udi"),
}  # fmt: skip


def archive_of(path: Path, *texts: str) -> Path:
    with open_archive(path, write=True) as archive:
        load = archive.start_load("test", "test")
        articles = [
            Article(headline=f"Number {number}", text=f"here {text} there", source="test")
            for number, text in enumerate(texts)
        ]
        archive.save(load, articles)
    return path


def found(path: Path, query: str) -> int:
    with open_archive(path) as archive:
        return int(archive.count(Selection(query=query))["articles"].iloc[0])


@pytest.mark.parametrize("name", VARIANTS)
def test_every_spelling_finds_all(name: str, tmp_path: Path) -> None:
    spellings = VARIANTS[name]
    path = archive_of(tmp_path / "a.db", *spellings, "unrelated")
    assert {found(path, spelling) for spelling in spellings} == {len(spellings)}


@pytest.mark.parametrize("name", VARIANTS)
def test_every_spelling_is_marked_as_it_stands(name: str) -> None:
    for typed in VARIANTS[name]:
        for spelling in VARIANTS[name]:
            text = f"here {spelling} there"
            marked = [
                text[start:end].strip(f"{RLM}\u202b\u202c") for start, end in mark(typed, text)
            ]
            assert marked == [spelling.strip(f"{RLM}\u202b\u202c")]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (f"کتاب{ZWNJ}ها", {"compound", "spaced", "joined"}),
        ("کتاب ها", {"compound", "spaced"}),
        ("کتابها", {"joined"}),
        (f'"این کتاب{ZWNJ}ها"', {"compound", "spaced", "joined"}),
        (f"کتاب{ZWNJ}ه*", {"compound", "spaced", "joined"}),
    ],
)
def test_a_compound_is_found_spaced_and_joined(
    typed: str, expected: set[str], tmp_path: Path
) -> None:
    spelled = {"compound": f"این کتاب{ZWNJ}ها", "spaced": "این کتاب ها", "joined": "این کتابها"}
    path = archive_of(tmp_path / "a.db", *spelled.values())
    with open_archive(path) as archive:
        headlines = archive.rows(Selection(query=typed), ("headline",))["headline"]
    names = dict(zip((f"Number {n}" for n in range(3)), spelled, strict=True))
    assert {names[headline] for headline in headlines} == expected


def test_no_word_falls_into_letters(tmp_path: Path) -> None:
    path = archive_of(tmp_path / "a.db", "مُحَمَّد")
    assert found(path, "م") == 0


def test_what_is_shown_is_the_original(tmp_path: Path) -> None:
    path = archive_of(tmp_path / "a.db", "مُحَمَّد")
    with open_archive(path) as archive:
        row = archive.rows(Selection(query="محمد"), ("snippet",)).iloc[0]
    assert row["snippet"] == "here مُحَمَّد there"


def test_a_second_copy_is_kept_only_where_folding_changes_something(tmp_path: Path) -> None:
    path = archive_of(tmp_path / "a.db", "“plain” – naïve…", "محمد", "مُحَمَّد")
    connection = sqlite3.connect(path)
    copies = connection.execute("select folded_text from version order by id").fetchall()
    connection.close()
    assert [copy is None for (copy,) in copies] == [True, True, False]


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize("name", VARIANTS)
def test_a_word_is_spelled_alike_alone_and_in_a_long_text(name: str) -> None:
    before = "harbour levy " * 10
    for word in VARIANTS[name]:
        assert fold(before + word) == before + fold(word)


@given(st.text(alphabet=string.printable))
def test_plain_text_is_its_own_spelling(text: str) -> None:
    assert fold(text) is text


@given(st.text())
def test_words_lie_in_order_inside_their_text(text: str) -> None:
    last = 0
    for token, start, end in spelled_tokens(text):
        assert token
        assert 0 <= start < end <= len(text)
        assert start >= last or token in tokens(text[start:end])
        last = start


@given(st.text())
def test_a_text_is_marked_by_any_of_its_words(text: str) -> None:
    for token, start, end in list(spelled_tokens(text))[:5]:
        assert any(first <= start and end <= last for first, last in mark(f'"{token}"', text)), (
            token
        )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Harbour levy rises", "HARBOUR LEVY RISES!"),
        ("“Levy” – rises", '"Levy" - rises'),
        ("كتاب جديد", "کتاب جدید"),
        ("Café opens", "Cafe\u0301 opens"),
    ],
)
def test_headlines_are_one_key_in_every_spelling(one: str, other: str) -> None:
    assert fold_headline(one) == fold_headline(other)


def test_a_headline_of_signs_alone_is_still_a_key() -> None:
    assert fold_headline(" ?! ") == "?!"


def test_a_snippet_shows_the_first_match_in_its_surroundings() -> None:
    text = "First words of it. " * 40 + "Then the levy comes. " + "And more words follow. " * 40
    shown = snippet("levy", text)
    assert "the levy comes" in shown
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert len(shown) < 220
    assert snippet("", "Short.\n\nText.") == "Short. Text."
