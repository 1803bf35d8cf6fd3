"""A few numbers over time → a small line, as a picture that fills its place and needs no script.

Streamlit's own takes a chart library's time for each, and gives screen readers marks without names.
"""

import base64
import html
from collections.abc import Sequence

_WIDTH, _HEIGHT, _EDGE = 200, 44, 4


def small_line(values: Sequence[float], said: str) -> str:
    """HTML of the line from zero or below to the highest value, its last point marked; empty if there
    are fewer than two. `said` is what it says to those who do not see it."""
    if len(values) < 2:
        return ""
    data = base64.b64encode(_drawing(_points(values)).encode()).decode()
    return (
        f'<img src="data:image/svg+xml;base64,{data}" alt="{html.escape(said)}"'
        f' style="width:100%;height:{_HEIGHT}px;display:block">'
    )


def _points(values: Sequence[float]) -> list[tuple[float, float]]:
    """Where the values lie in the drawing, zero at its foot."""
    low, high = min(0, *values), max(0, *values)
    step = (_WIDTH - 2 * _EDGE) / (len(values) - 1)
    scale = (_HEIGHT - 2 * _EDGE) / ((high - low) or 1)
    return [
        (_EDGE + place * step, _HEIGHT - _EDGE - (value - low) * scale)
        for place, value in enumerate(values)
    ]


def _drawing(points: Sequence[tuple[float, float]]) -> str:
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    foot = _HEIGHT - _EDGE
    (first_x, _), (last_x, last_y) = points[0], points[-1]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}"'
        ' preserveAspectRatio="none" fill="none" stroke="#0D9488" stroke-linejoin="round">'
        f'<polygon points="{first_x:.1f},{foot} {line} {last_x:.1f},{foot}"'
        ' fill="#0D9488" fill-opacity=".13" stroke="none"/>'
        f'<polyline points="{line}" stroke-width="2" vector-effect="non-scaling-stroke"/>'
        # Of no length, so that it stays round however the drawing is stretched.
        f'<path d="M{last_x:.1f},{last_y:.1f}h0" stroke-width="7" stroke-linecap="round"'
        ' vector-effect="non-scaling-stroke"/></svg>'
    )
