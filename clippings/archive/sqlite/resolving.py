"""Which article of the archive each item of a batch is, if any."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import chain, count

from clippings.archive.sqlite.identity import ALIKE, ALLOWED, EXACT, overlap, public_id
from clippings.archive.sqlite.items import Item
from clippings.archive.sqlite.states import IN, State, among, read_states
from clippings.archive.sqlite.tombstones import Tombstones, removed_among

CANDIDATES = 20
"""Articles looked at under one key; a headline more common than that tells nothing."""


class Resolver:
    """The articles that the items of one batch may be, those made by the batch itself included."""

    def __init__(
        self, connection: sqlite3.Connection, items: Sequence[Item], load: int, capture: int | None
    ) -> None:
        self.connection = connection
        self.place = (load, capture)
        self._by_key = self._keyed(items)
        self._by_public = self._numbered({item.public for item in items if item.public})
        self._minted = self._first_minted(items)
        wanted = {row for rows in self._by_key.values() for row in rows}
        self.states = read_states(connection, wanted | set(self._by_public.values()))
        self._publics = {state.public for state in self.states.values()}
        self._tombstones = Tombstones(connection, items)

    def _keyed(self, items: Sequence[Item]) -> dict[int, list[int]]:
        keyed: dict[int, list[int]] = defaultdict(list)
        keys = {key for item in items for key in item.keys.sought}
        for key, article in self.connection.execute(
            f"select key, article from article_key where key {IN} order by article", (among(keys),)
        ):
            if len(keyed[key]) < CANDIDATES:
                keyed[key].append(article)
        return keyed

    def _numbered(self, publics: Collection[str]) -> dict[str, int]:
        """The row numbers of those of these ids that an article has."""
        return dict(
            self.connection.execute(
                f"select public, id from article where public {IN}", (among(publics),)
            )
        )

    def _first_minted(self, items: Sequence[Item]) -> dict[str, bool]:
        """The ids that these items would get first, and whether each was given already."""
        publics = {public_id(item.keys.own[0]) for item in items if item.public is None}
        given = self._numbered(publics).keys() | removed_among(self.connection, publics)
        return {public: public in given for public in publics}

    def find(self, item: Item) -> State | None:
        """The article the item is, or None if it is a new one."""
        return self._found(item)[1]

    def removed(self, item: Item) -> int | None:
        """The decision that removed for good what the item is, if one did."""
        score, decision = self._tombstones.best(item)
        if not score:
            return None
        standing = self._found(item)[0]
        return None if standing == EXACT or standing > score else decision

    def _found(self, item: Item) -> tuple[int, State | None]:
        """The article that fits the item best, and how well."""
        if item.public in self._by_public:
            return EXACT, self.states[self._by_public[item.public]]
        accepted: list[tuple[int, State]] = []
        for key, state in self._candidates(item):
            score = self._score(item, key, state)
            if score == EXACT:
                return score, state
            if score:
                accepted.append((score, state))
        return max(accepted, key=lambda one: one[0]) if accepted else (0, None)

    def _candidates(self, item: Item) -> Iterator[tuple[int, State]]:
        seen: set[int] = set()
        for key in item.keys.sought:
            for article in self._by_key.get(key, ()):
                if article not in seen:
                    yield key, self.states[article]
                # Under its address it may be refused and yet be meant by its headline.
                if key != item.keys.url:
                    seen.add(article)

    def _score(self, item: Item, key: int, state: State) -> int:
        """How well an article found under the key fits the item; 0 if it is another one."""
        same = self._alike(item, state)
        if not self._accepts(item, key, state, same):
            return 0
        if item.digest in state.versions:
            return EXACT
        return ALIKE if same else ALLOWED

    def _alike(self, item: Item, state: State) -> bool | None:
        if item.digest in state.versions:
            return True if item.text.strip() else None
        return overlap(item.text, self.text(state))

    def _accepts(self, item: Item, key: int, state: State, same: bool | None) -> bool:
        """`same` says whether the texts overlap; None: one has no words that could tell."""
        keys, capture = item.keys, self.place[1]
        loosely = keys.loosely or state.loosely
        if same:
            return loosely or key in (keys.same, keys.url, keys.dated)
        near = any((sighting.load, sighting.capture) == self.place for sighting in state.sightings)
        if key == keys.url:
            return same is None or not (near and capture is not None)
        if _contradicts(item, state):
            return False
        if key == keys.same:
            return True
        if key == keys.dated:
            return keys.placed and (same is None or not near)
        days = {keys.day, state.values["day"]} - {None}
        return keys.placed and loosely and same is None and len(days) < 2

    def text(self, state: State) -> str:
        """The current text of an article."""
        if state.text is None:
            found = self.connection.execute(
                "select text from version where id = ?", (state.best.version,)
            )
            state.text = found.fetchone()[0]
        return state.text

    def add(self, item: Item, article: int) -> State:
        """A new article made of the item, known under its keys from here on."""
        state = State(article, item.public or self._mint(item))
        self.states[article] = state
        self._publics.add(state.public)
        self._by_public[state.public] = article
        return state

    def know(self, item: Item, state: State) -> None:
        """Let the article be found under the item's keys as well, and by an id that the item carries."""
        if item.public is not None:
            self._by_public.setdefault(item.public, state.id)
        for key in item.keys.own:
            rows = self._by_key.setdefault(key, [])
            if state.id not in rows and len(rows) < CANDIDATES:
                rows.append(state.id)

    def _mint(self, item: Item) -> str:
        key = item.keys.own[0]
        tries = chain([()], ((item.digest, str(number)) for number in count()))
        return next(public for apart in tries if not self._taken(public := public_id(key, *apart)))

    def _taken(self, public: str) -> bool:
        if public in self._publics:
            return True
        if public not in self._minted:
            given = self._numbered([public]) or removed_among(self.connection, [public])
            self._minted[public] = bool(given)
        return self._minted[public]


def _contradicts(item: Item, state: State) -> bool:
    """Whether both state an address, and the article never the item's; else a public id, and not the same."""
    addresses = state.addresses
    if item.keys.url is not None and addresses:
        return item.keys.url not in addresses
    return item.public is not None and item.public != state.public
