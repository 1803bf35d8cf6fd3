"""What archive pages print around articles, in the languages we read: sorted tables."""

import re

TYPOGRAPHY = {
    ord(char): plain
    for plain, chars in (
        ("'", "‘’‚‛ʼ`´′"),
        ('"', "“”„‟«»″"),
        ("-", "‐‑‒–—―−"),
        (" ", "\u00a0\u202f\u2009"),
        ("", "\u200b\u200e\u200f\u2060\ufeff"),
        ("ي", "ی"),
        ("ك", "ک"),
    )
    for char in chars
} | {ord("…"): "..."}
"""Characters that print alike, and the one they are compared as."""

STOPS = '.!…"”»)]۔؟:'
SENTENCE_END = ".!?…۔؟"
SEPARATORS = " \t|/·•–—-,،:;()[]@#»«›‹→←↓↑*"

_AROUND = "←→«»<>‹›↑↓…. \t:-–—|()*"


def heading(text: str) -> str:
    """A short line as the tables have it: folded, without arrows and accents on the letter e."""
    if not text.isascii():
        text = text.translate(TYPOGRAPHY).replace("\u200c", " ")
    folded = " ".join(text.casefold().split())
    return folded.strip(_AROUND).replace("ë", "e")


def _table(entries: str) -> frozenset[str]:
    """The entries, set apart by bars and line ends, as `heading` makes them."""
    return frozenset(heading(entry) for entry in re.split(r"[|\n]", entries)) - {""}


HOME = _table(
    "home | ballina | kreu | خانه | صفحه اصلی | صفحه نخست | الرئيسية | الصفحة الرئيسية | صفحه اول"
)

NAVIGATION = HOME | _table(
    """
    about | about us | archive | archives | articles | books | contact | contact us | donate
    editions | gallery | log in | login | main menu | media | menu | news
    photo gallery | select page | skip to the content
    publications | search | skip to content | subscribe | toggle navigation | videos | artikuj
    kerko | kontakt | kontakti | lajme | libra | media | na kontaktoni | rreth nesh | videot
    مقالات | اخبار | كتاب ها | تماس با ما | درباره ما | جستجو | فهرست | گالري تصاوير | ويدئو
    الأخبار | اتصل بنا | بحث | من نحن | القائمة | كتب | فيديو
    """
)
"""Entries of a site's menu, folded."""

RELATED = _table(
    """
    latest news | latest posts | more articles | popular posts | recent posts | recent articles
    related articles | related news | related posts | trending | you may also like
    you might also like | more from this section | آخرين مطالب | آخرين اخبار | تازه ها
    مطالب مرتبط | نوشته هاي تازه | نوشته‌هاي تازه | نوشته هاي مرتبط | نوشته‌هاي مرتبط
    شايد اين مطالب را هم بپسنديد | همچنين بخوانيد | أحدث المقالات | أحدث المنشورات | آخر الأخبار
    مقالات ذات صلة | قد يعجبك أيضا | أحدث المواضيع | artikuj te ngjashem | postimet e fundit
    postime te fundit | mund t'ju pelqeje | mund t'ju pelqeje edhe | lexoni edhe
    artikujt e fundit | te fundit | te ngjashme | mund t'ju pelqejne | mund t'ju pelqejne edhe
    mund t'ju interesoje | mund t'ju interesoje edhe | mund t'ju interesojne | mund t'ju interesojne edhe
    """
)
"""Headings over lists of other posts."""

NEIGHBOURS = _table(
    """
    next post | previous post | next article | previous article | post navigation
    نوشته بعدي | نوشته قبلي | مطلب بعدي | مطلب قبلي | المقال التالي | المقال السابق
    postimi i radhes | postimi i meparshem | artikulli tjeter | artikulli i meparshem
    """
)
"""Words over the one post before or after this one."""

