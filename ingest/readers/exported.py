"""JSON Lines: what `clippings export` writes, and what others write with the usual names."""

import codecs
import json
import re
from collections.abc import Iterator
from itertools import chain
from typing import Any, BinaryIO

from clippings.article import Article, Credit, Person, Removed
from clippings.errors import SourceError
from ingest import dates
from ingest.outcomes import Skipped

LARGEST = 64 * 1024 * 1024
"""Bytes of one line; anything larger is no article."""

_ISO = re.compile(
    r"\d{4}-[01]\d-[0-3]\d(?:[T ](?P<minute>[0-2]\d:[0-5]\d)(?P<second>:[0-5]\d(?:\.\d{1,9})?)?"
    r"(?:Z|[+-]\d\d:?\d\d)?)?"
)
_ID = re.compile(r"[0-9a-f]{16}")
_LANGUAGE = re.compile(r"[a-zA-Z]{2}(?=[-_]|$)")

# The names other collections give to the same things, the usual ones first.
_HEADLINE = ("headline", "title")
_TEXT = ("text", "body", "content")
_PUBLISHED = ("published", "date", "published_at", "publication_date")
_OUTLET = ("outlet", "publisher")
_SECTION = ("section", "category")
_URL = ("url", "link")
_AUTHORS = ("byline", "author", "authors")


def recognises(head: bytes) -> bool:
    """Whether the first line opens a JSON object."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = head[: len(head) & ~1].decode("utf-16", errors="replace")
    else:
        text = head.decode("utf-8-sig", errors="replace")
    return bool(re.match(r'\s*\{\s*(?:"|\}|$)', text))


def read(name: str, stream: BinaryIO) -> Iterator[Article | Skipped]:
    """One article a line; a line that is none is skipped, blank ones are passed by."""
    for number, line in enumerate(_lines(name, stream), 1):
        if not line or line.isspace():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError):
            yield _malformed(f"{name}:{number}", "The line is not valid JSON.")
            continue
        if not isinstance(record, dict):
            yield _malformed(f"{name}:{number}", "The line holds no object with fields.")
            continue
        yield item(f"{name}:{number}", name, _storable(record, line))


def _lines(name: str, stream: BinaryIO) -> Iterator[str | bytes]:
    first = stream.readline(LARGEST + 1)
    if first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        yield from _wide_lines(name, first, stream)
        return
    line = first.removeprefix(codecs.BOM_UTF8)
    while line:
        if len(line) > LARGEST:
            raise SourceError("A line is longer than 64 MB", name, "Write one article a line.")
        yield line
        line = stream.readline(LARGEST + 1)


def _wide_lines(name: str, first: bytes, stream: BinaryIO) -> Iterator[str]:
    """Lines of UTF-16, which some shells write when output is sent to a file."""
    decoder = codecs.getincrementaldecoder("utf-16")(errors="replace")
    rest = ""
    for chunk in chain([first], iter(lambda: stream.read(1 << 20), b"")):
        *whole, rest = (rest + decoder.decode(chunk)).split("\n")
        yield from whole
        if len(rest) > LARGEST:
            raise SourceError("A line is longer than 64 MB", name, "Write one article a line.")
    yield rest


def _malformed(where: str, what: str) -> Skipped:
    return Skipped(where, "malformed line", f"{what} Mend it, then add the file once more.")


def _storable(record: dict[str, Any], line: str | bytes) -> dict[str, Any]:
    """The record without half characters and NULs, which no archive can keep."""
    # Both come only escaped, and hardly any line has an escape of that kind at all.
    if (b"\\u" if isinstance(line, bytes) else "\\u") not in line:  # type: ignore[operator]
        return record
    plain = json.dumps(record, ensure_ascii=False).replace("\\u0000", "")
    record = json.loads(plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
    return record


def item(where: str, name: str, record: dict[str, Any]) -> Article | Skipped:
    """The article of one record with our names or the usual ones; `name` is the file it came in."""
    headline, text = _string(record, _HEADLINE) or "", _string(record, _TEXT) or ""
    if not headline.strip() and not text.strip():
        return Skipped(where, "no headline or text", "The line has neither a headline nor a text.")
    ours = "published_precision" in record
    published, precision = _published(record, ours)
    id_ = record.get("id")
    return Article(
        headline=headline,
        source=(_string(record, ("source",)) if ours else None) or name,
        text=text,
        url=_string(record, _URL),
        site=_string(record, ("site",)),
        outlet=_string(record, _OUTLET),
        section=_string(record, _SECTION),
        published=published,
        published_precision=precision,
        byline=_people(record),
        credits=_credits(record),
        language=_language(record),
        comments=_count(record.get("comments")),
        captured=_string(record, ("captured",)),
        cut=record.get("cut") is True,
        stub=record.get("stub") is True if ours else not text,
        removed=_removed(record),
        id=id_ if ours and isinstance(id_, str) and _ID.fullmatch(id_) else None,
    )


def _string(record: dict[str, Any], names: tuple[str, ...]) -> str | None:
    for name in names:
        value = record.get(name)
        if isinstance(value, str) and value:
            return value
    return None


def _published(record: dict[str, Any], ours: bool) -> tuple[str | None, str | None]:
    stated = _string(record, _PUBLISHED)
    if stated is None:
        return None, None
    if ours:
        precision = _string(record, ("published_precision",))
        return (stated, precision) if precision else (None, None)
    match = _ISO.fullmatch(stated)
    if match:
        stated = stated.replace(" ", "T")
        return stated, "second" if match["second"] else "minute" if match["minute"] else "day"
    return dates.parse(stated) or (None, None)


def _language(record: dict[str, Any]) -> str | None:
    if record.get("language_basis", "stated") not in ("stated", None):
        return None
    match = _LANGUAGE.match(_string(record, ("language", "lang")) or "")
    return match[0].lower() if match else None


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def _people(record: dict[str, Any]) -> tuple[Person, ...]:
    stated = next((record[name] for name in _AUTHORS if record.get(name)), None)
    if isinstance(stated, str):
        stated = [stated]
    if not isinstance(stated, list):
        return ()
    return tuple(person for person in map(_person, stated) if person)


def _person(stated: object) -> Person | None:
    if isinstance(stated, str) and stated.strip():
        return Person(stated)
    if isinstance(stated, dict) and (name := _string(stated, ("name",))):
        return Person(name, _string(stated, ("role",)), _string(stated, ("place",)))
    return None


def _parts(record: dict[str, Any], name: str) -> Iterator[dict[str, Any]]:
    stated = record.get(name)
    if isinstance(stated, list):
        yield from (part for part in stated if isinstance(part, dict))


def _credits(record: dict[str, Any]) -> tuple[Credit, ...]:
    return tuple(
        Credit(_string(part, ("text",)) or "", _string(part, ("kind",)) or "")
        for part in _parts(record, "credits")
    )


def _removed(record: dict[str, Any]) -> tuple[Removed, ...]:
    return tuple(
        Removed(*(_string(part, (field,)) or "" for field in ("text", "kind", "after")))
        for part in _parts(record, "removed")
    )
