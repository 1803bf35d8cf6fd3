"""WordPress's export files (WXR)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import Any, BinaryIO

import lxml.etree

from clippings.article import Article, Person
from clippings.errors import SourceError
from ingest import urls
from ingest.markup import paragraphs, plain
from ingest.outcomes import Skipped
from ingest.readers.charsets import in_utf8
from ingest.readers.people import people
from ingest.readers.roots import root

_EXPORT = re.compile(r"wordpress\.org/export/|<wp:wxr_version")
_CREATED = re.compile(r'created="(\d{4}-\d\d-\d\d) (\d\d:\d\d)"')

MACHINERY = frozenset(
    "attachment nav_menu_item revision page custom_css customize_changeset oembed_cache user_request "
    "wp_block wp_template wp_template_part wp_global_styles wp_navigation wp_font_family wp_font_face "
    "acf-field acf-field-group elementor_library wpcf7_contact_form shop_order product_variation feedback "
    "jp_pay_order mc4wp-form ml-slider popup safecss tablepress_table".split()
)
"""Types of entry that are no article: pages, menus, pictures and the works of plugins."""
_NO_SECTION = frozenset("uncategorized uncategorised allgemein".split())
LANGUAGE = re.compile(r"([a-zA-Z]{2})(?:[-_]\w+)*$")


@dataclass(slots=True)
class _Blog:
    """What an export says of the whole site."""

    source: str
    title: str | None = None
    link: str | None = None
    language: str | None = None
    captured: str | None = None
    authors: dict[str, str] = field(default_factory=dict)
    """Display names by login."""


def recognises(head: bytes) -> bool:
    """Whether this is RSS with WordPress's own elements."""
    name, text = root(head)
    return name == "rss" and bool(_EXPORT.search(text))


def read(name: str, stream: BinaryIO) -> Iterator[Article | Skipped]:
    """One article a published post, whatever else the export holds skipped and counted by its kind."""
    blog = _Blog(name)
    # Entities are never expanded, so that a file of a few lines cannot become one of gigabytes.
    elements = lxml.etree.iterparse(
        _Watched(in_utf8(stream), name, blog),
        events=("start", "end"),
        encoding="utf-8",
        recover=True,
        huge_tree=True,
        resolve_entities=False,
        no_network=True,
    )
    number = 0
    try:
        for number, element in enumerate(_items(elements, blog), 1):
            yield _post(_fields(element), blog, f"{name}:{number}")
    # A name in half a character comes as the second of these.
    except (lxml.etree.LxmlError, UnicodeDecodeError) as error:
        raise _broken(name, str(error)) from error
    wrong = [said for said in elements.error_log if said.level_name == "FATAL"]
    if wrong:
        raise _broken(name, f"line {wrong[0].line}: {wrong[0].message.strip()}")
    if not number:
        raise SourceError(
            "The export holds no posts",
            name,
            "Export the site's posts once more.",
            reason="no articles",
        )


class _Watched:
    """The export's bytes, refused if they define entities of their own."""

    def __init__(self, stream: Any, name: str, blog: _Blog) -> None:
        self._stream = stream
        self._name = name
        self._blog = blog
        self._begun = False

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        part: bytes = self._stream.read(size)
        if not self._begun:
            self._begun = True
            self._begin(part)
        return part

    def _begin(self, part: bytes) -> None:
        text = part.decode("utf-8", errors="replace")
        if "<!ENTITY" in text:
            what = "The file defines entities of its own, which no export does"
            remedy = "Take their lines out, if you trust it."
            raise SourceError(what, self._name, remedy, reason="own entities")
        if created := _CREATED.search(text):
            self._blog.captured = f"{created[1]}T{created[2]}"


def _broken(name: str, why: str) -> SourceError:
    remedy = f"At {why}. What could be read was kept; export the site again to have the rest."
    return SourceError("The XML is broken", name, remedy, reason="damaged")


def _items(elements: Any, blog: _Blog) -> Iterator[Any]:
    """Each item once it is whole, everything before it let go."""
    depth = 0
    for event, element in elements:
        tag = _tag(element)
        if event == "start":
            depth += tag == "item"
            continue
        if tag == "item":
            depth -= 1
            if not depth:
                yield element
                _let_go(element)
        elif not depth:
            _learn(tag, element, blog)


def _let_go(element: Any) -> None:
    element.clear(keep_tail=False)
    while element.getprevious() is not None and element.getparent() is not None:
        del element.getparent()[0]


