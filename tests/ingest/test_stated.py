"""What a page states of itself in ways that are not quite right, and that are read nevertheless."""

import pytest

from tests.ingest.test_html import article, linked, page

HEADLINE = "Levy rises in spring"


def test_statements_with_a_brace_too_many_are_read() -> None:
    author = {"@type": "Person", "name": "Mara Okonjo"}
    said = linked(headline=HEADLINE, author=author, datePublished="2024-05-06")
    found = article(page(head=said.replace("</script>", "}</script>")))
    assert [person.name for person in found.byline] == ["Mara Okonjo"]
    assert found.published == "2024-05-06"


@pytest.mark.parametrize(
    ("stated", "published"),
    [
        ("20240506T145153Z", "2024-05-06T14:51:53Z"),
        ("20240506", "2024-05-06"),
        ("2024-05-06T14:51:53Z", "2024-05-06T14:51:53Z"),
    ],
)
def test_a_moment_written_compactly(stated: str, published: str) -> None:
    tag = f'<meta property="article:published_time" content="{stated}">'
    assert article(page(head=tag)).published == published


def test_of_two_statements_of_one_day_the_one_with_the_time_holds() -> None:
    tag = '<meta property="article:published_time" content="{}">'
    said = linked(headline=HEADLINE, datePublished="2024-05-06")
    same = article(page(head=said + tag.format("2024-05-06T14:51:53+02:00")))
    assert same.published == "2024-05-06T14:51:53+02:00"
    other = article(page(head=said + tag.format("2024-05-07T14:51:53+02:00")))
    assert other.published == "2024-05-06"


def test_keys_and_codes_among_the_tags_are_no_subjects() -> None:
    tags = (
        "harbour, 3f2504e0-4f89-11d3-9a0c-0305e82c3301, type:story, smg2_world, Levy: a history, "
        "tarn.example"
    )
    found = article(page(head=f'<meta name="news_keywords" content="{tags}">'))
    assert found.tags == ("harbour", "Levy: a history", "tarn.example")


@pytest.mark.parametrize("author", ["/maraokonjo", "Tarn Watch Editorial", "Tarn Watch redaktori"])
def test_a_path_or_a_desk_is_nobody(author: str) -> None:
    assert article(page(head=f'<meta name="author" content="{author}">')).byline == ()


@pytest.mark.parametrize("author", ["Af Mara Okonjo", "Piše: Mara Okonjo"])
def test_by_in_other_languages_is_no_part_of_a_name(author: str) -> None:
    found = article(page(head=f'<meta name="author" content="{author}">'))
    assert [person.name for person in found.byline] == ["Mara Okonjo"]


def test_a_section_that_only_a_system_knows_is_none() -> None:
    tag = '<meta property="article:section" content="{}">'
    said = linked(headline=HEADLINE, articleSection="Harbour and coast")
    assert article(page(head=tag.format("tags") + said)).section == "Harbour and coast"
    assert article(page(head=tag.format("news_news"))).section is None
    assert article(page(head=tag.format("Coast") + said)).section == "Coast"
