"""The deriver of topics: found anew seldom, new articles put into them, decisions kept above them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from clippings import topics
from clippings.archive import Archive, Topic
from clippings.archive.selection import Selection
from clippings.archive.topics import Fitted, KeptTopics, NewText, Said, Standing, TopicEvent
from clippings.copies import texts_without_stock, without_stock
from clippings.decided_topics import Plan, planned
from clippings.filled_topics import Filling, Texts

_AT_ONCE = 2_000
_GROWN = 1.25
"""Topics are found anew when a quarter has come to the articles they rest on. So no topic that makes
up a fifth of an archive goes unseen, and all fits of an archive that grows take at most five times as
long as its last."""

Held = Mapping[str, Mapping[str, float]]


@dataclass(slots=True)
class Derived:
    """What became of the topics."""

    assigned: int = 0
    """Articles put into the topics as they were."""
    refit: bool = False
    topics: int = 0
    events: Sequence[TopicEvent] = ()
    idle: list[Said] = field(default_factory=list)
    """Decisions whose articles no topic holds any more."""


def derive_topics(
    archive: Archive,
    *,
    refit: bool = False,
    count: int | None = None,
    progress: Callable[[int], None] = lambda done: None,
) -> Derived:
    """Put new articles into the topics, or find these anew where there are none, the archive grew by
    a quarter, or it is asked for. A `count` of topics in a language holds for later fits, too, until
    another is given; 0: the texts decide."""
    fitted = archive.kept_topics.fitted()
    if refit or count is not None or _outgrown(fitted):
        return _fit(archive, fitted.wanted if count is None else count or None)
    return _assign(archive, progress)


def _outgrown(fitted: Fitted) -> bool:
    return fitted.version != topics.VERSION or fitted.now >= _GROWN * fitted.then


def _fit(archive: Archive, count: int | None) -> Derived:
    kept = archive.kept_topics
    mark, before = kept.mark(), kept.found()
    found = topics.topics(
        texts_without_stock(archive, Selection(unit="texts")), before, count=count
    )
    fit = {topic.id: topic.members for topic in found.topics}
    said, texts = kept.said(), Texts(archive)
    plan = _plan(archive, texts, found.topics, said, fit)
    events = _events(found.events, [*before, *found.topics])
    standing = _whole(Filling(archive, texts, fit), plan)
    archive.save_topics(
        found.topics, topics.VERSION, events=events, standing=standing, mark=mark, count=count
    )
    if kept.said() != said:  # decided meanwhile
        settle(archive)
    return Derived(refit=True, topics=len(standing), events=events, idle=plan.idle)


def _events(events: Sequence[topics.Event], known: Sequence[Topic]) -> list[TopicEvent]:
    """What happened, with the names of the topics it happened to."""
    labels = {topic.id: topic.label for topic in known}
    return [
        TopicEvent(event.kind, id, labels[id], event.now if event.before else ())
        for event in events
        for id in event.before or event.now
        if not (event.kind == "merged" and id in event.now)
    ]


def _assign(archive: Archive, progress: Callable[[int], None]) -> Derived:
    kept = archive.kept_topics
    mark, found, said, made = kept.mark(), kept.found(), kept.said(), kept.made()
    texts, done = Texts(archive), 0
    plan = _plan(archive, texts, found, said)
    for batch in kept.unassigned(_AT_ONCE):
        assigned = _assigned(kept, batch, found, texts.stock)
        more = _added(Filling(archive, texts, assigned=assigned), plan, made)
        kept.save(more, assigned=assigned)
        done += len(batch)
        progress(done)
    if not done or made.keys() != {one.mark for one in plan.topics if one.mark}:
        settle(archive)
    kept.note_done(mark)
    return Derived(assigned=done, topics=len(plan.topics), idle=plan.idle)


def _assigned(
    kept: KeptTopics, batch: Sequence[NewText], found: Sequence[Topic], stock: Mapping[int, int]
) -> Held:
    """The found topics of new articles; a copy is in those of its text."""
    own = [
        (one.id, one.headline, without_stock(one.text, stock), one.language, one.name)
        for one in batch
        if one.like is None
    ]
    told = topics.assigned(own, found)
    known = kept.topics_of([t.like for t in batch if t.like is not None])
    answer = {id: dict(told.get(id, {})) for id, *_ in own}
    for text in batch:
        if text.like is not None:
            answer[text.id] = dict(answer.get(text.like) or known.get(text.like, {}))
    return answer


def settle(
    archive: Archive, decision: Said | None = None, *, because: str = "", who: str = ""
) -> int:
    """Let the topics stand as the decisions say, with a new one if there is one; its number."""
    kept, texts = archive.kept_topics, Texts(archive)
    number: int | None = None
    while number is None:  # another decided meanwhile
        logged = kept.logged()
        said = [*kept.said(), *([decision] if decision else [])]
        plan = _plan(archive, texts, kept.found(), said)
        standing = _whole(Filling(archive, texts), plan, kept.made())
        number = kept.save(standing, logged=logged, decision=decision, because=because, who=who)
    return number


def _plan(
    archive: Archive,
    texts: Texts,
    found: Sequence[Topic],
    said: Sequence[Said],
    fit: Mapping[str, Mapping[str, float]] | None = None,
) -> Plan:
    """What the decisions make of the found topics."""
    ids = {id for one in said for side in one.sides for id in side.articles}
    held = archive.kept_topics.topics_of(ids)
    if fit is not None:
        held = _held_in(archive, fit, held)
    filling = Filling(archive, texts, assigned=held)
    return planned(found, said, filling.members, held)


def _held_in(archive: Archive, fit: Mapping[str, Mapping[str, float]], ids: Held) -> Held:
    """The topics of these articles, or of their copies, in a fit that is not kept yet."""
    copies = archive.kept_topics.copies_of(ids)
    answer: dict[str, dict[str, float]] = {id: {} for id in ids}
    for topic, members in fit.items():
        for id in ids:
            weights = [members[one] for one in copies[id] if one in members]
            if weights:
                answer[id][topic] = max(weights)
    return answer


def _whole(filling: Filling, plan: Plan, made: Mapping[str, Topic] | None = None) -> list[Standing]:
    """The topics as they stand, those filled that decisions have not made before."""
    standing = []
    for one in plan.topics:
        if one.mark is None:
            standing.append(Standing(one.topic))
        elif made is not None and one.mark in made:
            standing.append(Standing(_known(made[one.mark], one.topic), one.mark, whole=False))
        else:
            standing.append(Standing(filling.topic(one), one.mark))
    return standing


def _added(filling: Filling, plan: Plan, made: Mapping[str, Topic]) -> list[Standing]:
    """The topics as they stand, those that decisions made with what new articles add to them."""
    standing = []
    for one in plan.topics:
        if one.mark is None:
            standing.append(Standing(one.topic))
        elif one.mark in made:
            topic = replace(_known(made[one.mark], one.topic), members=filling.members(one.recipe))
            standing.append(Standing(topic, one.mark, whole=False))
    return standing


def _known(made: Topic, planned: Topic) -> Topic:
    """A planned topic with the words that are kept of it."""
    return replace(
        planned, terms=made.terms, language=made.language, weights=made.weights, members={}
    )
