"""Interviews and what only an outlet itself says, in English: families of wordings."""

from clippings.provenance.rules import INFERRED, NAME, PERSON, STATED, TITLE, WORD, form
from clippings.provenance.vocabulary import THE

_OUT = "appear|publish|print|post|carried|broadcast|aired|featur|issued|released|written|reported|produced|commissioned| ran |came out|runs"
_LANG = r"(?:[A-Z][a-z]+ )?"

FAMILY_VOICES = (
    # Interviews
    form(
        rf"\b(?:sat down|spoke|talked|speaks|talks|sits down|met|in conversation|speaking|in an interview|interviewed|answers? questions|[Ii]nterview|[Cc]onversation)(?: (?:exclusively|recently|at length|here))? (?:with|to|for|by|from) {NAME}",
        STATED,
        0.9,
        where="turns",
        shape=True,
        cites=True,
        words="sat down|spoke|talk|speak|sits down|met |conversation|interview|question",
    ),
    form(
        rf"^\W*(?i:interviewer|interview|interviewed|questions|conversation)(?: conducted| held)?(?: by)?\s*:?\s+{PERSON}(?:,? (?:of |for |from )?(?:the )?|,? [(\[])(?P<name>{TITLE})[)\]]?\W*$",
        STATED,
        0.93,
        words="interview|questions|conversation",
    ),
    form(
        rf"\b(?i:interview(?:ed)?|conversation|talk)(?: (?:was|conducted|held|recorded|done|took place|given|here)){{0,3}} (?:for|by|exclusively for|with) {NAME} (?:by|in|on|from|at)\b",
        STATED,
        0.92,
        where="turns",
        shape=True,
        cites=True,
        words="interview|conversation|talk",
    ),
    form(
        rf"^\W*{PERSON} (?:interviewed|spoke (?:to|with)|talked (?:to|with)|met) .{{2,60}}? for {NAME}",
        STATED,
        0.92,
        shape=True,
        words="interviewed|spoke|talked|met ",
    ),
    # Who of the outlet's own saw, asked and was told
    form(
        rf"\b(?:[Oo]ur|[Tt]he) (?:own |special )?(?:correspondents?|reporters?|team|journalists?|photographers?)(?: {PERSON})? (?:at|from|for|of|with) {NAME},? (?:who|which|visited|saw|found|spoke|has|have|learned|obtained|spent)",
        INFERRED,
        0.6,
        where="any",
        speaks=True,
        words="our |correspondent|reporter|journalist|photographer|team",
    ),
    form(
        rf"\b[Oo]ur (?:own |special )?(?:correspondents?|reporters?|team|journalists?|photographers?)(?: {PERSON})? (?:at|from|for|of|with) {NAME}",
        INFERRED,
        0.61,
        where="any",
        trusts=True,
        leads=True,
        words="our ",
    ),
    form(
        rf"\b(?:[Ww]e at|[Hh]ere at|[Uu]s at|[Uu]s here at) {NAME}",
        INFERRED,
        0.58,
        where="any",
        speaks=True,
        weak=True,
        words="we at|here at|us at|us here",
    ),
    form(
        rf"\b(?:an? )?(?P<name>[Tt]he {WORD}(?: {WORD}){{0,3}}|{WORD}(?: {WORD}){{1,3}}) (?:reporters?|correspondents?|photographers?|journalists?|team) (?:who (?:visited|saw|toured|went|spent|was|were|travelled|witnessed|counted)|(?:visited|saw|toured|witnessed|counted|at the scene|on the scene))\b",
        INFERRED,
        0.6,
        where="any",
        speaks=True,
        weak=True,
        words="reporter|correspondent|photographer|journalist|investigation|analysis|tally|count|team",
    ),
    form(
        rf"\b(?P<name>(?:[Tt]he )?{TITLE})['’]s? (?:own )?(?:reporters?|correspondents?|photographers?|journalists?)(?:,? {PERSON},?| in {WORD})? (?:who |has |have |had )?(?:visited|saw|seen|toured|went|spent|witnessed|counted|found|established|show|shows|revealed?|uncovered|suggest)\b",
        INFERRED,
        0.6,
        where="any",
        speaks=True,
        weak=True,
        words="reporter|correspondent|photographer|journalist",
    ),
    form(
        rf"\b(?P<name>{TITLE})['’]s? (?:own |special )?(?:correspondent|reporter|bureau)\b[^.]{{0,60}}(?:says|said|reports?|writes)\b",
        INFERRED,
        0.6,
        where="any",
        speaks=True,
        weak=True,
        words="correspondent|reporter|bureau",
    ),
    form(
        rf"\b(?:declined|refused) to (?:comment|speak|talk|answer)(?: on the record)? (?:to|when (?:asked|contacted|approached) by) (?:questions from )?{THE}",
        INFERRED,
        0.58,
        where="any",
        weak=True,
        speaks=True,
        words="declined to|refused to",
    ),
    form(
        rf"\b(?P<name>{TITLE})(?:['’]s)? (?:(?:has|had) (?:seen|obtained|learn(?:ed|t)|reviewed|established|confirmed|been told|been shown)|can (?:reveal|disclose|confirm|report)|understands|was (?:told|shown|able to))\b(?! by| in \d{{4}})",
        INFERRED,
        0.6,
        where="any",
        speaks=True,
        weak=True,
        words="has seen|had seen|has obtained|had obtained|has learn|had learn|has reviewed|has established|has confirmed|has been told|has been shown|can reveal|can disclose|can confirm|can report|understands|was told|was shown",
    ),
)
"""What English interviews state, and what an outlet's own words suggest."""
