"""Names that stand alone or in a row, above a text and below it; and lines that only look like them."""

import pytest

from clippings.article import Article
from clippings.provenance.people import people
from tests.provenance.bodies import BODIES, article

Named = tuple[tuple[str, str | None, str | None], ...]

# Language, above the text, below it, and name, role, place of those it names.
ALONE = (
    ("en", "Mara Fenn", "", (("Mara Fenn", None, None),)),
    ("en", "Mara Fenn and Ida Brun", "", (("Mara Fenn", None, None), ("Ida Brun", None, None))),
    ("en", "Mara Fenn, Ida Brun and Jo Hall", "", (("Mara Fenn", None, None), ("Ida Brun", None, None), ("Jo Hall", None, None))),
    ("en", "Dr. Mara Fenn", "", (("Mara Fenn", None, None),)),
    ("en", "J. P. van der Brun", "", (("J. P. van der Brun", None, None),)),
    ("en", "Mara Fenn", "Mara Fenn teaches history in Luth.", (("Mara Fenn", None, None),)),
    ("en", "Mara Fenn", "Follow Mara Fenn on Twitter: @marafenn", (("Mara Fenn", None, None),)),
    ("en", "", "Mara Fenn", (("Mara Fenn", None, None),)),
    ("sq", "Dea Verri", "", (("Dea Verri", None, None),)),
    ("sq", "Dea Verri dhe Arben Lisi", "", (("Dea Verri", None, None), ("Arben Lisi", None, None))),
    ("fa", "مریم توسکایی", "مریم توسکایی پژوهشگر تاریخ است.", (("مریم توسکایی", None, None),)),
    ("fa", "علی توسکایی", "", (("علی توسکایی", None, None),)),
    ("fa", "نویسنده: علی توسکایی", "", (("علی توسکایی", "writing", None),)),
    ("fa", "مریم توسکایی و کاوه بلوطی", "", (("مریم توسکایی", None, None), ("کاوه بلوطی", None, None))),
    ("ar", "لينا عرعر", "لينا عرعر كاتبة وباحثة.", (("لينا عرعر", None, None),)),
    ("ar", "د. سمير صفصافي", "", (("سمير صفصافي", None, None),)),
)  # fmt: skip

ROWS = (
    ("en", "Mara Fenn / Reuters", "", (("Mara Fenn", None, None),)),
    ("en", "Mara Fenn | Noor Weekly", "", (("Mara Fenn", None, None),)),
    ("en", "Reuters | Mara Fenn | Luth", "", (("Mara Fenn", None, "Luth"),)),
    ("en", "Mara Fenn - Reuters", "", (("Mara Fenn", None, None),)),
    ("en", "Mara Fenn – Luth", "", (("Mara Fenn", None, "Luth"),)),
    ("en", "Mara Fenn, Reuters, Luth", "", (("Mara Fenn", None, "Luth"),)),
    ("en", "Mara Fenn and Ida Brun | Noor Press Agency", "", (("Mara Fenn", None, None), ("Ida Brun", None, None))),
    ("en", "Mara Fenn, Reuters correspondent in Luth", "", (("Mara Fenn", "reporting", "Luth"),)),
    ("en", "", "Mara Fenn (Reuters)", (("Mara Fenn", None, None),)),
    ("en", "Mara Fenn for Noor Weekly", "", (("Mara Fenn", None, None),)),
    ("sq", "Dea Verri / Radio Evropa e Lirë", "", (("Dea Verri", None, None),)),
    ("sq", "Dea Verri, Zëri i Amerikës", "", (("Dea Verri", None, None),)),
    ("sq", "", "Dea Verri (D.Verri/Kosovapress)", (("Dea Verri", None, None),)),
    ("fa", "رادیو فردا / مریم توسکایی", "", (("مریم توسکایی", None, None),)),
    ("fa", "خبرگزاری ایسنا - مریم توسکایی", "", (("مریم توسکایی", None, None),)),
    ("fa", "مریم توسکایی، خبرنگار رادیو فردا در لوت", "", (("مریم توسکایی", "reporting", "لوت"),)),
    ("fa", "مریم توسکایی برای رادیو فردا", "", (("مریم توسکایی", None, None),)),
    ("fa", "مریم توسکایی، رادیوی شاخسار", "", (("مریم توسکایی", None, None),)),
    ("ar", "لينا عرعر - رويترز", "", (("لينا عرعر", None, None),)),
    ("ar", "رويترز - لينا عرعر", "", (("لينا عرعر", None, None),)),
    ("ar", "تل الزعتر/ لينا عرعر/ الأناضول", "", (("لينا عرعر", None, None),)),
    ("ar", "لينا عرعر – خاص بـ«غصن22»", "", (("لينا عرعر", None, None),)),
    ("ar", "بغداد: لينا عرعر", "", (("لينا عرعر", "writing", None),)),
    ("ar", "من لينا عرعر", "", (("لينا عرعر", "writing", None),)),
)  # fmt: skip

