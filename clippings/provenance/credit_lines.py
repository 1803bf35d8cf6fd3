"""Credit lines that are no sentence but names in a row: "By A, The Paper, July 5, 2011"."""

import re
from collections.abc import Iterator

from clippings import dates
from clippings.provenance import outlets
from clippings.provenance.roles import LABELLED, NO_NAME
from clippings.provenance.rules import PERSON, TITLE, WORD

_WORDS = 16
"""A longer line is a sentence."""

_SPLIT = re.compile(
    r"(?<=[\u0621-\u06d3\u064b-\u0655»]):\s|\sـ\s|\s*(?:[|،,;/()\[\]؛•·]|\s[–—_-]{1,2}\s?|[–—]|(?<=[\u0621-\u06d3])-)\s*|\s+(?:and|dhe)\s+agencies"
)
_BY = re.compile(
    r"^(?:[Bb]y|BY|[Ww]ritten by|Nga|Shkruar nga|Shkruan|Autor|(?:Text|Words|Story) and (?:photo|picture|image)(?:graph)?s?|Teksti dhe fotot?|Words|Text|بقلم|به قلم"
    r"|نوشته|نوشتهٔ|نویسنده|كتب|كتبت)\s*:?\s+"
)
_FOR = re.compile(
    r"\s+(?:for|of|at|from|për)\s+(?=(?:the |The )?[^\W\d_a-z])|[Ss]pecial (?:to|for) (?:the )?"
)
_SIGNERS = re.compile(rf"{_FOR.pattern}|\s+(?:and|&|dhe)\s+")
_FROM = re.compile(r"^(?:از|عن|nga|prej) (?=\S+ \S|[«\"])")
_JOB = (
    r"(?:(?:staff|special|senior|chief|foreign|medical|sports|diplomatic|business|political|news|our|own) )*"
    r"(?:writers?|reporters?|correspondents?|staff|editors?|desks?|bureau|contributors?|journalists?|columnists?|report)"
)
_AFTER = re.compile(rf"\s+{_JOB}$", re.IGNORECASE)
_BEFORE = re.compile(
    rf"^(?:an? (?=\w+ {_JOB})|{_JOB}(?: (?:of|for|at))?|gazetar\w* (?:e|i)|korrespondent\w* (?:e|i)|خبرنگار"
    rf"|مراسلة?|گزارشگر)\s+(?:the )?",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    rf"(?:{_JOB}|and|agencies|with agencies|staff|\d{{1,2}}[.:]\d\d(?: ?(?:gmt|utc|est|bst"
    rf"|am|pm))?|gmt|utc|est|by|on|in|inc\.?|llc|ltd\.?|end|وكالات"
    r"|(?:no|nr|issue|vol|p|page|faqe|شماره|العدد|عدد)\u0654?\.? ?\d*|م|هـ|ش|ه|exclusive"
    r"|at|am|pm|photo|online|web|\d{1,2})",
    re.IGNORECASE,
)
_DOMAIN = re.compile(r"(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,6}")
_ARABIC = re.compile(r"[\u0621-\u06d3]")
_RIGHT = re.compile(r"[^\W\d_a-zA-Z][^\d:!?؟«»]*")
_SAYS = re.compile(r"[\u0621-\u06d3][^:\n]{1,30}: [^«\n]+[.؟!]")
"""Whoever says what, "PAPER: the law is late.", which is no line of names."""
_CAPTION = re.compile(
    r"(?:^|\s)(?:قبل|بعد|خلال|أمام|داخل|أثناء|عند|في|قرب|فوق|تحت|پیش|پس|هنگام|جلوی|کنار|در|پشت|پیش از)\s"
)
"""Words of a picture's caption, which are in no name."""
_PERSONS = re.compile(rf"{PERSON}(?:(?:, | and | & | dhe ){PERSON})*")
_PLACE = re.compile(rf"{WORD} (?:i|e|of|upon|de|del) {WORD}")
_YEAR = re.compile(r"\d{4}")
_IN_PLACE = re.compile(r"(?<=[\u0621-\u06d3\d»])\s(?:در|في)\s(?=[\u0621-\u06d3])")
"""Before the place of a reporter, in Persian and Arabic."""
_IN = re.compile(r"\s+(?:in|në)\s+(?=[^\W\d_a-z])")


def without_date(text: str) -> tuple[str, dates.Found | None]:
    """The text without the date it states, and that date."""
    found = dates.search(text) if _YEAR.search(text) else None
    if found is None:
        return text, None
    rest = f"{text[: found.start]} , {text[found.end :]}"
    return dates.WEEKDAY.sub(" ", rest) if not _ARABIC.search(rest) else rest, found


