"""JSON Lines: what `clippings export` writes, and what others write with the usual names."""

import codecs
import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain
from typing import Any, BinaryIO

from clippings.article import Article, Credit, Person, Removed
from clippings.errors import SourceError
from ingest import urls
from ingest.markup import paragraphs, plain
from ingest.outcomes import Record, Skipped, articles
from ingest.readers.columns import NOTHING, Said, checked, renamed
from ingest.readers.people import people

LARGEST = 64 * 1024 * 1024
"""Bytes of one line; anything larger is no article."""

_ID = re.compile(r"[0-9a-f]{16}")
_LANGUAGE = re.compile(r"[a-zA-Z]{2}(?=[-_]|$)")
# Markup that a text is made of, as against a sign that stands in it.
_MARKUP = re.compile(r"</(?:p|div|span|a|em|strong|figure|h\d)>|<br ?/?>", re.IGNORECASE)
# The end of a text that a news service gives only the beginning of.
_CUT = re.compile(r"\[\+\d+ chars\]$")
_MARK = 40
_LINE_ENDS = re.compile(r"\r\n?")


def recognises(head: bytes) -> bool:
    """Whether the first line opens a JSON object."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = head[: len(head) & ~1].decode("utf-16", errors="replace")
    else:
        text = head.decode("utf-8-sig", errors="replace")
    return bool(re.match(r'\s*\{\s*(?:"|\}|$)', text))


def read(name: str, stream: BinaryIO, said: Said = NOTHING) -> Iterator[Article | Skipped]:
    """One article a line; a line that is none is skipped, blank ones are passed by."""
    return articles(records(name, stream, said))


def records(name: str, stream: BinaryIO, said: Said = NOTHING) -> Iterator[Record | Skipped]:
    """The same, with each article's line."""
    yield from checked(_items(name, stream, said))


def read_record(name: str, data: bytes, said: Said) -> Article | Skipped:
    """The article of a row that was kept as a line."""
    return item(name, name, _storable(json.loads(data), data), said)


def recorded(found: Article | Skipped, row: Mapping[str, Any] | bytes) -> Record | Skipped:
    """What was read of a row, with the row as a line of JSON."""
    if isinstance(found, Skipped):
        return found
    return Record(found, row if isinstance(row, bytes) else _line(row))


def _line(row: Mapping[str, Any]) -> bytes:
    # Halves of pairs are what some documents hold; what reads the line knows them.
    return json.dumps(row, ensure_ascii=False, default=_said).encode("utf-8", "surrogatepass")


def _said(value: object) -> str | None:
    """A cell that JSON has no form for: days and times as they are read, all else is not looked at."""
    return value.isoformat() if isinstance(value, date) else None


def _items(name: str, stream: BinaryIO, said: Said) -> Iterator[Record | Skipped]:
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
        found = item(f"{name}:{number}", name, _storable(record, line), said)
        yield recorded(found, line if isinstance(line, bytes) else record)


def _lines(name: str, stream: BinaryIO) -> Iterator[str | bytes]:
    first = stream.readline(LARGEST + 1)
    if first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        yield from _wide_lines(name, first, stream)
        return
    line = first.removeprefix(codecs.BOM_UTF8)
    while line:
        if len(line) > LARGEST:
            raise _too_long(name)
        yield line
        line = stream.readline(LARGEST + 1)


def _too_long(name: str) -> SourceError:
    remedy = "Write one article a line."
    return SourceError("A line is longer than 64 MB", name, remedy, reason="too large")


def _wide_lines(name: str, first: bytes, stream: BinaryIO) -> Iterator[str]:
    """Lines of UTF-16, which some shells write when output is sent to a file."""
    decoder = codecs.getincrementaldecoder("utf-16")(errors="replace")
    rest = ""
    for chunk in chain([first], iter(lambda: stream.read(1 << 20), b"")):
        *whole, rest = (rest + decoder.decode(chunk)).split("\n")
        yield from whole
        if len(rest) > LARGEST:
            raise _too_long(name)
    yield rest


def _malformed(where: str, what: str) -> Skipped:
    return Skipped(where, "malformed line", f"{what} Mend it, then add the file once more.")


