"""Credit lines leave the text and say whom they name; what only looks like one stays."""

import pytest

from clippings.article import Person
from clippings.provenance.credits import posted_by
from ingest.readers.credits import take_credits
from ingest.readers.pieces import Piece, kept

BODY = "The water stood at the third mark on Sunday, and nobody in the village could say why."
WORDS = frozenset(BODY.lower().split())


def told(*lines: str) -> tuple[list[str], tuple[Person, ...]]:
    """Kinds of credits, and people, of lines that stand as paragraphs of their own."""
    pieces = [Piece(line, gap=True) for line in lines]
    credits, people = take_credits(pieces, WORDS)
    assert len(credits) + len(kept(pieces)) == len(lines)
    return [credit.kind for credit in credits], people


@pytest.mark.parametrize(
    ("line", "kind", "people"),
    [
        ("By Mara Vell", "byline", [Person("Mara Vell")]),
        ("By Mara al-Vell", "byline", [Person("Mara al-Vell")]),
        ("By MARA VELL", "byline", [Person("MARA VELL")]),
        ("BY MARA VELL", "byline", [Person("MARA VELL")]),
        ("By Mara Vell in Port Ellery", "byline", [Person("Mara Vell", None, "Port Ellery")]),
        ("By Mara Vell and Jon Askel", "byline", [Person("Mara Vell"), Person("Jon Askel")]),
        ("By M. J. O’Vell, Jon van der Askel", "byline",
         [Person("M. J. O’Vell"), Person("Jon van der Askel")]),
        ("MARA VELL", "byline", [Person("MARA VELL")]),
        ("Nga Mara Vell", "byline", [Person("Mara Vell")]),
        ("بقلم: مارا فيل", "byline", [Person("مارا فيل")]),
        ("Reporting By Mara Vell", "roles", [Person("Mara Vell", "reporting")]),
        ("(Writing by Mara Vell; Editing by Jon Askel)", "roles",
         [Person("Mara Vell", "writing"), Person("Jon Askel", "editing")]),
        ("(Additional reporting by Mara Vell in Orre; editing by Jon Askel and Ada Lorn)", "roles",
         [Person("Mara Vell", "reporting", "Orre"), Person("Jon Askel", "editing"),
          Person("Ada Lorn", "editing")]),
        ("Union Press writer Mara Vell in Orre contributed to this report.", "contributors",
         [Person("Mara Vell", "contributing", "Orre")]),
        ("Vell reported from the upper farms.", "contributors",
         [Person("Vell", "reporting", "the upper farms")]),
        ("Union Press writers Mara Vell in Orre and Jon Askel in Lorn contributed to this report.",
         "contributors", [Person("Mara Vell", "contributing", "Orre"),
                          Person("Jon Askel", "contributing", "Lorn")]),
        ("Mara Vell reported from Orre; Jon Askel in Lorn contributed to this report.",
         "contributors", [Person("Mara Vell", "reporting", "Orre"),
                          Person("Jon Askel", "contributing", "Lorn")]),
        ("Mara Vell reported from Orre, Jon Askel from Port Lorn and Ada Lorn contributed to this "
         "report.", "contributors",
         [Person("Mara Vell", "reporting", "Orre"), Person("Jon Askel", "reporting", "Port Lorn"),
          Person("Ada Lorn", "contributing")]),
        ("Mara Vell reported from Orre and Jon Askel from Lorn.", "contributors",
         [Person("Mara Vell", "reporting", "Orre"), Person("Jon Askel", "reporting", "Lorn")]),
        ("Mara Vell reported from Orre and Lorn.", "contributors",
         [Person("Mara Vell", "reporting", "Orre and Lorn")]),
        ("Mara Vell and Jon Askel in Orre contributed to this report.", "contributors",
         [Person("Mara Vell", "contributing", "Orre"),
          Person("Jon Askel", "contributing", "Orre")]),
        ("Mara Vell, Jon Askel and Ada Lorn in Orre contributed to this report.", "contributors",
         [Person(name, "contributing", "Orre") for name in ("Mara Vell", "Jon Askel", "Ada Lorn")]),
        ("The Associated Press contributed to this report.", "contributors", []),
        ("By Mara Vell, Staff Writer, Orre Times", "byline", [Person("Mara Vell")]),
        ("By Mara Vell, staff writer", "byline", [Person("Mara Vell")]),
        ("By Mara Vell and Jon Askel, Orre Times", "byline",
         [Person("Mara Vell"), Person("Jon Askel")]),
        ("By Mara Vell | Orre Times", "byline", [Person("Mara Vell")]),
        ("By Mara Vell and Emily Post", "byline", [Person("Mara Vell"), Person("Emily Post")]),
        ("PEN – 2012-05-13", "agency", []),
        ("Orre News Agency, 13 May 2012", "agency", []),
        ("Source: Vesna Telegraph", "agency", []),
        ("منبع: خبرگزاری وسنا", "agency", []),
        ("Brenn Society,", "signature", []),
        ("/BNA/", "agency", []),
        ("— Mara Vell, Orre", "byline", [Person("Mara Vell", None, "Orre")]),
        ("Words: Mara Vell", "roles", [Person("Mara Vell", "writing")]),
        ("Shkruan: Mara Vell", "roles", [Person("Mara Vell", "writing")]),
        ("گزارش: مارا ول", "roles", [Person("مارا ول", "reporting")]),
        ("(تحرير: مارا فيل)", "roles", [Person("مارا فيل", "editing")]),
    ],
)  # fmt: skip
def test_a_credit_under_a_text(line: str, kind: str, people: list[Person]) -> None:
    assert told(BODY, BODY, line) == ([kind], tuple(people))


