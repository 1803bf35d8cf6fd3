"""The forms in which English lines say where a text comes from: a sorted table."""

from clippings.provenance.rules import INFERRED, NAME, PERSON, STATED, TITLE, WORD, form

_LANGUAGE = (
    r"(?!(?:the )?(?:original )?(?:English|Arabic|Persian|Farsi|French|German|Albanian|Turkish|Kurdish|Spanish"
    r"|Portuguese|Italian|Russian|Ukrainian|Hebrew|Urdu|Pashto|Dari|Armenian|Azeri|Azerbaijani|Greek|Serbian"
    r"|Macedonian|Bosnian|Croatian|Dutch|Chinese|Japanese|Korean|Hindi)\b)"
)
_THIS = r"(?i:this|the|these)\s(?:\w+\s)?(?:article|story|report|piece|interview|text|column|essay|commentary|item|dispatch)s?"
_CAME = (
    r"(?:appeared|published|ran|printed|reprinted|republished|posted|carried|broadcast|aired|came)"
)
_AGO = r"(?! in (?:19|20)\d\d\b)(?!,? (?:an?|the|one of) (?:\w+[ -]){0,4}(?:agency|newspaper|daily|weekly|website|broadcaster|channel|paper|station|magazine))"
_DATED = r"[^\W\d_]+ \d{1,2},? \d{4}|\d{1,2} [^\W\d_]+ \d{4}"
_DAY = r"\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2}"
_ORGANISATION = r"(?P<name>[^\n:;,]{3,80}?)"

