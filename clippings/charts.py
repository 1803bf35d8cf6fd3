"""Answers as figures. One grammar for all: the title asks the question, axes say what they count,
undated articles stand apart, what is left of the biggest groups is grey, and names are never markup."""

import string
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from clippings.chart_grammar import (
    APART,
    GREY,
    HEIGHT,
    PALETTE,
    TEXT_ON_CLICK,
    drawn,
    label,
    margin,
    width,
)

MOST_GROUPS = 8
"""More colours than these cannot be told apart."""

MOST_BARS = 20
"""A ranking longer than these is a table."""

_MOST_TEXTS = 24
"""More bars than these have no room for their numbers."""

_FADED = 0.3

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
    measure = "share" if share else "count"
    dated = answer.dropna(subset=["date"])
    # They have a number, and no share of any period.
    undated = answer[answer["date"].isna() & (not share)]
    bars = [_bars(part, group, measure, by, chosen, unit) for group, part in _groups(dated, order)]
    split = "group" in dated
    if len(undated):
        bars.append(_undated_bar(undated, faded=bool(chosen), unit=unit))
    return drawn(
        bars,
        title,
        showlegend=split,
        height=480 if split else HEIGHT,
        annotations=_totals(dated, by) if split and not share else [],
        **_time_axes(answer, by, share, undated=bool(len(undated)), unit=unit),
    )


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
    counts = top[unit].tolist()
    bars = {
        "type": "bar",
        "x": counts,
        "y": list(range(len(names))),
        "orientation": "h",
        "customdata": [[value] for value in names],
        "text": [f"{count:,}" for count in counts],
        "textposition": "outside",
        "cliponaxis": False,
        **TEXT_ON_CLICK,
        "marker": {
            "color": [GREY if value == "unknown" else color for value in names],
            "opacity": _opacities(names, chosen),
            "cornerradius": 2,
        },
        "hovertext": [label(value, 80) for value in names],
        "hovertemplate": f"%{{hovertext}}: %{{x:,}} {unit}<extra></extra>",
    }
    height = 68 + 26 * max(len(names), 2)
    return drawn([bars], title, height=height, bargap=0.3, **_ranking_axes(names, reach))


def _ranking_axes(names: Sequence[str], reach: int) -> dict[str, dict[str, Any]]:
    """Names at the left; every bar says its number, and the line under the chart what is counted."""
    plain = {"showgrid": False, "zeroline": False, "fixedrange": True}
    told = [label(value, 28) + "  " for value in names]
    return {
        "margin": margin(left=max(map(width, told), default=0)),
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
    figure.layout.annotations = [
        _note(f"<b>{letter}</b>", peak["date"], peak["count"], by, above=above, size=13)
        for letter, peak in zip(peak_letters(peaks), peaks.to_dict("records"), strict=True)
    ]


def peak_letters(peaks: pd.DataFrame) -> str:
    """One letter for each peak, in the order of their days."""
    return string.ascii_uppercase[: len(peaks)]


def _totals(dated: pd.DataFrame, by: str) -> list[dict[str, Any]]:
    """Over each of a few bars what it comes to: parts in colours say no sum."""
    totals = dated.groupby("date")["count"].sum()
    if len(totals) > _MOST_TEXTS:
        return []
    return [
        _note(f"{total:,}", str(date), total, by, above=9, size=11)
        for date, total in totals[totals > 0].items()
    ]


def _note(text: str, date: str, count: float, by: str, *, above: int, size: int) -> dict[str, Any]:
    """A few letters over the bar of a period, so many pixels above it."""
    return {
        "x": _middle(date, by),
        "y": float(count),
        "yshift": above,
        "text": text,
        "showarrow": False,
        "font": {"size": size},
    }


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
) -> dict[str, Any]:
    dates = list(part["date"])
    counts = part["count"].tolist()
    marker: dict[str, Any] = {"opacity": _opacities(dates, chosen), "line": {"width": 0}}
    if group is not None and (is_rest(group) or group == "unknown"):
        marker["color"] = GREY if is_rest(group) else "#B8BCC2"
    bars = {
        "type": "bar",
        "x": dates,
        "y": part[measure].tolist(),
        "name": label(group, 32) if group else unit,
        **in_periods(by),
        "customdata": [[date, group, n] for date, n in zip(dates, counts, strict=True)],
        "marker": marker,
        "hovertemplate": _hover(group, measure, unit),
    }
    if group is not None or len(dates) > _MOST_TEXTS:
        return bars
    return {
        **bars,
        "text": [f"{n:,}" if n else "" for n in counts],
        "textposition": "outside",
        "cliponaxis": False,
        "textangle": 0,
        **TEXT_ON_CLICK,
    }


