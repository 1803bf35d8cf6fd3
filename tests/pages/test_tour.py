"""The tour: every picture it shows is there and small, and every page has its part."""

import re
from pathlib import Path

from clippings.pages import PAGES

DOCS = Path(__file__).parents[2] / "docs"


def test_every_picture_is_there_and_small() -> None:
    told = (DOCS / "tour.md").read_text("utf-8")
    shown = set(re.findall(r"\]\((pictures/[^)]+)\)", told))
    assert shown == {f"pictures/{file.name}" for file in (DOCS / "pictures").glob("*.png")}
    assert all((DOCS / name).stat().st_size < 200_000 for name in shown)


def test_every_page_has_its_part() -> None:
    told = (DOCS / "tour.md").read_text("utf-8")
    parts = {heading.strip() for heading in re.findall(r"^## ([^:\n]+)", told, re.MULTILINE)}
    assert {entry.title for entry in PAGES} <= parts
