"""The outlet that asks the questions of an interview under its own name."""

import re
from functools import lru_cache

from clippings.article import Article
from clippings.provenance import credit_lines, outlets
from clippings.provenance.rules import TITLE
from clippings.provenance.vocabulary import KIND_AR, KIND_FA, SHTYP

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
    lines = (line for line in text.split("\n") if ":" in line[:50])
    return tuple(match[1] for line in lines if (match := LABEL.match(f"{line}\n")))


def _asked(text: str) -> list[str]:
    """Who asks, question by question."""
    found, start, end = [], 0, 0
    for line in text.split("\n"):
        if start >= end and ":" in line[:50] and (match := _ASKED.match(text, start)):
            found.append(match[1])
            end = match.end()
        start += len(line) + 1
    return found


def is_interview(article: Article) -> bool:
    """Whether a text goes in turns: names before colons, or questions in lines of their own."""
    return _is_interview(article.text)


@lru_cache(maxsize=8)
def _is_interview(text: str) -> bool:
    return len(_labels(text)) >= 2 or len(_questions(text)) >= 2


def _questions(text: str) -> list[str]:
    """The short lines that are questions."""
    if "?" not in text and "؟" not in text:
        return []
    asking = (line for line in text.split("\n") if "?" in line or "؟" in line)
    lines = (line.rstrip(' \t»"”') for line in asking)
    return [line for line in lines if 4 < len(line) < 200 and line.endswith(("?", "؟"))]


_CUE = re.compile(
    r"\b(?:interview|spoke|speak|sat down|talk|told|met with|conversation|joined|answers?|questions)"
    r"|\b(?:intervist|bised|foli|flet|tha|tregoi|rr[ëe]feu|u ul|p[ëe]rgjigj|i ftuar|e ftuar)"
    r"|گفت|مصاحب|صحبت|پرسش|پاسخ|مهمان|میزبان|حوار|حاور|مقابلة|حديث|لقاء|التق|تحدث|أسئلة|ضيف|استضاف"
)
_SHORT = re.compile(r"(?:[Tt]he )?[A-Z][a-z]+")
"""One word in Latin letters: short for a name that only the outlet's own readers know."""
_KIND = rf"(?:{KIND_FA}|{KIND_AR}|(?:ال)?{KIND_AR}|{SHTYP}(?: e lajmeve)?|(?i:the )?(?i:newspaper|daily|weekly|monthly|magazine|agency|website|journal|paper|station))"


def introduced(article: Article) -> tuple[str, str] | None:
    """The outlet that asks in its turns under a name by which the first words call an outlet.

    "He sat down with The Harbour Lantern. … THL: …?", "… për gazetën Feneri. … Feneri: …?".
    """
    turns = labels(article)
    if len(turns) < 2 or not (asked := set(_asked(article.text))):
        return None
    start = article.text.find(turns[0] + ":")
    lead = f"{article.headline}\n{article.text[: start if start > 0 else 0]}"
    if not _CUE.search(lead):
        return None
    for label in sorted(asked, key=turns.index):
        name = _called(label, lead)
        own = f"{article.outlet or ''}".endswith(f" {label}")
        if own or (name and not _SHORT.fullmatch(name) and not _NOBODY.fullmatch(label)):
            said = (article.outlet if own else name) or ""
            return said, f"{lead[-160:].strip()} … {label}: (text)"
    return None


def _called(label: str, lead: str) -> str | None:
    """The name that a label stands for, if the first words call it an outlet."""
    if label.isupper() and 2 <= len(label) <= 6:
        for match in re.finditer(rf"(?:[Tt]he )?{TITLE}", lead):
            words = match.group().split()
            capitals = [
                "".join(w[0] for w in some if w[0].isupper() or some is words)
                for some in (words, words[1:])
            ]
            if len(words) > 1 and label in {"".join(one).upper() for one in capitals}:
                return match.group()
        return None
    if label[0].isascii() and not re.fullmatch(TITLE, label):
        return None
    bare = re.escape(re.sub(r"^[Tt]he ", "", label))
    if credit_lines.publishes(label) and re.search(rf"\b{bare}", lead):
        return label
    if re.search(rf"[«\"“„]{bare}[»\"”“]", lead):
        return label
    if called := re.search(
        rf"(?<!\w){_KIND} (?:\w+ )?{bare}(?!\w)|\b[Tt]he {bare}\b(?! [a-z]+ (?:of|who)\b)", lead
    ):
        return called.group() if re.match("[\u0621-\u06d3]", called.group()) else label
    return None


def unlisted(article: Article) -> str | None:
    """Who asks in every turn, if it seems no person: a short name, the headline has the other's.

    Papers label their own questions so; a reporter who asks is named in a byline or the headline.
    """
    turns = labels(article)
    asked = _asked(article.text) if len(turns) > 1 else []
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
