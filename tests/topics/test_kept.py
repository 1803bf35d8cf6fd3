"""Topics in an archive: new articles join them, decisions about them hold through every fit."""

import json
import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from clippings import derive_topics as deriving
from clippings import questions, topic_decisions, topic_reasons, topic_views
from clippings.archive import Archive, Topic, open_archive
from clippings.archive.selection import Selection
from clippings.archive.sqlite import topics_table
from clippings.article import Article
from clippings.derive_copies import derive_copies
from clippings.derive_topics import derive_topics, settle
from clippings.errors import ArchiveError, SearchError

SUBJECTS = {
    "dam": "kestrun dam river havrit turbine reservoir engineer sluice crack flood valley gate",
    "strike": "harbour strike crane docker wage union ship anchor quay picket container tariff",
    "vote": "ballot seat party candidate poll turnout assembly coalition recount voter list mayor",
    "fever": "cholera vaccine clinic ward nurse outbreak patient hygiene dose epidemic doctor well",
    "orchard": "apple harvest orchard blossom frost grower cider press pruning bee graft orchardist",
}
USUAL = "today people town said week council office report morning asked told later"
SAYS = {"because": "seen so", "who": "me"}


def article(subject: str, number: int, **fields: object) -> Article:
    """One text about a subject, other than all others."""
    draw = random.Random(f"{subject} {number}")
    lines = [
        " ".join(
            [*draw.sample(SUBJECTS[subject].split(), 5), *draw.sample(USUAL.split(), 3)]
        ).capitalize()
        for _ in range(8)
    ]
    known = {
        "headline": f"{subject.capitalize()} no. {number}",
        "text": ". ".join(lines) + ".",
        "source": "page.txt",
        "outlet": f"The {draw.choice(('Mirror', 'Tide', 'Gull'))}",
        "language": "en",
        "published": f"2023-02-{1 + number % 28:02d}",
        "published_precision": "day",
        "url": f"https://{subject}.example/{number}",
        **fields,
    }
    return Article(**known)  # type: ignore[arg-type]


def fill(archive: Archive, *articles: Article) -> int:
    load = archive.start_load("test", "page.txt")
    archive.save(load, articles)
    archive.finish_load(load, {})
    derive_copies(archive)
    return load


def several(numbers: range, *subjects: str) -> list[Article]:
    return [article(one, number) for one in subjects or SUBJECTS for number in numbers]


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path / "a.db", write=True) as opened:
        yield opened


@pytest.fixture
def filled(archive: Archive) -> Archive:
    """Twenty texts on each of four subjects, their topics found."""
    fill(archive, *several(range(20), "dam", "strike", "vote", "fever"))
    derive_topics(archive, count=4)
    return archive


def ids(archive: Archive, topic: str) -> set[str]:
    return set(archive.rows(Selection(topic=topic), ("id",))["id"])


def headlines(archive: Archive, topic: str) -> set[str]:
    return {
        one.split()[0] for one in archive.rows(Selection(topic=topic), ("headline",))["headline"]
    }


def about(archive: Archive, subject: str) -> Topic:
    """The topic that holds most articles of a subject."""
    word = subject.capitalize()
    rows = archive.rows(Selection(), ("id", "headline"))
    wanted = set(rows["id"][rows["headline"].str.startswith(word)])
    return max(archive.topics(), key=lambda one: len(ids(archive, one.id) & wanted))


def known(archive: Archive) -> dict[str, str]:
    return {topic.id: topic.label for topic in archive.topics()}


def first(archive: Archive, headline: str) -> str:
    rows = archive.rows(Selection(), ("id", "headline"))
    return str(rows["id"][rows["headline"] == headline].iloc[0])


def refit(archive: Archive) -> None:
    derive_topics(archive, refit=True)


def rebuilt(archive: Archive) -> None:
    """As after a rebuild by another version of the deriver: nothing is known of how it was found."""
    archive.save_topics([], "an older version", count=4)
    settle(archive)
    derive_topics(archive)


def loaded(archive: Archive) -> None:
    fill(archive, *several(range(20, 23), "dam", "strike", "vote", "fever"))
    derive_topics(archive)


def unchanged(archive: Archive) -> None:
    derive_topics(archive)


