"""One person as the personnel office sees them, with all that it can do for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from handlers.acting import acting_title, signers_words
from handlers.away import away_words
from handlers.office.people.found import check_keeps, to_search
from handlers.openings import (
    ToAway,
    ToCard,
    ToChanging,
    ToCode,
    ToEnding,
    ToNewSuperior,
    ToStandIn,
)
from handlers.words.moments import moment_words
from models.calendar import local
from models.intakes import CHANGES
from models.letters import Button, Letter, Lines, Text, Words
from models.nip import masked
from models.people import Address, Colleague, Person
from models.refused import Refused
from models.rights import may_keep
from models.store import Store
from models.store.chat import addresses, new_chats
from models.store.intake import intakes
from models.store.intake.intakes import Intake
from models.store.office import services
from models.store.people import charges, duties, leaves, people, posts, roll, teams, vacancies
from models.store.people.charges import Level
from models.store.people.leaves import Leave
from models.store.people.posts import ActingPost, Employee


@dataclass(frozen=True)
class Card:
    """Who it is and how they stand today, by the day of their unit.

    `duties` are (duty, unit); `vacant` is their last superior, who has left
    that post, and who acts there, where nobody is it since; `team` are those whose superior they
    are; `code_until`: when the code ends that they have and have not used. `account`: `frozen`,
    `waiting` where a new chat of theirs is not known to be theirs, else nothing. `waits`: what is
    to be otherwise once a second person has agreed.
    """

    who: Employee
    acting: tuple[ActingPost, ...]
    superior: Colleague | None
    vacant: Level | None
    team: tuple[Colleague, ...]
    duties: tuple[tuple[str, str], ...]
    teams: tuple[str, ...]
    last_day: date | None
    chats: tuple[Address, ...]
    away: Leave | None
    code_until: datetime | None
    account: str
    waits: tuple[Intake, ...]
    today: date

    @property
    def name(self) -> str:
        return self.who.name


def look(
    store: Store,
    person: Person,
    opening: ToCard | ToAway | ToEnding | None,
    now: datetime,
) -> Card:
    """Somebody of one's people; refused to who keeps nobody's."""
    check_keeps(person)
    return card_of(store, person, opening.whose if opening else 0, now)


def concerns(card: Card) -> tuple[int, ...]:
    """Whose card is read."""
    return (card.who.id,)


def title(card: Card) -> Text:
    """A form is named for whom it is about."""
    return Text("title-pegawai-of", {"name": card.name})


def card_of(store: Store, person: Person, number: int, now: datetime) -> Card:
    """The person with this number; elsewhere, oneself and nobody are refused alike."""
    post, charge = duties.work_of(store, number, now)
    if post is None:
        raise gone()
    if not may_keep(person, services.lineage(store, post.unit.id), owner_id=number):
        raise gone()
    today = local(now, post.unit.zone).date()
    who = posts.employees(store, today, person_ids=[number])[0]
    above = who.superior_id
    return Card(
        who,
        posts.acting_of(store, number, today),
        None if above is None else Colleague(above, people.name_of(store, above)),
        _vacant(store, number, today) if above is None else None,
        charge.own,
        tuple(_duties(store, number, now)),
        tuple(one.team.name for one in teams.of_person(store, number, today)),
        roll.last_day_of(store, number),
        tuple(addresses.of_person(store, number, everywhere=True)),
        _away(store, number, today),
        roll.standing_code(store, number, now=now),
        _account(store, number),
        tuple(intakes.waiting_about(store, number)),
        today,
    )


def gone() -> Refused:
    """There is nobody like that for this person."""
    return Refused(Text("pegawai-gone"), buttons=((to_search(),),))


def stamp_of(card: Card) -> int:
    """What tells one code from the next: seconds since 1970 until it ends, 0 without one."""
    return int(card.code_until.timestamp()) if card.code_until else 0


def card_letter(card: Card, *said: Words) -> Letter:
    """How they stand, after what has just been done; a tap for each thing that can be done."""
    number = card.who.id
    instead = ToStandIn(number).button(Text("button-pegawai-stand-in"))
    vacant = [ToStandIn(one.superior.id, number) for one in (card.vacant,) if one]
    rows = (
        (ToCode(number, stamp_of(card)).button_below(Text("button-pegawai-code")),),
        (ToChanging(number).button(Text("button-pegawai-change")),),
        (ToNewSuperior(number).button(Text("button-pegawai-superior")),),
        *((one.button(Text("button-pegawai-vacant")),) for one in vacant),
        *(((instead,),) if card.team else ()),
        (ToAway(number).button(Text("button-pegawai-leave")),),
        (ToEnding(number).button(Text("button-pegawai-end")),),
        (to_search(),),
    )
    return Letter((*said, Lines(tuple(_lines(card)))), rows)


def to_card(card: Card) -> Button:
    """The way back to the card."""
    return ToCard(card.who.id).button(Text("button-pegawai-card", {"name": card.name}))


def _vacant(store: Store, number: int, today: date) -> Level | None:
    left = vacancies.left_above(store, number, today)
    if left is None:
        return None
    holder = Colleague(left.holder.id, left.holder.name)
    return Level(holder, charges.approvers_of(store, number, today).now, is_vacant=True)


def _account(store: Store, number: int) -> str:
    stands = {one.state for one in new_chats.open_of(store, number)}
    return next((state for state in ("frozen", "waiting") if state in stands), "")


def _away(store: Store, number: int, today: date) -> Leave | None:
    known = leaves.of_person(store, number, since=today)
    return next((one for one in known if one.first_day <= today), None)


def _duties(store: Store, number: int, now: datetime) -> Iterator[tuple[str, str]]:
    for held in duties.duties_of(store, number, now):
        unit = services.unit(store, held.unit_id)
        yield held.duty, unit.name if unit else ""


def _lines(card: Card) -> Iterator[Words]:
    who = card.who
    yield Text("pegawai-name", {"name": who.name})
    yield Text("pegawai-nip", {"nip": masked(who.nip)}) if who.nip else Text("pegawai-no-nip")
    yield Text("pegawai-post", {"title": who.title, "unit": who.unit.name})
    for post in card.acting:
        title = acting_title(post.label, post.title)
        yield Text("pegawai-acting", {"title": title, "unit": post.unit.name})
    yield from _above(card)
    if card.team:
        yield Text("pegawai-team", {"count": len(card.team)})
    for duty, unit in card.duties:
        yield Text(f"pegawai-duty-{duty}", {"unit": unit})
    for team in card.teams:
        yield Text("pegawai-in-team", {"team": team})
    if card.last_day is not None:
        yield Text("pegawai-last-day", {"day": card.last_day})
    if card.away is not None:
        kind = away_words(card.away)
        yield Text("pegawai-away-now", {"kind": kind, "last": card.away.last_day})
    yield from _joined(card)
    yield from map(_waits, card.waits)


def _waits(one: Intake) -> Words:
    if one.kind in CHANGES:
        return Text("pegawai-waits", {"line": one.preview.lines[0]})
    return Text("pegawai-waits-file", {"name": one.name})


def _above(card: Card) -> Iterator[Words]:
    if card.superior is not None:
        yield Text("pegawai-superior", {"name": card.superior.name})
    elif card.vacant is None:
        yield Text("pegawai-no-superior")
    else:
        yield Text("pegawai-superior-left", {"name": card.vacant.superior.name})
        if card.vacant.signers:
            yield Text("pegawai-superior-acting", {"name": signers_words(card.vacant.signers)})


def _joined(card: Card) -> Iterator[Words]:
    for chat in card.chats:
        yield Text("pegawai-joined", {"channel": chat.channel_name})
    if card.account:
        yield Text(f"pegawai-account-{card.account}")
    elif not card.chats:
        yield Text("pegawai-not-joined")
    if card.code_until is not None:
        yield Text("pegawai-code-waits", moment_words(card.code_until, card.who.unit.zone))
