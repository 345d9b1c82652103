"""Who brings a file of the office or asks for a change, and who may agree to it as the second."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from handlers.new_chats import provers
from models.intakes import Preview
from models.people import Address, Person
from models.rights import SECONDS, is_second, may_confirm, may_keep, may_set
from models.store import Store
from models.store.chat import chats
from models.store.chat.makers import behind
from models.store.intake.intakes import Intake
from models.store.office import services
from models.store.people import duties, people


@dataclass(frozen=True)
class Seconds:
    """Who may agree to something: those who have joined and are `asked`; where there are none the
    `absent`, who could if they joined, and the `unproven`, who could if one of the `provers` said
    that it was them who joined. `any_joined`: somebody has to whom a part of it could go."""

    asked: tuple[int, ...] = ()
    absent: tuple[int, ...] = ()
    unproven: tuple[int, ...] = ()
    provers: tuple[int, ...] = ()
    any_joined: bool = False


def reaches(store: Store, person: Person, units: Iterable[int | None]) -> bool:
    """Whether the person keeps the people of all these units (None: of the whole office)."""
    return all(
        may_set(person, services.tops(store))
        if number is None
        else may_keep(person, services.lineage(store, number))
        for number in units
    )


def may_second(store: Store, person: Person, intake: Intake) -> bool:
    """Whether the person may agree to what somebody else has brought or asked for."""
    if not intake.needs_second or intake.state == "shown":
        return False
    others = _others(store, intake.preview, intake.given_by)
    return _agrees(store, person, intake.preview, others)


def seconds_of(
    store: Store, preview: Preview, *, given_by: int | None, now: datetime
) -> Seconds:
    """Who may agree to it: HR, and where none has joined the head of the top unit."""
    joined, others = chats.joined(store), _others(store, preview, given_by)
    about = _about(preview, given_by)
    found: dict[str, list[tuple[str, int]]] = {"able": [], "unproven": []}
    partly = False
    for duty in SECONDS:
        tops = services.tops(store) if duty == "head" else None
        for number in people.entrusted(store, duty, now, at=tops):
            one = officer(store, number, now)
            if _agrees(store, one, preview, others):
                found["able"].append((duty, number))
            elif number in joined and number != given_by:
                partly = partly or _agrees_partly(store, one, preview)
                if _agrees(store, replace(one, behind=frozenset()), preview, about):
                    found["unproven"].append((duty, number))
    here = [(duty, number) for duty, number in found["able"] if number in joined]
    first = here[0][0] if here else ""
    asked = dict.fromkeys(number for duty, number in here if duty == first)
    if asked:
        return Seconds(tuple(asked), any_joined=True)
    absent, unproven = (tuple(dict.fromkeys(n for _, n in found[k])) for k in ("able", "unproven"))
    able = tuple(provers(store, [*unproven, given_by], now)) if unproven else ()
    return Seconds((), absent, unproven, able, partly)


def _about(preview: Preview, given_by: int | None) -> frozenset[int]:
    """Who has given it, and whom it is about: nobody agrees to their own."""
    several = (given_by, preview.about, *preview.people)
    return frozenset(number for number in several if number is not None)


def _others(store: Store, preview: Preview, given_by: int | None) -> frozenset[int]:
    """These, and whoever may stand behind who has given it."""
    return _about(preview, given_by) | behind(store, [given_by])


def _agrees(store: Store, person: Person, preview: Preview, others: Collection[int]) -> bool:
    """Whether they reach all that is otherwise, and are somebody else than these."""
    units = concerned(preview.altered)
    return all(_agrees_at(store, person, number, others) for number in units)


def _agrees_partly(store: Store, person: Person, preview: Preview) -> bool:
    """Whether some of it could go to them. What is the whole office's could go to any of them."""
    units = concerned(preview.altered)
    return None in units or any(_agrees_at(store, person, number, ()) for number in units)


def _agrees_at(
    store: Store, person: Person, number: int | None, others: Collection[int]
) -> bool:
    above = () if number is None else services.lineage(store, number)
    tops = {above[-1].id} if above else services.tops(store)
    return may_confirm(person, above, tops=tops, others=others)


def concerned(units: Collection[int | None]) -> Collection[int | None]:
    """What changes something and names no unit is a matter of the whole office."""
    return units or (None,)


def officer(store: Store, number: int, now: datetime) -> Person:
    """Somebody with their duties of today, wherever they write from."""
    nowhere = Address(0, "", "", person_id=number)
    one = Person(nowhere, people.name_of(store, number), duties.duties_of(store, number, now))
    return replace(one, behind=behind(store, [number])) if is_second(one) else one
