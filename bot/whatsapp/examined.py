"""What Meta tells of the account: whether the token is right, where it delivers, its templates."""

from __future__ import annotations

import asyncio
from typing import Any

from pywa_async.api import GraphAPIAsync

from bot.config import Settings
from bot.doctor.finding import Finding, shown, unanswered, whose
from bot.texts import catalogue
from bot.whatsapp.inbound.route import PATH
from bot.whatsapp.templates.syncing import (
    Judged,
    PlatformAway,
    PlatformRefused,
    answered,
    graph_of,
    judged,
)
from models.letters import Fact, Text
from models.store.prompts.templates import APPROVED

NAME = "WhatsApp"
PATIENCE = 20.0
"""Seconds for Meta to answer all that is asked."""
_FIRST = ("phone_number", "whatsapp_business_account", "application")
"""Where Meta delivers: the first of these that is set."""


async def examined(settings: Settings) -> list[Finding]:
    """Ask Meta: the number, where it delivers, and how every template stands."""
    try:
        async with asyncio.timeout(PATIENCE), graph_of(settings) as graph:
            number = (await _told(graph, settings, "display_phone_number")) or "-"
            there = await _delivers(graph, settings)
            found = await judged(graph, settings.whatsapp_business_id, catalogue())
    except PlatformRefused as wrong:
        refused = Text("doctor-token-meta", {"why": shown(str(wrong))})
        return [Finding("token", "ill", refused, Text("doctor-token-meta-do"), NAME)]
    except (PlatformAway, TypeError, TimeoutError) as wrong:
        return [unanswered(NAME, wrong)]
    well = Finding("token", "well", Text("doctor-token-well", {"name": str(number)}), of=NAME)
    if there is None or not settings.public_url:
        return [well, _templates(found)]
    return [well, whose(NAME, there, f"{settings.public_url}{PATH}"), _templates(found)]


async def _delivers(graph: GraphAPIAsync, settings: Settings) -> str | None:
    """The address to which Meta delivers, "" for none; None where it does not tell."""
    try:
        told = await _told(graph, settings, "webhook_configuration") or {}
    except PlatformRefused:
        return None
    return next((str(told[name]) for name in _FIRST if told.get(name)), "")


async def _told(graph: GraphAPIAsync, settings: Settings, field: str) -> Any:
    call = graph.get_business_phone_number(settings.whatsapp_phone_id, fields=(field,))
    return (await answered(call)).get(field)


def _templates(found: list[Judged]) -> Finding:
    usable = sum(one.status == APPROVED and one.same for one in found)
    facts: dict[str, Fact] = {"usable": usable, "count": len(found)}
    words = Text("doctor-templates-usable", facts)
    if usable == len(found):
        return Finding("templates", "well", words, of=NAME)
    return Finding("templates", "look", words, Text("doctor-templates-do"), NAME)
