"""An article as HTML: its own words, escaped, in their own script and direction, with marks."""

import datetime as dt
import html
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from clippings.archive.language_names import language_name
from clippings.archive.marking import mark
from clippings.archive.selection import day_in_words
from clippings.pages import origins
from clippings.pages.escaping import address_text, direction, tag_text

_PARAGRAPH = re.compile(r"\S(?:.*?\S)?(?=\s*\n\s*\n|\s*\Z)", re.DOTALL)

_OTHERS = ("editing", "translation", "photography")
"""What people do to a text that is not writing it."""

# 60 zeros are some 67 letters of running text. The colours are mixed from those of the page, light or dark.
STYLE = """<style>
.clipping { max-width: 60ch; font-family: "Source Serif", "Noto Naskh Arabic", Georgia, serif;
  font-size: 1.12rem; line-height: 1.62; overflow-wrap: anywhere; }
.clipping[dir=rtl], .clipping :lang(fa), .clipping :lang(ar) { line-height: 1.9; }
.clipping h2 { font: inherit; font-size: 1.75rem; font-weight: 600; line-height: 1.28;
  margin: 0 0 .6rem; padding: 0; }
.clipping h2:lang(fa), .clipping h2:lang(ar) { line-height: 1.5; }
.clipping p { margin: 0 0 1em; }
.clipping a { color: inherit; }
.clipping mark { background: color-mix(in srgb, #F5B301 38%, transparent); color: inherit;
  border-radius: .2em; padding: 0 .08em; scroll-margin: 40vh; }
.clipping mark a { color: inherit; text-decoration: none; }
.clipping mark:target { outline: 2px solid #D97706; }
.clipping mark:target::after { content: " " attr(data-place); font: 600 .7rem sans-serif; opacity: .8; }
.aside { font-size: .92rem; line-height: 1.5; overflow-wrap: anywhere; }
.aside small, .quiet { opacity: .72; }
.aside ol, .aside ul { padding-inline-start: 1.1rem; margin: 0; }
.aside li { margin-bottom: .55rem; }
.aside dl { display: grid; padding: 0; grid-template-columns: max-content 1fr; gap: .25rem .8rem; margin: 0; }
.aside dt { opacity: .72; } .aside dd { margin: 0; }
.aside a { color: inherit; }
</style>"""


def text_html(
    headline: str, text: str, language: str | None, query: str, line: str = ""
) -> tuple[str, int]:
    """Headline and text with the searched words marked, and how many marks there are in the text.

    `line` is HTML and stands between the two. Each mark leads to the next one.
    """
    spans = mark(query, text) if query else []
    named = f' lang="{html.escape(language)}"' if language else ""
    paragraphs = "".join(
        f'<p dir="{direction(language)}"{named}>{_marked(text, start, end, spans)}</p>'
        for start, end in _paragraphs(text)
    )
    title = _marked(headline, 0, len(headline), mark(query, headline) if query else [], link=False)
    return (
        f'{STYLE}<article class="clipping"><h2 dir="{direction(language)}"{named}>{title}</h2>'
        f"{line}{_places(len(spans))}{paragraphs}</article>",
        len(spans),
    )


def line_html(record: Mapping[str, Any]) -> str:
    """Day, section and byline, in one line; below it who carried and who wrote it."""
    parts = [
        f"<time>{html.escape(day_of(record))}</time>",
        tag_text(record["section"]) if record["section"] else "",
        _by(record),
    ]
    said = " · ".join(part for part in parts if part)
    day = f'<p class="quiet" style="font-size:1rem;margin:0" dir="auto">{said}</p>'
    return f'{day}<div style="margin:.2rem 0 1.1rem">{origins.way_html(record)}</div>'


def _by(record: Mapping[str, Any]) -> str:
    """Who wrote and reported it; who edited, translated or took the pictures stands beside the text."""
    wrote = [one for one in record["byline"] or () if one.get("role") not in _OTHERS]
    lead = "by" if record.get("byline_basis") != "inferred" else "probably by"
    return f"{lead} {', '.join(tag_text(one['name']) for one in wrote)}" if wrote else ""


def day_of(record: Mapping[str, Any]) -> str:
    """When it was published, as exactly as it is known."""
    stated, precision = record["published"], record["published_precision"]
    if stated is None:
        return "undated"
    if precision in ("year", "month"):
        return str(stated)[: 4 if precision == "year" else 7]
    day = day_in_words(dt.date.fromisoformat(stated[:10]))
    if precision == "about":
        return f"about {day}"
    return f"{day}, {stated[11:]}" if len(stated) > 10 else day


def removed_html(removed: Sequence[Mapping[str, str]]) -> str:
    """What was taken out of the text: each piece, its kind, and where it stood."""
    return _list(
        f"<small>{html.escape(piece['kind'])}, {_where(piece['after'])}</small>"
        f'<div dir="auto">{html.escape(piece["text"])}</div>'
        for piece in removed
    )


