"""Fragments of HTML, as feeds and exports carry them, to clean paragraphs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import lxml.etree
import lxml.html

from clippings.article import Removed

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dir div dl dt fieldset figure "
    "footer h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody "
    "tfoot thead tr ul".split()
)
_GONE = {
    "script": "markup",
    "style": "markup",
    "template": "markup",
    "svg": "markup",
    "math": "markup",
    "figcaption": "caption",
    "noscript": "markup",
    "video": "caption",
    "audio": "caption",
    "button": "markup",
    "select": "markup",
    "form": "markup",
    "textarea": "markup",
}
"""Elements that are no text of the article, and what their words are called once taken out."""

_CAPTIONS = re.compile(r"(?:^|[\s_-])(?:wp-caption-text|gallery-caption|caption-text)(?:$|\s)")
_SHARING = re.compile(
    r"(?:^|\s)(?:feedflare|sharedaddy|sd-sharing|addtoany_share_save_container)\b"
)
_MARKS = tuple('"“”„«»‚‘’「『')
_LONGEST = 2_000
"""Characters kept of something removed: a script is no reading."""

_AFTER = 60
_SPACE = re.compile(r"[ \t\r\n\f\v\u00a0]+")
# A caption that WordPress writes round an image: https://codex.wordpress.org/Caption_Shortcode
_SHORT_CAPTION = re.compile(
    r"\[(wp_)?caption\b[^\]]{0,2000}\](.{0,3000}?)\[/(?:wp_)?caption\]", re.DOTALL
)
_CAPTION_SAID = re.compile(r"\bcaption=(?:&quot;|[\"'])(.*?)(?:&quot;|[\"'])", re.DOTALL)
_SHORTCODE = re.compile(
    r"\[/?(?:gallery|embed|audio|video|playlist|youtube|vimeo|soundcloud|contact-form[\w-]*|"
    r"vc_[a-z_]+|et_pb_[a-z_]+|fusion_[a-z_]+)\b[^\]]{0,2000}\]"
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_CONTROL_BY_NUMBER = re.compile(
    r"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01]|6553[45])(?!\d)"
    r"|x0*(?:[0-8bcef]|1[0-9a-f]|fff[ef])(?![\da-f]));?",
    re.IGNORECASE,
)
"""Signs that a tree may hold but not be given, as they are and by their number (XML 1.0, production 2)."""

_TAG = re.compile(rb"<[a-zA-Z/!][^<>]{0,2000}>")
_MARKUP = re.compile(r"<[a-zA-Z/!?]|&(?:#\w{1,8}|[a-zA-Z]\w{1,30});")


@dataclass(slots=True)
class _Writer:
    """Paragraphs as they grow."""

    done: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)

    def close(self) -> None:
        lines = (_SPACE.sub(" ", line).strip() for line in "".join(self.open).split("\v"))
        text = "\n".join(line for line in lines if line)
        if text:
            self.done.append(text)
        self.open = []

    def remove(self, text: str, kind: str) -> None:
        plain = _SPACE.sub(" ", text).strip()
        if plain:
            before = _SPACE.sub(" ", "".join(self.open).replace("\v", " ")).strip()
            before = before or (self.done[-1] if self.done else "")
            self.removed.append(Removed(_shortened(plain), kind, before[-_AFTER:].strip()))


def paragraphs(html: str, *, lines: bool = False) -> tuple[str, tuple[Removed, ...]]:
    """The text of a fragment, a blank line between paragraphs, and what was taken out of it.

    With `lines`, empty lines in the source divide paragraphs too, and WordPress's shortcodes are read.
    """
    writer = _Writer()
    if lines:
        if "caption]" in html:
            html = _SHORT_CAPTION.sub(_as_figure, html)
        html = _SHORTCODE.sub("", html)
        html = re.sub(r"\r\n?", "\n", html)
    root = _parsed(html)
    if root is not None:
        _write(root, writer, lines)
    writer.close()
    return "\n\n".join(writer.done), tuple(writer.removed)


def plain(html: str, *, tags: bool = True) -> str:
    """The words of a headline or name in one line, tags and entities resolved where it may have any."""
    if tags and _MARKUP.search(html):
        html = paragraphs(html)[0]
    return _SPACE.sub(" ", _CONTROL.sub("", html)).strip()


def writable(html: str) -> str:
    """A page or fragment without the signs that no tree may be given."""
    return _CONTROL_BY_NUMBER.sub(" ", _CONTROL.sub("", html))


def _parsed(html: str) -> lxml.html.HtmlElement | None:
    """The fragment's tree, whatever it is made of; None if it holds nothing."""
    data = writable(html).encode("utf-8", errors="replace")
    if not data.strip():
        return None
    tree, whole = _tree(data)
    # Tags nested past the parser's limit lose what is in them: the words count, the tags do not.
    return tree if whole else _tree(_TAG.sub(b" ", data))[0]


