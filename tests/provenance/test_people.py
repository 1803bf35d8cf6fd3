"""Whom a credit names, with what they did and where; and who is nobody."""

import pytest

from clippings.article import Article, Credit, Person
from clippings.provenance.people import people
from tests.provenance.bodies import article

# Language, above the text, below it, and name, role, place of those it names.
NAMED = (
    ("en", "By Mara Fenn", "", [("Mara Fenn", "writing", None)]),
    ("en", "BY MARA FENN", "", [("Mara Fenn", "writing", None)]),
    ("en", "MARA FENN\n\n", "", [("Mara Fenn", None, None)]),
    ("en", "", "By MARA FENN", [("Mara Fenn", "writing", None)]),
    ("en", "", "Mara Fenn", [("Mara Fenn", None, None)]),
    ("en", "", "— Mara Fenn", [("Mara Fenn", None, None)]),
    ("en", "By Mara Fenn in Luth and Ida Brun in Veld", "", [("Mara Fenn", "writing", "Luth"), ("Ida Brun", "writing", "Veld")]),
    ("en", "By Mara Fenn and Ida Brun", "", [("Mara Fenn", "writing", None), ("Ida Brun", "writing", None)]),
    ("en", "By Mara Fenn, Ida Brun and Mo Hall", "", [("Mara Fenn", "writing", None), ("Ida Brun", "writing", None), ("Mo Hall", "writing", None)]),
    ("en", "By Mara Fenn, Reuters", "", [("Mara Fenn", "writing", None)]),
    ("en", "By Mara Fenn, Staff Writer", "", [("Mara Fenn", "writing", None)]),
    ("en", "By Mara Fenn | The Guardian | 3 May 2011", "", [("Mara Fenn", "writing", None)]),
    ("en", "Mara Fenn in Luth\n\n", "", [("Mara Fenn", None, "Luth")]),
    ("en", "By Mara O'Fenn", "", [("Mara O'Fenn", "writing", None)]),
    ("en", "By J. P. van der Brun", "", [("J. P. van der Brun", "writing", None)]),
    ("en", "", "Reporting by Mara Fenn; Writing by Ida Brun; Editing by Mo Hall", [("Mara Fenn", "reporting", None), ("Ida Brun", "writing", None), ("Mo Hall", "editing", None)]),
    ("en", "", "(Reporting by Mara Fenn in Luth; Editing by Mo Hall)", [("Mara Fenn", "reporting", "Luth"), ("Mo Hall", "editing", None)]),
    ("en", "", "(Additional reporting by Mara Fenn and Ida Brun)", [("Mara Fenn", "reporting", None), ("Ida Brun", "reporting", None)]),
    ("en", "", "Associated Press writer Mara Fenn in Luth contributed to this report.", [("Mara Fenn", "contributing", "Luth")]),
    ("en", "", "Associated Press writers Mara Fenn in Luth and Ida Brun contributed to this report.", [("Mara Fenn", "contributing", "Luth"), ("Ida Brun", "contributing", None)]),
    ("en", "", "Mara Fenn contributed reporting.", [("Mara Fenn", "contributing", None)]),
    ("en", "", "Mara Fenn contributed reporting from Luth.", [("Mara Fenn", "contributing", "Luth")]),
    ("en", "", "Mara Fenn reported from Luth.", [("Mara Fenn", "reporting", "Luth")]),
    ("en", "", "Translated by Mara Fenn", [("Mara Fenn", "translation", None)]),
    ("en", "", "Translation: Mara Fenn", [("Mara Fenn", "translation", None)]),
    ("en", "", "Translated from the Persian by Mara Fenn", [("Mara Fenn", "translation", None)]),
    ("en", "", "Edited by Mara Fenn", [("Mara Fenn", "editing", None)]),
    ("en", "", "Interview by Mara Fenn", [("Mara Fenn", "reporting", None)]),
    ("en", "", "Story by Mara Fenn\nPhotos by Ida Brun", [("Mara Fenn", "writing", None), ("Ida Brun", "photography", None)]),
    ("en", "", "Words: Mara Fenn. Pictures: Ida Brun.", [("Mara Fenn", "writing", None), ("Ida Brun", "photography", None)]),
    ("en", "", "Photo: Ida Brun/Reuters", [("Ida Brun", "photography", None)]),
    ("en", "", "Photo by Ida Brun", [("Ida Brun", "photography", None)]),
    ("en", "", "As told to Mara Fenn", [("Mara Fenn", "writing", None)]),
    ("en", "", "Mara Fenn is a writer based in Luth.", [("Mara Fenn", "writing", "Luth")]),
    ("en", "Mara Fenn\nNoor Weekly\n3 May 2011\n\n", "", [("Mara Fenn", None, None)]),
    ("en", "", "Yours faithfully, Mara Fenn, Luth", [("Mara Fenn", "writing", None)]),
    ("en", "", "The mill at night (Photo: Ida Brun/Reuters)", [("Ida Brun", "photography", None)]),
    ("en", "By Mara FENN\n\n", "", [("Mara Fenn", "writing", None)]),
    ("fa", "", "با احترام، مریم توسکایی، آموزگار", [("مریم توسکایی", "writing", None)]),
    ("fa", "ایسنا، گروه فرهنگ - مریم توسکایی: +", "", [("مریم توسکایی", "writing", None)]),
    ("ar", "", "العجلة ليلا (تصوير: لينا عرعر - أ ف ب)", [("لينا عرعر", "photography", None)]),
    ("ar", "", "(تغطية لينا عرعر - إعداد وتحرير سهى عبيدات للنشرة العربية)", [("لينا عرعر", "reporting", None), ("سهى عبيدات", "editing", None)]),
    ("sq", "", "Me respekt, Dea Verri, mësuese", [("Dea Verri", "writing", None)]),
    ("sq", 'Shkruan: Dea Verri ("Drita e Detit")\n\n', "", [("Dea Verri", "writing", None)]),
    ("fa", "", "مریم توسکایی", [("مریم توسکایی", None, None)]),
    ("fa", "", "نویسنده: مریم توسکایی", [("مریم توسکایی", "writing", None)]),
    ("fa", "", "نوشتهٔ مریم توسکایی", [("مریم توسکایی", "writing", None)]),
    ("fa", "به قلم مریم توسکایی\n\n", "", [("مریم توسکایی", "writing", None)]),
    ("fa", "", "مترجم: مریم توسکایی", [("مریم توسکایی", "translation", None)]),
    ("fa", "", "ترجمهٔ مریم توسکایی", [("مریم توسکایی", "translation", None)]),
    ("fa", "", "برگردان: مریم توسکایی", [("مریم توسکایی", "translation", None)]),
    ("fa", "", "خبرنگار: مریم توسکایی", [("مریم توسکایی", "reporting", None)]),
    ("fa", "", "ویراستار: مریم توسکایی", [("مریم توسکایی", "editing", None)]),
    ("fa", "", "عکس: مریم توسکایی / ایرنا", [("مریم توسکایی", "photography", None)]),
    ("fa", "", "منبع: لوموند / مترجم: مریم توسکایی", [("مریم توسکایی", "translation", None)]),
    ("fa", "مریم توسکایی، رادیو فردا\n\n", "", [("مریم توسکایی", None, None)]),
    ("ar", "بقلم: لينا عرعر\n\n", "", [("لينا عرعر", "writing", None)]),
    ("ar", "بقلم لينا عرعر\n\n", "", [("لينا عرعر", "writing", None)]),
    ("ar", "لينا عرعر\n\n", "", [("لينا عرعر", None, None)]),
    ("ar", "", "ترجمة: لينا عرعر", [("لينا عرعر", "translation", None)]),
    ("ar", "", "إعداد: لينا عرعر", [("لينا عرعر", "writing", None)]),
    ("ar", "", "(إعداد لينا عرعر للنشرة العربية - تحرير سمير صفصافي)", [("لينا عرعر", "writing", None), ("سمير صفصافي", "editing", None)]),
    ("ar", "", "تحرير: لينا عرعر", [("لينا عرعر", "editing", None)]),
    ("ar", "حاورها: سمير صفصافي\n\n", "", [("سمير صفصافي", "reporting", None)]),
    ("ar", "أجرت الحوار: لينا عرعر\n\n", "", [("لينا عرعر", "reporting", None)]),
    ("ar", "", "تصوير: لينا عرعر", [("لينا عرعر", "photography", None)]),
    ("ar", "لينا عرعر - لوث\n\n", "", [("لينا عرعر", None, "لوث")]),
    ("sq", "Nga Dea Verri", "", [("Dea Verri", "writing", None)]),
    ("sq", "Nga: Dea Verri", "", [("Dea Verri", "writing", None)]),
    ("sq", "Autor: Dea Verri", "", [("Dea Verri", "writing", None)]),
    ("sq", "", "Shkruan Dea Verri", [("Dea Verri", "writing", None)]),
    ("sq", "", "Përktheu: Dea Verri", [("Dea Verri", "translation", None)]),
    ("sq", "", "Përktheu nga anglishtja: Dea Verri", [("Dea Verri", "translation", None)]),
    ("sq", "", "Shqipëroi: Dea Verri", [("Dea Verri", "translation", None)]),
    ("sq", "", "Redaktoi: Dea Verri", [("Dea Verri", "editing", None)]),
    ("sq", "", "Intervistoi: Dea Verri", [("Dea Verri", "reporting", None)]),
    ("sq", "", "Foto: Dea Verri", [("Dea Verri", "photography", None)]),
    ("sq", "", "Përgatiti: Dea Verri", [("Dea Verri", "writing", None)]),
)  # fmt: skip

