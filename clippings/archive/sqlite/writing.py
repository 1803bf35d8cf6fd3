"""Loads and their batches, as they are written."""

import datetime as dt
import sqlite3
from collections.abc import Mapping, Sequence

from clippings.archive import Capture, Saved
from clippings.archive.kept_records import Records
from clippings.archive.sqlite.capturing import drop_unseen, forget_bytes, keep_bytes, keep_capture
from clippings.archive.sqlite.current import STUB, Sighting, as_json
from clippings.archive.sqlite.items import Item
from clippings.archive.sqlite.recording import keep_records, pack, without
from clippings.archive.sqlite.resolving import Resolver
from clippings.archive.sqlite.states import State, apply_decisions, write_states
from clippings.errors import ArchiveError


def now() -> str:
    """This moment, as it is kept."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")


def start_load(connection: sqlite3.Connection, command: str, source: str) -> int:
    """A new load, interrupted until it is finished."""
    row = connection.execute(
        "insert into load (started, command, source, state) values (?, ?, ?, 'interrupted')"
        " returning id",
        (now(), command, source),
    ).fetchone()
    return int(row[0])


def finish_load(connection: sqlite3.Connection, load: int, skipped: Mapping[str, int]) -> None:
    """Mark a load as done."""
    connection.execute(
        "update load set state = 'done', finished = ?, skipped = ? where id = ?",
        (now(), as_json(dict(skipped)), load),
    )


def save_batch(
    connection: sqlite3.Connection,
    number: int,
    load: int,
    items: Sequence[Item],
    capture: Capture | Records | None,
    packed: bytes | None,
    where: str,
) -> Saved:
    """Write one batch of a load; `packed` are its records, if these are what it was read from."""
    started = _open_load(connection, load, where)
    kept = keep_capture(connection, load, capture) if isinstance(capture, Capture) else None
    batch = Batch(connection, load, kept, started, items)
    first = batch.next["sighting"]
    saved = batch.run()
    batch.write(number)
    if isinstance(capture, Capture) and kept is not None:
        _finish_capture(connection, kept, capture.data, saved)
    elif isinstance(capture, Records) and packed is not None:
        _finish_records(connection, load, capture, packed, first, saved)
    connection.execute(
        "update load set added = added + ?, updated = updated + ?, unchanged = unchanged + ?,"
        " stubs = stubs + ? where id = ?",
        (saved.added, saved.updated, saved.unchanged, saved.stubs, load),
    )
    return saved


def _finish_capture(connection: sqlite3.Connection, kept: int, data: bytes, saved: Saved) -> None:
    """Keep the bytes of a page, but never those of a page with something that was removed."""
    if saved.removed:
        forget_bytes(connection, [kept])
        drop_unseen(connection, [kept])
    else:
        keep_bytes(connection, kept, data)


def _finish_records(
    connection: sqlite3.Connection,
    load: int,
    records: Records,
    packed: bytes,
    first: int,
    saved: Saved,
) -> None:
    """Keep the records of a batch, but those of what was removed."""
    if saved.removed:
        records = without(records, {place for place, _ in saved.removed})
        packed = pack(records.data)
    if records.data:
        keep_records(connection, load, records, packed, first)


def started_at(connection: sqlite3.Connection, load: int) -> float:
    """When a load began, in seconds."""
    row = connection.execute("select started from load where id = ?", (load,)).fetchone()
    return dt.datetime.fromisoformat(row[0]).timestamp()


def _open_load(connection: sqlite3.Connection, load: int, where: str) -> float:
    row = connection.execute("select id, state from load where id = ?", (load,)).fetchone()
    if row is None or row[1] == "undone":
        raise ArchiveError(f"There is no load {load} to add to", where, "Start a new one.")
    return started_at(connection, load)


class Batch:
    """One batch on its way: each item is met by an article, then all is written at once."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        load: int,
        capture: int | None,
        started: float,
        items: Sequence[Item],
    ) -> None:
        self.connection = connection
        self.load, self.capture, self.started = load, capture, started
        self.items = items
        self.resolver = Resolver(connection, items, load, capture)
        self.next = {table: self._next(table) for table in ("article", "version", "sighting")}
        # A batch of records goes on speaking of sightings that are gone.
        spoken_of = connection.execute("select max(last) from record_batch").fetchone()[0] or 0
        self.next["sighting"] = max(self.next["sighting"], spoken_of + 1)
        self.touched: dict[int, State] = {}
        self.added: list[State] = []
        self.versions: list[tuple[object, ...]] = []
        self.sightings: list[tuple[object, ...]] = []
        self.derived: list[tuple[object, ...]] = []
        self.keys: set[tuple[int, int]] = set()

    def _next(self, table: str) -> int:
        row = self.connection.execute(f"select coalesce(max(id), 0) + 1 from {table}").fetchone()
        return int(row[0])

    def _take(self, table: str) -> int:
        number = self.next[table]
        self.next[table] += 1
        return number

    def run(self) -> Saved:
        """Meet every item with its article; what became of them."""
        saved = Saved()
        for place, item in enumerate(self.items):
            removed = self.resolver.removed(item)
            if removed is not None:
                saved.removed.append((place, removed))
                continue
            outcome = self.meet(item)
            setattr(saved, outcome, getattr(saved, outcome) + 1)
        return saved

    def meet(self, item: Item) -> str:
        """Add one item to its article; the outcome it is counted under."""
        state = self.resolver.find(item)
        if state is None:
            state = self.new(item)
            before = None
        else:
            before = state.best.rank
        new = self.see(item, state)
        if before is None:
            return "stubs" if item.rank == STUB else "added"
        if item.rank == STUB:
            return "known_stubs"
        if before == STUB:
            return "added"
        return "updated" if new and item.rank >= before else "unchanged"

    def new(self, item: Item) -> State:
        """A new article made of the item."""
        state = self.resolver.add(item, self._take("article"))
        self.added.append(state)
        return state

    def see(self, item: Item, state: State) -> bool:
        """Note a sighting; whether it shows a version not known before."""
        new = item.digest not in state.versions
        if new:
            state.versions[item.digest] = self._take("version")
            self.versions.append(_version_row(state, item))
        version = state.versions[item.digest]
        for deriver, conclusion in item.derived.items():
            state.derived.setdefault(version, {})[deriver] = conclusion
            self.derived.append(
                (version, deriver, conclusion.value, conclusion.confidence, conclusion.basis,
                 conclusion.evidence)
            )  # fmt: skip
        seen = self.started if item.seen is None else item.seen
        sighting = Sighting(
            item.found, self._take("sighting"), self.load, version, self.capture,
            item.captured, seen, item.rank,
        )  # fmt: skip
        state.sightings.append(sighting)
        self.sightings.append(_sighting_row(state, sighting, item.said))
        if state.best is sighting:
            state.text = item.text
        self.touched[state.id] = state
        self.resolver.know(item, state)
        self.keys.update((key, state.id) for key in item.keys.own)
        return new

    def write(self, number: int) -> None:
        """Write what the items brought."""
        run = self.connection.executemany
        run("insert into version values (?, ?, ?, ?, ?, ?, ?, ?)", self.versions)
        run("insert into sighting values (?, ?, ?, ?, ?, ?, ?, ?, ?)", self.sightings)
        run("insert or replace into derived values (?, ?, ?, ?, ?, ?)", self.derived)
        run("insert or ignore into article_key values (?, ?)", self.keys)
        apply_decisions(self.connection, self.added)
        write_states(self.connection, number, list(self.touched.values()))


def _version_row(state: State, item: Item) -> tuple[object, ...]:
    return (
        state.versions[item.digest], state.id, item.digest, len(item.text.split()), item.headline,
        item.text, item.folded_headline, item.folded_text,
    )  # fmt: skip


def _sighting_row(state: State, sighting: Sighting, said: str) -> tuple[object, ...]:
    return (
        sighting.id, sighting.load, state.id, sighting.version, sighting.capture,
        sighting.captured, sighting.seen, sighting.rank, said,
    )  # fmt: skip
