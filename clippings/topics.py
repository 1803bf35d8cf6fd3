"""Texts → recurring topics, each with a label in the words of the texts themselves.

Non-negative matrix factorisation of TF-IDF weights, for each language apart: Lee & Seung, Nature 401
(1999), as in scikit-learn. Labels are phrases that stand so in the texts, scored by how much of their
use falls into the topic. Paragraphs met before (copies, boilerplate) count once.
"""

import hashlib
import math
import re
import warnings
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

import numpy as np
import stopwordsiso
from sklearn.decomposition import NMF
from sklearn.exceptions import ConvergenceWarning
from sklearn.feature_extraction.text import TfidfVectorizer

from clippings.archive import Topic
from clippings.archive.topics import TopicEvent
from clippings.folding import fold_headline, spelled_tokens, tokens

VERSION = "1"

FEWEST_TEXTS = 6
"""A language with fewer texts has no recurring topics."""

_FITTED = 3_000
"""Texts that the topics are fitted to, and whose phrases name them; all others are assigned."""

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
    """Of each word the folded form and the spelling; paragraphs met before left out."""
    words: tuple[str, ...]
    """All of its folded words."""
    fresh: bool
    """Whether most of it was not met before: topics are found in these, copies only join them."""


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Some words that stand together, the texts they do so in, and how they are spelled there."""

    words: tuple[str, ...]
    texts: set[int] = field(default_factory=set)
    spellings: Counter[str] = field(default_factory=Counter)

    @property
    def spelling(self) -> str:
        return self.spellings.most_common(1)[0][0]


Given = tuple[str, str, str, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Found:
    """The topics of a fit, and what became of those before."""

    topics: list[Topic]
    events: list[TopicEvent]


def topics(
    texts: Iterable[Given], before: Sequence[Topic] = (), *, count: int | None = None
) -> Found:
    """The recurring topics of these articles, biggest first; those of before keep their ids."""
    found, events, left = [], [], list(before)
    for topic in _found(texts, count):
        alike = [
            (
                len(set(topic.members) & set(old.members))
                / len(set(topic.members) | set(old.members)),
                old,
            )
            for old in left
            if old.members
        ]
        share, old = max(alike, key=lambda one: one[0], default=(0.0, None))
        if old is not None and share > 0.4:
            left.remove(old)
            topic = replace(topic, id=old.id, label=old.label)
        else:
            events.append(TopicEvent("born", topic.id, topic.label))
        found.append(topic)
    events += [TopicEvent("ended", old.id, old.label) for old in left]
    return Found(found, events)


def assigned(texts: Iterable[Given], topics: Sequence[Topic]) -> dict[str, dict[str, float]]:
    """Each text's topics."""
    answer: dict[str, dict[str, float]] = {}
    for id, headline, text, language, _ in texts:
        said = set(tokens(headline + " " + text))
        loads = {
            topic.id: sum(w for word, w in topic.weights.items() if word in said)
            for topic in topics
            if topic.language == language
        }
        total = sum(loads.values())
        answer[id] = {
            topic: round(load / total, 3)
            for topic, load in loads.items()
            if total and load / total >= _MEMBER
        }
    return answer


def why(topic: Topic, text: Given) -> list[tuple[str, float]]:
    """The words of the text that weigh for the topic, with their shares."""
    said = set(tokens(text[1] + " " + text[2]))
    held = {word: weight for word, weight in topic.weights.items() if word in said}
    total = sum(held.values())
    ranked = sorted(held.items(), key=lambda one: (-one[1], one[0]))
    return [(word, weight / total) for word, weight in ranked]


def _found(texts: Iterable[Given], count: int | None) -> list[Topic]:
    by_language: dict[str, list[_Text]] = defaultdict(list)
    seen: set[str] = set()
    for id, headline, text, language, _ in texts:
        if language is not None:
            by_language[language].append(_read(id, headline, text, seen))
    found = [
        topic
        for language, members in sorted(by_language.items())
        if len(members) >= FEWEST_TEXTS
        for topic in _topics(language, members, count)
    ]
    return sorted(found, key=lambda topic: (-len(topic.members), topic.id))


def _read(id: str, headline: str, text: str, seen: set[str]) -> _Text:
    """What is kept of an article; its paragraphs are added to those seen."""
    fresh, known = [headline], 0
    for paragraph in text.split("\n\n"):
        key = fold_headline(paragraph)
        if key in seen:
            known += len(paragraph)
        else:
            seen.add(key)
            fresh.append(paragraph)
    runs = tuple(
        tuple((token, piece[start:end]) for token, start, end in spelled_tokens(piece))
        for part in fresh
        for piece in _BREAK.split(part)
        if piece.strip()
    )
    words = tokens(f"{headline}\n{text}") if known else [word for run in runs for word, _ in run]
    said = tuple(word for word in words if len(word) > 2 and not word.isdigit())
    return _Text(id, runs, said, fresh=known <= len(text) / 2)


def _topics(language: str, texts: Sequence[_Text], count: int | None) -> list[Topic]:
    weights, shares, terms = _factors(language, texts, count)
    if not terms:
        return []
    leading = [_leading(row, terms) for row in weights]
    phrases = _phrases(language, texts, {word for words in leading for word in words})
    found, taken = [], set[str]()
    for words, share in zip(leading, shares.T, strict=True):
        inside = np.flatnonzero(share >= _MEMBER)
        if len(inside) < 2 or not words:
            continue
        label = _label(words, phrases, set(inside.tolist()), taken)
        taken.add(label)
        mark = hashlib.sha256(" ".join([language, *sorted(words[:5])]).encode()).hexdigest()[:8]
        members = {texts[row].id: round(float(share[row]), 3) for row in inside.tolist()}
        row = weights[leading.index(words)]
        top = np.argsort(-row)[:200]
        said = {terms[i]: round(float(row[i]), 4) for i in top if row[i] > 0}
        found.append(Topic(mark, label, tuple(words), language, members, said))
    return found


