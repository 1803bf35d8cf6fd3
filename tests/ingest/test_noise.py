"""What a page spilled into a text comes out; what only looks like it stays."""

import pytest

from ingest.readers.noise import drop_captions, drop_runs, mend_tags
from ingest.readers.pieces import Piece, join

HEADLINE = "Dam’s builders leave Upper Tarn – for good"
PLAIN = "Dam's builders leave Upper Tarn - for good"
FULL = "The water stood at the third mark on Sunday, and nobody in the village could say why."
FULLER = "Two men went up to look at the sluices, and came back at dusk without a word to say."


def cleaned(text: str, headline: str = HEADLINE) -> tuple[str, list[str]]:
    """The clean text and what was taken out, of lines as they stand on a page."""
    pieces, gap = [], True
    for line in text.split("\n"):
        if line:
            pieces.append(Piece(line, gap))
        gap = not line
    for piece in pieces:
        mend_tags(piece)
    drop_runs(pieces)
    drop_captions(pieces, headline, frozenset(text.lower().split()))
    found, removed = join(pieces)
    return found, [one.text for one in removed]


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("They have " + PLAIN + "packed their bags.", "They have packed their bags."),
        ("They have " + HEADLINE + "packed their bags.", "They have packed their bags."),
        ("They have" + HEADLINE + " packed their bags.", "They have packed their bags."),
        ("They have " + PLAIN + " packed their bags.", "They have packed their bags."),
        (PLAIN + "They have packed their bags.", "They have packed their bags."),
        ("They have packed their bags. " + PLAIN, "They have packed their bags."),
        ("They have packed their bags." + PLAIN, "They have packed their bags."),
        ("They have packed. " + PLAIN + " The man went.", "They have packed. The man went."),
        ("“They have packed.” " + HEADLINE, "“They have packed.”"),
    ],
)
def test_the_headline_comes_out_of_a_sentence(line: str, left: str) -> None:
    text, removed = cleaned(f"{FULL}\n\n{line}\n\n{FULLER}")
    assert text == f"{FULL}\n\n{left}\n\n{FULLER}"
    assert removed in ([PLAIN], [HEADLINE])


RAILWAY = "Mountain Railway’s Bridges to Reopen After Thirty Years"


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("The train is {} expected in June.", "The train is expected in June."),
        ("The quay of {} the town is shut.", "The quay of the town is shut."),
        ("The lawyers {} had asked for it.", "The lawyers had asked for it."),
        ("“It was late.” The men {} went home.", "“It was late.” The men went home."),
    ],
)
@pytest.mark.parametrize("title", [RAILWAY, RAILWAY.replace("’", "'"), RAILWAY.capitalize()])
def test_the_headline_comes_out_between_two_words(line: str, left: str, title: str) -> None:
    text, removed = cleaned(f"{FULL}\n\n{line.format(title)}\n\n{FULLER}", RAILWAY)
    assert text == f"{FULL}\n\n{left}\n\n{FULLER}"
    assert removed == [title]


@pytest.mark.parametrize(
    ("line", "headline"),
    [
        ("“The train is {} expected in June,” he said.", RAILWAY),
        ('He said: "The train is {} expected in June."', RAILWAY),
        ("He called it “{}” in his paper.", RAILWAY),
        ("The story {} was wrong.", RAILWAY),
        ("He wrote {} in a night.", RAILWAY),
        ("The minister of {} has resigned.", RAILWAY),
        ("Everything in the {} plan was wrong.", RAILWAY),
        ("The plan is {} and nothing more.", RAILWAY),
        ("It is over. {} was never true.", RAILWAY),
        ("{} was never true.", RAILWAY),
        ("The train of Thursday, {}, was late.", RAILWAY),
        ("The train to {} Felmark was late.", RAILWAY),
        ("The train is {} expected in June.", "Mountain railway to reopen"),
        ("He visited {} yesterday.", "The Museum of the Old Mountain Railway"),
        ("The men saw how {} yesterday.", "a tunnel is found under the railway"),
        (
            "He said a tunnel is found under the railway today.",
            "A tunnel is found under the railway",
        ),
    ],
)
def test_a_headline_that_a_sentence_needs_stays(line: str, headline: str) -> None:
    found, removed = cleaned(f"{FULL}\n\n{line.format(headline)}\n\n{FULLER}", headline)
    assert (line.format(headline) in found, removed) == (True, [])


def test_a_headline_in_other_capitals_comes_out_where_it_is_glued() -> None:
    line = "The men The sea gate stays shut until Springgathered on the quay."
    text, removed = cleaned(
        f"{line}\n\n{FULL} They gathered.", "The Sea Gate Stays Shut Until Spring"
    )
    assert text == f"The men gathered on the quay.\n\n{FULL} They gathered."
    assert removed == ["The sea gate stays shut until Spring"]


