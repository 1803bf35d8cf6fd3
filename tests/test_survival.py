"""Every kind of decision through everything that comes over an archive: its effect stands."""

import random
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

import pytest
from click.testing import CliRunner

from clippings import derive_copies, topic_decisions, topics
from clippings.archive import ASIDE, DECIDABLE, Archive, Derived, open_archive
from clippings.archive.copies import APART, TOGETHER
from clippings.archive.selection import Selection
from clippings.archive.sqlite import rereading
from clippings.article import Article
from clippings.cli import main
from clippings.derive_copies import decide_pair
from clippings.derive_outlets import edit_outlet, outlets_known
from clippings.exchange import take_in, write_decisions
from clippings.provenance import origin
from clippings.questions import outlets
from clippings.taking_back import take_back

SUBJECTS = {
    "Dam": "kestrun dam river havrit turbine reservoir engineer sluice crack flood valley gate",
    "Strike": "strike crane docker wage union ship anchor quay picket container tariff berth",
    "Vote": "ballot seat party candidate poll turnout assembly coalition recount voter list mayor",
    "Fever": "cholera vaccine clinic ward nurse outbreak patient hygiene dose epidemic doctor well",
    "Orchard": "apple harvest orchard blossom frost grower cider press pruning bee graft ladder",
    "Theatre": "stage actor curtain rehearsal drama ticket audience premiere costume prompter aisle",
    "Railway": "train track signal station platform locomotive timetable carriage junction porter",
}
SAID = {"because": "seen in print", "who": "ana"}
BYLINE = "Anna Moss (writing, Port Sel); Ben Ode"
NEW = {
    "outlet": "The Gull", "origin": "Orre News Agency", "section": "Port", "language": "sq",
    "published": "2022-12-31", "headline": "Said better", "byline": BYLINE,
}  # fmt: skip

Effect = Callable[[Archive], Any]


class Kind(NamedTuple):
    """One kind of decision: how it is made, and what shows that it holds."""

    decide: Callable[[Archive, Path], object]
    effect: Effect


def feed(outlet: str, subjects: str, more: str = "") -> str:
    """A feed of twelve items on each subject; the first two of each share their text."""
    items = []
    for subject in subjects.split():
        for number in range(12):
            draw = random.Random(f"{subject} {max(number, 1)}")
            words = [" ".join(draw.sample(SUBJECTS[subject].split(), 6)) for _ in range(12)]
            text = ". ".join(line.capitalize() for line in words)
            items.append(
                f"<item><title>{subject} no. {number}</title>"
                f"<link>https://{subject.lower()}.example/{number}</link>"
                f"<pubDate>{number + 1:02d} Feb 2023 00:00:00 GMT</pubDate>"
                f"<description>{escape(f'<p>{text}.{more}</p>')}</description></item>"
            )
    return (
        f'<rss version="2.0"><channel><title>{outlet}</title><language>en</language>'
        f"{''.join(items)}</channel></rss>"
    )


def write_feeds(folder: Path, more: str = "") -> list[str]:
    folder.mkdir()
    (folder / "mirror.xml").write_text(feed("The Mirror", "Dam Strike Vote Fever", more))
    (folder / "tide.xml").write_text(feed("The Tide", "Orchard Theatre Railway", more))
    return [str(folder / "mirror.xml"), str(folder / "tide.xml")]


def run(archive: Path, *arguments: str) -> None:
    command = ["--archive", str(archive), *arguments]
    done = CliRunner().invoke(main, command, catch_exceptions=False)
    assert done.exit_code == 0, done.output


def id_of(archive: Archive, subject: str, number: int) -> str:
    """By its address, for headlines are corrected."""
    rows = [
        *archive.rows(Selection(), ("id", "url")).itertuples(index=False),
        *archive.rows(Selection(aside=True), ("id", "url")).itertuples(index=False),
    ]
    url = f"https://{subject.lower()}.example/{number}"
    (id,) = [row.id for row in rows if row.url == url]
    return str(id)


def record(archive: Archive, subject: str, number: int) -> Mapping[str, Any]:
    found = archive.record(id_of(archive, subject, number))
    assert found is not None
    return found


