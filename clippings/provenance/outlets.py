"""Outlets by the names they go under: what ships with the program, and how a name is told for one."""

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from itertools import zip_longest

from clippings.folding import fold_headline, tokens
from clippings.provenance.beginnings import Beginnings
from clippings.provenance.vocabulary import NATION_AR


@dataclass(frozen=True, slots=True)
class Outlet:
    """One body that publishes, as a named source describes it."""

    name: str
    kind: str | None
    """What it calls itself, or a named source does; None where we have no source."""
    domains: tuple[str, ...]
    aliases: tuple[str, ...]
    source: str | None
    read: str | None
    """The day the source was read."""


_ACRONYM = re.compile(r"[A-Za-z/]{2,5}")
_ARABIC = re.compile(r"[\u0621-\u06d3]")
_ARTICLE = re.compile(r"^(?:[Tt]he|THE)\s+")
"""What may stand or not; of other languages it is part of the name: "The Standard" is not "Der Standard"."""

_BODY = re.compile(
    r"""\b(?:news|(?:press|content|wire|telegraph\w*|information)\ agency|wire|press|times|post|herald
    |tribune|journal|gazette|courier|record|daily|weekly|monthly|quarterly|monitor|observer|standard
    |telegraph|guardian|mirror|bulletin|chronicle|dispatch|review|digest|examiner|sentinel|globe
    |inquirer|enquirer|newswires?|intelligencer|tidings|spectator|statesman|clarion|ledger|advertiser|fortnightly|mail|echo|express|argus|advocate|messenger|broadcasting|television|tv|radio|magazine
    |newspaper|(?<=\w\ )today$|agjencia\ e\ lajmeve|gazeta|gazet[ëe]n|revista|portali|televizioni
    |e\ p[ëe]r(?:ditshm|javshm|muajshm)\w+)\b
    |خبرگزاری|خبرگزاري|روزنامه|پایگاه\ خبری|هفته‌نامه|هفته\ ?نامه
    |ماهنامه|ماه‌نامه|فصلنامه|نشریه|مجله|شبکه|رادیو|وب‌سایت
    |وكالة|صحيفة|جريدة|قناة|موقع|مجلة|إذاعة|اذاعة|أسبوعية""",
    re.VERBOSE,
)
"""Words by which a name, in small letters, says of itself that it is the name of a body that publishes."""

_RUBRIC = re.compile(
    r"(?:(?:the|a|our|this|in|of|on|and|for|press|news|media|daily|weekly|monthly|quarterly|breaking|latest|local|world|national"
    r"|international|foreign|sports?|business|politics|political|culture|arts|top|more|other|general|review|digest|bulletin|brief|briefs"
    r"|briefing|headlines|release|conference|statement|report|reports|analysis|radio|tv|television|interview|address|show|record|mail"
    r"|freedom|card|office|gallery|desk|team|room|day|week|today|public|broadcasting|magazine|newspaper|journal|express)\W*)+",
    re.IGNORECASE,
)
"""Headings of which each word is an everyday one: "Press Release", "World News in Brief"."""

_LEADS = re.compile(
    r"^(?:خبرگزاری|خبرگزاري|آژانس(?: خبری| ملی(?: اطلاعاتی)?)?|روزنامهٔ?|روزنامه‌ی|پایگاه خبری|سایت|وب‌سایت|شبکهٔ?|هفته‌نامهٔ?|نشریهٔ?|وكالة أنباء"
    r"|وكالة|صحيفة|جريدة|قناة|موقع|مجلة|إذاعة|agjencia e lajmeve|agjencia|agjencis[ëe]|gazeta"
    r"|gazet[ëe]s|gazet[ëe]n|portali|e p[ëe]r(?:ditshmja|javshmja|muajshmja)|revista|news agency)\s+",
    re.IGNORECASE,
)
_TAILS = re.compile(
    r"(?:\s+(?:news|inc\.?|gmbh|llc|ltd\.?|limited|corp\.?|persian|arabic|english|international|service|web ?site|online|فارسی|عربي|عربی"
    rf"|للأنباء|نیوز|نيوز|نت|{NATION_AR}|news agency|newspaper|persian service))+$|(?:['’]s|-\w{{1,4}})$",
    re.IGNORECASE,
)
_PARTICLES = frozenset("the of and i e të së te se al".split())


