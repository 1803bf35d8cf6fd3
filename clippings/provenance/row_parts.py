"""What the parts of a line are that is a row: an outlet, a job, a name, a place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from clippings.article import Article
from clippings.provenance import credit_lines, names, outlets
from clippings.provenance.roles import TOKEN
from clippings.provenance.standing import Line
from clippings.provenance.vocabulary import KIND_AR, KIND_FA

_MOST = 6
"""Parts of a row."""
_PARTS = re.compile(r"\s*[,،|/]\s*|\s*[–—]+\s*|\s+-+\s+|(?<=[\u0621-\u06d3])-(?=[\u0621-\u06d3])")
IN = re.compile(r"\s+(?:in|reporting from|at|në|در|في)\s+")
_DOMAIN = re.compile(r"(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,6}")
_FOR = re.compile(
    r"(?:[Ff]or|[Ss]pecial (?:to|for)|[Ee]xclusive (?:to|for)|për|ekskluzive për|برای|ویژه|اختصاصی(?: برای)?|خاص(?: ب?ـ?ل?ـ?)?|حصري) ?(?=\S)"
)
JOB = re.compile(
    r"(?:(?:[Tt]he )?(?P<of>[A-Z][\w.&’' -]{1,40}?)?(?:['’]s)? ?\b(?i:(?:(?:staff|special|senior|chief|foreign|political|diplomatic|sports) )*(?:writer|reporter|correspondent|contributor|columnist|journalist|bureau chief|editor)s?)(?: (?:for|of|at) [A-Z][\w.&’' -]{1,40}?)?"
    r"|(?:gazetar|korrespondent|reporter)\w*(?: special\w*)? (?:e|i|në|për) \S[^,;:.]{1,40}?"
    r"|(?:خبرنگار|گزارشگر|نامه.?نگار)(?: اعزامی)? ?[^،:.؛]{0,30}?|(?:مراسلة?|موفدة?|كاتبة?) ?[^،:.؛]{0,30}?)"
    r"(?: (?:in|from|në|nga|در|از|في|من) (?P<place>[^\s,،:.؛][^,،:.؛]{1,30}))?"
)
_BESIDE = re.compile(
    r"\s+(?=(?:for (?:the )?[A-Z]|për (?:[a-zë]+ )?[\"“„A-ZÇË]|برای|ل(?:صحيفة|جريدة|موقع|مجلة|وكالة|قناة|شبكة|منصة)) ?\S)"
)
"""What parts "NAME for OUTLET"."""
_KIND = re.compile(rf"(?:{KIND_FA}|{KIND_AR}|رادیوی?|ملحق) \S")
_PLACE = re.compile(rf"{TOKEN}(?: {TOKEN}){{0,2}}")
_BRACKET = re.compile(r"\s*[(\[](?P<inside>[^()\[\]]{2,50})[)\]]$")


@dataclass(frozen=True, slots=True)
class Row:
    """A line in its parts, and where it stands."""

    bare: str
    parts: Sequence[str]
    kinds: Sequence[str]
    line: Line
    after: Line | None
    article: Article

    @property
    def has_outlet(self) -> bool:
        """Whether an outlet stands in the row, or under it as in a byline of several lines."""
        below = self.line.block and self.after is not None and publishes(self.after.text)
        return "outlet" in self.kinds or below

    @property
    def job(self) -> re.Match[str] | None:
        """The job that stands beside a name."""
        return JOB.fullmatch(self.parts[self.kinds.index("job")]) if "job" in self.kinds else None


def row(bare: str, line: Line, after: Line | None, article: Article) -> Row | None:
    """The row that a line is; None if it has a part that is none of a row's."""
    parts = [part.strip(" ()[]:") for part in _PARTS.split(_unbracketed(bare))]
    parts = [one for part in parts if part for one in _BESIDE.split(part, maxsplit=1)]
    if not 1 <= len(parts) <= _MOST:
        return None
    kinds = [_kind(part, article.outlet) for part in parts]
    if "else" in kinds or "name" not in kinds:
        return None
    return Row(bare, parts, kinds, line, after, article)


def agencies(part: str) -> str:
    """A part without the agencies it names at its end."""
    return part.removesuffix(" and agencies")


def _unbracketed(bare: str) -> str:
    """A row without what stands in brackets behind the name, where that names an outlet."""
    match = _BRACKET.search(bare)
    if match is None or not bare[: match.start()].strip(" –—-"):
        return bare
    name = re.split(r"[/,،]", match["inside"])[-1].strip()
    return bare[: match.start()] + f" | {name}" if publishes(name) else bare


def _kind(part: str, carrier: str | None) -> str:
    """What a part of a row is: "outlet", "job", "name" or "names", "place", "else"."""
    if publishes(part) or outlets.own(part, carrier):
        return "outlet"
    if (_FOR.match(part) or _KIND.match(part)) and len(part.split()) <= 6:
        return "outlet"
    if JOB.fullmatch(part):
        return "job"
    if all(_is_name(one, carrier) for one in names.AND.split(agencies(part))):
        return "name"
    if names.right(part):
        return "place" if len(part.split()) <= 3 else "else"
    return "place" if _PLACE.fullmatch(part) else "else"


def _is_name(words: str, carrier: str | None) -> bool:
    """Whether words are a name, or a name in a place."""
    name, *where = IN.split(names.untitled(words), maxsplit=1)
    return names.is_name(name, carrier) and (not where or len(where[0].split()) <= 3)


def publishes(part: str) -> bool:
    """Whether a part of a row is an outlet's name."""
    if outlets.known(part) or credit_lines.publishes(part) or outlets.leads(part):
        return True
    return bool(_DOMAIN.fullmatch(part)) or credit_lines.is_code(part)
