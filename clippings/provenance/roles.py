"""What credits call those who did something, and the words that are in nobody's name."""

import re

from clippings.folding import fold

PARTICLE = r"(?:al|el|de|del|della|da|di|van|von|der|den|bin|ibn|bint|la|le|ter|e|i|abu|umm)"
TOKEN = rf"(?:(?:{PARTICLE}[-’' ])?[^\W\d_a-zà-öø-ÿ][\w’'.-]*)"
"""One of the names of a person, in Latin letters."""

NO_NAME = frozenset(
    fold(
        """admin administrator nga correction clarification corrections images editor webmaster staff
agencies agency correspondent reporter writer news
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december no not the of to for we us our now all war peace
    stop end free is are update breaking editorial opinion report reports photo transcript note notes
    early late evening morning press office service desk team website site rights reserved copyright
    contact read more see also this that with from by our own na ne te per dhe nuk eshte jemi lini mos
    pyetje pergjigje interviste redaksia agjencia lajme
    ادمین مدیر سایت تحریریه سردبیر گروه خبر خبرنگار خبرگزاری روزنامه پیام انتهای پایان کلیه حقوق منبع ترجمه
    از به در که را با است شد می این آن برای های تماس ما خدا والسلام سپاس احترام دفتر انجمن شورا عکس متن
    المحرر التحرير وكالات وكالة صحيفة مجلة موقع قناة مراسل مراسلنا المصدر جميع الحقوق حقوق من في إلى عن مع
    خاص حصري اختصاصی نشرة
    وتفضلوا بقبول الاحترام التحية انتهى المدير هذا هذه التي الذي كان قال مكتب لجنة رابطة جمعية ترجمة"""
    ).split()
)

ROLES: tuple[tuple[str, str], ...] = (
    (
        "photography",
        r"photo(?:graph)?s?(?: by)?|pictures?(?: by)?|photographer|images?(?: by)?"
        r"|video(?: by)?|fotografit[ëe]?|fotot?"
        r"|fotografi?|fotografoi|عکس(?:‌ها|ها)?|عکاس|تصویر|الصور[ةه]?|صور[ةه]?|تصوير|عدسة|المصور",
    ),
    (
        "editing",
        r"(?:edited|editing) by|editor|redaktoi|redaktuan|redaktor(?:e|i)?|redaktimi|ویراستار|ویرایش"
        r"|ویراسته|دبیر|تحرير|إعداد وتحرير|مراجعة|تدقيق|المحرر",
    ),
    (
        "translation",
        r"(?:translated|translation)(?: and [a-z]+)? by|translator|translation"
        r"|shqip[ëe]roi|(?:e )?solli n[ëe] shqip|english version|p[ëe]rshtati(?: n[ëe] shqip)?|p[ëe]rktheu(?: nga \w+)?(?: dhe \w+)?|p[ëe]rkthimi|p[ëe]rkthyes\w*"
        r"|مترجم|ترجم[هۀ]\u0654?(?: و [^\s:]+)?|برگردان|برگرداننده|مترجمان|بازگردان|ترجمة|تعريب|ترجمها?"
        r"|المترجم|المترجمة|عر[ّ]?به",
    ),
    (
        "contributing",
        r"with (?:contributions?|assistance|files|help|research) (?:by|from)|contribut(?:ors?|ing)"
        r"|kontribuoi|kontribuan|me kontribut\w* (?:nga|t[ëe])|(?:شارك|شاركت|ساهم|ساهمت|أسهم|أسهمت) في (?:إعداد|كتابة|تغطية|إنجاز) "
        r"(?:هذا |هذه )?(?:التقرير|القصة|المقال|التحقيق|المادة)|با همکاری",
    ),
    (
        "reporting",
        r"(?:with )?(?:additional |further )?report(?:ed|ing)(?: and writing)?(?: by)?|reporter"
        r"|correspondent|interview(?:ed|er)?(?: (?:conducted|held|done))?(?: by)?|intervistoi|intervist[ëe]|bisedoi|biseda|raportoi|raportuan|تغطية(?: صحفية)?"
        r"|reporter(?:e|i)|korrespondent\w*|خبرنگار(?: اعزامی| ما)?|گزارشگر|گفتگو|گفت.?و.?گو"
        r"|مصاحبه(?:‌?گر|‌?کننده)?"
        r"|گفت.?وگو(?: از)?|مراسلة?|المراسلة?|حاوره|حاورها|حاورته|حاورتها|أجرى الحوار"
        r"|أجرت الحوار|حوار|أجراه|أجرته",
    ),
    (
        "writing",
        r"(?:written |writing |words |story |text |posted |compiled )?by|as told to|words|text|story"
        r"|author|writer|nga|shkruar nga|shkruan|shkroi|autor(?:i|e|ja)?"
        r"|p[ëe]rgatiti|teksti?|بقلم|به قلم|قلم|نوشت[هۀ]\u0654?|نویسنده\u0654?|نویسندگان"
        r"|نویسنده و عکاس|گردآوری|گردآورنده|تدوین|بازنویسی|به کوشش|از|گزارش و عکس"
        r"|نگارنده|نگارش|گزارش(?: از)?|تهیه(?: و تنظیم)?|تهیه.?کننده|متن"
        r"|كتب|كتبت|كتبه|كتبها|إعداد|اعداد|أعده|أعدته|تقرير|الكاتبة?|نص",
    ),
)
LABELLED = re.compile(
    r"^\W*(?:" + "|".join(f"(?P<{role}>{words})" for role, words in ROLES) + r")"
    r"(?P<for>\s+(?:for|of|për|i|e|برای|ل|لموقعنا)\s[^:\n]{2,40}(?=:)|\s[^:\n.،]{2,30}(?=:))?(?P<mark>\s*[:：]\s*|\s+|\u200c)(?P<rest>\S.*)$",
    re.IGNORECASE,
)
