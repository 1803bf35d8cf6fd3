"""Words that have a name's shape and are none: headings, places, companies."""

import re

from clippings.provenance import credit_lines

_HEADING = frozenset(
    """company companies holdings group president presidenti university college institute hotel airport stadium
    road avenue square palace valley mountain mountains river ocean sea bay beach island islands county region
    province district town village city capital coast desert border upper lower central new old great san santa
    saint port fort mount los las cape gulf tale tales life death dream dreams time times future past history
    nation nations people states union rights justice order money oil climate crisis change reform question
    questions answer answers issue issues lesson lessons problem problems thoughts matter matters reasons things
    facts first second third last next final latest bad worst more less introduction background conclusion summary
    overview chapter section part prologue epilogue foreword preface abstract results discussion methods
    references appendix sponsored continued related listen watch play video audio gallery pictures share tweet link
    copied comments newsletter exclusive special live today tonight yesterday tomorrow week weekend month year
    merry lost hidden silent broken open closed public private social human political national international global
    local foreign domestic civil military security health science arts music sport sports football business
    economy market markets trade school schools museum theatre theater hospital police army court parliament
    senate congress committee council government ministry department campaign election elections party board team
    club society association foundation movement project network media news press radio television magazine letters
    letter statement speech interview transcript review reviews guide list map chart table figure photo image
    caption credit credits red united golden secret register republic enterprise pioneer leader citizen banner deadly dangerous digital modern ancient western eastern northern
    southern stade estadio deal food festival comfort column columnist author user users motors league cup interviews basketball baseball soccer tennis hockey golf cricket rugby girls boys women men
    ahead scores results fixtures standings obituaries classifieds horoscope weather crossword eigene recherche recherchen meldung themen kosova shqipëria lufta banka bashkimi qeveria kuvendi tirana prishtina koha sot jeta vdekja historia rruga dashuria""".split()
)
"""Words of headings, of places and of companies."""
_OPENS = frozenset(
    """green blue black white hot dark wall street film winter spring middle central general guest super free wild mother father thank quick amen holy wise real
        north south east west big little long short good best true happy lake love key story house law power day des thank costa puerto rio monte sri saudi""".split()
)
"""Words that open a heading or a place, and close many a person's name."""
_ABSTRACT = re.compile(r"\w{2,}(?:tion|sion|ness|ship|ology|ities|ism)$")
_BOTH = frozenset(
    """grant mark will bill rose grace hope faith may june april jack frank rich dean page rob sue pat gene
    dale guy miles drew chase pierce art ray jean joy ivy lily daisy amber ruby pearl violet heather hazel
    holly iris olive penny sandy robin jay martin dawn eve carol summer autumn melody harmony christian
    rusty dusty woody buddy buck chip skip wade clay cliff glen heath lance max nick norm peg wren ida""".split()
)
"""Given names that are words, too."""
_ENDS = frozenset("street hills heights springs falls harbour harbor".split())
"""Words that close a place, and open some persons' names."""
_PLACES = frozenset(
    """hong kong|buenos aires|burkina faso|addis ababa|tel aviv|abu dhabi|el salvador|kuala lumpur|phnom penh|sierra leone|cape town
    |cape verde|cabo verde|ivory coast|dar es salaam|ho chi minh|abu ghraib|deir ezzor|deir el-balah|ramallah|beit lahia|khan yunis|khan younis
    |ras al-khaimah|umm al-quwain|um durman|port-au-prince|tegucigalpa|belo horizonte|porto alegre|mexico city|la paz|las vegas|baton rouge
    |palo alto|notre dame|scotland yard|abbottabad|mazar-i-sharif|jalalabad|nagorno karabakh|nagorno-karabakh|bosnia herzegovina|great britain
    |sao paulo|são paulo|rio tinto|tora bora|wadi rum|jabal amel|bandar abbas|khorramabad|shkodra|mal i zi|mali i zi|ulan bator|ulaanbaatar
    |sinn féin|sinn fein|aix-en-provence|den haag|the hague|tripoli lebanon|papua guinea|guinea bissau|guinea-bissau|trinidad tobago""".replace(
        "\n    ", ""
    ).split("|")
)
"""Places of two words that no other word tells."""
_ADJECTIVE = re.compile(r" (?:i|e|të|së) [^\W\d_]")
"""An Albanian noun with its adjective: "Mali i Zi"."""


def is_heading(name: str, rest: str) -> bool:
    """Whether words in Latin letters that have a name's shape are rather a heading, a place or a company.

    `rest` is what is said beside them: a heading's words come again there in small letters.
    """
    if name.casefold() in _PLACES or _ADJECTIVE.search(name):
        return True
    words = re.findall(r"[^\W\d_]+", name.casefold())
    if (
        _HEADING.intersection(words)
        or words[0] in _OPENS
        or words[-1] in _ENDS
        or any(map(_ABSTRACT.match, words))
    ):
        return True
    if credit_lines.is_institution(name):
        return True
    first = words[0]
    if "ë" in rest:
        return False  # Albanian headings have small letters
    return first not in _BOTH and len(first) > 2 and bool(re.search(rf"\b{first}\b", rest))
