"""Who wrote on the left, who carried on the right, and between them ribbons as wide as their articles.

Drawn of plain shapes, since a click on plotly's own flow reaches nobody: each ribbon ends in a mark
that carries its two names for whoever clicks it, and so does each name's bar.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from clippings import chart_grammar, charts

MOST_NAMES = 20
"""More names than these on a side are summed up as one."""

_GAP = 13
"""Pixels between the bars of two names, so that their labels stand apart."""
_LEAST_HEIGHT = 340
_BAR = 0.02
_MARK = 0.93
_THIN, _ROWS, _STEP_BACK = 11, 5, 0.026
"""Ribbons thinner than so many pixels have their marks in so many rows, so far apart."""
_STEPS = 24
_UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class _Ribbon:
    """One pair, and where its two ends stand, in pixels from above."""

    origin: str
    outlet: str
    count: int
    left: float
    right: float
    width: float


def flow_chart(pairs: pd.DataFrame, *, title: str, most: int = MOST_NAMES) -> go.Figure:
    """The flow in `origin, outlet` and `texts` where it has them, else `articles`. What a mark carries
    is `[origin, outlet]`, one of them None on a name's own bar; sums of many names carry nothing."""
    unit = charts.counted_in(pairs)
    short = _summed(pairs[["origin", "outlet"]].assign(count=pairs[unit]), most)
    origins, outlets = _sizes(short, "origin"), _sizes(short, "outlet")
    names = max(len(origins), len(outlets))
    height = max(_LEAST_HEIGHT, names * (_GAP + 14))
    scale = (height - _GAP * (names - 1)) / max(short["count"].sum(), 1)
    left, right = _tops(origins, scale, height), _tops(outlets, scale, height)
    ribbons = _ribbons(short, left, right, scale)
    colors = _colors(origins)
    figure = go.Figure([_shape(ribbon, colors[ribbon.origin]) for ribbon in ribbons])
    figure.add_trace(_marks(ribbons, colors, unit))
    figure.add_trace(_bars(origins, left, scale, 0, [colors[name] for name in origins], "y", unit))
    figure.add_trace(_bars(outlets, right, scale, 1, ["#64748B"] * len(outlets), "y2", unit))
    chart_grammar.lay_out(figure, title)
    figure.update_layout(height=height + 80, showlegend=False)
    figure.update_xaxes(visible=False, range=[-0.01, 1.01], fixedrange=True)
    axis = {"range": [height + 4, -4], "showgrid": False, "zeroline": False, "fixedrange": True}
    figure.update_layout(
        yaxis={**axis, **_labels(origins, left, scale)},
        yaxis2={**axis, **_labels(outlets, right, scale), "overlaying": "y", "side": "right"},
    )
    return figure


def _summed(pairs: pd.DataFrame, most: int) -> pd.DataFrame:
    """The pairs with what is left of the biggest names on each side as one."""
    short: pd.DataFrame = pairs.copy()
    for side in ("origin", "outlet"):
        sizes = short.groupby(side)["count"].sum().sort_values(ascending=False, kind="stable")
        known = [name for name in sizes.index if name != _UNKNOWN]
        if len(known) > most:
            rest = f"{len(known) - most + 1} others"
            kept = {*known[: most - 1], _UNKNOWN}
            short[side] = short[side].where(short[side].isin(kept), rest)
    summed: pd.DataFrame = short.groupby(["origin", "outlet"], as_index=False, sort=False).sum()
    return summed


def _sizes(pairs: pd.DataFrame, side: str) -> dict[str, int]:
    """Each name's count, the widest first, sums and the unknown last."""
    sizes = pairs.groupby(side)["count"].sum()
    order = sorted(
        sizes.index, key=lambda name: (name == _UNKNOWN, charts.is_rest(name), -sizes[name], name)
    )
    return {str(name): int(sizes[name]) for name in order}


def _tops(sizes: Mapping[str, int], scale: float, height: float) -> dict[str, float]:
    """Where each name's bar begins; a side with fewer names stands in the middle."""
    used = sum(sizes.values()) * scale + _GAP * (len(sizes) - 1)
    tops, at = {}, (height - used) / 2
    for name, count in sizes.items():
        tops[name] = at
        at += count * scale + _GAP
    return tops


def _ribbons(
    pairs: pd.DataFrame, left: Mapping[str, float], right: Mapping[str, float], scale: float
) -> list[_Ribbon]:
    """Each pair's ribbon: at either end they lie in the order of the other side's names."""
    leaving, arriving = dict(left), dict(right)
    order = (
        {name: place for place, name in enumerate([*left])},
        {name: place for place, name in enumerate([*right])},
    )
    rows = sorted(
        zip(pairs["origin"], pairs["outlet"], pairs["count"], strict=True),
        key=lambda row: (order[0][row[0]], order[1][row[1]]),
    )
    ribbons = []
    for origin, outlet, count in rows:
        width = float(count) * scale
        ribbons.append(
            _Ribbon(origin, outlet, int(count), leaving[origin], arriving[outlet], width)
        )
        leaving[origin] += width
        arriving[outlet] += width
    return ribbons


