"""What the columns of a table are, whatever its maker calls them, and what its cells mean."""

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache
from itertools import islice
from typing import Any, TypeVar

from clippings import dates
from clippings.errors import SourceError

T = TypeVar("T")

USUAL = {
    "headline": "headline title articletitle headlinetext storytitle pagetitle newstitle heading hed subject "
    "webtitle",
    "text": "text fulltext body content articlebody articletext storytext plaintext maintext bodytext "
    "articlecontent newstext article",
    "published": "published date publishedat publicationdate publishdate publisheddate publishedon pubdate "
    "datepublished dateofpublication datetime webpublicationdate firstpublished timestamp seendate "
    "createdat created postdate",
    "modified": "modified updated lastmodified datemodified dateupdated updatedat modifiedat lastupdated "
    "updatedon updateddate modifieddate postmodified",
    "tags": "tags keywords keyword tag",
    "outlet": "outlet publisher medianame sourcename sourcecommonname outletname publication newspaper "
    "source media sitename journal domain website",
    "url": "url link articleurl storyurl documentidentifier permalink weburl sourceurl articlelink href",
    "section": "section category sectionname rubric desk newsdesk",
    "byline": "byline author authors creator writer journalist reporter",
    "language": "language lang languagecode",
    "comments": "comments commentcount numcomments commentscount",
    "captured": "captured capturedat crawldate crawled retrieved retrievedat accessed accessdate scraped "
    "scrapedat indexeddate",
    "site": "site domain mediaurl outletsite sourcedomain",
}
"""Our fields and the names other collections give them, spaces and signs left out, the usual ones first.

Media Cloud's and GDELT's are among them: https://www.mediacloud.org, https://www.gdeltproject.org/data.html
"""

_FIELDS = {field: tuple(names.split()) for field, names in USUAL.items()}
TELLING = ("headline", "text", "url")
"""A table with none of these holds no articles."""

_SEEN = ("seendate",)
# The day GDELT met an article, within the hour of its publication; the minute is GDELT's own.

ORDERS = ("dmy", "mdy")
_AMBIGUOUS = re.compile(
    r"(?P<one>\d{1,2})\s?([/.-])\s?(?P<two>\d{1,2})\s?\2\s?(?P<year>\d{4}|\d\d)(?P<rest>(?:[ ,T].*)?)",
    re.DOTALL,
)
_COMPACT = re.compile(r"((?:19|20)\d\d)([01]\d)([0-3]\d)(?:T?([0-2]\d)([0-5]\d)([0-5]\d)?(Z?))?")
_ISO = re.compile(
    r"\d{4}-[01]\d-[0-3]\d(?:[T ](?P<minute>[0-2]\d:[0-5]\d)(?P<second>:[0-5]\d(?:\.\d{1,9})?)?"
    r"\s?(?:Z|UTC|[+-]\d\d(?::?\d\d)?)?)?"
)
_MIDNIGHT = re.compile(r"(\d{4}-\d\d-\d\d)[T ]00:00(?::00(?:\.0+)?)?")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?(?:\.\d+)?")
_LANGUAGE = re.compile(r"[a-zA-Z]{2}(?=[-_]|$)")
_LANGUAGES = {
    "en": "english eng",
    "de": "german ger deu deutsch",
    "fr": "french fre fra",
    "es": "spanish spa español",
    "it": "italian ita",
    "pt": "portuguese por",
    "ru": "russian rus",
    "ar": "arabic ara",
    "fa": "persian farsi per fas",
    "sq": "albanian alb sqi",
    "tr": "turkish tur",
    "zh": "chinese chi zho",
    "ja": "japanese jpn",
    "ko": "korean kor",
    "nl": "dutch dut nld",
    "pl": "polish pol",
    "el": "greek gre ell",
    "uk": "ukrainian ukr",
    "he": "hebrew heb",
    "hi": "hindi hin",
    "ur": "urdu urd",
    "sv": "swedish swe",
}
_NAMED = {name: code for code, names in _LANGUAGES.items() for name in names.split()}


@dataclass(frozen=True, slots=True)
class Said:
    """What the user says of a table because it cannot."""

    columns: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """Our fields and what this table calls them."""
    dates: str | None = None
    """What comes first in 03/04/2011: "dmy" or "mdy"."""


NOTHING = Said()
_FIRST = 1_000
"""Rows looked at before any is kept, so that a question about the dates comes before the load."""


class AmbiguousDateError(SourceError):
    """A table's dates can be read two ways and nobody said which."""


def recognised(names: Iterable[str]) -> dict[str, str]:
    """Which of these column names stand for which field of ours: name to field."""
    return {name: field for field, found in _fitting(tuple(names)) for name in found}


def telling(names: Iterable[str]) -> bool:
    """Whether a table with these columns can hold articles."""
    return any(field in TELLING for field in recognised(names).values())


def renamed(record: dict[str, Any], said: Said, where: str) -> dict[str, Any]:
    """The record under our names, its dates as ISO 8601 where they can be read.

    `SourceError` where a date can be read two ways and nothing says which.
    """
    ours: dict[str, Any] = {}
    for field, names in _fitting(tuple(record)):
        name = next((one for one in names if not _blank(record[one])), None)
        if name is not None:
            ours[field] = record[name]
    for field, name in said.columns.items():
        ours[field] = record.get(name)
    stated = said.columns.get("published") or _source(record, "published")
    told = moment(ours.get("published"), said.dates, stated or "published", where)
    if told and _plain(stated or "") in _SEEN:
        told = told[0][:10], "day"
    ours["published"], ours["published_precision"] = told or (None, None)
    for field in ("modified", "captured"):
        ours[field] = (moment(ours.get(field), said.dates, "", where) or (None,))[0]
    ours["language"] = _language(ours.get("language"))
    return ours


