"""The words by which a line of a page shows that it is no part of the article's text."""

import re

_LEADS = re.compile(
    r"(?:you may (?:also )?(?:like|be interested)|you might also|read (?:more|also|next)|see also|also read|"
    r"related(?: (?:stories|articles|content|news|coverage))?|more (?:from|on|stories|news)|most read|"
    r"don.?t miss|recommended(?: for you| stories)?|trending(?: now)?|watch(?: now)?|"
    r"lesen sie (?:auch|mehr)|auch interessant|mehr zum thema|das könnte (?:sie|dich)|(?:à )?lire aussi|"
    r"sur le même sujet|"
    r"lea (?:también|más)|leia (?:também|mais)|veja (?:também|mais)|leggi anche|lees ook|"
    r"читайте также|lexoni? (?:edhe|gjithashtu)|اقرأ أيضا|بیشتر بخوانید|مطالب مرتبط)"
    r"\b[^.!?]{0,25}?(?:[:：…]|\.*$)",
    re.IGNORECASE,
)
_COLOPHON = re.compile(
    r"^(?:follow (?:us|him|her|them|me)\b|subscribe\b|sign up\b|share this|"
    r"have (?:a|any) (?:news )?(?:tip|story)|reach the reporters?|email [A-Z]|"
    r"(?:follow|contact) [A-Z][\w.-]+ [A-Z])",
    re.IGNORECASE,
)
_OFFER = re.compile(
    r"^(?:get|sign up|subscribe|start your|join|receive|enjoy|want|there.?s|stay|don.?t miss|like what you|"
    r"erhalten sie|melden sie|abonnieren|jetzt|recevez|abonnez|inscrivez|suscr[ií]b|recib[ea]|ap[úu]nt|"
    r"receba|assine|inscreva|iscriviti|ricevi|ontvang|schrijf je|meld je|abonohu)"
    r".{0,160}\b(?:inbox|newsletters?|bolet[ií]n(?:es)?|infolettre|nieuwsbrief|buletin\w*)\b|"
    r"\bclick here (?:for|to)\b|^tell us what you\b|^na ndiqni\b|^(?:تابعونا|اشتركوا?|انضموا?) |"
    r"^(?=.*(?:کانال|تلگرام|اینستاگرام|خبرنامه)).*(?:دنبال کنید|بپیوندید|عضو شوید)[\s.!:]*$",
    re.IGNORECASE,
)
"""What asks the reader to subscribe, to write or to go elsewhere."""

_MINUTES = re.compile(
    r"(?:(?:estimated )?read(?:ing)? time|lesezeit|lesedauer|temps de lecture|tiempo de lectura|"
    r"tempo d[ei] le(?:itur|ttur)a|leestijd|l[äæ]s(?:e?tid|ningstid)|زمان مطالعه|وقت القراءة)"
    r"\s*[:：]?\s*(?:\d|<|$).{0,20}$|"
    r"\d+\s*-?\s*min(?:ute)?s?\.?\s*(?:read|de lecture|de lectura|lesezeit|leestijd)$",
    re.IGNORECASE,
)
"""How long reading takes."""

_NOTICE = re.compile(
    r"(?:advertisement|advertising|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|reklame?|"
    r"annonse|реклама|اعلان|تبلیغات|photo|photos|image|foto|fotos|bild|picture|video|credit|getty images|"
    r"share|teilen|print|comments?|tags?|loading)\b(?:\s*[:：©(/|].{0,120})?[\s.…]*$|"
    r"advertisement\b.{0,40}\bcontinues below",
    re.IGNORECASE,
)
"""A line that is a label of the page, as "Advertisement", or a picture's, as "Photo: …"."""

_HANDLE = re.compile(
    r"(?:(?<!pic\.)twitter|instagram|facebook|telegram)\b.*@\w|@\w+.*\btwitter|\bhttps?://\S+$",
    re.IGNORECASE,
)
_TAGS = re.compile(
    r"(?:tags|filed under|schlagw[öo]rter|mots[- ]cl[ée]s|etiquetas|etichette|етикети|тагове|теги|etiketat?|"
    r"برچسب[ \u200c]?ها|الوسوم|كلمات (?:دالة|مفتاحية))\s*[:：]?\s*$",
    re.IGNORECASE,
)
_HOUR = re.compile(
    r"(?:first |last )?(?:published|updated|posted|uppdaterad|publicerad|publisert|oppdatert|"
    r"aktualisiert|stand|publié|mis à jour|actualizado|publicado|aggiornato|pubblicato|atualizado|"
    r"güncellen?me)\b"
    r".{0,20}\b\d{1,2}\s?[.:h]\s?\d\d\b",
    re.IGNORECASE,
)
_SHORT = 300
_FEW = 250


def leads_elsewhere(text: str) -> bool:
    """Whether a paragraph only introduces or names another article."""
    return len(text) < _SHORT and bool(_LEADS.match(text.strip(" -–—•▶►>[(*")))


def is_of_the_page(text: str) -> bool:
    """Whether a paragraph leads to other articles, or is a label that pages put among the text."""
    return leads_elsewhere(text) or bool(_NOTICE.match(text) or _MINUTES.match(text))


def tells_the_hour(text: str) -> bool:
    """Whether a line says at what hour of the day it was published or changed."""
    return bool(_HOUR.match(text))


def ends_a_page(text: str) -> bool:
    """Whether it is the label of an article's tags, behind which no text comes."""
    return bool(_TAGS.match(text))


def closes_a_page(text: str) -> bool:
    """Whether a line, where it is the last, has no letter, or only asks to follow, subscribe or write."""
    short = len(text) < _FEW
    if not any(map(str.isalpha, text)):
        return True
    return short and bool(_COLOPHON.match(text) or _OFFER.search(text) or _HANDLE.search(text))
