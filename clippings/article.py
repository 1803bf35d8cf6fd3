"""The one type that crosses every boundary: an article as a reader found it, nothing inferred."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who signs an article."""

    name: str
    role: str | None = None
    """What the credit line says the person did: "writing", "editing", "reporting", "contributing"."""
    place: str | None = None
    """Where the credit line says the person was."""


@dataclass(frozen=True, slots=True)
class Credit:
    """A line that says who wrote, edited or distributed the article, word for word."""

    text: str
    kind: str
    """"byline", "roles" ("Writing by …; Editing by …"), "agency", "contributors" or "signature"."""


@dataclass(frozen=True, slots=True)
class Removed:
    """Something that stood in the text and was taken out of it, so that an analyst can see it."""

    text: str
    kind: str
    """"caption" (an image's caption or alternative text), "credit", "markup", "deck copy" …"""
    after: str
    """The last words of clean text before the place it stood at; empty at the very start."""


@dataclass(frozen=True, slots=True)
class Article:
    """One text at one address, as it stands in one capture. None means: not stated there."""

    headline: str
    source: str
    """The very file or address read, also inside a folder: `saved/a.txt`."""
    text: str = ""
    """Paragraphs with a blank line between, captions and credits taken out."""
    url: str | None = None
    site: str | None = None
    """The domain of the site the capture is of, as the page states it; no `www.`."""
    outlet: str | None = None
    """Who carried the article."""
    section: str | None = None
    tags: tuple[str, ...] = ()
    """The subjects that the source states, in its order, each once."""
    published: str | None = None
    """ISO 8601 as stated: a bare day stays a day, a time keeps its offset."""
    published_precision: str | None = None
    """"year", "month", "day", "minute" or "second"; "about" where the day may be one off, as one of the
    lunar Hijri calendar; None exactly if `published` is."""
    modified: str | None = None
    """ISO 8601 as stated, when it was last changed; never the day of publication."""
    byline: tuple[Person, ...] = ()
    credits: tuple[Credit, ...] = ()
    language: str | None = None
    """ISO 639-1, only where the source states it."""
    comments: int | None = None
    captured: str | None = None
    """ISO 8601, when the capture was taken, only where the source states it."""
    cut: bool = False
    """The capture ended before the article did."""
    stub: bool = False
    """A headline and a day without the text: a teaser, not an article."""
    removed: tuple[Removed, ...] = ()
    id: str | None = None
    """The public id, only where the source is an export that carries it."""
