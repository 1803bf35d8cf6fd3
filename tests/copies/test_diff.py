"""Two texts side by side."""

import random
from collections.abc import Callable, Sequence

import pytest

from clippings.copies import Stretch, diff


def spelled(text: str, stretches: Sequence[Stretch]) -> list[tuple[str, str]]:
    return [(one.kind, text[one.start : one.end].strip()) for one in stretches]


def sides(left: str, right: str) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    found = diff(left, right)
    return spelled(left, found.left), spelled(right, found.right)


def test_a_headline_before_and_after() -> None:
    assert sides("Harbour levy rises in spring", "Harbour tax rises in spring, says mayor") == (
        [("kept", "Harbour"), ("rewritten", "levy"), ("kept", "rises in spring")],
        [
            ("kept", "Harbour"),
            ("rewritten", "tax"),
            ("kept", "rises in spring,"),
            ("added", "says mayor"),
        ],
    )


def test_what_was_cut_added_and_rewritten(levy: str) -> None:
    other = levy.replace("by a third ", "").replace("first reading", "first and last reading")
    other = other.replace("four tons a week", "five barrels a week")
    left, right = sides(levy, other)
    assert [one for one in left if one[0] != "kept"] == [
        ("cut", "by a third"),
        ("rewritten", "four tons"),
    ]
    assert [one for one in right if one[0] != "kept"] == [
        ("rewritten", "five barrels"),
        ("added", "and last"),
    ]


def test_a_paragraph_that_moved_is_shown_as_moved_also_when_a_word_in_it_changed(
    levy: str,
) -> None:
    first, second, *rest = levy.split("\n\n")
    moved = second.replace("autumn", "winter")
    found = diff(levy, "\n\n".join([first, *rest, moved]))
    left, right = spelled(levy, found.left), spelled(levy, found.left)
    assert {kind for kind, _ in left} == {"kept", "moved", "rewritten"}
    assert " ".join(text for kind, text in left if kind == "moved") == second.replace(
        "autumn, ", ""
    )
    assert [text for kind, text in right if kind == "rewritten"] == ["autumn,"]


def test_pairs_lead_from_one_side_to_the_other(levy: str, dam: str) -> None:
    first, second, third, *_ = levy.split("\n\n")
    other = "\n\n".join([third, dam, first.replace("Monday", "Friday night"), second])
    found = diff(levy, other)
    there = {one.pair: one for one in found.right}
    paired = [one for one in found.left if one.pair is not None]
    assert {one.kind for one in paired} == {"kept", "moved", "rewritten"}
    for one in paired:
        counterpart = there[one.pair]
        assert counterpart.kind == one.kind
        if one.kind != "rewritten":
            texts = levy[one.start : one.end], other[counterpart.start : counterpart.end]
            assert texts[0].strip(' \n.,"') == texts[1].strip(' \n.,"')
    alone = {one.kind for side in (found.left, found.right) for one in side if one.pair is None}
    assert alone == {"cut", "added"}


def test_case_and_punctuation_are_no_difference(levy: str) -> None:
    assert diff(levy, levy.upper().replace('"', "”")).same
    assert not diff(levy, f"{levy} Again.").same


def test_right_to_left_is_told_by_places_in_the_text() -> None:
    left = "دریچه‌های سد دیروز بسته شد و آب رودخانه کم شد."
    right = "دریچه‌های سد امروز بسته شد و آب رودخانه بسیار کم شد."
    assert [one for one in sides(left, right)[0] if one[0] != "kept"] == [("rewritten", "دیروز")]
    assert [one for one in sides(left, right)[1] if one[0] != "kept"] == [
        ("rewritten", "امروز"),
        ("added", "بسیار"),
    ]


def test_other_news_is_cut_and_added_not_rewritten(levy: str, dam: str) -> None:
    left, right = sides(levy, dam)
    assert " ".join(text for kind, text in left if kind == "cut").count(" ") > 100
    assert {kind for kind, _ in right} <= {"kept", "added", "rewritten"}
    assert " ".join(text for kind, text in right if kind == "added").count(" ") > 80


@pytest.mark.parametrize("seed", range(20))
def test_both_texts_are_shown_whole_and_unaltered(seed: int, made: Callable[..., str]) -> None:
    rng = random.Random(seed)
    left = made(seed, rng.randrange(1, 400))
    parts = left.split("\n\n")
    rng.shuffle(parts)
    words = " \n\n ".join(parts).split(" ")
    marks = ["", "…", "№", "½", " «x» ", "٣", "می‌رود", "港の税", "é", "\u200f"]
    right = " ".join(rng.choice(marks) if rng.random() < 0.2 else word for word in words)
    for a, b in ((left, right), (right, left), (left, ""), ("", right), (" … ", "!")):
        found = diff(a, b)
        for text, stretches in ((a, found.left), (b, found.right)):
            assert "".join(text[one.start : one.end] for one in stretches) == text
            assert all(one.start <= one.end for one in stretches)
