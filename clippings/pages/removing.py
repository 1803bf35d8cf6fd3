"""An article removed for good where it is read: a reason, then a second question; and what is left to say."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from clippings.archive import open_archive
from clippings.archive.selection import day_in_words
from clippings.errors import ClippingsError
from clippings.pages import answers, correcting
from clippings.pages.answers import Opened
from clippings.pages.escaping import plain, tag_text
from clippings.removals import in_words, remove

_ASKED, _LEFT = "removal asked", "words left"


def draw(here: Opened, record: Mapping[str, Any]) -> None:
    """The way to remove this article for good, or why it cannot be."""
    with st.popover("Remove for good", icon=":material/delete_forever:"):
        closed = correcting.why_closed(Path(here.path))
        if closed:
            st.caption(closed)
        elif st.session_state.get(_ASKED, ("", ""))[0] == record["id"]:
            _ask_again(here, record["id"], st.session_state[_ASKED][1])
        else:
            _ask(record["id"])


def draw_removed(here: Opened, id: str) -> None:
    """What the log says of an article that is not there: that it was removed, when and why."""
    removal = answers.removal(here, id)
    if removal is None:
        st.html("<p>There is no article of this id in the archive.</p>")
        return
    day = day_in_words(dt.date.fromisoformat(removal.when[:10]))
    st.html(
        f"<p>This article was removed for good on {day} by {tag_text(removal.who)}, because"
        f" {tag_text(removal.because)}</p><p><small>Decision {removal.decision} in the log."
        " It is not loaded again.</small></p>"
    )
    left = st.session_state.pop(_LEFT, None)
    if left:
        st.warning(plain(left), icon=":material/info:")


def _ask(id: str) -> None:
    with st.form(f"remove {id}", border=False):
        because = st.text_input(
            "Because", key=f"why remove {id}", placeholder="Stays in the log",
            help="Do not repeat here what must be gone.",
        ).strip()  # fmt: skip
        st.caption("With all that the archive holds of it. You are asked once more.")
        if not st.form_submit_button("Remove…"):
            return
    if not because:
        st.warning("Say why: others will read it in the log.", icon=":material/info:")
        return
    st.session_state[_ASKED] = (id, because)
    st.rerun()


def _ask_again(here: Opened, id: str, because: str) -> None:
    st.warning(
        in_words(answers.lost(here, id), Path(here.path).stat().st_size), icon=":material/warning:"
    )
    st.html(f"<small>Because {tag_text(because)}</small>")
    with st.container(horizontal=True):
        st.button("Keep it", key=f"keep {id}", on_click=_forget)
        if st.button("Remove it for good", key=f"remove for good {id}", type="primary"):
            _remove(here, id, because)


def _forget() -> None:
    st.session_state.pop(_ASKED, None)


def _remove(here: Opened, id: str, because: str) -> None:
    _forget()
    try:
        with (
            st.spinner("Writing the archive anew; a large one takes some minutes"),
            open_archive(Path(here.path), write=True) as archive,
        ):
            done = remove(archive, (id,), because=because, who=correcting.who())
    except ClippingsError as error:
        st.error(f"**{plain(error.what)}:** {plain(error.where)}\n\n{plain(error.remedy)}")
        return
    st.session_state[_LEFT] = done.left
    st.rerun()
