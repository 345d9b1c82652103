"""The tables, each with what it holds of people (`personal`).

Every time is UTC and aware; every day is a day of the unit's own zone.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    Time,
    UniqueConstraint,
    false,
    text,
    true,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from models.people import LONGEST_SENDER
from models.standards import LONGEST_COMPONENT
from models.store.personal import (
    ARCHIVE,
    DUTY,
    Breach,
    By,
    Copied,
    Erased,
    Expires,
    Name,
    No,
    OfCitizens,
    OfPerson,
    Through,
    employment,
    nobody,
    personal,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class UtcDateTime(TypeDecorator[datetime]):
    """An instant. SQLite keeps microseconds since 1970, since its own type forgets the zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> Any:
        if dialect.name == "sqlite":
            return dialect.type_descriptor(BigInteger())
        return dialect.type_descriptor(DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None or dialect.name != "sqlite":
            return value
        return int(value.timestamp() * 1_000_000)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None or dialect.name != "sqlite":
            return value  # type: ignore[no-any-return]
        return datetime.fromtimestamp(value / 1_000_000, UTC)


LONG_AGO = date(1970, 1, 1)
Key = BigInteger().with_variant(Integer, "sqlite")


def _where(rows: str) -> dict[str, Any]:
    """Of an index: the rows that are in it."""
    return {"sqlite_where": text(rows), "postgresql_where": text(rows)}


units = Table(
    "units",
    metadata,
    Column("id", Key, primary_key=True),
    Column("name", String(200), nullable=False, unique=True),
    Column("parent_id", ForeignKey("units.id")),
    Column("zone", String(40), nullable=False),
    Column("week", SmallInteger, nullable=False, default=5, server_default=text("5")),
    Column("closed_on", Date),
    Column("position", Integer),
    info=nobody("the tree of the office"),
)

# Where a unit stood in the tree before it was moved; where it stands today is its own column.
branches = Table(
    "branches",
    metadata,
    Column("id", Key, primary_key=True),
    Column("unit_id", ForeignKey("units.id"), nullable=False),
    Column("parent_id", ForeignKey("units.id")),
    Column("valid_from", Date),
    Column("valid_to", Date, nullable=False),
    Index(None, "unit_id"),
    Index(None, "parent_id"),
    info=nobody("the tree of the office as it was"),
)

services = Table(
    "services",
    metadata,
    Column("id", Key, primary_key=True),
    Column("unit_id", ForeignKey("units.id"), nullable=False),
    Column("name", String(200), nullable=False),
    Column("population", Integer),
    UniqueConstraint("unit_id", "name"),
    info=nobody("what the office offers"),
)

# What the office has published of a service, in its own words: of each component the newest row
# holds, and the former ones keep their days.
standards = Table(
    "standards",
    metadata,
    Column("id", Key, primary_key=True),
    Column("service_id", ForeignKey("services.id"), nullable=False),
    Column("component", String(20), nullable=False),
    Column("words", String(LONGEST_COMPONENT), nullable=False),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    Index(None, "service_id"),
    info=nobody("what the office publishes of its services"),
)

counters = Table(
    "counters",
    metadata,
    Column("id", Key, primary_key=True),
    Column("unit_id", ForeignKey("units.id"), nullable=False),
    Column("name", String(200), nullable=False),
    Column("code", String(12), nullable=False, unique=True),
    UniqueConstraint("unit_id", "name"),
    info=nobody("places, not those who work there"),
)

offers = Table(
    "offers",
    metadata,
    Column("counter_id", ForeignKey("counters.id"), primary_key=True),
    Column("service_id", ForeignKey("services.id"), primary_key=True),
    Column("open", Boolean, nullable=False, default=True),
    Index(None, "service_id"),
    info=nobody("what is offered where"),
)

# Without SQLite's hidden row number, which would keep the order in which people rated.
ratings = Table(
    "ratings",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("counter_id", ForeignKey("counters.id"), nullable=False),
    Column("service_id", ForeignKey("services.id"), nullable=False),
    Column("day", Date, nullable=False),
    Column("instrument", String(20), nullable=False),
    Column("answers", JSON, nullable=False),
    Column("cause", String(60)),
    Column("reason", Text),
    # Whether the words may be read (`models.store.ratings.holds`): not where nothing is said.
    Column("hold", String(5)),
    Column("kind", String(8), nullable=False, default="open", server_default=text("'open'")),
    # In which hour it came (of the zone), where it came without a code: until the day is judged.
    Column("hour", SmallInteger),
    # Where it is held for now, in which of `quarantines`; where it was and counts since, `day` is
    # the day on which that was decided, and `came_on` the day on which it came.
    Column("batch_id", Key),
    Column("came_on", Date),
    Index(None, "counter_id", "day"),
    Index("ix_ratings_hours", "day", **_where("hour IS NOT NULL")),
    Index("ix_ratings_batch", "batch_id", **_where("batch_id IS NOT NULL")),
    Index("ix_ratings_came", "came_on", **_where("came_on IS NOT NULL")),
    Index("ix_ratings_words", "day", **_where("reason IS NOT NULL")),
    Index("ix_ratings_untold", "day", **_where("hold IN ('open', 'shown')")),
    Index("ix_ratings_held", "day", **_where("hold = 'held'")),
    Index("ix_ratings_unjudged", "day", **_where("reason IS NOT NULL AND hold IS NULL")),
    sqlite_with_rowid=False,
    info=personal(
        OfCitizens(unit=("counter_id", "unit_id")),
        copied=No("no person is in it"),
        kept=Expires(
            "day",
            "words",
            only="reason IS NOT NULL",
            becomes={"reason": None, "hold": None},
        ),
        erased=No("nothing leads from a person to their rating; the tie of today is in raters"),
        breach=(
            Breach(since="day", citizens=True, place=210),
            Breach("reasons", "reason", since="day", named=True, citizens=True, place=220),
        ),
    ),
)

# What those who serve at a counter say of a comment about it, and what the oversight team decides.
rebuttals = Table(
    "rebuttals",
    metadata,
    Column("id", Key, primary_key=True),
    Column("rating_id", ForeignKey("ratings.id"), nullable=False),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("kind", String(5), nullable=False),
    Column("words", Text),
    Column("said_on", Date, nullable=False),
    Column("state", String(7), nullable=False),
    Column("decided_on", Date),
    UniqueConstraint("rating_id"),
    Index(None, "person_id"),
    Index("ix_rebuttals_waiting", "id", **_where("state = 'waiting'")),
    info=personal(
        OfPerson(),
        copied=Copied(
            ("said_on", "kind", "words", "state", "decided_on"), place=168, inner=("rating_id",)
        ),
        kept=Expires(
            "said_on", "words", only="words IS NOT NULL", becomes={"words": None}
        ),
        erased=DUTY,
        breach=Breach(since="said_on", named=True, place=248),
    ),
)

raters = Table(
    "raters",
    metadata,
    Column("token", String(64), primary_key=True),
    Column("rating_id", ForeignKey("ratings.id", ondelete="SET NULL")),
    Column("changeable_until", UtcDateTime, nullable=False),
    Column("forgotten_at", UtcDateTime, nullable=False),
    Index(None, "forgotten_at"),
    sqlite_with_rowid=False,
    info=nobody("a keyed hash of one day, which leads to nobody", kept=(By("raters.forget"),)),
)

day_keys = Table(
    "day_keys",
    metadata,
    Column("day", Date, primary_key=True),
    Column("key", LargeBinary, nullable=False),
    info=nobody("the keys of those hashes", kept=(By("raters.forget"),)),
)

# What waits to be released: a day's answers, until the close of a night finds enough of them.
unreleased = Table(
    "unreleased",
    metadata,
    Column("counter_id", ForeignKey("counters.id"), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("service_id", ForeignKey("services.id"), primary_key=True),
    Column("kind", String(8), primary_key=True),
    Column("instrument", String(20), primary_key=True),
    Column("element", String(40), primary_key=True),
    Column("value", SmallInteger, primary_key=True),
    Column("count", Integer, nullable=False),
    CheckConstraint("count >= 0", name="not_negative"),
    info=nobody("counts alone"),
)

# Codes that those who serve give to whom they have served, until each is used; `last_day` is one of
# the counter's zone, and `maker` a keyed hash that only the code itself leads to.
visit_codes = Table(
    "visit_codes",
    metadata,
    Column("token", String(64), primary_key=True),
    Column("counter_id", ForeignKey("counters.id"), nullable=False),
    Column("service_id", ForeignKey("services.id")),
    Column("maker", String(64)),
    Column("last_day", Date, nullable=False),
    Column("printed", Boolean, nullable=False, default=False, server_default=false()),
    Index(None, "last_day"),
    sqlite_with_rowid=False,
    info=nobody("keyed hashes, gone with their use", kept=(By("visit_codes.forget"),)),
)

# How many of them were given at a counter on a day, and how many `printed` for later.
codes_given = Table(
    "codes_given",
    metadata,
    Column("counter_id", ForeignKey("counters.id"), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("count", Integer, nullable=False),
    Column("printed", Integer, nullable=False, default=0, server_default=text("0")),
    info=nobody("counts alone"),
)

# How many who have filled in the official survey have named this of themselves, in a quarter: each
# value a count of its own, tied to no answer.
heard_groups = Table(
    "heard_groups",
    metadata,
    Column("service_id", ForeignKey("services.id"), primary_key=True),
    Column("quarter", String(7), primary_key=True),
    Column("grouping", String(12), primary_key=True),
    Column("value", String(12), primary_key=True),
    Column("count", Integer, nullable=False),
    info=nobody("counts alone"),
)

# Whom a service serves in a year, as the office says.
served_groups = Table(
    "served_groups",
    metadata,
    Column("service_id", ForeignKey("services.id"), primary_key=True),
    Column("grouping", String(12), primary_key=True),
    Column("value", String(12), primary_key=True),
    Column("people", Integer, nullable=False),
    info=nobody("counts alone"),
)

# A visit at a counter that somebody has begun, until it ends there with a code or the day is over.
running_visits = Table(
    "running_visits",
    metadata,
    Column("person_id", ForeignKey("people.id"), primary_key=True),
    Column("counter_id", ForeignKey("counters.id"), nullable=False),
    Column("service_id", ForeignKey("services.id"), nullable=False),
    Column("started_at", UtcDateTime, nullable=False),
    # Whoever is served holds a code already, on a printed slip.
    Column("has_code", Boolean, nullable=False, default=False, server_default=false()),
    info=personal(
        OfPerson(),
        copied=Copied(
            (Name("counter_id"), "started_at"), place=95, inner=("service_id", "has_code")
        ),
        kept=Expires("started_at", 1),
        erased=Erased(),
        breach=No("gone within two days"),
    ),
)

# How many visits of a service at a counter took so many minutes on a day.
visit_minutes = Table(
    "visit_minutes",
    metadata,
    Column("counter_id", ForeignKey("counters.id"), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("service_id", ForeignKey("services.id"), primary_key=True),
    Column("minutes", SmallInteger, primary_key=True),
    Column("count", Integer, nullable=False),
    info=nobody("counts alone"),
)

# Who has timed visits of a service on a day, as keyed hashes, until two are known to have; then the
# day is one whose visits tell of nobody alone.
visit_hands = Table(
    "visit_hands",
    metadata,
    Column("service_id", ForeignKey("services.id"), primary_key=True),
    Column("unit_id", ForeignKey("units.id"), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("hand", String(64), primary_key=True),
    info=nobody("keyed hashes of a day, gone after it", kept=(Expires("day", 1),)),
)
visit_days = Table(
    "visit_days",
    metadata,
    Column("service_id", ForeignKey("services.id"), primary_key=True),
    Column("unit_id", ForeignKey("units.id"), primary_key=True),
    Column("day", Date, primary_key=True),
    info=nobody("days, and nobody"),
)

# What was released, and may be read. `span` is a quarter, and how far up it was released
# (`models.release`); `since` is the first day that is in it, `released_on` the last close that
# added to it.
tallies = Table(
    "tallies",
    metadata,
    Column("counter_id", ForeignKey("counters.id"), primary_key=True),
    Column("span", String(10), primary_key=True),
    Column("service_id", ForeignKey("services.id"), primary_key=True),
    Column("kind", String(8), primary_key=True),
    Column("instrument", String(20), primary_key=True),
    Column("element", String(40), primary_key=True),
    Column("value", SmallInteger, primary_key=True),
    Column("count", Integer, nullable=False),
    Column("since", Date, nullable=False),
    Column("released_on", Date, nullable=False),
    CheckConstraint("count >= 0", name="not_negative"),
    info=nobody("counts alone"),
)

# How often the same answer came in a row, of what came without a code at a counter in an hour: the
# last one and the longest. They go when their day is judged.
runs = Table(
    "runs",
    metadata,
    Column("counter_id", ForeignKey("counters.id"), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("hour", SmallInteger, primary_key=True),
    Column("instrument", String(20), primary_key=True),
    Column("answer", SmallInteger, nullable=False),
    Column("length", Integer, nullable=False),
    Column("longest", Integer, nullable=False),
    Column("longest_answer", SmallInteger, nullable=False),
    sqlite_with_rowid=False,
    info=nobody("counts alone"),
)

# A leaf for each rating that was released, and of each quarter the roots of all its branches, under
# a mac (`models.store.ratings.counted`). `noted`: the trail tells of it as it stands.
rating_leaves = Table(
    "rating_leaves",
    metadata,
    Column("quarter", String(7), primary_key=True),
    Column("branch", SmallInteger, primary_key=True),
    Column("leaf", String(48), primary_key=True),
    sqlite_with_rowid=False,
    info=nobody("what nobody can read without the secret, and who has it leads to no chat"),
)

rating_trees = Table(
    "rating_trees",
    metadata,
    Column("quarter", String(7), primary_key=True),
    Column("n", Integer, nullable=False),
    Column("roots", String(16384), nullable=False),
    Column("mac", String(64), nullable=False),
    Column("noted", Boolean, nullable=False),
    info=nobody("hashes alone"),
)

# By which code a citizen finds their rating. No foreign key: a rating that was removed is missed.
counted_codes = Table(
    "counted_codes",
    metadata,
    Column("token", String(64), primary_key=True),
    Column("rating_id", String(32), nullable=False, unique=True),
    Column("nth", SmallInteger, nullable=False),
    sqlite_with_rowid=False,
    info=nobody("a keyed hash beside the number of a rating, which leads to nobody"),
)

# What is held of a counter's day, why (`models.stuffing`), and what the oversight team decided.
quarantines = Table(
    "quarantines",
    metadata,
    Column("id", Key, primary_key=True),
    Column("counter_id", ForeignKey("counters.id"), nullable=False),
    Column("day", Date, nullable=False),
    Column("why", String(6), nullable=False),
    Column("n", Integer, nullable=False),
    Column("state", String(7), nullable=False),
    Column("decided_on", Date),
    Index(None, "counter_id"),
    Index("ix_quarantines_waiting", "day", **_where("state = 'waiting'")),
    info=nobody("counts alone"),
)

# Up to which day the answers of a zone's units were looked through at the close of a night.
closes = Table(
    "closes",
    metadata,
    Column("zone", String(40), primary_key=True),
    Column("day", Date, nullable=False),
    info=nobody("of Tilik itself"),
)

people = Table(
    "people",
    metadata,
    Column("id", Key, primary_key=True),
    Column("name", String(200), nullable=False),
    Column("nip", String(18), unique=True),
    Column("channel", String(12)),  # where Tilik speaks first to them, of several
    Column("left_on", Date),  # their last day in service: no code and no chat is theirs after it
    Column("joined_at", UtcDateTime),  # when their first chat was tied to them
    info=personal(
        OfPerson("id"),
        copied=Copied(("name", "nip", "channel", "left_on", "joined_at"), "person", place=10),
        kept=ARCHIVE,
        erased=Erased(becomes={"channel": None}),
        breach=(
            Breach("names", named=True, place=10),
            Breach("nips", "nip", named=True, place=20),
        ),
    ),
)

# Which unit a person works in, and as what (jabatan). Past quarters stay right after a transfer.
posts = Table(
    "posts",
    metadata,
    Column("id", Key, primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("unit_id", ForeignKey("units.id"), nullable=False),
    Column("title", String(200), nullable=False),
    # "main", or "acting": what somebody holds beside their own. `acting_as` says as what (plt, plh,
    # pj, pjs), `acts_for` in whose place: who does so approves for that person in those days.
    # `vacated_on` is that person's last day there, where the post is vacant.
    Column("kind", String(6), nullable=False, default="main", server_default="main"),
    Column("acting_as", String(3)),
    Column("acts_for", ForeignKey("people.id")),
    Column("vacated_on", Date),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    Index(None, "person_id"),
    Index(None, "unit_id"),
    Index("ix_posts_acts_for", "acts_for", **_where("acts_for IS NOT NULL")),
    info=employment(
        Copied(
            (
                *("title", "kind", "acting_as", Name("acts_for"), "vacated_on", Name("unit_id")),
                *("valid_from", "valid_to"),
            ),
            place=50,
        ),
        Breach(place=30),
    ),
)

# A working team (tim kerja) is neither a unit nor a superior's people: it is drawn from several.
teams = Table(
    "teams",
    metadata,
    Column("id", Key, primary_key=True),
    Column("name", String(200), nullable=False),
    Column("unit_id", ForeignKey("units.id"), nullable=False),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    Index(None, "unit_id"),
    info=nobody("what a team is called; who is in it is in memberships"),
)

memberships = Table(
    "memberships",
    metadata,
    Column("id", Key, primary_key=True),
    Column("team_id", ForeignKey("teams.id"), nullable=False),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("leads", Boolean, nullable=False, default=False),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    Index(None, "person_id"),
    Index(None, "team_id"),
    info=employment(
        Copied((Name("team_id"), "leads", "valid_from", "valid_to"), "teams", place=70),
        Breach(place=70),
    ),
)

# The rating superior (pejabat penilai) is a link of its own, not the parent in the tree.
superiors = Table(
    "superiors",
    metadata,
    Column("id", Key, primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("superior_id", ForeignKey("people.id"), nullable=False),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    Index(None, "person_id"),
    Index(None, "superior_id"),
    info=employment(
        Copied((Name("superior_id"), "valid_from", "valid_to"), place=80),
        Breach(place=40),
    ),
)

# The counters at which a person serves citizens.
stations = Table(
    "stations",
    metadata,
    Column("id", Key, primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("counter_id", ForeignKey("counters.id"), nullable=False),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    Index(None, "person_id"),
    info=employment(
        Copied((Name("counter_id"), "valid_from", "valid_to"), place=90),
        Breach(place=50),
    ),
)

duties = Table(
    "duties",
    metadata,
    Column("id", Key, primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("unit_id", ForeignKey("units.id"), nullable=False),
    Column("duty", String(20), nullable=False),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    Index(None, "person_id"),
    Index(None, "unit_id"),
    info=employment(
        Copied(("duty", Name("unit_id"), "valid_from", "valid_to"), place=60),
        Breach(place=60),
    ),
)

# Who says that somebody else is their superior, and what the office has made of it: one that is
# open for each person. `superior_id` stood there when it was said; who does not know proposes none.
doubts = Table(
    "doubts",
    metadata,
    Column("id", Key, primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("superior_id", ForeignKey("people.id")),
    Column("proposed_id", ForeignKey("people.id")),
    Column("said_on", Date, nullable=False),
    Column("state", String(7), nullable=False),
    Column("settled_by", ForeignKey("people.id")),
    Column("settled_on", Date),
    Index("ix_doubts_open", "person_id", unique=True, **_where("state = 'open'")),
    info=employment(
        Copied(
            (Name("proposed_id", "superior"), "said_on", "state", "settled_on"),
            place=100,
            inner=("superior_id", "settled_by"),
        ),
        No("what it settles is counted among superiors"),
    ),
)

invitations = Table(
    "invitations",
    metadata,
    Column("token", String(64), primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    Column("used_at", UtcDateTime),
    # Who has seen the code, since they made it (none: who runs the machine).
    Column("made_by", ForeignKey("people.id")),
    Column("ended_at", UtcDateTime),  # taken back before it was used
    Column("told_at", UtcDateTime),  # when who made it was told that it was tried in vain
    info=personal(
        OfPerson(),
        copied=Copied(
            ("expires_at", "used_at", "ended_at"),
            "codes",
            place=40,
            inner=("token", "made_by", "told_at"),
            order="expires_at",
        ),
        kept=Expires("expires_at", "codes"),
        erased=Erased(only="used_at IS NULL"),
        breach=No("keyed hashes alone; the code itself is not kept"),
    ),
)

addresses = Table(
    "addresses",
    metadata,
    Column("id", Key, primary_key=True),
    Column("channel", String(12), nullable=False),
    Column("sender", String(LONGEST_SENDER), nullable=False),
    Column("language", String(5)),
    Column("phone_language", String(5)),
    Column("person_id", ForeignKey("people.id")),
    Column("reachable", Boolean, nullable=False, default=True),
    Column("wrong_codes", SmallInteger, nullable=False, default=0),
    Column("locked_until", UtcDateTime),
    # Whether Tilik may speak first here; when the person last wrote, and when Tilik last knocked,
    # where the channel closes a window behind what people write.
    Column("speaks_first", Boolean, nullable=False, default=True, server_default=true()),
    Column("heard_at", UtcDateTime),
    Column("knocked_at", UtcDateTime),
    Column("trust", String(6), nullable=False, default="full", server_default="full"),
    # What was shown there last, and what a typed number means on it (`models.screens`).
    Column("screens", Text),
    # So long the phone is handed to others, who rate a service with a code of their own.
    Column("assists_until", UtcDateTime),
    # On which day (UTC) somebody first wrote from here: of a citizen the row goes the day after.
    Column("met_on", Date, nullable=False, default=LONG_AGO, server_default=LONG_AGO.isoformat()),
    UniqueConstraint("channel", "sender"),
    Index(None, "person_id", **_where("person_id IS NOT NULL")),
    Index("ix_addresses_met", "met_on", **_where("person_id IS NULL")),
    Index(None, "knocked_at", **_where("knocked_at IS NOT NULL")),
    info=personal(
        OfPerson(),
        copied=Copied(
            (
                *("channel", "sender", "language", "phone_language", "reachable", "speaks_first"),
                *("met_on", "heard_at", "knocked_at"),
            ),
            "chats",
            place=20,
            inner=("wrong_codes", "locked_until", "trust", "screens", "assists_until"),
            reads={"language": "language", "phone_language": "language"},
        ),
        kept=(By("retention.forget_citizens"), By("chats.forget")),
        erased=Erased(
            becomes={
                "person_id": None,
                "language": None,
                "phone_language": None,
                "met_on": LONG_AGO,
                "trust": "full",
                "screens": None,
            }
        ),
        breach=(
            Breach("chats", named=True, place=160),
            Breach("citizens", named=True, citizens=True, place=200),
        ),
    ),
)

# A code for somebody who has joined already, the chat that has used it, and what came of that; so
# too a code by which somebody joined first, where one of the office had made it. `told` are the
# letters to their older chats, but for those that cannot arrive; `reached`: one has. `asked` are
# the people who were asked to vouch.
new_chats = Table(
    "new_chats",
    metadata,
    Column("id", Key, primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("address_id", ForeignKey("addresses.id", ondelete="SET NULL")),
    Column("made_by", ForeignKey("people.id")),
    Column("made_at", UtcDateTime, nullable=False),
    Column("used_at", UtcDateTime),
    Column("state", String(9), nullable=False),
    Column("told", JSON, nullable=False),
    Column("asked", JSON, nullable=False, default=list, server_default="[]"),
    Column("reached", Boolean, nullable=False, default=False),
    Column("old_gone", Boolean, nullable=False, default=False),
    Column("settled_by", ForeignKey("people.id")),
    Column("settled_at", UtcDateTime),
    Index(None, "person_id"),
    Index(None, "address_id"),
    Index("ix_new_chats_open", "state", **_where("settled_at IS NULL")),
    info=personal(
        OfPerson(),
        copied=Copied(
            ("made_at", "used_at", "state", "old_gone", "settled_at"),
            place=45,
            machines=("state",),
            inner=("address_id", "made_by", "told", "asked", "reached", "settled_by"),
        ),
        kept=Expires("settled_at", "codes"),
        erased=Erased(),
        breach=No("when a chat was joined, which the chats themselves tell"),
    ),
)

inbox = Table(
    "inbox",
    metadata,
    Column("id", Key, primary_key=True),
    Column("channel", String(12), nullable=False),
    Column("key", String(80), nullable=False),
    Column("twin", String(120)),
    Column("sender", String(LONGEST_SENDER)),
    Column("raw", Text),
    Column("state", String(5), nullable=False),
    Column("attempts", SmallInteger, nullable=False, default=0),
    Column("arrived_at", UtcDateTime, nullable=False),
    Column("due_at", UtcDateTime),
    Column("reference", String(12)),
    UniqueConstraint("channel", "key"),
    UniqueConstraint("channel", "twin"),
    Index(
        "ix_inbox_open",
        "channel",
        "sender",
        "id",
        **_where("state = 'open'"),
    ),
    Index(None, "arrived_at"),
    Index("ix_inbox_said", "id", **_where("raw IS NOT NULL")),
    info=personal(
        Through(("channel", "sender"), "addresses"),
        copied=Copied(
            ("state", "arrived_at", "raw"),
            "messages",
            place=220,
            machines=("state", "raw"),
            inner=("key", "twin", "attempts", "due_at", "reference"),
        ),
        kept=By("inbox.forget"),
        erased=Erased(only="state != 'open'", becomes={"raw": None, "sender": None, "twin": None}),
        breach=No("blank once it has had its turn, or 30 days after it was set aside"),
    ),
)

dialogues = Table(
    "dialogues",
    metadata,
    Column("id", Key, primary_key=True),
    Column("address_id", ForeignKey("addresses.id"), nullable=False),
    Column("conversation", String(30), nullable=False),
    Column("opening", String(64), nullable=False),
    Column("answers", Text, nullable=False),
    Column("home", String(40)),
    Column("misses", SmallInteger, nullable=False, default=0),
    Column("early", Text),
    Column("asks", Text),
    Column("parked", Boolean, nullable=False, default=False),
    Column("resting", Boolean, nullable=False, default=False, server_default=false()),
    Column("expires_at", UtcDateTime, nullable=False),
    Index(None, "address_id"),
    Index(None, "expires_at"),
    sqlite_autoincrement=True,
    info=personal(
        Through(("address_id",)),
        copied=Copied(
            ("conversation", "opening", "answers", "expires_at"),
            "forms",
            place=190,
            machines=("opening",),
            inner=("home", "misses", "early", "asks", "parked", "resting"),
        ),
        kept=By("due.expire"),
        erased=Erased(),
        breach=No("gone within a day"),
    ),
)

# What is on a phone that is handed to others, by the channel's own number: taken back before the
# next person reads it.
fleeting = Table(
    "fleeting",
    metadata,
    Column("address_id", ForeignKey("addresses.id"), primary_key=True),
    Column("message", String(40), primary_key=True),
    info=personal(
        Through(("address_id",)),
        copied=No("numbers of messages that are taken back at once"),
        kept=By("assisting.lapse"),
        erased=Erased(),
        breach=No("numbers of messages, without a word of them"),
    ),
)

letters = Table(
    "letters",
    metadata,
    Column("id", Key, primary_key=True),
    Column("address_id", ForeignKey("addresses.id"), nullable=False),
    Column("kind", String(6), nullable=False),
    Column("about", String(40)),
    Column("sheet", Text, nullable=False),
    Column("state", String(9), nullable=False),
    Column("attempts", SmallInteger, nullable=False, default=0),
    Column("due_at", UtcDateTime, nullable=False),
    Column("written_at", UtcDateTime, nullable=False),
    Column("prompt_id", ForeignKey("prompts.id")),
    Column("why", String(40)),
    Index(None, "address_id", **_where("prompt_id IS NULL")),
    # Whoever lets an address go asks whether any letter is left there; so does the reference.
    Index("ix_letters_of_address", "address_id"),
    Index(None, "due_at", **_where("prompt_id IS NULL")),
    Index("ix_letters_prompts", "state", "due_at", **_where("prompt_id IS NOT NULL")),
    sqlite_autoincrement=True,
    info=personal(
        Through(("address_id",)),
        copied=Copied(
            ("kind", "sheet", "state", "written_at"),
            place=200,
            machines=("kind", "sheet", "state"),
            inner=("about", "attempts", "due_at", "prompt_id", "why"),
        ),
        kept=By("claims.forget"),
        erased=Erased(only="state = 'held' AND prompt_id IS NULL"),
        breach=Breach(place=180),
    ),
)

# Quantities are kept as they were written: decimal digits, never a binary float.
targets = Table(
    "targets",
    metadata,
    Column("id", Key, primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("quarter", String(7), nullable=False),
    Column("result", String(500), nullable=False),
    Column("indicator", String(500), nullable=False),
    Column("quantity", String(30)),
    Column("measure", String(60)),
    UniqueConstraint("person_id", "quarter", "result"),
    info=employment(
        Copied(
            ("quarter", "result", "indicator", "quantity", "measure"),
            place=130,
            reads={"quarter": "quarter"},
        ),
        Breach(place=100),
    ),
)

entries = Table(
    "entries",
    metadata,
    Column("id", Key, primary_key=True),
    Column("receipt", String(12), nullable=False, unique=True),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("day", Date, nullable=False),
    Column("entered_on", Date, nullable=False),
    Column("activity", Text, nullable=False),
    Column("target_id", ForeignKey("targets.id")),
    Column("quantity", String(30)),
    Column("measure", String(60)),
    Column("starts", Time),
    Column("ends", Time),
    Column("evidence", JSON, nullable=False),
    Column("state", String(9), nullable=False),
    Column("sent_at", UtcDateTime, nullable=False),
    Column("returned_before", Boolean, nullable=False, default=False),
    Column("reason", Text),
    Column("decided_by", ForeignKey("people.id")),
    # Since when it waits one level up as well: nobody had decided on it for too long.
    Column("raised_on", Date),
    Index(None, "person_id", "day"),
    Index(None, "state"),
    Index("ix_entries_unraised", "sent_at", **_where("state = 'sent' AND raised_on IS NULL")),
    Index("ix_entries_raised", "raised_on", **_where("state = 'sent' AND raised_on IS NOT NULL")),
    sqlite_autoincrement=True,
    info=employment(
        Copied(
            (
                *("receipt", "day", "entered_on", "activity", "quantity", "measure", "starts"),
                *("ends", "evidence", "state", "sent_at", "reason", Name("decided_by", "by")),
                "raised_on",
            ),
            place=140,
            inner=("target_id", "returned_before"),
            reads={"evidence": "evidence"},
        ),
        Breach(since="entered_on", named=True, place=90),
    ),
)

leaves = Table(
    "leaves",
    metadata,
    Column("id", Key, primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    # "leave" (cuti) or "travel" (perjalanan dinas): neither counts against anybody.
    Column("kind", String(6), nullable=False, default="leave", server_default="leave"),
    # Which leave it is (sick, maternity...), where the office has said so. It may tell of health or
    # family: only whose it is and those who keep the office's people read it.
    Column("why", String(9)),
    Index(None, "person_id"),
    info=employment(
        Copied(("kind", "why", "first_day", "last_day"), place=110),
        Breach(named=True, place=110),
    ),
)

# Who works on other days than the unit does: by shifts, or part of the week. `weekdays` is one
# figure a day from Monday on, 1 for a day that is worked.
schedules = Table(
    "schedules",
    metadata,
    Column("id", Key, primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("kind", String(5), nullable=False),
    Column("weekdays", String(7), nullable=False),
    Column("on_holidays", Boolean, nullable=False, default=False),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    Index(None, "person_id"),
    info=employment(
        Copied(("kind", "weekdays", "on_holidays", "valid_from", "valid_to"), place=120),
        Breach(place=80),
    ),
)

# When Tilik itself was away: from its last sign of life to the next.
outages = Table(
    "outages",
    metadata,
    Column("began_at", UtcDateTime, primary_key=True),
    Column("ended_at", UtcDateTime),
    info=nobody("of Tilik itself"),
)

evaluations = Table(
    "evaluations",
    metadata,
    Column("id", Key, primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("quarter", String(7), nullable=False),
    Column("sheet", JSON, nullable=False),
    Column("sent_on", Date, nullable=False),
    UniqueConstraint("person_id", "quarter"),
    info=employment(
        Copied(
            ("quarter", "sheet", "sent_on"),
            place=150,
            reads={"quarter": "quarter", "sheet": "evaluation"},
        ),
        Breach(since="sent_on", named=True, place=120),
    ),
)

# Every version is kept: a new rating is a new row.
appraisals = Table(
    "appraisals",
    metadata,
    Column("id", Key, primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("quarter", String(7), nullable=False),
    Column("version", SmallInteger, nullable=False),
    Column("superior_id", ForeignKey("people.id"), nullable=False),
    Column("result", String(6), nullable=False),
    Column("conduct", String(6), nullable=False),
    Column("reason", Text, nullable=False),
    Column("predikat", String(20), nullable=False),
    Column("rated_on", Date, nullable=False),
    Column("received_on", Date),
    Column("reply", Text),
    UniqueConstraint("person_id", "quarter", "version"),
    info=employment(
        Copied(
            (
                *("quarter", "version", "result", "conduct", "predikat", "reason"),
                *("rated_on", "received_on", "reply", Name("superior_id", "by")),
            ),
            place=160,
            machines=("version",),
            reads={
                "quarter": "quarter",
                "result": "rating",
                "conduct": "rating",
                "predikat": "predikat",
            },
        ),
        Breach(since="rated_on", named=True, place=130),
    ),
)

# What an office decides for itself: each row is a version, and the newest of those that are valid
# on a day counts. A past quarter keeps its rule. `set_by` None is whoever runs the machine.
settings = Table(
    "settings",
    metadata,
    Column("id", Key, primary_key=True),
    Column("name", String(40), nullable=False),
    Column("value", JSON, nullable=False),
    Column("valid_from", Date, nullable=False),
    Column("set_at", UtcDateTime, nullable=False),
    Column("set_by", ForeignKey("people.id")),
    Index(None, "name", "valid_from"),
    info=nobody("who set it did so for the office; the trail tells it"),
)

# Days that are decreed: of a year, of the whole country or of a unit and those below it. What was
# taken back keeps its row.
decreed_days = Table(
    "decreed_days",
    metadata,
    Column("id", Key, primary_key=True),
    Column("day", Date, nullable=False),
    Column("kind", String(14), nullable=False),
    Column("name", String(200), nullable=False),
    Column("decree", String(200), nullable=False),
    Column("unit_id", ForeignKey("units.id")),
    Column("set_at", UtcDateTime, nullable=False),
    Column("set_by", ForeignKey("people.id")),
    Column("taken_back_at", UtcDateTime),
    Column("taken_back_by", ForeignKey("people.id")),
    Index(None, "day"),
    info=nobody("who set a day did so for the office; the trail tells it"),
)

# A file of the office on its way in: seen, perhaps waiting for a second person, then done or not.
intakes = Table(
    "intakes",
    metadata,
    Column("id", Key, primary_key=True),
    Column("kind", String(12), nullable=False),
    Column("name", String(240), nullable=False),
    Column("content", LargeBinary),
    Column("digest", String(64), nullable=False),
    Column("given_by", ForeignKey("people.id")),
    Column("given_at", UtcDateTime, nullable=False),
    Column("state", String(9), nullable=False),
    Column("preview", JSON, nullable=False),
    Column("needs_second", Boolean, nullable=False, default=False),
    Column("decided_by", ForeignKey("people.id")),
    Column("decided_at", UtcDateTime),
    Index(None, "state"),
    info=nobody(
        "files of the office, which who gave them has",
        kept=(By("intakes.forget"), By("arrivals.forget")),
    ),
)

# That somebody has been shown the notice, or has agreed to something (or no longer does), with
# proof: which words, when, where. The newest row of a purpose counts.
consents = Table(
    "consents",
    metadata,
    Column("id", Key, primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("purpose", String(20), nullable=False),
    Column("version", String(20), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("channel", String(12), nullable=False),
    Column("agreed", Boolean, nullable=False),
    Column("given_at", UtcDateTime, nullable=False),
    Index(None, "person_id", "purpose"),
    info=personal(
        OfPerson(),
        copied=Copied(
            ("purpose", "version", "digest", "channel", "agreed", "given_at"),
            place=30,
            machines=("version", "digest"),
        ),
        kept=No("proof, as long as the person is known"),
        erased=No("proof; what is erased withdraws the one to be spoken to"),
        breach=Breach(place=140),
    ),
)

# What somebody asks of the office about their own data: to correct it, to erase it.
requests = Table(
    "requests",
    metadata,
    Column("id", Key, primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("kind", String(7), nullable=False),
    Column("field", String(20)),
    Column("words", Text),
    Column("asked_at", UtcDateTime, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("state", String(7), nullable=False),
    Column("settled_by", ForeignKey("people.id")),
    Column("settled_at", UtcDateTime),
    Column("reply", Text),
    Index(None, "person_id"),
    Index("ix_requests_open", "due_at", **_where("state = 'open'")),
    info=personal(
        OfPerson(),
        copied=Copied(
            ("kind", "field", "words", "asked_at", "due_at", "state", "settled_at", "reply"),
            place=170,
            inner=("settled_by",),
        ),
        kept=Expires("settled_at", "requests"),
        erased=No("shows that requests were answered in time"),
        breach=Breach(named=True, place=150),
    ),
)

# Who somebody is, sealed under a key that the database does not know.
identities = Table(
    "identities",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("fingerprint", String(16), nullable=False),
    Column("forgotten_on", Date, nullable=False),
    Index(None, "forgotten_on"),
    sqlite_with_rowid=False,
    info=nobody("sealed; opened for a complaint alone", kept=(By("identities.forget"),)),
)

# What citizens want put right. Nothing in it leads to who said it: `seal` is the number of an
# identity that only the post opens, and `reporters` knows it by a keyed hash of the chat.
# `with_id`: the unit whose head has it now; a weighty one is the oversight team's alone.
complaints = Table(
    "complaints",
    metadata,
    Column("id", Key, primary_key=True),
    Column("number", String(12), nullable=False, unique=True),
    Column("kind", String(7), nullable=False),
    Column("state", String(9), nullable=False),
    Column("unit_id", ForeignKey("units.id"), nullable=False),
    Column("with_id", ForeignKey("units.id"), nullable=False),
    Column("counter_id", ForeignKey("counters.id")),
    Column("service_id", ForeignKey("services.id")),
    Column("element", String(40)),
    Column("holder_id", ForeignKey("people.id")),
    Column("said_on", Date, nullable=False),
    # By when the citizen hears next; of what waits for the citizen, until when it does.
    Column("due_on", Date),
    Column("reopened", SmallInteger, nullable=False, default=0, server_default=text("0")),
    Column("result", String(6)),
    # How the citizen found the handling (1 to 4): of the unit, never of a person.
    Column("care", SmallInteger),
    Column("outside", String(40)),  # its number in the state's own channel
    Column("closed_on", Date),
    Column("seal", String(32)),
    # The oldest open one of which the citizen has said that theirs is the same.
    Column("joins_id", ForeignKey("complaints.id")),
    # The same citizen had the same open already: it makes no further one among others.
    Column("again", Boolean, nullable=False, default=False, server_default=false()),
    Index(None, "unit_id", "said_on"),
    Index("ix_complaints_open", "with_id", **_where("closed_on IS NULL")),
    Index("ix_complaints_due", "due_on", **_where("closed_on IS NULL")),
    Index("ix_complaints_held", "holder_id", **_where("closed_on IS NULL")),
    Index(None, "seal", **_where("seal IS NOT NULL")),
    Index(None, "joins_id", **_where("joins_id IS NOT NULL")),
    info=personal(
        OfCitizens(unit=("unit_id",)),
        copied=No("no person is in it"),
        kept=ARCHIVE,
        erased=No("the case stays; who said it is forgotten with the seal"),
        breach=Breach(since="said_on", citizens=True, place=230),
    ),
)

# The life of a complaint: each thing that happened, for both sides. Of a weighty one the words are
# sealed, unmasked: whom the citizen names is evidence.
complaint_steps = Table(
    "complaint_steps",
    metadata,
    Column("id", Key, primary_key=True),
    Column("complaint_id", ForeignKey("complaints.id"), nullable=False),
    Column("kind", String(9), nullable=False),
    Column("day", Date, nullable=False),
    Column("by_id", ForeignKey("people.id")),
    Column("words", Text),
    Column("sealed", LargeBinary),
    Column("files", JSON, nullable=False),
    Index(None, "complaint_id"),
    sqlite_autoincrement=True,
    info=personal(
        OfCitizens(unit=("complaint_id", "unit_id")),
        copied=No("no person is in it"),
        kept=Expires(
            "day", "words",
            only="words IS NOT NULL OR sealed IS NOT NULL OR CAST(files AS TEXT) <> '[]'",
            becomes={"words": None, "sealed": None, "files": []},
        ),
        erased=No("the case stays; who said it is forgotten with the seal"),
        breach=Breach(since="day", named=True, citizens=True, place=240),
    ),
)

# The own word of an employee whom a complaint touches. `about` is what it is of, in the words of
# whoever asks: nothing that the citizen wrote is in it.
hearings = Table(
    "hearings",
    metadata,
    Column("id", Key, primary_key=True),
    Column("complaint_id", ForeignKey("complaints.id"), nullable=False),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("asked_by", ForeignKey("people.id"), nullable=False),
    Column("asked_on", Date, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("about", Text),
    Column("answer", String(7)),
    Column("words", Text),
    Column("answered_on", Date),
    Column("silent_on", Date),
    UniqueConstraint("complaint_id", "person_id"),
    Index(None, "person_id"),
    info=personal(
        OfPerson(),
        copied=Copied(
            ("asked_on", "about", "due_on", "answer", "words", "answered_on"),
            place=165,
            inner=("complaint_id", "asked_by", "silent_on"),
        ),
        kept=Expires(
            "asked_on", "words", only="about IS NOT NULL OR words IS NOT NULL",
            becomes={"about": None, "words": None},
        ),
        erased=DUTY,
        breach=Breach(since="asked_on", named=True, place=245),
    ),
)

reporters = Table(
    "reporters",
    metadata,
    Column("token", String(64), primary_key=True),
    Column("complaint_id", ForeignKey("complaints.id"), primary_key=True),
    Index(None, "complaint_id"),
    sqlite_with_rowid=False,
    info=nobody(
        "a keyed hash, which leads to nobody without the key",
        kept=(By("reporters.forget"),),
    ),
)

# Letters to whom only the post may know: sealed themselves, they wait for it to open the seal. Once
# it has, `letter_id` is the letter that it made of one; without a `due_at` it waits for the citizen
# to write.
sealed_letters = Table(
    "sealed_letters",
    metadata,
    Column("id", Key, primary_key=True),
    Column("seal", String(32), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("due_at", UtcDateTime),
    Column("letter_id", BigInteger),
    Index(None, "due_at"),
    Index(None, "letter_id"),
    sqlite_autoincrement=True,
    info=nobody("sealed, and to whom they go", kept=(By("reporters.forget"),)),
)

# Codes by which another phone of a citizen's is tied to a complaint: hashed under a key, gone once
# used.
reporter_codes = Table(
    "reporter_codes",
    metadata,
    Column("token", String(64), primary_key=True),
    Column("complaint_id", ForeignKey("complaints.id"), nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    Index(None, "complaint_id"),
    sqlite_with_rowid=False,
    info=nobody("a keyed hash, gone with its use", kept=(By("codes.forget"),)),
)

# Who of the oversight team has asked that a seal be opened, or that a weighty complaint be of the
# kind `aim`, why (sealed), and who has agreed.
unsealings = Table(
    "unsealings",
    metadata,
    Column("id", Key, primary_key=True),
    Column("complaint_id", ForeignKey("complaints.id"), nullable=False),
    Column("reason", LargeBinary, nullable=False),
    Column("asked_by", ForeignKey("people.id"), nullable=False),
    Column("asked_on", Date, nullable=False),
    Column("settled_by", ForeignKey("people.id")),
    Column("state", String(7), nullable=False),
    Column("aim", String(8), nullable=False, server_default=text("'open'")),
    Index(None, "complaint_id"),
    sqlite_autoincrement=True,
    info=nobody("what was done in office; the reason is sealed", kept=(Expires("asked_on", 1825),)),
)

# Reviews of the way of working: of a place and an element, never of a person. `with_id`: the unit
# whose head is asked now. `before`, `after`: the released counts of the element, when it began and
# when it ended.
reviews = Table(
    "reviews",
    metadata,
    Column("id", Key, primary_key=True),
    Column("unit_id", ForeignKey("units.id"), nullable=False),
    Column("with_id", ForeignKey("units.id"), nullable=False),
    Column("what", String(1), nullable=False),
    Column("place_id", Key, nullable=False),
    Column("element", String(40), nullable=False),
    Column("state", String(8), nullable=False),
    Column("opened_on", Date, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("told_on", Date, nullable=False),
    Column("before", JSON, nullable=False),
    Column("cause", Text),
    Column("action", Text),
    Column("training", Boolean, nullable=False, default=False, server_default=false()),
    Column("who_id", ForeignKey("people.id")),  # who sees to it
    Column("result", Text),
    Column("files", JSON, nullable=False),
    Column("ended_on", Date),
    Column("after", JSON, nullable=False, default=dict, server_default="{}"),
    Column("late_since", Date),
    Index("ix_reviews_open", "what", "place_id", "element", unique=True,
          **_where("ended_on IS NULL")),
    Index(None, "unit_id"),
    Index(None, "who_id", **_where("who_id IS NOT NULL")),
    info=personal(
        OfPerson("who_id"),
        copied=Copied(
            ("opened_on", "action", "due_on", "state", "ended_on"),
            "reviews",
            place=145,
            inner=(
                *("unit_id", "with_id", "what", "place_id", "element", "told_on", "before"),
                *("cause", "training", "result", "files", "after", "late_since"),
            ),
        ),
        kept=ARCHIVE,
        erased=DUTY,
        breach=No("what is done about a place; who sees to it is counted among posts"),
    ),
)

# Who asked to be told when an element changes at a counter: a consent of its own. No rating, no
# value, no day; the chat is found by a keyed hash of its own and reached through a seal.
listeners = Table(
    "listeners",
    metadata,
    Column("token", String(64), primary_key=True),
    Column("counter_id", ForeignKey("counters.id"), primary_key=True),
    Column("element", String(40), primary_key=True),
    Column("month", String(7), nullable=False),
    Column("seal", String(32), nullable=False),
    Index(None, "counter_id", "element"),
    Index(None, "seal"),
    sqlite_with_rowid=False,
    info=nobody(
        "a keyed hash, which leads to nobody without the key",
        kept=(By("listeners.forget"),),
    ),
)

# The record of who looked at or changed what concerns a person. Rows are only ever added: each
# holds the hash of itself and of the one before. No names, no words: numbers, and what was done.
# Nothing refers to other tables, so that what is erased there stays told here.
trail = Table(
    "trail",
    metadata,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("at", UtcDateTime, nullable=False),
    Column("day", Date, nullable=False),
    Column("actor", String(8), nullable=False),
    Column("by_id", BigInteger),
    Column("deed", String(40), nullable=False),
    Column("about_id", BigInteger),
    Column("what", Text, nullable=False),
    Column("hash", String(64), nullable=False),
    Index(None, "about_id", "day"),
    Index(None, "by_id", "day"),
    info=personal(
        OfPerson("about_id"),
        copied=Copied(
            ("at", "deed", "actor", Name("by_id"), "what"),
            place=2000,
            machines=("what",),
            inner=("number", "day", "hash"),
            reads={"deed": "deed"},
            usual={"actor": "person"},
        ),
        kept=No("only ever added to: who answers for what can be shown"),
        erased=No("only ever added to: who answers for what can be shown"),
        breach=Breach(place=190),
    ),
)

# The last row of the trail; who adds to it holds this row.
trail_head = Table(
    "trail_head",
    metadata,
    Column("id", SmallInteger, primary_key=True, autoincrement=False),
    Column("number", BigInteger, nullable=False),
    Column("hash", String(64), nullable=False),
    info=nobody("hashes alone"),
)

# The trail up to a row, under a key that the database does not know: it cannot be written anew.
seals = Table(
    "seals",
    metadata,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("hash", String(64), nullable=False),
    Column("fingerprint", String(16), nullable=False),
    Column("mac", String(64), nullable=False),
    Column("sealed_at", UtcDateTime, nullable=False),
    info=nobody("hashes alone"),
)

# What free words were corrected to: how often a word stood in them, of our own lists and the names
# of the office alone (`models.triage.corrected`). `told`: field and value, as `element:waktu`.
corrections = Table(
    "corrections",
    metadata,
    Column("word", String(24), primary_key=True),
    Column("told", String(40), primary_key=True),
    Column("times", Integer, nullable=False),
    info=nobody("words of public lists, counted; no sentence, no day, no person"),
)

# How many were asked each question of a form, and how many went on from it: no person, no time.
# Unit 0 is the office as a whole. In `part` a count lies in several rows, so that turns that end at
# once rarely wait for one of them.
questions_asked = Table(
    "questions_asked",
    metadata,
    Column("day", Date, primary_key=True),
    Column("unit_id", Key, primary_key=True, autoincrement=False),
    Column("conversation", String(30), primary_key=True),
    Column("question", String(60), primary_key=True),
    Column("part", SmallInteger, primary_key=True),
    Column("asked", Integer, nullable=False),
    Column("went_on", Integer, nullable=False),
    sqlite_with_rowid=False,
    info=nobody("counts of questions; no person, no answer", kept=(Expires("day", 400),)),
)

# Which life of this database it is, and how far it has come: a restored one is behind what is kept
# outside. Where it is `paused`, nothing is sent until somebody says so.
epochs = Table(
    "epochs",
    metadata,
    Column("id", Key, primary_key=True),
    Column("name", String(32), nullable=False, unique=True),
    Column("mark", BigInteger, nullable=False),
    Column("began_at", UtcDateTime, nullable=False),
    Column("paused", Boolean, nullable=False),
    info=nobody("of Tilik itself"),
)

# One row for each time Tilik speaks first, under a key of its own: planning twice changes nothing.
# The second key holds it to one a day for a person's own work, and one for their team.
prompts = Table(
    "prompts",
    metadata,
    Column("id", Key, primary_key=True),
    Column("campaign", String(40), nullable=False),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("lane", String(4), nullable=False),
    Column("day", Date, nullable=False),
    Column("state", String(8), nullable=False),
    Column("until", UtcDateTime, nullable=False),
    Column("planned_at", UtcDateTime, nullable=False),
    Column("settled_at", UtcDateTime),
    Column("why", String(40)),
    UniqueConstraint("campaign", "person_id", "kind"),
    UniqueConstraint("person_id", "lane", "day"),
    Index(None, "state"),
    info=personal(
        OfPerson(),
        copied=Copied(
            ("campaign", "kind", "day", "state"),
            place=180,
            machines=("campaign", "kind", "state"),
            inner=("lane", "until", "planned_at", "settled_at", "why"),
        ),
        kept=No("planning twice must change nothing"),
        erased=No("says on which day Tilik spoke first, and nothing else"),
        breach=No("says on which day Tilik spoke first, and nothing else"),
    ),
)

# When the next message may go out on a channel, whichever of several processes sends it.
budget = Table(
    "budget",
    metadata,
    Column("channel", String(12), primary_key=True),
    Column("next_at", UtcDateTime, nullable=False),
    info=nobody("of channels"),
)

# Words that a platform must approve before they may open a conversation, as it last told us.
templates = Table(
    "templates",
    metadata,
    Column("name", String(80), primary_key=True),
    Column("language", String(5), primary_key=True),
    Column("remote_id", String(40)),
    Column("status", String(20), nullable=False),
    Column("reason", String(300)),
    Column("same", Boolean, nullable=False),
    Column("told_at", UtcDateTime, nullable=False),
    info=nobody("of channels"),
)

# How many people a platform lets Tilik speak to first in twenty-four hours.
allowances = Table(
    "allowances",
    metadata,
    Column("channel", String(12), primary_key=True),
    Column("most", Integer),
    Column("told_at", UtcDateTime, nullable=False),
    info=nobody("of channels"),
)

# What people have sent where the platform does not keep it for us: fetched at once, and kept as
# long as a log entry shows it.
files = Table(
    "files",
    metadata,
    Column("id", Key, primary_key=True),
    Column("channel", String(12), nullable=False),
    Column("file", String(200), nullable=False),
    Column("kind", String(8), nullable=False),
    Column("name", String(240)),
    Column("mime", String(100)),
    Column("content", LargeBinary),
    Column("state", String(6), nullable=False),
    Column("attempts", SmallInteger, nullable=False, default=0),
    Column("due_at", UtcDateTime, nullable=False),
    Column("given_at", UtcDateTime, nullable=False),
    Column("address_id", ForeignKey("addresses.id"), nullable=False),
    Column("used", Boolean, nullable=False, default=False),
    # Of a complaint: without what a camera writes into it, and under a key that the database does
    # not know.
    Column("sealed", Boolean, nullable=False, default=False, server_default=false()),
    UniqueConstraint("channel", "file"),
    Index(None, "state", "due_at"),
    Index(None, "address_id"),
    info=personal(
        Through(("address_id",), outlives=True),
        copied=Copied(
            ("kind", "name", "mime", "state", "given_at", "used"),
            place=210,
            machines=("kind", "state"),
            # The content itself is in the chat from which it came.
            inner=("channel", "file", "content", "attempts", "due_at", "sealed"),
        ),
        # A file that is here was due last when it was fetched; the index knows nothing of given_at.
        kept=(
            Expires(
                "due_at",
                "evidence",
                only="state = 'here'",
                becomes={"state": "lost", "content": None, "name": None},
            ),
            Expires(
                "due_at",
                "words",
                only="state = 'here' AND sealed",
                becomes={"state": "lost", "content": None, "name": None},
            ),
            By("files.forget"),
        ),
        erased=Erased(only="NOT used"),
        breach=Breach(named=True, place=170),
    ),
)
