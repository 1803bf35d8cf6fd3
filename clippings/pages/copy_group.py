"""One text and all who carried it: who first, what they kept of it, what they changed."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from clippings import carrier_chart
from clippings.archive.selection import Selection
from clippings.pages import (
    answers,
    article,
    beside,
    comparing,
    copy_decisions,
    files,
    opening,
    sidebar,
)
from clippings.pages.answers import Opened
from clippings.pages.escaping import tag_text


def draw(here: Opened, selection: Selection, group: str) -> None:
    """The whole group, whatever else narrows the selection."""
    members = answers.group(here, group)
    _draw_way(here, group, members)
    if members.empty:
        st.html("<p>There is no group of copies of this id in the archive.</p>")
        return
    _draw_title(here, members)
    within = answers.count(here, selection.without("unit"))
    if within < len(members):
        st.caption(f"All of them stand here; within what else is chosen: {within:,}.")
    _draw_timeline(members)
    if len(members) > 1:
        _draw_headlines(here, group, members)
        _draw_pair(here, members, key=group)
    copy_decisions.draw(here, members)


def draw_passage(
    here: Opened, selection: Selection, text: str, kind: str, ids: Sequence[str]
) -> None:
    """One passage and the articles that it stands in."""
    records = [record for id in ids if (record := answers.record(here, id))]
    st.html(comparing.passage_html(text, kind, records[0]["language"] if records else None))
    names = ("id", "day", "outlet", "headline", "words")
    members = pd.DataFrame([{name: record[name] for name in names} for record in records])
    files.offer_table(here, selection, members, "articles of a passage", key="passage articles")
    _draw_rows(members, f"passage {ids[0]}")
    _draw_pair(here, members, key=f"passage {' '.join(ids)}", different=True)


def _draw_way(here: Opened, group: str, members: pd.DataFrame) -> None:
    """Back to all groups, to the articles, and out as a file."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            "All copies", key="all copies", icon=":material/arrow_back:",
            on_click=sidebar.take_away, args=("group",),
        )  # fmt: skip
        st.button(
            "Open these articles", key="open group", icon=":material/arrow_forward:",
            on_click=opening.articles, args=({"group": group, "unit": "articles"},), disabled=members.empty,
        )  # fmt: skip
        selection = Selection(group=group)
        files.offer_table(here, selection, members, "who carried it", key="group")


def _draw_title(here: Opened, members: pd.DataFrame) -> None:
    first = answers.record(here, members["id"].iloc[0])
    language = first["language"] if first else None
    days = members["day"].dropna()
    ends = dict.fromkeys([min(days), max(days)] if len(days) else [None])
    changed = int((members["headline"] != members["headline"].iloc[0]).sum())
    outlets = members["outlet"].nunique()
    said = [
        f"{len(members):,} articles in {outlets:,} {'outlet' if outlets == 1 else 'outlets'}",
        " – ".join(opening.day_said(day) for day in ends),
        f"headline changed in {changed:,}",
    ]
    title = tag_text(members["headline"].iloc[0], language)
    style = "padding:0;overflow-wrap:anywhere;font-family:'Source Serif',serif;font-weight:600"
    st.html(f'<h2 style="{style}">{title}</h2><p>{" · ".join(said)}</p>')


def _draw_timeline(members: pd.DataFrame) -> None:
    title = "Who carried it, who first?"
    if members["day"].nunique() > 1:
        opening.clickable(
            carrier_chart.carrier_chart(members, title=title),
            title,
            key="carrier chart",
            click=lambda marks: article.open_from_elsewhere(marks[0][0]),
        )
        st.caption("Each mark is an article, its number what it kept of the first one’s text.")
    else:
        st.header(title, anchor=False)
    _draw_rows(members, "carriers")


def _draw_rows(members: pd.DataFrame, key: str) -> None:
    """Who, when, how much of it, under which headline; a row opens the article."""
    turn = f"{key} {st.session_state.get('clicks', 0)}"
    ids = list(members["id"])

    def chosen() -> None:
        rows = opening.rows_chosen(turn)
        st.session_state["clicks"] = st.session_state.get("clicks", 0) + 1
        if rows:
            article.open_from_elsewhere(ids[rows[0]])

    table = members.drop(columns="id")
    days = pd.to_datetime(table["day"])
    table["day"] = days
    table.insert(1, "after", (days - days.min()).dt.days.astype("Int64"))
    if "kept" in table:
        table.insert(3, "kept", table.pop("kept").astype(float).round(2))
    st.dataframe(
        table,
        key=turn,
        hide_index=True,
        height="content" if len(table) <= 40 else 600,
        placeholder="–",
        on_select=chosen,
        selection_mode=opening.ROWS,
        column_config=_CARRIERS,
        alt="Who carried it, the first on top; choosing a row opens the article",
    )


def _draw_pair(here: Opened, members: pd.DataFrame, *, key: str, different: bool = False) -> None:
    """Any two of them beside each other."""
    st.header("Any two of them, side by side", anchor=False)
    said = {
        row["id"]: comparing.line(row["outlet"], row["day"], row["headline"])
        for row in members.astype(object).where(members.notna(), None).to_dict("records")
    }
    ids = list(said)
    left, right = st.columns(2)
    one = left.selectbox("Left", ids, key=f"left {key}", format_func=said.__getitem__)
    other = right.selectbox(
        "Right", ids, _most_changed(members), key=f"right {key}", format_func=said.__getitem__
    )
    beside.draw(
        here, answers.sides(here, one, other), f"changes from {one} to {other}", different=different
    )


def _most_changed(members: pd.DataFrame) -> int:
    """The place of the one that kept least of the first."""
    kept = members["kept"].astype(float).iloc[1:] if "kept" in members else None
    if kept is None or kept.dropna().empty:
        return 1
    return list(members.index).index(kept.idxmin())


def _draw_headlines(here: Opened, group: str, members: pd.DataFrame) -> None:
    """Every headline that is not the first one's, and what changed in it."""
    changed = comparing.headline_changes(members)
    st.header("Whose headline changed?", anchor=False)
    if changed.empty:
        st.write("Everyone kept the first one's headline.")
        return
    files.offer_table(here, Selection(group=group), changed, "headlines", key="headlines")
    first = answers.record(here, members["id"].iloc[0])
    st.html(comparing.headlines_html(changed, first["language"] if first else None))


_CARRIERS = {
    "day": st.column_config.DateColumn("Day", format="D MMM YYYY", width=95),
    "after": st.column_config.NumberColumn("Days after", format="+%d", width=75),
    "outlet": st.column_config.TextColumn("Carried by", width=160),
    "kept": st.column_config.ProgressColumn(
        "Kept of the first", format="percent", min_value=0, max_value=1, width=130
    ),
    "headline": st.column_config.TextColumn("Headline", width=280),
    "words": st.column_config.NumberColumn("Words", format="localized", width=70),
}
