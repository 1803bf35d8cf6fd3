"""Where things lie on this machine: the archive, the sample, the files that ship with the program."""

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parent


def in_checkout() -> bool:
    """Whether the program runs from a checkout, not from an installed wheel."""
    return (_CHECKOUT / "pyproject.toml").is_file() and (_CHECKOUT / "dashboard.py").is_file()


def archive_path(given: str | os.PathLike[str] | None = None) -> Path:
    """The archive meant: the one given, else `CLIPPINGS_ARCHIVE`, else the usual one of this user."""
    named = given or os.environ.get("CLIPPINGS_ARCHIVE")
    return Path(named).expanduser() if named else data_folder() / "articles.db"


def sample_path() -> Path:
    """The sample archive's own file, which never is one's own archive."""
    return data_folder() / "sample.db"


def sample_sources() -> Path:
    """The folder of pages that the sample archive is built from."""
    return _CHECKOUT / "data" / "samples" if in_checkout() else _PACKAGE / "samples"


def dashboard_script() -> Path:
    """The script that Streamlit runs."""
    return (_CHECKOUT if in_checkout() else _PACKAGE) / "dashboard.py"


def data_folder() -> Path:
    """`data/` in a checkout, else the folder this system keeps a user's data in.

    https://specifications.freedesktop.org/basedir-spec/latest/ and the like elsewhere.
    """
    if in_checkout():
        return _CHECKOUT / "data"
    home = Path.home()
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "clippings"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local")) / "clippings"
    return Path(os.environ.get("XDG_DATA_HOME", home / ".local" / "share")) / "clippings"
