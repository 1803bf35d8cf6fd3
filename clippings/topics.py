"""Texts → recurring topics, each with a label in the words of the texts themselves.

Non-negative matrix factorisation of TF-IDF weights, for each language apart: Lee & Seung, Nature 401
(1999), as in scikit-learn. Labels are phrases that stand so in the texts, scored by how much of their
use falls into the topic. Paragraphs met before (copies, boilerplate) count once.
"""

import hashlib
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import stopwordsiso
from sklearn.decomposition import NMF
from sklearn.feature_extraction.text import TfidfVectorizer

from clippings.archive import Topic
from clippings.folding import fold_headline, spelled_tokens

VERSION = "1"

FEWEST_TEXTS = 6
"""A language with fewer texts has no recurring topics."""

_FITTED = 5_000
"""Texts that the topics are fitted to; all others are assigned to them."""

_TERMS = 10
_MEMBER = 0.25
"""An article is in a topic that makes up at least this share of it."""

_BREAK = re.compile(r"[.,;:!?()\[\]{}\"“”«»…؛،؟\n]|\s[-–—]\s|['’]s\b")

_ALBANIAN = """
    a ai ajo ata ato as asnjë atë aty be bë deri dhe do dy e edhe është i iu jam janë je jemi jeni jo ju
    juaj ka kam kanë ke kemi keni kete këtë këtij kësaj kjo këto këta ky kur ku kush ma me megjithëse mes
    më mos mu na ndaj ndër nën nëpër nëse ne në nga një nuk o ose pa para pas për përse po por prej që qe
    sa saj sapo se së sepse sesi si sipas t' ta te tek tha thanë thotë tij tij tyre të tjera tjerë tjetër
    tonë tuaj u unë ua vet vetë vetëm ishte ishin kishte kishin duke gjatë mund duhet çdo çfarë cili cila
""".split()


@dataclass(frozen=True, slots=True)
class _Text:
    """What is kept of an article: its id and its words, as runs without punctuation inside."""

    id: str
    runs: tuple[tuple[tuple[str, str], ...], ...]
    """Of each word the folded form and the spelling."""


def topics(texts: Iterable[tuple[str, str, str, str | None]]) -> list[Topic]:
    """The recurring topics of these articles (id, headline, text, language), biggest first.

    An article may be in several topics or in none. The same texts give the same topics.
    """
    by_language: dict[str, list[_Text]] = defaultdict(list)
    seen: set[str] = set()
    for id, headline, text, language in texts:
        if language is not None:
            by_language[language].append(_Text(id, _runs(headline, text, seen)))
    found = [
        topic
        for language, members in sorted(by_language.items())
        if len(members) >= FEWEST_TEXTS
        for topic in _topics(language, members)
    ]
    return sorted(found, key=lambda topic: (-len(topic.members), topic.id))


def _runs(headline: str, text: str, seen: set[str]) -> tuple[tuple[tuple[str, str], ...], ...]:
    """The words of headline and text between marks of punctuation; paragraphs seen before left out."""
    parts = [headline]
    for paragraph in text.split("\n\n"):
        key = fold_headline(paragraph)
        if key not in seen:
            seen.add(key)
            parts.append(paragraph)
    pieces = (piece for part in parts for piece in _BREAK.split(part))
    return tuple(
        tuple((token, piece[start:end]) for token, start, end in spelled_tokens(piece))
        for piece in pieces
        if piece.strip()
    )


def _topics(language: str, texts: Sequence[_Text]) -> list[Topic]:
    weights, shares, terms = _factors(language, texts)
    if not terms:
        return []
    phrases = _phrases(language, texts)
    members = [
        {texts[int(row)].id: round(float(shares[row, column]), 3) for row in np.flatnonzero(inside)}
        for column, inside in enumerate((shares >= _MEMBER).T)
    ]
    found, taken = [], set[str]()
    for column, ids in enumerate(members):
        order = np.argsort(-weights[column], kind="stable")[:_TERMS]
        words = [terms[index] for index in order if weights[column, index] > 0]
        if len(ids) < 2 or not words:
            continue
        label = _label(words, phrases, set(np.flatnonzero(shares[:, column] >= _MEMBER)), taken)
        taken.add(label)
        mark = hashlib.sha256(" ".join([language, *sorted(words[:5])]).encode()).hexdigest()[:8]
        found.append(Topic(mark, label, tuple(words), language, ids))
    return found


