"""Dates as they were met; every oddity becomes a line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clippings import dates

CASES = [
    ("December 22, 2011", "2011-12-22", "day"),
    ("Dec. 22, 2011", "2011-12-22", "day"),
    ("22 December 2011", "2011-12-22", "day"),
    ("22nd of December, 2011", "2011-12-22", "day"),
    ("Thursday, December 22nd, 2011", "2011-12-22", "day"),
    ("DECEMBER 22, 2011", "2011-12-22", "day"),
    ("December\u00a022,\u00a02011", "2011-12-22", "day"),
    ("December 22, 2011 at 3:05 pm", "2011-12-22T15:05", "minute"),
    ("December 22, 2011 12:05 am", "2011-12-22T00:05", "minute"),
    ("2011-12-22", "2011-12-22", "day"),
    ("2011-12-22T10:20:30+03:30", "2011-12-22T10:20:30+03:30", "second"),
    ("2011-12-22T10:20:30+0330", "2011-12-22T10:20:30+03:30", "second"),
    ("2011-12-22T10:20Z", "2011-12-22T10:20Z", "minute"),
    ("2011-12-22 10:20 GMT", "2011-12-22T10:20Z", "minute"),
    ("2011/12/22", "2011-12-22", "day"),
    ("22.12.2011", "2011-12-22", "day"),
    ("22/12/2011", "2011-12-22", "day"),
    ("12/22/2011", "2011-12-22", "day"),
    ("11/11/2011", "2011-11-11", "day"),
    ("December 2011", "2011-12", "month"),
    ("2011-12", "2011-12", "month"),
    ("2011", "2011", "year"),
    # Albanian
    ("22 Dhjetor 2011", "2011-12-22", "day"),
    ("Nëntor 3, 2014", "2014-11-03", "day"),
    ("3 nentor 2014", "2014-11-03", "day"),
    # Persian, by the Gregorian and by the Jalali calendar
    ("۳۱ دسامبر ۲۰۲۵", "2025-12-31", "day"),
    ("دسامبر ۲۲, ۲۰۱۱", "2011-12-22", "day"),
    ("۳۰ آذر ۱۳۹۰", "2011-12-21", "day"),
    ("دی ۱, ۱۳۹۰", "2011-12-22", "day"),
    ("سه‌شنبه ۲۹ آذر ۱۳۹۰", "2011-12-20", "day"),
    ("۱۳۹۰/۰۹/۳۰", "2011-12-21", "day"),
    ("1390/09/30", "2011-12-21", "day"),
    ("1390-09-30", "2011-12-21", "day"),
    ("۳۰ اسفند ۱۳۹۹", "2021-03-20", "day"),
    ("۱ فروردين ۱۴۰۰", "2021-03-21", "day"),
    # Arabic, with the names of Egypt, of the Maghreb and of the Levant
    ("22 ديسمبر 2011", "2011-12-22", "day"),
    ("ديسمبر 22، 2011", "2011-12-22", "day"),
    ("٢١ كانون الأول ٢٠١١", "2011-12-21", "day"),
    ("21 كانون الاول 2011", "2011-12-21", "day"),
    ("22 كانون الأول/ديسمبر 2011", "2011-12-22", "day"),
    ("14 آب 2006", "2006-08-14", "day"),
    ("3 جويلية 2012", "2012-07-03", "day"),
    ("الخميس 22 ديسمبر 2011", "2011-12-22", "day"),
    ("22 ديسمبر 2011م", "2011-12-22", "day"),
    ("۳۰ آذر ۱۳۹۰ هجری شمسی", "2011-12-21", "day"),
    ("1390/09/30 ه.ش", "2011-12-21", "day"),
    # The lunar Hijri calendar: the day may be one off
    ("1 محرم 1433", "2011-11-26", "about"),
    ("١ محرّم ١٤٣٣ هـ", "2011-11-26", "about"),
    ("السبت 1 محرم الحرام 1433هـ", "2011-11-26", "about"),
    ("الأحد 1 محرم 1433هـ", "2011-11-27", "about"),  # the day of the week tells which
    ("يوم الجمعة، 1 محرم 1433هـ", "2011-11-25", "about"),
    ("یک‌شنبه ۱ محرم ۱۴۳۳", "2011-11-27", "about"),
    ("شنبه ۱ محرم ۱۴۳۳", "2011-11-26", "about"),
    ("Sunday, 1 Muharram 1433", "2011-11-27", "about"),
    ("Wednesday, 1 Muharram 1433", "2011-11-26", "about"),  # too far to be believed
    ("15 من شهر محرم سنة 1433", "2011-12-10", "about"),
    ("محرم 15, 1433", "2011-12-10", "about"),
    ("5 صفر 1432 هـ", "2011-01-10", "about"),
    ("12 ربيع الأول 1433", "2012-02-04", "about"),
    ("12 ربیع‌الاول ۱۴۳۳ ه.ق", "2012-02-04", "about"),
    ("3 ربيع الآخر 1433", "2012-02-25", "about"),
    ("۳ ربیع‌الثانی ۱۴۳۳ ق", "2012-02-25", "about"),
    ("1 جمادى الأولى 1433 هـ", "2012-03-23", "about"),
    ("۲۴ جمادی‌الثانی ۱۴۳۴", "2013-05-04", "about"),
    ("24 جمادى الآخرة 1434 هـ", "2013-05-04", "about"),
    ("27 رجب 1433", "2012-06-16", "about"),
    ("15 شعبان 1433", "2012-07-04", "about"),
    ("۱ رمضان المبارک ۱۴۲۰ هجری قمری", "1999-12-08", "about"),
    ("1 رمضان 1445 هـ", "2024-03-10", "about"),
    ("1 شوال 1445", "2024-04-09", "about"),
    ("11 ذو القعدة 1433", "2012-09-26", "about"),
    ("۱۱ ذیقعده ۱۴۳۳", "2012-09-26", "about"),
    ("10 ذو الحجة 1447 هـ", "2026-05-26", "about"),
    ("۱۰ ذی‌الحجه ۱۴۴۷", "2026-05-26", "about"),
    ("1433/01/01 هـ", "2011-11-26", "about"),
    ("1/1/1433 هـ", "2011-11-26", "about"),
    ("1400/01/01 هـ", "1979-11-20", "about"),
    ("1 Muharram 1433 AH", "2011-11-26", "about"),
    ("Ramadan 1, 1445", "2024-03-10", "about"),
    ("10 Dhu al-Hijjah 1447", "2026-05-26", "about"),
    ("3 Rabi al-Thani 1433", "2012-02-25", "about"),
    ("3 Rabi II 1433", "2012-02-25", "about"),
    ("24 Jumada al-Akhirah 1434", "2013-05-04", "about"),
    # Beside another calendar it adds nothing
    ("15 محرم 1433 هـ الموافق 10 ديسمبر 2011", "2011-12-10", "day"),
    ("السبت 15 محرم 1433 هـ الموافق 10 ديسمبر 2011 م", "2011-12-10", "day"),
    ("10 ديسمبر 2011 (15 محرم 1433 هـ)", "2011-12-10", "day"),
    ("۱۵ اردیبهشت ۱۳۹۲ برابر با ۲۴ جمادی‌الثانی ۱۴۳۴", "2013-05-05", "day"),
]


@pytest.mark.parametrize(("text", "iso", "precision"), CASES)
def test_date_is_read(text: str, iso: str, precision: str) -> None:
    assert dates.parse(text) == (iso, precision)


@pytest.mark.parametrize(
    "text",
    [
        "1/2/2011",  # the first of February or the second of January
        "30.2.2011",
        "December 32, 2011",
        "31 شهريور 1499",
        "۳۱ مهر ۱۳۹۰",
        "1433/01/27",  # nothing says of which calendar
        "31 محرم 1433",
        "15 محرم 1590",
        "محرم 1433",
        "15 محرم 1433 هـ الموافق",
        "15 محرم 1433 و10 ديسمبر 2011",
        "by Dec. 31",
        "FNA – 2011-12-21",
        "between 2011-12-21 and now",
        "12 of 2011",
        "yesterday",
        "",
        "2011-12-22-01",
        "ſeptember 3, 2011",
    ],
)
def test_what_is_no_certain_date_stays_unknown(text: str) -> None:
    assert dates.parse(text) is None


def test_a_date_is_found_inside_a_line() -> None:
    found = dates.search("FNA – 2011-12-21")
    assert found is not None
    assert (found.iso, found.start, found.end) == ("2011-12-21", 6, 16)


def test_the_lunar_day_beside_another_is_part_of_it() -> None:
    both = "15 محرم 1433 هـ الموافق 10 ديسمبر 2011 م"
    text = f"لوث، {both} – نص"
    found = dates.search(text)
    assert found is not None
    assert (found.iso, text[found.start : found.end]) == ("2011-12-10", both)


def test_the_morning_in_persian_is_no_sign_of_the_lunar_calendar() -> None:
    found = dates.search("1390/09/30 ق.ظ 10:20")
    assert found is not None
    assert (found.iso, found.precision) == ("2011-12-21", "day")


@given(st.text(alphabet="0123456789۰۱۹/-.,: \u200cDecmbrJanuyآذریديسكانون", max_size=40))
def test_any_text_is_a_date_or_none(text: str) -> None:
    found = dates.search(text)
    assert found is None or 0 <= found.start < found.end <= len(text)
