"""The passages of one who had not seen the rules: what is committed is right, and most is found.

The floors lie at what was reached. Rules may be improved on the "tuning" part only; "held" is
measured and never read, so its floor says how well they do on credits nobody tuned to.
"""

import pytest

from tests.provenance.scoring import Score, passages, score

# Part, then precision and recall of origins, people and original days.
FLOORS = {
    "tuning": {"origins": (0.99, 0.99), "people": (0.98, 0.98), "dates": (0.99, 0.98)},
    "held": {"origins": (0.93, 0.77), "people": (0.85, 0.76), "dates": (0.99, 0.89)},
}


@pytest.fixture(scope="module")
def scores() -> dict[str, dict[str, Score]]:
    every = passages()
    return {part: score(one for one in every if one["part"] == part) for part in FLOORS}


@pytest.mark.parametrize("part", FLOORS)
@pytest.mark.parametrize("kind", ["origins", "people", "dates"])
def test_precision_and_recall_stay_above_their_floors(
    scores: dict[str, dict[str, Score]], part: str, kind: str
) -> None:
    found, (precision, recall) = scores[part][kind], FLOORS[part][kind]
    assert found.precision >= precision
    assert found.recall >= recall


@pytest.mark.parametrize("part", FLOORS)
def test_nothing_inferred_is_shown_as_stated(
    scores: dict[str, dict[str, Score]], part: str
) -> None:
    assert scores[part]["overstated"].wrong == 0
