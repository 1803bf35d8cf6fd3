"""Two articles side by side as one HTML file that needs nothing else."""

import html
from collections.abc import Sequence

from clippings.copies import Stretch
from clippings.shared_texts import Side

_RIGHT_TO_LEFT = ("ar", "fa", "he", "ur", "ckb", "ps", "ug", "yi", "sd", "dv")

_TAGS = {
    "cut": ("del", "cut"),
    "added": ("ins", "added"),
    "rewritten": ("mark", "rewritten"),
    "moved": ("mark", "moved"),
}

_STYLE = """
body { margin: 2rem; font: 16px/1.55 system-ui, sans-serif; color: #1f2933; background: #fff }
main { display: grid; grid-template-columns: 1fr 1fr; gap: 2.5rem; max-width: 80rem }
p { white-space: pre-line } header p { color: #5b6673; margin: 0 }
del, ins, mark { color: inherit; border-radius: 2px; padding: 0 1px }
del { background: #fde2e1 } ins { background: #d9f2e3; text-decoration-thickness: 2px }
mark.rewritten { background: #fdf0c4; border-bottom: 2px dotted #9a6700 }
mark.moved { background: #dbeafe; border-bottom: 2px solid #1d4ed8 }
@media (max-width: 45rem) { main { grid-template-columns: 1fr } }
@media print { del, ins, mark { print-color-adjust: exact } }
"""


def page(sides: Sequence[Side]) -> str:
    """The page: headline and text of each, with what was cut, added, rewritten or moved marked."""
    title = html.escape(" – ".join(side.headline for side in sides))
    columns = "".join(_column(side) for side in sides)
    key = " ".join(f'<{tag} class="{name}">{kind}</{tag}>' for kind, (tag, name) in _TAGS.items())
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width">'
        f"<style>{_STYLE}</style><p>{key}</p><main>{columns}</main></html>\n"
    )


def _column(side: Side) -> str:
    language = side.language or ""
    direction = "rtl" if language in _RIGHT_TO_LEFT else "auto" if not language else "ltr"
    said = ", ".join(filter(None, [
        side.outlet or "outlet unknown", side.published or "undated", side.id, side.version,
    ]))  # fmt: skip
    return (
        f"<article><header><p>{html.escape(said)}</p></header>"
        f'<div lang="{html.escape(language)}" dir="{direction}">'
        f"<h1>{marked(side.headline, side.headline_stretches)}</h1>"
        f"<p>{marked(side.text, side.text_stretches)}</p></div></article>"
    )


def marked(text: str, stretches: Sequence[Stretch]) -> str:
    """The text as HTML, each stretch in the element that says what became of it."""
    return "".join(_stretch(text[one.start : one.end], one) for one in stretches)


def _stretch(text: str, stretch: Stretch) -> str:
    if stretch.kind not in _TAGS:
        return html.escape(text)
    tag, name = _TAGS[stretch.kind]
    pair = "" if stretch.pair is None else f' data-pair="{stretch.pair}"'
    return f'<{tag} class="{name}" title="{name}"{pair}>{html.escape(text)}</{tag}>'
