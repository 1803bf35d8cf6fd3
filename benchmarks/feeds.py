"""The feed suites: what each case's own expectation says of feedparser, and of our articles.

    python benchmarks/feeds.py [FOLDER OF THE ARCHIVES]

Expectations are expressions written by others, so they are walked node by node, never run.
"""

import ast
import contextlib
import datetime
import io
import json
import os
import re
import sys
import tarfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import feedparser

sys.path.insert(0, str(Path(__file__).parent.parent))

from clippings.article import Article
from clippings.errors import SourceError
from ingest import urls
from ingest.markup import paragraphs, plain
from ingest.outcomes import Skipped
from ingest.readers import feeds, jsonfeed
from ingest.readers.people import people

_EXPECT = re.compile(r"Expect:\s*(.*?)\s*-->", re.DOTALL)
_HEADER = re.compile(r"^Header:\s*([^:]+):\s*(.+?)\s*$", re.MULTILINE)
_COMPARE: dict[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Eq: lambda one, two: bool(one == two),
    ast.Is: lambda one, two: one is two,
    ast.NotIn: lambda one, two: one not in two,
}
_CALLS: dict[str, Callable[..., Any]] = {
    "len": len,
    "ord": ord,
    "datetime.timedelta": datetime.timedelta,
}


def cases(folder: Path, archive: str) -> Iterator[tuple[str, bytes]]:
    """Every file of an archive with its name."""
    with tarfile.open(folder / archive, "r:xz") as opened:
        for member in opened:
            stream = opened.extractfile(member)
            if stream is not None:
                yield member.name, stream.read()


def decoded(data: bytes) -> str:
    """The text of a case, well enough to find its opening comment."""
    for name in ("utf-32", "utf-16-le", "utf-16-be"):
        if "Expect:" in (text := data.decode(name, errors="replace")):
            return text
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def expectation(data: bytes) -> ast.expr | None:
    """The expression in the opening comment, or None if there is none to be understood."""
    found = _EXPECT.search(decoded(data))
    try:
        return ast.parse(found[1].strip(), mode="eval").body if found else None
    except SyntaxError:
        return None


def evaluate(node: ast.expr, names: dict[str, Any]) -> Any:  # noqa: C901 -- one case a line
    """The value of an expression made of comparisons, look-ups and constants; else `ValueError`."""
    match node:
        case ast.Constant():
            return node.value
        case ast.Name():
            return names[node.id]
        case ast.Tuple() | ast.List():
            values = [evaluate(part, names) for part in node.elts]
            return tuple(values) if isinstance(node, ast.Tuple) else values
        case ast.Dict():
            pairs = zip(node.keys, node.values, strict=True)
            return {evaluate(key, names): evaluate(value, names) for key, value in pairs if key}
        case ast.Subscript():
            return evaluate(node.value, names)[evaluate(node.slice, names)]
        case ast.Attribute():
            return attribute(evaluate(node.value, names), node.attr)
        case ast.BinOp(op=ast.Add()):
            return evaluate(node.left, names) + evaluate(node.right, names)
        case ast.UnaryOp(op=ast.Not()):
            return not evaluate(node.operand, names)
        case ast.UnaryOp(op=ast.USub()):
            return -evaluate(node.operand, names)
        case ast.BoolOp(op=ast.And()):
            return all(evaluate(part, names) for part in node.values)
        case ast.Compare():
            sides = [evaluate(part, names) for part in (node.left, *node.comparators)]
            pairs = zip(node.ops, sides, sides[1:], strict=False)
            return all(_COMPARE[type(op)](one, two) for op, one, two in pairs)
        case ast.Call():
            return call(node, names)
    raise ValueError(f"not understood: {ast.unparse(node)}")


def attribute(value: Any, name: str) -> Any:
    """A field of a parsed feed; of nothing else, so that no expression reaches further."""
    if not isinstance(value, dict) or name.startswith("_"):
        raise ValueError(f"no such field: {name}")
    return value[name]


