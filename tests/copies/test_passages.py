"""What counts as a copy, and what only shares passages."""

import random
from collections import Counter
from collections.abc import Callable

import pytest

from clippings.copies import Comparison, Words, compare


def told(first: str, other: str) -> Comparison:
    found = compare(Words.of(first), Words.of(other))
    assert found, "nothing shared"
    return found


def paragraphs(text: str) -> list[str]:
    return text.split("\n\n")


def sentences(text: str) -> list[str]:
    return text.replace("\n\n", " ").replace(". ", ".|").split("|")


def changed(text: str, every: int) -> str:
    """Every so manieth word replaced, paragraphs kept."""
    return "\n\n".join(
        " ".join("xyzzy" if at % every == 0 else word for at, word in enumerate(part.split(" "), 1))
        for part in paragraphs(text)
    )


@pytest.mark.parametrize(
    "made_of",
    [
        lambda text, other: text,
        lambda text, other: text.upper().replace(",", " –").replace('"', "”"),
        lambda text, other: text.replace("\n\n", " "),
        lambda text, other: "\n\n".join(sentences(text)),
        lambda text, other: "\n\n".join(reversed(paragraphs(text))),
        lambda text, other: " ".join(random.Random(1).sample(sentences(text), 7)),
        lambda text, other: paragraphs(text)[0],
        lambda text, other: "\n\n".join(paragraphs(text)[1:3]),
        lambda text, other: f"{other}\n\n{text}\n\n{other.upper()}",
        lambda text, other: changed(text, 10),
        lambda text, other: changed(text, 6),
    ],
    ids=[
        "word for word",
        "other case and punctuation",
        "paragraph marks lost",
        "a paragraph a sentence",
        "paragraphs in another order",
        "sentences in another order",
        "its first paragraph alone",
        "two paragraphs out of the middle",
        "inside a longer text",
        "one word in ten changed",
        "one word in six changed",
    ],
)
def test_a_text_stays_a_copy(made_of: Callable[[str, str], str], levy: str, dam: str) -> None:
    other = made_of(levy, dam)
    assert told(levy, other).copy
    assert told(other, levy).copy


def test_a_text_with_every_third_word_changed_is_no_copy(levy: str) -> None:
    found = compare(Words.of(levy), Words.of(changed(levy, 3)))
    assert found is None or not found.copy


def test_texts_that_share_nothing_share_nothing(levy: str, dam: str) -> None:
    assert compare(Words.of(levy), Words.of(dam)) is None


def test_empty_texts_share_nothing(levy: str) -> None:
    for empty in ("", " \n\n ", "…"):
        assert compare(Words.of(empty), Words.of(levy)) is None
        assert compare(Words.of(levy), Words.of(empty)) is None
        assert compare(Words.of(empty), Words.of(empty)) is None


def test_the_same_background_under_different_news_is_a_passage(
    levy: str, dam: str, background: str
) -> None:
    found = told(f"{levy}\n\n{background}", f"{background}\n\n{dam}")
    assert not found.copy
    assert [passage.kind for passage in found.passages] == ["exact"]
    assert found.passages[0].share == 1


def test_85_percent_of_the_shorter_text_make_a_copy_and_less_do_not(
    made: Callable[..., str],
) -> None:
    common, news = made(1, 200).replace("\n\n", " ").split(" "), made(2, 200).split()
    longer = " ".join([*common, *made(3, 300).split()])
    assert told(" ".join(common[:176] + news[:24]), longer).copy  # 88 %
    assert not told(" ".join(common[:164] + news[:36]), longer).copy  # 82 %


