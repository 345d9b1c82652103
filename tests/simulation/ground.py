"""The office that every seed begins with: opened once in a process, its file copied for each."""

from __future__ import annotations

import asyncio
import gc
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from random import Random

from sqlalchemy import update

from models.dice import Dice
from models.services import Counter
from models.store import Store
from models.store.engine.migrate import migrate
from models.store.office import services
from models.store.people import people, posts
from models.store.ratings import visit_codes
from models.store.ratings.visit_codes import VisitCode
from models.store.schema import units
from tests.actors import NINE_O_CLOCK
from tests.keyed import opened
from tests.office import SINCE, Office
from tests.simulation.plan import Role
from tests.stage import furnished

MOST_GUESTS = 60
"""Citizens of one day."""
SHARED = Path("/dev/shm")  # noqa: S108  (a folder of our own is made in it)
"""Memory, where the machine has such a folder: a commit waits for no disk."""


@dataclass(frozen=True)
class Ground:
    """A folder with the file, and with which code each of the office's people joins; visit codes
    of each counter, one for each citizen."""

    folder: Path
    office: Office
    codes: Mapping[Role, str]
    visits: Mapping[int, Sequence[str]]


@lru_cache
def ground() -> Ground:
    """The office, opened once in a process."""
    folder = Path(tempfile.mkdtemp(dir=SHARED if SHARED.is_dir() else None, prefix="tilik-sim-"))
    url = f"sqlite:///{folder / 'tilik.db'}"
    migrate(url)
    office, codes, visits = asyncio.run(_opened(url, folder))
    gc.collect()
    gc.freeze()
    return Ground(folder, office, codes, visits)


async def _opened(
    url: str, folder: Path
) -> tuple[Office, Mapping[Role, str], Mapping[int, Sequence[str]]]:
    dice = Dice(Random(0).randbytes)
    office, staff = await furnished(url, folder, staffed=True, dice=dice)
    assert staff is not None
    database = opened(url, dice=dice)
    officer = await database.run(lambda store: _officer(store, office.unit_id))
    above = await database.run(lambda store: _above(store, office.unit_id))
    visits = await database.run(lambda store: _visits(store, office.counters))
    await database.settle()
    await database.close()
    codes: dict[Role, str] = {"dewi": staff.employee_code, "joko": staff.colleague_code}
    codes |= {"head": office.head_code, "officer": officer, **above}
    return office, codes, visits


def _visits(store: Store, counters: Sequence[Counter]) -> Mapping[int, Sequence[str]]:
    today = NINE_O_CLOCK.date()

    def given(one: Counter) -> Sequence[str]:
        where = VisitCode(one.id, one.services[0].id, today)
        return visit_codes.made(store, where, by=None, today=today, count=MOST_GUESTS)

    return {one.id: given(one) for one in counters}


def _above(store: Store, unit_id: int) -> Mapping[Role, str]:
    """A unit above this one, with its head and somebody who oversees it."""
    top = services.add_unit(store, "Kabupaten Contoh", zone="Asia/Jakarta").id
    store.execute(update(units).where(units.c.id == unit_id).values(parent_id=top))
    return {
        "chief": _hired(store, top, "Umar Said", "head"),
        "overseer": _hired(store, top, "Awan Setia", "oversight"),
    }


def _hired(store: Store, unit_id: int, name: str, duty: str) -> str:
    person = people.add(store, name)
    posts.place(store, person, unit_id, "Staf", since=SINCE)
    people.give_duty(store, person, unit_id=unit_id, duty=duty, valid_from=SINCE)
    return people.invite(store, person, now=NINE_O_CLOCK).code


def _officer(store: Store, unit_id: int) -> str:
    """Somebody who keeps the people of this unit."""
    return _hired(store, unit_id, "Hani Wijaya", "hr")
