# Which topics keep coming back.

import streamlit as st

from clippings.archive.selection import Selection
from clippings.pages import answers, opening, sidebar
from clippings.pages.answers import Opened


def draw(here: Opened, selection: Selection) -> None:
    """Every topic met in the selection, most articles first."""
    answer = answers.topics(here, selection)
    if answer.empty:
        st.write("No topic recurs in these articles.")
        return
    st.caption("An article may be in several topics or in none, so these numbers overlap.")
    opening.above_table(here, selection, answer, "topics", key="topics")
    table, by = opening.with_lines(here, selection, answer, "id", "topic")
    table["terms"] = [", ".join(terms) for terms in table["terms"]]
    counted = [name for name in ("texts", "articles") if name in table]
    order = ["label", *counted, "line", "share", "first", "last", "terms", "language"]
    opening.table(
        table[order],
        key="topics",
        name="topic",
        values=list(answer["id"]),
        columns={
            "label": st.column_config.TextColumn("Topic", width="medium"),
            "terms": st.column_config.TextColumn("Terms", width="medium"),
            "language": st.column_config.TextColumn("Lang.", width=60),
        },
        by=by,
    )


draw(answers.now(), sidebar.selection())
