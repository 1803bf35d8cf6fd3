"""What two extractors and the order of a page make together, on pages of no real place."""

from ingest.extract import bodies, extract, joining, parsed
from ingest.extract.joining import Placed, letters

PARAGRAPHS = (
    "The harbour levy of Sulvek rises in spring, the governor of the province said on Tuesday in a "
    "speech to the fishing guild that lasted almost an hour.",
    "Boats above twelve metres will pay twice what they paid last year, while those that mend their "
    "nets at the old quay go free until the repairs are done.",
    "The guild called the plan a punishment for the honest, and announced that it would meet again "
    "before the end of the month to decide what its answer will be.",
)
LATER = tuple(
    f"In the {n}th year of the levy, {text.lower()}" for n in (4, 5) for text in PARAGRAPHS
)


def text_of(body: str) -> list[str]:
    """The paragraphs read from a page of that body."""
    head = "<head><title>Levy rises in spring</title></head>"
    html = f"<html>{head}<body><h1>Levy rises in spring</h1>{body}</body></html>"
    return extract(html, "https://tarn.example/levy").text.split("\n\n")


def tagged(*texts: str, tag: str = "p") -> str:
    return "".join(f"<{tag}>{text}</{tag}>" for text in texts)


def standing(*texts: str, home: str = "home") -> list[Placed]:
    return [Placed(text, None, home, "p", letters(text)) for text in texts]


def places(body: str) -> list[Placed]:
    tree = parsed(f"<html><body>{body}</body></html>")
    assert tree is not None
    return joining.places(tree)


def test_a_paragraph_passed_over_is_taken_where_both_extractors_find_its_neighbours() -> None:
    placed = standing(*PARAGRAPHS)
    found = [PARAGRAPHS[0], *PARAGRAPHS[2:]]
    assert joining.whole(found, placed, letters(" ".join(PARAGRAPHS))) == list(PARAGRAPHS)
    # Not what the second does not find, or what follows the text.
    assert joining.whole(found, placed, letters(" ".join(found))) == found
    after = [*found, PARAGRAPHS[1]]
    assert joining.whole(found, standing(*after), letters(" ".join(after))) == found


def test_a_paragraph_of_another_container_is_taken_amid_the_text_alone() -> None:
    found = [PARAGRAPHS[0], *PARAGRAPHS[2:]]
    elsewhere = standing(PARAGRAPHS[1], home="elsewhere")
    amid = standing(*found)
    amid[1:1] = elsewhere
    assert joining.whole(found, amid, letters(" ".join(PARAGRAPHS))) == list(PARAGRAPHS)
    above = [*elsewhere, *standing(*found)]
    assert joining.whole(found, above, letters(" ".join(PARAGRAPHS))) == found


def test_items_in_sentences_are_taken_amid_the_text_unless_they_are_links() -> None:
    said = ("Nets above forty fathoms pay twice.", "Boats without a keel pay nothing at all.")
    linked = "".join(f"<li><a href='/a'>Read what {n} boats paid.</a></li>" for n in (4, 5))
    placed = places(
        "<div>" + tagged(PARAGRAPHS[0]) + f"<ul>{tagged(*said, tag='li')}{linked}</ul>"
        + tagged(*PARAGRAPHS[1:]) + "</div>"
    )  # fmt: skip
    found = joining.whole(list(PARAGRAPHS), placed, "")
    assert found == [PARAGRAPHS[0], *said, *PARAGRAPHS[1:]]


def test_headings_and_list_items_passed_over_are_taken_where_the_other_extractor_has_them() -> None:
    items = ("Nets above forty fathoms", "Boats without a keel")
    placed = places(
        "<div>" + tagged(PARAGRAPHS[0]) + tagged("Who pays", tag="h2") + tagged(PARAGRAPHS[1])
        + f"<ul>{tagged(*items, tag='li')}</ul>" + tagged(PARAGRAPHS[2]) + tagged("More", tag="h2")
        + f"</div><ol>{tagged('Nets are dear this year', tag='li')}</ol>"
    )  # fmt: skip
    everything = " ".join(one.text for one in placed)
    full = [PARAGRAPHS[0], "Who pays", PARAGRAPHS[1], *items, PARAGRAPHS[2]]
    assert joining.whole(list(PARAGRAPHS), placed, letters(everything)) == full
    assert joining.whole(list(PARAGRAPHS), placed, letters(" ".join(PARAGRAPHS))) == list(
        PARAGRAPHS
    )


def test_a_list_item_of_another_container_stays_out() -> None:
    aside = f"<aside><ul>{tagged('Nets are dear this year', tag='li')}</ul></aside>"
    placed = places(f"<div>{tagged(PARAGRAPHS[0])}{aside}{tagged(*PARAGRAPHS[1:])}</div>")
    everything = " ".join(one.text for one in placed)
    assert joining.whole(list(PARAGRAPHS), placed, letters(everything)) == list(PARAGRAPHS)


