"""The sample's texts: every sentence its own, every weekday the right one."""

import re
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path

import pytest

from ingest.sample.plan import UNDATED, collected, read_plan
from ingest.sample.texts import Text, blocks, outlets, texts

SAMPLES = Path(__file__).parents[2] / "data" / "samples"
TEXTS = texts(SAMPLES, outlets(SAMPLES))
ENGLISH = [text for text in TEXTS.values() if text.about["language"] == "en"]

MONTHS = (
    "January February March April May June July August September October November December".split()
)
NUMBERS = {name: n for n, name in enumerate(MONTHS, 1)} | {
    "Jan": 1, "Feb": 2, "Aug": 8, "Sept": 9, "Oct": 10, "Nov": 11, "Dec": 12,
}  # fmt: skip
MONTH = rf"(?P<month>{'|'.join(sorted(NUMBERS, key=len, reverse=True))})\b\.?"
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)})"
NAMED = (
    re.compile(rf"{WEEKDAY},? (?:the )?(?P<day>\d\d?) (?:of )?{MONTH}"),
    re.compile(rf"{WEEKDAY},? {MONTH} (?P<day>\d\d?)\b"),
    re.compile(rf"\b(?P<day>\d\d?) {MONTH},? (?:a )?{WEEKDAY}"),
)
DATELINE = re.compile(rf"[A-Z][\w ,]+, {MONTH} (?P<day>\d\d?) \(ISW\) – (?P<rest>.*)")


def sentences(paragraph: str) -> list[str]:
    """Its sentences of four words or more: shorter ones two people may well both say."""
    found = re.split(r"(?<=[.!?؟…۔])[\"'”’»)]*\s+", paragraph)
    return [sentence.strip("\"'“”‘’«») ") for sentence in found if sentence.count(" ") > 2]


def test_there_are_as_many_texts_as_promised() -> None:
    languages = [text.about["language"] for text in TEXTS.values()]
    assert {name: languages.count(name) >= n for name, n in PROMISED.items()} == dict.fromkeys(
        PROMISED, True
    )


PROMISED = {"en": 50, "fa": 20, "ar": 15, "sq": 15}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_text_has_everything_it_needs(text: Text) -> None:
    about = text.about
    assert all(
        about[name] for name in ("outlet", "headline", "section", "published", "arc", "kind")
    )
    assert date.fromisoformat(about["published"][:10])
    assert text.body
    assert not any(mark in paragraph for paragraph in text.body for mark in ("**", "##", "<"))
    words = sum(paragraph.count(" ") + 1 for paragraph in text.body)
    assert 70 <= words <= 420


def test_no_sentence_stands_in_two_texts() -> None:
    where = defaultdict(set)
    pieces = {id: text.body for id, text in TEXTS.items()} | blocks(SAMPLES)
    for name, paragraphs in pieces.items():
        for sentence in (one for paragraph in paragraphs for one in sentences(paragraph)):
            where[sentence].add(name)
    assert {sentence: names for sentence, names in where.items() if len(names) > 1} == {}


def test_weekdays_agree_with_the_dates_beside_them() -> None:
    wrong, seen = [], 0
    for text in ENGLISH:
        year = int(text.about["published"][:4])
        for match in (m for part in text.body for form in NAMED for m in form.finditer(part)):
            seen += 1
            # A date without a year is of the year of the paper, or of one beside it.
            days = [day_of(match, near) for near in (year, year - 1, year + 1)]
            if match["weekday"] not in {WEEKDAYS[day.weekday()] for day in days[:2]}:
                wrong.append((text.about["id"], match[0]))
    assert seen
    assert wrong == []


def day_of(match: re.Match[str], year: int) -> date:
    return date(year, NUMBERS[match["month"]], int(match["day"]))


def test_the_agency_names_the_weekday_of_its_dateline_or_the_day_before() -> None:
    wrong, seen = [], 0
    for text in ENGLISH:
        match = DATELINE.fullmatch(text.body[0])
        if not match:
            continue
        seen += 1
        day = day_of(match, int(text.about["published"][:4]))
        named = re.findall(WEEKDAY, match["rest"])
        near = [WEEKDAYS[(day - timedelta(days=back)).weekday()] for back in (0, 1)]
        stated = date.fromisoformat(text.about["published"][:10])
        if (named and named[-1] not in near) or not 0 <= (stated - day).days <= 1:
            wrong.append((text.about["id"], day, named))
    assert seen > 20
    assert wrong == []


def test_the_plan_has_everything_republishing_does() -> None:
    plan = read_plan(SAMPLES)
    done = {change for article in plan for change in article.changes}
    assert done == {
        "block", "comments", "credit", "cut", "glued", "inside", "later", "line", "missed", "tag",
        "top", "torn", "undated", "unsigned", "via",
    }  # fmt: skip
    assert {name for article in plan if (name := article.changes.get("block"))} == set(
        blocks(SAMPLES)
    )
    assert {article.text.about["id"] for article in plan} == set(TEXTS)


def test_a_headline_stands_once_at_each_carrier_unless_it_is_brought_up_to_date() -> None:
    plan = read_plan(SAMPLES)
    first = [article for article in plan if "later" not in article.changes]
    names = [(article.carrier, article.headline) for article in first]
    assert len(set(names)) == len(names)
    later = {(a.carrier, a.headline) for a in plan if "later" in a.changes}
    assert later <= set(names)


def test_nothing_was_collected_in_the_second_half_of_december() -> None:
    plan = read_plan(SAMPLES)
    kept = {id(article) for article in collected(plan)}
    gap = [article for article in plan if "2023-12-18" <= article.day <= "2023-12-31"]
    assert gap
    assert not [article for article in gap if id(article) in kept]


def test_a_day_is_missing_only_where_the_plan_says_so() -> None:
    plan = read_plan(SAMPLES)
    assert [a.headline for a in plan if bool(a.published) == bool(a.changes.keys() & UNDATED)] == []
