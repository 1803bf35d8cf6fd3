"""The forms of notes that name people in a sentence: what they did, and how it looks."""

from clippings.provenance.rules import PERSON, TITLE

RIGHT = r"[\u0621-\u065f\u0670-\u06d3\u200c]+"
"""A word in Arabic script."""

FORMS = (
    (
        "writing",
        "Lecturer|Professor|Fellow|Researcher|Candidate|Reader",
        rf"(?P<who>{PERSON}), (?:[A-Z][\w-]+ ){{0,3}}(?:Lecturer|Professor|Fellow|Researcher|Candidate|Reader)(?: (?:in|of) [\w ]{{2,40}})?, {TITLE}",
    ),
    (
        "writing",
        "his |ollowing ",
        rf"\W*(?:[Tt]he following|[Tt]his) (?:\w+ )?(?:article|profile|essay|story|report|column|piece|interview|text),? (?:is |was |written )?by (?P<who>{PERSON})(?=,| (?:is|was|first|appeared|in|ran|has)\b).*",
    ),
    (
        "reporting",
        "eported from",
        rf"(?P<who>{PERSON}) reported from (?P<place>[^.,]{{2,40}}), with .{{3,60}} (?:contributing|reporting) from .{{2,40}}",
    ),
    (
        "contributing",
        "eported from",
        rf"{PERSON} reported from [^.,]{{2,40}}, with (?P<who>{PERSON}) (?:contributing|reporting) from (?P<place>[^.,]{{2,40}})",
    ),
    (
        "photography",
        "تصوير|عدسة|عکس",
        rf".{{3,160}}[(\[](?:تصوير|عدسة|عکس):? ?(?P<who>{RIGHT}(?: {RIGHT}){{1,2}})(?=\s?[-–—/)\]،])",
    ),
    (
        "photography",
        "hoto|icture|oto:",
        rf".{{3,160}}[(\[](?i:photo(?:graph)?s?(?: by)?|pictures?(?: by)?|foto): ?(?P<who>{PERSON})(?=\s?[-–—/)\],])",
    ),
    (
        "writing",
        "گروه",
        rf"(?:(?:خبرگزاری|روزنام\w+) )?{RIGHT}[،,/]? ?گروه {RIGHT}(?: {RIGHT})?\s?[-–—]\s?(?P<who>{RIGHT}(?: {RIGHT}){{1,2}}):",
    ),
    (
        "writing",
        "Yours|yours|egards|espekt|nderim",
        rf"(?i:yours (?:faithfully|sincerely|truly|respectfully|etc)|(?:with )?(?:best |kind )?regards|me (?:respekt|nderim\w*)),? (?P<who>{PERSON})(?=,|$)",
    ),
    (
        "writing",
        "با |بقبول|مع ",
        rf"(?:با (?:احترام|سپاس|تشکر)|و?تفضلوا بقبول \S+(?: \S+)?|مع (?:التحية|الاحترام|الشكر))، ?(?P<who>{RIGHT}(?: {RIGHT}){{1,2}})(?=\s?[،–—-]|$)",
    ),
    (
        "translation",
        "که ",
        rf".{{5,}} که (?P<who>{RIGHT} {RIGHT}) (?:آن|این) را (?:\S+ ){{0,4}}?(?:ترجمه|به فارسی).*",
    ),
    (
        "translation",
        "rshtati",
        rf".*\bp[ëe]rshtati(?: n[ëe] shqip)?:? (?:nga )?(?P<who>{PERSON})\W*",
    ),
    (
        "reporting",
        "aporton",
        rf"(?i:raporton) nga \w+(?: \w+)? p[ëe]r {TITLE}? (?P<who>{PERSON})\W*",
    ),
    # Own reporters, and who wrote for whom
    (
        "reporting",
        "orrespondent|eporter|ureau chief",
        rf"(?:From|By) (?P<who>{PERSON}),? (?:(?:our|the|[A-Z])[^,.;:]{{0,50}}?)?(?i:correspondent|reporter|bureau chief)(?: in (?P<place>[A-Z][\w ’'-]{{1,30}}))?\W*$",
    ),
    (
        "reporting",
        "eported for|eporting for",
        rf"(?i:report(?:ed|ing)) for {TITLE} by (?P<who>{PERSON})(?=\W*$|[;,)])",
    ),
    (
        "reporting",
        "reported th",
        rf"(?P<who>{PERSON}) reported (?:this|the) (?:story|article|piece)(?: from (?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*))? for {TITLE}\W*$",
    ),
    (
        "writing",
        "wrote this",
        rf"(?P<who>{PERSON}) wrote this (?:story|article|piece|essay|column)(?: for {TITLE})?\W*$",
    ),
    (
        "writing",
        "author",
        rf"(?:.*\b)?(?i:permission|consent|leave) of (?:the|its) author,? (?P<who>{PERSON})(?=[,.;]|\W*$)",
    ),
    (
        "writing",
        "ritten in",
        rf"[Ww]ritten in [A-Z][a-z]+ by (?P<who>{PERSON})(?=[,.;]|\W*$)",
    ),
    (
        "editing",
        "dited ",
        rf"(?:.*\b(?:stor(?:y|ies)|article|report|piece|interview|text|essay|transcript|version|translation|post|segment)\b[^.;]{{0,60}}\b)?[Ee]dited (?:for \w+ )?(?:by|and condensed by) (?P<who>{PERSON})(?=,| and |\W*$)",
    ),
    (
        "reporting",
        "korrespondent|gazetar|reporter|dërguar",
        rf"(?:(?P<place>[^\W\d_a-z][\w ]{{1,30}}?),? )?[Nn]ga (?:korrespondent|gazetar|reporter|i dërguar|e dërguar)\w*(?: \w+)? (?:i|e|në|ynë|jonë)\b[^,:]{{0,40}}?(?: në (?P<at>[A-ZÇË]\w+(?: (?:e |i )?[A-ZÇË]\w+)?))?[,:] (?P<who>{PERSON})\W*$",
    ),
    ("writing", "autor", rf"(?:.*[;,.] )?autor(?:i|e|ja)?:? (?P<who>{PERSON})\W*$"),
    (
        "writing",
        "e autor",
        rf".*\b[Mm]e lejen? e autor\w+,? (?P<who>{PERSON})(?=[,.;]|\W*$)",
    ),
    (
        "reporting",
        "مراسل|موفد",
        rf"(?:(?P<place>{RIGHT}(?: {RIGHT})?)\s?[-–—]\s?)?(?:من )?(?:مراسلة?|موفدة?) [«\"](?:[^»\"]{{2,30}})[»\"] (?:في (?P<at>{RIGHT}) )?(?P<who>{RIGHT} {RIGHT}(?: {RIGHT})?)\s?(?::|$)",
    ),
    (
        "writing",
        "با اجاز",
        rf".*(?:با اجاز[هۀ]\S* )(?:نویسنده|مؤلف)(?:ٔ آن)?،? (?P<who>{RIGHT} {RIGHT})(?=[،.؛]|\W*$)",
    ),
    (
        "writing",
        "نوشته است|کرده است",
        rf"این (?:گزارش|مطلب|مقاله|یادداشت|متن|نوشته) را (?P<who>{RIGHT} {RIGHT}) (?:برای {RIGHT}(?: {RIGHT}){{0,3}} )?(?:نوشته|تهیه کرده) است\W*$",
    ),
    (
        "writing",
        "كاتب|مؤلف",
        rf".*(?:باتفاق مع|بإذن(?: من)?|بموافقة) (?:كاتبها?|كاتبتها?|الكاتبة?|المؤلفة?) (?P<who>{RIGHT} {RIGHT}(?: {RIGHT})?)\W*$",
    ),
)
"""Role, words of which one stands wherever the form does, and the form; `place` and `at` say where the person was."""
