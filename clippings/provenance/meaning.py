"""The words that a form takes for a name → the outlet they mean, or none."""

import re

from clippings import dates
from clippings.article import Article
from clippings.provenance import cases, credit_lines, interviewer, letters, newsrooms, outlets
from clippings.provenance.rules import Rule
from clippings.provenance.self_reference import is_asked, speaks_of_itself
from clippings.provenance.vocabulary import AFTER_NAME, KIND_AR, KIND_FA, NATION_AR, NATION_FA

_AGENCIES = re.compile(
    r"\s+(?:and|dhe)\s+(?:news )?agenc\w+$|\s+(?:و|و ?سایر )?خبرگزاری.?ها$|\s+والوكالات$|\s*\+\s*وكالات$",
    re.I,
)
_KINDS = tuple(
    (re.compile(rf"{kind} "), re.compile(rf" (?:{after})(?!\w)"))
    for kind, after in zip((KIND_FA, KIND_AR), AFTER_NAME, strict=True)
)
_WHEN = re.compile(
    r",? (?:in|on|for|of) (?:early |late |mid-)?(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|\d{4})$"
)
_NATIONS = re.compile(
    rf"^(?P<kind>{KIND_FA} ){NATION_FA} (?=\S)|(?<=\S)(?P<none>) {NATION_AR}$|^(?P<kindar>{KIND_AR}) {NATION_AR}(?= \S)"
)
_THIS_AGENCY = ("این خبرگزاری",)
_THIS_PAPER = (
    "این روزنامه",
    "این رسانه",
    "این شبکه",
    "این نشریه",
    "این هفته",
    "این مجله",
    "این سایت",
)
_RETELLS = re.compile(
    r"این \S+[^\n.]{0,60}?(?:می.?نویسد|نوشت|می.?افزاید|افزود|گزارش (?:داد|می.?دهد|کرد)|می.?گوید|به نقل از)"
)
"""A text that tells what "this paper" writes is not that paper's own."""
_ORIGINAL = re.compile(r"^(?:متن|نسخ[هۀ]|اصل) (?:انگلیسی|فرانسه|فرانسوی|آلمانی|عربی|ترکی|روسی) ")
_SYNDICATE = re.compile(r".*syndicat\w*(?:,? (?:llc|inc|ltd)\.?)?", re.IGNORECASE)
_GOES_ON = re.compile(r" [a-zéèêàç]{3,}(?:ique|aire|ienne|oire|euse|aise)s?\b")
"""A French name that goes on in small letters: "Le Monde diplomatique" is not "Le Monde"."""
_GENERIC = re.compile(
    r".*(?:content agency|writers group|creators|features)(?:,? (?:llc|inc|ltd)\.?)?"
    r"|(?:the )?(?:news )?(?:agenc(?:y|ies)|staff|wires?|wire services|websites?|internet"
    r"|media|reports?|author|editor|news|press|times|post|herald|tribune"
    r"|journal|gazette|daily|weekly|magazine|paper|newspaper|radio|television|tv|network|channel|observer|standard|monthly|telegraph)"
    r"|(?:english|german|french|spanish|italian|turkish|arabic|persian|farsi|russian|serbian|greek|hebrew|albanian|portuguese|dutch|danish|swedish|norwegian|polish|japanese|chinese|ukrainian)"
    r"|(?:اللغة )?(?:الإنجليزية|الانكليزية|الإنكليزية|الفرنسية|الألمانية|الفارسية|العربية|التركية|الإسبانية|العبرية|الروسية)"
    r"|(?:زبان )?(?:انگلیسی|فرانسه|فرانسوی|آلمانی|عربی|ترکی|روسی|اسپانیایی|عبری)"
    r"|(?:anglisht|gjermanisht|fr[ëe]ngjisht|italisht|turqisht|arabisht|persisht|serbisht|greqisht)\w*"
    r"|(?:ال)?(?:جريدة|صحيفة|مجلة|موقع|وكالة|قناة|إذاعة|منصة|شبكة|كاتب|مؤلف|ناشر|محرر)|(?:روزنامه|مجله|سایت|خبرگزاری|نشریه|هفته.?نامه|ماهنامه|نویسنده|ناشر)(?: (?:ما|خود|خودمان))?"
    r"|وكالات|الوكالات|مواقع|متابعات|خبرگزاری.?ها|رسانه.?ها|سایت.?ها|اینترنت|وبسایت|agjenci\w*|mediat?|gazet\w*|portali?|revist\w*",
    re.IGNORECASE,
)


