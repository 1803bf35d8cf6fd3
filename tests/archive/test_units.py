"""One counting unit: figures, groupings, rows and records agree on texts as they do on articles."""

import datetime as dt
import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clippings import questions
from clippings.archive import ASIDE, DIMENSIONS, PERIODS, Archive, Derived, Topic, open_archive
from clippings.archive.copies import Compared, Shared
from clippings.archive.selection import (
    DATES,
    LAGS,
    THEN,
    UNITS,
    UNKNOWN,
    Selection,
    as_counted,
    conditions_without,
)
from clippings.article import Article

OUTLETS = ("The Mirror", "The Tide", "an outlet", None)
WORDS = ("harbour", "levy", "dam", "gates")
DAYS = (None, "2022-12-31", "2023-01-01", "2023-01-02", "2023-03-31")
ORIGINALS = ("2022-12-31", None, "2023-01-01", None, "2022-12-01", "2021-01-02", "2023-03-30")
Row = Mapping[str, object]


def made(number: int) -> Article:
    day = DAYS[number % len(DAYS)]
    return Article(
        headline=f"{WORDS[number % 4]} {number}",
        text=" ".join(WORDS[place] for place in range(4) if number >> place & 1) or "nothing",
        source=f"page {number % 3}.txt",
        site=f"site{number}.example",
        outlet=OUTLETS[number * 7 % 11 % len(OUTLETS)],
        section="Harbour" if number % 3 else None,
        language=("en", "fa", None)[number // 3 % 3],
        published=day,
        published_precision=day and "day",
        cut=number % 11 == 0,
        stub=number % 17 == 0,
    )


def group_all(archive: Archive, ids: Sequence[str], groups: Sequence[Sequence[str]]) -> None:
    """Put articles into groups as the deriver would."""
    kept = archive.copies
    mark = kept.mark()
    numbers = {}
    for batch in kept.uncompared(1000):
        order = [id for id in ids if id in set(archive.rows(Selection(), ("id",))["id"])]
        numbers = dict(zip(order, [text.number for text in batch], strict=True))
        pairs = [
            Shared(numbers[a], numbers[b], True, 9, 9, 9, 9, ())
            for group in groups
            for a, b in itertools.pairwise(group)
        ]
        assert kept.save(Compared(list(numbers.values()), [], [], pairs))
    kept.save_groups(mark, kept.ungrouped(), groups, {}, whole=True)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with open_archive(tmp_path_factory.mktemp("units") / "articles.db", write=True) as opened:
        load = opened.start_load("test", "test")
        originals = [Derived(day, 1.0, "stated") for day in ORIGINALS * 20]
        opened.save(load, [made(number) for number in range(140)], None, {"original": originals})
        rows = opened.rows(Selection(), ("id", "headline"))
        ids = [
            id
            for _, id in sorted(
                zip(rows["headline"], rows["id"], strict=True),
                key=lambda pair: int(pair[0].split()[1]),
            )
        ]
        group_all(opened, ids, [ids[:40:3], ids[1:40:3], ids[60:62], ids[90:97]])
        aside = [*ids[3:9], *ids[60:62], *ids[92:94], ids[100]]
        opened.decide(aside, ASIDE, "yes", because="not relevant", who="test")
        opened.save_topics(
            [
                Topic("t1", "One", ("levy",), "en", dict.fromkeys(ids[::2], 0.5)),
                Topic("t2", "Two", ("dam",), None, dict.fromkeys(ids[::3], 1.0)),
            ],
            "1",
        )
        yield opened


def names(values: Sequence[str | None]) -> st.SearchStrategy[tuple[str, ...]]:
    choices = [value or UNKNOWN for value in values]
    return st.lists(st.sampled_from(choices), unique=True, max_size=2).map(tuple)


SELECTIONS = st.builds(
    Selection,
    query=st.sampled_from(("", "", *WORDS)),
    outlet=names(OUTLETS),
    language=names(("en", "fa", None)),
    topic=st.sampled_from((None, None, "t1", UNKNOWN)),
    from_=st.sampled_from((None, None, dt.date(2023, 1, 1))),
    to=st.sampled_from((None, None, dt.date(2023, 1, 2))),
    dates=st.sampled_from(DATES),
    undated=st.booleans(),
    aside=st.sampled_from((False, False, True)),
    lag=names((*LAGS, None)),
    first=st.sampled_from(
        (
            (),
            (),
            ("outlet=The Mirror",),
            ("undated=True",),
            ("outlet=unknown", "then topic=t1"),
            ("language=fa", "from=2022-12-31", "then outlet=The Tide", "section=Harbour"),
        )
    ),
    stubs=st.booleans(),
    unit=st.sampled_from(UNITS),
)


def banded(days: object) -> str | None:
    """The band of `LAGS` that so many days are in."""
    if not isinstance(days, int):
        return None
    ends = (-1, 0, 1, 7, 30, 365)
    return next((band for band, end in zip(LAGS, ends, strict=False) if days <= end), LAGS[-1])


def units(archive: Archive, selection: Selection) -> list[list[Row]]:
    """The reference: the selected articles put together one by one, the first of each unit first."""
    found: dict[object, list[Row]] = defaultdict(list)
    if selection.first:
        *before, condition = selection.first
        asked = Selection(first=(condition,), stubs=True, dates=selection.dates).asked
        asked = replace(asked, aside=selection.aside)
        meant = set(archive.rows(asked, ("id",))["id"])
        whole = units(archive, replace(selection, first=tuple(before), unit="texts"))
        if condition.startswith(THEN):
            kept = [[one for one in unit if one["id"] in meant] for unit in whole]
        else:
            kept = [unit for unit in whole if unit[0]["id"] in meant]
        kept = [unit for unit in kept if unit]
        return kept if selection.unit == "texts" else [[one] for unit in kept for one in unit]
    articles = archive.records(selection.without("unit"))
    days = archive.rows(selection.without("unit"), ("id", "day")).set_index("id")["day"]
    for article in articles:
        article["day"] = days[article["id"]]
        group = article["copy_group"] if selection.unit == "texts" else None
        found[group or article["id"]].append(article)
    order = [
        sorted(unit, key=lambda one: (one["day"] is None, str(one["day"]), str(one["id"])))
        for unit in found.values()
    ]
    return sorted(order, key=lambda unit: str(unit[0]["id"]))


@given(SELECTIONS)
@settings(max_examples=150, deadline=None)
def test_the_figure_is_the_rows_and_the_records(archive: Archive, selection: Selection) -> None:
    expected = {unit[0]["id"]: len(unit) for unit in units(archive, selection)}
    total = archive.count(selection).iloc[0]
    assert int(total[selection.unit]) == len(expected)
    assert int(total["articles"]) == sum(expected.values())
    rows = archive.rows(selection, ("id", "copies"))
    assert dict(zip(rows["id"], rows["copies"], strict=True)) == expected
    records = {record["id"]: record.get("copies", 1) for record in archive.records(selection)}
    assert records == expected
    assert [id for id, *_ in archive.texts(selection)] == list(records)


@given(
    SELECTIONS,
    st.sampled_from([d for d in DIMENSIONS if d != "topic"]),
    st.sampled_from(PERIODS),
    st.booleans(),
)
@settings(max_examples=150, deadline=None)
def test_every_grouping_adds_up_to_the_figure(
    archive: Archive, selection: Selection, dimension: str, period: str, span: bool
) -> None:
    unit = selection.unit
    reference: dict[object, list[int]] = defaultdict(lambda: [0, 0])
    for articles in units(archive, selection):
        value = articles[0].get(dimension)
        value = banded(value) if dimension == "lag" else value
        reference[bool(value) if dimension == "stub" else value][0] += 1
        reference[bool(value) if dimension == "stub" else value][1] += len(articles)
    counted = archive.count(selection, (dimension,), span=span)
    found = {row[0]: [getattr(row, unit), row.articles] for row in counted.itertuples(index=False)}
    assert found == dict(reference)
    both = archive.count(selection, (dimension, period), span=span)
    total = archive.count(selection).iloc[0]
    assert both[unit].sum() == total[unit]
    assert both["articles"].sum() == total["articles"]
    summed = both.groupby(dimension, dropna=False)[unit].sum()
    assert sorted(summed) == sorted(counted[unit])


def opened(archive: Archive, selection: Selection, changes: Mapping[str, object]) -> list[int]:
    """How many units and articles a mark opens that stands for these changes."""
    left, first = as_counted(selection.unit, selection.first, changes)
    one = replace(selection, **{"from_" if k == "from" else k: v for k, v in left.items()})
    counted = archive.count(replace(one, first=first)).iloc[0]
    return [int(counted[selection.unit]), int(counted["articles"])]


@given(SELECTIONS, st.sampled_from(("outlet", "origin", "section", "language", "source", "lag")))
@settings(max_examples=150, deadline=None)
def test_a_mark_opens_to_exactly_what_it_counts(
    archive: Archive, selection: Selection, dimension: str
) -> None:
    selection = replace(selection, first=conditions_without(selection.first, (dimension, "from")))
    selection = selection.without(dimension, "from", "to", "undated")
    for row in archive.count(selection, (dimension, "month")).itertuples(index=False):
        changes: dict[str, object] = {dimension: (row[0] or UNKNOWN,), "undated": True}
        if row.month is not None:
            del changes["undated"]
            changes["from"] = dt.date.fromisoformat(row.month)
            changes["to"] = questions.last_day(row.month, "month")
        found = opened(archive, selection, changes)
        assert found == [getattr(row, selection.unit), row.articles]


@given(SELECTIONS)
@settings(max_examples=60, deadline=None)
def test_topics_overlap_and_each_opens_to_what_it_counts(
    archive: Archive, selection: Selection
) -> None:
    if selection.asked.topic is not None:
        return
    unit = selection.unit
    counted = archive.count(selection, ("topic",))
    figure = int(archive.count(selection)[unit].iloc[0])
    assert counted[unit].max() <= figure <= counted[unit].sum() or figure == 0
    for row in counted.itertuples(index=False):
        found = opened(archive, selection, {"topic": row.topic or UNKNOWN})
        assert found == [getattr(row, unit), row.articles]


def test_a_group_is_chosen_by_its_id_and_an_article_without_copies_is_its_own(
    archive: Archive,
) -> None:
    rows = archive.rows(Selection(), ("id", "copy_group"))
    groups = archive.count(Selection(), ("copy_group",)).dropna(subset=["copy_group"])
    for group, size in zip(groups["copy_group"], groups["articles"], strict=True):
        chosen = archive.rows(Selection(group=group), ("id", "copy_group"))
        assert set(chosen["copy_group"]) == {group}
        assert len(chosen) == size
        assert int(archive.count(Selection(group=group, unit="texts"))["texts"].iloc[0]) == 1
    alone = rows[rows["copy_group"].isna()]["id"].iloc[0]
    assert archive.rows(Selection(group=alone), ("id",))["id"].tolist() == [alone]
    for nothing in ("no such", "0" * 16):
        assert archive.rows(Selection(group=nothing)).empty


def test_rows_can_be_ordered_by_how_many_carry_a_text(archive: Archive) -> None:
    rows = archive.rows(Selection(unit="texts"), ("id",), order="copies", limit=5)
    assert list(rows.columns) == ["id", "copies"]
    assert rows["copies"].tolist() == sorted(rows["copies"], reverse=True)
    assert rows["copies"].iloc[0] > 1