def in_periods(by: str) -> dict[str, Any]:
    """What makes a bar as wide as its period."""
    return {"xperiod": _SPANS[by], "xperiod0": _MONDAY, "xperiodalignment": "middle"}


def _undated_bar(undated: pd.DataFrame, *, faded: bool, unit: str) -> dict[str, Any]:
    count = int(undated["count"].sum())
    return {
        "type": "bar",
        "x": ["undated"],
        "y": [count],
        "xaxis": "x2",
        "name": "undated",
        "showlegend": False,
        "customdata": [[None, None, count]],
        "text": [f"{count:,}"],
        "textposition": "outside",
        "cliponaxis": False,
        **TEXT_ON_CLICK,
        "opacity": _FADED if faded else 1,
        "marker": APART,
        "hovertemplate": f"undated: %{{customdata[2]:,}} {unit}<extra></extra>",
    }


def _hover(group: str | None, measure: str, unit: str) -> str:
    lead = f"{label(group, 80)}, " if group else ""
    share = " (%{y:.0%})" if measure == "share" else ""
    return lead + f"%{{customdata[0]}}: %{{customdata[2]:,}} {unit}" + share + "<extra></extra>"


def _opacities(values: list[str], chosen: Collection[str]) -> list[float]:
    return [1.0 if not chosen or value in chosen else _FADED for value in values]


def _time_axes(
    answer: pd.DataFrame, by: str, share: bool, *, undated: bool, unit: str
) -> dict[str, dict[str, Any]]:
    days = answer["date"].nunique()
    sums = answer.groupby("date", dropna=False)["count"].sum()
    highest = 0 if sums.empty else int(sums.max())
    highest_said = "100%" if share else f"{int(1.15 * highest):,}"
    axes: dict[str, dict[str, Any]] = {
        "margin": margin(left=width(highest_said) + 12, below=_below(days, by)),
        "xaxis": {
            "type": "date",
            "title": {"text": _AXES.get(by)},
            "domain": [0, 0.92 if undated else 1],
            "ticklabelmode": "period",
            "showgrid": False,
            "zeroline": False,
            "automargin": True,
            **_marks(days, by),
        },
        "yaxis": {
            "title": {"text": f"share of the {by}’s {unit}" if share else None},
            "tickformat": ".0%" if share else ",d",
            # Half an article is no mark on an axis.
            "dtick": 1 if not share and 0 < highest <= 5 else None,
            "rangemode": "tozero",
            "fixedrange": True,
            "automargin": True,
        },
    }
    if undated:
        axes["xaxis2"] = _apart_axis(0.94 if days else 0, 1 if days else 0.2)
    # Without a single day there is no time to draw.
    if undated and not days:
        axes["xaxis"] |= {"visible": False, "domain": [0, 0.001]}
    return axes


def _apart_axis(left: float, right: float) -> dict[str, Any]:
    """The axis under what has no day."""
    return {
        "domain": [left, right],
        "type": "category",
        "anchor": "y",
        "showgrid": False,
        "automargin": True,
    }


def _below(days: int, by: str) -> int:
    """What the days of an axis need, in one line or in two, and its title."""
    if by == "week":
        return 64
    in_one_line = by == "year" or (by == "quarter" and days > _MARKS[by][0])
    return 30 if in_one_line else 45


def _marks(days: int, by: str) -> dict[str, Any]:
    """How far apart the marks of an axis of so many periods are, and how they are written."""
    most, apart, written = _MARKS.get(by, (0, None, ""))
    if 0 < days <= most:
        return {"dtick": apart, "tickformat": written}
    if by in ("quarter", "year"):
        return {"dtick": "M12" if days <= 40 else None, "tickformat": "%Y"}
    return {}
