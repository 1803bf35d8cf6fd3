"""Every question the pages ask, answered once per archive, data version and selection.

The one place that caches: all caches are bounded, and a new load makes new keys.
"""

import argparse
import copy
import shlex
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import pandas as pd
import streamlit as st

from clippings import bylines as signed
from clippings import courses as topic_courses
from clippings import places, questions, shared_texts, topic_views
from clippings.archive import ASIDE, Archive, Topic, open_archive
from clippings.archive.copies import APART, TOGETHER
from clippings.archive.outlets import KnownAs
from clippings.archive.removals import Loss, Removal
from clippings.archive.selection import Selection
from clippings.derive_outlets import outlets_known as _known_outlets
from clippings.exports import About, about
from clippings.topics.linking import Link

_Answer = TypeVar("_Answer")


@dataclass(frozen=True, slots=True)
class Opened:
    """The archive as it stands at this interaction."""

    path: str
    inode: int
    """Tells a file that was replaced from the one opened before."""
    version: str

    @property
    def archive(self) -> Archive:
        """The archive itself, for what is not to be kept: files and streams."""
        return _open(self.path, self.inode)

    @property
    def is_sample(self) -> bool:
        """Whether this is the invented sample."""
        return Path(self.path).name == "sample.db"


def archive_path() -> Path:
    """The archive this dashboard was started on."""
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("--archive")
    given, _ = parser.parse_known_args(sys.argv[1:])
    return places.archive_path(given.archive)


def commands() -> tuple[str, str]:
    """What to type in any folder to load what lies there into this archive, and to open the sample
    instead."""
    program = "clippings"
    if places.in_checkout():
        program = shlex.quote(str(places.dashboard_script().parent / "bin" / "clippings"))
    return f"{program} add . --archive {shlex.quote(str(archive_path()))}", f"{program} demo"


def command(words: str) -> str:
    """What to type to have this done to this archive."""
    path = archive_path()
    usual = path == places.data_folder() / "articles.db"
    archive = "" if usual else f" --archive {shlex.quote(str(path))}"
    return f"{_program()} {words}{archive}"


def _program() -> str:
    return "bin/clippings" if places.in_checkout() else "clippings"


def opened() -> Opened | None:
    """The archive as it stands now, or None where there is no file yet."""
    path = archive_path()
    if not path.exists():
        return None
    inode = path.stat().st_ino
    return Opened(str(path), inode, _open(str(path), inode).data_version())


def now() -> Opened:
    """The archive as it stands now; pages run only where there is one."""
    here = opened()
    assert here is not None
    return here


def figures(here: Opened, selection: Selection) -> questions.Figures:
    """The headline figures."""
    return _ask(here, questions.figures, selection)


def count(here: Opened, selection: Selection) -> int:
    """How many, of the selection's unit."""
    return int(_ask(here, _count, selection)[selection.unit].iloc[0])


def counted(here: Opened, selection: Selection) -> str:
    """How many in words: "436 articles", or "137 texts (436 articles)"."""
    row = _ask(here, _count, selection).iloc[0]
    said = f"{row['articles']:,} {'article' if row['articles'] == 1 else 'articles'}"
    if selection.unit == "articles":
        return said
    return f"{row['texts']:,} {'text' if row['texts'] == 1 else 'texts'} ({said})"


def is_empty(here: Opened) -> bool:
    """Whether there is not even a stub in it."""
    every = Selection(stubs=True)
    return count(here, every) == 0 == count(here, Selection(stubs=True, aside=True))


def topic_labels(here: Opened) -> dict[str, str]:
    """The label of every topic, by its id."""
    return _ask(here, _labels, Selection())


def volume(here: Opened, selection: Selection, **choices: Any) -> pd.DataFrame:
    """Articles over time."""
    return _ask(here, questions.volume, selection, **choices)


def outlets(here: Opened, selection: Selection, *, by_origin: bool = False) -> pd.DataFrame:
    """Who carried or who wrote them."""
    return _ask(here, questions.outlets, selection, by_origin=by_origin)


def flow(here: Opened, selection: Selection) -> pd.DataFrame:
    """Who carried whose."""
    return _ask(here, questions.flow, selection)


def outlets_known(here: Opened) -> pd.DataFrame:
    """The table of outlets."""
    return _ask(here, _outlets_known, Selection())


def joined_names(here: Opened) -> list[KnownAs]:
    """The names that are counted under another, and why."""
    return _ask(here, _joined_names, Selection())


def own_work(here: Opened, selection: Selection) -> pd.DataFrame:
    """How much of what they carried they wrote themselves."""
    return _ask(here, questions.own_work, selection)


def bylines(here: Opened, selection: Selection) -> pd.DataFrame:
    """Who signs them: `name, articles`, most first; one name under different capitals is one."""
    return _ask(here, signed.bylines, selection)


