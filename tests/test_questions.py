"""The questions: what they count, that groups add up, and that nothing is left out in silence."""

import datetime as dt
import shlex

import click
import pytest

from clippings import questions
from clippings.archive import Archive
from clippings.archive.selection import Selection, as_options, describe, in_words
from clippings.options import selection_options

ALL = Selection()


def test_figures_say_what_is_in_and_what_is_not(archive: Archive) -> None:
    figures = questions.figures(archive, ALL)
    assert (figures.articles, figures.undated, figures.stubs, figures.cut) == (5, 1, 1, 1)
    assert (figures.outlets, figures.first, figures.last) == (2, "2023-02-01", "2023-05-21")


def test_a_day_filter_leaves_undated_articles_out_and_says_how_many(archive: Archive) -> None:
    figures = questions.figures(archive, Selection(query="harbour", to=dt.date(2023, 12, 31)))
    assert (figures.articles, figures.undated, figures.undated_left_out) == (2, 0, 1)


def test_empty_months_are_there_and_undated_stand_apart(archive: Archive) -> None:
    table = questions.volume(archive, ALL, "month")
    assert table["date"].tolist() == ["2023-02-01", "2023-03-01", "2023-04-01", "2023-05-01", None]
    assert table["count"].tolist() == [2, 0, 0, 2, 1]


def test_every_group_stands_in_every_period_the_biggest_first(archive: Archive) -> None:
    table = questions.volume(archive, ALL, "month", "outlet")
    dated = table[table["date"].notna()]
    groups = list(dict.fromkeys(dated["group"]))
    sizes = table.groupby("group")["count"].sum()
    assert [sizes[group] for group in groups] == sorted(sizes[groups], reverse=True)
    assert len(dated) == 4 * len(groups)
    assert list(dated["group"]) == groups * 4
    assert table["count"].dtype == int
    assert set(table["date"].iloc[len(dated) :]) == {None}


def test_the_day_is_the_publishers(archive: Archive) -> None:
    table = questions.volume(archive, Selection(outlet=("The Tide",)), "day")
    assert table["date"].tolist() == ["2023-02-03"]


def test_weeks_start_on_monday(archive: Archive) -> None:
    table = questions.volume(archive, Selection(section=("Waters", "آب")), "week")
    assert table["date"].tolist() == ["2023-05-15"]
    assert table["count"].tolist() == [2]


@pytest.mark.parametrize("split", questions.SPLITS)
@pytest.mark.parametrize("by", ["day", "week", "month", "quarter", "year"])
def test_groups_add_up_to_the_figure(archive: Archive, by: str, split: str) -> None:
    table = questions.volume(archive, ALL, by, split)
    assert table["count"].sum() == questions.figures(archive, ALL).articles
    assert not table.duplicated(["date", "group"]).any()


def test_shares_are_of_the_period_and_none_where_it_is_empty(archive: Archive) -> None:
    table = questions.volume(archive, ALL, "month", "outlet", share=True)
    february = table[table["date"] == "2023-02-01"].set_index("group")["share"]
    assert february.to_dict() == {"The Mirror": 0.5, "The Tide": 0.5}
    assert table.loc[table["date"] == "2023-03-01", "share"].isna().all()


def test_groups_past_the_biggest_are_one_that_says_how_many_they_are(archive: Archive) -> None:
    table = questions.volume(archive, ALL, "year", "section", most=1)
    assert table.groupby("group")["count"].sum().to_dict() == {"Harbour": 2, "3 others": 3}


def test_periods_reach_as_far_as_was_asked(archive: Archive) -> None:
    asked = Selection(outlet=("The Tide",), from_=dt.date(2023, 2, 2), to=dt.date(2023, 6, 1))
    table = questions.volume(archive, asked, "day")
    assert (table["date"].iloc[0], table["date"].iloc[-1]) == ("2023-02-02", "2023-06-01")
    assert table["count"].sum() == 1


def test_a_span_past_all_looking_ends_where_the_archive_does(archive: Archive) -> None:
    asked = Selection(from_=dt.date(1, 1, 1), to=dt.date(9999, 12, 31))
    table = questions.volume(archive, asked, "day")
    assert (table["date"].iloc[0], table["date"].iloc[-1]) == ("2023-02-01", "2023-05-21")


def test_nothing_found_is_an_empty_table(archive: Archive) -> None:
    for split in (None, "outlet"):
        assert questions.volume(archive, Selection(query="whale"), "day", split).empty
    assert questions.outlets(archive, Selection(query="whale")).empty
    assert questions.figures(archive, Selection(query="whale")).first is None


