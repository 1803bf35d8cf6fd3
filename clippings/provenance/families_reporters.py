"""Who of an outlet's own reports, and which organisation speaks: families of wordings in four languages."""

from clippings.provenance.rules import NAME, PERSON, STATED, TITLE, WORD, form
from clippings.provenance.vocabulary import (
    ANY_AR,
    EMER,
    FIRST_FA,
    NAME_FA,
    PEOPLE,
    TEXT_AR,
    TEXT_FA,
)

_OWN = rf"(?:[Aa]n? |[Tt]he )?(?P<name>{TITLE})(?:['’]s?)? (?:own |special |local )?(?:reporter|correspondent)"
_WHERE = rf"(?: (?:in|from|at) {WORD}(?: {WORD}){{0,2}})?"
_LETTER = r"(?:open )?(?:letter|statement|appeal|declaration|petition|message)"
_BODY = r"(?P<name>[^\n.:؛،,()]{4,60}?)"

FAMILY_REPORTERS = (
    form(
        rf"[,–—-] {_OWN}(?: {PERSON})?{_WHERE} (?:informed|informs|reports|reported|writes)\W*$",
        STATED,
        0.88,
        where="opening",
        cites=True,
        weak=True,
        shape=True,
        acronym=True,
        words="reporter|correspondent",
    ),
    form(
        rf"[,–—-] {_OWN}(?: {PERSON})?{_WHERE} (?:informed|informs|reports)\.\s",
        STATED,
        0.88,
        where="opening",
        cites=True,
        weak=True,
        words="reporter|correspondent",
    ),
    form(
        rf"^\W*{_OWN}(?:,? {PERSON},?)?{_WHERE} (?:informs|reports|writes)\b",
        STATED,
        0.88,
        where="opening",
        cites=True,
        weak=True,
        shape=True,
        acronym=True,
        words="reporter|correspondent",
    ),
    form(
        rf"^\W*(?:[Bb]y |BY )?{PEOPLE}(?:,| ?[|/–—-]) ?(?:[Tt]he )?(?P<name>(?!Senior|Chief|Special|Contributing|Associate|Assistant|News|Sports|Guest|Former){WORD}(?: {WORD}){{1,3}}?) (?i:staff (?:writers?|reporters?))\W*$",
        STATED,
        0.93,
        trusts=True,
        words="staff",
    ),
    form(
        r"^\W*(?P<name>[A-Z]{3,8})(?:/[a-z]{2,3}){1,3}(?:/?(?:19|20)\d\d)?\W*$",
        STATED,
        0.9,
        where="last",
        acronym=True,
        words="/",
    ),
    form(
        rf"^\W*{PEOPLE},? (?:reports|writes|reporting|reported|writing)(?: from {WORD}(?: {WORD})?)?,? for {NAME}(?: (?:from|in) [^,.]{{2,30}})?\W*$",
        STATED,
        0.93,
        shape=True,
        words="report|writ",
    ),
    form(
        rf"^\W*(?:[Ff]rom|[Bb]y) (?:our|the) (?:\w+ )?(?:correspondent|reporter),? {PERSON},? (?:of |for )?{NAME}",
        STATED,
        0.94,
        shape=True,
        words="correspondent|reporter",
    ),
    # Originals
    form(
        rf"\b(?:[Tt]he )?[Oo]riginal (?:text|article|version|story|report|piece)?,? ?(?:is |was )?(?:in|at|from|on) (?:the )?{NAME}\W*$",
        STATED,
        0.94,
        own="never",
        words="original",
    ),
    form(
        rf"^\W*(?i:p[ëe]rktheu|p[ëe]rshtati|shqip[ëe]roi|solli n[ëe] shqip)\s*:? {PERSON},? nga (?!anglisht|gjermanisht){EMER}[\"”“»']?\W*$",
        STATED,
        0.95,
        own="never",
        shape=True,
        words="rktheu|rshtati|shqip",
    ),
    # Letters
    form(
        rf"^(?:[Tt]he )?(?P<name>{TITLE}) (?:addresses|sends|publishes|issues|issued|writes|makes public|has (?:sent|issued|addressed|written)) (?:the following|this) {_LETTER}\b",
        STATED,
        0.9,
        where="heading",
        body=True,
        words="the following|this",
    ),
    form(
        rf"^We,? (?:the )?(?:undersigned )?(?:\w+,? ){{0,4}}of (?:the )?(?P<name>{TITLE}),? (?:call|write|demand|urge|appeal|ask|address|declare|condemn|express|are writing|wish)\b",
        STATED,
        0.9,
        where="opening",
        body=True,
        words="we |we,",
    ),
    form(
        rf"^(?P<name>{TITLE})(?: [\"“„«][^\"“”»\n]{{2,40}}[\"”“»])? (?:(?:i|u) drejtohet|i shkruan|dërgon|publikon|u dërgon) (?:me |p[ëe]rmes )?(?:k[ëe]t[ëe]|kjo) (?:let[ëe]r|thirrje|deklarat|apel|peticion)",
        STATED,
        0.9,
        where="heading",
        body=True,
        words="këtë|kete|kjo",
    ),
    form(
        rf"^Ne,? (?:n[ëe]nshkruesit|an[ëe]tar[ëe]t|punonj[ëe]sit|\w+t) (?:e|t[ëe]) (?P<name>{TITLE}),",
        STATED,
        0.9,
        where="opening",
        body=True,
        words="ne,|ne |nënshkruesit|anëtarët",
    ),
    form(
        rf"^\W*(?i:korrespondent|gazetar|reporter|i d[ëe]rguar|e d[ëe]rguar)\w* (?:i |e )?(?:posa[çc]\w+ )?(?:i |e )?{EMER}[\"”“»']?(?:,? {PERSON},?)?(?: (?:n[ëe]|nga) [^,.\n]{{2,40}}?)?,? (?:njofton|raporton|lajm[ëe]ron|shkruan|informon)\b",
        STATED,
        0.88,
        where="opening",
        cites=True,
        weak=True,
        shape=True,
        acronym=True,
        words="korrespondent|gazetar|reporter|dërguar|derguar",
    ),
)
"""In Latin letters."""

