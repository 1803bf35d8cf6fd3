"""How a text came to where it stands, hand by hand: interviewed, translated, condensed, republished."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from clippings.article import Article
from clippings.provenance import credit_lines, outlets, standing
from clippings.provenance.origin import origin
from clippings.provenance.rules import PERSON, TITLE

_NAME = (
    rf"(?:the )?[\"“«„]?"
    rf"(?P<name>[\u0621-\u06d3\u064b-\u0655\u200c]+(?: [\u0621-\u06d3\u064b-\u0655\u200c]+){{0,4}}"
    rf"|{TITLE})"
)
_VERBS = (
    (
        "interviewed",
        r"interview (?:\w+ )?(?:with|by|to|for)|interviewed by|intervist\w* (?:p[ëe]r|nga)",
    ),
    ("interviewed", r"(?:حوار|مقابلة) (?:أجرته|أجراه|أجرتها)|(?:مصاحبه|گفت.?وگو)(?:ی|ٔ)?"),
    (
        "translated",
        r"translated(?: into \w+)?(?: and \w+)?(?: from [^,;.]{2,60}?)? by|translation(?: by|:)"
        r"|p[ëe]rktheu(?: dhe \w+)?(?: p[ëe]r faqen ton[ëe])?:?",
    ),
    ("translated", r"مترجم:|ترجم[هۀة]\u0654?(?: ولخ\u0651?صه)?(?: لموقعنا)?:?|برگردان:?"),
    (
        "condensed",
        r"(?:condensed|abridged|shortened|edited for length)(?: and \w+)? by|shkurtoi:?|تلخیص:?|تلخيص:?",
    ),
    ("republished", r"(?:re)?published(?: \w+)? by|reposted by|posted by|ribotuar nga|بازنشر:?"),
    (
        "distributed",
        r"distributed by|provided by|via|syndicated by|shp[ëe]rndar[ëe] nga|توزيع:?|پخش:?",
    ),
)
_STEPS = tuple(
    (did, re.compile(rf"(?<!\w)(?:و|وقد )?(?i:{words})\s+{_NAME}(?: (?i:of) [^,;.]{{2,40}})?"))
    for did, words in _VERBS
)
_BOTH = re.compile(
    r"\b(?:translated and (?:condensed|abridged|shortened)|p[ëe]rktheu dhe shkurtoi)|ترجمه ولخ\u0651?صه",
    re.IGNORECASE,
)
_INTERVIEW = re.compile(r"\binterview|intervist|حوار|مقابلة|مصاحبه|گفت.?وگو", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Step:
    """One hand that a text went through."""

    name: str
    did: str
    """"wrote", "interviewed", "translated", "condensed", "republished" or "distributed"."""


def chain(article: Article) -> tuple[Step, ...]:
    """The hands an article went through, its origin first; the carrier is no step unless it says so."""
    if article.stub:
        return ()
    first = origin(article)
    passages = list(_passages(article))
    steps = [step for text in passages for step in _steps(text, article.outlet)]
    if first.value and first.value not in {step.name for step in steps}:
        asked = first.basis == "stated" and bool(_INTERVIEW.search(first.evidence or ""))
        steps.insert(0, Step(first.value, "interviewed" if asked else "wrote"))
    elif first.value:
        steps.sort(key=lambda step: step.name != first.value)
    return tuple(dict.fromkeys(steps))


def _passages(article: Article) -> Iterator[str]:
    """The credit lines of an article, and its first paragraph, where a chain is told."""
    lines = standing.edges(article)
    for line in lines:
        if line.where != "headline" and (line.alone or line.where == "first paragraph"):
            yield from (text for text in _sentences(line.text) if not standing.is_aside(text))


def _sentences(text: str) -> list[str]:
    return re.split(r"(?<=[^\W\d_A-Z][.!?؟])\s+", text[:400])


def _steps(text: str, carrier: str | None) -> list[Step]:
    """The steps a passage tells, in its order."""
    found: list[tuple[int, Step]] = []
    for did, form in _STEPS:
        for match in form.finditer(text):
            name = _name(match["name"], carrier)
            if name is None or (did == "interviewed" and not _asks(name, carrier)):
                continue
            found.append((match.start(), Step(name, did)))
            if did == "translated" and _BOTH.match(text, match.start()):
                found.append((match.start() + 1, Step(name, "condensed")))
    return [step for _, step in sorted(found, key=lambda one: one[0])]


def _asks(name: str, carrier: str | None) -> bool:
    """Whether an interview "with" this one was held by it: so with outlets, not with those asked."""
    known = outlets.known(name) or outlets.own(name, carrier)
    return bool(known or outlets.says_it_publishes(name))


def _name(words: str, carrier: str | None) -> str | None:
    words = credit_lines.without_date(words)[0].strip(' .,;:()[]«»"“”„')
    words = re.sub(r"^[Tt]he (?=\w+ )", "", words)
    if not words:
        return None
    if carrier and outlets.own(words, carrier):
        return carrier
    known = outlets.known(outlets.bare(words))
    person = re.match(PERSON, words)
    return known or (words if person or outlets.says_it_publishes(words) or " " in words else None)
