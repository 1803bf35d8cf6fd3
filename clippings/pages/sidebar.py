"""The sidebar: widgets bound to the address bar, and the selection they make."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import streamlit as st

from clippings.archive import selection as selections
from clippings.archive.language_names import language_code, language_name
from clippings.archive.selection import CHOICES, PARTS, Selection, conditions_without
from clippings.chart_grammar import cut
from clippings.pages import answers
from clippings.pages.answers import Opened
from clippings.pages.escaping import plain

_FIRST_DAY = dt.date(1700, 1, 1)
_LAST_DAY = dt.date(2199, 12, 31)
_MOST_OPTIONS = 2000
"""All options travel to the browser; the biggest so many are offered, any other can be in the address."""


def draw(here: Opened) -> Selection:
    """Draw all filters and give the selection that they make."""
    st.text_input(
        "Words",
        key="query",
        type="search",
        bind="query-params",
        placeholder="Search headlines and texts",
        help='A `"phrase"` in quotation marks, `OR`, `-not` and `wild*` are understood.',
    )
    _unit()
    _names(here, "outlet", "Carried by", "Any outlet")
    _names(here, "origin", "Written by", "Anyone")
    _day("from", "From")
    _day("to", "To")
    _choice("dates", "Which day", "Of publication here, or of the original where it is known.")
    _names(here, "section", "Section", "Any section")
    _names(here, "language", "Language", "Any language")
    _once_chosen("topic", "Topic", lambda id: answers.topic_labels(here).get(id))
    _once_chosen("group", "Copies of", lambda id: (answers.record(here, id) or {}).get("headline"))
    _once_chosen("source", "Source")
    _once_chosen("lag", "Days on the way")
    _once_chosen("byline", "Signed by")
    _once_chosen("first", "First carried")
    st.toggle(
        "Only undated", key="undated", bind="query-params", help="Articles whose day is not known."
    )
    st.toggle("Stubs too", key="stubs", bind="query-params", help="Headlines without a text.")
    st.toggle(
        "Only set aside",
        key="aside",
        bind="query-params",
        help="What was set aside as not relevant, and counts nowhere else.",
    )
    st.button("Reset", key="reset", icon=":material/restart_alt:", on_click=reset, width="stretch")
    return selection()


def selection() -> Selection:
    """What the widgets hold, as a selection."""
    state = st.session_state
    given: dict[str, Any] = {}
    for part in PARTS:
        value = state.get(part.name)
        if part.kind == "names":
            given[part.field] = tuple(sorted(set(_stored(part.name, value or ()))))
        elif part.kind == "flag":
            given[part.field] = bool(value)
        elif part.kind in ("name", "day"):
            given[part.field] = value or None
        elif part.kind == "choice":
            given[part.field] = value or CHOICES[part.name][0]
        elif part.kind == "text":
            given[part.field] = (value or "").strip()
    return Selection(**given)


def reset() -> None:
    """Take every filter away; for use in callbacks, like all that follow."""
    take_away(*(part.name for part in PARTS))


def take_away(*names: str) -> None:
    """Take the named parts of the selection away."""
    for part in PARTS:
        if part.name in names and part.name in st.session_state:
            usual = CHOICES[part.name][0] if part.kind == "choice" else _NOTHING[part.kind]
            st.session_state[part.name] = usual
    if st.session_state.get("first"):
        held = conditions_without(st.session_state["first"], names)
        st.session_state["first"] = list(held)


def narrow(changes: Mapping[str, Any]) -> None:
    """Set the named parts; `names` take a list."""
    for name, value in _shown(changes).items():
        # A widget that is only now made, with a value, does not write it into the address itself.
        if name not in st.session_state and value:
            st.query_params[name] = value
        st.session_state[name] = value


def as_counted(changes: Mapping[str, Any]) -> dict[str, Any]:
    """The changes by which a mark opens to exactly what it counts."""
    unit = st.session_state.get("unit") or CHOICES["unit"][0]
    held = tuple(st.session_state.get("first") or ())
    left, first = selections.as_counted(unit, held, changes)
    return left if len(left) == len(changes) else {**left, "first": list(first)}


def toggle(changes: Mapping[str, Any]) -> None:
    """Set the named parts, or take them away where that is what they hold: a second click undoes one."""
    counted = as_counted(changes)
    if "first" in counted and counted["first"] == (st.session_state.get("first") or []):
        take_away(*changes)
        return
    changes = counted
    if all(st.session_state.get(name) == value for name, value in _shown(changes).items()):
        take_away(*changes)
    else:
        narrow(changes)


_NOTHING: dict[str, Any] = {
    "text": "", "names": [], "name": None, "day": None, "flag": False,
}  # fmt: skip


def _shown(changes: Mapping[str, Any]) -> dict[str, Any]:
    """The changes as widgets and the address hold them: languages by their names."""
    return {
        name: [language_name(value) for value in values] if name == "language" else values
        for name, values in changes.items()
    }


def _stored(name: str, values: Iterable[str]) -> Iterable[str]:
    """Values as the archive holds them; an address may have the codes of languages, too."""
    return map(language_code, values) if name == "language" else values


def _names(here: Opened, name: str, label: str, nothing: str) -> None:
    """Values to choose from."""
    facet = answers.facet(here, Selection(stubs=True), name)[name].head(_MOST_OPTIONS)
    known = _shown({name: list(facet)})[name]
    options = known + [value for value in _asked_for(name) if value not in known]
    st.multiselect(
        label,
        options,
        key=name,
        bind="query-params",
        placeholder=nothing,
        select_all=False,
    )


def _unit() -> None:
    """What every number on every page counts."""
    st.radio(
        "Count",
        CHOICES["unit"],
        key="unit",
        bind="query-params",
        horizontal=True,
        help="A text is counted once however many articles carry it: where and when it stood first"
        " among those selected.",
    )


def _choice(name: str, label: str, help: str) -> None:
    """One of a few; the first is meant where nothing is chosen, and stands in no address."""
    st.selectbox(label, CHOICES[name], key=name, bind="query-params", help=help)


def _once_chosen(name: str, label: str, said: Callable[[str], str | None] | None = None) -> None:
    """A filter that is chosen elsewhere on the pages and stands here only while it is; where the address
    holds an id, what it is called stands above it."""
    chosen = _asked_for(name)
    if chosen and said:
        called = said(chosen[0])
        label = f"{label}: \u2068{plain(cut(called, 60))}\u2069" if called else label
        st.selectbox(label, chosen, index=None, key=name, bind="query-params")
    elif chosen:
        st.multiselect(label, chosen, key=name, bind="query-params", select_all=False)


def _asked_for(name: str) -> list[str]:
    """What the address or a click asks for, known or not: an unknown name finds nothing, and says so."""
    held = st.session_state.get(name)
    held = [held] if isinstance(held, str) else held or []
    return list(dict.fromkeys([*held, *st.query_params.get_all(name)]))


def _day(name: str, label: str) -> None:
    st.date_input(
        label,
        value=None,
        key=name,
        min_value=_FIRST_DAY,
        max_value=_LAST_DAY,
        format="YYYY-MM-DD",
        bind="query-params",
    )
