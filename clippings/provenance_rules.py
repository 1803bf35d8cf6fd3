"""The forms in which texts say where they come from, English and Albanian: a sorted table.

Forms met on real pages and in the style guides of newsrooms: credit lines, reprints, open letters,
interviews, "Source:" lines, the house styles of the big agencies. `provenance_rtl` has the others.
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
    paragraphs), "any" (the whole text)."""
    name: str | None = None
    """The origin it means, where it has no `name` group."""
    trusts: bool = False
    """Whether a name that is in no table and does not call itself an outlet is believed."""
    body: bool = False
    """Whether the name of an organisation is believed."""
    own: str = "may"
    """Whether the name "may" be the carrier's, "must" be it, is "never" it, or "is" it."""
    weak: bool = False
    """Whether a text that names another outlet too is not believed."""
    cites: bool = False
    """Whether a carrier with a newsroom of its own uses the same words of others."""
    told: bool = False
    """Whether it is what is told to an outlet: believed of the carrier and, where the text names no
    other outlet, of an agency."""


def form(
    pattern: str, basis: str, confidence: float, flags: int = 0, *, words: str, **more: object
) -> Rule:
    """A rule of the table."""
    hints = tuple(words.split("|"))
    return Rule(re.compile(pattern, flags), basis, confidence, hints, **more)  # type: ignore[arg-type]


_I = re.IGNORECASE
WORD = r"[^\W\d_a-zà-öø-ÿ](?:[\w&’'/-]|\.(?=\w))*"
_INITIAL = r"[^\W\d_a-zà-öø-ÿ][\w.’'-]*"
TITLE = rf"(?:[Tt]he )?{WORD}(?: (?:(?:of|for|in|and|to|the|al|e|i|të|de|së) )?(?:(?:the|të) )?{WORD}){{0,7}}"
PERSON = rf"{_INITIAL}(?: {_INITIAL}){{1,3}}"
_NAME = rf"[\"“”„‘'«]?(?P<name>{TITLE})"
_LANGUAGE = (
    r"(?!(?:the )?(?:original )?(?:English|Arabic|Persian|Farsi|French|German|Albanian|Turkish|Kurdish|Spanish"
    r"|Italian|Russian|Hebrew|Chinese|Greek|Serbian)\b)"
)
_THIS = r"(?i:this|the|these)\s(?:\w+\s)?(?:article|story|report|piece|interview|text|column|essay|commentary|item|dispatch)s?"
_CAME = (
    r"(?:appeared|published|ran|printed|reprinted|republished|posted|carried|broadcast|aired|came)"
)
_AGO = r"(?! in (?:19|20)\d\d\b)(?!,? (?:an?|the|one of) (?:\w+[ -]){0,4}(?:agency|newspaper|daily|weekly|website|broadcaster|channel|paper|station|magazine))"
_THE = rf"(?P<name>[Tt]he {WORD}(?: {WORD}){{0,3}})"
_SOME = rf"(?P<name>{WORD}(?: (?:of )?{WORD}){{0,3}})"
_DATED = r"[^\W\d_]+ \d{1,2},? \d{4}|\d{1,2} [^\W\d_]+ \d{4}"
_ORGANISATION = r"(?P<name>[^\n:;,]{3,80}?)"

