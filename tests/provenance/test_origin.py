"""Who wrote it first: each form of credit, and each line that only looks like one."""

import pytest

from clippings.article import Article
from clippings.provenance.origin import origin
from tests.provenance.bodies import CARRIER, article

# Language, what stands above the text, what stands below it, who wrote it first.
STATED = (
    ("en", "By Mara Fenn\nThe New York Times", "", "The New York Times"),
    ("en", "By MARA FENN\nNew York Times News Service", "", "The New York Times"),
    ("en", "Mara Fenn | Associated Press", "", "Associated Press"),
    ("en", "By Mara Fenn, Reuters", "", "Reuters"),
    ("en", "By Mara Fenn for The Guardian", "", "The Guardian"),
    ("en", "By Mara Fenn of The Associated Press", "", "Associated Press"),
    ("en", "By Mara Fenn in Luth for the Fort Ambel Tribune", "", "Fort Ambel Tribune"),
    ("en", "By Mara Fenn, Special to the Fort Ambel Tribune", "", "Fort Ambel Tribune"),
    ("en", "By the Associated Press", "", "Associated Press"),
    ("en", "From Reuters", "", "Reuters"),
    ("en", "LUTH, Jan 5 (Reuters) – +", "", "Reuters"),
    ("en", "LUTH (UPI) -- +", "", "United Press International"),
    ("en", "LUTH, March 3 (Xinhua) -- +", "", "Xinhua News Agency"),
    ("en", "(Reuters) - +", "", "Reuters"),
    ("en", "TEHRAN (FNA)- +", "", "Fars News Agency"),
    ("en", "Tehran, Jan 3, IRNA – +", "", "Islamic Republic News Agency"),
    ("en", "TEHRAN, Jan. 3 (MNA) – +", "", "Mehr News Agency"),
    ("en", "LUTH | Reuters\n\n+", "", "Reuters"),
    ("en", "LUTH, Jan 3 (Baltara News Agency) - +", "", "Baltara News Agency"),
    ("en", "", "Source: Noor Weekly", "Noor Weekly"),
    ("en", "", "Source: http://www.farsnews.com/nn.php?nn=1234", "Fars News Agency"),
    ("en", "", "Source: theguardian.com", "The Guardian"),
    ("en", "", "Original: https://www.nytimes.com/2011/07/05/world/x.html", "The New York Times"),
    ("en", "", "(Source: AFP, 3 May 2011)", "Agence France-Presse"),
    ("en", "", "Via Noor Weekly", "Noor Weekly"),
    ("en", "", "Courtesy of the Fort Ambel Tribune", "Fort Ambel Tribune"),
    (
        "en",
        "",
        "This story was originally published by the Fort Ambel Tribune.",
        "Fort Ambel Tribune",
    ),
    ("en", "", "Originally published at Plumbline on 3 June 2010", "Plumbline"),
    ("en", "", "First published in Noor Weekly, June 2010", "Noor Weekly"),
    ("en", "", "Published in the Fort Ambel Tribune, 4 May 2010", "Fort Ambel Tribune"),
    (
        "en",
        "",
        "A version of this article appeared in print in the Fort Ambel Tribune.",
        "Fort Ambel Tribune",
    ),
    ("en", "", "Reprinted with permission from the Fort Ambel Tribune.", "Fort Ambel Tribune"),
    ("en", "", "Reprinted courtesy of the Fort Ambel Tribune", "Fort Ambel Tribune"),
    ("en", "", "Reproduced from Noor Weekly", "Noor Weekly"),
    ("en", "", "Copyright 2011 The Associated Press. All rights reserved.", "Associated Press"),
    ("en", "", "© 2010 AFP", "Agence France-Presse"),
    ("en", "", "Translated by Lena Orr from Noor Weekly", "Noor Weekly"),
    ("en", "", "Translated from the Persian. Source: Kayhan", "Kayhan"),
    ("en", "", "Translation of an article in Le Monde, 3 May 2010", "Le Monde"),
    ("en", "", "Der Spiegel (Germany), 3 May 2010", "Der Spiegel"),
    ("en", "", "Report by Baltara News Agency", "Baltara News Agency"),
    ("en", "", "The Fort Ambel Tribune, 4 May 2010", "Fort Ambel Tribune"),
    ("en", "", "(From the Fort Ambel Tribune)", "Fort Ambel Tribune"),
    ("en", "", "— Reuters", "Reuters"),
    ("en", "", "[AFP]", "Agence France-Presse"),
    ("en", "", "AFP", "Agence France-Presse"),
    (
        "en",
        "",
        "Associated Press writers Owen Task and Ida Brun contributed to this report.",
        "Associated Press",
    ),
    ("en", "", "Reporting by Owen Task for Reuters", "Reuters"),
    (
        "en",
        "An open letter to the Minister from the Society of Lamplighters\n\n",
        "",
        "Society of Lamplighters",
    ),
    ("en", "Press release of the Lamplighters Association\n\n", "", "Lamplighters Association"),
    ("en", "", "On behalf of the Lamplighters Association\n3 May 2010", "Lamplighters Association"),
    ("en", "By our own correspondent\n\n", "", CARRIER),
    ("en", "From our correspondent in Luth\n\n", "", CARRIER),
    ("fa", "رویترز – +", "", "Reuters"),
    ("fa", "خبرگزاری فارس: +", "", "Fars News Agency"),
    ("fa", "تهران، ایرنا: +", "", "Islamic Republic News Agency"),
    ("fa", "تهران (ایسنا) - +", "", "Iranian Students' News Agency"),
    ("fa", "تهران - خبرگزاری مهر - +", "", "Mehr News Agency"),
    ("fa", "به گزارش خبرگزاری فارس از شیراز، +", "", "Fars News Agency"),
    ("fa", "به گزارش گروه اجتماعی ایسنا، +", "", "Iranian Students' News Agency"),
    ("fa", "به گزارش کتابخانهٔ توسکا به نقل از ایسنا، +", "", "Iranian Students' News Agency"),
    ("fa", "", "منبع: روزنامه شرق، ۳ خرداد ۱۳۹۰", "Shargh"),
    ("fa", "", "منبع: سایت تابناک", "Tabnak"),
    ("fa", "", "منبع : هفته‌نامهٔ کبک", "هفته‌نامهٔ کبک"),
    ("fa", "", "به نقل از: لوموند", "Le Monde"),
    ("fa", "", "به نقل از روزنامه کیهان، شماره ۴۵", "Kayhan"),
    ("fa", "", "برگرفته از: بی‌بی‌سی فارسی", "BBC"),
    ("fa", "", "ترجمه از گاردین", "The Guardian"),
    ("fa", "", "این مقاله نخستین بار در روزنامه کیهان منتشر شد.", "Kayhan"),
    ("fa", "", "(ایسنا)", "Iranian Students' News Agency"),
    ("fa", "", "خبرگزاری فارس، شنبه ۳ خرداد ۱۳۹۰", "Fars News Agency"),
    ("fa", "", "مریم توسکایی – روزنامه شرق", "Shargh"),
    ("fa", "گفت‌وگوی خبرگزاری ایسنا با آسیابان\n\n", "", "Iranian Students' News Agency"),
    ("fa", "نامهٔ سرگشادهٔ انجمن چراغ‌بانان به وزیر\n\n", "", "انجمن چراغ‌بانان"),
    ("fa", "بیانیهٔ انجمن چراغ‌بانان دربارهٔ آسیاب\n\n", "", "انجمن چراغ‌بانان"),
    ("fa", "", "با احترام\nانجمن چراغ‌بانان\n۳ خرداد ۱۳۹۰", "انجمن چراغ‌بانان"),
    ("ar", "لندن: «الشرق الأوسط»\n\n", "", "Asharq Al-Awsat"),
    ("ar", "بيروت – «الحياة»\n\n", "", "Al-Hayat"),
    ("ar", "القاهرة - أ ش أ: +", "", "Middle East News Agency"),
    ("ar", "باريس ـ أ.ف.ب: +", "", "Agence France-Presse"),
    ("ar", "الدوحة في 5 مايو /قنا/ +", "", "Qatar News Agency"),
    ("ar", "عمان 5 أيار (بترا)– +", "", "Petra News Agency"),
    ("ar", "بغداد (رويترز) - +", "", "Reuters"),
    ("ar", "دبي - العربية.نت\n\n", "", "Al Arabiya"),
    ("ar", "", "المصدر: صحيفة الحياة", "Al-Hayat"),
    ("ar", "", "المصدر : رويترز", "Reuters"),
    ("ar", "", "المصدر: وكالة الساحل", "وكالة الساحل"),
    ("ar", "", "نقلا عن صحيفة النخلة", "صحيفة النخلة"),
    ("ar", "", "نقلاً عن «الحياة»", "Al-Hayat"),
    ("ar", "", "عن صحيفة السفير اللبنانية", "As-Safir"),
    ("ar", "", "ترجمة: لينا عرعر، عن لوموند", "Le Monde"),
    ("ar", "", "نشر هذا المقال في جريدة النهار", "An-Nahar"),
    ("ar", "", "(أ ف ب)", "Agence France-Presse"),
    ("ar", "", "وكالة الأناضول، 3 مايو 2013", "Anadolu Agency"),
    ("ar", "من مراسلنا في لوث\n\n", "", "مكتبة الحور"),
    ("ar", "بيان صادر عن جمعية حملة المصابيح\n\n", "", "جمعية حملة المصابيح"),
    ("ar", "رسالة مفتوحة إلى الوزير من جمعية حملة المصابيح\n\n", "", "جمعية حملة المصابيح"),
    ("sq", "", "Burimi: BBC", "BBC"),
    ("sq", "", "Burimi: Gazeta Shqip, 3 maj 2011", "Gazeta Shqip"),
    ("sq", "", "Marrë nga Koha Ditore", "Koha Ditore"),
    ("sq", "", 'Botuar në gazetën "Panorama" më 3 maj 2011', "Panorama"),
    ("sq", "", "Ky shkrim u botua për herë të parë në Dritarja.", "Dritarja"),
    ("sq", "", "Përkthyer nga The Guardian", "The Guardian"),
    ("sq", "TIRANË, 12 maj (ATSH) - +", "", "Albanian Telegraphic Agency"),
    ("sq", "TIRANË, 12 maj/ATSH/ - +", "", "Albanian Telegraphic Agency"),
    ("sq", "Nga Dea Verri, Reuters", "", "Reuters"),
    ("sq", "Nga Dea Verri\nDeutsche Welle", "", "Deutsche Welle"),
    ("sq", "Autor: Dea Verri, Koha Ditore", "", "Koha Ditore"),
    ("sq", "", "Zëri i Amerikës, 3 maj 2011", "Voice of America"),
    ("sq", "Nga gazetari ynë në Luth\n\n", "", "Biblioteka e Verrit"),
    ("sq", "Deklaratë e Shoqatës së Fenerndezësve\n\n", "", "Shoqata e Fenerndezësve"),
    (
        "sq",
        "Letër e hapur drejtuar ministrit nga Shoqata e Fenerndezësve\n\n",
        "",
        "Shoqata e Fenerndezësve",
    ),
    ("sq", "", "(Reuters)", "Reuters"),
)

