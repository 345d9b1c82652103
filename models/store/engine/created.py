"""A new SQLite file: its tables as they are today, without the steps that older ones came by."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Column, Connection, MetaData, String, Table, inspect

from models.store.schema import metadata

_STEPS = Table(
    "alembic_version",
    MetaData(naming_convention={"pk": "%(table_name)s_pkc"}),
    Column("version_num", String(32), primary_key=True),
)
_ADDED_TO = ("trail", "seals")
"""Tables whose rows nobody changes or deletes."""
_TWO_MAIN_POSTS = """NEW.kind = 'main' AND EXISTS (
    SELECT 1 FROM posts
    WHERE person_id = NEW.person_id AND kind = 'main' AND id IS NOT NEW.id
    AND (NEW.valid_to IS NULL OR valid_from <= NEW.valid_to)
    AND (valid_to IS NULL OR valid_to >= NEW.valid_from)
)"""

_POSTED = {"insert": "INSERT", "update": "UPDATE OF person_id, kind, valid_from, valid_to"}


def is_new(store: Connection) -> bool:
    """Whether this is a SQLite file without any table."""
    return store.dialect.name == "sqlite" and not inspect(store).get_table_names()


def create(store: Connection, revision: str) -> None:
    """Make all tables and their guards, as after the newest migration, which is noted."""
    metadata.create_all(store, checkfirst=False)
    for guard in _guards():
        store.exec_driver_sql(guard)
    _STEPS.create(store)
    store.execute(_STEPS.insert(), {"version_num": revision})


def _guards() -> Iterator[str]:
    for table in _ADDED_TO:
        for deed in ("UPDATE", "DELETE"):
            name = f"{table}_no_{deed.lower()}"
            yield _guard(name, f"{deed} ON {table}", f"{table} is only ever added to")
    for name, deed in _POSTED.items():
        ahead = f"{deed} ON posts WHEN {_TWO_MAIN_POSTS}"
        yield _guard(f"posts_one_main_{name}", ahead, "nobody has two main posts at once")


def _guard(name: str, before: str, refusal: str) -> str:
    return f"CREATE TRIGGER {name} BEFORE {before} BEGIN SELECT RAISE(ABORT, '{refusal}'); END"