@cache
def shipped() -> tuple[Outlet, ...]:
    """The outlets that ship with the program."""
    text = resources.files("clippings.provenance").joinpath("outlets.csv").read_text("utf-8")
    return tuple(
        Outlet(
            row["name"],
            row["kind"] or None,
            tuple(filter(None, row["domains"].split("|"))),
            tuple(filter(None, row["aliases"].split("|"))),
            row["source"] or None,
            row["read"] or None,
        )
        for row in csv.DictReader(text.splitlines())
    )


@lru_cache(maxsize=4096)
def known(name: str) -> str | None:
    """The usual name of the outlet that goes under this one, or None."""
    name = re.sub('[«»“”„"]', "", name).strip(" \t.,;:()[]'‘’/")
    bare = _LEADS.sub("", name)
    for spelling in (name, bare, _TAILS.sub("", name), _TAILS.sub("", bare)):
        found = _by_name().get(_key(spelling))
        if found is not None and _as_written(spelling, found[1]):
            return found[0]
    return None


_KINDS = (
    *("صحيفة", "قناة", "جريدة", "موقع", "مجلة", "وكالة"),
    *("روزنامه", "خبرگزاری", "مجله", "ماهنامه", "سایت", "رادیو"),
)


@lru_cache(maxsize=1024)
def periodical(name: str) -> str | None:
    """The usual name of the paper or station that is called so, where this is plainly one's name.

    Many are everyday words, "the life" or "the east": not to be looked up in running text.
    """
    kinds = _KINDS if _ARABIC.match(name) else ()
    return next((found for kind in kinds if (found := known(f"{kind} {name}"))), None)


def of_domain(domain: str) -> str | None:
    """The usual name of the outlet at this domain, or None."""
    parts = domain.lower().removeprefix("www.").split(".")
    names = (_by_domain().get(".".join(parts[start:])) for start in range(len(parts) - 1))
    return next((name for name in names if name), None)


def says_it_publishes(name: str) -> bool:
    """Whether a name calls itself an agency, a paper, a station or the like."""
    return bool(_BODY.search(name.lower())) and not _RUBRIC.fullmatch(name)


def _key(name: str) -> str:
    return fold_headline(_ARTICLE.sub("", name.strip()))


def key(name: str) -> str:
    """One spelling for names that differ in capitals, points or an article."""
    return _key(name)


def bare_name(name: str) -> str:
    """The name without what it says it is: "Fars" of "خبرگزاری فارس"."""
    return _LEADS.sub("", name)


def _as_written(spelling: str, alias: str) -> bool:
    """An acronym counts only in the capitals it has: "aa" is no agency."""
    bare = _ARTICLE.sub("", spelling.strip())
    return not _ACRONYM.fullmatch(alias) or bare == alias or bare == alias.upper()


@cache
def _by_name() -> dict[str, tuple[str, str]]:
    names = {}
    for outlet in shipped():
        for alias in (*outlet.aliases, outlet.name):
            names[_key(alias)] = (outlet.name, _ARTICLE.sub("", alias))
    return names


@cache
def _by_domain() -> dict[str, str]:
    return {domain: outlet.name for outlet in shipped() for domain in outlet.domains}


def same(name: str, other: str) -> bool:
    """Whether two names are spellings of one."""
    return _key(name) == _key(other)


def is_news_agency(name: str) -> bool:
    """Whether the outlet of this usual name is described as a news agency."""
    return name in _agencies() or bool(re.search(r"(?:News|Press) Agency|خبرگزاری|^وكالة", name))


@cache
def _agencies() -> frozenset[str]:
    return frozenset(outlet.name for outlet in shipped() if outlet.kind == "news agency")


def own(words: str, carrier: str | None) -> bool:
    """Whether these words name the carrier: in full, in another case, or "the Herald" alone."""
    if not carrier:
        return False
    said, whole = _words(words), _words(carrier)
    if not said or len(said) > len(whole):
        return False
    if len(said) == len(whole):
        return all(_one_word(one, other) for one, other in zip(said, whole, strict=True))
    return said == whole[-len(said) :] and bool(_BODY.search(whole[-1]))


@lru_cache(maxsize=1024)
def _words(name: str) -> Sequence[str]:
    return tuple(word for word in tokens(_LEADS.sub("", name)) if word not in _PARTICLES)


