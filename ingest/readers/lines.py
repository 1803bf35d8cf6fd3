"""The lines of a rendered page, and what each one is by its own look."""

import re
from collections import Counter
from dataclasses import dataclass, replace

from ingest import dates
from ingest.readers import vocabulary as words
from ingest.readers.decoding import trim

_BULLET = re.compile(r"^[•◦▪●○∙]\s*|^\*\s+")
_DOMAIN = re.compile(r"\b(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,12})\b", re.IGNORECASE)
_CAPTURED = re.compile(r"(?:date|captured|capture date|saved(?: on)?)\s*:?\s+(.+)", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_SIGNED = re.compile(r"([^\W\d_][\w.’' -]{1,40}?)\s*[-–—|•,]\s+(.{6,40})")
_LONGEST_META = 160


@dataclass(frozen=True, slots=True)
class Meta:
    """What the line under or over an article says of it."""

    published: str | None = None
    precision: str | None = None
    comments: int | None = None
    author: str | None = None

    def by(self, author: str) -> "Meta":
        """The same, posted by someone."""
        return replace(self, author=author)


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank."""

    text: str
    gap: bool
    """A blank line stands before it."""
    kind: str
    """"text", "bullet", "share", "meta", "more", "end", "copyright", "crumbs" or "captured"."""
    meta: Meta | None = None
    networks: int = 0
    """How many places to share it at the line names."""

    signed: Meta | None = None
    """The day of a line like "Name - 4 March 2019", which is a credit under a text."""
    author: str | None = None
    """Who a line says posted it, if it says nothing else."""

    def as_dated(self) -> "Line":
        """The same line, taken for a date line if it may be one."""
        return replace(self, kind="meta", meta=self.signed) if self.signed else self

    @property
    def folded(self) -> str:
        """The text as it is compared: without case, typography and bullets."""
        return fold(self.text)


def fold(text: str) -> str:
    """One spelling for typographic and plain quotes, dashes and spaces, without case."""
    return " ".join(text.translate(words.TYPOGRAPHY).casefold().split()).strip(" .:»«*•")


def is_paragraph(text: str) -> bool:
    """Whether a line is long or finished enough to be running text, not a heading."""
    count = text.count(" ") + 1
    return count >= 25 or (count >= 8 and text[-1:] in words.STOPS)


def is_finished(text: str) -> bool:
    """Whether a sentence ends here, closing quotes and brackets left aside."""
    return text.rstrip("\"'”’»)]} ")[-1:] in words.SENTENCE_END


def lines(text: str) -> list[Line]:
    """The lines of a page, blank ones left out."""
    found: list[Line] = []
    gap = False
    for raw in text.split("\n"):
        line = trim(raw)
        teaser = words.TEASER.search(line)
        for part in (line[: teaser.start(1)].rstrip(), teaser[1]) if teaser else (line,):
            if part:
                found.append(_line(part, gap, len(found)))
                gap = False
        gap = not line
    return _shares(found)


def _line(text: str, gap: bool, number: int) -> Line:
    bare = _BULLET.sub("", text)
    if len(text) > _LONGEST_META:
        return Line(text, gap, "text")
    networks = _networks(bare)
    if networks:
        return Line(text, gap, "share", networks=networks)
    if bare != text:
        return Line(bare, gap, "bullet")
    if number < 5 and (match := _CAPTURED.fullmatch(text)) and (told := dates.parse(match[1])):
        return Line(text, gap, "captured", Meta(*told))
    if meta := read_meta(text):
        return Line(text, gap, "meta", meta)
    author = words.AUTHOR.fullmatch(text)
    return Line(text, gap, _kind(text), signed=_signed(text), author=author[1] if author else None)


def _signed(text: str) -> Meta | None:
    """Name and day of a line that holds just these."""
    match = _SIGNED.fullmatch(text)
    told = dates.parse(match[2]) if match else None
    if not match or not told or told[1] in ("month", "year"):
        return None
    return Meta(*told, author=match[1])


def _kind(text: str) -> str:
    if words.MORE.fullmatch(text):
        return "more"
    if words.heading(text) in words.ENDS or words.PAGER.fullmatch(text):
        return "end"
    if words.TAGGED.fullmatch(text) and not is_finished(text):
        return "end"
    if text[0] == "©" or words.RIGHTS.search(text):
        return "copyright"
    return "crumbs" if crumbs(text) else "text"


def crumbs(text: str) -> list[str]:
    """The parts of "Home » Section » Headline", or nothing."""
    parts = [part for part in re.split(r"\s*[»›→>]\s*|\s+/\s+", text) if part]
    return parts[1:] if len(parts) > 1 and fold(parts[0]) in words.HOME else []


def read_meta(text: str) -> Meta | None:
    """Day and comments of a line that says nothing else."""
    if len(text) > _LONGEST_META or not words.HAS_META.search(text):
        return None
    rest, comments = _comments(text)
    found = dates.search(rest)
    if found and found.precision not in ("month", "year"):
        rest = rest[: found.start] + " " + rest[found.end :]
    else:
        found = None
    if found is None and comments is None:
        return None
    rest = dates.WEEKDAY.sub("", dates.fold(rest))
    if words.BESIDE_DATE.sub("", rest).strip(words.SEPARATORS):
        return None
    by = next((match["by"] for match in words.BESIDE_DATE.finditer(rest) if match["by"]), None)
    meta = Meta(comments=comments, author=by)
    return replace(meta, published=found.iso, precision=found.precision) if found else meta


def _comments(text: str) -> tuple[str, int | None]:
    """The text without its count of comments, and that count."""
    for pattern, count in words.COMMENTS:
        if match := pattern.search(text):
            number = count if count is not None else int(dates.fold(match[1]))
            return text[: match.start()] + " " + text[match.end() :], number
    return text, None


def _networks(text: str) -> int:
    """How many networks a line names that names nothing else, apart from a count of shares."""
    rest, named = words.NETWORKS.subn("", text)
    return named if not rest.strip(words.SEPARATORS + "0123456789") else 0


def _shares(found: list[Line]) -> list[Line]:
    """Unknown share bars told by structure: the very same line right after every dated line."""
    for _ in range(12):
        dated = [n for n, line in enumerate(found) if line.meta and line.meta.comments is not None]
        after = [_after(found, number) for number in dated]
        known = [found[n] for n in after if n < len(found)]
        if len(known) < 2 or len({line.folded for line in known}) > 1 or known[0].kind == "share":
            break
        if is_paragraph(known[0].text) or len(known) < len(dated) - 1:
            break
        for number in after:
            if number < len(found):
                found[number] = replace(found[number], kind="share", networks=2)
    return found


def _after(found: list[Line], number: int) -> int:
    """The first line after this one that is no part of a share bar."""
    number += 1
    while number < len(found) and found[number].kind in ("share", "meta"):
        number += 1
    return number


def site_of(found: list[Line]) -> tuple[str | None, str | None]:
    """The name and the domain of the site, as its page states them."""
    rights = [line.text for line in found if line.kind == "copyright"]
    domain = next((match[1] for text in rights if (match := _DOMAIN.search(text))), None)
    name = _name(found, rights)
    return name, domain.lower() if domain else None


def _name(found: list[Line], rights: list[str]) -> str | None:
    first = next((line for line in found if line.kind != "captured"), None)
    menu = first and words.heading(first.text) in words.NAVIGATION
    if first and first.kind == "text" and not menu and not is_paragraph(first.text):
        counts = Counter(line.folded for line in found)
        stated = any(first.folded in fold(text) for text in rights)
        if stated or counts[first.folded] > 1 or _is_menu(found, found.index(first) + 1):
            return first.text
    for text in rights:
        last = [match.end() for match in _YEAR.finditer(text)]
        name = re.split(r"\.|\||[Aa]ll [Rr]ights", text[last[-1] :] if last else "")[0]
        if name := name.strip(words.SEPARATORS):
            return name
    return None


def _is_menu(found: list[Line], number: int) -> bool:
    """Whether a menu begins at a line."""
    return number < len(found) and (
        found[number].kind == "bullet" or words.heading(found[number].text) in words.NAVIGATION
    )
