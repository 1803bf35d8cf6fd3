"""A byline as an analyst writes it, "Anna Moss (writing, Port Sel); Ben Ode", and as the log keeps it."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from clippings.errors import ClippingsError

FORM = "Name (role, place); Name"
"""How it is written, for whoever is asked for one."""

ROLES = ("writing", "reporting", "editing", "contributing", "translation", "photography")
"""What stands alone in parentheses is a role if it is one of these, else a place."""

_PARTS = ("name", "role", "place")
_MOST = 200
"""People in one byline, and characters in a name, a role or a place."""
_SPOKEN = re.compile(r"(?P<name>[^()]+?)\s*(?:\((?P<said>[^()]*)\))?")

People = list[dict[str, str | None]]


def people(written: str) -> People:
    """Who is named, as `{name, role, place}`, from the readable form or JSON; nobody in an empty text."""
    if written.lstrip().startswith("["):
        return _checked(_from_json(written), written)
    told = [part.strip() for part in written.replace("；", ";").replace("؛", ";").split(";")]
    return _checked([_person(part, written) for part in told if part], written)


def spelled(named: Sequence[Mapping[str, Any]] | None) -> str:
    """The readable form, or JSON where it would be read as other people."""
    plain = [{part: person.get(part) for part in _PARTS} for person in named or ()]
    written = "; ".join(_spelled(person) for person in plain)
    try:
        same = people(written) == plain
    except ClippingsError:
        same = False
    return written if same else json.dumps(plain, ensure_ascii=False)


def logged(written: str | None) -> str | None:
    """What the log keeps of it: JSON that is the same for the same people; None for nobody."""
    named = people(written or "")
    return json.dumps(named, ensure_ascii=False) if named else None


def _person(said: str, written: str) -> dict[str, str | None]:
    match = _SPOKEN.fullmatch(said)
    if match is None:
        raise _unreadable(written)
    first, comma, rest = (match["said"] or "").partition(",")
    role, place = first.strip() or None, rest.strip() or None
    if role and not comma and role.casefold() not in ROLES:
        role, place = None, role
    return {"name": match["name"].strip(), "role": role, "place": place}


def _spelled(person: Mapping[str, Any]) -> str:
    name, role, place = (person[part] or "" for part in _PARTS)
    if not role and not place:
        return str(name)
    if not place:
        return f"{name} ({role if role in ROLES else role + ','})"
    alone = not role and place.casefold() not in ROLES and "," not in place
    return f"{name} ({place if alone else role + ', ' + place})"


def _from_json(written: str) -> list[Any]:
    try:
        told = json.loads(written)
    except (ValueError, RecursionError) as error:
        raise _unreadable(written) from error
    whole = isinstance(told, list) and all(
        isinstance(one, dict) and one.keys() <= set(_PARTS) for one in told
    )
    if not whole:
        raise _unreadable(written)
    return [{part: one.get(part) for part in _PARTS} for one in told]


def _checked(told: list[dict[str, Any]], written: str) -> People:
    for person in told:
        if not all(value is None or isinstance(value, str) for value in person.values()):
            raise _unreadable(written)
        for part, value in person.items():
            person[part] = " ".join(value.split()) or None if value is not None else None
        if not person["name"] or max(len(value or "") for value in person.values()) > _MOST:
            raise _unreadable(written)
    if len(told) > _MOST:
        raise _unreadable(written)
    return told


def _unreadable(written: str) -> ClippingsError:
    shown = written if len(written) <= _MOST else written[:_MOST] + "…"
    remedy = f"Write it as {FORM}, or as JSON: a list of name, role, place."
    return ClippingsError("This is no byline", shown, remedy)
