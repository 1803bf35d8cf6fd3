"""Addresses made canonical, so that one article is one row however it was reached."""

import html
import re
from urllib.parse import parse_qsl, unquote, urlsplit, urlunsplit

from courlan import extract_domain, normalize_url

_ADDRESS = re.compile(r"https?://[^\s/?#]+", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"""https?://(?:
        web\.archive\.org/web/\d{4,14}(?:[a-z]{2}_)?/       # a capture in the Wayback Machine
      | archive\.(?:today|ph|is|li|md|vn|fo)/(?:\d{4}\.?\d\d\.?\d\d-?\d{6}|newest|oldest|o/\w+)/  # or there
      | (?:www\.)?google\.[a-z.]+/amp/(?=(?P<secure>s/)?)   # a page shown in Google's viewer
      | [\w-]+\.cdn\.ampproject\.org/[a-z]/(?=(?P<cached>s/)?)
    )(?:s/)?(?P<there>\S+)""",
    re.VERBOSE | re.IGNORECASE,
)
"""Addresses that hold another one in their path."""

_CARRIERS = (
    ("google.", "/url", ("url", "q")),
    ("l.facebook.com", "/l.php", ("u",)),
    ("lm.facebook.com", "/l.php", ("u",)),
    ("news.url.google.com", "/", ("url",)),
)
"""Redirects by host, path and the parameters that hold the real address."""

_TRACKING = frozenset(
    "amp outputtype at_medium at_campaign at_custom1 at_custom2 at_custom3 at_custom4 cmp cmpid cid_source "
    "cmpref ncid ns_campaign ns_mchannel ns_source ns_linkname ocid smid smtyp partner feedtype "
    "feedname xtor igshid mkt_tok oly_enc_id rss_id __twitter_impression guccounter".split()
)
"""Parameters of news sites that tell how a reader came, beside those courlan knows."""

_MOBILE = re.compile(r"^(?:m|mobile|mobil|amp|touch)\.(?=[^.]+\.[^.]+)", re.IGNORECASE)
_AMP_PATH = re.compile(
    r"(?<=.)/amp/?$|(?<=.)/amp/index\.html$|(?:\.amp(?=\.html$)|\.amp$)", re.IGNORECASE
)
_SESSION = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/?#]*", re.IGNORECASE)
_ESCAPE = re.compile(r"%[0-9a-fA-F]{2}")


def canonical(url: str) -> str:
    """The address without what changes with the way to it; what is no web address stays as it is."""
    url = html.unescape(url.strip()) if "&amp;" in url else url.strip()
    if not _ADDRESS.match(url):
        return url
    url = _there(url)
    try:
        url = normalize_url(_SESSION.sub("", url))
        return _settled(url)
    except (ValueError, UnicodeError):
        return url


def domain(url: str) -> str | None:
    """The host of an address without `www.` and the names of mobile twins; None if there is none."""
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return _MOBILE.sub("", host.removeprefix("www.")) if host else None


def is_address(text: str | None) -> bool:
    """Whether the text is an address on the web."""
    return bool(text and _ADDRESS.match(text.strip()))


def _there(url: str) -> str:
    """The address that this one only leads to, or itself."""
    if match := _ELSEWHERE.match(url):
        there = match["there"]
        if not _ADDRESS.match(there):
            # An archive's addresses may drop a slash: `/web/2020/http:/a.example`.
            there = re.sub(r"^(https?):/(?=[^/])", r"\1://", there)
        if not _ADDRESS.match(there):
            there = f"http{'s' if match['secure'] or match['cached'] else ''}://{there}"
        return there
    host, path, query = _parts(url)
    for carrier, place, names in _CARRIERS:
        if path == place and (carrier in host if carrier.endswith(".") else host == carrier):
            held = dict(parse_qsl(query))
            return next((held[name] for name in names if is_address(held.get(name))), url)
    return url


def _parts(url: str) -> tuple[str, str, str]:
    try:
        parts = urlsplit(url)
        return parts.hostname or "", parts.path, parts.query
    except ValueError:
        return "", "", ""


def _settled(url: str) -> str:
    """The address after the library: host of the full site, path, parameters and place in the page."""
    parts = urlsplit(url)
    host = _full_site(parts.netloc)
    path = _AMP_PATH.sub("", parts.path) or "/"
    path = _ESCAPE.sub(lambda escape: escape[0].upper(), _without_dots(path))
    kept = [
        pair
        for pair in parts.query.split("&")
        if pair and unquote(pair.partition("=")[0]).lower() not in _TRACKING
    ]
    # Pages made by scripts have their address behind the sign.
    place = parts.fragment if parts.fragment.startswith(("!", "/")) else ""
    return urlunsplit((parts.scheme, host, path, "&".join(kept), place))


def _full_site(netloc: str) -> str:
    """The host that the mobile one is the twin of."""
    rest = _MOBILE.sub("", netloc)
    if rest == netloc:
        return re.sub(r"(?<=^[a-z]{2})\.m(?=\.wiki)", "", netloc)
    return f"www.{rest}" if extract_domain(f"https://{rest}") == rest else rest


def _without_dots(path: str) -> str:
    """The path with `.` and `..` resolved: https://www.rfc-editor.org/rfc/rfc3986#section-5.2.4"""
    if "/." not in path:
        return path
    done: list[str] = []
    for part in path.split("/"):
        if part == "..":
            done = done[:-1] or [""]
        elif part != ".":
            done.append(part)
    if path.endswith(("/.", "/..")):
        done.append("")
    return "/".join(done) if done[:1] == [""] else "/" + "/".join(done)
