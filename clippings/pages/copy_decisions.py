"""What an analyst says of two articles: that they belong together, or that they are no copies."""

import html
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from clippings.archive import open_archive
from clippings.archive.copies import TOGETHER
from clippings.derive_copies import decide_pair
from clippings.errors import ClippingsError
from clippings.pages import answers, comparing, correcting, reading
from clippings.pages.answers import Opened
from clippings.pages.escaping import plain, tag_text
from clippings.taking_back import take_back


def draw(here: Opened, members: pd.DataFrame) -> None:
    """What can be said of these articles, and what was."""
    _say_what_failed()
    if len(members) > 1:
        draw_form(here, members)
    draw_log(here, members)


def draw_form(here: Opened, members: pd.DataFrame) -> None:
    """Take one of them out of the group, or bring another article in, each with its reason."""
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
                "Take out: no copy of the first", list(said), index=None,
                format_func=said.__getitem__, key=f"apart {first}",
            )  # fmt: skip
            other = st.text_input(
                "Add the article of this id", key=f"together {first}",
                help="An article’s id stands with it under Source.",
            )  # fmt: skip
            because = st.text_input(
                "Because", key=f"because {first}", placeholder="For whoever reads the log"
            )
            st.caption("Kept above all that is found, also when copies are found anew.")
            if st.form_submit_button("Decide", type="primary"):
                _submit(here.path, first, {"apart": one, "together": other}, because.strip())


def draw_log(here: Opened, members: pd.DataFrame) -> None:
    """What was decided of these articles and others, newest first; what holds can be taken back."""
    said = answers.said_of_pairs(here, tuple(members["id"]))
    if said.empty:
        return
    undone = set(said["undoes"].dropna().astype(int))
    with st.expander(f"What was decided: {len(said):,}", icon=":material/gavel:", expanded=True):
        for decision in said.to_dict("records"):
            st.html(_line_html(here, decision, undone))
            if correcting.stands(decision, undone):
                st.button(
                    "Take back", key=f"take back {decision['decision']}", type="tertiary",
                    icon=":material/undo:", on_click=_take_back, args=(here.path, decision),
                    disabled=correcting.why_closed(Path(here.path)) is not None,
                )  # fmt: skip


def _line_html(here: Opened, decision: Mapping[Any, Any], undone: set[int]) -> str:
    """Who said when what of which two articles, and why."""
    when = html.escape(str(decision["when"])[:16].replace("T", " "))
    via = decision["imported_from"]
    who = str(decision["who"]) + (f", from a file of {via}" if via else "")
    head = f"<small>{when}, {tag_text(who)}</small><br>"
    if not pd.isna(decision["undoes"]):
        said = f"took back number {int(decision['undoes'])}"
        return f'{reading.STYLE}<div class="aside">{head}{said}</div>'
    pair = " and ".join(_named(here, id) for id in decision["ids"])
    words = "belong together" if decision["field"] == TOGETHER else "are no copies"
    said = f"<small>{decision['decision']}.</small> {pair} <strong>{words}</strong>"
    if decision["decision"] in undone:
        said = f"<s>{said}</s>"
    because = f"<br><small>because {tag_text(decision['because'])}</small>"
    return f'{reading.STYLE}<div class="aside">{head}{said}{because}</div>'


def _named(here: Opened, id: str) -> str:
    """An article by its headline and outlet, as HTML; by its id, once it is gone."""
    record = answers.record(here, id)
    if record is None:
        return html.escape(id)
    outlet = tag_text(record["outlet"] or "outlet unknown")
    return f"{tag_text(record['headline'], record['language'])} ({outlet})"


def _take_back(path: str, decision: Mapping[Any, Any]) -> None:
    """Undo one decision; for use in callbacks."""
    try:
        with open_archive(Path(path), write=True) as archive:
            take_back(archive, int(decision["decision"]), who=correcting.who())
    except ClippingsError as error:
        st.session_state["not decided"] = error


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
