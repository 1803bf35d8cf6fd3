"""Texts → the words that tell of their subjects, counted once for each language."""

from array import array
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

import numpy as np
import stopwordsiso
from scipy import sparse

from clippings.folding import fold_headline, tokens

_SAMPLE = 6_000
"""Texts of a language that topics are fitted to and named by; all others are assigned."""

_VOCABULARY = 3_000_000
"""A language's words beyond these, the latest met, are not looked at."""

_AT_ONCE = 500_000
"""Words read before they are counted."""

_ALBANIAN = """
    a ai ajo ata ato as asnjë atë aty be bë deri dhe do dy e edhe është i iu jam janë je jemi jeni jo ju
    juaj ka kam kanë ke kemi keni kete këtë këtij kësaj kjo këto këta ky kur ku kush ma me megjithëse mes
    më mos mu na ndaj ndër nën nëpër nëse ne në nga një nuk o ose pa para pas për përse po por prej që qe
    sa saj sapo se së sepse sesi si sipas t' ta te tek tha thanë thotë tij tij tyre të tjera tjerë tjetër
    tonë tuaj u unë ua vet vetë vetëm ishte ishin kishte kishin duke gjatë mund duhet çdo çfarë cili cila
""".split()


class Text(NamedTuple):
    """What topics are found in: an article, and who it is from."""

    id: str
    headline: str
    text: str
    language: str | None
    source: str | None = None
    """Its origin, or else its outlet: a phrase of one source only is no one else's word."""


class Sampled(NamedTuple):
    """A text that topics are named by: its place in the corpus, and what of it was not met before."""

    row: int
    headline: str
    paragraphs: tuple[str, ...]
    source: str | None


class _Numbers(dict[str, int]):
    """Each word's number; -1 for a word that says nothing of a subject."""

    def __init__(self, names: list[str], stop: Iterable[str]) -> None:
        super().__init__(dict.fromkeys(stop, -1))
        self._names = names

    def __missing__(self, word: str) -> int:
        if len(word) <= 2 or word.isdigit() or len(self._names) >= _VOCABULARY:
            return -1
        number = self[word] = len(self._names)
        self._names.append(word)
        return number


class Corpus:
    """The counted words of all texts of one language, and some of the texts themselves."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.ids: list[str] = []
        self.names: list[str] = []
        """The words, by their numbers."""
        self.numbers: Mapping[str, int] = _Numbers(self.names, stop_words(language))
        self.sample: list[Sampled] = []
        self._seen: set[int] = set()
        self._step = 1
        self._fresh = 0
        self._read, self._lengths = array("i"), array("i")
        """The words of the texts that are not counted yet, one after another."""
        self._words, self._counts = array("i"), array("H")
        self._ends = array("q", [0])

    def add(self, text: Text) -> None:
        """Count a text; paragraphs met before are left out, unless they are most of it."""
        words = tokens(text.headline)
        fresh: list[str] = []
        again: list[str] = []
        for paragraph in text.text.split("\n\n"):
            more = tokens(paragraph)
            key = hash(tuple(more))
            if key in self._seen:
                again += more
            else:
                self._seen.add(key)
                fresh.append(paragraph)
                words += more
        if len(again) > len(words):  # a copy: it joins topics, but makes none
            words += again
        else:
            self._keep(Sampled(len(self.ids), text.headline, tuple(fresh), text.source))
        self._read.extend(map(self.numbers.__getitem__, words))
        self._lengths.append(len(words))
        self.ids.append(text.id)
        if len(self._read) >= _AT_ONCE:
            self._count()

    def _keep(self, sampled: Sampled) -> None:
        """Every text at first, then every second, every fourth …, so that memory stays bounded."""
        if self._fresh % self._step == 0:
            self.sample.append(sampled)
            if len(self.sample) > _SAMPLE:
                self.sample = self.sample[::2]
                self._step *= 2
        self._fresh += 1

    def _count(self) -> None:
        """Count the words read, those of many texts at once."""
        words = np.array(self._read, dtype=np.int32)
        rows = np.repeat(np.arange(len(self._lengths), dtype=np.int32), self._lengths)
        told = words >= 0
        entries = (np.ones(told.sum(), dtype=np.float32), (rows[told], words[told]))
        table = sparse.csr_matrix(entries, shape=(len(self._lengths), len(self.names)))
        self._words.frombytes(table.indices.astype(np.int32).tobytes())
        self._counts.frombytes(np.minimum(table.data, 65_535).astype(np.uint16).tobytes())
        self._ends.frombytes((self._ends[-1] + table.indptr[1:].astype(np.int64)).tobytes())
        self._read, self._lengths = array("i"), array("i")

    def matrix(self) -> Any:
        """Texts × words: how often each stands in each."""
        self._count()
        return sparse.csr_matrix(
            (
                np.frombuffer(self._counts, dtype=np.uint16).astype(np.float32),
                np.frombuffer(self._words, dtype=np.int32),
                np.frombuffer(self._ends, dtype=np.int64),
            ),
            shape=(len(self.ids), len(self.names)),
        )


def read(texts: Iterable[Any]) -> list[Corpus]:
    """A corpus for each language, in the order of its code; texts of unknown language are left out."""
    corpora: dict[str, Corpus] = {}
    for row in texts:
        text = Text(*row)
        if text.language is not None:
            corpus = corpora.get(text.language)
            if corpus is None:
                corpus = corpora[text.language] = Corpus(text.language)
            corpus.add(text)
    return [corpora[language] for language in sorted(corpora)]


@cache
def stop_words(language: str) -> frozenset[str]:
    """Words that say nothing of a subject, folded as the texts are."""
    words = set(stopwordsiso.stopwords(language)) if stopwordsiso.has_lang(language) else set()
    words |= set(_ALBANIAN) if language == "sq" else set()
    return frozenset(token for word in words for token in fold_headline(word).split())
