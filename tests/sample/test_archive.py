"""What the real readers make of the sample's pages, beside what must come out of them."""

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from clippings.archive import open_archive
from clippings.archive.selection import Selection
from clippings.archive.sqlite import schema
from clippings.article import Article
from clippings.errors import ArchiveError
from ingest.sample import build_sample
from ingest.sample.__main__ import EXAMPLE
from ingest.sample.pages import write_pages
from ingest.sample.texts import blocks
from ingest.sample.truth import digest, truth_table

SAMPLES = Path(__file__).parents[2] / "data" / "samples"
with (SAMPLES / "truth.csv").open(encoding="utf-8", newline="") as file:
    TRUTH = list(csv.DictReader(file))
WHOLE = {(row["outlet"], row["headline"]): row for row in TRUTH if not row["stub"]}

# Captions inside a sentence that no reader can be sure of: it leaves them rather than lose a word.
LEFT_IN = {
    "The Guest Who Always Asks for Sugar",
    "ضحضاح غلم يُقسَم خمس سنوات ويُغلَق ثلاثة أشهر في السنة",
}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.db"
    build_sample(path)
    return path


@pytest.fixture(scope="module")
def found(sample: Path) -> list[dict[str, Any]]:
    with open_archive(sample) as archive:
        return [as_named(article) for article in archive.records(Selection())]


def as_named(article: dict[str, Any]) -> dict[str, Any]:
    """The article with its carrier's name as its page has it: the plan speaks of editions."""
    return article | {"outlet": article["outlet_named"] or article["outlet"]}


