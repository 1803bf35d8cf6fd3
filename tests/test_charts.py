"""Figures: what they count, what stands apart, and that a name is never markup."""

import itertools

import pandas as pd
import plotly.graph_objects as go

from clippings import carrier_chart, chart_grammar, charts, flow_chart, lag_chart, topic_charts

NAME = '<a href="http://evil.example">x</a> <b>Post</b> %{x}'

VOLUME = pd.DataFrame(
    {
        "date": ["2023-01-01", "2023-02-01", "2023-03-01", None],
        "count": [3, 0, 5, 2],
    }
)

SPLIT = pd.DataFrame(
    {
        "date": ["2023-01-01", "2023-01-01", "2023-01-01", None],
        "group": ["2 others", NAME, "unknown", NAME],
        "count": [6, 3, 1, 2],
        "share": [0.6, 0.3, 0.1, 1.0],
    }
)


def volume(answer: pd.DataFrame, **choices: object) -> go.Figure:
    return charts.volume_chart(answer, by="month", title="How many?", **choices)  # type: ignore[arg-type]


def test_empty_periods_are_empty_and_undated_stand_apart() -> None:
    dated, undated = volume(VOLUME).data
    assert list(dated.x) == ["2023-01-01", "2023-02-01", "2023-03-01"]
    assert list(dated.y) == [3, 0, 5]
    assert (list(undated.x), list(undated.y), undated.xaxis) == (["undated"], [2], "x2")


def test_no_undated_bar_where_nothing_is_undated() -> None:
    assert len(volume(VOLUME.dropna()).data) == 1


def test_a_mark_carries_its_date_and_group_as_they_are() -> None:
    figure = volume(SPLIT)
    assert figure.data[0].customdata[0][:2] == ("2023-01-01", NAME) or list(
        figure.data[0].customdata[0][:2]
    ) == ["2023-01-01", NAME]


def test_what_is_left_of_the_biggest_comes_last_and_grey() -> None:
    names = [trace.name for trace in volume(SPLIT).data]
    assert names[-2:] == ["2 others", "undated"]
    assert charts.is_rest("2 others")
    assert not charts.is_rest("The others")


def test_shares_are_of_their_period() -> None:
    figure = volume(SPLIT, share=True)
    assert sum(trace.y[0] for trace in figure.data[:3]) == 1
    assert figure.layout.yaxis.title.text == "share of the month’s articles"


def test_the_chosen_stand_out() -> None:
    assert list(volume(VOLUME, chosen=["2023-03-01"]).data[0].marker.opacity) == [0.3, 0.3, 1.0]


def test_a_name_is_never_markup() -> None:
    ranked = pd.DataFrame({"outlet": [NAME], "articles": [2]})
    for figure in (volume(SPLIT), charts.ranking_chart(ranked, name="outlet", title="Who?")):
        shown = [figure.layout.yaxis.ticktext or ()]
        for trace in figure.data:
            shown.append([trace.name or "", trace.hovertemplate or "", *(trace.hovertext or ())])
        words = " ".join(str(text) for texts in shown for text in texts)
        assert "<a" not in words
        assert "<b>" not in words
        assert "%{x}" not in words


def test_a_ranking_shows_the_biggest_and_carries_their_names() -> None:
    ranked = pd.DataFrame(
        {"outlet": [f"Post {n}" for n in range(30)], "articles": range(30, 0, -1)}
    )
    figure = charts.ranking_chart(ranked, name="outlet", title="Who?", chosen=["Post 1"])
    bars = figure.data[0]
    assert len(bars.x) == charts.MOST_BARS
    assert list(bars.customdata[1]) == ["Post 1"]
    assert list(bars.marker.opacity[:3]) == [0.3, 1.0, 0.3]


def test_what_nobody_knows_is_no_name_and_scales_can_be_shared() -> None:
    ranked = pd.DataFrame({"origin": ["unknown", "Wire"], "articles": [9, 4]})
    figure = charts.ranking_chart(ranked, name="origin", title="Who?", color="#123456", reach=20)
    assert list(figure.data[0].marker.color) == [chart_grammar.APART["color"], "#123456"]
    assert figure.layout.xaxis.range[1] > 20


