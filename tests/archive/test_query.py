"""The query language: what each form finds, what is refused and how, and that no text breaks it."""

import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clippings.archive.marking import mark, terms
from clippings.archive.query import parse
from clippings.archive.sqlite.matching import compiled, matching_rows
from clippings.errors import SearchError

TEXTS = (
    "harbour levy rises in spring",
    "levy harbour skippers angry",
    "dam gates shut",
    "the dam of the harbour and its gates",
    "co-operation over the harbour",
    "levies rise",
)


@pytest.fixture(scope="module")
def index() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "create virtual table article_fts using fts5(text,"
        " tokenize='unicode61 remove_diacritics 2')"
    )
    connection.executemany("insert into article_fts values (?)", [(text,) for text in TEXTS])
    yield connection
    connection.close()


def found(index: sqlite3.Connection, query: str) -> set[int]:
    match = compiled(query)
    rows = set(matching_rows(index, match).tolist())
    return set(range(1, len(TEXTS) + 1)) - rows if match.negated else rows


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("harbour", {1, 2, 4, 5}),
        ("HARBOUR", {1, 2, 4, 5}),
        ("harbour levy", {1, 2}),
        ("harbour AND levy", {1, 2}),
        ('"harbour levy"', {1}),
        ("“harbour levy”", {1}),
        ("«harbour levy»", {1}),
        ("levy OR dam", {1, 2, 3, 4}),
        ("harbour levy OR dam gates", {1, 2, 3, 4}),
        ("harbour (levy OR gates)", {1, 2, 4}),
        ("harbour NOT levy", {4, 5}),
        ("harbour -levy", {4, 5}),
        ('harbour -"harbour levy"', {2, 4, 5}),
        ("harbour -(levy OR dam)", {5}),
        ("-harbour", {3, 6}),
        ("NOT harbour", {3, 6}),
        ("-harbour -dam", {6}),
        ("-harbour OR levy", {1, 2, 3, 6}),
        ("-(-harbour)", {1, 2, 4, 5}),
        ("NOT NOT harbour", {1, 2, 4, 5}),
        ("lev*", {1, 2, 6}),
        ('"harbour lev"*', {1}),
        ("co-operation", {5}),
        ("harbour - levy", {1, 2}),
        ("harbour ... levy", {1, 2}),
        ("or", set()),
        ("and", {4}),
        ('"AND"', {4}),
        ("dam near harbour", set()),
        ("text:harbour", set()),
        ("{harbour}", {1, 2, 4, 5}),
        ("^harbour", {1, 2, 4, 5}),
        ("harbour + levy", {1, 2}),
        ("harbour;--", {1, 2, 4, 5}),
        ("'harbour", {1, 2, 4, 5}),
    ],
)
def test_found(index: sqlite3.Connection, query: str, expected: set[int]) -> None:
    assert found(index, query) == expected


@pytest.mark.parametrize(
    ("query", "what", "where"),
    [
        ('climate "talks', "The search has an open quotation mark", 'climate "talks'),
        ("a (b OR c", "The search has an open parenthesis", "(b OR c"),
        ("a b) c", "The search has a closing parenthesis too many", "a b) c"),
        ("levy OR", "The search has an OR without words on both sides", "levy OR"),
        ("OR levy", "The search has an OR without words on both sides", "OR levy"),
        ("levy NOT", "The search has a NOT without a word after it", "NOT"),
        ("levy NOT OR dam", "The search has a NOT without a word after it", "NOT OR dam"),
        ("?!", "The search has no word in it", "?!"),
        ('""', "The search has no word in it", '""'),
        ("()", "The search has no word in it", "()"),
        ("(" * 50 + "a" + ")" * 50, "The search has more than 40 parentheses inside each other", "(" * 40),
    ],
)  # fmt: skip
def test_refused(query: str, what: str, where: str) -> None:
    with pytest.raises(SearchError) as caught:
        parse(query)
    assert (caught.value.what, caught.value.where) == (what, where)
    assert caught.value.remedy.endswith(".")


def test_a_search_past_all_measure_is_refused_in_words(index: sqlite3.Connection) -> None:
    assert found(index, " ".join(["harbour"] * 300)) == {1, 2, 4, 5}
    nested = "a"
    for number in range(39):
        nested = f"(b{number} OR c NOT {nested})"
    with pytest.raises(SearchError, match="too long or too deeply nested"):
        found(index, nested)


PIECES = st.lists(
    st.sampled_from(
        [
            *'"()-*:^+{}',
            "';,“\0",
            " ",
            "OR",
            "AND",
            "NOT",
            "NEAR",
            "levy",
            "dam",
            "\u200c",
            "م\u064e",
        ]
    ),
    max_size=15,
)


@given(st.one_of(st.text(), PIECES.map("".join), PIECES.map(" ".join)))
def test_any_text_is_a_search_or_an_error_of_ours(query: str) -> None:
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("create virtual table article_fts using fts5(text)")
        connection.execute("insert into article_fts values ('levy dam')")
        try:
            match = compiled(query)
        except SearchError:
            return
        assert set(matching_rows(connection, match).tolist()) <= {1}
        for start, end in mark(query, "levy dam"):
            assert "levy dam"[start:end] in ("levy", "dam", "levy dam")
    finally:
        connection.close()


ALL = frozenset(range(1, len(TEXTS) + 1))
Searched = tuple[str, frozenset[int]]
"""A query, and the numbers of the texts it must find."""
WORDS = st.sampled_from(
    [
        (word, frozenset(n for n, text in enumerate(TEXTS, 1) if f" {plain}" in f" {text} "))
        for word, plain in {
            "levy": "levy ", "dam": "dam ", '"harbour levy"': "harbour levy ", "ha*": "ha",
        }.items()
    ]
)  # fmt: skip


def combined(inner: st.SearchStrategy[Searched]) -> st.SearchStrategy[Searched]:
    both = st.tuples(inner, inner)
    return st.one_of(
        both.map(lambda two: (f"({two[0][0]} {two[1][0]})", two[0][1] & two[1][1])),
        both.map(lambda two: (f"({two[0][0]} OR {two[1][0]})", two[0][1] | two[1][1])),
        inner.map(lambda one: (f"(NOT {one[0]})", ALL - one[1])),
        inner.map(lambda one: (f"(-{one[0]})", ALL - one[1])),
    )


@given(st.recursive(WORDS, combined, max_leaves=8))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_logic_is_that_of_sets(index: sqlite3.Connection, searched: Searched) -> None:
    query, expected = searched
    assert found(index, query) == expected


def test_terms_leave_out_what_must_not_match() -> None:
    assert terms('Levy -dam "harbour levy" wh*') == (
        (("levy",), False), (("harbour", "levy"), False), (("wh",), True),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("levy", ["levy", "Levy"]),
        ('"the levy"', ["The levy"]),
        ("lev*", ["levy", "Levy", "levies"]),
        ("levy OR cafe", ["levy", "café", "Levy"]),
        ("-levy", []),
        ("", []),
        ('levy "levy café"', ["levy café", "Levy"]),
    ],
)
def test_marked(query: str, marked: list[str]) -> None:
    text = "The levy café. Levy, levies!"
    assert [text[start:end] for start, end in mark(query, text)] == marked
