"""Decisions handed from one archive to another that holds the same articles under other ids."""

import datetime as dt
import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from clippings import topic_decisions
from clippings.archive import ASIDE, Archive, open_archive
from clippings.archive.copies import APART, TOGETHER
from clippings.archive.exchange import Line
from clippings.archive.selection import Selection
from clippings.archive.sqlite import schema
from clippings.article import Article
from clippings.derive_copies import decide_pair, derive_copies
from clippings.derive_outlets import edit_outlet
from clippings.errors import SourceError
from clippings.exchange import take_in, write_decisions
from clippings.taking_back import take_back
from tests.conftest import article, fill

LEVY = article("Levy rises", "The harbour levy rises in spring.", url="http://mirror.example/levy",
    published="2023-02-01", section="Harbour")  # fmt: skip
TEASER = replace(LEVY, url=None, text="", stub=True)
DIARY, NOTES = (
    article("Diary", text, published="2023-03-01", section="Letters")
    for text in ("Rain fell on the quay all day.", "The baker has a new oven, they say.")
)
DAM = article("Dam gates shut", "The dam was shut on Monday.", published="2023-05-20")

ONE_WAY = [[LEVY], [DIARY, NOTES], [DAM]]
OTHER_WAY = [[DAM], [NOTES, DIARY], [TEASER], [LEVY]]
"""The same articles in another order: the diary's two get each other's ids, the levy one of its teaser."""


@pytest.fixture
def theirs(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path / "theirs.db", write=True) as opened:
        load(opened, ONE_WAY)
        yield opened


@pytest.fixture
def ours(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path / "ours.db", write=True) as opened:
        load(opened, OTHER_WAY)
        yield opened


def load(archive: Archive, batches: Sequence[Sequence[Article]]) -> None:
    for batch in batches:
        fill(archive, batch)
    derive_copies(archive)


def id_of(archive: Archive, one: Article) -> str:
    (found,) = [r["id"] for r in archive.records(Selection()) if r["text"] == one.text]
    return str(found)


def section(archive: Archive, one: Article) -> str | None:
    (found,) = [r["section"] for r in archive.records(Selection()) if r["text"] == one.text]
    return found  # type: ignore[no-any-return]


def correct(archive: Archive, new: str, *which: Article, who: str = "ana") -> int:
    ids = [id_of(archive, one) for one in which]
    return archive.decide(ids, "section", new, because="seen in print", who=who)


def handed(archive: Archive, tmp_path: Path, who: str = "ana") -> Path:
    out = BytesIO()
    write_decisions(archive, out, who=who)
    file = tmp_path / f"{archive.path.stem}.jsonl"
    file.write_bytes(out.getvalue())
    return file


def test_the_same_articles_have_other_ids(theirs: Archive, ours: Archive) -> None:
    assert id_of(theirs, LEVY) != id_of(ours, LEVY)
    assert id_of(theirs, DIARY) != id_of(ours, DIARY)


def test_a_correction_finds_its_article_under_another_id(
    theirs: Archive, ours: Archive, tmp_path: Path
) -> None:
    correct(theirs, "Port", LEVY)
    correct(theirs, "Weather", DIARY)
    told = take_in(ours, handed(theirs, tmp_path))
    assert (told.taken, told.known, told.refused, told.waiting) == (2, 0, [], [])
    assert section(ours, LEVY) == "Port"
    assert section(ours, DIARY) == "Weather"
    assert section(ours, NOTES) == "Letters"
    log = ours.decisions()
    assert log["who"].tolist() == ["ana", "ana"]
    assert log["imported_from"].tolist() == ["ana", "ana"]
    assert log["because"].tolist() == ["seen in print"] * 2
    assert log["when"].tolist() == theirs.decisions()["when"].tolist()


def test_importing_again_adds_nothing_and_the_way_back_brings_nothing_new(
    theirs: Archive, ours: Archive, tmp_path: Path
) -> None:
    correct(theirs, "Port", LEVY, DIARY)
    file = handed(theirs, tmp_path)
    take_in(ours, file)
    told = take_in(ours, file)
    assert (told.taken, told.known, len(ours.decisions())) == (0, 1, 1)
    told = take_in(theirs, handed(ours, tmp_path, "ben"))
    assert (told.taken, told.known, len(theirs.decisions())) == (0, 1, 1)


