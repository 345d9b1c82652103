"""The office in which the conversations are played: the demo's, on a day on which most is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta

from bot.sandbox.demo.office import HEAD, furnish
from bot.sandbox.demo.staff import HIRES, ZONE, join
from bot.whatsapp.traits import CHANNEL
from handlers.engine.manifest import Player
from models.calendar import moment
from models.letters import File
from models.quarter import Quarter
from models.ratings import DAILY, Rating
from models.scores import OVERALL
from models.services import Counter
from models.store import Store
from models.store.chat import addresses
from models.store.complaints import complaints
from models.store.office import services, unit_tree
from models.store.people import people
from models.store.ratings import closes, ratings, visit_codes
from models.store.ratings.visit_codes import VisitCode
from models.store.work import entries
from models.work import Entry

TODAY = date(2027, 1, 12)
"""Within the window of the self-evaluation: a quarter is over, another has begun."""
NOW = moment(TODAY, time(10), ZONE)
SENDERS: dict[Player, str] = {
    "citizen": "6281000000001",
    "newcomer": "6281000000002",
    "employee": "6281000000003",
    "superior": "6281000000004",
    "head": "6281000000004",
}
"""In the sample office one person leads the team, heads the unit and keeps its people; one of the
team is on the oversight team too."""


@dataclass(frozen=True)
class Town:
    """What a button of this office may carry, by name."""

    counter: str
    service: str
    employee: int
    proof: int
    waiting: int
    quarter: str
    code: str
    visit: str
    hire: str = HIRES[0].name

    def spelled(self, words: str) -> str:
        """What a conversation declares, with the names of this office in it."""
        return words.format(**vars(self))


def peopled(store: Store, language: str) -> Town:
    """Fill an empty store, and put everybody on WhatsApp, in this language."""
    chats = [str(3001 + number) for number in range(len(HIRES))]
    counters = furnish(store, head="2001", staff=chats, today=TODAY, now=NOW, seed=1)
    known = {name: number for number, name in people.by_nip(store).values()}
    employee, superior = known[HIRES[0].name], known[HEAD]
    joined: dict[Player, int] = {"employee": employee, "superior": superior}
    for who, person in joined.items():
        join(store, addresses.meet(store, CHANNEL, SENDERS[who]).address, person)
    for sender in set(SENDERS.values()):
        met = addresses.meet(store, CHANNEL, sender)
        address = addresses.heard_from(store, met, at=NOW).address
        addresses.change(store, address.id, language=language)
    top = services.add_unit(store, "Kabupaten", zone=ZONE).id
    unit_tree.move(store, counters[0].unit.id, top, since=TODAY)
    visited = _visited(store, top)
    for duty in ("hr", "operator"):
        people.give_duty(store, superior, unit_id=top, duty=duty, valid_from=TODAY)
    people.give_duty(store, employee, unit_id=top, duty="oversight", valid_from=TODAY)
    _held(store, counters[0])
    _complained(store, counters[0])
    new = people.add(store, "Wulan Sari", nip="199503022020122001")
    return Town(
        counter=visited.code,
        service=visited.services[0].key,
        employee=employee,
        proof=_proven(store, employee),
        waiting=entries.waiting(store, [employee])[0].id,
        quarter=Quarter.of(TODAY).previous.key,
        code=people.invite(store, new, now=NOW).code,
        visit=_given(store, visited),
    )


def _visited(store: Store, top: int) -> Counter:
    """A counter where nobody of the office serves: whoever plays may rate there."""
    unit = services.add_unit(store, "Dinas Sosial", zone=ZONE, parent_id=top)
    number = services.add_counter(store, unit.id, "Loket 1")
    services.offer(store, number, services.add_service(store, unit.id, "Bantuan sosial"))
    return next(one for one in services.all_counters(store) if one.id == number)


def _given(store: Store, counter: Counter) -> str:
    """A visit code of that counter."""
    where = VisitCode(counter.id, None, TODAY)
    (code,) = visit_codes.made(store, where, by=None, today=TODAY)
    return code


def _held(store: Store, counter: Counter) -> None:
    """A comment that waits too long for the oversight team."""
    day, service = TODAY - timedelta(days=21), counter.services[0].id
    said = Rating(counter.id, service, day, DAILY, {OVERALL: 2}, reason="bapak di loket 1 galak")
    ratings.add(store, said)
    closes.close(store, NOW)


def _complained(store: Store, counter: Counter) -> None:
    """A complaint that is new to the oversight team today."""
    unit, day = counter.unit.id, TODAY - timedelta(days=1)
    said = {"said_on": day, "due_on": TODAY + timedelta(days=6)}
    complaints.file(store, kind="weighty", unit_id=unit, with_id=unit, **said)


def _proven(store: Store, person: int) -> int:
    """An entry of this person with a photo."""
    day = TODAY - timedelta(days=1)
    proof = (File("photo", "1013"),)
    entry = Entry(0, "", person, day, day, "KTP-el", evidence=proof, sent_at=NOW)
    return entries.add(store, entry).id
