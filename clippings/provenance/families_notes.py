"""Notes above and below a text: translations, hands it went through, broadcasts, disclaimers."""

from clippings.provenance.rules import DOMAIN, INFERRED, NAME, PERSON, STATED, TITLE, WORD, form
from clippings.provenance.vocabulary import (
    DAY,
    EMER,
    SHTYP,
    VETA,
)

_TAKEN = r"(?i:(?:appeared|published|posted|carried) (?:in|on)|taken|republished|reprinted|reposted|reproduced|copied|via|from|source:)"
_CITING = r"(?:citing|quoting|crediting|(?:which|who)(?: in turn| itself)? (?:cites?|cited|quote[sd]?|credit(?:s|ed)|attributes? (?:it|this) to|took it from|had it from|names?)|in turn citing)"
_MARRE = r"(?i:marr[ëe]|huazuar|ribotuar|burimi:|lajm\w* nga|nga)"
_CITON = r"(?:(?:i cili|e cila|q[ëe])(?: nga ana e (?:tij|saj))? (?:citon|i referohet|e merr nga|e ka marr[ëe] nga)|duke (?:cituar|iu referuar))"
_VIEWS = r"(?:views?|opinions?|polic(?:y|ies)|positions?|stances?|line|those)"
_NOT = r"\b(?:do|does|may|need|should) not (?:necessarily )?(?:\w+ )?(?:reflect|represent|express|mirror|coincide with)"
_THOSE = r"(?:\b(?:and|are) not necessarily|\bnot necessarily (?=those|the (?:views|opinions)))"
_DATE = r"\d{1,2}\.? ?(?:[a-zë]+|\d{1,2}\.?) ?\d{4}"
_JOB = r"(?:staff (?:writer|reporter)|reporter|correspondent|writer|columnist|journalist|editor)"

