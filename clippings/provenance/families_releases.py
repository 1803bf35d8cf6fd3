"""Press releases and statements in four languages: the body that speaks wrote them, a wire only distributes."""

from clippings.provenance.rules import STATED, TITLE, form
from clippings.provenance.vocabulary import DAY

_FIRM = (
    r"(?=(?P<is>[^\n,–—|]{2,60}\b(?:Ltd|Limited|Inc|LLC|Corp|Corporation|plc|PLC|GmbH|AG|S\.?A|Co|Company|Group|Holdings?|Bank|University|Foundation"
    r"|Institute|Association|sh\.? ?p\.? ?k|sh\.? ?a|d\.o\.o)\b)?)"
)
"""What a firm's name ends in: captured so that the name before it is believed."""
_END = rf"[\"”“»]?(?:,? (?:sh\.? ?p\.? ?k|sh\.? ?a|d\.o\.o))?\.?(?:,? {DAY}|,? \d{{1,2}} [a-zë]+ \d{{4}})?\W*$"
_RELEASE = r"(?i:press release|media release|news release|press statement|press notice|for immediate release)"
_NJOFTIM = r"(?i:(?:njoftim|komunikat[ëe]?|deklarat[ëe]) (?:p[ëe]r|ndaj) (?:media\w*|shtyp\w*))"
_LISTED = r"\.?(?:,? (?:Inc|Ltd|LLC|Corp|plc|AG|S\.A)\.?)?[\"”]?(?: \([^()\n]{2,60}\))*(?:,(?: [^\s,]+){1,25},)?"

RELEASES = (
    form(
        rf"^\W*{_RELEASE}\W*\n(?:{DAY}\W*\n)?{_FIRM}(?P<name>{TITLE})\.?\W*(?:\n|$)",
        STATED,
        0.93,
        where="opening",
        body=True,
        shape=True,
        words="release|press statement|press notice",
    ),
    form(
        rf"^\W*SOURCES? (?=[^\n]*[a-z])(?P<name>{TITLE})(?:[.,]? (?:Inc|Ltd|LLC|Corp)\.?)?\W*$",
        STATED,
        0.972,
        where="last",
        trusts=True,
        words="source ",
    ),
    form(
        rf"[/(][\w ]{{0,20}}(?:[Ww]ire|WIRE)[\w ./-]{{0,12}}[/)]\s*[–—-]+\s*[\"“]?(?P<name>{TITLE}){_LISTED} (?:today (?:announced|reported|launched|released)|announced today|(?:has |is pleased to |is proud to )?announced?\b)",
        STATED,
        0.971,
        where="opening",
        trusts=True,
        words="/ -|/ –|/ —|/--|) -|) –|) —|)-",
    ),
    form(
        rf"^\W*{_RELEASE}(?: (?:from|by|of|issued by)|\s*[:–—|-])\s*[\"“]?{_FIRM}(?P<name>{TITLE}){_END}",
        STATED,
        0.94,
        body=True,
        shape=True,
        words="release|press statement|press notice",
    ),
    form(
        rf"^\W*{_NJOFTIM}(?: (?:nga|prej|i|e)|\s*[:–—|-])\s*[\"“„«]?{_FIRM}(?P<name>{TITLE}){_END}",
        STATED,
        0.94,
        body=True,
        words="njoftim|komunikat|deklarat",
    ),
    form(
        rf"^\W*(?i:zyra|sektori|departamenti) (?i:(?:e|i|p[ëe]r) (?:shtypit|informim\w*|komunikim\w*|marr[ëe]dh[ëe]nie\w* me (?:publikun|median?|mediat)))(?: (?:e|i|pran[ëe]|n[ëe]|t[ëe]|s[ëe]))?[, –-]+[\"“„«]?(?P<name>{TITLE})[\"”“»']?\W*$",
        STATED,
        0.92,
        where="last",
        trusts=True,
        words="zyra|sektori|departamenti",
    ),
    form(
        rf"^\W*(?i:(?:the )?(?:press|media|public relations|communications) (?:office|department|service)),? (?:of |at |,? ?[–—-] )?(?:the )?(?P<name>{TITLE})\W*$",
        STATED,
        0.92,
        where="last",
        body=True,
        shape=True,
        words="press|media|public relations|communications",
    ),
)
"""In Latin letters."""

