"""Two articles beside each other as HTML: what was cut, added, rewritten, moved, in words and colour."""

import html
from collections.abc import Callable, Sequence

import pandas as pd

from clippings.copies import Stretch, diff
from clippings.diff_page import marked
from clippings.pages.escaping import direction, tag_text
from clippings.pages.opening import day_said
from clippings.shared_texts import Side

# Each kind has a line or a sign of its own, so that none is told by colour alone. The colours are
# mixed from those of the page, light or dark.
STYLE = """<style>
.beside { display: grid; grid-template-columns: 1fr 1fr; gap: 2rem; }
.beside > div { min-width: 0; overflow-wrap: anywhere; font-family: "Source Serif", "Noto Naskh Arabic",
  Georgia, serif; font-size: 1.05rem; line-height: 1.6; }
.beside h3 { font: inherit; font-size: 1.35rem; font-weight: 600; line-height: 1.3; padding: 0;
  margin: 0 0 .6rem; }
.beside > div { max-width: 42rem; }
.beside .text { white-space: pre-line; }
.beside :lang(fa), .beside :lang(ar) { line-height: 1.9; }
.changes del, .changes ins, .changes mark { color: inherit; border-radius: .15em; padding: 0 .1em; }
.changes del { background: color-mix(in srgb, #DC2626 20%, transparent); text-decoration: line-through; }
.changes ins { background: color-mix(in srgb, #16A34A 22%, transparent); text-decoration: underline;
  text-decoration-thickness: 2px; }
.changes mark.rewritten { background: color-mix(in srgb, #F5B301 28%, transparent);
  border-bottom: 2px dotted currentColor; }
.changes mark.shared { background: color-mix(in srgb, #0D9488 22%, transparent);
  border-bottom: 2px solid currentColor; }
.changes mark.moved { background: color-mix(in srgb, #3B82F6 22%, transparent);
  border-bottom: 3px double currentColor; }
.changes mark.moved::before { content: "\\21C5\\00A0"; opacity: .8; }
ol.changes { max-width: 46rem; }
.changes li { margin-bottom: .6rem; overflow-wrap: anywhere; }
@media (max-width: 45rem) {
  .beside { grid-template-columns: 84vw 84vw; overflow-x: auto; scroll-snap-type: x proximity; }
  .beside > div { scroll-snap-align: start; }
}
</style>"""

KINDS = {"exact": "word for word", "near": "almost word for word", "reworked": "reworked"}
"""How alike the places of a passage are, in words."""

_MARKED = {
    "cut": "<del>cut</del>",
    "added": "<ins>added</ins>",
    "rewritten": '<mark class="rewritten">rewritten</mark>',
    "moved": '<mark class="moved">moved</mark>',
}

# On a narrow screen it scrolls sideways, from the keyboard too.
_BESIDE = '<div class="beside changes" tabindex="0" role="group" aria-label="Side by side">'

_LEAST_SHARED = 40
"""Letters that a stretch of two different articles must have to be more than a turn of phrase."""


def sides_html(sides: Sequence[Side]) -> str:
    """Both, each in its own language and direction, below the key to the marks that occur, each with
    how many words it is."""
    both = "".join(_side(side) for side in sides)
    return f"{STYLE}{_key(sides)}{_BESIDE}{both}</div>"


def shared_html(sides: Sequence[Side]) -> str:
    """Both, and of each only what the other has too marked: they are different articles."""
    both = "".join(_side(side, _shared) for side in sides)
    return f"{STYLE}{_BESIDE}{both}</div>"


def _shared(text: str, stretches: Sequence[Stretch]) -> str:
    """The text as HTML, its long stretches that stand in the other too marked."""
    said = []
    for one in stretches:
        piece = html.escape(text[one.start : one.end])
        long = one.end - one.start >= _LEAST_SHARED and one.kind in ("kept", "moved")
        said.append(f'<mark class="shared">{piece}</mark>' if long else piece)
    return "".join(said)


def _key(sides: Sequence[Side]) -> str:
    words = dict.fromkeys(_MARKED, 0)
    for place, side in enumerate(sides):
        for one in side.text_stretches:
            # What both sides have is counted where it stands now.
            if one.kind in words and (place or one.kind == "cut"):
                words[one.kind] += len(side.text[one.start : one.end].split())
    said = [f"{_MARKED[kind]} {count:,}" for kind, count in words.items() if count]
    return f'<p class="changes">Words of the text: {", ".join(said) or "all the same"}</p>'


def _side(side: Side, shown: Callable[[str, Sequence[Stretch]], str] = marked) -> str:
    named = f' lang="{html.escape(side.language)}"' if side.language else ""
    said = tag_text(side.outlet or "outlet unknown")
    published = side.published or "undated"
    day = day_said(published[:10]) if len(published) >= 10 else published
    version = f"<br>{html.escape(side.version)}" if side.version else ""
    return (
        f"<div><small>{said}, {html.escape(day)}{version}</small>"
        f'<article dir="{direction(side.language)}"{named}>'
        f"<h3>{shown(side.headline, side.headline_stretches)}</h3>"
        f'<div class="text">{shown(side.text, side.text_stretches)}</div></article></div>'
    )


def line(outlet: str | None, day: str | None, headline: str) -> str:
    """An article in one line, each name kept from turning the direction of what stands beside it."""
    return f"\u2068{outlet or 'outlet unknown'}\u2069, {day_said(day)}: \u2068{headline}\u2069"


def headline_changes(members: pd.DataFrame) -> pd.DataFrame:
    """Those of a group whose headline is not the first one's: `day, outlet, before, headline`."""
    first = members["headline"].iloc[0]
    changed = members.loc[members["headline"] != first, ["id", "day", "outlet", "headline"]]
    changed.insert(3, "before", first)
    return changed.reset_index(drop=True)


def headlines_html(changed: pd.DataFrame, language: str | None) -> str:
    """Each new headline once, with what is new in it marked, what it no longer says, and whose it is."""
    named = f' lang="{html.escape(language)}"' if language else ""
    arrow = "←" if direction(language) == "rtl" else "→"
    items = []
    for headline, rows in changed.groupby("headline", sort=False):
        before = rows["before"].iloc[0]
        found = diff(before, str(headline))
        said = "; ".join(
            f"{tag_text(row['outlet'] or 'outlet unknown')}, {html.escape(day_said(row['day']))}"
            for row in rows.astype(object).where(rows.notna(), None).to_dict("records")
        )
        items.append(
            f"<li><small>{said}</small>"
            f'<div dir="{direction(language)}"{named}>{marked(before, found.left)}'
            f"<br>{arrow} <strong>{marked(str(headline), found.right)}</strong></div></li>"
        )
    return f'{STYLE}<ol class="changes">{"".join(items)}</ol>'


def passage_html(text: str, kind: str, language: str | None) -> str:
    """A passage whole, and how alike its places are."""
    return (
        f"<blockquote>{tag_text(text, language)}</blockquote>"
        f"<p><small>Shared {html.escape(KINDS.get(kind, kind))}</small></p>"
    )
