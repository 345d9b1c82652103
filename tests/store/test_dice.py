"""Whatever the store draws comes from the dice it was opened with: the same dice, the same ids."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest

from models.dice import SYSTEM, Dice
from models.keys import Keys
from models.ratings import DAILY, Rating
from models.services import CODE_LETTERS
from models.store import Store
from models.store.chat import identities
from models.store.office import services
from models.store.people import people
from models.store.ratings import raters, ratings
from models.store.work import entries
from models.work import Entry
from tests.actors import NINE_O_CLOCK
from tests.databases import copied
from tests.keyed import opened

DAY = date(2026, 11, 23)
KEYS = Keys(b"k" * 32)


def drawn(store: Store) -> dict[str, Any]:
    """One of everything that is drawn."""
    unit = services.add_unit(store, "Dinas", zone="Asia/Jakarta").id
    service = services.add_service(store, unit, "KTP-el")
    counter = services.add_counter(store, unit, "Loket 1")
    services.offer(store, counter, service)
    dewi = people.add(store, "Dewi")
    rating = Rating(counter, service, DAY, DAILY, {"overall": 4})
    entry = Entry(0, "", dewi, DAY, DAY, "Menulis", sent_at=NINE_O_CLOCK)
    return {
        "counter": services.all_counters(store)[0].code,
        "joining": people.invite(store, dewi, now=NINE_O_CLOCK).code,
        "rating": ratings.add(store, rating),
        "day": raters.key_of(store, DAY),
        "receipt": entries.add(store, entry).receipt,
        "identity": identities.put(store, {"name": "Sari"}, keys=KEYS, forgotten_on=DAY),
    }


async def with_dice(url: str, dice: Dice) -> dict[str, Any]:
    database = opened(url, dice=dice)
    try:
        return await database.run(drawn)
    finally:
        await database.close()


@pytest.fixture
def fresh(_sqlite_template: Path, tmp_path: Path) -> Callable[[str], str]:
    """A database of its own for each name."""

    def make(name: str) -> str:
        (tmp_path / name).mkdir()
        return copied(_sqlite_template, tmp_path / name)

    return make


async def test_the_same_dice_draw_the_same_and_others_something_else(
    fresh: Callable[[str], str],
) -> None:
    seeded = [
        await with_dice(fresh(f"{seed} {copy}"), Dice(Random(seed).randbytes))
        for seed, copy in ((7, "a"), (7, "b"), (8, "a"))
    ]
    assert seeded[0] == seeded[1]
    assert not set(map(str, seeded[0].values())) & set(map(str, seeded[2].values()))


async def test_both_databases_draw_the_same(fresh: Callable[[str], str], postgresql: str) -> None:
    urls = (fresh("a"), postgresql)
    one, other = [await with_dice(url, Dice(Random(7).randbytes)) for url in urls]
    assert one == other


async def test_the_products_dice_never_repeat_themselves(fresh: Callable[[str], str]) -> None:
    one, other = await asyncio.gather(with_dice(fresh("a"), SYSTEM), with_dice(fresh("b"), SYSTEM))
    assert not set(map(str, one.values())) & set(map(str, other.values()))


def test_a_word_has_letters_of_all_that_are_given_and_nothing_else() -> None:
    word = Dice(Random(1).randbytes).word(CODE_LETTERS, 3000)
    assert set(word) == set(CODE_LETTERS)
    counts = [word.count(letter) for letter in CODE_LETTERS]
    assert min(counts) > 60
    assert max(counts) < 150


def test_a_number_stays_below_its_end() -> None:
    dice = Dice(Random(1).randbytes)
    assert {dice.below(3) for _ in range(100)} == {0, 1, 2}