def outlet_of(text: str, carrier: str | None, block: bool = False) -> str | None:
    """The one outlet that a line of names credits; None if it is a sentence or names several.

    `block` says whether it stands among other short lines, as a byline in several lines does.
    """
    if text.endswith(":") or _SAYS.fullmatch(text):
        return None
    bare, dated = without_date(text.strip(' .()[]*-–—"'))
    if len(bare.split()) > _WORDS:
        return None
    found: dict[str, str] = {}
    people = job = False
    quoted, by = bool(re.search('[«“"]', text)), is_byline(bare)
    beside = ("/" in bare or "|" in bare) and bool(_BESIDE.search(bare))
    for part in _parts(bare):
        what, name, has_job = _told(part, carrier, quoted, by, beside)
        if what == "else":
            return None
        job |= has_job
        people |= what == "person"
        if name:
            found[name] = what
    if len(found) != 1:
        return None
    (name, what), *_ = found.items()
    signed = people or job
    wanted = {"known": True, "body": bool(dated) or signed or block, "own": signed}
    return name if wanted[what] else None


_ADDRESS = re.compile(
    r"^\W*(?:(?:original )?(?:source|link|article|url)|original|via|taken from|burimi"
    r"|(?:you can )?(?:read|see|find|view) (?:the|this) (?:original|full|entire|complete)(?: [a-z]+){0,2} (?:at|on|in|here)"
    r"|(?:the )?(?:original|full) (?:article|story|report|text|version)(?: (?:is|appears|can be (?:read|found)))? (?:at|on|here)"
    r"|lajmin e plot[ëe][^:.]{0,30}|(?:artikulli|shkrimi|teksti|lajmi) (?:origjinal|i plot[ëe])[^:.]{0,25}"
    r"|(?:متن|اصل)(?: کامل| اصلی)? ?(?:خبر|مطلب|مقاله|گزارش)?(?: را)?(?: در)?(?: اینجا)?(?: بخوانید)?"
    r"|(?:النص|المقال|الخبر|التقرير) (?:الأصلي|الكامل)(?: على| في)?|(?:لقراءة|لمتابعة|اقرأ) (?:النص|المقال|الخبر|التقرير)[^:.]{0,25}"
    r"|marr[ëe] nga|منبع|لینک(?: خبر| مطلب)?|نشانی|المصدر|مصدر|رابط(?: المقال| الخبر)?(?: الأصلي)?)"
    r"[\s:]+(?:https?://)?(?:www\.)?(?P<domain>[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,10})(?:/\S*)?\W*$",
    re.IGNORECASE,
)


_DOTTED = re.compile(r"\.[a-zA-Z]{2}")


def source_address(text: str) -> str | None:
    """The outlet whose address a "Source: …" line gives; its domain where it is in no table."""
    match = _ADDRESS.match(text) if _DOTTED.search(text) else None
    return outlets.of_domain(match["domain"]) or match["domain"].lower() if match else None


_NO_NAME = re.compile(
    r"(?:via|from|courtesy|source|credit|by|read|see|more|our|your|best|good|no|new|latest"
    r"|follow|daily news)\b|عن |منبع|نقل",
    re.IGNORECASE,
)
_TITLE = re.compile(rf"{TITLE}(?: (?:magazine|newspaper|newsroom|website))?")
_THE = re.compile(
    rf"The (?!Netherlands|Hague|Gambia|Bahamas|Bronx|Dalles)(?:{WORD})(?: {WORD}){{0,2}}"
)
_FORMER = re.compile(r"(?:سابق|پیشین|الأسبق)")
_BESIDE = re.compile(rf"{PERSON} ?[|/] ?[A-Z]{{3,6}}\b")
"""An agency's short name beside a person's: "Jana Morel / HNA"."""
_MARKED = re.compile(r"[(\[/].*[)\]/]|[–—-]{1,2}\s*\S.*")


def lone_body(text: str, carrier: str | None) -> str | None:
    """The outlet whose name alone is the last line: "Noor Weekly", "(Noor Weekly)"."""
    bare = text.strip(" ()[]/–—-.*")
    if ":" in bare or _NO_NAME.match(bare):
        return None
    alone = len(bare) < 60 and publishes(bare) and not outlets.own(bare, carrier)
    return bare if alone and (_MARKED.fullmatch(text) or not text.endswith(".")) else None


def is_byline(text: str) -> bool:
    """Whether a line begins as one that says by whom the text is."""
    return bool(_BY.match(text))


_CONNECTED = re.compile(rf"{WORD}.* (?:of|for|&|\\+|e|i|të|de|del|di|la|le|du|der) .+")
_SMALL = frozenset("the of for to with by dhe e i te news press daily weekly report".split())
_COMPANY = re.compile(
    r".* (?:Media|Group|Ltd|LLC|Inc|Limited|Publish\w+|Publications?|Network|Foundation|Today|Online|Project|Centre|Center)\.?$"
)


