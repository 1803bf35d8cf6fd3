"""What an analyst knows better: an article's fields set by hand, each with its reason, and taken back."""

import getpass
import html
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from clippings.archive import DECIDABLE, bylines, open_archive
from clippings.derive_copies import regroup
from clippings.errors import ClippingsError
from clippings.pages import answers
from clippings.pages.answers import Opened
from clippings.pages.escaping import plain, tag_text
from clippings.taking_back import take_back

LABELS = {
    "outlet": "Carried by",
    "origin": "Written by",
    "section": "Section",
    "language": "Language",
    "published": "Published",
    "headline": "Headline",
    "byline": "Signed by",
}
_HELP = {
    "origin": "Who wrote it first. Empty: it is not known.",
    "language": "Two letters, such as en or fa.",
    "published": "As exactly as it is known: 2011, 2011-12 or 2011-12-22.",
    "byline": f"{bylines.FORM}. Empty: nobody is named.",
}
WRITTEN = (
    "A day as 2011, 2011-12 or 2011-12-22; a language in two letters; signed by as"
    f" {bylines.FORM}. Empty: not known, or nobody named."
)
"""How any of them is written."""

assert set(LABELS) == set(DECIDABLE)


def draw_form(here: Opened, record: Mapping[str, Any]) -> None:
    """The form that sets fields of this article, or why it cannot."""
    say_what_failed()
    with st.popover("Correct", icon=":material/edit:"):
        closed = why_closed(Path(here.path))
        if closed:
            st.caption(closed)
            return
        with st.form(f"correct {record['id']}", border=False):
            # Two beside each other: all of them fit on a low screen.
            sides = st.columns(2)
            given = {}
            for place, name in enumerate(LABELS):
                with sides[place % 2]:
                    given[name] = _field(name, record)
            because = st.text_input(
                "Because",
                key=f"correct {record['id']} because",
                placeholder="For whoever reads the log",
            )
            st.caption("Kept above all that is found or derived, and in the log with your name.")
            if st.form_submit_button("Correct it", type="primary"):
                _submit(here, record, given, because.strip())


def draw_log(here: Opened, id: str) -> None:
    """What was decided of this article, newest first; each can be taken back."""
    log = answers.decisions_on(here, id)
    if log.empty:
        return
    undone = set(log["undoes"].dropna().astype(int))
    with st.expander(f"Corrections: {len(log):,}", expanded=True):
        for decision in log.to_dict("records"):
            st.html(_line_html(decision, id, undone))
            if stands(decision, undone):
                st.button(
                    "Take back",
                    key=f"take back {decision['decision']}",
                    type="tertiary",
                    icon=":material/undo:",
                    disabled=why_closed(Path(here.path)) is not None,
                    on_click=_take_back,
                    args=(here.path, decision),
                )


def why_closed(path: Path) -> str | None:
    """Why nothing can be written into this archive; None where it can."""
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        return None
    return "This archive may only be read. Change the permissions of its file, or copy it."


def _field(name: str, record: Mapping[str, Any]) -> str:
    """One field as it stands; another value standing there makes it another field."""
    value = standing(record, name)
    key = f"correct {record['id']} {name} {value}"
    return st.text_input(LABELS[name], value=value, key=key, help=_HELP.get(name)).strip()


def standing(record: Mapping[str, Any], name: str) -> str:
    """What the field says now, as one writes it."""
    return bylines.spelled(record[name]) if name == "byline" else str(record[name] or "")


def _submit(
    here: Opened, record: Mapping[str, Any], given: Mapping[str, str], because: str
) -> None:
    changes = {name: value for name, value in given.items() if value != standing(record, name)}
    if not changes:
        st.warning("Nothing is changed.", icon=":material/info:")
    elif not because:
        st.warning("Say why: others will read it in the log.", icon=":material/info:")
    elif _write(here.path, record["id"], changes, because):
        st.rerun()
    else:
        say_what_failed()


def _write(path: str, id: str, changes: Mapping[str, str], because: str) -> bool:
    """Decide each change, the archive open for writing only meanwhile; whether that went well."""
    try:
        with (
            st.spinner("Waiting for the archive"),
            open_archive(Path(path), write=True) as archive,
        ):
            for name, value in changes.items():
                archive.decide([id], name, value or None, because=because, who=who())
            regroup(archive)
    except ClippingsError as error:
        st.session_state["not corrected"] = error
        return False
    return True


def _take_back(path: str, decision: Mapping[str, Any]) -> None:
    """Undo one decision; for use in callbacks."""
    try:
        with open_archive(Path(path), write=True) as archive:
            take_back(archive, int(decision["decision"]), who=who())
    except ClippingsError as error:
        st.session_state["not corrected"] = error


def say_what_failed() -> None:
    """Say why the last change was not made."""
    error = st.session_state.pop("not corrected", None)
    if error is not None:
        st.error(
            f"**Not corrected. {plain(error.what)}:** {plain(error.where)}\n\n{plain(error.remedy)}",
            icon=":material/error:",
        )


def who() -> str:
    """The name of this machine's user."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


def stands(decision: Mapping[Any, Any], undone: set[int]) -> bool:
    """Whether a decision holds: it takes none back, and none took it back."""
    return pd.isna(decision["undoes"]) and decision["decision"] not in undone


def _in_words(field: str, value: str | None) -> str:
    """A value of the log as HTML."""
    if field == "byline":
        return tag_text(bylines.spelled(json.loads(value or "[]")) or "nobody named")
    return tag_text(value or "not known")


def _line_html(decision: Mapping[str, Any], id: str, undone: set[int]) -> str:
    when = html.escape(str(decision["when"])[:16].replace("T", " "))
    via = decision["imported_from"]
    who = str(decision["who"]) + (f", from a file of {via}" if via else "")
    head = f"<small>{when}, {tag_text(who)}</small><br>"
    if not pd.isna(decision["undoes"]):
        return f'<div class="aside">{head}took back number {int(decision["undoes"])}</div>'
    old, new = (
        _in_words(decision["field"], told) for told in (decision["old"].get(id), decision["new"])
    )
    label = {**LABELS, "aside": "Set aside"}.get(decision["field"], decision["field"])
    change = f"{html.escape(label)}: {old} → <strong>{new}</strong>"
    if len(decision["ids"]) > 1:
        change += f" <small>(one of {len(decision['ids']):,} articles)</small>"
    if decision["decision"] in undone:
        change = f"<s>{change}</s>"
    because = f"<br><small>because {tag_text(decision['because'])}</small>"
    return (
        f'<div class="aside">{head}<small>{decision["decision"]}.</small> {change}{because}</div>'
    )