def test_the_pages_are_the_same_bytes_each_time(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_pages(SAMPLES, tmp_path / name)
    files = sorted((tmp_path / "one").iterdir())
    assert len(files) > 30
    for file in files:
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes()


def test_what_is_kept_beside_the_texts_is_what_the_plan_makes(tmp_path: Path) -> None:
    # After a change of texts or plan: python -m ingest.sample
    assert (SAMPLES / "truth.csv").read_text("utf-8") == truth_table(SAMPLES)
    write_pages(SAMPLES, tmp_path)
    assert (SAMPLES / "example.txt").read_bytes() == (tmp_path / EXAMPLE).read_bytes()


def test_every_article_comes_out_once_and_no_other(found: list[dict[str, Any]]) -> None:
    got = Counter((article["outlet"], article["headline"]) for article in found)
    assert got == Counter(WHOLE.keys())
    assert 380 <= len(found) <= 480


@pytest.mark.parametrize("field", ["published", "section", "language"])
def test_what_stands_beside_each_article_comes_out(found: list[dict[str, Any]], field: str) -> None:
    wrong = []
    for article in found:
        wanted = WHOLE[article["outlet"], article["headline"]][field]
        if (article[field] or "") != wanted:
            wrong.append((article["headline"], article[field], wanted))
    assert wrong == []


def test_the_text_of_each_article_comes_out_clean(found: list[dict[str, Any]]) -> None:
    wrong = {
        article["headline"]
        for article in found
        if digest(article["text"]) != WHOLE[article["outlet"], article["headline"]]["sha256"]
    }
    assert wrong <= LEFT_IN


def test_no_two_articles_share_a_sentence_that_the_plan_does_not_explain(
    found: list[dict[str, Any]],
) -> None:
    known = {one for block in blocks(SAMPLES).values() for part in block for one in sentences(part)}
    where = defaultdict(set)
    for article in found:
        text = WHOLE[article["outlet"], article["headline"]]["text"]
        for part in article["text"].split("\n\n"):
            for sentence in set(sentences(part)) - known:
                where[sentence].add(text)
    assert {one: ids for one, ids in where.items() if len(ids) > 1} == {}


def sentences(paragraph: str) -> list[str]:
    found = re.split(r"(?<=[.!?؟…۔])[\"'”’»)]*\s+", paragraph)
    return [sentence for sentence in found if sentence.count(" ") > 2]


EDITIONS = {"Shtëpia e Pasqyrës", "بيت المرآة", "خانهٔ آینه"}
# Bodies that have a voice of their own: no name of the outlet that prints them.
BODIES = {"CFY Press Office", "Returnees' Circle", "مزارعي مهلين"}
# What the Persian press calls the Inner Sea Wire: a translation, which nothing but an analyst can join.
TRANSLATED = {"خبرگزاری دریای درون"}


def test_all_names_of_an_outlet_are_joined_and_no_two_outlets(sample: Path) -> None:
    names = {row["outlet"] for row in TRUTH} - EDITIONS
    with open_archive(sample) as archive:
        assert set(archive.count(Selection(), ("outlet",))["outlet"]) == names
        origins = set(archive.count(Selection(), ("origin",))["origin"].dropna())
        assert origins - BODIES - TRANSLATED <= names
        told = {one.name: one.outlet for one in archive.outlets.known_as()}
        assert told.items() >= {name: "Mirror House Society" for name in EDITIONS}.items()
        assert told["ISW"] == "Inner Sea Wire"


def test_own_work_is_what_the_plan_says(sample: Path) -> None:
    with open_archive(sample) as archive:
        records = [
            one for one in archive.records(Selection()) if one["origin"] not in (None, *BODIES)
        ]
    own = [one for one in records if one["origin"] == one["outlet"]]
    planned = [row for one in own if (row := WHOLE[as_named(one)["outlet"], one["headline"]])]
    wrong = [row["headline"] for row in planned if row["origin"] != row["outlet"]]
    missed = [
        one["headline"]
        for one in records
        if one["origin"] != one["outlet"]
        and WHOLE[as_named(one)["outlet"], one["headline"]]["origin"] == one["outlet"]
    ]
    assert own
    assert len(wrong) <= 0.03 * len(records)
    assert len(missed) <= 0.03 * len(records)


def test_copies_are_those_of_the_plan(found: list[dict[str, Any]]) -> None:
    told = pairs((one["id"], one["copy_group"]) for one in found)
    planned = pairs((one["id"], WHOLE[one["outlet"], one["headline"]]["text"]) for one in found)
    assert len(told & planned) >= 0.98 * len(planned)
    assert len(told & planned) >= 0.98 * len(told)


def pairs(keyed: Iterable[tuple[str, str | None]]) -> set[frozenset[str]]:
    """All pairs that have the same key."""
    members = defaultdict(list)
    for id, key in keyed:
        if key is not None:
            members[key].append(id)
    return {frozenset(pair) for ids in members.values() for pair in combinations(ids, 2)}


def test_every_single_valued_grouping_of_texts_adds_up(sample: Path) -> None:
    with open_archive(sample) as archive:
        texts = Selection(unit="texts")
        total = int(archive.count(texts)["texts"].iloc[0])
        assert total < 0.4 * int(archive.count(texts)["articles"].iloc[0])
        for name in ("outlet", "origin", "section", "language", "source", "month", "copy_group"):
            assert archive.count(texts, (name,))["texts"].sum() == total
        assert len(list(archive.records(texts))) == total


def test_articles_the_capture_ended_in_are_marked(found: list[dict[str, Any]]) -> None:
    cut = {(article["outlet"], article["headline"]) for article in found if article["cut"]}
    assert cut == {key for key, row in WHOLE.items() if row["cut"]}
    assert cut


def test_what_was_spilled_into_texts_is_kept_beside_them(found: list[dict[str, Any]]) -> None:
    kinds = Counter(part["kind"] for article in found for part in article["removed"])
    assert kinds["caption"] >= 20
    assert kinds["markup"] >= 5
    assert kinds["credit"] >= 80


def test_brought_up_to_date_means_two_versions_of_one_article(
    sample: Path, found: list[dict[str, Any]]
) -> None:
    with open_archive(sample) as archive:
        counts = {
            (article["outlet"], article["headline"]): len(archive.versions(article["id"]))
            for article in found
        }
    assert counts == {key: int(row["versions"]) for key, row in WHOLE.items()}


def test_posts_seen_only_in_a_list_are_stubs(sample: Path, found: list[dict[str, Any]]) -> None:
    with open_archive(sample) as archive:
        listed = {
            (article["outlet"], article["headline"])
            for article in map(as_named, archive.records(Selection(stubs=True)))
            if article.get("stub")
        }
    wanted = {(row["outlet"], row["headline"]) for row in TRUTH if row["stub"]}
    assert listed == wanted
    assert wanted


def test_the_sample_is_built_at_a_relative_path_and_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    build_sample(Path("sample.db"))
    built = (tmp_path / "sample.db").stat().st_mtime_ns
    build_sample(Path("sample.db"))
    assert (tmp_path / "sample.db").stat().st_mtime_ns == built
    with open_archive(Path("sample.db")) as archive:
        assert archive.count(Selection())["articles"].tolist() == [len(WHOLE)]
        assert len(archive.loads()) == 1


def test_the_sample_never_replaces_an_archive_of_ones_own(tmp_path: Path) -> None:
    path = tmp_path / "own.db"
    with open_archive(path, write=True) as archive:
        load = archive.start_load("clippings add page.txt", "page.txt")
        archive.save(load, [Article(headline="Mine", source="page.txt", text="All of it.")])
        archive.finish_load(load, {})
    with pytest.raises(ArchiveError, match="other articles"):
        build_sample(path)
    with open_archive(path) as archive:
        assert archive.count(Selection())["articles"].tolist() == [1]


def test_a_sample_of_an_older_version_is_built_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "sample.db"
    with monkeypatch.context() as older:
        older.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:-1])
        with open_archive(path, write=True) as archive:
            archive.start_load("demo 0123", "pages")
    build_sample(path)
    with open_archive(path) as archive:
        assert archive.count(Selection())["articles"].tolist() == [len(WHOLE)]