def test_outlets_are_ranked_with_their_span(archive: Archive) -> None:
    table = questions.outlets(archive, ALL)
    assert table.to_dict("records") == [
        {"outlet": "The Mirror", "articles": 4, "first": "2023-02-01", "last": "2023-05-21"},
        {"outlet": "The Tide", "articles": 1, "first": "2023-02-03", "last": "2023-02-03"},
    ]


def test_what_is_not_known_is_named_so_and_can_be_asked_for(archive: Archive) -> None:
    table = questions.facet(archive, ALL, "section")
    assert ("unknown", 1) in list(table.itertuples(index=False, name=None))
    assert questions.figures(archive, Selection(section=("unknown",))).articles == 1


def test_a_facet_leaves_out_its_own_filter(archive: Archive) -> None:
    table = questions.facet(archive, Selection(outlet=("The Tide",)), "outlet")
    assert set(table["outlet"]) == {"The Mirror", "The Tide"}


def test_lines_have_every_period(archive: Archive) -> None:
    table = questions.lines(archive, ALL, "outlet", "month")
    assert table.loc["The Mirror"].tolist() == [1, 0, 0, 2]


def test_last_day_of_a_period() -> None:
    cases = {"day": "2023-02-06", "week": "2023-02-12", "month": "2023-02-28", "year": "2023-12-31"}
    for by, last in cases.items():
        first = {"month": "2023-02-01", "year": "2023-01-01"}.get(by, "2023-02-06")
        assert str(questions.last_day(first, by)) == last


def test_a_selection_says_itself_in_words() -> None:
    asked = Selection(
        query="levy",
        outlet=("A", "B"),
        from_=dt.date(2023, 2, 1),
        to=dt.date(2023, 3, 9),
        stubs=True,
    )
    assert describe(asked) == "with levy, carried by A or B, 1 Feb 2023 to 9 Mar 2023, stubs too"
    assert describe(Selection()) == "all articles"
    assert [names for names, _ in in_words(asked)] == [
        ("query",),
        ("outlet",),
        ("from", "to"),
        ("stubs",),
    ]


def test_a_selection_is_said_as_options_of_the_shell_that_mean_the_same() -> None:
    asked = Selection(
        query='"wild fish" -dam', outlet=("A & B", "It's"), byline=("Ada Holm",), topic="t1",
        from_=dt.date(2023, 2, 1), undated=True, stubs=True, unit="texts", first=("outlet=A",),
    )  # fmt: skip
    meant: list[Selection] = []

    @click.command()
    @selection_options
    def command(selection: Selection) -> None:
        meant.append(selection)

    command.main(shlex.split(shlex.join(as_options(asked))), standalone_mode=False)
    assert meant == [asked]
    assert as_options(Selection()) == []


def test_the_flow_names_what_is_unknown_and_adds_up(archive: Archive) -> None:
    pairs = questions.flow(archive, ALL)
    assert set(pairs["origin"]) == {"unknown"}
    assert int(pairs["articles"].sum()) == 5
    parts = questions.parts(archive, ALL)
    assert (parts.count, parts.outlets, parts.elsewhere, parts.unknown) == (5, 2, None, 5)


def test_a_selection_is_compared_with_as_many_days_before() -> None:
    chosen = Selection(from_=dt.date(2023, 5, 20), to=dt.date(2023, 5, 22))
    spans = questions.spans(chosen, "2023-05-20", "2023-05-21")
    assert spans is not None
    assert (spans[1].from_, spans[1].to) == (dt.date(2023, 5, 17), dt.date(2023, 5, 19))
    assert spans[0] == chosen


def test_without_a_first_day_the_last_thirty_are_compared_if_there_are_sixty() -> None:
    spans = questions.spans(ALL, "2023-01-01", "2023-03-31")
    assert spans is not None
    assert (spans[0].from_, spans[0].to) == (dt.date(2023, 3, 2), dt.date(2023, 3, 31))
    assert (spans[1].from_, spans[1].to) == (dt.date(2023, 1, 31), dt.date(2023, 3, 1))
    assert questions.spans(ALL, "2023-03-01", "2023-03-31") is None
    assert questions.spans(ALL, None, None) is None


def test_peaks_are_the_highest_periods_with_their_usual_headline(archive: Archive) -> None:
    peaks = questions.peaks(archive, ALL, "month")
    assert peaks["date"].tolist() == ["2023-02-01", "2023-05-01"]
    assert peaks["count"].tolist() == [2, 2]
    assert peaks["times"].tolist() == [1, 1]
