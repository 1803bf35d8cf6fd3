"""Sets of texts with gold labels that topics are measured on."""

import html
import json
import lzma
import os
import re
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from clippings.folding import tokens
from clippings.topics import Text
from clippings.topics.words import stop_words

MATERIAL = Path(os.environ.get("CLIPPINGS_MATERIAL", "")) / "corpora"


class Labelled(NamedTuple):
    """Texts of one language, each with its gold label."""

    language: str
    texts: list[Text]
    gold: list[str]

    def words(self) -> list[list[str]]:
        """Of each text the words that tell of its subject: the same for every method."""
        stop = stop_words(self.language)
        return [
            [
                word
                for word in tokens(f"{text.headline}\n{text.text}")
                if len(word) > 2 and word not in stop and not word.isdigit()
            ]
            for text in self.texts
        ]


def _labelled(language: str, rows: Iterator[tuple[str, str, str | None, str]]) -> Labelled:
    """Of rows (headline, text, source, label)."""
    found = list(rows)
    texts = [
        Text(str(number), headline, text, language, source)
        for number, (headline, text, source, _) in enumerate(found)
    ]
    return Labelled(language, texts, [label for *_, label in found])


def _lines(path: str) -> Iterator[dict[str, Any]]:
    with lzma.open(MATERIAL / path, "rt", encoding="utf8") as lines:
        yield from map(json.loads, lines)


def octis_bbc() -> Labelled:
    """The prepared file itself: lemmas of 2,949 words, no sentences."""
    with tarfile.open(MATERIAL / "topics/octis-BBC_News.tar.xz") as archive:
        member = archive.extractfile("octis-BBC_News/corpus.tsv")
        assert member
        rows = [line.split("\t") for line in member.read().decode().splitlines()]
    return _labelled("en", (("", row[0], None, row[2]) for row in rows))


def bbc() -> Labelled:
    return _labelled(
        "en",
        ((r["title"], r["text"], None, r["topic"]) for r in _lines("topics/bbc-2225.jsonl.xz")),
    )


def ag_news() -> Labelled:
    rows = _lines("topics/ag-news-test.jsonl.xz")
    return _labelled("en", ((r["title"], r["text"], None, r["topic"]) for r in rows))


def gnad() -> Labelled:
    rows = _lines("topics/10kgnad-test.jsonl.xz")
    return _labelled("de", (("", r["text"], None, r["topic"]) for r in rows))


def persian() -> Labelled:
    rows = _lines("languages/persian-fars-news.jsonl.xz")
    return _labelled(
        "fa",
        (
            (r["title"], "\n\n".join([r["abstract"], *r["paragraphs"]]), None, r["cat"])
            for r in rows
        ),
    )


def arabic() -> Labelled:
    rows = _lines("languages/arabic-hespress-jazeera.jsonl.xz")
    return _labelled("ar", ((r["title"], r["text"], r["outlet"], r["topic"]) for r in rows))


def albanian() -> Labelled:
    """Its gold is true or made up: no subject."""
    rows = _lines("languages/albanian-news.jsonl.xz")
    return _labelled("sq", ((r["title"], r["text"], None, r["label"]) for r in rows))


def allsides() -> Labelled:
    """News of many outlets, for labels that are of more than one."""
    rows = _lines("news/allsides-articles.jsonl.xz")
    return _labelled("en", ((r["title"], r["text"], r["outlet"], r["topic"]) for r in rows))


def reuters() -> Labelled:
    """Reuters-21578, those of one topic."""
    return _labelled("en", _reuters())


def _reuters() -> Iterator[tuple[str, str, str | None, str]]:
    with tarfile.open(MATERIAL / "news/reuters21578-sgml.tar.xz") as archive:
        for member in archive:
            if member.name.endswith(".sgm"):
                file = archive.extractfile(member)
                assert file
                for document in re.findall(
                    r"<REUTERS.*?</REUTERS>", file.read().decode("latin1"), re.S
                ):
                    parts = {
                        name: re.search(f"<{name}>(.*?)</{name}>", document, re.S)
                        for name in ("TOPICS", "TITLE", "BODY")
                    }
                    said = {name: part.group(1) if part else "" for name, part in parts.items()}
                    topics = re.findall("<D>(.*?)</D>", said["TOPICS"])
                    if len(topics) == 1 and said["BODY"]:
                        yield (
                            html.unescape(said["TITLE"]),
                            html.unescape(said["BODY"]),
                            None,
                            topics[0],
                        )


SETS = {
    "OCTIS BBC": octis_bbc,
    "AG News": ag_news,
    "10kGNAD": gnad,
    "Reuters": reuters,
    "Persian": persian,
    "Arabic": arabic,
    "Albanian": albanian,
}
