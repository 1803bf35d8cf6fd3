"""Topics: labels in the words of the texts, copies and stock lines not taken for subjects."""

import math
import random
from typing import Any

import numpy as np
import pytest

from clippings.archive import Topic
from clippings.topics import Text, assigned, links, topics, why
from clippings.topics.linking import _marks
from clippings.topics.matching import events

DAM = [
    "The Kestrun dam holds back the river Havrit.",
    "Engineers opened a gate of the Kestrun dam on Monday.",
    "Villagers below the Kestrun dam fear the river Havrit.",
    "A crack in the Kestrun dam worries the engineers.",
]
STRIKE = [
    "Crane drivers began a harbour strike over wages.",
    "The harbour strike left forty ships waiting at anchor.",
    "Wages are at the heart of the harbour strike, drivers say.",
    "Ships turned away as the harbour strike went on.",
]


def _texts(parts: list[str], language: str = "en") -> list[tuple[str, str, str, str | None]]:
    return [(f"id{number}", "", text, language) for number, text in enumerate(parts)]


def _found(texts: list[tuple[str, str, str, str | None]]) -> list[Topic]:
    return topics(texts).topics


def test_topics_are_named_by_phrases_of_the_texts_and_hold_their_articles() -> None:
    found = _found(_texts(DAM + STRIKE))
    by_label = {topic.label: set(topic.members) for topic in found}
    assert {"id0", "id1", "id2", "id3"} == by_label["Kestrun dam"]
    assert {"id4", "id5", "id6", "id7"} == by_label["harbour strike"]


def test_the_same_texts_give_the_same_topics() -> None:
    assert _found(_texts(DAM + STRIKE)) == _found(_texts(DAM + STRIKE))


def test_a_stock_line_is_no_subject() -> None:
    stock = "Subscribe to our newsletter digest today"
    found = _found(_texts([f"{text}\n\n{stock}" for text in DAM + STRIKE]))
    assert found
    assert not [topic for topic in found if "newsletter" in topic.label + " ".join(topic.terms)]


def test_few_texts_or_no_words_in_common_give_none() -> None:
    assert _found([]) == []
    assert _found(_texts(DAM[:3])) == []
    assert _found(_texts(["alpha", "beta", "gamma", "delta", "epsilon", "zeta"])) == []
    assert _found(_texts([""] * 10)) == []


def test_languages_have_topics_of_their_own() -> None:
    persian = [
        f"سد کسترون آب رود هاوریت را نگه می‌دارد {word}" for word in "یک دو سه چهار پنج شش".split()
    ]
    found = _found(
        _texts(DAM + STRIKE) + [(f"fa{n}", "", text + ".", "fa") for n, text in enumerate(persian)]
    )
    assert {topic.language for topic in found} >= {"en"}
    for topic in found:
        assert all(id.startswith("fa") == (topic.language == "fa") for id in topic.members)


FERRY = [
    "Ferry pilots learn to steer by starlight at the Ulmeth school.",
    "The Ulmeth school teaches ferry pilots the stars.",
    "Starlight is enough for ferry pilots, says the Ulmeth school.",
    "No compass: the Ulmeth school trains ferry pilots by starlight.",
]


def test_topics_keep_ids_and_names_when_texts_come_and_go() -> None:
    first = topics(_texts(DAM + STRIKE)).topics
    later = [("new", "", "The harbour strike over wages goes on at the anchor.", "en")]
    second = topics(_texts(DAM + STRIKE)[1:] + later, first)
    assert {(one.id, one.label) for one in first} == {(one.id, one.label) for one in second.topics}
    assert second.events == []


def test_what_became_of_topics_is_told() -> None:
    first = topics(_texts(DAM + STRIKE)).topics
    assert {event.kind for event in topics(_texts(DAM + STRIKE)).events} == {"born"}
    dam = [("f" + row[0], *row[1:]) for row in _texts(FERRY)]
    second = topics(_texts(DAM) + dam, first, count=3)
    assert ("ended", (_id(first, "harbour strike"),), ()) in [
        (event.kind, event.before, event.now) for event in second.events
    ]
    assert [event.kind for event in second.events].count("born") == 1
    assert _id(first, "Kestrun dam") in {topic.id for topic in second.topics}


def _likely(*rows: tuple[float, ...]) -> Any:
    return np.array(rows)


def _named(*ids: str) -> list[Topic]:
    return [Topic(id, id, (), "en", {}, {}) for id in ids]


