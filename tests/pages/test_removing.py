"""An article set aside, taken back in and removed for good where it is read."""

from streamlit.testing.v1 import AppTest

from clippings.archive import Archive
from clippings.archive.selection import Selection
from tests.pages.conftest import HOSTILE, Open, said

REASON = f"asked for {HOSTILE}"


def id_of(archive: Archive, query: str) -> str:
    return str(archive.rows(Selection(query=query), ("id",))["id"].iloc[0])


def give_reason(app: AppTest, what: str, because: str) -> None:
    key = next(str(w.key) for w in app.text_input if str(w.key).startswith(f"why {what}"))
    app.text_input(key=key).set_value(because)


def press(app: AppTest, label: str) -> None:
    next(button for button in app.button if button.label == label).click().run()


def test_an_article_is_set_aside_and_taken_back_in(archive: Archive, open_dashboard: Open) -> None:
    id = id_of(archive, "levy")
    app = open_dashboard(archive.path, "articles", article=id)
    press(app, "Set aside")
    assert "Say why" in app.warning[0].value
    give_reason(app, "aside", "an advertisement")
    press(app, "Set aside")
    assert not app.exception
    assert archive.rows(Selection(aside=True), ("id",))["id"].tolist() == [id]
    assert "an advertisement" in said(app)
    listed = open_dashboard(archive.path, "articles", aside="true").dataframe[0].value
    assert list(listed["because"]) == ["an advertisement"]
    assert "because" not in open_dashboard(archive.path, "articles").dataframe[0].value
    give_reason(app, "aside", "after all")
    press(app, "Take back in")
    assert archive.rows(Selection(aside=True), ("id",)).empty
    assert archive.decisions()["because"].tolist() == ["after all", "an advertisement"]


def test_a_removal_is_asked_twice_and_then_told(archive: Archive, open_dashboard: Open) -> None:
    id = id_of(archive, "gates")
    app = open_dashboard(archive.path, "articles", article=id)
    press(app, "Remove…")
    assert "Say why" in app.warning[0].value
    give_reason(app, "remove", REASON)
    press(app, "Remove…")
    assert "This deletes 1 article with 1 version of the text" in app.warning[0].value
    assert "cannot be undone" in app.warning[0].value
    press(app, "Keep it")
    assert archive.record(id) is not None
    assert archive.decisions().empty
    give_reason(app, "remove", REASON)
    press(app, "Remove…")
    press(app, "Remove it for good")
    assert not app.exception
    assert archive.record(id) is None
    assert "This article was removed for good on" in said(app)
    assert "because asked for ![x]" in said(app)
    assert not any("Remove" in button.label for button in app.button)


def test_the_question_asked_of_one_article_is_not_answered_for_another(
    archive: Archive, open_dashboard: Open
) -> None:
    one, other = id_of(archive, "gates"), id_of(archive, "skippers")
    app = open_dashboard(archive.path, "articles", article=one)
    give_reason(app, "remove", "x")
    press(app, "Remove…")
    app.query_params["article"] = other
    app.run()
    assert not any(button.label == "Remove it for good" for button in app.button)


def test_numbers_follow_a_removal(archive: Archive, open_dashboard: Open) -> None:
    id = id_of(archive, "gates")
    app = open_dashboard(archive.path, "articles")
    before = said(app)
    assert "5 articles" in before
    archive.removals.remove([id], because="x", who="ana")
    app.run()
    assert "4 articles" in said(app)
    app = open_dashboard(archive.path, "articles", article="0" * 16)
    assert "There is no article of this id" in said(app)
