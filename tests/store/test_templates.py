"""What a platform tells: of its templates, of how many people may be spoken to, of what it did
not let through."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from models.campaigns import Due
from models.letters import Letter, Text
from models.people import Address
from models.store import Store
from models.store.chat import addresses
from models.store.engine.database import Database
from models.store.letters import letters, on_hold
from models.store.letters.on_hold import CLOSED, HeldLetter, Undone, letters_held, prompts_undone
from models.store.people import people
from models.store.prompts import daily_limit, prompts, templates
from models.store.prompts.templates import TemplateStatus
from tests.actors import NINE_O_CLOCK as NOW

LATER = NOW + timedelta(hours=1)
MONDAY = date(2026, 11, 23)
LETTER = Letter((Text("greet-stray"),))
OURS = TemplateStatus("prompt_log", "id", "7001", "approved", None, True, NOW)


def at(store: Store, sender: str, channel: str = "whatsapp") -> Address:
    return addresses.meet(store, channel, sender).address


def hired(store: Store, sender: str, name: str = "Dewi Lestari") -> Address:
    address = at(store, sender)
    addresses.change(store, address.id, person_id=people.add(store, name))
    return addresses.by_id(store, address.id)


# -- templates -----------------------------------------------------------------------------------


async def test_what_is_told_of_a_template_is_kept_and_told_anew(database: Database) -> None:
    def job(store: Store) -> tuple[list[TemplateStatus], list[TemplateStatus]]:
        templates.set_status(store, replace(OURS, status="pending", remote_id=None))
        templates.set_status(store, replace(OURS, language="en"))
        before = templates.known(store)
        templates.set_status(store, replace(OURS, reason="x", told_at=LATER))
        return before, templates.known(store)

    before, after = await database.run(job)
    assert [(one.language, one.status, one.remote_id) for one in before] == [
        ("en", "approved", "7001"),
        ("id", "pending", None),
    ]
    assert after[1] == replace(OURS, reason="x", told_at=LATER)
    assert len(after) == 2


async def test_only_an_approved_template_that_is_ours_may_open_a_conversation(
    database: Database,
) -> None:
    def job(store: Store) -> frozenset[tuple[str, str]]:
        templates.set_status(store, OURS)
        templates.set_status(store, replace(OURS, name="nudge", same=False))
        templates.set_status(store, replace(OURS, name="thanked", status="paused"))
        return templates.usable(store)

    assert await database.run(job) == {("prompt_log", "id")}
    assert OURS.usable


async def test_a_judgement_changes_the_one_template_that_it_is_about(database: Database) -> None:
    def job(store: Store) -> list[TemplateStatus]:
        templates.set_status(store, OURS)
        templates.set_status(store, replace(OURS, language="en"))
        said = "x" * 400
        templates.judged(store, "prompt_log", "id", status="rejected", reason=said, now=LATER)
        templates.judged(store, "prompt_log", "en", status="paused", reason=None, now=LATER)
        templates.judged(store, "theirs", "id", status="approved", reason=None, now=LATER)
        return templates.known(store)

    en, ours = await database.run(job)
    assert (ours.status, ours.reason, ours.told_at) == ("rejected", "x" * 300, LATER)
    assert (en.status, en.reason) == ("paused", None)


# -- how many people may be spoken to first ------------------------------------------------------


async def test_without_a_limit_everybody_may_be_spoken_to(database: Database) -> None:
    def job(store: Store) -> list[object]:
        met = [at(store, str(n)).sender for n in range(3)]
        admitted = [daily_limit.admitted(store, "whatsapp", one, now=NOW) for one in met]
        untold = daily_limit.most(store, "whatsapp"), daily_limit.room(store, "whatsapp", NOW)
        daily_limit.set_limit(store, "whatsapp", None, now=NOW)
        return [admitted, untold, daily_limit.room(store, "whatsapp", NOW)]

    assert await database.run(job) == [[True] * 3, (None, None), None]


async def test_the_limit_counts_people_and_not_letters(database: Database) -> None:
    def job(store: Store) -> list[object]:
        for number in range(3):
            at(store, str(number))
        at(store, "0", "telegram")
        daily_limit.set_limit(store, "whatsapp", 2, now=NOW)

        def asks(sender: str, now: datetime = NOW) -> bool:
            return daily_limit.admitted(store, "whatsapp", sender, now=now)

        first = [asks("0"), asks("0"), asks("1"), asks("2"), asks("1")]
        left = daily_limit.room(store, "whatsapp", NOW)
        almost = NOW + timedelta(hours=24) - timedelta(seconds=1)
        later = [asks("2", almost), asks("2", almost + timedelta(seconds=1))]
        return [first, left, later]

    found = await database.run(job)
    assert found == [[True, True, True, False, True], 0, [False, True]]


async def test_a_limit_told_anew_counts_from_now_on(database: Database) -> None:
    def job(store: Store) -> list[int | None]:
        for number in range(3):
            at(store, str(number))
        daily_limit.set_limit(store, "whatsapp", 250, now=NOW)
        for number in range(3):
            daily_limit.admitted(store, "whatsapp", str(number), now=NOW)
        before = daily_limit.room(store, "whatsapp", NOW)
        daily_limit.set_limit(store, "whatsapp", 1, now=LATER)
        after = daily_limit.room(store, "whatsapp", NOW)
        return [before, daily_limit.most(store, "whatsapp"), after]

    assert await database.run(job) == [247, 1, 0], "never less than nobody"


# -- what did not get through --------------------------------------------------------------------


async def test_held_letters_are_listed_by_whom_they_are_for_and_why(database: Database) -> None:
    def job(store: Store) -> list[HeldLetter]:
        dewi, citizen = hired(store, "1"), at(store, "2")
        other = at(store, "1", "telegram")
        for number, address in enumerate((dewi, citizen, other, dewi)):
            kept = letters.write(store, address, LETTER, now=NOW - timedelta(minutes=number))
            if number < 3:
                on_hold.hold_back(store, kept, now=NOW)
        return letters_held(store, "whatsapp")

    citizen, dewi = await database.run(job)
    assert citizen == HeldLetter(None, None, NOW - timedelta(minutes=1), CLOSED)
    assert (dewi.name, dewi.since, dewi.why) == ("Dewi Lestari", NOW, CLOSED)
    assert dewi.person_id is not None


async def test_prompts_that_never_arrived_are_listed_with_the_reason(database: Database) -> None:
    def job(store: Store) -> tuple[list[Undone], list[Undone]]:
        numbers = []
        for number, why in enumerate(("131026", None, "window", "131042")):
            address = hired(store, str(number), f"Pegawai {number}")
            due = Due("daily.2026-11-23", "log", MONDAY, NOW, MONDAY)
            prompts.write(store, due, address, LETTER, lane="own", now=NOW)
            numbers = sorted(p.prompt_id or 0 for p in _all(store))
            state = "sent" if number == 3 else "undone"
            prompts.settle(store, numbers[-1:], state, now=NOW + timedelta(minutes=number), why=why)
        return prompts_undone(store, since=NOW - timedelta(1)), prompts_undone(store, since=NOW)

    every, recent = await database.run(job)
    assert [(one.name, one.why) for one in every] == [
        ("Pegawai 0", "131026"),
        ("Pegawai 2", "window"),
    ]
    assert (every[0].campaign, every[0].kind, every[0].day) == ("daily.2026-11-23", "log", MONDAY)
    assert [one.name for one in recent] == ["Pegawai 2"]


def _all(store: Store) -> list[letters.Envelope]:
    from models.store.prompts import sending

    claimed = sending.claim(store, now=NOW, until=NOW, most=100)
    return [one.envelope for one in claimed]