def people_html(record: Mapping[str, Any]) -> str:
    """Who signs, and the lines that say so, word for word."""
    if record.get("byline_basis") == "decided":
        signed = f"Corrected: {tag_text(record['byline_evidence'])}"
        if not record["byline"]:
            signed = f"Nobody is named. {signed}"
        signed = f'<p class="quiet">{signed}</p>'
    elif record.get("byline_basis") == "inferred":
        signed = f'<p class="quiet">{_read(record)}</p>'
    else:
        signed = ""
    people = (
        tag_text(person["name"])
        + _small(", ".join(str(person[part]) for part in ("role", "place") if person.get(part)))
        for person in record["byline"] or ()
    )
    credits = (
        f"<small>as printed:</small> {tag_text(credit['text'])}"
        for credit in record["credits"] or ()
    )
    return signed + _list([*people, *credits])


def _read(record: Mapping[str, Any]) -> str:
    """That some of the names are only read from lines of the text, and which lines."""
    stated = ", ".join(tag_text(person["name"]) for person in record["byline_stated"])
    lead = f"Stated: {stated}. The others are" if stated else "Nobody is stated; this is"
    return f"{lead} read from these lines (inferred): {tag_text(record['byline_evidence'])}"


def versions_html(versions: Mapping[str, Any]) -> str:
    """When each version was captured and loaded, and from what."""
    return _list(
        f"<strong>{name}</strong> captured {html.escape(_instant(row['captured']))},"
        f" loaded {html.escape(_instant(row['loaded']))}"
        f"<br><small>{tag_text(row['source'])}</small>"
        for name, row in versions.items()
    )


def _instant(moment: Any) -> str:
    """A moment as its day, for reading; the file has it to the second."""
    if not isinstance(moment, str):
        return "unknown"
    return day_in_words(dt.date.fromisoformat(moment[:10]))


def facts_html(record: Mapping[str, Any], versions: int = 1) -> str:
    """Where the article comes from, what its language rests on, and what it has none or only one of."""
    language = language_name(record["language"] or "unknown")
    if record.get("language_basis"):
        language += f" ({record['language_basis']})"
    facts = {
        "language": language,
        "words": f"{record['words']:,}" if record.get("words") is not None else None,
        "comments": record["comments"],
        "removed": None if record.get("removed") else "nothing",
        "versions": None if versions > 1 else "1",
        "read from": record["source"],
        "id": record["id"],
    }
    rows = "".join(
        f"<dt>{name}</dt><dd>{tag_text(str(value))}</dd>"
        for name, value in facts.items()
        if value is not None
    )
    return f'<div class="aside"><dl>{rows}{_address(record["url"])}</dl></div>'


def _address(url: str | None) -> str:
    if not url:
        return ""
    shown = html.escape(address_text(url))
    if url.startswith(("http://", "https://")):
        leads = f'href="{html.escape(url)}" target="_blank" rel="noopener noreferrer"'
        shown = f"<a {leads}>{shown}</a>"
    return f"<dt>address</dt><dd>{shown}</dd>"


def _where(after: str) -> str:
    return f"stood after “{tag_text(after)}”" if after else "stood at the very start"


def _small(words: str) -> str:
    return f" <small>{html.escape(words)}</small>" if words else ""


def _list(items: Iterable[str]) -> str:
    return '<div class="aside"><ul>' + "".join(f"<li>{item}</li>" for item in items) + "</ul></div>"


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Where each paragraph starts and ends."""
    return [match.span() for match in _PARAGRAPH.finditer(text)]


def _places(count: int) -> str:
    """The way to every mark: 1 2 3 … of m."""
    if not count:
        return ""
    shown = [*range(1, min(count, 12) + 1)] + ([count] if count > 12 else [])
    links = " ".join(f'<a href="#match-{place}">{place}</a>' for place in shown)
    noun = "match" if count == 1 else "matches"
    return (
        f'<p class="quiet" style="font:.9rem sans-serif">{count:,} {noun} in the text: {links}</p>'
    )


def _marked(
    text: str, start: int, end: int, spans: Sequence[tuple[int, int]], *, link: bool = True
) -> str:
    """A stretch of the text, escaped piece by piece, so that a mark never cuts an entity."""
    pieces, at = [], start
    for place, (first, last) in enumerate(spans, start=1):
        if last <= start or first >= end:
            continue
        words = html.escape(text[max(first, start) : min(last, end)])
        pieces.append(html.escape(text[at : max(first, start)]))
        pieces.append(_mark(words, place, len(spans)) if link else f"<mark>{words}</mark>")
        at = min(last, end)
    pieces.append(html.escape(text[at:end]))
    return "".join(pieces).replace("\n", "<br>")


def _mark(words: str, place: int, count: int) -> str:
    following = place % count + 1
    said = f"{place} of {count}"
    return (
        f'<mark id="match-{place}" data-place="{said}">'
        f'<a href="#match-{following}" title="{said}: to the next">{words}</a></mark>'
    )
