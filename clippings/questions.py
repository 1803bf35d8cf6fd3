"""The questions an analyst asks, each a composition of the archive's `count`, written once."""

import datetime as dt
from dataclasses import asdict, dataclass, replace

import numpy as np
import pandas as pd

from clippings.archive import PERIODS, Archive
from clippings.archive.selection import LAGS, UNKNOWN, Selection

SPLITS = ("outlet", "origin", "section", "language")
"""What a volume can be split by: every article has one value of each, so that groups add up."""

_READ_THROUGH = 20_000
"""So many headlines of one period are read to find the usual one."""

_MOST_DAYS = {"day": 4_000, "week": 28_000, "month": 120_000, "quarter": 365_000, "year": 1_500_000}
"""So many days are shown in some four thousand periods."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The headline figures of a selection; all but `articles` and `outlets` are in its unit."""

    count: int
    """Of the unit: what every table and chart adds up to."""
    articles: int
    undated: int
    """Of these, without a day."""
    undated_left_out: int
    """Undated articles that only the day filter keeps out."""
    cut: int
    """Of these, articles whose capture ended before they did."""
    outlets: int
    """Known outlets that carried them."""
    stubs: int
    """Headlines without a text that match too; in the articles only where stubs are asked for."""
    aside: int
    """Articles set aside as not relevant that match too, counted nowhere else."""
    first: str | None
    last: str | None


def figures(archive: Archive, selection: Selection) -> Figures:
    """How many articles, of how many outlets, over what span, and what is left out of it."""
    total = archive.count(selection, span=True).iloc[0]
    undated = _undated(archive, selection)
    left_out = _undated(archive, selection.without("from", "to")) if selection.dated else 0
    outlets = archive.count(selection.without("unit"), by=("outlet",))
    return Figures(
        count=int(total[selection.unit]),
        articles=int(total["articles"]),
        undated=0 if selection.dated else undated,
        undated_left_out=left_out,
        cut=_where(archive.count(selection, by=("cut",)), "cut", selection.unit),
        outlets=int(outlets["outlet"].notna().sum()),
        stubs=_where(archive.count(_with_stubs(selection), by=("stub",)), "stub", "articles"),
        aside=_aside(archive, selection),
        first=_text(total["first"]),
        last=_text(total["last"]),
    )


def volume(
    archive: Archive,
    selection: Selection,
    by: str = "month",
    split: str | None = None,
    *,
    share: bool = False,
    most: int | None = None,
) -> pd.DataFrame:
    """Articles, or texts, over time: `date` (first day of the period, ISO; None for undated), `group`
    (with a split), `count` (in the selection's unit), and `share` (of the period's, 0 to 1; None in
    an empty period) if asked.

    Every period is there, empty ones with 0, from the first to the last that is asked for, else found;
    undated articles only where there are any.
    With `most`, groups past the biggest so many are summed up as one, named by their number.
    """
    if by not in PERIODS:
        raise ValueError(f"{by!r} is no period: {', '.join(PERIODS)}")
    wanted = (by,) if split is None else (by, split)
    counted = archive.count(selection, by=wanted)
    answer: pd.DataFrame = counted.rename(columns={by: "date", selection.unit: "count"})
    columns = ["date", "count"]
    if split is not None:
        answer["group"] = _named(answer[split].fillna(UNKNOWN), answer["count"], most)
        answer = answer.groupby(["date", "group"], dropna=False, as_index=False).agg(
            {"count": "sum"}
        )
        columns = ["date", "group", "count"]
    answer = _with_empty_periods(answer[columns], _span(archive, selection, by), by)
    if share:
        totals = answer.groupby("date", dropna=False)["count"].transform("sum")
        answer["share"] = (answer["count"] / totals).where(totals > 0)
    return answer


def outlets(archive: Archive, selection: Selection, *, by_origin: bool = False) -> pd.DataFrame:
    """Who carried the selected articles, or who wrote them: `outlet` or `origin`, then `articles,
    first, last`, most first."""
    return ranked(archive, selection, "origin" if by_origin else "outlet", span=True)


def flow(archive: Archive, selection: Selection) -> pd.DataFrame:
    """Who carried whose articles: `origin, outlet`, `texts` where those are the unit, `articles`, most
    first, unknown ones named so."""
    answer = archive.count(selection, by=("origin", "outlet")).fillna(
        {"origin": UNKNOWN, "outlet": UNKNOWN}
    )
    keys = [selection.unit, "origin", "outlet"]
    return answer.sort_values(keys, ascending=[False, True, True], ignore_index=True)


