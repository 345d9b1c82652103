"""People: a single-use code from the office ties a chat to a person."""

from __future__ import annotations

import asyncio
import hashlib
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select, update

from models.keys import Keys
from models.refused import Refused
from models.services import CODE_LETTERS
from models.store import Store
from models.store.chat import addresses
from models.store.engine.database import Database
from models.store.office import services
from models.store.oversight.seals import seal
from models.store.oversight.trail import Note, note
from models.store.people import people
from models.store.people.people import CODE_LENGTH
from models.store.rules import settings
from models.store.rules.settings import Version
from models.store.schema import invitations
from models.store.schema import people as tables
from scheduler.due import tidy
from tests.actors import NINE_O_CLOCK
from tests.keyed import keys
from tests.store.elsewhere import elsewhere


def invited(store: Store) -> str:
    return people.invite(store, people.add(store, "Ratna Dewi"), now=NINE_O_CLOCK).code


def join(store: Store, code: str, sender: str = "1001", **later: float) -> str | None:
    address = addresses.meet(store, "telegram", sender).address
    now = NINE_O_CLOCK + timedelta(**later)
    return people.joined(store, code, address_id=address.id, now=now)


async def test_a_code_ties_the_chat_to_its_person(database: Database) -> None:
    code = await database.run(invited)
    assert await database.run(lambda s: join(s, code)) == "Ratna Dewi"
    address = (await database.run(lambda s: addresses.meet(s, "telegram", "1001"))).address
    assert address.person_id is not None
    person = await database.run(lambda s: addresses.person_at(s, address, NINE_O_CLOCK))
    assert person.name == "Ratna Dewi"


async def test_a_code_works_once(database: Database) -> None:
    code = await database.run(invited)
    assert await database.run(lambda s: join(s, code)) is not None
    assert await database.run(lambda s: join(s, code, "1002")) is None
    assert await database.run(lambda s: join(s, code)) is None


async def test_a_code_used_by_two_at_once_ties_one_chat(database: Database, databases: str) -> None:
    code = await database.run(invited)
    tried = elsewhere(
        databases,
        *[lambda s, n=n: join(s, code, f"{n}") for n in range(4)],
    )
    names = [await asyncio.wrap_future(one) for one in tried]
    assert sorted(name for name in names if name) == ["Ratna Dewi"]


async def test_a_code_that_is_seen_to_work_is_not_used_by_another_meanwhile(
    database: Database, databases: str
) -> None:
    """Two phones that tap at once: one is welcomed, to the other the code is a used one."""

    def tapped(store: Store, sender: str) -> str | None:
        addresses.meet(store, "telegram", sender)
        found = people.bearer(store, code, now=NINE_O_CLOCK)
        assert found is not None
        if not found.works:
            return "used"
        return join(store, code, sender)

    code = await database.run(invited)
    tried = elsewhere(databases, *[lambda s, n=n: tapped(s, f"{n}") for n in range(4)])
    names = [await asyncio.wrap_future(one) for one in tried]
    assert sorted(map(str, names)) == ["Ratna Dewi", "used", "used", "used"]


@pytest.mark.parametrize("days", [14, 3])
async def test_a_code_works_as_many_days_as_the_office_says(database: Database, days: int) -> None:
    """Without a word of the office two weeks: a slip of before Lebaran works after it, to the end
    of that day."""
    if days != 14:
        fewer = Version("code-days", days, NINE_O_CLOCK.date(), NINE_O_CLOCK)
        await database.run(lambda store: settings.put(store, fewer, day=NINE_O_CLOCK.date()))
    code = await database.run(invited)
    assert await database.run(lambda s: join(s, code, days=days, hours=15)) is None
    assert await database.run(lambda s: join(s, code, days=days, hours=14)) == "Ratna Dewi"


async def test_a_person_has_one_code_and_the_first_chat_is_when_they_joined(
    database: Database,
) -> None:
    def story(store: Store) -> tuple[list[str | None], list[datetime | None]]:
        ratna = people.add(store, "Ratna Dewi")
        old, new = (people.invite(store, ratna, now=NINE_O_CLOCK).code for _ in range(2))
        before = store.execute(select(tables.c.joined_at)).scalar()
        names = [join(store, old), join(store, new, minutes=1)]
        again = people.invite(store, ratna, now=NINE_O_CLOCK).code
        names.append(join(store, again, "1002", hours=1))
        return names, [before, store.execute(select(tables.c.joined_at)).scalar()]

    names, joined = await database.run(story)
    assert names == [None, "Ratna Dewi", "Ratna Dewi"]
    assert joined == [None, NINE_O_CLOCK + timedelta(minutes=1)]


