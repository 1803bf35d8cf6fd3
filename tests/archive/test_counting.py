"""Counts, rows and records agree with each other and with a plain reference, under any selection."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clippings.archive import (
    COLUMNS,
    DIMENSIONS,
    PERIODS,
    Archive,
    Derived,
    Topic,
    open_archive,
)
from clippings.archive.selection import UNKNOWN, Selection
from clippings.archive.sqlite import counting
from clippings.article import Article

OUTLETS = ("The Mirror", "The Tide", "an outlet", None)
SECTIONS = ("Harbour", "Waters", None)
LANGUAGES = ("en", "fa", None)
WORDS = ("harbour", "levy", "dam", "gates", "کتاب")
DAYS = (
    None,
    "1969-12-29",
    "2023-01-01",
    "2023-01-02",
    "2023-03-31",
    "2023-04-01T00:30+14:00",
    "2024",
)


def made(number: int) -> Article:
    """One of many different articles."""
    day = DAYS[number % len(DAYS)]
    precisions = {None: None, "2024": "year", "2023-04-01T00:30+14:00": "minute"}
    return Article(
        headline=f"{WORDS[number % 5]} {number}",
        text=" ".join(WORDS[place] for place in range(5) if number >> place & 1) or "nothing",
        source=f"page {number % 3}.txt",
        site=f"site{number}.example",
        outlet=OUTLETS[number % len(OUTLETS)],
        section=SECTIONS[number // 2 % len(SECTIONS)],
        language=LANGUAGES[number // 3 % len(LANGUAGES)],
        published=day,
        published_precision=precisions.get(day, "day"),
        comments=number % 4 or None,
        cut=number % 11 == 0,
        stub=number % 13 == 0,
    )


def origin_of(article: Article) -> Derived:
    """Half of the outlets are someone's own, the rest is not known."""
    if article.outlet is None or len(article.headline) % 2:
        return Derived(None, None, "unknown")
    return Derived(f"{article.outlet} Agency", 0.9, "stated", "By an agency (credit)")


def value_of(article: Article, dimension: str) -> object:
    """What an article is counted under."""
    if dimension == "lag":
        return None
    if dimension == "origin_basis":
        return origin_of(article).basis
    return origin_of(article).value if dimension == "origin" else getattr(article, dimension)


ARTICLES = [made(number) for number in range(160)]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with open_archive(tmp_path_factory.mktemp("counting") / "articles.db", write=True) as opened:
        load = opened.start_load("test", "test")
        opened.save(load, ARTICLES, None, {"origin": [origin_of(a) for a in ARTICLES]})
        ids = opened.rows(Selection(), ("id",), order="words")["id"].tolist()
        opened.save_topics(
            [
                Topic("t1", "The first", ("harbour", "levy"), "en", dict.fromkeys(ids[::2], 0.5)),
                Topic("t2", "The second", ("dam",), None, dict.fromkeys(ids[::3], 1.0)),
            ],
            "1",
        )
        yield opened


def day_of(article: Article) -> dt.date | None:
    if article.published is None or article.published_precision == "year":
        return None
    return dt.date.fromisoformat(article.published[:10])


def expected(selection: Selection) -> list[Article]:
    """The reference: the selected articles, looked at one by one."""

    def fits(article: Article) -> bool:
        day = day_of(article)
        words = f"{article.headline} {article.text}".split()
        return all(
            (
                selection.stubs or not article.stub,
                not selection.query or selection.query in words,
                not selection.undated or day is None,
                selection.from_ is None or (day is not None and day >= selection.from_),
                selection.to is None or (day is not None and day <= selection.to),
                *(
                    not wanted or (value or UNKNOWN) in wanted
                    for wanted, value in (
                        (selection.outlet, article.outlet),
                        (selection.origin, origin_of(article).value),
                        (selection.section, article.section),
                        (selection.language, article.language),
                        (selection.source, article.source),
                    )
                ),
            )
        )

    return [article for article in ARTICLES if fits(article)]