_FIRM_FA = r"(?:شرکت|بانک|وزارت|سازمان|دانشگاه|شهرداری|ادار[هۀ]|مؤسس[هۀ]|موسس[هۀ]|گروه|انجمن|ستاد|بنیاد|فدراسیون|باشگاه|مرکز|کانون|اتحادیه|استانداری|فرمانداری|بیمارستان|سفارت|هلدینگ|جمعیت|خانه|مجتمع|کمیت[هۀ])"
_FIRM_AR = r"(?:شركة|بنك|مصرف|وزارة|جامعة|بلدية|مجموعة|مؤسسة|جمعية|هيئة|منظمة|اتحاد|نقابة|مركز|سفارة|حزب|حركة|مجلس|لجنة|غرفة|رابطة)"
_RELATIONS = r"(?:روابط عمومی|دفتر رسانه.?ای|واحد رسانه.?ای|مرکز اطلاع.?رسانی|دفتر اطلاع.?رسانی)"
_PRESS = r"(?:المكتب (?:الإعلامي|الصحفي|الصحافي)|دائرة الإعلام|إدارة الإعلام|قسم الإعلام|(?:إدارة |دائرة )?العلاقات العامة)(?: والإعلام| والاتصال)?"

RELEASES_RIGHT_TO_LEFT = (
    form(
        rf"^\W*(?:(?:ادار[هۀ] کل|دفتر|مدیریت) )?{_RELATIONS}(?: و (?:امور|اطلاع)[^\s]* ?\S*)? (?P<name>(?!عمومی)[^\n.:؛،()«»0-9۰-۹]{{3,60}})\W*$",
        STATED,
        0.92,
        where="last",
        trusts=True,
        words="روابط|دفتر|واحد|مرکز",
    ),
    form(
        rf"^\W*(?:به گزارش )?(?:(?:ادار[هۀ] کل|دفتر) )?{_RELATIONS} (?:و \S+ \S+ )?(?P<name>{_FIRM_FA}[^\n.:؛،()«»\d]{{2,50}}?)(?:،|,|؛|:)",
        STATED,
        0.9,
        where="opening",
        trusts=True,
        cites=True,
        words="روابط|رسانه|اطلاع",
    ),
    form(
        rf"^\W*(?:اطلاعی[هۀ]|بیانی[هۀ]|خبر|اعلامی[هۀ]) (?:مطبوعاتی|خبری|رسان[هۀ].?ای)(?: از)?\s*[:–—|-]\s*(?P<name>{_FIRM_FA}[^\n.:؛،()\d]{{2,50}})\W*$",
        STATED,
        0.94,
        trusts=True,
        words="مطبوعاتی|خبری|رسانه",
    ),
    form(
        rf"^\W*(?:بيان|خبر|نشرة|إعلان) (?:صحفية?|صحافية?|إعلامية?)\s*[:–—|-]\s*(?P<name>{_FIRM_AR}[^\n.:؛،()\d]{{2,50}})\W*$",
        STATED,
        0.94,
        trusts=True,
        words="صحفي|صحافي|إعلامي",
    ),
    form(
        rf"^\W*{_PRESS} (?:في |لدى |لـ ?|ل)(?P<name>{_FIRM_AR}[^\n.:؛،()\d]{{2,50}})\W*$",
        STATED,
        0.92,
        where="last",
        trusts=True,
        words="المكتب|الإعلام|العلاقات",
    ),
    # A statement names its subject or who signs it
    form(
        r"^(?:بیانی[هۀ]|اطلاعی[هۀ]|اعلامی[هۀ])\u0654?\u200c? ?(?:ی )?(?:(?:مشترک|مهم|پایانی|مطبوعاتی|رسمی|تازه|جدید|فوری|خبری|تحلیلی|سیاسی)\s)?(?P<name>(?![\s\u0654\u200c]*(?:دربار[هۀ]|در |به |پیرامون|بر |علیه|برای|راجع|شماره|(?:مشترک|مهم|پایانی|مطبوعاتی|رسمی|تازه|جدید|فوری|خبری|تحلیلی|سیاسی)(?!\S)))[^\n:؛،.]{3,60}?)(?= (?:درباره|دربارۀ|در |به |پیرامون|بر|علیه|برای|خطاب)|[:؛،.]|$)",
        STATED,
        0.93,
        where="heading",
        trusts=True,
        words="اطلاعی|بیانی|اعلامی",
    ),
    form(
        r"^(?:بيان|(?:تصريح|بلاغ|إعلان)(?=[^\n]{0,20}صادر))(?: (?:صحفي|صحافي|مشترك|هام|عاجل|ختامي|توضيحي|إعلامي))* (?:صادر (?:عن|من) |من )?(?P<name>(?!\s*(?:بشأن|حول|في |إلى|الى|بمناسبة|عن |ضد|بخصوص|صحفي|صحافي|مشترك|هام|عاجل|ختامي|توضيحي|للرأي|رقم))[^\n:؛،.]{3,60}?)(?= (?:بشأن|حول|بخصوص|في (?!المهجر|المنفى|الخارج|الشتات|المغترب)|إلى|بمناسبة|عن |ضد)|[:؛،.]|$)",
        STATED,
        0.93,
        where="heading",
        trusts=True,
        words="بيان|صادر",
    ),
)
"""In Arabic script."""