def test_a_text_whose_larger_part_the_precise_extractor_drops_is_whole() -> None:
    years = [tuple(f"{text} So it was in year {n}." for text in LATER) for n in range(4)]
    boxes = "".join(f"<section><header>{tagged(*year)}</header></section>" for year in years)
    found = text_of(f"<article><div>{tagged(*PARAGRAPHS)}</div>{boxes}</article>")
    assert found == [*PARAGRAPHS, *(text for year in years for text in year)]


def test_a_text_that_stands_twice_on_its_page_is_read_once() -> None:
    again = "".join(f"<div class='{name}'>{tagged(*LATER)}</div>" for name in ("wide", "narrow"))
    assert text_of(f"<article>{again}</article>") == list(LATER)


def test_a_sentence_said_again_in_its_text_stays() -> None:
    refrain = (
        "The sea gives and the sea takes, as they say on the old quay of Sulvek in winter time."
    )
    said = [refrain, *PARAGRAPHS, *LATER, refrain]
    assert joining.once(said) == said


def test_what_follows_the_end_goes_where_both_mostly_agree() -> None:
    comments = [f"I said so in year {n}, and nobody on the quay would listen." for n in range(8)]
    second = letters(" ".join(PARAGRAPHS))
    assert bodies.agreed([*PARAGRAPHS, *comments[:3]], second, {}) == list(PARAGRAPHS)
    # A second opinion that has half of it knows no end.
    assert bodies.agreed([*PARAGRAPHS, *comments], second, {}) == [*PARAGRAPHS, *comments]


def test_long_paragraphs_in_a_place_called_as_those_of_the_text_are_no_end() -> None:
    kind = ("div", "story-part", "")
    whole = [*PARAGRAPHS, *LATER]
    placed = {
        letters(text): Placed(text, kind, str(at // 3), "p", letters(text))
        for at, text in enumerate(whole)
    }
    assert bodies.agreed(whole, letters(" ".join(whole[:7])), placed) == whole
    assert bodies.agreed(whole, letters(" ".join(whole[:7])), {}) == whole[:7]


def test_who_contributed_is_said_close_behind_the_end_alone() -> None:
    credit, other = "Additional reporting by Ilma Tarn", "The best boats of the year"
    second = letters(" ".join(PARAGRAPHS))
    assert bodies.agreed([*PARAGRAPHS, credit, other], second, {}) == [*PARAGRAPHS, credit]
    far = [*PARAGRAPHS, other, other, other, credit]
    assert bodies.agreed(far, second, {}) == list(PARAGRAPHS)


def test_a_paragraph_amid_the_text_is_taken_whatever_it_is_called_itself() -> None:
    texts = [*PARAGRAPHS, *LATER]
    body = "".join(
        f"<div class='story'><p class='{'drop-cap' if at == 4 else 'plain'}'>{text}</p></div>"
        for at, text in enumerate(texts)
    )
    found = [text for at, text in enumerate(texts) if at != 4]
    assert joining.whole(found, places(body), "") == texts
    # Markup that a page shows as text is no paragraph, and what follows the end is not taken alone.
    shown = body.replace(texts[4], f"&amp;lt;span&amp;gt; {texts[4]}")
    assert joining.whole(found, places(shown), "") == found
    assert joining.whole(texts[:-1], places(body), "") == texts[:-1]


def test_a_paragraph_that_ends_with_the_mark_of_a_magazine_is_a_whole_one() -> None:
    last = f"{LATER[-1].removesuffix('.')} ♦"
    texts = [*PARAGRAPHS, *LATER[:-1], last]
    placed = places(f"<div class='story'>{tagged(*texts)}</div>")
    assert joining.whole(texts[:3], placed, "") == texts


def test_two_readings_of_different_parts_are_joined_in_the_order_of_the_page() -> None:
    texts = [*PARAGRAPHS, *LATER]
    placed = places(tagged(*texts))
    assert joining.both(texts[3:5], [*texts[:3], *texts[5:]], placed) == texts
    assert joining.both(texts[3:5], texts[1:], placed) == texts[1:]


def test_a_short_page_given_as_one_line_has_its_paragraphs() -> None:
    placed = places(tagged("Menu", *PARAGRAPHS, "Weather: rain"))
    line = " ".join(("Levy rises in spring 3 May 2021 Menu", *PARAGRAPHS))
    assert joining.split([line], placed) == list(PARAGRAPHS)
    # Not where the page has no such paragraphs, or too few of the words are in them.
    assert joining.split([line], places(tagged("Menu"))) == [line]
    most = f"{line} {' '.join(LATER)}"
    assert joining.split([most], placed) == [most]