ENGLISH = (
    # A chain: the first of it wrote.
    form(
        rf"\binterview (?:\w+ )?(?:with|to|by|for|in) (?:the )?{NAME}\b.{{0,60}}?\b(?:translated|condensed|republished|excerpted|abridged)",
        STATED,
        0.98,
        where="lead",
        words="interview",
    ),
    # Reprints
    form(
        rf"\b(?i:excerpt\w*|extract\w*|adapted|taken|translated|condensed|abridged) from [\"“‘][^\"”’\n]{{3,90}}[\"”’],? (?:an? \w+ |which |that |first |originally )*(?:was )?(?:published|appeared|appearing|printed|in|from)(?: in| by| on)? (?:the )?{NAME}",
        STATED,
        0.98,
        trusts=True,
        own="never",
        words="excerpt|extract|adapted|taken|translated|condensed|abridged",
    ),
    form(
        rf"\b{_THIS} (?:was |were |is |has been |had )?(?:first |originally )?{_CAME} (?:first |originally )?"
        rf"(?:in|on|by|at|from|as .{{1,30}} in) {NAME}",
        STATED,
        0.97,
        trusts=True,
        own="never",
        words="appear|publish| ran |print|carried|posted|broadcast|aired|came",
    ),
    form(
        rf"^\W*(?i:(?:first|originally|previously) {_CAME}|{_CAME} (?:first|originally))(?: in (?:Farsi|Persian|Arabic|English|French|German|Albanian))? (?:in|on|by|at|with) {NAME}",
        STATED,
        0.97,
        trusts=True,
        own="never",
        words="first|originally|previously",
    ),
    form(
        rf"(?:^\W*|\b(?:article|text|report|story|piece|interview|translation|excerpt|essay|column) (?:is|was|has been) )(?i:reprinted|republished|reproduced|adapted|excerpted|abridged|condensed|shortened|summari[sz]ed|taken|reposted|cross-posted|syndicated)"
        rf"(?i:(?:,? (?:with|by) (?:the )?(?:kind )?(?:permission|courtesy))?,? (?:courtesy of|of|from|by)"
        rf"(?: (?:an?|the) (?:\w+ )?(?:article|report|dispatch|story|piece|text) (?:by|in|of|from))?) {NAME}",
        STATED,
        0.97,
        trusts=True,
        own="never",
        words="printed|republished|reproduced|adapted|excerpted|abridged|condensed|shortened|taken|reposted|cross-posted|syndicated",
    ),
    form(
        rf"\b[Tt]ranslated(?: and (?:condensed|abridged|adapted|shortened|edited))? from {_LANGUAGE}(?i:(?:an? \w+ (?:by|in|of) )?){NAME}",
        STATED,
        0.97,
        trusts=True,
        own="never",
        words="translated",
    ),
    form(
        rf"\b(?i:with|by) (?i:the )?(?i:kind )?(?i:permission|courtesy|arrangement) (?i:of|from|with) {NAME}",
        STATED,
        0.96,
        trusts=True,
        own="never",
        words="permission|courtesy|arrangement",
    ),
    form(
        rf"^\W*(?i:excerpts?|extracts?|summary|an? (?:excerpt|extract|summary)) (?i:from|of) (?i:an? |the )?"
        rf"(?:\w+ )?(?:report|article|statement|study|paper|press release)s? (?:by|of|from|in) {NAME}",
        STATED,
        0.95,
        trusts=True,
        own="never",
        words="excerpt|extract|summary",
    ),
    form(
        rf"(?:\([cC]\)|©|\b[Cc]opyright\b)(?: ?(?:\([cC]\)|©))?[ ,]*(?:\d{{4}}(?: ?[–-] ?\d{{4}})?)?[ ,.]*(?:by )?{NAME}",
        STATED,
        0.88,
        own="never",
        words="(c)|©|copyright",
    ),
    form(
        rf"^{PERSON} (?:is|was) (?:a|an|the) [\w -]{{3,40}} (?:of|at|for|with|in) {NAME}, where (?:a|an|this|the)\b.{{0,60}}\b(?:published|appeared)",
        STATED,
        0.9,
        trusts=True,
        words="where a",
    ),
    form(
        rf"\b[Tt]ranslated (?:and (?:condensed|abridged|adapted|shortened|edited) )?by [^.;:]{{3,60}}? from {_LANGUAGE}{NAME}",
        STATED,
        0.97,
        trusts=True,
        own="never",
        words="translated",
    ),
    form(
        rf"^\W*(?i:(?:an? )?(?:english |abridged )?(?:translation|version|reprint|copy) of (?:an?|the|this) [\w -]{{3,30}}? (?:in|from|by|of)) {NAME}",
        STATED,
        0.97,
        trusts=True,
        own="never",
        words="translation|version|reprint|copy",
    ),
    form(
        rf"^\W*(?i:(?:as )?(?:published|printed|appeared|it appeared|seen) (?:in print )?(?:in|on|by) (?:the )?){NAME}",
        STATED,
        0.95,
        trusts=True,
        own="never",
        words="published|printed|appeared|seen",
    ),
    form(
        rf"^\W*(?i:(?:an? |the )?(?:special |wire |news )?(?:report|reported|reporting|text|words|news|dispatch|story|article|feature|analysis) (?:by|from|of)) (?:the )?{NAME}\W*$",
        STATED,
        0.93,
        own="never",
        words="report|dispatch|story|article|feature|analysis|text|words|news",
    ),
    form(
        rf"^[(\[]From (?:the )?(?P<name>{WORD} {TITLE}),? (?:{_DATED}|{_DAY})\W*$",
        STATED,
        0.93,
        trusts=True,
        own="never",
        words="from ",
    ),
    form(
        rf"^\W*(?:From|from|FROM) (?:the )?{NAME}(?:,? (?i:{_DATED}))?\W*$",
        STATED,
        0.93,
        own="never",
        shape=True,
        words="from",
    ),
    form(
        rf"^\W*(?i:(?:reporting|reported|written|words|text) by) {PERSON},? (?:for|of|at) (?:the )?{NAME}",
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
    form(
        rf"\b(?:an?|the) (?:\w+ )?(?:article|interview|report|story|essay|text|column) (?:first |originally |that |which )*"
        rf"(?:published|printed|appeared|posted|broadcast) (?:in|by|on|at) (?:the )?{NAME}\W*(?:on .{{3,30}}|{_DATED}|\(.{{3,30}}\))?\W*$",
        STATED,
        0.95,
        trusts=True,
        own="never",
        words="published|printed|appeared|posted|broadcast",
    ),
    form(
        rf"^\W*(?:From|from) (?:an?|the) (?:\w+ )?(?:report|article|archives?|statement|website|newsletter|study) (?:by|of|in|from) (?:the )?{NAME}",
        STATED,
        0.94,
        trusts=True,
        own="never",
        words="from ",
    ),
    form(
        rf"^\W*(?i:excerpts?|extracts?|excerpted|quoted) from (?:the )?{NAME}",
        STATED,
        0.94,
        own="never",
        words="excerpt|extract|quoted",
    ),
    form(
        rf"^{PERSON} is (?:an?|the) (?!former|retired)(?:\w+ ){{0,3}}(?:reporter|correspondent|staff writer|writer|columnist|editor|journalist) (?:for|at|with|of) (?:the )?{NAME}",
        INFERRED,
        0.6,
        words="reporter|correspondent|writer|columnist|editor|journalist",
    ),
    form(
        rf"^{PERSON} writes for (?:the )?{NAME}",
        INFERRED,
        0.6,
        words="writes for",
    ),
    form(
        rf"\b(?:[Tt]he )?(?P<name>(?:{WORD} ){{0,2}}{WORD})['’]s {PERSON} (?:reports?|writes|met|visited|spoke|went|found)\b",
        STATED,
        0.86,
        where="any",
        own="must",
        words="report|writes|met |visited|spoke|went|found",
    ),
    form(
        r"\b(?:told|seen by|obtained by|shown to|contacted by|interviewed by) this (?:newspaper|paper|magazine|website|agency)",
        INFERRED,
        0.6,
        where="any",
        own="paper",
        words="this newspaper|this paper|this magazine|this website|this agency",
    ),
    form(
        rf"^\W*{NAME}(?:['’]s?)? (?:interview|exclusive|Q&A|Interview|Exclusive)\s*(?::|$)",
        STATED,
        0.9,
        where="heading",
        cites=True,
        words="interview|exclusive|q&a",
    ),
    form(
        rf"\b(?:interview|conversation|talk) (?:below |here )?(?:was |is )?(?:conducted|held|done|given|recorded|made) (?:by|for|to|with) (?:{PERSON} (?:of|for|from) )?(?:the )?{NAME}",
        STATED,
        0.95,
        where="lead",
        words="interview|conversation|talk",
    ),
    form(
        rf"^{PERSON} (?:of|from) (?:the )?{NAME} (?:interviewed|spoke|talked|met)\b",
        STATED,
        0.9,
        where="lead",
        words="interviewed|spoke|talked|met",
    ),
    form(
        rf"^\W*(?i:interviewer|interview|interviewed|questions)(?: by)?\s*:?\s+{PERSON},? (?:of |for |from )?(?:the )?{NAME}",
        STATED,
        0.93,
        words="interview|questions",
    ),
    form(
        rf"\b(?:published|reproduced|reprinted|used|printed|appears?|republished)(?: here)?,? (?:by )?courtesy of {NAME}",
        STATED,
        0.96,
        where="lead",
        trusts=True,
        own="never",
        words="courtesy",
    ),
    form(
        rf"^\W*(?i:(?:full )?text of (?:an? |the )?(?:\w+ )?(?:report|commentary|article|editorial|interview|dispatch|analysis)(?: (?:in|headlined|entitled) [^.]{{3,80}}?)? (?:by|from|in|carried by|published by))"
        rf"(?i: (?:the )?(?:(?:[\w-]+ ){{0,3}}(?:news ?agency|newspaper|website|daily|weekly|radio|television|tv|channel) )?){NAME}",
        STATED,
        0.96,
        trusts=True,
        own="never",
        words="text of",
    ),
    # "Source: …"
    form(
        rf"^\W*(?i:sources?(?:\(s\))?|publisher|published in|newspaper|agency|via|courtesy of|from|text|story by|news source|original source"
        rf"|burimi?(?: i lajmit)?|marr[ëe] nga|sipas burimit)\s*(?:(?i: of text))?\s*:\s*{NAME}",
        STATED,
        0.955,
        trusts=True,
        own="never",
        words=":",
    ),
    form(
        rf"^\W*(?i:via|courtesy of) {NAME}\W*$",
        STATED,
        0.95,
        trusts=True,
        own="never",
        words="via|courtesy",
    ),
    form(
        rf"^\W*(?i:END)\s*/\s*{NAME}\W*$",
        STATED,
        0.955,
        trusts=True,
        words="end",
    ),
)
"""What English lines state of reprints and sources."""
