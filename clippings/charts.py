"""Answers as figures. One grammar for all: the title asks the question, axes say what they count,
undated articles stand apart, what is left of the biggest groups is grey, and names are never markup."""

import html
from collections.abc import Collection, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

MOST_GROUPS = 8
"""More colours than these cannot be told apart."""

CONFIG = {
    "displaylogo": False,
    "modeBarButtons": [["select2d", "resetScale2d", "toImage"]],
    "toImageButtonOptions": {"format": "svg"},
}
"""The few buttons above a chart: mark a span, see all of it, keep the picture."""

MOST_BARS = 20
"""A ranking longer than these is a table."""

PALETTE = (
    "#0D9488", "#D97706", "#6366F1", "#DB2777", "#0284C7", "#65A30D", "#8B5CF6", "#64748B",
)  # fmt: skip
"""Each stands out 3 to 1 or better from the light ground and from the dark one, so that a figure needs
not know which it is on, and neighbours differ in lightness too."""

_GREY = "#8B929B"
_FADED = 0.3

APART: dict[str, Any] = {
    "color": _GREY, "pattern": {"shape": "/", "fgopacity": 0.5, "size": 6},
}  # fmt: skip
"""How a bar looks that stands for what has no day."""

TEXT_ON_CLICK: dict[str, Any] = {
    "selected": {"textfont": {"color": _GREY}},
    "unselected": {"textfont": {"color": _GREY}},
}
"""plotly.js 4.1 breaks off a click on bars with texts where these are not set: 'reading textfont'."""

_SPANS: dict[str, Any] = {
    "day": 86_400_000, "week": 7 * 86_400_000, "month": "M1", "quarter": "M3", "year": "M12",
}  # fmt: skip
_MONDAY = "2001-01-01"
_AXES = {
    "day": "day",
    "week": "week, from its Monday",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
}


def volume_chart(
    answer: pd.DataFrame,
    *,
    by: str,
    title: str,
    share: bool = False,
    chosen: Collection[str] = (),
    unit: str = "articles",
    order: Sequence[str] = (),
) -> go.Figure:
    """What the unit is, over time, from `date, count` and, where there are, `group` and `share`; the
    groups in that order, else biggest first.

    The periods in `chosen` stand out. Every mark carries its date and group for whoever clicks it.
    """
    figure = go.Figure()
    measure = "share" if share else "count"
    dated = answer.dropna(subset=["date"])
    undated = answer[answer["date"].isna()]
    for group, part in _groups(dated, order):
        figure.add_trace(_bars(part, group, measure, by, chosen, unit))
    split = "group" in dated
    figure.update_layout(showlegend=split)
    if len(undated):
        figure.add_trace(_undated_bar(undated, share, faded=bool(chosen), unit=unit))
    lay_out(figure, title)
    if split:
        figure.update_layout(height=480)
    _time_axes(figure, by, share, undated=bool(len(undated)), unit=unit)
    if not share:
        _whole_numbers(figure, answer)
    return figure


def ranking_chart(
    answer: pd.DataFrame,
    *,
    name: str,
    title: str,
    most: int = MOST_BARS,
    chosen: Collection[str] = (),
    color: str = PALETTE[0],
    reach: int = 0,
) -> go.Figure:
    """The biggest values of one dimension in the answer's unit, biggest on top; `name` is their column.
    What nobody knows is grey; `reach` is how far the scale goes at least."""
    top, unit = answer.head(most), counted_in(answer)
    names = [str(value) for value in top[name]]
    figure = go.Figure(
        go.Bar(
            x=top[unit],
            y=list(range(len(names))),
            orientation="h",
            customdata=[[value] for value in names],
            text=[f"{count:,}" for count in top[unit]],
            textposition="outside",
            cliponaxis=False,
            **TEXT_ON_CLICK,
            marker={
                "color": [_GREY if value == "unknown" else color for value in names],
                "opacity": _opacities(names, chosen),
                "cornerradius": 2,
            },
            hovertext=[label(value, 80) for value in names],
            hovertemplate=f"%{{hovertext}}: %{{x:,}} {unit}<extra></extra>",
        )
    )
    lay_out(figure, title)
    _ranking_axes(figure, names, reach)
    return figure


