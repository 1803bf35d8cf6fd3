"""What the lines beside an article say of it: day, comments, who posted it, where to share."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from clippings import dates
from ingest.readers import vocabulary as words

LONGEST = 160
"""Characters of such a line."""

_SIGNED = re.compile(r"([^\W\d_][\w.’' -]{1,40}?)\s*([-–—,]|[/|•·])\s+(.{6,40})")
_DOUBLED = re.compile(r"(?:(?:photo of|avatar|صورة|عکس) )?(\S+ .{1,40}) \1")
_BARS = re.compile(r"\s*[|•·]\s*|\s+/\s+")
_DIGITS = "0123456789"


@dataclass(frozen=True, slots=True)
class Meta:
    """What a page says of an article beside it."""

    published: str | None = None
    precision: str | None = None
    comments: int | None = None
    author: str | None = None
    section: str | None = None

    def by(self, author: str | None) -> "Meta":
        """The same, posted by someone."""
        return replace(self, author=author)


def both(metas: list[Meta]) -> Meta:
    """What several lines beside one article say of it, the first word on each thing."""
    days = [meta for meta in metas if meta.published]
    # A bare day above the line that counts comments is the text's own, as letters end in one.
    dated = next((meta for meta in days if meta.comments is not None), (*days, Meta())[0])
    return Meta(
        dated.published,
        dated.precision,
        next((meta.comments for meta in metas if meta.comments is not None), None),
        next((meta.author for meta in metas if meta.author), None),
        next((meta.section for meta in metas if meta.section), None),
    )


def read_meta(text: str) -> Meta | None:
    """What a line says that holds a day or a count of comments and hardly anything else."""
    if len(text) > LONGEST or not words.HAS_META.search(text):
        return None
    rest, comments = _comments(without_bar(text))
    found = dates.search(rest)
    if found and found.precision not in ("month", "year"):
        rest = rest[: found.start] + " " + rest[found.end :]
    else:
        found = None
    if found is None and comments is None:
        return None
    left = _left(rest)
    section = _between_bars(rest) if left and found else None
    if left and not section:
        return None
    by = next(_posters(rest), None)
    meta = Meta(comments=comments, author=by, section=section)
    return replace(meta, published=found.iso, precision=found.precision) if found else meta


def without_bar(text: str) -> str:
    """A line without the share bar that stands or is glued in it, counters of shares included."""
    if len(words.NETWORKS.findall(text)) < 2:
        return text
    return re.sub(r"(?<=[^\W\d])\s+\d{1,4}\s*$", "", words.NETWORKS.sub(" ", text).rstrip())


def _left(rest: str) -> str:
    """What a line says besides day, comments, author and words that go with them."""
    plain = dates.WEEKDAY.sub("", dates.fold(rest))
    return words.BESIDE_DATE.sub("", plain).strip(words.SEPARATORS)


def _posters(rest: str) -> Iterator[str]:
    for match in words.BESIDE_DATE.finditer(rest):
        if match["by"]:
            yield match["by"]


def _between_bars(rest: str) -> str | None:
    """The section in "by Name | day | Section | comments": the one part that says anything."""
    parts = [part for part in _BARS.split(rest) if _left(part)]
    bars = len(_BARS.findall(rest))
    short = len(parts) == 1 and len(parts[0].split()) <= 4
    return parts[0].strip(words.SEPARATORS) if bars > 1 and short else None


def _comments(text: str) -> tuple[str, int | None]:
    """The text without its count of comments, and that count."""
    for pattern, count in words.COMMENTS:
        if match := pattern.search(text):
            number = count if count is not None else int(dates.fold(match[1]))
            return text[: match.start()] + " " + text[match.end() :], number
    return text, None


def signed(text: str) -> Meta | None:
    """Author or section, and day, of a line that holds just these: "Name - day", "Section / day"."""
    match = _SIGNED.fullmatch(text)
    told = dates.parse(match[3]) if match else None
    if not match or not told or told[1] in ("month", "year"):
        return None
    return Meta(*told, author=match[1]) if match[2] in "-–—," else Meta(*told, section=match[1])


def author_of(text: str) -> str | None:
    """Who a line says posted it: "by Name", or a picture's words and the name again."""
    match = words.AUTHOR.fullmatch(text) or _DOUBLED.fullmatch(text)
    return match[1] if match else None


def networks(text: str) -> int:
    """How many networks a line names that names nothing else, apart from a count of shares."""
    if not words.NETWORKS.match(text.lstrip(words.SEPARATORS + _DIGITS)):
        return 0
    rest, named = words.NETWORKS.subn("", text)
    return named if not rest.strip(words.SEPARATORS + _DIGITS) else 0
