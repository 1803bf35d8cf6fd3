import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from clippings import bursts, courses
from clippings.archive import Archive, Topic, open_archive
from clippings.archive.selection import Selection
from tests.conftest import article, fill

WEEKS = [str(dt.date(2022, 1, 3) + dt.timedelta(weeks=week)) for week in range(60)]
ALL = [10] * 60


def ran(counts: dict[int, int], totals: list[int] = ALL) -> courses.Course:
    return courses.course([counts.get(week, 0) for week in range(60)], totals, WEEKS, "week")


def test_a_topic_that_comes_back_recurs_and_says_when() -> None:
    found = ran({2: 2, 3: 1, 20: 2, 45: 3})
    assert found.recurring
    assert found.course == "recurring"
    assert "3 times: from Jan 2022" in found.why


def test_a_topic_of_one_short_time_is_a_burst() -> None:
    found = ran({30: 5, 31: 4, 50: 1})
    assert (found.course, found.recurring) == ("burst", False)
    assert found.why.startswith("9 of 10 texts from Aug 2022")


def test_a_topic_first_met_at_the_end_is_new() -> None:
    assert ran({56: 2, 57: 2, 59: 1}).course == "new"


def test_a_topic_of_every_week_is_steady() -> None:
    assert ran(dict.fromkeys(range(60), 1)).course == "steady"


def test_a_topic_of_the_same_season_every_year_is_seasonal() -> None:
    months = [str(dt.date(2019 + month // 12, month % 12 + 1, 1)) for month in range(48)]
    counts = [3 if month % 12 in (1, 2) else 0 for month in range(48)]
    found = courses.course(counts, [20] * 48, months, "month")
    assert (found.course, found.recurring) == ("seasonal", True)


def test_few_texts_have_no_course() -> None:
    found = ran({1: 1, 20: 1, 40: 1})
    assert found.course is None
    assert "too few" in found.why


def test_a_few_weeks_are_too_short_a_time_to_tell() -> None:
    found = courses.course([2, 2, 2], [5, 5, 5], WEEKS[:3], "week")
    assert found.course is None
    assert found.why == "3 weeks are too short a time to tell."


def test_weeks_without_anything_collected_end_no_spell() -> None:
    totals = [0 if 10 <= week < 30 else 10 for week in range(60)]
    assert len(ran({8: 2, 9: 2, 30: 2}, totals).spells) == 1


def test_more_collected_is_no_burst() -> None:
    counts = [1] * 30 + [10] * 5 + [1] * 25
    assert bursts.bursts(counts, [10] * 30 + [100] * 5 + [10] * 25) == []
    assert [(b.first, b.last) for b in bursts.bursts(counts, [100] * 60)] == [(30, 34)]


def test_the_likelihood_ratio_is_that_of_two_by_two_tables() -> None:
    # 2 (20 ln 20/15 + 80 ln 80/85 + 10 ln 10/15 + 90 ln 90/85)
    assert courses.likelihood_ratio(10, 100, 10, 100) == pytest.approx(0)
    assert courses.likelihood_ratio(20, 100, 10, 100) == pytest.approx(3.986, abs=0.01)


@pytest.fixture
def rising(tmp_path: Path) -> Iterator[Archive]:
    """A year of two outlets; in its last month both write of the dam, and one alone of the ferry."""
    with open_archive(tmp_path / "rising.db", write=True) as opened:
        start = dt.date(2022, 1, 1)
        articles, dam, ferry = [], [], []
        for day in range(0, 360, 3):
            number = len(articles)
            subject = "harbour"
            if day >= 330:
                subject = "dam" if number % 2 else "ferry"
            outlet = ("Tide", "Post")[number // 2 % 2] if subject != "ferry" else "Tide"
            articles.append(
                article(
                    f"Number {number} of the {subject}",
                    f"A text of its own about the {subject}, number {number}.",
                    outlet=outlet,
                    site=f"{outlet.lower()}.example",
                    published=str(start + dt.timedelta(days=day)),
                )
            )
        fill(opened, articles)
        for id, headline in opened.rows(Selection(), ("id", "headline")).itertuples(index=False):
            dam += [id] if "dam" in headline else []
            ferry += [id] if "ferry" in headline else []
        opened.save_topics(
            [
                Topic("d", "the dam", ("dam",), "en", dict.fromkeys(dam, 1.0)),
                Topic("f", "the ferry", ("ferry",), "en", dict.fromkeys(ferry, 1.0)),
            ],
            "1",
        )
        yield opened


def test_what_rises_says_against_what_and_not_by_one_outlet_alone(rising: Archive) -> None:
    found = courses.rising(rising, Selection())
    assert list(found["id"]) == ["d"]
    row = found.iloc[0]
    assert (row["texts"], row["before"], row["outlets"]) == (5, 0, 2)
    assert row["to"] == "2022-12-24"
    assert row["since"] == "2022-01-01"
    assert row["of"] + row["of_before"] == 120


def test_nothing_rises_without_a_time_before(rising: Archive) -> None:
    whole = Selection(from_=dt.date(2022, 1, 1), to=dt.date(2022, 12, 31))
    assert courses.rising(rising, whole).empty


def test_courses_are_of_the_selected_articles(rising: Archive) -> None:
    found = courses.courses(rising, Selection()).set_index("id")
    assert found.loc["d", "course"] == "new"
    assert courses.courses(rising, Selection(query="nowhere")).empty
