"""Roles of PostgreSQL: one owns the tables and changes them, another runs Tilik and cannot.

The role that runs may do everything Tilik does and no more, and can neither alter nor remove what
the trail tells: not by a bug, not by who gets hold of its password. What a column may become is a
matter of triggers (migrations 0005, 0011, 0035), which hold for the owner too.
"""

from __future__ import annotations

from sqlalchemy import Connection, text

from models.store.engine.migrate import alter
from models.store.schema import (
    appraisals,
    entries,
    epochs,
    evaluations,
    metadata,
    ratings,
    seals,
    trail,
    trail_head,
)

_of_an_entry = ", ".join(set(entries.c.keys()) - {"id", "receipt", "person_id"})
_of_a_rating = "counter_id, day, answers, cause, reason, hold, kind, hour, batch_id, came_on"
ALL = "SELECT, INSERT, UPDATE, DELETE"
LESS = {
    trail.name: "SELECT, INSERT",
    seals.name: "SELECT, INSERT",
    trail_head.name: "SELECT, INSERT, UPDATE",
    epochs.name: "SELECT, INSERT, UPDATE (mark)",
    ratings.name: f"SELECT, INSERT, DELETE, UPDATE ({_of_a_rating})",
    entries.name: f"SELECT, INSERT, UPDATE ({_of_an_entry})",
    evaluations.name: "SELECT, INSERT, UPDATE (sheet, sent_on)",
    appraisals.name: "SELECT, INSERT, UPDATE (received_on, reply)",
    "alembic_version": "SELECT",
}
"""Of these tables the role gets less than of the others: what Tilik does there."""
_WHO = text(
    "SELECT r.rolsuper OR pg_has_role(r.oid, c.relowner, 'MEMBER') FROM pg_roles r, pg_class c "
    "WHERE r.rolname = :role AND c.oid = 'trail'::regclass"
)
_MINE = text(
    "SELECT pg_has_role(current_user, relowner, 'MEMBER') FROM pg_class "
    "WHERE oid = 'trail'::regclass"
)

_HERE = text("SELECT current_database()")
_TEMPORARY = text("SELECT has_database_privilege(:role, current_database(), 'TEMPORARY')")


class RoleUnfit(Exception):
    """No such role, one that needs no grant to do as it likes, or not who asks to give: `why` is
    the text id."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def grant(url: str, role: str) -> None:
    """Give the role what Tilik needs to run, and take from it whatever else it had.

    Raises `RoleUnfit`, and `StoreAway` where the database cannot be reached. Not within a running
    loop.
    """
    alter(url, lambda connection: _granted(connection, role))


def _granted(store: Connection, role: str) -> None:
    if store.dialect.name != "postgresql":
        raise RoleUnfit("migrate-role-sqlite")
    if not store.execute(_MINE).scalar():
        raise RoleUnfit("migrate-role-not-yours")
    owns = store.execute(_WHO, {"role": role}).scalar()
    if owns is None:
        raise RoleUnfit("migrate-role-nobody")
    if owns:
        raise RoleUnfit("migrate-role-owner")
    quote = store.dialect.identifier_preparer.quote
    name, database = quote(role), str(store.execute(_HERE).scalar_one())
    orders = [
        "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
        f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {name}",
        f"REVOKE ALL ON SCHEMA public FROM {name}",
        f"GRANT USAGE ON SCHEMA public TO {name}",
        f"REVOKE TEMPORARY ON DATABASE {quote(database)} FROM PUBLIC, {name}",
        f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {name}",
    ]
    for table in (*metadata.tables, "alembic_version"):
        orders.append(f"GRANT {LESS.get(table, ALL)} ON {quote(table)} TO {name}")
    for order in orders:
        store.execute(text(order))
    if store.execute(_TEMPORARY, {"role": role}).scalar():
        raise RoleUnfit("migrate-role-temporary")
