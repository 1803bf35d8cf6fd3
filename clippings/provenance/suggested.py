"""House styles and self-references in English: what makes an origin likely, and states none."""

import re

from clippings.provenance.rules import INFERRED, PERSON, TITLE, WORD, form

_I = re.IGNORECASE
_AGO = r"(?! in (?:19|20)\d\d\b)(?!,? (?:an?|the|one of) (?:\w+[ -]){0,4}(?:agency|newspaper|daily|weekly|website|broadcaster|channel|paper|station|magazine))"
_THE = rf"(?P<name>[Tt]he {WORD}(?: {WORD}){{0,3}})"
_QUOTED = r"[\"“„«]?"
_SOME = rf"(?P<name>{WORD}(?: (?:of )?{WORD}){{0,3}})"

SUGGESTED = (
    form(
        rf"\b(?:interview (?:with|to)|sp(?:eak|oke|eaking) (?:to|with)|talk(?:ed|ing)? to|comments? to|statement to|e-?mail to|letter to|told|reporters? (?:from|of)) (?P<name>(?:[Tt]he )?{WORD}(?: {WORD}){{0,3}})",
        INFERRED,
        0.6,
        where="any",
        own="must",
        words="interview|speak|spoke|talk|comment|statement|mail|letter|told|reporter",
    ),
    form(
        rf"\b(?:[Ww]hen|[Aa]fter|[Aa]s) (?P<name>[Tt]he {WORD}(?: {WORD}){{0,3}}) (?:rang|phoned|telephoned|called|asked|visited|approached|contacted|wrote to|put)\b",
        INFERRED,
        0.6,
        where="any",
        own="must",
        words="when the|after the|as the",
    ),
    form(
        rf"^\((?P<name>{WORD}(?: {WORD}){{1,3}}) [–—-] {PERSON}\)(?= \S)",
        INFERRED,
        0.55,
        where="opening",
        trusts=True,
        words="(",
    ),
    form(
        rf"^(?:Here )?[Aa]t (?P<name>{WORD}(?: (?:& )?{WORD}){{0,3}}),? (?:we|our readers)\b",
        INFERRED,
        0.58,
        where="opening",
        trusts=True,
        weak=True,
        words="at ",
    ),
    form(
        rf"^{PERSON} (?:[ëe]sht[ëe]) (?:\w+ ){{1,4}}?(?:n[ëe]|e|i|p[ëe]r) (?:gazet|revist|portal|radio|televizion)\w* {_QUOTED}(?P<name>{TITLE})[^.]{{0,40}}\b(?:k[ëe]t[ëe] faqe|kjo faqe|k[ëe]tu|k[ëe]t[ëe] rubrik[ëe])",
        INFERRED,
        0.6,
        trusts=True,
        words="këtë|kete|këtu|ketu|kjo faqe",
    ),
    # The writer's note, below the text
    form(
        rf"^{PERSON} (?:is (?:an?|the) (?!former|retired)(?:[\w-]+ ){{0,3}}(?:reporter|correspondent|writer|columnist|journalist|editor|critic) (?:for|at|with|of)|(?:writes|reports) for|covers [\w ]{{3,30}} for) {_THE}\.?$",
        INFERRED,
        0.58,
        where="last",
        trusts=True,
        weak=True,
        words=" is |writes for|reports for|covers",
    ),
    form(
        rf"^{PERSON} is {_THE}['’]s (?:[\w-]+ ){{0,3}}(?:reporter|correspondent|columnist|editor|critic)\.?$",
        INFERRED,
        0.58,
        where="last",
        trusts=True,
        weak=True,
        words=" is the",
    ),
    # What only the paper itself says: how long it waited for an answer, who of its own asked
    form(
        rf"\b(?:not|n['’]t|declined to|failed to) (?:immediately |yet )?(?:respond|reply|answer|return|comment)\w*\b[^.]{{0,50}}?(?: (?:from|by|of|to) (?:the )?)(?P<name>{TITLE})(?:['’]s? (?:\w+ )?(?:questions|requests?|calls|e-?mails|inquiries|enquiries)[^.]{{0,20}}?)? (?:by|before|at) (?:the )?(?:time of |our )?(?:publication|press time|deadline|going to press)",
        INFERRED,
        0.6,
        where="any",
        trusts=True,
        weak=True,
        words="publication|press time|deadline|to press",
    ),
    form(
        rf"\bnuk (?:i |iu |u |ju )?(?:\w+ )?p[ëe]rgjigj\w* (?:n[ëe] )?(?:pyetje\w*|k[ëe]rkes\w*|interesim\w*) (?:e|t[ëe]|s[ëe]|i) {_QUOTED}(?P<name>{TITLE})[^.]{{0,20}}? deri n[ëe] (?:publikim|botim|moment|\w+zim)",
        INFERRED,
        0.6,
        where="any",
        trusts=True,
        weak=True,
        words="pyetje|kërkes|kerkes|interesim",
    ),
    form(
        rf"\b(?:told|spoke (?:to|with)|talked (?:to|with)|sat down with|interview (?:with|by)|interviewed by|conducted by) {_THE}['’]s {PERSON}",
        INFERRED,
        0.62,
        where="any",
        trusts=True,
        weak=True,
        leads=True,
        words="told|spoke|talked|sat down|interview|conducted",
    ),
    form(
        rf"\b[Ii]n an exclusive interview (?:with|to|for) {_THE}{_AGO}",
        INFERRED,
        0.58,
        where="opening",
        trusts=True,
        weak=True,
        words="exclusive interview",
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
        rf"^\(?(?i:(?:additional )?reporting by) {PERSON}[^\n]{{0,160}}[;,.] ?(?:(?i:and )?(?i:additional reporting by)[^\n;]{{3,120}}; ?)?(?i:(?:writing|editing)(?: and (?:writing|editing))? by) [^\n]{{3,80}}",
        INFERRED,
        0.7,
        name="Reuters",
        words="reporting by",
    ),
    # "Reporting By" with a capital is the agency's own form on its site; "Reporting by" alone is everyone's.
    form(
        rf"^(?:Additional )?(?:[Rr]eporting By|REPORTING BY) {PERSON}.{{0,120}}",
        INFERRED,
        0.45,
        name="Reuters",
        words="reporting by",
    ),
    form(
        rf"^\((?i:(?:additional )?reporting by) {PERSON}[^\n]{{0,120}}\)\W*$",
        INFERRED,
        0.4,
        name="Reuters",
        words="reporting by",
    ),
    form(r"^\(?Editing by .{3,120}", INFERRED, 0.6, _I, name="Reuters", words="editing by"),
    form(
        r"^[a-z]{2,4}(?:[-/][a-z]{2,4}){1,4}$",
        INFERRED,
        0.5,
        name="Agence France-Presse",
        words="-|/",
    ),
    form(r"^[A-Z]{2,4}(?:/[A-Z]{2,4}){2,3}$", INFERRED, 0.5, name="Press TV", words="/"),
    form(
        r"^\(Editing by .{3,120}\)",
        INFERRED,
        0.6,
        _I,
        name="Reuters",
        words="editing by",
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
        rf"\b(?:[Pp]ressed|[Aa]sked|[Ii]nterviewed|[Cc]ontacted|[Rr]eached|[Oo]btained|[Rr]eviewed|[Ss]een|[Qq]uestioned|[Vv]iewed|spoken to)"
        rf" (?:\w+ )?by {_SOME}{_AGO}",
        INFERRED,
        0.61,
        where="any",
        weak=True,
        words="pressed by|asked by|viewed by|interviewed by|reviewed by|contacted by|reached by|obtained by|seen by|questioned by|spoken to by|exclusively by|recently by|privately by|previously by|briefly by|first by",
    ),
    form(
        rf"\b(?:[Pp]ressed|[Aa]sked|[Ii]nterviewed|[Cc]ontacted|[Rr]eached|[Oo]btained|[Rr]eviewed|[Ss]een|[Qq]uestioned|[Vv]iewed)"
        rf" (?:\w+ )?by {_THE}{_AGO}",
        INFERRED,
        0.62,
        where="any",
        words="pressed by|asked by|viewed by|interviewed by|reviewed by|contacted by|reached by|obtained by|seen by|questioned by|spoken to by|exclusively by|recently by|privately by|previously by|briefly by|first by",
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
        leads=True,
        words="told|tell|spoke",
    ),
    form(
        r"\ban? (?P<name>Reuters|AP|AFP|Associated Press|Xinhua|Anadolu|dpa|Agence France-Presse) (?:witness|reporter|correspondent|journalist|photographer)s?(?: \w+){0,4} (?:said|saw|reported|heard|counted|at the scene)",
        INFERRED,
        0.6,
        where="any",
        weak=True,
        words="reuters|an ap |a ap |afp |associated|xinhua|anadolu|dpa |agence",
    ),
)
"""What is only ever inferred from."""