def own_work(archive: Archive, selection: Selection) -> pd.DataFrame:
    """Of each outlet the articles it carried whose writer is known, and those it wrote itself:
    `outlet, known, own`."""
    pairs = flow(archive, selection)
    pairs = pairs[pairs["origin"] != UNKNOWN]
    unit = selection.unit
    own = pairs[unit].where(pairs["origin"] == pairs["outlet"], 0)
    answer: pd.DataFrame = (
        pd.DataFrame({"outlet": pairs["outlet"], "known": pairs[unit], "own": own})
        .groupby("outlet", as_index=False)
        .sum()
    )
    return answer


@dataclass(frozen=True, slots=True)
class Parts:
    """What is counted, by who carried and who wrote it; all but `outlets` in the selection's unit."""

    count: int
    outlets: int
    """Known outlets that carried them."""
    elsewhere: float | None
    """Of the articles whose writer is known, the share that another than the carrier wrote."""
    unknown: int
    """Articles whose writer nobody states or suggests."""


def parts(archive: Archive, selection: Selection) -> Parts:
    """How many articles, of how many outlets, how many of them taken from others."""
    found = _parts(flow(archive, selection), selection.unit)
    outlets = archive.count(selection.without("unit"), by=("outlet",))["outlet"].nunique()
    return replace(found, outlets=int(outlets))


def figure_lines(archive: Archive, selection: Selection, by: str) -> pd.DataFrame:
    """`parts` of each period from first to last (the index), undated articles left out; a share of
    nothing is None."""
    counted = archive.count(selection, by=("origin", "outlet", by)).dropna(subset=[by])
    if counted.empty:
        return pd.DataFrame(columns=["count", "outlets", "elsewhere", "unknown"])
    counted = counted.fillna({"origin": UNKNOWN, "outlet": UNKNOWN})
    found = {
        str(date): asdict(_parts(pairs, selection.unit)) for date, pairs in counted.groupby(by)
    }
    carried = archive.count(selection.without("unit"), by=("outlet", by)).dropna()
    outlets = carried.groupby(by)["outlet"].nunique()
    none = asdict(Parts(0, 0, None, 0))
    span = periods(min(found), max(found), by)
    lines = pd.DataFrame([found.get(date, none) for date in span], index=span)
    return lines.assign(outlets=outlets.reindex(span, fill_value=0))


def _parts(pairs: pd.DataFrame, unit: str) -> Parts:
    known = pairs[pairs["origin"] != UNKNOWN]
    total = int(known[unit].sum())
    own = int(known.loc[known["origin"] == known["outlet"], unit].sum())
    return Parts(
        count=int(pairs[unit].sum()),
        outlets=int(pairs.loc[pairs["outlet"] != UNKNOWN, "outlet"].nunique()),
        elsewhere=(total - own) / total if total else None,
        unknown=int(pairs[unit].sum()) - total,
    )


def spans(
    selection: Selection, first: str | None, last: str | None
) -> tuple[Selection, Selection] | None:
    """The selection in its days and in as many days before; where no first day is chosen, in the
    last 30 days and the 30 before. None where the articles do not reach back so far."""
    if first is None or last is None:
        return None
    to = selection.to or dt.date.fromisoformat(last)
    from_ = selection.from_ or to - dt.timedelta(days=29)
    days = (to - from_).days + 1
    if days < 1 or (
        not selection.from_ and to - dt.timedelta(days=59) < dt.date.fromisoformat(first)
    ):
        return None
    end = from_ - dt.timedelta(days=1)
    before = replace(selection, from_=from_ - dt.timedelta(days=days), to=end)
    return replace(selection, from_=from_, to=to), before


def peaks(archive: Archive, selection: Selection, by: str, most: int = 3) -> pd.DataFrame:
    """The periods with most articles, in time's order: `date, count, headline, times`: the headline
    that stands over most of them, and over how many. None where all periods are alike."""
    dated = volume(archive, selection, by).dropna(subset=["date"])
    if len(dated) < 4 or dated["count"].nunique() < 2:
        return pd.DataFrame(columns=["date", "count", "headline", "times"])
    top = dated.sort_values(["count", "date"], ascending=[False, True]).head(most)
    answer = top[top["count"] > 0].sort_values("date", ignore_index=True)
    said = [_usual_headline(archive, selection, date, by) for date in answer["date"]]
    return answer.assign(headline=[h for h, _ in said], times=[n for _, n in said])


