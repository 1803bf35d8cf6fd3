"""Notes above and below a text in Persian and Arabic: translations, hands it went through, disclaimers."""

from clippings.provenance.rules import INFERRED, STATED, form
from clippings.provenance.vocabulary import ANY_AR, ANY_FA, KIND_AR, PERSON_RIGHT

_LANGUAGE_FA = r"(?:زبان )?(?:انگلیسی|فرانسه|فرانسوی|آلمانی|عربی|ترکی|روسی|اسپانیایی|ایتالیایی|عبری|کردی|اردو|پشتو)"
_LANGUAGE_AR = r"(?:اللغة )?ال(?:إنجليزية|انكليزية|إنكليزية|فرنسية|ألمانية|فارسية|تركية|إسبانية|عبرية|روسية|إيطالية|كردية)"
_MINE_FA = r"(?P<name>[«\"“]?[^\n.:؛،()«»\"”]{2,40}?[»\"”]?)"

FAMILY_NOTES_RIGHT_TO_LEFT = (
    # Translated from the language, with the paper beside it
    form(
        rf"(?:ترجم[هۀ]|برگردان)\S*(?: شده)?(?: {PERSON_RIGHT})? از {_LANGUAGE_FA}\s?[(\[:؛،,–—-]\s?{ANY_FA}",
        STATED,
        0.96,
        own="never",
        words="ترجم|برگردان",
    ),
    form(
        rf"(?:مترجمة?|ترجمة?|ترجمها?|ترجمته?ا?)(?: {PERSON_RIGHT})? (?:عن|من) {_LANGUAGE_AR}\s?[(\[:؛،,–—-]\s?{ANY_AR}",
        STATED,
        0.96,
        own="never",
        words="ترجم",
    ),
    # One that had it from another: the other wrote
    form(
        rf"^\W*(?:برگرفته|بازنشر|گرفته ?شده|منبع|نقل)(?: شده)?(?: از|:)\s?[^\n،:؛.]{{2,30}}?[،,]? (?:که (?:خود )?(?:آن را )?(?:به نقل )?از|به نقل از) {ANY_FA}",
        STATED,
        0.985,
        own="never",
        words="برگرفته|بازنشر|گرفته|منبع|نقل",
    ),
    form(
        rf"^\W*(?:نقلا|نقلاً|المصدر|منقول|مأخوذ)(?: عن| من|:)\s?[^\n،:؛.]{{2,30}}?[،,]? (?:نقلا|نقلاً|(?:و?الذي|و?التي) (?:بدوره?ا? )?نقل\S*|بدوره?ا?) عن {ANY_AR}",
        STATED,
        0.985,
        own="never",
        words="نقل|المصدر|منقول|مأخوذ",
    ),
    form(
        rf"^\W*{ANY_FA} از طریق [^\n.:]{{2,40}}$",
        STATED,
        0.955,
        where="last",
        own="never",
        words="از طریق",
    ),
    form(
        rf"^\W*{ANY_AR} (?:عن طريق|بواسطة|عبر) [^\n.:]{{2,40}}$",
        STATED,
        0.955,
        where="last",
        own="never",
        words="عن طريق|بواسطة|عبر",
    ),
    # Interviews with their day, broadcasts
    form(
        rf"^\W*(?:متن )?(?:کامل )?(?:گفت.?و.?گو|مصاحب[هۀ])\S*(?: \S+)? (?:با|به|در|برای) {ANY_FA}[،,]? ?\(?[\d۰-۹][^\n]{{3,40}}$",
        STATED,
        0.94,
        words="گفت|مصاحب",
    ),
    form(
        rf"^\W*(?:نص )?(?:ال)?(?:حوار|مقابلة|حديث|لقاء)(?: \S+)? (?:مع|إلى|على|أجرتها?) {ANY_AR}[،,]? ?\(?[\d٠-٩][^\n]{{3,40}}$",
        STATED,
        0.94,
        words="حوار|مقابلة|حديث|لقاء",
    ),
    form(
        rf"^\W*(?:پخش|شنیده) ?شده (?:از|در) {ANY_FA}",
        STATED,
        0.94,
        own="never",
        words="شده از|شده در",
    ),
    form(
        rf"^\W*(?:بُ?ثت?|أُ?ذيعت?|أُ?ذيع) (?:هذ[اه] \S+ )?(?:على|عبر|في|من) {ANY_AR}",
        STATED,
        0.94,
        own="never",
        words="بث|بُث|ذيع",
    ),
    # By whom for whom, from where
    form(
        rf"^\W*(?:حاور\w*|التق\w+|أجر[ىت] (?:الحوار|المقابلة|اللقاء)|كتبت?|أعدّ?ت?|إعداد|تقرير|حوار) (?:لـ ?|ل)(?:{KIND_AR} )?[«\"“(](?P<name>[^»\"”)\n]{{2,30}})[»\"”)]\s*[:،–—-]\s?{PERSON_RIGHT}\W*$",
        STATED,
        0.95,
        trusts=True,
        words="حاور|التق|أجر|كتب|أعد|إعداد|تقرير|حوار",
    ),
    form(
        r"^\W*(?:گفت.?و.?گو|مصاحبه|گزارش|تهیه) برای [«\"“](?P<name>[^»\"”\n]{2,30})[»\"”]\s*[:–—-]",
        STATED,
        0.95,
        trusts=True,
        words="برای",
    ),
    form(
        rf"^\W*[\u0621-\u06d3]+(?: [\u0621-\u06d3]+)?\s?[-–—/]\s?{PERSON_RIGHT}\s?[-–—/]\s?(?P<plain>[\u0621-\u06d3]+(?: [\u0621-\u06d3]+){{0,2}})\s?[:.]?(?:\n|$)",
        STATED,
        0.93,
        where="opening",
        trusts=True,
        words="-|–|—|/",
    ),
    form(
        rf"^\W*(?:خاص|حصري) (?:بـ ?|لـ ?|ب|ل)[«\"“(]?{ANY_AR}[»\"”)]? (?:من|في) [\u0621-\u06d3]+(?: [\u0621-\u06d3]+)?\s?[:–—-]",
        STATED,
        0.94,
        where="lead",
        trusts=True,
        words="خاص |حصري ",
    ),
    form(
        rf"^\W*[\u0621-\u06d3]+(?: [\u0621-\u06d3]+)?\s?[-–—/]\s?(?:خاص|حصري)\s?(?:[-–—/:]|بـ?|لـ?)?\s?{ANY_AR}\W*$",
        STATED,
        0.93,
        words="خاص|حصري",
    ),
    form(
        rf"^\W*(?:اختصاصی|ویژ[هۀ]) {ANY_FA} (?:از|در) [\u0621-\u06d3\u200c]+(?: [\u0621-\u06d3\u200c]+)?\s?[:–—-]",
        STATED,
        0.94,
        where="lead",
        words="اختصاصی|ویژ",
    ),
    form(
        rf"^\W*(?:{PERSON_RIGHT}[،,] ?)?(?:خبرنگار|گزارشگر|تحلیلگر|دبیر)(?: ویژ[هۀ]| ارشد)? {ANY_FA} (?:در امور|در حوز[هۀ]|در|حوز[هۀ]) [^\n.:،]{{2,30}}$",
        STATED,
        0.93,
        words="خبرنگار|گزارشگر|تحلیلگر|دبیر",
    ),
    form(
        rf"^\W*(?:{PERSON_RIGHT}[،,] ?)?(?:مراسلة?|محررة?|موفدة?) (?P<name>[^\n.:،()]{{2,30}}?) (?:لشؤون|للشؤون|في|إلى) [^\n.:،]{{2,30}}$",
        STATED,
        0.93,
        words="مراسل|محرر|موفد",
    ),
    # Whose views it does not give: inferred
    form(
        rf"(?:لزوم|الزام|ضرورت)(?:ا|اً)\u064b? [^\n.]{{0,40}}?(?:دیدگاه|نظر|نظرات|موضع|مواضع|رأی|رای|آرای|سیاست|عقید[هۀ])(?:\u200c?ها)?\S{{0,2}}(?: (?:رسمی|تحریری\S*|گردانندگان|مسئولان|سردبیری))* {_MINE_FA}(?: را)? (?:نیست|نیستند|نمی|بازتاب نمی|منعکس نمی)",
        INFERRED,
        0.6,
        own="never",
        words="لزوم|الزام|ضرورت",
    ),
    form(
        rf"(?:رأي|آراء|موقف|مواقف|وجهات? نظر|سياسة|السياسة التحريرية|توجهات?)(?: (?:هيئة تحرير|إدارة|أسرة|تحرير))? (?:لـ ?|ل(?={KIND_AR}|[«\"]))?{ANY_AR}\W*(?: بالضرورة)?\W*$",
        INFERRED,
        0.6,
        own="never",
        trusts=True,
        words="بالضرورة",
    ),
)
"""In Arabic script."""
