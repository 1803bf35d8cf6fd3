"""Who signs a letter or a statement: an organisation's name as the last line."""

import re
from collections.abc import Sequence

from clippings.article import Article
from clippings.provenance import credit_lines
from clippings.provenance.rules import TITLE
from clippings.provenance.standing import Line

_ORGANISATION = re.compile(
    r"""\b(?:association|committee|council|secretariat|society|foundation|league|union|organi[sz]ation|front
    |movement|network|coalition|federation|institute|centre|center|party|press\ office|office
    |community|commission|assembly|forum|group|families|survivors|mothers|alliance
    |syndicate|guild|chamber|campaign|tenants|residents|parents|workers|employees|teachers|nurses|students|pupils|neighbours|neighbors|villagers|fishermen|farmers|citizens
    |volunteers|relatives|alumni|staff|friends|writers|journalists|artists|doctors|inhabitants|people|club|congress|board|trust|initiative|platform|delegation|watch|observatory
    |sindikat[aë]\w*|klubi|dhoma|nisma|bordi|grupi|fronti|rrjeti|federata|federat[ëe]\w*|aleanca|konfederata|banor[ëe]t|pun[ëe]tor[ëe]t|m[ëe]suesit|student[ëe]t|prind[ëe]rit|qytetar[ëe]t|familjet|n[ëe]nat
    |bashk[ëe]sia|shoqata|komiteti|k[ëe]shilli|sekretariati|zyra|organizata|fondacioni|qendra|lidhja
    |bashkimi|unioni|l[ëe]vizja|partia|komuniteti|forumi|instituti)\b
    |^(?:سندیکا|اتحادیه|هیئت|هیات|کارگران|معلمان|دانشجویان|اهالی|ساکنان|مادران|پرستاران|کارکنان|بازنشستگان|جمعی|نویسندگان|کنشگران|کارزار|پویش|خانه|باشگاه|تشکل|فدراسیون|کنفدراسیون|شبکه|صنف|تعاونی|والدین|فعالان|دیده.?بان|دیدبان|کشاورزان|ماهیگیران|صیادان|شهروندان|هنرمندان|پزشکان|وکلای|کانون
    |أهالي|عمال|طلاب|طلبة|معلمو|معلمي|موظفو|سكان|أمهات|عائلات|أسر|تجمع|تنسيقية|ائتلاف|شبكة|رابطة|نادي|غرفة|حملة|مبادرة|تحالف|لقاء|ملتقى|منتدى|مجموعة|أبناء|صيادو|مزارعو|ناشطو|كتاب|أولياء|مواطنو|الاتحاد|النقابة|الجمعية|الرابطة
    |انجمن|کمیته|شورا|دفتر|کانون|بنیاد|سازمان|اتحادیه|جمعیت|دبیرخانه|مرکز|جبهه|حزب|جنبش|ستاد|خانواده|مجمع|بنیاد|گروه
    |رابطة|مرصد|المرصد|لجنة|جمعية|مجلس|اتحاد|منظمة|مكتب|أمانة|الأمانة|هيئة|مركز|نقابة|مؤسسة|حركة|جبهة|حزب|المكتب|اللجنة|المجلس)""",
    re.IGNORECASE | re.VERBOSE,
)
_LETTER = re.compile(
    r"(?:\w+ ){0,2}(?:open letter|statement|letter|appeal|declaration|communiqu|condemn"
    r"|بیانیه|نامه|اطلاعیه|اعلامیه|بيان|رسالة|نداء|let[ëe]r|deklarat|komunikat|thirrje)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"^(?:to (?:the|his|her|mr|mrs|ms)\b|dear\b|(?:honou?rable )?members? of|ladies and gentlemen|excellenc|your excellency|sir\b|به |جناب"
    r"|حضرت|إلى |السيد|سعادة|معالي|i nderuar|e nderuar|të nderuar|shkëlqesi|drejtuar|për )",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"^(?:signed[:,]?$|n[ëe]nshkruar[:,]?$|امضا(?:ء|کنندگان)?[:،]?$|(?:التوقيع|الموق[عّ]+ون)[:،]?$|(?:yours |most )?(?:respectfully|sincerely|faithfully|truly|regards)"
    r"|with (?:respect|regards)|me respekt|me nderim\w*"
    r"|با احترام|با سپاس|و تفضلوا|وتفضلوا|مع (?:التحية|الاحترام|فائق)|مع خالص)",
    re.IGNORECASE,
)


_SIGNED = re.compile(
    r"^\W*(?:signed(?: by| on behalf of)?|signatories|on behalf of|for|n[ëe]nshkruar(?: nga)?|n[ëe]nshkruesit?|n[ëe] em[ëe]r t[ëe]"
    r"|امضا(?:ء)?(?:کنندگان)?|از طرف|از سوی|التوقيع(?:ات)?|توقيع|الموق[عّ]+ون|باسم|عن)\s*[:：,،]?\s+",
    re.IGNORECASE,
)
"""What stands before the name of who signs."""
_PLACE = re.compile(r"[^\W\d_a-z][\w’-]*(?: [^\W\d_a-z][\w’-]*)?")
_PAGE = re.compile(
    r"\W*(?:(?:readers['’] )?letters?\b(?! (?:to|from|of))|your letters|نامه\S*\s?\S* (?:خوانندگان|مردم|مخاطبان)|رسائل القر[اّ]*ء"
    r"|بريد القر[اّ]*ء|let[ëe]?rat? (?:e|nga) lexues)",
    re.IGNORECASE,
)
_RIGHT = (
    r"(?P<name>[^\n،,:؛.()«»\"]{2,40}?)(?= المحترمة?\b| الغراء\b| محترم\b| گرامی\b|\s*[،,:.؛»\n]|$)"
)
_TO_THE_EDITOR = re.compile(
    rf"\W*(?:(?i:(?:to )?the editors? of (?:the )?)(?P<paper>{TITLE})"
    rf"|(?i:sir|madam|dear (?:sir|editor)s?)\b[^\n(]{{0,160}}\([^()\n]{{2,60}}, (?P<cited>{TITLE}), \d{{1,2}} \w+(?: \d{{4}})?\)"
    rf"|(?i:(?:[ei]|t[ëe]) nderuara? (?:redaksi|redaktor\w*|kryeredaktor\w*) (?:e|i|t[ëe]) \w+s) [\"“„«]?(?P<gazeta>{TITLE})"
    rf"|(?:سردبیر|مدیر مسئول|هیئت تحریریه)(?: محترم| گرامی)? (?:روزنام|هفته.?نام|مجل|نشری|ماه.?نام)\w*\u0654?(?:\u200cی)? {_RIGHT.replace('name', 'rooz')}"
    rf"|(?:السيدة? |الأستاذة? )?رئيسة? تحرير (?:صحيفة|جريدة|مجلة) {_RIGHT.replace('name', 'sahifa')})"
)


def to_the_editor(article: Article) -> tuple[str, str] | None:
    """The paper on whose page of readers' letters this one stood, and the words that address it."""
    match = _TO_THE_EDITOR.match(article.text) if _PAGE.match(article.headline) else None
    if match is None:
        return None
    return next(filter(None, match.groups())).strip(), f"{match.group().strip()} (first paragraph)"


def signed_by(article: Article, lines: Sequence[Line]) -> tuple[str, str] | None:
    """The organisation whose letter or statement this is by its signature, and that line."""
    tails = [line for line in lines if line.tail and line.alone and line.where != "credit"][-4:]
    first = next((line.text for line in lines if line.head), "")
    letter = bool(_LETTER.match(article.headline) or _LETTER.match(first) or _ADDRESS.match(first))
    for number, line in enumerate(tails):
        text = _SIGNED.sub("", line.text)
        if not is_signature(text):
            continue
        bare, dated = credit_lines.without_date(text)
        bare = bare.split(",")[0].split("،")[0].strip(" .–—-")
        near = [one.text for one in tails[max(0, number - 1) : number + 2]]
        closed = text != line.text or any(_CLOSING.match(one) or _only_a_date(one) for one in near)
        if letter or closed or dated:
            bare = re.sub(r"^(?:For )?[Tt]he (?:board|members) of (?:the )?", "", bare)
            return bare, f"{line.text} ({line.where})"
    return None


def is_closing(text: str) -> bool:
    """Whether a line is a letter's last courtesy."""
    return bool(_CLOSING.match(text))


def is_address(text: str) -> bool:
    """Whether a line addresses somebody: "Dear Minister,"."""
    return bool(_ADDRESS.match(text))


def _is_title(text: str) -> bool:
    arabic = re.match(r"[\u0621-\u06d3]", text)
    if text.isupper() and len(text.split()) > 4:
        return False
    text = re.sub(r"^[Tt]he (?:[a-z]+ ){1,2}of (?:the )?", "", text)
    return bool(arabic and len(text.split()) <= 7) or bool(re.fullmatch(TITLE, text))


def _only_a_date(text: str) -> bool:
    rest, found = credit_lines.without_date(text)
    bare = rest.strip(" ,.،")
    return bool(found) and (not bare or bool(_PLACE.fullmatch(bare)))


def is_signature(text: str) -> bool:
    """Whether a line, but for a place and a date, is the name of an organisation."""
    bare = credit_lines.without_date(text)[0].split(",")[0].split("،")[0].strip(" .–—-")
    named = 1 < len(bare.split()) <= 9 and bool(_ORGANISATION.search(bare)) and _is_title(bare)
    return named and not _ADDRESS.match(bare)


def is_body(text: str) -> bool:
    """Whether a name says that it is an organisation's."""
    return bool(_ORGANISATION.search(text))
