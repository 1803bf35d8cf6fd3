"""The table of outlets on its page: edited there, with the evidence for every joined name."""

from clippings.archive import Archive, open_archive
from clippings.archive.selection import Selection
from clippings.derive_outlets import edit_outlet
from tests.pages.conftest import HOSTILE, Open


def test_two_names_are_joined_on_the_page_with_a_reason(
    archive: Archive, open_dashboard: Open
) -> None:
    app = open_dashboard(archive.path, "outlets")
    app.selectbox(key="edit name").set_value("The Tide")
    app.text_input(key="edit value").set_value("The Mirror")
    submit(app)
    assert "Say why" in app.warning[0].value
    app.text_input(key="edit because").set_value("one publisher")
    submit(app)
    assert not app.exception
    with open_archive(archive.path) as opened:
        assert list(opened.count(Selection(), ("outlet",))["outlet"]) == ["The Mirror"]
        assert opened.decisions().iloc[0]["because"] == "one publisher"


def submit(app: object) -> None:
    next(one for one in app.button if one.label == "Decide").click().run()  # type: ignore[attr-defined]


def test_a_profile_shows_what_says_that_a_name_is_its_own(
    archive: Archive, open_dashboard: Open
) -> None:
    edit_outlet(archive, "join", "The Tide", "The Mirror", because="one publisher", who="ana")
    app = open_dashboard(archive.path, "outlets", outlet="The Mirror")
    assert [one.label for one in app.expander if "Counted" in one.label] == [
        "Counted under 1 more name"
    ]
    shown = " ".join(str(one.proto.body) for one in app.get("html"))
    assert "The Tide" in shown
    assert "one publisher" in shown


def test_hostile_names_stay_text(hostile: Archive, open_dashboard: Open) -> None:
    edit_outlet(hostile, "join", HOSTILE, "The Mirror", because=HOSTILE, who="ana")
    app = open_dashboard(hostile.path, "outlets", outlet="The Mirror")
    assert all("<img" not in str(one.proto.body) for one in app.get("html"))
