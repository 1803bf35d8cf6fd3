"""Addresses are fetched: of the web alone, in bounds, and what fails says why."""

import json
import threading
import zipfile
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from clippings.errors import SourceError
from ingest import fetching
from tests.ingest.samples import PAGE

Run = Callable[..., Any]
Answers = dict[str, tuple[int, dict[str, str], bytes]]


@pytest.fixture
def answers() -> Answers:
    return {}


@pytest.fixture
def site(answers: Answers) -> Iterator[str]:
    """A web server on this machine that gives these answers."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, headers, body = answers.get(self.path, (404, {}, b""))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def reachable(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if this machine stood on the web."""
    monkeypatch.setattr(fetching, "public", lambda host: True)


@pytest.mark.usefixtures("reachable")
def test_a_page_is_loaded_under_the_address_it_was_found_at(
    run: Run, site: str, answers: Answers
) -> None:
    answers["/short?id=[1]"] = (302, {"Location": "/levy%20news?id=3"}, b"")
    answers["/levy%20news?id=3"] = (200, {"Content-Type": "text/html"}, PAGE)
    result = run("add", f"{site}/short?id=[1]", "--json")
    assert json.loads(result.stdout)["added"] == 1
    article = json.loads(run("export").stdout)
    assert article["source"] == f"{site}/levy%20news?id=3"
    run("rebuild")
    assert json.loads(run("export").stdout) == article


@pytest.mark.usefixtures("reachable")
def test_an_article_that_states_no_address_has_the_one_it_was_fetched_from(
    run: Run, site: str, answers: Answers
) -> None:
    text = b"<p>" + b"The ferry to Orvel waits for a new ramp, the harbour said. " * 12 + b"</p>"
    page = b"<html><head><title>Ferry waits</title></head><body><article><h1>Ferry waits</h1>%b</article>"
    answers["/ferry"] = (200, {}, page % text)
    run("add", f"{site}/ferry")
    assert json.loads(run("export").stdout)["url"].endswith("/ferry")


def test_a_machine_of_ones_own_network_is_not_asked(run: Run, site: str, answers: Answers) -> None:
    answers["/"] = (200, {}, PAGE)
    result = run("add", site)
    assert result.exit_code == 1
    assert "127.0.0.1 is in your own network, not on the web" in result.stderr


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("169.254.169.254", False),
        ("192.168.0.9", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
        ("0.0.0.0", False),
        ("8.8.8.8", True),
        ("2606:4700::1111", True),
    ],
)
def test_what_the_whole_net_can_reach(host: str, expected: bool) -> None:
    assert fetching.public(host) is expected


@pytest.mark.usefixtures("reachable")
@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/gone", "The server answers 410"),
        ("/file", "not allowed"),
        ("/round", "The server answers 302"),
        ("/empty", "The answer is empty"),
    ],
)
def test_what_cannot_be_had_says_why(
    path: str, said: str, run: Run, site: str, answers: Answers
) -> None:
    answers["/gone"] = (410, {}, b"")
    answers["/file"] = (302, {"Location": "file:///etc/hostname"}, b"")
    answers["/round"] = (302, {"Location": "/round"}, b"")
    answers["/empty"] = (200, {}, b"")
    result = run("add", site + path)
    assert result.exit_code == 1
    assert said in result.stderr
    assert site + path in result.stderr


@pytest.mark.usefixtures("reachable")
def test_an_answer_is_bounded_in_size_and_time(
    site: str, answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers["/"] = (200, {}, b"x" * 300_000)
    monkeypatch.setattr(fetching, "LARGEST", 200_000)
    with pytest.raises(SourceError, match="larger than"):
        fetching.fetch(site)
    monkeypatch.setattr(fetching, "LARGEST", 400_000)
    monkeypatch.setattr(fetching, "LONGEST", -1)
    with pytest.raises(SourceError, match="took longer"):
        fetching.fetch(site)


@pytest.mark.parametrize("address", ["http://user:word@tide.example/", "https://", "http://[::1"])
def test_what_is_no_plain_address_is_refused(address: str, run: Run) -> None:
    result = run("add", address)
    assert result.exit_code == 1
    assert "It cannot be fetched" in result.stderr


@pytest.mark.usefixtures("reachable")
def test_an_archive_is_loaded_from_an_address(
    run: Run, site: str, answers: Answers, tmp_path: Path
) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as file:
        file.writestr("levy.html", PAGE)
    answers["/a.zip"] = (200, {}, (tmp_path / "a.zip").read_bytes())
    assert json.loads(run("add", f"{site}/a.zip", "--json").stdout)["added"] == 1
    assert json.loads(run("export").stdout)["source"] == f"{site}/a.zip/levy.html"
