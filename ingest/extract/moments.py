"""When a page was published: never when it was changed."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

import lxml.html

from clippings import dates
from ingest.extract import found
from ingest.extract.statements import Statements

_TAGS = (
    "article:published_time og:article:published_time og:published_time published_time datepublished "
    "parsely-pub-date sailthru.date article.published pubdate publish-date publish_date publication_date "
    "publishdate date.issued dcterms.issued dc.date.issued citation_publication_date "
    "citation_online_date cxenseparse:recs:publishtime rnews:datepublished article_date_original "
    "originalpublicationdate bt:pubdate"
).split()
"""Meta tags that say publication and nothing else; `date` alone may be any day."""

_CHANGED = (
    "article:modified_time og:updated_time datemodified last-modified dcterms.modified revised"
).split()
_PERSIAN = re.compile(r"[\u0600-\u06ff]|\b1[34]\d\d[/-]\d\d?[/-]\d\d?\b")
_LONGEST = 120
_FIRST_PAGES = 1995
_DAY_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?=[/-])")
_ZONE = re.compile(r"\s+(?:[A-Z]{2,4}|\([A-Z]{2,4}\))$")
_DATELINES = re.compile(r"date|time|publi|تاریخ|meta|info|posted|byline", re.IGNORECASE)

Moment = tuple[str, str]
"""ISO 8601 and its precision."""


def published(
    tree: lxml.html.HtmlElement, stated: Statements, url: str | None, language: str | None
) -> Moment | None:
    """The moment of publication as the page states it, else as htmldate finds it."""
    said = [stated.said("datePublished"), *(stated.first(name) for name in _TAGS)]
    moments = [moment for text in said if text and (moment := moment_of(text))]
    if exact := next(filter(_is_exact, moments), None):
        return _of_the_place(_fullest(exact, moments), url)
    about = None
    for moment in _shown(tree) if language in (None, "fa", "ar") else ():
        if _is_exact(moment) and language != "ar":
            return moment
        about = about or (None if _is_exact(moment) else moment)
    # What is stated in the lunar calendar goes before a guess; what only stands somewhere does not.
    return next(iter(moments), None) or _found(tree, url) or about


def _fullest(moment: Moment, moments: list[Moment]) -> Moment:
    """The same, or another statement of that very day which tells the time as well."""
    if moment[1] != "day":
        return moment
    return next(
        (each for each in moments if each[0][:10] == moment[0] and each[1] != "day"), moment
    )


def _is_exact(moment: Moment) -> bool:
    return moment[1] != "about"


def _of_the_place(moment: Moment, url: str | None) -> Moment:
    """The day in the address where a moment in universal time falls on the day beside it."""
    match = _DAY_IN_ADDRESS.search(url or "")
    if not match or not moment[0].endswith(("Z", "+00:00")):
        return moment
    try:
        local = date(*map(int, match.groups()))
    except ValueError:
        return moment
    apart = abs((date.fromisoformat(moment[0][:10]) - local).days)
    return (local.isoformat(), "day") if apart == 1 else moment


def modified(stated: Statements) -> Moment | None:
    """The moment of the last change, as the page states it."""
    said = [stated.said("dateModified"), *(stated.first(name) for name in _CHANGED)]
    moments = (moment for text in said if text and (moment := moment_of(text)))
    return next(filter(_is_exact, moments), None)


def moment_of(text: str) -> Moment | None:
    """What a statement of a date says, if that is a day on which there were web pages."""
    text = text[:_LONGEST].strip()
    moment = dates.parse(text) or _standard(text) or dates.parse(_ZONE.sub("", text))
    if moment is None or moment[1] in ("year", "month"):
        return None
    return moment if _is_recent(moment[0]) else None


def _is_recent(iso: str) -> bool:
    return int(iso[:4]) in range(_FIRST_PAGES, datetime.now(UTC).year + 1)


def _standard(text: str) -> Moment | None:
    """A date as mail and JavaScript write it, or seconds since 1970."""
    try:
        if re.fullmatch(r"1[0-9]{9}(?:\d{3})?", text):
            moment = datetime.fromtimestamp(int(text[:10]), UTC)
        elif "-" in text[:5] or re.match(r"[12]\d{7}T\d{4}", text):
            moment = datetime.fromisoformat(text)
        else:
            moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError, IndexError, TypeError):
        return None
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z"), "second"


def _shown(tree: lxml.html.HtmlElement) -> Iterator[Moment]:
    """The days in letters or calendars of the Persians and the Arabs, where pages have their dates."""
    for element in tree.xpath(".//body//*[self::time or @class or @id]"):
        names = f"{element.tag} {element.get('class') or ''} {element.get('id') or ''}"
        if not _DATELINES.search(names):
            continue
        text = " ".join("".join(element.itertext()).split())
        if len(text) > _LONGEST or not _PERSIAN.search(text):
            continue
        told = dates.search(text)
        if told and told.precision not in ("year", "month") and _is_recent(told.iso):
            yield told.iso, told.precision


def _found(tree: lxml.html.HtmlElement, url: str | None) -> Moment | None:
    # htmldate falls back on the day of the last change.
    for tag in list(tree.iter("meta")):
        names = (tag.get("property"), tag.get("name"), tag.get("itemprop"), tag.get("http-equiv"))
        if any(name and name.lower() in _CHANGED for name in names):
            tag.drop_tree()
    day = found.day(tree, url)
    return (day, "day") if day else None
