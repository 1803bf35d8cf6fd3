"""What a form is in which a text says where it comes from; the tables stand by language beside it.

Forms met on real pages and in the style guides of newsrooms: credit lines, reprints, open letters,
interviews, "Source:" lines, the house styles of the big agencies.
"""

import re
from dataclasses import dataclass

STATED, INFERRED = "stated", "inferred"


@dataclass(frozen=True, slots=True)
class Rule:
    """One form: how it looks, where it may stand, and what it is worth."""

    pattern: re.Pattern[str]
    basis: str
    confidence: float
    words: tuple[str, ...]
    """One of these stands wherever the form does, in small letters: looked for first, being quick."""
    where: str = "line"
    """"line" (a credit line at either end), "heading" (headline and first line), "lead" (first
    paragraphs), "turns" (these, where the text is in questions and answers), "last" (the last paragraph), "any" (the whole text)."""
    name: str | None = None
    """The origin it means, where it has no `name` group."""
    trusts: bool = False
    """Whether a name that is in no table and does not call itself an outlet is believed."""
    body: bool = False
    """Whether the name of an organisation is believed."""
    own: str = "may"
    """Whether the name "may" be the carrier's, "must" be it, is "never" it, "is" it, or is it where that is a "paper"."""
    weak: bool = False
    """Whether a text that names another outlet too is not believed."""
    cites: bool = False
    """Whether a carrier with a newsroom of its own uses the same words of others."""
    shape: bool = False
    """Whether an unknown name is believed that no person or place could have: "The …", "X of Y"."""
    acronym: bool = False
    """Whether three to six capitals are believed to be an agency's."""
    speaks: bool = False
    """Whether an unknown name is believed where the text speaks as one that has reporters of its own."""
    far: bool = False
    """Whether its parts may stand far apart."""
    anchored: bool = False
    """Whether it stands at the very start of its passage or nowhere."""
    keys: tuple[str | None, ...] = ()
    """With what each of `words` begins, where that is long enough to be looked for first."""
    leads: bool = False
    """Whether it begins with one of its words."""
    retold: bool = False
    """Whether a text that goes on to say what "this paper" writes only tells again what stood there."""
    told: bool = False
    """Whether it is what is told to an outlet: believed of the carrier and, where the text names no
    other outlet, of an agency."""


def form(
    pattern: str, basis: str, confidence: float, flags: int = 0, *, words: str, **more: object
) -> Rule:
    """A rule of the table."""
    hints = tuple(again for word in words.split("|") for again in _again(word))
    more |= {"keys": tuple(map(_key, hints)), "anchored": _is_anchored(pattern, flags)}
    return Rule(re.compile(pattern, flags), basis, confidence, hints, **more)  # type: ignore[arg-type]


_AGAIN = re.compile(r"(?P<re>print|publish|publi$|post|produced)|(?P<ri>botu|publik)")
_INSIDE = re.compile(r"r[kshgmdjpt]|putur")
"""How the insides of words begin of which the first letters are written in two ways: "përktheu"."""


def _again(hint: str) -> tuple[str, ...]:
    """A word, and with it "reprinted" and "ribotuar"."""
    again = _AGAIN.match(hint)
    return (hint, f"{again.lastgroup}{hint}") if again else (hint,)


def _key(hint: str) -> str | None:
    """What stands wherever a word does: its first letters after a space, or three of Arabic script.

    None of what may stand inside a word of Latin letters, and of what is too short.
    """
    if "\u0621" <= hint.strip()[:1] <= "\u06d3":
        return hint[:3] if len(hint) > 2 else None
    word = hint.lstrip()
    first = None if _INSIDE.match(hint) else re.match(r"[a-zëç]{4}|[a-zëç]+[ ,]", word)
    return f" {word}"[:5] if first and len(word) > 3 else None


def _is_anchored(pattern: str, flags: int) -> bool:
    """Whether a form stands at the very start of its passage or nowhere."""
    depth = escaped = inside = 0
    for sign in pattern:
        if escaped:
            escaped = 0
        elif sign == "\\":
            escaped = 1
        elif inside:
            inside = sign != "]"
        elif sign == "[":
            inside = 1
        elif sign == "|" and depth == 0:
            return False
        else:
            depth += (sign == "(") - (sign == ")")
    return pattern.startswith("^") and not flags & re.MULTILINE


WORD = r"[^\W\d_a-zà-öø-ÿ](?:[\w&’'/-]|\.(?=\w))*"
_INITIAL = r"[^\W\d_a-zà-öø-ÿ][\w.’'-]*"
TITLE = rf"(?:[Tt]he )?{WORD}(?: (?:(?:of|for|in|and|to|the|al|e|i|të|de|së|del|della|dei|delle|di|du|des|la|le|der|&|\+) )?(?:(?:the|të|la) )?{WORD}){{0,7}}(?: \d\.0\b| \d{{1,3}}(?![\w/.:]?\d|,? [A-Z\d]))?"
PERSON = rf"{_INITIAL}(?: {_INITIAL}){{1,3}}"
_ISSUE = r"(?:(?:the |its )?(?:[\w’']+,? ){0,4}(?:issue|edition|number|supplement|pages?|website|site|archives?|columns|blog|newsletter) of (?:the )?)?(?:\w+day['’]s |yesterday['’]s )?"
_LEAD = "gazeta |revista |agjencia |portali |e përditshmja |e përjavshmja |e përmuajshmja "
_KIND = (
    r"(?P<kind>(?:(?:an?|the|its|our|our friends at|our partners? at) )?(?:[A-Z][a-z]+(?:-language)? )?(?:[a-z]+(?:-run|-based|-language|-owned)? ){0,2}(?:(?:news )?(?:agency|website|site|wire|outlet|portal|service)"
    r"|newspaper|daily|weekly|fortnightly|monthly|quarterly|magazine|paper|journal|broadcaster|blog|newsletter|station|platform)) (?=[\"“]?[A-Z])"
)
_IS = r"(?:[\"”]? (?P<is>(?:news )?agency|newspaper|daily|weekly|monthly|magazine|website|newswire)\b)?"
DOMAIN = r"(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,7}\b"
NAME = rf"(?:{_ISSUE})(?:{_KIND})?(?:(?i:{_LEAD})(?=[\"“„«]))?[\"“”„‘'«]?(?P<name>(?:{_LEAD})?{TITLE}|{DOMAIN}|(?:taz|die tageszeitung|dpa|epd)\b){_IS}"
