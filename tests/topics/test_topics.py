"""Topics: labels in the words of the texts, copies and stock lines not taken for subjects."""

from clippings.archive import Topic
from clippings.topics import topics

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
