"""Texts and their credit lines → who wrote the article first, with the words it rests on.

What a line states is kept apart from what only a house style or a self-reference suggests. Citing an
outlet ("X reported that …", "told X, a news agency") is not being written by it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from clippings import dates
from clippings.archive import Derived
from clippings.article import Article
from clippings.provenance import (
    cases,
    credit_lines,
    datelines,
    interviewer,
    letters,
    newsrooms,
    outlets,
    standing,
)
from clippings.provenance.albanian import ALBANIAN
from clippings.provenance.english import ENGLISH
from clippings.provenance.english_voices import ENGLISH_VOICES
from clippings.provenance.families import FAMILIES
from clippings.provenance.families_albanian import FAMILIES_ALBANIAN
from clippings.provenance.families_right_to_left import FAMILIES_RIGHT_TO_LEFT
from clippings.provenance.own_voice import OWN_VOICE, OWN_VOICE_RIGHT_TO_LEFT
from clippings.provenance.right_to_left import RIGHT_TO_LEFT
from clippings.provenance.rules import INFERRED, PERSON, STATED, Rule
from clippings.provenance.self_reference import repeated, self_reference, speaks_of_itself
from clippings.provenance.standing import Line
from clippings.provenance.suggested import SUGGESTED
from clippings.provenance.suggested_right_to_left import SUGGESTED_RIGHT_TO_LEFT
from clippings.provenance.vocabulary import AFTER_NAME, KIND_AR, KIND_FA, NATION_AR, NATION_FA

NAME, VERSION = "origin", "4"

_LATIN = (
    *ENGLISH,
    *ENGLISH_VOICES,
    *ALBANIAN,
    *FAMILIES,
    *FAMILIES_ALBANIAN,
    *SUGGESTED,
    *OWN_VOICE,
)
_ARABIC = (
    *RIGHT_TO_LEFT,
    *FAMILIES_RIGHT_TO_LEFT,
    *SUGGESTED_RIGHT_TO_LEFT,
    *OWN_VOICE_RIGHT_TO_LEFT,
)

Passages = tuple[str, Sequence[tuple[str, str]]]
"""Words in small letters, and the passages they come from, each with the name of its place."""

_LEAD = 3
"""Paragraphs in which a text says how it came about."""
_SHORT = 80
_CAPITALS = re.compile(r"(?:By |BY )?[^\Wa-z]+(?:[ .'’-]+[^\Wa-z]+)+")
_REPORTED_FROM = re.compile(rf"{PERSON} (?:reported|contributed) from [A-Z]")
_NOT_THE_WRITER = re.compile(
    r"(?:videos?|footage|clip|audio|maps?|graphics?|chart|images?|photos?|pictures?|remarks)\b.{0,60}courtesy|letters? to the editor|to the editors? of|posted by|distributed by|provided by|see also|read more"
    r"|^\W*(?:tags?|keywords|topics|filed under|برچسب|کلیدواژه|كلمات|الوسوم|وسوم|etiket)[^:]{0,20}:"
    r"|(?:ساهم|ساهمت|شارك|شاركت) في (?:إعداد|هذا|التقرير|التغطية)|با همکاری|kontribu\w+"
    r"|https?://|@|follow us|subscribe",
    re.IGNORECASE,
)
_RIGHTS = re.compile(r"all rights reserved", re.IGNORECASE)
_HOLDER = re.compile(r"©|\([cC]\)|copyright|reserved (?:to|by|for) ", re.IGNORECASE)
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
_BRACKET = re.compile(
    r"(?:^|[.!?؟\"”»]\s*)(?:[(\[/]\s*(?P<name>[^\n/()\[\]]{2,40}?)\s*[/)\]]|\s?[–—/-]\s?(?P<dash>[A-Z]{2,6}))\W*$"
)
_GENERIC = re.compile(
    r".*(?:content agency|writers group|syndicat\w*|creators|features)(?:,? (?:llc|inc|ltd)\.?)?"
    r"|(?:the )?(?:news )?(?:agenc(?:y|ies)|staff|wires?|wire services|websites?|internet"
    r"|media|reports?|author|editor|news|press|times|post|herald|tribune"
    r"|journal|gazette|daily|weekly|magazine|paper|newspaper|radio|television|tv|network|channel|observer|standard|monthly|telegraph)"
    r"|(?:اللغة )?(?:الإنجليزية|الانكليزية|الإنكليزية|الفرنسية|الألمانية|الفارسية|العربية|التركية|الإسبانية|العبرية|الروسية)"
    r"|(?:زبان )?(?:انگلیسی|فرانسه|فرانسوی|آلمانی|عربی|ترکی|روسی|اسپانیایی|عبری)"
    r"|(?:anglisht|gjermanisht|fr[ëe]ngjisht|italisht|turqisht|arabisht|persisht|serbisht|greqisht)\w*"
    r"|(?:ال)?(?:جريدة|صحيفة|مجلة|موقع|وكالة|قناة|إذاعة|منصة|شبكة|كاتب|مؤلف|ناشر|محرر)|(?:روزنامه|مجله|سایت|خبرگزاری|نشریه|هفته.?نامه|ماهنامه|نویسنده|ناشر)(?: (?:ما|خود|خودمان))?"
    r"|وكالات|الوكالات|مواقع|متابعات|خبرگزاری.?ها|رسانه.?ها|سایت.?ها|اینترنت|وبسایت|agjenci\w*|mediat?|gazet\w*|portali?|revist\w*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that speaks for an origin."""

    name: str
    basis: str
    confidence: float
    evidence: str
    by_rule_of_house: bool = False
    """Whether a house style speaks for it, not a mention of its name."""


