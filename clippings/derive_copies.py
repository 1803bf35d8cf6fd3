"""The deriver of copies: new texts compared, groups made, origins inferred from what a copy states."""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial

from clippings import copies
from clippings.archive import Archive, Derived
from clippings.archive.copies import Compared, Grouped, KeptCopies, NewText, Paragraph, Shared, Span
from clippings.copies import Copy, Listed, SegmentIndex, Text, Words, groups
from clippings.folding import FOLDING_VERSION, fold_headline

VERSION = f"1.{copies.VERSION}.{FOLDING_VERSION}"
"""Another version compares every text anew."""

_AT_ONCE = 2_000
_BELOW_STATED = 0.9
"""Of the confidence that a copy states its origin with."""


class _PendingStore:
    """The archive's segments, with those still in memory that are kept when all is compared."""

    def __init__(self, kept: KeptCopies) -> None:
        self._kept = kept
        self._stored = [Listed(*row) for row in kept.listed()]
        self._next = max((one.id for one in self._stored), default=0) + 1
        self.new: dict[int, tuple[Listed, tuple[bytes, bytes]]] = {}
        self.gone: list[int] = []

    def listed(self) -> list[Listed]:
        """Every segment as it will be."""
        left = [one for one in self._stored if one.id not in set(self.gone)]
        return [*left, *(listed for listed, _ in self.new.values())]

    def read(self, id: int) -> tuple[bytes, bytes]:
        """The two arrays of a segment."""
        return self.new[id][1] if id in self.new else self._kept.read(id)

    def replace(
        self, gone: Sequence[int], level: int, size: int, arrays: tuple[bytes, bytes]
    ) -> None:
        """A new segment in place of those."""
        for id in gone:
            if self.new.pop(id, None) is None:
                self.gone.append(id)
        self.new[self._next] = Listed(self._next, level, size), arrays
        self._next += 1


def derive_copies(
    archive: Archive, progress: Callable[[int], None] = lambda done: None, at_once: int = _AT_ONCE
) -> int:
    """Compare the texts that are new, group them with their copies; how many texts were compared.

    Every batch is kept whole, so that whatever stops it, the next call goes on where it ended.
    """
    kept = archive.copies
    if kept.version() != VERSION:
        kept.forget(VERSION)
    mark = kept.mark()
    for batch in kept.uncompared(at_once):
        kept.save_paragraphs([row for text in batch for row in _paragraphs(text)])
    words = _words_of(kept)
    done, overtaken = 0, True
    while overtaken:  # by another process: what it compared need not be compared again
        more, overtaken = _compare_all(kept, words, progress, at_once)
        done += more
    _regroup(archive, mark)
    return done


def regroup(archive: Archive) -> int:
    """Group anew what decisions and corrections touched; how many articles changed their group."""
    return _regroup(archive, archive.copies.mark(), whole=False)


def decide_pair(archive: Archive, said: str, ids: Sequence[str], *, because: str, who: str) -> int:
    """Let an analyst's word on two articles hold, `together` or `apart`; the decision's number."""
    number = archive.decide(ids, said, None, because=because, who=who)
    regroup(archive)
    return number


def _paragraphs(text: NewText) -> list[Paragraph]:
    rows = copies.paragraphs_beside(text.text)
    return [Paragraph(text.site, mark, beside, words) for mark, beside, words in rows]


def _words_of(kept: KeptCopies) -> Callable[[str], Words]:
    """How a text is read: without stock lines, background told apart."""
    repeated = kept.repeated()
    stock = frozenset(copies.stock_marks(repeated))
    kept.keep_stock(stock)
    background = frozenset(one.mark for one in repeated if copies.is_background(one.times))
    return partial(Words.of, stock=stock, background=background)


def _compare_all(
    kept: KeptCopies,
    words: Callable[[str], Words],
    progress: Callable[[int], None],
    at_once: int,
) -> tuple[int, bool]:
    """How many texts were compared, and whether another process came between."""
    done = 0
    for batch in kept.uncompared(at_once):
        try:
            saved = kept.save(_compare(kept, batch, words))
        except LookupError:  # a segment that another process has merged meanwhile
            saved = False
        if not saved:
            return done, True
        done += len(batch)
        progress(done)
    return done, False


def _compare(kept: KeptCopies, batch: Sequence[NewText], words: Callable[[str], Words]) -> Compared:
    store = _PendingStore(kept)

    def fetch(numbers: Collection[int]) -> Mapping[int, Words]:
        return {number: words(text) for number, text in kept.texts(numbers).items()}

    texts = {text.number: words(text.text) for text in batch}
    pairs = [
        _shared(one, other, found)
        for one, other, found in copies.shared(texts, SegmentIndex(store), fetch)
    ]
    segments = [(listed.level, listed.size, *arrays) for listed, arrays in store.new.values()]
    stock = {
        mark: fold_headline(line)
        for read in texts.values()
        for line in (read.text[start:end] for start, end in read.stock)
        if (mark := copies.paragraph_mark(line)) is not None
    }
    return Compared(list(texts), store.gone, segments, pairs, stock)


def _shared(one: int, other: int, found: copies.Comparison) -> Shared:
    spans = tuple(
        Span(p.kind, p.start, p.end, p.other_start, p.other_end, p.words, p.kept)
        for p in found.passages
    )
    return Shared(
        one, other, found.copy, found.words, found.other_words, found.kept, found.other_kept, spans
    )


def _regroup(archive: Archive, mark: int, *, whole: bool = True) -> int:
    links = archive.copies.ungrouped()
    found = groups(
        [Text(one.id, one.day, one.words, _rank(one)) for one in links.members],
        [Copy(*copy) for copy in links.copies],
        links.together,
        links.apart,
    )
    members = [group.members for group in found]
    origins = _origins(links.members, members)
    return archive.copies.save_groups(mark, links, members, origins, whole=whole)


def _rank(member: Grouped) -> int:
    """How near an article says it is to the origin: its own outlet wrote it, it states who did, it
    only suggests it, nothing is known."""
    if member.origin is not None and member.origin == member.outlet:
        return 0
    return {"stated": 1, "decided": 1, "inferred": 2}.get(member.origin_basis, 3)


def _origins(members: Sequence[Grouped], groups: Sequence[Sequence[str]]) -> Mapping[str, Derived]:
    """What to conclude of the members' origins from their copies, where it is not concluded yet."""
    by_id = {member.id: member for member in members}
    concluded: dict[str, Derived] = {}
    for group in groups:
        texts = [by_id[id] for id in group]
        witness = _witness(texts)
        for member in texts:
            if witness and member.origin_basis == "unknown":
                concluded[member.id] = _said_by(witness)
    nothing = Derived(None, None, "unknown")
    conclusions = {}
    for member in members:
        found = concluded.get(member.id, nothing)
        if (found.value, found.evidence) != (member.copied, member.copied_evidence):
            conclusions[member.id] = found
    return conclusions


def _witness(texts: Sequence[Grouped]) -> Grouped | None:
    """The first of the copies that says who wrote it, unless another says something else."""
    stating = [one for one in texts if one.origin and one.origin_basis in ("stated", "decided")]
    agreed = len({one.origin for one in stating}) == 1
    return stating[0] if agreed else None


def _said_by(witness: Grouped) -> Derived:
    says = witness.origin_evidence or "an analyst decided it"
    outlet = witness.outlet or "outlet unknown"
    evidence = f"shares its text with “{witness.headline}”, {outlet}, which says: {says}"
    confidence = round((witness.origin_confidence or 1.0) * _BELOW_STATED, 3)
    return Derived(witness.origin, confidence, "inferred", evidence)
