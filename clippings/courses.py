"""How topics run over time: which recur, which were one burst, which are new; and which rise now.

Copies are counted once, whatever the selection's unit, so that a text that many carry makes no
trend; and shares of all texts are compared, so that a gap in what was collected makes none either.
"""

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from clippings import bursts, questions
from clippings.archive import Archive
from clippings.archive.selection import UNKNOWN, Selection, day_in_words

_WEEKS = 1500
"""So many days are looked at by weeks, more by months."""
_QUIET = {"week": 4, "month": 2}
"""So many periods without a text end a spell."""
_LEAST = 4
"""Fewer texts than these have no course."""
_SHORTEST = 8
"""Nor has a time of fewer periods with texts."""
_SPELLS = 3
"""A topic that came in so many spells recurs."""
_RECENT = 1 / 8
"""A topic is new if all of it lies in the last part of the time, this large."""
_SHORT = 1 / 5
"""A burst lasts no longer than this part of the time, and holds half of the topic or more."""

_WINDOW = 30
"""Days that what rises is looked for in, unless the selection says which."""
_BEFORE = 365
"""Days before them that they are compared with."""
_FROM_NOTHING = 999.0
_SURE = 6.63
"""The likelihood ratio that chance passes once in a hundred times (chi-squared, one degree of freedom)."""


@dataclass(frozen=True, slots=True)
class Course:
    """How one topic ran, and the words for why it is said so."""

    course: str | None
    """"new", "seasonal", "burst", "recurring", "steady"; None: nothing of these, or too few texts."""
    why: str
    recurring: bool
    spells: tuple[bursts.Span, ...]


def courses(archive: Archive, selection: Selection) -> pd.DataFrame:
    """How each topic of the selected articles ran: `id, course` (see `Course`)`, recurring` (bool)`,
    spells` (how often it came back)`, why` (a sentence)."""
    texts = replace(selection, unit="texts", topic=None)
    by, dates, totals = _collected(archive, texts)
    table = questions.lines(archive, texts, "topic", by)
    rows = []
    for topic, row in table.iterrows():
        if topic == UNKNOWN:
            continue
        found = course([int(row.get(date, 0)) for date in dates], totals, dates, by)
        rows.append((topic, found.course, found.recurring, len(found.spells), found.why))
    answer = pd.DataFrame(rows, columns=["id", "course", "recurring", "spells", "why"])
    return answer.astype({"course": object, "recurring": bool, "spells": int})


def with_courses(archive: Archive, selection: Selection, topics: pd.DataFrame) -> pd.DataFrame:
    """A table of topics (`id`) with `course, recurring, why` of each (see `courses`), and `rising` (how
    many times its share before; 999 where there was none before, None where it does not rise)."""
    ran = courses(archive, selection).set_index("id").reindex(topics["id"])
    risen = rising(archive, selection).set_index("id")["ratio"]
    ratios = risen.astype(float).fillna(_FROM_NOTHING).reindex(topics["id"])
    return topics.assign(
        course=ran["course"].to_numpy(),
        recurring=ran["recurring"].fillna(False).astype(bool).to_numpy(),
        rising=ratios.to_numpy(),
        why=ran["why"].to_numpy(),
    )


def _collected(archive: Archive, selection: Selection) -> tuple[str, list[str], list[int]]:
    """By what to count, the periods from first to last, and how many texts each has."""
    found = archive.count(selection, span=True).iloc[0]
    if found["first"] is None:
        return "week", [], []
    days = _days(found["first"], found["last"])
    by = "week" if days <= _WEEKS else "month"
    dates = questions.periods(found["first"], found["last"], by)
    counted = archive.count(selection, by=(by,)).dropna(subset=[by])
    known = dict(zip(counted[by], counted["texts"], strict=True))
    return by, dates, [int(known.get(date, 0)) for date in dates]


