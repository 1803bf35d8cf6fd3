"""Texts that speak to their readers as a paper or a station does: corrections, welcomes, editorials.

They name the outlet, but do not say that they are its own: what they tell is inferred.
"""

from clippings.provenance.rules import INFERRED, TITLE, form

_DAY = r"(?:yesterday['’]s|last (?:week|month|\w+day)['’]s|\w+day['’]s|(?:our|the) (?:last|previous|latest|most recent|\w+day))"
_STOP = r"(?=[»\"”]?(?:\s*[.،,؛:()]| (?:،|في|من|على|إلى|عن|أن|أنه|و\S+|صفحه|ستون|در|به|با|که|نوشت|از|آمده|نام|چاپ)\b|$))"
_RIGHT = r"[«\"“]?(?P<name>[^\n.:؛،,()«»\"“”\d]{3,40}?)"
_KIND_AR = r"(?:وكالة|صحيفة|جريدة|مجلة|موقع|قناة|إذاعة|اذاعة|تلفزيون|راديو|أسبوعية)"
_KIND_SQ = r"(?:gazet|revist|portal|radio|televizion|TV|agjenci|e përjavshm|e përditshm)\w*"
_QUOTED = r"[\"“„«]?"

OWN_VOICE = (
    form(
        rf"\b[Ii]n {_DAY} (?:issue|edition|paper|print edition|number) of (?P<name>{TITLE})",
        INFERRED,
        0.58,
        where="lead",
        trusts=True,
        weak=True,
        words="issue of|edition of|paper of|number of",
    ),
    form(
        rf"(?:^|[.!?] )(?P<name>(?:The )?{TITLE}) (?:apologi[sz]es (?:to (?:its|our) (?:readers|listeners|viewers)|for the error)|regrets the error|is happy to (?:correct|clarify)|wishes to (?:apologi[sz]e to (?:its|our)|correct|clarify))\b",
        INFERRED,
        0.58,
        where="any",
        trusts=True,
        weak=True,
        words="apologi|regrets the error|happy to|wishes to",
    ),
    form(
        rf"\b(?:[Tt]his|[Oo]ur) (?:newspaper|paper|magazine|weekly|daily|station|journal|website|channel), (?P<name>{TITLE})",
        INFERRED,
        0.62,
        where="any",
        trusts=True,
        words="newspaper, |paper, |magazine, |weekly, |daily, |station, |journal, |website, |channel, ",
    ),
    form(
        rf"\b(?:[Yy]ou(?: are|['’]re) (?:listening to|watching|tuned to)|[Ww]elcome (?:back )?to|(?:viewers|listeners|readers) of) (?P<name>{TITLE})",
        INFERRED,
        0.6,
        where="lead",
        weak=True,
        words="listening|watching|tuned|welcome|viewers|listeners|readers",
    ),
    form(
        rf"\b(?:[Ss]peaking (?:to|with|on)|[Tt]old) (?P<name>{TITLE})(?= (?:by|from|on|in|over|at|this|yesterday|last)\b|[,.:]).*?\b(?:[Oo]ur (?:studio|correspondent|reporter|listeners|viewers|newsroom|readers|website))\b",
        INFERRED,
        0.6,
        16,
        where="any",
        far=True,
        weak=True,
        words="our studio|our correspondent|our reporter|our listeners|our viewers|our newsroom|our readers|our website",
    ),
    form(
        rf"\b(?P<name>(?:[Tt]he )?{TITLE}) (?:can reveal|understands that|has learned|has learnt|can disclose)\b",
        INFERRED,
        0.58,
        where="lead",
        weak=True,
        words="can reveal|understands that|has learn|can disclose",
    ),
    form(
        rf"\bN[ëe] numrin (?:e|t[ëe]) (?:djesh[ëe]m|sh\w+|kaluar|fundit|m[ëe]parsh[ëe]m|jav[ëe]s \w+)(?:,| i| e| t[ëe])? {_QUOTED}(?P<name>(?:{_KIND_SQ} )?{TITLE})",
        INFERRED,
        0.58,
        where="lead",
        trusts=True,
        weak=True,
        words="në numrin|ne numrin",
    ),
    form(
        rf"(?:^|[.!?] ){_QUOTED}(?P<name>{TITLE})[\"”»]? (?:[ui] )?k[ëe]rkon (?:ndjes[ëe]|falje) (?:nga |prej )?(?:lexues|d[ëe]gjues|shikues|ndjek[ëe]s)",
        INFERRED,
        0.59,
        where="any",
        trusts=True,
        weak=True,
        words="kërkon|kerkon",
    ),
    form(
        rf"\b(?:shikues\w*|d[ëe]gjues\w*|lexues\w*|[Mm]ir[ëe] ?se (?:vini|erdh[ëe]t) n[ëe]|[Jj]eni duke (?:d[ëe]gjuar|ndjekur|par[ëe])) (?:(?:e|t[ëe]|i) )?{_QUOTED}(?P<name>(?:{_KIND_SQ} )?{TITLE})",
        INFERRED,
        0.58,
        where="lead",
        weak=True,
        words="shikues|dëgjues|degjues|lexues|mirë|mire|jeni duke",
    ),
    form(
        rf"\b(?i:{_KIND_SQ}) (?:son[ëe]|ton[ëe]|jon[ëe]|yn[ëe])(?:,| (?=[\"“„«])) ?{_QUOTED}(?P<name>{TITLE}(?: dhe {TITLE})?)",
        INFERRED,
        0.6,
        where="any",
        trusts=True,
        words="sonë|tonë|jonë| ynë,| ynë |sone|tone|jone| yne,| yne ",
    ),
)
"""How outlets speak of themselves in English and Albanian."""