def _one_word(one: str, other: str) -> bool:
    """Whether two words are one in different cases: "zërin" and "zëri"."""
    shared = next(
        (n for n, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), 99
    )
    shared = min(shared, len(one), len(other))
    return one == other or (shared >= 3 and max(len(one), len(other)) - shared <= 2)


_CUT = re.compile(
    r"['’]s? (?=[^\W\d_a-z])| (?:in|for|to|from|and|at|on) | \+ |\s(?:از|به|در|با|عن|في|إلى|عبر)\s"
)
_LONGER = re.compile(rf"(?!{NATION_AR}$)ال\w{{3,}}|نو|نوین|جدید|امروز|روز|ورزشی|جوان|اقتصادی|فردا")
"""A word with which another's name goes on: "صحيفة الحياة الجديدة" is not "الحياة"."""
_INNER = re.compile(
    r"(?:^|\s)((?:خبرگزاری|خبرگزاري|روزنامه|پایگاه خبری|وكالة|صحيفة|قناة|مجلة)\s.+)"
)


def bare(words: str) -> str:
    """The name of an outlet in these words, which may go on: "Fars News Agency in Tabriz"."""
    first = _CUT.split(words, maxsplit=1)[0]
    inner = _INNER.search(first)
    ends = first.split()
    for shorter in (
        words,
        first,
        inner.group(1) if inner else "",
        *(
            " ".join(ends[:-size])
            for size in (1, 2)
            if _ARABIC.match(first) and len(ends) > size and not _LONGER.fullmatch(ends[-size])
        ),
    ):
        if shorter and known(shorter):
            return shorter
    if inner:
        return inner.group(1)
    return first if leads(first) else words


def opens_as_outlet(name: str) -> bool:
    """Whether the first word of a name says that it publishes, as in Persian and Arabic."""
    return bool(_BODY.match(name.lower()))


def leads(name: str) -> bool:
    """Whether a name begins with what it is, as Persian and Arabic ones do: "خبرگزاری …"."""
    return bool(_LEADS.match(name))


@lru_cache(maxsize=4)
def named_in(text: str) -> Mapping[str, str]:
    """The shipped outlets that a text names, each with the spelling it first has there."""
    beginnings, forms = _by_beginning()
    hits = [
        match
        for begins, places in beginnings.within(text).items()
        for after, form in forms.get(begins, ())
        for place in places
        if (match := form.match(text, place + after))
        and not _INSIDE.search(text[max(0, match.start() - 2) : match.start()])
    ]
    found: dict[str, str] = {}
    end = 0
    hits.sort(key=lambda hit: (hit.start(), -hit.end()))
    for match, after in zip_longest(hits, hits[1:]):
        if after and match.start() < after.start() < match.end() < after.end():
            continue  # only the beginning of a longer name: "روزنامه اطلاعات" of "روزنامه اطلاعات روز"
        if match.start() >= end:
            end = match.end()
            found.setdefault(_by_name()[_key(match.group())][0], match.group())
    return found


_WORD = re.compile(r"\w")
_INSIDE = re.compile(r"\w\w$|(?:^|\W)[^\Wل]$")
"""What stands before a name within a word; "to" is written onto it in Arabic."""


@cache
def _by_beginning() -> tuple[Beginnings, Mapping[int, Sequence[tuple[int, re.Pattern[str]]]]]:
    """Spellings that are names in running text too, by the beginning of what is not "The".

    Those of one beginning are one form, the longest first; with each how far from there it starts:
    in Arabic "to" may stand before it.
    """
    spelled: dict[tuple[str, int], list[str]] = {}
    names = {alias for outlet in shipped() for alias in (*outlet.aliases, outlet.name)}
    for name in sorted(names, key=len, reverse=True):
        if _WORD.match(name) and (len(name) > 4 or name.isupper()):
            rest = _ARTICLE.sub("", name)
            for before in (" ", " ل") if _ARABIC.match(name) else (" ",):
                after = len(before) + len(rest) - len(name)
                spelled.setdefault((f"{before}{rest} "[:4], after), []).append(re.escape(name))
    beginnings = Beginnings(4, (key for key, _ in spelled))
    found: dict[int, list[tuple[int, re.Pattern[str]]]] = {}
    for (key, after), spellings in spelled.items():
        form = re.compile(rf"(?:{'|'.join(spellings)})(?!\w)")
        found.setdefault(beginnings.number(key), []).append((after, form))
    return beginnings, found