INFERRED = (
    ("en", "", "(Writing by Owen Task; Editing by Ida Brun)", "Reuters"),
    (
        "en",
        "",
        "(Reporting by Owen Task in Luth and Ida Brun in Veld; Editing by Mo Hall)",
        "Reuters",
    ),
    ("en", "", "Editing by Ida Brun", "Reuters"),
    ("en", "", '"We shall miss it," he told the Alder Street Library.', CARRIER),
    (
        "en",
        "",
        "Pressed by The Harrow Dispatch, he laughed. The Harrow Dispatch has seen it.",
        "The Harrow Dispatch",
    ),
    ("en", "", "str-kb/mdl/oh", "Agence France-Presse"),
    ("en", "", "KV/HM/SS", "Press TV"),
    ("fa", "", "مدیر آسیاب به خبرنگار فارس گفت که چرخ می‌ماند.", "Fars News Agency"),
    ("ar", "", "وقال المدير لوكالة مهر إن العجلة باقية.", "Mehr News Agency"),
    ("sq", "", "Drejtori i tha agjencisë Fars se rrota mbetet.", "Fars News Agency"),
)

UNKNOWN = (
    ("en", "", "Reuters reported that the wheel would stay."),
    ("en", "", "The mayor told the Inter Press Service, a news agency, that the wheel would stay."),
    ("en", "", "Photo: Reuters"),
    ("en", "", "Ida Brun/Reuters"),
    ("en", "", "(AP Photo/Ida Brun)"),
    ("en", "", "Reuters contributed to this report."),
    ("en", "", "Staff and agencies"),
    ("en", "", "Source: agencies"),
    ("en", "By Alder Street Library", ""),
    ("en", "By admin", ""),
    ("en", "", "© 2012 Alder Street Library. All rights reserved."),
    ("en", "", "See also: http://www.bbc.co.uk/news/world"),
    ("en", "", "Distributed by Southern Content Agency."),
    ("en", "To the Editor of the Merrow Standard\n\n", ""),
    ("en", "", "In an interview with CNN in 2004 he had called the mill a ruin."),
    ("en", "By Mara Fenn\n\n", ""),
    ("en", "LUTH — +", ""),
    ("en", "", "He had worked for the Associated Press in Cairo."),
    ("en", "", "FREE THE MILLERS NOW"),
    ("en", "", "Translated from the Persian by Lena Orr"),
    ("fa", "", "به گزارش رویترز، چرخ می‌ماند."),
    ("fa", "", "خبرگزاری فارس نوشت که چرخ می‌ماند."),
    ("fa", "", "عکس: ایرنا"),
    ("fa", "", "منبع: خبرگزاری‌ها"),
    ("fa", "", "نویسنده: ادمین"),
    ("ar", "", "ونقلت وكالة رويترز عن المدير قوله إن العجلة باقية."),
    ("ar", "", "المصدر: وكالات"),
    ("ar", "", "الصورة: أ ف ب"),
    ("ar", "", "بقلم: admin"),
    ("sq", "", "Sipas Reuters, rrota mbetet."),
    ("sq", "", "Foto: AFP"),
    ("sq", "", "Shkruar nga: Admin"),
)


