"""What all charts share: colours, letters, margins, what a click may do, how a name is written."""

import html
import zlib
from collections.abc import Mapping, Sequence
from typing import Any

import plotly.graph_objects as go

CONFIG = {
    "displaylogo": False,
    "modeBarButtons": [["select2d", "resetScale2d", "toImage"]],
    "toImageButtonOptions": {"format": "svg"},
}
"""The few buttons above a chart: mark a span, see all of it, keep the picture."""

PALETTE = (
    "#0D9488", "#D97706", "#6366F1", "#DB2777", "#0284C7", "#65A30D", "#8B5CF6", "#64748B",
)  # fmt: skip
"""Each stands out 3 to 1 or better from the light ground and from the dark one, so that a figure needs
not know which it is on, and neighbours differ in lightness too."""

GREY = "#8B929B"
"""What nobody knows, and what is left of the biggest groups."""

APART: dict[str, Any] = {
    "color": GREY, "pattern": {"shape": "/", "fgopacity": 0.5, "size": 6},
}  # fmt: skip
"""How a bar looks that stands for what has no day."""

TEXT_ON_CLICK: dict[str, Any] = {
    "selected": {"textfont": {"color": GREY}},
    "unselected": {"textfont": {"color": GREY}},
}
"""plotly.js 4.1 breaks off a click on bars with texts where these are not set: 'reading textfont'."""

HEIGHT = 400


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


def drawn(traces: Sequence[Mapping[str, Any]], title: str, **layout: Any) -> go.Figure:
    """The figure of these traces, in the common layout but for what `layout` says.

    All in one: plotly checks anew at every change, which takes longer than drawing. The numbers are
    plain lists: what plotly packs into bytes for numpy's arrays it draws twice.
    """
    return go.Figure({"data": list(traces), "layout": _layout(title) | layout})


def lay_out(figure: go.Figure, title: str, **more: Any) -> None:
    """Title, colours and margins, the same for every figure but for `more`."""
    figure.update_layout(_layout(title) | more)


def settle(figure: go.Figure) -> go.Figure:
    """The figure as it goes to the page.

    Streamlit draws each chart, and at once again from a copy of what it was given. Told by its number
    that nothing has changed, plotly.js leaves it at the first; but a template, however small, is taken
    for a change. So a figure has none, and what stands in `_layout` and the page's CSS is its theme.
    """
    figure.layout.template = None
    figure.layout.datarevision = zlib.crc32(repr(figure.to_dict()["data"]).encode())
    return figure


_INK = "#454C55"
_CLEAR = "rgba(0,0,0,0)"
_FONT = "'Source Sans', sans-serif"
_FONT_SIZE = 11.5


def _layout(title: str) -> dict[str, Any]:
    return {
        # As far from the top in a low figure as in a high one.
        "title": {
            "text": html.escape(title),
            "x": 0,
            "xanchor": "left",
            "y": 1,
            "yanchor": "top",
            "pad": {"t": 14, "l": 0},
            "font": {"family": "'Source Serif', serif", "size": 19, "weight": 600},
        },
        "font": {"family": _FONT, "size": _FONT_SIZE, "color": _INK},
        "paper_bgcolor": _CLEAR,
        "plot_bgcolor": _CLEAR,
        "colorway": PALETTE,
        "barmode": "stack",
        "bargap": 0.12,
        "dragmode": "pan",
        "clickmode": "event+select",
        "hovermode": "closest",
        "hoverlabel": {
            "bgcolor": "#FBFAF7", "bordercolor": GREY, "font": {"color": "#14171A"},
        },
        "modebar": {"bgcolor": _CLEAR, "color": GREY, "activecolor": PALETTE[0]},
        "height": HEIGHT,
        "margin": margin(),
        # At the very bottom: above the plot its rows, however many, come to lie over the title.
        "legend": {
            "orientation": "h",
            "x": 0,
            "yref": "container",
            "y": 0,
            "yanchor": "bottom",
            "traceorder": "normal",
            "bgcolor": _CLEAR,
        },
    }  # fmt: skip


def margin(left: float = 0, below: float = 0) -> dict[str, float]:
    """Room around the plot: as much as its labels will need, because plotly.js draws a figure anew when
    it finds too little."""
    return {"l": 8 + left, "r": 16, "t": 56, "b": 8 + below, "pad": 7}


def width(text: str) -> float:
    """About how many pixels a label takes, rather more than less."""
    return sum(
        _NARROW if letter in _THIN else _BROAD if letter in _FAT else _USUAL for letter in text
    )


_THIN = frozenset("iljtfrI .,:;'’|!()[]-·")
_FAT = frozenset("mwMWABCDEFGHJKLNOPQRSTUVXYZ&@%—")
_NARROW, _USUAL, _BROAD = 3.7, 6.2, 8.2
