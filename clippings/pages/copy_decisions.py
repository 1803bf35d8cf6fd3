"""What an analyst says of two articles: that they belong together, or that they are no copies."""

from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import streamlit as st

from clippings.archive import open_archive
from clippings.derive_copies import decide_pair
from clippings.errors import ClippingsError
from clippings.pages import comparing, correcting
from clippings.pages.answers import Opened
from clippings.pages.escaping import plain


def draw(here: Opened, members: pd.DataFrame) -> None:
    """Take one of them out of the group, or bring another article in, each with its reason."""
    _say_what_failed()
    with st.expander("Not one text? Or one is missing?", icon=":material/call_split:"):
        closed = correcting.why_closed(Path(here.path))
        if closed:
            st.caption(closed)
            return
        first = members["id"].iloc[0]
        said = {
            row["id"]: comparing.line(row["outlet"], row["day"] or None, row["headline"])
            for row in members.iloc[1:].to_dict("records")
        }
        with st.form(f"decide {first}", border=False):
            one = st.selectbox(
                "This article is no copy of the first", list(said), index=None,
                format_func=said.__getitem__, key=f"apart {first}",
            )  # fmt: skip
            other = st.text_input("The article of this id belongs to it", key=f"together {first}")
            because = st.text_input(
                "Because", key=f"because {first}", placeholder="For whoever reads the log"
            )
            st.caption("Kept above all that is found, also when copies are found anew.")
            if st.form_submit_button("Decide", type="primary"):
                _submit(here.path, first, {"apart": one, "together": other}, because.strip())


def _submit(path: str, first: str, given: dict[str, str | None], because: str) -> None:
    chosen = {said: id.strip() for said, id in given.items() if id and id.strip()}
    if not chosen:
        st.warning("Nothing is decided: choose an article.", icon=":material/info:")
    elif not because:
        st.warning("Say why: others will read it in the log.", icon=":material/info:")
    elif all([_write(path, said, (first, id), because) for said, id in chosen.items()]):
        st.rerun()
    else:
        _say_what_failed()


def _write(path: str, said: str, ids: Sequence[str], because: str) -> bool:
    """Let it hold, the archive open for writing only meanwhile; whether that went well."""
    try:
        with (
            st.spinner("Waiting for the archive"),
            open_archive(Path(path), write=True) as archive,
        ):
            decide_pair(archive, said, ids, because=because, who=correcting.who())
    except ClippingsError as error:
        st.session_state["not decided"] = error
        return False
    return True


def _say_what_failed() -> None:
    error = st.session_state.pop("not decided", None)
    if error is not None:
        st.error(
            f"**Not decided. {plain(error.what)}:** {plain(error.where)}\n\n{plain(error.remedy)}",
            icon=":material/error:",
        )