def meant(rule: Rule, match: re.Match[str], article: Article) -> str | None:
    """The outlet that a form names, if it may be believed of it."""
    name = _told(rule, match, article)
    return name if name is not None and _believed(rule, name, article) else None


def _told(rule: Rule, match: re.Match[str], article: Article) -> str | None:
    if rule.own == "is":
        return article.outlet
    if rule.own == "paper":
        return article.outlet if newsrooms.has_newsroom(article) else None
    if rule.name:
        return rule.name
    said = match.groupdict()
    passes_on = said.get("carrier")
    if passes_on and not outlets.own(passes_on.removeprefix("به گزارش "), article.outlet):
        return None
    if plain := said.get("plain"):
        bare = outlets.bare(plain.strip())
        paper = rule.trusts and not _names_nothing(bare)
        return outlets.known(bare) or (outlets.periodical(bare) if paper else None)
    goes_on = _GOES_ON.match(match.string, match.end("name"))
    words = match["name"] + (goes_on.group() if goes_on else "")
    return _named(rule, words, article, bool(said.get("kind") or said.get("is")))


def _named(rule: Rule, words: str, article: Article, told: bool) -> str | None:
    """The outlet meant by these words; None where they may well name something else.

    `told` says whether the word for its kind stands beside it: "the weekly …", "… news agency".
    """
    words = _bare(words, article)
    if outlets.own(words, article.outlet):
        return article.outlet if rule.own in ("may", "must") else None
    if rule.own == "must" or _names_nothing(words):
        return None
    if rule.speaks and not speaks_of_itself(article.text, words):
        return None
    found = outlets.known(words)
    if found is None and "ë" in article.text:
        found = next(filter(None, map(outlets.known, cases.usual(words))), None)
    if found is not None:
        return found
    if "." in words and " " not in words and words.islower():
        return outlets.of_domain(words) or words.removeprefix("www.")
    if rule.trusts and (paper := outlets.periodical(words)):
        return paper
    if words.endswith(("'s", "’s")):
        return None
    trusted = rule.trusts or rule.speaks or told or credit_lines.publishes(words)
    return words if trusted or _by_form(rule, words) else None


def _by_form(rule: Rule, words: str) -> bool:
    """Whether an unknown name is believed for its own form, where the rule looks at that."""
    return bool(
        (rule.shape and credit_lines.has_shape(words))
        or (rule.acronym and credit_lines.is_code(words))
        or (rule.body and letters.is_signature(words))
    )


def _bare(words: str, article: Article) -> str:
    """The name alone: without marks, dates, the nation beside it and what the sentence goes on with."""
    words = re.sub(r"[«»“”„\"\s]+", " ", words).strip(' .,;:–—-«»"“”‘’„()[]/\u0654')
    words = _ORIGINAL.sub("", _WHEN.sub("", words))
    for kind, after in _KINDS:
        if (told := kind.match(words)) and (rest := after.search(words, told.end() + 2)):
            words = words[: rest.start()]
    words = _NATIONS.sub(lambda match: match["kind"] or match["kindar"] or "", words)
    words = cases.nominative(words) if "ë" in article.text else words
    return _AGENCIES.sub("", outlets.bare(words))


def _names_nothing(words: str) -> bool:
    """Whether words are a month's, a language's or only the word for a kind of outlet."""
    parts = words.split()
    return (
        not parts
        or bool(_GENERIC.fullmatch(words))
        or bool(_SYNDICATE.fullmatch(words) and not outlets.known(words))
        or dates.is_month(parts[0])
        or (dates.is_month(parts[-1]) and not words.endswith(" Sun"))
    )


def _is_retold(text: str, name: str) -> bool:
    """Whether a text goes on to tell what "this paper" writes, and means this one."""
    kinds = _THIS_AGENCY if outlets.is_news_agency(name) else _THIS_PAPER
    return any(_RETELLS.match(text, text.index(kind)) for kind in kinds if kind in text)


def _believed(rule: Rule, name: str, article: Article) -> bool:
    """Whether a form that may merely cite an outlet is enough for this one."""
    if name == article.outlet:
        return True
    if rule.cites and newsrooms.has_newsroom(article) and not interviewer.is_interview(article):
        return False
    if rule.retold and _is_retold(article.text, name):
        return newsrooms.names_others(article, name)
    if not (rule.weak or rule.told):
        return True
    if newsrooms.names_others(article, name):
        return False
    return (
        not rule.told
        or outlets.is_news_agency(name)
        or is_asked(article.text, name)
        or (name in article.text and speaks_of_itself(article.text, name, alone=True))
    )
