"""The query language: what a user types, taken apart.

Words stand for all of them; "a phrase", OR, NOT or a leading -, prefix* and parentheses are
understood. Nothing here knows how an engine matches.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from clippings.errors import SearchError
from clippings.folding import ZWNJ, fold, tokens

MAX_DEPTH = 40
"""Parentheses inside parentheses; more is no search anybody typed."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words beside each other, in one or more spellings; the last may be only a beginning."""

    variants: tuple[tuple[str, ...], ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class All:
    """Every part must match."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Either:
    """At least one part must match."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part must not match."""

    part: "Node"


Node = Phrase | All | Either | Not

_QUOTES = str.maketrans({mark: '"' for mark in "“”„‟«»"})
_LEXEME = re.compile(r'(?P<space>\s+)|(?P<quote>")|(?P<open>\()|(?P<close>\))|(?P<word>[^\s"()]+)')


@dataclass(frozen=True, slots=True)
class _Lexeme:
    kind: str
    text: str
    at: int
    minus: bool = False


def _lexemes(query: str) -> Iterator[_Lexeme]:
    """The query in pieces: phrases, words, operators and parentheses."""
    at, minus = 0, False
    while at < len(query):
        match = _LEXEME.match(query, at)
        assert match is not None, "every character begins some lexeme"
        kind, text, start = str(match.lastgroup), match.group(), at
        at = match.end()
        if kind == "space":
            continue
        if kind == "quote":
            end = query.find('"', at)
            if end < 0:
                raise _open_quotation(query)
            kind, text, at = "phrase", query[at:end], end + 1
            if query[at : at + 1] == "*":
                kind, at = "prefix phrase", at + 1
        if kind == "word" and text.startswith("-"):
            text = text.lstrip("-")
            minus = True
            if not text:
                # A lone dash is punctuation unless it touches what follows.
                minus = query[at : at + 1] in ('"', "(") and bool(query[at : at + 1])
                continue
        yield _Lexeme(kind, text, start, minus)
        minus = False


def _open_quotation(query: str) -> SearchError:
    return SearchError("The search has an open quotation mark", query, "Close it or remove it.")


class _Parser:
    def __init__(self, query: str) -> None:
        self.query = query
        self.lexemes = list(_lexemes(query))
        self.at = 0
        self.depth = 0

    def next(self) -> _Lexeme | None:
        return self.lexemes[self.at] if self.at < len(self.lexemes) else None

    def operator(self, *names: str) -> bool:
        lexeme = self.next()
        found = lexeme is not None and lexeme.kind == "word" and lexeme.text in names
        return found and not (lexeme is not None and lexeme.minus)

    def either(self) -> Node | None:
        """Parts joined by OR."""
        parts = [self.together()]
        while self.operator("OR"):
            at = self.lexemes[self.at].at
            self.at += 1
            parts.append(self.together())
            if parts[-1] is None or parts[-2] is None:
                raise SearchError(
                    "The search has an OR without words on both sides",
                    self.query[max(at - 20, 0) : at + 20],
                    'Add the missing words, or write "OR" in quotation marks to search for it.',
                )
        known = tuple(part for part in parts if part is not None)
        return Either(known) if len(known) > 1 else (known[0] if known else None)

    def together(self) -> Node | None:
        """Parts that follow each other, all of which must match."""
        parts: list[Node] = []
        while (lexeme := self.next()) is not None:
            if lexeme.kind == "close" or self.operator("OR"):
                break
            if self.operator("AND"):
                self.at += 1
                continue
            part = self.one()
            if part is not None:
                parts.append(part)
        return All(tuple(parts)) if len(parts) > 1 else (parts[0] if parts else None)

    def one(self) -> Node | None:
        """A word, a phrase, a parenthesis, or the negation of one."""
        if self.operator("NOT"):
            at = self.lexemes[self.at].at
            self.at += 1
            following = self.next()
            if following is None or following.kind == "close" or self.operator("OR", "AND"):
                raise SearchError(
                    "The search has a NOT without a word after it",
                    self.query[at : at + 40],
                    'Add the word, or write "NOT" in quotation marks to search for it.',
                )
            part = self.one()
            return None if part is None else Not(part)
        lexeme = self.lexemes[self.at]
        self.at += 1
        if lexeme.kind == "open":
            return self.negated(lexeme, self.parenthesis(lexeme))
        return self.negated(lexeme, _phrase(lexeme))

    def negated(self, lexeme: _Lexeme, part: Node | None) -> Node | None:
        return Not(part) if part is not None and lexeme.minus else part

    def parenthesis(self, opening: _Lexeme) -> Node | None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise SearchError(
                f"The search has more than {MAX_DEPTH} parentheses inside each other",
                self.query[:40],
                "Remove some.",
            )
        inside = self.either()
        closing = self.next()
        if closing is None or closing.kind != "close":
            raise SearchError(
                "The search has an open parenthesis",
                self.query[opening.at :][:60],
                "Close it or remove it.",
            )
        self.at += 1
        self.depth -= 1
        return inside


def _phrase(lexeme: _Lexeme) -> Phrase | None:
    """The words of a lexeme, split and joined where it holds a zero-width non-joiner."""
    prefix = lexeme.kind == "prefix phrase"
    text = lexeme.text
    if lexeme.kind == "word" and text.endswith("*"):
        text, prefix = text.rstrip("*"), True
    spellings = [text, text.replace(ZWNJ, "")] if ZWNJ in text else [text]
    variants = dict.fromkeys(tuple(_words(spelling)) for spelling in spellings)
    known = tuple(variant for variant in variants if variant)
    return Phrase(known, prefix) if known else None


def _words(text: str) -> list[str]:
    """The folded words of a text, accents kept: the matcher has its own way with them."""
    return [word for word in _SEPARATORS.split(fold(text)) if tokens(word)]


_SEPARATORS = re.compile(r"[^\w\u0300-\u036f]+|_+")


@lru_cache(maxsize=500)
def parse(query: str) -> Node:
    """The query taken apart, or `SearchError` naming the place that cannot be read."""
    parser = _Parser(query.replace("\0", " ").translate(_QUOTES))
    node = parser.either()
    if parser.next() is not None:
        at = parser.lexemes[parser.at].at
        raise SearchError(
            "The search has a closing parenthesis too many",
            parser.query[max(at - 20, 0) : at + 20],
            "Remove it, or open one before it.",
        )
    if node is None:
        raise SearchError(
            "The search has no word in it", query.strip(), "Type at least one letter or digit."
        )
    return node
