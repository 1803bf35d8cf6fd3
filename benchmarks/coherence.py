"""How well topics' words go together: gensim's `c_npmi`, without its loop over every window.

gensim slides a window over each text and, when a word leaves it, forgets that word though a second copy of
it may still stand inside. That is copied here, so that the figures compare with published ones;
`python -m benchmarks.topics` computes some with gensim itself in the same run and stops if they differ.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy import sparse

WINDOW = 10
_EPSILON = 1e-12


class Reference:
    """A corpus that topics' words are looked up in."""

    def __init__(self, texts: Sequence[Sequence[str]]) -> None:
        self._numbers: dict[str, int] = {}
        numbers = self._numbers
        flat = [numbers.setdefault(word, len(numbers)) for text in texts for word in text]
        lengths = np.array([len(text) for text in texts])
        self._words = np.array(flat, dtype=np.int64)
        self._texts = np.repeat(np.arange(len(texts)), lengths)
        starts = np.cumsum(lengths) - lengths
        self._places = np.arange(len(flat)) - np.repeat(starts, lengths)
        self._windows = np.maximum(lengths - WINDOW + 1, 1)
        self._longest = int(lengths.max(initial=1)) + 1

    def npmi(self, topics: Sequence[Sequence[str]]) -> float:
        """The mean over topics of the mean over their pairs of words; words that the corpus does not
        have count as never standing beside another."""
        words = sorted({word for topic in topics for word in topic})
        columns = {word: column for column, word in enumerate(words)}
        beside, total = self._together(words)
        alone = beside.diagonal()
        with np.errstate(divide="ignore", invalid="ignore"):
            joint = beside / total
            chance = np.outer(alone, alone) / total**2
            table = np.log((joint + _EPSILON) / chance) / -np.log(joint + _EPSILON)
        table[chance == 0] = 0.0
        return float(np.mean([_pairs(table, [columns[w] for w in topic]) for topic in topics]))

    def _together(self, words: Sequence[str]) -> tuple[Any, int]:
        """In how many windows each two words stand, and how many windows the texts with any have."""
        column_of = np.full(len(self._numbers), -1)
        for column, word in enumerate(words):
            if word in self._numbers:
                column_of[self._numbers[word]] = column
        at = np.flatnonzero(column_of[self._words] >= 0)
        texts, places, columns = self._texts[at], self._places[at], column_of[self._words[at]]
        relevant = np.unique(texts)
        firsts = np.zeros(len(self._windows), dtype=np.int64)
        firsts[relevant] = np.cumsum(self._windows[relevant]) - self._windows[relevant]
        # A copy of a word is in from the window it comes into until the first of the copies then inside goes.
        enters = np.maximum(places - WINDOW + 1, 0)
        group = (texts * len(words) + columns) * self._longest
        keys = np.sort(group + places)
        leaves = keys[np.searchsorted(keys, group + enters)] % self._longest + 1
        spans = np.minimum(leaves, self._windows[texts]) - enters
        rows = np.repeat(firsts[texts] + enters, spans) + _counted(spans)
        total = int(self._windows[relevant].sum())
        cells = (np.ones(len(rows)), (rows, np.repeat(columns, spans)))
        inside = sparse.csr_matrix(cells, shape=(total, len(words))).sign()
        return (inside.T @ inside).toarray(), total


def _counted(spans: Any) -> Any:
    """0, 1, … up to each span's length, one after the other."""
    return np.arange(spans.sum()) - np.repeat(np.cumsum(spans) - spans, spans)


def _pairs(table: Any, columns: Sequence[int]) -> float:
    values = [table[a, b] for i, a in enumerate(columns) for b in columns[:i]]
    return float(np.mean(values)) if values else 0.0


def diversity(topics: Sequence[Sequence[str]]) -> float:
    """The share of different words among all topics' words."""
    words = [word for topic in topics for word in topic]
    return len(set(words)) / len(words) if words else 0.0


def by_gensim(topics: Sequence[Sequence[str]], texts: Sequence[Sequence[str]]) -> float:
    """The referee's own figure."""
    from gensim.corpora import Dictionary
    from gensim.models import CoherenceModel

    model = CoherenceModel(
        topics=[list(topic) for topic in topics],
        texts=[list(text) for text in texts],
        dictionary=Dictionary(texts),
        coherence="c_npmi",
        window_size=WINDOW,
        topn=max(map(len, topics)),
        processes=1,
    )
    return float(model.get_coherence())