def _usual_headline(archive: Archive, selection: Selection, date: str, by: str) -> tuple[str, int]:
    within = replace(selection, from_=dt.date.fromisoformat(date), to=last_day(date, by))
    found = archive.rows(within, ("headline",), limit=_READ_THROUGH)["headline"].value_counts()
    return str(found.index[0]), int(found.iloc[0])


def ranked(
    archive: Archive, selection: Selection, name: str, *, span: bool = False
) -> pd.DataFrame:
    """The values of one dimension, most first: its column, `texts` where those are the unit,
    `articles`, and with `span` `first` and `last`. What is not known is named "unknown"."""
    answer = archive.count(selection, by=(name,), span=span)
    answer[name] = answer[name].fillna(UNKNOWN)
    return answer.sort_values([selection.unit, name], ascending=[False, True], ignore_index=True)


def facet(archive: Archive, selection: Selection, name: str) -> pd.DataFrame:
    """What else could be chosen: the values of one dimension under all other parts of the selection."""
    return ranked(archive, selection.without(name), name)


def lags(archive: Archive, selection: Selection) -> pd.DataFrame:
    """How many days passed from the original to here: `lag` (every one of `LAGS`, the negative one only
    where there is any, then "unknown"), then as of `ranked`, 0 where there are none."""
    found = ranked(archive, selection, "lag").set_index("lag")
    bands = [*(one for one in LAGS if one != LAGS[0] or one in found.index), UNKNOWN]
    answer: pd.DataFrame = found.reindex(bands, fill_value=0).rename_axis("lag").reset_index()
    return answer


def topics(
    archive: Archive, selection: Selection, *, members: bool = False, hidden: bool = False
) -> pd.DataFrame:
    """Recurring topics in the selected articles: `id, label, terms, language, articles, first, last`,
    then `label_origin` (the one outlet whose phrase the label is), and bools: `named` and `by_hand` by
    an analyst, `pinned`, `hidden`; `born` (when it was first found). Pinned ones first, then most
    articles; hidden ones only with `hidden`. With `members` the list of their article ids.

    One article may be in several topics or in none, so that the counts overlap.
    """
    counted = archive.count(selection, by=("topic",), span=True)
    counted = counted[counted["topic"].notna()].set_index("topic")
    known = [one for one in archive.topics() if one.id in counted.index]
    known = [one for one in known if hidden or not one.hidden]
    answer = pd.DataFrame(
        {
            "id": [topic.id for topic in known],
            "label": [topic.label for topic in known],
            "terms": [list(topic.terms) for topic in known],
            "language": pd.Series([topic.language for topic in known], dtype=object),
        }
    )
    for column in counted.columns:
        answer[column] = counted[column].reindex(answer["id"]).to_numpy()
    if members:
        answer["members"] = [_ids(archive, selection, topic) for topic in answer["id"]]
    for column in ("label_origin", "born"):
        values = [getattr(topic, column) for topic in known]
        answer[column] = pd.Series(values, dtype=object)
    for column in ("named", "by_hand", "pinned", "hidden"):
        answer[column] = pd.Series([getattr(topic, column) for topic in known], dtype=bool)
    keys = ["pinned", selection.unit, "label"]
    return answer.sort_values(keys, ascending=[False, False, True], ignore_index=True)


def hidden_topics(archive: Archive, selection: Selection) -> int:
    """How many topics of the selected articles are hidden."""
    met = set(archive.count(selection, by=("topic",))["topic"].dropna())
    return sum(topic.hidden and topic.id in met for topic in archive.topics())


def lines(archive: Archive, selection: Selection, name: str, by: str = "month") -> pd.DataFrame:
    """Each value's articles over time: one row per value of the dimension (its index), one column
    per period from first to last, undated left out. Values are counts, 0 in empty periods."""
    counted = archive.count(selection, by=(name, by)).dropna(subset=[by])
    counted[name] = counted[name].fillna(UNKNOWN)
    table = counted.pivot_table(index=name, columns=by, values=selection.unit, aggfunc="sum")
    if table.empty:
        return table
    span = periods(str(table.columns[0]), str(table.columns[-1]), by)
    return table.reindex(columns=span).fillna(0).astype(int)


def periods(first: str, last: str, by: str) -> list[str]:
    """The first days of all periods from the one that holds `first` to the one that holds `last`."""
    rule = {"day": "D", "week": "W-SUN", "month": "M", "quarter": "Q", "year": "Y"}[by]
    return [str(p.start_time.date()) for p in pd.period_range(first, last, freq=rule)]


