"""Whoever serves there rates nothing there; and nobody who has joined has a second vote."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import Connection, func, select

from handlers.citizen import rate
from handlers.engine.conversation import Asking
from handlers.engine.said import Chosen
from handlers.openings import ToRating
from models.people import Person
from models.refused import Refused
from models.services import Counter
from models.store import Store, schema
from models.store.chat import addresses
from models.store.office import services
from models.store.people import people, posts
from tests.actors import NINE_O_CLOCK as NOW
from tests.office import SINCE, acts
from tests.played import empty_store, letter, person_of, played

FACE = "4"


@pytest.fixture
def store() -> Iterator[Connection]:
    with empty_store() as store:
        yield store


def counter(store: Store, unit: str, *, parent: int | None = None) -> Counter:
    """A counter with one service, of a unit of its own."""
    made = services.add_unit(store, unit, zone="Asia/Jakarta", parent_id=parent)
    there = services.add_counter(store, made.id, "Loket")
    services.offer(store, there, services.add_service(store, made.id, f"Layanan {unit}"))
    return next(one for one in services.all_counters(store) if one.id == there)


def hired(store: Store, name: str, unit_id: int) -> int:
    number = people.add(store, name)
    posts.place(store, number, unit_id, "Staf", since=SINCE)
    return number


def refused(store: Store, who: Person, tap: str) -> str:
    with pytest.raises(Refused) as no:
        played(store, who, tap, now=NOW)
    return no.value.why.id


def is_asked(store: Store, who: Person, there: Counter) -> bool:
    return isinstance(played(store, who, f"o.nilai.{there.code}", now=NOW), Asking)


# -- whoever serves there


def test_who_serves_there_by_post_station_or_acting_may_not_rate_there(store: Store) -> None:
    here, other = counter(store, "Dinas A"), counter(store, "Dinas B")
    dewi = hired(store, "Dewi", here.unit.id)
    joko = hired(store, "Joko", other.unit.id)
    posts.assign_counter(store, joko, [here.id], since=SINCE)
    plt = hired(store, "Plt", other.unit.id)
    acts(store, plt, here.unit.id, "Plt. Kepala", since=SINCE)
    for number in (dewi, joko, plt):
        who = person_of(store, number, NOW)
        for tap in (f"o.nilai.{here.code}", f"o.survei.{here.code}"):
            assert refused(store, who, tap) == "rate-own-place"
    assert is_asked(store, person_of(store, dewi, NOW), other)
    assert refused(store, person_of(store, joko, NOW), f"o.nilai.{other.code}") == "rate-own-place"


def test_who_heads_the_unit_or_one_above_may_not_rate_there(store: Store) -> None:
    top = services.add_unit(store, "Kabupaten", zone="Asia/Jakarta")
    here, other = counter(store, "Dinas A", parent=top.id), counter(store, "Dinas B")
    for at in (top.id, here.unit.id):
        head = hired(store, f"Kepala {at}", other.unit.id)
        people.give_duty(store, head, unit_id=at, duty="head", valid_from=SINCE)
        who = person_of(store, head, NOW)
        assert refused(store, who, f"o.nilai.{here.code}") == "rate-own-place"


def test_who_has_moved_on_may_and_who_comes_tomorrow_still_may(store: Store) -> None:
    here, other = counter(store, "Dinas A"), counter(store, "Dinas B")
    dewi = hired(store, "Dewi", here.unit.id)
    posts.place(store, dewi, other.unit.id, "Staf", since=NOW.date())
    joko = hired(store, "Joko", other.unit.id)
    posts.place(store, joko, here.unit.id, "Staf", since=NOW.date() + timedelta(days=1))
    assert is_asked(store, person_of(store, dewi, NOW), here)
    assert is_asked(store, person_of(store, joko, NOW), here)


def test_the_list_of_counters_leaves_ones_own_out(store: Store) -> None:
    here, other, third = (counter(store, f"Dinas {name}") for name in "ABC")
    dewi = person_of(store, hired(store, "Dewi", here.unit.id), NOW)
    asked = played(store, dewi, "o.nilai.", now=NOW)
    assert isinstance(asked, Asking)
    assert {choice.key for choice in asked.question.choices} == {other.code, third.code}


def test_a_form_that_a_citizen_began_ends_where_they_join_as_staff(store: Store) -> None:
    here = counter(store, "Dinas A")
    chat = citizen(store, "a")
    assert is_asked(store, chat, here)
    joined = joins(store, chat, hired(store, "Dewi", here.unit.id))
    assert refused(store, joined, f"o.nilai.{here.code}") == "rate-own-place"


# -- one vote


def citizen(store: Store, sender: str, *, channel: str = "telegram") -> Person:
    met = addresses.meet(store, channel, sender, now=NOW).address
    return addresses.person_at(store, met, NOW)


def joins(store: Store, chat: Person, number: int) -> Person:
    """The chat becomes this person's; an older one agrees, where there is one."""
    code = people.invite(store, number, now=NOW).code
    letter(store, chat, f"o.daftar.{code}", "yes", now=NOW)
    joined = again(store, chat)
    if not joined.is_trusted:
        addresses.change(store, joined.address.id, trust="full")
    return again(store, chat)


