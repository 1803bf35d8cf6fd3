"""Two topics beside each other: over time, who carried them, in which words."""

from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from clippings import chart_grammar, charts
from clippings.archive.selection import THEN, Selection
from clippings.pages import answers, opening, profile, timeline
from clippings.pages.answers import Opened
from clippings.pages.escaping import tag_text


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
    both = [replace(selection, topic=id) for id in (one, other)]
    reach = max(int(answers.ranked(here, of, "outlet")[of.unit].max()) for of in both)
    for place, of, color in zip(
        st.columns(2, gap="large"), both, chart_grammar.PALETTE, strict=False
    ):
        with place:
            _draw_one(here, of, names[str(of.topic)], color=color, reach=reach)


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
        long.assign(group=long["group"].map(names)), by=by, title=title, unit=selection.unit,
        order=list(names.values()),
    )  # fmt: skip
    figure.update_layout(barmode="group")
    back = {name: id for id, name in names.items()}
    opening.clickable(
        figure, title, key="two topics",
        click=lambda marks: opening.articles(
            {**timeline.meant(marks[:1], by), "topic": back[marks[0][1]]}
        ),
    )  # fmt: skip
    n = " and ".join(answers.counted(here, replace(selection, topic=id)) for id in names)
    opening.under_chart(here, selection, long, f"two topics by {by}", key="two topics", n=n)
    _draw_in_both(here, selection, *names)


def _draw_in_both(here: Opened, selection: Selection, one: str, other: str) -> None:
    """How many are in both and counted with each, and what has no day."""
    both = replace(selection, topic=one, first=(*selection.first, f"{THEN}topic={other}"))
    undated = sum(
        answers.figures(here, replace(selection, topic=id)).undated for id in (one, other)
    )
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if answers.count(here, both):
            st.button(
                f"{answers.counted(here, both)} in both, counted with each", key="open both",
                type="tertiary", icon=":material/arrow_forward:", on_click=opening.narrow_and_turn,
                args=({"topic": one, "first": list(both.first)}, "articles"),
            )  # fmt: skip
        else:
            st.caption("None is in both.", width="content")
        if undated:
            st.caption(f"{undated:,} undated not drawn.", width="content")


def _draw_one(here: Opened, selection: Selection, name: str, **shown: Any) -> None:
    id = str(selection.topic)
    profile.ranking(
        here, selection, "outlet", f"Who carried {name}?", key=id, more={"topic": id}, **shown
    )
    topic = answers.topic(here, id)
    if topic is not None:
        st.html(f"<small>{tag_text(', '.join(topic.terms), topic.language)}</small>")