def parts(here: Opened, selection: Selection) -> questions.Parts:
    """The overview's figures."""
    return _ask(here, questions.parts, selection)


def figure_lines(here: Opened, selection: Selection, by: str) -> pd.DataFrame:
    """The same, period by period."""
    return _ask(here, questions.figure_lines, selection, by=by)


def peaks(here: Opened, selection: Selection, by: str) -> pd.DataFrame:
    """The highest periods, and what stood in them."""
    return _ask(here, questions.peaks, selection, by=by)


def ranked(here: Opened, selection: Selection, name: str) -> pd.DataFrame:
    """The values of one dimension."""
    return _ask(here, questions.ranked, selection, name=name)


def facet(here: Opened, selection: Selection, name: str) -> pd.DataFrame:
    """What else could be chosen."""
    return _ask(here, questions.facet, selection, name=name)


def lags(here: Opened, selection: Selection) -> pd.DataFrame:
    """How many days passed from the original to here."""
    return _ask(here, questions.lags, selection)


def topic_links(here: Opened) -> list[Link]:
    """The topics of different languages that are about the same, and what says so."""
    return _ask(here, _links, Selection())


def topics(here: Opened, selection: Selection) -> pd.DataFrame:
    """Which topics recur."""
    return _ask(here, questions.topics, selection)


def courses(here: Opened, selection: Selection) -> pd.DataFrame:
    """How each topic ran over time."""
    return _ask(here, topic_courses.courses, selection)


def with_courses(here: Opened, selection: Selection) -> pd.DataFrame:
    """Which topics recur, and how each ran."""
    return _ask(here, _with_courses, selection)


def rising(here: Opened, selection: Selection) -> pd.DataFrame:
    """Which topics rise, and against what."""
    return _ask(here, topic_courses.rising, selection)


def topics_by(here: Opened, selection: Selection, name: str) -> pd.DataFrame:
    """Topics against who carried or wrote."""
    return _ask(here, topic_views.by_outlet, selection, name=name)


def topic(here: Opened, id: str) -> Topic | None:
    """One topic, without its articles."""
    return {one.id: one for one in _ask(here, _topics, Selection())}.get(id)


def best(here: Opened, selection: Selection, topic: str) -> pd.DataFrame:
    """The articles that say most for a topic."""
    return _ask(here, topic_views.best, selection, topic=topic)


def neighbours(here: Opened, topic: str) -> pd.DataFrame:
    """The topics that share most words with one."""
    return _ask(here, _neighbours, Selection(), topic=topic)


def hidden_topics(here: Opened, selection: Selection) -> int:
    """How many topics of these articles are hidden."""
    return _ask(here, questions.hidden_topics, selection)


def topic_events(here: Opened) -> pd.DataFrame:
    """What the fits did to the topics."""
    return _ask(here, _events, Selection())


def lines(here: Opened, selection: Selection, name: str, by: str) -> pd.DataFrame:
    """Each value's articles over time."""
    return _ask(here, questions.lines, selection, name=name, by=by)


def rows(here: Opened, selection: Selection, **choices: Any) -> pd.DataFrame:
    """Articles, one a row."""
    return _ask(here, _rows, selection, **choices)


def said_about(here: Opened, selection: Selection, what: str) -> About:
    """What a file of this selection says of itself."""
    return _ask(here, about, selection, what=what)


def spread(here: Opened, selection: Selection) -> pd.DataFrame:
    """The groups of copies, and how they spread."""
    return _ask(here, shared_texts.spread, selection)


def passages(here: Opened, selection: Selection) -> pd.DataFrame:
    """Paragraphs that different texts share."""
    return _ask(here, shared_texts.passages, selection)


def group(here: Opened, group: str) -> pd.DataFrame:
    """The articles of one group of copies, who first."""
    return _ask(here, _group, Selection(), group=group)


def sides(here: Opened, left: str, right: str) -> tuple[shared_texts.Side, shared_texts.Side]:
    """Two articles and what became of each word of one in the other."""
    return _ask(here, _sides, Selection(), left=left, right=right)


def version_sides(
    here: Opened, id: str, left: int, right: int
) -> tuple[shared_texts.Side, shared_texts.Side]:
    """Two versions of one article and what became of each word of one in the other."""
    return _ask(here, _version_sides, Selection(), id=id, left=left, right=right)


def record(here: Opened, id: str) -> dict[str, Any] | None:
    """One article whole."""
    return _ask(here, _record, Selection(), id=id)


def removal(here: Opened, id: str) -> Removal | None:
    """How the article of that id was removed for good, if it was."""
    return _ask(here, _removal, Selection(), id=id)


def lost(here: Opened, id: str) -> Loss:
    """What its removal would take away."""
    return _ask(here, _lost, Selection(), id=id)


