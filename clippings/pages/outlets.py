# Who published, how much, since when.

import streamlit as st

from clippings import charts
from clippings.archive.selection import Selection
from clippings.pages import answers, opening, sidebar
from clippings.pages.answers import Opened


def draw(here: Opened, selection: Selection) -> None:
    """The biggest as bars, all as a table."""
    chart(here, selection)
    answer = answers.outlets(here, selection)
    st.subheader("All outlets, with their articles over time", anchor=False)
    opening.above_table(here, selection, answer, "outlets", key="outlets")
    table, by = opening.with_lines(here, selection, answer, "outlet", "outlet")
    opening.table(
        table,
        key="outlets",
        name="outlet",
        values=list(answer["outlet"]),
        columns={"outlet": st.column_config.TextColumn("Outlet", width="medium")},
        by=by,
    )


def chart(here: Opened, selection: Selection) -> None:
    """The ranking; it leaves out its own filter, so that a second click takes a choice back."""
    ranked = answers.facet(here, selection, "outlet")
    title = "Who published most?"
    figure = charts.ranking_chart(ranked, name="outlet", title=title, chosen=selection.outlet)
    opening.clickable(figure, title, key="outlets chart", click=clicked)
    rest = len(ranked) - charts.MOST_BARS
    opening.under_chart(
        here, selection.without("outlet"), ranked, "outlets ranked", key="outlets chart"
    )
    if rest > 0:
        st.caption(f"The biggest {charts.MOST_BARS}; {rest:,} more stand in the table.")


def clicked(marks: list[list[str]]) -> None:
    """Narrow to the outlet of the bar, or take that back."""
    sidebar.toggle({"outlet": sorted({mark[0] for mark in marks})})


draw(answers.now(), sidebar.selection())
