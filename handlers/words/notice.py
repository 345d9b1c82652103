"""What people are told of their data: the notice, and where it must be shown anew."""

from __future__ import annotations

from datetime import datetime
from typing import TypeAlias

from handlers.openings import ToNotice
from models.calendar import local
from models.complaints import SEAL_KEPT
from models.letters import Button, Text, Words
from models.people import Person
from models.retention import days_kept
from models.store import Store
from models.store.chat import consents
from models.store.rules import settings
from models.store.rules.zones import WITHOUT_POST

Rows = tuple[tuple[Button, ...], ...]
DAYS_A_MONTH = 30


def notice(store: Store, now: datetime) -> tuple[Text, Text]:
    """The seven points for who works here, and whom to ask."""
    return (Text("notice-staff"), contact(store, now))


def citizens_notice(store: Store, now: datetime) -> tuple[Words, ...]:
    """The seven points for citizens, in short, and whom to ask."""
    values = settings.values_on(store, local(now, WITHOUT_POST).date())
    months = days_kept(values, "words") // DAYS_A_MONTH
    days = int(values.get("seal-days") or SEAL_KEPT)
    return (Text("notice-citizen", {"months": months, "days": days}), contact(store, now))


def contact(store: Store, now: datetime) -> Text:
    """Whose the data are, where that is set, and how to reach the data-protection officer; where
    nobody has said, the office itself."""
    today = local(now, WITHOUT_POST).date()
    words, office = settings.dpo(store, today), settings.office_name(store, today)
    whom = Text("notice-dpo", {"contact": words}) if words else Text("notice-dpo-none")
    return Text("notice-office", {"office": office, "contact": whom}) if office else whom


Unread: TypeAlias = tuple[tuple[Words, ...], Rows]


def unread(store: Store, person: Person) -> Unread:
    """A line and a button for who works here and has not seen the notice as it reads now."""
    if person.id is None or consents.knows(store, person.id):
        return (), ()
    button = ToNotice().button(Text("button-notice"))
    return (Text("notice-new"),), ((button,),)
