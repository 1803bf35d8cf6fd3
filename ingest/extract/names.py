"""Texts to the names of people in them, and of the house that a page is of."""

import html
import re
from collections.abc import Iterable, Iterator

from ingest.extract.headlines import squeezed, words

_NOBODY = frozenset(
    "admin administrator administrador webadmin wordpressadmin webmaster root user username wordpress "
    "author autor auteur autore verfasser editor editors editorial redaction redaktion redaktionsteam "
    "redacción redacao redação redazione rédaction larédaction onlineredaktion dieredaktion noreply "
    "staff newsroom newsdesk webdesk news desk unknown none null nan anonymous anonym guest gast test "
    "support contact kontakt web team datum date published sponsored comments twitter facebook "
    "twitterfacebook share publiziertam allebeiträge von vonredaktion veröffentlichtam "
    "gesponserteinhalte name xxx bio biography profile".split()
)
_PREFIX = re.compile(
    r"^(?:post author|(?:written |posted |published |story |text |interview )?by|von|par|por|di|av|af|piše|"
    r"autor(?:in|en)?(?:/in)?|erstellt von|publiziert (?:am|von)|veröffentlicht von|"
    r"(?:zeige )?alle beiträge von|(?:(?:view|see|read) )?(?:all|more) (?:posts|stories|articles) by|"
    r"author|auteur|verfasser|"
    r"texte? (?:&|und|and|et) (?:fotos?|photos?|bilder|pictures)|text|interview|artikel von|"
    r"(?:ein beitrag|alles|beiträge) von|reporter|words|nga|بقلم|نوشته|نویسنده|作者|记者|文)"
    r"(?:\s*[:：]\s*|\s+)",
    re.IGNORECASE,
)
_JOINED = re.compile(r"^\s*(?:By|Von|Par)(?=[A-Z])")
"""What a mark between the word and the name leaves of both."""

_SUFFIX = re.compile(
    r"(?:\s*[,|/–-]\s*|\s+)(?:기자|記者|记者|(?:(?:senior|chief|deputy|managing|associate|executive|staff|special|"
    r"contributing|foreign|political|politics|business|sports?|games|science|health|tech(?:nology)?|economics|"
    r"national|world|investigative|features?|arts|culture|freelance|guest)\s+){0,3}(?:editor|reporter|journalist(?:in)?|"
    r"writer|correspondent|columnist|contributor|redakteur(?:in)?|producer|critic)|"
    r"[A-Z]\w+ staff|\(?cnn\)?|ph\.?d\.?|ceo)\s*$",
    re.IGNORECASE,
)
_DAYS = (
    r"(?:january?|januar|janvier|february?|march|märz|april|july|september|o[ck]tober|november|de[cz]ember|dec|nov"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
)
_DATED = re.compile(rf"\s+(?:(?:on|am|le)\s+)?{_DAYS}\.?$", re.IGNORECASE)
_DAY = re.compile(rf"{_DAYS}\.?", re.IGNORECASE)
"""A day, in part: texts are often cut at figures. No month that is a name as well."""

_BEFORE = re.compile(r"^.*\d.*?\s(?:by|von|par)\s+(?=\S)", re.IGNORECASE)
_DONE_ELSE = re.compile(
    r"\s*\b(?:edited|photo\w*|illustrat\w+|fotos?|bilder|bild|video|translated|traduit|übersetzt)\s+"
    r"(?:by|von|par|de)\b.*$",
    re.IGNORECASE,
)
"""What others did for the article stands behind who wrote it."""

