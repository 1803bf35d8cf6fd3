"""The forms in which texts say where they come from: a sorted table, one form a row.

Forms met on real pages and in the style guides of newsrooms: agency datelines, credit lines, open
letters, interviews, "Source:" lines, and the house styles of the big agencies.
"""

import re
from dataclasses import dataclass

STATED, INFERRED = "stated", "inferred"


@dataclass(frozen=True, slots=True)
class Rule:
    """One form: how it looks, where it may stand, and what it is worth."""

    pattern: re.Pattern[str]
    basis: str
    confidence: float
    where: str = "edge"
    """"edge" (first and last paragraphs, credits), "first", "credit", "headline" or "any"."""
    name: str | None = None
    """The origin it means, where it has no `name` group."""
    trusts: bool = False
    """Whether a name that is in no table is believed as it stands."""
    body: bool = False
    """Whether a name that calls itself an agency, a paper … is believed."""
    own: bool = False
    """Whether it means the carrier itself."""
    interview: bool = False
    """Whether it counts only in an interview."""
    after: re.Pattern[str] | None = None
    """What must not follow."""

    def fits(self, edge: bool, where: str, interview: bool) -> bool:
        """Whether the form may stand in such a place of such an article."""
        if self.interview and not interview:
            return False
        if self.where == "edge":
            return edge
        if self.where == "first":
            return where in ("first paragraph", "credit")
        return self.where in ("any", where) and (self.where != "any" or where != "headline")


def _form(pattern: str, basis: str, confidence: float, flags: int = 0, **more: object) -> Rule:
    return Rule(re.compile(pattern, re.VERBOSE | flags), basis, confidence, **more)  # type: ignore[arg-type]


_I = re.IGNORECASE
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*"
_WORD = r"[^\W\d_a-zà-öø-ÿ][\w.&’'-]*"
_TITLE = rf"(?:[Tt]he\ )?{_WORD}(?:\ (?:(?:of|for|the|and|al|e|i|të|de)\ )?{_WORD}){{0,6}}"
_NAME = rf"(?P<name>{_TITLE})"
_PERSON = rf"{_WORD}(?:\ {_WORD}){{1,3}}"
_RTL = r"(?P<name>[^\n.:؛،,()«»–—\d-]{2,45}?)"
_DAY = r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/. ]\w+[-/. ]\d{4}|\w+\ \d{1,2},\ \d{4}|[۰-۹٠-٩]{1,4}[/ -]\w+[/ -][۰-۹٠-٩]{1,4})"
_DASH = r"\s*[–—―_-]{1,2}\s*"

_APPOSITION = re.compile(
    r",? (?:a|an|the|which|one of|Iran’s|Iran's|Iraq’s)\b.{0,60}?(?:agency|newspaper|daily|website|broadcaster|channel|paper|station)|,? (?:that|in a report)"
)

