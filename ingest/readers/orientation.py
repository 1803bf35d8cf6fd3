"""On which side of its article a page's date stands: told by what is around the dates."""

from collections.abc import Sequence

from ingest.readers.groups import Group
from ingest.readers.lines import Line, first_paragraph, in_menu, is_finished, is_paragraph


def leads(found: list[Line], groups: Sequence[Group]) -> bool:
    """Whether dates stand between headline and text rather than after the text."""
    votes = 0
    for group in groups:
        if not group.meta.published or group.more:
            continue
        before = found[group.start - 1] if group.start else None
        ends = before is None or is_paragraph(before.text) or is_finished(before.text)
        begins = opens(found, group)
        if begins and not ends:
            votes += 1
        elif group.strong and not begins:
            votes -= 1
    heads = heads_of(found, groups)
    return votes > 0 and bool(heads) and not _has_text(found[: heads[0].start])


def heads_of(found: list[Line], groups: Sequence[Group]) -> list[Group]:
    """The groups that stand between a headline and its text.

    A chronicle has bare dates over its paragraphs too; where the page's own dates come with an
    author or comments, only such are heads.
    """
    heads = [
        group
        for group in groups
        if group.meta.published and opens(found, group) and not _closes(found, group)
    ]
    known = [group for group in heads if group.strong or group.meta.author]
    return known if len(known) * 2 >= len(heads) else heads


def _closes(found: list[Line], group: Group) -> bool:
    """Whether a text ends right before a bare date, so that no headline stands there."""
    if not group.start:
        return True
    before = found[group.start - 1].text
    running = is_paragraph(before) and before[-1:] not in '?؟!"”»'
    return not (group.strong or group.meta.author) and (running or before[-1:] in ".۔")


def _has_text(segment: list[Line]) -> bool:
    """Whether running text stands here below the menus, that is an article."""
    for line in reversed(segment):
        if line.kind in ("bullet", "copyright", "crumbs", "end", "site") or in_menu(line):
            return False
        if line.kind == "text" and is_paragraph(line.text):
            return True
    return False


def opens(found: list[Line], group: Group) -> bool:
    """Whether running text begins right after a group."""
    if group.end >= len(found) or found[group.end].kind != "text":
        return False
    after = found[group.end].text
    # The capture may have ended in the first line already.
    runs = is_paragraph(after) or (group.end == len(found) - 1 and after.count(" ") > 2)
    return runs and not after[0].islower()


def precedes(found: list[Line], groups: Sequence[Group]) -> bool:
    """Whether a bare date stands above each headline: none has text before the first one."""
    if not groups or any(group.strong and group.meta.published for group in groups):
        return False
    dated = [group for group in groups if group.meta.published]
    if not dated or first_paragraph(found) < dated[0].start:
        return False
    return any(
        line.kind == "text" and is_paragraph(line.text)
        for group in dated
        for line in found[group.end + 1 : group.end + 3]
    )
