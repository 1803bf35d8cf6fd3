"""Datelines: "KARVEN (Reuters) - …", "شیراز – ایرنا – …", and the agency they name."""

import re
from collections.abc import Sequence

from clippings.article import Article
from clippings.provenance import credit_lines, letters, outlets
from clippings.provenance.standing import Line, is_aside, right_to_left

_LENGTH = 140
_PLACE = r"[^\W\d_a-z][\w.’'-]*(?:[ ,]{1,2}[\w.’'-]+){0,5}"
# Who is named out in full and in short, "the National Agency (N N A)", is cited.
_ARABIC_PLACE = re.compile(
    r"(?!.*(?:خبرگزار|وكالة|آژانس|شبك|روزنام|صحيفة|قناة|موقع))[\u0621-\u06d3\u200c]{2,}(?: [\u0621-\u06d3\u200c]+)?"
)
_BRACKETS = re.compile(
    r"^(?P<place>[^()\[\]\n]{0,60}?)[(\[]\s*(?P<name>[^()\[\]\n]{2,40}?)\s*[)\]]\s*(?P<dash>[-–—_:])?"
)
_SLASHES = re.compile(
    r"^(?P<place>[^/\n]{2,60}?)\s*/\s*(?P<name>[^/\n]{2,40}?)\s*/\.?\s*(?P<dash>[-–—_])?"
)
_SEPARATOR = re.compile(
    r"\sـ\s|\s[–—_-]{1,2}\s?|[–—]|/\s?|:(?:\s|$)|،\s?|,\s|(?<=[\u0621-\u06d3])-\s?"
)
_AFTER_DATE = re.compile(
    r"[^\d\n]{2,30}\d{1,4}[^\n،:()]{2,25}\d{4}\s*(?:م|هـ)?[،,]?\s+(?P<name>[^\d\n:–—،()-]{2,30}?)\s*[-–—:ـ]"
)
_BEFORE_PLACE = re.compile(r"(?P<name>[^\s/]{2,20}) ?/ ?[^\n/:؛،.]{2,20}\s*[؛:–—-]\s")
_BEFORE_CITY = re.compile(
    r"(?P<name>[\u0621-\u06d3]{3,8})/[\u0621-\u06d3\u200c]{3,15}\s(?=[\u0621-\u06d3])"
)
_AT_THE_END = re.compile(r"[^\n:()،]{2,70}\d{4} ?(?:م|هـ)[.،]? (?P<name>[^\d\n:–—،()-]{2,30})$")
_AFTER_DAY = re.compile(
    r"[A-ZÇË][A-ZÇË .'’-]+[.,] (?:[A-Za-z]{3,9}\.? \d{1,2}|\d{1,2} [A-Za-z]{3,9})[.,]?(?: \d{4}[.,]?)? (?P<name>[A-Z][^\n:–—/()]{1,30}?)\s?[:–—]\s"
)
_FROM = re.compile(r"(?:(?:نقلا |نقلاً )?عن|به نقل از|از) ")
_SITE = re.compile(r"(?:[\u0621-\u06d3\u200c]+ ?){1,3}(?:نیوز|نيوز|پرس|برس|آنلاین|أونلاين)")
_OPENING = re.compile(r"([^:]{2,30}):")
_OTHER_MONTH = re.compile(r" ?\(([\u0621-\u06d3]{2,6}(?: ال[\u0621-\u06d3]{3,5})?)\)(?= ?\d{4})")
"""A month by its other name, "4 مايو (أيار) 2012"."""
_DAY_IN_NUMBERS = re.compile(r"(?:\s*[-–—/.,،:]?\s*\d{1,4}(?: ?[ap]\.?m\b)?)+\s*[-–—]*\s*$")
_DIGIT = re.compile(r"\d")
_CODE = re.compile(r"[A-Z]{2,9}|[A-Z]{2,4}[a-z]{2,6}|[A-Z][a-z]+[A-Z]\w+")


def agency(article: Article, lines: Sequence[Line]) -> tuple[str, str] | None:
    """The agency that a dateline names, and the dateline."""
    heads = [line for line in lines if line.head and line.where != "credit"]
    for line in heads[:4]:
        if is_aside(line.text):
            continue
        text = line.text[:_LENGTH]
        found = (
            _marked(text, article.outlet)
            or _unmarked(text)
            or _in_a_row(text, article, len(line.text))
        )
        if found:
            return found[0], f"{found[1].strip()} ({line.where})"
    return None


