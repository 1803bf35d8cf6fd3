"""Names of outlets → those that are one outlet's, each with what says so; nothing without evidence.

A name alone proves little: initials and the sound of a name in another script only propose, and what
the archive holds decides: whose site credits itself so, or which text writes both names side by side.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from clippings.archive.outlets import KnownAs, Met
from clippings.provenance import outlets

NAME, VERSION = "outlets", "1"

SideBySide = Callable[[str, str], str | None]
"""Where a text writes a name with an acronym in brackets: the words, or None."""

_ACRONYM = re.compile(r"[A-Z]{2,6}")
_FEW_SOUNDS = 4
"""Fewer consonants than these are alike in many names."""
_ARABIC = re.compile(r"[\u0621-\u06d3]")
_PARTICLES = frozenset("the of and for de la e të i".split())
_LATIN_SOUNDS = str.maketrans("cqg", "kkk")
_SOUNDS = {
    **dict.fromkeys("بپ", "b"), **dict.fromkeys("تطة", "t"), **dict.fromkeys("سصث", "s"),
    **dict.fromkeys("زذضظ", "z"), **dict.fromkeys("کكقگغ", "k"),
    **dict.fromkeys("حه", ""), "ج": "j", "چ": "č", "خ": "x", "د": "d", "ر": "r", "ژ": "ž", "ش": "š",
    "ف": "f", "ل": "l", "م": "m", "ن": "n",
}  # fmt: skip
"""Consonants of Arabic script by how they are written in Latin; vowels, and what may be one, are none."""
_PAIRS = (("sh", "š"), ("ch", "č"), ("kh", "x"), ("zh", "ž"), ("gh", "k"), ("th", "t"), ("ph", "f"))


@dataclass(slots=True)
class _Carrier:
    """What is known of one name that articles are carried under."""

    articles: int = 0
    sites: set[str] = field(default_factory=set)
    languages: Counter[str] = field(default_factory=Counter)
    credits: Counter[str] = field(default_factory=Counter)
    """How many of its articles are credited to each name."""


def joined(met: Sequence[Met], side_by_side: SideBySide) -> list[KnownAs]:
    """Every name that is another outlet's too, and under which name that is usually met."""
    carriers = _carriers(met)
    credited = {one.origin for one in met if one.origin} - carriers.keys()
    found: dict[str, KnownAs] = {}
    for join in (
        *_of_the_table(carriers),
        *_editions(carriers),
        *_spellings(carriers, credited),
        *_acronyms(carriers, credited, side_by_side),
        *_scripts(carriers, credited),
    ):
        found.setdefault(join.name, join)
    return [_at_the_end(one, found) for one in found.values()]


def _at_the_end(join: KnownAs, found: dict[str, KnownAs]) -> KnownAs:
    """The join with the usual name of its outlet, where that is counted under another in turn."""
    usual, seen = join.outlet, {join.name}
    while usual in found and usual not in seen:
        seen.add(usual)
        usual = found[usual].outlet
    return KnownAs(join.name, usual, join.basis, join.evidence, join.confidence)


def _carriers(met: Iterable[Met]) -> dict[str, _Carrier]:
    carriers: dict[str, _Carrier] = defaultdict(_Carrier)
    for one in met:
        if one.outlet is None:
            continue
        carrier = carriers[one.outlet]
        carrier.articles += one.articles
        carrier.sites |= {one.site} if one.site else set()
        if one.language:
            carrier.languages[one.language] += one.articles
        if one.origin:
            carrier.credits[one.origin] += one.articles
    return dict(carriers)


def _of_the_table(carriers: dict[str, _Carrier]) -> Iterator[KnownAs]:
    """Carriers at a domain of the table of outlets."""
    for name, carrier in carriers.items():
        usual = {outlets.of_domain(site) for site in carrier.sites}
        if len(usual) == 1 and (one := usual.pop()) and one != name:
            site = min(carrier.sites)
            yield KnownAs(name, one, "table", f"{site} is a domain of {one}", 0.95)


def _editions(carriers: dict[str, _Carrier]) -> Iterator[KnownAs]:
    """Names that stand at one domain alone, one for each language: a site with editions."""
    at: dict[str, list[str]] = defaultdict(list)
    for name, carrier in carriers.items():
        if len(carrier.sites) == 1:
            at[min(carrier.sites)].append(name)
    shared = {site for c in carriers.values() if len(c.sites) > 1 for site in c.sites}
    for site, names in at.items():
        languages = {carriers[name].languages.most_common(1)[0][0]
                     for name in names if carriers[name].languages}  # fmt: skip
        if len(names) < 2 or len(languages) != len(names) or site in shared:
            continue
        usual = _usual(names, carriers)
        for name in names:
            if name != usual:
                told = f"{site} carries “{usual}” and “{name}”, one name for each language"
                yield KnownAs(name, usual, "learned", told, 0.9)


