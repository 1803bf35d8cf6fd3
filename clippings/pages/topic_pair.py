"""Two topics beside each other: over time, who carried them, in which words."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from clippings import charts
from clippings.archive.selection import Selection
from clippings.pages import answers, opening, profile, timeline
from clippings.pages.answers import Opened
from clippings.pages.escaping import plain


def draw(here: Opened, selection: Selection, answer: pd.DataFrame, names: dict[str, str]) -> None:
    """Two topics against each other: over time, and who carried them."""
    ids = list(answer["id"])
    if len(ids) < 2:
        st.write("There is only one topic here.")
        return
    left, right = st.columns(2)
    with left:
        one = st.selectbox("One topic", ids, format_func=names.__getitem__, key="one topic")
    rest = [id for id in ids if id != one]
    with right:
        other = st.selectbox("Another", rest, format_func=names.__getitem__, key="other topic")
    _draw_both(here, selection, {one: f"1 {names[one]}", other: f"2 {names[other]}"})
    for place, id in zip(st.columns(2, gap="large"), (one, other), strict=True):
        with place:
            _draw_one(here, selection, id, names[id])


def _draw_both(here: Opened, selection: Selection, names: dict[str, str]) -> None:
    """Both over time."""
    by, _ = timeline.period(here, selection, None)
    lines = answers.lines(here, selection, "topic", by)
    both = lines.reindex(list(names)).fillna(0).astype(int)
    title = f"How many {selection.unit} a {by}?"
    long = (
        both.rename_axis("group").reset_index().melt("group", var_name="date", value_name="count")
    )
    figure = charts.volume_chart(
        long.assign(group=long["group"].map(names)), by=by, title=title, unit=selection.unit
    )
    figure.update_layout(barmode="group")
    back = {name: id for id, name in names.items()}
    opening.clickable(
        figure, title, key="two topics",
        click=lambda marks: opening.articles(
            {**timeline.meant(marks[:1], by), "topic": back[marks[0][1]]}
        ),
    )  # fmt: skip
    opening.under_chart(here, selection, long, f"two topics by {by}", key="two topics")
    st.caption("An article that is in both is counted with each.")


def _draw_one(here: Opened, selection: Selection, id: str, name: str) -> None:
    profile.ranking(
        here, replace(selection, topic=id), "outlet", f"Who carried {name}?",
        key=id, more={"topic": id},
    )  # fmt: skip
    topic = answers.topic(here, id)
    if topic is not None:
        st.caption("Its words: " + plain(", ".join(topic.terms)))