def _shape(ribbon: _Ribbon, color: str) -> go.Scatter:
    steps = [step / _STEPS for step in range(_STEPS + 1)]
    across = [_BAR + (1 - 2 * _BAR) * step for step in steps]
    upper = [_between(ribbon, step) for step in steps]
    lower = [y + ribbon.width for y in upper]
    return go.Scatter(
        x=across + across[::-1],
        y=upper + lower[::-1],
        mode="lines",
        line={"width": 0},
        fill="toself",
        fillcolor=_faded(color),
        hoverinfo="skip",
    )


def _between(ribbon: _Ribbon, step: float) -> float:
    """The upper edge of a ribbon, a share of the way across: flat at both ends."""
    eased = step * step * (3 - 2 * step)
    return ribbon.left + (ribbon.right - ribbon.left) * eased


def _marks(ribbons: Sequence[_Ribbon], colors: Mapping[str, str], unit: str) -> go.Scatter:
    """What of each ribbon can be clicked, its number beside it where there is room."""
    places = _places(ribbons)
    told = [f"{_apart(r.origin, 60)} → {_apart(r.outlet, 60)}: {r.count:,} {unit}" for r in ribbons]
    return go.Scatter(
        x=places,
        y=[
            _between(r, (x - _BAR) / (1 - 2 * _BAR)) + r.width / 2
            for r, x in zip(ribbons, places, strict=True)
        ],
        mode="markers+text",
        text=[f"{r.count:,} " if r.width >= 11 else "" for r in ribbons],
        textposition="middle left",
        customdata=[_carried(r.origin, r.outlet) for r in ribbons],
        hovertext=told,
        hovertemplate="%{hovertext}<extra></extra>",
        marker={
            "color": [colors[r.origin] for r in ribbons],
            "size": [9 if r.width >= 9 else 6 for r in ribbons],
            "line": {"width": 1, "color": "#FFFFFF"},
        },
        **chart_grammar.TEXT_ON_CLICK,
    )


def _places(ribbons: Sequence[_Ribbon]) -> list[float]:
    """How far across each ribbon's mark stands: thin neighbours one behind the other, so that no two
    marks lie on each other."""
    places, behind = [_MARK] * len(ribbons), 0
    for at in sorted(range(len(ribbons)), key=lambda one: ribbons[one].right):
        behind = (behind + 1) % _ROWS if ribbons[at].width < _THIN else 0
        places[at] = _MARK - behind * _STEP_BACK
    return places


def _carried(origin: str | None, outlet: str | None) -> list[str | None]:
    """What a mark carries: nothing where it stands for many names."""
    if any(name is not None and charts.is_rest(name) for name in (origin, outlet)):
        return []
    return [origin, outlet]


def _bars(
    sizes: Mapping[str, int],
    tops: Mapping[str, float],
    scale: float,
    side: int,
    colors: Sequence[str],
    axis: str,
    unit: str,
) -> go.Bar:
    return go.Bar(
        x=[_BAR if side == 0 else -_BAR] * len(sizes),
        base=[side] * len(sizes),
        y=[tops[name] + size * scale / 2 for name, size in sizes.items()],
        width=[max(size * scale, 2) for size in sizes.values()],
        orientation="h",
        yaxis=axis,
        marker={"color": list(colors), "line": {"width": 0}},
        customdata=[_carried(name, None) if side == 0 else _carried(None, name) for name in sizes],
        hovertext=[f"{_apart(name, 60)}: {size:,} {unit}" for name, size in sizes.items()],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _labels(sizes: Mapping[str, int], tops: Mapping[str, float], scale: float) -> dict[str, object]:
    return {
        "tickvals": [tops[name] + size * scale / 2 for name, size in sizes.items()],
        "ticktext": [f" {_apart(name, 24)} · {size:,} " for name, size in sizes.items()],
        "automargin": True,
    }


def _apart(name: str, most: int) -> str:
    """A name whose own direction does not turn the number beside it around."""
    return f"\u2068{chart_grammar.label(name, most)}\u2069"


def _colors(origins: Mapping[str, int]) -> dict[str, str]:
    """A colour for each name; grey where many or nobody known are meant."""
    named = [name for name in origins if name != _UNKNOWN and not charts.is_rest(name)]
    colors = {name: chart_grammar.PALETTE[place % 7] for place, name in enumerate(named)}
    return {name: colors.get(name, "#8B929B") for name in origins}


def _faded(color: str) -> str:
    red, green, blue = (int(color[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.38)"
