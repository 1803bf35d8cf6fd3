"""Whose own a text is by the way it speaks of one outlet, and when an outlet is only cited."""

import pytest

from clippings.article import Article
from clippings.provenance.origin import origin
from tests.provenance.scoring import is_right

OPENINGS = {
    "en": "The ferry stays in port.\n\nForty passengers wait.\n\n",
    "fa": "کشتی در بندر می‌ماند.\n\nچهل مسافر منتظرند.\n\n",
    "ar": "تبقى السفينة في الميناء.\n\nينتظر أربعون راكبا.\n\n",
    "sq": "Anija mbetet në port.\n\nDyzet udhëtarë presin.\n\n",
}
OWN = """
en|"We wait," Ivo Tell told Mongabay. The owner told Mongabay that he would sail.|Mongabay
en|Speaking to GroundUp, Tell said they would wait. In comments to GroundUp, the owner agreed.|GroundUp
en|GroundUp has seen the letter. The owner did not respond to questions from GroundUp.|GroundUp
en|The owner could not be reached. "We wait," Tell told Mongabay. Mongabay could not independently verify this.|Mongabay
en|The Halven Lantern has learned that the ferry was sold. "We wait," Tell told The Halven Lantern.|The Halven Lantern
en|Our newspaper visited the port. "We wait," Tell told the Halven Courier.|Halven Courier
fa|ناخدا به ایران‌وایر می‌گوید که منتظر است. مالک به پرسش‌های ایران‌وایر پاسخ نداد.|ایران‌وایر
fa|ناخدا به «انصاف نیوز» گفت: منتظریم. وی در گفت‌وگو با انصاف نیوز افزود که توفان در راه است.|انصاف نیوز
ar|وعلمت "المدن" أن السفينة بيعت. وأوضح القبطان لـ"المدن" أن العاصفة قادمة.|المدن
ar|وفي تصريح لعربي21 قال القبطان إن السفينة باقية. وتابع لعربي21 أن العاصفة قادمة.|عربي21
ar|يقول القبطان لرصيف22: "ننتظر". وتقول راكبة لرصيف22 إنها متعبة.|رصيف22
sq|"Presim", tha kapiteni për Insajderin. Ai i tha Insajderit se stuhia afrohet.|Insajderi
sq|Koha Ditore ka mësuar se anija u shit. Kapiteni i tha Kohës Ditore se presin.|Koha Ditore
sq|Kallxo mëson se anija u shit. Kapiteni tha për Kallxo se presin.|Kallxo
"""
CITED = """
en|The owner told Mongabay, an environmental news site, that he would sail.
en|Mongabay reported that he would sail.
en|The owner told CNN he would sail. He told CNN that it was late.
en|The owner told Mongabay that he would sail. He told GroundUp that it was late.
ar|كشف تقرير في صحيفة الوطن أن السفينة بيعت. وجاء في تقرير آخر لصحيفة الوطن أنها باقية.
fa|روزنامه اعتماد نوشت که کشتی فروخته شد.
sq|Kallxo raportoi se anija u shit.
"""


def found(language: str, text: str) -> tuple[str | None, str]:
    told = origin(Article(headline="", source="x", text=OPENINGS[language] + text))
    return told.value, told.basis


@pytest.mark.parametrize("line", OWN.strip().splitlines())
def test_the_outlet_that_asks_and_learns_is_inferred(line: str) -> None:
    language, text, name = line.split("|")
    value, basis = found(language, text)
    assert is_right({"origin": {"name": name}}, value), value
    assert basis == "inferred"


@pytest.mark.parametrize("line", CITED.strip().splitlines())
def test_one_that_is_cited_is_not_the_writer(line: str) -> None:
    assert found(*line.split("|"))[0] is None
