"""The pages of the dashboard: the registry that navigation, links and tests all walk."""

from dataclasses import dataclass
from pathlib import Path

_FOLDER = Path(__file__).parent

ICON = _FOLDER / "icon.svg"
"""A clipping and its scissors: drawn here, so that no page asks another host for it."""


LOGO = _FOLDER / "logo.svg"
"""The same with the name beside it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One page: the script that draws it and what it is called."""

    name: str
    title: str
    icon: str
    question: str
    """What the page answers, shown where the pointer rests on its name."""

    @property
    def script(self) -> Path:
        """The file that Streamlit runs for it."""
        return _FOLDER / f"{self.name}.py"


PAGES = (
    Entry("overview", "Overview", ":material/space_dashboard:", "What happened?"),
    Entry("articles", "Articles", ":material/article:", "Which articles are these? Read them."),
    Entry("outlets", "Outlets", ":material/newspaper:", "Who carried, who wrote, whose?"),
    Entry("topics", "Topics", ":material/tag:", "Which topics keep coming back?"),
    Entry("copies", "Copies", ":material/content_copy:", "Who took what, and changed what?"),
    Entry("volume", "Volume", ":material/bar_chart:", "How many articles, when, and whose?"),
)
"""All pages, in the order of the navigation; the first is where one lands."""

ENTRIES = {entry.name: entry for entry in PAGES}
