"""The tables of an archive, made and migrated step by step."""

import datetime as dt
import hashlib
import secrets
import sqlite3
import time

import sqlite_utils

from clippings.errors import ArchiveError
from clippings.folding import FOLDING_VERSION

APPLICATION = 0x436C6970
"""Marks a file as an archive of ours ("Clip"), so that no other database is taken for one."""

NAMES = ("site", "outlet", "origin", "section", "language", "source")
"""Tables of names: an id and a name each, only ever added to, but for what a removal takes out."""


def _first(db: sqlite_utils.Database) -> None:
    for name in NAMES:
        db.table(name).create({"id": int, "name": str}, pk="id", not_null={"name"})
        db.table(name).create_index(["name"], unique=True)
    _loads(db)
    _articles(db)
    _conclusions(db)
    _matching(db)
    db.create_view("articles", _READABLE)


def _loads(db: sqlite_utils.Database) -> None:
    db.table("load").create(
        {
            "id": int, "started": str, "finished": str, "command": str, "source": str,
            "state": str, "added": int, "updated": int, "unchanged": int, "stubs": int,
            "skipped": str,
        },
        pk="id",
        defaults={"added": 0, "updated": 0, "unchanged": 0, "stubs": 0, "skipped": "{}"},
    )  # fmt: skip
    db.table("capture_data").create({"hash": str, "data": bytes}, pk="hash")
    db.table("capture").create(
        {"id": int, "hash": str, "source": str, "format": str, "given": str, "load": int}, pk="id"
    )
    db.table("capture").create_index(["hash"])


def _articles(db: sqlite_utils.Database) -> None:
    db.table("article").create(
        {
            "id": int, "public": str, "url": str, "headline": str, "folded_headline": str,
            "site_id": int, "outlet_id": int, "section_id": int, "language_id": int,
            "source_id": int, "language_basis": str, "language_confidence": float,
            "origin_id": int, "origin_basis": str, "origin_confidence": float,
            "original": str, "original_day": int,
            "published": str, "published_precision": str, "day": int, "words": int,
            "comments": int, "captured": str, "cut": int, "stub": int, "versions": int,
            "version": int, "load": int, "changed": int,
        },
        pk="id",
    )  # fmt: skip
    db.table("article").create_index(["public"], unique=True)
    db.table("article").create_index(["changed"])
    db.table("version").create(
        {
            "id": int, "article": int, "digest": str, "words": int, "headline": str,
            "text": str, "folded_headline": str, "folded_text": str,
        },
        pk="id",
    )  # fmt: skip
    db.table("version").create_index(["article"])
    db.table("sighting").create(
        {
            "id": int, "load": int, "article": int, "version": int, "capture": int,
            "captured": str, "seen": float, "rank": int, "found": str,
        },
        pk="id",
    )  # fmt: skip
    db.table("sighting").create_index(["article"])
    db.table("sighting").create_index(["load"])
    # Records come without a capture, and there may be a million of them.
    db.execute("create index idx_sighting_capture on sighting (capture) where capture is not null")
    db.execute(
        "create table article_key (key integer, article integer, primary key (key, article))"
        " without rowid"
    )
    db.table("article_key").create_index(["article"])


def _conclusions(db: sqlite_utils.Database) -> None:
    db.execute(
        "create table derived (version integer, deriver text, value text, confidence real,"
        " basis text, evidence text, primary key (version, deriver)) without rowid"
    )
    db.table("decision").create(
        {
            "id": int, "when": str, "who": str, "field": str, "new": str, "because": str,
            "undoes": int,
        },
        pk="id",
    )  # fmt: skip
    db.execute(
        "create table decision_article (article text, decision integer, old text,"
        " primary key (article, decision)) without rowid"
    )
    db.table("topic").create(
        {"number": int, "id": str, "label": str, "terms": str, "language": str, "version": str},
        pk="number",
    )
    db.execute(
        "create table topic_article (topic integer, article integer, weight real,"
        " primary key (topic, article)) without rowid"
    )
    db.table("topic_article").create_index(["article"])
    db.table("change").create({"id": int, "token": str, "at": str, "what": str}, pk="id")
    db.table("setting").create({"name": str, "value": str}, pk="name")
    db.table("setting").insert({"name": "folding", "value": FOLDING_VERSION})
    db.table("setting").insert({"name": "archive", "value": secrets.token_hex(8)})


