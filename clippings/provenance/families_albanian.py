"""Families of credits in Albanian: each takes in every order, case and wording that papers have of one kind."""

from clippings.provenance.rules import INFERRED, PERSON, STATED, TITLE, WORD, form
from clippings.provenance.vocabulary import DOLI, EMER, PARE, QUOTED, SHTYP, TEKST, VETA

_NE = r"(?:n[ëe]|nga|te|tek|prej|n[ëe] faqe(?:t|n) e|n[ëe] num[ëe]r\w+ \w+ (?:e|t[ëe])|p[ëe]r|me leje\w* (?:e|t[ëe]))"
_OUT = "botua|publik|doli|dalë|shkru|transmet|shfaq|marr|huazua|shtypur|rgatit|realizua|del "

FAMILIES_ALBANIAN = (
    # First published, taken over, translated
    form(
        rf"\b(?i:ky|kjo|k[ëe]to|ky i?) (?:[ëe]sht[ëe] )?(?:nj[ëe] )?{TEKST}(?: (?:i|e|nga) (?:plot[ëe]|{PERSON}))?,? (?:(?:q[ëe]|i cili|e cila) )?(?:{PARE} )?{DOLI}(?: {PARE})?(?: (?:n[ëe] )?(?:gjuh[ëe]n )?\w+isht(?:e|ja)?)? {_NE} {EMER}",
        STATED,
        0.97,
        trusts=True,
        own="never",
        words=_OUT,
    ),
    form(
        rf"^\W*(?i:{PARE} )?(?i:{DOLI})(?: (?:n[ëe] )?(?:gjuh[ëe]n )?\w+isht(?:e|ja)?)?(?: {PARE})? {_NE} {EMER}",
        STATED,
        0.96,
        trusts=True,
        own="never",
        words=_OUT,
    ),
    form(
        rf"\b(?i:versioni|teksti|artikulli|shkrimi|botimi) (?i:origjinal|i plot[ëe]|i par[ëe]|n[ëe] origjinal)(?: (?:i|e) k[ëe]tij {TEKST}| n[ëe] \w+isht)? (?:{PARE} )?{DOLI}(?: {PARE})? {_NE} {EMER}",
        STATED,
        0.96,
        trusts=True,
        own="never",
        words="origjinal|plotë|plote|parë|pare",
    ),
    form(
        rf"^\W*(?i:origjinali|botimi i par[ëe]|botuar (?:s[ëe] pari|fillimisht|m[ëe] par[ëe])|publikuar|botuar|ribotim|marr[ëe]|kreditet?|agjencia|gazeta|t[ëe] drejtat(?: e autorit)?|p[ëe]rkthyer nga|p[ëe]rkthim nga|nga faqja)(?: n[ëe]| te| nga)?\s*:\s*{EMER}",
        STATED,
        0.95,
        trusts=True,
        own="never",
        words="origjinal|botim|botuar|publikuar|marr|kredit|agjencia|gazeta|drejtat|rkthy|rkthim|faqja",
    ),
    form(
        rf"^\W*(?i:origjinali|shkrimi|artikulli|teksti|lajmi|versioni)(?: (?:i plot[ëe]|origjinal))? (?:doli|gjendet|lexohet|[ëe]sht[ëe]|mund t[ëe] lexohet|u botua) (?:n[ëe]|te|tek|nga) {EMER}",
        STATED,
        0.94,
        trusts=True,
        own="never",
        words="doli|gjendet|lexohet|është|eshte|botua",
    ),
    form(
        rf"\b(?i:ribotohet|ribotuar|ribotim|botohet|botuar|publikohet|riprodhuar|p[ëe]rdor\w+|merret)(?: k[ëe]tu)? (?:me (?:leje\w*|miratimin|mir[ëe]sjellje\w*|p[ëe]lqimin) (?:nga |e |t[ëe] |s[ëe] |prej )|(?:nga|prej|sipas) ){EMER}",
        STATED,
        0.96,
        trusts=True,
        own="never",
        words="ribot|botohet|botuar|publikohet|riprodh|rdor|merret",
    ),
    form(
        rf"\b(?i:p[ëe]rkthim|p[ëe]rshtatje|p[ëe]rmbledhje|p[ëe]rkthyer|p[ëe]rshtatur|shkurtuar)(?: (?:i|e) (?:shkurtuar|p[ëe]rshtatur|l?lir[ëe]))?(?: nga {PERSON},?)?(?: dhe \w+)? (?:(?:i|e|nga) )?(?:nj[ëe] )?{TEKST} (?:(?:t[ëe]|q[ëe]|i|e) )?(?:{DOLI} )?(?:{PARE} )?(?:(?:n[ëe]|te|nga|prej|s[ëe]|t[ëe]) )?{EMER}",
        STATED,
        0.96,
        trusts=True,
        own="never",
        words="rkthim|rkthy|rshtat|rmbledhje|shkurtuar",
    ),
    form(
        rf"\bnj[ëe] {TEKST}(?:i|e|je)? (?:t[ëe]|s[ëe]) {SHTYP} (?:\w+ )?{QUOTED}(?P<name>{TITLE})[^.]{{0,40}}\b(?:p[ëe]rkth|shqip[ëe]r)",
        STATED,
        0.93,
        trusts=True,
        own="never",
        words="rkth|shqip",
    ),
    # By whom for whom
    form(
        rf"^\W*(?:(?i:nga|shkruan|shkroi|shkruar nga|autor\w*|p[ëe]rgatiti|raporton|raportoi|intervistoi|bisedoi|tekst\w*|reportazh (?:nga|i)|reportazh|intervist[ëe]|koment|analiz[ëe]|opinion)(?: nga)?\s*:?\s+){VETA},? (?:(?i:ekskluzivisht|posa[çc][ëe]risht|enkas) )?p[ëe]r {EMER}[\"”“»']?\W*$",
        STATED,
        0.95,
        trusts=True,
        words="për |per ",
    ),
    form(
        rf"^\W*{VETA},? (?:ekskluzivisht |posa[çc][ëe]risht |enkas )?p[ëe]r (?:{SHTYP} (?:\w+ )?{QUOTED}(?P<name>{TITLE}))[\"”“»']?\W*$",
        STATED,
        0.94,
        trusts=True,
        words="për |per ",
    ),
    form(
        rf"^\W*{VETA},? (?:ekskluzivisht |posa[çc][ëe]risht |enkas )?p[ëe]r {EMER}[\"”“»']?\W*$",
        STATED,
        0.9,
        shape=True,
        words="për |per ",
    ),
    form(
        rf"^\W*(?i:ekskluziv\w*|posa[çc][ëe]risht|enkas|speciale|raport|raportim)(?: special)? p[ëe]r {EMER}[\"”“»']?\W*$",
        STATED,
        0.93,
        trusts=True,
        words="ekskluziv|posa|enkas|special|raport",
    ),
    form(
        rf"^\W*(?i:shkruar|p[ëe]rgatitur|realizuar|raportuar|shkroi|p[ëe]rgatiti|raportoi|realizoi|raportim|raport|shkruan|intervistoi)(?: ekskluzivisht)? p[ëe]r {EMER}[\"”“»']?,? ?(?:nga|:|–|-) {PERSON}",
        STATED,
        0.95,
        trusts=True,
        words="shkr|rgatit|realiz|raport|intervistoi",
    ),
    form(
        rf"\b(?i:ky|kjo) {TEKST} (?:u|[ëe]sht[ëe]) (?:shkrua\w*|p[ëe]rgatit\w*|realizua\w*|b[ëe]\w+)(?: nga {VETA},?)? p[ëe]r {EMER}",
        STATED,
        0.95,
        trusts=True,
        own="never",
        words="shkrua|rgatit|realizua",
    ),
    # Copyright
    form(
        rf"\b(?i:t[ëe] gjitha t[ëe] drejtat|e drejta|t[ëe] drejtat|copyright)(?: (?:e|s[ëe]) (?:autorit|botimit|riprodhimit))?(?: (?:t[ëe] |e |jan[ëe] t[ëe] )?(?:rezervuara|mbrojtura|rezervuar))?(?: (?:i p[ëe]rket|i p[ëe]rkasin|i takon|i takojn[ëe]|i ka|jan[ëe] t[ëe]|[ëe]sht[ëe] e|zot[ëe]rohen nga))?[ :,–-]*(?:©|\([cC]\))?[ :,–-]*(?:\d{{4}})?[ :,.–-]*(?:p[ëe]r |nga |t[ëe] |s[ëe] |e )?{EMER}",
        STATED,
        0.88,
        own="never",
        shape=True,
        words="drejta|copyright",
    ),
    # Interviews
    form(
        rf"\b(?i:intervist\w*|bised\w*|rr[ëe]fim\w*)(?: (?:ekskluzive|e gjat[ëe]|e posa[çc]me|telefonike|e plot[ëe]))?,? (?:e )?(?:(?:dh[ëe]n[ëe]|zhvilluar|realizuar|b[ëe]r[ëe]) )?(?:p[ëe]r|me|nga|te|n[ëe]) {SHTYP} (?:\w+ )?{QUOTED}(?P<name>{TITLE})",
        STATED,
        0.92,
        where="turns",
        trusts=True,
        cites=True,
        words="intervist|bised|rrëfim|rrefim",
    ),
    form(
        rf"^\W*(?i:intervistoi|intervistuesi?|intervistuesja|bisedoi|pyeti|intervist[ëe]n e (?:zhvilloi|mori|realizoi|b[ëe]ri))\s*:?\s+{PERSON}(?:,| [(\[]| –| -| p[ëe]r) ?{EMER}[\"”“»')\]]*\W*$",
        STATED,
        0.93,
        trusts=True,
        words="intervist|bisedoi|pyeti",
    ),
    # Open letters
    form(
        rf"^(?i:let[ëe]r e hapur|thirrje|apel|peticion|deklarat[ëe]|komunikat[ëe]?|mesazh) (?:e|i|nga|prej) (?P<name>{TITLE})(?= (?:drejtuar|p[ëe]r|drejt|ndaj|kund[ëe]r)\b|$)",
        STATED,
        0.9,
        where="heading",
        body=True,
        words="hapur|thirrje|apel|peticion|deklarat|komunikat|mesazh",
    ),
    # Who of the outlet's own saw, asked and was told
    form(
        rf"\b(?:gazetar|reporter|korrespondent|fotoreporter|kolege?)\w* (?:yn[ëe]|jon[ëe]|tan[ëe]|ton[ëe])(?: {PERSON})? (?:i|e|n[ëe]|nga|prej|te) {EMER}",
        INFERRED,
        0.61,
        where="any",
        trusts=True,
        words="gazetar|reporter|korrespondent|koleg",
    ),
    form(
        rf"\b(?:gazetar|reporter|korrespondent|fotoreporter|hetim|ekip)\w* (?:i|e|t[ëe]|s[ëe]) {EMER}[\"”“»']?,? (?:q[ëe]|i cili|e cila|pa|panë|vizitoi|tregon|zbulon|zbuloi|ishte|kaloi)\b",
        INFERRED,
        0.6,
        where="any",
        speaks=True,
        weak=True,
        words="gazetar|reporter|korrespondent|hetim|ekip",
    ),
    form(
        rf"\b(?:ka|kan[ëe]) (?:m[ëe]suar|par[ëe]|siguruar|verifikuar|konfirmuar|zbuluar) (?:ekskluzivisht )?{EMER}",
        INFERRED,
        0.61,
        where="any",
        speaks=True,
        weak=True,
        words="mësuar|mesuar|parë|pare|siguruar|verifikuar|konfirmuar|zbuluar",
    ),
    form(
        rf"\b(?P<name>(?:{WORD} (?:(?:i|e) )?)?{TITLE})[\"”“»']? (?:m[ëe]son|zbulon|ka m[ëe]suar|ka par[ëe]|ka siguruar|ka konfirmuar|siguroi|disponon|ka zbuluar)\b",
        INFERRED,
        0.6,
        where="any",
        speaks=True,
        weak=True,
        words="mëson|meson|zbulon|ka mësuar|ka mesuar|ka parë|ka pare|ka siguruar|ka konfirmuar|siguroi|disponon|ka zbuluar",
    ),
    form(
        rf"\b(?:tha|than[ëe]|tregoi|deklaroi|rr[ëe]feu|foli|pohoi|konfirmoi|shpjegoi|i tha|u tha)(?: \w+){{0,2}} (?:p[ëe]r|gazetar\w* (?:t[ëe]|s[ëe])|reporter\w* (?:t[ëe]|s[ëe])) {EMER}",
        INFERRED,
        0.58,
        where="any",
        speaks=True,
        weak=True,
        words="tha |thanë|thane|tregoi|deklaroi|rrëfeu|rrefeu|foli|pohoi|konfirmoi|shpjegoi",
    ),
)
"""What Albanian lines state and suggest, in whatever order and case it stands."""
