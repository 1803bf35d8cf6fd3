"""What stands at the top of every page: the title, the selection in words, and what went wrong."""

import html
from dataclasses import replace

import streamlit as st

from clippings.archive.selection import PARTS, Selection, in_words
from clippings.errors import ClippingsError
from clippings.pages import answers, correcting_all, sidebar
from clippings.pages.answers import Opened
from clippings.pages.escaping import plain
from clippings.questions import Figures


def draw(here: Opened, selection: Selection, title: str) -> bool:
    """Draw title and selection; say whether there is anything for the page to show."""
    _draw_title(title, sample=here.is_sample)
    figures = answers.figures(here, selection)
    _draw_selection(here, selection, figures)
    if figures.articles:
        return True
    if "article" in st.query_params:
        return True
    _draw_nothing_found(here, selection)
    return False


def draw_empty(title: str) -> None:
    """Say what to type where there is nothing yet."""
    path = answers.archive_path()
    _draw_title(title, sample=path.name == "sample.db")
    st.header("There is nothing here yet", anchor=False)
    add, demo = answers.commands()
    st.write(
        "Open a terminal in the folder that holds your files, type this, then reload this page."
        " In the place of the dot you can name files, folders or patterns."
    )
    st.code(add, language=None, wrap_lines=True, width=_COMMAND)
    st.write("Or look at an invented sample first.")
    st.code(demo, language=None, wrap_lines=True, width=_COMMAND)
    st.html(f"<small>Articles will be kept in <code>{html.escape(str(path))}</code>.</small>")


_COMMAND = 720
"""Pixels: a command is no wider than one reads."""


def draw_error(error: ClippingsError, title: str | None) -> None:
    """Say what happened, where, and what to do; under the page's title, unless it stands there."""
    if title is not None:
        _draw_title(title, sample=False)
    st.error(
        f"**{plain(error.what)}:** {plain(error.where)}\n\n{plain(error.remedy)}",
        icon=":material/error:",
    )


# The theme's one colour cannot both lie under white words and be words on the dark ground. What leads
# on begins where lines begin, also in its second line; no line or bar runs across a whole wide screen.
_STYLE = """<style>
[data-testid="stMainBlockContainer"] {
  max-width: 1640px; margin: 0 auto; padding-inline: clamp(1rem, 3vw, 3rem);
}
button[kind="tertiary"] p { text-align: start; }
[class*="st-key-wide-"] { overflow-x: auto; }
[class*="st-key-wide-"] > * { min-width: 42rem; }
.js-plotly-plot :is([class$="tick"], [class^="g-"], .annotation, .textpoint) text,
.js-plotly-plot :is(.bartext, .legendtext) { fill: light-dark(#454C55, #C9CCD1) !important; }
.js-plotly-plot .g-gtitle text.gtitle { fill: light-dark(#14171A, #E7E5DF) !important; }
.js-plotly-plot :is(.gridlayer, .zerolinelayer) path { stroke: light-dark(#E3E1DB, #31363C) !important; }
[class*="st-key-wide-topics-by"] .bartext { fill: light-dark(#1C1F23, #F2F0EA) !important; }
/* In whole pixels: where there is a part of one over, plotly.js draws each chart twice. */
[data-testid="stFullScreenFrame"] { width: round(down, 100%, 1px); }
/* A table's own file would hold the rows on the screen alone: Download has them all. */
[data-testid="stElementToolbarButton"]:has([aria-label^="Download as CSV"]) { display: none; }
/* The order is the list's; a widget that is not drawn would forget it. */
.st-key-way .st-key-sort { display: none; }
[data-testid="stButtonGroup"] button[data-selected="true"] p { color: light-dark(#0F766E, #4CC9BB); }
</style>"""


def _draw_title(title: str, *, sample: bool) -> None:
    st.html(_STYLE)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.title(title, anchor=False, width="content")
        if sample:
            st.badge("sample, invented", icon=":material/experiment:", color="orange")


