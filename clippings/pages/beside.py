"""Two texts beside each other, and the way out of it as a table or as a page."""

import streamlit as st

from clippings import diff_page, shared_texts
from clippings.archive.selection import Selection
from clippings.pages import comparing, files
from clippings.pages.answers import Opened
from clippings.shared_texts import Side


def draw(here: Opened, sides: tuple[Side, Side], what: str, *, different: bool = False) -> None:
    """Both, what became of each word marked, or of `different` articles what they share; `what` names
    the files."""
    with st.container(horizontal=True, vertical_alignment="center"):
        files.offer_table(
            here, Selection(), shared_texts.stretches(sides), what, key="changes table"
        )
        st.download_button(
            "Save as a page", data=diff_page.page(sides), mime="text/html",
            file_name=f"{what}.html", key="changes page",
            icon=":material/save:", on_click="ignore",
        )  # fmt: skip
    st.html(comparing.shared_html(sides) if different else comparing.sides_html(sides))