def _marked(text: str, carrier: str | None) -> tuple[str, str] | None:
    """The agency in brackets or between slashes."""
    text = _OTHER_MONTH.sub("", text) if "(" in text else text
    for form in (_BRACKETS, _SLASHES):
        match = form.match(text)
        if match is None:
            continue
        place, dated = credit_lines.without_date(match["place"])
        place = _DAY_IN_NUMBERS.sub("", place).strip(" ,.")
        has_day = bool(dated or re.search(r"\d", match["place"]))
        if form is _SLASHES and not (place.isupper() or has_day):
            continue
        if not place and (name := _at_the_start(match["name"], carrier)):
            return name, match.group()
        told = _signed(match["name"])
        capital = place.isupper() or _ARABIC_PLACE.fullmatch(place)
        bare = (not place or capital) and bool(outlets.known(told))
        if not _is_place(place) or not (match["dash"] or has_day or bare or form is _SLASHES):
            continue
        coded = match["dash"] and re.search(r"\d", match["place"] + match["name"])
        name = _agency(told, carrier, place.split(",")[0].isupper() or bool(coded))
        if name:
            return name, match.group()
    return None


def _signed(words: str) -> str:
    """The agency alone, of one that is named with the day or the reporter: "(Reuters, 4 May)"."""
    first, *rest = re.split(r"\s*[,،]\s*", words, maxsplit=1)
    return first if rest else words


def _at_the_start(words: str, carrier: str | None) -> str | None:
    """The outlet in brackets before the first word: "(Harbour Courier) The bridge …"."""
    own = outlets.own(words, carrier)
    tells = credit_lines.publishes(words) or credit_lines.has_shape(words)
    return None if own or not tells or letters.is_body(words) else outlets.known(words) or words


def _unmarked(text: str) -> tuple[str, str] | None:
    """The agency after a date or before a place: "رام الله 14-10-2023 وفا- ", "ایسنا/تبریز؛ "."""
    slash, digit = "/" in text, bool(_DIGIT.search(text))
    for form, may_stand in (
        (_AFTER_DATE, digit),
        (_BEFORE_PLACE, slash),
        (_AT_THE_END, digit),
        (_AFTER_DAY, digit),
        (_BEFORE_CITY, slash),
    ):
        match = form.match(text) if may_stand else None
        if match and (name := outlets.known(match["name"])):
            return name, match.group()
    return None


def _is_place(text: str) -> bool:
    return not text or (len(text.split()) <= 5 and bool(re.match(r"[^\W_a-z]", text)))


def _agency(words: str, carrier: str | None, trusted: bool) -> str | None:
    if "/" in words:
        return None
    if outlets.own(words, carrier):
        return carrier
    found = outlets.known(words) or (outlets.periodical(words) if trusted else None)
    if found is None and (credit_lines.publishes(words) or (trusted and _CODE.fullmatch(words))):
        return words
    return found


def _in_a_row(text: str, article: Article, length: int) -> tuple[str, str] | None:
    """The agency between dashes, after the place or, in Arabic script, before a colon."""
    right, start = right_to_left(article), 0
    first = ""
    for number, match in enumerate(_SEPARATOR.finditer(text)):
        part, start_of_part = text[start : match.start()].strip(), start
        start = match.end()
        if number > 2 or len(part) > 45 or len(part.split()) > 5:
            return None
        first = first or part
        name = _row_name(part, right) if right or part[:1].isupper() else None
        dated = bool(re.search(r"\d", text[:start_of_part]))
        dated = dated or outlets.is_news_agency(name or "")
        if name and _fits(number, right or dated, first, match.group(), article):
            return name, text[: match.end()]
        if start_of_part and not right and not part:
            return None
    return None


def _row_name(part: str, right: bool) -> str | None:
    if right and (after := _FROM.match(part)):
        return outlets.known(outlets.bare(part[after.end() :]))
    part = part.strip(' «»"“”()')
    found = outlets.known(part) or ("." in part and outlets.of_domain(part.lower())) or None
    names_itself = outlets.leads(part) or _SITE.fullmatch(part)
    if found is None and right and names_itself and len(part.split()) <= 5:
        return part
    if found is None and not right and credit_lines.publishes(part):
        return part
    return found


def _may_open(first: str) -> bool:
    """Whether a text may begin with this name: an agency's, or one that says that it publishes."""
    if outlets.leads(first) or ("." in first and outlets.of_domain(first.lower())):
        return True
    known = outlets.known(first)
    return outlets.is_news_agency(known) if known else credit_lines.publishes(first)


def _fits(number: int, right: bool, first: str, separator: str, article: Article) -> bool:
    if number == 0:
        lines = article.text.split("\n") if right else []
        starts = (_OPENING.match(line) for line in lines if ":" in line[:31])
        openings = [start[1] for start in starts if start]
        each = len(openings) > article.text.count("\n\n")
        if len({outlets.known(one) for one in openings} - {None}) > 1 or (each and openings[1:]):
            return False  # a review of the press
        asked = sum(line.startswith(f"{first}:") for line in lines) > 1
        dash = separator.strip() in ("-", "–", "—", "--")
        agency_first = dash and _may_open(first)
        later = separator.strip() == "،" and re.search(r"[:–—]", article.text[:_LENGTH])
        return (right and (separator.strip() in ":–—-ـ" or later) and not asked) or agency_first
    dash = separator.strip() in ("–", "—", "-", ":", "--", "_", "ـ")
    return (dash or (separator.strip() == "/" and right_to_left(article))) and (
        right or first.isupper()
    )