THROUGH = pytest.mark.parametrize("through", [unchanged, loaded, refit, rebuilt])
Through = Callable[[Archive], None]


def test_new_articles_join_the_topics_without_a_fit(filled: Archive) -> None:
    before = filled.topics()
    fill(filled, *several(range(20, 24), "dam", "strike"))
    done = derive_topics(filled)
    assert (done.refit, done.assigned) == (False, 8)
    assert filled.topics() == before
    for subject in ("dam", "strike"):
        assert first(filled, f"{subject.capitalize()} no. 22") in ids(
            filled, about(filled, subject).id
        )
    assert derive_topics(filled).assigned == 0


def test_a_quarter_more_articles_are_reason_for_a_fit(filled: Archive) -> None:
    kept = known(filled)
    fill(filled, *several(range(20), "orchard"))
    assert derive_topics(filled).refit
    assert known(filled) == kept  # four were asked for
    done = derive_topics(filled, count=5)
    assert kept.items() <= known(filled).items()
    assert [(one.kind, one.label) for one in done.events] == [
        ("born", about(filled, "orchard").label)
    ]
    told = filled.kept_topics.events()
    assert told["topic"].iloc[0] == about(filled, "orchard").id
    assert len(told) == 5


def test_ids_and_names_hold_with_a_tenth_of_other_documents(
    archive: Archive, tmp_path: Path
) -> None:
    fill(archive, *several(range(30)))
    derive_topics(archive)
    before = known(archive)
    gone = fill(archive, *several(range(30, 33)))
    archive.undo_load(gone)
    fill(archive, *several(range(40, 43)))
    refit(archive)
    assert known(archive) == before


def test_a_text_that_changes_changes_its_topic(filled: Archive) -> None:
    id = first(filled, "Dam no. 3")
    fill(filled, article("dam", 3, text=article("vote", 99).text, captured="2030-01-01"))
    assert derive_topics(filled).assigned == 1
    assert id in ids(filled, about(filled, "vote").id)
    assert id not in ids(filled, about(filled, "dam").id)


def test_copies_are_in_the_topics_of_their_text(filled: Archive) -> None:
    text = article("dam", 5).text
    more = [
        article("dam", 60 + n, text=text, outlet=f"Paper {n}", site=f"paper{n}.example")
        for n in range(3)
    ]
    new = [
        article(
            "vote", 70 + n, text=article("vote", 70).text, outlet=f"Paper {n}", site=f"p{n}.example"
        )
        for n in range(2)
    ]
    fill(filled, *more, *new)
    for again in (False, True):
        derive_topics(filled, refit=again)
        dam, vote = about(filled, "dam").id, about(filled, "vote").id
        assert {first(filled, f"Dam no. {60 + n}") for n in range(3)} < ids(filled, dam)
        assert {first(filled, f"Vote no. {70 + n}") for n in range(2)} < ids(filled, vote)
        agrees(filled)


def agrees(archive: Archive) -> None:
    """What is counted by topic is what each opens to, in both units."""
    for unit in ("articles", "texts"):
        counted = archive.count(Selection(unit=unit), ("topic",)).dropna(subset=["topic"])
        assert set(counted["topic"]) <= set(known(archive))
        for row in counted.to_dict("records"):
            opened = archive.rows(Selection(topic=row["topic"], unit=unit), ("id",))
            assert len(opened) == row[unit]


@THROUGH
def test_a_name_holds(filled: Archive, through: Through) -> None:
    topic = about(filled, "dam")
    name = "The **dam** <img src=x> =1+1 \u202eevil\u0007 و سد\u200cها"
    topic_decisions.rename(filled, topic.id, name, **SAYS)
    through(filled)
    renamed = about(filled, "dam")
    assert renamed.label == "The **dam** <img src=x> =1+1 evil و سد\u200cها"
    assert renamed.named
    assert renamed.label_origin is None
    taken_back(filled)
    assert about(filled, "dam").label == topic.label