NOBODY = (
    # Sections, headings, questions, places, companies, those addressed
    ("en", "World News", ""),
    ("en", "Human Rights", ""),
    ("en", "Second Thoughts", ""),
    ("en", "Broken Promises", ""),
    ("en", "New Delhi", ""),
    ("en", "Port Hallow", ""),
    ("en", "Carrow Road", ""),
    ("en", "Veld Holdings Ltd.", ""),
    ("en", "Dear Minister,", ""),
    ("en", "Who Pays?", ""),
    ("en", "Old Mill", ""),
    ("en", "The Editorial Board", ""),
    ("en", "PORT HALLOW – Reuters", ""),
    ("en", "Reuters, Luth", ""),
    ("en", "Hallow Register", ""),
    ("en", "Mill Restoration", ""),
    ("en", "Girls Basketball", ""),
    ("en", "Burkina Faso", ""),
    ("en", "Guest Column", ""),
    ("en", "Winter Light", ""),
    ("en", "Film Festival", ""),
    ("en", "Super User", ""),
    ("en", "", "Thank You"),
    ("en", "", "Veld Ahead\n\nThe mill won again.\n\nThe river lost."),
    ("en", "", "SOURCE Veld Minerals Ltd."),
    ("en", "", "Dow Jones Newswires"),
    ("en", "", "(H/T Alder Leaf)"),
    ("en", "", "저작권 무단전재 금지"),
    ("en", "", "Mr. Fenn is the editor of a cookbook."),
    ("en", "", "The wheel in winter. (Reuters TV/Reuters)"),
    ("en", "", "The book, “Mills of the Veld,” was edited by Mara Fenn."),
    ("sq", "Zoti Kryeministër,", ""),
    ("sq", "Mulliri i vjetër", ""),
    ("sq", "Lajmet e ditës", ""),
    ("sq", "Mali i Zi", ""),
    ("sq", "Banka Botërore", ""),
    ("fa", "آسیاب کهنه", ""),
    ("fa", "چه کسی می‌ماند؟", ""),
    ("fa", "خبرگزاری ایسنا - تهران", ""),
    ("fa", "", "انا لله و انا الیه راجعون"),
    ("fa", "", "برای ترجمه می‌تواند مهلت بدهد."),
    ("ar", "القدس المحتلة - رويترز", ""),
    ("ar", "رام الله / الأناضول", ""),
    ("ar", "الطاحونة القديمة", ""),
    ("ar", "سوريا: معارك ضارية", ""),
    ("ar", "من أرض الواقع", ""),
    ("ar", "لبنان: سلام هش", ""),
    ("ar", "على ضفة النهر", ""),
    ("fa", "پیام نوروزی", ""),
    ("fa", "امید تازه", ""),
    ("fa", "خبرهای کوتاه", ""),
    ("fa", "نامه سرگشاده", ""),
    ("fa", "بیانیه کانون", ""),
    ("ar", "كلمة العدد", ""),
    ("ar", "رأي اليوم", ""),
    ("ar", "سعيد بالنتيجة", ""),
    ("ar", "خان يونس / الأناضول", ""),
    ("ar", "", "كتبت سبعا وعشرين مذكرة."),
    ("ar", "", "وقالت إن أصعب ما ترجمته كان أسماء العواصف."),
)  # fmt: skip

