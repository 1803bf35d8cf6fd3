"""Source → reader → archive: everything a load does, without a word printed."""

import gc
import io
import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from typing import BinaryIO

from clippings.archive import Archive, Capture
from clippings.archive.kept_records import Records
from clippings.article import Article
from clippings.derive import conclusions
from clippings.errors import SourceError
from ingest.containers import Source
from ingest.outcomes import LoadReport, Record, Skipped
from ingest.readers import HEAD, READERS, Reader, choose
from ingest.readers.columns import NOTHING, Said
from ingest.sources import sources
from ingest.streams import damage, rejoined

BATCH = 2_000
"""Articles a transaction: bigger batches gain nothing and cost memory."""

BATCH_BYTES = 16 * 2**20
"""Bytes of rows or pages that end a batch before it has so many articles."""

PAGE_BYTES = 64 * 2**20
"""A page past this size is no page that a person read."""

_DETAILS = 100

_OBJECTS = 50 * BATCH
"""About what a batch is made of."""

Item = Article | Record | Skipped

GIVEN = ("outlet", "language", "section")
"""What the user may say because a file cannot; what a file does say stands."""


class Load:
    """One load under way: its report, and the archive, which is opened when there is something to keep."""

    def __init__(
        self,
        opener: Callable[[], Archive],
        command: str,
        given: Mapping[str, str],
        format: str | None = None,
        said: Said = NOTHING,
        defer: bool = False,
        progress: Callable[[LoadReport, int], None] = lambda report, bytes_read: None,
    ) -> None:
        self.report = LoadReport()
        self.errors: list[SourceError] = []
        """What the user named and could not be read."""
        self.archive: Archive | None = None
        self._opener = opener
        self._command = command
        self._given = dict(given)
        self._format = format
        self._said = said
        self._defer = defer
        self._progress = progress
        self._paths: Sequence[str] = ()

    def run(self, paths: Sequence[str]) -> LoadReport:
        """Load everything under these paths; what cannot be read is counted and the rest goes on."""
        self._paths = paths
        with _seldom_collecting():
            for path in paths:
                try:
                    for source in sources(path):
                        self._source(source)
                except SourceError as error:
                    self.errors.append(error)
        if self.archive is not None and self.report.load is not None:
            self.report.decisions = self.archive.finish_load(self.report.load, self.report.skipped)
        return self.report

    def _source(self, source: Source | Skipped) -> None:
        if isinstance(source, Skipped):
            self._skip(source)
            return
        try:
            with source.open() as stream:
                self._stream(source.name, stream)
        except SourceError as error:
            if source.named:
                raise
            self._skip(Skipped(source.name, error.reason, str(error)))

    def _stream(self, name: str, stream: BinaryIO) -> None:
        head = stream.read(HEAD)
        if not head:
            what = "The file is damaged" if damage(stream) else "The file is empty"
            reason = "damaged" if damage(stream) else "empty"
            raise SourceError(what, name, "Save it again and add it once more.", reason=reason)
        reader = _named(self._format) if self._format else choose(head, name, self._said)
        whole = rejoined(head, stream)
        data = whole.read(PAGE_BYTES + 1) if reader.page else b""
        if not reader.page or (reader.streams and len(data) > PAGE_BYTES):
            self._stretch(reader, name, rejoined(data, whole), stream)
        elif len(data) > PAGE_BYTES:
            what = f"The page is larger than {PAGE_BYTES // 2**20} MB"
            remedy = "Split it, or save the pages one by one."
            raise SourceError(what, name, remedy, reason="too large")
        else:
            self._page(reader, name, data, stream)
        if why := damage(stream):
            remedy = f"It says: {why}. What could be read was kept; get it again to have the rest."
            raise SourceError("The file is damaged", name, remedy, reason="damaged")

    def _stretch(self, reader: Reader, name: str, whole: BinaryIO, stream: BinaryIO) -> None:
        """Read what is too large to be kept in one piece: its rows or pages are, where it has any."""
        if reader.records is None:
            self._keep_all(reader.read(name, whole), None, stream)
            return
        said = {"said": self._said} if reader.table else {}
        kept = Records(name, reader.name, self._given, asdict(self._said))
        self._keep_all(reader.records(name, whole, **said), kept, stream)

    def _page(self, reader: Reader, name: str, data: bytes, stream: BinaryIO) -> None:
        items, error = _taken(reader.read(name, io.BytesIO(data)), None)
        if damage(stream) and items and isinstance(items[-1], Article):
            items[-1] = replace(items[-1], cut=True)
        self._keep_all(iter(items), Capture(name, data, reader.name, self._given), stream)
        if error:
            raise error

    def _keep_all(
        self, items: Iterator[Item], capture: Capture | Records | None, stream: BinaryIO
    ) -> None:
        """Batches of a stream, but a page in one piece: it is there whole or not at all.

        Where the reader gives up, what it gave before is kept.
        """
        error: SourceError | None = None
        while error is None:
            batch, error = _taken(items, None if isinstance(capture, Capture) else BATCH)
            for skipped in (item for item in batch if isinstance(item, Skipped)):
                self._skip(skipped)
            self._keep_read(batch, capture)
            self._progress(self.report, _position(stream))
            if not batch:
                break
        if error:
            raise error

    def _keep_read(self, batch: list[Item], capture: Capture | Records | None) -> None:
        records = [item for item in batch if isinstance(item, Record)]
        if isinstance(capture, Records):
            capture = replace(capture, data=[record.data for record in records])
        alone = [item for item in batch if isinstance(item, Article)]
        self._keep(alone or [record.article for record in records], capture)

    def _keep(self, articles: list[Article], capture: Capture | Records | None) -> None:
        if not articles:
            return
        if self.archive is None or self.report.load is None:
            self.archive = self._opener()
            self.report.load = self.archive.start_load(self._command, ", ".join(self._paths))
        articles = [_completed(article, self._given) for article in articles]
        derived = None if self._defer else conclusions(articles)
        saved = self.archive.save(self.report.load, articles, capture, derived)
        for outcome in ("added", "updated", "unchanged", "stubs"):
            setattr(self.report, outcome, getattr(self.report, outcome) + getattr(saved, outcome))
        if saved.known_stubs:
            self.report.skipped["stub known already"] += saved.known_stubs
        for place, decision in saved.removed:
            why = f"Decision {decision} removed it for good, so it was not loaded again."
            self._skip(Skipped(articles[place].source, f"removed by decision {decision}", why))

    def _skip(self, skipped: Skipped) -> None:
        self.report.skipped[skipped.reason] += 1
        if len(self.report.details) < _DETAILS:
            self.report.details.append(skipped)