@pytest.mark.parametrize(
    ("before", "now", "likeness", "told"),
    [
        ("a", "a b", _likely((0.8, 0.5)), [("split", ("a",), ("a", "b"))]),
        ("a", "b c", _likely((0.35, 0.3)), [("split", ("a",), ("b", "c"))]),
        ("a b", "a", _likely((0.8,), (0.5,)), [("merged", ("b", "a"), ("a",))]),
        ("a b", "a", _likely((0.8,), (0.1,)), [("ended", ("b",), ())]),
        ("a", "a b", _likely((0.8, 0.1)), [("born", (), ("b",))]),
        ("a b", "b a", _likely((0.1, 0.8), (0.8, 0.1)), []),
    ],
)
def test_topics_split_merge_end_and_are_born(
    before: str, now: str, likeness: Any, told: list[tuple[str, tuple[str, ...], tuple[str, ...]]]
) -> None:
    found = events(_named(*before.split()), _named(*now.split()), likeness)
    assert [(event.kind, event.before, event.now) for event in found] == told


@pytest.mark.parametrize(
    ("subjects", "texts"), [(2, 60), (5, 100), (5, 400), (10, 400), (10, 1000)]
)
def test_there_are_as_many_topics_as_subjects(subjects: int, texts: int) -> None:
    lot = random.Random(0)

    def words(count: int) -> list[str]:
        return [
            "".join(lot.choice("bdfgklmnprst") + lot.choice("aeiou") for _ in "abc")
            for _ in range(count)
        ]

    def some(words: list[str], count: int) -> list[str]:
        """Of these, the first ones most often."""
        rates = [math.exp(-5 * place / len(words)) for place in range(len(words))]
        return lot.choices(words, rates, k=count)

    common, own = words(800), [words(60) for _ in range(subjects)]
    rows = [
        Text(str(at), "", " ".join(some(own[at % subjects], 42) + some(common, 78)), "en")
        for at in range(texts)
    ]
    found = topics(rows).topics
    assert len(found) == subjects
    assert sorted(len(topic.members) for topic in found) == [texts // subjects] * subjects


def _id(found: list[Topic], label: str) -> str:
    return next(topic.id for topic in found if topic.label == label)


def test_new_articles_are_assigned_without_finding_topics_anew_and_say_why() -> None:
    found = topics(_texts(DAM + STRIKE)).topics
    rows = [
        ("a", "Harbour strike ends", "Crane drivers go back to their ships.", "en"),
        ("b", "", "A recipe for plum jam.", "en"),
        ("c", "", "harbour strike", None),
    ]
    answer = assigned(rows, found)
    assert list(answer["a"]) == [_id(found, "harbour strike")]
    assert answer["b"] == answer["c"] == {}
    words = dict(why(next(t for t in found if t.label == "harbour strike"), "Harbour strike ends"))
    assert {"harbour", "strike"} == set(words)
    assert sum(words.values()) == pytest.approx(1)
    assert why(found[0], "plum jam") == []


def test_a_phrase_of_one_source_only_is_marked_as_its_own() -> None:
    rows = [(*row, "The Gull") for row in _texts(DAM)]
    rows += [(f"s{row[0]}", *row[1:], f"Paper {n}") for n, row in enumerate(_texts(STRIKE))]
    origin = {topic.label: topic.label_origin for topic in topics(rows).topics}
    assert origin == {"Kestrun dam": "The Gull", "harbour strike": None}


def test_topics_of_two_languages_are_linked_by_names_and_numbers_both_write() -> None:
    dam = [f"Kestrun and Havrit: {text} 4711 gates." for text in DAM]
    persian = [f"سد روی رود آب مهندسان Kestrun و Havrit {n}" for n in range(4)]
    other = [f"کارگران بندر اعتصاب دستمزد کشتی ها {n}" for n in range(4)]
    rows = [
        *_texts(dam + STRIKE),
        *((f"fa{n}", "", text, "fa") for n, text in enumerate(persian + other)),
    ]
    found = topics(rows).topics
    (link,) = links(found, rows)
    assert set(link.evidence) == {"kestrun", "havrit"}
    assert {link.one, link.other} <= {topic.id for topic in found}
    by_id = {topic.id: topic for topic in found}
    assert {by_id[link.one].language, by_id[link.other].language} == {"en", "fa"}


def test_the_marks_of_a_text_are_its_names_and_numbers_in_any_spelling() -> None:
    said = (
        "Kestr\u00edn paid ۱۲۳۴۵ for ①②③ gates, the \u0650Havrit 4\u00ad711, iPod 7b, in 2011. The"
    )
    text = Text("x", "Plum", said, "en")
    assert list(_marks(text)) == ["plum", "kestrin", "12345", "123", "4711"]
