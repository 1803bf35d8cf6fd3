"""One topic by itself: when, carried and written by whom, in which words."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from clippings import charts
from clippings.archive.selection import Selection
from clippings.pages import answers, article, opening, profile, sidebar, timeline, topic_deciding
from clippings.pages.answers import Opened
from clippings.pages.escaping import plain, tag_text

_WORDS = 10


def draw(here: Opened, selection: Selection, id: str) -> None:
    """The profile of the topic that the selection is narrowed to."""
    topic = answers.topic(here, id)
    if topic is None:
        st.write("There is no topic of this id any more.")
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.header(plain_name(answers.topic_labels(here)[id]), anchor=False, width="content")
        st.button(
            "All topics", key="leave topic", icon=":material/arrow_back:",
            on_click=sidebar.take_away, args=("topic",),
        )  # fmt: skip
        topic_deciding.draw_form(here, topic)
    _draw_ends(here, selection, id)
    _draw_volume(here, selection)
    left, right = st.columns(2, gap="large")
    with left:
        profile.ranking(here, selection, "outlet", "Who carried it?")
    with right:
        profile.ranking(here, selection, "origin", "Who wrote it?")
    left, right = st.columns(2, gap="large")
    with left:
        _draw_best(here, selection, id)
    with right:
        _draw_words(topic.weights)
        _draw_near(here, id)
        _draw_linked(here, id)


def _draw_ends(here: Opened, selection: Selection, id: str) -> None:
    """How many, from when to when, and how it ran."""
    found = answers.figures(here, selection)
    row = st.grid(3, min_column_width=200)
    opening.figure(row, selection.unit.title(), f"{found.count:,}", "Open them", {})
    everything = answers.count(here, selection.without("topic"))
    share = found.count / everything if everything else 0
    opening.figure(row, "Share of all", f"{share:.1%}", f"Open all {everything:,}", {"topic": None})
    opening.figure(row, "Outlets carrying", f"{found.outlets:,}", "See which", {}, page="outlets")
    said = [f"{opening.day_said(found.first)} – {opening.day_said(found.last)}"]
    courses = answers.courses(here, selection.without("topic")).set_index("id")
    if id in courses.index:
        course = courses.loc[id]
        named = course["course"] if isinstance(course["course"], str) else ""
        said += [*filter(None, [named, course["why"]])]
    st.caption(" · ".join(said))


def _draw_volume(here: Opened, selection: Selection) -> None:
    by, chosen = timeline.period(here, selection, None)
    around = selection.without("from", "to") if chosen else selection
    title = f"Who carried it, {by} by {by}?"
    answer = answers.volume(here, around, by=by, split="outlet", most=charts.MOST_GROUPS - 1)
    opening.clickable(
        charts.volume_chart(answer, by=by, title=title, chosen=chosen, unit=selection.unit),
        title,
        key="topic volume",
        click=lambda marks: opening.articles(timeline.meant(marks, by, "outlet")),
    )
    opening.under_chart(here, around, answer, f"topic by {by}", key="topic volume")


def _draw_best(here: Opened, selection: Selection, id: str) -> None:
    """The articles that say it best, and why each is in it."""
    st.header("Which articles say it best?", anchor=False)
    found = answers.best(here, selection, id)
    if found.empty:
        st.caption("None of those that weigh most in it are among these articles.")
    for row in found.to_dict("records"):
        day = opening.day_said(row["day"])
        st.html(f"<div>{tag_text(row['headline'], row['language'])}</div>")
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.caption(
                f"{plain(row['outlet'] or 'an unknown outlet')}, {day} · {row['weight']:.0%} on this topic",
                width="content",
            )
            st.button(
                "Read it", key=f"best {row['id']}", type="tertiary", icon=":material/arrow_forward:",
                on_click=article.open_from_elsewhere, args=(row["id"],),
            )  # fmt: skip


def _draw_words(weights: Any) -> None:
    """The words that weigh most in it."""
    st.header("In which words?", anchor=False)
    most = max(weights.values(), default=1) or 1
    table = pd.DataFrame(
        [(word, round(weight / most, 3)) for word, weight in list(weights.items())[:_WORDS]],
        columns=["word", "weight"],
    )
    st.dataframe(
        table, hide_index=True, key="topic words", height="content",
        column_config={
            "word": st.column_config.TextColumn("Word", width=180),
            "weight": st.column_config.ProgressColumn(
                "Weight", format="%.2f", min_value=0, max_value=1
            ),
        },
    )  # fmt: skip


def _draw_near(here: Opened, id: str) -> None:
    """The topics that share most words with it."""
    found = answers.neighbours(here, id)
    if len(found):
        st.header("Which topics share words?", anchor=False)
    for row in found.to_dict("records"):
        _other(here, f"near {row['id']}", row["id"], row["words"][:3])


def _draw_linked(here: Opened, id: str) -> None:
    """The topics of other languages that are about the same, and what says so."""
    found = [link for link in answers.topic_links(here) if id in (link.one, link.other)]
    if found:
        st.header("The same subject in other languages", anchor=False)
        st.caption("Told by names and numbers that both write alike.")
    for link in found:
        other = link.other if link.one == id else link.one
        _other(here, f"linked {other}", other, link.evidence[:6])


def _other(here: Opened, key: str, id: str, words: Sequence[str]) -> None:
    """The way to another topic, and the words that lead there."""
    name = answers.topic_labels(here)[id]
    st.button(
        plain(f"\u2068{name}\u2069: \u2068{', '.join(words)}\u2069"),
        key=key, type="tertiary", icon=":material/arrow_forward:",
        on_click=opening.narrow_and_turn, args=({"topic": id}, "topics"),
    )  # fmt: skip


def plain_name(name: str) -> str:
    """A topic's name where Streamlit takes text for Markdown."""
    return plain(name)


def days(first: str, last: str) -> dict[str, Any]:
    """Both days as changes of the selection."""
    return {"from": dt.date.fromisoformat(first), "to": dt.date.fromisoformat(last)}
