"""Albanian names of outlets and bodies, from the case in which they stand to the one they are called by."""

import re
from collections.abc import Iterator

_CASES = tuple(
    (re.compile(rf"^((?:[^\W\d_]+ )?[^\W\d_]+?){ending} (?=[A-ZÇË])", re.IGNORECASE), usual)
    for ending, usual in (
        (r"isë së", r"\1ia e "),
        (r"inë e", r"\1ia e "),
        (r"ës së", r"\1a e "),
        (r"ën e", r"\1a e "),
        (r"it të", r"\1i i "),
        (r"ut të", r"\1u i "),
        (r"in e", r"\1i i "),
        (r"un e", r"\1u i "),
        (r"ëve të", r"\1ët e "),
        (r"sve të", r"\1sit e "),
    )
)
"""Endings of a definite noun with the article after it, and those of the nominative."""


def nominative(name: str) -> str:
    """A name in the nominative: "Zëri i Lumit" of "Zërit të Lumit"; others are left as they are."""
    for form, usual in _CASES:
        if form.match(name):
            return form.sub(usual, name)
    return name


_FIRST = tuple(
    (re.compile(rf"^([^\W\d_]{{3,}}?){ending}(?= |$)"), usual)
    for ending, usual in (
        (r"it", r"\1i"),
        (r"in", r"\1i"),
        (r"ut", r"\1u"),
        (r"un", r"\1u"),
        (r"isë", r"\1ia"),
        (r"inë", r"\1ia"),
        (r"ës", r"\1a"),
        (r"ën", r"\1a"),
        (r"së", r"\1"),
        (r"n", r"\1"),
    )
)
"""Case endings of a name's first word, and the ending it is called by."""


def usual(name: str) -> Iterator[str]:
    """What a name in another case may be called by: "Telegrafi" of "Telegrafit"."""
    return (pattern.sub(usual, name) for pattern, usual in _FIRST if pattern.match(name))