CREDITS = (
    ("en", "(Reporting by Mara Fenn, writing by Ida Brun, editing by Jo Hall)", (("Mara Fenn", "reporting", None), ("Ida Brun", "writing", None), ("Jo Hall", "editing", None))),
    ("en", "(Writing by Mara Fenn, additional reporting by Ida Brun; editing by Jo Hall)", (("Mara Fenn", "writing", None), ("Ida Brun", "reporting", None), ("Jo Hall", "editing", None))),
    ("en", "(Reporting by Mara Fenn, with reporting by Ida Brun, editing by Jo Hall.)", (("Mara Fenn", "reporting", None), ("Ida Brun", "reporting", None), ("Jo Hall", "editing", None))),
    ("en", "Noor special correspondent Mara Fenn contributed to this report from Luth.", (("Mara Fenn", "contributing", "Luth"),)),
    ("en", "Mara Fenn contributed to this report from St. Veld, Minn.", (("Mara Fenn", "contributing", "St. Veld"),)),
    ("en", "—Mara Fenn contributed to this article.", (("Mara Fenn", "contributing", None),)),
    ("en", "— With assistance by Mara Fenn, Ida Brun, and Jo Hall", (("Mara Fenn", "contributing", None), ("Ida Brun", "contributing", None), ("Jo Hall", "contributing", None))),
    ("en", "Contributing: Mara Fenn and The Associated Press", (("Mara Fenn", "contributing", None),)),
    ("en", "To contact the reporters on this story: Mara Fenn in Luth at mfenn@noor.example; Ida Brun in New Veld at ibrun@noor.example", (("Mara Fenn", "reporting", "Luth"), ("Ida Brun", "reporting", "New Veld"))),
    ("en", "Interview conducted by Mara Fenn for Noor Weekly", (("Mara Fenn", "reporting", None),)),
    ("en", "By Mara Fenn for noorweekly.org", (("Mara Fenn", "writing", None),)),
    ("en", "Mara Fenn wrote this story for Noor Weekly.", (("Mara Fenn", "writing", None),)),
    ("en", "Mara Fenn reported this story from Luth for Noor Weekly.", (("Mara Fenn", "reporting", "Luth"),)),
    ("en", "Reprinted with the permission of the author, Mara Fenn.", (("Mara Fenn", "writing", None),)),
    ("en", "This story was edited by Mara Fenn.", (("Mara Fenn", "editing", None),)),
    ("en", "Written in Dari by Mara Fenn.", (("Mara Fenn", "writing", None),)),
    ("en", "The wheel in winter. (Mara Fenn/AP)", (("Mara Fenn", "photography", None),)),
    ("en", "The wheel in winter. Mara Fenn/Getty Images", (("Mara Fenn", "photography", None),)),
    ("en", "The wheel in winter (AP Photo/Mara Fenn)", (("Mara Fenn", "photography", None),)),
    ("en", "The wheel in winter. (Reuters/Mara Fenn)", (("Mara Fenn", "photography", None),)),
    ("en", "Yours sincerely,\n\nMara Fenn, teacher\nIda Brun, chemist\nJo Hall, builder", (("Mara Fenn", "writing", None), ("Ida Brun", "writing", None), ("Jo Hall", "writing", None))),
    ("en", "Respectfully,\nfor the Union of Millers,\nMara Fenn, secretary", (("Mara Fenn", "writing", None),)),
    ("en", "Signed: Mara Fenn, Ida Brun and Jo Hall", (("Mara Fenn", "writing", None), ("Ida Brun", "writing", None), ("Jo Hall", "writing", None))),
    ("en", "Yours sincerely,\nMara Fenn\nHead of School\nPort Hallow", (("Mara Fenn", "writing", None),)),
    ("sq", "(Raportoi Dea Verri; shkroi Arben Lisi; redaktuan Gent Mali dhe Mira Osti)", (("Dea Verri", "reporting", None), ("Arben Lisi", "writing", None), ("Gent Mali", "editing", None), ("Mira Osti", "editing", None))),
    ("sq", "E solli në shqip Dea Verri", (("Dea Verri", "translation", None),)),
    ("sq", "Me respekt,\nDea Verri, mësuese\nArben Lisi, mjek", (("Dea Verri", "writing", None), ("Arben Lisi", "writing", None))),
    ("fa", "۷۱۲۸/۶۰۲۵\nخبرنگار: مریم توسکایی ** انتشار: کاوه بلوطی", (("مریم توسکایی", "reporting", None),)),
    ("fa", "برگردان به فارسی از مریم توسکایی", (("مریم توسکایی", "translation", None),)),
    ("fa", "(نویسنده: مریم توسکایی؛ ویراستار: کاوه بلوطی)", (("مریم توسکایی", "writing", None), ("کاوه بلوطی", "editing", None))),
    ("fa", "این گزارش را مریم توسکایی برای شاخسار نوشته است.", (("مریم توسکایی", "writing", None),)),
    ("fa", "با احترام،\nمریم توسکایی، آموزگار\nکاوه بلوطی، پزشک", (("مریم توسکایی", "writing", None), ("کاوه بلوطی", "writing", None))),
    ("fa", "امضاکنندگان: مریم توسکایی، کاوه بلوطی", (("مریم توسکایی", "writing", None), ("کاوه بلوطی", "writing", None))),
    ("ar", "(تغطية صحفية لينا عرعر - إعداد سمير صفصافي للنشرة العربية - تحرير هناء زيزفون)", (("لينا عرعر", "reporting", None), ("سمير صفصافي", "writing", None), ("هناء زيزفون", "editing", None))),
    ("ar", "نقلها عن الألمانية: لينا عرعر", (("لينا عرعر", "translation", None),)),
    ("ar", "ونقله إلى العربية سمير صفصافي", (("سمير صفصافي", "translation", None),)),
    ("ar", "العجلة في الشتاء (أ ف ب / لينا عرعر)", (("لينا عرعر", "photography", None),)),
    ("ar", "وتفضلوا بقبول الاحترام\n\nالموقعون:\nد. لينا عرعر\nد. سمير صفصافي", (("لينا عرعر", "writing", None), ("سمير صفصافي", "writing", None))),
)  # fmt: skip


