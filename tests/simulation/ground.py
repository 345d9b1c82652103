"""The office that every seed begins with: opened once in a process, its file copied for each."""

from __future__ import annotations

import asyncio
import gc
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from random import Random

from sqlalchemy import update

from models.dice import Dice
from models.store import Store
from models.store.engine.migrate import migrate
from models.store.office import services
from models.store.people import people, posts
from models.store.schema import units
from tests.actors import NINE_O_CLOCK
from tests.keyed import opened
from tests.office import SINCE, Office
from tests.simulation.plan import Role
from tests.stage import furnished

SHARED = Path("/dev/shm")  # noqa: S108  (a folder of our own is made in it)
"""Memory, where the machine has such a folder: a commit waits for no disk."""


@dataclass(frozen=True)
class Ground:
    """A folder with the file, and with which code each of the office's people joins."""

    folder: Path
    office: Office
    codes: Mapping[Role, str]


@lru_cache
def ground() -> Ground:
    """The office, opened once in a process."""
    folder = Path(tempfile.mkdtemp(dir=SHARED if SHARED.is_dir() else None, prefix="tilik-sim-"))
    url = f"sqlite:///{folder / 'tilik.db'}"
    migrate(url)
    office, codes = asyncio.run(_opened(url, folder))
    gc.collect()
    gc.freeze()
    return Ground(folder, office, codes)


async def _opened(url: str, folder: Path) -> tuple[Office, Mapping[Role, str]]:
    dice = Dice(Random(0).randbytes)
    office, staff = await furnished(url, folder, staffed=True, dice=dice)
    assert staff is not None
    database = opened(url, dice=dice)
    officer = await database.run(lambda store: _officer(store, office.unit_id))
    above = await database.run(lambda store: _above(store, office.unit_id))
    await database.settle()
    await database.close()
    codes: dict[Role, str] = {"dewi": staff.employee_code, "joko": staff.colleague_code}
    codes |= {"head": office.head_code, "officer": officer, **above}
    return office, codes


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
