"""The platform's templates and ours kept in step, and how many people it lets Tilik speak to."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias, TypeVar

import httpx
from pywa_async.api import GraphAPIAsync
from pywa_async.client import WhatsApp
from pywa_async.errors import WhatsAppError

from bot.channel import TokenRefused
from bot.config import Settings
from bot.texts import Texts
from bot.whatsapp.inbound.platform_events import TIERS
from bot.whatsapp.templates.shapes import Shape, same_as, shapes
from bot.whatsapp.traits import CHANNEL
from bot.whatsapp.transport import session
from models.store import Store
from models.store.engine.database import Database, StoreAway
from models.store.letters.on_hold import CLOSED, let_go
from models.store.prompts import daily_limit, templates
from models.store.prompts.templates import APPROVED, TemplateStatus

R = TypeVar("R")
_log = logging.getLogger("tilik.whatsapp")
TOKEN_REFUSED = 190
"""The platform's code for a token that is revoked, expired or none at all."""
PATIENCE = 5.0
"""Seconds for the platform to say at the start whether it knows the token."""
GATEWAY = range(500, 505)
"""Codes that are the status of an answer which is none of the platform's."""
MISSING = "missing"
"""The status of a template that the platform does not have."""
FIELDS = ("name", "language", "status", "components", "rejected_reason", "parameter_format")
PAGE = "100"
LIMITS = ("messaging_limit_tier", "whatsapp_business_manager_messaging_limit")
"""The field's name until version 23 of the API, and from then on."""
_NO_ANSWER = (httpx.HTTPError, ValueError, TypeError, LookupError, AttributeError)
"""No answer, or one that is none of the Graph API's: pywa stumbles over those."""
AWAY = (WhatsAppError, *_NO_ANSWER)
"""How a call of pywa fails."""
Remotes: TypeAlias = Mapping[tuple[str, str], Mapping[str, Any]]


class PlatformAway(Exception):
    """It has not answered as it should; says how, without what was sent."""


class PlatformRefused(PlatformAway):
    """It has said no; says why, in its own words and by its code."""

    def __init__(self, words: str, code: int) -> None:
        super().__init__(words)
        self.code = code


@dataclass(frozen=True)
class Judged:
    """One of our templates, and what the platform has under its name; `remote` None for nothing."""

    shape: Shape
    remote: Mapping[str, Any] | None

    @property
    def name(self) -> str:
        return str(self.shape["name"])

    @property
    def language(self) -> str:
        return str(self.shape["language"])

    @property
    def status(self) -> str:
        """The platform's word in small letters; `missing` where it has none."""
        return MISSING if self.remote is None else str(self.remote.get("status", "")).lower()[:20]

    @property
    def reason(self) -> str | None:
        """Why it was rejected, in the platform's words."""
        said = (self.remote or {}).get("rejected_reason")
        return str(said)[:300] if said and said != "NONE" else None

    @property
    def same(self) -> bool:
        return self.remote is not None and same_as(self.shape, self.remote)


@asynccontextmanager
async def graph_of(settings: Settings) -> AsyncIterator[GraphAPIAsync]:
    """The platform's API as the settings name it, closed afterwards.

    A `WhatsAppError` leaves this as a TypeError, since pywa's takes no other traceback.
    """
    http = session(settings.whatsapp_api)
    try:
        token = settings.whatsapp_token.get_secret_value()
        yield WhatsApp(settings.whatsapp_phone_id or "0", token, session=http).api
    finally:
        await http.aclose()


async def judged(graph: GraphAPIAsync, business_id: str, texts: Texts) -> list[Judged]:
    """Every template of ours beside the platform's. Raises `PlatformAway`."""
    there = await answered(_remotes(graph, business_id))
    return [Judged(one, there.get((one["name"], one["language"]))) for one in shapes(texts)]


