"""What articles share: groups of copies, passages under different news, two texts side by side."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from statistics import median
from typing import Any

import pandas as pd

from clippings.archive import Archive
from clippings.archive.copies import Shared, Span
from clippings.archive.selection import Selection, day_in_words
from clippings.copies import Stretch, diff
from clippings.errors import ClippingsError

_LOOSEST = ("exact", "near", "reworked")


def copies(archive: Archive, selection: Selection, *, members: bool = False) -> pd.DataFrame:
    """Texts that stand in several of the selected articles, those in most first: `group` (the id of
    its first article), `texts` where those are the unit, `articles, outlets, first, last, headline`;
    with `members` the list of their article ids, by day."""
    counted = archive.count(selection, ("copy_group",), span=True)
    counted = counted[counted["copy_group"].notna() & (counted["articles"] > 1)]
    articles = selection.without("unit")
    carried = archive.count(articles, ("copy_group", "outlet")).dropna(subset=["outlet"])
    answer = counted.rename(columns={"copy_group": "group"}).reset_index(drop=True)
    outlets = carried.groupby("copy_group").size().reindex(answer["group"], fill_value=0)
    place = list(answer.columns).index("articles") + 1
    answer.insert(place, "outlets", outlets.to_numpy().astype(int))
    span = archive.count(articles, ("copy_group",), span=True).set_index("copy_group")
    answer["last"] = span["last"].reindex(answer["group"]).to_numpy()
    if members:
        rows = archive.copies.carriers(articles)
        ids = rows.groupby("copy_group")["id"].agg(list)
        answer["members"] = ids.reindex(answer["group"]).to_numpy()
    return answer.sort_values(["articles", "group"], ascending=[False, True], ignore_index=True)


def spread(archive: Archive, selection: Selection) -> pd.DataFrame:
    """The groups of `copies` with what a page filters and ranks them by: besides its columns
    `headline` and `outlet` (of the first), `days` (from the first to the last; None if undated),
    `changed` (how many have another headline than the first), `kept` and `median` (the least and the
    usual that they have of the first one's text, 0 to 1; None where they were not compared)."""
    answer = copies(archive, selection)
    articles = selection.without("unit")
    rows = archive.copies.carriers(articles)
    rows = _first_ahead(rows, rows["copy_group"])
    firsts = rows.drop_duplicates("copy_group").set_index("copy_group")
    before = rows["copy_group"].map(firsts["headline"])
    changed = (rows["headline"] != before).groupby(rows["copy_group"]).sum()
    for name in ("headline", "outlet"):
        answer[name] = firsts[name].reindex(answer["group"]).to_numpy()
    answer["changed"] = changed.reindex(answer["group"]).to_numpy().astype(int)
    first, last = (pd.to_datetime(answer[name]) for name in ("first", "last"))
    answer["days"] = (last - first).dt.days.astype("Int64")
    kept: dict[str, list[float]] = {}
    for group, _, part in archive.copies.kept_of_first(articles):
        kept.setdefault(group, []).append(part)
    for name, usual in (("kept", min), ("median", median)):
        answer[name] = [usual(kept[group]) if group in kept else None for group in answer["group"]]
    return answer


def _first_ahead(rows: pd.DataFrame, group: pd.Series | str) -> pd.DataFrame:
    """The rows with the one that a group is named after before those of its own day."""
    return (
        rows.assign(later=rows["id"] != group)
        .sort_values("later", kind="stable")
        .drop(columns="later")
    )


@dataclass(slots=True)
class _Paragraph:
    """A paragraph wherever it stands: the places that were found to be one."""

    kind: str
    places: list[tuple[str, int, int]] = field(default_factory=list)
    between_texts: bool = False
    """Whether two texts share it that are no copies of each other."""


def passages(archive: Archive, selection: Selection) -> pd.DataFrame:
    """Paragraphs that different texts among the selected articles share, one a row: `text` as it
    stands first, `kind` (exact, near, reworked: the loosest of its pairs), `members`, `outlets` (how
    many carry it), those in most articles first."""
    pairs = archive.copies.shared(selection.without("unit"))
    # Most pairs are copies: of these not a text is read.
    found = [one for one in _joined(pairs) if one.between_texts]
    known = archive.copies.about({id for one in found for id, _, _ in one.places})
    order = sorted(known, key=lambda id: (known[id].day is None, known[id].day or "", id))
    place = {id: number for number, id in enumerate(order)}
    lines: list[dict[str, Any]] = []
    for paragraph in found:
        first, start, end = min(paragraph.places, key=lambda one: place[one[0]])
        members = sorted({id for id, _, _ in paragraph.places}, key=place.__getitem__)
        text = known[first].text[start:end].strip()
        outlets = len({known[id].outlet for id in members} - {None})
        lines.append({"text": text, "kind": paragraph.kind, "members": members, "outlets": outlets})
    lines.sort(key=lambda line: (-len(line["members"]), place[str(line["members"][0])]))
    return pd.DataFrame(lines, columns=["text", "kind", "members", "outlets"])


def _joined(pairs: Iterable[Shared]) -> Iterator[_Paragraph]:
    """Passages of pairs put together where they are the same paragraph of one article."""
    at: dict[str, list[tuple[int, int, int]]] = {}
    parents: list[int] = []
    links: list[tuple[int, int, Span, bool]] = []
    for pair in pairs:
        one, other = str(pair.one), str(pair.other)
        between = not pair.copy and not pair.one_group
        for span in pair.passages:
            first = _place(at.setdefault(one, []), span.start, span.end, parents)
            second = _place(at.setdefault(other, []), span.other_start, span.other_end, parents)
            links.append((first, second, span, between))
    for first, second, _, _ in links:
        parents[_root(parents, first)] = _root(parents, second)
    found: dict[int, _Paragraph] = {}
    for first, _, span, between in links:
        paragraph = found.setdefault(_root(parents, first), _Paragraph(span.kind))
        paragraph.kind = max(paragraph.kind, span.kind, key=_LOOSEST.index)
        paragraph.between_texts |= between
    for id, places in at.items():
        for start, end, number in places:
            found[_root(parents, number)].places.append((id, start, end))
    yield from found.values()


def _place(known: list[tuple[int, int, int]], start: int, end: int, parents: list[int]) -> int:
    """The number of the paragraph at this place of an article: a known one, if most of it is."""
    for first, last, number in known:
        both = min(last, end) - max(first, start)
        if 2 * both > max(last - first, end - start):
            return number
    parents.append(len(parents))
    known.append((start, end, parents[-1]))
    return parents[-1]


def _root(parents: list[int], number: int) -> int:
    while parents[number] != number:
        parents[number] = parents[parents[number]]
        number = parents[number]
    return number


@dataclass(frozen=True, slots=True)
class Side:
    """One of two articles beside each other."""

    id: str
    headline: str
    outlet: str | None
    published: str | None
    language: str | None
    text: str
    headline_stretches: tuple[Stretch, ...]
    text_stretches: tuple[Stretch, ...]
    version: str = ""
    """Which of the article's versions it is, in words; empty: the current one, as everywhere."""


def side_by_side(archive: Archive, left: str, right: str) -> tuple[Side, Side]:
    """Two articles and what became of each word of one in the other."""
    records = [archive.record(id) for id in (left, right)]
    for id, record in zip((left, right), records, strict=True):
        if record is None:
            raise ClippingsError("There is no such article", id, "See clippings export.")
    one, other = (record for record in records if record is not None)
    return _beside(one, other)


def versions_beside(
    archive: Archive, id: str, left: int | None = None, right: int | None = None
) -> tuple[Side, Side]:
    """Two versions of one article, numbered from 1, the current one highest; without numbers the
    current one beside the one before it."""
    record, versions = archive.record(id), archive.versions(id)
    if record is None:
        raise ClippingsError("There is no such article", id, "See clippings export.")
    count = len(versions)
    if left is None and count < 2:
        raise ClippingsError("This article has one version only", id, "Compare two articles.")
    numbers = (left or count - 1, right or count)
    for number in numbers:
        if not 1 <= number <= count:
            remedy = f"It has versions 1 to {count}."
            raise ClippingsError(f"There is no version {number}", id, remedy)
    one, other = (
        {**record, **versions.iloc[count - number].to_dict(), "version": number}
        for number in numbers
    )
    return _beside(one, other)


def _beside(one: Mapping[str, Any], other: Mapping[str, Any]) -> tuple[Side, Side]:
    headlines = diff(one["headline"], other["headline"])
    texts = diff(one["text"], other["text"])
    return _side(one, headlines.left, texts.left), _side(other, headlines.right, texts.right)


def _side(
    record: Mapping[str, Any], headline: tuple[Stretch, ...], text: tuple[Stretch, ...]
) -> Side:
    return Side(
        id=record["id"],
        headline=record["headline"],
        outlet=record["outlet"],
        published=record["published"],
        language=record["language"],
        text=record["text"],
        headline_stretches=headline,
        text_stretches=text,
        version=_version_said(record),
    )


def _version_said(record: Mapping[str, Any]) -> str:
    if "current" not in record:
        return ""
    captured = (
        day_in_words(dt.date.fromisoformat(str(record["captured"])[:10]))
        if record["captured"]
        else "unknown"
    )
    current = ", current" if record["current"] else ""
    return f"version {record['version']}{current}, captured {captured}"


def stretches(sides: Sequence[Side]) -> pd.DataFrame:
    """What became of two articles as a table: `side` (left, right), `part` (headline, text), `kind`
    (kept, moved, rewritten, cut, added), `text`, `start`, `end`, and `pair`: the same number stands at
    its counterpart on the other side."""
    lines = [
        (name, part, one.kind, whole[one.start : one.end], one.start, one.end, one.pair)
        for name, side in zip(("left", "right"), sides, strict=True)
        for part, whole, found in (
            ("headline", side.headline, side.headline_stretches),
            ("text", side.text, side.text_stretches),
        )
        for one in found
    ]
    table = pd.DataFrame(lines, columns=["side", "part", "kind", "text", "start", "end", "pair"])
    return table.astype({"start": int, "end": int, "pair": "Int64"})


def timeline(archive: Archive, group: str) -> pd.DataFrame:
    """The articles of one group, who first: `id, day, outlet, headline, words, kept` (how much of the
    first one's text stands in it, 0 to 1; None where the two were not compared)."""
    chosen = replace(Selection(), group=group)
    rows = archive.rows(chosen, ("id", "day", "outlet", "headline", "words"), descending=False)
    answer = _first_ahead(rows, group).reset_index(drop=True)
    kept = {group: 1.0}
    for _, id, part in archive.copies.kept_of_first(chosen):
        kept[id] = part
    answer["kept"] = [kept.get(id) for id in answer["id"]]
    return answer