_CODE = re.compile(
    r"(?!(?:END|ENDS|FIN|MORE|USA|UAE|UK|NYC|PDF|FAQ|CEO|CFO|COO|MBA|MPH|PHD|LLB|LLM|MEP|MLA|MPP|DVM|DDS|GMT|UTC|EST|EDT|CET|BST|NNNN|EOM|TBC|TBA|DVD|AIDS"
    r"|COVID|NATO|UNHCR|NASA|LGBT|LGBTQ|ASAP|RSVP|VIP|GOP|FBI|CIA|IMF|NGO|URL|RSS|HTML|SMS|GPS|EUR|USD|GBP)$)[A-Z]{3,6}"
)


_INSTITUTION = re.compile(
    r"\b(?:courts?|tribunal of|councils?|senate|house|ministr(?:y|ies)|government|departments?|parliament|police|army|navy|bank|universit(?:y|ies)|hospitals?|church|embassy|kremlin|pentagon"
    r"|nations|union|states?|republic|kingdom|county|city|office|bureau of|committees?|commissions?|administration|president|company|museum|school|college|academy|party|league|law|act|treasury|fund"
    r"|gjykat\w+|k[ëe]shill\w+|ministri\w*|qeveri\w*|bashki\w*|parti\w*|universitet\w*|spital\w*|drejtori\w*|prokurori\w*|republik\w*|kuvend\w*|presidenc\w*|polici\w*)\b",
    re.IGNORECASE,
)


def is_institution(name: str) -> bool:
    """Whether a name is a court's, a ministry's or the like, which see files and are told things, too."""
    return bool(_INSTITUTION.search(name))


def is_code(name: str) -> bool:
    """Whether a name is the short one that agencies sign with: "HNA"; no state, no degree."""
    return bool(_CODE.fullmatch(name))


def has_shape(name: str) -> bool:
    """Whether a name has a shape that neither a person's has nor a place's: "The …", "X of Y"."""
    words = {word.casefold() for word in re.findall(r"\w+", name)} - _SMALL
    if (
        len(name.split()) < 2
        or words & NO_NAME
        or is_institution(name)
        or not _TITLE.fullmatch(name)
    ):
        return False
    return bool(_THE.fullmatch(name) or _CONNECTED.fullmatch(name) or _COMPANY.fullmatch(name))


def _parts(text: str) -> Iterator[str]:
    by = bool(_BY.match(text))
    text = _BY.sub("", text)
    for part in _SPLIT.split(text):
        for one in _SIGNERS.split(part) if by else [part]:
            for bare in _IN.split(one or ""):
                bare = bare.strip(" .:\"“”«»'*-–—")
                if bare and not _NOTHING.fullmatch(bare):
                    yield bare


def _told(
    part: str, carrier: str | None, quoted: bool, by: bool, beside: bool
) -> tuple[str, str | None, bool]:
    """What a part is ("known", "body", "own", "person", "else"), its name, whether a job stands by."""
    bare = _BEFORE.sub("", _AFTER.sub("", _FROM.sub("", part)))
    job = bare != _FROM.sub("", part)
    bare = _IN_PLACE.split(bare, maxsplit=1)[0] if job else bare
    if job:
        bare = re.sub(r"^(?:an?|the) ", "", bare)
    if outlets.own(bare, carrier):
        return "own", carrier, job
    if (":" in bare or " by " in bare) and (role := LABELLED.match(bare)):
        return ("person" if _is_person(role["rest"].strip()) else "else"), None, True
    name = outlets.known(bare) or (outlets.periodical(bare) if quoted else None)
    if name is None and _DOMAIN.fullmatch(bare):
        name = outlets.of_domain(bare)
    if name:
        return "known", name, job
    if publishes(bare) or (by and _THE.fullmatch(bare)) or (beside and is_code(bare)):
        return "body", bare, job
    for size in (4, 3, 2, 1):
        words = bare.split()
        if _ARABIC.match(bare) or len(words) <= size + 1:
            continue
        if name := outlets.known(" ".join(words[-size:])):
            return ("known", name, job) if re.fullmatch(PERSON, bare) else ("else", None, job)
    return ("person" if _is_person(bare) else "else"), None, job


def _is_person(bare: str) -> bool:
    """Whether a part may be a person's name, or a place's."""
    if _ARABIC.match(bare):
        short = len(bare.split()) <= 4 and not _CAPTION.search(bare)
        return short and bool(_RIGHT.fullmatch(bare))
    return bool(_PERSONS.fullmatch(bare) or _PLACE.fullmatch(bare)) or (
        bare[:1].isupper() and " " not in bare
    )


def publishes(name: str) -> bool:
    """Whether these words are nothing but the name of what calls itself an outlet."""
    if not outlets.says_it_publishes(name) or not 1 < len(name.split()) <= 6 + name.count(" of "):
        return False
    if re.search(r" (?:in|by|from|to|on|for) ", name):
        return False
    if _ARABIC.search(name):
        return outlets.opens_as_outlet(name) and not _FORMER.search(name)
    return bool(_TITLE.fullmatch(name))
