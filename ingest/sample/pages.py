"""The sample's files, written from the plan: archive pages of the republishing site, JSON Lines else."""

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from persiantools import digits
from persiantools.jdatetime import JalaliDate

from ingest.sample.plan import Carried, collected, pages, read_plan
from ingest.sample.texts import Outlet, outlets, table

SITE = "mirrorhouse.example"
"""The domain of the republishing site, one for all its editions."""

_SHARE = "FacebookTwitterPinterestWhatsappTelegramSkypeEmail"
_LISTED = 5
"""How many posts the list beside the articles names."""


def write_pages(samples: Path, folder: Path) -> None:
    """Write everything that was collected into this folder: the same bytes each time."""
    known, editions, carried = outlets(samples), table(samples, "editions"), read_plan(samples)
    folder.mkdir(parents=True, exist_ok=True)
    for name, articles in pages(collected(carried)):
        if name.endswith(".txt"):
            text = _page(editions[articles[0].carrier], articles, recent(carried, articles))
        else:
            text = "".join(_line(article, known) for article in articles)
        (folder / name).write_bytes(text.encode())


def recent(carried: Sequence[Carried], articles: Sequence[Carried]) -> list[Carried]:
    """The newest posts of an edition when a page was captured, collected or not."""
    of_edition = [a for a in carried if a.carrier == articles[0].carrier and a.published]
    before = [a for a in of_edition if a.day <= articles[0].captured and "later" not in a.changes]
    return sorted(before, key=lambda a: (a.day, a.headline), reverse=True)[:_LISTED]


def _page(
    edition: Mapping[str, Any], articles: Sequence[Carried], newest: Sequence[Carried]
) -> str:
    menu = list(_menu(edition))
    lines = [f"Captured: {articles[0].captured}", *menu, edition["name"], *menu]
    lines.append(f"© 2006 - 2024 {edition['name']}. {SITE}")
    for article in articles:
        lines += _printed(article, edition)
    if "torn" in articles[-1].changes:
        return "\n".join(lines)
    lines += [*edition["newer"], "", edition["recent"], ""]
    for post in newest:
        lines += [f"  • {post.headline}", "", f"    {_dated(edition['listed'], post, edition)}"]
    lines += [
        "",
        f"© 2006 - 2024 {edition['name']} . {edition['rights']} {SITE}",
        "",
        edition["top"],
    ]
    return "\n".join([*lines, *menu]) + "\n"


def _menu(edition: Mapping[str, Any]) -> Iterator[str]:
    """The site's name over its menu, the other editions set in below."""
    entries, others = edition["menu"].split(" || ")
    yield edition["name"]
    yield from (f"  • {entry}" for entry in entries.split(" | "))
    yield from (f"    • {entry}" for entry in others.split(" | "))


def _printed(article: Carried, edition: Mapping[str, Any]) -> Iterator[str]:
    yield from (article.section, "", article.headline, "")
    paragraphs = [*article.head, *article.printed, *article.foot]
    yield "\n\n".join(paragraphs)
    if "torn" not in article.changes:
        yield ""
        yield _dated(edition["line"], article, edition).strip()
        yield _SHARE


def _dated(form: str, article: Carried, edition: Mapping[str, Any]) -> str:
    """The line that dates an article, in the calendar and digits of the edition."""
    count = int(article.changes.get("comments", "0"))
    if not article.published:
        form = form.rpartition("{year}")[2]
        return _digits(form.format(count=count), edition)
    day: Any = date.fromisoformat(article.day)
    if edition["language"] == "fa":
        day = JalaliDate(day)  # type: ignore[no-untyped-call]
    month = edition["months"].split()[day.month - 1]
    told = form.format(day=day.day, month=month, year=day.year, count=count)
    return _digits(told, edition)


def _digits(text: str, edition: Mapping[str, Any]) -> str:
    return digits.en_to_fa(text) if edition["language"] == "fa" else text


def _line(article: Carried, known: Mapping[str, Outlet]) -> str:
    """One article as an export has it."""
    about = article.text.about
    outlet, author = known[article.carrier], known[about["outlet"]]
    address = url(article, outlet)
    signed = [*article.head, *article.foot]
    named = about["byline"] and "unsigned" not in article.changes
    record = {
        "id": hashlib.sha256(address.encode()).hexdigest()[:16],
        "url": address,
        "site": outlet.domain,
        "headline": article.headline,
        "section": article.section or None,
        "published": article.published or None,
        "published_precision": precision(article.published),
        "outlet": outlet.name,
        "byline": [{"name": about["byline"], "role": None, "place": None}] if named else [],
        "credits": [{"text": line, "kind": author.signs(line) or "agency"} for line in signed],
        "language": about["language"],
        "text": article.clean,
        "comments": None,
        "source": article.page,
        "captured": article.captured,
        "cut": False,
        "removed": [],
    }
    return json.dumps(record, ensure_ascii=False) + "\n"


def precision(published: str) -> str | None:
    """How exactly a day is stated."""
    if not published:
        return None
    return "minute" if "T" in published else "day"


def url(article: Carried, outlet: Outlet) -> str:
    """The address of an article at an outlet: its month and its headline's words, or its number."""
    plain = unicodedata.normalize("NFKD", article.headline.casefold()).encode("ascii", "ignore")
    slug = "-".join(re.findall(r"[a-z0-9]+", plain.decode().replace("'", "")))
    if len(slug) < 12:
        slug = hashlib.sha256(article.headline.encode()).hexdigest()[:8]
    return f"https://{outlet.domain}/{article.day[:7].replace('-', '/')}/{slug}"
