"""Where a text speaks of the very outlet that carries it: "told the Herald", "seen by the Herald"."""

import re
from functools import cache

_BEFORE = re.compile(
    r"(?:\b(?:told|tells?|telling|sp(?:oke|eak|oken|eaking) (?:to|with)|wrote to"
    r"|interview (?:with|to)|shared with"
    r"|(?:seen|obtained|reviewed|viewed|interviewed|contacted|reached|asked|found"
    r"|questioned|pressed) by)\s(?:the\s)?"
    r"|(?:قال|قالت|صرح|صرحت|أكد|أكدت|أوضح|أوضحت|أضاف|أضافت|كشف|روى|روت|تصريح|تصريحات|حديث|حوار|مقابلة|اتصال|لقاء"
    r"|علمت?|حصلت?|اطلعت?|خص|زارت?|التقت|التقى)(?:\s\S+){0,3}?\s?(?:ل|لـ|مع\s|إلى\s|عليها\s|عليه\s)?"
    r"|(?:گفت.?وگو|گفت.?و.?گو|مصاحبه|تماس)(?:ی|یی)?(?: \S+)? با\s"
    r"|\b(?:به|با|توسط|خبرنگار|اختیار|دست|برای)\s"
    r"|\b(?:tha|than[ëe]|tregoi|deklaroi|rr[ëe]feu|foli|siguruar|siguroi|m[ëe]son|m[ëe]suar|par[ëe]|disponon"
    r"|intervist\w+)\s(?:\w+\s)?(?:p[ëe]r\s|nga\s|me\s|i\s)?)[\"«“„‘']?$"
)
_AFTER = re.compile(
    r"[\"»”’']?\s(?:rang|phoned|telephoned|asked|visited|approached|contacted|put it to|spoke to|invited) (?!by\b)(?=\w)"
    r"|[\"»”’']?\s(?:has|had|have) (?:learn|seen|obtained|reviewed)|[\"»”’']?\s(?:understands|can reveal)"
    r"|[\"»”’']?\s(?:گفت|گفته|می.?گوید|می.?گویند|توضیح|خبر داد|تأیید|قرار|رسید|دریافته|افزود|اعلام)"
)
_PERSIAN = re.compile(
    r"(?<!گو )(?<!مصاحبه )(?<!تماس )(?<!تلفنی )\b(?:به|با|توسط|خبرنگار|اختیار|دست|برای)\s[«\"]?$"
)
_NEAR = 60
_PARTICLES = frozenset("the of and i e të së te se".split())


def self_reference(text: str, carrier: str | None) -> str | None:
    """The words in which a text speaks of its carrier as the one who asked, saw or was told."""
    if not carrier:
        return None
    for match in _named(carrier).finditer(text):
        before = text[max(0, match.start() - _NEAR) : match.start()]
        after = _AFTER.match(text, match.end())
        cue = _BEFORE.search(before)
        if (cue and (after or not _PERSIAN.search(before))) or (after and not cue):
            start = max(0, match.start() - _NEAR) + (cue.start() if cue else len(before))
            return text[start : after.end() if after else match.end()].strip()
    return None


@cache
def _named(carrier: str) -> re.Pattern[str]:
    """The carrier's name in the cases that Albanian gives it: "Zërin e Familjeve"."""
    words = [
        r"\w{1,3}"
        if word in _PARTICLES
        else re.escape(word[: max(3, len(word) - 2)]) + r"\w{0,4}\u0654?"
        for word in carrier.split()
    ]
    return re.compile(r"(?<![^\Wل])" + r"\s".join(words) + r"(?!\w)")
