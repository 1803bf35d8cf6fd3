"""The topics page: what rises, all topics in four views, one by itself, and what is decided of it."""

from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from clippings.archive import Archive, Topic, open_archive
from clippings.archive.selection import Selection
from clippings.archive.topics import TopicEvent
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


def test_the_totals_of_small_charts_open_their_articles(
    topical: Archive, open_dashboard: Open
) -> None:
    app = open_dashboard(topical.path, "topics", **{"as": "over time"})
    small = next(one for one in app.button if (one.key or "").startswith("open small"))
    total = int(small.label.rpartition(": ")[2])
    small.click().run()
    assert app.title[0].value == "Articles"
    assert len(app.dataframe[0].value) == total > 0


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


def test_what_is_in_no_topic_is_counted_and_opens(topical: Archive, open_dashboard: Open) -> None:
    app = open_dashboard(topical.path, "topics", query="harbour")
    button = app.button(key="open no topic")
    assert button.label == "0 in none"
    ids = list(topical.rows(Selection(), ("id",))["id"])
    topical.save_topics([Topic("t1", "the levy", ("levy",), "en", {ids[0]: 1.0})], "1")
    app = open_dashboard(topical.path, "topics")
    assert app.button(key="open no topic").label == "4 in none"
    app.button(key="open no topic").click().run()
    assert app.title[0].value == "Articles"


def test_a_topic_without_a_course_says_no_number(topical: Archive, open_dashboard: Open) -> None:
    for id in ("t1", "t2"):
        assert "nan" not in names(open_dashboard(topical.path, "topics", topic=id)).split()


def test_two_topics_keep_their_sides_and_say_what_is_in_both(
    topical: Archive, open_dashboard: Open
) -> None:
    ids = list(topical.rows(Selection(), ("id",))["id"])
    both = dict.fromkeys(ids[:3], 1.0)
    topical.save_topics(
        [
            Topic("t1", "the levy", ("levy",), "en", both),
            Topic("t2", "old dam", ("dam",), "en", dict.fromkeys(ids[2:4], 1.0)),
        ],
        "1",
    )
    app = open_dashboard(topical.path, "topics", **{"as": "compare"})
    button = app.button(key="open both")
    assert button.label == "1 article in both, counted with each"
    button.click().run()
    assert app.title[0].value == "Articles"
    assert len(app.dataframe[0].value) == 1


def test_a_topic_leads_to_the_same_subject_in_other_languages(
    tmp_path: Path, open_dashboard: Open
) -> None:
    with open_archive(tmp_path / "two.db", write=True) as opened:
        fill(
            opened,
            [
                article(f"{word} {n}", f"{word} {n} Kestrun Havrit.", published="2023-02-01",
                        language=language, url=f"https://tide.example/{language}/{n}")
                for word, language in (("Dam", "en"), ("سد", "fa"))
                for n in range(3)
            ]
            + [article("Ferry", "A ferry.", published="2023-02-01", language="en")],
        )  # fmt: skip
        topics = []
        for id, language, label in (("t1", "en", HOSTILE), ("t2", "fa", "سد")):
            rows = opened.rows(Selection(language=(language,)), ("id", "headline"))
            ids = rows.loc[rows["headline"] != "Ferry", "id"]
            topics.append(Topic(id, label, ("x",), language, dict.fromkeys(ids, 1.0), {"x": 1.0}))
        opened.save_topics(topics, "1")
        app = open_dashboard(opened.path, "topics", topic="t2")
        assert "The same subject in other languages" in names(app)
        label = app.button(key="linked t1").label
        assert "havrit" in label
        assert "kestrun" in label
        assert HOSTILE not in label
        app.button(key="linked t1").click().run()
        assert app.button(key="linked t2")
        opened.save_topics(topics[:1], "1")
    assert "in other languages" not in names(
        open_dashboard(tmp_path / "two.db", "topics", topic="t1")
    )


def test_what_became_of_topics_names_them_and_their_days(
    topical: Archive, open_dashboard: Open
) -> None:
    ids = topical.rows(Selection(), ("id",))["id"]
    topic = Topic("t1", HOSTILE, ("levy",), "en", dict.fromkeys(ids, 1.0))
    merged = TopicEvent("merged", "t0", "the old levy", ("t1", "gone"))
    topical.save_topics([topic], "1", events=[merged])
    events = open_dashboard(topical.path, "topics").dataframe[-1].value
    assert list(events["others"]) == [f"{HOSTILE}, gone"]
    assert str(events["when"].dtype).startswith("datetime64")


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
