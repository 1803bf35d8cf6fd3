"""Which texts are looked at together, and that an index finds them however it came about."""

from collections.abc import Callable, Collection, Mapping

import numpy as np
import pytest

from clippings.copies import (
    MemoryStore,
    Segment,
    SegmentIndex,
    Words,
    candidates,
    fingerprints,
    merge,
    shared,
)
from clippings.copies.asking import COMMON
from clippings.copies.index import MERGED

Texts = Mapping[int, Words]


def prints(texts: Mapping[int, str]) -> dict[int, "np.typing.NDArray[np.uint64]"]:
    return {number: fingerprints(Words.of(text)) for number, text in texts.items()}


def nothing_older(numbers: Collection[int]) -> Texts:
    assert not numbers
    return {}


def test_one_fingerprint_in_four_words_and_the_same_ones_every_time(
    made: Callable[..., str],
) -> None:
    once, again = (fingerprints(Words.of(made(1, 4000))) for _ in range(2))
    assert np.array_equal(once, again)
    assert 900 < len(once) < 1100
    # Kept in archives: another value would need another version.
    assert [int(one) for one in fingerprints(Words.of("five words in a row"))] == [
        2948448909009743334
    ]


def test_short_and_empty_texts_have_fingerprints_or_none() -> None:
    assert len(fingerprints(Words.of("levy"))) == 1
    assert len(fingerprints(Words.of(" … "))) == 0


def test_texts_that_share_a_passage_are_candidates_and_others_are_not(
    levy: str, dam: str, background: str, made: Callable[..., str]
) -> None:
    index = SegmentIndex(MemoryStore())
    texts = {3: levy, 5: f"{dam}\n\n{background}", 8: f"{background}\n\n{levy}", 9: made(1)}
    index.add(prints(texts))
    found = list(index.candidates(prints(texts)))
    assert [(one.text, one.other) for one in found] == [(8, 3), (8, 5)]
    assert found[0].shared > found[1].shared >= 3


def test_stored_and_merged_segments_answer_like_one(made: Callable[..., str]) -> None:
    texts = {number: made(number // 2) for number in range(40)}
    whole = prints(texts)
    one = Segment.of(whole)
    parts = [Segment.of({number: whole[number]}) for number in reversed(whole)]
    stored = [Segment.from_bytes(*part.to_bytes()) for part in parts]
    expected = list(candidates(whole, lambda: [one]))
    assert [(found.text, found.other) for found in expected] == [
        (n, n - 1) for n in range(1, 40, 2)
    ]
    assert list(candidates(whole, lambda: stored)) == expected
    assert list(candidates(whole, lambda: [merge(stored[:25]), merge(stored[25:])])) == expected
    assert len(merge(stored).hashes) == len(one.hashes)


def test_what_memory_may_hold_at_once_changes_no_answer(
    monkeypatch: pytest.MonkeyPatch, made: Callable[..., str]
) -> None:
    texts = prints({number: made(number // 3) for number in range(30)})
    texts |= prints({number: made(99) for number in range(100, 110 + COMMON)})
    index = SegmentIndex(MemoryStore())
    index.add(texts)
    expected = list(index.candidates(texts))
    monkeypatch.setattr("clippings.copies.asking._FOUND_AT_ONCE", 700)
    monkeypatch.setattr("clippings.copies.asking._PAIRS_AT_ONCE", 100)
    assert list(index.candidates(texts)) == expected


def test_an_index_built_one_by_one_finds_what_one_built_at_once_finds(
    made: Callable[..., str],
) -> None:
    texts = prints({number: made(number % 30) for number in range(3 * MERGED * MERGED // 2)})
    at_once, one_by_one = SegmentIndex(MemoryStore()), SegmentIndex(MemoryStore())
    at_once.add(texts)
    found = set()
    for number, one in texts.items():
        one_by_one.add({number: one})
        found |= set(one_by_one.candidates({number: one}))
    assert found == set(at_once.candidates(texts))


def test_segments_are_few_and_none_is_larger_than_allowed(
    monkeypatch: pytest.MonkeyPatch, made: Callable[..., str]
) -> None:
    monkeypatch.setattr("clippings.copies.index.LARGEST", 1000)
    store = MemoryStore()
    index = SegmentIndex(store)
    for number in range(100):
        index.add(prints({number: made(number, 100)}))
    sizes = [one.size for one in store.listed()]
    assert max(sizes) <= 1000
    assert len(sizes) <= sum(sizes) / 500 + 2 * MERGED


def test_a_phrase_that_stands_everywhere_makes_no_candidates(made: Callable[..., str]) -> None:
    phrase = made(999, 40)
    texts = prints({number: f"{made(number)}\n\n{phrase}" for number in range(COMMON + 10)})
    index = SegmentIndex(MemoryStore())
    index.add(texts)
    assert list(index.candidates(texts)) == []


@pytest.mark.parametrize("copies", [COMMON - 50, COMMON + 50])
def test_a_text_of_very_many_copies_is_still_found_with_the_first_of_them(
    copies: int, made: Callable[..., str]
) -> None:
    index = SegmentIndex(MemoryStore())
    index.add(prints({number: made(1) for number in range(copies)}))
    (late,) = prints({copies: made(1)}).items()
    index.add(dict([late]))
    found = list(index.candidates(dict([late])))
    assert found[0].other == 0
    assert len(found) <= 50


def test_new_texts_are_compared_with_older_ones_and_each_other_once(levy: str, dam: str) -> None:
    index = SegmentIndex(MemoryStore())
    texts = {1: Words.of(levy), 2: Words.of(dam)}
    assert list(shared(texts, index, nothing_older)) == []
    asked: list[set[int]] = []

    def fetch(numbers: Collection[int]) -> Texts:
        asked.append(set(numbers))
        return {number: texts[number] for number in numbers}

    new = {7: Words.of(levy.upper()), 9: Words.of(dam[:300]), 12: Words.of(levy)}
    found = {(text, other) for text, other, one in shared(new, index, fetch) if one.copy}
    assert found == {(7, 1), (9, 2), (12, 1), (12, 7)}
    assert asked == [{1, 2}]


def test_an_older_text_that_is_gone_is_left_out(levy: str) -> None:
    index = SegmentIndex(MemoryStore())
    list(shared({1: Words.of(levy)}, index, nothing_older))
    assert list(shared({2: Words.of(levy)}, index, lambda numbers: {})) == []
