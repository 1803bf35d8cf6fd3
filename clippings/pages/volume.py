# How many articles, when, and whose.

import datetime as dt

import streamlit as st

from clippings import charts, questions
from clippings.archive.selection import Selection, day_in_words
from clippings.pages import answers, opening, sidebar, timeline
from clippings.pages.answers import Opened

_SPLITS = questions.SPLITS
_MOST = charts.MOST_GROUPS - 1


def figures_row(here: Opened, selection: Selection) -> None:
    """Four figures, each of which opens its articles."""
    found = answers.figures(here, selection)
    days, span = _span(found.first, found.last)
    row = st.grid(4, min_column_width=165)
    opening.figure(row, selection.unit.title(), f"{found.count:,}", "Open them", {})
    opening.figure(row, "Outlets", f"{found.outlets:,}", "Open by outlet", {"sort": "outlet"})
    opening.figure(
        row, "Undated", f"{found.undated:,}", "Open these", {"undated": True}, found.undated > 0
    )
    opening.figure(row, "Days, first to last", days, span, {"sort": "oldest"})


def _span(first: str | None, last: str | None) -> tuple[str, str]:
    """How many days, and which."""
    if first is None or last is None:
        return "–", "No days known"
    days = [dt.date.fromisoformat(day) for day in (first, last)]
    words = " – ".join(dict.fromkeys(day_in_words(day) for day in days))
    return f"{(days[1] - days[0]).days + 1:,}", words


def choices(here: Opened, selection: Selection) -> tuple[str, list[str], str | None, bool]:
    """Period, the bar chosen, split and share, as the widgets and the address have them."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        by, chosen = timeline.choose_period(here, selection)
        split = st.segmented_control("Split by", _SPLITS, key="split", bind="query-params")
        share = st.toggle("As shares", key="share", bind="query-params", disabled=split is None)
    return by, chosen, split, share and split is not None


def draw(here: Opened, selection: Selection) -> None:
    """The page."""
    figures_row(here, selection)
    by, chosen, split, share = choices(here, selection)
    ask = {"by": by, "split": split, "share": share}
    answer = answers.volume(here, selection, **ask)
    around = selection.without("from", "to") if chosen else selection
    shown = answers.volume(here, around, **ask, most=_MOST)
    title = f"How many {selection.unit} a {by}?"
    if split:
        title = f"{selection.unit.title()} a {by}, by {timeline.SPLIT_WORDS[split]}"
    figure = charts.volume_chart(
        shown, by=by, title=title, share=share, chosen=chosen, unit=selection.unit
    )
    opening.clickable(
        figure,
        title,
        key="volume chart",
        click=lambda marks: sidebar.toggle(timeline.meant(marks, by, split)),
    )
    what = f"volume by {by}" + (f" and {split}" if split else "")
    opening.under_chart(here, selection, answer, what, key="volume")


draw(answers.now(), sidebar.selection())
