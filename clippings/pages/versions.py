"""The versions of one article beside each other: what was changed after it stood there first."""

from typing import Any

import pandas as pd
import streamlit as st

from clippings.pages import answers, beside
from clippings.pages.answers import Opened
from clippings.pages.opening import day_said


def offer(versions: Any) -> bool:
    """The switch to it, where there are several; whether it is on."""
    return len(versions) > 1 and st.toggle(
        "What changed", key="changes", bind="query-params", help="Two versions side by side"
    )


def draw(here: Opened, record: dict[str, Any], versions: Any) -> None:
    """Any two versions, at first the current one and the one before it."""
    id, numbers = record["id"], list(range(1, len(versions) + 1))
    captured = dict(zip(numbers, reversed(list(versions["captured"])), strict=True))

    def said(number: int) -> str:
        moment = captured[number]
        day = f", captured {day_said(str(moment)[:10])}" if pd.notna(moment) and moment else ""
        return f"{number}{', current' * (number == len(numbers))}{day}"

    left, right = st.columns(2)
    one = left.selectbox("Left", numbers, len(numbers) - 2, key=f"left {id}", format_func=said)
    other = right.selectbox("Right", numbers, len(numbers) - 1, key=f"right {id}", format_func=said)
    sides = answers.version_sides(here, id, one, other)
    beside.draw(here, sides, f"changes of {id} from version {one} to {other}")