def bare(name: str | None) -> str | None:
    return name and name.removeprefix("the ").removeprefix("The ")


@pytest.mark.parametrize(("language", "above", "below", "name"), STATED)
def test_a_credit_states_who_wrote_it(language: str, above: str, below: str, name: str) -> None:
    found = origin(article(language, above, below))
    assert (bare(found.value), found.basis) == (bare(name), "stated"), found.evidence
    assert found.evidence


@pytest.mark.parametrize(("language", "above", "below", "name"), INFERRED)
def test_a_house_style_is_never_shown_as_stated(
    language: str, above: str, below: str, name: str
) -> None:
    found = origin(article(language, above, below))
    assert (found.value, found.basis) == (name, "inferred"), found.evidence


@pytest.mark.parametrize(("language", "above", "below"), UNKNOWN)
def test_citing_an_outlet_is_not_being_written_by_it(language: str, above: str, below: str) -> None:
    found = origin(article(language, above, below))
    assert (found.value, found.basis) == (None, "unknown"), found.evidence


def test_an_addressee_does_not_sign() -> None:
    letter = (
        "To the City Council of Sulvek\n\nThe mill is ours, and we want it kept.\n\nMill Friends"
    )
    found = origin(Article(headline="An open letter on the mill", source="a.txt", text=letter))
    assert found.value != "To the City Council of Sulvek"
