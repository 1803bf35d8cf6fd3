"""Phrases are told as they stand in the texts, each with where it does so."""

from clippings.topics.phrases import Phrases
from clippings.topics.words import Sampled


def _phrases(
    *texts: tuple[str, str | None], leading: str = "dam"
) -> dict[str, tuple[int, int, int]]:
    """By each phrase as it is mostly written: in how many texts, in how many headlines, of how many
    sources."""
    sample = [
        Sampled(number, text.partition("|")[0], (text.partition("|")[2],), source)
        for number, (text, source) in enumerate(texts)
    ]
    found = Phrases(sample, {"the", "of"}, set(leading.split()))
    return {
        found.spelling(at): (
            int(found.texts[at]),
            int(found.headlines[at]),
            int(found.sources[at]),
        )
        for at in range(len(found))
    }


def test_phrases_stand_in_several_texts_and_count_them_once_each() -> None:
    found = _phrases(
        ("Orvel dam opens|The Orvel dam and the Orvel dam.", "Morning Post"),
        ("News|Workers at the Orvel Dam", "Morning Post"),
        ("Nothing|A quiet day", "Evening Post"),
    )
    assert found == {"Orvel dam": (2, 1, 1)}


def test_no_stop_word_at_the_ends_and_no_break_or_number_between() -> None:
    found = _phrases(
        *[
            (f"|The height of the dam {word}. Orvel, dam. Dam 3 wall. Dam’s wall", None)
            for word in "ab"
        ]
    )
    assert found == {"height of the dam": (2, 0, 0)}


def test_phrases_of_other_scripts_and_spellings_are_one() -> None:
    found = _phrases(("|سد كبير", "A"), ("|سد کبیر", "B"), ("|سد کبیر", "B"), leading="سد")
    assert found == {"سد کبیر": (3, 0, 2)}


def test_how_much_of_a_phrase_is_a_part_of_a_longer_one() -> None:
    texts = ("the Orvel dam wall, the Orvel dam wall", "the Orvel dam wall. The Orvel dam")
    sample = [Sampled(row, "", (text,), None) for row, text in enumerate(texts)]
    found = Phrases(sample, {"the"}, {"dam"})
    cut = {found.spelling(at): round(float(found.cut[at]), 2) for at in range(len(found))}
    assert cut == {"Orvel dam": 0.75, "dam wall": 1.0, "Orvel dam wall": 0.0}


def test_nothing_to_tell() -> None:
    assert _phrases() == {}
    assert _phrases(("|", None), ("|dam", None)) == {}