def origins(articles: Sequence[Article]) -> list[Derived]:
    """For each article who wrote it first: the name, how sure that is, and the words it rests on."""
    return [origin(article) for article in articles]


def origin(article: Article) -> Derived:
    """Who wrote an article first; unknown where nothing says so."""
    if article.stub:
        return Derived(None, None, "unknown")
    lines = standing.edges(article)
    rules = _ARABIC if standing.right_to_left(article) else _LATIN
    passages = _passages(article, lines)
    best = _surest(_stated(article, lines, passages, rules))
    best = best or _surest(_likely(article, _suggested(article, lines, passages, rules)))
    if best is None:
        return Derived(None, None, "unknown")
    return Derived(best.name, best.confidence, best.basis, best.evidence)


def _likely(article: Article, findings: Iterator[Found]) -> Iterator[Found]:
    """What is only suggested; of a carrier with a newsroom of its own nothing but itself.

    A paper cites others in the very words by which these speak of themselves. One that is not in
    the table may have taken over a text that speaks of one outlet alone, and more than once.
    """
    newsroom = newsrooms.has_newsroom(article)
    known = newsrooms.usual_carrier(article)
    for found in findings:
        own = not newsroom or found.name in (article.outlet, known)
        taken_over = found.by_rule_of_house or (
            newsrooms.recurs(article, found.name)
            and not newsrooms.names_others(article, found.name)
        )
        if own or (taken_over and not known):
            yield found


def _surest(findings: Iterator[Found]) -> Found | None:
    best: Found | None = None
    for found in findings:
        if best is None or found.confidence > best.confidence:
            best = found
    return best


def _stated(
    article: Article,
    lines: Sequence[Line],
    passages: Mapping[str, Passages],
    rules: Sequence[Rule],
) -> Iterator[Found]:
    """What credit lines, datelines, headings and letters say."""
    yield from _credited(article, lines)
    if told := datelines.agency(article, lines):
        yield Found(told[0], STATED, 0.96, told[1])
    yield from _by_rules(article, passages, rules, STATED)
    if asks := interviewer.introduced(article):
        yield Found(outlets.known(asks[0]) or asks[0], STATED, 0.9, asks[1])
    if signed := letters.signed_by(article, lines):
        yield Found(signed[0], STATED, 0.85, signed[1])


