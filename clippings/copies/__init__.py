"""Texts in, copies and passages out: who carries the same text, which part of it, and what changed.

`words`: a text as numbers; `fingerprints`, `segments`, `asking`, `index`: which texts share some, and what
an engine keeps for that; `alignment`, `passages`: what two texts share, and whether one is a copy;
`finding`: all of these for new texts; `groups`: copies around their first text; `diff`: two texts side by
side; `stock`: lines that tell nothing.

What an archive keeps, so that all of it is built as articles arrive:

- paragraphs (site, mark, beside), each once, as `paragraphs_beside` tells them: how often `is_stock` and
  `is_background` need;
- the segments of a `SegmentStore`, of the current texts, by numbers of its own; a text that changes gets a
  new number, and `shared` leaves out what can no longer be fetched;
- of each pair that `shared` yields the two texts, the figures of the `Comparison` and its passages; `groups`
  makes groups of the pairs that are copies and of what analysts said, after every load and decision.
"""

from clippings.copies.asking import Candidate, candidates
from clippings.copies.diff import Diff, Stretch, diff
from clippings.copies.finding import shared
from clippings.copies.fingerprints import VERSION, fingerprints
from clippings.copies.groups import Copy, Group, Text, groups
from clippings.copies.index import Index, Listed, MemoryStore, SegmentIndex, SegmentStore
from clippings.copies.passages import COPY, Comparison, Passage, compare
from clippings.copies.segments import Segment, merge
from clippings.copies.stock import (
    StockCounter,
    is_background,
    is_stock,
    paragraphs_beside,
    stock_marks,
    texts_without_stock,
    without_stock,
)
from clippings.copies.words import Words, paragraph_mark

__all__ = [
    "COPY",
    "VERSION",
    "Candidate",
    "Comparison",
    "Copy",
    "Diff",
    "Group",
    "Index",
    "Listed",
    "MemoryStore",
    "Passage",
    "Segment",
    "SegmentIndex",
    "SegmentStore",
    "StockCounter",
    "Stretch",
    "Text",
    "Words",
    "candidates",
    "compare",
    "diff",
    "fingerprints",
    "groups",
    "is_background",
    "is_stock",
    "merge",
    "paragraph_mark",
    "paragraphs_beside",
    "shared",
    "stock_marks",
    "texts_without_stock",
    "without_stock",
]
