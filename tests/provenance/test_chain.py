"""How a text came to where it stands, hand by hand."""

import pytest

from clippings.article import Article
from clippings.provenance.chain import Step, chain
from tests.provenance.bodies import CARRIER, article


def interview(opening: str) -> Article:
    return Article(
        headline="A talk with the miller",
        source="a.txt",
        text=f"{opening}\n\nQ: What did you grind?\n\nA: Rye.\n\nQ: And now?\n\nA: Time.",
        outlet=CARRIER,
    )


def test_an_interview_translated_condensed_and_republished_keeps_all_its_hands() -> None:
    told = interview(
        "This is an interview with Noor Weekly, translated and condensed by Lena Orr, "
        "republished by Fort Ambel Tribune."
    )
    assert chain(told) == (
        Step("Noor Weekly", "interviewed"),
        Step("Lena Orr", "translated"),
        Step("Lena Orr", "condensed"),
        Step("Fort Ambel Tribune", "republished"),
    )


@pytest.mark.parametrize(
    ("language", "above", "below", "steps"),
    [
        ("en", "", "Source: Noor Weekly", [("Noor Weekly", "wrote")]),
        ("en", "", "Translated from Noor Weekly by Lena Orr",
         [("Noor Weekly", "wrote"), ("Lena Orr", "translated")]),
        ("en", "", "(c) 2013, Fort Ambel Tribune. Distributed by Southern Content Agency.",
         [("Fort Ambel Tribune", "wrote"), ("Southern Content Agency", "distributed")]),
        ("fa", "", "منبع: لوموند\nمترجم: مریم توسکایی",
         [("Le Monde", "wrote"), ("مریم توسکایی", "translated")]),
        ("sq", "", "Marrë nga Dritarja. Përktheu: Dea Verri",
         [("Dritarja", "wrote"), ("Dea Verri", "translated")]),
        ("en", "By Mara Fenn\n\n", "", []),
    ],
)  # fmt: skip
def test_the_origin_comes_first(
    language: str, above: str, below: str, steps: list[tuple[str, str]]
) -> None:
    found = chain(article(language, above, below))
    assert [(step.name, step.did) for step in found] == steps