def test_what_is_decided_of_an_article_to_come_waits_for_it(
    theirs: Archive, tmp_path: Path
) -> None:
    correct(theirs, "Weather", DIARY, LEVY, DAM)
    file = handed(theirs, tmp_path)
    with open_archive(tmp_path / "empty.db", write=True) as later:
        load(later, [[NOTES]])
        told = take_in(later, file)
        assert told.taken == 1
        assert sorted(told.waiting) == ["Dam gates shut", "Diary", "Levy rises"]
        assert later.decisions()["waiting"].tolist() == [3]
        assert section(later, NOTES) == "Letters", "another text under the same headline and day"
        passed_on = handed(later, tmp_path, "ben")
        load(later, [[DAM]])
        assert section(later, DAM) == "Weather"
        assert later.decisions()["waiting"].tolist() == [2]
        load(later, [[TEASER], [LEVY]])
        assert section(later, LEVY) == "Weather"
        take_back(later, 1, who="ben")
        assert section(later, LEVY) == "Harbour"
    with open_archive(tmp_path / "third.db", write=True) as third:
        load(third, OTHER_WAY)
        assert take_in(third, passed_on).waiting == []
        assert {section(third, one) for one in (DIARY, LEVY, DAM)} == {"Weather"}
        assert section(third, NOTES) == "Letters"


def test_the_later_word_holds_in_both_archives_and_the_conflict_is_told(
    theirs: Archive, ours: Archive, tmp_path: Path
) -> None:
    correct(theirs, "Port", LEVY, who="ana")
    from_theirs = handed(theirs, tmp_path)
    correct(ours, "Sea", LEVY, who="ben")
    later = ours.decisions()["when"][0]
    assert later > theirs.decisions()["when"][0]
    told = take_in(ours, from_theirs)
    (conflict,) = told.conflicts
    assert conflict.what == f"section of {id_of(ours, LEVY)}"
    assert conflict.held.startswith("Sea (ben, ")
    assert conflict.lost.startswith("Port (ana, ")
    assert section(ours, LEVY) == "Sea"
    (conflict,) = take_in(theirs, handed(ours, tmp_path, "ben")).conflicts
    assert conflict.held.startswith("Sea (ben, ")
    assert section(theirs, LEVY) == "Sea"
    # Whoever decides now decides above all that came in.
    correct(theirs, "Quay", LEVY)
    assert section(theirs, LEVY) == "Quay"


def test_every_kind_of_decision_is_exchanged_with_what_took_it_back(
    theirs: Archive, ours: Archive, tmp_path: Path
) -> None:
    correct(theirs, "Port", LEVY)
    byline = "Anna Moss (writing, Port Sel); Ben Ode"
    theirs.decide([id_of(theirs, DAM)], "byline", byline, because="b", who="ana")
    theirs.decide([id_of(theirs, DAM)], ASIDE, "yes", because="b", who="ana")
    back = theirs.decide([id_of(theirs, NOTES)], ASIDE, "yes", because="b", who="ana")
    take_back(theirs, back, who="ana")
    pair = [id_of(theirs, DIARY), id_of(theirs, NOTES)]
    decide_pair(theirs, TOGETHER, pair, because="b", who="ana")
    edit_outlet(theirs, "kind", "The Mirror", "a daily", because="b", who="ana")
    say = {"because": "b", "who": "ana"}
    topic_decisions.write_query(theirs, "Levies", "levy", **say)
    topic_decisions.write_like(theirs, "Dams", [pair[0]], **say)
    told = take_in(ours, handed(theirs, tmp_path))
    assert (told.taken, told.refused, told.waiting) == (9, [], [])
    (dam,) = ours.records(Selection(aside=True))
    assert dam["text"] == DAM.text
    assert [person["name"] for person in dam["byline"]] == ["Anna Moss", "Ben Ode"]
    groups = {r["text"]: r["copy_group"] for r in ours.records(Selection())}
    assert groups[DIARY.text] == groups[NOTES.text] is not None
    assert {topic.label for topic in ours.topics()} == {"Levies", "Dams"}
    assert [edit.value for edit in ours.outlets.edits()] == ["a daily"]
    undone = ours.decisions().set_index("decision")["undoes"].dropna()
    assert len(undone) == 1
    decide_pair(theirs, APART, pair, because="no", who="ana")
    (conflict,) = take_in(ours, handed(theirs, tmp_path)).conflicts
    assert (conflict.held[:5], conflict.lost[:8]) == ("apart", "together")


