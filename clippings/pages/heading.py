"""What stands at the top of every page: the title, the selection in words, and what went wrong."""

import html
from dataclasses import replace

import streamlit as st

from clippings.archive.selection import Selection, in_words
from clippings.errors import ClippingsError
from clippings.pages import answers, sidebar
from clippings.pages.answers import Opened
from clippings.pages.escaping import plain
from clippings.questions import Figures


def draw(here: Opened, selection: Selection, title: str) -> bool:
    """Draw title and selection; say whether there is anything for the page to show."""
    _draw_title(title, sample=here.is_sample)
    figures = answers.figures(here, selection)
    _draw_selection(here, selection, figures)
    if figures.articles:
        return True
    if "article" in st.query_params:
        return True
    _draw_nothing_found(here, selection)
    return False


def draw_empty(title: str) -> None:
    """Say what to type where there is nothing yet."""
    path = answers.archive_path()
    _draw_title(title, sample=path.name == "sample.db")
    st.subheader("There is nothing here yet", anchor=False)
    st.write("Add a page, a file or a folder; then reload this page.")
    st.code("clippings add PATH", language="bash")
    st.write("Or look at an invented sample first.")
    st.code("clippings demo", language="bash")
    st.html(f"<small>The archive is to be at <code>{html.escape(str(path))}</code>.</small>")


def draw_error(error: ClippingsError) -> None:
    """Say what happened, where, and what to do."""
    st.error(
        f"**{plain(error.what)}:** {plain(error.where)}\n\n{plain(error.remedy)}",
        icon=":material/error:",
    )


def _draw_title(title: str, *, sample: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.title(title, anchor=False, width="content")
        if sample:
            st.badge("sample, invented", icon=":material/experiment:", color="orange")


def _draw_selection(here: Opened, selection: Selection, figures: Figures) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.html(_count_in_words(selection, figures), width="content")
        for names, words in in_words(_with_label(here, selection)):
            st.button(
                plain(words),
                key="take away " + " ".join(names),
                icon=":material/close:",
                icon_position="right",
                help="Take this away",
                on_click=sidebar.take_away,
                args=names,
            )
        left_out = _left_out(figures)
        if left_out:
            st.caption(left_out, width="content")


def _count_in_words(selection: Selection, figures: Figures) -> str:
    noun = "article" if figures.articles == 1 else "articles"
    whole = "" if selection.chosen else ", all there are"
    return f"<strong>{figures.articles:,}</strong> {noun}{whole}"


def _left_out(figures: Figures) -> str:
    said = []
    if figures.undated:
        said.append(f"{figures.undated:,} of them undated")
    if figures.undated_left_out:
        said.append(f"{figures.undated_left_out:,} undated not shown")
    if figures.cut:
        said.append(f"{figures.cut:,} cut short")
    if figures.stubs:
        said.append(f"{figures.stubs:,} stubs " + "beside them")
    return " · ".join(said)


def _with_label(here: Opened, selection: Selection) -> Selection:
    """The selection with its topic's label in the place of its id, for words alone."""
    if selection.topic is None:
        return selection
    labels = answers.topic_labels(here)
    return replace(selection, topic=labels.get(selection.topic, selection.topic))


def _draw_nothing_found(here: Opened, selection: Selection) -> None:
    names, words, found = _narrowest(here, selection)
    st.subheader("Nothing found", anchor=False)
    if not names:
        return
    st.html(
        "<p>The narrowest filter is "
        f"<strong><bdi>{html.escape(words)}</bdi></strong>: without it there are {found:,} articles.</p>"
    )
    st.button(
        "Take it away",
        key="take away narrowest",
        type="primary",
        on_click=sidebar.take_away,
        args=names,
    )


def _narrowest(here: Opened, selection: Selection) -> tuple[tuple[str, ...], str, int]:
    """The part without which most is found: its names, its words, and how many articles that are."""
    parts = in_words(_with_label(here, selection))
    found = [
        (names, words, answers.count(here, selection.without(*names))) for names, words in parts
    ]
    return max(found, key=lambda part: part[2], default=((), "", 0))
