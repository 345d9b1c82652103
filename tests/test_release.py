"""The gate: no answer is read alone, whoever looks when, and however far up a rest is folded."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from models.quarter import Quarter
from models.ratings import DAILY, Rating
from models.release import AnswerColumn, WaitingColumn, released, span_of, spans
from models.store import Store
from models.store.office import services
from models.store.ratings import closes, quarantines, ratings, tallies
from models.store.ratings.quarantines import COUNTED, WAITING
from models.store.ratings.recount import recounted
from models.store.schema import counters, unreleased
from tests.played import empty_store

AUTUMN = Quarter(2026, 4)


def waits(
    n: int, *, counter: int = 1, service: int = 1, unit: int = 1, element: str = "x"
) -> WaitingColumn:
    return WaitingColumn(AnswerColumn(counter, service, "open", DAILY, element), unit, n)


def test_fewer_than_five_go_on_waiting() -> None:
    few, enough = waits(4), waits(5, element="y")
    assert released([few, enough], least=5, over=False) == {enough.column: "counter"}


def test_what_another_column_has_does_not_help() -> None:
    """Kinds, surveys, services, counters and elements wait apart."""
    four = [
        WaitingColumn(AnswerColumn(*place), 1, 4)
        for place in (
            (1, 1, "open", DAILY, "x"),
            (2, 1, "open", DAILY, "x"),
            (1, 2, "open", DAILY, "x"),
            (1, 1, "verified", DAILY, "x"),
            (1, 1, "open", "skm-2017", "x"),
            (1, 1, "open", DAILY, "y"),
        )
    ]
    assert released(four, least=5, over=False) == {}


def test_at_a_quarters_close_rests_join_their_service_then_their_unit() -> None:
    here, there = waits(3, counter=1), waits(2, counter=2)
    alone, other = waits(4, counter=3, service=2), waits(1, counter=3, service=3)
    elsewhere = waits(4, counter=9, service=9, unit=2)
    found = released([here, there, alone, other, elsewhere], least=5, over=True)
    assert found == {
        here.column: "service",
        there.column: "service",
        alone.column: "unit",
        other.column: "unit",
    }, "four alone in their unit enter no figure"


def test_a_rest_is_read_only_where_all_of_it_is_added_up() -> None:
    assert spans(AUTUMN, "counter") == ("2026-Q4",)
    assert spans(AUTUMN, "service") == ("2026-Q4", "2026-Q4.s")
    assert spans(AUTUMN, "unit") == ("2026-Q4", "2026-Q4.s", "2026-Q4.u")
    assert len(span_of(AUTUMN, "unit")) <= 10


# -- whatever citizens do, and whenever somebody looks ------------------------------------------

ELEMENTS = ("overall", "waktu", "biaya")
Look = dict[tuple[str, int, str], Counter[int]]
"""What one look at everything shows: scope, its number, element -> value -> how often."""
GIVEN = st.lists(
    st.tuples(
        st.integers(0, 1),  # unit
        st.integers(0, 1),  # counter
        st.integers(0, 1),  # service
        st.sampled_from(ELEMENTS[1:]),
        st.integers(1, 4),
        st.sampled_from((None, 10, 23)),  # at what hour: at night, and on closed days, it is held
    ),
    max_size=12,
)
NIGHTS = st.lists(GIVEN, min_size=1, max_size=6)
FIRST = date(2026, 12, 28)
"""The fourth night is the quarter's last."""


def town(store: Store) -> list[tuple[int, list[int], list[int]]]:
    """Two units (the second below the first), each with two counters that offer two services."""
    made = []
    above = None
    for name in ("Dinas", "UPTD"):
        unit = services.add_unit(store, name, zone="Asia/Jakarta", parent_id=above).id
        above = above or unit
        offered = [services.add_service(store, unit, f"Layanan {n}") for n in (1, 2)]
        stands = [services.add_counter(store, unit, f"Loket {n}") for n in (1, 2)]
        for stand in stands:
            for service in offered:
                services.offer(store, stand, service)
        made.append((unit, stands, offered))
    return made


