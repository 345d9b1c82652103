"""The trail as it is read, on both databases."""

from __future__ import annotations

from datetime import timedelta

from models.store import Store
from models.store.engine.database import Database
from models.store.office import services
from models.store.oversight import footprints
from models.store.oversight.footprints import Footprint, Traced
from models.store.oversight.trail import Note, note
from models.store.people import people, posts
from tests.actors import NINE_O_CLOCK as NOW

TODAY = NOW.date()
LONG_AGO = TODAY - timedelta(days=100)


async def test_who_moved_belongs_to_the_unit_of_today_and_their_trail_with_them(
    database: Database,
) -> None:
    def story(store: Store) -> tuple[int, int, int]:
        old = services.add_unit(store, "Asal", zone="Asia/Jakarta").id
        new = services.add_unit(store, "Baru", zone="Asia/Jakarta").id
        budi = people.add(store, "Budi")
        posts.place(store, budi, old, "Staf", since=LONG_AGO)
        posts.place(store, budi, new, "Kepala", since=TODAY)
        note(store, Note("join", NOW - timedelta(days=9), LONG_AGO, by=budi, about=budi))
        note(store, Note("look.saya", NOW, TODAY, by=4711, about=budi))
        return budi, old, new

    def read(store: Store) -> None:
        yesterday = TODAY - timedelta(days=1)
        assert footprints.traced(store, [old, new], TODAY) == [Traced(budi, "Budi", "Baru")]
        assert footprints.traced(store, [new], yesterday) == []
        assert footprints.last_unit(store, budi, yesterday) == old
        latest = Footprint(TODAY, "look.saya", "person", 4711, None)
        first = Footprint(LONG_AGO, "join", "person", budi, "Budi")
        assert footprints.about(store, budi, most=9) == [latest, first]
        assert footprints.about(store, budi, most=1, skip=1) == [first]
        assert footprints.about(store, budi, most=9, since=TODAY) == [latest]

    budi, old, new = await database.run(story)
    await database.run(read)
