"""The table of outlets: what ships, what the archive taught, and above both what analysts decided."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from clippings.archive.outlets import Edit, KnownAs, Met
from clippings.provenance import outlets

EDITS = ("add", "rename", "alias", "domain", "kind", "join", "part")
"""What an edit does with the outlet it names; all but `add` and `part` have a value."""


@dataclass(slots=True)
class Row:
    """One outlet as the table has it now."""

    name: str
    basis: str
    """"shipped", "learned" or "decided"."""
    kind: str | None = None
    domains: list[str] = field(default_factory=list)
    also: list[str] = field(default_factory=list)
    """Other names it ships with."""
    joined: dict[str, KnownAs] = field(default_factory=dict)
    """Names met in the archive that are counted as it, each with what says so."""
    source: str | None = None
    """Where the row comes from; of a shipped one lists in `outlet_sources.csv`: the one that names it,
    after "address: " the one that has its address, after "kind: " the one that says what it is."""
    read: str | None = None
    """The day the source was read."""


def table(met: Sequence[Met], learned: Sequence[KnownAs], edits: Iterable[Edit]) -> dict[str, Row]:
    """Every outlet by its usual name, after the edits in their order."""
    rows = {
        one.name: Row(
            one.name, "shipped", one.kind, list(one.domains), list(one.aliases),
            source=one.source, read=one.read,
        )
        for one in outlets.shipped()
    }  # fmt: skip
    for join in learned:
        _row(rows, join.outlet, "learned").joined[join.name] = join
    joined = {join.name for join in learned}
    for one in met:
        if one.outlet is not None and one.outlet not in joined:
            row = _row(rows, one.outlet, "learned")
            if row.basis == "learned" and one.site and one.site not in row.domains:
                row.domains.append(one.site)
                row.source = "its name and domain in this archive"
    for done in edits:
        _apply(rows, done, met)
    return rows


def known_as(rows: Iterable[Row]) -> list[KnownAs]:
    """Every name that is counted under another."""
    return [
        KnownAs(name, row.name, join.basis, join.evidence, join.confidence)
        for row in rows
        for name, join in row.joined.items()
        if name != row.name
    ]


def _row(rows: dict[str, Row], name: str, basis: str) -> Row:
    """The row of that name, or of the outlet the name is joined to; a new one if there is none."""
    owner = rows.get(name) or next((row for row in rows.values() if name in row.joined), None)
    if owner is None:
        owner = rows[name] = Row(name, basis)
    return owner


def _apply(rows: dict[str, Row], done: Edit, met: Sequence[Met]) -> None:
    said = f"decision {done.number}: {done.because}"
    if done.does == "part":
        _part(rows, done.outlet)
        return
    row = _row(rows, done.outlet, "decided")
    if done.does == "rename":
        _rename(rows, row, done.value, said)
    elif done.does == "alias":
        _join(rows, done.value, row, said)
    elif done.does == "join":
        _join(rows, done.outlet, _row(rows, done.value, "decided"), said)
    elif done.does == "kind":
        row.kind, row.source, row.read = done.value or None, said, done.when[:10]
    elif done.does == "domain":
        row.domains = list(dict.fromkeys([*row.domains, done.value.lower()]))
        for name in _carried_only_at(done.value.lower(), met):
            _join(rows, name, row, said)


def _carried_only_at(domain: str, met: Sequence[Met]) -> set[str]:
    here = {one.outlet for one in met if one.outlet and one.site == domain}
    return {name for name in here if name} - {
        one.outlet for one in met if one.outlet and one.site != domain
    }


def _join(rows: dict[str, Row], name: str, to: Row, said: str) -> None:
    """Let a name, and all that is joined under it, be the other outlet's."""
    if name == to.name:
        return
    own = rows.pop(name, None)
    for row in rows.values():
        if row is not to:
            row.joined.pop(name, None)
    if own is not None:
        to.joined |= own.joined
        to.domains = list(dict.fromkeys([*to.domains, *own.domains]))
        to.also = list(dict.fromkeys([*to.also, *own.also]))
        to.kind = to.kind or own.kind
    to.joined[name] = KnownAs(name, to.name, "decided", said)


def _rename(rows: dict[str, Row], row: Row, name: str, said: str) -> None:
    former = row.name
    del rows[former]
    if name in rows:
        rows[former] = row
        _join(rows, former, rows[name], said)
        return
    row.name = name
    row.joined.pop(name, None)
    row.joined[former] = KnownAs(former, name, "decided", said)
    rows[name] = row


def _part(rows: dict[str, Row], name: str) -> None:
    """Let a name be an outlet's own again, whatever says it is another's."""
    for row in list(rows.values()):
        if row.joined.pop(name, None) is not None:
            rows[name] = Row(name, "decided")
