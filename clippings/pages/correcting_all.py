"""One field of all selected articles set by hand, by one decision that is taken back whole."""

from pathlib import Path

import streamlit as st

from clippings.archive import open_archive
from clippings.archive.selection import Selection, describe
from clippings.derive_copies import regroup
from clippings.errors import ArchiveError, ClippingsError
from clippings.pages import answers, correcting
from clippings.pages.answers import Opened
from clippings.pages.escaping import plain, tag_text
from clippings.taking_back import take_back


def draw(here: Opened, selection: Selection) -> None:
    """The form that corrects all that is selected, copies one by one."""
    each = selection.without("unit")
    count = answers.count(here, each)
    if not count:
        return
    # Another state of the archive: closed, and what was agreed to is agreed to no more.
    key = f"correct all {here.version}"
    with st.popover(f"Correct all {count:,}", icon=":material/edit_note:", key=key):
        closed = correcting.why_closed(Path(here.path))
        if closed:
            st.caption(closed)
            return
        st.html(f"<p><strong>{_articles(count)}</strong>: {tag_text(describe(each))}</p>")
        _draw_form(here, each, count)


def draw_outcome(here: Opened) -> None:
    """What became of it, and the way back."""
    correcting.say_what_failed()
    done = st.session_state.get("corrected all")
    if done is None or done["path"] != here.path:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.success(f"{done['words']} Decision {done['number']}.", icon=":material/check:")
        st.button("Take it back", key="take all back", on_click=_take_back, args=(here.path,))
        st.button("Close", key="close corrected", type="tertiary", on_click=_forget)


def _draw_form(here: Opened, selection: Selection, count: int) -> None:
    of = f"correct all {selection} {here.version}"
    with st.form(of, border=False):
        field = st.selectbox(
            "Field", list(correcting.LABELS), format_func=correcting.LABELS.__getitem__,
            key=f"{of} field",
        )  # fmt: skip
        value = st.text_input("What it is", key=f"{of} value", help=correcting.WRITTEN).strip()
        because = st.text_input(
            "Because", key=f"{of} because", placeholder="For whoever reads the log"
        ).strip()
        sure = st.checkbox(f"Yes, all {count:,}, whatever they say now", key=f"{of} sure")
        st.caption("One decision in the log with your name; taking it back takes all of it back.")
        if not st.form_submit_button(f"Correct all {count:,}", type="primary"):
            return
    if not because:
        st.warning("Say why: others will read it in the log.", icon=":material/info:")
    elif not sure:
        st.warning(f"Say that all {count:,} are meant.", icon=":material/info:")
    else:
        _write(here.path, selection, count, field, value, because)
        st.rerun()


def _write(
    path: str, selection: Selection, count: int, field: str, value: str, because: str
) -> None:
    """Decide it, the archive open for writing only meanwhile."""
    try:
        with (
            st.spinner("Waiting for the archive"),
            open_archive(Path(path), write=True) as archive,
        ):
            ids = archive.rows(selection, ("id",))["id"].tolist()
            if len(ids) != count:
                what = f"{_articles(len(ids))} are selected now, not {count:,}"
                raise ArchiveError(what, path, "Look at them again.")
            number = archive.decide(
                ids, field, value or None, because=because, who=correcting.who()
            )
            regroup(archive)
    except ClippingsError as error:
        st.session_state["not corrected"] = error
        return
    told = value or ("nobody" if field == "byline" else "not known")
    words = f"{_articles(count)} corrected. {correcting.LABELS[field]}: {plain(told)}."
    st.session_state["corrected all"] = {"path": path, "number": number, "words": words}


def _take_back(path: str) -> None:
    """Undo the last one; for use in callbacks."""
    done = st.session_state.pop("corrected all")
    try:
        with open_archive(Path(path), write=True) as archive:
            take_back(archive, done["number"], who=correcting.who())
    except ClippingsError as error:
        st.session_state["not corrected"] = error


def _forget() -> None:
    del st.session_state["corrected all"]


def _articles(count: int) -> str:
    return f"{count:,} article" + ("" if count == 1 else "s")
