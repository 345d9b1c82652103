"""Templates: words that a platform must approve before they may open a conversation."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from models.store import Store, either
from models.store.schema import templates

APPROVED = "approved"


@dataclass(frozen=True)
class TemplateStatus:
    """What a platform last told of a template; `status` is its own word, in small letters.

    `same`: it is the one that our catalogue has now. An approved one that is not can be sent to
    nobody: its parameters may be others.
    """

    name: str
    language: str
    remote_id: str | None
    status: str
    reason: str | None
    same: bool
    told_at: datetime

    @property
    def usable(self) -> bool:
        """Whether it may open a conversation."""
        return self.status == APPROVED and self.same


def known(store: Store) -> list[TemplateStatus]:
    """All that were ever told of, by name and language."""
    rows = store.execute(select(templates).order_by(templates.c.name, templates.c.language))
    return [TemplateStatus(**row._mapping) for row in rows]


def usable(store: Store) -> frozenset[tuple[str, str]]:
    """The (name, language) pairs that may open a conversation."""
    return frozenset((one.name, one.language) for one in known(store) if one.usable)


def set_status(store: Store, template: TemplateStatus) -> None:
    """Keep what the platform tells of a template."""
    store.execute(_TOLD[store.dialect.name], asdict(template))


def judged(
    store: Store, name: str, language: str, *, status: str, reason: str | None, now: datetime
) -> None:
    """The platform has approved, rejected or paused one that we know; others are not ours."""
    here = (templates.c.name == name) & (templates.c.language == language)
    values = {"status": status[:20], "reason": reason and reason[:300], "told_at": now}
    store.execute(templates.update().where(here).values(**values))


def _replacing(insert: Any) -> Any:
    row = insert(templates)
    fresh = {c.name: row.excluded[c.name] for c in templates.c if not c.primary_key}
    return row.on_conflict_do_update(
        index_elements=[templates.c.name, templates.c.language], set_=fresh
    )


_TOLD = either(_replacing)
