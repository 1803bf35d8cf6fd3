"""How good topics are, beside scikit-learn's LDA and plain NMF, in one run, with one setting for all sets.

    CLIPPINGS_MATERIAL=… python -m benchmarks.topics                  every table
    CLIPPINGS_MATERIAL=… python -m benchmarks.topics --tables scores  all sets, means over 10 … 50 topics
    CLIPPINGS_MATERIAL=… python -m benchmarks.topics --tables front   coherence against diversity
    CLIPPINGS_MATERIAL=… python -m benchmarks.topics --tables kept    ids over two runs, a tenth other texts
    CLIPPINGS_MATERIAL=… python -m benchmarks.topics --tables labels  how many labels are as they should be
    CLIPPINGS_MATERIAL=… python -m benchmarks.topics --pick SET       a sheet to ask someone with

Coherence is gensim's c_npmi (ten words, window 10, the set itself), checked against gensim in the run.
"other half": found on one half of the texts, words looked up in the other, the mean of six halves: one
alone moves by as much as is at stake. NMI: each text's first topic against its gold label; texts in none
are a group. `factors._OWN` is the least at which the words of OCTIS BBC are .90 different.
"""

import argparse
import importlib
import random
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from sklearn.decomposition import NMF, LatentDirichletAllocation
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.metrics import normalized_mutual_info_score

from benchmarks.coherence import Reference, by_gensim, diversity
from benchmarks.topic_labels import CONDITIONS, Uses
from benchmarks.topic_sets import SETS, Labelled, allsides, bbc
from clippings.topics import Text, Topic, topics, unnamed
from clippings.topics.words import read

COUNTS = (10, 20, 30, 40, 50)

PUBLISHED = """\
Published for OCTIS BBC (Grootendorst 2022, arXiv 2203.05794, table 1; coherence / diversity):
BERTopic-MPNET .167/.794, Top2Vec-Doc2Vec .171/.792, Top2Vec-MPNET -.027/.540, CTM .094/.819"""


HEAD = (
    "set         texts method     coherence diversity  of other  of other       NMI"
    "  assigned    topics   seconds"
)


class Answer(NamedTuple):
    """Each topic's ten words, and each text's topic (-1: none)."""

    words: list[list[str]]
    of_texts: list[int]


Method = Callable[[str, Sequence[list[str]], int], Answer]


def ours(language: str, texts: Sequence[list[str]], count: int) -> Answer:
    rows = [Text(str(number), "", " ".join(words), language) for number, words in enumerate(texts)]
    found = unnamed(read(rows)[0], count=count)
    best: dict[str, tuple[float, int]] = {}
    for number, topic in enumerate(found):
        for id, weight in topic.members.items():
            best[id] = max(best.get(id, (0.0, -1)), (weight, number))
    of_texts = [best.get(row.id, (0.0, -1))[1] for row in rows]
    return Answer([list(topic.terms) for topic in found], of_texts)


def nmf(language: str, texts: Sequence[list[str]], count: int) -> Answer:
    few = 2 if len(texts) < 1000 else 5
    vectors = TfidfVectorizer(analyzer=list, min_df=few, max_df=0.6, sublinear_tf=True)
    weights = vectors.fit_transform(texts)
    model = NMF(count, init="nndsvda", random_state=0, max_iter=200, tol=1e-3)
    return _answer(model.fit_transform(weights), model.components_, vectors.get_feature_names_out())


def lda(language: str, texts: Sequence[list[str]], count: int) -> Answer:
    vectors = CountVectorizer(analyzer=list, min_df=2 if len(texts) < 1000 else 5, max_df=0.6)
    counts = vectors.fit_transform(texts)
    model = LatentDirichletAllocation(count, random_state=0)
    return _answer(model.fit_transform(counts), model.components_, vectors.get_feature_names_out())


def _answer(of_texts: np.ndarray, of_words: np.ndarray, names: Sequence[str]) -> Answer:
    words = [[names[at] for at in np.argsort(-row, kind="stable")[:10]] for row in of_words]
    return Answer(words, of_texts.argmax(axis=1).tolist())


METHODS: dict[str, Method] = {"Clippings": ours, "NMF": nmf, "LDA": lda}


def halves(texts: Sequence[list[str]]) -> Iterator[tuple[list[list[str]], list[list[str]]]]:
    """Three times two halves, each once the one that topics are found on."""
    for seed in range(3):
        order = list(texts)
        random.Random(seed).shuffle(order)
        middle = len(order) // 2
        one, other = order[:middle], order[middle:]
        yield one, other
        yield other, one


def score(name: str, labelled: Labelled, counts: Sequence[int], chosen: Sequence[str]) -> None:
    texts = labelled.words()
    whole = Reference(texts)
    apart = [(half, Reference(other)) for half, other in halves(texts)]
    for method in chosen:
        rows = []
        for count in counts:
            start = time.perf_counter()
            found = METHODS[method](labelled.language, texts, count)
            seconds = time.perf_counter() - start
            carried = []
            for half, beside in apart:
                words = METHODS[method](labelled.language, half, count).words
                carried.append((beside.npmi(words), diversity(words)))
            rows.append(
                (
                    whole.npmi(found.words),
                    diversity(found.words),
                    *np.mean(carried, axis=0),
                    normalized_mutual_info_score(labelled.gold, found.of_texts),
                    np.mean([topic >= 0 for topic in found.of_texts]),
                    len(found.words),
                    seconds,
                )
            )
        line = " ".join(f"{value:9.3f}" for value in np.mean(rows, axis=0))
        print(f"{name:10} {len(texts):6,} {method:10} {line}", flush=True)


