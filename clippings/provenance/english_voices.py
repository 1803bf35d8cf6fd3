"""Open letters, interviews and own reporters in English: what they state of the origin."""

from clippings.provenance.rules import NAME, PERSON, STATED, TITLE, WORD, form

_AGO = r"(?! in (?:19|20)\d\d\b)(?!,? (?:an?|the|one of) (?:\w+[ -]){0,4}(?:agency|newspaper|daily|weekly|website|broadcaster|channel|paper|station|magazine))"
_ORGANISATION = r"(?P<name>[^\n:;,]{3,80}?)"

ENGLISH_VOICES = (
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
        rf"^(?i:an? )?(?i:open letter) (?i:of|from|by) (?i:the )?{_ORGANISATION}\s+(?i:to)\b",
        STATED,
        0.95,
        where="heading",
        trusts=True,
        words="open letter",
    ),
    form(
        rf"^(?:An? )?(?:[Pp]ress |(?i:open ))?(?i:statement|communiqu[ée]|declaration|press release|appeal|(?:joint )?statement|message|letter|petition|resolution|memorandum|announcement|report)"
        rf" (?i:(?:issued |released |made )?(?:by|of|from)) (?i:the )?(?P<name>{TITLE}?)(?= on the| on [A-Z]| about| regarding| concerning| at the| to |[.,:]|$)",
        STATED,
        0.94,
        where="heading",
        body=True,
        words="statement|communiqu|declaration|release|appeal|message|letter|petition|resolution|memorandum|announcement|report",
    ),
    # Interviews and one's own people
    form(
        rf"(?<!found in an )(?<!seen in an )(?<!read in an )\b[Ii]nterview (?:\w+ )?(?:with|to|by) (?:the )?{NAME}{_AGO}",
        STATED,
        0.9,
        where="interview",
        cites=True,
        words="interview",
    ),
    form(
        rf"^(?i:an? )?(?i:exclusive )?[Ii]nterview (?:of [^\n]{{3,80}}? )?(?:with|to|by|for|given to) (?:the )?{NAME}{_AGO}",
        STATED,
        0.9,
        where="heading",
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
        rf"^\W*(?i:reporting|reported|words|written|prepared|report|story|text) (?i:for|by) (?:the )?{NAME}:",
        STATED,
        0.93,
        words="for |by ",
    ),
)
"""What English credit lines, reprints, letters and interviews state."""