def _usual(names: Iterable[str], carriers: dict[str, _Carrier]) -> str:
    """The name that most articles are carried under."""
    articles = {name: carriers[name].articles if name in carriers else 0 for name in names}
    return min(articles, key=lambda name: (-articles[name], name))


def _spellings(carriers: dict[str, _Carrier], credited: set[str]) -> Iterator[KnownAs]:
    """Names that differ in capitals, points or an article, unless they are carried at different sites."""
    alike: dict[str, list[str]] = defaultdict(list)
    for name in sorted({*carriers, *credited}):
        alike[outlets.key(name)].append(name)
    for names in alike.values():
        sites = [tuple(sorted(carriers[n].sites)) for n in names if n in carriers]
        if len(names) < 2 or len(set(sites)) > 1:
            continue
        usual = _usual(names, carriers)
        for name in names:
            if name != usual:
                told = f"“{name}” and “{usual}” differ only in capitals, points or an article"
                yield KnownAs(name, usual, "learned", told, 0.9)


def _acronyms(
    carriers: dict[str, _Carrier], credited: set[str], side_by_side: SideBySide
) -> Iterator[KnownAs]:
    """Acronyms of one carrier's name alone, if its site credits itself so or a text writes both."""
    names = {*carriers, *credited}
    for short in sorted(name for name in names if _ACRONYM.fullmatch(name)):
        if outlets.known(short):
            continue
        whole = [name for name in sorted(names - {short}) if _initials(name) == short]
        if len(whole) != 1:
            continue
        told = _credits_itself(whole[0], short, carriers, often=True) or side_by_side(
            whole[0], short
        )
        if told:
            said = f"“{short}” are the initials of “{whole[0]}”, and {told}"
            yield KnownAs(short, whole[0], "learned", said, 0.9)


def _initials(name: str) -> str:
    words = [word for word in re.findall(r"[^\W\d_]+", name) if word.lower() not in _PARTICLES]
    return "".join(word[0].upper() for word in words) if len(words) > 1 else ""


def _credits_itself(
    name: str, other: str, carriers: dict[str, _Carrier], *, often: bool
) -> str | None:
    """That the carrier of the name credits the other, if need be `often`er than anyone else, in words."""
    carrier = carriers.get(name)
    if carrier is None or not carrier.credits[other]:
        return None
    if often and carrier.credits[other] < max(carrier.credits.values()):
        return None
    where = min(carrier.sites, default=name)
    count = f"{carrier.credits[other]:,} of the {carrier.articles:,} articles"
    return f"{count} of {where} are credited to it"


def _scripts(carriers: dict[str, _Carrier], credited: set[str]) -> Iterator[KnownAs]:
    """Names in Arabic script that sound like one Latin carrier's, whose site credits itself so."""
    for name in sorted(one for one in credited if _ARABIC.search(one) and not outlets.known(one)):
        sounds = consonants(name)
        alike = [one for one in sorted(carriers) if _latin(one) and consonants(one) == sounds]
        if len(alike) != 1 or not sounds:
            continue
        often = len(sounds) < _FEW_SOUNDS
        if told := _credits_itself(alike[0], name, carriers, often=often):
            said = f"“{name}” and “{alike[0]}” are one name in two scripts ({sounds}), and {told}"
            yield KnownAs(name, alike[0], "learned", said, 0.8)


def _latin(name: str) -> bool:
    return not _ARABIC.search(name)


def consonants(name: str) -> str:
    """The consonants of a name, word by word, the same in Latin and in Arabic script: "tndr n"."""
    words = re.findall(r"[^\W\d_]+", outlets.bare_name(name))
    sounds = (_of_arabic(word) if _ARABIC.match(word) else _of_latin(word) for word in words)
    return " ".join(filter(None, sounds))


def _of_arabic(word: str) -> str:
    word = re.sub(r"^(?:ال|آل)(?=\w{2})", "", word)
    return "".join(_SOUNDS.get(letter, "") for letter in word)


def _of_latin(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.lower())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    if plain in ("al", "el", "the", "e", "ye"):
        return ""
    for pair, one in _PAIRS:
        plain = plain.replace(pair, one)
    return re.sub(r"[aeiouyvwh]", "", plain.translate(_LATIN_SOUNDS)).replace("p", "b")
