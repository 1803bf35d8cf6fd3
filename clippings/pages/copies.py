# Who took what, and changed what.

import hashlib

import pandas as pd
import streamlit as st

from clippings.archive.selection import Selection
from clippings.pages import answers, comparing, copy_group, files, opening, sidebar
from clippings.pages.answers import Opened

VIEWS = ("copies", "passages")
"""What the switch and the address say."""

RANKS = {
    "biggest": ("articles", False),
    "fastest": ("days", True),
    "longest": ("days", False),
    "least kept": ("median", True),
    "most headlines": ("changed", False),
}
"""What the address and the widget say, and the order it means; equal ones by size."""


def draw(here: Opened, selection: Selection) -> None:
    """One group where it is chosen; else all of them, or the passages."""
    if selection.group is not None:
        copy_group.draw(here, selection, selection.group)
        return
    view = st.segmented_control(
        "Show", VIEWS, default="copies", required=True, key="show", bind="query-params",
        label_visibility="collapsed",
    )  # fmt: skip
    if view == "passages":
        draw_passages(here, selection)
    else:
        draw_groups(here, selection)


def draw_groups(here: Opened, selection: Selection) -> None:
    """Every text that stands in several articles; a row opens its group."""
    found = answers.spread(here, selection)
    if found.empty:
        say_what_copies_are(looked_for=here.archive.copies.version() is not None)
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        rank = st.selectbox(
            "Order", RANKS, key="rank", bind="query-params", width=170,
            label_visibility="collapsed",
        )  # fmt: skip
        found = narrowed(found)
        files.offer_table(here, selection, found, "copies", key="copies")
        carried = int(found["articles"].sum())
        st.caption(
            f"{len(found):,} texts in {carried:,} articles, n = {answers.counted(here, selection)}",
            width="content",
        )
    ranked = in_order(found, rank)
    key = f"copies table {rank} {st.session_state.get('clicks', 0)}"
    st.dataframe(
        shown(ranked),
        key=key,
        hide_index=True,
        height="content" if len(ranked) <= 100 else 600,
        placeholder="–",
        on_select=lambda: open_row(key, list(ranked["group"])),
        selection_mode=opening.ROWS,
        column_config=SHOWN,
        alt="Texts that stand in several articles; choosing a row opens the group",
    )


def narrowed(found: pd.DataFrame) -> pd.DataFrame:
    """Those that as many articles carry, within so many days, that kept no more than so much."""
    state = st.session_state
    usual = (("least", 2), ("days", None), ("kept", 100))
    on = sum(state.get(name, value) != value for name, value in usual)
    said = f"Filter: {on} on" if on else "Filter"
    with st.popover(said, icon=":material/filter_alt:", key="narrow copies"):
        least = st.number_input("In at least so many articles", 2, key="least", bind="query-params")
        days = st.number_input(
            "First to last within so many days", 0, value=None, key="days", bind="query-params"
        )
        kept = st.number_input(
            "Kept at most, in percent", 0, 100, 100, key="kept", bind="query-params",
            help="Of the first one's text, by the copy that kept least.",
        )  # fmt: skip
    meant = found["articles"] >= least
    if days is not None:
        meant &= (found["days"] <= days).fillna(False).astype(bool)
    if kept < 100:
        meant &= found["kept"].astype(float) <= kept / 100
    return found[meant]


def in_order(found: pd.DataFrame, rank: str) -> pd.DataFrame:
    """The groups by what they are ranked by."""
    column, ascending = RANKS[rank]
    return found.sort_values(
        [column, "articles", "group"], ascending=[ascending, False, True], ignore_index=True
    )


def shown(ranked: pd.DataFrame) -> pd.DataFrame:
    """The groups as the table shows them."""
    names = ["headline", "outlet", "first", "days", "outlets", "articles", "median", "changed"]
    table = ranked[names].copy()
    table["first"] = pd.to_datetime(table["first"])
    table["median"] = table["median"].astype(float).round(2)
    return table