NOBODY = (
    ("en", "", "Yours faithfully, Lamplighters Association"),
    ("en", "BBC News, Luth\n\n", ""),
    ("en", "By Admin", ""),
    ("en", "By admin", ""),
    ("en", "By Alder Street Library", ""),
    ("en", "By Staff Writer", ""),
    ("en", "By the Associated Press", ""),
    ("en", "Posted by Alder Street Library on Friday", ""),
    ("en", "", "letters@library.example"),
    ("en", "", "FREE THE MILLERS NOW"),
    ("en", "", "Reuters contributed to this report."),
    ("en", "", "All Rights Reserved"),
    ("en", "", "Read More"),
    ("en", "", "By early evening the road was open."),
    ("en", "", "KV/HM/SS"),
    ("fa", "", "نویسنده: ادمین"),
    ("fa", "", "انتهای پیام"),
    ("fa", "", "انتهاي پيام"),
    ("fa", "", "منبع: ایرنا"),
    ("fa", "", "خانه‌ها تاریک شد"),
    ("ar", "", "بقلم: admin"),
    ("ar", "", "المصدر: وكالات"),
    ("ar", "", "وتفضلوا بقبول الاحترام"),
    ("ar", "", "ولم يصب أحد بأذى."),
    ("sq", "", "Shkruar nga: Admin"),
    ("sq", "", "Burimi: Reuters"),
    ("sq", "", "NA KTHENI MULLIRIN"),
)


