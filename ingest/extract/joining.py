"""Two extractors and the page's own order joined: what was passed over goes back where it stands."""

from collections import Counter
from typing import NamedTuple

import lxml.html

from ingest.extract.headlines import words

_MOST = 4_000
"""Blocks past which each is not compared with all: no article has as many."""

_LONG = 80
_MUCH = 0.25
"""Share of the text found from which what was passed over is worth having."""

_PAGE = 5_000
"""Characters past which a text in a single line is no short one that was not understood."""

_HALF = 0.5
_TWICE = 0.34
"""Share of a text that is said again from which the page holds it twice."""

_LINKED = 0.4
_SEVERAL = 3

_ENDS = tuple('.!?…。！？؟:;"”»’)]♦■●◼∎')
_HEADINGS = ("h2", "h3", "h4", "h5")
_BLOCKS = ("p", "li", "blockquote", *_HEADINGS)


class Placed(NamedTuple):
    """A paragraph, heading or list item of the page and where it stands."""

    text: str
    kind: tuple[str, ...] | None
    """The names of what holds it, where it has any."""
    home: lxml.html.HtmlElement | None
    """What holds it."""
    tag: str = "p"
    key: str = ""
    """Its letters alone."""
    element: lxml.html.HtmlElement | None = None


def plain(element: lxml.html.HtmlElement) -> str:
    """The words of an element, each white space a single blank."""
    return " ".join("".join(element.itertext()).split())


def letters(text: str) -> str:
    """The letters and digits of a text alone, for comparing."""
    return "".join(words(text))


def places(tree: lxml.html.HtmlElement) -> list[Placed]:
    """Every paragraph, heading and list item of the page that holds no other, in order."""
    return [
        Placed(text, _kind(each), each.getparent(), str(each.tag), letters(text), each)
        for each in tree.iter(*_BLOCKS)
        if (text := plain(each)) and next(each.iterdescendants("p", "li"), None) is None
    ]


def is_long(text: str) -> bool:
    """Whether a text is long and ends as a sentence does."""
    return len(text) >= _LONG and text.endswith(_ENDS)


def missed(found: list[str], placed: list[Placed]) -> bool:
    """Whether the page has so many more long paragraphs that the wrong part may have been found."""
    said, known = letters(" ".join(found)), {letters(text) for text in found}
    unknown = (one for one in placed if one.key not in known)
    passed = sum(len(one.text) for one in unknown if _is_passed_over(one, said))
    return passed > _MUCH * sum(map(len, found))


def whole(found: list[str], placed: list[Placed], second: str) -> list[str]:
    """The paragraphs with those that were passed over though they stand in the same kind of place.

    Pages cut a text into several equal containers, with advertising between. What stands in the very
    same container and is in the text by the other extractor as well, whose letters are given, is taken
    one by one.
    """
    known = {letters(text) for text in found}
    standing = [at for at, one in enumerate(placed) if one.key in known]
    if len(placed) > _MOST or not standing:
        return found
    passed = _alike(found, placed, standing) | _agreed(found, placed, standing, second)
    return _inserted(found, placed, passed) if passed else found


def split(found: list[str], placed: list[Placed]) -> list[str]:
    """The paragraphs that a single line holds, where an extractor gives all of a short page as one."""
    if len(found) != 1 or len(found[0]) > _PAGE:
        return found
    said = letters(found[0])
    inside = [one for one in placed if one.key in said]
    long = [at for at, one in enumerate(inside) if one.tag == "p" and len(one.text) >= _LONG]
    text = inside[long[0] : long[-1] + 1] if long else []
    enough = sum(len(one.key) for one in text) >= _HALF * len(said)
    return [one.text for one in text] if enough else found


def both(some: list[str], more: list[str], placed: list[Placed]) -> list[str]:
    """What two readings of one page found, in the page's order, where they share nothing."""
    said, keys = letters(" ".join(more)), {letters(text) for text in some}
    if any(key in said for key in keys):
        return more
    apart = {at for at, one in enumerate(placed) if one.key in keys and is_long(one.text)}
    return _inserted(more, placed, apart)