def _factors(language: str, texts: Sequence[_Text]) -> tuple[Any, Any, list[str]]:
    """Topics × terms, texts × topics (each row's shares, adding up to 1 or 0), and the terms."""
    stop = _stop_words(language)
    documents = [
        [word for run in text.runs for word, _ in run if len(word) > 2 and not word.isdigit()]
        for text in texts
    ]
    vectorizer = TfidfVectorizer(
        analyzer=lambda words: [word for word in words if word not in stop],
        min_df=2 if len(texts) < 1000 else 5,
        max_df=0.6 if len(texts) >= 20 else 0.9,
        max_features=20_000,
        sublinear_tf=True,
    )
    step = max(1, len(texts) // _FITTED)
    try:
        fitted = vectorizer.fit_transform(documents[::step])
    except ValueError:  # no word stands in two texts
        return None, None, []
    model = NMF(
        _how_many(len(texts), fitted.shape), init="nndsvd", random_state=0, max_iter=400, tol=1e-3
    )
    model.fit(fitted)
    loads = model.transform(fitted if step == 1 else vectorizer.transform(documents))
    totals = loads.sum(axis=1, keepdims=True)
    shares = np.divide(loads, totals, out=np.zeros_like(loads), where=totals > 0)
    return model.components_, shares, list(vectorizer.get_feature_names_out())


def _how_many(texts: int, shape: tuple[int, int]) -> int:
    """Some three topics for ten texts, eight for a hundred, fifty from five thousand on."""
    return max(2, min(round(0.8 * math.sqrt(texts)), 50, *shape))


def _phrases(
    language: str, texts: Sequence[_Text]
) -> dict[tuple[str, ...], tuple[set[int], Counter[str]]]:
    """Runs of two to four words that stand in at least two texts, no stop-word at either end: the
    numbers of the texts, and how often in which spelling."""
    stop = _stop_words(language)
    found: dict[tuple[str, ...], tuple[set[int], Counter[str]]] = {}
    for number, text in enumerate(texts[:_FITTED]):
        for run in text.runs:
            for start, length in _windows(run, stop):
                words = run[start : start + length]
                entry = found.setdefault(tuple(word for word, _ in words), (set(), Counter()))
                entry[0].add(number)
                entry[1][" ".join(spelling for _, spelling in words)] += 1
    return {words: entry for words, entry in found.items() if len(entry[0]) >= 2}


def _windows(run: Sequence[tuple[str, str]], stop: frozenset[str]) -> Iterable[tuple[int, int]]:
    fit = [word not in stop and len(word) > 1 and not word.isdigit() for word, _ in run]
    for start in range(len(run)):
        for length in (2, 3, 4):
            if start + length <= len(run) and fit[start] and fit[start + length - 1]:
                yield start, length


def _label(
    terms: Sequence[str],
    phrases: dict[tuple[str, ...], tuple[set[int], Counter[str]]],
    members: set[int],
    taken: set[str],
) -> str:
    """The phrase most at home in the topic, as it is mostly written; else its first two terms."""
    rank = {term: 1 / (1 + place) for place, term in enumerate(terms)}
    best, best_score = " · ".join(terms[:2]), 0.0
    for words, (numbers, spellings) in phrases.items():
        weight = sum(rank.get(word, 0.0) for word in words) / len(words) ** 0.5
        inside = len(numbers & members)
        if not weight or inside < 2:
            continue
        score = weight * inside / len(numbers) * inside**0.5
        spelling = spellings.most_common(1)[0][0]
        if score > best_score and spelling not in taken:
            best, best_score = spelling, score
    return best


@cache
def _stop_words(language: str) -> frozenset[str]:
    """Words that say nothing of a subject, folded as the texts are."""
    words = set(stopwordsiso.stopwords(language)) if stopwordsiso.has_lang(language) else set()
    words |= set(_ALBANIAN) if language == "sq" else set()
    return frozenset(token for word in words for token in fold_headline(word).split())