def last_day(first: str, by: str) -> dt.date:
    """The last day of the period that begins on the given day."""
    rule = {"day": "D", "week": "W-SUN", "month": "M", "quarter": "Q", "year": "Y"}[by]
    return pd.Period(first, freq=rule).end_time.date()


def sensible_period(first: str | None, last: str | None) -> str:
    """The period that shows a span in some ten to a hundred bars."""
    if first is None or last is None:
        return "day"
    days = (dt.date.fromisoformat(last) - dt.date.fromisoformat(first)).days
    for period, most in (("day", 92), ("week", 400), ("month", 3650)):
        if days <= most:
            return period
    return "year"


def _named(groups: pd.Series, counts: pd.Series, most: int | None) -> pd.Series:
    """The groups' names, those past the biggest `most` replaced by one that says how many they are."""
    sizes = counts.groupby(groups).sum().sort_values(ascending=False, kind="stable")
    if most is None or len(sizes) <= most:
        return groups
    return groups.where(groups.isin(sizes.index[:most]), f"{len(sizes) - most} others")


def _span(archive: Archive, selection: Selection, by: str) -> tuple[str, str] | None:
    """First and last day to show: those asked for, else those found.

    A span of more periods than anyone looks at ends where the archive does.
    """
    found = archive.count(selection, span=True).iloc[0]
    if not selection.dated:
        return None if found["first"] is None else (found["first"], found["last"])
    reach = archive.count(Selection(dates=selection.dates), span=True).iloc[0]
    first = str(selection.from_ or found["first"] or reach["first"])
    last = str(selection.to or found["last"] or reach["last"])
    if "None" in (first, last) or first > last:
        return None
    if (dt.date.fromisoformat(last) - dt.date.fromisoformat(first)).days > _MOST_DAYS[by]:
        first, last = max(first, reach["first"] or first), min(last, reach["last"] or last)
    return (first, last) if first <= last else None


def _with_empty_periods(
    answer: pd.DataFrame, span: tuple[str, str] | None, by: str
) -> pd.DataFrame:
    """Every group in every period of the span, then the undated row or rows."""
    dated = answer.dropna(subset=["date"])
    undated = answer[answer["date"].isna()].assign(date=None)
    if span is not None:
        groups = None
        if "group" in answer:
            sizes = answer.groupby("group")["count"].sum()
            groups = sizes.sort_values(ascending=False, kind="stable").index.astype(str)
        dated = _filled(dated, pd.Index(periods(*span, by)), groups)
    result = pd.concat([dated, undated], ignore_index=True) if len(undated) else dated
    return result.astype({"date": object, "count": int})


def _filled(dated: pd.DataFrame, dates: pd.Index, groups: pd.Index | None) -> pd.DataFrame:
    """The counts of all dates, and of all groups on each; 0 where there is none.

    By place, not by joining: a few thousand days of as many outlets are millions of rows.
    """
    width = 1 if groups is None else len(groups)
    place = np.asarray(dates.get_indexer(pd.Index(dated["date"])), np.int64)
    fits = place >= 0
    if groups is not None:
        place = place * width + np.asarray(groups.get_indexer(pd.Index(dated["group"])), np.int64)
    counts = np.zeros(len(dates) * width, np.int64)
    counts[place[fits]] = dated["count"].to_numpy()[fits]
    columns = {"date": pd.Series(np.repeat(dates.to_numpy(object), width), dtype=object)}
    if groups is not None:
        columns["group"] = pd.Series(np.tile(groups.to_numpy(object), len(dates)), dtype=object)
    return pd.DataFrame({**columns, "count": counts})


def _undated(archive: Archive, selection: Selection) -> int:
    years = archive.count(selection, by=("year",))
    return int(years.loc[years["year"].isna(), selection.unit].sum())


def _where(counted: pd.DataFrame, flag: str, unit: str) -> int:
    return int(counted.loc[counted[flag].astype(bool), unit].sum())


def _aside(archive: Archive, selection: Selection) -> int:
    """How many articles of the selection are set aside."""
    aside = replace(selection.without("unit"), aside=True)
    return int(archive.count(aside)["articles"].iloc[0])


def _with_stubs(selection: Selection) -> Selection:
    return replace(selection.without("unit"), stubs=True)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _ids(archive: Archive, selection: Selection, topic: str) -> list[str]:
    return list(archive.rows(replace(selection.without("unit"), topic=topic), ("id",))["id"])