def found(told: Article) -> Named:
    return tuple((one.name, one.role, one.place) for one in people(told))


@pytest.mark.parametrize(("language", "above", "below", "named"), ALONE + ROWS)
def test_a_name_alone_or_in_a_row_signs(
    language: str, above: str, below: str, named: Named
) -> None:
    assert found(article(language, above, below)) == named


@pytest.mark.parametrize(("language", "below", "named"), CREDITS)
def test_a_credit_below_a_text_names_its_people(language: str, below: str, named: Named) -> None:
    assert found(article(language, "", below)) == named


@pytest.mark.parametrize(("language", "above", "below"), NOBODY)
def test_what_only_looks_like_a_name_signs_nothing(language: str, above: str, below: str) -> None:
    assert found(article(language, above, below)) == ()


SUBJECTS = (
    ("Mara Fenn", "The mayor is tired. “I will not stand again,” Fenn said on Friday in Veld.\n\n"),
    ("Ida Brun", "Miss Brun has kept bees for sixty years, and they have kept her as well.\n\n"),
)


@pytest.mark.parametrize(("first", "then"), SUBJECTS)
def test_whom_the_text_speaks_about_is_its_subject(first: str, then: str) -> None:
    text = f"{first}\n\n{then}{BODIES['en']}"
    assert found(Article(headline="A life", source="a.txt", text=text, outlet="Noor")) == ()


def test_who_is_quoted_last_did_not_sign() -> None:
    text = f"{BODIES['en']}\n\nMara Fenn has run the mill since 1970.\n\nMara Fenn"
    assert found(Article(headline="The mill", source="a.txt", text=text, outlet="Noor")) == ()


@pytest.mark.parametrize("line", ["Mara Fenn", "مریم توسکایی"])
def test_a_subheading_amid_the_text_is_no_byline(line: str) -> None:
    body = BODIES["en" if line.isascii() else "fa"]
    text = f"{body}\n\n{line}\n\n{body}"
    assert found(Article(headline="-", source="a.txt", text=text, outlet="Noor")) == ()


def test_the_lines_of_a_poem_are_nobodys_names() -> None:
    verses = "شاخه‌های باران\nدستمال آبی\nکوچه‌های خاموش\nپنجره‌های باز\nسایه‌ای بلند\nماه کاغذی"
    text = f"{BODIES['fa']}\n\n{verses}\n\n{verses}"
    assert found(Article(headline="-", source="a.txt", text=text, outlet="شاخسار")) == ()
