"""Who is behind a seal: followed, forgotten, reached by the post alone, found by nobody else."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import func, select, update

from models.calendar import local
from models.keys import Keys
from models.letters import Letter, Text
from models.people import Address
from models.screens import Screens, Shown
from models.store import Store, schema
from models.store.chat import addresses, identities, renaming, screens
from models.store.complaints import codes, complaints, reporters, tokens, unsent
from models.store.engine.database import Database
from models.store.letters.letters import LETTER, delivered, envelope_of
from models.store.letters.on_hold import hold_back
from models.store.office import services
from models.store.oversight.retention import forget_citizens

NOW = datetime(2026, 11, 23, 3, tzinfo=UTC)
TODAY = local(NOW, "Asia/Jakarta").date()
WORD = Letter((Text("result-yes", {"number": "ADU-RAHASIA"}),))
SENDER = "6281299887766"


def chat_of(store: Store, sender: str = SENDER, channel: str = "whatsapp") -> Address:
    return addresses.meet(store, channel, sender, now=NOW).address


def filed(store: Store, chat: Address) -> Any:
    """A complaint of this chat's at an office of its own."""
    name = f"Unit {len(rows(store, schema.units))}"
    unit = services.add_unit(store, name, zone="Asia/Jakarta").id
    made = complaints.file(
        store,
        kind="weighty",
        unit_id=unit,
        with_id=unit,
        said_on=TODAY,
        seal=reporters.sealed(store, chat),
    )
    reporters.tie(store, chat, made.id)
    return made


def rows(store: Store, table: Any) -> list[Any]:
    return list(store.execute(select(table)))


def everything(store: Store) -> str:
    """All that the database holds, but for what was met and is not yet forgotten."""
    tables = schema.metadata.sorted_tables
    return "".join(str(row) for table in tables for row in rows(store, table))


def tells(store: Store, *secrets: str) -> list[str]:
    """Those of these that can be read somewhere."""
    said = everything(store)
    return [one for one in secrets if one in said]


async def test_a_letter_goes_once_and_one_that_waits_for_the_citizen_waits_in_its_seal(
    database: Database,
) -> None:
    def story(store: Store) -> None:
        one = filed(store, chat_of(store))
        assert forget_citizens(store, NOW + timedelta(days=1)) == 1, "as if it had never been"
        assert reporters.tell(store, one.seal, WORD, now=NOW)
        assert tells(store, "RAHASIA", SENDER) == []
        assert [reporters.released(store, NOW) for _ in range(2)] == ["addressed", "none"]
        joined = schema.letters.join(schema.addresses)
        (letter,) = store.execute(select(*LETTER).select_from(joined)).all()
        assert letter.sender == SENDER
        hold_back(store, envelope_of(letter), now=NOW)
        assert not rows(store, schema.letters)
        assert forget_citizens(store, NOW + timedelta(days=1)) == 1
        assert tells(store, "RAHASIA", SENDER) == []
        assert reporters.released(store, NOW + timedelta(days=30)) == "none"
        met = addresses.meet(store, "whatsapp", SENDER, now=NOW)
        addresses.heard_from(store, met, at=NOW)
        assert reporters.released(store, NOW) == "addressed"
        delivered(store, [rows(store, schema.letters)[0].id])
        reporters.forget_arrived(store)
        assert not rows(store, schema.sealed_letters)

    await database.run(story)


async def test_who_was_away_for_months_hears_as_soon_as_they_write(database: Database) -> None:
    def story(store: Store) -> None:
        one = filed(store, chat_of(store, "771", "telegram"))
        reporters.tell(store, one.seal, WORD, now=NOW)
        reporters.released(store, NOW)
        assert unsent.sealed_again(store, rows(store, schema.letters)[0].id, due_at=None)
        forget_citizens(store, NOW + timedelta(days=1))
        stranger = addresses.meet(store, "telegram", "772", now=NOW)
        addresses.heard_from(store, stranger)
        assert reporters.released(store, NOW) == "none", "of another it tells nothing"
        addresses.heard_from(store, addresses.meet(store, "telegram", "771", now=NOW))
        assert reporters.released(store, NOW) == "addressed"
        assert not unsent.sealed_again(store, 9_999, due_at=None), "of others it knows nothing"
        wish = reporters.sealed(store, chat_of(store, "771", "telegram"))
        reporters.tell(store, wish, WORD, now=NOW)
        store.execute(update(schema.sealed_letters).values(due_at=None))
        unsent.freed(store, "telegram", "772")
        assert reporters.released(store, NOW) == "none"
        unsent.freed(store, "telegram", "771")
        assert reporters.released(store, NOW) == "addressed", "of no complaint, but theirs"

    await database.run(story)


async def test_a_seal_that_cannot_be_opened_holds_up_no_other(database: Database) -> None:
    def story(store: Store) -> None:
        shut, well = filed(store, chat_of(store)), filed(store, chat_of(store, "62813"))
        for one in (shut, well):
            reporters.tell(store, one.seal, WORD, now=NOW)
        here = schema.identities.c.id == shut.seal
        store.execute(update(schema.identities).where(here).values(fingerprint="another"))
        came = [reporters.released(store, NOW) for _ in range(3)]
        assert came == ["shut", "addressed", "none"]
        assert reporters.released(store, NOW + reporters.SHUT_FOR) == "shut"
        assert identities.shut(store, _keys(store)) == 1
        reporters.tell(store, well.seal, WORD, now=NOW)
        identities.drop(store, well.seal)
        assert [reporters.released(store, NOW) for _ in range(2)] == ["addressed", "none"]
        assert len(rows(store, schema.letters)) == 1, "nobody is left to whom it could go"

    await database.run(story)