ENDS = (
    RELATED
    | NEIGHBOURS
    | _table(
        """
    add a comment | back to top | cancel reply | categories | comments are closed
    next | previous | leave a comment | leave a reply
    load more | load more posts | newer posts | newsletter
    older posts | post comment | page 1 | tags | دسته ها | دسته بندي | ارسال نظر | پاسخ دهيد
    ديدگاهتان را بنويسيد | لغو پاسخ | نوشته هاي قبلي | نوشته هاي جديدتر | نوشته‌هاي قديمي‌تر
    نوشته هاي قديمي تر | نوشته‌هاي جديدتر | بازگشت به بالا | اترك تعليقا | اترك تعليقاً
    اترك رد | إلغاء الرد | المقالات الأقدم | المقالات الأحدث | العودة إلى الأعلى | تصنيفات
    lini nje koment | lini nje pergjigje | postime me te vjetra | postime me te reja
    kthehu ne krye | kategorite
    save my name, email, and website in this browser for the next time i comment
    """
    )
)
"""Lines after which an article is over, folded."""

FORMS = tuple(
    heading(text)
    for text in (
        "Leave a Comment",
        "Leave a Reply",
        "Leave Comment",
        "اترك تعليقا",
        "دیدگاهتان را بنویسید",
        "Lini një koment",
        "Lini një përgjigje",
    )
)
"""How the form begins that readers write comments in."""

BY, IN = _table("by | nga | توسط | بقلم"), _table("in | në | في | در")
"""Words that stand on a line of their own over an author, and over a section."""

COUNTER = re.compile(
    r"\d{1,3}|[\d,.]{1,9}(?: [\d,.]{1,9})? ?(?:دقيقة واحدة|دقيقتان|دقائق|دقيقة|مشاهدة|بازدید|دقیقه"
    r"|views?|min(?:ute)?s? read|shares?|lexime)|less than a minute|أقل من دقيقة",
    re.IGNORECASE,
)
"""Readers, shares, minutes to read: a number beside a date or a share bar."""

PAGE_NUMBER = re.compile(r"[\d\s.…←→«»]+")
"""A link to another page of a list, or several."""

PAGER = re.compile(
    r"(?:page|صفحه|صفحة|faqja) \d+ (?:of|/|از|من|nga) \d+"
    r"|.{0,30}\b(?:older|newer|previous|next) (?:posts?|entries|page)\b.{0,10}"
    r"|(?:\d+[\s.…]+){2,20}(?:next|بعدی|التالي)\W{0,5}",
    re.IGNORECASE,
)
"""The foot of a list that goes on on other pages."""

TAGGED = re.compile(
    r"(?:tags?|tagged|posted in|filed under|categor(?:y|ies)|برچسب[ \u200c]?ها|دسته|الوسوم"
    r"|التصنيف|etiketat?|kategoria)\s*:?\s.{1,100}",
    re.IGNORECASE,
)
"""A line of tags under an article, or of what a list is about above it."""

AUTHOR = re.compile(
    r"(?:post author\s+)?(?:posted\s+|published\s+|written\s+)?"
    r"(?:by|nga|توسط|نویسنده:?|بقلم:?|کاتب:?)\s+([^\W\d_].{0,60})",
    re.IGNORECASE,
)
"""Who posted it, on a line of its own."""

MORE = re.compile(
    r"[\W_]*(?:(?:continue|keep) reading|read (?:more|the full (?:story|article))|more"
    r"|ادامه (?:مطلب|نوشته|خبر)|بیشتر بخوانید|مشاهده بیشتر"
    r"|ا[قك]ر[أا] المزيد|المزيد|متابعة القراءة|قراءة المزيد"
    r"|lexo(?:ni)? më (?:shumë|tepër|tej)|vazhdo leximin)(?:[\W_]{0,9}|(?<=ing) .{1,100})",
    re.IGNORECASE,
)
"""The line that ends a teaser."""

TEASER = re.compile(
    r"[.…\]?!]\s+((?:Read [Mm]ore|Continue [Rr]eading|READ MORE|ادامه مطلب|بیشتر بخوانید"
    r"|اقرأ المزيد|قراءة المزيد|Lexo më shumë)[\W_]{0,9})$"
)
"""The same at the end of a line, where it is a link and no part of the sentence."""

RIGHTS = re.compile(
    r"^(?:\(c\)|copyright\b).*\d{4}|\ball rights? reserved\b"
    r"|^[@©]\s*(?:19|20)\d\d|të gjitha të drejtat"
    r"|^.{0,60}(?:تمامی حقوق|تمام حقوق|جميع الحقوق)",
    re.IGNORECASE,
)