OWN_VOICE_RIGHT_TO_LEFT = (
    form(
        rf"(?:^|\s)در شمار[ۀه]\u0654?‌?ی? (?:دیروز|پیش|پیشین|قبل|قبلی|گذشته|\S+شنبه|هفته\S* \S+|روز \S+)،? {_RIGHT}{_STOP}",
        INFERRED,
        0.58,
        where="lead",
        trusts=True,
        weak=True,
        words="شمار",
    ),
    form(
        rf"(?:از|به) (?:خوانندگان|بینندگان|شنوندگان|مخاطبان|کاربران)(?: گرامی| عزیز| محترم)? {_RIGHT} (?:پوزش|عذرخواهی|خوش ?آمد|سلام)",
        INFERRED,
        0.6,
        where="any",
        trusts=True,
        weak=True,
        words="پوزش|عذرخواهی|سلام|آمد",
    ),
    form(
        rf"^{_RIGHT} (?:\S+ (?:ماه|هفته|روز|سال) (?:پیش|قبل)|بارها|پیش از این|دیروز|هفتهٔ پیش) (?:\S+ ){{0,2}}در همین (?:ستون|صفحه|روزنامه|مجله)",
        INFERRED,
        0.56,
        where="lead",
        trusts=True,
        weak=True,
        words="در همین",
    ),
    form(
        rf"(?:روزنام[ۀه]|هفته.?نام[ۀه]|ماهنام[ۀه]|مجل[ۀه]|شبک[ۀه]|نشری[ۀه]|رادیوی?)\u0654?‌?ی? (?:ما|خودمان)(?:،| (?=«)) ?{_RIGHT}{_STOP}",
        INFERRED,
        0.6,
        where="any",
        trusts=True,
        words=" ما",
    ),
    form(
        rf"في عدد(?:ها|نا)? (?:أمس|الأمس|أول \S+|\S+ الماضي|السابق|يوم \S+)(?: \S+)?? من {_RIGHT}{_STOP}",
        INFERRED,
        0.58,
        where="lead",
        trusts=True,
        weak=True,
        words="عدد",
    ),
    form(
        rf"(?:^|\s)و?(?:تعتذر|يعتذر|تأسف|يأسف) {_RIGHT}[»\"”]? (?:من |إلى |ل)(?:السادة )?(?:ال)?(?:قر[اّ]\S+|مشاهدي\S*|مستمعي\S*|متابعي\S*)",
        INFERRED,
        0.59,
        where="any",
        trusts=True,
        weak=True,
        words="تعتذر|يعتذر|تأسف|يأسف",
    ),
    form(
        rf"(?:مشاهدي|مستمعي|قراء|قرّاء|متابعي|مشاهدينا على|معكم من) (?P<name>{_KIND_AR} [^\n.:؛،,()«»\"\d]{{2,30}}?){_STOP}",
        INFERRED,
        0.59,
        where="lead",
        weak=True,
        words="مشاهدي|مستمعي|قراء|قرّاء|متابعي|معكم",
    ),
    form(
        rf"(?:صحيفتنا|مجلتنا|جريدتنا|قناتنا|إذاعتنا|موقعنا)(?:،| (?=«)) ?{_RIGHT}{_STOP}",
        INFERRED,
        0.55,
        where="any",
        trusts=True,
        weak=True,
        words="صحيفتنا|مجلتنا|جريدتنا|قناتنا|إذاعتنا",
    ),
)
"""How outlets speak of themselves in Persian and Arabic."""
