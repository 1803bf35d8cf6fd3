"""What the project promises about itself: its pins, its licences, its README, its packages."""

import importlib.metadata
import os
import re
import shlex
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from packaging.requirements import Requirement

import clippings

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

# In two halves, so that this file names none either.
REGISTRIES = [
    name + ending
    for name, ending in (
        ("pyp", "i.org"),
        ("python", "hosted.org"),
        ("npm", "js.org"),
        ("npm", "js.com"),
        ("deb.", "debian.org"),
        ("security.debian", ".org"),
        ("conda", ".anaconda.org"),
        ("crates", ".io"),
    )
]

# Copyleft that reaches one file at a time; used unchanged and named in NOTICE.
WEAK_COPYLEFT = {
    "certifi": "MPL-2.0: a list of certificate authorities, used as it is",
    "tld": "MPL-1.1, chosen of three: names of domains, used as it is",
    "tqdm": "MPL-2.0 for a part: a progress bar, used as it is",
}


def tracked_files() -> list[Path]:
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    names = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split("\0")
    return [ROOT / name for name in names if name and (ROOT / name).exists()]


def pins(name: str) -> dict[str, list[Requirement]]:
    """What a requirements file pins; a name stands twice where Pythons need different versions."""
    found: dict[str, list[Requirement]] = {}
    text = (ROOT / "requirements" / name).read_text("utf-8").replace("\\\n", " ")
    for line in text.splitlines():
        requirement = Requirement(line.split("--hash")[0])
        found.setdefault(canonical(requirement.name), []).append(requirement)
    return found


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_no_tracked_file_names_a_package_registry() -> None:
    named = [
        f"{path.relative_to(ROOT)}: {host}"
        for path in tracked_files()
        for host in REGISTRIES
        if host.encode() in path.read_bytes().lower()
    ]
    assert named == []


@pytest.mark.parametrize("name", ["run.txt", "dev.txt"])
def test_every_pin_is_exact_and_hashed_and_names_no_address(name: str) -> None:
    text = (ROOT / "requirements" / name).read_text("utf-8").replace("\\\n", " ")
    for line in text.splitlines():
        assert re.match(r"[a-z0-9-]+==[\w.]+( ; [^@]+?)?\s+--hash=sha256:", line), line
        assert "://" not in line


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("run.txt", PROJECT["project"]["dependencies"]),
        ("dev.txt", PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"]),
    ],
)
def test_the_pins_are_what_the_project_asks_for(name: str, wanted: list[str]) -> None:
    pinned = pins(name)
    for requirement in map(Requirement, wanted):
        versions = pinned.get(canonical(requirement.name), [])
        assert versions, f"{requirement} is not pinned: run bin/pin"
        for version in versions:
            assert requirement.specifier.contains(str(version.specifier)[2:]), requirement


def test_development_runs_on_the_very_versions_of_the_product() -> None:
    run, dev = pins("run.txt"), pins("dev.txt")
    assert {name: dev.get(name) for name in run} == run


def run_dependencies() -> Iterator[tuple[str, str]]:
    """Every installed package the product runs on, and its licence in the packager's words."""
    for name in pins("run.txt"):
        try:
            about = importlib.metadata.metadata(name)
        except importlib.metadata.PackageNotFoundError:
            continue  # for another system or Python
        classifiers = [c for c in about.get_all("Classifier", []) if c.startswith("License")]
        # Some put the whole text there; its first line says which it is.
        stated = (about.get("License") or "").strip().split("\n")[0]
        words = [about.get("License-Expression") or "", stated, *classifiers]
        yield name, " | ".join(word for word in words if word)


def test_the_product_runs_on_nothing_under_the_gpl() -> None:
    licences = dict(run_dependencies())
    assert len(licences) > 40
    assert [name for name, words in licences.items() if not words] == []
    copyleft = re.compile(r"GPL|General Public|MPL|Mozilla|EUPL|CDDL|OSL", re.IGNORECASE)
    found = {name: words for name, words in licences.items() if copyleft.search(words)}
    assert {name: found[name] for name in found if name not in WEAK_COPYLEFT} == {}


def test_every_weak_copyleft_is_named_in_the_notice() -> None:
    notice = (ROOT / "NOTICE").read_text("utf-8")
    assert [name for name in WEAK_COPYLEFT if name not in notice] == []