LATIN = (
    # A chain: the first of it wrote.
    form(
        rf"\binterview (?:\w+ )?(?:with|to|by|for|in) (?:the )?{_NAME}\b.{{0,60}}?\b(?:translated|condensed|republished|excerpted|abridged)",
        STATED,
        0.98,
        where="lead",
        words="interview",
    ),
    # Reprints
    form(
        rf"\b{_THIS} (?:was |were |is |has been |had )?(?:first |originally )?{_CAME} (?:first |originally )?"
        rf"(?:in|on|by|at|from|as .{{1,30}} in) {_NAME}",
        STATED,
        0.97,
        trusts=True,
        own="never",
        words="appear|publish| ran |print|carried|posted|broadcast|aired|came",
    ),
    form(
        rf"^\W*(?i:(?:first|originally|previously) {_CAME}|{_CAME} (?:first|originally)) (?:in|on|by|at|with) {_NAME}",
        STATED,
        0.97,
        trusts=True,
        own="never",
        words="first|originally|previously",
    ),
    form(
        rf"\b(?i:reprinted|republished|reproduced|adapted|excerpted|abridged|condensed|shortened|summari[sz]ed|taken|reposted|cross-posted)"
        rf"(?i:(?:,? (?:with|by) (?:the )?(?:kind )?(?:permission|courtesy))?,? (?:courtesy of|of|from|by)"
        rf"(?: (?:an?|the) (?:\w+ )?(?:article|report|dispatch|story|piece|text) (?:by|in|of|from))?) {_NAME}",
        STATED,
        0.97,
        trusts=True,
        own="never",
        words="printed|republished|reproduced|adapted|excerpted|abridged|condensed|shortened|taken|reposted|cross-posted",
    ),
    form(
        rf"\b[Tt]ranslated(?: and (?:condensed|abridged|adapted|shortened|edited))? from {_LANGUAGE}(?i:(?:an? \w+ (?:by|in|of) )?){_NAME}",
        STATED,
        0.97,
        trusts=True,
        own="never",
        words="translated",
    ),
    form(
        rf"\b(?i:with|by) (?i:the )?(?i:kind )?(?i:permission|courtesy|arrangement) (?i:of|from|with) {_NAME}",
        STATED,
        0.96,
        trusts=True,
        own="never",
        words="permission|courtesy|arrangement",
    ),
    form(
        rf"^\W*(?i:excerpts?|extracts?|summary|an? (?:excerpt|extract|summary)) (?i:from|of) (?i:an? |the )?"
        rf"(?:\w+ )?(?:report|article|statement|study|paper|press release)s? (?:by|of|from|in) {_NAME}",
        STATED,
        0.95,
        trusts=True,
        own="never",
        words="excerpt|extract|summary",
    ),
    form(
        rf"(?:\([cC]\)|©|\b[Cc]opyright\b)(?: ?(?:\([cC]\)|©))?[ ,]*(?:\d{{4}}(?: ?[–-] ?\d{{4}})?)?[ ,.]*(?:by )?{_NAME}",
        STATED,
        0.88,
        own="never",
        words="(c)|©|copyright",
    ),
    form(
        rf"^{PERSON} (?:is|was) (?:a|an|the) [\w -]{{3,40}} (?:of|at|for|with|in) {_NAME}, where (?:a|an|this|the)\b.{{0,60}}\b(?:published|appeared)",
        STATED,
        0.9,
        trusts=True,
        words="where a",
    ),
    form(
        rf"\b[Tt]ranslated (?:and (?:condensed|abridged|adapted|shortened|edited) )?by [^.;:]{{3,60}}? from {_LANGUAGE}{_NAME}",
        STATED,
        0.97,
        trusts=True,
        own="never",
        words="translated",
    ),
    form(
        rf"^\W*(?i:(?:an? )?(?:english |abridged )?(?:translation|version|reprint|copy) of (?:an?|the|this) [\w -]{{3,30}}? (?:in|from|by|of)) {_NAME}",
        STATED,
        0.97,
        trusts=True,
        own="never",
        words="translation|version|reprint|copy",
    ),
    form(
        rf"^\W*(?i:(?:as )?(?:published|printed|appeared|it appeared|seen) (?:in print )?(?:in|on|by) (?:the )?){_NAME}",
        STATED,
        0.95,
        trusts=True,
        own="never",
        words="published|printed|appeared|seen",
    ),
    form(
        rf"^\W*(?i:(?:an? |the )?(?:special |wire |news )?(?:report|dispatch|story|article|feature|analysis) (?:by|from|of)) (?:the )?{_NAME}\W*$",
        STATED,
        0.93,
        own="never",
        words="report|dispatch|story|article|feature|analysis",
    ),
    form(
        rf"^\W*(?:From|from|FROM) (?:the )?{_NAME}(?:,? (?i:{_DATED}))?\W*$",
        STATED,
        0.93,
        own="never",
        words="from",
    ),
    form(
        rf"^\W*(?i:(?:reporting|reported|written|words|text) by) {PERSON},? (?:for|of|at) (?:the )?{_NAME}",
        STATED,
        0.95,
        words=" by ",
    ),
    form(
        rf"^\W*(?i:on behalf of|for and on behalf of|for|signed,?) (?:the )?(?P<name>{TITLE})\W*$",
        STATED,
        0.9,
        body=True,
        words="behalf|for |signed",
    ),
    # "Source: …"
    form(
        rf"^\W*(?i:sources?|via|courtesy of|from|text|story by|news source|original source"
        rf"|burimi|marr[ëe] nga|sipas burimit)\s*(?:(?i: of text))?\s*:\s*{_NAME}",
        STATED,
        0.955,
        trusts=True,
        own="never",
        words=":",
    ),
    form(
        rf"^\W*(?i:via|courtesy of) {_NAME}\W*$",
        STATED,
        0.95,
        trusts=True,
        own="never",
        words="via|courtesy",
    ),
    form(
        rf"^\W*(?i:END)\s*/\s*{_NAME}\W*$",
        STATED,
        0.955,
        trusts=True,
        words="end",
    ),
    # Open letters and statements
    form(
        rf"^(?i:an? )?(?i:open letter) (?i:to) [^\n;]{{3,80}}? (?:from|by) (?:the )?(?P<name>{TITLE})",
        STATED,
        0.94,
        where="heading",
        body=True,
        words="open letter",
    ),
    form(
        rf"^(?i:let[ëe]r e hapur) [^\n;]{{3,80}}? (?:nga|prej) (?P<name>{TITLE})",
        STATED,
        0.94,
        where="heading",
        body=True,
        words="hapur",
    ),
    form(
        rf"^(?i:an? )?(?i:open letter) (?i:of|from|by) (?i:the )?{_ORGANISATION}\s+(?i:to)\b",
        STATED,
        0.95,
        where="heading",
        trusts=True,
        words="open letter",
    ),
    form(
        rf"^(?:[Pp]ress )?(?i:statement|communiqu[ée]|declaration|press release|appeal)"
        rf" (?i:(?:issued |released |made )?(?:by|of|from)) (?i:the )?(?P<name>{TITLE}?)(?= on the| on [A-Z]| about| regarding| concerning| at the| to |[.,:]|$)",
        STATED,
        0.94,
        where="heading",
        body=True,
        words="statement|communiqu|declaration|release|appeal",
    ),
    form(
        rf"^(?i:let[ëe]r e hapur) (?:(?:nga|prej) )?(?P<name>{TITLE})(?= (?:për|drejtuar|drejt)\b|$)",
        STATED,
        0.93,
        where="heading",
        trusts=True,
        words="hapur",
    ),
    form(
        rf"^(?i:deklarat[ëe]|komunikat[ëe]?|njoftim) (?i:(?:shtypi |p[ëe]r shtyp )?(?:e|i|nga|prej) )(?P<name>{TITLE})",
        STATED,
        0.92,
        where="heading",
        trusts=True,
        words="deklarat|komunikat|njoftim",
    ),
    # Interviews and one's own people
    form(
        rf"\b[Ii]nterview (?:\w+ )?(?:with|to|by) (?:the )?{_NAME}{_AGO}",
        STATED,
        0.9,
        where="interview",
        cites=True,
        words="interview",
    ),
    form(
        rf"^(?i:an? )?(?i:exclusive )?[Ii]nterview (?:with|to|by|for|given to) (?:the )?{_NAME}{_AGO}",
        STATED,
        0.9,
        where="heading",
        words="interview",
    ),
    form(
        rf"\b(?:{PERSON},? (?:told|tells) (?:the )?(?P<name>{TITLE}) in an? (?:\w+ )?interview)",
        STATED,
        0.7,
        where="interview",
        cites=True,
        words="interview",
    ),
    form(
        r"^\W*(?:[Bb]y|[Ff]rom) our (?:own |special |foreign |staff )?(?:\w+ )?(?:correspondent|reporter|staff)",
        STATED,
        0.93,
        own="is",
        words="our ",
    ),
    form(
        r"^\W*(?:[Oo]ur|[Tt]he [\w ]{3,20}’s) (?:own |special )?(?:\w+ )?(?:correspondent|reporter)s?(?: \w+ \w+)?(?: in [A-Z]\w+)? (?:reports?|writes?)\b",
        STATED,
        0.9,
        own="is",
        words="our |’s ",
    ),
    form(
        r"^\W*(?:[Nn]ga|[Pp]rej) (?:korrespondent\w*|i d[ëe]rguari|e d[ëe]rguara|gazetar\w*|reporter\w*)(?: \w+)? (?:ynë|yn[ëe]|jon[ëe]|tan[ëe])",
        STATED,
        0.93,
        own="is",
        words="ynë|yne|tonë|jonë|tanë|jone|tone|tane",
    ),
    form(
        rf"\b(?P<name>(?:{WORD} ){{0,3}}{WORD}) (?:staff |news )?(?:writer|reporter|correspondent|journalist)s? {PERSON}",
        STATED,
        0.86,
        where="any",
        own="must",
        words="writer |reporter |correspondent |journalist |writers |reporters |correspondents ",
    ),
    form(
        rf"\b(?P<name>(?:{WORD} ){{1,3}}|[A-Z]{{2,5}} |Reuters )(?:staff |news )?(?:writer|reporter|correspondent|journalist)s? {PERSON}.{{0,80}}?contributed",
        STATED,
        0.95,
        own="never",
        words="contributed",
    ),
    form(
        rf"^\W*(?i:reporting|reported|words|written|prepared|report|story|text) (?i:for|by) (?:the )?{_NAME}:",
        STATED,
        0.93,
        words="for |by ",
    ),
    form(
        rf"^\W*(?:Përgatiti|Shkroi|Shkruan|Raportoi|Intervist\w+|Reportazh\w*)(?: ekskluzive)? (?:për|nga) [\"“„«]?(?P<name>{TITLE})",
        STATED,
        0.93,
        words="përgatiti|shkroi|shkruan|raportoi|intervist|reportazh",
    ),
    # Albanian periodicals by their kind
    form(
        rf"(?i:marr[ëe]|p[ëe]rkthyer|shk[ëe]putur|botu(?:ar|a)(?: p[ëe]r her[ëe] t[ëe] par[ëe]| m[ëe] par[ëe]| fillimisht)?|ribotuar|p[ëe]rshtatur)"
        rf" (?:nga|n[ëe]|prej) (?:(?:e p[ëe]r\w+|gazet\w+|revist\w+|portal\w+|agjenci\w+(?: e lajmeve)?) )?{_NAME}",
        STATED,
        0.97,
        trusts=True,
        own="never",
        words="marr|rkthyer|putur|botua|rshtatur",
    ),
    form(
        rf"^Intervist[ëe]\b.{{0,60}}?\b(?:dh[ëe]n[ëe]|p[ëe]r|me) (?:(?:s[ëe]|t[ëe]) )?(?:p[ëe]r\w+ |gazet\w+ |revist\w+ |agjenci\w+ |televizion\w+ |radio\w* )?[\"“„«](?P<name>{TITLE})",
        STATED,
        0.97,
        trusts=True,
        words="intervist",
    ),
    form(
        rf"\b(?:n[ëe] nj[ëe]|Intervist[ëe]) (?:intervist[ëe] )?(?:p[ëe]r|dh[ëe]n[ëe]|me) (?:(?:s[ëe]|t[ëe]) )?(?P<name>(?:agjenci\w+|gazet\w+|revist\w+|televizion\w+|portal\w+)(?: e lajmeve)? [\"“„«]?{TITLE})",
        STATED,
        0.88,
        where="lead",
        words="intervist|në një|ne nje",
    ),
    # House styles
    form(
        r"^\(?Writing by .{3,80};\s*(?:Additional .{3,60};\s*)?Editing by ",
        INFERRED,
        0.75,
        _I,
        name="Reuters",
        words="writing by",
    ),
    form(
        r"^\((?:Additional )?Reporting by .{3,120}",
        INFERRED,
        0.7,
        _I,
        name="Reuters",
        words="reporting by",
    ),
    form(
        r"^(?:Additional )?Reporting by .{3,120}",
        INFERRED,
        0.65,
        _I,
        name="Reuters",
        words="reporting by",
    ),
    form(r"^Editing by .{3,120}", INFERRED, 0.6, _I, name="Reuters", words="editing by"),
    form(
        r"^[a-z]{2,4}(?:[-/][a-z]{2,4}){1,4}$",
        INFERRED,
        0.5,
        name="Agence France-Presse",
        words="-|/",
    ),
    form(r"^[A-Z]{2,4}(?:/[A-Z]{2,4}){1,3}$", INFERRED, 0.5, name="Press TV", words="/"),
    form(
        r"^\((?:Edited|Editing) by .{3,120}\)",
        INFERRED,
        0.6,
        _I,
        name="Reuters",
        words="edited by|editing by",
    ),
    form(
        r"^(?:/?Enditem|/?Enditems|Endi)\W*$",
        INFERRED,
        0.6,
        name="Xinhua News Agency",
        words="endi|enditem",
    ),
    # Self-reference: surest where the name is the carrier's
    form(
        rf"\b(?i:pressed|asked|interviewed|contacted|reached|obtained|reviewed|seen|questioned|viewed|spoken to)"
        rf" (?:\w+ )?by {_SOME}{_AGO}",
        INFERRED,
        0.61,
        where="any",
        weak=True,
        words=" by ",
    ),
    form(
        rf"\b(?i:pressed|asked|interviewed|contacted|reached|obtained|reviewed|seen|questioned|viewed)"
        rf" (?:\w+ )?by {_THE}{_AGO}",
        INFERRED,
        0.62,
        where="any",
        words=" by the ",
    ),
    form(
        rf"\b(?:[Aa] copy of which|shared with|provided to|made available to|leaked to) {_THE}",
        INFERRED,
        0.6,
        where="any",
        weak=True,
        words="shared with|provided to|copy of|made available|leaked to",
    ),
    form(
        rf"(?:^|[,.—–?!”\"] )(?P<name>[Tt]he {WORD}(?: {WORD}){{0,3}}) (?:has|had) (?:learned|seen|obtained|learnt|reviewed)\b",
        INFERRED,
        0.61,
        re.MULTILINE,
        where="any",
        words="learned|seen|obtained|learnt|reviewed",
    ),
    form(
        rf"(?<!had )\b(?:told|tells|tell|spoke to|spoke with|telling) (?P<name>{TITLE}){_AGO}",
        INFERRED,
        0.55,
        where="any",
        told=True,
        words="told|tell|spoke",
    ),
    form(
        r"\ban? (?P<name>Reuters|AP|AFP|Associated Press|Xinhua|Anadolu|dpa|Agence France-Presse) (?:witness|reporter|correspondent|journalist|photographer)s?(?: \w+){0,4} (?:said|saw|reported|heard|counted|at the scene)",
        INFERRED,
        0.6,
        where="any",
        weak=True,
        words="reuters|ap |afp|associated|xinhua|anadolu|dpa|agence",
    ),
    form(
        rf"\b(?:siguroi|ka siguruar|kan[ëe] siguruar|disponon|ka m[ëe]suar|m[ëe]son|zbuloi|ka par[ëe]|zot[ëe]ron) (?:ekskluzivisht )?(?P<name>{TITLE})",
        INFERRED,
        0.62,
        where="any",
        weak=True,
        words="sigur|dispon|mësuar|mesuar|mëson|meson|zbuloi|parë|pare|zotëron|zoteron",
    ),
    form(
        rf"\b(?:i|u) (?:tha|than[ëe]|tregoi|deklaroi|rr[ëe]feu)(?: (?:ai|ajo|ata))? (?P<name>(?:agjencis[ëe]|gazet[ëe]s)? ?{TITLE})",
        INFERRED,
        0.55,
        where="any",
        told=True,
        words="i tha|u tha|tregoi|deklaroi|rrëfeu|rrefeu",
    ),
    form(
        rf"\b(?:tha|than[ëe]|tregoi|deklaroi|rr[ëe]feu|foli|flet|shprehet) (?:\w+ )?p[ëe]r (?P<name>{TITLE})",
        INFERRED,
        0.58,
        where="any",
        told=True,
        words="tha|tregoi|deklaroi|rrëfeu|rrefeu|foli|flet|shprehet",
    ),
)
"""The forms in Latin script; of several that are found in one article the surest decides."""
