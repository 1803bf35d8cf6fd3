"""Write anew what is kept beside the sample's texts and follows from them: after a change of either."""

from pathlib import Path
from tempfile import TemporaryDirectory

from clippings.places import sample_sources
from ingest.sample.pages import write_pages
from ingest.sample.truth import truth_table

EXAMPLE = "mirror-en-04.txt"
"""The page that stands beside the texts as an example, for whoever has none to load."""

if __name__ == "__main__":
    samples = sample_sources()
    (samples / "truth.csv").write_text(truth_table(samples), encoding="utf-8", newline="")
    with TemporaryDirectory() as folder:
        write_pages(samples, Path(folder))
        (samples / "example.txt").write_bytes((Path(folder) / EXAMPLE).read_bytes())
