"""Small articles in four languages, to put credits above and below."""

from clippings.article import Article

CARRIER = "Alder Street Library"
LATIN = (
    "The old mill on the Veld was sold on Friday to a maker of kites, the council said.\n\n"
    "Nobody was hurt. The wheel will be kept, and so will the cat.\n\n"
    "A first meeting with neighbours is planned for spring, when the river is low enough to cross."
)
PERSIAN = (
    "آسیاب کهنهٔ کنار رود روز جمعه به سازنده‌ای از اهالی فروخته شد و چرخ آن سر جایش می‌ماند.\n\n"
    "همسایه‌ها می‌گویند گربهٔ آسیاب نیز می‌ماند و کسی به او دست نمی‌زند.\n\n"
    "نخستین نشست با همسایگان قرار است در بهار برگزار شود."
)
ARABIC = (
    "بيعت الطاحونة القديمة على ضفة النهر يوم الجمعة لصانع طائرات ورقية بحسب ما أعلن المجلس.\n\n"
    "ولم يصب أحد بأذى، وستبقى العجلة في مكانها كما ستبقى القطة.\n\n"
    "ومن المقرر عقد أول اجتماع مع الجيران في الربيع المقبل."
)
ALBANIAN = (
    "Mulliri i vjetër buzë lumit u shit të premten te një prodhues balonash, njoftoi këshilli.\n\n"
    "Askush nuk u lëndua. Rrota do të mbetet, dhe po ashtu macja.\n\n"
    "Takimi i parë me fqinjët pritet në pranverë, kur lumi të jetë i cekët."
)
BODIES = {"en": LATIN, "fa": PERSIAN, "ar": ARABIC, "sq": ALBANIAN}
CARRIERS = {"en": CARRIER, "fa": "کتابخانهٔ توسکا", "ar": "مكتبة الحور", "sq": "Biblioteka e Verrit"}


def article(language: str, above: str, below: str, carrier: str | None = None) -> Article:
    """A text with something above and below it; "+" puts the text in the same line."""
    body = BODIES[language]
    text = above.replace("+", body) if "+" in above else f"{above}\n\n{body}"
    return Article(
        headline="The mill is sold" if language in ("en", "sq") else body[:18],
        source="a.txt",
        text=f"{text}\n\n{below}".strip(),
        outlet=carrier or CARRIERS[language],
        language=language,
    )