def _matching(db: sqlite_utils.Database) -> None:
    db.create_view(
        "article_words",
        """
        select article.id,
          coalesce(article.folded_headline, article.headline,
                   version.folded_headline, version.headline) as headline,
          coalesce(version.folded_text, version.text) as text
        from article join version on version.id = article.version
        """,
    )
    # Quoted so that Datasette finds the table by its definition.
    db.execute(
        'create virtual table article_fts using fts5(headline, text, content="article_words",'
        ' content_rowid="id", detail=full, tokenize="unicode61 remove_diacritics 2")'
    )


_READABLE = """
    select article.public as id, article.url, site.name as site,
      coalesce(article.headline, version.headline) as headline, section.name as section,
      article.published, article.published_precision,
      date(article.day * 86400, 'unixepoch') as day, outlet.name as outlet,
      origin.name as origin, article.origin_basis, article.origin_confidence, article.original,
      language.name as language, article.language_basis, article.language_confidence,
      article.words, article.comments, source.name as source, article.captured,
      article.cut, article.stub, article.versions, version.text
    from article join version on version.id = article.version
    left join site on site.id = article.site_id
    left join outlet on outlet.id = article.outlet_id
    left join origin on origin.id = article.origin_id
    left join section on section.id = article.section_id
    left join language on language.id = article.language_id
    left join source on source.id = article.source_id
"""


def _copies(db: sqlite_utils.Database) -> None:
    # A number is never used again: the index goes on naming texts that are gone.
    db.execute(
        "create table copy_text (number integer primary key autoincrement,"
        " article integer unique, version integer)"
    )
    db.execute(
        "create table copy_segment (id integer primary key autoincrement, level integer,"
        " size integer, hashes blob, texts blob)"
    )
    db.execute(
        "create table copy_paragraph (site integer, mark integer, beside integer, words integer,"
        " primary key (site, mark, beside)) without rowid"
    )
    db.execute(
        "create table copy_repeated (site integer, mark integer, times integer, words integer,"
        " primary key (site, mark)) without rowid"
    )
    db.execute(
        "create table copy_pair (article integer, other integer, copy integer, words integer,"
        " other_words integer, kept integer, other_kept integer, passages text,"
        " primary key (article, other)) without rowid"
    )
    db.table("copy_pair").create_index(["other"])
    db.execute("create table copy_member (article integer primary key, first integer)")
    db.table("copy_member").create_index(["first"])
    db.execute("drop view articles")
    db.create_view("articles", _WITH_GROUPS)


_WITH_GROUPS = (
    _READABLE.replace("version.text\n", "version.text, first.public as copy_group\n")
    + """
    left join copy_member on copy_member.article = article.id
    left join article first on first.id = copy_member.first
"""
)


def _stock_lines(db: sqlite_utils.Database) -> None:
    db.execute("create table copy_stock (mark integer primary key, line text)")


def _lasting_topics(db: sqlite_utils.Database) -> None:
    """What was found apart from what decisions make of it; which text each article's topics rest on."""
    for column in (
        "found_label text", "label_origin text", "found_label_origin text", "weights text",
        "made text", "standing integer default 1", "named integer default 0",
        "by_hand integer default 0", "hidden integer default 0", "pinned integer default 0",
        "born text",
    ):  # fmt: skip
        db.execute(f"alter table topic add column {column}")
    db.execute("update topic set found_label = label")
    db.execute(
        "create table topic_text (article integer primary key, version integer, language integer)"
    )
    db.table("topic_event").create(
        {"id": int, "fit": str, "kind": str, "topic": str, "label": str, "others": str}, pk="id"
    )


def _aside(db: sqlite_utils.Database) -> None:
    db.execute("alter table article add column aside integer not null default 0")
    db.execute("drop view articles")
    db.create_view("articles", _WITH_ASIDE)


_WITH_ASIDE = _WITH_GROUPS.replace("article.stub,", "article.stub, article.aside,")


def _known_as(db: sqlite_utils.Database) -> None:
    db.execute(
        "create table known_as (name text primary key, outlet text not null, basis text not null,"
        " evidence text not null, confidence real) without rowid"
    )


def _removed(db: sqlite_utils.Database) -> None:
    """What tells a removed article when it is met again: numbers made of its words, never these."""
    db.execute(
        "create table removed (article text primary key, decision integer, url integer, day integer,"
        " loosely integer, sketch blob) without rowid"
    )
    db.execute(
        "create table removed_key (key integer, article text, primary key (key, article))"
        " without rowid"
    )


