"""What must come out of the sample: one row an article, who has it from whom, in which story."""

import csv
import hashlib
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ingest.sample.pages import recent
from ingest.sample.plan import Carried, collected, pages, read_plan
from ingest.sample.texts import Outlet, outlets, table

FIELDS = (
    "outlet", "headline", "published", "section", "language", "text", "taken_from", "origin",
    "kind", "changes", "story",
    "stub", "cut", "versions", "words", "sha256", "page",
)  # fmt: skip


def truth(samples: Path) -> list[dict[str, str]]:
    """The articles that must come out, each at its latest version, and the stubs left over."""
    known, carried = outlets(samples), read_plan(samples)
    names = {id: told["name"] for id, told in table(samples, "editions").items()}
    names |= {id: outlet.name for id, outlet in known.items()}
    found: dict[tuple[str, str], dict[str, str]] = {}
    for article in sorted(collected(carried), key=lambda one: one.captured):
        key = (article.carrier, article.headline)
        earlier = found.pop(key, None)
        found[key] = _row(article, names, known)
        if earlier:
            found[key]["versions"] = str(int(earlier["versions"]) + 1)
    for article in _listed_only(carried):
        key = (article.carrier, article.headline)
        found.setdefault(key, _row(article, names, known) | _STUB)
    return sorted(found.values(), key=lambda row: [row[name] for name in FIELDS[:3]])


_STUB = {"stub": "yes", "section": "", "language": "", "versions": "1", "words": "0", "sha256": ""}


def _listed_only(carried: Sequence[Carried]) -> Iterator[Carried]:
    """What the lists beside the articles name, if the page got as far."""
    for name, articles in pages(collected(carried)):
        if name.endswith(".txt") and "torn" not in articles[-1].changes:
            yield from recent(carried, articles)


def _row(article: Carried, names: Mapping[str, str], known: Mapping[str, Outlet]) -> dict[str, str]:
    about = article.text.about
    giver = article.changes.get("via", about["outlet"])
    return {
        "outlet": names[article.carrier],
        "headline": article.headline,
        "published": article.day if article.page.endswith(".txt") else article.published,
        "section": article.section,
        "language": about["language"],
        "text": about["id"],
        "taken_from": "" if article.kind == "original" else names[giver],
        "origin": known[about["agency"].lower() or about["outlet"]].name,
        "kind": article.kind,
        "changes": "; ".join(article.changes),
        "story": about["arc"],
        "stub": "",
        "cut": "yes" if "torn" in article.changes else "",
        "versions": "1",
        "words": str(len(article.clean.split())),
        "sha256": digest(article.clean),
        "page": article.page,
    }


def digest(text: str) -> str:
    """A short name for what a text says."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def truth_table(samples: Path) -> str:
    """The same as the table that is kept beside the texts."""
    out = io.StringIO()
    writer = csv.DictWriter(out, FIELDS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(truth(samples))
    return out.getvalue()
