"""The outlets that ship: each has a source, their names lead to them and to nobody else."""

import csv
import re
from importlib import resources

import pytest

from clippings.provenance import outlets


def _parts(source: str) -> list[str]:
    """The lists that the source of a row names: "one; address: another; kind: a third"."""
    return [part.removeprefix("address: ").removeprefix("kind: ") for part in source.split("; ")]


def _listed() -> dict[str, dict[str, str]]:
    text = resources.files("clippings.provenance").joinpath("outlet_sources.csv").read_text("utf-8")
    return {row["source"]: row for row in csv.DictReader(text.splitlines())}


def test_every_outlet_has_a_source_and_the_day_it_was_read() -> None:
    for outlet in outlets.shipped():
        assert outlet.source, outlet.name
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", outlet.read or ""), outlet.name


def test_every_source_can_be_looked_up() -> None:
    listed = _listed()
    named = {part for outlet in outlets.shipped() for part in _parts(outlet.source or "")}
    assert named == set(listed)
    assert all(row["where"] and row["licence"] and row["gives"] for row in listed.values())


def test_a_list_of_addresses_alone_sources_no_row_without_one() -> None:
    listed = _listed()
    for outlet in outlets.shipped():
        first = _parts(outlet.source or "")[0]
        assert (
            outlet.domains or "name" in listed[first]["gives"] or "what" in listed[first]["gives"]
        )


def test_names_and_domains_are_nobody_elses() -> None:
    names = [outlet.name for outlet in outlets.shipped()]
    domains = [domain for outlet in outlets.shipped() for domain in outlet.domains]
    assert len(names) == len(set(names))
    assert len(domains) == len(set(domains))


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("FNA", "Fars News Agency"),
        ("fna", None),
        ("the Associated Press", "Associated Press"),
        ("Reuters-it", "Reuters"),
        ("BBC-së", "BBC"),
        ("BBC Persian", "BBC"),
        ("خبرگزاری فارس", "Fars News Agency"),
        ("وكالة مهر للأنباء", "Mehr News Agency"),
        ("أ.ف.ب", "Agence France-Presse"),
        ("الحياة", None),
        ("Energy Saving Agency", None),
        ("کیهان لندن", "Kayhan London"),
        ("کیهان", "Kayhan"),
        ("صوت أميركا", "Voice of America"),
        ("BTA", "Bulgarian News Agency"),
        ("Tanjug", "Tanjug"),
    ],
)
def test_an_outlet_is_known_by_its_spellings(spelling: str, name: str | None) -> None:
    assert outlets.known(spelling) == name


@pytest.mark.parametrize(
    ("words", "carrier", "is_it"),
    [
        ("the Herald", "Veld Herald", True),
        ("Veld Herald", "The Veld Herald", True),
        ("Zërin e Malit", "Zëri i Malit", True),
        ("the Society", "Mirror House Society", False),
        ("Luth Herald", "Veld Herald", False),
        ("the Herald", None, False),
    ],
)
def test_the_carrier_is_known_by_a_part_of_its_name(
    words: str, carrier: str | None, is_it: bool
) -> None:
    assert outlets.own(words, carrier) is is_it