def _leading(weights: Any, terms: Sequence[str]) -> list[str]:
    """The terms of most weight in one topic."""
    order = np.argsort(-weights, kind="stable")[:_TERMS]
    return [terms[index] for index in order if weights[index] > 0]


def _factors(
    language: str, texts: Sequence[_Text], count: int | None
) -> tuple[Any, Any, list[str]]:
    """Topics × terms, texts × topics (each row's shares, adding up to 1 or 0), and the terms."""
    stop = _stop_words(language)
    fresh = [text for text in texts if text.fresh]
    vectorizer = TfidfVectorizer(
        analyzer=lambda words: [word for word in words if word not in stop],
        min_df=2 if len(fresh) < 1000 else 5,
        max_df=0.6 if len(fresh) >= 20 else 0.9,
        max_features=20_000,
        sublinear_tf=True,
    )
    step = max(1, len(fresh) // _FITTED)
    try:
        fitted = vectorizer.fit_transform([_fresh_words(text) for text in fresh[::step]])
    except ValueError:  # no word stands in two texts
        return None, None, []
    model = NMF(
        count or _how_many(len(fresh), fitted.shape),
        init="nndsvd",
        random_state=0,
        max_iter=200,
        tol=1e-3,
    )
    with warnings.catch_warnings():
        # A start that already is the answer leaves only rounding to improve on, which some
        # processors' arithmetic never does: it is reported as not converging.
        warnings.simplefilter("ignore", ConvergenceWarning)
        # Of texts that are nearly one, rounding leaves a root of less than nothing, which counts as 0.
        warnings.simplefilter("ignore", RuntimeWarning)
        model.fit(fitted)
    loads = model.transform(vectorizer.transform([text.words for text in texts]))
    totals = loads.sum(axis=1, keepdims=True)
    shares = np.divide(loads, totals, out=np.zeros_like(loads), where=totals > 0)
    return model.components_, shares, list(vectorizer.get_feature_names_out())


def _fresh_words(text: _Text) -> list[str]:
    """The words of what was not met before."""
    return [word for run in text.runs for word, _ in run if len(word) > 2 and not word.isdigit()]


def _how_many(texts: int, shape: tuple[int, int]) -> int:
    """Some three topics for ten texts, eight for a hundred, fifty from five thousand on."""
    return max(2, min(round(0.8 * math.sqrt(texts)), 50, *shape))


def _phrases(language: str, texts: Sequence[_Text], leading: set[str]) -> dict[str, list[_Phrase]]:
    """By each leading term its phrases: two to four words that stand so in at least two texts, no
    stop-word at either end."""
    stop = _stop_words(language)
    found: dict[tuple[str, ...], _Phrase] = {}
    fresh = [number for number, text in enumerate(texts) if text.fresh]
    for number in fresh[:: max(1, len(fresh) // _FITTED)]:
        for run in texts[number].runs:
            for start, length in _windows(run, stop, leading):
                words = tuple(word for word, _ in run[start : start + length])
                phrase = found.setdefault(words, _Phrase(words))
                phrase.texts.add(number)
                phrase.spellings[" ".join(part for _, part in run[start : start + length])] += 1
    by_term: dict[str, list[_Phrase]] = defaultdict(list)
    for phrase in found.values():
        if len(phrase.texts) >= 2:
            for word in leading.intersection(phrase.words):
                by_term[word].append(phrase)
    return by_term


def _windows(
    run: Sequence[tuple[str, str]], stop: frozenset[str], leading: set[str]
) -> Iterable[tuple[int, int]]:
    """Where the phrases around a leading term begin, and how long they are."""
    places = [place for place, (word, _) in enumerate(run) if word in leading]
    ends = {place for place, (word, _) in enumerate(run) if _may_end(word, stop)}
    around = {
        (start, length)
        for place in places
        for length in (2, 3, 4)
        for start in range(max(0, place - length + 1), min(place, len(run) - length) + 1)
    }
    return (
        (start, length)
        for start, length in sorted(around)
        if start in ends and start + length - 1 in ends
    )


def _may_end(word: str, stop: frozenset[str]) -> bool:
    return word not in stop and len(word) > 1 and not word.isdigit()


def _label(
    terms: Sequence[str],
    phrases: Mapping[str, Sequence[_Phrase]],
    members: set[int],
    taken: set[str],
) -> str:
    """The phrase most at home in the topic, as it is mostly written; else its first two terms."""
    rank = {term: 1 / (1 + place) for place, term in enumerate(terms)}
    best, best_score = " · ".join(terms[:2]), 0.0
    for phrase in (phrase for term in terms for phrase in phrases.get(term, ())):
        inside = len(phrase.texts & members)
        if inside < 2:
            continue
        weight = sum(rank.get(word, 0.0) for word in phrase.words) / math.sqrt(len(phrase.words))
        score = weight * inside / len(phrase.texts) * math.sqrt(inside)
        if score > best_score and phrase.spelling not in taken:
            best, best_score = phrase.spelling, score
    return best


@cache
def _stop_words(language: str) -> frozenset[str]:
    """Words that say nothing of a subject, folded as the texts are."""
    words = set(stopwordsiso.stopwords(language)) if stopwordsiso.has_lang(language) else set()
    words |= set(_ALBANIAN) if language == "sq" else set()
    return frozenset(token for word in words for token in fold_headline(word).split())
