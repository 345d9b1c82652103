"""The store's evaluations and ratings: one evaluation a quarter, every version of a rating."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from models.evaluations import Appraisal, Claim, Evaluation
from models.quarter import Quarter
from models.store import Store
from models.store.chat import addresses, dialogues
from models.store.engine.database import Database
from models.store.office import services
from models.store.people import people, posts
from models.store.work import evaluations
from tests.actors import NINE_O_CLOCK
from tests.office import leaves_post

Q3, Q4 = Quarter(2026, 3), Quarter(2026, 4)
SENT = date(2027, 1, 4)


async def staffed(database: Database) -> tuple[int, int, int]:
    """Dewi, Joko and Ratna."""

    def add(store: Store) -> tuple[int, int, int]:
        return (
            people.add(store, "Dewi Lestari"),
            people.add(store, "Joko Santoso"),
            people.add(store, "Ratna Dewi"),
        )

    return await database.run(add)


def evaluation(person: int, quarter: Quarter = Q4) -> Evaluation:
    numbers = (Decimal("100"), Decimal("90.5"), Decimal("95"))
    claim = Claim(1, "Layanan", "berkas", *numbers, "Di desa")
    made = Evaluation(person, quarter, (claim,), "sesuai", "atas", SENT)
    return replace(made, obstacles="Jaringan", values={"loyal": "x"})


def appraisal(person: int, superior: int, quarter: Quarter = Q4) -> Appraisal:
    return Appraisal(person, quarter, superior, "sesuai", "atas", "Teliti", "baik", SENT)


async def test_an_evaluation_comes_back_as_it_was_sent(database: Database) -> None:
    dewi, joko, _ = await staffed(database)
    await database.run(lambda s: evaluations.put(s, evaluation(dewi)))
    assert await database.run(lambda s: evaluations.evaluation(s, dewi, Q4)) == evaluation(dewi)
    assert await database.run(lambda s: evaluations.evaluation(s, dewi, Q3)) is None
    assert await database.run(lambda s: evaluations.evaluation(s, joko, Q4)) is None


async def test_what_is_sent_anew_takes_the_place_of_what_was_there(database: Database) -> None:
    dewi, _, _ = await staffed(database)
    anew = replace(evaluation(dewi), conduct="bawah", sent_on=SENT + timedelta(days=1))
    await database.run(lambda s: evaluations.put(s, evaluation(dewi)))
    await database.run(lambda s: evaluations.put(s, evaluation(dewi, Q3)))
    await database.run(lambda s: evaluations.put(s, anew))
    assert await database.run(lambda s: evaluations.evaluation(s, dewi, Q4)) == anew
    assert await database.run(lambda s: evaluations.evaluation(s, dewi, Q3)) == evaluation(dewi, Q3)


async def test_senders_are_those_who_sent_this_quarter(database: Database) -> None:
    dewi, joko, ratna = await staffed(database)
    await database.run(lambda s: evaluations.put(s, evaluation(dewi)))
    await database.run(lambda s: evaluations.put(s, evaluation(ratna)))
    await database.run(lambda s: evaluations.put(s, evaluation(joko, Q3)))
    assert await database.run(lambda s: evaluations.senders(s, Q4, [dewi, joko])) == {dewi}
    assert await database.run(lambda s: evaluations.senders(s, Q4, [])) == frozenset()


async def test_who_had_a_post_on_any_day_of_the_quarter_had_one(database: Database) -> None:
    dewi, joko, ratna = await staffed(database)

    def place(store: Store) -> None:
        unit = services.add_unit(store, "Disdukcapil", zone="Asia/Jakarta")
        posts.place(store, dewi, unit.id, "Petugas", since=Q3.last_day)
        leaves_post(store, dewi, since=Q4.first_day + timedelta(days=1))
        posts.place(store, joko, unit.id, "Petugas", since=Q4.last_day)

    await database.run(place)
    everybody = [dewi, joko, ratna]

    def had_post(store: Store) -> dict[Quarter, frozenset[int]]:
        quarters = (Q3.previous, Q3, Q4, Q4.next)
        return {quarter: evaluations.had_post(store, everybody, quarter) for quarter in quarters}

    had = await database.run(had_post)
    assert had == {Q3.previous: set(), Q3: {dewi}, Q4: {dewi, joko}, Q4.next: {joko}}
    assert await database.run(lambda s: evaluations.had_post(s, [], Q4)) == frozenset()


async def test_unfinished_forms_are_found_at_every_address_of_their_person(
    database: Database,
) -> None:
    dewi, joko, _ = await staffed(database)

    def begin(store: Store) -> None:
        for sender, person, opening in (
            ("1", dewi, "2026-Q4"),
            ("2", dewi, "2026-Q4"),
            ("3", dewi, "2026-Q3"),
            ("4", joko, "2026-Q4"),
        ):
            address = addresses.meet(store, "telegram", sender).address
            addresses.change(store, address.id, person_id=person)
            dialogues.begin(
                store,
                address.id,
                conversation="triwulan",
                opening=opening,
                answers=f"[{sender}]",
                expires_at=NINE_O_CLOCK,
            )

    await database.run(begin)
    found = await database.run(
        lambda s: evaluations.forms(s, dewi, conversation="triwulan", opening="2026-Q4")
    )
    assert sorted(found) == ["[1]", "[2]"]
    other = await database.run(
        lambda s: evaluations.forms(s, dewi, conversation="catat", opening="2026-Q4")
    )
    assert other == []


async def test_every_rating_is_a_version_and_the_newest_counts(database: Database) -> None:
    dewi, joko, ratna = await staffed(database)
    first = await database.run(lambda s: evaluations.rate(s, appraisal(dewi, ratna)))
    again = replace(appraisal(dewi, ratna), reason="Aduan", conduct="bawah")
    second = await database.run(lambda s: evaluations.rate(s, again))
    other = await database.run(lambda s: evaluations.rate(s, appraisal(joko, ratna)))
    assert (first.version, second.version, other.version) == (1, 2, 1)
    assert first == replace(appraisal(dewi, ratna), id=first.id, version=1)
    kept = await database.run(lambda s: evaluations.versions(s, dewi, Q4))
    assert kept == (first, second)
    assert await database.run(lambda s: evaluations.versions(s, dewi, Q3)) == ()
    assert await database.run(lambda s: evaluations.appraisal(s, dewi, Q4)) == second
    assert await database.run(lambda s: evaluations.appraisal(s, dewi, Q3)) is None
    found = await database.run(lambda s: evaluations.appraised(s, Q4, [dewi, joko, ratna]))
    assert found == {dewi: second, joko: other}


async def test_one_rating_is_found_by_its_number(database: Database) -> None:
    dewi, _, ratna = await staffed(database)
    made = await database.run(lambda s: evaluations.rate(s, appraisal(dewi, ratna)))
    assert await database.run(lambda s: evaluations.appraisal_by_id(s, made.id)) == made
    assert await database.run(lambda s: evaluations.appraisal_by_id(s, made.id + 1)) is None


async def test_the_latest_rating_is_that_of_the_latest_quarter(database: Database) -> None:
    dewi, joko, ratna = await staffed(database)
    await database.run(lambda s: evaluations.rate(s, appraisal(dewi, ratna)))
    newest = await database.run(lambda s: evaluations.rate(s, appraisal(dewi, ratna)))
    await database.run(lambda s: evaluations.rate(s, appraisal(dewi, ratna, Q3)))
    assert await database.run(lambda s: evaluations.latest(s, dewi)) == newest
    assert await database.run(lambda s: evaluations.latest(s, joko)) is None


async def test_receipt_counts_from_the_first_time_and_only_of_its_version(
    database: Database,
) -> None:
    dewi, _, ratna = await staffed(database)
    first = await database.run(lambda s: evaluations.rate(s, appraisal(dewi, ratna)))
    second = await database.run(lambda s: evaluations.rate(s, appraisal(dewi, ratna)))
    await database.run(lambda s: evaluations.receive(s, second.id, SENT + timedelta(days=1)))
    await database.run(lambda s: evaluations.receive(s, second.id, SENT + timedelta(days=5)))
    kept = await database.run(lambda s: evaluations.versions(s, dewi, Q4))
    assert [one.received_on for one in kept] == [None, SENT + timedelta(days=1)]
    await database.run(lambda s: evaluations.reply(s, first.id, "Terima kasih"))
    await database.run(lambda s: evaluations.reply(s, first.id, "Saya keberatan"))
    kept = await database.run(lambda s: evaluations.versions(s, dewi, Q4))
    assert [one.reply for one in kept] == ["Saya keberatan", None]