@pytest.mark.parametrize("code", ["", "AAAAAAAAAA", "' OR 1=1 --", "🙂"])
async def test_a_code_that_nobody_gave_ties_nothing(database: Database, code: str) -> None:
    await database.run(invited)
    assert await database.run(lambda s: join(s, code)) is None


async def test_a_code_is_read_in_either_case_and_kept_only_as_a_hash(database: Database) -> None:
    code = await database.run(invited)
    assert len(code) == CODE_LENGTH
    assert set(code) <= set(CODE_LETTERS)
    kept = await database.run(lambda s: s.execute(select(invitations.c.token)).scalar_one())
    assert code not in kept
    assert await database.run(lambda s: join(s, code.lower())) == "Ratna Dewi"


async def test_a_unit_knows_who_heads_it(database: Database) -> None:
    def head(store: Store) -> tuple[int | None, int | None, int]:
        unit = services.add_unit(store, "Disdukcapil", zone="Asia/Jakarta").id
        nobody = people.head_of(store, unit)
        ratna = people.add(store, "Ratna Dewi")
        people.give_duty(store, ratna, unit_id=unit, duty="head", valid_from=date(2020, 1, 1))
        return nobody, people.head_of(store, unit), ratna

    nobody, found, ratna = await database.run(head)
    assert nobody is None
    assert found == ratna


async def test_a_head_who_leaves_heads_the_unit_until_the_last_day(database: Database) -> None:
    last = date(2026, 11, 30)

    def head(store: Store) -> list[bool]:
        unit = services.add_unit(store, "Disdukcapil", zone="Asia/Jakarta").id
        ratna = people.add(store, "Ratna Dewi")
        given = {"unit_id": unit, "duty": "head", "valid_from": date(2020, 1, 1)}
        people.give_duty(store, ratna, valid_to=last, **given)  # type: ignore[arg-type]
        days = (last, last + timedelta(days=1))
        found = [people.head_of(store, unit, day) == ratna for day in days]
        return [*found, people.head_of(store, unit) == ratna]

    assert await database.run(head) == [True, False, False]


async def test_what_is_kept_of_a_code_is_told_by_no_trying(database: Database) -> None:
    """A copy of the database alone must not tell a code, as a plain digest of it would."""
    code = await database.run(invited)
    token = await database.run(lambda s: s.execute(select(invitations.c.token)).scalar_one())
    for name in ("sha1", "sha256", "sha512"):
        assert token not in hashlib.new(name, code.encode()).hexdigest()
    assert token == keys().mac("codes", hashlib.sha256(code.encode()).hexdigest())[:48]
    assert token != Keys(b"o" * 32).mac("codes", hashlib.sha256(code.encode()).hexdigest())[:48]


async def test_a_code_of_an_earlier_tilik_is_keyed_and_works(database: Database) -> None:
    def aged(store: Store) -> tuple[str, list[str]]:
        code = invited(store)
        plain = hashlib.sha256(code.encode()).hexdigest()
        store.execute(update(invitations).values(token=plain))
        tidy(store, NINE_O_CLOCK)
        tidy(store, NINE_O_CLOCK)
        return code, [plain, *store.execute(select(invitations.c.token)).scalars()]

    code, (plain, token) = await database.run(aged)
    assert token not in plain
    assert await database.run(lambda store: join(store, code)) == "Ratna Dewi"


async def test_no_code_is_made_under_another_secret_than_tilik_runs_with(
    database: Database,
) -> None:
    """It would be handed out and never work."""

    def story(store: Store) -> None:
        note(store, Note("code", NINE_O_CLOCK, NINE_O_CLOCK.date()))

    await database.run(story)
    await database.run(lambda s: seal(s, Keys(b"o" * 32), NINE_O_CLOCK))
    with pytest.raises(Refused, match="code-other-secret"):
        await database.run(invited)