async def _remotes(graph: GraphAPIAsync, business_id: str) -> Remotes:
    """All that the platform has, of every page."""
    found: dict[tuple[str, str], Mapping[str, Any]] = {}
    pagination = {"limit": PAGE}
    while True:
        page = await graph.get_templates(business_id, fields=FIELDS, pagination=pagination)
        rows = page.get("data") or ()
        found |= {(row["name"], row["language"]): row for row in rows}
        paging = page.get("paging") or {}
        if not rows or "next" not in paging:
            return found
        pagination = {"limit": PAGE, "after": paging["cursors"]["after"]}


async def put(graph: GraphAPIAsync, business_id: str, one: Judged) -> None:
    """Make the platform's template ours: new, or edited. Raises `PlatformAway`."""
    if one.remote is None:
        await answered(graph.create_template(business_id, dict(one.shape)))
    else:
        words: Any = {"components": one.shape["components"]}
        await answered(graph.update_template(str(one.remote["id"]), words))


async def tier(graph: GraphAPIAsync, phone_id: str) -> str | None:
    """How many people a day Tilik may speak to first, by the platform's name; None if unsaid.

    Raises `PlatformAway`, also for a phone number that is none of the account's.
    """
    for field in LIMITS:
        try:
            told = await answered(graph.get_business_phone_number(phone_id, fields=(field,)))
        except PlatformRefused:
            continue
        if told.get(field):
            return str(told[field])
    await answered(graph.get_business_phone_number(phone_id, fields=("id",)))
    return None


async def answered(call: Awaitable[R]) -> R:
    """What a call of the Graph API gives; raises `PlatformAway`."""
    try:
        return await call
    except WhatsAppError as wrong:
        words = wrong.user_msg or wrong.details or wrong.message
        raise PlatformRefused(f"{wrong.code}: {words}".rstrip("."), wrong.code) from None
    except _NO_ANSWER as wrong:
        raise PlatformAway(type(wrong).__name__) from None


async def checked(settings: Settings) -> None:
    """Ask for our own number; raises `TokenRefused`, and `PlatformAway` where nobody answers."""
    try:
        async with asyncio.timeout(PATIENCE), graph_of(settings) as graph:
            number = settings.whatsapp_phone_id
            await answered(graph.get_business_phone_number(number, fields=("id",)))
    except PlatformRefused as wrong:
        if wrong.code == TOKEN_REFUSED:
            raise TokenRefused("TILIK_WHATSAPP_TOKEN") from None
        if wrong.code in GATEWAY:
            raise
    except TimeoutError:
        raise PlatformAway("timeout") from None


def keep(store: Store, found: list[Judged], limit: str | None, *, now: datetime) -> int:
    """Write down what the platform has told; gives how many held letters may go now."""
    usable = templates.usable(store)
    for one in found:
        templates.set_status(store, _row(one, now))
    if limit is not None and limit in TIERS:
        daily_limit.set_limit(store, CHANNEL, TIERS[limit], now=now)
    if templates.usable(store) <= usable:
        return 0
    return let_go(store, CHANNEL, now=now, why=CLOSED)


def _row(one: Judged, now: datetime) -> TemplateStatus:
    number = str(one.remote["id"]) if one.remote is not None else None
    return TemplateStatus(
        name=one.name,
        language=one.language,
        remote_id=number,
        status=one.status,
        reason=one.reason,
        same=one.same,
        told_at=now,
    )


async def synced(
    graph: GraphAPIAsync, settings: Settings, database: Database, texts: Texts, now: datetime
) -> bool:
    """Ask the platform and keep what it tells; False, and a line in the log, where that fails.

    For the timetable: once at the start, then every hour.
    """
    try:
        found = await judged(graph, settings.whatsapp_business_id, texts)
        limit = await tier(graph, settings.whatsapp_phone_id)
        await database.run(lambda store: keep(store, found, limit, now=now))
    except PlatformAway as wrong:
        _log.warning("WhatsApp's templates and limit could not be read: %s", wrong)
        return False
    except StoreAway:
        _log.warning("WhatsApp's templates could not be written down: the database is away")
        return False
    if closed := [one for one in found if not (one.status == APPROVED and one.same)]:
        _log.info("%d of %d WhatsApp templates cannot be used yet", len(closed), len(found))
    return True
