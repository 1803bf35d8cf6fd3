"""Language: by script and letters, by the model, and unknown where the words are too few."""

import pytest

from clippings.languages import language, languages


@pytest.mark.parametrize(
    ("code", "headline"),
    [
        ("en", "The harbour workers went back to their cranes on Monday morning"),
        ("sq", "Punëtorët e portit u kthyen të hënën në mëngjes te vinçat e tyre"),
        ("fa", "کارگران بندر دوشنبه به سر کار بازگشتند"),
        ("fa", "كارگران بندر دوشنبه به سر كار برگشتند و گفتند مي مانند"),
        ("ar", "عاد عمال الميناء إلى رافعاتهم صباح الاثنين"),
        ("de", "Die Hafenarbeiter kehrten am Montag an ihre Kräne zurück"),
    ],
)
def test_headlines(code: str, headline: str) -> None:
    found = language(headline, "")
    assert found.value == code
    assert found.basis == "inferred"
    assert found.evidence


@pytest.mark.parametrize("headline", ["", "1390/09/30", "12 345", "Ab"])
def test_too_few_letters_stay_unknown(headline: str) -> None:
    assert language(headline, "").value is None
    assert language(headline, "").basis == "unknown"


def test_english_that_software_states_gives_way_to_a_sure_finding() -> None:
    albanian = (
        "Punëtorët e portit u kthyen të hënën në mëngjes te vinçat e tyre dhe nisën punën. " * 3
    )
    gujarati = "બંદરના કામદારો સોમવારે સવારે તેમની ક્રેન પર પાછા ફર્યા અને કામ શરૂ કર્યું. " * 3
    english = "The harbour workers went back to their cranes on Monday morning. " * 3
    names = "Tarn Sulvek Odo Pellar Mara Tindel " * 6
    texts = [("", albanian), ("", gujarati), ("", english), ("", names), ("Porti", "u mbyll")]
    found = languages(texts, ["en"] * 5)
    assert [one.value for one in found] == ["sq", "gu", "en", "en", "en"]
    assert [one.basis for one in found] == ["inferred", "inferred", "stated", "stated", "stated"]
    assert "states en" in (found[0].evidence or "")


def test_what_is_stated_stands() -> None:
    (found,) = languages([("The harbour workers went back to their cranes", "")], ["sq"])
    assert (found.value, found.basis, found.confidence) == ("sq", "stated", 1.0)