def test_passages_are_exact_near_or_reworked(levy: str, dam: str) -> None:
    first, second, third, *_ = paragraphs(levy)
    near = second.replace("four", "five").replace("autumn", "winter")
    reworked = (
        "Ilse Sorgh runs the office. " + third[: len(third) // 2] + " and so she walked away."
    )
    other = "\n\n".join([dam, reworked, near, first])
    found = told(levy, other)
    assert [passage.kind for passage in found.passages] == ["exact", "near", "reworked"]
    assert [levy[one.start : one.end] for one in found.passages[:2]] == [first, second]
    assert [other[one.other_start : one.other_end] for one in found.passages[:2]] == [first, near]
    assert [passage.words - passage.kept for passage in found.passages[:2]] == [0, 2]


def test_a_paragraph_that_lost_its_marks_is_still_one_passage(levy: str, dam: str) -> None:
    found = told(levy, levy.replace("\n\n", " "))
    assert Counter(passage.kind for passage in found.passages) == {"exact": 5}
    assert [levy[one.start : one.end] for one in found.passages] == paragraphs(levy)
    inside = told(paragraphs(levy)[2], f"{dam} {levy}".replace("\n\n", " "))
    assert [passage.kind for passage in inside.passages] == ["exact"]


def test_a_passage_is_found_where_both_texts_lost_all_their_marks(
    background: str, made: Callable[..., str]
) -> None:
    first, other = (
        f"{made(a)} {background} {made(b)}".replace("\n\n", " ") for a, b in ((1, 2), (3, 4))
    )
    (passage,) = told(first, other).passages
    assert passage.kind == "exact"
    assert first[passage.start : passage.end] == background[:-1]
    assert other[passage.other_start : passage.other_end] == background[:-1]


def test_a_short_line_alone_is_no_passage(levy: str, dam: str) -> None:
    line = "Story goes on below"
    assert compare(Words.of(f"{levy}\n\n{line}"), Words.of(f"{dam}\n\n{line}")) is None


def test_one_sentence_heard_by_two_reporters_is_no_passage(levy: str, dam: str) -> None:
    heard = "we waited nine years with this and the quay walls did not get younger"
    other = (
        f"{dam} Asked about it, a man at the quay said he knew well how {heard}, which is what he \
would tell anyone who came to ask him, at the quay or in the bar behind the sawmill."
    )
    assert compare(Words.of(levy), Words.of(other)) is None


def test_both_sides_tell_the_same(levy: str, dam: str, background: str) -> None:
    first, other = f"{levy}\n\n{background}", f"{background}\n\n{dam}\n\n{paragraphs(levy)[1]}"
    here, there = told(first, other), told(other, first)
    assert (here.share, here.shared, here.copy) == (there.share, there.shared, there.copy)
    assert {(one.kind, one.start, one.other_start) for one in here.passages} == {
        (one.kind, one.other_start, one.start) for one in there.passages
    }


@pytest.mark.parametrize(
    ("first", "other"),
    [
        (
            "دریچه‌های پایین سد استرند دیروز پس از آن‌که غواصی ترک باریکی در ستون شمالی یافت بسته شد.",
            "دريچه هاي پايين سد استرند ديروز پس از آن که غواصي ترك باريكي در ستون شمالي يافت بسته شد",
        ),
        (
            "أغلق المهندسون بوابات السد السفلى مساء الجمعة بعد أن وجد غواص شقا في العمود الشمالي",
            "أَغلق المهندسون بوّابات السدّ السفلى مساء الجمعة، بعد أن وجد غواصٌ شقّاً في العمود الشمالي.",
        ),
        (
            "Inxhinierët mbyllën portat e poshtme të digës të premten në mbrëmje pas një çarjeje",
            "INXHINIERËT mbyllen portat e poshtme te diges të premten ne mbremje, pas një çarjeje!",
        ),
        (
            "市議会は月曜日、港の税を春に三分の一引き上げると市長が述べた。",
            "港の税を春に三分の一引き上げると市長が述べた",
        ),
    ],
    ids=["Persian", "Arabic", "Albanian", "Japanese"],
)
def test_any_script_and_spelling(first: str, other: str) -> None:
    assert told(first, other).copy


def test_stock_lines_do_not_count(levy: str, dam: str, background: str) -> None:
    from clippings.copies.words import paragraph_marks

    stock = frozenset(mark for mark, _ in paragraph_marks(background))
    first = Words.of(f"{levy}\n\n{background}", stock)
    assert compare(first, Words.of(f"{dam}\n\n{background}", stock)) is None
    assert len(first) == len(Words.of(levy))
