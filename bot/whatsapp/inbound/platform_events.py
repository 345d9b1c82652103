"""What WhatsApp tells: of letters that it has taken, of templates, of the account."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.channel import DeliveryReport, Noticed
from bot.whatsapp.traits import CHANNEL
from models.store import Store
from models.store.chat.renaming import told_of_renaming
from models.store.letters.delivery_status import settle_status
from models.store.letters.on_hold import CLOSED, let_go
from models.store.prompts import daily_limit, templates

TIERS: Mapping[str, int | None] = {
    "TIER_50": 50,
    "TIER_250": 250,
    "TIER_1K": 1_000,
    "TIER_2K": 2_000,
    "TIER_10K": 10_000,
    "TIER_100K": 100_000,
    "TIER_UNLIMITED": None,
}
"""People in 24 hours to whom WhatsApp lets a portfolio speak first, by its own names."""

FLAGGED, REINSTATED = "flagged", "reinstated"
"""In danger of being paused, and still usable; usable again after it was paused."""


def take_in(store: Store, said: DeliveryReport | Noticed, now: datetime) -> None:
    """Change what is known by what was told; what is of no account to Tilik changes nothing."""
    match said:
        case DeliveryReport(fate):
            settle_status(store, fate, now)
        case Noticed("message_template_status_update", facts):
            _judged(store, facts, now)
        case Noticed("phone_number_quality_update" | "business_capability_update", facts):
            _allowed(store, facts, now)
        case Noticed("moved", facts):
            told_of_renaming(store, CHANNEL, facts["from"], to=facts["to"])


def _allowed(store: Store, facts: Mapping[str, Any], now: datetime) -> None:
    """How many people Tilik may speak to first: the name of a tier, or a number, -1 for any."""
    most = facts.get("max_daily_conversations_per_business", facts.get("current_limit"))
    if isinstance(most, str) and most in TIERS:
        daily_limit.set_limit(store, CHANNEL, TIERS[most], now=now)
    elif type(most) is int and -1 <= most < 1 << 31:
        daily_limit.set_limit(store, CHANNEL, None if most < 0 else most, now=now)


def _judged(store: Store, facts: Mapping[str, Any], now: datetime) -> None:
    """A template was approved, rejected, paused; what waited for it may be tried once more."""
    name, language = facts.get("message_template_name"), facts.get("message_template_language")
    if not (isinstance(name, str) and isinstance(language, str)):
        return
    event, reason = str(facts.get("event", "")).lower(), facts.get("reason")
    if event == FLAGGED:
        return
    status = templates.APPROVED if event == REINSTATED else event
    templates.judged(
        store,
        name,
        language,
        status=status,
        reason=str(reason) if reason and reason != "NONE" else None,
        now=now,
    )
    if status == templates.APPROVED:
        let_go(store, CHANNEL, now=now, why=CLOSED)
