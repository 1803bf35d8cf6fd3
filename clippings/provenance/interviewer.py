"""The outlet that asks the questions of an interview under its own name."""

import re
from functools import lru_cache

from clippings.article import Article
from clippings.provenance import outlets

LABEL = re.compile(r"^[^\w\n]{0,4}([^\W\d_][^:\n]{0,40}?)\s?:\s", re.MULTILINE)
_ASKED = re.compile(
    r"^[^\w\n]{0,4}([^\W\d_][^:\n]{0,40}?)\s?:\s[^\n]*[?؟][»\"”]?[ \t]*$", re.MULTILINE
)
_NOBODY = re.compile(
    r"(?:the )?(?:q|a|question|answer|host|presenter|anchor|moderator|interviewer|reporter|journalist|guest|voice"
    r"|caller|judge|prosecutor|lawyer|chair\w*|teacher|student|audience|p|pyetje|moderator\w*|gazetar\w*"
    r"|intervistues\w*|drejtues\w*|prezantues\w*|i ftuari|e ftuara|gjykat\w+|prokuror\w+"
    r"|س|ج|سؤال|جواب|پرسش|پاسخ|مجری|خبرنگار|گزارشگر|مصاحبه.?گر|پرسشگر|مهمان|قاضی|دادستان|وکیل"
    r"|المذيعة?|المحاورة?|المقدمة?|مقدمة?|الصحافية?|الصحفية?|السائلة?|المراسلة?|الضيفة?|القاضي|المحامي)",
    re.IGNORECASE,
)


def labels(article: Article) -> list[str]:
    """Who speaks, turn by turn: the words before the colons."""
    return list(_labels(article.text))


@lru_cache(maxsize=8)
def _labels(text: str) -> tuple[str, ...]:
    return tuple(LABEL.findall(text)) if ":" in text else ()


def unlisted(article: Article) -> str | None:
    """Who asks in every turn, if it seems no person: a short name, the headline has the other's.

    Papers label their own questions so; a reporter who asks is named in a byline or the headline.
    """
    turns = labels(article)
    asked = _ASKED.findall(article.text)
    name = asked[0] if asked else ""
    if len(asked) < 2 or set(asked) != {name} or turns.count(name) != len(asked):
        return None
    others = set(turns) - {name}
    if len(others) != 1 or turns[0] != name or _NOBODY.fullmatch(name):
        return None
    said = article.text.count(name) == len(asked) and name not in article.headline
    other = others.pop().split()[-1]
    named = other in article.headline or outlets.says_it_publishes(name)
    short = len(name.split()) == 1 or name.startswith("The ") or outlets.says_it_publishes(name)
    return name if said and named and short else None
