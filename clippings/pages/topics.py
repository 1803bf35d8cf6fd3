# Which topics keep coming back: one of them where it is chosen, else all in a list, over time, or by outlet.

from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from clippings import topic_charts
from clippings.archive.selection import UNKNOWN, Selection
from clippings.pages import (
    answers,
    files,
    opening,
    sidebar,
    timeline,
    topic_deciding,
    topic_pair,
    topic_profile,
)
from clippings.pages.answers import Opened

VIEWS = ("list", "over time", "by outlet", "compare")
"""What the switch and the address say."""

SIDES = {"who carried": "outlet", "who wrote": "origin"}
"""What the heat map's switch says, and the dimension it means."""


def draw(here: Opened, selection: Selection) -> None:
    """One topic, or all of them in the view that is chosen."""
    if selection.topic not in (None, UNKNOWN):
        topic_profile.draw(here, selection, selection.topic)
        return
    answer = answers.topics(here, selection)
    if answer.empty:
        st.write("No topic recurs in these articles.")
        topic_deciding.draw_writing(here)
        return
    view = st.segmented_control(
        "Show", VIEWS, default="list", required=True, key="as", bind="query-params",
        label_visibility="collapsed",
    )  # fmt: skip
    names = answers.topic_labels(here)
    if view == "over time":
        draw_over_time(here, selection, answer, names)
    elif view == "by outlet":
        draw_by_outlet(here, selection, names)
    elif view == "compare":
        topic_pair.draw(here, selection, answer, names)
    else:
        draw_list(here, selection, answer, names)


def draw_list(
    here: Opened, selection: Selection, answer: pd.DataFrame, names: dict[str, str]
) -> None:
    """What rises, then every topic, most articles first."""
    draw_rising(here, selection, names)
    st.header("All topics", anchor=False)
    hidden = answers.hidden_topics(here, selection)
    left_out = f" {hidden:,} hidden {'one is' if hidden == 1 else 'ones are'} left out." * bool(
        hidden
    )
    answer = answers.with_courses(here, selection)
    draw_table(here, selection, answer, names)
    _draw_in_none(here, selection, left_out)
    topic_deciding.draw_writing(here)
    draw_events(here)


def _draw_in_none(here: Opened, selection: Selection, left_out: str) -> None:
    """That topics overlap, and the articles that are in none."""
    none = answers.count(here, replace(selection, topic=UNKNOWN))
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(f"One article may be in several topics.{left_out}", width="content")
        st.button(
            f"{none:,} in none", key="open no topic", type="tertiary", icon=":material/arrow_forward:",
            on_click=opening.articles, args=({"topic": UNKNOWN},), disabled=not none,
        )  # fmt: skip


def draw_table(
    here: Opened, selection: Selection, answer: pd.DataFrame, names: dict[str, str]
) -> None:
    """Every topic with its line, its course and its words; a row opens it."""
    opening.above_table(here, selection, answer, "topics", key="topics")
    table, by = opening.with_lines(here, selection, answer, "id", "topic")
    table["label"] = [names[topic] for topic in answer["id"]]
    table["terms"] = [", ".join(terms) for terms in table["terms"]]
    table["course"] = [_course(row) for row in table.to_dict("records")]
    table["decided"] = [_decided(row) for row in table.to_dict("records")]
    counted = [name for name in ("texts", "articles") if name in table]
    # Why it is said to run so stands with each topic.
    order = ["label", *counted, "line", "share", "course", "first", "last", "terms"]
    if any(table["decided"]):
        order.append("decided")
    opening.table(
        table[order],
        key="topics",
        name="topic",
        values=list(answer["id"]),
        columns=COLUMNS,
        by=by,
        page="topics",
    )


def draw_rising(here: Opened, selection: Selection, names: dict[str, str]) -> None:
    """The topics that take up more of the last days than before, and against what."""
    found = answers.rising(here, selection)
    found = found[found["id"].isin(list(names))]
    st.header("Rising", anchor=False)
    if found.empty:
        st.caption("None: no topic takes up more of the last days than of the year before.")
        return
    for row in found.to_dict("records"):
        _draw_risen(row, names[row["id"]])
    first = found.iloc[0]
    with st.container(horizontal=True, vertical_alignment="center"):
        files.offer_table(here, selection, found, "rising topics", key="rising")
        st.caption(
            f"{opening.day_said(first['from'])} – {opening.day_said(first['to'])}"
            f" ({first['of']:,} texts), against the {first['of_before']:,} texts since"
            f" {opening.day_said(first['since'])}; copies counted once, none by one outlet alone.",
            width="content",
        )


def _draw_risen(row: dict[str, Any], name: str) -> None:
    times = "none before" if row["before"] == 0 else f"{row['ratio']:.1f} times its share before"
    outlets = f"{row['outlets']:,} outlet{'s' if row['outlets'] != 1 else ''}"
    st.button(
        f"{topic_profile.plain_name(name)}: {row['texts']:,} texts in {outlets}, {times}",
        key=f"risen {row['id']}",
        type="tertiary",
        icon=":material/trending_up:",
        on_click=opening.articles,
        args=({**topic_profile.days(row["from"], row["to"]), "topic": row["id"], "unit": "texts"},),
    )


