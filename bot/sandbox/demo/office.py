"""The demo's sample office: a civil registry, an earlier survey, and some weeks of ratings.

The earlier survey is real: the 49 answer sheets that Sekadau published in 2019, laid into the
quarter before. The daily ratings are made up from a seed. Those of the first weeks are released;
at every counter four more wait, so that one tap anywhere and the close of that night release five
together. At one counter enough say that it takes too long to open a review of the way of working;
at another somebody has stuffed an hour, and what came in it is held.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from importlib.resources import files
from random import Random

from bot.sandbox.demo.staff import JOINED, ZONE, hire, join, unapproved
from models.asks import Asks
from models.calendar import MORNING, moment
from models.figures import ENOUGH
from models.instruments import instrument
from models.quarter import Quarter
from models.ratings import DAILY, Rating
from models.release import LEAST
from models.reviews import LOW
from models.scores import OVERALL
from models.services import Counter
from models.standards import COMPONENTS, Component
from models.store import Store
from models.store.chat import addresses
from models.store.office import services, standards, stops
from models.store.office.stops import EndedForm
from models.store.oversight.stamps import Stamp
from models.store.people import people, posts
from models.store.ratings import closes, ratings
from models.stuffing import PER_HOUR

UNIT = "Disdukcapil Kabupaten Contoh"
SERVICES = (
    ("KTP-el", "Loket 1", 1_900),
    ("Kartu Keluarga", "Loket 2", 1_400),
    ("Akta Kelahiran", "Loket 3", 900),
    ("Surat Pindah", "Loket 4", 600),
)
HEAD = "Ratna Puspita"
SINCE = date(2020, 1, 1)
RELEASED = 44
"""So many ratings of all else were released at the demo's beginning: at the other counters together
as many as a figure needs, so that none of the first one's stays shut for their sake."""
WAITING_AT_EACH = LEAST - 1
SLOW = "waktu"
"""What is low at the first counter. Nobody else is made to speak of it elsewhere: few who do would
keep the figure of that counter shut."""
SLOW_RATINGS = ENOUGH + 2
"""So many speak of it: enough for a figure, and for a review."""
LATELY = timedelta(days=10)
"""So long ago is the close on the way, at most: what it released is new enough for a review."""
FAKED, FAKED_AT = PER_HOUR + 10, 10
"""So many false ratings came at the last counter in an hour: they are held, and said to be."""
MOODS = (1, 2, 2, 3, 3, 3, 3, 3, 4, 4, 4)
SLOW_VALUES, QUICK_VALUES = (1, 2, 2, 2, 3), (3, 3, 4, 4)
SLOW_CAUSES = ("waktu.antrean", "waktu.antrean", "waktu.sistem")
REASONS = (
    "Petugas ramah dan menjelaskan dengan sabar.",
    "Antrean di pagi hari panjang sekali.",
    "Cepat, hanya sepuluh menit.",
    "Mohon ditambah kursi di ruang tunggu.",
)


STOPS = (
    ("nilai", "rate-overall", 46, 45),
    ("nilai", f"ask-{SLOW}", 45, 31),
    ("nilai", "rate-cause", 19, 17),
    ("nilai", "rate-reason", 31, 24),
    ("lapor", "complaint-words", 14, 8),
)
"""Of a conversation's question: how many were asked it on such a day, and how many went on."""
STOPPED = (1, 9, 30)
"""So many days before the demo."""


def furnish(
    store: Store, *, head: str, staff: Sequence[str], today: date, now: datetime, seed: int
) -> list[Counter]:
    """Fill an empty store; `head` and `staff` are their chats. Gives the counters."""
    unit = services.add_unit(store, UNIT, zone=ZONE)
    for service, counter, population in SERVICES:
        number = services.add_service(store, unit.id, service, population=population)
        services.offer(store, services.add_counter(store, unit.id, counter), number)
    person = people.add(store, HEAD, nip="197503122000032001")
    # Whoever has a post is expected to log from its first day on.
    posts.place(store, person, unit.id, "Kepala Dinas", since=today)
    people.give_duty(store, person, unit_id=unit.id, duty="head", valid_from=SINCE)
    join(store, addresses.meet(store, "telegram", head, now=JOINED).address, person)
    unapproved(store, head)
    counters = services.all_counters(store)
    hire(store, superior_id=person, counters=counters, chats=staff, today=today, seed=seed)
    _history(store, counters, today, Random(seed))  # noqa: S311  (sample data, not a secret)
    _stops(store, unit.id, today)
    return counters