def call(node: ast.Call, names: dict[str, Any]) -> Any:
    """The few calls the suite makes."""
    arguments = [evaluate(argument, names) for argument in node.args]
    called = ast.unparse(node.func)
    if called in _CALLS:
        return _CALLS[called](*arguments)
    if called.endswith(".has_key") and isinstance(node.func, ast.Attribute):
        return arguments[0] in evaluate(node.func.value, names)
    raise ValueError(f"not understood: {called}")


def of_feedparser(folder: Path) -> None:
    """How many cases of its own suite feedparser passes, by kind."""
    counts: dict[str, list[int]] = {}
    for name, data in cases(folder, "feedparser-tests.tar.xz"):
        kind = name.split("/")[1]
        expected = expectation(data)
        if expected is None:
            continue
        headers = {key.lower(): value for key, value in _HEADER.findall(decoded(data))}
        headers.setdefault("content-type", "application/xml")
        headers.setdefault("content-location", "http://127.0.0.1:8097/" + name)
        try:
            parsed = feedparser.parse(data, response_headers=headers)
            right = evaluate(expected, {"parsed": parsed, **FALLBACK, **parsed})
        except (LookupError, ValueError, TypeError) as error:
            right, why = False, repr(error)[:100]
        else:
            why = ""
        tally = counts.setdefault(kind, [0, 0])
        tally[0] += bool(right)
        tally[1] += 1
        if not right and os.environ.get("SHOW"):
            print(name, ast.unparse(expected)[:150], why)
    for kind, (right_ones, all_ones) in sorted(counts.items()):
        print(f"feedparser, own suite, {kind}: {right_ones} of {all_ones}")


class Expected:
    """What a case expects of its entries, gathered from its comparisons."""

    def __init__(self, node: ast.expr) -> None:
        self.values: dict[tuple[int, str], Any] = {}
        for part in ast.walk(node):
            if isinstance(part, ast.Compare) and all(isinstance(op, ast.Eq) for op in part.ops):
                sides = [part.left, *part.comparators]
                for side in sides[:-1]:
                    self._take(side, sides[-1])

    def _take(self, side: ast.expr, value: ast.expr) -> None:
        found = re.fullmatch(r"entries\[(\d+)\](?:\['(\w+)'\]|\.(\w+))(.*)", ast.unparse(side))
        if found and (wanted := FIELDS.get((found[2] or found[3]) + found[4])):
            with contextlib.suppress(ValueError):
                self.values[int(found[1]), wanted] = evaluate(value, {})


FIELDS = {
    "title": "headline",
    "title_detail['value']": "headline",
    "link": "url",
    "published_parsed": "published",
    "updated_parsed": "updated",
    "content[0]['value']": "text",
    "description": "summary",
    "summary": "summary",
    "summary_detail['value']": "summary",
    "author": "byline",
    "authors[0]['name']": "byline",
    "author_detail['name']": "byline",
}
"""Fields of an entry whose expected values say what an article must be."""


def articles(name: str, data: bytes) -> Sequence[Article | Skipped] | str:
    """What our reader makes of a case: its items, or why it was refused."""
    # Cases are of one field each, so most hold no words; the reader proper skips and counts those.
    read = jsonfeed.read if jsonfeed.recognises(data[:65536]) else feeds.articles
    try:
        return list(read(name, io.BytesIO(data)))
    except SourceError as error:
        return error.what


def agrees(field: str, article: Article, value: Any) -> bool:
    """Whether a field of an article is what a case expects of it."""
    if field == "headline":
        return squeezed(article.headline) in (squeezed(plain(str(value))), squeezed(str(value)))
    if field == "url":
        return article.url == (urls.canonical(value) if urls.is_address(value) else None)
    if field in ("published", "updated"):
        return same_moment(article.published, value)
    if field == "byline":
        # The suite asks for the first author alone, where there are several.
        expected = [one.name for one in people(plain(value))]
        return [person.name for person in article.byline][: len(expected)] == expected
    text = squeezed(paragraphs(str(value))[0])
    return squeezed(article.text) in (text, squeezed(str(value)))


