"""The credit lines of an article are taken out of its text and kept."""

from collections.abc import Sequence

from clippings.article import Credit, Person
from clippings.provenance import credits
from ingest.readers.lines import is_paragraph
from ingest.readers.pieces import Piece, kept


def take_credits(
    pieces: Sequence[Piece], vocabulary: frozenset[str]
) -> tuple[tuple[Credit, ...], tuple[Person, ...]]:
    """Mark the credit lines among the first and last lines of a text; what they say, in order.

    `vocabulary` is every word the page has in small letters: what stands there is no name.
    """
    lines = kept(pieces)
    told: dict[int, credits.Told] = {}
    for number in (*range(min(2, len(lines))), *range(max(len(lines) - 4, 2), len(lines))):
        if found := credits.certain(lines[number].text):
            told[number] = found
    if lines and 0 not in told and (found := credits.at_edge(lines[0].text, vocabulary)):
        told[0] = found
    if 0 not in told and (found := _over(lines, vocabulary)):
        told[0] = found
    for number in range(len(lines) - 1, 0, -1):
        if number in told:
            continue
        line, above = lines[number], lines[number - 1].text
        found = credits.dashed(line.text, above) or credits.closing(line.text, vocabulary)
        if found is None or not line.gap:
            break
        told[number] = found
    for number in told:
        lines[number].dropped = "credit"
    ordered = [told[number] for number in sorted(told)]
    people = credits.everyone(
        (person for one in ordered for person in one.people),
        " ".join(piece.text for piece in pieces),
    )
    return tuple(one.credit for one in ordered), people


def _over(lines: Sequence[Piece], vocabulary: frozenset[str]) -> credits.Told | None:
    """Who signs in capitals over the first paragraph."""
    if len(lines) < 2 or not lines[1].gap or not is_paragraph(lines[1].text):
        return None
    rest = " ".join(piece.text for piece in lines[1:])
    return credits.opening(lines[0].text, vocabulary, rest)