FAMILY_NOTES = (
    # Translated from the language, with the paper beside it
    form(
        rf"\b(?i:translat(?:ed|ion)|rendered|english version)(?:,? (?:and \w+|by {PERSON},?|into [A-Z]\w+))* from (?:the )?(?:original )?[A-Z][a-z]+(?: original)?(?: by {PERSON})?\s*(?:[(\[:;,–—-]|of |in )\s*(?:of |in |from )?{NAME}(?=[\"”»]?(?:[,)\].]|\W*$| on | of ))",
        STATED,
        0.96,
        own="never",
        shape=True,
        words="translat|rendered|english version",
    ),
    form(
        rf"^\W*[Oo]riginal(?:ly)? in (?:the )?[A-Z][a-z]+\s?[,:(–—-]+\s?(?:published in |from |in )?{NAME}",
        STATED,
        0.95,
        own="never",
        words="original",
    ),
    form(
        rf"\b(?i:p[ëe]rkthyer|p[ëe]rktheu|p[ëe]rkthim|shqip[ëe]roi|shqip[ëe]ruar)(?: {PERSON},?)? (?:nga|prej) (?:gjuha )?(?:origjinali )?\w+isht\w*(?: nga {PERSON})?\s*[(\[:;,–—-]\s*(?:nga |n[ëe] )?{EMER}[\"”“»']?(?=[,)\].]|\W*$)",
        STATED,
        0.96,
        own="never",
        shape=True,
        words="rkthyer|rktheu|rkthim|shqip",
    ),
    form(
        rf"\b(?i:p[ëe]rkthyer|p[ëe]rktheu|p[ëe]rkthim|shqip[ëe]roi|shqip[ëe]ruar)(?: {PERSON},?)? (?:nga|prej) (?:gjuha )?\w+isht\w*\s*[(:;,–—-]\s*[\"“„«](?P<name>{TITLE})[\"”“»],? {_DATE}",
        STATED,
        0.96,
        own="never",
        trusts=True,
        words="rkthyer|rktheu|rkthim|shqip",
    ),
    # One that had it from another: the other wrote
    form(
        rf"(?:^\W*|\b){_TAKEN}(?: from| by)?\s+(?:[Tt]he )?[\"“]?(?:{TITLE}|{DOMAIN})[\"”]?,? {_CITING} {NAME}(?: as (?:its |the |their )?source)?\W*$",
        STATED,
        0.985,
        own="never",
        words="citing|quoting|crediting|cites|cited|quote|credits|attribute|took it|had it",
    ),
    form(
        rf"\b{_MARRE}(?: nga)? (?:\w+ )?[\"“„«]?(?:{TITLE}|{DOMAIN})[\"”“»']?,? {_CITON} {EMER}[\"”“»']?(?: si burim)?\W*$",
        STATED,
        0.985,
        own="never",
        words="citon|cituar|referohet|referuar|merr nga|marrë nga",
    ),
    form(
        rf"^\W*(?![^\n]*/){NAME},? via (?:[Tt]he )?[\"“]?(?:{TITLE}|{DOMAIN})\W*$",
        STATED,
        0.955,
        where="last",
        own="never",
        acronym=True,
        words="via",
    ),
    form(
        rf"^\W*{EMER}[\"”“»']?,? (?:p[ëe]rmes|n[ëe]p[ëe]rmjet|via) (?:\w+ )?[\"“„«]?(?:{TITLE}|{DOMAIN})\W*$",
        STATED,
        0.955,
        where="last",
        own="never",
        acronym=True,
        words="përmes|permes|nëpërmjet|nepermjet",
    ),
    # The outlet and its day
    form(
        rf"^\W*(?P<name>[A-Z]{{2,6}}/[A-Z]{{2,6}})[,.:;]? \(?{DAY}\)?\W*$",
        STATED,
        0.94,
        own="never",
        words="/",
    ),
    form(
        rf"^\W*{NAME},? {DAY}\W*$",
        STATED,
        0.92,
        where="heading",
        own="never",
        body=True,
        words="20|19",
    ),
    form(
        rf"^[(\[]{NAME},? {DAY}[)\]]",
        STATED,
        0.93,
        where="opening",
        own="never",
        body=True,
        words="(|[",
    ),
    form(
        rf"^\W*(?i:from (?:the|our) archives?|archives?)\s?[.:,;–—-]+ {NAME},? {DAY}",
        STATED,
        0.94,
        where="opening",
        own="never",
        shape=True,
        words="archive",
    ),
    form(
        rf"^\W*(?i:(?:an? |the )?(?:exclusive |full |unofficial |edited )?(?:interview|transcript of (?:an? |the )?interview|transcript|conversation|q&a))(?: (?:with|of|given by) [^\n,;:]{{3,50}}?)?(?: (?:given )?(?:with|to|for|on|by|in)|\s?[:–—-]) {NAME},? \(?{DAY}[^\n]{{0,50}}$",
        STATED,
        0.94,
        words="interview|transcript|conversation|q&a",
    ),
    form(
        rf"^\W*(?i:(?:transkript\w* (?:i|e) )?(?:intervist\w*|bised\w*))(?: \w+){{0,2}} (?:p[ëe]r|me|n[ëe]) {EMER}[\"”“»']?,? \(?{_DATE}[^\n]{{0,50}}$",
        STATED,
        0.94,
        words="intervist|bised|transkript",
    ),
    form(
        rf"^\W*(?i:(?:as )?(?:first )?(?:heard|aired|shown|broadcast)|(?:this|the) (?:\w+ )?(?:story|report|segment|interview|piece|episode|item) (?:was |is )?(?:first )?(?:heard|aired|broadcast)) on {NAME}",
        STATED,
        0.94,
        shape=True,
        words="heard on|aired on|shown on|broadcast on",
    ),
    form(
        rf"^\W*(?i:(?:(?:u )?transmetua\w*|d[ëe]gjuar|(?:u )?shfaq\w*)) n[ëe] {EMER}[\"”“»']?,? (?:n[ëe] )?(?:emision|program|edicion|rubrik)\w*",
        STATED,
        0.94,
        trusts=True,
        words="transmet|dëgjuar|degjuar|shfaq",
    ),
    # By whom for whom
    form(
        rf"^\W*(?i:nga|shkruan|shkroi|shkruar nga|autor\w*|raporton|p[ëe]rgatiti)\s*:?\s+{VETA},? p[ëe]r (?P<name>{DOMAIN})\W*$",
        STATED,
        0.95,
        words="për |per ",
    ),
    form(
        rf"^\W*(?i:lajm(?:i|et)? nga|shkrimi? nga|teksti? nga|marr[ëe] nga faqja)\s*:\s*{EMER}",
        STATED,
        0.95,
        own="never",
        trusts=True,
        words="nga:|nga :|faqja:",
    ),
    form(
        rf"\b(?i:artikulli|shkrimi|teksti|versioni|reportazhi|intervista) origjinale? (?:[ëe]sht[ëe]|u|qe|ishte) (?:botua\w*|publikua\w*)(?: (?:fillimisht|s[ëe] pari))?(?:,? n[ëe] (?:gjuh[ëe]n )?\w+isht\w*)? (?:n[ëe]|nga|te|tek) {EMER}",
        STATED,
        0.97,
        own="never",
        trusts=True,
        words="origjinal",
    ),
    form(
        rf"^\W*(?:(?:[Bb]y )?{PERSON},? )?(?P<name>[A-Z]{{2,5}}(?: News)?)(?:['’]s)? (?:[\w-]+ ){{0,3}}(?:correspondent|editor|reporter|analyst)(?: in {WORD}(?: {WORD})?)?\W*$",
        STATED,
        0.92,
        words="correspondent|editor|reporter|analyst",
    ),
    # Whose people wrote, and whose views it does not give: inferred
    form(
        rf"^\W*{PERSON},? (?!(?:an? |the )?(?:former|retired|ex-))(?:an? |the )?(?:[a-z-]+ ){{0,2}}{_JOB} (?:at|for|with|of) {NAME},? (?:covers|writes|reports|is based|can be)\b",
        INFERRED,
        0.62,
        where="last",
        shape=True,
        words="covers|writes|reports|is based|can be",
    ),
    form(
        rf"^\W*(?P<name>{WORD}(?: {WORD}){{0,3}}?)['’]s? {PERSON}(?:(?:,| and|, and) {PERSON}){{0,5}} (?:also )?contributed (?:to (?:this|the)|reporting)\b",
        INFERRED,
        0.64,
        words="contributed",
    ),
    form(
        rf"(?:{_NOT}|{_THOSE}) (?:the |those |an? )?(?:official |editorial )?(?:{_VIEWS} (?:or {_VIEWS} )?)?of (?:the )?(?:editors? of |(?:editorial )?(?:board|staff|team) of )?{NAME}",
        INFERRED,
        0.6,
        own="never",
        words="necessarily|not reflect|not represent",
    ),
    form(
        rf"{_NOT} (?:the )?(?P<name>{TITLE}?)['’]s? (?:own |official )?editorial (?:polic|stance|position|line|view)",
        INFERRED,
        0.62,
        own="never",
        trusts=True,
        words="editorial",
    ),
    form(
        rf"\b(?:nuk|jo) (?:e |i )?(?:pasqyr|p[ëe]rfaq[ëe]s|shpreh|paraq)\w* (?:domosdoshm[ëe]risht|detyrimisht|patjet[ëe]r|gjithmon[ëe]) (?:edhe )?(?:q[ëe]ndrim|pik[ëe]pamje|mendim|opinion|politik|linj)\w*(?: (?:editorial\w*|zyrtar\w*|redaksional\w*|e redaksis[ëe]))* (?:(?:e|t[ëe]|s[ëe]|i) )?(?=(?P<is>{SHTYP} )?){EMER}",
        INFERRED,
        0.6,
        own="never",
        words="domosdosh|detyrimisht|patjetër|patjeter|gjithmon",
    ),
)
"""In Latin letters."""