def course(counts: Sequence[int], totals: Sequence[int], dates: Sequence[str], by: str) -> Course:
    """How one topic ran, from its texts and all texts of each period (by their first days)."""
    spells = tuple(bursts.spells(counts, totals, _QUIET[by]))
    whole = sum(counts)
    if whole < _LEAST:
        return Course(None, f"{whole} texts are too few to tell.", False, spells)
    collected = sum(total > 0 for total in totals)
    if collected < _SHORTEST:
        weeks = f"{collected} {by}{'s are' if collected > 1 else ' is'}"
        return Course(None, f"{weeks} too short a time to tell.", False, spells)
    said = _spells_said(spells, dates)
    season = _season(counts, dates)
    recurring = len(spells) >= _SPELLS or season is not None
    for name, why in (
        ("new", _new(counts, totals, dates)),
        ("seasonal", season),
        ("burst", _burst(counts, totals, dates)),
        ("recurring", said if recurring else None),
        ("steady", _steady(counts, collected, by)),
    ):
        if why is not None:
            return Course(name, why, recurring, spells)
    return Course(None, said, recurring, spells)


def _new(counts: Sequence[int], totals: Sequence[int], dates: Sequence[str]) -> str | None:
    first = next(place for place, count in enumerate(counts) if count)
    collected = sum(total > 0 for total in totals[:first])
    if first < len(counts) * (1 - _RECENT) or collected < len(counts) / 2:
        return None
    return f"First met {_said(dates[first])}; {sum(totals[:first]):,} texts before have none of it."