NETWORKS = re.compile(
    r"(?:share (?:this(?: (?:article|post|story))?|on|via|with)\s*:?\s*)?"
    r"(?:facebook|twitter|pinterest|whatsapp|telegram|skype|(?:e-?)?mail|linkedin|instagram|youtube"
    r"|reddit|tumblr|viber|messenger|google ?\+|google plus|google|vkontakte|vk|odnoklassniki"
    r"|stumbleupon|digg|delicious|pocket|xing|mastodon|bluesky|threads|flipboard|line|wechat"
    r"|weibo|tiktok|snapchat|rss|balatarin|copy link|copy url|copy|print(?:er-friendly)?|tweet"
    r"|pin(?: it)?|shares?|x"
    r"|فیس ?بوک|توییتر|تلگرام|واتس ?اپ|ایمیل|چاپ|اشتراک[ \u200c]?گذاری|ایتا|سروش|بله|روبیکا"
    r"|اینستاگرام|پینترست|لینکدین"
    r"|فيسبوك|تويتر|تلغرام|تيليجرام|واتساب|واتس آب|بينتيريست|لينكد ?إن|انستغرام|طباعة|مشاركة"
    r"|شارك(?:ها)?|بريد|shpërnda(?:je|ni)?|printo|dërgo)",
    re.IGNORECASE,
)
"""A place to share at, or the word that asks to."""

CERTAIN = re.compile(
    r"facebook|twitter|pinterest|whatsapp|telegram|e-?mail|linkedin|instagram|tweet|share|viber"
    r"|shpërnda|dërgo|[\u0600-\u06ff]{2}",
    re.IGNORECASE,
)
"""Those of them that are no everyday words of texts in English; of Arabic script all."""

_N = r"([\d۰-۹٠-٩]{1,6})"
COMMENTS = tuple(
    (re.compile(pattern, re.IGNORECASE), count)
    for pattern, count in (
        (_N + r"\s*(?:comments?|replies|reply|responses?)\b(?: on .*)?", None),
        (_N + r"\s*(?:نظرات|نظر|دیدگاه|تعليقات|تعليق|komente|koment)\b", None),
        (
            r"\b(?:comments?|نظرات|دیدگاه[ \u200c]?ها|التعليقات|komentet?)\s*[:(]\s*"
            + _N
            + r"\s*\)?",
            None,
        ),
        (
            r"\b(?:no|zero) (?:comments?|responses?)(?: yet)?\b(?: on .*)?"
            r"|بدون (?:نظر|دیدگاه)|هیچ نظری",
            0,
        ),
        (r"لا (?:توجد )?تعليقات|لا يوجد تعليقات", 0),
        (r"\b(?:(?:nuk |s['’‘ʼ`´]? ?)ka(?: asnjë)?|pa|asnjë) komente?\b", 0),
        (r"\bone comment\b(?: on .*)?|یک (?:نظر|دیدگاه)|تعليق واحد|\bnjë koment\b", 1),
    )
)
"""How a page counts comments: a pattern whose first group is the number, or the number it means."""

HAS_META = re.compile(r"[\d۰-۹٠-٩]|comment|koment|نظر|دیدگاه|تعليق", re.IGNORECASE)

BESIDE_DATE = re.compile(
    r"\b(?:post(?:ed)?|published|updated|last updated|written|date|on|at|in|admin)\b"
    r"|\b(?:post author )?by (?P<by>\w+(?: \w+){0,3})\b"
    r"|\b\d{1,9} (?:views?|min(?:ute)?s? read|shares?)\b"
    r"|\b(?:publikuar|postuar|më|nga \w+(?: \w+)?)\b"
    r"|(?:نوشته|ارسال|منتشر) شده(?: در)?|تاریخ انتشار|تاریخ|نشر(?: بتاریخ| فی)?|بتاریخ"
    r"|کتب بواسطه \w+|توسط \w+(?: \w+)?|در\b",
    re.IGNORECASE,
)
"""Words beside a date that make the line no less a date line."""
