"""Corrections on pages: one article, all that is selected, logged and taken back."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from clippings.archive import Archive, open_archive
from clippings.archive.selection import Selection
from clippings.exchange import take_in, write_decisions
from tests.conftest import ARTICLES, fill
from tests.pages.conftest import HOSTILE, Open, said


def correct(app: AppTest, field: str, value: str, because: str) -> None:
    app.text_input(key=next(k for k in keys(app) if f" {field} " in k)).set_value(value)
    app.text_input(key=next(k for k in keys(app) if k.endswith(" because"))).set_value(because)
    next(b for b in app.button if b.label == "Correct it").click().run()


def keys(app: AppTest) -> list[str]:
    return [str(widget.key) for widget in app.text_input]


def test_a_correction_holds_is_logged_and_taken_back(
    republished: Archive, open_dashboard: Open
) -> None:
    id = republished.rows(Selection(query='"Number 2"'), ("id",))["id"].iloc[0]
    app = open_dashboard(republished.path, "articles", article=id)
    correct(app, "origin", "The Courier", "")
    assert "Say why" in app.warning[0].value
    correct(app, "origin", "The Courier", "They told me")
    assert not app.warning
    record = republished.record(id)
    assert record is not None
    assert (record["origin"], record["origin_basis"]) == ("The Courier", "decided")
    assert "written by The Courier" in said(app).replace("← ", "")
    assert "because They told me" in said(app)
    assert "<summary>corrected</summary>" in " ".join(h.value for h in app.html)
    app.button(key="take back 1").click().run()
    assert "took back number 1" in said(app)
    record = republished.record(id)
    assert record is not None
    assert (record["origin"], record["origin_basis"]) == (None, "unknown")
    assert not any(str(b.key).startswith("take back") for b in app.button)


def test_a_correction_that_is_no_date_is_said(republished: Archive, open_dashboard: Open) -> None:
    id = republished.rows(Selection(), ("id",))["id"].iloc[0]
    app = open_dashboard(republished.path, "articles", article=id)
    correct(app, "published", "last Tuesday", "so it says")
    assert "is no date" in app.error[0].value
    assert republished.decisions().empty


def test_an_archive_that_may_only_be_read_says_so(
    republished: Archive, open_dashboard: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = republished.rows(Selection(), ("id",))["id"].iloc[0]
    monkeypatch.setattr("os.access", lambda path, mode: False)
    app = open_dashboard(republished.path, "articles", article=id)
    assert any("may only be read" in c.value for c in app.caption)
    assert not any(b.label == "Correct it" for b in app.button)


def test_a_byline_is_corrected_as_it_is_written(archive: Archive, open_dashboard: Open) -> None:
    id = archive.rows(Selection(query="skippers"), ("id",))["id"].iloc[0]
    app = open_dashboard(archive.path, "articles", article=id)
    field = next(widget for widget in app.text_input if widget.label == "Signed by")
    assert field.value == "Okta Menzur (reporting, Sulvek); Ilse Sorgh"
    correct(app, "byline", "Anna (Moss", "so the paper has it")
    assert "This is no byline" in app.error[0].value
    correct(app, "byline", "Anna Moss (writing, Port Sel)", "so the paper has it")
    assert "by Anna Moss" in said(app)
    assert ": so the paper has it" in said(app), "the evidence says why"
    correct(app, "byline", "", "a stock name")
    assert "Nobody is named" in said(app)
    assert "nobody named" in said(app)


def correct_all(
    app: AppTest, value: str, because: str, *, sure: bool = True, field: str = "section"
) -> None:
    for widget in app.text_input:
        if str(widget.key).startswith("correct all"):
            widget.set_value(value if str(widget.key).endswith(" value") else because)
    next(w for w in app.selectbox if w.label == "Field").set_value(field)
    next(w for w in app.checkbox if "all" in w.label).set_value(sure)
    next(b for b in app.button if b.label.startswith("Correct all")).click().run()


def test_all_that_is_selected_is_corrected_once_agreed_to_and_taken_back(
    archive: Archive, open_dashboard: Open
) -> None:
    app = open_dashboard(archive.path, "articles", query="levy", unit="texts")
    assert "2 articles: " in said(app)
    correct_all(app, "Port", "")
    assert "Say why" in app.warning[0].value
    correct_all(app, "Port", "one desk", sure=False)
    assert "Say that all 2 are meant" in app.warning[0].value
    assert archive.decisions().empty
    correct_all(app, "Port", "one desk")
    assert "2 articles corrected. Section: Port" in app.success[0].value
    assert not next(w for w in app.checkbox if "all 2" in w.label).value
    levy = Selection(query="levy")
    assert set(archive.rows(levy, ("section",))["section"]) == {"Port"}
    assert len(archive.decisions()) == 1
    app.button(key="take all back").click().run()
    assert set(archive.rows(levy, ("section",))["section"]) == {"Harbour"}
    assert not app.success


def test_what_all_cannot_be_is_said_and_nothing_is_decided(
    archive: Archive, open_dashboard: Open
) -> None:
    app = open_dashboard(archive.path, "articles", section="Harbour")
    correct_all(app, "last Tuesday", "one desk", field="published")
    assert "is no date" in app.error[0].value
    assert archive.decisions().empty


def test_the_way_back_stands_where_nothing_is_selected_any_more(
    archive: Archive, open_dashboard: Open
) -> None:
    app = open_dashboard(archive.path, "articles", section="Harbour")
    correct_all(app, "Port", "one desk")
    assert app.header[0].value == "Nothing found"
    app.button(key="take all back").click().run()
    assert "2 articles" in said(app)


def test_the_log_says_whose_file_a_correction_came_in(
    archive: Archive, open_dashboard: Open, tmp_path: Path
) -> None:
    id = archive.rows(Selection(query="skippers"), ("id",))["id"].iloc[0]
    file = tmp_path / "decided.jsonl"
    with open_archive(tmp_path / "other.db", write=True) as other, file.open("wb") as out:
        fill(other, ARTICLES)
        other.decide([id], "section", "Port", because="one desk", who=HOSTILE)
        write_decisions(other, out, who="ben")
    take_in(archive, file)
    app = open_dashboard(archive.path, "articles", article=id)
    assert ", from a file of ben" in said(app)
    assert "<img" not in " ".join(block.value for block in app.html)
