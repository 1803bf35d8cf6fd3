# How many articles, when, and whose.

import datetime as dt
from typing import Any

import streamlit as st

from clippings import charts, questions
from clippings.archive import PERIODS
from clippings.archive.selection import Selection, day_in_words
from clippings.pages import answers, opening, sidebar
from clippings.pages.answers import Opened

_SPLITS = questions.SPLITS
_MOST = charts.MOST_GROUPS - 1


def figures_row(here: Opened, selection: Selection) -> None:
    """Four figures, each of which opens its articles."""
    found = answers.figures(here, selection)
    days, span = _span(found.first, found.last)
    row = st.grid(4, min_column_width=165)
    opening.figure(row, "Articles", f"{found.articles:,}", "Open them", {})
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


def choices() -> tuple[str | None, str | None, bool]:
    """Period, split and share, as the widgets and the address have them."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        by = st.segmented_control("By", PERIODS, key="by", bind="query-params")
        split = st.segmented_control("Split by", _SPLITS, key="split", bind="query-params")
        share = st.toggle("As shares", key="share", bind="query-params", disabled=split is None)
    return by, split, share and split is not None


def period(here: Opened, selection: Selection, by: str | None) -> tuple[str, list[str]]:
    """The period to count by, and the one bar chosen, if it is exactly a bar that was chosen.

    A bar that was clicked keeps its neighbours around it, so that a second click takes it back; any
    other pair of days is looked at closely.
    """
    wide = selection.without("from", "to")
    found = answers.figures(here, wide)
    period = by or questions.sensible_period(found.first, found.last)
    if selection.from_ and selection.to:
        first = str(selection.from_)
        if first in questions.periods(first, first, period) and (
            questions.last_day(first, period) == selection.to
        ):
            return period, [first]
    if by is None:
        found = answers.figures(here, selection)
        period = questions.sensible_period(found.first, found.last)
    return period, []


def clicked(marks: list[list[Any]], by: str, split: str | None) -> None:
    """Narrow the selection to the bar clicked or the bars marked, or take that back."""
    dates = sorted(mark[0] for mark in marks if mark[0])
    if not dates:
        sidebar.toggle({"undated": True})
        return
    changes: dict[str, Any] = {
        "from": dt.date.fromisoformat(dates[0]),
        "to": questions.last_day(dates[-1], by),
    }
    groups = {mark[1] for mark in marks}
    if split and len(groups) == 1 and not charts.is_rest(group := groups.pop()):
        changes[split] = [group]
    sidebar.toggle(changes)


def draw(here: Opened, selection: Selection) -> None:
    """The page."""
    figures_row(here, selection)
    by, split, share = choices()
    by, chosen = period(here, selection, by)
    ask = {"by": by, "split": split, "share": share}
    answer = answers.volume(here, selection, **ask)
    around = selection.without("from", "to") if chosen else selection
    shown = answers.volume(here, around, **ask, most=_MOST)
    title = f"How many articles a {by}" + (f", by {split}?" if split else "?")
    figure = charts.volume_chart(shown, by=by, title=title, share=share, chosen=chosen)
    opening.clickable(
        figure, title, key="volume chart", click=lambda marks: clicked(marks, by, split)
    )
    what = f"volume by {by}" + (f" and {split}" if split else "")
    opening.under_chart(here, selection, answer, what, key="volume")


draw(answers.now(), sidebar.selection())