def once(found: list[str]) -> list[str]:
    """The text a single time, where the page holds it twice: for narrow screens and for wide ones."""
    keys = [letters(text) for text in found]
    first = {key: at for at, key in reversed(list(enumerate(keys)))}
    again = [first[key] < at for at, key in enumerate(keys)]
    twice = sum(
        len(key) for key, seen in zip(keys, again, strict=True) if seen and len(key) > _LONG
    )
    if twice < _TWICE * sum(map(len, keys)):
        return found
    return [text for text, seen in zip(found, again, strict=True) if not seen]


def _alike(found: list[str], placed: list[Placed], standing: list[int]) -> set[int]:
    """Where long paragraphs were passed over in places called like those of the text, if they are many."""
    said = letters(" ".join(found))
    kinds = Counter(placed[at].kind for at in standing if placed[at].tag == "p")
    alike = {
        at
        for at, one in enumerate(placed)
        if one.kind and kinds[one.kind] >= _SEVERAL and _is_passed_over(one, said)
    }
    much = sum(len(placed[at].text) for at in alike) >= _MUCH * sum(map(len, found))
    return alike if much else {at for at in alike if standing[0] < at < standing[-1]}


def _agreed(found: list[str], placed: list[Placed], standing: list[int], second: str) -> set[int]:
    """Where something else confirms that what stands before the end of the text is of it.

    What follows the text is not taken: a notice over the comments stands in the same container, too.
    """
    said = letters(" ".join(found))
    homes = {placed[at].home for at in standing}
    known, agreed = set(standing), set()
    for at, one in enumerate(placed[: standing[-1]]):
        amid = at > standing[0] and at not in known
        if not _is_confirmed(one, homes, second, amid):
            continue
        small = one.tag in ("li", *_HEADINGS) and amid
        if _is_passed_over(one, said) or (small and (len(one.key) < _LONG or one.key not in said)):
            agreed.add(at)
    return agreed


def _is_confirmed(
    one: Placed, homes: set[lxml.html.HtmlElement | None], second: str, amid: bool
) -> bool:
    """Whether two of three things are so: its container, the other extractor, its place amid the text."""
    if one.key in second:
        return _stands_in(one, homes) or (amid and one.tag == "p")
    sentences = one.tag == "li" and one.text.endswith(_ENDS)
    return amid and sentences and _stands_in(one, homes) and not _is_linked(one)


def _inserted(found: list[str], placed: list[Placed], passed: set[int]) -> list[str]:
    """What was passed over put behind the paragraph it follows on the page."""
    joined, keys, at = list(found), [letters(text) for text in found], 0
    for number, one in enumerate(placed):
        if number in passed and one.text not in found:
            joined.insert(at, one.text)
            keys.insert(at, one.key)
            at += 1
        elif one.key in keys[at:]:
            at = keys.index(one.key, at) + 1
    return joined


def _is_passed_over(one: Placed, said: str) -> bool:
    """Whether a long paragraph of whole sentences, and not of markup, is not in what was found."""
    return one.tag == "p" and is_long(one.text) and one.key not in said and "lt;" not in one.text


def _stands_in(one: Placed, homes: set[lxml.html.HtmlElement | None]) -> bool:
    """Whether it, or the list it is of, is held by one of these."""
    around = one.home.getparent() if one.tag == "li" and one.home is not None else None
    return one.home in homes or (around is not None and around in homes)


def _is_linked(one: Placed) -> bool:
    """Whether much of it is links, as in a list of other articles."""
    links = one.element.iter("a") if one.element is not None else ()
    return sum(len(plain(link)) for link in links) >= _LINKED * len(one.text)


def _kind(element: lxml.html.HtmlElement) -> tuple[str, ...] | None:
    """The kind of place a paragraph stands in, by the names of what holds it."""
    parent = element.getparent()
    name = parent.get("class") if parent is not None else None
    return (str(parent.tag), name) if name else None
