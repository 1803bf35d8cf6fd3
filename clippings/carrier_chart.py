"""Who carried one text and when, as a timeline."""

import pandas as pd
import plotly.graph_objects as go

from clippings import chart_grammar

_LEAST, _MOST = 9, 19


def carrier_chart(members: pd.DataFrame, *, title: str) -> go.Figure:
    """A mark for each dated article of `id, day, outlet, kept`, the first carrier on top: larger for
    more of the first one's text. Each carries its id for whoever clicks it."""
    dated = members[members["day"].notna()]
    carriers = list(dict.fromkeys(dated["outlet"].fillna("outlet unknown")))
    kept = dated["kept"].astype(float)
    figure = go.Figure(
        go.Scatter(
            x=list(dated["day"]),
            y=[carriers.index(name) for name in dated["outlet"].fillna("outlet unknown")],
            mode="markers+text",
            customdata=[[id] for id in dated["id"]],
            text=["" if pd.isna(part) else f"  {part:.0%}" for part in kept],
            textposition="middle right",
            cliponaxis=False,
            marker={
                "size": [_LEAST + (_MOST - _LEAST) * part for part in kept.fillna(0)],
                "color": chart_grammar.PALETTE[0],
                "opacity": 0.85,
                "line": {"width": 1, "color": "#FFFFFF"},
            },
            hovertext=[
                chart_grammar.label(name, 80) for name in dated["outlet"].fillna("outlet unknown")
            ],
            hovertemplate="%{hovertext}, %{x|%-d %b %Y}<extra></extra>",
            **chart_grammar.TEXT_ON_CLICK,
        )
    )
    chart_grammar.lay_out(figure, title)
    _axes(figure, carriers, list(dict.fromkeys(dated["day"])))
    return figure


def _axes(figure: go.Figure, carriers: list[str], days: list[str]) -> None:
    figure.update_layout(height=116 + 30 * len(carriers), showlegend=False, margin_r=48)
    figure.update_xaxes(
        type="date", fixedrange=True, nticks=8, tickformat="%-d %b\n%Y", automargin=True
    )
    if len(days) == 1:
        figure.update_xaxes(tickvals=[days[0]])
    figure.update_yaxes(
        tickvals=list(range(len(carriers))),
        ticktext=[chart_grammar.label(name, 28) + "  " for name in carriers],
        range=[len(carriers) - 0.4, -0.6],
        zeroline=False,
        fixedrange=True,
        automargin=True,
    )
