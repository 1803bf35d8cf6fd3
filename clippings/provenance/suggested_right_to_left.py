"""House styles and self-references in Persian and Arabic: what makes an origin likely, and states none."""

from clippings.provenance.rules import INFERRED, form

_BODY_FA = r"(?:خبرگزاری|روزنام\w+|هفته.?نام\w+|ماهنام\w+|نشری\w+|مجل\w+|سایت|وب.?سایت|پایگاه خبری|شبک\w+|رادیو)\u0654?"
_BODY_AR = r"(?:وكالة|صحيفة|جريدة|مجلة|موقع|قناة|إذاعة|اذاعة|أسبوعية|شبكة)"

SUGGESTED_RIGHT_TO_LEFT = (
    # House styles
    form(
        r"\(?\s?إعداد .{3,60} للنشرة العربية",
        INFERRED,
        0.75,
        name="Reuters",
        words="للنشرة",
    ),
    form(
        r"(?:قال|قالت|ذكر|أفاد|رأى|شاهد) (?:شاهد|شهود|مراسل|مراسلة|مصور) (?:من |ل)?(?:وكالة )?(?P<name>رويترز|فرانس برس|الأناضول)(?= (?:إن|أن|في|إنه|أنه|ما))",
        INFERRED,
        0.6,
        where="any",
        weak=True,
        words="شاهد|شهود|مراسل|مصور",
    ),
    form(
        r"^\W*انتهای پیام\.?$",
        INFERRED,
        0.5,
        name="Iranian Students' News Agency",
        words="انتهای",
    ),
    form(
        r"^\W*پایان پیام\s*/",
        INFERRED,
        0.5,
        name="Fars News Agency",
        words="پایان",
    ),
    form(
        r"^\W*خبرنگار: [^\n:*]{4,40}\*\* ?انتشار.?دهنده: ",
        INFERRED,
        0.6,
        name="Islamic Republic News Agency",
        words="انتشار",
    ),
    # Who writes in this place, and who answers to what stood here
    form(
        rf"(?:دبیر|سردبیر|نویسند\w+|ستون.?نویس|خبرنگار|عضو تحریری\w+) [^.،]{{0,25}}?(?P<name>{_BODY_FA} [^\n.:؛،,()«»\"\d]{{2,30}}?) است[^.]{{0,40}}(?:همین|این) (?:صفحه|ستون|روزنامه|مجله|نشریه)",
        INFERRED,
        0.6,
        trusts=True,
        words="همین|این",
    ),
    form(
        rf"(?:محرر|كاتب|صحافي|صحفي|مراسل|زميل)ة? (?:\S+ )?(?:في|من) (?P<name>{_BODY_AR} [^\n.:؛،,()«»\"\d]{{2,30}}?)[»\"]?،? [^.]{{0,30}}(?:هنا|هذه الصفحة|هذه الزاوية|هذا المكان|صفحاتها)",
        INFERRED,
        0.6,
        trusts=True,
        words="هنا|هذه|هذا|صفحاتها",
    ),
    form(
        r"در آن (?:روزنامه|نشریه|خبرگزاری|سایت|هفته.?نامه|پایگاه|مجله|رسانه)[^\n(]{0,15}\((?P<name>[^\n()،\d]{2,40})[،)]",
        INFERRED,
        0.62,
        where="lead",
        trusts=True,
        words="در آن",
    ),
    form(
        r"(?:صحيفتكم|جريدتكم|مجلتكم|موقعكم)(?: الغراء| الموقرة?)? ?[(«\"](?P<name>[^\n()«»\"،\d]{2,40})[»\")،]",
        INFERRED,
        0.62,
        where="lead",
        trusts=True,
        words="صحيفتكم|جريدتكم|مجلتكم|موقعكم",
    ),
    # What only the paper itself says: how long it waited for an answer
    form(
        r"تا (?:لحظ\S+|زمان|هنگام) (?:تنظیم|انتشار|نگارش)[^.]{0,25}?به (?:پرسش|سوال|سؤال|درخواست)\S* (?P<name>[^\n.:؛،,()\d]{3,30}?) (?:پاسخ|جواب)",
        INFERRED,
        0.6,
        where="any",
        trusts=True,
        weak=True,
        words="تا لحظ|تا زمان|تا هنگام",
    ),
    form(
        r"(?:ترد|يرد|تجب|يجب|تستجب|يستجب) [^.]{0,30}?(?:أسئلة|استفسارات|سؤال|اتصالات) (?P<name>[^\n.:؛،,()]{3,30}?) (?:حتى|قبل|إلى) (?:لحظة |وقت |موعد |ساعة )?(?:نشر|النشر|إعداد|كتابة|صدور)",
        INFERRED,
        0.6,
        where="any",
        trusts=True,
        weak=True,
        words="أسئلة|استفسارات|سؤال|اتصالات",
    ),
    # Self-reference
    form(
        r"(?<!كان قد )\b(?:قال|قالت|وقال|وقالت|صرح|صرحت|وأضاف|أكد|وأكد|أبلغ|وقال\w*|قال\w*)(?: \S+){0,2}? (?:ل|لـ)[\"«“]?(?P<name>(?:وكالة |صحيفة |لوكالة )?[^\s.:؛،,()«»\"“”\d]+)",
        INFERRED,
        0.55,
        where="any",
        told=True,
        words="قال|صرح|أضاف|أكد|أبلغ",
    ),
    form(
        rf"(?<!\w)و?(?:علمت|حصلت|اطلعت|رصدت|كشفت مصادر ل|التقت) (?P<name>{_BODY_AR} [^\s.:؛،,()«»\"]+|[\"«“][^\n\"»”]{{2,30}})",
        INFERRED,
        0.62,
        where="any",
        weak=True,
        trusts=True,
        words="علمت|حصلت|اطلعت|رصدت|كشفت|التقت",
    ),
    form(
        rf"\bبه (?:خبرنگار )?(?P<name>(?:{_BODY_FA} )?[^\s.:؛،,()«»\d]+) (?:گفت|می.?گوید|گفته است|توضیح داد)(?! بود)(?!ه بود)",
        INFERRED,
        0.55,
        where="any",
        told=True,
        words="گفت|گوید|توضیح",
    ),
    form(
        r"\bدر (?:تماس|گفت.?وگو|گفت.?و.?گو|مصاحبه)(?:ی|یی)?(?: \S+)? با (?P<name>[^\n.:؛،,()«»\d]{3,40}?) (?:گفت|می.?گوید|اعلام|تأیید|توضیح|افزود|خبر)",
        INFERRED,
        0.6,
        where="any",
        told=True,
        words="تماس|گفت|مصاحبه",
    ),
    form(
        r"\b(?:در اختیار|به دست|به رؤیت) [«\"]?(?P<name>[^\n.:؛،,()«»\d]{3,40}?)[»\"]? (?:قرار|رسید|گذاشته)",
        INFERRED,
        0.6,
        where="any",
        weak=True,
        words="اختیار|دست|رؤیت",
    ),
)
"""What is only ever inferred from, in Arabic script."""