def lines_of(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text().splitlines()]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"field": "text"}, "not known"),
        ({"field": "removed"}, "not known"),
        ({"decision": "1"}, "its mark"),
        ({"when": "2999-01-01T00:00:00+00:00"}, "future"),
        ({"when": "yesterday"}, "its moment"),
        ({"when": "0001-01-01T00:00:00+14:00"}, "its moment"),
        ({"who": "a" * 1_000}, "its who"),
        ({"because": "\ud800"}, "half characters"),
        ({"because": None}, "its because"),
        ({"articles": {}}, "speaks of no article"),
        ({"articles": {"../x": None}}, "no id"),
        ({"articles": [1]}, "its articles"),
        ({"undoes": "0" * 32}, "takes back a decision that is not here"),
        ({"field": "published", "new": "soon"}, "no date"),
        ({"field": "headline", "new": ""}, "headline cannot be empty"),
        ({"field": "byline", "new": "[" * 90_000}, "no byline"),
        ({"field": "aside", "new": "perhaps"}, "set aside or it is not"),
        ({"field": "together"}, "two different articles"),
        ({"field": "outlets", "new": "{}"}, "not understood"),
        ({"field": "outlets", "articles": {},
          "new": '{"do": "burn", "outlet": "A", "value": "B"}'}, "no edit"),
        ({"field": "topic query", "articles": {}, "new": '{"name": "A", "query": "(("}'}, ""),
        ({"articles": {"a" * 16: "t Levy"}, "field": "topic hidden", "new": "so"}, "neither yes nor no"),
        ({"articles": {"a" * 16: "t Levy"}, "field": "topic split", "new": "{}"}, "its parts"),
        ({"articles": {"a" * 16: "t Levy"}, "field": "topic name", "new": "\u202e"}, "its name is empty"),
    ],
)  # fmt: skip
def test_a_bad_line_is_told_by_its_number_and_the_rest_is_taken_in(
    theirs: Archive, ours: Archive, tmp_path: Path, change: dict[str, Any], why: str
) -> None:
    correct(theirs, "Port", LEVY)
    file = handed(theirs, tmp_path)
    head, named, line = lines_of(file)
    bad = {**line, "decision": "f" * 32, **change}
    file.write_text("\n".join(map(json.dumps, (head, named, bad, line))) + "\n")
    told = take_in(ours, file)
    (refused,) = told.refused
    assert (refused.at, told.taken) == (3, 1)
    assert why in refused.why
    assert len(ours.decisions()) == 1
    assert section(ours, LEVY) == "Port"


def test_lines_that_are_nothing_are_told_too(
    theirs: Archive, ours: Archive, tmp_path: Path
) -> None:
    correct(theirs, "Port", LEVY)
    file = handed(theirs, tmp_path)
    head, *rest = file.read_bytes().splitlines()
    key = b'{"article": "%s", "id": "%s", "keys": {"url": ["zz"]}}' % (b"a" * 16, b"a" * 16)
    noise = [b"[" * 100_000, b"\xff\xfe", b"7", b"{", key, b'{"a": %s}' % (b"9" * 9_999)]
    file.write_bytes(b"\n".join([head, *noise, *rest]))
    told = take_in(ours, file)
    assert [one.at for one in told.refused] == [2, 3, 4, 5, 6, 7]
    assert (told.taken, section(ours, LEVY)) == (1, "Port")


@pytest.mark.parametrize("raw", [b"", b"{}\n", b'{"title": "A"}\n', b"\x00\xff", b"[" * 99_999])
def test_what_is_no_file_of_decisions_is_refused(ours: Archive, tmp_path: Path, raw: bytes) -> None:
    file = tmp_path / "other.jsonl"
    file.write_bytes(raw)
    with pytest.raises(SourceError, match="no file of decisions"):
        take_in(ours, file)
    with pytest.raises(SourceError, match="cannot be read"):
        take_in(ours, tmp_path / "nowhere.jsonl")


def test_two_articles_that_may_be_meant_wait_rather_than_be_guessed(
    ours: Archive, theirs: Archive, tmp_path: Path
) -> None:
    correct(theirs, "Port", DAM)
    file = handed(theirs, tmp_path)
    with open_archive(tmp_path / "twins.db", write=True) as twins:
        changed = [replace(DAM, text=text) for text in ("The dam is open.", "A dam was sold.")]
        fill(twins, changed)
        assert len(twins.rows(Selection())) == 2
        assert take_in(twins, file).waiting == ["Dam gates shut"]
        assert set(twins.rows(Selection(), ("section",))["section"]) == {None}


