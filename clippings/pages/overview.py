# What happened: four figures, the volume with its peaks, who carried, who wrote, the newest.

from typing import Any

import pandas as pd
import streamlit as st

from clippings import chart_grammar, charts, questions
from clippings.archive.selection import Selection, day_in_words
from clippings.pages import answers, article, opening, origins, profile, sidebar, timeline
from clippings.pages.answers import Opened
from clippings.pages.escaping import plain

_NEWEST = 10
_LISTED = ("id", "headline", "day", "outlet", "origin", "origin_basis", "section", "copy_group")


def draw(here: Opened, selection: Selection) -> None:
    """The page."""
    figures_row(here, selection)
    volume(here, selection)
    left, right = st.columns(2, gap="large")
    with left:
        profile.ranking(here, selection, "outlet", "Who carried most?", most=5)
    with right:
        profile.ranking(here, selection, "origin", "Who wrote most?", most=5)
    newest(here, selection)


def figures_row(here: Opened, selection: Selection) -> None:
    """Four figures, their lines over time and their change, each opening what is behind it."""
    found = answers.figures(here, selection)
    by, _ = timeline.period(here, selection, None)
    lines = answers.figure_lines(here, selection, by)
    now = answers.parts(here, selection)
    spans = questions.spans(selection, found.first, found.last)
    ends = [answers.parts(here, one) for one in spans] if spans else None
    row = st.grid(4, min_column_width=165)

    def change(name: str) -> dict[str, Any]:
        # A period in which nobody's writer is known has no share: the line passes over it.
        shown: dict[str, Any] = {"line": [float(value) for value in lines[name].dropna()], "by": by}
        return shown | (_change(name, *ends) | {"delta_color": "off"} if ends else {})

    opening.figure(
        row, selection.unit.title(), f"{now.count:,}", "Open them", {}, **change("count")
    )
    opening.figure(
        row, "Outlets carrying", f"{now.outlets:,}", "Open by outlet", {"sort": "outlet"},
        **change("outlets"),
    )  # fmt: skip
    opening.figure(
        row, "Written elsewhere", _percent(now.elsewhere), "See from whom", {}, page="outlets",
        help="Of the articles whose writer is known, those that another than the carrier wrote.",
        **change("elsewhere"),
    )  # fmt: skip
    opening.figure(
        row, "Writer unknown", f"{now.unknown:,}", "Open these", {"origin": ["unknown"]},
        now.unknown > 0, **change("unknown"),
    )  # fmt: skip
    if found.first is not None:
        st.caption(_compared(selection, spans, by))


def _change(name: str, now: questions.Parts, before: questions.Parts) -> dict[str, Any]:
    """The change of one figure from the period before, and both numbers."""
    new, old = getattr(now, name), getattr(before, name)
    if new is None or old is None:
        # Said, so that the four stay in step.
        return _delta("–", f"{_percent(old)} → {_percent(new)}")
    if name == "elsewhere":
        points = opening.points(old, new)
        said = f"{_percent(old)} → {_percent(new)}"
        return _delta(f"{points:+}" if points else "±0", said)
    return _delta(f"{new - old:+,}" if new != old else "±0", f"{old:,} → {new:,}")


def _delta(change: str, said: str) -> dict[str, Any]:
    arrow = "off" if change in ("±0", "–") else "auto"
    return {"delta": change, "delta_description": said, "delta_arrow": arrow}


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.0%}"


def _compared(selection: Selection, spans: tuple[Selection, Selection] | None, by: str) -> str:
    """Which days the changes compare."""
    line = f"Lines by {by}. "
    if spans is None:
        return line + f"No change is shown: these {selection.unit} do not reach back two periods."
    now, before = (_days(one) for one in spans)
    which = "" if selection.from_ else f", the last 30 days of these {selection.unit},"
    return f"{line}Changes: {now}{which} against {before}."


def _days(selection: Selection) -> str:
    assert selection.from_ is not None
    assert selection.to is not None
    return f"{day_in_words(selection.from_)} – {day_in_words(selection.to)}"


def volume(here: Opened, selection: Selection) -> None:
    """The volume, with the headline most often carried in each of its three highest periods."""
    by, _ = timeline.period(here, selection, None)
    answer = answers.volume(here, selection, by=by)
    peaks = answers.peaks(here, selection, by)
    title = f"How many {selection.unit} a {by}?"
    figure = charts.volume_chart(answer, by=by, title=title, unit=selection.unit)
    charts.mark_peaks(figure, peaks, by)
    opening.clickable(
        figure,
        title,
        key="overview volume",
        click=lambda marks: opening.articles(timeline.meant(marks, by)),
    )
    if len(peaks):
        st.caption("The highest, with the headline most carried then:")
        with st.container(gap=None):
            for letter, peak in zip(
                charts.peak_letters(peaks), peaks.to_dict("records"), strict=True
            ):
                _draw_peak(letter, peak, by)
    opening.under_chart(here, selection, answer, f"volume by {by}", key="overview volume", by=by)


def _draw_peak(letter: str, peak: dict[str, Any], by: str) -> None:
    # Isolated: else the first mark of a headline from right to left jumps to its other end.
    short = f"\u2068{plain(chart_grammar.cut(peak['headline'], 90))}\u2069"
    st.button(
        f"**{letter}** {timeline.period_said(peak['date'], by)}: {peak['count']:,}, {short}",
        key=f"peak {peak['date']}",
        type="tertiary",
        icon=":material/arrow_forward:",
        on_click=opening.articles,
        args=(timeline.meant([[peak["date"], None]], by),),
    )


def newest(here: Opened, selection: Selection) -> None:
    """The newest articles; a row opens its article."""
    st.header(f"Newest {selection.unit}", anchor=False)
    rows = answers.rows(here, selection, columns=_LISTED, limit=_NEWEST)
    key = f"newest {st.session_state.get('clicks', 0)}"

    def chosen() -> None:
        at, copies = opening.rows_chosen(key), opening.copies_chosen(key, rows)
        st.session_state["clicks"] = st.session_state.get("clicks", 0) + 1
        if at and not copies:
            article.open_from_elsewhere(rows["id"].iloc[at[0]])

    st.dataframe(
        _shown(rows),
        key=key,
        hide_index=True,
        height="content",
        placeholder="–",
        selection_mode=opening.ROWS,
        on_select=chosen,
        column_config={
            "headline": st.column_config.TextColumn("Headline", width=190),
            "copies": st.column_config.NumberColumn("Articles", format="carried by %d", width=95),
            "day": st.column_config.DateColumn("Day", format="D MMM YYYY", width=90),
            "outlet": st.column_config.TextColumn("Carried by", width=130),
            "written": st.column_config.TextColumn("← Written by", width=150),
            "section": st.column_config.TextColumn("Section", width=150),
        },
        alt="The newest articles; choosing a row opens it",
    )
    st.button(
        "All of them", key="open newest", type="tertiary", icon=":material/arrow_forward:",
        on_click=opening.articles, args=({},),
    )  # fmt: skip


def _shown(rows: pd.DataFrame) -> pd.DataFrame:
    written = [origins.written(row) for row in rows.to_dict("records")]
    copies = {"copies": rows["copies"]} if "copies" in rows else {}
    return pd.DataFrame(
        {
            "headline": rows["headline"],
            "outlet": rows["outlet"],
            **copies,
            "written": pd.Series(written, dtype=object),
            "day": pd.to_datetime(rows["day"]),
            "section": rows["section"],
        }
    )


draw(answers.now(), sidebar.selection())
