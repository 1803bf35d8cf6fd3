"""The day an article first appeared: where its words say so, and where they say something else."""

from dataclasses import replace

import pytest

from clippings.dates import fold
from clippings.provenance.originals import original
from tests.provenance.bodies import article

STATED = (
    ("en", "", "FNA – 2011-12-21", "2011-12-21"),
    ("en", "", "By Mara Fenn, September 21, 2010", "2010-09-21"),
    ("en", "", "3 May 2011", "2011-05-03"),
    ("en", "", "[3 May 2011]", "2011-05-03"),
    ("en", "", "Date: 3 May 2011", "2011-05-03"),
    ("en", "", "Luth, 3 May 2011", "2011-05-03"),
    ("en", "", "Lamplighters Association\nLuth, May 3rd, 2011", "2011-05-03"),
    ("en", "Tuesday 3 May 2011 14.20 GMT\n\n", "", "2011-05-03"),
    ("en", "LUTH, March 3, 2011 (Xinhua) -- +", "", "2011-03-03"),
    ("en", "Luth, 3 March 2011 – +", "", "2011-03-03"),
    ("en", "", "This article first appeared in Noor Weekly on 3 May 2011.", "2011-05-03"),
    ("en", "", "Reprinted from Noor Weekly (3 May 2011)", "2011-05-03"),
    ("en", "", "Source: Noor Weekly, 3 May 2011", "2011-05-03"),
    ("en", "", "Mehr News Agency, 14 Bahman 1390", "2012-02-03"),
    ("en", "", "Noor Weekly, Shahrivar 30, 1389", "2010-09-21"),
    ("fa", "", "خبرگزاری فارس – ۱۳۹۰/۱۱/۱۹", "2012-02-08"),
    ("fa", "", "۱۸ اسفند ۱۳۹۳", "2015-03-09"),
    ("fa", "", "یکشنبه ۱۵ اردیبهشت ۱۳۹۲", "2013-05-05"),
    ("fa", "", "تاریخ: ۱۵ اردیبهشت ۱۳۹۲", "2013-05-05"),
    ("fa", "", "لوموند، ۲۲ ژانویهٔ ۲۰۱۴", "2014-01-22"),
    ("fa", "تهران – ۶ آذر ۱۳۹۰ – +", "", "2011-11-27"),
    ("ar", "", "وكالة الأناضول – ٣ تشرين الثاني ٢٠١٤", "2014-11-03"),
    ("ar", "", "٣ أيار/مايو ٢٠١١", "2011-05-03"),
    ("ar", "", "نشر هذا المقال في جريدة النهار بتاريخ 3 مايو 2011", "2011-05-03"),
    ("ar", "لوث ٣ مايو ٢٠١١ (شينخوا) +", "", "2011-05-03"),
    ("sq", "", "Gazeta Shqip, 3 maj 2011", "2011-05-03"),
    ("sq", "", "Burimi: Dritarja, 03.05.2011", "2011-05-03"),
    ("sq", "", "28 nëntor 2012", "2012-11-28"),
)

HIJRI = (
    ("ar", "", "١٥ محرم ١٤٣٣ هـ", "2011-12-10"),
    ("ar", "", "نشر هذا المقال في جريدة السنبلة بتاريخ 15 محرم 1433", "2011-12-10"),
    ("ar", "لوث – 15 محرم 1433 هـ – +", "", "2011-12-10"),
    ("fa", "", "۱۵ محرم‌الحرام ۱۴۳۳ ه.ق", "2011-12-10"),
    ("en", "", "Noor Weekly, 15 Muharram 1433", "2011-12-10"),
)

BESIDE = (
    ("ar", "", "15 محرم 1433 هـ الموافق 10 ديسمبر 2011", "2011-12-10"),
    ("ar", "", "السبت 10 ديسمبر 2011م (16 محرم 1433 هـ)", "2011-12-10"),
    ("ar", "16 محرم 1433 هـ\n\n", "10 ديسمبر 2011", "2011-12-10"),
    ("ar", "لوث – 16 محرم 1433 هـ – +", "10 ديسمبر 2011", "2011-12-10"),
    ("fa", "", "۱۹ آذر ۱۳۹۰ برابر با ۱۴ محرم ۱۴۳۳", "2011-12-10"),
)

UNKNOWN = (
    ("en", "LUTH, March 3 (Xinhua) -- +", ""),
    ("en", "", "Noor Weekly, May 2011"),
    ("en", "", "© 2006 – 2012 Alder Street Library"),
    ("en", "", "Updated 3 May 2011"),
    ("en", "", "Photo: Luth, 3 May 2011"),
    ("en", "", "The wheel had last turned on 3 May 2011, when the miller fell ill and went to live in Veld."),
    ("en", "", "Noor Weekly, 03/05/2011"),
    ("fa", "", "چرخ آسیاب آخرین بار ۱۵ اردیبهشت ۱۳۹۲ چرخید و آسیابان از آن پس در ولد می‌زیست."),
    ("ar", "", "تحديث: ٣ مايو ٢٠١١"),
    ("ar", "", "تحديث: 15 محرم 1433 هـ"),
    ("ar", "", "دارت العجلة آخر مرة في 15 محرم 1433 حين مرض الطحان وذهب ليعيش في ولد عند أخته الكبرى هناك."),
)  # fmt: skip


@pytest.mark.parametrize(("language", "above", "below", "day"), STATED)
def test_the_words_say_when_it_first_appeared(
    language: str, above: str, below: str, day: str
) -> None:
    found = original(article(language, above, below))
    assert (found.value, found.basis) == (day, "stated")
    assert found.evidence


@pytest.mark.parametrize(("language", "above", "below", "day"), HIJRI)
def test_a_day_of_the_lunar_calendar_is_less_sure(
    language: str, above: str, below: str, day: str
) -> None:
    found = original(article(language, above, below))
    assert (found.value, found.basis, found.confidence) == (day, "hijri", 0.6)
    assert "1433" in fold(found.evidence or "")


@pytest.mark.parametrize(("language", "above", "below", "day"), BESIDE)
def test_another_calendar_goes_before_the_lunar_one(
    language: str, above: str, below: str, day: str
) -> None:
    found = original(article(language, above, below))
    assert (found.value, found.basis) == (day, "stated")


@pytest.mark.parametrize(("language", "above", "below"), UNKNOWN)
def test_other_dates_are_not_the_originals(language: str, above: str, below: str) -> None:
    assert original(article(language, above, below)).value is None


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2011-03-04", "2011-03-03"),
        ("2011-04-02T10:00:00+01:00", "2011-03-03"),
        ("2011-04-03", None),
        ("2011-03-02", None),
        (None, None),
    ],
)
def test_a_dateline_without_a_year_takes_it_from_the_day_it_was_published_here(
    published: str | None, day: str | None
) -> None:
    told = replace(article("en", "LUTH, March 3 (Xinhua) -- +", ""), published=published)
    found = original(told)
    assert (found.value, found.basis) == (day, "inferred" if day else "unknown")


def test_a_dateline_goes_before_the_lunar_calendar() -> None:
    told = article("en", "LUTH, March 3 (Xinhua) -- +", "9 Rabi al-Thani 1432")
    assert original(told).basis == "hijri"
    found = original(replace(told, published="2011-03-04"))
    assert (found.value, found.basis) == ("2011-03-03", "inferred")


def test_the_turn_of_the_year() -> None:
    told = replace(article("en", "LUTH, Dec. 28 (Reuters) - +", ""), published="2012-01-03")
    assert original(told).value == "2011-12-28"