def _learn(tag: str, element: Any, blog: _Blog) -> None:
    """Take in what the export says before its posts."""
    text = "".join(element.itertext()).strip() if len(element) == 0 else ""
    if tag == "title" and blog.title is None:
        blog.title = plain(text) or None
    elif tag == "link" and blog.link is None:
        blog.link = text or None
    elif tag == "language" and (found := LANGUAGE.match(text)):
        blog.language = found[1].lower()
    elif tag == "wp:author":
        said = _fields(element)
        name = said.get("wp:author_display_name", [""])[0]
        for login in said.get("wp:author_login", []):
            blog.authors[login] = name
        _let_go(element)
    elif tag in ("wp:category", "wp:tag", "wp:term"):
        _let_go(element)


def _tag(element: Any) -> str:
    """The element's name under the prefixes exports use, whichever this one does."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    space, _, name = tag.rpartition("}")
    if not space:
        return tag.strip()
    if "/excerpt/" in space:
        return f"excerpt:{name}"
    if "wordpress.org/export" in space:
        return f"wp:{name}"
    if "purl.org/rss/1.0/modules/content" in space:
        return f"content:{name}"
    return f"dc:{name}" if "purl.org/dc" in space else name


def _fields(element: Any) -> dict[str, list[str]]:
    """The texts of an element's children by name; categories and comments with their kind."""
    found: dict[str, list[str]] = {}
    for child in element.iterchildren(tag=lxml.etree.Element):
        tag = _tag(child)
        if tag == "category":
            tag = f"category:{child.get('domain') or 'category'}"
        elif tag == "wp:comment":
            said = _fields(child)
            approved = said.get("wp:comment_approved", ["1"])[0] == "1"
            kind = said.get("wp:comment_type", [""])[0] or "comment"
            tag = f"comment:{kind}" if approved else "comment:refused"
        found.setdefault(tag, []).append("".join(child.itertext()).strip())
    return found


def _post(said: dict[str, list[str]], blog: _Blog, where: str) -> Article | Skipped:
    def one(name: str) -> str:
        return next((value for value in said.get(name, ()) if value), "")

    kind, status = one("wp:post_type") or "post", one("wp:status") or "publish"
    if kind in MACHINERY:
        return Skipped(
            where, f"no post: {kind}", f"It is of the type {kind}, which holds no article."
        )
    if status != "publish" or one("wp:post_password"):
        return Skipped(where, "not published", f'The post "{one("title")}" was not published.')
    text, removed = paragraphs(one("content:encoded"), lines=True)
    headline = plain(one("title"))
    if not headline and not text:
        return Skipped(where, "no headline or text", "The post has neither a headline nor a text.")
    login = one("dc:creator")
    published, precision = moment(one("wp:post_date"), one("wp:post_date_gmt")) or (None, None)
    link = one("link")
    return Article(
        headline=headline,
        source=blog.source,
        text=text,
        url=urls.canonical(link) if urls.is_address(link) else None,
        site=urls.domain(link or blog.link or ""),
        outlet=blog.title,
        section=section(said.get("category:category", [])),
        tags=tags(said.get("category:post_tag", [])),
        published=published,
        published_precision=precision,
        modified=(moment(one("wp:post_modified"), one("wp:post_modified_gmt")) or (None,))[0],
        byline=_byline(blog.authors.get(login) or login, blog.title),
        language=blog.language,
        comments=len(said.get("comment:comment", [])),
        captured=blog.captured,
        stub=not text,
        removed=removed,
    )


def _byline(name: str, outlet: str | None) -> tuple[Person, ...]:
    """Who signs, if the display name is a name and no login: a login has no capital and no space."""
    return people(name, outlet) if name != name.lower() or " " in name else ()


def section(names: list[str]) -> str | None:
    """The first category that is one."""
    sections = (plain(name) for name in names)
    return next((name for name in sections if name and name.lower() not in _NO_SECTION), None)


def tags(names: list[str]) -> tuple[str, ...]:
    """The tags, each once."""
    return tuple(dict.fromkeys(tag for name in names if (tag := plain(name))))


def moment(local: str, utc: str) -> tuple[str, str] | None:
    """The time on the site's own clock, with its offset where the time in UTC gives it."""
    try:
        moment = datetime.fromisoformat(local.strip())
    except ValueError:
        local, moment = "", datetime.min
    try:
        offset = moment - datetime.fromisoformat(utc.strip()) if local else timedelta()
        moment = moment if local else datetime.fromisoformat(utc.strip())
    except ValueError:
        return (moment.isoformat(), "second") if local and moment.year >= 1900 else None
    if abs(offset) <= timedelta(hours=14) and not offset % timedelta(minutes=15):
        moment = moment.replace(tzinfo=timezone(offset))
    return (moment.isoformat(), "second") if moment.year >= 1900 else None