def _season(counts: Sequence[int], dates: Sequence[str]) -> str | None:
    """The quarter of the year that at least half of it falls into in each of two years or more."""
    years: dict[int, list[int]] = {}
    for count, date in zip(counts, dates, strict=True):
        day = dt.date.fromisoformat(date)
        years.setdefault(day.year, [0] * 4)[(day.month - 1) // 3] += count
    met = [quarters for quarters in years.values() if sum(quarters) >= 2]
    if len(met) < 2 or len(met) < len(years) - 1 or _days(dates[0], dates[-1]) < 640:
        return None
    best = {quarters.index(max(quarters)) for quarters in met}
    if len(best) > 1 or any(max(quarters) * 2 < sum(quarters) for quarters in met):
        return None
    quarter = best.pop() + 1
    return f"In {len(met)} years at least half of it came in the year’s quarter {quarter}."


def _burst(counts: Sequence[int], totals: Sequence[int], dates: Sequence[str]) -> str | None:
    found = max(bursts.bursts(counts, totals), key=lambda span: span.count, default=None)
    if found is None or found.count * 2 < sum(counts):
        return None
    if found.last - found.first + 1 > max(2, len(counts) * _SHORT):
        return None
    return f"{found.count} of {sum(counts)} texts {_span_said(found, dates)}."


def _steady(counts: Sequence[int], collected: int, by: str) -> str | None:
    met = sum(count > 0 for count in counts)
    return f"In {met} of {collected} {by}s." if met * 2 >= collected else None


def _spells_said(spells: Sequence[bursts.Span], dates: Sequence[str]) -> str:
    said = [_span_said(spell, dates) for spell in spells[-4:]]
    more = f", {len(spells) - 4} earlier" if len(spells) > 4 else ""
    times = "Once" if len(spells) == 1 else f"{len(spells)} times"
    return f"{times}: {'; '.join(said)}{more}."


def _span_said(span: bursts.Span, dates: Sequence[str]) -> str:
    first, last = _said(dates[span.first]), _said(dates[span.last])
    return f"from {first}" + (f" to {last}" if last != first else "")


def _said(date: str) -> str:
    return day_in_words(dt.date.fromisoformat(date)).partition(" ")[2]


def rising(archive: Archive, selection: Selection) -> pd.DataFrame:
    """The topics that take up more of the last days than of the time before, the surest first: `id,
    texts` and `of` (of how many texts, in the last days)`, before` and `of_before, ratio` of the two
    shares (None if there were none before)`, score` (log likelihood ratio)`, outlets` (that carry it in
    the last days)`, from, to, since` (ISO days: the last days, and the first that they are compared with).

    The last days are the selection's own where it names them, else the last 30 that have articles; the
    time before is up to a year. Only what chance would give once in a hundred times is told, and only
    what still rises without the outlet that has most of it. The test: T. Dunning, "Accurate Methods for
    the Statistics of Surprise and Coincidence", Computational Linguistics 19 (1993).
    """
    columns = ["id", "texts", "of", "before", "of_before", "ratio", "score", "outlets"]
    spans = _windows(archive, selection)
    if spans is None:
        return pd.DataFrame(columns=[*columns, "from", "to", "since"])
    now, before = (_Counted.of(archive, span) for span in spans)
    rows = []
    for topic in now.topics:
        found = _risen(topic, now, before)
        if found is not None:
            rows.append((topic, *found))
    answer = pd.DataFrame(rows, columns=columns)
    answer["from"], answer["to"] = str(spans[0].from_), str(spans[0].to)
    answer["since"] = str(spans[1].from_)
    return answer.sort_values(["score", "id"], ascending=[False, True], ignore_index=True)


def _windows(archive: Archive, selection: Selection) -> tuple[Selection, Selection] | None:
    """The last days, and the time before them as far as there are articles."""
    texts = replace(selection, unit="texts", topic=None)
    found = archive.count(texts, span=True).iloc[0]
    reach = archive.count(texts.without("from", "to"), span=True).iloc[0]
    if found["first"] is None or reach["first"] is None:
        return None
    to = selection.to or dt.date.fromisoformat(found["last"])
    from_ = selection.from_ or to - dt.timedelta(days=_WINDOW - 1)
    start = max(dt.date.fromisoformat(reach["first"]), from_ - dt.timedelta(days=_BEFORE))
    end = from_ - dt.timedelta(days=1)
    if start > end:
        return None
    return replace(texts, from_=from_, to=to), replace(texts, from_=start, to=end)


@dataclass(frozen=True, slots=True)
class _Counted:
    """Texts of one time: all, by outlet, and of each topic by outlet."""

    every: int
    outlets: Mapping[str, int]
    topics: Mapping[str, Mapping[str, int]]

    @classmethod
    def of(cls, archive: Archive, selection: Selection) -> "_Counted":
        outlets = archive.count(selection, by=("outlet",)).fillna({"outlet": UNKNOWN})
        pairs = archive.count(selection, by=("topic", "outlet")).dropna(subset=["topic"])
        topics: dict[str, dict[str, int]] = {}
        for topic, outlet, texts in zip(
            pairs["topic"], pairs["outlet"].fillna(UNKNOWN), pairs["texts"], strict=True
        ):
            topics.setdefault(topic, {})[outlet] = int(texts)
        return cls(
            int(outlets["texts"].sum()),
            dict(zip(outlets["outlet"], outlets["texts"].astype(int), strict=True)),
            topics,
        )

    def without(self, topic: str, outlet: str) -> tuple[int, int]:
        """The topic's texts and all texts that others than the outlet carry."""
        of_topic = self.topics.get(topic, {})
        return (
            sum(of_topic.values()) - of_topic.get(outlet, 0),
            self.every - self.outlets.get(outlet, 0),
        )


def _risen(
    topic: str, now: _Counted, before: _Counted
) -> tuple[int, int, int, int, float | None, float, int] | None:
    outlets = now.topics[topic]
    texts, earlier = sum(outlets.values()), sum(before.topics.get(topic, {}).values())
    if texts < _LEAST or not before.every:
        return None
    score = likelihood_ratio(texts, now.every, earlier, before.every)
    most = max(sorted(outlets), key=lambda name: outlets[name])
    others, of_others = now.without(topic, most)
    if score < _SURE or not _more(texts, now.every, earlier, before.every):
        return None
    if len(now.outlets) > 1 and not _more(others, of_others, *before.without(topic, most)):
        return None
    ratio = round(texts / now.every / (earlier / before.every), 2) if earlier else None
    return texts, now.every, earlier, before.every, ratio, round(score, 1), len(outlets)


def _more(count: int, of: int, before: int, of_before: int) -> bool:
    """Whether the first share is larger."""
    return count * max(of_before, 1) > before * max(of, 1)


def likelihood_ratio(count: int, of: int, before: int, of_before: int) -> float:
    """How much likelier two shares are than one for both: Dunning's -2 log lambda."""

    def at(share: float) -> float:
        return _log(count, of, share) + _log(before, of_before, share)

    together = at((count + before) / (of + of_before))
    apart = _log(count, of, count / of) + _log(before, of_before, before / of_before)
    return max(0.0, 2 * (apart - together))


def _log(count: int, of: int, share: float) -> float:
    """The logarithm of the binomial without its coefficient; 0 log 0 is 0."""
    said = count * math.log(share) if count else 0.0
    return said + ((of - count) * math.log(1 - share) if of > count else 0.0)


def _days(first: str, last: str) -> int:
    return (dt.date.fromisoformat(last) - dt.date.fromisoformat(first)).days