def test_an_id_minted_of_a_headline_alone_names_no_article(theirs: Archive, tmp_path: Path) -> None:
    diary, notes = (
        replace(one, published=None, published_precision=None) for one in (DIARY, NOTES)
    )
    with open_archive(tmp_path / "undated.db", write=True) as undated:
        fill(undated, [diary])
        correct(undated, "Weather", diary)
        file = handed(undated, tmp_path)
        minted = id_of(undated, diary)
    with open_archive(tmp_path / "other.db", write=True) as other:
        fill(other, [notes])
        assert id_of(other, notes) == minted
        assert take_in(other, file).waiting == ["Diary"]
        assert section(other, notes) == "Letters"
        fill(other, [diary])
        assert section(other, diary) == "Weather"
        assert section(other, notes) == "Letters"


def test_an_older_archive_gives_its_decisions_lasting_marks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, copy = tmp_path / "old.db", tmp_path / "copy.db"
    with monkeypatch.context() as older:
        steps = schema.MIGRATIONS
        older.setattr(schema, "MIGRATIONS", steps[: steps.index(schema._exchanged)])
        with open_archive(path, write=True) as archive:
            archive.start_load("test", "nothing")
    with closing(sqlite3.connect(path)) as old:
        for new in ("Port", "Sea", "Quay"):
            old.execute(
                'insert into decision ("when", who, field, new, because)'
                " values ('2026-01-01T10:00:00+00:00', 'ana', 'section', ?, '')",
                (new,),
            )
        old.commit()
    copy.write_bytes(path.read_bytes())
    told = []
    for file in (path, copy):
        with open_archive(file, write=True) as archive:
            assert archive.decisions()["new"].tolist() == ["Quay", "Sea", "Port"]
            told.append(list(archive.exchange.lines()))
    assert told[0] == told[1], "copies of one archive give a decision the same mark"
    assert len({line.uid for line in told[0] if isinstance(line, Line)}) == 3


def test_who_decides_last_decides_whatever_the_clocks_say(
    theirs: Archive, ours: Archive, tmp_path: Path
) -> None:
    correct(theirs, "Port", LEVY)
    file = handed(theirs, tmp_path)
    head, named, line = lines_of(file)
    soon = dt.datetime.now(dt.UTC) + dt.timedelta(hours=12)
    line["when"] = soon.astimezone(dt.timezone(dt.timedelta(hours=5))).isoformat()
    file.write_text("\n".join(map(json.dumps, (head, named, line, line))))
    told = take_in(ours, file)
    assert (told.taken, told.known) == (1, 1)
    correct(ours, "Sea", LEVY)
    assert section(ours, LEVY) == "Sea"
    take_in(theirs, handed(ours, tmp_path))
    assert section(theirs, LEVY) == "Sea"


def test_another_address_tells_articles_apart_unless_the_text_is_the_same(
    theirs: Archive, tmp_path: Path
) -> None:
    correct(theirs, "Port", LEVY)
    file = handed(theirs, tmp_path)
    elsewhere = replace(LEVY, url="http://mirror.example/2023/levy")
    other_text = replace(elsewhere, text="Nobody pays it, says the guild of skippers.")
    for name, one, known in (("same", elsewhere, True), ("another", other_text, False)):
        with open_archive(tmp_path / f"{name}.db", write=True) as other:
            fill(other, [one])
            assert (take_in(other, file).waiting == []) == known
            assert section(other, one) == ("Port" if known else "Harbour")


def test_what_was_removed_for_good_is_neither_handed_on_nor_waited_for(
    theirs: Archive, ours: Archive, tmp_path: Path
) -> None:
    correct(theirs, "Port", LEVY)
    correct(theirs, "Sea", LEVY, DAM)
    file = handed(theirs, tmp_path)
    ours.removals.remove([id_of(ours, LEVY)], because="a court said so", who="ben")
    told = take_in(ours, file)
    assert (told.taken, told.waiting) == (1, [])
    assert "removed here for good" in told.refused[0].why
    assert section(ours, DAM) == "Sea"
    theirs.removals.remove([id_of(theirs, LEVY)], because="a court said so", who="ana")
    lines = lines_of(handed(theirs, tmp_path))
    assert [line["new"] for line in lines if "decision" in line] == ["Sea"]
    assert [line["headline"] for line in lines if "article" in line] == ["Dam gates shut"]
    assert theirs.exchange.left_out() == 2
