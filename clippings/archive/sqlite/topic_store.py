"""What the deriver of topics asks, answered from the one file."""

from collections.abc import Collection, Iterator, Mapping, Sequence

import pandas as pd

from clippings.archive import Topic
from clippings.archive.sqlite import topic_deciding, topic_texts, topics_table
from clippings.archive.sqlite.columns import stamp_of
from clippings.archive.sqlite.connections import Connections
from clippings.archive.topics import Fitted, NewText, ReadText, Said, Standing


class SqliteTopics:
    """`KeptTopics` over one archive file."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._places: dict[str, topic_texts.Place] = {}
        """Where the texts given out last stand."""

    def fitted(self) -> Fitted:
        """What the found topics rest on."""
        with self._connections.reading() as connection:
            return topics_table.fitted(connection)

    def mark(self) -> int:
        """The state of the archive."""
        with self._connections.reading() as connection:
            return stamp_of(connection).number

    def found(self) -> list[Topic]:
        """The topics as the last fit found them, without members."""
        with self._connections.reading() as connection:
            return topics_table.found(connection)

    def made(self) -> Mapping[str, Topic]:
        """The topics that decisions made, by their marks."""
        with self._connections.reading() as connection:
            return topics_table.made(connection)

    def unassigned(self, size: int) -> Iterator[list[NewText]]:
        """The articles whose topics are not known yet, in batches."""
        with self._connections.reading() as connection:
            rows = topics_table.unassigned(connection)
        for start in range(0, len(rows), size):
            with self._connections.reading() as connection:
                found = topic_texts.new_texts(connection, rows[start : start + size])
            self._places = {text.id: place for text, place in found}
            yield [text for text, _ in found]

    def topics_of(self, ids: Collection[str]) -> Mapping[str, Mapping[str, float]]:
        """The found topics of these articles."""
        with self._connections.reading() as connection:
            return topics_table.topics_of(connection, ids)

    def members_of(self, topics: Collection[str]) -> Mapping[str, Mapping[str, float]]:
        """The articles of these found topics."""
        with self._connections.reading() as connection:
            return topics_table.members_of(connection, topics)

    def copies_of(self, ids: Collection[str]) -> Mapping[str, Collection[str]]:
        """Of these articles the ones with the same text."""
        with self._connections.reading() as connection:
            return topic_texts.copies_of(connection, ids)

    def heaviest(self, topic: str, size: int) -> Mapping[str, float]:
        """Of a topic as it stands so many articles of most weight."""
        with self._connections.reading() as connection:
            return topics_table.heaviest(connection, topic, size)

    def texts_of(self, ids: Collection[str]) -> Mapping[str, ReadText]:
        """The texts that stand for these articles."""
        with self._connections.reading() as connection:
            return topic_texts.texts_of(connection, ids)

    def sample(self, size: int) -> list[ReadText]:
        """Some texts from all over the archive, always the same ones."""
        with self._connections.reading() as connection:
            return topic_texts.sample(connection, size)

    def said(self) -> list[Said]:
        """The decisions about topics that stand."""
        with self._connections.reading() as connection:
            return topic_deciding.said(connection)

    def logged(self) -> int:
        """How many decisions of any kind the log holds."""
        with self._connections.reading() as connection:
            return topic_deciding.logged(connection)

    def save(
        self,
        standing: Sequence[Standing],
        *,
        logged: int | None = None,
        assigned: Mapping[str, Mapping[str, float]] | None = None,
        decision: Said | None = None,
        because: str = "",
        who: str = "",
    ) -> int | None:
        """Keep new assignments, a new decision, and how the topics stand after both."""
        with self._connections.writing("topics") as (connection, _):
            if logged is not None and topic_deciding.logged(connection) != logged:
                return None
            if assigned:
                topics_table.assign(connection, assigned, self._places)
            number = topic_deciding.log(connection, decision, because, who) if decision else 0
            topics_table.settle(connection, standing)
            if any(one.made and one.whole for one in standing):
                topics_table.with_copies(connection, "made is not null")
            return number

    def note_done(self, mark: int) -> None:
        """All that changed up to the mark has its topics."""
        with self._connections.writing("topics") as (connection, _):
            topics_table.note_done(connection, mark)

    def events(self) -> pd.DataFrame:
        """What the fits did to the topics, newest fit first."""
        with self._connections.reading() as connection:
            return topic_deciding.events(connection)
