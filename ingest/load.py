"""Source → reader → archive: everything a load does, without a word printed."""

import io
import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import BinaryIO

from clippings.archive import Archive, Capture
from clippings.article import Article
from clippings.derive import conclusions
from clippings.errors import SourceError
from ingest.outcomes import LoadReport, Skipped
from ingest.readers import HEAD, READERS, Reader, choose
from ingest.sources import Source, sources

BATCH = 2_000
"""Articles a transaction: bigger batches gain nothing and cost memory."""

PAGE_BYTES = 64 * 2**20
"""A page past this size is no page that a person read."""

_DETAILS = 100

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
        self._progress = progress
        self._paths: Sequence[str] = ()

    def run(self, paths: Sequence[str]) -> LoadReport:
        """Load everything under these paths; what cannot be read is counted and the rest goes on."""
        self._paths = paths
        for path in paths:
            try:
                for source in sources(path):
                    self._source(source)
            except SourceError as error:
                self.errors.append(error)
        if self.archive is not None and self.report.load is not None:
            self.archive.finish_load(self.report.load, self.report.skipped)
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
            remedy = "Save it again and add it once more."
            raise SourceError("The file is empty", name, remedy, reason="empty")
        reader = _named(self._format) if self._format else choose(head, name)
        if not reader.page:
            self._keep_all(reader.read(name, _from_start(head, stream)), None, stream)
            return
        data = head + stream.read(PAGE_BYTES + 1 - len(head))
        if len(data) > PAGE_BYTES:
            what = f"The page is larger than {PAGE_BYTES // 2**20} MB"
            remedy = "Split it, or save the pages one by one."
            raise SourceError(what, name, remedy, reason="too large")
        items = list(reader.read(name, io.BytesIO(data)))
        self._keep_all(iter(items), Capture(name, data, reader.name, self._given), stream)

    def _keep_all(
        self, items: Iterator[Article | Skipped], capture: Capture | None, stream: BinaryIO
    ) -> None:
        """Batches of a stream, but a page in one piece: it is there whole or not at all."""
        size = None if capture else BATCH
        while batch := list(itertools.islice(items, size)):
            for skipped in (item for item in batch if isinstance(item, Skipped)):
                self._skip(skipped)
            self._keep([item for item in batch if isinstance(item, Article)], capture)
            self._progress(self.report, _position(stream))

    def _keep(self, articles: list[Article], capture: Capture | None) -> None:
        if not articles:
            return
        if self.archive is None or self.report.load is None:
            self.archive = self._opener()
            self.report.load = self.archive.start_load(self._command, ", ".join(self._paths))
        articles = [_completed(article, self._given) for article in articles]
        saved = self.archive.save(self.report.load, articles, capture, conclusions(articles))
        for outcome in ("added", "updated", "unchanged", "stubs"):
            setattr(self.report, outcome, getattr(self.report, outcome) + getattr(saved, outcome))

    def _skip(self, skipped: Skipped) -> None:
        self.report.skipped[skipped.reason] += 1
        if len(self.report.details) < _DETAILS:
            self.report.details.append(skipped)


def reread(archive: Archive, progress: Callable[[int], None] = lambda pages: None) -> list[Skipped]:
    """Read every kept page anew with today's readers, in place; those that no longer can be are
    returned, and stay as they were."""
    failed = []
    for number, (capture, kept) in enumerate(archive.captures(), 1):
        try:
            items = list(_named(kept.format).read(kept.source, io.BytesIO(kept.data)))
            articles = [_completed(item, kept.given) for item in items if isinstance(item, Article)]
            archive.resave(capture, articles, conclusions(articles))
        except SourceError as error:
            failed.append(Skipped(kept.source, error.reason, str(error)))
        progress(number)
    return failed


class _Rejoined(io.RawIOBase):
    """A stream whose beginning was read already, from its beginning."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        """Fill the buffer from the beginning first, then from the rest."""
        part = self._head[: len(buffer)] or self._rest.read(len(buffer))
        self._head = self._head[len(part) :]
        buffer[: len(part)] = part
        return len(part)


def _from_start(head: bytes, stream: BinaryIO) -> BinaryIO:
    if stream.seekable():
        stream.seek(0)
        return stream
    return io.BufferedReader(_Rejoined(head, stream), HEAD)  # type: ignore[type-var]


def _named(format: str) -> Reader:
    found: Reader = next(reader for reader in READERS if reader.name == format)
    return found


def _completed(article: Article, given: Mapping[str, str]) -> Article:
    missing = {name: value for name, value in given.items() if getattr(article, name) is None}
    return replace(article, **missing) if missing else article  # type: ignore[arg-type]


def _position(stream: BinaryIO) -> int:
    return stream.tell() if stream.seekable() else 0
