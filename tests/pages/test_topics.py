"""The topics page: what rises, all topics in four views, one by itself, and what is decided of it."""

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from clippings.archive import Archive, Topic, open_archive
from clippings.archive.selection import Selection
from tests.conftest import article, fill
from tests.pages.conftest import HOSTILE, Open


@pytest.fixture
def topical(archive: Archive) -> Archive:
    """The small archive with two topics, one of them a phrase of one outlet alone."""
    rows = archive.rows(Selection(), ("id", "headline"))
    levy = list(rows.loc[rows["headline"].str.contains("levy"), "id"])
    dam = [id for id in rows["id"] if id not in levy]
    weights = {"levy": 2.0, "harbour": 1.0}
    archive.save_topics(
        [
            Topic("t1", HOSTILE, ("levy",), "en", dict.fromkeys(levy, 1.0), weights),
            Topic(
                "t2", "old dam", ("dam",), "en", dict.fromkeys(dam, 0.5), {"dam": 1.0}, "The Tide"
            ),
        ],
        "1",
    )
    return archive


def names(app: AppTest) -> str:
    return " ".join(
        [
            *(c.value for c in app.caption),
            *(h.value for h in app.header),
            *(b.label for b in app.button),
        ]
    )


def test_a_phrase_of_one_outlet_alone_stands_in_quotation_marks(
    topical: Archive, open_dashboard: Open
) -> None:
    table = open_dashboard(topical.path, "topics").dataframe[0].value
    assert "“old dam” (The Tide)" in set(table["label"])


@pytest.mark.parametrize("view", ["list", "over time", "by outlet", "compare"])
@pytest.mark.parametrize("unit", ["articles", "texts"])
def test_every_view_stands_in_both_units(
    topical: Archive, open_dashboard: Open, view: str, unit: str
) -> None:
    app = open_dashboard(topical.path, "topics", **{"as": view, "unit": unit})
    assert app.title[0].value == "Topics"
    assert not app.error


def test_the_table_by_outlet_adds_up_to_the_topic(topical: Archive, open_dashboard: Open) -> None:
    app = open_dashboard(topical.path, "topics", **{"as": "by outlet"})
    app.toggle(key="topics by outlet table").set_value(True).run()
    table: pd.DataFrame = app.dataframe[0].value
    assert table.loc[table["topic"] == "t1", "count"].sum() == 2
    assert (table["share"] <= 1).all()


def test_one_topic_has_its_volume_its_words_and_its_best_articles(
    topical: Archive, open_dashboard: Open
) -> None:
    app = open_dashboard(topical.path, "topics", topic="t1")
    assert app.metric[0].value == "2"
    assert list(app.dataframe[0].value["word"]) == ["levy", "harbour"]
    assert sum(b.label == "Read it" for b in app.button) == 2
    assert HOSTILE not in names(app)
    app.button(key="open Articles").click().run()
    assert app.title[0].value == "Articles"


def test_a_topic_is_renamed_with_a_reason_and_keeps_the_name(
    topical: Archive, open_dashboard: Open
) -> None:
    app = open_dashboard(topical.path, "topics", topic="t2")
    app.text_input(key="name t2 old dam").set_value("the dam")
    next(b for b in app.button if b.label == "Decide").click().run()
    assert "Say why" in app.warning[0].value
    app.text_input(key="because t2 rename").set_value("it is its name")
    next(b for b in app.button if b.label == "Decide").click().run()
    assert not app.exception
    assert "the dam" in {topic.label for topic in topical.topics()}
    assert topical.decisions().iloc[0]["because"] == "it is its name"


def test_a_topic_that_is_gone_says_so(topical: Archive, open_dashboard: Open) -> None:
    app = open_dashboard(topical.path, "topics", topic="gone")
    assert not app.exception


def test_what_rises_is_listed_and_opens(tmp_path, open_dashboard: Open) -> None:  # type: ignore[no-untyped-def]
    with open_archive(tmp_path / "rising.db", write=True) as opened:
        fill(
            opened,
            [
                article(
                    f"{'Dam' if month == 11 else 'Ferry'} {month} {day}",
                    f"Number {month} {day} is a text of its own.",
                    outlet=("Tide", "Post")[day % 2],
                    published=f"2022-{month + 1:02}-{day:02}",
                )
                for month in range(12)
                for day in range(1, 11)
            ],
        )
        dam = [
            id
            for id, headline in opened.rows(Selection(), ("id", "headline")).itertuples(index=False)
            if "Dam" in headline
        ]
        opened.save_topics([Topic("d", "the dam", ("dam",), "en", dict.fromkeys(dam, 1.0))], "1")
        app = open_dashboard(opened.path, "topics")
        assert "10 texts in 2 outlets, none before" in app.button(key="risen d").label
        app.button(key="risen d").click().run()
        assert app.title[0].value == "Articles"
