# Who carried, who wrote, and who took it from whom.

import pandas as pd
import streamlit as st

from clippings import charts, flow_chart
from clippings.archive.selection import Selection
from clippings.pages import answers, files, lag, opening, outlet_names, profile, sidebar
from clippings.pages.answers import Opened

VIEWS = {"carried": "outlet", "written": "origin"}
"""What the switch and the address say, and the dimension it means."""

TITLES = {"outlet": "Who carried most?", "origin": "Who wrote most?"}


def draw(here: Opened, selection: Selection) -> None:
    """The biggest as bars, the flow between both sides, all as a table; or the profile of one."""
    view = st.segmented_control(
        "Show", list(VIEWS), default="carried", required=True, key="view", bind="query-params",
        label_visibility="collapsed",
    )  # fmt: skip
    name = VIEWS[view or "carried"]
    chosen = getattr(selection.asked, name)
    if len(chosen) == 1:
        profile.draw(here, selection, name, chosen[0])
        return
    left, right = st.columns([3, 2], gap="large")
    with left:
        chart(here, selection, name)
    with right:
        lag.draw(here, selection)
    flow(here, selection)
    table(here, selection, name)
    outlet_names.draw(here)


def chart(here: Opened, selection: Selection, name: str) -> None:
    """The ranking; it leaves out its own filter, so that a second click takes a choice back."""
    ranked = answers.facet(here, selection, name)
    chosen = getattr(selection.asked, name)
    figure = charts.ranking_chart(ranked, name=name, title=TITLES[name], chosen=chosen)
    opening.clickable(
        figure,
        TITLES[name],
        key=f"{name} chart",
        click=lambda marks: sidebar.toggle({name: sorted({mark[0] for mark in marks})}),
    )
    opening.under_chart(
        here, selection.without(name), ranked, f"{name}s ranked", key=f"{name} chart"
    )
    rest = len(ranked) - charts.MOST_BARS
    if rest > 0:
        st.caption(f"The biggest {charts.MOST_BARS}; {rest:,} more stand in the table.")


def flow(here: Opened, selection: Selection) -> None:
    """From who wrote to who carried, as ribbons and as a table; both open."""
    pairs = answers.flow(here, selection)
    title = "Who carried whose articles?"
    opening.clickable(
        flow_chart.flow_chart(pairs, title=title), title, key="flow chart", click=narrow_to_pair,
        wide=True,
    )  # fmt: skip
    with st.container(horizontal=True, vertical_alignment="center"):
        files.offer_table(here, selection, pairs, "who carried whose", key="flow")
        shown = st.toggle("Table", key="flow table")
        total = int(pairs[selection.unit].sum())
        st.caption(
            f"n = {total:,} {selection.unit}; who wrote: {_bases(here, selection)}", width="content"
        )
    if shown:
        opening.pairs_table(pairs, key="flow")


def _bases(here: Opened, selection: Selection) -> str:
    """How many origins are stated, how many only inferred, how many nobody knows."""
    found = answers.facet(here, selection, "origin_basis")
    counts = dict(zip(found["origin_basis"], found[selection.unit], strict=True))
    bases = ("stated", "inferred", "decided", "unknown")
    return ", ".join(f"{counts[basis]:,} {basis}" for basis in bases if basis in counts)


def narrow_to_pair(marks: list[list[str | None]]) -> None:
    """Narrow to who wrote and who carried, whichever of them the mark names, or take that back."""
    origin, outlet = marks[0]
    changes = {"origin": [origin] if origin else None, "outlet": [outlet] if outlet else None}
    sidebar.toggle({name: value for name, value in changes.items() if value})


def table(here: Opened, selection: Selection, name: str) -> None:
    """Every one of them, with its share, its days and its line; of carriers the share of own work."""
    answer = answers.outlets(here, selection, by_origin=name == "origin")
    st.header("Each of them, over time", anchor=False)
    if name == "outlet":
        st.caption(
            f"Own work: of the {selection.unit} whose writer is known, those the outlet wrote itself."
        )
        answer = with_own_work(answer, answers.own_work(here, selection))
    what = "outlets" if name == "outlet" else "writers"
    opening.above_table(here, selection, answer, what, key=what)
    shown, by = opening.with_lines(here, selection, answer, name, name)
    opening.table(
        shown,
        key=what,
        name=name,
        values=list(answer[name]),
        columns={
            name: st.column_config.TextColumn("Carried by" if name == "outlet" else "Written by"),
            "known": st.column_config.NumberColumn("of known", format="localized", width=80),
            "own work": st.column_config.NumberColumn("Own work", format="percent", width=80),
        },
        by=by,
    )


def with_own_work(answer: pd.DataFrame, own: pd.DataFrame) -> pd.DataFrame:
    """The ranking with, of each, how many writers are known and the share that is its own."""
    found = own.set_index("outlet").reindex(answer["outlet"])
    known = found["known"].fillna(0).astype(int).to_numpy()
    share = (found["own"] / found["known"]).round(2).to_numpy()
    table = answer.copy()
    table.insert(2, "own work", share)
    table.insert(3, "known", known)
    return table


draw(answers.now(), sidebar.selection())
