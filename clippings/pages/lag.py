"""How long what stands here was on the way, as bars that open their articles."""

import streamlit as st

from clippings import lag_chart
from clippings.archive.selection import UNKNOWN, Selection
from clippings.pages import answers, opening
from clippings.pages.answers import Opened

_TITLE = "How old was it when it came?"


def draw(here: Opened, selection: Selection) -> None:
    """The days from the original to here; one line where no original states its day."""
    found = answers.lags(here, selection)
    unit = selection.unit
    unknown = int(found.loc[found["lag"] == UNKNOWN, unit].iloc[0])
    total = int(found[unit].sum())
    if unknown == total:
        st.caption(
            "None of these states the day of its original, so that nothing tells how old it was."
        )
        return
    opening.clickable(
        lag_chart.lag_chart(found, title=_TITLE),
        _TITLE,
        key="lag",
        click=lambda marks: opening.articles({"lag": sorted({mark[0] for mark in marks})}),
    )
    opening.under_chart(here, selection, found, "days on the way", key="lag")
    st.caption("Not known: the original’s day is not stated, or this one’s is not.")
