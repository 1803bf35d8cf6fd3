"""Feeds: RSS of every version, RDF, Atom, CDF and JSON Feed, one article an entry."""

import calendar
import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, BinaryIO
from urllib.parse import urljoin

import feedparser

from clippings import dates
from clippings.article import Article, Person, Removed
from clippings.errors import SourceError
from ingest import urls
from ingest.markup import paragraphs, plain
from ingest.outcomes import Skipped
from ingest.readers.people import people
from ingest.readers.roots import root

_ROOTS = ("rss", "feed", "rdf", "channel")
_PART = 4 * 2**20
"""Bytes given to the parser at once: it holds all of them in memory, several times over."""
LARGEST = 64 * 2**20
"""Bytes of one entry; anything larger is none."""

_BEGIN = re.compile(rb"<(?:[\w.-]+:)?(item|entry)(?=[\s>/])")
_END = re.compile(rb"</(?:[\w.-]+:)?(?:item|entry)\s*>")
_CLOSING = {b"rss": b"</channel></rss>", b"feed": b"</feed>", b"rdf": b"</rdf:RDF>"}
_ROOT = re.compile(rb"<(?:[\w.-]+:)?(rss|feed|rdf)\b", re.IGNORECASE)
# What the parser was seen to fall over with, on files made to break it.
_FAILURES = (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError)

_MORE = re.compile(
    r"(?:\[?(?:…|\.\.\.)\]?|\[&hellip;\]|(?:read|continue|see) (?:more|reading)\W*|»)\s*$",
    re.IGNORECASE,
)
_WHOLE = 150
"""Words from which a description is the article itself and not its summary …"""
_APPEARED = re.compile(r"The post .{1,500} (?:appeared first|first appeared) on .{1,200}\.?")

LANGUAGE = re.compile(r"([a-zA-Z]{2})(?:[-_]\w+)*$")


def recognises(head: bytes) -> bool:
    """Whether the root element is a feed's."""
    name, text = root(head)
    if name == "channel":
        return "<item" in text.lower()
    return name in _ROOTS


def read(name: str, stream: BinaryIO) -> Iterator[Article | Skipped]:
    """One article an entry; an entry with neither headline nor text is skipped."""
    number = 0
    for number, article in enumerate(articles(name, stream), 1):
        yield worded(article, number)
    if not number:
        remedy = "Open it to see whether it is a feed at all, or save it again."
        raise SourceError(
            "The feed holds no entry that can be read", name, remedy, reason="no articles"
        )


def articles(name: str, stream: BinaryIO) -> Iterator[Article]:
    """What every entry says, those without a word among them."""
    for part in _parts(name, stream):
        parsed = _parsed(name, part)
        for entry in parsed.entries:
            yield _article(entry, parsed.feed, name)


def worded(article: Article, number: int) -> Article | Skipped:
    """The article, or a skipped entry if it has neither a headline nor a text."""
    if article.headline or article.text:
        return article
    where = f"{article.source}:{number}"
    return Skipped(where, "no headline or text", "The entry has neither a headline nor a text.")


def _parts(name: str, stream: BinaryIO) -> Iterator[bytes]:
    """The feed in one piece, or a large one in several that each begin with its head."""
    data = stream.read(_PART)
    begin = _BEGIN.search(data)
    if len(data) < _PART or begin is None:
        data += stream.read(LARGEST - len(data))
        if stream.read(1):
            raise SourceError(
                "The feed is too large", name, "Save it in parts below 64 MB.", reason="too large"
            )
        yield data
        return
    head, data = data[: begin.start()], data[begin.start() :]
    opened = _ROOT.search(head)
    closing = _CLOSING[opened[1].lower()] if opened else b""
    while more := stream.read(_PART):
        data += more
        ends = [end.end() for end in _END.finditer(data)]
        if ends:
            yield head + data[: ends[-1]] + closing
            data = data[ends[-1] :]
        elif len(data) > LARGEST:
            raise SourceError(
                "An entry is longer than 64 MB",
                name,
                "What stands before was read.",
                reason="too large",
            )
    if _BEGIN.search(data):
        yield head + data