def again(store: Store, chat: Person) -> Person:
    return addresses.person_at(store, addresses.by_id(store, chat.address.id), NOW)


def rates(store: Store, who: Person, there: Counter, face: str = FACE) -> None:
    """Rate by one tap and walk away."""
    facts = rate.look(store, who, ToRating(there.code), NOW)
    step = rate.CONVERSATION.replay(facts)
    assert isinstance(step, Asking)
    step = rate.CONVERSATION.answer(facts, step, Chosen(face), spell=str)
    assert isinstance(step, Asking)
    ended = rate.CONVERSATION.silence(facts, step.kept)
    assert ended is not None
    rate.keep(store, who, ended.outcome, NOW)


def votes(store: Store) -> int:
    return int(store.execute(select(func.count()).select_from(schema.ratings)).scalar_one())


def test_joining_gives_no_second_vote(store: Store) -> None:
    here, home = counter(store, "Dinas A"), counter(store, "Dinas B")
    chat = citizen(store, "a")
    rates(store, chat, here)
    rates(store, joins(store, chat, hired(store, "Dewi", home.unit.id)), here, "1")
    assert votes(store) == 1


def test_hapus_gives_no_second_vote_on_any_chat(store: Store) -> None:
    here, home = counter(store, "Dinas A"), counter(store, "Dinas B")
    dewi = hired(store, "Dewi", home.unit.id)
    one = joins(store, citizen(store, "a"), dewi)
    two = joins(store, citizen(store, "b", channel="whatsapp"), dewi)
    rates(store, one, here)
    letter(store, again(store, one), "o.hapus.ya", now=NOW)
    for chat in (one, two):
        left = again(store, chat)
        assert left.id is None
        rates(store, left, here)
    assert votes(store) == 1


def test_a_second_channel_gives_no_second_vote(store: Store) -> None:
    here, home = counter(store, "Dinas A"), counter(store, "Dinas B")
    dewi = hired(store, "Dewi", home.unit.id)
    one = joins(store, citizen(store, "a"), dewi)
    rates(store, one, here)
    two = joins(store, citizen(store, "b", channel="whatsapp"), dewi)
    letter(store, again(store, two), "o.hapus.ya", now=NOW)
    rates(store, again(store, two), here)
    assert votes(store) == 1


def test_what_a_chat_has_rated_stays_rated_when_the_person_goes_on_with_another(
    store: Store,
) -> None:
    here, home = counter(store, "Dinas A"), counter(store, "Dinas B")
    dewi = hired(store, "Dewi", home.unit.id)
    old = citizen(store, "a")
    rates(store, old, here)
    joins(store, old, dewi)
    new = joins(store, citizen(store, "b"), dewi)
    addresses.change(store, old.address.id, person_id=None)
    rates(store, new, here)
    assert votes(store) == 1


def test_two_citizens_who_never_join_are_two(store: Store) -> None:
    here = counter(store, "Dinas A")
    rates(store, citizen(store, "a"), here)
    rates(store, citizen(store, "b"), here)
    assert votes(store) == 2
