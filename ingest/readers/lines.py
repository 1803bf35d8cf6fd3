"""The lines of a rendered page, and what each one is by its own look."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from clippings import dates
from ingest.readers import vocabulary as words
from ingest.readers.beside import LONGEST, Meta, author_of, networks, read_meta, signed
from ingest.readers.decoding import trim

_BULLET = re.compile(r"^[•◦▪●○∙]\s*|^\*\s+")
_CAPTURED = re.compile(r"(?:date|captured|capture date|saved(?: on)?)\s*:?\s+(.+)", re.IGNORECASE)
_LABELLED = re.compile(r"date\s*:?\s+\S", re.IGNORECASE)
_LONGEST_NAME = 60
"""Characters of an author's or a section's name."""
_LONGEST_BAR = 12
"""Lines of a share bar that has one line for each place to share at."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank."""

    text: str
    gap: bool
    """A blank line stands before it."""
    kind: str
    """"text", "bullet", "share", "meta", "count", "more", "end", "copyright", "crumbs",
    "captured" or "site"."""
    meta: Meta | None = None
    networks: int = 0
    """How many places to share it at the line names."""

    signed: Meta | None = None
    """The day of a line like "Name - 4 March 2019", which is a credit under a text."""
    author: str | None = None
    """Who a line says posted it, if it says nothing else."""
    leads: bool = False
    """A line like "date 2019-03-04" that stands over an article, whatever stands above it."""

    def as_dated(self) -> "Line":
        """The same line, taken for a date line if it may be one."""
        return replace(self, kind="meta", meta=self.signed) if self.signed else self

    @property
    def folded(self) -> str:
        """The text as it is compared: without case, typography and bullets."""
        return fold(self.text)


def fold(text: str) -> str:
    """One spelling for typographic and plain quotes, dashes and spaces, without case."""
    if not text.isascii() or "`" in text:
        text = text.translate(words.TYPOGRAPHY)
    return " ".join(text.casefold().split()).strip(" .:»«*•")


def is_paragraph(text: str) -> bool:
    """Whether a line is long or finished enough to be running text, not a heading."""
    count = text.count(" ") + 1
    return count >= 25 or (count >= 8 and text[-1:] in words.STOPS)


def is_finished(text: str) -> bool:
    """Whether a sentence ends here, closing quotes and brackets left aside."""
    return text.rstrip("\"'”’»)]} ")[-1:] in words.SENTENCE_END


def is_left_open(text: str) -> bool:
    """Whether a text breaks off with dots, as teasers do."""
    return text.rstrip(" )]}").endswith(("...", "…"))


def first_paragraph(segment: Sequence[Line]) -> int:
    """Where running text begins, or the number of lines if there is none."""
    for number, line in enumerate(segment):
        if line.kind == "text" and is_paragraph(line.text):
            return number
    return len(segment)


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
    return _leading(_shares(_joined(found)))


def _leading(found: list[Line]) -> list[Line]:
    """The lines, with every "date 2019-03-04" marked that stands over an article.

    They do where several stand on a page and the first has no text above it, unless the software
    prints other days with its comments. One over the menu says when the page was saved.
    """
    days = [number for number, line in enumerate(found) if _is_labelled(line)]
    if days and found[days[0]].kind == "captured" and _over_menu(found[days[0] + 1 :]):
        days = days[1:]
    counted = any(
        line.meta.published and line.meta.comments is not None for line in found if line.meta
    )
    if len(days) < 2 or counted or first_paragraph(found) < days[0]:
        return found
    for number in days:
        found[number] = replace(found[number], kind="meta", leads=True)
    return found


def _is_labelled(line: Line) -> bool:
    return line.kind in ("captured", "meta") and bool(_LABELLED.match(line.text))


def _over_menu(below: Sequence[Line]) -> bool:
    """Whether a menu stands here before any text; one of its words may be a section too."""
    above = below[: first_paragraph(below)]
    listed = any(line.kind in ("bullet", "crumbs") for line in above)
    return listed or sum(map(in_menu, above)) > 1


def _joined(found: list[Line]) -> list[Line]:
    """Author and section that stand under a date in two lines each: "by", then the name."""
    joined: list[Line] = []
    dated = False
    rest = iter(found)
    for line in rest:
        word = words.heading(line.text) if len(line.text) < _LONGEST_NAME else line.text
        if dated and word in words.BY | words.IN and (named := next(rest, None)):
            if len(named.text) < _LONGEST_NAME:
                name = named.text
                meta = Meta(author=name) if word in words.BY else Meta(section=name)
                line = replace(line, kind="meta", meta=meta)
            else:
                joined.append(line)
                line = named
        joined.append(line)
        dated = line.kind == "meta" or (dated and not word)
    return joined


def _line(text: str, gap: bool, number: int) -> Line:
    bare = _BULLET.sub("", text)
    if len(text) > LONGEST:
        return Line(text, gap, "text")
    named = networks(bare)
    if named:
        return Line(text, gap, "share", networks=named)
    if bare != text:
        return Line(bare, gap, "bullet")
    if number < 5 and (match := _CAPTURED.fullmatch(text)) and (told := dates.parse(match[1])):
        return Line(text, gap, "captured", Meta(*told))
    if meta := read_meta(text):
        named = len(words.NETWORKS.findall(text))
        return Line(text, gap, "meta", meta, networks=named if named > 1 else 0)
    return Line(text, gap, _kind(text), signed=signed(text), author=author_of(text))


def _kind(text: str) -> str:
    if words.MORE.fullmatch(text):
        return "more"
    title = words.heading(text)
    if title in words.ENDS or title.startswith(words.FORMS) or words.PAGER.fullmatch(text):
        return "end"
    if words.COUNTER.fullmatch(text):
        return "count"
    if words.TAGGED.fullmatch(text) and not is_finished(text):
        return "end"
    if text[0] == "©" or words.RIGHTS.search(text):
        return "copyright"
    return "crumbs" if crumbs(text) else "text"


def crumbs(text: str) -> list[str]:
    """The parts of "Home » Section » Headline", or nothing."""
    parts = [part for part in re.split(r"\s*[»›→>/]\s*", text) if part]
    return parts[1:] if len(parts) > 1 and words.heading(parts[0]) in words.HOME else []


def in_menu(line: Line) -> bool:
    """Whether a line is an entry that menus have."""
    return words.heading(line.text) in words.NAVIGATION


def _shares(found: list[Line]) -> list[Line]:
    """Unknown share bars told by structure: the very same line right after every dated line.

    A section's name may stand there too, but that one stands over the first article as well.
    """
    for _ in range(_LONGEST_BAR):
        after = _after_dates(found)
        known = [found[n] for n in after if n < len(found)]
        if len(known) < 2 or len({line.folded for line in known}) > 1 or known[0].kind == "share":
            break
        # Only the last date may lack it, where the capture ended.
        if is_paragraph(known[0].text) or len(known) < len(after) - 1:
            break
        if known[0].folded in {line.folded for line in found[: min(after)]}:
            break
        for number in after:
            if number < len(found):
                found[number] = replace(found[number], kind="share", networks=2)
    return found


def _after_dates(found: list[Line]) -> list[int]:
    """For every line with a count of comments the first line after it that is in no share bar."""
    after: list[int] = []
    first = len(found)
    for number in range(len(found) - 1, -1, -1):
        line = found[number]
        if line.meta and line.meta.comments is not None:
            after.append(first)
        if line.kind not in ("share", "meta"):
            first = number
    return after
