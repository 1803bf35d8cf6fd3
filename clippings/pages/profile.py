"""One outlet by itself, as carrier or as writer: when, what about, by whom, first and last."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import pandas as pd
import streamlit as st

from clippings import charts
from clippings.archive.selection import Selection
from clippings.pages import answers, article, lag, opening, outlet_names, sidebar, timeline
from clippings.pages.answers import Opened
from clippings.pages.escaping import plain, tag_text

_MOST = 8
_READ_THROUGH = 5_000
"""Bylines stand in the articles themselves: past so many, reading them all would take too long."""

_VERBS = {"outlet": "carried", "origin": "written"}
_OTHERS = {"outlet": ("origin", "Who wrote them?"), "origin": ("outlet", "Who carried them?")}


def draw(here: Opened, selection: Selection, name: str, value: str) -> None:
    """The profile of the one that the selection is narrowed to."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.header(plain(value), anchor=False, width="content")
        st.button(
            "All outlets" if name == "outlet" else "All writers",
            key="leave profile",
            icon=":material/arrow_back:",
            on_click=sidebar.take_away,
            args=(name,),
        )
    outlet_names.draw_evidence(here, value)
    _draw_ends(here, selection, name, value)
    _draw_volume(here, selection)
    left, right = st.columns(2, gap="large")
    other, question = _OTHERS[name]
    with left:
        ranking(here, selection, other, question)
    with right:
        ranking(here, selection, "section", "In which sections?")
    left, right = st.columns(2, gap="large")
    with left:
        lag.draw(here, selection)
    with right:
        _draw_bylines(here, selection)


def _draw_ends(here: Opened, selection: Selection, name: str, value: str) -> None:
    """How many, how many of them its own, and the first and the last of them, which open."""
    row = st.grid(4 if name == "outlet" else 3, min_column_width=200)
    found = answers.figures(here, selection)
    opening.figure(
        row, f"{selection.unit.title()} {_VERBS[name]}", f"{found.count:,}", "Open them", {}
    )
    if name == "outlet":
        _draw_own(row, here, selection, value)
    for label, descending in (("First", False), ("Last", True)):
        ends = answers.rows(
            here, selection, columns=("id", "headline", "day", "language"), limit=1,
            order="day", descending=descending,
        )  # fmt: skip
        if len(ends):
            _draw_end(row, label, ends.iloc[0])


def _draw_own(row: Any, here: Opened, selection: Selection, value: str) -> None:
    found = answers.own_work(here, selection)
    known, own = int(found["known"].sum()), int(found["own"].sum())
    opening.figure(
        row,
        "Own work",
        f"{own / known:.0%}" if known else "–",
        f"{own:,} of {known:,} whose writer is known",
        {"origin": [value]},
        opens=own > 0,
    )


def _draw_end(row: Any, label: str, end: pd.Series) -> None:
    with row.container(border=True, height="stretch"):
        st.metric(label, opening.day_said(end["day"]))
        st.html(f"<small>{tag_text(end['headline'], end['language'])}</small>")
        st.button(
            "Read it",
            key=f"read {label}",
            type="tertiary",
            icon=":material/arrow_forward:",
            on_click=article.open_from_elsewhere,
            args=(end["id"],),
        )


def _draw_volume(here: Opened, selection: Selection) -> None:
    by, chosen = timeline.period(here, selection, None)
    around = selection.without("from", "to") if chosen else selection
    title = f"How many {selection.unit} a {by}?"
    answer = answers.volume(here, around, by=by)
    opening.clickable(
        charts.volume_chart(answer, by=by, title=title, chosen=chosen, unit=selection.unit),
        title,
        key="profile volume",
        click=lambda marks: sidebar.toggle(timeline.meant(marks, by)),
    )
    opening.under_chart(here, around, answer, f"volume by {by}", key="profile volume")


def ranking(
    here: Opened,
    selection: Selection,
    name: str,
    title: str,
    *,
    most: int = _MOST,
    key: str = "",
    more: Mapping[str, Any] = MappingProxyType({}),
    **shown: Any,
) -> None:
    """A short ranking whose bars open their articles, narrowed by `more` besides; what it leaves out
    stands in its table."""
    ranked = answers.ranked(here, selection, name)
    opening.clickable(
        charts.ranking_chart(ranked, name=name, title=title, most=most, **shown),
        title,
        key=f"short {name} {key}",
        click=lambda marks: opening.articles({**more, name: sorted({mark[0] for mark in marks})}),
    )
    rest = len(ranked) - most
    if rest <= 0:
        st.caption(f"n = {answers.counted(here, selection)}")
        return
    opening.under_chart(here, selection, ranked, f"{name}s ranked", key=f"short {name} {key}")
    st.caption(f"The biggest {most}; {rest:,} more stand in the table.")


_ONLY_A_LINE = "No label says what the name is there for: it stands alone in a line of the text."


def _draw_bylines(here: Opened, selection: Selection) -> None:
    """Who signs most often."""
    if answers.figures(here, selection).articles > _READ_THROUGH:
        st.caption(f"Who signs them is counted up to {_READ_THROUGH:,} articles: narrow it down.")
        return
    signed = answers.bylines(here, selection)
    if signed.empty:
        st.caption("No byline stands in these articles.")
        return
    st.header("Who signs them?", anchor=False)
    opening.above_table(here, selection, signed, "names", key="bylines")
    turn = f"bylines rows {st.session_state.get('clicks', 0)}"

    def chosen() -> None:
        rows = opening.rows_chosen(turn)
        st.session_state["clicks"] = st.session_state.get("clicks", 0) + 1
        if rows:
            opening.articles({"byline": [str(signed["name"].iloc[rows[0]])]})

    st.dataframe(
        signed.head(20),
        hide_index=True,
        height="content",
        width="content",
        key=turn,
        on_select=chosen,
        selection_mode=opening.ROWS,
        column_config={
            "name": st.column_config.TextColumn("Name", width=260),
            "articles": st.column_config.NumberColumn("Articles", format="localized", width=90),
            "inferred": st.column_config.NumberColumn(
                "Only inferred", format="localized", width=110, help=_ONLY_A_LINE
            ),
        },
        alt="Names in bylines, most articles first; choosing a row opens what it signs",
    )