def draw_over_time(
    here: Opened, selection: Selection, answer: pd.DataFrame, names: dict[str, str]
) -> None:
    """A small chart for each of the largest topics."""
    by, _ = timeline.period(here, selection, None)
    top = list(answer["id"][: topic_charts.MOST_SMALL])
    lines = answers.lines(here, selection, "topic", by)
    title = f"How many {selection.unit} a {by}, by topic?"
    opening.clickable(
        topic_charts.small_multiples(
            lines.reindex(top).fillna(0).astype(int),
            names,
            dict(zip(answer["id"], answer[selection.unit].astype(int), strict=True)),
            by=by,
            title=title,
            unit=selection.unit,
        ),
        title,
        key="topics over time",
        click=lambda marks: opening.articles(
            {**timeline.meant(marks[:1], by), "topic": marks[0][1]}
        ),
        wide=True,
    )
    _draw_titles(answer.head(topic_charts.MOST_SMALL), names, selection.unit)
    table = lines.drop(index=UNKNOWN, errors="ignore").reset_index().rename(columns={"topic": "id"})
    table.insert(1, "label", [names[topic] for topic in table["id"]])
    opening.under_chart(here, selection, table, f"topics by {by}", key="topics over time")
    rest = len(answer) - len(top)
    more = f" The largest {len(top)}; {rest:,} more stand in the table." if rest > 0 else ""
    undated = answers.figures(here, selection).undated
    st.caption(f"All to one scale. {undated:,} undated articles are not drawn.{more}")


def _draw_titles(drawn: pd.DataFrame, names: dict[str, str], unit: str) -> None:
    """What the titles of the small charts say, to open: a chart's own words take no click."""
    st.caption("Each with all its dated and undated:")
    with st.container(horizontal=True, gap="small"):
        for row in drawn.to_dict("records"):
            st.button(
                f"\u2068{topic_profile.plain_name(names[row['id']])}\u2069: {int(row[unit]):,}",
                key=f"open small {row['id']}",
                type="tertiary",
                icon=":material/arrow_forward:",
                on_click=opening.articles,
                args=({"topic": row["id"]},),
            )


def draw_by_outlet(here: Opened, selection: Selection, names: dict[str, str]) -> None:
    """Which topics take up how much of what each outlet carried, or wrote; every cell opens."""
    side = st.segmented_control(
        "Whose", list(SIDES), default="who carried", required=True, key="heat", bind="query-params",
        label_visibility="collapsed",
    )  # fmt: skip
    name = SIDES[side or "who carried"]
    pairs = answers.topics_by(here, selection, name)
    title = "How much of each outlet is on which topic?"
    opening.clickable(
        topic_charts.heat_map(_largest(pairs), names, title=title, unit=selection.unit),
        title,
        key=f"topics by {name}",
        click=lambda marks: opening.articles({"topic": marks[0][0], name: [marks[0][1]]}),
        wide=True,
    )
    table = pairs.assign(label=[names[topic] for topic in pairs["topic"]])
    opening.under_chart(here, selection, table, f"topics by {name}", key=f"topics by {name}")
    topics, outlets = pairs["topic"].nunique(), pairs["outlet"].nunique()
    left_out = topics > topic_charts.MOST_ROWS or outlets > topic_charts.MOST_COLUMNS
    more = (
        f" The largest of {topics:,} topics and {outlets:,} outlets; the rest stands in the table."
    )
    st.caption(f"Shares of all {selection.unit} of each outlet.{more * left_out}")


def _largest(pairs: pd.DataFrame) -> pd.DataFrame:
    topics = list(dict.fromkeys(pairs["topic"]))[: topic_charts.MOST_ROWS]
    sizes = pairs.drop_duplicates("outlet").set_index("outlet")["of"].sort_values(ascending=False)
    outlets = list(sizes.index[: topic_charts.MOST_COLUMNS])
    drawn = pairs[pairs["topic"].isin(topics) & pairs["outlet"].isin(outlets)]
    place = drawn["outlet"].map(outlets.index)
    return drawn.assign(place=place).sort_values("place", kind="stable").drop(columns="place")


def draw_events(here: Opened) -> None:
    """What the last fits did to the topics; a row opens the one it happened to."""
    events = answers.topic_events(here)
    if events.empty:
        return
    names = answers.topic_labels(here)
    into = [", ".join(names.get(id, id) for id in ids) or None for ids in events["others"]]
    turn = f"topic events {st.session_state.get('clicks', 0)}"

    def chosen() -> None:
        rows = opening.rows_chosen(turn)
        st.session_state["clicks"] = st.session_state.get("clicks", 0) + 1
        if rows:
            opening.narrow_and_turn({"topic": str(events["topic"].iloc[rows[0]])}, "topics")

    with st.expander("What became of topics", icon=":material/history:"):
        st.dataframe(
            events.assign(when=pd.to_datetime(events["when"]), others=into),
            hide_index=True,
            placeholder="–",
            key=turn,
            on_select=chosen,
            selection_mode=opening.ROWS,
            column_order=["when", "kind", "label", "others"],
            column_config=_EVENTS,
            alt="What fits did to topics; choosing a row opens the topic",
        )


def _course(row: dict[str, Any]) -> str | None:
    said = [row["course"]] if isinstance(row["course"], str) else []
    return ", ".join([*said, "rising"] if row["rising"] > 0 else said) or None


def _decided(row: dict[str, Any]) -> str:
    said = {"by_hand": "by hand", "named": "named", "pinned": "pinned"}
    return ", ".join(words for column, words in said.items() if row[column])


_EVENTS = {
    "when": st.column_config.DateColumn("When", format="D MMM YYYY", width=92),
    "kind": st.column_config.TextColumn("What", width=90),
    "label": st.column_config.TextColumn("Topic", width=300),
    "others": st.column_config.TextColumn("Into", width=200),
}

COLUMNS = {
    "label": st.column_config.TextColumn("Topic", width=240),
    "course": st.column_config.TextColumn("Course", width=110),
    "terms": st.column_config.TextColumn("Words", width=330),
    "decided": st.column_config.TextColumn("Decided", width=80),
}

draw(answers.now(), sidebar.selection())
