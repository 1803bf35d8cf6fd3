"""Which article an item is: the keys it is known under, and whether two texts are one."""

import datetime as dt
import hashlib
import re
from dataclasses import dataclass
from urllib.parse import urldefrag

from clippings.article import Article
from clippings.folding import fold_headline, tokens

EPOCH = dt.date(1970, 1, 1)
"""The day that is number 0."""
PUBLIC_ID = re.compile(r"[0-9a-f]{16}")
SHINGLE = 5
"""Words in a row that two texts must share …"""
CONTAINED = 0.3
"""… in this part of the shorter one, to be the same text."""
EXACT, ALIKE, ALLOWED = 3, 2, 1
"""How well an article fits an item: the very text, much of it, nothing that speaks against it."""


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of one item, strongest first, as numbers of 64 bits."""

    same: int
    """Site, day, headline and text: however many share a headline, an item finds itself again."""
    url: int | None
    dated: int | None
    own: tuple[int, ...]
    """The keys to be found under, strongest first."""
    sought: tuple[int, ...]
    """The keys to look under, strongest first."""
    placed: bool
    """Whether site or outlet is known; without them a headline proves little."""
    loosely: bool
    """Undated, cut or a stub: it may be found, and be found by, its headline alone."""
    day: int | None


def keys(article: Article, known: str | None = None) -> Keys:
    """The keys the article is known under; `known` is the digest of its headline and text, if at hand."""
    place = article.site or fold_headline(article.outlet or "")
    headline = fold_headline(article.headline)
    day = day_of(article.published, article.published_precision)
    loosely = day is None or article.cut or article.stub
    text = known or digest(article.headline, article.text)
    same = _number("same", place, str(day), text)
    url = url_key(article.url)
    dated = _number("dated", place, headline, str(day)) if day is not None else None
    strong = tuple(key for key in (url, dated) if key is not None)
    # The headline of an undated, cut or short item, and that of a whole one with a day: apart, or
    # a daily column would find all of itself.
    loose, firm = _number("loose", place, headline), _number("firm", place, headline)
    return Keys(
        same=same,
        url=url,
        dated=dated,
        own=(*strong, loose if loosely else firm, same),
        sought=(same, *strong, loose, firm) if loosely else (same, *strong, loose),
        placed=bool(place),
        loosely=loosely,
        day=day,
    )


def url_key(url: str | None) -> int | None:
    """The key of an address, if there is one."""
    bare = urldefrag(url).url if url else None
    return _number("url", bare) if bare else None


def shingles(text: str) -> set[int]:
    """Numbers of all runs of words of a text, from which no word can be read."""
    words = tokens(text)
    runs = range(len(words) - SHINGLE + 1)
    return {_number("shingle", *words[at : at + SHINGLE]) for at in runs}


def _number(*parts: str) -> int:
    digest = hashlib.blake2b("\x1f".join(parts).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def public_id(key: int, *apart: str) -> str:
    """The public id minted from a key, and from what tells different articles under it apart."""
    number = _number("twin", str(key), *apart) if apart else key
    return f"{number & 0xFFFF_FFFF_FFFF_FFFF:016x}"


def day_of(published: str | None, precision: str | None) -> int | None:
    """The day in the publisher's own offset, counted from 1970-01-01; None where none is known."""
    if published is None or precision in ("year", "month"):
        return None
    try:
        day = dt.date.fromisoformat(published[:10])
    except ValueError:
        return None
    return (day - EPOCH).days


def seen_at(captured: str | None) -> float | None:
    """When a capture was taken, in seconds; None where that is not known."""
    if captured is None:
        return None
    try:
        moment = dt.datetime.fromisoformat(captured)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=dt.UTC)
    return moment.timestamp()


def digest(headline: str, text: str) -> str:
    """What tells one version of an article from another."""
    return hashlib.blake2b(f"{headline}\0{text}".encode(), digest_size=12).hexdigest()


def overlap(one: str, other: str) -> bool | None:
    """Whether two texts are the same in good part; None where one of them has no words."""
    first, second = tokens(one), tokens(other)
    if not first or not second:
        return None
    length = min(SHINGLE, len(first), len(second))
    shingles = [
        {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}
        for words in (first, second)
    ]
    return len(shingles[0] & shingles[1]) >= CONTAINED * min(map(len, shingles))