def _exchanged(db: sqlite_utils.Database) -> None:
    """Every decision under a mark that it keeps in other archives, and no two at one moment."""
    db.execute("alter table decision add column uid text")
    db.execute("alter table decision add column via text")
    (archive,) = db.execute("select value from setting where name = 'archive'").fetchone()
    logged = db.execute('select id, "when", who, field, new from decision order by id').fetchall()
    later: dict[str, int] = {}
    for number, when, *said in logged:
        # Made of what is there, so that two copies of one archive give the same marks.
        told = "\x1f".join(map(str, (archive, number, when, *said)))
        mark = hashlib.blake2b(told.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
        later[when] = later.get(when, -1) + 1
        moment = dt.datetime.fromisoformat(when) + dt.timedelta(milliseconds=later[when])
        db.execute(
            'update decision set uid = ?, "when" = ? where id = ?',
            (mark, moment.isoformat(timespec="milliseconds"), number),
        )
    db.execute("create unique index idx_decision_uid on decision (uid)")
    db.execute(
        "create table decision_awaited (decision integer, id text, old text, keys text,"
        " primary key (decision, id, keys)) without rowid"
    )
    db.execute("create index idx_decision_awaited_id on decision_awaited (id)")


def _records(db: sqlite_utils.Database) -> None:
    """Rows and pages of files too large to be one capture, by the batch; `first` and `last` are sightings."""
    db.execute(
        "create table record_batch (first integer primary key, last integer, load integer,"
        " hash text, source text, format text, given text, said text)"
    )
    db.execute("create table record_data (hash text primary key, data blob)")


def _usual_names(db: sqlite_utils.Database) -> None:
    db.execute("drop view articles")
    db.create_view("articles", _WITH_USUAL_NAMES)


def _signed(db: sqlite_utils.Database) -> None:
    # Few texts name more people than is stated of them.
    db.execute(
        "create index idx_derived_byline on derived (version)"
        " where deriver = 'byline' and value is not null"
    )


# Names as the program counts them; as found beside them where that is another, as an export has it.
_WITH_USUAL_NAMES = (
    _WITH_ASIDE.replace("outlet.name as outlet", "coalesce(carrier.outlet, outlet.name) as outlet")
    .replace("origin.name as origin", "coalesce(writer.outlet, origin.name) as origin")
    .replace(
        "first.public as copy_group",
        "first.public as copy_group, carrier.name as outlet_named, writer.name as origin_named",
    )
    + """
    left join known_as carrier on carrier.name = outlet.name
    left join known_as writer on writer.name = origin.name
"""
)


MIGRATIONS = (
    _first,
    _copies,
    _stock_lines,
    _lasting_topics,
    _aside,
    _known_as,
    _removed,
    _exchanged,
    _records,
    _usual_names,
    _signed,
)
"""The steps from an empty file to the newest schema; a step once released is never changed."""


def migrate(connection: sqlite3.Connection, where: str) -> None:
    """Bring the file to the newest schema, each step in the one transaction; safe to call again."""
    check(connection, where)
    if _steps_done(connection) == len(MIGRATIONS):
        return
    connection.execute("pragma page_size=8192")
    _log_ahead(connection)
    connection.execute("begin immediate")
    try:
        # Another process may have been quicker.
        for step in MIGRATIONS[_steps_done(connection) :]:
            step(sqlite_utils.Database(connection))
        connection.execute(f"pragma application_id={APPLICATION}")
        connection.execute(f"pragma user_version={len(MIGRATIONS)}")
        connection.execute("commit")
    except BaseException:
        connection.execute("rollback")
        raise


def _log_ahead(connection: sqlite3.Connection, seconds: float = 30) -> None:
    """Let the file be written by a log ahead of it. For this alone SQLite itself does not wait until
    another process is done, which may be making the same file."""
    until = time.monotonic() + seconds
    while True:
        try:
            connection.execute("pragma journal_mode=wal")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.02)


def check(connection: sqlite3.Connection, where: str) -> None:
    """Refuse a database that is no archive, or one made by a newer program."""
    tables = connection.execute("select count(*) from sqlite_master").fetchone()[0]
    application = connection.execute("pragma application_id").fetchone()[0]
    if tables and application != APPLICATION:
        raise ArchiveError(
            "This database is not an archive of Clippings", where, "Name another with --archive."
        )
    if _steps_done(connection) > len(MIGRATIONS):
        raise ArchiveError(
            "This archive was made by a newer version of Clippings", where, "Update Clippings."
        )


def is_current(connection: sqlite3.Connection) -> bool:
    """Whether the file has the newest schema."""
    return _steps_done(connection) == len(MIGRATIONS)


def _steps_done(connection: sqlite3.Connection) -> int:
    return int(connection.execute("pragma user_version").fetchone()[0])
