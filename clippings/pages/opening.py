"""What opens from a number, a mark or a row: its articles, its table, its file."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from clippings import chart_grammar, questions
from clippings.archive.selection import Selection, day_in_words
from clippings.pages import ENTRIES, answers, files, sidebar
from clippings.pages.answers import Opened
from clippings.small_line import small_line

ROWS = ("single-row", "single-cell")
"""How a row is chosen: by its box, also from the keyboard, or by any of its cells."""

_MOST_POINTS = 60
"""A line in a table is some hundred pixels wide."""


def articles(changes: Mapping[str, Any]) -> None:
    """Narrow the selection and turn to its articles; for use in callbacks."""
    narrow_and_turn(changes, "articles")


def narrow_and_turn(changes: Mapping[str, Any], page: str) -> None:
    """Narrow the selection and turn to a page.

    What has a widget is set there; what has none yet is put into the address that is turned to,
    where the widget finds it: one made with a value does not write it there itself.
    """
    if page == "articles":
        changes = sidebar.as_counted(changes)
    held = {name: value for name, value in changes.items() if name in st.session_state}
    sidebar.narrow(held)
    address = {name: value for name, value in changes.items() if name not in held}
    st.session_state["turn to"] = (page, address)


def turn() -> None:
    """Turn to the page that a callback asked for, now that the sidebar holds the new selection."""
    asked = st.session_state.pop("turn to", None)
    if asked is not None:
        name, address = asked
        # Left to itself it clears the address, and refuses where that holds a filter; a mapping
        # lets the filters alone, and they write themselves into the new address.
        st.switch_page(ENTRIES[name].script, query_params=address)


def figure(
    place: DeltaGenerator,
    label: str,
    value: str,
    words: str,
    changes: Mapping[str, Any],
    opens: bool = True,
    *,
    page: str = "articles",
    line: Sequence[float] = (),
    by: str = "",
    **shown: Any,
) -> None:
    """A figure, its line over time, and the way to its articles or to the page that takes it apart."""
    with place.container(border=True, height="stretch"):
        st.metric(label, value, **shown)
        if drawn := small_line(line, f"{label}, over {len(line)} {by}s"):
            st.html(drawn)
        st.button(
            words,
            key=f"open {label}",
            type="tertiary",
            icon=":material/arrow_forward:",
            on_click=narrow_and_turn,
            args=(changes, page),
            disabled=not opens,
        )


def clickable(
    figure: Any,
    title: str,
    *,
    key: str,
    click: Callable[[list[list[Any]]], None],
    wide: bool = False,
) -> None:
    """Draw a chart whose marks are given to `click`, each as the data it carries; one that needs a
    `wide` place scrolls sideways on a narrow screen.

    Streamlit cannot take a chart's own selection back, so each click makes a new chart.
    """
    turn = f"{key} {st.session_state.get('clicks', 0)}"

    def chosen() -> None:
        points = st.session_state[turn]["selection"]["points"]
        marks = [list(point["customdata"]) for point in points if point.get("customdata")]
        st.session_state["clicks"] = st.session_state.get("clicks", 0) + 1
        # What stands for many at once carries nothing.
        if marks:
            click(marks)

    place = st.container(key=f"wide {key}") if wide else st.container()
    place.plotly_chart(
        chart_grammar.settle(figure),
        theme=None,
        key=turn,
        on_select=chosen,
        selection_mode=("points", "box"),
        config=chart_grammar.CONFIG,
        alt=title,
    )


def under_chart(
    here: Opened,
    selection: Selection,
    answer: pd.DataFrame,
    what: str,
    *,
    key: str,
    n: str = "",
    by: str = "day",
) -> None:
    """A chart's numbers as a table, its days written as the period `by` is, and as a file; and what it
    rests on: `n`, else all that is selected."""
    with st.container(horizontal=True, vertical_alignment="center"):
        # At the left: at the right, a table's own buttons come to lie over what stands above it.
        files.offer_table(here, selection, answer, what, key=key)
        table = st.toggle("Table", key=f"{key} table")
        st.caption(f"n = {n or answers.counted(here, selection)}", width="content")
    if table:
        dated = answer.assign(date=pd.to_datetime(answer["date"])) if "date" in answer else answer
        st.dataframe(
            dated,
            hide_index=True,
            placeholder="–",
            key=f"{key} rows",
            column_config=_volume_columns(selection.unit, by),
        )


def _volume_columns(unit: str, by: str) -> dict[str, Any]:
    """How the numbers of a chart over time are headed and written; undated has no day."""
    written = {"month": "MMM YYYY", "quarter": "[Q]Q YYYY", "year": "YYYY"}
    return {
        "date": st.column_config.DateColumn(
            "Week from" if by == "week" else by.title(), format=written.get(by, "D MMM YYYY")
        ),
        "group": "Which",
        "count": st.column_config.NumberColumn(unit.title(), format="localized"),
        "share": st.column_config.NumberColumn("Share", format="percent"),
    }


def above_table(
    here: Opened, selection: Selection, answer: pd.DataFrame, what: str, *, key: str
) -> None:
    """How many rows a table has, and its file."""
    with st.container(horizontal=True, vertical_alignment="center"):
        files.offer_table(here, selection, answer, what, key=key)
        st.caption(
            f"{len(answer):,} {what}, n = {answers.counted(here, selection)}", width="content"
        )


def with_lines(
    here: Opened, selection: Selection, answer: pd.DataFrame, column: str, name: str
) -> tuple[pd.DataFrame, str]:
    """The answer as a table: its share of all that is counted, its days, its line over time; and by what
    the line counts."""
    found = answers.figures(here, selection)
    by = _coarse(found.first, found.last)
    lines = answers.lines(here, selection, name, by)
    none = [0] * lines.shape[1]
    line = {str(value): row.tolist() for value, row in zip(lines.index, lines.values, strict=True)}
    table = answer.assign(
        share=(answer[selection.unit] / max(found.count, 1)).round(3),
        line=[line.get(str(value), none) for value in answer[column]],
    )
    for edge in ("first", "last"):
        table[edge] = pd.to_datetime(table[edge])
    return table, by


def _coarse(first: str | None, last: str | None) -> str:
    """The finest period that a small line can show."""
    if first is None or last is None:
        return "year"
    fits = (by for by in ("day", "week", "month", "quarter") if _few(first, last, by))
    return next(fits, "year")


def _few(first: str, last: str, by: str) -> bool:
    return len(questions.periods(first, last, by)) <= _MOST_POINTS


def table(
    table: pd.DataFrame,
    *,
    key: str,
    name: str,
    values: list[str],
    columns: Mapping[str, Any],
    by: str,
    page: str = "articles",
) -> None:
    """Draw a ranked table; a row opens the articles of its value, or the page about it."""
    turn = f"{key} table {st.session_state.get('clicks', 0)}"

    def chosen() -> None:
        rows = rows_chosen(turn)
        st.session_state["clicks"] = st.session_state.get("clicks", 0) + 1
        if rows:
            value = values[rows[0]]
            narrow_and_turn({name: value if name == "topic" else [value]}, page)

    st.dataframe(
        table,
        key=turn,
        hide_index=True,
        height="content" if len(table) <= 100 else 600,
        placeholder="–",
        on_select=chosen,
        selection_mode=ROWS,
        column_config={**columns, **_shared_columns(table, by)},
        alt=f"{key}, most articles first; choosing a row opens what is behind it",
    )


def pairs_table(pairs: pd.DataFrame, *, key: str) -> None:
    """Draw who carried whose; a row opens the articles of both."""
    turn = f"{key} pairs {st.session_state.get('clicks', 0)}"

    def chosen() -> None:
        rows = rows_chosen(turn)
        st.session_state["clicks"] = st.session_state.get("clicks", 0) + 1
        if rows:
            pair = pairs.iloc[rows[0]]
            articles({"origin": [pair["origin"]], "outlet": [pair["outlet"]]})

    st.dataframe(
        pairs,
        key=turn,
        hide_index=True,
        height="content" if len(pairs) <= 100 else 600,
        on_select=chosen,
        selection_mode=ROWS,
        column_config={
            "origin": st.column_config.TextColumn("Written by", width=260),
            "outlet": st.column_config.TextColumn("Carried by", width=260),
            "texts": st.column_config.NumberColumn("Texts", format="localized", width=90),
            "articles": st.column_config.NumberColumn(
                "In articles" if "texts" in pairs else "Articles", format="localized", width=90
            ),
        },
        alt="Who wrote and who carried; choosing a row opens its articles",
    )


def day_said(day: str | None) -> str:
    """A day in words, or that there is none."""
    return "undated" if day is None else day_in_words(dt.date.fromisoformat(day))


def copies_chosen(key: str, rows: pd.DataFrame) -> bool:
    """Turn to the copies of the text whose "carried by" was chosen in a table of these rows, which know
    their `copy_group`; whether one was. For use in callbacks."""
    cells = st.session_state[key]["selection"]["cells"]
    group = rows["copy_group"].iloc[cells[0][0]] if cells and cells[0][1] == "copies" else None
    if group is not None:
        narrow_and_turn({"group": group}, "copies")
    return group is not None


def rows_chosen(key: str) -> list[int]:
    """The rows that are chosen in a table, by their boxes or by any of their cells."""
    chosen = st.session_state[key]["selection"]
    return [*chosen["rows"], *(cell[0] for cell in chosen["cells"])]


def _shared_columns(table: pd.DataFrame, by: str) -> dict[str, Any]:
    day = {"format": "D MMM YYYY", "width": 92}
    return {
        "texts": st.column_config.NumberColumn("Texts", format="localized", width=80),
        "articles": st.column_config.NumberColumn(
            "In articles" if "texts" in table else "Articles", format="localized", width=80
        ),
        "share": st.column_config.ProgressColumn(
            "Share", format="percent", min_value=0, max_value=float(table["share"].max()), width=120
        ),
        "line": st.column_config.LineChartColumn(
            f"{'Texts' if 'texts' in table else 'Articles'} a {by}", width=150, y_min=0
        ),
        "first": st.column_config.DateColumn("First", **day),
        "last": st.column_config.DateColumn("Last", **day),
    }


def points(old: float, new: float) -> int:
    """The change of a share in percentage points, of both as they are shown beside it."""
    return round(100 * new) - round(100 * old)