def looked(store: Store, places: list[tuple[int, list[int], list[int]]], quarter: Quarter) -> Look:
    """Every figure that anybody may read of a quarter: of units, services and counters."""
    found: Look = {}

    def add(what: str, number: int, stands: list[int], level: str, service: int | None) -> None:
        rows = tallies.tallied(store, stands, [quarter], level=level, service_id=service)  # type: ignore[arg-type]
        for row in rows:
            cell = found.setdefault((what, number, row.element), Counter())
            cell[row.value] += row.times

    for unit, stands, offered in places:
        below = [n for u, there, _ in places if u >= unit for n in there]
        add("unit", unit, below, "unit", None)
        for service in offered:
            add("service", service, stands, "service", service)
        for stand in stands:
            add("counter", stand, [stand], "counter", None)
    return found


def let_go(store: Store, places: list[tuple[int, list[int], list[int]]], day: date) -> None:
    """The oversight team lets all count that is held."""
    for batch in quarantines.waiting(store, [unit for unit, _, _ in places]):
        assert quarantines.decide(store, batch, COUNTED, before=(WAITING,), day=day)


@given(NIGHTS, st.lists(st.booleans(), min_size=6, max_size=6))
@settings(max_examples=60)
def test_between_two_looks_lie_no_answers_or_at_least_five(
    nights: list[list[tuple]],  # type: ignore[type-arg]
    counted: list[bool],
) -> None:
    """Also where the oversight team lets count what was held."""
    with empty_store() as store:
        places, before = town(store), {}
        looks: list[Look] = []
        for number, taps in enumerate(nights):
            day = FIRST + timedelta(days=number)
            for unit, stand, service, element, value, hour in taps:
                _, stands, offered = places[unit]
                answers = {"overall": value, element: value}
                one = Rating(stands[stand], offered[service], day, DAILY, answers)
                ratings.add(store, one, hour=hour)
                assert looked(store, places, Quarter.of(day)) == before.get(Quarter.of(day), {})
            closes.release(store, "Asia/Jakarta", day)
            assert recounted(store).differences == ()
            before = {q: looked(store, places, q) for q in (AUTUMN, AUTUMN.next)}
            looks.append(before[AUTUMN])
            if counted[number]:
                let_go(store, places, day + timedelta(days=1))
        for earlier, later in combinations([{}, *looks], 2):
            for place in later:
                more = later[place] - earlier.get(place, Counter())
                assert not earlier.get(place, Counter()) - later[place]
                assert more.total() == 0 or more.total() >= 5


@given(NIGHTS)
@settings(max_examples=30)
def test_what_is_subtracted_of_one_look_is_none_or_at_least_five(nights: list[list[tuple]]) -> None:  # type: ignore[type-arg]
    """A unit less its counters is what was folded: also that is never fewer than five."""
    with empty_store() as store:
        places = town(store)
        for number, taps in enumerate(nights):
            for unit, stand, service, element, value, hour in taps:
                _, stands, offered = places[unit]
                day = FIRST + timedelta(days=number)
                answers = {"overall": value, element: value}
                one = Rating(stands[stand], offered[service], day, DAILY, answers)
                ratings.add(store, one, hour=hour)
        closes.release(store, "Asia/Jakarta", AUTUMN.last_day)
        look = looked(store, places, AUTUMN)
        (top, stands, offered), (low, below, under) = places
        for element in ELEMENTS:

            def n(what: str, number: int, element: str = element) -> int:
                return look.get((what, number, element), Counter()).total()

            rests = [n("unit", low) - sum(n("counter", one) for one in below)]
            rests += [n("unit", low) - sum(n("service", one) for one in under)]
            own = n("unit", top) - n("unit", low)
            rests += [own - sum(n("counter", one) for one in stands)]
            rests += [own - sum(n("service", one) for one in offered)]
            assert all(rest == 0 or rest >= 5 for rest in rests)
        left = Counter(
            (row.unit_id, row.element)
            for row in store.execute(
                select(unreleased, counters.c.unit_id)
                .join(counters, counters.c.id == unreleased.c.counter_id)
                .where(unreleased.c.day <= AUTUMN.last_day)
            )
        )
        assert all(rest < 5 for rest in left.values())