def squeezed(text: str) -> str:
    """The text with every run of white space a single blank."""
    return " ".join(text.split())


def same_moment(ours: str | None, theirs: Any) -> bool:
    """Whether both are one moment, or one day where ours is only a day."""
    if theirs is None or ours is None:
        return theirs is ours
    if isinstance(theirs, str):
        expected = datetime.datetime.fromisoformat(theirs)
    else:
        expected = datetime.datetime(*theirs[:6], tzinfo=datetime.UTC)
    if len(ours) <= 10:
        return expected.date().isoformat().startswith(ours)
    moment = datetime.datetime.fromisoformat(ours)
    return (moment if moment.tzinfo else moment.replace(tzinfo=datetime.UTC)) == expected


def gathered(node: ast.expr) -> dict[tuple[int, str], Any]:
    """What we must have, when a case's words say it: a summary only where there is no content, the
    date of an update only where there is none of publication."""
    values = Expected(node).values
    for second, first in (("summary", "text"), ("updated", "published")):
        for number, field in list(values):
            if field == second and (number, first) in values:
                del values[number, field]
    return values


def of_ours(folder: Path) -> None:
    """How many of the suites' expectations of entries our articles meet, by field."""
    for suite, whose in (
        ("feedparser-tests.tar.xz", "feedparser"),
        ("gofeed-tests.tar.xz", "gofeed"),
    ):
        for field, (right, all_of_them) in sorted(scores(folder, suite).items()):
            print(f"ours, {whose}'s suite, {field}: {right} of {all_of_them}")


def scores(folder: Path, suite: str) -> dict[str, list[int]]:
    """Expectations met and all expectations, by field."""
    tally: dict[str, list[int]] = {}
    files = dict(cases(folder, suite))
    for name, data in files.items():
        beside = files.get(name.removesuffix(".xml") + ".json")
        if beside is not None and name.endswith(".xml"):
            wanted = dict(of_items(json.loads(beside)))
        elif suite.startswith("feedparser") and (expected := expectation(data)):
            wanted = gathered(expected)
        else:
            continue
        found = articles(name, data)
        for (number, field), value in wanted.items():
            count(tally, name, field, found, number, value)
    return tally


def of_items(feed: dict[str, Any]) -> Iterator[tuple[tuple[int, str], Any]]:
    """The fields of articles that an expected feed states."""
    for number, item in enumerate(feed.get("items") or feed.get("entries") or ()):
        for field, value in of_item(item).items():
            yield (number, field), value


def count(
    tally: dict[str, list[int]],
    name: str,
    field: str,
    found: Sequence[Article | Skipped] | str,
    number: int,
    value: Any,
) -> None:
    """Add one expectation to the tally of its field."""
    article = found[number] if not isinstance(found, str) and number < len(found) else None
    right = isinstance(article, Article) and agrees(field, article, value)
    one = tally.setdefault(field, [0, 0])
    one[0] += right
    one[1] += 1
    if not right and os.environ.get("SHOW"):
        print(name, field, repr(value)[:150], "<>", article)


def of_item(item: dict[str, Any]) -> dict[str, Any]:
    """The fields of an article that an expected item states."""
    content = item.get("content")
    content = content.get("value") if isinstance(content, dict) else content
    said = {
        "headline": item.get("title"),
        "url": item.get("link"),
        "text": content or item.get("description") or item.get("summary"),
        "published": item.get("publishedParsed")
        or item.get("pubDateParsed")
        or item.get("updatedParsed"),
    }
    return {field: value for field, value in said.items() if value}


FALLBACK = {"datetime": datetime}


def main() -> None:
    """Print the scores."""
    material = os.environ.get("CLIPPINGS_MATERIAL", ".")
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(material, "corpora", "feeds")
    of_feedparser(folder)
    of_ours(folder)


if __name__ == "__main__":
    main()