async def test_it_follows_the_chat_also_when_its_row_has_gone(database: Database) -> None:
    def story(store: Store) -> None:
        known, gone = filed(store, chat_of(store, "1")), filed(store, chat_of(store, "2"))
        store.execute(schema.addresses.delete().where(schema.addresses.c.sender == "2"))
        assert renaming.told_of_renaming(store, "whatsapp", ["1"], to="ID.1")
        assert not renaming.told_of_renaming(store, "whatsapp", ["2"], to="ID.2")
        for one, sender in ((known, "ID.1"), (gone, "ID.2")):
            assert tokens.tied(store, "whatsapp", sender) == [one.id]
            reporters.tell(store, one.seal, WORD, now=NOW)
            assert reporters.released(store, NOW) == "addressed"
        senders = store.execute(select(schema.addresses.c.sender)).scalars().all()
        assert sorted(senders) == ["ID.1", "ID.2"]
        assert [tokens.tied(store, "whatsapp", one) for one in ("1", "2")] == [[], []]

    await database.run(story)


async def test_a_code_ties_another_phone_once_and_the_letters_go_there(database: Database) -> None:
    def story(store: Store) -> None:
        old, new = chat_of(store), chat_of(store, "771", "telegram")
        one = filed(store, old)
        first, _ = codes.made(store, one.id, now=NOW)
        code, until = codes.made(store, one.id, now=NOW)
        assert code not in everything(store)
        assert codes.used(store, first, new, now=NOW) is None, "only the newest works"
        assert codes.used(store, code, new, now=until) is None
        assert codes.used(store, f"{code[:5].lower()} {code[5:]}", new, now=NOW) == one.id
        assert codes.used(store, code, new, now=NOW) is None
        assert reporters.tied(store, old) == reporters.tied(store, new) == [one.id]
        reporters.tell(store, one.seal, WORD, now=NOW)
        reporters.released(store, NOW)
        assert rows(store, schema.letters)[0].address_id == new.id
        renaming.told_of_renaming(store, "whatsapp", [SENDER], to="ID.9")
        assert identities.opened(store, one.seal, keys=_keys(store)) == {
            "channel": "telegram",
            "sender": "771",
            "language": "id",
        }, "the newer phone stays"
        codes.made(store, one.id, now=NOW)
        codes.forget(store, until)
        assert not rows(store, schema.reporter_codes)

    await database.run(story)


def _keys(store: Store) -> Keys:
    keys: Keys = store.get_execution_options()["keys"]()
    return keys


async def test_who_asks_to_be_forgotten_is_and_the_complaint_stays(database: Database) -> None:
    def story(store: Store) -> None:
        chat = chat_of(store)
        one, other = filed(store, chat), filed(store, chat_of(store, "62813"))
        assert [reporters.drop(store, chat) for _ in range(2)] == [1, 0]
        assert complaints.one(store, one.id).seal is None
        assert not reporters.tell(store, one.seal, WORD, now=NOW)
        assert reporters.tell(store, other.seal, WORD, now=NOW), "another's is another's"

    await database.run(story)


async def test_nothing_tells_which_complaints_are_of_one_citizen(database: Database) -> None:
    def story(store: Store) -> None:
        chat = chat_of(store)
        mine = [filed(store, chat).id for _ in range(3)]
        assert reporters.tied(store, chat) == mine[::-1]
        kept = rows(store, schema.reporters)
        assert len({row.token for row in kept}) == 3
        lengths = select(func.length(schema.identities.c.sealed)).distinct()
        filed(store, chat_of(store, "7", "telegram"))
        assert len(store.execute(lengths).all()) == 1, "nor where they write from"
        for _ in range(tokens.MOST_TIED):
            tokens.tie(store, chat.channel, chat.sender, mine[-1])
        assert len(reporters.tied(store, chat)) == 3

    await database.run(story)


async def test_what_a_chat_was_shown_tells_nobody_which_complaints_are_its_own(
    database: Database,
) -> None:
    def story(store: Store) -> None:
        chat = chat_of(store)
        labels = {"adu-rahasia · menunggu": "o.status.5"}
        shown = Screens((Shown(1, {1: "o.status.5"}, labels=labels),), asked=True)
        screens.put(store, chat.id, shown)
        assert tells(store, "o.status", "rahasia") == []
        assert addresses.meet(store, "whatsapp", SENDER).screens == shown
        other = chat_of(store, "62813")
        copied = select(schema.addresses.c.screens).where(schema.addresses.c.id == chat.id)
        kept = store.execute(copied).scalar()
        addresses.change(store, other.id, screens=kept)
        assert addresses.meet(store, "whatsapp", "62813").screens == Screens()

    await database.run(story)


async def test_several_posts_at_once_release_each_letter_once(database: Database) -> None:
    """Letters of a few chats in mixed order: nobody waits for another for ever."""

    def written(store: Store) -> None:
        seals = [filed(store, chat_of(store, f"62{number}")).seal for number in range(3)]
        for seal in (*seals, *seals[::-1], *seals):
            reporters.tell(store, seal, WORD, now=NOW)

    async def post() -> None:
        while await database.run(lambda store: reporters.released(store, NOW)) != "none":
            pass

    await database.run(written)
    await asyncio.gather(*(post() for _ in range(4)))

    def story(store: Store) -> None:
        assert len(rows(store, schema.letters)) == 9
        assert {row.letter_id for row in rows(store, schema.sealed_letters)} == {
            row.id for row in rows(store, schema.letters)
        }

    await database.run(story)