@pytest.mark.parametrize(("language", "above", "below", "named"), NAMED)
def test_a_credit_names_its_people(
    language: str, above: str, below: str, named: list[tuple[str, str | None, str | None]]
) -> None:
    found = people(article(language, above, below))
    assert [(one.name, one.role, one.place) for one in found] == named


@pytest.mark.parametrize(("language", "above", "below"), NOBODY)
def test_accounts_sites_and_slogans_are_no_persons(language: str, above: str, below: str) -> None:
    assert people(article(language, above, below)) == ()


def test_one_person_under_different_capitals_is_one() -> None:
    told = Article(
        headline="The mill",
        source="a.txt",
        text="The mill is sold.\n\nBrun reported from Veld. Mara Fenn contributed to this report.",
        byline=(Person("IDA BRUN"), Person("Admin"), Person("ed@mill.example")),
        credits=(Credit("By Ida Brun", "byline"),),
        outlet="The Mill",
    )
    assert [(one.name, one.role, one.place) for one in people(told)] == [
        ("Ida Brun", "writing", "Veld"),
        ("Mara Fenn", "contributing", None),
    ]


def test_a_stated_name_stays_in_whatever_script_it_is() -> None:
    told = Article(
        headline="The mill",
        source="a.txt",
        byline=(Person("田中太郎"), Person("Reuters"), Person("admin")),
    )
    assert [one.name for one in people(told)] == ["田中太郎"]
