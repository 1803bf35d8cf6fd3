import base64
import re

from clippings.small_line import small_line


def drawn(html: str) -> str:
    return base64.b64decode(html.split("base64,")[1].split('"')[0]).decode()


def test_it_stands_on_zero_and_ends_where_the_numbers_end() -> None:
    (line,) = re.findall(r'polyline points="([^"]*)"', drawn(small_line([0, 5, 10], "Articles")))
    heights = [float(point.split(",")[1]) for point in line.split()]
    assert heights[0] > heights[1] > heights[2]
    assert heights[0] - heights[1] == heights[1] - heights[2]


def test_one_number_is_no_line() -> None:
    assert small_line([3], "Articles") == ""


def test_no_change_at_all_can_be_drawn() -> None:
    assert "nan" not in drawn(small_line([0, 0, 0], "Articles"))


def test_what_it_says_is_never_markup() -> None:
    assert '"><script>' not in small_line([1, 2], '"><script>')