def readme_commands() -> list[list[str]]:
    """The commands that stand in README's blocks, each as its words."""
    blocks = re.findall(
        r"^ *```sh\n(.*?)^ *```", (ROOT / "README.md").read_text("utf-8"), re.S | re.M
    )
    lines = "".join(blocks).replace("\\\n", " ").splitlines()
    return [words for line in lines if (words := shlex.split(line, comments=True))]


def test_readme_opens_with_the_two_commands() -> None:
    scripts = [words for words in readme_commands() if words[0] == "sh"]
    assert scripts[:2] == [["sh", "bin/demo"], ["sh", "bin/test"]]
    for words in scripts:
        assert (ROOT / words[1]).exists(), words


def test_readme_names_only_commands_and_options_that_exist() -> None:
    from clippings.cli import main

    said = [words[1:] for words in readme_commands() if words[0] == "clippings"]
    assert len(said) > 10
    for words in said:
        command: click.Command = main
        while isinstance(command, click.Group):
            name, *words = words
            within = command.get_command(click.Context(command), name)
            assert within, f"README: clippings {name}"
            command = within
        known = {option for parameter in command.params for option in parameter.opts}
        for word in words:
            if word in ("|", ">"):
                break
            if word.startswith("--"):
                assert word.split("=")[0] in known, f"README: {command.name} {word}"


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source distribution."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-t", "wheel", "-d", folder],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    return folder


@pytest.fixture(scope="session")
def installed(packages: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the wheel alone was installed; libraries come from the tests' own Python."""
    folder = tmp_path_factory.mktemp("installed")
    (wheel,) = packages.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def test_the_wheel_carries_dashboard_settings_and_sample(packages: Path) -> None:
    (wheel,) = packages.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    samples = {
        f"clippings/samples/{path.relative_to(ROOT / 'data' / 'samples').as_posix()}"
        for path in tracked_files()
        if path.is_relative_to(ROOT / "data" / "samples")
        and path.name not in ("README.md", "bible.md", "example.txt", "truth.csv")
    }
    assert samples
    assert samples | {"clippings/dashboard.py", "clippings/.streamlit/config.toml"} <= names
    ours = {name.split("/")[0] for name in names}
    assert ours == {"clippings", "ingest", f"clippings-{clippings.__version__}.dist-info"}


def test_the_source_distribution_carries_the_tracked_files(packages: Path) -> None:
    (source,) = packages.glob("*.tar.gz")
    with tarfile.open(source) as archive:
        names = {name.split("/", 1)[1] for name in archive.getnames()}
    wanted = {str(path.relative_to(ROOT)) for path in tracked_files()}
    assert {name for name in wanted - names if not name.startswith(".ci/")} == set()


def run_installed(installed: Path, folder: Path, *words: str) -> str:
    """What the installed command prints when it is called in another folder."""
    environment = os.environ | {"PYTHONPATH": str(installed), "HOME": str(folder)}
    environment.pop("CLIPPINGS_ARCHIVE", None)
    done = subprocess.run(
        [sys.executable, "-m", "clippings", *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_an_installed_clippings_builds_the_sample_in_any_folder(
    installed: Path, tmp_path: Path
) -> None:
    run_installed(installed, tmp_path, "demo", "--build", "sample.db")
    volume = run_installed(
        installed, tmp_path, "volume", "--by", "month", "--archive", "sample.db", "--format", "csv"
    )
    assert len(volume.splitlines()) > 2


def test_an_installed_dashboard_shows_the_sample(installed: Path, tmp_path: Path) -> None:
    run_installed(installed, tmp_path, "demo", "--build", "sample.db")
    script = (
        "from streamlit.testing.v1 import AppTest\n"
        f"app = AppTest.from_file({str(installed / 'clippings' / 'dashboard.py')!r}).run(timeout=60)\n"
        "print([error.value for error in app.exception], [error.value for error in app.error])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env=os.environ
        | {"PYTHONPATH": str(installed), "CLIPPINGS_ARCHIVE": str(tmp_path / "sample.db")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "[] []"


def test_the_changelog_knows_the_version() -> None:
    version = re.escape(clippings.__version__)
    assert re.search(rf"^## {version}\b", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.M)
