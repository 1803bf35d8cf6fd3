"""Which of many words a text may hold: the beginnings of all are looked for at once, as numbers."""

from collections.abc import Iterable
from functools import cache

import numpy as np
from numpy.typing import NDArray

_NUMBERS = 65_536
_FACTOR = np.uint16(40_503)


class Beginnings:
    """The first characters of words. Two beginnings may have one number: to be looked at again."""

    def __init__(self, size: int, words: Iterable[str]) -> None:
        self._size = size
        self._wanted = np.zeros(_NUMBERS, np.bool_)
        self._wanted[[self.number(word) for word in words]] = True

    def number(self, word: str) -> int:
        """The number of the beginning of a word, which is at least as long as one."""
        return int(_numbers(word, self._size)[0])

    def within(self, text: str) -> dict[int, list[int]]:
        """The numbers of those that a text holds, and where they stand in it; capitals are letters of their own."""
        numbers = _numbers(f" {text}{' ' * self._size}", self._size)
        places = np.flatnonzero(self._wanted.take(numbers))
        found: dict[int, list[int]] = {}
        for number, place in zip(numbers[places].tolist(), places.tolist(), strict=True):
            found.setdefault(number, []).append(place - 1)
        return found


def _numbers(text: str, size: int) -> NDArray[np.uint16]:
    """A number for each run of so many characters; all that is no letter or digit is a space."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
    plain = _plain().take(codes, mode="clip")
    last = len(plain) - size + 1
    numbers = plain[:last]
    for start in range(1, size):
        numbers = numbers * _FACTOR + plain[start : start + last]
    return numbers


@cache
def _plain() -> NDArray[np.uint16]:
    return np.array(
        [number if chr(number).isalnum() else 32 for number in range(_NUMBERS)], np.uint16
    )
