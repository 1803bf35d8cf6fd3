"""Days of the lunar Hijri calendar: their names as papers write them, and the Gregorian day they mean.

By the tabular calendar, because the real months begin with a sighting. Its rule is that of Reingold and
Dershowitz, Calendrical Calculations, "The Islamic calendar"; of its two epochs the astronomers', 15 July
622, is nearer to Umm al-Qura: from 1343 to 1500 it gives the same day in 58 of a hundred and one that
is at most one off in 99. Where months begin a day later than in Mecca, it is early by that day.
"""

import re
from datetime import date

_EPOCH = 227_013
"""The day before the first of Muharram of the year 1, as `date.toordinal` counts."""

_MONTHS = (
    "(?:ال)?محر\u0651?م|muh?arram|moharram",
    "صفر|safar",
    r"ربیع ?(?:ال)?او?ل|rabi['’ʿ]? ?(?:al|ul|ol)[ -]?aww?[ae]l|rabi['’ʿ]? I",
    r"ربیع ?(?:ال)?(?:ثانی|اخر)|rabi['’ʿ]? ?(?:al|ul|ol|ath|as)[ -]?(?:thani|sani|akh[ei]r)|rabi['’ʿ]? II",
    r"جماد[یه]?[ -]?(?:ال)?اول[یه]?|jumada (?:al|ul)[ -]?(?:aww?al|ula)|jumada I",
    r"جماد[یه]?[ -]?(?:ال)?(?:ثانی|اخر)[یه]?|jumada (?:al|ul|ath)[ -]?(?:thani(?:yah?)?|akhirah?)|jumada II",
    "رجب|rajab",
    "شعبان|sha['’ʿ]?a?ban",
    "رمضان|rama[dz]h?an",
    "شو\u0651?ال|shaww?al",
    r"ذ[ویا]?[ -]?(?:ال)?قعده|(?:dh|z)[ui]l?[ -]?(?:al[ -])?q[ia]['’ʿ]?dah?",
    r"ذ[ویا]?[ -]?(?:ال)?حج\u0651?ه|(?:dh|z)[ui]l?[ -]?(?:al[ -])?hij?jah?",
)
# In letters as `dates.fold` leaves them: ي and ى are ی, ك is ک, ة is ه, every alif is plain.

_NAMED = "(?:{})".format("|".join(f"(?P<m{n}>{names})" for n, names in enumerate(_MONTHS, 1)))
_EPITHET = r"(?:\s(?:الحرام|المظفر|الخیر|المرجب|الفرد|المعظم|المبارک|المکرم))?"
_H = "ه[ـ\u200d]*"
SIGN = (
    rf"\s?(?:{_H}\s?\.?\s?ق\b\.?|هجریه?\s?قمریه?|قمریه?\b|ق\b(?!\s?\.?\s?ظ)\.?|A\.?H\b\.?"
    rf"|(?:{_H}|هجریه?)(?![\w\u200d])(?!\s?\.?\s?(?:ش|خ|شمسی|خورشیدی)\b)\.?)"
)
"""What says after a year that it is one of this calendar."""

_YEAR = r"(?P<year>1[34]\d\d|1500)(?!\d)"
_DAY = r"(?<![\d/.-])(?P<day>[0-3]?\d)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_DAY}(?:\s?من)?(?:\s?شهر)?[\s,-]{{1,2}}{_NAMED}{_EPITHET}[\s,-]{{0,2}}"
        rf"(?:(?:سنه|لسنه|عام|لعام|سال)\s)?{_YEAR}(?:{SIGN})?",
        rf"\b{_NAMED}{_EPITHET}\s(?P<day>[0-3]?\d)[\s,]{{1,3}}{_YEAR}(?:{SIGN})?",
        rf"(?<![\d/.-]){_YEAR}([/.-])(?P<number>\d{{1,2}})\2(?P<day>[0-3]?\d)(?![\d/-]){SIGN}",
        rf"{_DAY}([/.-])(?P<number>\d{{1,2}})\2{_YEAR}(?![/-]){SIGN}",
    )
)
_HINT = re.compile(r"1[345]\d\d")


def search(folded: str) -> tuple[date, int, int] | None:
    """The Gregorian day of the first date of this calendar in folded text, and where it stands."""
    if not _HINT.search(folded):
        return None
    for form in _FORMS:
        for match in form.finditer(folded):
            parts = match.groupdict()
            named = (n for n in range(1, 13) if parts.get(f"m{n}"))
            month = int(parts.get("number") or 0) or next(named, 0)
            if told := to_gregorian(int(match["year"]), month, int(match["day"])):
                return told, match.start(), match.end()
    return None


def to_gregorian(year: int, month: int, day: int) -> date | None:
    """The Gregorian day by the tabular calendar; None if no month has such a day.

    Every month may have 30 days, as it is seen to have.
    """
    if not (1 <= month <= 12 and 1 <= day <= 30):
        return None
    before = 354 * (year - 1) + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2
    return date.fromordinal(_EPOCH + before + day)
