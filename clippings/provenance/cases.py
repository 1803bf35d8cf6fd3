"""Albanian names of outlets and bodies, from the case in which they stand to the one they are called by."""

import re

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
