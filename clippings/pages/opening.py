"""What opens from a number or a chart: its articles, its table, its file."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from clippings.archive.selection import Selection
from clippings.pages import ENTRIES, answers, files, sidebar
from clippings.pages.answers import Opened


def articles(changes: Mapping[str, Any]) -> None:
    """Narrow the selection and turn to its articles; for use in callbacks."""
    sidebar.narrow(changes)
    st.switch_page(ENTRIES["articles"].script)


def figure(
    place: DeltaGenerator,
    label: str,
    value: str,
    words: str,
    changes: Mapping[str, Any],
    opens: bool = True,
) -> None:
    """A figure and the way to its articles."""
    with place.container(border=True):
        st.metric(label, value)
        st.button(
            words,
            key=f"open {label}",
            type="tertiary",
            icon=":material/arrow_forward:",
            on_click=articles,
            args=(changes,),
            disabled=not opens,
        )


def under_chart(
    here: Opened, selection: Selection, answer: pd.DataFrame, what: str, *, key: str
) -> None:
    """A chart's numbers as a table and as a file."""
    count = answers.count(here, selection)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(f"n = {count:,} articles", width="stretch")
        table = st.toggle("Table", key=f"{key} table")
        files.offer_table(here, selection, answer, what, key=key)
    if table:
        st.dataframe(answer, hide_index=True, placeholder="–", key=f"{key} rows")
