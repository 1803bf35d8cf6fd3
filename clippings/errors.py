"""The errors a user may meet: what happened, where, and what to do about it."""


class ClippingsError(Exception):
    """Something that stops the work, said in three parts that all reach the user."""

    def __init__(self, what: str, where: str, remedy: str) -> None:
        super().__init__(f"{what}: {where}. {remedy}")
        self.what = what
        self.where = where
        self.remedy = remedy


class SourceError(ClippingsError):
    """A file or address cannot be opened, or is in no layout or format we read."""

    def __init__(self, what: str, where: str, remedy: str, *, reason: str | None = None) -> None:
        super().__init__(what, where, remedy)
        self.reason = reason or what
        """A short, lasting name to count by, such as "empty" or "no layout"; else what happened."""


class ArchiveError(ClippingsError):
    """An archive is missing, locked, damaged, or made by a newer version."""


class SearchError(ClippingsError):
    """The words of a query cannot be searched as they stand."""