@THROUGH
def test_a_merger_holds(filled: Archive, through: Through) -> None:
    dam, vote = about(filled, "dam"), about(filled, "vote")
    both = ids(filled, dam.id) | ids(filled, vote.id)
    topic_decisions.merge(filled, dam.id, vote.id, **SAYS)
    through(filled)
    merged = about(filled, "dam")
    assert merged == about(filled, "vote")
    assert merged.label == dam.label
    assert merged.id == dam.id or through is rebuilt
    assert both <= ids(filled, merged.id)
    assert len(known(filled)) == 3
    agrees(filled)
    if through is loaded:
        assert {first(filled, "Dam no. 21"), first(filled, "Vote no. 21")} < ids(filled, dam.id)
    taken_back(filled)
    assert len(known(filled)) == 4
    assert about(filled, "dam") != about(filled, "vote")


@THROUGH
def test_a_split_holds(archive: Archive, through: Through) -> None:
    fill(archive, *several(range(20), "dam", "strike", "vote", "fever"))
    derive_topics(archive, count=4)
    dam, vote = about(archive, "dam"), about(archive, "vote")
    topic_decisions.merge(archive, dam.id, vote.id, **SAYS)
    topic_decisions.split(archive, dam.id, **SAYS)
    before = known(archive)
    assert dam.id in before
    through(archive)
    assert known(archive).keys() == before.keys() or through is rebuilt
    parts = [about(archive, "dam"), about(archive, "vote")]
    assert parts[0] != parts[1]
    assert headlines(archive, parts[0].id) == {"Dam"}
    assert headlines(archive, parts[1].id) == {"Vote"}
    assert len(known(archive)) == 4
    agrees(archive)
    taken_back(archive)
    assert about(archive, "dam") == about(archive, "vote")


@THROUGH
def test_hidden_and_pinned_hold_and_are_counted(filled: Archive, through: Through) -> None:
    dam, vote = about(filled, "dam"), about(filled, "vote")
    topic_decisions.hide(filled, dam.id, **SAYS)
    topic_decisions.pin(filled, vote.id, **SAYS)
    through(filled)
    dam, vote = about(filled, "dam"), about(filled, "vote")
    table = questions.topics(filled, Selection())
    assert dam.id not in set(table["id"])
    assert table["id"].iloc[0] == vote.id
    assert questions.hidden_topics(filled, Selection()) == 1
    whole = questions.topics(filled, Selection(), hidden=True).set_index("id")
    assert whole["hidden"].to_dict() == {id: id == dam.id for id in whole.index}
    taken_back(filled)
    assert not any(one.pinned for one in filled.topics())
    topic_decisions.hide(filled, dam.id, False, **SAYS)
    assert questions.hidden_topics(filled, Selection()) == 0


@THROUGH
def test_a_topic_of_a_query_holds_what_matches_now_and_later(
    filled: Archive, through: Through
) -> None:
    topic_decisions.write_query(filled, "Floods", "flood -ballot", **SAYS)
    through(filled)
    topic = next(one for one in filled.topics() if one.by_hand)
    wanted = set(filled.rows(Selection(query="flood -ballot"), ("id",))["id"])
    assert topic.label == "Floods"
    assert ids(filled, topic.id) == wanted
    assert "flood" in topic.terms
    agrees(filled)
    taken_back(filled)
    assert not [one for one in filled.topics() if one.by_hand]


@THROUGH
def test_a_topic_of_examples_holds_what_is_like_them(filled: Archive, through: Through) -> None:
    fill(filled, *several(range(4), "orchard"))
    derive_topics(filled)
    examples = [first(filled, f"Orchard no. {number}") for number in range(3)]
    topic_decisions.write_like(filled, "Apples", examples, **SAYS)
    through(filled)
    topic = next(one for one in filled.topics() if one.by_hand)
    assert headlines(filled, topic.id) == {"Orchard"}
    assert len(ids(filled, topic.id)) == 4
    assert topic.language == "en"
    fill(filled, *several(range(30, 32), "orchard", "dam"))
    derive_topics(filled)
    assert len(ids(filled, topic.id)) == 6
    agrees(filled)


