# Which articles these are: the table, and the one that was opened.

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from clippings.archive.language_names import language_name
from clippings.archive.selection import Selection
from clippings.pages import answers, article, correcting_all, files, opening, origins, sidebar
from clippings.pages.answers import Opened

PAGE_SIZE = article.PAGE_SIZE

ALWAYS = ("id", "headline", "day", "outlet", "origin", "origin_basis", "cut", "stub")
FOUND = (*ALWAYS, "snippet")
LISTED = (*ALWAYS, "section", "language", "words")
"""Columns with words searched for, and without: the headline first, all of them on one screen."""

SORTS = {
    "newest": ("day", True),
    "oldest": ("day", False),
    "relevance": ("relevance", True),
    "longest": ("words", True),
    "headline": ("headline", False),
    "outlet": ("outlet", False),
}
"""What the address and the widget say, and the order it means."""


def draw(here: Opened, selection: Selection) -> None:
    """The opened article, or the table."""
    if st.session_state.get("listed") not in (None, selection):
        article.forget()
        st.session_state["page"] = 1
    st.session_state["listed"] = selection
    if id := st.query_params.get("article"):
        article.draw(here, selection, id, choose_order)
    else:
        draw_table(here, selection)


def choose_order(selection: Selection) -> dict[str, Any]:
    """The order of the list. The widget stands in both views: one not drawn would forget it."""
    names = [name for name in SORTS if name != "relevance" or selection.query]
    sort = st.selectbox(
        "Order", names, key="sort", bind="query-params", width=150, label_visibility="collapsed"
    )
    order, descending = SORTS[sort]
    return {"order": order, "descending": descending}


def draw_table(here: Opened, selection: Selection) -> None:
    """One page of the articles, sorted and cut in the archive."""
    correcting_all.draw_outcome(here)
    count = answers.count(here, selection)
    pages = max(1, -(-count // PAGE_SIZE))
    with st.container(horizontal=True, vertical_alignment="center"):
        order = choose_order(selection)
        reading = st.button(
            "Read the first", key="read", icon=":material/menu_book:", help="Then on with Next"
        )
        files.offer_articles(here, selection, key="articles")
        correcting_all.draw(here, selection)
        # Left to find its width itself, it shows one page of two.
        page = st.pagination(pages, key="page", bind="query-params", width=110 + 42 * min(pages, 8))
    offset = (page - 1) * PAGE_SIZE
    columns = (*(FOUND if selection.query else LISTED), "copy_group")
    rows = answers.rows(here, selection, columns=columns, limit=PAGE_SIZE, offset=offset, **order)
    if reading and len(rows):
        article.open(rows["id"].iloc[0], offset)
        st.rerun()
    # Streamlit keeps a choice by its position: another list is another table.
    key = f"table {selection} {order} {page} {st.session_state.get('closed', 0)}"
    st.dataframe(
        shown(rows, answers.set_aside_because(here) if selection.aside else None),
        key=key,
        hide_index=True,
        height="content",
        placeholder="–",
        selection_mode=opening.ROWS,
        on_select=lambda: opened(key, rows, offset),
        column_config=SHOWN,
        alt="The selected articles; choosing a row opens it",
    )


def opened(key: str, rows: pd.DataFrame, offset: int) -> None:
    """Open the row that was chosen, or the copies of its text."""
    chosen = opening.rows_chosen(key)
    if chosen and not opening.copies_chosen(key, rows):
        article.open(rows["id"].iloc[chosen[0]], offset + chosen[0])


def shown(rows: pd.DataFrame, why: Mapping[str, str] | None = None) -> pd.DataFrame:
    """The rows as the table shows them, with why they are set aside where that is told."""
    table = rows.drop(columns=["id", "cut", "stub", "origin", "origin_basis", "copy_group"])
    table["day"] = pd.to_datetime(table["day"])
    written = [origins.written(row) for row in rows.to_dict("records")]
    table["written"] = pd.Series(written, dtype=object)
    if "language" in table:
        table["language"] = [code and language_name(code) for code in table["language"]]
    table["note"] = [
        ", ".join(word for word, told in (("cut", cut), ("stub", stub)) if told)
        for cut, stub in zip(rows["cut"], rows["stub"], strict=True)
    ]
    if why:
        table["because"] = [why.get(id) for id in rows["id"]]
    kept = [name for name in SHOWN if name in table and (name != "note" or table["note"].any())]
    return table[kept]


SHOWN = {
    "headline": st.column_config.TextColumn("Headline", width=250),
    "outlet": st.column_config.TextColumn("Carried by", width=115),
    "copies": st.column_config.NumberColumn("Articles", format="carried by %d", width=95),
    "because": st.column_config.TextColumn("Set aside because", width=240),
    "snippet": st.column_config.TextColumn("Where it matches", width=290),
    "written": st.column_config.TextColumn("← Written by", width=125),
    "day": st.column_config.DateColumn("Day", format="D MMM YYYY", width=86),
    "section": st.column_config.TextColumn("Section", width=105),
    "language": st.column_config.TextColumn("Language", width=70),
    "words": st.column_config.NumberColumn("Words", format="localized", width=58),
    "note": st.column_config.TextColumn("Note", width=50),
}
"""In this order: on a narrow screen, what was written and who carried it stand in sight."""

draw(answers.now(), sidebar.selection())
