"""An address → its bytes: bounded in size, in time, and in where it may lead."""

import http.client
import ipaddress
import tempfile
import time
import urllib.request
from http.client import HTTPConnection, HTTPMessage, HTTPResponse, HTTPSConnection
from typing import Any, BinaryIO, cast
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit, urlunsplit

import clippings
from clippings.errors import SourceError

LARGEST = 256 * 2**20
"""Bytes of an answer; larger ones are loaded from a file."""

LONGEST = 120
"""Seconds that an answer may take in all."""

_SILENT = 20
"""Seconds without a word until it is given up."""

_IN_MEMORY = 8 * 2**20
_AT_ONCE = 2**16
_KEPT = "!#$%&'()*+,/:;=?@[]~"
"""What stands in a written address as it is."""


def fetch(address: str) -> tuple[str, BinaryIO]:
    """What stands at an address, and the address it was found at in the end.

    Only http and https, and only of hosts that the whole net can reach: an address that leads into this
    machine or its own network, or elsewhere to it, is refused before a word is sent. `SourceError` says
    why nothing was had.
    """
    ends = time.monotonic() + LONGEST
    try:
        request = urllib.request.Request(_written(address), headers=_HEADERS)
        with _opener().open(request, timeout=_SILENT) as answer:
            return answer.url, _body(address, answer, ends)
    except HTTPError as error:
        error.close()
        what = f"The server answers {error.code} {error.reason}"
        remedy = "Open it in your browser, and add the page as you save it there."
        raise SourceError(what, address, remedy, reason="not fetched") from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        why = error.reason if isinstance(error, URLError) else error
        remedy = "Check the address and the connection, or save the page and add that file."
        raise SourceError(
            f"It cannot be fetched ({why})", address, remedy, reason="not fetched"
        ) from error


def public(host: str) -> bool:
    """Whether the whole net can reach an address in figures, so that it is no machine of one's own."""
    return ipaddress.ip_address(host.partition("%")[0]).is_global


_HEADERS = {
    "User-Agent": f"Clippings/{clippings.__version__} (loads the one page its user named)",
    "Accept": "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8",
}


class _NotOnTheWebError(OSError):
    """A host of one's own network."""


class _Guarded(HTTPConnection):
    def connect(self) -> None:
        super().connect()
        _check(self)


class _GuardedTls(HTTPSConnection):
    def connect(self) -> None:
        super().connect()
        _check(self)


def _check(connection: HTTPConnection) -> None:
    """Refuse a machine of one's own network: after its name was looked up, before it is asked."""
    host = connection.sock.getpeername()[0]
    if not public(host):
        connection.close()
        raise _NotOnTheWebError(f"{host} is in your own network, not on the web")


class _Handler(urllib.request.HTTPSHandler, urllib.request.HTTPHandler):
    """Connections that are guarded, but to the proxy that the user has set."""

    def http_open(self, req: urllib.request.Request) -> HTTPResponse:
        return self.do_open(HTTPConnection if req.has_proxy() else _Guarded, req)

    def https_open(self, req: urllib.request.Request) -> HTTPResponse:
        proxied = req._tunnel_host  # type: ignore[attr-defined]
        return self.do_open(HTTPSConnection if proxied else _GuardedTls, req)


class _Redirects(urllib.request.HTTPRedirectHandler):
    max_redirections = 5

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: Any,
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        return super().redirect_request(req, fp, code, msg, headers, _written(newurl))


def _opener() -> urllib.request.OpenerDirector:
    """Of Python's handlers those of the web alone: none for files or FTP, to which a page may redirect."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        _Handler(),
        _Redirects(),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.UnknownHandler(),
    ):
        opener.add_handler(handler)
    return opener


def _written(address: str) -> str:
    """The address as it is asked for: in ASCII, without its fragment."""
    parts = urlsplit(address)
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname or "@" in parts.netloc:
        raise ValueError("it is no plain address of a web page")
    host = parts.hostname if ":" in parts.hostname else parts.hostname.encode("idna").decode()
    host = f"[{host}]" if ":" in host else host
    port = f":{parts.port}" if parts.port else ""
    return urlunsplit(
        (parts.scheme, host + port, quote(parts.path, _KEPT) or "/", quote(parts.query, _KEPT), "")
    )


def _body(address: str, answer: HTTPResponse, ends: float) -> BinaryIO:
    """The whole answer, past some size on disk."""
    body = cast(BinaryIO, tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY))  # noqa: SIM115 -- given on
    try:
        _fill(body, address, answer, ends)
    except BaseException:
        body.close()
        raise
    body.seek(0)
    return body


def _fill(body: BinaryIO, address: str, answer: HTTPResponse, ends: float) -> None:
    while chunk := answer.read1(_AT_ONCE):
        body.write(chunk)
        if body.tell() > LARGEST:
            what = f"The answer is larger than {LARGEST // 2**20} MB"
            remedy = "Fetch it with another program, and add the file."
            raise SourceError(what, address, remedy, reason="too large")
        if time.monotonic() > ends:
            what = f"The answer took longer than {LONGEST} seconds"
            raise SourceError(what, address, "Try again later.", reason="not fetched")
    if not body.tell():
        raise SourceError("The answer is empty", address, "Check the address.", reason="empty")
