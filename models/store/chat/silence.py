"""Silence: a new chat to which nobody has said no in time, where silence is enough."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from models.calendar import local
from models.refused import Refused
from models.store import Store
from models.store.chat import new_chats
from models.store.chat.new_chats import NewChat
from models.store.oversight.stamps import Stamp, stamped
from models.store.people import duties, leaves, posts, teams
from models.store.rules import calendars, settings
from models.store.rules.zones import zone_of


def lapse(store: Store, now: datetime) -> None:
    """Let every new chat be its person's to which nobody has said no for so many working days (two,
    where the office has not set more), if the person may lose nothing but their own by it."""
    for one in new_chats.all_open(store, "waiting"):
        zone = zone_of(store, one.person_id, now)
        today = local(now, zone).date()
        if _is_enough(store, one, zone, now) and _is_over(store, one, zone, today):
            chat = new_chats.open_up(store, one, "silent", by=None, now=now)
            if chat is not None:
                stamp = Stamp(now, today, actor="clock")
                stamped(store, stamp, "chat", {one.person_id: {"state": "silent"}})


def _is_enough(store: Store, one: NewChat, zone: str, now: datetime) -> bool:
    """Whether silence may suffice: for who holds no role and leads nobody, once an older chat of
    theirs was reached that is theirs still."""
    number, today = one.person_id, local(now, zone).date()
    _, charge = duties.work_of(store, number, now)
    leads = bool(charge.team) or any(
        held.leads for held in teams.of_person(store, number, today)
    )
    holds = duties.duties_of(store, number, now) or posts.acting_of(store, number, today)
    older = new_chats.trusted(store, number, but=one.address_id)
    return one.reached and bool(older) and not (leads or holds)


def _is_over(store: Store, one: NewChat, zone: str, today: date) -> bool:
    """Whether enough whole working days have passed; never while the person is on leave, nor in a
    year without a decree."""
    first = local(one.used_at or one.made_at, zone).date()
    away = leaves.away(store, one.person_id)
    if any(first <= day <= today for day in away):
        return False
    own = calendars.of_person(store, one.person_id)
    try:
        passed = own.working_days(first + timedelta(days=1), today - timedelta(days=1))
    except Refused:
        return False
    return len(passed) >= settings.silence_days(store, today)
