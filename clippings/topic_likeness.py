"""How like a text is to some examples, by the words that set these apart from other texts."""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from statistics import median

from clippings.folding import tokens

_WORDS = 200
"""Words kept of a contrast; what follows weighs next to nothing."""
_OF_ONE = 0.2
"""How like one lone example another text must be."""
_OF_OTHERS = 0.5
"""Of how like the examples are to what they have in common, the part that another text must reach."""

Words = frozenset[str]


def words(headline: str, text: str) -> Words:
    """The words a text is told by: no numbers, none of one or two letters."""
    said = tokens(f"{headline}\n{text}")
    return frozenset(word for word in said if len(word) > 2 and not word.isdigit())


def contrast(examples: Sequence[Words], others: Sequence[Words]) -> dict[str, float]:
    """The words that more of the examples hold than of the others, each with how much it says for
    them: its part of the Kullback–Leibler divergence. Of several examples, two must hold it."""
    inside, outside = _held_by(examples), _held_by(others)
    fewest = min(2, len(examples))
    said = {}
    for word, held in inside.items():
        share = held / len(examples)
        usual = (outside[word] + 0.5) / (len(others) + 1)
        if held >= fewest and share > usual:
            said[word] = share * math.log(share / usual)
    best = sorted(said, key=lambda word: (-said[word], word))[:_WORDS]
    return {word: round(said[word], 4) for word in best}


def _held_by(texts: Iterable[Words]) -> Counter[str]:
    return Counter(word for text in texts for word in text)


def likeness(weights: Mapping[str, float], text: Words) -> float:
    """How much of all that the words say for the examples this text says, 0 to 1."""
    total = sum(weights.values())
    return sum(weights.get(word, 0.0) for word in text) / total if total else 0.0


def enough(weights: Mapping[str, float], examples: Sequence[Words]) -> float:
    """From how like on a text is taken for one more of the examples: half as like as these are in the
    median. One lone example is wholly like itself, which says nothing."""
    if len(examples) < 2:
        return _OF_ONE
    return _OF_OTHERS * median(likeness(weights, one) for one in examples)


def parted(
    texts: Mapping[str, Words], examples: Sequence[Sequence[Words]]
) -> dict[str, tuple[int, float]]:
    """Of each text the part whose examples it is most like, and how much more than any other."""
    against = [
        contrast(part, [one for other in examples if other is not part for one in other])
        for part in examples
    ]
    answer = {}
    for id, text in texts.items():
        each = [likeness(weights, text) for weights in against]
        best = max(range(len(each)), key=lambda part: (each[part], -part))
        answer[id] = best, each[best]
    return answer


def terms(weights: Mapping[str, float], most: int = 10) -> tuple[str, ...]:
    """The words of most weight."""
    return tuple(sorted(weights, key=lambda word: (-weights[word], word))[:most])


def common(values: Collection[str | None]) -> str | None:
    """The one value of all, else None."""
    return next(iter(values)) if len(set(values)) == 1 else None