def test_decisions_build_on_each_other(filled: Archive) -> None:
    dam, vote, fever = (about(filled, one).id for one in ("dam", "vote", "fever"))
    topic_decisions.rename(filled, vote, "Elections", **SAYS)
    topic_decisions.merge(filled, vote, dam, **SAYS)
    topic_decisions.merge(filled, vote, fever, **SAYS)
    topic_decisions.pin(filled, vote, **SAYS)
    for through in (unchanged, refit, loaded, rebuilt):
        through(filled)
        assert len(known(filled)) == 2
        topic = about(filled, "vote")
        assert (topic.label, topic.pinned, topic.named) == ("Elections", True, True)
        assert headlines(filled, topic.id) == {"Dam", "Vote", "Fever"}


def taken_back(archive: Archive) -> None:
    newest = int(archive.decisions()["decision"].iloc[0])
    archive.decide([], "", None, because="taken back", who="me", undoes=newest)
    settle(archive)


def test_an_undoing_can_be_undone(filled: Archive) -> None:
    topic = about(filled, "dam")
    topic_decisions.rename(filled, topic.id, "Water", **SAYS)
    taken_back(filled)
    taken_back(filled)
    assert about(filled, "dam").label == "Water"


def test_a_decision_whose_articles_are_gone_is_told_and_comes_back(archive: Archive) -> None:
    fill(archive, *several(range(20), "dam", "strike"))
    load = fill(archive, *several(range(20), "vote"))
    derive_topics(archive, count=3)
    topic_decisions.rename(archive, about(archive, "vote").id, "Elections", **SAYS)
    archive.undo_load(load)
    derive_copies(archive)
    done = derive_topics(archive, refit=True)
    assert [said.number for said in done.idle] == [1]
    fill(archive, *several(range(20), "vote"))
    assert derive_topics(archive, count=3).idle == []
    assert about(archive, "vote").label == "Elections"


def test_the_log_speaks_of_articles_and_of_what_a_topic_was_called(filled: Archive) -> None:
    topic = about(filled, "dam")
    topic_decisions.rename(filled, topic.id, "Water", **SAYS)
    line = filled.decisions().iloc[0]
    assert (line["field"], line["new"], line["because"]) == ("topic name", "Water", "seen so")
    assert set(line["ids"]) <= ids(filled, topic.id)
    assert set(line["old"].values()) == {f"{topic.id} {topic.label}"}


def test_what_cannot_be_decided_is_refused_and_not_logged(filled: Archive) -> None:
    topic = about(filled, "dam").id
    for wrong in (
        lambda: topic_decisions.rename(filled, "nothing", "x", **SAYS),
        lambda: topic_decisions.rename(filled, topic, " \u202e\n", **SAYS),
        lambda: topic_decisions.merge(filled, topic, topic, **SAYS),
        lambda: topic_decisions.write_query(filled, "x", " ", **SAYS),
        lambda: topic_decisions.write_like(filled, "x", ["0" * 16], **SAYS),
        lambda: topic_decisions.write_like(filled, "x", [], **SAYS),
        lambda: filled.decide([first(filled, "Dam no. 1")], "topic name", "x", because="", who=""),
    ):
        with pytest.raises(ArchiveError):
            wrong()
    with pytest.raises(SearchError):
        topic_decisions.write_query(filled, "x", '"open', **SAYS)
    assert filled.decisions().empty


def test_why_says_which_words_weigh(filled: Archive) -> None:
    topic, id = about(filled, "dam"), first(filled, "Dam no. 1")
    reason = topic_reasons.why(filled, topic.id, id)
    assert reason.weight is not None
    assert set(reason.table["word"].head(3)) <= set(SUBJECTS["dam"].split())
    assert reason.table["share"].sum() == pytest.approx(1)
    assert topic_reasons.why(filled, topic.id, first(filled, "Vote no. 1")).weight is None
    with pytest.raises(ArchiveError):
        topic_reasons.why(filled, topic.id, "0" * 16)


def test_why_says_how_a_topic_was_written(filled: Archive) -> None:
    topic_decisions.write_query(filled, "Floods", "flood", **SAYS)
    topic = next(one for one in filled.topics() if one.by_hand)
    held = ids(filled, topic.id)
    topic_decisions.rename(filled, topic.id, "High water", **SAYS)
    reason = topic_reasons.why(filled, topic.id, sorted(held)[0])
    assert reason.words == "It has the words of the query: flood"
    assert reason.weight == 1.0