def open_row(key: str, groups: list[str]) -> None:
    """Open the group of the row that was chosen."""
    rows = opening.rows_chosen(key)
    st.session_state["clicks"] = st.session_state.get("clicks", 0) + 1
    if rows:
        # Both: a widget made with a value does not write it into the address itself.
        st.session_state["group"] = st.query_params["group"] = groups[rows[0]]


def draw_passages(here: Opened, selection: Selection) -> None:
    """Paragraphs that stand in otherwise different articles, or the one that was opened."""
    found = answers.passages(here, selection)
    if found.empty:
        st.write("No paragraph stands in articles that otherwise differ.")
        return
    marks = [mark(text) for text in found["text"]]
    chosen = st.query_params.get("passage")
    if chosen in marks:
        st.button(
            "All passages", key="all passages", icon=":material/arrow_back:", on_click=close_passage
        )
        passage = found.iloc[marks.index(chosen)]
        copy_group.draw_passage(
            here, selection, passage["text"], passage["kind"], passage["members"]
        )
        return
    opening.above_table(here, selection, found, "passages", key="passages")
    key = f"passages table {st.session_state.get('clicks', 0)}"
    found = found.assign(kind=found["kind"].map(comparing.KINDS))
    table = found.assign(articles=found["members"].str.len())[
        ["text", "outlets", "articles", "kind"]
    ]
    st.dataframe(
        table,
        key=key,
        hide_index=True,
        height="content" if len(table) <= 100 else 600,
        selection_mode=opening.ROWS,
        on_select=lambda: open_passage(key, marks),
        column_config=PASSAGES,
        alt="Paragraphs in otherwise different articles; choosing a row opens its articles",
    )


def mark(text: str) -> str:
    """What an address calls a passage by: data that are loaded later do not change it."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def open_passage(key: str, marks: list[str]) -> None:
    """Put the passage of the chosen row into the address."""
    rows = opening.rows_chosen(key)
    st.session_state["clicks"] = st.session_state.get("clicks", 0) + 1
    if rows:
        st.query_params["passage"] = marks[rows[0]]


def close_passage() -> None:
    """Take it out of the address."""
    if "passage" in st.query_params:
        del st.query_params["passage"]


def say_what_copies_are(*, looked_for: bool) -> None:
    """What would stand here; and how to have copies looked for, where that was not done."""
    st.header("No copies among these articles", anchor=False)
    st.write(
        "Copies are articles that share their text, whatever their headlines: at least 85 % of the"
        " shorter one stands in the other, reordered or slightly reworded."
    )
    if looked_for:
        st.write("Paragraphs that stand in otherwise different articles are under *passages*.")
        return
    st.write("They have not been looked for in this archive; this finds them:")
    st.code(answers.command("rebuild"), language="bash")


SHOWN = {
    "headline": st.column_config.TextColumn("First headline", width=290),
    "outlet": st.column_config.TextColumn("First carried by", width=145),
    "first": st.column_config.DateColumn("First", format="D MMM YYYY", width=92),
    "days": st.column_config.NumberColumn(
        "Days", format="localized", width=46, help="From the first to the last."
    ),
    "outlets": st.column_config.NumberColumn("Outlets", format="localized", width=58),
    "articles": st.column_config.NumberColumn("Articles", format="localized", width=62),
    "median": st.column_config.ProgressColumn(
        "Kept",
        format="percent",
        min_value=0,
        max_value=1,
        width=105,
        help="Of the first one’s text, by the copy in the middle.",
    ),
    "changed": st.column_config.NumberColumn(
        "Retitled", format="localized", width=62, help="Copies under another headline."
    ),
}

PASSAGES = {
    "text": st.column_config.TextColumn("Passage", width=600),
    "outlets": st.column_config.NumberColumn("Outlets", format="localized", width=70),
    "articles": st.column_config.NumberColumn("Articles", format="localized", width=80),
    "kind": st.column_config.TextColumn("Shared", width=130),
}

draw(answers.now(), sidebar.selection())
