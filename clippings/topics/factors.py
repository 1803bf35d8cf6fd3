"""Counts of words → the topics' words: non-negative factors of TF-IDF weights.

Lee & Seung, Nature 401 (1999), as in scikit-learn; started from the topics kept from before.
"""

import math
import warnings
from typing import Any

import numpy as np
from scipy import sparse
from sklearn.decomposition import NMF
from sklearn.exceptions import ConvergenceWarning
from threadpoolctl import threadpool_limits

_FEW_STEPS = 10
"""How far topics go from where they were before: far enough to follow, not to become others."""

_WORDS = 12_000
"""Words that topics are found by, the most frequent."""

_OWN = 0.12
"""How much it tells against a term that it weighs in other topics: more makes the terms more different and
carry over less to other texts, see `benchmarks/topics.py`."""

_ALIKE = 0.5
"""Cosine from which on two topics are one."""


def weighed(counts: Any) -> tuple[Any, Any, Any]:
    """TF-IDF weights of length 1, the columns they are of, and each column's rarity.

    Single precision is enough for factors, and takes half the time.
    """
    texts = counts.shape[0]
    in_texts = np.bincount(counts.indices, minlength=counts.shape[1])
    most = 0.6 if texts >= 20 else 0.9
    known = np.flatnonzero((in_texts >= (2 if texts < 1000 else 5)) & (in_texts <= most * texts))
    if len(known) > _WORDS:
        known = np.sort(known[np.argsort(-in_texts[known], kind="stable")[:_WORDS]])
    rarity = np.log((1 + texts) / (1 + in_texts[known])) + 1
    weights = counts[:, known].astype(np.float64)
    weights.data = 1 + np.log(weights.data)
    weights = weights @ sparse.diags(rarity)
    lengths = np.sqrt(weights.multiply(weights).sum(axis=1)).A1
    lengths[lengths == 0] = 1
    weights = (sparse.diags(1 / lengths) @ weights).tocsr()
    return weights.astype(np.float32), known, rarity


def how_many(texts: int) -> int:
    """The most that are looked for: some three topics for ten texts, eight for a hundred, fifty from four
    thousand on. Those that turn out alike are one, and those of fewer than the `fewest` texts are none."""
    return max(2, min(round(0.8 * math.sqrt(texts)), 50))


def fewest(texts: int) -> float:
    """The texts that a topic is the first of, a fifth of what the most topics would have each."""
    return math.sqrt(texts) / 4


def factors(weights: Any, start: Any, count: int) -> Any:
    """Topics × words, each of length 1; the first topics are those of the start, if there are any."""
    count = max(len(start), min(count, *weights.shape))
    if count > len(start) and len(start):
        worst = np.argsort(_fit(weights, start), kind="stable")[: max(count, weights.shape[0] // 4)]
        start = np.vstack([start, _factored(weights[np.sort(worst)], count - len(start))])
    return _factored(weights, count, start if len(start) else None)


def _fit(weights: Any, topics: Any) -> Any:
    """How near each text is to its nearest topic."""
    return np.asarray(weights @ topics.T).max(axis=1)


def _factored(weights: Any, count: int, start: Any = None) -> Any:
    count = max(1, min(count, *weights.shape))
    # The many small products wait for a second thread longer than they take, up to nine times so.
    with threadpool_limits(1), warnings.catch_warnings():
        # A start that already is the answer leaves only rounding to improve on, which some
        # processors' arithmetic never does: it is reported as not converging.
        warnings.simplefilter("ignore", ConvergenceWarning)
        # Of texts that are nearly one, rounding leaves a root of less than nothing, which counts as 0.
        warnings.simplefilter("ignore", RuntimeWarning)
        if start is None:
            model = NMF(count, init="nndsvda", random_state=0, max_iter=200, tol=1e-3)
            model.fit(weights)
        else:
            model = NMF(len(start), init="custom", max_iter=_FEW_STEPS, tol=1e-3)
            start = np.maximum(start, 1e-9).astype(np.float32)
            loads = np.maximum(np.asarray(weights @ start.T), 1e-6)
            model.fit_transform(weights, W=loads, H=start)
    return scaled(model.components_.astype(np.float64))


def own(topics: Any) -> Any:
    """What tells each topic: its words' weights, less for a word that others have too."""
    of_all = topics.sum(axis=0, keepdims=True)
    share = np.divide(topics, of_all, out=np.zeros_like(topics), where=of_all > 0)
    return topics * share**_OWN


def apart(topics: Any, kept: int) -> Any:
    """The topics without those that say what an earlier one says; the first so many are all kept."""
    alike = topics @ topics.T
    chosen = list(range(kept))
    for number in range(kept, len(topics)):
        if not any(alike[number, other] >= _ALIKE for other in chosen):
            chosen.append(number)
    return topics[chosen]


def scaled(rows: Any) -> Any:
    """Rows of length 1, or 0."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.divide(rows, lengths, out=np.zeros_like(rows), where=lengths > 0)
