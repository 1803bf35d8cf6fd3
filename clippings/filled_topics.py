"""Planned topics filled with their articles: read from what is kept, or told by their words."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from clippings import topic_likeness as likeness
from clippings.archive import Archive, Topic
from clippings.archive.selection import Selection
from clippings.archive.topics import KeptTopics, ReadText
from clippings.copies import stock_marks, without_stock
from clippings.decided_topics import Found, Like, Part, Planned, Query, Recipe, Union
from clippings.topic_likeness import Words

Members = Mapping[str, float]

_SAMPLE = 1_000
"""Texts from all over the archive that examples are set against."""
_SEARCHED = 12
"""So many of the words that say most bring up the texts that may be like the examples."""
_READ = 300
"""Members of a query's topic from which its key words are told."""


@dataclass(slots=True)
class Texts:
    """The words of articles, each read once, stock lines left out."""

    archive: Archive
    _words: dict[str, Words] = field(default_factory=dict)
    _sample: list[Words] | None = None
    _stock: Mapping[int, int] | None = None

    @property
    def kept(self) -> KeptTopics:
        """What the archive keeps for topics."""
        return self.archive.kept_topics

    @property
    def stock(self) -> Mapping[int, int]:
        """The stock lines, by their marks."""
        if self._stock is None:
            self._stock = stock_marks(self.archive.copies.repeated())
        return self._stock

    def of(self, ids: Collection[str]) -> Mapping[str, Words]:
        """The words of these articles, those that are there."""
        new = [id for id in ids if id not in self._words]
        if new:
            for id, text in self.kept.texts_of(new).items():
                self._words[id] = self._read(text)
        return {id: self._words[id] for id in ids if id in self._words}

    def sample(self) -> list[Words]:
        """What examples are set against."""
        if self._sample is None:
            self._sample = [self._read(text) for text in self.kept.sample(_SAMPLE)]
        return self._sample

    def _read(self, text: ReadText) -> Words:
        return likeness.words(text.headline, without_stock(text.text, self.stock))


@dataclass(slots=True)
class Filling:
    """Answers which articles a recipe holds, all of them or only some."""

    archive: Archive
    texts: Texts
    fit: Mapping[str, Members] | None = None
    """The members of topics that were just found and are not kept yet."""
    assigned: Mapping[str, Members] | None = None
    """The found topics of the only articles meant; None: all articles are."""
    _held: dict[Recipe, Members] = field(default_factory=dict)

    def members(self, recipe: Recipe) -> Members:
        """The articles it holds and their weights."""
        if recipe not in self._held:
            self._held[recipe] = self._members(recipe)
        return self._held[recipe]

    def _members(self, recipe: Recipe) -> Members:
        match recipe:
            case Found(id):
                return self._found(id)
            case Union(parts):
                return _together([self.members(part) for part in parts])
            case Part(whole, examples, at):
                return self._part(self.members(whole), examples, at)
            case Query(query):
                return self._among(dict.fromkeys(self._matching(query), 1.0))
            case Like(examples):
                return self._like(examples)

    def _found(self, id: str) -> Members:
        if self.assigned is not None:
            return {one: held[id] for one, held in self.assigned.items() if id in held}
        if self.fit is not None:
            return self.fit.get(id, {})
        return self.texts.kept.members_of([id])[id]

    def _among(self, members: Members) -> Members:
        if self.assigned is None:
            return members
        return {id: weight for id, weight in members.items() if id in self.assigned}

    def _part(self, whole: Members, examples: tuple[tuple[str, ...], ...], at: int) -> Members:
        told = likeness.parted(
            self.texts.of(whole), [list(self.texts.of(part).values()) for part in examples]
        )
        return {id: weight for id, weight in whole.items() if told.get(id, (0, 0.0))[0] == at}

    def _matching(self, query: str) -> list[str]:
        return list(self.archive.rows(Selection(query=query), ("id",))["id"])

    def _like(self, examples: tuple[str, ...]) -> Members:
        own = list(self.texts.of(examples).values())
        if not own:
            return {}
        weights = likeness.contrast(own, self.texts.sample())
        fewest = likeness.enough(weights, own)
        if self.assigned is None:
            asked = " OR ".join(f'"{word}"' for word in likeness.terms(weights, _SEARCHED))
            candidates: Collection[str] = self._matching(asked) if asked else ()
        else:
            candidates = self.assigned
        told = {
            id: likeness.likeness(weights, text) for id, text in self.texts.of(candidates).items()
        }
        like = {id: round(min(1.0, share), 3) for id, share in told.items() if share >= fewest}
        return self._among(like | dict.fromkeys(examples, 1.0))

    def topic(self, one: Planned) -> Topic:
        """The planned topic with its members, and its words where it is told by these."""
        members = self.members(one.recipe)
        topic = replace(one.topic, members=members)
        if isinstance(one.recipe, Union):
            return topic
        heaviest = sorted(members, key=lambda id: (-members[id], id))[:_READ]
        examples = one.recipe.examples if isinstance(one.recipe, Like) else heaviest
        weights = likeness.contrast(list(self.texts.of(examples).values()), self.texts.sample())
        languages = [text.language for text in self.texts.kept.texts_of(heaviest[:20]).values()]
        return replace(
            topic,
            weights=weights,
            terms=likeness.terms(weights),
            language=likeness.common(languages) if languages else None,
        )


def _together(each: Collection[Members]) -> Members:
    """The members of several topics; what is in several of them weighs as much as all say, up to 1."""
    total: dict[str, float] = {}
    for members in each:
        for id, weight in members.items():
            total[id] = round(min(1.0, total.get(id, 0.0) + weight), 3)
    return total