def names(values: tuple[str | None, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    choices = [value or UNKNOWN for value in values]
    return st.lists(st.sampled_from([*choices, "nowhere"]), unique=True, max_size=2).map(tuple)


SELECTIONS = st.builds(
    Selection,
    query=st.sampled_from(("", "", *WORDS, "whale")),
    outlet=names(OUTLETS),
    origin=names((*(f"{name} Agency" for name in OUTLETS if name), None)),
    section=names(SECTIONS),
    language=names(LANGUAGES),
    source=names(("page 0.txt", "page 1.txt")),
    from_=st.sampled_from((None, None, dt.date(2023, 1, 2), dt.date(1900, 1, 1))),
    to=st.sampled_from((None, None, dt.date(2023, 1, 2), dt.date(9999, 12, 31))),
    undated=st.booleans(),
    stubs=st.booleans(),
)


@given(SELECTIONS)
@settings(max_examples=150, deadline=None)
def test_count_rows_and_records_are_those_of_the_reference(
    archive: Archive, selection: Selection
) -> None:
    headlines = sorted(article.headline for article in expected(selection))
    assert int(archive.count(selection)["articles"].iloc[0]) == len(headlines)
    assert sorted(archive.rows(selection)["headline"]) == headlines
    assert sorted(record["headline"] for record in archive.records(selection)) == headlines
    assert sorted(headline for _, headline, *_ in archive.texts(selection)) == headlines


@given(
    SELECTIONS,
    st.sampled_from([d for d in DIMENSIONS if d not in ("topic", "copy_group")]),
    st.sampled_from(PERIODS),
)
@settings(max_examples=150, deadline=None)
def test_groups_are_those_of_the_reference_and_add_up(
    archive: Archive, selection: Selection, dimension: str, period: str
) -> None:
    reference = Counter(
        (value_of(article, dimension), first_day(day_of(article), period))
        for article in expected(selection)
    )
    counted = archive.count(selection, (dimension, period), span=True)
    found = {(row[0], row[1]): row[2] for row in counted.itertuples(index=False)}
    assert found == dict(reference)
    for row in counted.itertuples(index=False):
        days = [
            str(day)
            for article in expected(selection)
            if (day := day_of(article))
            and (value_of(article, dimension), first_day(day, period)) == (row[0], row[1])
        ]
        assert (row.first, row.last) == ((min(days), max(days)) if days else (None, None))


def first_day(day: dt.date | None, period: str) -> str | None:
    if day is None:
        return None
    firsts = {
        "day": day,
        "week": day - dt.timedelta(days=day.weekday()),
        "month": day.replace(day=1),
        "quarter": day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1),
        "year": day.replace(month=1, day=1),
    }
    return str(firsts[period])


@given(SELECTIONS, st.sampled_from(COLUMNS), st.booleans(), st.integers(1, 40))
@settings(max_examples=150, deadline=None)
def test_pages_are_pieces_of_one_order_with_missing_values_last(
    archive: Archive, selection: Selection, order: str, descending: bool, size: int
) -> None:
    whole = archive.rows(selection, ("id", order), order=order, descending=descending)
    pages: list[str] = []
    while len(pages) < len(whole):
        page = archive.rows(
            selection, ("id",), order=order, descending=descending, limit=size, offset=len(pages)
        )
        pages.extend(page["id"])
    assert pages == whole["id"].tolist()
    values = whole[order].tolist()
    known = [value for value in values if value is not None]
    assert values == known + [None] * (len(values) - len(known))
    keys = [value.lower() if isinstance(value, str) else value for value in known]
    assert keys == sorted(keys, reverse=descending)


def test_equal_ones_stand_by_id(archive: Archive) -> None:
    for descending in (True, False):
        rows = archive.rows(Selection(), ("id", "day"), descending=descending)
        for _, group in rows.groupby("day", dropna=False):
            assert group["id"].tolist() == sorted(group["id"])


def test_records_come_by_day_undated_last(archive: Archive) -> None:
    ids = [record["id"] for record in archive.records(Selection())]
    assert ids == archive.rows(Selection(), ("id",), descending=False)["id"].tolist()


def test_records_have_the_fields_of_an_export_in_their_order(archive: Archive) -> None:
    fields = (
        "id url site headline section tags published published_precision outlet origin "
        "origin_basis origin_evidence origin_confidence dates lag byline byline_basis byline_evidence "
        "credits language "
        "language_basis language_confidence text words comments source captured cut removed copy_group "
        "topics versions outlet_named origin_named"
    ).split()
    shapes = {tuple(record) for record in archive.records(Selection(stubs=True))}
    stub = (*fields[:-5], "stub", *fields[-5:])
    assert shapes == {tuple(fields), stub}


def test_best_matches_first(archive: Archive) -> None:
    rows = archive.rows(Selection(query="levy"), ("headline", "words"), order="relevance")
    assert rows["headline"].iloc[0].startswith("levy")
    assert len(rows) == len(expected(Selection(query="levy")))


def test_topics_overlap_and_those_in_none_are_counted(archive: Archive) -> None:
    counted = archive.count(Selection(), ("topic",)).set_index("topic")["articles"]
    total = int(archive.count(Selection())["articles"].iloc[0])
    first, second = len(range(0, total, 2)), len(range(0, total, 3))
    both = len(range(0, total, 6))
    assert counted["t1"] == first
    assert counted["t2"] == second
    assert counted[counted.index.isna()].tolist() == [total - first - second + both]
    for topic, number in (("t1", first), ("t2", second), ("no such", 0)):
        assert int(archive.count(Selection(topic=topic))["articles"].iloc[0]) == number
    by_outlet = archive.count(Selection(), ("topic", "outlet"))
    assert by_outlet.groupby("topic")["articles"].sum().to_dict() == {"t1": first, "t2": second}
    weights = [t["weight"] for r in archive.records(Selection(topic="t1")) for t in r["topics"]]
    assert set(weights) == {0.5, 1.0}
    assert [topic.label for topic in archive.topics()] == ["The first", "The second"]


def test_an_empty_archive_answers_everything(tmp_path: Path) -> None:
    with open_archive(tmp_path / "a.db", write=True) as empty:
        assert int(empty.count(Selection(), span=True)["articles"].iloc[0]) == 0
        assert empty.count(Selection(query="levy"), ("outlet", "week"), span=True).empty
        assert empty.rows(Selection(query="levy"), limit=5).empty
        assert list(empty.rows(Selection()).columns) == list(COLUMNS)
        assert list(empty.records(Selection())) == []
        assert empty.topics() == []
        assert empty.loads().empty
        assert empty.decisions().empty
        assert empty.record("0" * 16) is None
        assert empty.versions("0" * 16).empty


def test_rows_of_some_ids_are_those_of_them_that_are_selected(archive: Archive) -> None:
    tide = archive.rows(Selection(outlet=("The Tide",)), ("id",))["id"].tolist()
    other = archive.rows(Selection(outlet=("The Mirror",)), ("id",))["id"].tolist()
    asked = [*other[:3], *reversed(tide[1:5])]
    assert (
        archive.rows(Selection(outlet=("The Tide",)), ("id",), ids=asked)["id"].tolist()
        == tide[1:5]
    )
    assert len(archive.rows(Selection(), ("id",), ids=asked, limit=2)) == 2
    assert archive.rows(Selection(), ids=()).empty


@pytest.mark.parametrize("span", [False, True])
def test_many_combinations_are_counted_as_few_are(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, *, span: bool
) -> None:
    by = ("outlet", "origin", "month")
    few = archive.count(Selection(), by, span=span)
    monkeypatch.setattr(counting, "CELLS", 1)
    assert archive.count(Selection(), by, span=span).equals(few)
