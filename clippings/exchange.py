"""Decisions as a file that a team hands round: JSON Lines, an article named before what is decided of it."""

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from clippings.archive import Archive
from clippings.archive.exchange import FIELDS, KINDS, Handed, Line, Named, Refused, TakenIn
from clippings.archive.outlets import EDIT
from clippings.archive.query import parse
from clippings.archive.topics import DECISIONS, HIDE, LIKE, NAME, PIN, QUERY, SPLIT
from clippings.derive_outlets import check_edit
from clippings.errors import ClippingsError, SourceError
from clippings.taking_back import let_hold
from clippings.topic_decisions import on_one_line

VERSION = 1
LARGEST = 256 << 20
"""Bytes of a file; of a million articles each decided by itself it has about so many."""
LONGEST = 64 << 20
"""Bytes of a line: a decision on three million articles."""
_WORDS = 100_000
"""Characters of any one text in it."""
_KEYS = 1_000
_AHEAD = dt.timedelta(days=1)
"""So far clocks may differ; what was decided later than that would hold above all that is decided here."""

_KEY = re.compile(r"[0-9a-f]{16}")
_NAME = re.compile(r"[0-9a-f]{16}(?:~\d{1,12}\.\d{1,12})?")
_UID = re.compile(r"[0-9a-f]{32}")
_SIDE = re.compile(r"\w{1,64}(?:/\d{1,3})? .*", re.DOTALL)


def write_decisions(archive: Archive, out: BinaryIO, *, who: str) -> int:
    """Write the whole log; how many of its lines are of kinds that are not handed on."""
    head = {"clippings": "decisions", "version": VERSION, "from": who}
    out.write(_encoded(head))
    for item in archive.exchange.lines():
        if isinstance(item, Named):
            named = {"article": item.name, "id": item.id, "headline": item.headline}
            out.write(_encoded(named | {"keys": {kind: list(k) for kind, k in item.keys.items()}}))
        else:
            said = ("when", "who", "field", "new", "because", "undoes")
            told = {name: getattr(item, name) for name in said}
            out.write(_encoded({"decision": item.uid, **told, "articles": dict(item.articles)}))
    return archive.exchange.left_out()


def take_in(archive: Archive, file: Path) -> TakenIn:
    """Take in the decisions of a file and let everything settle that rests on them."""
    reading = _Reading(file)
    told = archive.exchange.take_in(reading)
    told.refused = sorted([*told.refused, *reading.refused])
    if told.taken:
        let_hold(archive)
    return told


