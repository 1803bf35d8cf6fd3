"""Texts of invented places that the tests copy, cut and rewrite."""

import random
from collections.abc import Callable

import pytest

LEVY = """The council of Sulvek will raise the harbour levy by a third in spring, the mayor said on Monday.

Skippers who land less than four tons a week pay nothing until the autumn, and those who repair their \
own nets get back half of what they paid last year.

"We waited nine years with this, and the quay walls did not get younger," said Ilse Sorgh, who heads \
the harbour office, while workers behind her pumped water out of the old lock.

The fishing guild wants to go to court against the levy. Its chairman called the plan a present for \
the container port at Marnholt, which lies on the other side of the bay and takes no levy at all.

A first reading is set for the second week of March. In the last vote on the matter the council was \
split down the middle, and the mayor broke the tie with her own voice."""

DAM = """Engineers closed the lower gates of the Ostrand dam on Friday night after a diver had found a crack \
in the northern pillar.

The crack is two metres long and as thin as a fingernail. It was not there in June, when the pillar \
was last measured, said the operator in a short statement.

Nobody has to leave home for now, but the valley road stays shut between the sawmill and the chapel \
until a second team has looked at the pillar from the dry side.

The reservoir stands at little more than half of what it can hold, since the snow came late and the \
summer was the driest since the dam was built."""

BACKGROUND = """The harbour levy goes back to the great flood, after which every boat that tied up at \
Sulvek paid for the new breakwater by the length of its keel. It \
was never taken back when the breakwater was paid."""


@pytest.fixture
def levy() -> str:
    """An article of five paragraphs."""
    return LEVY


@pytest.fixture
def dam() -> str:
    """Another one, which shares nothing with the first."""
    return DAM


@pytest.fixture
def background() -> str:
    """A paragraph that a newsroom puts under many articles."""
    return BACKGROUND


def made_text(seed: int, words: int = 200) -> str:
    """Paragraphs of made-up words, others for each seed."""
    rng = random.Random(seed)
    syllables = [a + b for a in "bdfgklmnprst" for b in "aeiou"]
    spelled = ["".join(rng.choices(syllables, k=rng.randint(1, 3))) for _ in range(words)]
    return "\n\n".join(" ".join(spelled[at : at + 40]) for at in range(0, words, 40))


@pytest.fixture
def made() -> Callable[..., str]:
    """A maker of texts."""
    return made_text