def test_groups_stand_in_the_order_asked_for() -> None:
    split = SPLIT.assign(group=["small", "big", "big", "small"], count=[1, 6, 3, 2])
    assert [bar.name for bar in volume(split, order=("small", "big")).data][:2] == ["small", "big"]
    assert [bar.name for bar in volume(split).data][:2] == ["big", "small"]


def test_days_on_the_way_stand_in_order_and_the_unknown_apart() -> None:
    answer = pd.DataFrame({"lag": ["0", "2-7", "unknown"], "articles": [3, 0, 5]})
    known, unknown = lag_chart.lag_chart(answer, title="How old?").data
    assert (list(known.x), list(known.y)) == (["same day", "2–7"], [3, 0])
    assert [list(one) for one in known.customdata] == [["0"], ["2-7"]]
    assert (unknown.xaxis, list(unknown.y), list(unknown.customdata[0])) == ("x2", [5], ["unknown"])


def test_carriers_stand_by_day_each_with_what_it_kept() -> None:
    members = pd.DataFrame(
        {
            "id": ["a", "b", "c", "d"],
            "day": ["2023-02-01", "2023-02-03", None, "2023-02-09"],
            "outlet": ["Wire", NAME, "Post", None],
            "kept": [1.0, 0.5, 0.2, None],
        }
    )
    figure = carrier_chart.carrier_chart(members, title="Who first?")
    (points,) = figure.data
    assert [one[0] for one in points.customdata] == ["a", "b", "d"]
    assert [text.strip() for text in points.text] == ["100%", "50%", ""]
    assert "<a" not in str(figure.layout.yaxis.ticktext) + str(points.hovertext)


def test_a_square_says_what_its_share_is_of() -> None:
    cells = pd.DataFrame(
        [("t", NAME, 2, 4, 0.5), ("t", "Post", 1, 1_200, 0.001)],
        columns=["topic", "outlet", "count", "of", "share"],
    )
    figure = topic_charts.heat_map(cells, {"t": NAME}, title="What?", unit="articles")
    heads = list(figure.layout.xaxis.ticktext)
    assert [head.rpartition(" · ")[2] for head in heads] == ["4", "1,200"]
    assert "<a" not in str(heads) + str(figure.layout.yaxis.ticktext)
    assert list(figure.data[0].text) == ["50%", "0%"]


def test_a_small_chart_says_its_total_undated_ones_too() -> None:
    table = pd.DataFrame({"2023-01-01": [3], "2023-02-01": [1]}, index=["t"])
    figure = topic_charts.small_multiples(
        table, {"t": NAME}, {"t": 6}, by="month", title="How many?", unit="articles"
    )
    said = figure.layout.annotations[0].text
    assert "<b>6</b>" in said
    assert "<a" not in said


def test_marks_of_thin_ribbons_do_not_lie_on_each_other() -> None:
    pairs = pd.DataFrame(
        {"origin": [f"Wire {n}" for n in range(12)], "outlet": "Post", "articles": [90, *[1] * 11]}
    )
    found = marks(flow_chart.flow_chart(pairs, title="Who?"))
    thin = list(zip(found.x, found.y, strict=True))[1:]
    for one, other in itertools.pairwise(thin):
        assert abs(one[0] - other[0]) > 0.02 or abs(one[1] - other[1]) > 6


PAIRS = pd.DataFrame(
    {
        "origin": ["Wire", "unknown", "Wire", NAME],
        "outlet": ["Post", "Post", NAME, NAME],
        "articles": [5, 3, 2, 1],
    }
)


def marks(figure: go.Figure) -> go.Scatter:
    return next(trace for trace in figure.data if trace.mode == "markers+text")


def test_every_ribbon_carries_who_wrote_and_who_carried() -> None:
    figure = flow_chart.flow_chart(PAIRS, title="Who?")
    carried = {tuple(pair) for pair in marks(figure).customdata}
    assert carried == set(zip(PAIRS["origin"], PAIRS["outlet"], strict=True))
    assert not overlapping(marks(figure).y)
    shapes = [trace for trace in figure.data if getattr(trace, "fill", None) == "toself"]
    assert len(shapes) == len(PAIRS)
    words = str(figure.layout.yaxis.ticktext) + str(figure.layout.yaxis2.ticktext)
    words += str(marks(figure).hovertext) + str(figure.data[-1].hovertext)
    assert "<a" not in words
    assert "%{x}" not in words


