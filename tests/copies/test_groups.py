"""Who stands in a group, and who came first."""

import itertools
import random

from clippings.copies import Copy, Group, Text, groups


def day(id: str, day: str | None, words: int = 100, rank: int = 0) -> Text:
    return Text(id, day, words, rank)


def members(found: list[Group]) -> list[tuple[str, ...]]:
    return [group.members for group in found]


A, B, C, D = (day(id, f"2023-05-0{at}") for at, id in enumerate("abcd", 1))


def all_copies(ids: str, kept: int = 100) -> list[Copy]:
    return [Copy(*pair, kept) for pair in itertools.combinations(ids, 2)]


def test_copies_stand_together_by_day_and_the_rest_alone() -> None:
    found = groups([D, C, B, A], all_copies("acd"))
    assert members(found) == [("a", "c", "d")]
    assert found[0].first == "a"


def test_of_one_day_the_one_with_evidence_of_origin_comes_first_then_the_fullest() -> None:
    texts = [day("x", "2023-05-01", 300, 2), day("y", "2023-05-01", 90, 1), day("z", None, 500)]
    texts.append(day("w", "2023-05-01", 200, 1))
    assert members(groups(texts, all_copies("wxyz"))) == [("w", "y", "x", "z")]


def test_two_cuts_of_a_text_stand_with_it_though_they_share_nothing() -> None:
    copies = [Copy("a", "b", 40), Copy("a", "c", 50)]
    assert members(groups([A, B, C], copies)) == [("a", "b", "c")]


def test_a_digest_draws_no_texts_together_that_have_nothing_to_do_with_each_other() -> None:
    copies = [Copy("a", "c", 100), Copy("b", "c", 120), Copy("b", "d", 100)]
    assert members(groups([A, B, C, D], copies)) == [("b", "c", "d")]


def test_bigger_groups_come_first() -> None:
    texts = [day(id, "2023-05-01") for id in "abcde"]
    copies = [*all_copies("ab"), *all_copies("cde")]
    assert members(groups(texts, copies)) == [("c", "d", "e"), ("a", "b")]


def test_what_an_analyst_joined_stands_together_with_the_copies_of_each() -> None:
    copies = [*all_copies("ac"), *all_copies("bd")]
    assert members(groups([A, B, C, D], copies)) == [("a", "c"), ("b", "d")]
    assert members(groups([A, B, C, D], copies, together=[("d", "a"), ("b", "a")])) == [
        ("a", "b", "c", "d")
    ]
    assert members(groups([A, B], [], together=[("b", "a")])) == [("a", "b")]


def test_what_an_analyst_parted_stands_apart_and_takes_nobody_along() -> None:
    copies = all_copies("abcd")
    assert members(groups([A, B, C, D], copies, apart=[("b", "a")])) == [("a", "c", "d")]
    assert members(groups([A, B, C, D], copies, apart=[("a", "b"), ("a", "c")])) == [
        ("a", "d"),
        ("b", "c"),
    ]


def test_apart_holds_where_both_were_said() -> None:
    for together in itertools.permutations([("a", "b"), ("b", "c")]):
        found = groups([A, B, C], [], together=together, apart=[("c", "a")])
        assert len(found) == 1
        assert {"a", "c"} - set(found[0].members)
    assert groups([A, B], [], together=[("a", "b")], apart=[("a", "b")]) == []


def test_statements_of_texts_that_are_not_there_do_nothing() -> None:
    assert members(groups([A, B], all_copies("ab"), [("a", "gone")], [("gone", "b")])) == [
        ("a", "b")
    ]


def test_every_text_is_in_one_group_at_most_and_order_of_input_means_nothing() -> None:
    rng = random.Random(4)
    texts = [day(f"{n:02}", rng.choice(["2023-05-01", "2023-05-02", None]), n) for n in range(40)]
    pairs = rng.sample(list(itertools.combinations([text.id for text in texts], 2)), 90)
    copies = [Copy(*pair, rng.randrange(50, 100)) for pair in pairs]
    apart, together = pairs[:5], pairs[30:35]
    expected = groups(texts, copies, together, apart)
    inside = [id for group in expected for id in group.members]
    assert len(inside) == len(set(inside))
    for group in expected:
        assert not [pair for pair in apart if set(pair) <= set(group.members)]
    rng.shuffle(texts)
    rng.shuffle(copies)
    turned = [Copy(b, a, kept) for a, b, kept in copies]
    assert groups(texts, turned, together, apart) == expected
