"""Articles made ready to be written, before the transaction opens."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from clippings.archive import Derived
from clippings.archive.sqlite import current, identity
from clippings.article import Article
from clippings.folding import fold


@dataclass(slots=True)
class Item:
    """One article of a batch with all that can be worked out of it alone."""

    headline: str
    text: str
    digest: str
    keys: identity.Keys
    public: str | None
    found: dict[str, Any]
    said: str
    """`found` as it is written."""
    rank: int
    seen: float | None
    captured: str | None
    derived: dict[str, Derived]
    folded_headline: str | None
    folded_text: str | None


def prepare(
    articles: Iterable[Article], derived: Mapping[str, Sequence[Derived]] | None
) -> list[Item]:
    """The articles of a batch as items, in their order."""
    conclusions = derived or {}
    return [
        _item(article, {name: rows[number] for name, rows in conclusions.items()})
        for number, article in enumerate(articles)
    ]


def _item(article: Article, derived: dict[str, Derived]) -> Item:
    try:
        item = _made(article, derived)
    except UnicodeEncodeError:
        return _made(_storable(article), derived)
    if "\0" in item.headline or "\0" in item.text or "\\u0000" in item.said:
        return _made(_storable(article), derived)
    return item


def _made(article: Article, derived: dict[str, Derived]) -> Item:
    """The item; UnicodeEncodeError if it holds what no file can."""
    found = current.found_in(article)
    said = current.as_json(found)
    said.encode()
    valid = article.id is not None and identity.PUBLIC_ID.fullmatch(article.id)
    digest = identity.digest(article.headline, article.text)
    return Item(
        headline=article.headline,
        text=article.text,
        digest=digest,
        keys=identity.keys(article, digest),
        public=article.id if valid else None,
        found=found,
        said=said,
        rank=current.rank_of(article),
        seen=identity.seen_at(article.captured),
        captured=article.captured,
        derived=derived,
        folded_headline=folded(article.headline),
        folded_text=folded(article.text),
    )


def folded(text: str) -> str | None:
    """The folded text, or None where folding changes nothing: then no second copy is kept."""
    one = fold(text)
    return None if one == text else one


# What UTF-8 or SQLite's text cannot hold: halves of pairs, and the zero byte.
_UNSTORABLE = re.compile("[\ud800-\udfff\0]")


def _storable(article: Article) -> Article:
    """The same article, each character that no file can hold replaced by the sign for that."""
    values = {field.name: getattr(article, field.name) for field in fields(article)}
    changed = {
        name: cleaned for name, value in values.items() if (cleaned := _clean(value)) != value
    }
    return replace(article, **changed) if changed else article


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return _UNSTORABLE.sub("\ufffd", value) if _UNSTORABLE.search(value) else value
    if isinstance(value, tuple):
        return tuple(_clean(one) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value, **{field.name: _clean(getattr(value, field.name)) for field in fields(value)}
        )
    return value