def _storable(record: dict[str, Any], line: str | bytes) -> dict[str, Any]:
    """The record without half characters and NULs, which no archive can keep."""
    # Both come only escaped, and hardly any line has an escape of that kind at all.
    if (b"\\u" if isinstance(line, bytes) else "\\u") not in line:  # type: ignore[operator]
        return record
    whole = json.dumps(record, ensure_ascii=False).replace("\\u0000", "")
    record = json.loads(whole.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
    return record


def item(where: str, name: str, record: dict[str, Any], said: Said = NOTHING) -> Article | Skipped:
    """The article of one record with our names or the usual ones; `name` is the file it came in."""
    ours = "published_precision" in record
    if not ours:
        record = {**record, **renamed(record, said, where)}
    headline, text = _string(record, "headline") or "", _string(record, "text") or ""
    if not headline.strip() and not text.strip():
        return Skipped(where, "no headline or text", "It has neither a headline nor a text.")
    removed = _removed(record)
    if not ours:
        headline, text = plain(headline), _LINE_ENDS.sub("\n", text) if "\r" in text else text
        if "<" in text and _MARKUP.search(text):
            text, removed = paragraphs(text)
    published, precision = _published(record)
    url, id_ = _string(record, "url"), record.get("id")
    cut = record.get("cut") is True if ours else bool(_CUT.search(text, max(0, len(text) - _MARK)))
    return Article(
        headline=headline,
        source=(_string(record, "source") if ours else None) or name,
        text=text,
        url=url if ours or not url else urls.canonical(url),
        site=_string(record, "site") if ours else _site(record),
        outlet=_outlet(record),
        section=_string(record, "section"),
        tags=_tags(record),
        published=published,
        published_precision=precision,
        modified=_modified(record) if ours else _string(record, "modified"),
        byline=_people(record, ours),
        credits=_credits(record),
        language=_language(record),
        comments=_count(record.get("comments")),
        captured=_string(record, "captured"),
        cut=cut,
        stub=record.get("stub") is True if ours else not text,
        removed=removed,
        id=id_ if ours and isinstance(id_, str) and _ID.fullmatch(id_) else None,
    )


def _string(record: dict[str, Any], name: str) -> str | None:
    value = record.get(name)
    return value if isinstance(value, str) and value else None


def _published(record: dict[str, Any]) -> tuple[str | None, str | None]:
    stated, precision = _string(record, "published"), _string(record, "published_precision")
    return (stated, precision) if stated and precision else (None, None)


def _modified(record: dict[str, Any]) -> str | None:
    """What an export of ours keeps among its dates."""
    stated = (part for part in _parts(record, "dates") if part.get("kind") == "modified")
    return next((date for part in stated if (date := _string(part, "date"))), None)


def _tags(record: dict[str, Any]) -> tuple[str, ...]:
    """Subjects in a list, or in one cell with signs between."""
    stated = record.get("tags")
    if isinstance(stated, str):
        stated = re.split(r"[;|]" if re.search("[;|]", stated) else ",", stated)
    if not isinstance(stated, list):
        return ()
    names = [tag.get("name") if isinstance(tag, dict) else tag for tag in stated]
    return tuple(
        dict.fromkeys(name.strip() for name in names if isinstance(name, str) and name.strip())
    )


def _outlet(record: dict[str, Any]) -> str | None:
    outlet = record.get("outlet")
    # News services name it inside an object.
    if isinstance(outlet, dict):
        outlet = outlet.get("name") or outlet.get("title")
    return outlet if isinstance(outlet, str) and outlet else None


def _site(record: dict[str, Any]) -> str | None:
    stated = _string(record, "site") or ""
    return urls.domain(stated if urls.is_address(stated) else f"https://{stated}")


def _language(record: dict[str, Any]) -> str | None:
    if record.get("language_basis", "stated") not in ("stated", None):
        return None
    match = _LANGUAGE.match(_string(record, "language") or "")
    return match[0].lower() if match else None


def _count(value: object) -> int | None:
    if isinstance(value, str) and value.isascii() and value.strip().isdigit():
        value = int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def _people(record: dict[str, Any], ours: bool) -> tuple[Person, ...]:
    stated = record.get("byline")
    if isinstance(stated, str):
        if not ours:
            return people(stated, _outlet(record))
        stated = [stated]
    if not isinstance(stated, list):
        return ()
    return tuple(person for person in map(_person, stated) if person)


def _person(stated: object) -> Person | None:
    if isinstance(stated, str) and stated.strip():
        return Person(stated)
    if isinstance(stated, dict) and (name := _string(stated, "name")):
        return Person(name, _string(stated, "role"), _string(stated, "place"))
    return None


def _parts(record: dict[str, Any], name: str) -> Iterator[dict[str, Any]]:
    stated = record.get(name)
    if isinstance(stated, list):
        yield from (part for part in stated if isinstance(part, dict))


def _credits(record: dict[str, Any]) -> tuple[Credit, ...]:
    return tuple(
        Credit(_string(part, "text") or "", _string(part, "kind") or "")
        for part in _parts(record, "credits")
    )


def _removed(record: dict[str, Any]) -> tuple[Removed, ...]:
    return tuple(
        Removed(*(_string(part, field) or "" for field in ("text", "kind", "after")))
        for part in _parts(record, "removed")
    )
