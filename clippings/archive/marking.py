"""Where the words of a query stand in a text as it was written: for marks and snippets."""

import re
from collections import deque
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, islice, repeat

from clippings.archive.query import All, Either, Node, Not, Phrase, parse
from clippings.folding import spelled_tokens, tokens

Terms = tuple[tuple[tuple[str, ...], bool], ...]
"""Folded words and phrases, each with whether it is a beginning only."""


def terms(query: str) -> Terms:
    """The words and phrases a match may hold."""
    return tuple(dict.fromkeys(_terms(parse(query)))) if query.strip() else ()


def _terms(node: Node) -> Iterator[tuple[tuple[str, ...], bool]]:
    match node:
        case Phrase(variants, prefix):
            for variant in variants:
                words = tuple(tokens(" ".join(variant)))
                if words:
                    yield words, prefix
        case All(parts) | Either(parts):
            for part in parts:
                yield from _terms(part)
        case Not():
            return


def mark(query: str, text: str) -> list[tuple[int, int]]:
    """Where the query's words and phrases stand in the text itself: starts and ends, in order."""
    wanted = terms(query)
    if not wanted:
        return []
    return _joined(_found(wanted, text))


def _found(wanted: Terms, text: str) -> Iterator[tuple[int, int]]:
    """Where a phrase begins and ends, by its beginning; overlapping ones apart."""
    longest = max(len(words) for words, _ in wanted)
    window: deque[tuple[str, int, int]] = deque(maxlen=longest)
    coming = chain(spelled_tokens(text), repeat(("", 0, 0), longest - 1))
    window.extend(islice(coming, longest - 1))
    for token in coming:
        window.append(token)
        for words, prefix in wanted:
            here = list(islice(window, len(words)))
            if _same(words, prefix, [word for word, _, _ in here]):
                yield here[0][1], here[-1][2]


def _same(words: tuple[str, ...], prefix: bool, here: list[str]) -> bool:
    if tuple(here[:-1]) != words[:-1]:
        return False
    return here[-1].startswith(words[-1]) if prefix else here[-1] == words[-1]


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, overlapping ones made one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _first(wanted: Terms, text: str) -> tuple[int, int]:
    """One place that matches, if there is any; mostly the words stand there as they were typed."""
    plain = _as_typed(wanted).search(text)
    return plain.span() if plain else next(_found(wanted, text), (0, 0))


@lru_cache(maxsize=100)
def _as_typed(wanted: Terms) -> re.Pattern[str]:
    phrases = [
        r"[\W_]+".join(map(re.escape, words)) + ("" if prefix else r"(?![^\W_])")
        for words, prefix in wanted
    ]
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(phrases)})", re.IGNORECASE)


SNIPPET_CHARACTERS = 200
_BEFORE = 22
"""So much of it stands before the match, that the match is in sight in a table's narrow column."""


def snippet(query: str, text: str, characters: int = SNIPPET_CHARACTERS) -> str:
    """The surroundings of the first match in the text, on one line; its beginning without one."""
    wanted = terms(query)
    first, last = _first(wanted, text) if wanted else (0, 0)
    start = max(first - _BEFORE, 0)
    end = min(start + characters, len(text))
    if start > 0:
        start = text.find(" ", start, first) + 1 or start
    if end < len(text):
        end = max(text.rfind(" ", start, end), last, start + 1)
    piece = " ".join(text[start:end].split())
    return ("… " if start > 0 else "") + piece + (" …" if end < len(text) else "")