def _encoded(line: Mapping[str, Any]) -> bytes:
    return json.dumps(line, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


class _Reading:
    """The lines of a file, one by one; those that cannot be understood are kept by number."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.refused: list[Refused] = []
        self._via: str | None = None
        self._latest = dt.datetime.now(dt.UTC) + _AHEAD

    def __iter__(self) -> Iterator[Handed]:
        try:
            if self.file.stat().st_size > LARGEST:
                raise SourceError(
                    "The file is too large", str(self.file), "Is it one of decisions?"
                )
            with self.file.open("rb") as lines:
                yield from self._read(lines)
        except OSError as error:
            what = f"The file cannot be read ({error.strerror})"
            raise SourceError(what, str(self.file), "Check its name and permissions.") from error

    def _read(self, lines: BinaryIO) -> Iterator[Handed]:
        at = 0
        while line := lines.readline(LONGEST):
            at += 1
            if not line.strip():
                continue
            try:
                item = self._item(line)
            except (ValueError, RecursionError, ClippingsError) as error:
                if self._via is None:
                    break
                what = error.what if isinstance(error, ClippingsError) else _why(error)
                self.refused.append(Refused(at, what))
                continue
            if item is not None:
                yield Handed(at, item, self._via or "")
        if self._via is None:
            remedy = "Write one with clippings decisions --export FILE."
            raise SourceError("This is no file of decisions", str(self.file), remedy)

    def _item(self, line: bytes) -> Named | Line | None:
        told = json.loads(line.decode("utf-8-sig"))
        if not isinstance(told, dict):
            raise _LineError("it is no object")
        if told.get("clippings") == "decisions":
            if told.get("version") != VERSION:
                raise _LineError("it was written by a newer version of Clippings")
            self._via = _text(told, "from", 200)
            return None
        if self._via is None:
            raise _LineError("it does not say what file this is")
        return _named(told) if "article" in told else _line(told, self._latest)


class _LineError(ValueError):
    """Why a line cannot be understood."""


def _why(error: Exception) -> str:
    return f"{error}" if isinstance(error, _LineError) else "it is no JSON in UTF-8"


def _named(told: Mapping[str, Any]) -> Named:
    keys = told.get("keys")
    if not isinstance(keys, dict) or not keys.keys() <= set(KINDS):
        raise _LineError("its keys are not understood")
    for some in keys.values():
        if not isinstance(some, list) or len(some) > _KEYS or not all(map(_is_key, some)):
            raise _LineError("its keys are not understood")
    headline = told.get("headline")
    if headline is not None:
        headline = _text(told, "headline", _WORDS)[:200]
    name, id = _text(told, "article", 64), _text(told, "id", 64)
    if not _NAME.fullmatch(name) or not _KEY.fullmatch(id):
        raise _LineError("its article has no id")
    return Named(name, id, {kind: tuple(some) for kind, some in keys.items()}, headline)


def _is_key(key: object) -> bool:
    return isinstance(key, str) and _KEY.fullmatch(key) is not None


def _line(told: Mapping[str, Any], latest: dt.datetime) -> Line:
    field = _text(told, "field", 64)
    if field not in FIELDS:
        raise _LineError(f"decisions of the kind {field!r} are not known")
    uid = _text(told, "decision", 64)
    undoes = None if told.get("undoes") is None else _text(told, "undoes", 64)
    if not _UID.fullmatch(uid) or not _UID.fullmatch(undoes or uid):
        raise _LineError("its mark is not understood")
    new = None if told.get("new") is None else _text(told, "new", _WORDS)
    articles = _articles(told.get("articles"), topics=field in DECISIONS)
    if undoes is None:
        new = _checked(field, new)
        if not articles and field not in (EDIT, *DECISIONS):
            raise _LineError("it speaks of no article")
    who, because = _text(told, "who", 200), _text(told, "because", _WORDS)
    return Line(uid, _when(told, latest), who, field, new, because, undoes, articles)


def _text(told: Mapping[str, Any], name: str, most: int) -> str:
    value = told.get(name)
    if not isinstance(value, str) or len(value) > most:
        raise _LineError(f"its {name} is missing or too long")
    if "\0" in value or any("\ud800" <= character <= "\udfff" for character in value):
        raise _LineError(f"its {name} holds half characters")
    return value


def _when(told: Mapping[str, Any], latest: dt.datetime) -> str:
    """The moment in UTC."""
    try:
        moment = dt.datetime.fromisoformat(_text(told, "when", 64))
        moment = moment.replace(tzinfo=moment.tzinfo or dt.UTC).astimezone(dt.UTC)
    except (ValueError, OverflowError) as error:
        raise _LineError("its moment is not understood") from error
    if moment > latest:
        raise _LineError("it lies in the future: is the clock of one of you wrong?")
    return moment.isoformat(timespec="milliseconds")


def _articles(told: object, *, topics: bool) -> dict[str, str | None]:
    if not isinstance(told, dict):
        raise _LineError("its articles are not understood")
    for name, old in told.items():
        if not _NAME.fullmatch(name):
            raise _LineError("one of its articles has no id")
        if old is not None:
            _text({"former value": old}, "former value", _WORDS)
        if topics and old is not None and not _SIDE.fullmatch(old):
            raise _LineError("it does not say which topic it speaks of")
    return told


def _checked(field: str, new: str | None) -> str | None:
    """The new value; what the archive itself does not check is checked here."""
    if field == EDIT:
        edit = _object(new, {"do", "outlet", "value"})
        check_edit(edit["do"], edit["outlet"].strip(), edit["value"].strip())
    elif field == QUERY:
        query = _object(new, {"name", "query"})
        parse(query["query"])
        if not query["query"].strip() or not query["name"]:
            raise _LineError("its query is empty")
        return json.dumps(query | {"name": on_one_line(query["name"])}, ensure_ascii=False)
    elif field == SPLIT:
        parts = json.loads(new or "")
        if not isinstance(parts, list) or not all(isinstance(part, str) for part in parts):
            raise _LineError("its parts are not understood")
    elif field in (HIDE, PIN) and new not in ("yes", "no"):
        raise _LineError("it says neither yes nor no")
    elif field in (NAME, LIKE):
        new = on_one_line(new or "")
        if not new:
            raise _LineError("its name is empty")
    return new


def _object(new: str | None, names: set[str]) -> dict[str, str]:
    told = json.loads(new or "")
    if not isinstance(told, dict) or told.keys() != names:
        raise _LineError("what it says is not understood")
    if not all(isinstance(value, str) for value in told.values()):
        raise _LineError("what it says is not understood")
    return told
