"""What an analyst says of topics: their names, what is one or two of them, what is shown, and new ones."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

from clippings import topic_decisions
from clippings.archive import Archive, Topic, open_archive
from clippings.errors import ClippingsError
from clippings.pages import answers, correcting
from clippings.pages.answers import Opened
from clippings.pages.escaping import plain

_WAYS = ("rename", "merge", "split", "hide", "pin")
"""What can be done with a topic that stands."""


def draw_form(here: Opened, topic: Topic) -> None:
    """Rename, merge, split, hide or pin this topic, with a reason."""
    _say_what_failed()
    with st.popover("Change", icon=":material/edit:"):
        closed = correcting.why_closed(Path(here.path))
        if closed:
            st.caption(closed)
            return
        way = st.segmented_control(
            "What", _WAYS, default="rename", required=True, key=f"change {topic.id}"
        )
        with st.form(f"change {topic.id} {way}", border=False, clear_on_submit=False):
            decide = _asked(here, topic, way or "rename")
            because = _because(f"{topic.id} {way}")
            if st.form_submit_button("Decide", type="primary"):
                _submit(here, decide, because)


def _asked(here: Opened, topic: Topic, way: str) -> Callable[..., int] | None:
    """The one field of this way, and what is to be done; None where something is missing."""
    if way == "rename":
        name = st.text_input("Name", value=topic.label, key=f"name {topic.id} {topic.label}")
        same = name.strip() == topic.label
        return None if same else _later(topic_decisions.rename, topic.id, name)
    if way == "merge":
        names = {id: said for id, said in answers.topic_labels(here).items() if id != topic.id}
        other = st.selectbox(
            "This topic goes into it", list(names), index=None, format_func=names.__getitem__,
            key=f"merged {topic.id}",
        )  # fmt: skip
        return _later(topic_decisions.merge, topic.id, other) if other else None
    if way == "split":
        into = st.number_input("Into so many", 2, 10, key=f"into {topic.id}")
        return _later(topic_decisions.split, topic.id, int(into))
    stands = topic.hidden if way == "hide" else topic.pinned
    st.write(_FLAGS[way][stands])
    decide = topic_decisions.hide if way == "hide" else topic_decisions.pin
    return _later(decide, topic.id, not stands)


_FLAGS = {
    "hide": ("It will stand in no list; its articles stay.", "It will be shown again."),
    "pin": ("It will stand before all others.", "It will stand where its size puts it."),
}


def draw_writing(here: Opened) -> None:
    """Make a topic by hand: of words, or of articles that it is like."""
    with st.expander("Write a topic by hand", icon=":material/add:"):
        closed = correcting.why_closed(Path(here.path))
        if closed:
            st.caption(closed)
            return
        with st.form("write topic", border=False):
            name = st.text_input("Its name", key="new topic")
            query = st.text_input("Articles with these words, now and later", key="new topic query")
            like = st.text_input(
                "Or like these articles, by their ids", key="new topic like",
                help="An article’s id stands with it under Source.",
            )  # fmt: skip
            because = _because("new topic")
            if st.form_submit_button("Write it", type="primary"):
                _submit(here, _written(name, query, like), because)


def _written(name: str, query: str, like: str) -> Callable[..., int] | None:
    if not name.strip() or bool(query.strip()) == bool(like.strip()):
        return None
    if query.strip():
        return _later(topic_decisions.write_query, name, query)
    return _later(topic_decisions.write_like, name, like.replace(",", " ").split())


def _because(key: str) -> str:
    said = st.text_input(
        "Because", key=f"because {key}", placeholder="For whoever reads the log"
    ).strip()
    st.caption("Logged with your name, kept when topics are found anew; the log takes it back.")
    return said


def _later(decide: Callable[..., int], *args: Any) -> Callable[..., int]:
    def now(archive: Archive, **why: str) -> int:
        return decide(archive, *args, **why)

    return now


def _submit(here: Opened, decide: Callable[..., int] | None, because: str) -> None:
    if decide is None:
        st.warning("Nothing is decided: something is missing.", icon=":material/info:")
    elif not because:
        st.warning("Say why: others will read it in the log.", icon=":material/info:")
    elif _write(here.path, decide, because):
        st.rerun()
    else:
        _say_what_failed()


def _write(path: str, decide: Callable[..., int], because: str) -> bool:
    """Let it hold, the archive open for writing only meanwhile; whether that went well."""
    try:
        with (
            st.spinner("Waiting for the archive"),
            open_archive(Path(path), write=True) as archive,
        ):
            decide(archive, because=because, who=correcting.who())
    except ClippingsError as error:
        st.session_state["topic not changed"] = error
        return False
    return True


def _say_what_failed() -> None:
    error = st.session_state.pop("topic not changed", None)
    if error is not None:
        st.error(
            f"**Not decided. {plain(error.what)}:** {plain(error.where)}\n\n{plain(error.remedy)}",
            icon=":material/error:",
        )
