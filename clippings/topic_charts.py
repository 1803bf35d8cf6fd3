"""Topics as figures: many small ones over time, topics against outlets, two against each other."""

import textwrap
from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from clippings import chart_grammar, charts

MOST_SMALL = 12
"""So many topics have a small chart of their own."""
MOST_ROWS, MOST_COLUMNS = 15, 10
"""More topics or outlets than these cannot be told apart in one look."""

_ACROSS = 3
_HIGH = 130
_CELL = 34
_SCALE = ((0, "rgba(13,148,136,.10)"), (1, "rgba(13,148,136,.55)"))
"""Never so dark, on either ground, that the page's own ink could not be read on it."""
_INK = "#1C1F23"
_LINE = 30
"""Letters that a small chart's name has in each of its two lines."""


def small_multiples(
    table: pd.DataFrame,
    names: Mapping[str, str],
    totals: Mapping[str, int],
    *,
    by: str,
    title: str,
    unit: str,
) -> go.Figure:
    """A small chart for each row of the table (topics × first days of periods), all to one scale, with
    its total, undated ones too. Each bar carries its day and topic for whoever clicks it."""
    rows = -(-len(table) // _ACROSS)
    titles = [_in_two_lines(names[topic], totals[topic]) for topic in table.index]
    figure = make_subplots(
        rows, _ACROSS, shared_xaxes="all", shared_yaxes="all", subplot_titles=titles,
        vertical_spacing=0.4 / max(rows, 1), horizontal_spacing=0.04,
    )  # fmt: skip
    for place, (topic, counts) in enumerate(table.iterrows()):
        bars = go.Bar(
            x=list(table.columns),
            y=counts.tolist(),
            customdata=[[date, topic, int(n)] for date, n in counts.items()],
            marker={"color": chart_grammar.PALETTE[0]},
            hovertemplate=f"%{{customdata[0]}}: %{{customdata[2]:,}} {unit}<extra></extra>",
            **charts.in_periods(by),
        )
        figure.add_trace(bars, place // _ACROSS + 1, place % _ACROSS + 1)
    chart_grammar.lay_out(figure, title)
    figure.update_annotations(font_size=12, align="left", xanchor="left", yshift=-2)
    for place, said in enumerate(figure.layout.annotations):
        said.x = figure.layout[f"xaxis{place + 1 if place else ''}"].domain[0]
    figure.update_xaxes(type="date", showgrid=False, fixedrange=True, nticks=4, automargin=True)
    figure.update_yaxes(
        range=[0, max(int(table.to_numpy().max(initial=1)), 1) * 1.08],
        tickformat=",d", nticks=3, fixedrange=True, automargin=True,
    )  # fmt: skip
    figure.update_layout(height=96 + _HIGH * rows, showlegend=False, margin_t=92, bargap=0.05)
    return figure


def heat_map(cells: pd.DataFrame, names: Mapping[str, str], *, title: str, unit: str) -> go.Figure:
    """A square for each pair in `topic, outlet, count, of, share`: darker for a larger share of what
    the outlet carried. Each carries its topic and outlet for whoever clicks it."""
    topics, outlets = list(dict.fromkeys(cells["topic"])), list(dict.fromkeys(cells["outlet"]))
    figure = go.Figure(
        go.Bar(
            # Bars, not a picture of cells: a click on one of those reaches nobody.
            base=[outlets.index(outlet) - 0.47 for outlet in cells["outlet"]],
            x=[0.94] * len(cells),
            y=[topics.index(topic) for topic in cells["topic"]],
            width=0.9,
            orientation="h",
            marker={
                "color": cells["share"].tolist(), "cmin": 0, "cmax": max(float(cells["share"].max()), 0.01),
                "colorscale": _SCALE, "cornerradius": 3,
            },
            text=[f"{share:.0%}" for share in cells["share"]],
            textposition="inside",
            insidetextanchor="middle",
            textfont={"size": 12, "color": _INK},
            selected={},
            unselected={"marker": {"opacity": 1}},
            customdata=cells[["topic", "outlet", "count", "of"]].to_numpy().tolist(),
            hovertext=[
                f"{chart_grammar.label(names[topic], 60)}, {chart_grammar.label(outlet, 60)}"
                for topic, outlet in zip(cells["topic"], cells["outlet"], strict=True)
            ],
            hovertemplate=f"%{{hovertext}}: %{{customdata[2]:,}} of %{{customdata[3]:,}} {unit}"
            "<extra></extra>",
        )
    )  # fmt: skip
    chart_grammar.lay_out(figure, title)
    _heat_axes(figure, cells, [names[topic] for topic in topics], outlets)
    return figure


def _heat_axes(
    figure: go.Figure, cells: pd.DataFrame, topics: Sequence[str], outlets: Sequence[str]
) -> None:
    """Topics at the left; above, each outlet with all that its shares are of."""
    figure.update_layout(
        height=186 + _CELL * len(topics), margin_t=150, margin_r=96, barmode="overlay"
    )
    bare = {"showgrid": False, "zeroline": False, "fixedrange": True, "automargin": True}
    sizes = dict(zip(cells["outlet"], cells["of"], strict=True))
    heads = [f"\u2068{chart_grammar.label(name, 22)}\u2069 · {sizes[name]:,}" for name in outlets]
    _name_axis(figure.update_xaxes, heads, {**bare, "range": [-0.5, len(outlets) - 0.5]})
    _name_axis(figure.update_yaxes, [chart_grammar.label(name, 44) for name in topics], bare)
    figure.update_xaxes(side="top", tickangle=-38)
    figure.update_yaxes(autorange="reversed")


def _in_two_lines(name: str, count: int) -> str:
    """A name in two lines at most, with its count behind."""
    first, *more = textwrap.wrap(name, _LINE) or [""]
    second = chart_grammar.cut(" ".join(more), _LINE)
    lines = [chart_grammar.label(line, 2 * _LINE) for line in (first, second) if line] or [""]
    return "<br>".join([*lines[:-1], f"\u2068{lines[-1]}\u2069 · <b>{count:,}</b>"])


def _name_axis(update: object, names: Sequence[str], bare: Mapping[str, object]) -> None:
    assert callable(update)
    update(tickvals=list(range(len(names))), ticktext=list(names), **bare)
