"""Each family of credits in its many wordings: outlets that no table knows, told by the form alone."""

import pytest

from clippings.provenance.origin import origin
from tests.provenance.bodies import article
from tests.provenance.scoring import is_right

# A line above (with "+" before the text in the same line) or, after "_", below it, and the outlet it means.
ENGLISH = """
_This article first appeared in The Tidewater Lantern. = The Tidewater Lantern
_This article was originally published by Open Marsh on 3 May 2018. = Open Marsh
_This story originally ran in the Halven Post-Ledger. = Halven Post-Ledger
_This piece was first published, in German, by Der Halvener Bote. = Der Halvener Bote
_A version of this article appeared in print in The Tidewater Lantern on 4 June. = The Tidewater Lantern
_A longer version of this essay was published in Salt & Reed, a quarterly. = Salt & Reed
_The original version of this report appeared on the website of Open Marsh. = Open Marsh
_This report appeared in the Danish newspaper Nordholm Avis in May. = Nordholm Avis
_It first appeared in Open Marsh and is republished here with thanks. = Open Marsh
_Open Marsh first published this article on 3 May 2018. = Open Marsh
_First published in the March 2016 issue of Salt & Reed. = Salt & Reed
_Originally posted on Open Marsh. = Open Marsh
_Originally published at openmarsh.example. = openmarsh.example
_Previously published by The Tidewater Lantern. = The Tidewater Lantern
_First publication: The Tidewater Lantern, 12 May 2011. = The Tidewater Lantern
_Read the original article on Open Marsh. = Open Marsh
_The original can be read at Open Marsh. = Open Marsh
_This article is from The Tidewater Lantern. = The Tidewater Lantern
_This article comes courtesy of Halven Post. = Halven Post
_Republished with permission from Open Marsh. = Open Marsh
_Reprinted by kind permission of The Tidewater Lantern. = The Tidewater Lantern
_Reproduced by arrangement with Halven Post. = Halven Post
_Reprinted from Salt & Reed. = Salt & Reed
_Cross-posted from Open Marsh. = Open Marsh
_Used with the permission of Open Marsh. = Open Marsh
_Courtesy of The Tidewater Lantern = The Tidewater Lantern
_Courtesy: Halven Courier = Halven Courier
_Excerpted from Salt & Reed, spring 2014. = Salt & Reed
_Republished here with The Tidewater Lantern's permission. = The Tidewater Lantern
_© 2019 The Tidewater Lantern = The Tidewater Lantern
_© 2019 The Tidewater Lantern. All rights reserved. = The Tidewater Lantern
_© 2019 The Tidewater Lantern, all rights reserved = The Tidewater Lantern
_Copyright 2012 by Halven Courier = Halven Courier
_Copyright (c) Halven Courier & Mail 2012 = Halven Courier & Mail
_Copyright: Halven Courier, 2012 = Halven Courier
_(c) Voice of Halven 2012 = Voice of Halven
_The Tidewater Lantern © 2019 = The Tidewater Lantern
_All rights reserved to Halven Courier. = Halven Courier
_The copyright of this article belongs to Halven Courier. = Halven Courier
By Jana Morel for Open Marsh = Open Marsh
By Jana Morel, for The Tidewater Lantern = The Tidewater Lantern
By Jana Morel and Ivo Tell for Salt & Reed = Salt & Reed
Written by Jana Morel for the Halven Review = Halven Review
Jana Morel for The Tidewater Lantern = The Tidewater Lantern
Jana Morel, special to the Halven Courier = Halven Courier
Jana Morel | Halven Press Agency = Halven Press Agency
Jana Morel and Ivo Tell | Halven Press Agency = Halven Press Agency
By Jana Morel, Halven Courier Correspondent = Halven Courier
By Jana Morel of the Halven Courier = Halven Courier
JANA MOREL, Halven Newswire = Halven Newswire
Special to the Halven Courier = Halven Courier
Exclusive to Open Marsh = Open Marsh
_Words by Jana Morel for Open Marsh = Open Marsh
_Reported for Open Marsh by Jana Morel = Open Marsh
_This report was written by Jana Morel for Open Marsh. = Open Marsh
_Jana Morel reported this story for Open Marsh. = Open Marsh
_Reporting for Halven Newswire by Jana Morel; editing by Ivo Tell = Halven Newswire
_Halven Newswire / Reporting by Jana Morel / Editing by Ivo Tell = Halven Newswire
_(Reporting by Jana Morel, editing by Ivo Tell, Halven Newswire) = Halven Newswire
_Source: Open Marsh = Open Marsh
_Source: The weekly Salt & Reed = Salt & Reed
_(Halven Courier) = Halven Courier
_— Halven Courier = Halven Courier
_– The Tidewater Lantern, 4 May 2010 = The Tidewater Lantern
_[Halven Newswire] = Halven Newswire
_Via Open Marsh = Open Marsh
(Halven Courier) + = Halven Courier
(Voice of Halven) – + = Voice of Halven
Halven Courier – + = Halven Courier
HALVEN (Halven Newswire) – + = Halven Newswire
HALVEN, June 4 (HNW) - + = HNW
From The Tidewater Lantern = The Tidewater Lantern
_Translated from the German by Jana Morel. First published in Halvener Bote. = Halvener Bote
_Translated by Jana Morel from an article in Halvener Bote. = Halvener Bote
_This is a shortened translation of a piece that ran in the Spanish weekly El Faro de Halven. = El Faro de Halven
_The German original appeared in Halvener Bote. = Halvener Bote
_Translated from an essay published by Halvener Bote. = Halvener Bote
_Jana Morel interviewed her for The Tidewater Lantern. = The Tidewater Lantern
_Interview: Jana Morel, Halven Courier = Halven Courier
HALVEN, May 4 (HALNEWS) – + = HALNEWS
Halven, 4 May 2012 (IWPR) – + = IWPR
HALVEN (AKIpress, Jana Morel) – + = AKIpress
HALVEN. May 4. Trend News Agency: + = Trend News Agency
(Open Marsh News) - + = Open Marsh News
EurasiaNet | 3/11/10 = EurasiaNet
Special to The Halven Sun = The Halven Sun
By Jana Morel, Halven Bee Staff Writer = Halven Bee
JANA MOREL/Sapa = Sapa
Jana Morel reports for Radio Tamazuj from Halven = Radio Tamazuj
From our correspondent Jana Morel, the Halven Courier, Port Tell = Halven Courier
A Shabelle correspondent in Port Tell reports that the ferry stays in port. = Shabelle Media Network
Open letter of the Halven Union of Fishermen = Halven Union of Fishermen
We, the members of the Halven Union of Fishermen, call on the minister. = Halven Union of Fishermen
Interview of Captain Ivo Tell with Trend News Agency = Trend News Agency
_HNA/jm/2015 = HNA
_This article appeared in German in die tageszeitung. = taz
"""
PERSIAN = """
_این مقاله نخستین بار در روزنامهٔ بادبان شرق منتشر شد. = بادبان شرق
_این گزارش پیش‌تر در ماهنامه چشم‌انداز رود به چاپ رسیده است. = چشم‌انداز رود
_این یادداشت ابتدا در وب‌سایت «نی‌زار» منتشر شده است. = نی‌زار
_نسخهٔ کامل این گفت‌وگو در هفته‌نامهٔ نی‌زار آمده است. = نی‌زار
_اصل این مقاله در روزنامهٔ آلمانی هالونر بوته منتشر شده است. = هالونر بوته
_نخستین بار منتشر شده در مجلهٔ بادبان شرق. = بادبان شرق
_بازنشر از هفته‌نامهٔ بادبان شرق = بادبان شرق
_با اجازه از مجلهٔ بادبان شرق بازنشر می‌شود. = بادبان شرق
_برگرفته از پایگاه خبری نی‌زار = نی‌زار
_ترجمه از روزنامهٔ هالونر بوته = هالونر بوته
_این متن ترجمهٔ مقاله‌ای است در روزنامهٔ هالونر بوته. = هالونر بوته
_© ۱۳۹۹ روزنامهٔ بادبان شرق = بادبان شرق
_حق نشر: خبرگزاری بادبان شرق = بادبان شرق
_تمامی حقوق این گزارش متعلق به خبرگزاری بادبان شرق است. = بادبان شرق
_همهٔ حقوق برای روزنامهٔ بادبان شرق محفوظ است. = بادبان شرق
نوشتهٔ مهران توسکا برای مجلهٔ بادبان شرق = بادبان شرق
به قلم مهران توسکا برای بادبان شرق = بادبان شرق
_گزارش از مهران توسکا برای هفته‌نامهٔ نی‌زار = نی‌زار
مهران توسکا، خبرگزاری بادبان شرق = بادبان شرق
مهران توسکا - خبرگزاری بادبان شرق = بادبان شرق
اختصاصی روزنامهٔ بادبان شرق = بادبان شرق
_این گزارش را مهران توسکا برای ماهنامهٔ نی‌زار نوشته است. = نی‌زار
_منبع: بادبان شرق = بادبان شرق
_(خبرگزاری بادبان شرق) = بادبان شرق
_خبرگزاری بادبان شرق = بادبان شرق
_به نقل از روزنامهٔ بادبان شرق = بادبان شرق
خبرگزاری بادبان شرق: + = بادبان شرق
خبرگزاری بادبان شرق - + = بادبان شرق
به گزارش خبرگزاری بادبان شرق، + = بادبان شرق
_خبرگزاری بادبان شرق / گزارش: مهران توسکا / ویرایش: نگار بیدمشک = بادبان شرق
_امضا: کانون قایق‌سازان رود = کانون قایق‌سازان رود
هالون (خبرگزاری بادبان، ۱۴ ثور ۹۱): + = خبرگزاری بادبان
خبرنگار ایرنا از مرکز ولایت هالون گزارش می‌دهد که کشتی مانده است. = ایرنا
_این گزارش را روزنامهٔ آلمانی «هالونر بوته» در تاریخ ۹ مارس به چاپ رسانده است. = هالونر بوته
_برگرفته از روزنامه ۸صبح = ۸صبح
"""
ARABIC = """
_نشر هذا المقال لأول مرة في صحيفة شراع الشرق. = شراع الشرق
_نُشرت هذه المقالة أولاً في موقع «قصب». = قصب
_سبق نشر هذا التقرير في مجلة شراع الشرق. = شراع الشرق
_نشر هذا النص أصلا على موقع قصب الإلكتروني. = قصب الإلكتروني
_هذه المقالة منشورة في مجلة قصب. = قصب
_نشر التقرير في الأصل في صحيفة «هالفنر بوته» الألمانية. = هالفنر بوته
_النسخة الأصلية من هذا الحوار نشرت في جريدة شراع الشرق. = شراع الشرق
_يعاد نشره بإذن من مجلة قصب. = قصب
_نقلا عن صحيفة شراع الشرق = شراع الشرق
_ترجمة عن صحيفة هالفنر بوته الألمانية = هالفنر بوته
_ملخص مترجم عن تقرير نشرته مجلة «هالفنر بوته». = هالفنر بوته
_ترجم عن مقال في صحيفة هالفنر بوته. = هالفنر بوته
_حقوق النشر © 2021 صحيفة شراع الشرق = شراع الشرق
_جميع الحقوق محفوظة لصحيفة شراع الشرق = شراع الشرق
_© 2021 وكالة شراع الشرق. جميع الحقوق محفوظة. = وكالة شراع الشرق
بقلم مهران الصفصاف لمجلة شراع الشرق = شراع الشرق
كتب مهران الصفصاف لصحيفة قصب = قصب
إعداد: مهران الصفصاف لموقع «قصب» = قصب
مهران الصفصاف – خاص لمجلة شراع الشرق = شراع الشرق
خاص بموقع قصب = قصب
مهران الصفصاف - وكالة شراع الشرق = وكالة شراع الشرق
_أعد هذا التقرير مهران الصفصاف لصحيفة قصب = قصب
_المصدر: شراع الشرق = شراع الشرق
_(وكالة شراع الشرق) = وكالة شراع الشرق
_وكالة شراع الشرق = وكالة شراع الشرق
وكالة شراع الشرق: + = وكالة شراع الشرق
وكالة شراع الشرق – + = وكالة شراع الشرق
_التوقيع: نقابة صناع القوارب = نقابة صناع القوارب
هالون - 11 - 3 (كونا) -- + = كونا
هالون – "القدس العربي": = القدس العربي
مهران الصفصاف – خاص بـ«قصب22» = قصب22
أفاد مراسل شفق نيوز في هالون بأن السفينة باقية. = شفق نيوز
_ظهر المقال بالإنجليزية في The Diplomat = The Diplomat
"""
ALBANIAN = """
_Ky artikull u botua për herë të parë në Velat e Lindjes. = Velat e Lindjes
_Ky shkrim është botuar fillimisht në revistën “Kallamat”. = Kallamat
_Ky reportazh doli së pari te Fanari i Lumit. = Fanari i Lumit
_Botuar më parë në gazetën gjermane Halvener Bote. = Halvener Bote
_Publikuar fillimisht në portalin Kallamat. = Kallamat
_Botuar në gjermanisht në Halvener Bote. = Halvener Bote
_Versioni origjinal i këtij shkrimi u botua në Fanarin e Lumit. = Fanari i Lumit
_Ribotuar me leje të gazetës Fanari i Lumit. = Fanari i Lumit
_Ribotohet me lejen e revistës Kallamat. = Kallamat
_Marrë nga Fanari i Lumit. = Fanari i Lumit
_Përkthyer nga Halvener Bote. = Halvener Bote
_Përkthim i një artikulli të botuar në gazetën Halvener Bote. = Halvener Bote
_Ky është përkthim i shkurtuar i një shkrimi të gazetës Halvener Bote. = Halvener Bote
_Origjinali doli në Halvener Bote. = Halvener Bote
_© 2020 Fanari i Lumit. Të gjitha të drejtat e rezervuara. = Fanari i Lumit
_E drejta e autorit 2020: Fanari i Lumit = Fanari i Lumit
_Të gjitha të drejtat e rezervuara për Fanari i Lumit. = Fanari i Lumit
_Të drejtat i përkasin gazetës Fanari i Lumit. = Fanari i Lumit
Nga Jana Moreli për Kallamat = Kallamat
Nga Jana Moreli për revistën Kallamat = Kallamat
Shkruan Jana Moreli për Fanarin e Lumit = Fanari i Lumit
Jana Moreli, për gazetën Kallamat = Kallamat
Jana Moreli | Agjencia e Lajmeve Velat = Agjencia e Lajmeve Velat
Nga Jana Moreli, Agjencia e Lajmeve Velat = Agjencia e Lajmeve Velat
Shkroi për Kallamat: Jana Moreli = Kallamat
Ekskluzive për Fanarin e Lumit = Fanari i Lumit
_Agjencia e Lajmeve Velat / Shkroi: Jana Moreli / Redaktoi: Ivo Teli = Agjencia e Lajmeve Velat
_Burimi: Kallamat = Kallamat
_(Fanari i Lumit) = Fanari i Lumit
_/Agjencia e Lajmeve Velat/ = Agjencia e Lajmeve Velat
(Fanari i Lumit) + = Fanari i Lumit
Agjencia e Lajmeve Velat – + = Agjencia e Lajmeve Velat
HALVEN, 4 maj (Agjencia e Lajmeve Velat) – + = Agjencia e Lajmeve Velat
_Nënshkruar: Sindikata e Varkëtarëve të Lumit = Sindikata e Varkëtarëve të Lumit
Gazeta "Panorama" – + = Panorama
Jana Moreli – BIRN | Guri i Zi = BIRN
Nga korrespondenti i Telegrafit në Halven = Telegrafi
Korrespondenti i Top Channel në Halven njofton se anija mbetet në port. = Top Channel
Sindikata e Peshkatarëve "Varka" i drejtohet me këtë letër të hapur ministrit. = Sindikata e Peshkatarëve
"""


def cases() -> list[tuple[str, str, str]]:
    tables = {"en": ENGLISH, "fa": PERSIAN, "ar": ARABIC, "sq": ALBANIAN}
    return [
        (language, *line.rsplit(" = ", 1))
        for language, table in tables.items()
        for line in table.strip().splitlines()
    ]


@pytest.mark.parametrize(("language", "line", "name"), cases())
def test_a_credit_in_any_wording_states_the_outlet(language: str, line: str, name: str) -> None:
    below = line.startswith("_")
    found = origin(article(language, "" if below else line, line[1:] if below else ""))
    assert is_right({"origin": {"name": name}}, found.value), found
    assert found.basis == "stated"
