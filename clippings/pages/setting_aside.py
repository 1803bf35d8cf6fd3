"""An article set aside as not relevant where it is read, or taken back in, each with its reason."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from clippings.archive import ASIDE, open_archive
from clippings.derive_copies import regroup
from clippings.errors import ClippingsError
from clippings.pages import correcting
from clippings.pages.answers import Opened
from clippings.pages.escaping import plain


def draw(here: Opened, record: Mapping[str, Any]) -> None:
    """The form that sets this article aside, or takes it back in; or why it cannot."""
    back = bool(record.get("aside"))
    label, icon = ("Take back in", "undo") if back else ("Set aside", "visibility_off")
    with st.popover(label, icon=f":material/{icon}:"):
        closed = correcting.why_closed(Path(here.path))
        if closed:
            st.caption(closed)
            return
        with st.form(f"aside {record['id']} {back}", border=False):
            because = st.text_input(
                "Because", key=f"why aside {record['id']} {back}",
                placeholder="For whoever reads the log",
            ).strip()  # fmt: skip
            st.caption(
                "It counts again, in every number, list and file."
                if back
                else "It is in no number, list or file then, and is counted apart. It stays in the"
                " archive, and can be taken back in."
            )
            if not st.form_submit_button(label, type="primary"):
                return
        if not because:
            st.warning("Say why: others will read it in the log.", icon=":material/info:")
        elif _write(here.path, record["id"], None if back else "yes", because):
            st.rerun()


def _write(path: str, id: str, new: str | None, because: str) -> bool:
    """Decide it, the archive open for writing only meanwhile; whether that went well."""
    try:
        with (
            st.spinner("Waiting for the archive"),
            open_archive(Path(path), write=True) as archive,
        ):
            archive.decide([id], ASIDE, new, because=because, who=correcting.who())
            regroup(archive)
    except ClippingsError as error:
        st.error(f"**{plain(error.what)}:** {plain(error.where)}\n\n{plain(error.remedy)}")
        return False
    return True
