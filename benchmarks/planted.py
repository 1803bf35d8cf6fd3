"""Real articles, and copies made of them in known ways."""

import itertools
import json
import lzma
import os
import random
from collections.abc import Iterator
from pathlib import Path

MATERIAL = Path(os.environ["CLIPPINGS_MATERIAL"])
SOURCES = (
    ("news/allsides-articles.jsonl.xz", lambda row: row["text"]),
    ("metadata/fundus.jsonl.xz", lambda row: fundus_text(row["gold"]["body"])),
    ("languages/persian-fars-news.jsonl.xz", lambda row: "\n\n".join(row["paragraphs"])),
    ("languages/arabic-hespress-jazeera.jsonl.xz", lambda row: row["text"]),
    ("languages/albanian-news.jsonl.xz", lambda row: row["text"]),
)
KINDS = ("5 % changed", "10 % changed", "20 % changed", "cut to 30 %", "inside 3 x", "reordered",
         "punctuation", "all of these")  # fmt: skip
GOALS = (0.99, 0.97, 0.65, 0.99, 0.99, 0.99, 0.99)
Pair = tuple[int, int]


def fundus_text(body: list[dict[str, list[str]]] | None) -> str:
    return "\n\n".join(
        line for part in body or [] for line in part["headline"] + part["paragraphs"]
    )


def real_texts(rng: random.Random) -> list[list[str]]:
    """The texts of at least 80 words of each corpus, shuffled."""
    found = []
    for name, text in SOURCES:
        with lzma.open(MATERIAL / "corpora" / name, "rt", encoding="utf-8") as lines:
            texts = [text(json.loads(line)) for line in lines]
        texts = [text for text in dict.fromkeys(texts) if len(text.split()) >= 80]
        rng.shuffle(texts)
        found.append(texts)
    return found


def changed(text: str, share: float, words: list[str], rng: random.Random) -> str:
    """Exactly this share of words changed: 60 % replaced, 20 % dropped, 20 % with a word added."""
    paragraphs = [paragraph.split() for paragraph in text.split("\n\n")]
    spots = [(p, w) for p, paragraph in enumerate(paragraphs) for w in range(len(paragraph))]
    for p, w in rng.sample(spots, round(share * len(spots))):
        other, fate = rng.choice(words), rng.random()
        old = paragraphs[p][w]
        paragraphs[p][w] = other if fate < 0.6 else "" if fate < 0.8 else f"{old} {other}"
    return "\n\n".join(" ".join(paragraph) for paragraph in paragraphs)


def sentences(text: str) -> list[str]:
    parts, start = [], 0
    for place in range(len(text) - 1):
        if text[place] in ".!?؟…\n" and text[place + 1].isspace():
            parts.append(text[start : place + 1].strip())
            start = place + 1
    return [part for part in [*parts, text[start:].strip()] if part]


def planted(
    kind: str, text: str, fillers: Iterator[str], words: list[str], rng: random.Random
) -> str:
    """A copy of the text, of this kind."""
    if kind.endswith("changed"):
        return changed(text, int(kind.split()[0]) / 100, words, rng)
    if kind == "cut to 30 %":
        spelled = text.split(" ")
        first = rng.choice((0, rng.randrange(len(spelled) * 7 // 10)))
        return " ".join(spelled[first : first + max(1, len(spelled) * 3 // 10)])
    if kind == "inside 3 x":
        around: list[str] = []
        while sum(len(one.split()) for one in around) < 2 * len(text.split()):
            around.append(next(fillers))
        around.insert(rng.randrange(len(around) + 1), text)
        return "\n\n".join(around)
    if kind == "reordered":
        parts = sentences(text)
        rng.shuffle(parts)
        return " ".join(parts)
    if kind == "punctuation":
        marks = {".": "…", ",": " –", '"': "”", "'": "’", "“": '"', "-": "–", "،": ",", "\n\n": " "}
        for old, new in marks.items():
            text = text.replace(old, new)
        return text.upper() if rng.random() < 0.3 else text
    parts = sentences(changed(text, 0.05, words, rng))
    rng.shuffle(parts)
    return "\n\n".join(parts[: max(2, len(parts) * 7 // 10)])


def plant(each: int, rng: random.Random) -> tuple[list[str], dict[Pair, str], set[Pair]]:
    """Texts, which pairs of them are planted copies of which kind, and which only share background."""
    texts: list[str] = []
    copies: dict[Pair, str] = {}
    background: set[Pair] = set()
    for corpus in real_texts(rng):
        half = len(corpus) // 2
        fillers, base = itertools.cycle(corpus[half:]), corpus[:half]
        words = [word for text in corpus[:200] for word in text.split()]
        start = len(texts)
        texts += base
        number = start
        while number + len(KINDS) + 1 < start + min(len(base), each * (len(KINDS) + 1)):
            for kind in KINDS:
                copies[number, len(texts)] = kind
                texts.append(planted(kind, texts[number], fillers, words, rng))
                number += 1
            other = next(fillers)
            block = " ".join(sentences(texts[number])[-8:]).split(" ")
            most = min(len(other.split()), len(texts[number].split())) // 2
            block = " ".join(block[-most:])
            background.add((number, len(texts)))
            texts.append(f"{other}\n\n{block}")
            number += 1
    return texts, copies, background