def _ranking_axes(figure: go.Figure, names: Sequence[str], reach: int) -> None:
    """Names at the left; every bar says its number, and the line under the chart what is counted."""
    figure.update_layout(height=68 + 26 * max(len(names), 2), bargap=0.3)
    figure.update_xaxes(rangemode="tozero", showticklabels=False)
    if reach:
        figure.update_xaxes(range=[0, reach * 1.08])
    told = [label(value, 28) + "  " for value in names]
    figure.update_yaxes(tickvals=list(range(len(names))), ticktext=told)
    figure.update_yaxes(autorange="reversed", automargin=True)
    figure.update_xaxes(showgrid=False, fixedrange=True)
    figure.update_yaxes(showgrid=False, fixedrange=True)


def counted_in(answer: pd.DataFrame) -> str:
    """The unit that an answer counts: its column."""
    return "texts" if "texts" in answer else "articles"


def mark_peaks(figure: go.Figure, peaks: pd.DataFrame, by: str) -> None:
    """Write over the highest periods what stood in them, from `date, count, headline`."""
    if peaks.empty:
        return
    top = float(peaks["count"].max())
    figure.update_yaxes(range=[0, top * 1.5])
    days = [
        pd.Timestamp(day) for trace in figure.data if trace.name != "undated" for day in trace.x
    ]
    half = min(days) + (max(days) - min(days)) / 2
    # Left to itself the axis makes room for the words, however few the bars.
    end = _middle(str(max(days).date()), by) + (_middle(str(max(days).date()), by) - max(days))
    figure.update_layout(xaxis_range=[min(days), end])
    middles = [_middle(date, by) for date in peaks["date"]]
    # Words go towards the middle, from the outermost peak highest: so no line crosses any.
    left = [place for place, day in enumerate(middles) if day <= half]
    right = [place for place, day in enumerate(middles) if day > half][::-1]
    for row, place in enumerate(left + right):
        peak = peaks.iloc[place]
        figure.add_annotation(
            x=middles[place],
            y=float(peak["count"]),
            yshift=14,
            ay=top * (1.46 - 0.13 * row),
            ayref="y",
            ax=0,
            text=f"\u2068{label(peak['headline'], 32)}\u2069 · {peak['count']:,}",
            showarrow=True,
            arrowhead=0,
            arrowwidth=1,
            arrowcolor=_GREY,
            xanchor="left" if place in left else "right",
            font={"size": 12},
        )


def _middle(date: str, by: str) -> pd.Timestamp:
    rule = {"day": "D", "week": "W-SUN", "month": "M", "quarter": "Q", "year": "Y"}[by]
    period = pd.Period(date, freq=rule)
    return period.start_time + ((period + 1).start_time - period.start_time) / 2


def _groups(
    dated: pd.DataFrame, order: Sequence[str] = ()
) -> list[tuple[str | None, pd.DataFrame]]:
    """The groups in the order asked for, else biggest first, what is left of them last."""
    if "group" not in dated:
        return [(None, dated)]
    names = list(dict.fromkeys(dated["group"]))
    sizes = dated.groupby("group")["count"].sum()
    names.sort(key=lambda name: (is_rest(name), -sizes[name]))
    if order:
        names.sort(key=list(order).index)
    return [(name, dated[dated["group"] == name]) for name in names]


def is_rest(name: str) -> bool:
    """Whether a group is no single one but what is left of the biggest."""
    number, _, rest = name.partition(" ")
    return rest == "others" and number.isdigit()


def _bars(
    part: pd.DataFrame,
    group: str | None,
    measure: str,
    by: str,
    chosen: Collection[str],
    unit: str,
) -> go.Bar:
    dates = list(part["date"])
    bars = go.Bar(
        x=dates,
        y=part[measure],
        name=label(group, 32) if group else unit,
        **in_periods(by),
        customdata=[[date, group, count] for date, count in zip(dates, part["count"], strict=True)],
        marker={"opacity": _opacities(dates, chosen), "line": {"width": 0}},
        hovertemplate=_hover(group, measure, unit),
    )
    if group is not None and (is_rest(group) or group == "unknown"):
        bars.marker.color = _GREY if is_rest(group) else "#B8BCC2"
    if group is None and len(dates) <= 24:
        bars.update(text=[f"{n:,}" if n else "" for n in part["count"]], textposition="outside")
        bars.update(cliponaxis=False, textangle=0, **TEXT_ON_CLICK)
    return bars