def _credited(article: Article, lines: Sequence[Line]) -> Iterator[Found]:
    for number, line in enumerate(lines):
        told = list(standing.credits_in(line))
        if standing.is_caption(line, lines[number - 1], line is lines[-1]):
            continue
        block = line.block or (len(told) > 1 and any(map(credit_lines.is_byline, told)))
        for text in told:
            address = credit_lines.source_address(text)
            if address and address != article.outlet:
                yield Found(address, STATED, 0.955, f"{text} ({line.where})")
            if not _may_credit(text):
                continue
            name = credit_lines.outlet_of(text, article.outlet, block) if line.alone else None
            if name and not (line.tail and _one_of_many(article, name)):
                yield Found(name, STATED, 0.95, f"{text} ({line.where})")
            elif line is lines[-1] and (name := credit_lines.lone_body(text, article.outlet)):
                yield Found(name, STATED, 0.84, f"{text} ({line.where})")
            elif line.tail and (name := _bracketed(text)):
                yield Found(name, STATED, 0.9, f"{text} ({line.where})")


def _one_of_many(article: Article, name: str) -> bool:
    """Whether lines of names credit several outlets: a review of the press, each passage signed."""
    short = (part for part in standing.paragraphs(article)[1:] if len(part) < _SHORT)
    names = (credit_lines.outlet_of(part, article.outlet) for part in short if "\n" not in part)
    return any(other and other != name for other in names)


def _bracketed(text: str) -> str | None:
    """The agency in brackets at the end of a line: "… on Friday. (Reuters)"."""
    match = _BRACKET.search(text)
    name = match and (match["name"] or match["dash"])
    return outlets.known(name) if name else None


def _suggested(
    article: Article,
    lines: Sequence[Line],
    passages: Mapping[str, Passages],
    rules: Sequence[Rule],
) -> Iterator[Found]:
    """What a house style or a self-reference makes likely."""
    yield from _house_style(article, lines)
    yield from _interviewer(article)
    if told := letters.to_the_editor(article):
        yield Found(outlets.known(told[0]) or told[0], INFERRED, 0.64, told[1], True)
    if (words := self_reference(article.text, article.outlet)) and article.outlet:
        yield Found(article.outlet, INFERRED, 0.6, f"{words} (text)")
    if asked := repeated(article):
        yield Found(asked[0], INFERRED, 0.58, asked[1])
    yield from _by_rules(article, passages, rules, INFERRED)


def _house_style(article: Article, lines: Sequence[Line]) -> Iterator[Found]:
    """A byline in capitals and " _ " for dashes: how the Associated Press sends its copy."""
    if article.text.count(" _ ") >= 2:
        for line in lines:
            signs = _CAPITALS.fullmatch(line.text) or _REPORTED_FROM.match(line.text)
            if line.where != "headline" and line.alone and signs:
                yield Found(
                    "Associated Press",
                    INFERRED,
                    0.6,
                    f'{line.text} ({line.where}), " _ " for dashes',
                    True,
                )
                return


def _interviewer(article: Article) -> Iterator[Found]:
    """The outlet that asks the questions under its own name."""
    asked: dict[str, list[str]] = {}
    for label in interviewer.labels(article):
        own = outlets.own(label, article.outlet)
        name = article.outlet if own else outlets.known(label)
        if name:
            asked.setdefault(name, []).append(label)
    for name, labels in asked.items():
        if len(labels) >= 2:
            yield Found(name, INFERRED, 0.66, f"{labels[0]}: … {labels[1]}: (text)", True)
    if not article.byline and (name := interviewer.unlisted(article)):
        yield Found(name, INFERRED, 0.5, f"{name}: …? {name}: …? (text)", True)


def _by_rules(
    article: Article, passages: Mapping[str, Passages], rules: Sequence[Rule], basis: str
) -> Iterator[Found]:
    carrier = (article.outlet or " ").split(" ")[-1][:4].lower()
    for rule in rules:
        small, places = passages[rule.where]
        if rule.basis != basis or not any(word in small for word in rule.words):
            continue
        if rule.own == "must" and (not carrier or carrier not in small):
            continue
        for text, where in places:
            found = _applied(rule, text, where, article)
            if found is not None:
                yield found
                break