def _parsed(name: str, data: bytes) -> Any:
    try:
        return feedparser.parse(
            io.BytesIO(data),
            # Feeds are read from files, so no server said what they are.
            response_headers={"content-type": "application/xml"},
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except _FAILURES as error:
        remedy = "Open it to see what is wrong, or save it again."
        raise SourceError("The feed is broken", name, remedy, reason="damaged") from error


def _article(entry: Any, feed: Any, name: str) -> Article:
    """The article of one entry; each fallback under its reason."""
    source = entry.get("source") or {}
    # An entry taken over from another feed names that feed: it carried the article.
    outlet = plain(source.get("title") or feed.get("title") or "") or None
    headline = _headline(entry, source)
    text, removed, cut = _text(entry)
    url = _url(entry, feed)
    published, precision = _published(entry) or (None, None)
    tags = _tags(entry)
    return Article(
        headline=headline,
        source=name,
        text=text,
        url=url,
        site=urls.domain(url or feed.get("link") or ""),
        outlet=outlet,
        section=next(iter(tags), None),
        tags=tags,
        published=published,
        published_precision=precision,
        modified=_modified(entry) if published else None,
        byline=_byline(entry, outlet),
        language=_language(entry, feed),
        comments=_count(entry.get("slash_comments") or entry.get("thr_total")),
        cut=cut,
        stub=not text,
        removed=removed,
    )


def _headline(entry: Any, source: Any) -> str:
    said = entry.get("title_detail") or {}
    headline = said.get("value") or entry.get("title") or ""
    headline = plain(headline, tags=said.get("type") != "text/plain")
    # Google News writes the outlet behind every headline and names it in `source` as well.
    return headline.removesuffix(f" - {source['title']}") if source.get("title") else headline


def _text(entry: Any) -> tuple[str, tuple[Removed, ...], bool]:
    """The text of an entry, what was taken out of it, and whether it is only a beginning."""
    contents = [part for part in entry.get("content") or () if part.get("value")]
    if contents:
        longest = max(contents, key=lambda part: len(part["value"]))
        text, removed = clean(longest)
        return text, removed, bool(_MORE.search(text))
    said = entry.get("summary_detail") or {}
    text, removed = clean(said)
    # A description is a synopsis unless it is complete in itself, and then there is no link:
    # https://www.rssboard.org/rss-specification#hrelementsOfLtitemgt
    whole = not entry.get("link") or "\n\n" in text or len(text.split()) >= _WHOLE
    return text, removed, bool(text) and (not whole or bool(_MORE.search(text)))


def clean(part: Any) -> tuple[str, tuple[Removed, ...]]:
    """The paragraphs of a text and what was taken out of it, by the type it states."""
    value = part.get("value") or ""
    if "html" not in (part.get("type") or "html"):
        return "\n\n".join(one.strip() for one in re.split(r"\n\s*\n", value) if one.strip()), ()
    text, removed = paragraphs(value)
    *above, last = text.split("\n\n")
    if _APPEARED.fullmatch(last):
        text = "\n\n".join(above)
        removed = (*removed, Removed(last, "sharing", above[-1][-60:] if above else ""))
    return text, removed


def _url(entry: Any, feed: Any) -> str | None:
    # A feed service counts clicks in its own links and keeps the publisher's beside them.
    link = entry.get("feedburner_origlink") or _link(entry) or entry.get("id") or ""
    link = urljoin(feed.get("link") or "", link) if not urls.is_address(link) else link
    return urls.canonical(link) if urls.is_address(link) else None


def _link(entry: Any) -> str | None:
    """The entry's own page: the library may give the address of a file that hangs on it instead."""
    link: str | None = entry.get("link")
    pages = [one.get("href") for one in entry.get("links") or () if one.get("rel") == "alternate"]
    if link in pages or not pages:
        return link
    return next((page for page in pages if page), link)


def _published(entry: Any) -> tuple[str, str] | None:
    """The day and time an entry states. Many feeds, and Dublin Core's `date`, know only "updated"."""
    for field in ("published", "created", "updated"):
        # Asked for otherwise, the library answers with another field and a warning.
        if field in entry and (told := _moment(entry[field], dict.get(entry, f"{field}_parsed"))):
            return told
    return None


def _moment(stated: str | None, parsed: Any) -> tuple[str, str] | None:
    """A date with its own offset where that agrees with what the library made of it, else in UTC."""
    ours = dates.parse(stated) if stated else None
    if parsed is None:
        return ours
    try:
        utc = datetime.fromtimestamp(calendar.timegm(parsed), UTC)
    except (ValueError, OverflowError):
        return ours
    if ours and _same(ours, utc):
        return ours
    if not 1900 <= utc.year <= 2100:
        return None
    return utc.strftime("%Y-%m-%dT%H:%M:%SZ"), "second"


def _same(ours: tuple[str, str], utc: datetime) -> bool:
    if ours[1] in ("year", "month", "day"):
        return utc.date().isoformat().startswith(ours[0])
    moment = datetime.fromisoformat(ours[0])
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)) == utc


def _modified(entry: Any) -> str | None:
    """The last change, unless it is what the day of publication was taken from."""
    if "updated" not in entry or not ("published" in entry or "created" in entry):
        return None
    return (_moment(entry["updated"], dict.get(entry, "updated_parsed")) or (None,))[0]


def _tags(entry: Any) -> tuple[str, ...]:
    terms = (plain(tag.get("label") or tag.get("term") or "") for tag in entry.get("tags") or ())
    return tuple(dict.fromkeys(term for term in terms if term))


def _byline(entry: Any, outlet: str | None) -> tuple[Person, ...]:
    named = [author.get("name") for author in entry.get("authors") or () if author.get("name")]
    named = named or [entry.get("author")]
    found = [person for name in named for person in people(plain(name or ""), outlet)]
    return tuple(dict.fromkeys(found))


def _language(entry: Any, feed: Any) -> str | None:
    contents = entry.get("content") or ()
    said = [part.get("language") for part in contents]
    said += [(entry.get("title_detail") or {}).get("language"), feed.get("language")]
    found = (LANGUAGE.match(language) for language in said if language)
    return next((match[1].lower() for match in found if match), None)


def _count(stated: str | None) -> int | None:
    return int(stated) if stated and stated.isascii() and stated.isdigit() else None
