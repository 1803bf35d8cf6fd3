"""One article opened: its text, and everything known of it."""

import html

import streamlit as st

from clippings.archive.selection import Selection
from clippings.pages import answers
from clippings.pages.answers import Opened


def open(id: str, place: int) -> None:
    """Put the article into the address; its place in the list is kept beside it."""
    st.query_params["article"] = id
    st.query_params["at"] = str(place)


def close() -> None:
    """Go back to the list."""
    st.session_state["closed"] = st.session_state.get("closed", 0) + 1
    for name in ("article", "at"):
        if name in st.query_params:
            del st.query_params[name]


def draw(here: Opened, selection: Selection, id: str, *, order: str, descending: bool) -> None:
    """The opened article."""
    st.button("All articles", icon=":material/arrow_back:", on_click=close)
    record = answers.record(here, id)
    assert record
    st.html(
        f"<h2 dir=auto>{html.escape(record['headline'])}</h2><p>{html.escape(record['text'])}</p>"
    )
