"""Notes, releases, contact lines and disclaimers in their many wordings, and what only looks like one."""

import pytest

from clippings.article import Article
from clippings.provenance.origin import origin
from tests.provenance.bodies import article
from tests.provenance.scoring import is_right

# A line above (with "+" before the text in the same line) or, after "_", below it ("|" breaks it), and the outlet it means.
STATED = {
    "en": """
_Translated from the French (Le Monde, 3 May 2011) by Jana Morel = Le Monde
_Translated from the Italian: La Repubblica, 3 May 2011. = La Repubblica
_Translated by Jana Morel from the German (Der Spiegel, 3 May 2011) = Der Spiegel
_Translated from the Spanish by Jana Morel. El País, 3 May 2011. = El País
_Taken from The Tidewater Lantern, which cites Halven Newswire as its source = Halven Newswire
_Via Open Marsh, citing Reuters = Reuters
_Reuters via Open Marsh = Reuters
_Xinhua via The Tidewater Lantern = Xinhua News Agency
RFE/RL, May 4, 2012 = RFE/RL
(Halven Rights Watch, May 4, 2012) – + = Halven Rights Watch
From the archive. The Times of Halven, 4 May 1962. Scanned by the museum. = The Times of Halven
Interview with Al Jazeera English, 4 May 2012 (unofficial transcript) = Al Jazeera
Transcript of an interview with CNN, May 4, 2012 = CNN
_Heard on NPR's Morning Edition, May 4, 2012. = NPR
_This story was broadcast on BBC World Service, 4 May 2012. = BBC World Service
By Jana Morel|BBC Middle East correspondent = BBC
By Jana Morel, Halven Newswires = Halven Newswires
_SOURCE Halven Pumps Ltd. = Halven Pumps Ltd
HALVEN, May 4, 2012 /HalWire/ -- Halven Pumps Inc. today announced that + = Halven Pumps Inc
HALVEN--(BUSINESS WIRE)--Halven Pumps (NYSE: HPP), a maker of pumps, today announced that + = Halven Pumps
Press release – Halven Pumps Ltd. = Halven Pumps Ltd
Media Release: Halven Fishermen's Union = Halven Fishermen's Union
_Press Office, Halven Fishermen's Union = Halven Fishermen's Union
_Original in Spanish: El País, 3 May 2011. Translation: Jana Morel = El País
_This story appeared in Open Marsh, which took it from Reuters. = Reuters
_As broadcast on NPR, 4 May 2012. = NPR
Interview given by Ivo Tell to Le Figaro (4 May 2012) = Le Figaro
FOR IMMEDIATE RELEASE|Halven Pumps Ltd.|4 May 2012 = Halven Pumps Ltd
Halven Bar Association, 4 May 2012 = Halven Bar Association
Statement on the sale of the mill|_Halven Bar Association|4 May 2012 = Halven Bar Association
_Copyright: Project Syndicate, 2012. = Project Syndicate
_©The Tidewater Lantern = The Tidewater Lantern
_Taken from Le Monde diplomatique, May 2012. = Le Monde diplomatique
""",
    "fa": """
_ترجمه از فرانسه: لوموند، ۱۴ اردیبهشت ۱۳۹۰ = Le Monde
_برگردان مهران توسکا از انگلیسی (گاردین، ۴ مه ۲۰۱۱) = The Guardian
_برگرفته از پایگاه خبری نی‌زار به نقل از رویترز = Reuters
_منبع: نی‌زار، به نقل از ایسنا = ISNA
_ایسنا از طریق پایگاه خبری نی‌زار = ISNA
گفت‌وگو با شبکه الجزیره، ۱۴ اردیبهشت ۱۳۹۰ = Al Jazeera
مهران توسکا|خبرنگار بی‌بی‌سی در امور خاورمیانه = BBC
_روابط عمومی شرکت پمپ‌سازی هالون = شرکت پمپ‌سازی هالون
به گزارش روابط عمومی شرکت پمپ‌سازی هالون، + = شرکت پمپ‌سازی هالون
اطلاعیه مطبوعاتی: انجمن قایق‌سازان رود = انجمن قایق‌سازان رود
بیانیه کانون قایق‌سازان رود درباره آسیاب = کانون قایق‌سازان رود
_ترجمه از متن انگلیسی گاردین، ۴ مه ۲۰۱۱ = The Guardian
روابط عمومی شهرداری هالون: + = شهرداری هالون
بیانیه مشترک|_کانون قایق‌سازان رود|۱۴ اردیبهشت ۱۳۹۰ = کانون قایق‌سازان رود
مهران توسکا، گزارشگر روزنامه بادبان شرق در هالون = بادبان شرق
""",
    "ar": """
_ترجمة عن الفرنسية: لوموند، 4 أيار 2011 = Le Monde
_مترجم عن الإنجليزية (الغارديان، 4 مايو 2011) = The Guardian
_نقلا عن موقع قصب الذي نقله عن رويترز = Reuters
_المصدر: قصب نقلا عن رويترز = Reuters
_رويترز عن طريق موقع قصب = Reuters
مقابلة مع قناة الجزيرة، 4 أيار 2011 = Al Jazeera
حاورته لـ"قصب الشرق": جنى الصفصاف = قصب الشرق
هالون - مهران الصفصاف - الزمان = Azzaman
مهران الصفصاف / عنب بلدي = Enab Baladi
خاص بإيلاف من هالون: + = Elaph
مهران الصفصاف|مراسل بي بي سي لشؤون الشرق = BBC
هالون - خاص عنب بلدي = Enab Baladi
تصريح صحفي صادر عن جمعية صيادي هالون = جمعية صيادي هالون
_نقلا عن رويترز عبر موقع قصب = Reuters
بيان صحفي – شركة مضخات هالون = شركة مضخات هالون
_المكتب الإعلامي لجمعية صيادي هالون = جمعية صيادي هالون
بيان صادر عن جمعية صيادي هالون بشأن الطاحونة = جمعية صيادي هالون
""",
    "sq": """
_Përkthyer nga frëngjishtja, "Le Monde", 4 maj 2011 = Le Monde
_Përktheu nga gjermanishtja (Der Spiegel, 4 maj 2011) Jana Moreli = Der Spiegel
_Marrë nga Kallamat, i cili citon Reuters si burim = Reuters
_Tanjug përmes Kallamat = Tanjug
Intervistë për Top Channel, 4 maj 2011 = Top Channel
Nga Jana Moreli për kallamat.ch = kallamat.ch
Lajm nga: Telegrafi|Kategoria: Ekonomi = Telegrafi
_Artikulli origjinal është botuar në anglisht në Balkan Insight. = Balkan Insight
Njoftim për media – Pompat e Halvenit sh.p.k. = Pompat e Halvenit
Komunikatë për shtyp: Shoqata e Peshkatarëve = Shoqata e Peshkatarëve
_Zyra e shtypit e Shoqatës së Peshkatarëve = Shoqata e Peshkatarëve
""",
}
INFERRED = {
    "en": """
_CNN's Jana Morel and Ivo Tell contributed to this report. = CNN
_Write to Jana Morel at jana.morel@wsj.com = The Wall Street Journal
_To contact the reporter on this story: Jana Morel in Halven at jmorel@bloomberg.net = Bloomberg
_Follow Jana Morel on Twitter: @jmorel. Email: jmorel@nytimes.com = The New York Times
_jana.morel@latimes.com = Los Angeles Times
_Jana Morel, staff writer at The Tidewater Lantern, covers rivers. = The Tidewater Lantern
_The views expressed in this article are the author's own and do not necessarily reflect Al Jazeera's editorial policy. = Al Jazeera
_Opinions expressed here do not necessarily reflect the views of The Guardian. = The Guardian
""",
    "fa": """
_آرای نویسندگان لزوماً بازتاب‌دهنده دیدگاه رادیو زمانه نیست. = Radio Zamaneh
_این یادداشت الزاما بیانگر نظر روزنامه بادبان شرق نیست. = بادبان شرق
""",
    "ar": """
_المقال لا يعبّر بالضرورة عن رأي رصيف22 = Raseef22
_الآراء الواردة لا تعكس بالضرورة موقف صحيفة قصب = قصب
""",
    "sq": """
_Pikëpamjet e autorit nuk pasqyrojnë domosdoshmërisht qëndrimin e Telegrafit. = Telegrafi
_Opinionet nuk përfaqësojnë detyrimisht politikën editoriale të gazetës Kallamat. = Kallamat
""",
}
NOTHING = {
    "en": """
Statement on the sale of the mill
Open letter about the mill
Press release – Halven, 4 May 2012
Press Release: New Wheel For The Mill
(New Halven, May 4, 2012) – +
Interview with Jana Morel, 4 May 2012
_Translated from the French (Jana Morel)
Jana Morel/Reuters via Open Marsh
Reuters via YouTube
_Photo: Jana Morel, Reuters via Open Marsh
_© 2018 Halven Content Agency, LLC
_SOURCE CODE FOR THE WHEEL
_Media contact: Jana Morel, at press@wsj.com
_This report does not necessarily reflect the views of the United Nations.
_The views are her own and do not necessarily reflect those of her employer, Halven University.
_Jana Morel, a former staff writer at The Tidewater Lantern, covers rivers.
"I sold it," the maker told this newspaper last week. +
""",
    "fa": """
بیانیه درباره فروش آسیاب
بیانیه پایانی
بیانیهٔ تحلیلی دربارهٔ آسیاب
نامه سرگشاده درباره آسیاب به شهردار
گفت‌وگو با مهران توسکا، ۱۴ اردیبهشت ۱۳۹۰
به گزارش فایننشال تایمز، آسیاب فروخته شد. این روزنامه می‌نویسد چرخ می‌ماند. +
_روابط عمومی
""",
    "ar": """
بيان بشأن بيع الطاحونة
بيان هام
بيان صحفي
الطريق عبر الحقول
مهران الصفصاف / الطاحونة
حاورته: جنى الصفصاف
""",
    "sq": """
Deklaratë për shitjen e mullirit
Letër e hapur për mullirin
Letër e hapur Kryeministrit për mullirin
Njoftim për media – Halven, 4 maj 2011
_Përkthyer nga frëngjishtja, 4 maj 2011
_Shkrimet nuk shprehin domosdoshmërisht qëndrimin e portalit.
""",
}


