"""Who has rated what today: one effective rating per person, service, day and instrument.

The person is known only by a keyed hash that leads to nobody once the day's key is dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from models.letters import Text
from models.people import Address, Person
from models.ratings import CHANGEABLE, DAILY, OPEN, Rating, rater_token
from models.refused import Refused
from models.services import Counter, Service
from models.store import Store
from models.store.chat import new_chats
from models.store.ratings import raters, ratings
from models.store.rules.measures import kinds

LONGEST_FORM = timedelta(hours=2)
"""Longer than a rating or a survey that was begun before midnight can still be open."""

@dataclass(frozen=True)
class Seen:
    """What this turn has read already: the day's tokens, and what they have given before."""

    day: date
    tokens: Sequence[str]
    known: raters.Earlier | None


def seen(
    store: Store,
    person: Person,
    service: Service,
    *,
    day: date,
    kind: str = DAILY,
    code: str = "",
) -> Seen:
    """What this person has rated of the service that day, if anything. On a phone that is handed
    to others it is whoever holds the visit `code`."""
    raters_ = [f"code {code}"] if person.address.assisting else _raters(store, person)
    mine = _tokens(store, raters_, service, day=day, kind=kind)
    found = (raters.earlier(store, token) for token in mine)
    return Seen(day, mine, next((known for known in found if known is not None), None))


def put(
    store: Store,
    person: Person,
    rating: Rating,
    counter: Counter,
    *,
    now: datetime,
    before: Seen | None = None,
    code: str = "",
) -> None:
    """One effective rating per person, service and day; it may change for fifteen minutes.

    `before` is what the turn has seen already, `code` the visit code they hold. Raises `Refused`
    when this person's rating of that day can no longer change.
    """
    service = next(s for s in counter.services if s.id == rating.service_id)
    if before is None or before.day != rating.day:
        before = seen(store, person, service, day=rating.day, kind=rating.instrument, code=code)
    known = before.known
    if known is None:
        number = ratings.add(store, rating, hour=_hour(rating, counter, now))
    elif known.rating_id is not None and now <= known.changeable_until:
        number = ratings.amend(store, known.rating_id, rating)
    else:
        raise Refused(Text("rate-done-today", {"service": service.name}))
    for token in before.tokens:
        raters.remember(
            store,
            token,
            number,
            changeable_until=now + CHANGEABLE,
            forgotten_at=max(_end_of(rating.day, counter), now + 2 * CHANGEABLE),
        )


def told_once(
    store: Store, person: Person, service: Service, counter: Counter, *, day: date, kind: str
) -> None:
    """Remember for the day that this person has told something of this kind, tied to no rating."""
    over = _end_of(day, counter)
    for token in tokens_of_day(store, person, service, day=day, kind=kind):
        raters.remember(store, token, None, changeable_until=over, forgotten_at=over)


def tokens_of_day(
    store: Store, person: Person, service: Service, *, day: date, kind: str
) -> list[str]:
    """The keyed hashes of this person, service, day and instrument.

    Who has joined is one person on every channel, and each of their chats has voted with them: it
    may be a citizen's again before the day is over. Everybody else is known by the chat alone,
    whose address may be forgotten and met anew within the day.
    """
    return _tokens(store, _raters(store, person), service, day=day, kind=kind)


def _tokens(
    store: Store, every: Iterable[str], service: Service, *, day: date, kind: str
) -> list[str]:
    key = raters.key_of(store, day)
    return [
        rater_token(key, rater=rater, service_id=service.id, instrument=kind) for rater in every
    ]


def tokens_of(store: Store, person: Person) -> list[str]:
    """Every token that the chat may have of the days whose keys are still there."""
    return raters.tokens(store, _of_chat(person.address), kinds=kinds(store))


def one_rater(store: Store, joined: Person) -> None:
    """Whoever has just joined in this chat is one rater with it: what either has rated today the
    other has rated too."""
    every = kinds(store)
    chat = raters.tokens(store, _of_chat(joined.address), kinds=every)
    person = raters.tokens(store, _of_person(joined.id or 0), kinds=every)
    raters.share(store, list(zip(chat, person, strict=True)))


def _hour(rating: Rating, counter: Counter, now: datetime) -> int | None:
    """The hour in which a rating without a code comes; of a form that was begun before midnight the
    last one of its day."""
    if rating.kind != OPEN:
        return None
    there = now.astimezone(ZoneInfo(counter.unit.zone))
    return there.hour if there.date() == rating.day else 23


def _raters(store: Store, person: Person) -> list[str]:
    """Who rates, as the key sees them."""
    if person.id is None:
        return [_of_chat(person.address)]
    chats = new_chats.chats_of(store, person.id)
    return [_of_person(person.id), *map(_of_chat, chats)]


def _of_chat(chat: Address) -> str:
    return f"chat {chat.channel} {chat.sender}"


def _of_person(number: int) -> str:
    return f"person {number}"


def local_day(counter: Counter, now: datetime) -> date:
    """The day it is where the counter stands."""
    return now.astimezone(ZoneInfo(counter.unit.zone)).date()


def _end_of(day: date, counter: Counter) -> datetime:
    """When the day's tokens go: after the day, and after the last form that began in it.

    A form that was opened that day and is answered later holds its token longer (see `put`).
    """
    zone = ZoneInfo(counter.unit.zone)
    midnight = datetime(day.year, day.month, day.day, tzinfo=zone) + timedelta(days=1)
    return midnight + LONGEST_FORM