RULES = (
    # Credit lines and datelines
    _form(rf"^{_NAME}{_DASH}{_DAY}\.?$", STATED, 0.97, trusts=True),
    _form(rf"^{_RTL}{_DASH}{_DAY}$", STATED, 0.95, trusts=True),
    _form(
        rf"^(?:[^\W\d_][\w.,’'/ -]{{1,50}}?\ ?)?\(\s*{_NAME}\s*\)\s*(?:[–—-]{{1,2}}|:)\s",
        STATED,
        0.96,
        where="first",
        trusts=True,
    ),
    _form(
        rf"^[^\W\d_][\w.’' -]{{1,40}},\ (?:{_MONTH}\.?\ \d{{1,2}}|\d{{1,2}}\ \w+)(?:,?\ \d{{4}})?,?\ [/(]{_NAME}[/)]",
        STATED,
        0.96,
        where="first",
        trusts=True,
    ),
    _form(
        rf"^[\w\s’'-]{{2,40}},?\s*\d{{0,2}}\s*\w*\s*/{_NAME}/",
        STATED,
        0.96,
        where="first",
        trusts=True,
    ),
    _form(
        rf"^[^\n.:،()]{{2,30}}[\s،,–—-]+\(?\s*{_RTL}\s*\)?\s*(?:[–—:]|\s-)\s",
        STATED,
        0.93,
        where="first",
        body=True,
    ),
    _form(rf"^\(?\s*{_RTL}\s*\)?\s*(?:[–—:]|\s-)\s", STATED, 0.92, where="first", body=True),
    _form(rf"[/(]\s*(?P<name>[^\n/()]{{2,40}}?)\s*[/)]\.?$", STATED, 0.85, body=True),
    _form(
        rf"{_NAME}\ (?:staff\ |news\ )?(?:writers?|reporters?|correspondents?|journalists?)\ {_PERSON}"
        r".{0,80}?contributed",
        STATED,
        0.95,
        body=True,
    ),
    _form(
        rf"^(?:By|BY)\ {_PERSON}(?:\ and\ {_PERSON})?(?:,|\ \||\ /|{_DASH}|\ of|\ for)\s*{_NAME}\.?$",
        STATED,
        0.95,
        body=True,
    ),
    _form(
        rf"^(?:By|BY)\ {_NAME}(?:\ (?:staff|Staff|desk|Desk|reporters?))?\.?$",
        STATED,
        0.9,
        body=True,
    ),
    # "Source: …" in the languages met, and reprints
    _form(
        r"^\W*(?:sources?|via|courtesy\ of|credit|burimi|marrë\ nga|منبع|المصدر|مصدر|به\ نقل\ از|برگرفته\ از"
        r"|نقل\ از|نقلاً?\ عن|نقلا\ً?\ عن)\s*:?\s*(?P<name>[^\n:؛]{2,50}?)\W*$",
        STATED,
        0.95,
        _I,
        trusts=True,
    ),
    _form(
        rf"(?:article|story|report|piece|interview|text|column)\ (?:was\ |is\ )?(?:first|originally)?\s?"
        rf"(?:appeared|published|ran|reprinted|republished)\ (?:first\ |originally\ )?(?:in|on|by|at|from)\ {_NAME}",
        STATED,
        0.96,
        trusts=True,
    ),
    _form(
        rf"^(?:[Ff]irst|[Oo]riginally)\ (?:published|appeared)\ (?:in|on|by|at)\ {_NAME}",
        STATED,
        0.96,
        trusts=True,
    ),
    _form(
        rf"^(?:[Rr]eprinted|[Rr]epublished|[Tt]ranslated|[Aa]dapted)\ from\ (?:the\ \w+\ of\ )?{_NAME}",
        STATED,
        0.94,
        trusts=True,
    ),
    _form(
        r"^(?:ترجمه(?:\ شده)?|ترجمة)\s*(?:از|عن|:)\s*(?P<name>[^\n:؛،]{2,45}?)\W*$",
        STATED,
        0.9,
        body=True,
    ),
    # Open letters
    _form(
        r"^(?:an?\ )?open\ letter\ (?:of|from|by)\ (?:the\ )?(?P<name>[^\n:;]{3,80}?)\s+to\b",
        STATED,
        0.95,
        _I,
        where="first",
        trusts=True,
    ),
    _form(
        r"^(?:an?\ )?open\ letter\ (?:of|from|by)\ (?:the\ )?(?P<name>[^\n:;]{3,80}?)\s+to\b",
        STATED,
        0.95,
        _I,
        where="headline",
        trusts=True,
    ),
    _form(
        r"^نامه‌?\ ?(?:ی\ )?سرگشاده‌?\ ?(?:ی\ )?(?P<name>[^\n:؛]{3,60}?)\s+(?:به|خطاب)\b",
        STATED,
        0.95,
        where="first",
        trusts=True,
    ),
    _form(
        r"^رسالة\ مفتوحة\ من\ (?P<name>[^\n:؛]{3,60}?)\s+إلى\b",
        STATED,
        0.95,
        where="first",
        trusts=True,
    ),
    _form(
        r"^letër\ e\ hapur\ (?:nga\ |e\ |prej\ )(?P<name>[^\n:;]{3,60}?)\s+(?:për|drejtuar)\b",
        STATED,
        0.95,
        _I,
        where="first",
        trusts=True,
    ),
    # Interviews and one's own people
    _form(
        rf"\binterview\ (?:\w+\ )?(?:with|to|by)\ (?:the\ )?{_NAME}",
        STATED,
        0.9,
        where="any",
        body=True,
        interview=True,
    ),
    _form(r"\bour\ (?:own\ )?(?:correspondent|reporter|staff)(?P<name>\b)", STATED, 0.85, own=True),
    # House styles
    _form(r"^\(?Writing\ by\ .{3,80};\s*Editing\ by\ ", INFERRED, 0.75, _I, name="Reuters"),
    _form(r"^\(?Reporting\ by\ .{3,120}", INFERRED, 0.65, _I, name="Reuters"),
    # Self-reference
    _form(
        rf"(?i:pressed|asked|interviewed|contacted|reached|obtained|reviewed|seen)\ by\ (?P<name>[Tt]he\ {_WORD}(?:\ {_WORD}){{0,3}})",
        INFERRED,
        0.6,
        where="any",
        trusts=True,
        after=_APPOSITION,
    ),
    _form(
        rf"\b(?:told|tells)\ (?P<name>{_TITLE})",
        INFERRED,
        0.55,
        where="any",
        body=True,
        after=_APPOSITION,
    ),
)
"""Every form; of several that are found in one article the surest decides."""
