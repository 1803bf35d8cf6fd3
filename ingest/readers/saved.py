"""Pages as people and archives save them: what was wrapped round them, and what that tells."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from html import unescape

_ARCHIVED = re.compile(
    r"https?://web\.archive\.org/web/(\d{14})(?:[a-z]{2}_)?/(https?:/{1,2}[^\"'\s<>\\]+)"
)
_BAR_BEGINS = re.compile(r"<!--\s*BEGIN WAYBACK TOOLBAR INSERT\s*-->")
_BAR_ENDS = re.compile(r"<!--\s*END WAYBACK TOOLBAR INSERT\s*-->")
_WOMBAT = re.compile(
    r"""(?:wombat|WB_wombat_Init|WB_wombat_wbinit)\(\s*["'](https?://[^"'\s]+)["']\s*,\s*["'](\d{14})["']"""
)
_RETRIEVED = re.compile(
    r"FILE ARCHIVED ON (\d\d:\d\d:\d\d \w{3} \d\d, \d{4}) AND RETRIEVED FROM THE"
)
_REWRITTEN = re.compile(
    r"(?:https?:)?(?://web\.archive\.org)?/web/\d{14}(?:[a-z]{2}_)?/(?=https?:/)", re.IGNORECASE
)
# One archive under many names: https://en.wikipedia.org/wiki/Archive.today
_TODAY = r"https?://archive\.(?:today|ph|is|li|md|vn|fo)/"
_LONG_LINK = re.compile(
    _TODAY + r"(\d{4}\.?\d\d\.?\d\d-?\d{6})/(https?:/{1,2}[^\"'\s<>\\]+)", re.IGNORECASE
)
_BOOKMARK = re.compile(r"<link\b[^>]*\brel=[\"']?bookmark\b[^>]*>", re.IGNORECASE)
_LONG_LINK_BOX = re.compile(r"<input\b[^>]*\bid=[\"']?SHARE_LONGLINK\b[^>]*>", re.IGNORECASE)
_TITLE = re.compile(r"<title\b[^>]*>[^<]*</title>", re.IGNORECASE)
_CONTENT = re.compile(r"<div\b[^>]*\bid=[\"']?CONTENT\b[^>]*>", re.IGNORECASE)
_SCALE = re.compile(
    r"(?:<!--\[if !IE\]><!-->)?\s*<div\b[^>]*>\s*<table\b[^>]*\bid=[\"']?hashtags\b", re.IGNORECASE
)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://\S+?)\s*-->", re.IGNORECASE)
_SINGLE_FILE = re.compile(
    r"<!--\s*Page saved with SingleFile\s+url:\s*(\S+)\s+saved date:\s*([^\n]*?)\s*-->", re.DOTALL
)
_SCRIPT_DATE = re.compile(r"(\w{3} \d{1,2} \d{4} \d\d:\d\d:\d\d) GMT([+-]\d{4})")
_INLINE = re.compile(r"data:[\w.+-]{1,60}/[\w.+-]{1,80}[;,][A-Za-z0-9+/=%;,_.:-]{256,}")


@dataclass(frozen=True, slots=True)
class Saved:
    """A page without its wrapping, where it was had and when."""

    html: str
    url: str | None = None
    captured: str | None = None


def unwrapped(html: str) -> Saved:
    """The page as it stood at its own address."""
    html = _INLINE.sub("data:,", html)
    if "archive.org" in html or "WB_wombat" in html:
        return _from_wayback(html)
    if (today := _from_archive_today(html)) is not None:
        return today
    if match := _SINGLE_FILE.search(html[:20_000]):
        return Saved(html, match[1], _moment(match[2]))
    if match := _SAVED_FROM.search(html[:20_000]):
        return Saved(html, match[1])
    return Saved(html)


def _from_wayback(html: str) -> Saved:
    """A capture of the Wayback Machine: its toolbar, its addresses and its clock undone."""
    url = moment = None
    plain, bar = _without_bar(html)
    if match := _WOMBAT.search(html):
        url, moment = match[1], match[2]
    elif match := _ARCHIVED.search(bar):
        moment, url = match[1], match[2]
    told = _RETRIEVED.search(html)
    if not (url or told):
        return Saved(html)
    return Saved(
        _REWRITTEN.sub("", plain),
        url,
        _fourteen(moment) if moment else _in_words(told[1] if told else ""),
    )


def _from_archive_today(html: str) -> Saved | None:
    """A capture of archive.today: what it says of itself in the head goes, its own day included."""
    said = _BOOKMARK.search(html) or _LONG_LINK_BOX.search(html)
    link = _LONG_LINK.search(said[0]) if said else None
    if link is None:
        return None
    url, captured = unescape(link[2]), _fourteen(re.sub(r"\D", "", link[1]))
    content = _CONTENT.search(html)
    if content is None:
        return Saved(html, url, captured)
    end, title = _SCALE.search(html, content.end()), _TITLE.search(html)
    page = html[content.end() : end.start() if end else len(html)]
    head = title[0] if title else ""
    return Saved(f"<html><head>{head}</head><body>{page}</body></html>", url, captured)


def _without_bar(html: str) -> tuple[str, str]:
    """The page without the toolbar put into it, and the toolbar."""
    begins = _BAR_BEGINS.search(html)
    ends = _BAR_ENDS.search(html, begins.end()) if begins else None
    if not (begins and ends):
        return html, ""
    return html[: begins.start()] + html[ends.end() :], html[begins.end() : ends.start()]


def _fourteen(digits: str) -> str | None:
    return _stamped(digits, "%Y%m%d%H%M%S")


def _in_words(text: str) -> str | None:
    return _stamped(text, "%H:%M:%S %b %d, %Y")


def _moment(text: str) -> str | None:
    """A moment as a browser's script writes it."""
    match = _SCRIPT_DATE.search(text)
    return _stamped(f"{match[1]} {match[2]}", "%b %d %Y %H:%M:%S %z") if match else None


def _stamped(text: str, form: str) -> str | None:
    try:
        moment = datetime.strptime(text, form)
    except ValueError:
        return None
    return moment.replace(tzinfo=moment.tzinfo or UTC).isoformat().replace("+00:00", "Z")