def check_coherence() -> None:
    """Stop if our coherence is not gensim's."""
    texts = SETS["OCTIS BBC"]().words()[:300]
    frequent = [word for word, _ in Counter(w for text in texts for w in text).most_common(120)]
    random.Random(0).shuffle(frequent)
    some = [frequent[at : at + 10] for at in range(0, 120, 10)]
    mine, theirs = Reference(texts).npmi(some), by_gensim(some, texts)
    assert abs(mine - theirs) < 1e-9, (mine, theirs)
    print(f"Coherence of twelve lists of words: {mine:.9f}; gensim says {theirs:.9f}.")


def front(options: argparse.Namespace) -> None:
    """Coherence against diversity on OCTIS BBC: what the one setting trades."""
    print(HEAD)
    counts = options.counts
    factors = importlib.import_module("clippings.topics.factors")
    kept = factors._OWN
    for weight in (0.0, kept, 0.25, 0.5, 1.0):
        factors._OWN = weight
        print(f"own words weigh {weight}{' (the setting)' if weight == kept else ''}")
        score("OCTIS BBC", SETS["OCTIS BBC"](), counts, ["Clippings"])
    factors._OWN = kept
    score("OCTIS BBC", SETS["OCTIS BBC"](), counts, ["NMF", "LDA"])


def kept(options: argparse.Namespace) -> None:
    """Two runs over nine tenths of a set each, the second from the first one's topics on."""
    print("set            texts   topics   ids kept  same first topic")
    for name in options.sets:
        texts = SETS[name]().texts
        random.Random(0).shuffle(texts)
        tenth = len(texts) // 10
        first = topics(texts[tenth:]).topics
        second = topics(texts[:-tenth], first).topics
        ids = {topic.id for topic in second}
        share = np.mean([topic.id in ids for topic in first])
        mine, theirs = _first_topics(first), _first_topics(second)
        both = [text.id for text in texts[tenth:-tenth] if text.id in mine]
        stay = np.mean([mine[id] == theirs.get(id) for id in both])
        print(f"{name:12} {len(texts):8,} {len(first):8} {share:10.3f} {stay:10.3f}", flush=True)


def _first_topics(found: Sequence[Topic]) -> dict[str, str]:
    best: dict[str, tuple[float, str]] = {}
    for topic in found:
        for id, weight in topic.members.items():
            best[id] = max(best.get(id, (0.0, "")), (weight, topic.id))
    return {id: topic for id, (_, topic) in best.items()}


LABELLED = {
    "BBC": bbc,
    "Reuters": SETS["Reuters"],
    "AllSides": allsides,
    "Persian": SETS["Persian"],
    "Arabic": SETS["Arabic"],
    "Albanian": SETS["Albanian"],
    "10kGNAD": SETS["10kGNAD"],
}


def label_table(_options: argparse.Namespace) -> None:
    """How many topics have a label that is as it should be, looked up in the texts anew."""
    print(f"{'set':10} topics  " + "  ".join((*CONDITIONS, "all")))
    for name, load in LABELLED.items():
        texts = load().texts
        found = topics(texts).topics
        uses = Uses(texts)
        rows = np.array([uses.standing(topic) for topic in found])
        shares = [*rows.mean(axis=0), rows.all(axis=1).mean()]
        line = "  ".join(
            f"{share:{len(title)}.2f}"
            for share, title in zip(shares, (*CONDITIONS, "all"), strict=True)
        )
        print(f"{name:10} {len(found):6}  {line}", flush=True)
        print("   ", " | ".join(topic.label for topic in found[:12]))


def sheet(name: str, into: Path) -> None:
    """Three articles of each topic and five labels, one of them right; the answers in another file."""
    texts = {text.id: text for text in LABELLED[name]().texts}
    found = topics(texts.values()).topics
    lot, questions, answers = random.Random(1), [], []
    for number, topic in enumerate(found, 1):
        first = sorted(topic.members, key=lambda id: (-topic.members[id], id))[:3]
        others = [other.label for other in found if other.id != topic.id]
        offered = [topic.label, *lot.sample(others, min(4, len(others)))]
        lot.shuffle(offered)
        questions.append(f"## {number}\n")
        questions += [f"* {texts[id].headline}: {texts[id].text[:300]!r}" for id in first]
        questions += [
            f"  {letter}) {label}" for letter, label in zip("abcde", offered, strict=False)
        ]
        answers.append(f"{number}\t{'abcde'[offered.index(topic.label)]}")
    into.mkdir(parents=True, exist_ok=True)
    (into / f"{name}-questions.md").write_text("\n".join(questions), encoding="utf8")
    (into / f"{name}-answers.tsv").write_text("\n".join(answers), encoding="utf8")
    print(f"{len(found)} questions in {into}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tables", nargs="+", choices=TABLES, default=[*TABLES])
    parser.add_argument("--pick", choices=LABELLED)
    parser.add_argument("--into", type=Path, default=Path("picks"))
    parser.add_argument("--sets", nargs="+", choices=SETS, default=list(SETS))
    parser.add_argument("--counts", nargs="+", type=int, default=COUNTS)
    parser.add_argument("--methods", nargs="+", choices=METHODS, default=list(METHODS))
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    if options.pick:
        return sheet(options.pick, options.into)
    for table in options.tables:
        TABLES[table](options)
        print()


def scores(options: argparse.Namespace) -> None:
    """Ours and the rivals', set by set."""
    check_coherence()
    print(HEAD)
    for name in options.sets:
        score(name, SETS[name](), options.counts, options.methods)
    print(PUBLISHED)


TABLES: dict[str, Callable[[argparse.Namespace], None]] = {
    "scores": scores,
    "front": front,
    "kept": kept,
    "labels": label_table,
}

if __name__ == "__main__":
    main()