def versions(here: Opened, id: str) -> pd.DataFrame:
    """Every version of one article, newest first."""
    return _ask(here, _versions, Selection(), id=id)


def decisions_on(here: Opened, id: str) -> pd.DataFrame:
    """The part of the log that speaks of one article, newest first."""
    return _ask(here, _decisions_on, Selection(), id=id)


def set_aside_because(here: Opened) -> dict[str, str]:
    """Why each article that is set aside is, by its id."""
    return _ask(here, _set_aside_because, Selection())


def said_of_pairs(here: Opened, ids: tuple[str, ...]) -> pd.DataFrame:
    """The part of the log that says of one of these articles whose copy it is, newest first."""
    return _ask(here, _said_of_pairs, Selection(), ids=ids)


def _set_aside_because(archive: Archive, _: Selection) -> dict[str, str]:
    log = archive.decisions()
    taken_back = set(log["undoes"].dropna().astype(int))
    stands = log["field"].eq(ASIDE) & log["undoes"].isna() & ~log["decision"].isin(taken_back)
    said: dict[str, str] = {}
    for decision in log[stands].to_dict("records"):
        for id in decision["ids"]:
            said.setdefault(id, decision["because"])  # newest first
    return said


def _said_of_pairs(archive: Archive, _: Selection, *, ids: tuple[str, ...]) -> pd.DataFrame:
    log = archive.decisions()
    log = log[log["field"].isin((TOGETHER, APART))]
    return log[[not set(ids).isdisjoint(of) for of in log["ids"]]].reset_index(drop=True)


def _group(archive: Archive, _: Selection, *, group: str) -> pd.DataFrame:
    return shared_texts.timeline(archive, group)


def _sides(
    archive: Archive, _: Selection, *, left: str, right: str
) -> tuple[shared_texts.Side, shared_texts.Side]:
    return shared_texts.side_by_side(archive, left, right)


def _version_sides(
    archive: Archive, _: Selection, *, id: str, left: int, right: int
) -> tuple[shared_texts.Side, shared_texts.Side]:
    return shared_texts.versions_beside(archive, id, left, right)


def _decisions_on(archive: Archive, _: Selection, *, id: str) -> pd.DataFrame:
    log = archive.decisions()
    return log[[id in ids for ids in log["ids"]]].reset_index(drop=True)


def _count(archive: Archive, selection: Selection) -> pd.DataFrame:
    return archive.count(selection)


def _outlets_known(archive: Archive, _: Selection) -> pd.DataFrame:
    return _known_outlets(archive)


def _joined_names(archive: Archive, _: Selection) -> list[KnownAs]:
    return archive.outlets.known_as()


def _labels(archive: Archive, _: Selection) -> dict[str, str]:
    return topic_views.names(archive)


def _topics(archive: Archive, _: Selection) -> list[Topic]:
    return archive.topics()


def _links(archive: Archive, _: Selection) -> list[Link]:
    return topic_views.language_links(archive)


def _with_courses(archive: Archive, selection: Selection) -> pd.DataFrame:
    return topic_courses.with_courses(archive, selection, questions.topics(archive, selection))


def _neighbours(archive: Archive, _: Selection, *, topic: str) -> pd.DataFrame:
    return topic_views.neighbours(archive, topic)


def _events(archive: Archive, _: Selection) -> pd.DataFrame:
    return archive.kept_topics.events()


def _rows(archive: Archive, selection: Selection, **choices: Any) -> pd.DataFrame:
    return archive.rows(selection, **choices)


def _record(archive: Archive, _: Selection, *, id: str) -> dict[str, Any] | None:
    return archive.record(id)


def _removal(archive: Archive, _: Selection, *, id: str) -> Removal | None:
    return archive.removals.removal(id)


def _lost(archive: Archive, _: Selection, *, id: str) -> Loss:
    return archive.removals.lost((id,))


def _versions(archive: Archive, _: Selection, *, id: str) -> pd.DataFrame:
    return archive.versions(id)


def _ask(
    here: Opened, question: Callable[..., _Answer], selection: Selection, **choices: Any
) -> _Answer:
    # One string is told from another at once; of a selection every part would be looked at each time.
    key = repr((question.__name__, here.path, here.inode, here.version, selection, choices))
    # Of a table only what changes is copied, once it is changed.
    return copy.copy(_answer(key, question, here, selection, choices))


@st.cache_resource(max_entries=512, show_spinner=False)
def _answer(
    key: str,
    _question: Callable[..., Any],
    _here: Opened,
    _selection: Selection,
    _choices: Mapping[str, Any],
) -> Any:
    return _question(_here.archive, _selection, **_choices)


@st.cache_resource(max_entries=4, show_spinner=False)
def _open(path: str, inode: int) -> Archive:
    return open_archive(Path(path))