def _draw_selection(here: Opened, selection: Selection, figures: Figures) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.html(_count_in_words(selection, figures), width="content")
        for names, words in in_words(_with_label(here, selection)):
            st.button(
                plain(words),
                key="take away " + " ".join(names),
                icon=":material/close:",
                icon_position="right",
                help="Take this away",
                on_click=sidebar.take_away,
                args=names,
            )
        if figures.aside and not selection.aside:
            st.button(
                f"{figures.aside:,} set aside",
                key="open set aside",
                type="tertiary",
                help="Show these instead",
                on_click=sidebar.narrow,
                args=({"aside": True},),
            )
        left_out = _left_out(selection, figures)
        if left_out:
            st.caption(left_out, width="content")


def _count_in_words(selection: Selection, figures: Figures) -> str:
    stubs = figures.stubs if selection.stubs else 0
    articles = figures.articles - stubs
    said = f"<strong>{articles:,}</strong> {'article' if articles == 1 else 'articles'}"
    if selection.unit == "texts":
        texts = figures.count - stubs
        said = f"<strong>{texts:,}</strong> {'text' if texts == 1 else 'texts'} ({said})"
    if stubs:
        said += f" and <strong>{stubs:,}</strong> {'stub' if stubs == 1 else 'stubs'}"
    return said + ("" if selection.chosen else ", all there are")


def _left_out(selection: Selection, figures: Figures) -> str:
    said = []
    if figures.undated and not selection.undated:
        said.append(f"{figures.undated:,} of them undated")
    if figures.undated_left_out:
        said.append(f"{figures.undated_left_out:,} undated not shown")
    if figures.cut:
        said.append(f"{figures.cut:,} cut short")
    if figures.stubs and not selection.stubs:
        said.append(f"{figures.stubs:,} {'stub' if figures.stubs == 1 else 'stubs'} not counted")
    return " · ".join(said)


def _with_label(here: Opened, selection: Selection) -> Selection:
    """The selection with its topic's label and its group's first headline in the place of their ids,
    for words alone."""
    if selection.topic is not None:
        labels = answers.topic_labels(here)
        selection = replace(selection, topic=labels.get(selection.topic, selection.topic))
    if selection.group is not None and (first := answers.record(here, selection.group)):
        selection = replace(selection, group=f"“{first['headline']}”")
    return selection


def _draw_nothing_found(here: Opened, selection: Selection) -> None:
    """Name the narrowest filter, and offer to take it away."""
    correcting_all.draw_outcome(here)  # what was selected may be called something else now
    st.header("Nothing found", anchor=False)
    parts = in_words(_with_label(here, selection))
    if not parts:
        return
    names, words, found = _narrowest(here, selection, parts)
    said = (
        f"without it there are {found:,} {selection.unit}"
        if found
        else "it finds nothing by itself either"
    )
    if not found and len(parts) > 1:
        said = "no single filter is to blame; this one finds fewest by itself"
    st.html(
        f"<p>The narrowest filter: <strong><bdi>{html.escape(words)}</bdi></strong> ({said}).</p>"
    )
    st.button(
        f"Take away: {plain(words)}",
        key="take away narrowest",
        type="primary",
        on_click=sidebar.take_away,
        args=names,
    )


def _narrowest(
    here: Opened, selection: Selection, parts: list[tuple[tuple[str, ...], str]]
) -> tuple[tuple[str, ...], str, int]:
    """The part without which most is found, else the one that finds least alone: its names, its words,
    and how many articles there are without it."""
    without = [answers.count(here, selection.without(*names)) for names, _ in parts]
    if any(without):
        at = without.index(max(without))
    else:
        alone = [answers.count(here, _only(selection, names)) for names, _ in parts]
        at = alone.index(min(alone))
    return (*parts[at], without[at])


def _only(selection: Selection, names: tuple[str, ...]) -> Selection:
    return selection.without(*(part.name for part in PARTS if part.name not in names))