def overlapping(places: object) -> bool:
    return len(set(places)) < len(list(places))  # type: ignore[call-overload]


def test_many_writers_are_summed_up_and_open_nothing() -> None:
    pairs = pd.DataFrame(
        {"origin": [f"Wire {n}" for n in range(9)], "outlet": "Post", "articles": range(9, 0, -1)}
    )
    figure = flow_chart.flow_chart(pairs, title="Who?", most=4)
    carried = [list(pair) for pair in marks(figure).customdata]
    assert carried == [["Wire 0", "Post"], ["Wire 1", "Post"], ["Wire 2", "Post"], []]
    assert "6 others" in figure.layout.yaxis.ticktext[-1]


def test_peaks_bear_the_letters_of_their_headlines() -> None:
    peaks = pd.DataFrame(
        {
            "date": ["2023-01-01", "2023-02-01", "2023-03-01"],
            "count": [3, 1, 5],
            "headline": ["First", NAME, "Third"],
        }
    )
    figure = volume(VOLUME)
    charts.mark_peaks(figure, peaks, "month")
    notes = figure.layout.annotations
    assert [note.text for note in notes] == ["<b>A</b>", "<b>B</b>", "<b>C</b>"]
    assert [note.y for note in notes] == [3, 1, 5]
    assert charts.peak_letters(peaks) == "ABC"


def test_parts_in_colours_bear_their_sum() -> None:
    notes = volume(SPLIT).layout.annotations
    dated = SPLIT.dropna(subset=["date"])
    sums = dated.groupby("date")["count"].sum()
    assert [note.text for note in notes] == [f"{n:,}" for n in sums if n]
    assert not volume(SPLIT, share=True).layout.annotations


def test_what_has_no_day_has_no_share_and_needs_no_axis_of_time() -> None:
    assert "undated" not in [trace.name for trace in volume(SPLIT, share=True).data]
    undated = pd.DataFrame({"date": [None], "count": [12]})
    figure = volume(undated)
    assert figure.layout.xaxis.visible is False
    assert figure.data[-1].name == "undated"


def test_quarters_and_years_are_named_as_such() -> None:
    quarters = pd.DataFrame({"date": ["2023-01-01", "2023-04-01"], "count": [3, 1]})
    axis = charts.volume_chart(quarters, by="quarter", title="When?").layout.xaxis
    assert (axis.dtick, axis.tickformat) == ("M3", "Q%q\n%Y")
    years = pd.DataFrame({"date": ["2023-01-01", "2024-01-01"], "count": [3, 1]})
    assert charts.volume_chart(years, by="year", title="When?").layout.xaxis.tickformat == "%Y"


def test_a_group_called_otherwise_still_carries_its_own_name() -> None:
    split = pd.DataFrame({"date": ["2023-01-01"], "count": [3], "group": ["fa"]})
    figure = volume(split)
    charts.rename(figure, {"fa": "Persian"})
    assert figure.data[0].name == "Persian"
    assert figure.data[0].hovertemplate.startswith("Persian, ")
    assert figure.data[0].customdata[0][1] == "fa"


def test_what_goes_to_the_page_is_drawn_once_and_anew_when_its_numbers_change() -> None:
    ranked = pd.DataFrame({"outlet": ["Post", "Tide"], "articles": [3, 2]})
    known = pd.DataFrame({"lag": ["0", "unknown"], "articles": [3, 5]})
    for figure in (
        volume(SPLIT),
        volume(VOLUME),
        charts.ranking_chart(ranked, name="outlet", title="Who?"),
        lag_chart.lag_chart(known, title="How old?"),
    ):
        told = chart_grammar.settle(figure).to_dict()
        assert "template" not in told["layout"]
        # Bytes are always taken for a change.
        assert "bdata" not in str(told["data"])
    revisions = {
        chart_grammar.settle(volume(VOLUME.assign(count=counts))).layout.datarevision
        for counts in ([3, 0, 5, 2], [3, 0, 5, 2], [3, 1, 5, 2])
    }
    assert len(revisions) == 2


def test_a_cut_name_ends_between_two_words() -> None:
    assert (
        chart_grammar.cut("Seven dead of cholera in the lake town", 33)
        == "Seven dead of cholera in the…"
    )
    assert chart_grammar.cut("word", 4) == "word"
    assert chart_grammar.cut("x" * 40, 10) == "x" * 9 + "…"