@pytest.mark.parametrize(
    ("text", "caption"),
    [
        (f"{FULL}\n\n{PLAIN}\n\n{FULLER}", PLAIN),
        (f"{FULL}\n\n{HEADLINE}\n\n{FULLER}", HEADLINE),
        (f"{PLAIN}\n{FULL}\n\n{FULLER}", PLAIN),
        (f"{FULL}\n\n{FULLER}\nA view of the sluices in spring\n{FULL}", None),
        (f"{FULL}\n\nPhoto: the sluices in spring\n\n{FULLER}", None),
        (f"{FULL}\n\n{FULLER}\n\nThe sluices\nThe sluices\nThe sluices", None),
    ],
)
def test_a_caption_on_its_own_line_comes_out(text: str, caption: str | None) -> None:
    found, removed = cleaned(text)
    assert removed
    assert caption is None or removed == [caption]
    assert not set(removed) & set(found.split("\n"))


def test_other_alternative_texts_come_out_where_they_repeat() -> None:
    start = "Open letter of the Brenn – Orre Society to the mayors\n\n"
    text, removed = cleaned(
        start + "We write to the Open letter of the Brenn - Orre SocietyMayors of the coast again."
    )
    assert text == start + "We write to the Mayors of the coast again."
    assert removed == ["Open letter of the Brenn - Orre Society"]


def test_a_broken_off_sentence_comes_out_where_it_is_whole_elsewhere() -> None:
    whole = "The mayor’s deputy said he had agreed to wait on one condition, and left."
    text, removed = cleaned(
        f"He closed the door.The mayor's deputy said he had agreed to wait\n\n{whole}"
    )
    assert text == f"He closed the door.\n\n{whole}"
    assert removed == ["The mayor's deputy said he had agreed to wait"]


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ('The Holm">Holm ministry', "The Holm ministry"),
        ('President Petra Holm">Petra Holm said', "President Petra Holm said"),
        ('President Petra Holm">Holm said', "President Petra Holm said"),
        ('Der Fluß">Fluß', "Der Fluß"),
        ('The Holm">Holm and the Lorn">Lorn plan', "The Holm and the Lorn plan"),
    ],
)
def test_broken_tags_are_mended(broken: str, mended: str) -> None:
    assert cleaned(broken)[0] == mended


@pytest.mark.parametrize(
    "text",
    [
        # The headline where a writer put it.
        f"We printed “{HEADLINE}” twice, and regret it.",
        f'We printed "{PLAIN}" twice, and regret it.',
        f"The report ({HEADLINE}) was wrong.",
        "The story Mill hands walk out was wrong.",
        "They met the men. Mill hands walk out Friday, the paper wrote.",
        f"{HEADLINE}\n\n{FULL}\n\n{FULLER}",
        f"{HEADLINE} and no longer?\n\n{FULL}",
        # Words that only begin like a headline's last one.
        "The river keeps its own times of flood.",
        # Sub-heads and labels.
        f"{FULL}\n\nTwo days\n{FULLER}\n\nOld papers\n{FULL}",
        f"{FULL}\n\nTwo days\n\n{FULLER}",
        f"{FULL}\n\nWhat the mayor said to the miller\n{FULLER}\n\nWhat he did\n{FULL}",
        f"{FULL}\n\nTW: And then what happened?\n\nOrvik: Nothing at all.\n\n{FULLER}",
        f"{FULL}\n\nThe members of the council are:\n{FULLER}",
        # Short lines that belong together.
        "The water goes over the stone\nand home, my dear, and home\nThe ferry goes over alone\n"
        "and home, my dear, and home\nand home, my dear, and home",
        f"{FULL}\n\nRespectfully\nThe Brenn Society\n\nCopies\n- The cantons\n- The bishop",
        f"{FULL}\nNo.\n{FULLER}",
        f"{FULL}\n“Never again” was all he said\n{FULLER}",
        # Capitals and full stops without a space, which writers leave out too.
        "The owner of YouTube and McCall said he had not noticed.The owner said it twice.",
        f"{FULL}\n\nHe left.The water stood at the third mark on Sunday, and nobody knew.",
        "NO WAR\n\n" + FULL,
        # Marks that are no broken tag.
        'He wrote "a > b" and asked whether x">y meant anything.',
        'The phrase "he said">"she said" is theirs.',
        # Typing errors and elisions.
        "The representives [..] of a soveriegn state",
    ],
)
def test_near_misses_stay(text: str) -> None:
    headline = HEADLINE
    if "Mill hands" in text or "river keeps" in text:
        headline = "Mill hands walk out" if "Mill" in text else "The river keeps its own time"
    found, removed = cleaned(text, headline)
    assert removed == []
    assert found.replace("\n\n", "\n") == text.replace("\n\n", "\n")
