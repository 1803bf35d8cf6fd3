"""The words of all texts are counted, however many come."""

from clippings.topics.words import Text, read


def test_each_text_is_counted_on_its_own() -> None:
    texts = [
        Text(str(number), f"Dam {number}", f"Orvel dam wall{number}. " + "dam " * 2_000, "en")
        for number in range(300)  # more words than are counted at once
    ]
    (corpus,) = read([*texts, texts[0]._replace(id="copy"), Text("none", "", "the of 12", "en")])
    table = corpus.matrix().toarray()
    at = [corpus.names.index(word) for word in ("dam", "orvel", "wall0", "wall299")]
    assert table.shape == (302, 302)
    assert table[0, at].tolist() == [2_002, 1, 1, 0]
    assert table[299, at].tolist() == [2_002, 1, 0, 1]
    assert table[300, at].tolist() == [2_002, 1, 1, 0]
    assert not table[301].any()
    assert [sampled.row for sampled in corpus.sample] == [*range(300), 301]


def test_a_paragraph_met_before_is_counted_once_unless_it_is_most_of_a_text() -> None:
    stock = "Orvel builds dams for everybody."
    (corpus,) = read(
        [
            Text("a", "First", stock, "en"),
            Text(
                "b",
                "Second",
                f"{stock}\n\nBakers of Selm went on strike over flour and wages.",
                "en",
            ),
        ]
    )
    table = corpus.matrix().toarray()
    assert table[:, corpus.names.index("orvel")].tolist() == [1, 0]
    assert corpus.sample[1].paragraphs == ("Bakers of Selm went on strike over flour and wages.",)