def _passages(article: Article, lines: Sequence[Line]) -> Mapping[str, Passages]:
    """For each place a form may stand in: its passages, and all their words in small letters."""
    parts = [
        (part, f"paragraph {number}")
        for number, part in enumerate(standing.paragraphs(article)[:_LEAD], 1)
    ]
    told = [(text, line.where) for line in lines for text in standing.credits_in(line)]
    heads = [(line.text, line.where) for line in lines[1:] if line.head]
    places = {
        "any": [(article.text, "text")],
        "heading": [(article.headline, "headline"), *heads],
        "opening": parts[:1],
        "lead": parts,
        "interview": parts if _is_interview(article) else parts[:1],
        "turns": parts if _is_interview(article) else [],
        "last": [
            (text, line.where)
            for line in lines
            if line.where in ("last paragraph", "credit")
            for text in standing.credits_in(line)
        ],
        "line": [one for one in told if _may_credit(one[0])],
    }
    return {
        where: ("\n".join(text for text, _ in found).lower(), found)
        for where, found in places.items()
    }


def _may_credit(text: str) -> bool:
    """Whether a sentence may say who wrote: none on the pictures, none that only distributes."""
    if _HOLDER.search(text):
        return not standing.is_aside(text)
    if _RIGHTS.search(text):
        return False
    return not standing.is_aside(text) and not _NOT_THE_WRITER.search(text)


def _is_interview(article: Article) -> bool:
    return interviewer.is_interview(article)


def _applied(rule: Rule, text: str, where: str, article: Article) -> Found | None:
    for match in rule.pattern.finditer(text):
        name = _meant(rule, match, article)
        if name is None or not _believed(rule, name, article):
            continue
        evidence = match.group() if len(text) > 200 else text
        told = f"{evidence.strip()} ({where})"
        return Found(name, rule.basis, rule.confidence, told, rule.name is not None)
    return None


def _meant(rule: Rule, match: re.Match[str], article: Article) -> str | None:
    if rule.own == "is":
        return article.outlet
    if rule.name:
        return rule.name
    passes_on = match.groupdict().get("carrier")
    if passes_on and not outlets.own(passes_on.removeprefix("به گزارش "), article.outlet):
        return None
    said = match.groupdict()
    told = bool(said.get("kind") or said.get("is"))
    if plain := said.get("plain"):
        return outlets.known(outlets.bare(plain.strip()))
    return _named(rule, match["name"], article, told)


def _named(rule: Rule, words: str, article: Article, told: bool) -> str | None:
    """The outlet meant by these words; None where they may well name something else.

    `told` says whether the word for its kind stands beside it: "the weekly …", "… news agency".
    """
    words = re.sub(r"[«»“”„\"\s]+", " ", words).strip(' .,;:–—-«»"“”‘’„()[]/\u0654')
    words = _NATIONS.sub(lambda match: match["kind"] or match["kindar"] or "", words)
    words = _WHEN.sub("", words)
    for kind, after in _KINDS:
        if (told := kind.match(words)) and (rest := after.search(words, told.end() + 2)):
            words = words[: rest.start()]
    words = cases.nominative(words) if "ë" in article.text else words
    words = outlets.bare(words)
    words = _AGENCIES.sub("", words)
    if outlets.own(words, article.outlet):
        return article.outlet if rule.own in ("may", "must") else None
    months = map(dates.is_month, (words.split() or [""])[:: max(1, len(words.split()) - 1)])
    if not words or _GENERIC.fullmatch(words) or any(months):
        return None
    if rule.own == "must":
        return None
    if rule.speaks and not speaks_of_itself(article.text, words):
        return None
    found = outlets.known(words)
    if found is not None:
        return found
    if "." in words and " " not in words and words.islower():
        return outlets.of_domain(words) or words.removeprefix("www.")
    if rule.trusts and (paper := outlets.periodical(words)):
        return paper
    if words.endswith(("'s", "’s")):
        return None
    if rule.shape and credit_lines.has_shape(words):
        return words
    if rule.acronym and credit_lines.is_code(words):
        return words
    if rule.speaks:
        return words
    body = rule.body and letters.is_signature(words)
    if rule.trusts or told or body or credit_lines.publishes(words):
        return words
    return None


def _believed(rule: Rule, name: str, article: Article) -> bool:
    """Whether a form that may merely cite an outlet is enough for this one."""
    if name == article.outlet:
        return True
    if rule.cites and newsrooms.has_newsroom(article) and not _is_interview(article):
        return False
    if not (rule.weak or rule.told):
        return True
    return not (rule.told and not outlets.is_news_agency(name)) and not newsrooms.names_others(
        article, name
    )
