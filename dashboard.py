"""The dashboard: navigation, the sidebar, the page, and errors said in words."""

import streamlit as st

from clippings.errors import ClippingsError
from clippings.pages import ICON, LOGO, PAGES, answers, heading, opening, sidebar

st.set_page_config(page_title="Clippings", page_icon=str(ICON), layout="wide")
st.logo(str(LOGO), size="large", icon_image=str(ICON))

page = st.navigation(
    [
        st.Page(entry.script, title=entry.title, icon=entry.icon, help=entry.question)
        for entry in PAGES
    ],
    position="top",
)

titled = False
try:
    here = answers.opened()
    if here is None or answers.is_empty(here):
        heading.draw_empty(page.title)
    else:
        with st.sidebar:
            selection = sidebar.draw(here)
        opening.turn()
        titled = True
        if heading.draw(here, selection, page.title):
            page.run()
except ClippingsError as error:
    heading.draw_error(error, None if titled else page.title)