def test_two_who_decide_at_once_are_both_heard(
    filled: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dam, vote = about(filled, "dam").id, about(filled, "vote").id
    whole = deriving._whole

    def meanwhile(*given: object) -> object:
        monkeypatch.setattr(deriving, "_whole", whole)
        with open_archive(tmp_path / "a.db", write=True) as other:
            topic_decisions.rename(other, vote, "Elections", **SAYS)
        return whole(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(deriving, "_whole", meanwhile)
    topic_decisions.rename(filled, dam, "Water", **SAYS)
    assert {"Water", "Elections"} < set(known(filled).values())
    assert len(filled.decisions()) == 2


def test_killed_between_its_steps_a_load_leaves_topics_that_the_next_brings_up(
    filled: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dam, vote = about(filled, "dam"), about(filled, "vote")
    topic_decisions.merge(filled, dam.id, vote.id, **SAYS)
    fill(filled, *several(range(20, 24), "dam", "vote"))

    def stop(done: int) -> None:
        raise InterruptedError

    monkeypatch.setattr(deriving, "_AT_ONCE", 3)
    for _ in range(2):
        with pytest.raises(InterruptedError):
            derive_topics(filled, progress=stop)
        agrees(filled)
    assert derive_topics(filled).assigned == 2
    assert {first(filled, f"Vote no. {number}") for number in range(20, 24)} < ids(filled, dam.id)


def test_a_decision_that_fails_midway_leaves_no_trace(
    filled: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    from clippings.archive.sqlite import topics_table

    def broken(*_: object) -> None:
        raise InterruptedError

    before = filled.topics()
    with monkeypatch.context() as killed:
        killed.setattr(topics_table, "_stand", broken)
        with pytest.raises(InterruptedError):
            topic_decisions.rename(filled, about(filled, "dam").id, "Water", **SAYS)
    assert filled.topics() == before
    assert filled.decisions().empty


def test_an_export_holds_topics_by_their_names_as_decided(filled: Archive) -> None:
    dam, vote = about(filled, "dam"), about(filled, "vote")
    topic_decisions.merge(filled, dam.id, vote.id, **SAYS)
    topic_decisions.rename(filled, dam.id, "Water & seats", **SAYS)
    record = filled.record(first(filled, "Vote no. 1"))
    assert record is not None
    assert [(one["id"], one["label"]) for one in record["topics"]] == [(dam.id, "Water & seats")]
    json.dumps(record)


def test_the_heaviest_articles_are_one_of_each_text_however_many_are_asked_for(
    filled: Archive,
) -> None:
    again = article("dam", 3, url="https://copy.example/1", headline="A copy")
    fill(filled, again, article("dam", 3, url="https://copy.example/2", headline="Another"))
    derive_topics(filled)
    topic = about(filled, "dam").id
    every = list(filled.kept_topics.heaviest(topic, 1_000).items())
    assert len(every) == questions.topics(filled, Selection(unit="texts"))["texts"].max()
    assert [weight for _, weight in every] == sorted((w for _, w in every), reverse=True)
    for size in (1, 2, 5, len(every)):
        assert list(filled.kept_topics.heaviest(topic, size).items()) == every[:size]
    assert filled.kept_topics.heaviest("nosuch", 5) == {}


def test_the_heaviest_are_found_without_a_look_at_other_topics(filled: Archive) -> None:
    """By the topic's own part of the table, never by all articles."""
    with closing(sqlite3.connect(filled.path)) as connection:
        for sql, given in ((topics_table._NTH, (1, 5)), (topics_table._HEAVIEST, (1, 0.1, 5))):
            plan = connection.execute(f"explain query plan {sql}", given).fetchall()
            assert "topic_article" in plan[0][3] or " m " in plan[0][3]
            assert all(line[3].startswith(("SEARCH", "USE TEMP")) for line in plan)


def test_the_best_are_those_that_are_selected(filled: Archive) -> None:
    topic = about(filled, "dam").id
    held = filled.kept_topics.heaviest(topic, 200)
    assert list(topic_views.best(filled, Selection(), topic)["id"]) == list(held)[:3]
    tide = topic_views.best(filled, Selection(outlet=("The Tide",)), topic)
    assert set(tide["outlet"]) == {"The Tide"}
    assert list(tide["id"]) == [id for id in held if id in set(tide["id"])]
