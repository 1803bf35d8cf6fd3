"""The deriver of outlets' names: which are one outlet's, by the archive's own evidence and by decisions."""

import json
import re
from collections.abc import Sequence

import pandas as pd

from clippings.archive import Archive
from clippings.archive.outlets import EDIT, Met
from clippings.archive.selection import Selection
from clippings.derive_copies import regroup
from clippings.errors import ClippingsError
from clippings.provenance import joining, outlet_table
from clippings.provenance.outlet_table import EDITS, Row

_LOOKED_AT = 20
"""So many texts that hold a name and its acronym are looked at for both side by side."""


def derive_outlets(archive: Archive) -> bool:
    """Learn anew which names are one outlet's, decisions above all; whether anything changed."""
    return archive.outlets.save(
        outlet_table.known_as(_rows(archive, archive.outlets.met()).values())
    )


def edit_outlet(
    archive: Archive, does: str, name: str, value: str = "", *, because: str, who: str
) -> int:
    """Log an edit of the table of outlets and let it hold; the decision's number."""
    name, value = name.strip(), value.strip()
    check_edit(does, name, value)
    new = json.dumps({"do": does, "outlet": name, "value": value}, ensure_ascii=False)
    number = archive.decide([], EDIT, new, because=because, who=who)
    if derive_outlets(archive):
        regroup(archive)
    return number


def check_edit(does: str, name: str, value: str) -> None:
    """Raise ClippingsError unless this is an edit of the table of outlets."""
    if does not in EDITS or not name or not (value or does in ("add", "part", "kind")):
        remedy = f"Use one of {', '.join(EDITS)}, with a name and a value."
        raise ClippingsError("This is no edit of the table of outlets", f"{does} {name}", remedy)
    if does in ("rename", "alias", "join") and name == value:
        raise ClippingsError("It takes two different names", name, "Give the other one.")


def outlets_known(archive: Archive) -> pd.DataFrame:
    """The table of outlets: `outlet, kind, domains, names, basis, source, read, articles`, and
    `evidence` for the names joined in this archive; `articles` carried or written, most first."""
    met = archive.outlets.met()  # once: all articles are looked at
    rows = _rows(archive, met)
    usual = {name: row.name for row in rows.values() for name in row.joined}
    counted: dict[str, int] = {}
    for one in met:
        for name in {usual.get(n, n) for n in (one.outlet, one.origin) if n is not None}:
            counted[name] = counted.get(name, 0) + one.articles
    lines = [_line(row, counted.get(row.name, 0)) for row in rows.values()]
    table = pd.DataFrame(lines, dtype=object)
    order = ["articles", "outlet"]
    return table.sort_values(order, ascending=[False, True], ignore_index=True)


def _line(row: Row, articles: int) -> dict[str, object]:
    return {
        "outlet": row.name,
        "articles": articles,
        "kind": row.kind,
        "domains": ", ".join(row.domains) or None,
        "names": ", ".join(dict.fromkeys([*row.joined, *row.also])) or None,
        "basis": row.basis,
        "source": row.source,
        "read": row.read,
        "evidence": "; ".join(join.evidence for join in row.joined.values()) or None,
    }


def _rows(archive: Archive, met: Sequence[Met]) -> dict[str, Row]:
    def side_by_side(name: str, short: str) -> str | None:
        return _written_together(archive, name, short)

    learned = joining.joined(met, side_by_side)
    return outlet_table.table(met, learned, archive.outlets.edits())


def _written_together(archive: Archive, name: str, short: str) -> str | None:
    """The first text that writes "Inner Sea Wire (ISW)", in words."""
    form = re.compile(rf"(?<!\w){re.escape(name)}\s*[(\[]\s*{re.escape(short)}\s*[)\]]")
    words = " ".join(re.findall(r"\w+", f"{name} {short}"))
    with_both = Selection(query=f'"{words}"')
    rows = archive.rows(with_both, ("id",), limit=_LOOKED_AT)
    for id in rows["id"]:
        record = archive.record(id)
        found = form.search(record["text"]) if record else None
        if record and found:
            return f"“{record['headline']}” writes “{found.group()}”"
    return None
