"""How long texts were on the way, from the day of the original to the day they stood here."""

import pandas as pd
import plotly.graph_objects as go

from clippings import chart_grammar, charts

_SAID = {"negative": "before", "0": "same day", "unknown": "not known"}


def said(band: str) -> str:
    """A band of days as the axis names it."""
    return _SAID.get(band, band.replace("-", "–"))


def lag_chart(answer: pd.DataFrame, *, title: str) -> go.Figure:
    """A bar for each band of `lag` in the answer's unit, in time's order; articles without a day of the
    original stand apart. Each carries its band for whoever clicks it."""
    unit = charts.counted_in(answer)
    figure = go.Figure()
    for axis, part in (("x", answer.iloc[:-1]), ("x2", answer.iloc[-1:])):
        figure.add_trace(
            go.Bar(
                x=[said(band) for band in part["lag"]],
                y=part[unit].tolist(),
                xaxis=axis,
                customdata=[[band] for band in part["lag"]],
                text=[f"{count:,}" for count in part[unit]],
                textposition="outside",
                cliponaxis=False,
                textangle=0,
                **chart_grammar.TEXT_ON_CLICK,
                marker=chart_grammar.APART if axis == "x2" else {"cornerradius": 2},
                hovertemplate=f"%{{x}}: %{{y:,}} {unit}<extra></extra>",
            )
        )
    chart_grammar.lay_out(figure, title)
    bare = {"type": "category", "fixedrange": True, "showgrid": False, "automargin": True}
    figure.update_layout(
        height=300,
        margin=chart_grammar.margin(below=38),
        showlegend=False,
        bargap=0.25,
        xaxis={**bare, "domain": [0, 0.82], "title": "days from the original to here"},
        xaxis2={**bare, "domain": [0.85, 1], "anchor": "y"},
        # Every bar says its number.
        yaxis={"visible": False, "rangemode": "tozero", "fixedrange": True},
    )
    return figure