def in_periods(by: str) -> dict[str, Any]:
    """What makes a bar as wide as its period."""
    return {"xperiod": _SPANS[by], "xperiod0": _MONDAY, "xperiodalignment": "middle"}


def _undated_bar(undated: pd.DataFrame, share: bool, *, faded: bool, unit: str) -> go.Bar:
    count = int(undated["count"].sum())
    return go.Bar(
        x=["undated"],
        y=[1 if share else count],
        xaxis="x2",
        name="undated",
        showlegend=False,
        customdata=[[None, None, count]],
        text=[f"{count:,}"],
        textposition="outside",
        cliponaxis=False,
        **TEXT_ON_CLICK,
        opacity=_FADED if faded else 1,
        marker=APART,
        hovertemplate=f"undated: %{{customdata[2]:,}} {unit}<extra></extra>",
    )


def _hover(group: str | None, measure: str, unit: str) -> str:
    lead = f"{label(group, 80)}, " if group else ""
    share = " (%{y:.0%})" if measure == "share" else ""
    return lead + f"%{{customdata[0]}}: %{{customdata[2]:,}} {unit}" + share + "<extra></extra>"


def _opacities(values: list[str], chosen: Collection[str]) -> list[float]:
    return [1.0 if not chosen or value in chosen else _FADED for value in values]


def label(text: str, most: int) -> str:
    """A name as plotly shows it letter by letter: its texts are a small HTML, and `%{` is a template."""
    return html.escape(cut(text, most), quote=False).replace("%{", "%&#123;")


def cut(text: str, most: int) -> str:
    """The text in one line of at most so many letters, and one for what is cut."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    whole, _, rest = text[:most].rpartition(" ")
    # Between two words, unless that would cost much of it.
    return (whole if len(rest) <= most // 3 else text[: most - 1]).rstrip(" ,;:،؛") + "…"


def lay_out(figure: go.Figure, title: str) -> None:
    """Title, colours and margins, the same for every figure."""
    figure.update_layout(
        # As far from the top in a low figure as in a high one.
        title={
            "text": html.escape(title),
            "x": 0,
            "xanchor": "left",
            "y": 1,
            "yanchor": "top",
            "pad": {"t": 14, "l": 0},
        },
        title_font={"family": "'Source Serif', serif", "size": 19, "weight": 600},
        colorway=PALETTE,
        barmode="stack",
        bargap=0.12,
        dragmode=False,
        clickmode="event+select",
        hovermode="closest",
        height=400,
        margin={"l": 8, "r": 16, "t": 56, "b": 8},
        # At the very bottom: above the plot its rows, however many, come to lie over the title.
        legend={
            "orientation": "h",
            "x": 0,
            "yref": "container",
            "y": 0,
            "yanchor": "bottom",
            "traceorder": "normal",
        },
    )


_FEW_DAYS = 14
"""Up to so many days each has its own mark, and no hours stand between."""


def _time_axes(figure: go.Figure, by: str, share: bool, *, undated: bool, unit: str) -> None:
    figure.update_xaxes(title=_AXES[by], fixedrange=False, automargin=True, showgrid=False)
    figure.update_layout(
        xaxis={"type": "date", "domain": [0, 0.92 if undated else 1], "ticklabelmode": "period"},
        yaxis={
            "title": f"share of the {by}’s {unit}" if share else f"{unit} a {by}",
            "tickformat": ".0%" if share else ",d",
            "rangemode": "tozero",
            "fixedrange": True,
            "automargin": True,
        },
    )
    days = {date for bar in figure.data if bar.xaxis != "x2" for date in bar.x}
    if by == "day" and len(days) <= _FEW_DAYS:
        figure.update_xaxes(dtick=24 * 3600 * 1000, tickformat="%-d %b\n%Y")
    if undated:
        figure.update_layout(
            xaxis2={"domain": [0.94, 1], "type": "category", "anchor": "y", "title": ""}
        )


def _whole_numbers(figure: go.Figure, answer: pd.DataFrame) -> None:
    """Half an article is no mark on an axis."""
    sums = answer.groupby("date", dropna=False)["count"].sum()
    if len(sums) and sums.max() <= 5:
        figure.update_yaxes(dtick=1)