def _history(store: Store, counters: Sequence[Counter], today: date, chance: Random) -> None:
    """What citizens said before the demo begins, with a close on the way, as it would have been."""
    first = Quarter.of(today).first_day
    closed = max(first + max((today - first) // 2, timedelta()), today - LATELY)
    before = first, closed
    slow = about_time(counters[0], SLOW_RATINGS, before, chance, waits=True)
    released = [*made(counters, RELEASED, before, chance), *slow]
    for rating in [*_earlier_survey(counters, today), *released]:
        ratings.add(store, rating)
    for rating in _faked(counters[-1], closed):
        ratings.add(store, rating, hour=FAKED_AT)
    since = closed + timedelta(days=1)
    closes.close(store, moment(since, MORNING, ZONE))
    last = max(since, today - timedelta(days=1))
    for rating in made(counters, WAITING_AT_EACH * len(counters), (since, last), chance):
        ratings.add(store, rating)


def _faked(counter: Counter, day: date) -> list[Rating]:
    return [_rating(counter, day, {OVERALL: 4}) for _ in range(FAKED)]


def _stops(store: Store, unit_id: int, today: date) -> None:
    """Where people have stopped before."""
    forms = [
        EndedForm(number, conversation, Asks(unit_id, {question: number < went_on}))
        for conversation, question, asked, went_on in STOPS
        for number in range(asked)
    ]
    for days in STOPPED:
        stops.count(store, forms, day=today - timedelta(days=days))


def _earlier_survey(counters: Sequence[Counter], today: date) -> list[Rating]:
    """The published sheets, spread over the quarter before this one."""
    first = Quarter.of(today).previous.first_day
    elements = instrument().elements
    sheets = []
    for number, row in enumerate(_published()):
        counter = counters[number % len(counters)]
        sheets.append(
            Rating(
                counter_id=counter.id,
                service_id=counter.services[0].id,
                day=first + timedelta(days=number),
                instrument=instrument().key,
                answers={element: int(row[element]) for element in elements},
            )
        )
    return sheets


def publish(store: Store, counters: Sequence[Counter], now: datetime) -> None:
    """The standard of each service, as an office publishes it; made up."""
    told, stamp = {row.pop("layanan"): row for row in _sample("standar.csv")}, Stamp(now, SINCE)
    for service in (one for counter in counters for one in counter.services):
        row = told[service.name]
        said: dict[Component, str | None] = {one: row[one] for one in COMPONENTS if one in row}
        standards.put(store, service.id, said, stamp=stamp)


def _published() -> list[dict[str, str]]:
    """The sheets by element key; its last two columns carry only their printed numbers."""
    last = dict(zip(("u8", "u9"), instrument().elements[-2:], strict=True))
    rows = _sample("sekadau_2019.csv")
    return [{last.get(key, key): value for key, value in row.items()} for row in rows]


def _sample(name: str) -> list[dict[str, str]]:
    text = files("bot.sandbox.demo.samples").joinpath(name).read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


def about_time(
    counter: Counter, count: int, days: tuple[date, date], chance: Random, *, waits: bool
) -> list[Rating]:
    """Those who say how long it takes at this counter: too long where they wait, else well."""
    said = []
    for _ in range(count):
        value = chance.choice(SLOW_VALUES if waits else QUICK_VALUES)
        cause = chance.choice(SLOW_CAUSES) if value <= LOW else None
        answers = {OVERALL: min(4, value + chance.choice((0, 1))), SLOW: value}
        said.append(_rating(counter, _day(days, chance), answers, cause=cause))
    return said


def _day(days: tuple[date, date], chance: Random) -> date:
    first, last = days
    return first + timedelta(days=chance.randrange((last - first).days + 1))


def made(
    counters: Sequence[Counter], count: int, days: tuple[date, date], chance: Random
) -> list[Rating]:
    """Made-up daily ratings of the days from the one to the other, at one counter after another."""
    elements = [key for key in instrument().elements if key != SLOW]
    said = []
    for number in range(count):
        element, mood = chance.choice(elements), chance.choice(MOODS)
        value = min(4, max(1, mood + chance.choice((-1, 0, 0, 1))))
        causes = instrument().causes[element]
        said.append(
            _rating(
                counters[number % len(counters)],
                _day(days, chance),
                {OVERALL: mood, element: value},
                cause=f"{element}.{chance.choice(causes).key}" if value <= LOW else None,
                reason=chance.choice(REASONS) if number % 4 == 3 else None,
            )
        )
    return said


def _rating(
    counter: Counter,
    day: date,
    answers: Mapping[str, int],
    *,
    cause: str | None = None,
    reason: str | None = None,
) -> Rating:
    where = counter.id, counter.services[0].id
    return Rating(*where, day, DAILY, answers, cause=cause, reason=reason)
