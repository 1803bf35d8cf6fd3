# How many articles, when, and whose.

import streamlit as st

from clippings import charts, questions
from clippings.archive.language_names import NAMES
from clippings.archive.selection import Selection
from clippings.pages import answers, opening, sidebar, timeline
from clippings.pages.answers import Opened

_SPLITS = questions.SPLITS
_MOST = charts.MOST_GROUPS - 1


def choices(here: Opened, selection: Selection) -> tuple[str, list[str], str | None, bool]:
    """Period, the bar chosen, split and share, as the widgets and the address have them."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        by, chosen = timeline.choose_period(here, selection)
        split = st.segmented_control("Split by", _SPLITS, key="split", bind="query-params")
        share = st.toggle(
            "As shares",
            key="share",
            bind="query-params",
            disabled=split is None,
            help="Of what each period has; choose a split first.",
        )
    return by, chosen, split, share and split is not None


def draw(here: Opened, selection: Selection) -> None:
    """The page."""
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
    if split == "language":
        charts.rename(figure, NAMES)
    opening.clickable(
        figure,
        title,
        key="volume chart",
        click=lambda marks: sidebar.toggle(timeline.meant(marks, by, split)),
    )
    what = f"volume by {by}" + (f" and {split}" if split else "")
    n = _n(here, selection, around, share=share)
    opening.under_chart(here, selection, answer, what, key="volume", n=n, by=by)
    st.button(
        "Open them",
        key="open volume",
        type="tertiary",
        icon=":material/arrow_forward:",
        on_click=opening.articles,
        args=({},),
    )


def _n(here: Opened, selection: Selection, around: Selection, *, share: bool) -> str:
    """What the chart rests on: all that it shows, also around the bar that is chosen."""
    shown = answers.figures(here, around)
    said = answers.counted(here, around)
    if share and shown.undated:
        said += f", {shown.undated:,} undated in no share"
    chosen = answers.count(here, selection)
    return said if around == selection else f"{said}, {chosen:,} of them chosen"


draw(answers.now(), sidebar.selection())