def topic_of(archive: Archive, subject: str) -> str:
    """The id of the topic that most articles on the subject are in most."""
    first = [record(archive, subject, number)["topics"][0]["id"] for number in range(3, 10)]
    return max(first, key=first.count)


def same_topic(one: str, other: str) -> Effect:
    return lambda archive: topic_of(archive, one) == topic_of(archive, other)


def corrected(field: str) -> Kind:
    at = DECIDABLE.index(field)

    def decide(archive: Archive, _: Path) -> None:
        archive.decide([id_of(archive, "Orchard", at)], field, NEW[field], **SAID)

    return Kind(decide, lambda archive: record(archive, "Orchard", at)[field])


def pair(said: str, one: int, other: int) -> Kind:
    def decide(archive: Archive, _: Path) -> None:
        ids = id_of(archive, "Theatre", one), id_of(archive, "Theatre", other)
        decide_pair(archive, said, ids, **SAID)

    def effect(archive: Archive) -> bool:
        groups = [record(archive, "Theatre", number)["copy_group"] for number in (one, other)]
        return groups[0] is not None and groups[0] == groups[1]

    return Kind(decide, effect)


def edited(does: str, value: str, effect: Effect) -> Kind:
    return Kind(lambda archive, _: edit_outlet(archive, does, "The Tide", value, **SAID), effect)


def flagged(decide: Callable[..., int], subject: str, flag: str) -> Kind:
    return Kind(
        lambda archive, _: decide(archive, topic_of(archive, subject), **SAID),
        lambda archive: {t.id for t in archive.topics() if getattr(t, flag)},
    )


def written(name: str, decide: Callable[[Archive], int]) -> Kind:
    return Kind(lambda archive, _: decide(archive), lambda archive: members(archive, name) > 0)


def members(archive: Archive, label: str) -> int:
    ids = [topic.id for topic in archive.topics() if topic.label == label]
    return sum(int(archive.count(Selection(topic=id))["articles"].iloc[0]) for id in ids)


def bulk(archive: Archive, _: Path) -> None:
    ids = [id_of(archive, "Railway", number) for number in range(2, 8)]
    archive.decide(ids, "section", "Rails", **SAID)


def undone(archive: Archive, _: Path) -> None:
    archive.decide([id_of(archive, "Orchard", 11)], "section", "Wrong", **SAID)
    archive.decide([id_of(archive, "Orchard", 11)], "section", "Right", **SAID)
    wrong = archive.decide([id_of(archive, "Orchard", 11)], "section", "Wrong", **SAID)
    take_back(archive, wrong, who="ana")


def imported(archive: Archive, folder: Path) -> None:
    other, file = folder / "other.db", folder / "decided.jsonl"
    shutil.copy(archive.path, other)
    with open_archive(other, write=True) as theirs:
        theirs.decide([id_of(theirs, "Orchard", 10)], "section", "Theirs", **SAID)
        with file.open("wb") as out:
            write_decisions(theirs, out, who="ben")
    assert take_in(archive, file).taken == 1


KINDS: dict[str, Kind] = {
    **{field: corrected(field) for field in DECIDABLE},
    "aside": Kind(
        lambda archive, _: archive.decide([id_of(archive, "Railway", 11)], ASIDE, "yes", **SAID),
        lambda archive: archive.rows(Selection(aside=True), ("url",))["url"].tolist(),
    ),
    "of all selected": Kind(
        bulk, lambda archive: archive.count(Selection(section=("Rails",)))["articles"].iloc[0]
    ),
    "taken back": Kind(undone, lambda archive: record(archive, "Orchard", 11)["section"]),
    "imported": Kind(imported, lambda archive: record(archive, "Orchard", 10)["section"]),
    TOGETHER: pair(TOGETHER, 5, 6),
    APART: pair(APART, 0, 1),
    "outlet renamed": edited(
        "rename", "Inner Tide", lambda archive: set(outlets(archive, Selection())["outlet"])
    ),
    "outlet's kind": edited(
        "kind", "a daily", lambda archive: "a daily" in set(outlets_known(archive)["kind"])
    ),
    "topic named": Kind(
        lambda archive, _: topic_decisions.rename(
            archive, topic_of(archive, "Dam"), "Water", **SAID
        ),
        lambda archive: members(archive, "Water") > 0,
    ),
    "topics merged": Kind(
        lambda archive, _: topic_decisions.merge(
            archive, topic_of(archive, "Vote"), topic_of(archive, "Railway"), **SAID
        ),
        same_topic("Vote", "Railway"),
    ),
    "topic split": Kind(
        lambda archive, _: topic_decisions.split(archive, topic_of(archive, "Strike"), **SAID),
        same_topic("Strike", "Fever"),
    ),
    "topic hidden": flagged(topic_decisions.hide, "Orchard", "hidden"),
    "topic pinned": flagged(topic_decisions.pin, "Theatre", "pinned"),
    "topic of words": written(
        "Crane drivers",
        lambda archive: topic_decisions.write_query(archive, "Crane drivers", "crane", **SAID),
    ),
    "topic of examples": written(
        "Of the stage",
        lambda archive: topic_decisions.write_like(
            archive, "Of the stage", [id_of(archive, "Theatre", 7)], **SAID
        ),
    ),
}


