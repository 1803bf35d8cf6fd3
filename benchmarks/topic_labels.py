"""Whether a topic's label is as it should be, looked up in the texts anew, not taken from the product."""

from collections.abc import Sequence

from clippings.folding import tokens
from clippings.topics import Text, Topic
from clippings.topics.words import stop_words

CONDITIONS = (
    "2-4 words",
    "in 3 articles",
    "of 2 sources",
    "no stop-word at ends",
    "60 % of uses inside",
)


class Uses:
    """Texts of one set in folded words, so that labels are looked up in them."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self._texts = [
            (text.id, text.source, f" {' '.join(tokens(f'{text.headline} {text.text}'))} ")
            for text in texts
        ]
        self._several = len({text.source for text in texts if text.source}) > 1

    def standing(self, topic: Topic) -> list[bool]:
        """Each of the conditions, in their order."""
        words = tokens(topic.label)
        phrase, stop = f" {' '.join(words)} ", stop_words(topic.language or "")
        uses = [(id, source) for id, source, text in self._texts if phrase in text]
        inside = sum(id in topic.members for id, _ in uses)
        written = "·" not in topic.label
        return [
            written and 2 <= len(words) <= 4,
            written and len(uses) >= 3,
            not self._several or len({source for _, source in uses if source}) >= 2,
            bool(words) and not stop & {words[0], words[-1]},
            bool(uses) and inside >= 0.6 * len(uses),
        ]
