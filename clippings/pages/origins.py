"""Who carried an article and who wrote it, when it appeared where, and on what each of these rests."""

import datetime as dt
import html
from collections.abc import Mapping
from typing import Any

from clippings.archive.selection import day_in_words
from clippings.pages.escaping import tag_text

WORDS = {
    "stated": "stated",
    "inferred": "inferred",
    "decided": "corrected",
    "unknown": "unknown",
    "hijri": "from Hijri",
}
"""What the badges say."""

_LUNAR = (
    "It is stated in the lunar Hijri calendar, whose months begin with a sighting; counted by a table, "
    "it may be a day, seldom two, off."
)

_TOLD = {
    "stated": "The article says so, in these words:",
    "inferred": "The article does not say so; these words make it likely:",
    "decided": "Set by hand; the corrections beside the text say by whom and why.",
    "unknown": "Nothing in the article says who wrote it.",
    "hijri": f"{_LUNAR} These words state it:",
}

STYLE = """<style>
.basis { display: inline-block; vertical-align: baseline; font: 400 .86rem/1.4 "Source Sans", sans-serif; }
.basis summary { cursor: pointer; display: inline-block; list-style: none; padding: 0 .5em;
  border-radius: 1em; border: 1px solid currentColor; }
.basis summary::-webkit-details-marker { display: none; }
.basis summary:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
.basis.stated summary { border-style: solid; }
.basis.inferred summary, .basis.unknown summary, .basis.hijri summary {
  border-style: dashed; font-style: italic; }
.basis.decided summary { border-style: double; border-width: 3px; }
.basis[open] { display: block; margin: .3rem 0; }
.basis .words { margin: .35rem 0 0; padding: .35rem .7rem; border-inline-start: 3px solid #0D9488; }
.facts { display: flex; flex-wrap: wrap; gap: .1rem .5rem; align-items: baseline; }
</style>"""


def written(row: Mapping[str, Any]) -> str:
    """Who wrote it, in one cell of a table; what is not stated says so first, where no column cuts it off."""
    if row["origin"] is None:
        return "unknown" if row["origin_basis"] != "decided" else "unknown (corrected)"
    basis = row["origin_basis"]
    return str(row["origin"]) if basis == "stated" else f"{WORDS[basis]}: {row['origin']}"


def way_html(record: Mapping[str, Any]) -> str:
    """Carried by one ← written by another, with the badge that opens the words this rests on."""
    outlet = tag_text(record["outlet"]) if record["outlet"] else "an unknown outlet"
    corrected = _badge("decided", "Set by hand.") if "outlet" in record.get("decided", {}) else ""
    lead = "written by" if record["origin_basis"] != "inferred" else "probably written by"
    basis = record["origin_basis"] or "unknown"
    # Where the badge says unknown, no name does.
    nobody = "" if basis == "unknown" else "unknown"
    origin = tag_text(record["origin"]) if record["origin"] else nobody
    return (
        f'{STYLE}<div class="facts" style="font-size:1rem"><span>carried by {outlet}</span>{corrected}'
        f"<span>← {lead} {origin}</span>{_badge(basis, _words(record, basis))}</div>"
    )


def _words(record: Mapping[str, Any], basis: str) -> str:
    said = html.escape(_TOLD[basis])
    if record["origin_evidence"] and basis != "decided":
        said += f'<div class="words">{tag_text(record["origin_evidence"])}</div>'
    if record["origin_confidence"] is not None:
        said += f"confidence {record['origin_confidence']:.0%}"
    return said


def _badge(basis: str, opened: str) -> str:
    """A small badge that opens what stands behind it; `opened` is HTML."""
    return (
        f'<details class="basis {basis}"><summary>{WORDS[basis]}</summary>'
        f"<div>{opened}</div></details>"
    )


def dates_html(record: Mapping[str, Any]) -> str:
    """Each day known of the article, on what it rests, and how long it took from there to here."""
    decided = "published" in record.get("decided", {})
    here = "decided" if decided else ("stated" if record["published"] else "unknown")
    exact = f"exact to the {record['published_precision']}" if record["published"] else ""
    told = "Set by hand." if decided else (f"The page says so; {exact}." if exact else "No day.")
    if about := record["published_precision"] == "about":
        here, told = "hijri", _LUNAR
    day = _day(record["published"], about)
    rows = [("published here", day, _badge(here, html.escape(told)))]
    if record["original"]:
        day = _day(record["original"], record["original_basis"] == "hijri")
        rows.append(("original", day, _original_badge(record)))
        if lag := _lag(record):
            rows.append(("on the way", lag, ""))
    if record.get("modified"):
        told = _badge("stated", "The page says so.")
        rows.append(("changed here", _day(record["modified"]), told))
    if record["captured"]:
        rows.append(
            ("captured", _day(record["captured"]), _badge("stated", "The capture says so."))
        )
    return f'<div class="aside"><dl>{"".join(_row(*row) for row in rows)}</dl></div>'


def _original_badge(record: Mapping[str, Any]) -> str:
    """The words that date the original."""
    basis = record["original_basis"]
    told = f'<div class="words">{tag_text(record["original_evidence"] or "")}</div>'
    return _badge(basis, _TOLD[basis] + told)


def _lag(record: Mapping[str, Any]) -> str | None:
    """From the original to here, where both days are known."""
    if not record["published"] or len(record["published"]) < 10:
        return None
    here = dt.date.fromisoformat(record["published"][:10])
    days = (here - dt.date.fromisoformat(record["original"])).days
    lunar = record["published_precision"] == "about" or record["original_basis"] == "hijri"
    return f"{'about ' if lunar else ''}{days:,} {'day' if abs(days) == 1 else 'days'}"


def _day(stated: str | None, about: bool = False) -> str:
    if stated is None:
        return "unknown"
    if about:
        return f"about {_day(stated)}"
    if len(stated) < 10:
        return stated
    return day_in_words(dt.date.fromisoformat(stated[:10])) + (
        f", {stated[11:]}" if len(stated) > 10 else ""
    )


def _row(name: str, value: str, badge: str) -> str:
    return f"<dt>{name}</dt><dd>{html.escape(value)} {badge}</dd>"