def moment(
    stated: object, order: str | None, column: str = "", where: str = ""
) -> tuple[str, str] | None:
    """A cell's date as ISO 8601 and its precision, None if it holds none that can be read."""
    if isinstance(stated, date):
        stated = stated.isoformat()
    if isinstance(stated, bool) or not isinstance(stated, str | int | float):
        return None
    text = str(stated).strip()
    if day := _MIDNIGHT.fullmatch(text):
        # What spreadsheets and databases make of a bare day.
        text = day[1]
    return _iso(text) or _compact(text) or _ordered(text, order, column, where) or _other(text)


def _iso(text: str) -> tuple[str, str] | None:
    match = _ISO.fullmatch(text)
    if match is None:
        return None
    try:
        day = datetime.fromisoformat(text.replace(" UTC", "Z"))
    except ValueError:
        return None
    if not 1700 <= day.year <= 2100:
        return None
    plain = text.replace(" ", "T", 1).replace("UTC", "Z").replace(" ", "")
    return plain, "second" if match["second"] else "minute" if match["minute"] else "day"


def _compact(text: str) -> tuple[str, str] | None:
    """A date in digits alone, or seconds and milliseconds since 1970."""
    if match := _COMPACT.fullmatch(text):
        year, month, day, hour, minute, second, zulu = match.groups()
        clock = f"T{hour}:{minute}" + (f":{second}" if second else "") + zulu if hour else ""
        return _iso(f"{year}-{month}-{day}{clock}")
    if _EPOCH.fullmatch(text):
        seconds = float(text[:10]) if len(text.partition(".")[0]) == 10 else int(text[:13]) / 1000
        return datetime.fromtimestamp(int(seconds), UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), "second"
    return None


def _ordered(text: str, order: str | None, column: str, where: str) -> tuple[str, str] | None:
    """A date like 03/04/2011, in the order the user says, or the only one that makes sense."""
    match = _AMBIGUOUS.fullmatch(dates.fold(text))
    if match is None:
        return None
    one, two = int(match["one"]), int(match["two"])
    if one > 12 >= two:
        order = "dmy"
    elif two > 12 >= one:
        order = "mdy"
    elif match[2] == ".":
        # With dots the day comes first everywhere: https://en.wikipedia.org/wiki/List_of_date_formats_by_country
        order = order or "dmy"
    elif order is None and one != two and column:
        what = f'The dates in the column "{column}" can be read two ways, such as {text}'
        remedy = "Say what comes first: `--dates dmy` (day, month, year) or `--dates mdy`."
        raise AmbiguousDateError(what, where, remedy, reason="ambiguous dates")
    day, month = (one, two) if order != "mdy" else (two, one)
    year = match["year"]
    # A year in two digits, as spreadsheets read them: 69 to 99 lie in the last century.
    year = year if len(year) == 4 else f"{'19' if int(year) > 68 else '20'}{year}"
    return dates.parse(f"{year}-{month:02}-{day:02}{match['rest']}")


def _other(text: str) -> tuple[str, str] | None:
    if told := dates.parse(text):
        return told
    try:
        # Mail's form knows zones by name: "Mon, 03 Apr 2011 10:00:00 EST".
        found = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return (found.isoformat(), "second") if 1900 <= found.year <= 2100 else None


def _plain(name: str) -> str:
    return re.sub(r"[\W_]", "", name).lower()


@lru_cache(maxsize=1024)
def _fitting(names: tuple[str, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each field with the columns that may hold it, the likeliest first."""
    by_plain: dict[str, str] = {}
    for name in names:
        by_plain.setdefault(_plain(str(name)), name)
    fitting = (
        (field, tuple(by_plain[name] for name in usual if name in by_plain))
        for field, usual in _FIELDS.items()
    )
    return tuple((field, found) for field, found in fitting if found)


def _source(record: Mapping[str, Any], field: str) -> str | None:
    for one, names in _fitting(tuple(record)):
        if one == field:
            return next((name for name in names if not _blank(record[name])), None)
    return None


def _blank(value: object) -> bool:
    return (
        value is None
        or value == ""
        or value == []
        or (isinstance(value, str) and not value.strip())
    )


def _language(stated: object) -> str | None:
    text = stated.strip() if isinstance(stated, str) else ""
    match = _LANGUAGE.match(text)
    return match[0].lower() if match else _NAMED.get(text.lower())


def unknown(said: Said, names: Sequence[str], where: str) -> None:
    """`SourceError` if the user names a column that a table has not."""
    for field, name in said.columns.items():
        if name not in names:
            remedy = f"Its columns are: {', '.join(names)}. Write `--map {field}=COLUMN` with one of them."
            what = f'There is no column "{name}"'
            raise SourceError(what, where, remedy, reason="unknown columns")


def checked(items: Iterator[T]) -> Iterator[T]:
    """The items, the first of them read before any is given, in case the dates need asking for."""
    first, rest = ahead(items, _FIRST)
    yield from first
    yield from rest


def ahead(items: Iterator[T], count: int) -> tuple[list[T], Iterator[T]]:
    """The first of these and the rest, which begins with the error if there was one; a question
    about dates is asked at once."""
    first: list[T] = []
    try:
        first.extend(islice(items, count))
    except AmbiguousDateError:
        raise
    except SourceError as error:
        return first, _failing(error)
    return first, items


def _failing(error: SourceError) -> Iterator[Any]:
    raise error
    yield
