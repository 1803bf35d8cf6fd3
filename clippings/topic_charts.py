"""Topics as figures: many small ones over time, topics against outlets, two against each other."""

from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from clippings import charts

MOST_SMALL = 12
"""So many topics have a small chart of their own."""
MOST_ROWS, MOST_COLUMNS = 15, 10
"""More topics or outlets than these cannot be told apart in one look."""

_ACROSS = 3
_HIGH = 118
_CELL = 30


def small_multiples(
    table: pd.DataFrame, names: Mapping[str, str], *, by: str, title: str, unit: str
) -> go.Figure:
    """A small chart for each row of the table (topics × first days of periods), all to one scale. Each
    bar carries its day and topic for whoever clicks it."""
    rows = -(-len(table) // _ACROSS)
    titles = [charts.label(names[topic], 34) for topic in table.index]
    figure = make_subplots(
        rows, _ACROSS, shared_xaxes="all", shared_yaxes="all", subplot_titles=titles,
        vertical_spacing=0.34 / max(rows, 1), horizontal_spacing=0.04,
    )  # fmt: skip
    for place, (topic, counts) in enumerate(table.iterrows()):
        bars = go.Bar(
            x=list(table.columns),
            y=counts,
            customdata=[[date, topic, int(n)] for date, n in counts.items()],
            marker={"color": charts.PALETTE[0]},
            hovertemplate=f"%{{customdata[0]}}: %{{customdata[2]:,}} {unit}<extra></extra>",
            **charts.in_periods(by),
        )
        figure.add_trace(bars, place // _ACROSS + 1, place % _ACROSS + 1)
    charts.lay_out(figure, title)
    figure.update_annotations(font_size=13, xanchor="left", yshift=-2)
    for place, said in enumerate(figure.layout.annotations):
        said.x = figure.layout[f"xaxis{place + 1 if place else ''}"].domain[0]
    figure.update_xaxes(type="date", showgrid=False, fixedrange=True, nticks=4)
    figure.update_yaxes(
        rangemode="tozero", tickformat=",d", nticks=3, fixedrange=True, automargin=True
    )
    figure.update_layout(height=80 + _HIGH * rows, showlegend=False, margin_t=76, bargap=0.05)
    return figure


def heat_map(cells: pd.DataFrame, names: Mapping[str, str], *, title: str, unit: str) -> go.Figure:
    """A square for each pair in `topic, outlet, count, of, share`: darker for a larger share of what
    the outlet carried. Each carries its topic and outlet for whoever clicks it."""
    topics, outlets = list(dict.fromkeys(cells["topic"])), list(dict.fromkeys(cells["outlet"]))
    figure = go.Figure(
        go.Scatter(
            x=[outlets.index(outlet) for outlet in cells["outlet"]],
            y=[topics.index(topic) for topic in cells["topic"]],
            mode="markers+text",
            # Squares, not a picture of cells: a click on one of those reaches nobody.
            marker={
                "symbol": "square", "size": _CELL - 4, "color": cells["share"], "cmin": 0,
                "cmax": max(float(cells["share"].max()), 0.01), "opacity": 0.9,
                "colorscale": [[0, "rgba(13,148,136,.10)"], [1, "rgba(13,148,136,1)"]],
            },
            text=[f"{share:.0%}" for share in cells["share"]],
            textfont={"size": 10},
            customdata=cells[["topic", "outlet", "count", "of"]].to_numpy().tolist(),
            hovertext=[
                f"{charts.label(names[topic], 60)}, {charts.label(outlet, 60)}"
                for topic, outlet in zip(cells["topic"], cells["outlet"], strict=True)
            ],
            hovertemplate=f"%{{hovertext}}: %{{customdata[2]:,}} of %{{customdata[3]:,}} {unit}"
            "<extra></extra>",
        )
    )  # fmt: skip
    charts.lay_out(figure, title)
    figure.update_layout(height=190 + _CELL * len(topics))
    bare = {"showgrid": False, "zeroline": False, "fixedrange": True, "automargin": True}
    _name_axis(figure.update_xaxes, [charts.label(name, 22) for name in outlets], bare)
    _name_axis(figure.update_yaxes, [charts.label(names[name], 34) for name in topics], bare)
    figure.update_xaxes(side="top", tickangle=-38)
    figure.update_yaxes(autorange="reversed")
    return figure


def _name_axis(update: object, names: Sequence[str], bare: Mapping[str, object]) -> None:
    assert callable(update)
    update(tickvals=list(range(len(names))), ticktext=list(names), **bare)