def reread(archive: Archive, progress: Callable[[int], None] = lambda pages: None) -> list[Skipped]:
    """Read every kept page and row anew with today's readers, in place; those that no longer can be
    are returned, and stay as they were."""
    failed = []
    done = itertools.count(1)
    for capture, kept in archive.captures():
        try:
            items = list(_named(kept.format).read(kept.source, io.BytesIO(kept.data)))
            articles = [_completed(item, kept.given) for item in items if isinstance(item, Article)]
            archive.resave(capture, articles, conclusions(articles))
        except SourceError as error:
            failed.append(Skipped(kept.source, error.reason, str(error)))
        progress(next(done))
    for batch, records in archive.kept_records.batches():
        try:
            archive.kept_records.resave(batch, _read_anew(records))
        except SourceError as error:
            failed.append(Skipped(records.source, error.reason, str(error)))
        progress(next(done))
    return failed


def _read_anew(records: Records) -> dict[int, Article | None]:
    """What is read of each kept row or page today, by its place; None where that is nothing."""
    read, said = _named(records.format).read_record, Said(**records.said)
    found = {
        place: read(records.source, data, said) for place, data in enumerate(records.data) if data
    }
    return {
        place: _completed(item, records.given) if isinstance(item, Article) else None
        for place, item in found.items()
    }


@contextmanager
def _seldom_collecting() -> Iterator[None]:
    """Let Python look for cycles once a batch, not a hundred times: articles and rows have none."""
    before = gc.get_threshold()
    gc.set_threshold(_OBJECTS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _taken(items: Iterator[Item], size: int | None) -> tuple[list[Item], SourceError | None]:
    """The next items, as many and as large as a batch may be, and the error that ended them early."""
    taken: list[Item] = []
    weight = 0
    try:
        for item in itertools.islice(items, size):
            taken.append(item)
            weight += len(item.data) if isinstance(item, Record) else 0
            if weight > BATCH_BYTES:
                break
    except SourceError as error:
        return taken, error
    return taken, None


def _named(format: str) -> Reader:
    found: Reader = next(reader for reader in READERS if reader.name == format)
    return found


def _completed(article: Article, given: Mapping[str, str]) -> Article:
    missing = {name: value for name, value in given.items() if getattr(article, name) is None}
    return replace(article, **missing) if missing else article  # type: ignore[arg-type]


def _position(stream: BinaryIO) -> int:
    return stream.tell() if stream.seekable() else 0
