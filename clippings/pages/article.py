"""One article opened: its text, all that is known of it, and the way to its neighbours in the list."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from clippings.archive.selection import Selection
from clippings.pages import (
    answers,
    correcting,
    files,
    opening,
    origins,
    reading,
    removing,
    setting_aside,
    versions,
)
from clippings.pages.answers import Opened

PAGE_SIZE = 50
"""Articles on one page of the list."""

_WIDE = 930
"""Pixels: lines of 70 letters and the margin."""

_LOOKED_THROUGH = 20_000
"""So far down the list an article is looked for whose place is not known."""


def open(id: str, place: int | None) -> None:
    """Put the article into the address and keep its place in the list; for use in callbacks."""
    st.session_state["place"] = place
    st.query_params["article"] = id


def open_from_elsewhere(id: str) -> None:
    """Turn to the article from a page that is no list of articles; for use in callbacks."""
    st.session_state["place"] = None
    opening.articles({"article": id})


def close() -> None:
    """Go back to the page of the list that the article stands on."""
    place = st.session_state.get("place")
    if place is not None:
        # Both: a widget made with a value does not write it into the address itself.
        page = st.session_state["page"] = place // PAGE_SIZE + 1
        if page > 1:
            st.query_params["page"] = str(page)
    forget()


def forget() -> None:
    """Take the article out of the address."""
    st.session_state["closed"] = st.session_state.get("closed", 0) + 1
    if "article" in st.query_params:
        del st.query_params["article"]


def draw(
    here: Opened,
    selection: Selection,
    id: str,
    choose_order: Callable[[Selection], dict[str, Any]],
) -> None:
    """The opened article."""
    record = answers.record(here, id)
    stored = answers.versions(here, id)
    changes = _draw_way(here, selection, id, record, stored, choose_order)
    if record is None:
        removing.draw_removed(here, id)
        return
    if changes:
        versions.draw(here, record, stored)
        return
    # No wider than a text and its margin are, else half a wide screen lies between them.
    text, margin = st.container(width=_WIDE).columns([2, 1], gap="large")
    with margin:
        version = _draw_margin(record, stored)
        correcting.draw_log(here, id)
    with text:
        _draw_text(record, version, selection)


def _draw_way(
    here: Opened,
    selection: Selection,
    id: str,
    record: dict[str, Any] | None,
    stored: pd.DataFrame,
    choose_order: Callable[[Selection], dict[str, Any]],
) -> bool:
    """Back to the list, to the neighbours, copies and file; whether two versions are asked for."""
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key="way"):
        st.button("List", key="close", icon=":material/arrow_back:", on_click=close)
        place, before, after = _neighbours(here, selection, id, choose_order(selection))
        _step("Previous", before, None if place is None else place - 1, "Left")
        if place is not None:
            count = answers.count(here, selection)
            st.caption(f"{place + 1:,} of {count:,}", width="content")
        _step("Next", after, None if place is None else place + 1, "Right")
        if record is not None:
            _offer_copies(here, record)
            files.offer_article(here, record, key="article")
            correcting.draw_form(here, record)
            setting_aside.draw(here, record)
            removing.draw(here, record)
        return versions.offer(stored)


def _offer_copies(here: Opened, record: dict[str, Any]) -> None:
    """The way to all who carry this text, where others do."""
    group = record["copy_group"]
    carried = answers.count(here, Selection(group=group)) if group else 0
    if carried > 1:
        st.button(
            f"Carried by {carried:,}", key="open copies", icon=":material/content_copy:",
            help="Who took this text, and what they changed",
            on_click=opening.narrow_and_turn, args=({"group": group}, "copies"),
        )  # fmt: skip


def _step(label: str, id: str | None, place: int | None, shortcut: str) -> None:
    st.button(
        label,
        key=f"step {label}",
        on_click=open,
        args=(id, place),
        disabled=id is None,
        shortcut=shortcut,
    )


def _link() -> str:
    address = (st.context.url or "").partition("?")[0]
    keys = [(name, value) for name in st.query_params for value in st.query_params.get_all(name)]
    return f"{address}?{urlencode(keys)}"


def _neighbours(
    here: Opened, selection: Selection, id: str, order: dict[str, Any]
) -> tuple[int | None, str | None, str | None]:
    """The article's place in the list, and the ids before and after it there."""
    place = _place(here, selection, id, order)
    if place is None:
        return None, None, None
    first = max(place - 1, 0)
    near = _ids(here, selection, order, limit=place - first + 2, offset=first)
    before = near[0] if place > 0 else None
    after = near[place - first + 1] if len(near) > place - first + 1 else None
    return place, before, after


def _place(here: Opened, selection: Selection, id: str, order: dict[str, Any]) -> int | None:
    place = st.session_state.get("place")
    if place is not None and _ids(here, selection, order, limit=1, offset=place) == [id]:
        return place
    ids = _ids(here, selection, order, limit=_LOOKED_THROUGH, offset=0)
    place = ids.index(id) if id in ids else None
    st.session_state["place"] = place
    return place


def _ids(
    here: Opened, selection: Selection, order: dict[str, Any], *, limit: int, offset: int
) -> list[str]:
    rows = answers.rows(here, selection, columns=("id",), limit=limit, offset=offset, **order)
    return list(rows["id"])


def _draw_text(record: dict[str, Any], version: pd.Series | None, selection: Selection) -> None:
    headline, text = record["headline"], record["text"] or ""
    if version is not None:
        headline, text = version["headline"], version["text"]
        st.info(
            "This is a former version. The current one says otherwise.", icon=":material/history:"
        )
    body, _ = reading.text_html(
        headline, text, record["language"], selection.query, reading.line_html(record)
    )
    st.html(body)
    if record.get("stub"):
        st.caption("A stub: the page had the headline and the day, not the text.")
    if record["cut"]:
        st.caption("The capture ended here, before the article did.")


def _draw_margin(record: dict[str, Any], stored: pd.DataFrame) -> pd.Series | None:
    """What else is known of it; the former version that was chosen, if one was."""
    version = None
    removed = record["removed"] or []
    if removed:
        with st.expander(f"Removed from the text: {len(removed):,}", expanded=len(removed) <= 6):
            st.html(reading.removed_html(removed))
    if record["byline"] or record["credits"] or record["byline_basis"] == "decided":
        with st.expander("Who signs it", expanded=True):
            st.html(reading.people_html(record))
    if len(stored) > 1:
        with st.expander(f"Versions: {len(stored):,}", expanded=True):
            version = _choose_version(stored)
    with st.expander("Dates", expanded=True):
        st.html(origins.dates_html(record))
    with st.expander("Source", expanded=True):
        st.html(reading.facts_html(record, versions=len(stored)))
        st.caption("Link to this view")
        st.code(_link(), language=None, wrap_lines=True)
    return version


def _choose_version(stored: pd.DataFrame) -> pd.Series | None:
    """A former version, where one was chosen."""
    named = {_version_name(len(stored) - at, row): row for at, row in _rows(stored)}
    if len(named) > 1:
        chosen = st.segmented_control(
            "Show", list(named), key="version", bind="query-params", width="stretch"
        )
    else:
        chosen = None
    st.html(reading.versions_html(named))
    return named[chosen] if chosen and not named[chosen]["current"] else None


def _rows(table: pd.DataFrame) -> list[tuple[int, pd.Series]]:
    return [(at, table.iloc[at]) for at in range(len(table))]


def _version_name(number: int, row: pd.Series) -> str:
    return f"{number}, current" if row["current"] else str(number)