def _tree(data: bytes) -> tuple[lxml.html.HtmlElement | None, bool]:
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True)
    try:
        tree = lxml.html.document_fromstring(b"<body>" + data, parser=parser)
    except lxml.etree.LxmlError:
        tree = None
    return tree, not any(said.type_name == "ERR_RESOURCE_LIMIT" for said in parser.error_log)


def _write(root: lxml.html.HtmlElement, writer: _Writer, lines: bool) -> None:
    """Walk the tree without recursion: what others wrote may be nested thousands deep."""
    walker = lxml.etree.iterwalk(root, events=("start", "end", "comment"))
    for event, element in walker:
        if event == "start":
            if kind := _removable(element):
                writer.remove(" ".join(_words(element)), kind)
                walker.skip_subtree()
                continue
            _begin(element, writer, lines)
        elif event == "end":
            _end(element, writer)
        # A subtree that was skipped still ends, and what follows it is text again.
        if event != "start" and element is not root and element.tail:
            _say(element.tail, writer, lines)


def _begin(element: lxml.html.HtmlElement, writer: _Writer, lines: bool) -> None:
    if element.tag == "br":
        _break(writer)
    elif element.tag == "img":
        writer.remove(element.get("alt") or "", "caption")
    elif element.tag in _BLOCKS:
        writer.close()
    elif element.tag in ("td", "th"):
        writer.open.append(" ")
    elif is_bare_quotation(element):
        writer.open.append("“")
    if element.text:
        _say(element.text, writer, lines)


def _end(element: lxml.html.HtmlElement, writer: _Writer) -> None:
    if element.tag in _BLOCKS:
        writer.close()
    elif is_bare_quotation(element):
        writer.open.append("”")


def is_bare_quotation(element: lxml.html.HtmlElement) -> bool:
    """Whether it holds quoted words whose marks only a browser draws."""
    if element.tag != "q":
        return False
    # Not deeper: a fragment may nest thousands of them.
    inside = element[0].text if len(element) else None
    first = (element.text or "").strip() or (inside or "").strip()
    return not first.startswith(_MARKS)


def _break(writer: _Writer) -> None:
    """One break is a new line, two are a new paragraph."""
    # A run of white space between the two makes no difference.
    before = "".join(writer.open[-2:]).rstrip(" \t\r\n\u00a0")
    if before.endswith("\v"):
        writer.close()
    else:
        writer.open.append("\v")


def _say(text: str, writer: _Writer, lines: bool) -> None:
    if not lines:
        writer.open.append(text)
        return
    first, *rest = re.split(r"\n[ \t]*\n\s*", text)
    writer.open.append(first.replace("\n", "\v"))
    for part in rest:
        writer.close()
        writer.open.append(part.replace("\n", "\v"))


def _removable(element: lxml.html.HtmlElement) -> str | None:
    if not isinstance(element.tag, str):
        return None
    if kind := _GONE.get(element.tag):
        return kind
    classes = element.get("class") or ""
    if _CAPTIONS.search(classes):
        return "caption"
    return "sharing" if _SHARING.search(classes) else None


def _words(element: lxml.html.HtmlElement) -> Iterator[str]:
    yield from (image.get("alt") or "" for image in element.iter("img"))
    yield from element.itertext()


def _as_figure(match: re.Match[str]) -> str:
    said = _CAPTION_SAID.search(match[0].split("]", 1)[0])
    caption = said[1] if said else ""
    return f"<figcaption>{caption} {match[2]}</figcaption>"


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST].rstrip() + "…"
