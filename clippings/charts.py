"""Answers as figures. One grammar for all: the title asks the question, axes say what they count,
undated articles stand apart, what is left of the biggest groups is grey, and names are never markup."""

import html
import string
from collections.abc import Collection, Mapping, Sequence
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

_MOST_TEXTS = 24
"""More bars than these have no room for their numbers."""

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
    "week": "week, from its Monday",
}
"""What an axis says that its marks and the title do not."""

_MARKS: dict[str, tuple[int, Any, str]] = {
    "day": (14, 86_400_000, "%-d %b\n%Y"),
    "month": (7, "M1", "%b\n%Y"),
    "quarter": (10, "M3", "Q%q\n%Y"),
    "year": (10, "M12", "%Y"),
}
"""Up to so many periods each has its own mark, how far apart these are, and how they are written."""


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
    # They have a number, and no share of any period.
    undated = answer[answer["date"].isna() & (not share)]
    for group, part in _groups(dated, order):
        figure.add_trace(_bars(part, group, measure, by, chosen, unit))
    split = "group" in dated
    figure.update_layout(showlegend=split)
    if len(undated):
        figure.add_trace(_undated_bar(undated, faded=bool(chosen), unit=unit))
    lay_out(figure, title)
    if split:
        figure.update_layout(height=480)
        if not share:
            _write_totals(figure, dated, by)
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
    height = 68 + 26 * max(len(names), 2)
    lay_out(figure, title, height=height, bargap=0.3, **_ranking_axes(names, reach))
    return figure


def _ranking_axes(names: Sequence[str], reach: int) -> dict[str, dict[str, Any]]:
    """Names at the left; every bar says its number, and the line under the chart what is counted."""
    plain = {"showgrid": False, "fixedrange": True}
    told = [label(value, 28) + "  " for value in names]
    return {
        "xaxis": {
            **plain,
            "rangemode": "tozero",
            "showticklabels": False,
            "range": [0, reach * 1.08] if reach else None,
        },
        "yaxis": {
            **plain,
            "tickvals": list(range(len(names))),
            "ticktext": told,
            "autorange": "reversed",
            "automargin": True,
        },
    }


def counted_in(answer: pd.DataFrame) -> str:
    """The unit that an answer counts: its column."""
    return "texts" if "texts" in answer else "articles"


def mark_peaks(figure: go.Figure, peaks: pd.DataFrame, by: str) -> None:
    """Write a letter over the highest periods, from `date, count`: A, B, C, as `peak_letters` has them."""
    if peaks.empty:
        return
    # A bar that says its number needs room for both.
    above = 24 if any(bar.text is not None for bar in figure.data if bar.xaxis != "x2") else 10
    for letter, peak in zip(peak_letters(peaks), peaks.to_dict("records"), strict=True):
        figure.add_annotation(
            x=_middle(peak["date"], by),
            y=float(peak["count"]),
            yshift=above,
            text=f"<b>{letter}</b>",
            showarrow=False,
            font={"size": 13},
        )


def peak_letters(peaks: pd.DataFrame) -> str:
    """One letter for each peak, in the order of their days."""
    return string.ascii_uppercase[: len(peaks)]


def _write_totals(figure: go.Figure, dated: pd.DataFrame, by: str) -> None:
    """Over each of a few bars what it comes to: parts in colours say no sum."""
    totals = dated.groupby("date")["count"].sum()
    if len(totals) > _MOST_TEXTS:
        return
    for date, total in totals[totals > 0].items():
        figure.add_annotation(
            x=_middle(str(date), by),
            y=float(total),
            yshift=9,
            text=f"{total:,}",
            showarrow=False,
            font={"size": 11},
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


def rename(figure: go.Figure, names: Mapping[str, str]) -> None:
    """Call the groups of a figure by other names; what they carry for a click stays."""
    for bars in figure.data:
        if bars.name in names:
            bars.update(
                hovertemplate=bars.hovertemplate.replace(bars.name, names[bars.name], 1),
                name=names[bars.name],
            )


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
    if group is None and len(dates) <= _MOST_TEXTS:
        bars.update(text=[f"{n:,}" if n else "" for n in part["count"]], textposition="outside")
        bars.update(cliponaxis=False, textangle=0, **TEXT_ON_CLICK)
    return bars


def in_periods(by: str) -> dict[str, Any]:
    """What makes a bar as wide as its period."""
    return {"xperiod": _SPANS[by], "xperiod0": _MONDAY, "xperiodalignment": "middle"}


def _undated_bar(undated: pd.DataFrame, *, faded: bool, unit: str) -> go.Bar:
    count = int(undated["count"].sum())
    return go.Bar(
        x=["undated"],
        y=[count],
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


def lay_out(figure: go.Figure, title: str, **more: Any) -> None:
    """Title, colours and margins, the same for every figure but for `more`.

    All in one: plotly checks anew at every call, which takes longer than drawing.
    """
    layout = _layout(title) | more
    figure.update_layout(layout)


def _layout(title: str) -> dict[str, Any]:
    return dict(
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


def _time_axes(figure: go.Figure, by: str, share: bool, *, undated: bool, unit: str) -> None:
    figure.update_xaxes(title=_AXES.get(by), fixedrange=False, automargin=True, showgrid=False)
    figure.update_layout(
        xaxis={"type": "date", "domain": [0, 0.92 if undated else 1], "ticklabelmode": "period"},
        yaxis={
            "title": f"share of the {by}’s {unit}" if share else None,
            "tickformat": ".0%" if share else ",d",
            "rangemode": "tozero",
            "fixedrange": True,
            "automargin": True,
        },
    )
    days = {date for bar in figure.data if bar.xaxis != "x2" for date in bar.x}
    most, apart, written = _MARKS.get(by, (0, None, ""))
    if 0 < len(days) <= most:
        figure.update_xaxes(dtick=apart, tickformat=written)
    elif by in ("quarter", "year"):
        figure.update_xaxes(tickformat="%Y", dtick="M12" if len(days) <= 40 else None)
    if undated:
        # Without a single day there is no time to draw.
        if not days:
            figure.update_layout(xaxis={"visible": False, "domain": [0, 0.001]})
        figure.update_layout(
            xaxis2={
                "domain": [0.94, 1] if days else [0, 0.2],
                "type": "category",
                "anchor": "y",
                "title": "",
            },
        )


def _whole_numbers(figure: go.Figure, answer: pd.DataFrame) -> None:
    """Half an article is no mark on an axis."""
    sums = answer.groupby("date", dropna=False)["count"].sum()
    if len(sums) and sums.max() <= 5:
        figure.update_yaxes(dtick=1)
