"""How much memory reading takes as a file grows tenfold: web archives and feeds are streamed.

    python -m benchmarks.memory [--articles N]

Every reading is a process of its own, which writes a file of invented articles, then reads it and says
how far its memory grew by that. A reader that holds its file whole would grow with it.
"""

import argparse
import gzip
import multiprocessing
import resource
import tempfile
from collections.abc import Iterator
from pathlib import Path

from ingest.readers import feeds, warc

SENTENCE = (
    "The harbour levy of Sulvek rises in spring for the {}th time, said the governor on Tuesday."
)


def text(number: int) -> str:
    return "".join(f"<p>{SENTENCE.format(f'{number}-{line}')}</p>" for line in range(60))


def web_archive(count: int) -> Iterator[bytes]:
    """Records of one page each, compressed apart, as Common Crawl's news crawl writes them."""
    for number in range(count):
        title = f"Levy {number} rises"
        page = f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{text(number)}"
        answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}".encode()
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://tarn.example/{number}\r\n"
            "WARC-Date: 2024-01-01T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
            f"Content-Length: {len(answer)}\r\n\r\n"
        )
        yield gzip.compress(head.encode() + answer + b"\r\n\r\n", 1)


def feed(count: int) -> Iterator[bytes]:
    content = "http://purl.org/rss/1.0/modules/content/"
    yield f'<rss version="2.0" xmlns:content="{content}"><channel><title>Tarn</title>'.encode()
    for number in range(count):
        link = f"<link>https://tarn.example/{number}</link>"
        said = f"<content:encoded><![CDATA[{text(number)}]]></content:encoded>"
        yield f"<item><title>Levy {number}</title>{link}{said}</item>".encode()
    yield b"</channel></rss>"


def read(kind: str, count: int) -> tuple[int, float, int]:
    """Items read, megabytes of the file as it is read, megabytes that memory grew by."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "file")
        with path.open("wb") as file:
            file.writelines(web_archive(count) if kind == "web archive" else feed(count))
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        packed = kind == "web archive"
        with gzip.open(path) if packed else path.open("rb") as stream:
            items = sum(1 for _ in (warc if packed else feeds).read(path.name, stream))
            size = stream.tell() / 1e6
    return items, size, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=300, help="of the smaller file")
    count = parser.parse_args().articles
    context = multiprocessing.get_context("spawn")
    print(f"{'format':<12} {'items':>7} {'MB read':>8} {'memory grows by MB':>19}")
    for kind in ("web archive", "feed"):
        for times in (1, 10):
            with context.Pool(1) as pool:
                items, size, grown = pool.apply(read, (kind, count * times))
            print(f"{kind:<12} {items:>7,} {size:>8.0f} {grown:>19}", flush=True)


if __name__ == "__main__":
    main()