def test_a_byline_over_a_text() -> None:
    assert told("By Mara Vell", BODY, BODY, BODY, BODY, BODY, BODY)[0] == ["byline"]


@pytest.mark.parametrize("line", ["MARA VELL", "M. J. O’VELL", "MARA VAN VELL"])
def test_a_name_in_capitals_over_a_text(line: str) -> None:
    assert told(line, BODY, BODY, BODY, BODY, BODY, BODY) == (["byline"], (Person(line),))


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("THE WATER STOOD", BODY),
        ("VILLAGE WATER", BODY),
        ("VELL", BODY),
        ("NO WAR", BODY),
        ("BREAKING NEWS", BODY),
        ("PRESS RELEASE", BODY),
        ("SPECIAL REPORT", BODY),
        ("PORT ELLERY", BODY),
        ("ORRE TIMES", BODY),
        ("MARA VELL: A LIFE", BODY),
        ("Mara Vell", BODY),
        ("سد تازه تارن", BODY),
        ("MARA VELL", "Vell, who died on Sunday, had lived in the village for seventy years."),
        ("TARN ELLERY", "In Tarn Ellery the water stood at the third mark on Sunday, they said."),
        ("MARA VELL", "Short lines"),
    ],
)
def test_a_heading_in_capitals_stays(line: str, text: str) -> None:
    assert told(line, text, BODY, BODY, BODY, BODY) == ([], ())


def test_one_person_is_named_once() -> None:
    lines = "Vell reported from Orre. Jon Askel contributed to this report.", "MARA VELL"
    assert told(BODY, BODY, *lines)[1] == (
        Person("MARA VELL", "reporting", "Orre"),
        Person("Jon Askel", "contributing"),
    )


def test_capitals_give_way_to_the_usual_form() -> None:
    assert told(BODY, "Mara Vell stood by and saw it.", "By MARA VELL")[1] == (Person("Mara Vell"),)


@pytest.mark.parametrize(
    "line",
    [
        "By Monday evening, four hundred people had written.",
        "By Monday",
        "By Friday Evening",
        "By the river",
        "BY NOW",
        "NO WAR",
        "WATER",
        "NOBODY IN THE VILLAGE",
        "THE WATER STOOD",
        "STOP THE WATER!",
        "FREE PORT ELLERY",
        "Vell contributed to this report by lying about the water, the mayor said.",
        "He reported from the upper farms that the water had risen again.",
        "Written by hand on the back of a map",
        "Sluices, dams,",
        "Respectfully",
        "Mara Vell",
        "The Brenn Society",
        "Dear Mayor, dear deputies,",
        "– The cantons",
        "On 13 May 2012",
        "13 May 2012",
        "In the summer of the flood, 13 May 2012",
        "Orre, 13 May 2012",
        "Updated – 13 May 2012",
        "They reported from Orre.",
        "Mara Vell reported from Orre and was arrested there in the spring.",
        "Mara Vell in Orre and Jon Askel in Lorn.",
        "Mara Vell reported from Orre; Jon Askel.",
        "Mara Vell reported from Orre and Jon Askel said he had seen her.",
        "Mara Vell reported from Orre, where the mayor had closed the sluices.",
        "Jon Askel from Lorn contributed to this report by lying, the mayor said.",
        "By Friday Evening, editors of the Orre Times",
        "By Noon, reporters",
        "By Mara Vell, who left the village",
        "Report: Mara Vell",
        "Words: none at all",
        "Vell: Would you leave the village?",
        "گزارش: سد تازه در بالادست تارن به بهره برداری رسید",
        "— The mayors of the coast",
    ],
)
def test_near_misses_stay(line: str) -> None:
    assert told(BODY, BODY, line) == ([], ())


def test_a_name_in_capitals_within_the_text_stays() -> None:
    assert told(BODY, "MARA VELL", BODY, BODY)[0] == []


@pytest.mark.parametrize("author", [None, "admin", "Tarn Watch", "Editorial Desk", "the editor"])
def test_an_account_is_no_author(author: str | None) -> None:
    assert posted_by(author, "Tarn Watch") is None


def test_a_person_may_be_an_author() -> None:
    told = posted_by("Mara Vell", "Tarn Watch")
    assert told is not None
    assert told.people == (Person("Mara Vell"),)