def loaded_again(archive: Path, folder: Path, _: pytest.MonkeyPatch) -> None:
    run(archive, "add", *write_feeds(folder / "again"))
    run(archive, "add", *write_feeds(folder / "changed", " So it was said at noon."))


def rebuilt(archive: Path, _: Path, __: pytest.MonkeyPatch) -> None:
    run(archive, "rebuild")


def detected_better(archive: Path, folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Other versions of all derivers, and one that says another thing of every article."""

    def origins(articles: list[Article]) -> list[Derived]:
        return [Derived("Another Agency", 0.9, "stated", "so it says") for _ in articles]

    patch.setattr(topics, "VERSION", "next")
    patch.setattr(derive_copies, "VERSION", "next")
    patch.setattr(rereading, "FOLDING_VERSION", "next")
    patch.setattr(origin, "origins", origins)
    run(archive, "rebuild")
    run(archive, "add", *write_feeds(folder / "again"))


EVENTS = {
    "loading again": loaded_again,
    "a rebuild": rebuilt,
    "better detection": detected_better,
}


class Course(NamedTuple):
    """The effect of every kind before it was decided, after it, and after what came then."""

    before: Mapping[str, Any]
    decided: Mapping[str, Any]
    then: Mapping[str, Any]
    event: str
    origins: set[str | None]
    versions: set[int]


def effects(archive: Archive) -> dict[str, Any]:
    return {name: kind.effect(archive) for name, kind in KINDS.items()}


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Seven topics, two of them merged by hand so that they can be split."""
    folder = tmp_path_factory.mktemp("base")
    run(folder / "base.db", "add", *write_feeds(folder / "feeds"))
    run(folder / "base.db", "topics", "--count", "7")
    with open_archive(folder / "base.db", write=True) as archive:
        both = topic_of(archive, "Strike"), topic_of(archive, "Fever")
        topic_decisions.merge(archive, *both, **SAID)
    return folder / "base.db"


@pytest.fixture(scope="module", params=EVENTS)
def course(
    request: pytest.FixtureRequest, base: Path, tmp_path_factory: pytest.TempPathFactory
) -> Course:
    folder = tmp_path_factory.mktemp("course")
    path = folder / "articles.db"
    shutil.copy(base, path)
    with open_archive(path, write=True) as archive:
        before = effects(archive)
        for kind in KINDS.values():
            kind.decide(archive, folder)
        decided = effects(archive)
    with pytest.MonkeyPatch.context() as patch:
        EVENTS[request.param](path, folder, patch)
    with open_archive(path) as archive:
        rows = archive.rows(Selection(), ("origin", "versions"))
        then = effects(archive)
        return Course(before, decided, then, request.param, {*rows["origin"]}, {*rows["versions"]})


@pytest.mark.parametrize("kind", KINDS)
def test_a_decision_stands_whatever_comes(course: Course, kind: str) -> None:
    assert course.decided[kind] != course.before[kind], "it had an effect"
    assert course.then[kind] == course.decided[kind]


def test_what_came_changed_what_was_not_decided(course: Course) -> None:
    assert ("Another Agency" in course.origins) == (course.event == "better detection")
    assert course.versions == ({2} if course.event == "loading again" else {1})
