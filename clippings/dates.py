"""Dates as found in the wild, in the months and digits of the languages we read."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from persiantools.jdatetime import JalaliDate

from clippings import hijri

_GREGORIAN = (
    "january jan janar ژانویه ینایر جانفی كانون_الثانی",
    "february feb shkurt فوریه فبرایر فیفری شباط",
    "march mar mars مارس اذار",
    "april apr prill اوریل ابریل افریل نیسان",
    "may maj مه می مایو ماي ایار",
    "june jun qershor ژوین ژوئن یونیو جوان حزیران",
    "july jul korrik ژوییه ژوئیه جولای یولیو جویلیه تموز",
    "august aug gusht اوت اگوست اغسطس اب",
    "september sept sep shtator سپتامبر سبتمبر ایلول",
    "october oct tetor اکتبر اكتوبر تشرین_الاول",
    "november nov nëntor nentor نوامبر نوفمبر تشرین_الثانی",
    "december dec dhjetor دسامبر دیسمبر كانون_الاول",
)
_JALALI = (
    "فروردین farvardin",
    "اردیبهشت ordibehesht",
    "خرداد khordad",
    "تیر tir",
    "مرداد امرداد mordad",
    "شهریور shahrivar",
    "مهر mehr",
    "ابان aban",
    "اذر azar",
    "دی dey",
    "بهمن bahman",
    "اسفند esfand",
)
_FOLD = str.maketrans(
    "۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩يىكأإآة،٫\u00a0\u202f\u200c", "01234567890123456789ییکاااه,,   "
)
# One character becomes one, so that a place in the folded text is a place in the original.

MONTHS = {
    name.replace("_", " ").translate(_FOLD): (calendar, number)
    for calendar, table in (("gregorian", _GREGORIAN), ("jalali", _JALALI))
    for number, names in enumerate(table, 1)
    for name in names.split()
}
"""Month names, folded, and the calendar and month they mean."""


def _either(words: Collection[str]) -> str:
    """Words as one form, the longest first, which tries each first letter once."""
    first = sorted({word[:1] for word in words}, reverse=True)
    rest = {one: [word[1:] for word in words if word[:1] == one] for one in first if one}
    forms = "|".join(re.escape(one) + _either(more) for one, more in rest.items())
    return f"(?:{forms}){'?' if '' in first else ''}" if forms else ""


_MONTH = _either(list(MONTHS))
# "كانون الأول/ديسمبر": both names of one month, as papers print them across the Arab world.
_NAMED = rf"(?P<month>{_MONTH})(?:\s?[/(]\s?(?:{_MONTH})\)?)?(?<![\s/(])\u0654?\.?"
_TIME = (
    r"(?:\s*(?:T|[,|–-]|at|ساعت|الساعه|ora|@)?\s*(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)"
    r"(?::(?P<second>[0-5]\d)(?:\.\d{1,9})?)?"
    r"(?:\s?(?P<half>[ap])\.?m\b\.?)?"
    r"(?P<offset>\s?(?:Z\b|(?:UTC|GMT)?[+-](?:0\d|1[0-4]):?[0-5]\d|(?:UTC|GMT)\b))?)?"
)
_ALONE = r"(?<![\d/.-]\d)"
"""After the first digit, so that the engine leaps from one digit to the next."""
_ORDINAL = r"(?:st|nd|rd|th|\.)?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?P<year>\d{_ALONE}\d{{3}})-(?P<number>\d{{1,2}})-(?P<day>\d{{1,2}})(?![\d/-]){_TIME}",
        rf"(?P<year>\d{_ALONE}\d{{3}})([/.])(?P<number>\d{{1,2}})\2(?P<day>\d{{1,2}})(?![\d/-]){_TIME}",
        rf"(?P<day>\d{_ALONE}\d?)\.\s?(?P<number>\d{{1,2}})\.\s?(?P<year>\d{{4}})(?![\d/-]){_TIME}",
        rf"(?P<one>\d{_ALONE}\d?)([/-])(?P<two>\d{{1,2}})\2(?P<year>\d{{4}})(?![\d/-]){_TIME}",
        rf"(?P<day>\d{_ALONE}\d?){_ORDINAL}(?:\s+of)?[\s,-]{{1,2}}{_NAMED}[\s,-]{{0,2}}"
        rf"(?P<year>\d{{4}})(?!\d){_TIME}",
        rf"\b{_NAMED}\s?(?P<day>\d{{1,2}}){_ORDINAL}[\s,]{{1,3}}(?P<year>\d{{4}})(?!\d){_TIME}",
        rf"\b{_NAMED}[\s,]{{1,3}}(?P<year>\d{{4}})(?!\d)",
        rf"(?P<year>\d{_ALONE}\d{{3}})[-/](?P<number>\d{{1,2}})(?![\d/-])",
    )
)
_YEAR = re.compile(r"\d{4}")
_LUNAR = re.compile(hijri.SIGN, re.IGNORECASE)
_ERA = re.compile(r"\s?(?:م|میلادیه?|ش|ه\s?\.\s?ش|(?:هجری )?(?:شمسی|خورشیدی))(?!\w)\.?")
_WEEKDAYS = (
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun"
    "|شنبه|یک ?شنبه|دو ?شنبه|سه ?شنبه|چهار ?شنبه|پنج ?شنبه|جمعه"
    "|السبت|الاحد|الاثنین|الثلاثاء|الاربعاء|الخمیس|الجمعه"
    "|e hënë|e martë|e mërkurë|e enjte|e premte|e shtunë|e diel"
)
WEEKDAY = re.compile(rf"(?:یوم\s)?\b(?:{_WEEKDAYS})\b\.?[\s,]*", re.IGNORECASE)
"""A day of the week in folded text; it adds nothing to a date."""

_WEEK = tuple(
    re.compile(names, re.IGNORECASE)
    for names in (
        "mon|دو ?شنبه|الاثنین",
        "tue|سه ?شنبه|الثلاثاء",
        "wed|چهار ?شنبه|الاربعاء",
        "thu|پنج ?شنبه|الخمیس",
        "fri|جمعه",
        "sat|السبت|^شنبه",
        "sun|یک ?شنبه|الاحد",
    )
)
"""Each day of the week from Monday on, in words that `WEEKDAY` matched."""

_TWIN = re.compile(
    rf"[\s,(/|=–-]*(?:(?:الموافق|موافق|المصادف|مصادف|برابر|مطابق|corresponding)(?:\s?(?:ل|با|to|with)\b)?)?"
    rf"[\s:,(]*(?:{WEEKDAY.pattern})?",
    re.IGNORECASE,
)
"""What may stand between two dates that are one day in two calendars."""


@dataclass(frozen=True, slots=True)
class Found:
    """A date and the place it stands at."""

    iso: str
    precision: str
    """"year", "month", "day", "minute" or "second"; "about": that day or the one before or after."""
    start: int
    end: int


def fold(text: str) -> str:
    """The text with digits and letter variants made one, each character staying in its place."""
    return text.translate(_FOLD)


def is_month(word: str) -> bool:
    """Whether a word is the name of a month of the Gregorian calendar, or of a day of the week."""
    bare = fold(word).strip(" .,").lower()
    return MONTHS.get(bare, ("", 0))[0] == "gregorian" or bool(WEEKDAY.fullmatch(bare))


def search(text: str) -> Found | None:
    """The first date in the text, by the most precise form that fits.

    The lunar Hijri calendar, which is uncertain by a day, is asked last; beside another it adds nothing.
    """
    folded = fold(text)
    if not _YEAR.search(folded):
        return None
    lunar = hijri.search(folded)
    for form in _FORMS:
        for match in form.finditer(folded):
            if _LUNAR.match(folded, match.end()):
                continue
            told = _told(match.groupdict())
            if told:
                start, end = match.start(), match.end()
                if "T" not in told[0] and (era := _ERA.match(folded, end)):
                    end = era.end()
                return Found(*told, *_with_twin(folded, start, end, lunar))
    if lunar is None:
        return None
    return Found(_by_weekday(lunar[0], folded[: lunar[1]]).isoformat(), "about", *lunar[1:])


def _by_weekday(day: date, before: str) -> date:
    """The day of the week stated before a lunar date, where it is one beside the day counted."""
    stated = [match for match in WEEKDAY.finditer(before[-20:]) if match.end() == len(before[-20:])]
    for number, names in enumerate(_WEEK):
        apart = (number - day.weekday() + 3) % 7 - 3
        if stated and abs(apart) == 1 and names.search(stated[0].group()):
            return day + timedelta(apart)
    return day


def _with_twin(
    folded: str, start: int, end: int, lunar: tuple[date, int, int] | None
) -> tuple[int, int]:
    """Where a date stands, together with the lunar one that says the same day beside it."""
    if lunar is None:
        return start, end
    first, last = sorted(((start, end), lunar[1:]))
    if first[1] > last[0] or not _TWIN.fullmatch(folded, first[1], last[0]):
        return start, end
    closes = "(" in folded[first[1] : last[0]] and folded[last[1] : last[1] + 1] == ")"
    return first[0], last[1] + closes


def parse(text: str) -> tuple[str, str] | None:
    """The date that the whole text states, as ISO 8601 and its precision."""
    folded = WEEKDAY.sub("", fold(text)).strip(" ,.\t\r\n")
    if re.fullmatch(r"(?:19|20)\d\d", folded):
        return folded, "year"
    found = search(folded)
    if found is None or found.start != 0 or found.end != len(folded):
        return None
    if found.precision == "about":
        found = search(text) or found
    return found.iso, found.precision


def _told(parts: dict[str, str | None]) -> tuple[str, str] | None:
    """ISO text and precision of the parts a form matched, or None if there is no such day."""
    calendar, month = _month(parts)
    year, day = int(parts["year"] or 0), parts.get("day")
    if parts.get("one"):
        month, day = _ordered(int(parts["one"] or 0), int(parts["two"] or 0))
    if not month:
        return None
    if day is None:
        plain = calendar != "jalali" and 1900 <= year <= 2100 and month <= 12
        return (f"{year:04}-{month:02}", "month") if plain else None
    found = _day(calendar, year, month, int(day))
    return _timed(found, parts) if found else None


def _month(parts: dict[str, str | None]) -> tuple[str | None, int]:
    name = parts.get("month")
    if name:
        # Case-blind matching knows letters that lower() does not, such as the long s.
        return MONTHS.get(name.lower(), (None, 0))
    return None, int(parts.get("number") or 0)


def _ordered(one: int, two: int) -> tuple[int, str | None]:
    """Month and day of "one/two": certain only where one of them cannot be a month."""
    if one > 12 >= two or one == two:
        return two, str(one)
    if two > 12 >= one:
        return one, str(two)
    return 0, None


def _day(calendar: str | None, year: int, month: int, day: int) -> date | None:
    try:
        if 1300 <= year <= 1410 and calendar != "gregorian":
            return JalaliDate(year, month, day).to_gregorian()  # type: ignore[no-untyped-call]
        if 1900 <= year <= 2100 and calendar != "jalali":
            return date(year, month, day)
    except ValueError:
        return None
    return None


def _timed(day: date, parts: dict[str, str | None]) -> tuple[str, str]:
    if parts.get("hour") is None:
        return day.isoformat(), "day"
    hour = int(parts["hour"] or 0)
    if parts.get("half"):
        hour = hour % 12 + (12 if (parts["half"] or "").lower() == "p" else 0)
    clock = f"{hour:02}:{parts['minute']}"
    if parts.get("second"):
        clock += f":{parts['second']}"
    offset = re.sub(r"\s|UTC|GMT", "", (parts.get("offset") or "").upper().strip())
    if parts.get("offset") and not offset:
        offset = "Z"
    if len(offset) == 5:
        offset = f"{offset[:3]}:{offset[3:]}"
    return f"{day.isoformat()}T{clock}{offset}", "second" if parts.get("second") else "minute"