_ACCOUNT = re.compile(r"\w+[-_.]\w+")
ADDRESS = re.compile(r"\S*@\S+|https?://\S+|www\.\S+|\b\w+\.(?:com|net|org)/\S*|^/\S+$")
_BETWEEN = re.compile(
    r"\s*(?:;|\||\n|\s[·•]\s|\s+/\s+|,?\s+(?:and|und|et|y|dhe|og|och|en|with|mit)\s+|,?\s*&\s+|、|・)\s*",
    re.IGNORECASE,
)
_JOB = frozenset(
    "journalist journalistin reporter redakteur redakteurin editor correspondent korrespondent writer "
    "fotograf photographer contributor kolumnist columnist autor autorin".split()
)
_NOT_A_NAME = re.compile(
    r"[\d:!?€$%=<>{}#]|\.\.|\b(?:gmbh|ltd|inc|developer|copyright|via|full bio|posted|lesedauer"
    r"|drupal|wordpress)\b|^(?:more|read|view|see)\b",
    re.IGNORECASE,
)
DESKS = frozenset(
    "redaktion dieredaktion onlineredaktion redaccion redacción redação redazione rédaction larédaction "
    "redactie newsroom newsdesk webdesk staff staffwriter staffreporter editor editors editorial".split()
)
"""What a site signs with instead of its name."""

_NEWSROOM = re.compile(
    r"(?:news|online|digital|staff|team|desk|web|redaktion|redacci[oó]n|r[eé]daction|redazione|redactie"
    r"|editors?|editorial(?:board)?|redaktori|redaksia|redaktsia|newsroom|newsdesk|webdesk|reporters?|com|de)+"
)
_MOST = 12
LONGEST = 60
_FIELD = 1_000


def is_own(plain: str, ours: set[str]) -> bool:
    """Whether a name is one of ours, or one of ours and what newsrooms are called."""
    rests = (plain.removeprefix(own) for own in ours if len(own) > 1 and plain.startswith(own))
    return any(not rest or _NEWSROOM.fullmatch(rest) for rest in rests)


def plain_of(name: str) -> str:
    """A name's letters alone, for comparing."""
    return "".join(words(name))


def people(names: Iterable[str], ours: set[str]) -> list[str]:
    """The names of people in these texts, each once."""
    named: dict[str, str] = {}
    for text in names:
        for name in _apart(text):
            plain = plain_of(name)
            if plain and not is_own(plain, ours) and _is_person(name, plain):
                named.setdefault(plain, name)
    return list(named.values())[:_MOST]


def house_of(text: str, ours: set[str]) -> str | None:
    """The name in a text that is the site's own or its desk's."""
    name = _PREFIX.sub("", squeezed(html.unescape(html.unescape(text[:_FIELD]))))
    plain = plain_of(name)
    return name if 2 <= len(name) <= LONGEST and (plain in DESKS or is_own(plain, ours)) else None


def _apart(text: str) -> Iterator[str]:
    """The names in one text, and nothing that stands round them."""
    text = squeezed(html.unescape(html.unescape(text[:_FIELD])))
    text = _BEFORE.sub("", _DONE_ELSE.sub("", ADDRESS.sub(" ", text)))
    text = _PREFIX.sub("", _PREFIX.sub("", _JOINED.sub("", text)))
    for part in _BETWEEN.split(text):
        names = [name.strip() for name in part.split(",")]
        several = len(names) > 1 and all(2 <= len(words(name)) <= 4 for name in names)
        for name in names if several else names[:1]:
            yield _bare(_PREFIX.sub("", squeezed(name)))


def _bare(name: str) -> str:
    """A name without the day or the job behind it; of two words neither is a job."""
    for tail in (_DATED, _SUFFIX):
        cut = tail.sub("", name)
        # "Jane Reporter" may be her name.
        if len(words(cut)) > 1 or "," in name or not cut.isascii():
            name = cut
    return name.strip(" ,;()<>|·•–-*")


def _is_person(name: str, plain: str) -> bool:
    if not 2 <= len(name) <= LONGEST or len(words(name)) > 6 or plain.isdigit():
        return False
    if name.islower() and (len(words(name)) > 2 or _ACCOUNT.fullmatch(name)):
        return False
    if plain in _NOBODY or plain.rstrip("0123456789") in _NOBODY or plain in _JOB:
        return False
    if not _SUFFIX.sub("", f" {name}") and not plain.endswith("staff"):
        return False
    return not _NOT_A_NAME.search(name) and not _DAY.fullmatch(name)
