"""Articles over time, for every page that shows them: by which period, and what a click means."""

import datetime as dt
from typing import Any

import streamlit as st

from clippings import charts, questions
from clippings.archive import PERIODS
from clippings.archive.selection import Selection, day_in_words
from clippings.pages import answers
from clippings.pages.answers import Opened

SPLIT_WORDS = {
    "outlet": "who carried them",
    "origin": "who wrote them",
    "section": "section",
    "language": "language",
}
"""What a chart's title says of a split."""


def choose_period(here: Opened, selection: Selection) -> tuple[str, list[str]]:
    """The period to count by, and the one bar chosen, as `period` has them; where nobody chose, the
    chart's title says which it is."""
    by = st.segmented_control(
        "By",
        PERIODS,
        key="by",
        bind="query-params",
        help="Choose none, and it is what fits the days shown.",
    )
    return period(here, selection, by)


def period(here: Opened, selection: Selection, by: str | None) -> tuple[str, list[str]]:
    """The period to count by, and the one bar chosen, if it is exactly a bar that was chosen.

    A bar that was clicked keeps its neighbours around it, so that a second click takes it back; any
    other pair of days is looked at closely.
    """
    wide = selection.without("from", "to")
    found = answers.figures(here, wide)
    period = by or questions.sensible_period(found.first, found.last)
    asked = selection.asked
    if asked.from_ and asked.to:
        first = str(asked.from_)
        if first in questions.periods(first, first, period) and (
            questions.last_day(first, period) == asked.to
        ):
            return period, [first]
    if by is None:
        found = answers.figures(here, selection)
        period = questions.sensible_period(found.first, found.last)
    return period, []


def period_said(date: str, by: str) -> str:
    """A period by its first day, as short as it can be named."""
    day = dt.date.fromisoformat(date)
    said = day_in_words(day)
    if by == "year":
        return str(day.year)
    if by == "quarter":
        return f"quarter {(day.month + 2) // 3} of {day.year}"
    return said.partition(" ")[2] if by == "month" else said


def meant(marks: list[list[Any]], by: str, split: str | None = None) -> dict[str, Any]:
    """What the bars clicked or marked stand for, as changes of the selection."""
    dates = sorted(mark[0] for mark in marks if mark[0])
    if not dates:
        return {"undated": True}
    changes: dict[str, Any] = {
        "from": dt.date.fromisoformat(dates[0]),
        "to": questions.last_day(dates[-1], by),
    }
    groups = {mark[1] for mark in marks}
    if split and len(groups) == 1 and not charts.is_rest(group := groups.pop()):
        changes[split] = [group]
    return changes
