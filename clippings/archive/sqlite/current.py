"""What holds of an article now: decided over derived over found, in one place."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from clippings.archive import ASIDE, Derived
from clippings.archive.sqlite.identity import day_of
from clippings.article import Article, Credit, Person, Removed

STUB, CUT, WHOLE = 0, 1, 2
"""How much of an article a sighting shows; less never replaces more."""

COPIED = "copied origin"
"""The deriver's name under which an origin inferred from copies is kept."""

_FOUND = ("url", "site", "outlet", "section", "modified", "language", "comments")


@dataclass(frozen=True, slots=True)
class Sighting:
    """One time a load met an article, with what it found there besides headline and text."""

    found: Mapping[str, Any]
    id: int
    load: int
    version: int
    capture: int | None
    captured: str | None
    seen: float
    """When the capture was taken, else when it was loaded, in seconds."""
    rank: int

    @property
    def order(self) -> tuple[int, float, int]:
        """The greatest is the current one."""
        return self.rank, self.seen, self.id


def rank_of(article: Article) -> int:
    """How much of the article its capture shows."""
    if article.stub:
        return STUB
    return CUT if article.cut else WHOLE


def found_in(article: Article) -> dict[str, Any]:
    """What is stated of an article besides headline and text, without the empty fields."""
    found = {
        "source": article.source,
        **{name: getattr(article, name) for name in _FOUND},
        "published": article.published,
        "published_precision": article.published_precision,
        "tags": list(article.tags),
        "captured": article.captured,
        "cut": article.cut or None,
        "stub": article.stub or None,
        "byline": [{"name": p.name, "role": p.role, "place": p.place} for p in article.byline],
        "credits": [{"text": c.text, "kind": c.kind} for c in article.credits],
        "removed": [{"kind": r.kind, "text": r.text, "after": r.after} for r in article.removed],
    }
    return {name: value for name, value in found.items() if value not in (None, [])}


def article_from(
    found: Mapping[str, Any], headline: str, text: str, public: str | None = None
) -> Article:
    """The article a sighting was of, as its reader handed it over."""
    return Article(
        headline=headline,
        text=text,
        source=found["source"],
        **{name: found.get(name) for name in _FOUND},
        published=found.get("published"),
        published_precision=found.get("published_precision"),
        tags=tuple(found.get("tags", ())),
        captured=found.get("captured"),
        cut=bool(found.get("cut")),
        stub=bool(found.get("stub")),
        byline=tuple(Person(**person) for person in found.get("byline", ())),
        credits=tuple(Credit(**credit) for credit in found.get("credits", ())),
        removed=tuple(Removed(**removed) for removed in found.get("removed", ())),
        id=public,
    )


def current(
    sightings: Iterable[Sighting],
    derived: Mapping[int, Mapping[str, Derived]],
    decided: Mapping[str, str | None],
    said: Mapping[str, str],
) -> dict[str, Any]:
    """Every current value of an article but its text.

    `derived` holds conclusions by version and deriver, `decided` the newest decision on a field,
    `said` who made it, when and why.
    What the current sighting does not state is taken from the next best that does.
    """
    ordered = sorted(sightings, key=lambda sighting: sighting.order, reverse=True)
    values = _stated(ordered)
    known = derived.get(ordered[0].version, {})
    values |= _concluded("language", values["language"], known)
    own = known.get("origin")
    values |= _with_basis("origin", own if own and own.value else _copied(known))
    values |= _concluded("original", None, known)
    values |= _signed_below(values["byline"], known.get("byline"))
    values |= {**_decided(decided, said), ASIDE: bool(decided.get(ASIDE))}
    values["day"] = day_of(values["published"], values["published_precision"])
    values["original_day"] = day_of(values["original"], "day")
    return values


def _stated(ordered: Sequence[Sighting]) -> dict[str, Any]:
    """What the sightings themselves say, the current one first."""
    best = ordered[0]
    found: dict[str, Any] = {}
    for sighting in reversed(ordered):
        found.update(sighting.found)
    dated = next((one.found for one in ordered if "published" in one.found), {})
    return {
        **{name: found.get(name) for name in _FOUND},
        "version": best.version,
        "load": min(sighting.load for sighting in ordered),
        "versions": _versions(ordered),
        "headline": None,
        "source": best.found["source"],
        "captured": best.captured,
        "cut": bool(best.found.get("cut")),
        "stub": best.rank == STUB,
        "published": dated.get("published"),
        "published_precision": dated.get("published_precision"),
        "tags": found.get("tags") or [],
        **_signed(found.get("byline")),
        "credits": found.get("credits") or [],
        "removed": best.found.get("removed", []),
    }


def _versions(ordered: Sequence[Sighting]) -> int:
    """How many versions there are; a teaser is none once there is more."""
    texts = {sighting.version for sighting in ordered if sighting.rank > STUB}
    return len(texts) or len({sighting.version for sighting in ordered})


def _concluded(name: str, stated: str | None, known: Mapping[str, Derived]) -> dict[str, Any]:
    """A field that a reader states or a deriver concludes, with what it rests on."""
    if stated is not None:
        return _with_basis(name, Derived(stated, None, "stated"))
    return _with_basis(name, known.get(name) or Derived(None, None, "unknown"))


def _copied(known: Mapping[str, Derived]) -> Derived:
    """The origin that a copy states, where the article's own text states none."""
    return known.get(COPIED) or Derived(None, None, "unknown")


def _with_basis(name: str, conclusion: Derived) -> dict[str, Any]:
    return {
        name: conclusion.value,
        f"{name}_basis": conclusion.basis,
        f"{name}_confidence": conclusion.confidence,
        f"{name}_evidence": conclusion.evidence,
    }


def _signed(people: list[dict[str, Any]] | None) -> dict[str, Any]:
    """The byline that a page states; the lines that say so are its credits."""
    basis = "stated" if people else "unknown"
    return {
        "byline": people,
        "byline_stated": None,
        "byline_basis": basis,
        "byline_evidence": None,
    }


def _signed_below(stated: list[dict[str, Any]] | None, told: Derived | None) -> dict[str, Any]:
    """The byline with those whom only the text's own lines name, if there are any."""
    if told is None or told.value is None:
        return {}
    known = [set(one["name"].casefold().split()) for one in stated or ()]
    more = []
    for person in json.loads(told.value):
        words = set(person["name"].casefold().split())
        if not any(words <= other or other <= words for other in known):
            more.append(person)
    if not more:
        return {}
    return {
        "byline": [*(stated or ()), *more],
        "byline_stated": stated or [],
        "byline_basis": told.basis,
        "byline_evidence": told.evidence,
    }


def _decided(decided: Mapping[str, str | None], said: Mapping[str, str]) -> dict[str, Any]:
    values: dict[str, Any] = dict(decided)
    for name in ("language", "origin"):
        if name in decided:
            values |= _with_basis(name, Derived(decided[name], None, "decided"))
    if "byline" in decided:
        people = json.loads(decided["byline"] or "null")
        values |= {"byline": people, "byline_basis": "decided", "byline_evidence": said["byline"]}
    if "published" in decided:
        values["published_precision"] = precision_of(decided["published"])
    return values


def precision_of(published: str | None) -> str | None:
    """How exact a date is that an analyst typed."""
    if published is None:
        return None
    by_length = {4: "year", 7: "month", 10: "day"}
    return by_length.get(len(published), "minute" if len(published) < 19 else "second")


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def as_json(value: Any) -> str:
    """Compact JSON, readable in any script."""
    return _ENCODER.encode(value)