FAMILY_REPORTERS_RIGHT_TO_LEFT = (
    form(
        rf"^\W*(?:و)?(?:أفادت?|ذكرت?|نقلت?|رصدت?|أوضحت?|كتبت?) (?:مراسلو|مراسلة?|موفدة?|مندوبة?|مصورة?) (?:ل|لـ)?{ANY_AR}",
        STATED,
        0.88,
        where="opening",
        cites=True,
        weak=True,
        words="مراسل|موفد|مندوب|مصور",
    ),
    form(
        rf"^\W*(?:مراسلة?|موفدة?|مندوبة?) {ANY_AR}[،,]? [^\n:]{{0,40}}(?:يكتب|تكتب|يفيد|تفيد)(?!\w)",
        STATED,
        0.88,
        where="opening",
        cites=True,
        weak=True,
        words="مراسل|موفد|مندوب",
    ),
    form(
        rf"^\W*این {TEXT_FA} را (?:{FIRST_FA} )?{NAME_FA}[^\n.]{{0,40}}? (?:منتشر|چاپ|به چاپ)",
        STATED,
        0.96,
        trusts=True,
        own="never",
        words="این",
    ),
    form(
        rf"^\W*(?:نُ?شرت?|ظهرت?|صدرت?) (?:هذ[اه] )?{TEXT_AR}(?: الأصلية?)? (?:أصلاً? |أولاً? )?(?:بال\w+ية |باللغة ال\w+ية )?(?:في|على|لدى) {ANY_AR}",
        STATED,
        0.96,
        trusts=True,
        own="never",
        words="نشر|نُشر|ظهر|صدر",
    ),
    form(
        r"^[^\n:؛،.()]{4,40} ?[|–—-] ?(?:خاص|حصري) ?(?:بـ ?|لـ ?|ب|ل)[«\"“](?P<name>[^»\"”\n]{2,30})[»\"”]\W*$",
        STATED,
        0.94,
        trusts=True,
        words="خاص|حصري",
    ),
    form(
        r"^[\u0621-\u06d3]{3,}(?: [\u0621-\u06d3]+)?\s?[-–—ـ]\s?[«\"“](?P<name>[^»\"”\n.،:]{2,25})[»\"”]\s?:?$",
        STATED,
        0.92,
        trusts=True,
        words='«|"|“',
    ),
    # Letters
    form(
        rf"^ما،? (?:امضاکنندگان|اعضای|کارکنان|جمعی از|هیئت مدیر[هۀ]\S*|نمایندگان) {_BODY}[،,]",
        STATED,
        0.9,
        where="opening",
        body=True,
        words="ما",
    ),
    form(
        rf"^{_BODY} (?:این|با این) (?:نامه|بیانیه)\S*(?: سرگشاده)? (?:را )?(?:خطاب به|به) ",
        STATED,
        0.9,
        where="heading",
        body=True,
        words="نامه|بیانیه",
    ),
    form(
        rf"^نحن،? (?:الموقعين |الموقعون )?(?:أدناه،? )?(?:أعضاء|موظفي|موظفو|أهالي|عمال) {_BODY}[،,]",
        STATED,
        0.9,
        where="opening",
        body=True,
        words="نحن",
    ),
    form(
        rf"^(?:تتوجه|يتوجه|توجه|يوجه|تصدر|يصدر|تنشر) {_BODY} (?:إليكم )?(?:بهذه|هذه|هذا|بهذا) (?:ال)?(?:رسالة|نداء|بيان)",
        STATED,
        0.9,
        where="heading",
        body=True,
        words="رسالة|نداء|بيان",
    ),
)
"""In Arabic script."""
