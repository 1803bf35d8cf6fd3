"""The forms in which Albanian texts say where they come from: a sorted table."""

from clippings.provenance.rules import INFERRED, NAME, PERSON, STATED, TITLE, WORD, form

ALBANIAN = (
    form(
        rf"^(?i:let[ëe]r e hapur) [^\n;]{{3,80}}? (?:nga|prej) (?P<name>{TITLE})",
        STATED,
        0.94,
        where="heading",
        body=True,
        words="hapur",
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
    form(
        r"^\W*(?:[Nn]ga|[Pp]rej) (?:korrespondent\w*|i d[ëe]rguari|e d[ëe]rguara|gazetar\w*|reporter\w*)(?: \w+)? (?:ynë|yn[ëe]|jon[ëe]|tan[ëe])",
        STATED,
        0.93,
        own="is",
        words="ynë|yne|tonë|jonë|tanë|jone|tone|tane",
    ),
    form(
        rf"^\W*(?:Përgatiti|Shkroi|Shkruan|Raportoi|Intervist\w+|Reportazh\w*)(?: ekskluzive)? (?:për|nga) [\"“„«]?(?P<name>{TITLE})",
        STATED,
        0.93,
        words="përgatiti|shkroi|shkruan|raportoi|intervist|reportazh",
    ),
    form(
        rf"(?i:marr[ëe]|huazuar|shqip[ëe]roi|p[ëe]rktheu|p[ëe]rkthyer|shk[ëe]putur|botu(?:ar|a)(?: p[ëe]r her[ëe] t[ëe] par[ëe]| m[ëe] par[ëe]| fillimisht)?|ribotuar|p[ëe]rshtatur)"
        rf" (?:nga|n[ëe]|prej) (?:(?:faqja (?:zyrtare )?e|uebfaqja e|e p[ëe]r\w+|gazet\w+|revist\w+|portal\w+|agjenci\w+(?: e lajmeve)?) )?{NAME}",
        STATED,
        0.97,
        trusts=True,
        own="never",
        words="marr|huazuar|shqip|rktheu|rkthyer|putur|botua|rshtatur",
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
    form(
        rf"^\W*(?i:(?:lajm|raport|shkrim|artikull|reportazh|tekst|njoftim|koment|analiz[ëe]?)\w*) (?:i|e|nga|prej) (?:(?:agjencis[ëe]|gazet[ëe]s|revist[ëe]s|portalit|televizionit|radios|s[ëe] p[ëe]r\w+)(?: s[ëe] lajmeve)? )?{NAME}\W*$",
        STATED,
        0.94,
        own="never",
        words="lajm|raport|shkrim|artikull|reportazh|tekst|njoftim|koment|analiz",
    ),
    form(
        rf"^\W*(?:[Ss]ipas|[Nn]ga|[Pp]rej) {NAME},? (?i:p[ëe]rshtati|p[ëe]rktheu|shqip[ëe]roi|p[ëe]rgatiti|solli n[ëe] shqip)",
        STATED,
        0.94,
        words="rshtati|rktheu|shqip|rgatiti",
    ),
    form(
        rf"^\W*(?i:raporton|shkruan|njofton|raportoi|raportojn[ëe]) (?:nga (?:[^\W\d_]\w+ ){{1,2}})?p[ëe]r (?P<name>{TITLE}?)(?=,? {PERSON}\W*$)",
        STATED,
        0.94,
        words="raport|shkruan|njofton",
    ),
    form(
        rf"^(?P<name>{WORD} (?:(?:i|e|të|së) )?{TITLE}) [–—-] (?i:reportazh|intervist[ëe]|ekskluziv\w*|analiz[ëe]|koment|editorial|lajm)\w*\W*$",
        STATED,
        0.9,
        where="line",
        trusts=True,
        words="reportazh|intervist|ekskluziv|analiz|koment|editorial|lajm",
    ),
    form(
        rf"\b(?:siguroi|ka siguruar|kan[ëe] siguruar|disponon|ka m[ëe]suar|m[ëe]son|zbuloi|ka par[ëe]|zot[ëe]ron) (?:ekskluzivisht )?[\"“„«]?(?P<name>{TITLE})",
        INFERRED,
        0.62,
        where="any",
        weak=True,
        words="sigur|dispon|mësuar|mesuar|mëson|meson|zbuloi|parë|pare|zotëron|zoteron",
    ),
    form(
        rf"\b(?:i|u) (?:tha|than[ëe]|tregoi|deklaroi|rr[ëe]feu)(?: (?:ai|ajo|ata))? [\"“„«]?(?P<name>(?:[Aa]gjencis[ëe]|[Gg]azet[ëe]s|[Rr]evist[ëe]s)? ?{TITLE})",
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
"""What Albanian texts state and suggest."""
