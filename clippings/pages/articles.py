# Which articles these are: the table, and the one that was opened.

import pandas as pd
import streamlit as st

from clippings.archive.selection import Selection
from clippings.pages import answers, article, files, sidebar
from clippings.pages.answers import Opened

PAGE_SIZE = 50

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
        st.session_state["page"] = 1
        article.close()
    st.session_state["listed"] = selection
    order, descending = SORTS[sort := chosen_sort(selection)]
    if id := st.query_params.get("article"):
        article.draw(here, selection, id, order=order, descending=descending)
    else:
        draw_table(here, selection, sort)


def chosen_sort(selection: Selection) -> str:
    """The order asked for, else the newest first."""
    return st.session_state.get("sort") or st.query_params.get("sort") or "newest"


def draw_table(here: Opened, selection: Selection, sort: str) -> None:
    """One page of the articles, sorted and cut in the archive."""
    count = answers.count(here, selection)
    pages = max(1, -(-count // PAGE_SIZE))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        names = [name for name in SORTS if name != "relevance" or selection.query]
        sort = st.selectbox("Sort", names, key="sort", bind="query-params", width=180)
        files.offer_articles(here, selection, key="articles")
        page = st.pagination(pages, key="page", bind="query-params")
    order, descending = SORTS[sort]
    offset = (page - 1) * PAGE_SIZE
    columns = ["id", "day", "headline", "outlet", "section", "language", "words", "cut", "stub"]
    columns += ["snippet"] if selection.query else []
    rows = answers.rows(
        here, selection, columns=tuple(columns), order=order, descending=descending,
        limit=PAGE_SIZE, offset=offset,
    )  # fmt: skip
    key = f"table {hash((selection, sort, page))} {st.session_state.get('closed', 0)}"
    st.dataframe(
        shown(rows),
        key=key,
        hide_index=True,
        height="content",
        placeholder="–",
        selection_mode="single-row",
        on_select=lambda: opened(key, rows, offset),
        column_config=COLUMNS,
        alt="The selected articles; choosing a row opens it",
    )


def opened(key: str, rows: pd.DataFrame, offset: int) -> None:
    """Open the row that was chosen."""
    chosen = st.session_state[key]["selection"]["rows"]
    if chosen:
        article.open(rows["id"].iloc[chosen[0]], offset + chosen[0])


def shown(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows as the table shows them."""
    table = rows.drop(columns=["id", "cut", "stub"])
    table["day"] = pd.to_datetime(table["day"])
    table["note"] = [
        ", ".join(word for word, told in (("cut", cut), ("stub", stub)) if told)
        for cut, stub in zip(rows["cut"], rows["stub"], strict=True)
    ]
    return table if table["note"].any() else table.drop(columns="note")


COLUMNS = {
    "day": st.column_config.DateColumn("Day", format="D MMM YYYY", width=100),
    "headline": st.column_config.TextColumn("Headline", width="large"),
    "outlet": st.column_config.TextColumn("Outlet"),
    "section": st.column_config.TextColumn("Section", width="small"),
    "language": st.column_config.TextColumn("Lang.", width=60),
    "words": st.column_config.NumberColumn("Words", format="localized", width=70),
    "snippet": st.column_config.TextColumn("Where it matches", width="large"),
    "note": st.column_config.TextColumn("Note", width=60),
}

draw(answers.now(), sidebar.selection())
