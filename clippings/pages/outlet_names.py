"""The names an outlet goes under: what says that they are its names, and how an analyst sets that right."""

from pathlib import Path

import pandas as pd
import streamlit as st

from clippings.archive import open_archive
from clippings.archive.selection import Selection
from clippings.derive_outlets import edit_outlet
from clippings.errors import ClippingsError
from clippings.pages import answers, correcting, files
from clippings.pages.answers import Opened
from clippings.pages.escaping import plain, tag_text

EDITS = {
    "join": "is a name of",
    "part": "is an outlet of its own",
    "rename": "is usually called",
    "domain": "has the domain",
    "kind": "is, as it says of itself or a source does,",
    "add": "is to stand in the table",
}
"""What may be said of an outlet, in words."""


def draw_evidence(here: Opened, name: str) -> None:
    """Every other name that is counted as this outlet, and what says so."""
    _draw_known(here, name)
    joined = [one for one in answers.joined_names(here) if one.outlet == name]
    if not joined:
        return
    with st.expander(f"Counted under {len(joined)} more name{'s' * (len(joined) > 1)}"):
        for one in joined:
            sure = "" if one.confidence is None else f" (confidence {one.confidence:.0%})"
            st.html(f"{tag_text(one.name)} · <i>{one.basis}</i>: {tag_text(one.evidence)}{sure}")


def _draw_known(here: Opened, name: str) -> None:
    """Its domains and its kind, where they are known."""
    table = answers.outlets_known(here)
    for row in table[table["outlet"] == name].head(1).to_dict("records"):
        said = [*filter(None, [row["domains"], row["kind"]])]
        if said:
            st.html(f"<small>{tag_text(' · '.join(map(str, said)))}</small>")


def draw(here: Opened) -> None:
    """The whole table of outlets, its file, and the form that edits it."""
    _say_what_failed()
    with st.expander("The table of outlets: names, domains, kinds", icon=":material/badge:"):
        table = answers.outlets_known(here)
        met = table[table["articles"] > 0].reset_index(drop=True)
        files.offer_table(here, Selection(), table, "table of outlets", key="outlet table")
        st.caption(
            f"The {len(met):,} that occur in this archive; the file has all {len(table):,}."
            " A kind is only what an outlet or a named source says."
        )
        st.dataframe(
            # Whatever is counted, this is of the whole archive: no number of it stands here.
            met.drop(columns="articles"),
            hide_index=True,
            key="outlet table rows",
            placeholder="–",
            column_config=_COLUMNS,
            column_order=list(_COLUMNS),
            alt="Outlets with their names, domains, kinds and sources",
        )
        _draw_form(here, met)


def _draw_form(here: Opened, met: pd.DataFrame) -> None:
    closed = correcting.why_closed(Path(here.path))
    if closed:
        st.caption(closed)
        return
    names = sorted({*met["outlet"], *(one.name for one in answers.joined_names(here))})
    with st.form("edit outlets", border=False):
        name = st.selectbox("Outlet", names, index=None, accept_new_options=True, key="edit name")
        does = st.selectbox("is …", list(EDITS), format_func=EDITS.__getitem__, key="edit does")
        value = st.text_input("… this outlet, name, domain or kind", key="edit value")
        because = st.text_input(
            "Because", key="edit because", placeholder="For whoever reads the log"
        )
        st.caption("Logged with your name, kept above all that is learned; the log takes it back.")
        if st.form_submit_button("Decide", type="primary"):
            _submit(here.path, does, name or "", value, because.strip())


def _submit(path: str, does: str, name: str, value: str, because: str) -> None:
    if not because:
        st.warning("Say why: others will read it in the log.", icon=":material/info:")
        return
    try:
        with (
            st.spinner("Waiting for the archive"),
            open_archive(Path(path), write=True) as archive,
        ):
            edit_outlet(archive, does, name, value, because=because, who=correcting.who())
    except ClippingsError as error:
        st.session_state["outlet not edited"] = error
        _say_what_failed()
        return
    st.rerun()


def _say_what_failed() -> None:
    error = st.session_state.pop("outlet not edited", None)
    if error is not None:
        st.error(
            f"**Not decided. {plain(error.what)}:** {plain(error.where)}\n\n{plain(error.remedy)}",
            icon=":material/error:",
        )


_COLUMNS = {
    "outlet": st.column_config.TextColumn("Outlet", width=170),
    "names": st.column_config.TextColumn("Other names", width=220),
    "domains": st.column_config.TextColumn("Domains", width=190),
    "kind": st.column_config.TextColumn("Kind", width=90),
    "evidence": st.column_config.TextColumn("What says so", width=240),
    "basis": st.column_config.TextColumn("Basis", width=80),
    "source": st.column_config.TextColumn("Source", width=200),
}