def _cases(tables: dict[str, str]) -> list[tuple[str, str, str]]:
    return [
        (language, *(line.rsplit(" = ", 1) if " = " in line else (line, "")))
        for language, table in tables.items()
        for line in table.strip().splitlines()
    ]


def _with(language: str, line: str) -> Article:
    parts = line.split("|")
    above = "\n".join(one for one in parts if one and not line.startswith("_"))
    below = "\n".join(parts)[1:] if line.startswith("_") else ""
    if "|_" in line:
        above, below = line.split("|_")
        below = below.replace("|", "\n")
    return article(language, above, below)


@pytest.mark.parametrize(("language", "line", "name"), _cases(STATED))
def test_a_note_states_the_outlet(language: str, line: str, name: str) -> None:
    found = origin(_with(language, line))
    assert is_right({"origin": {"name": name}}, found.value), found
    assert found.basis == "stated"


@pytest.mark.parametrize(("language", "line", "name"), _cases(INFERRED))
def test_a_note_suggests_the_outlet(language: str, line: str, name: str) -> None:
    found = origin(_with(language, line))
    assert is_right({"origin": {"name": name}}, found.value), found
    assert found.basis == "inferred"


@pytest.mark.parametrize(("language", "line", "name"), _cases(NOTHING))
def test_what_only_looks_like_a_note_says_nothing(language: str, line: str, name: str) -> None:
    found = origin(_with(language, line))
    assert found.value is None, found
