"""Scores rest on results, decisions, days and citizens; what is missing is never a nought."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.calendar import days, decreed
from models.figures import ENOUGH
from models.instruments import instrument
from models.letters import Text
from models.parts import Key, Missing, Part, citizens, discipline, quality, quantity
from models.performance import WEIGHTS, Record, Scores, Total, pooled, scored, total
from models.quarter import Quarter
from models.realisation import accounted, coverage, prorated, realised
from models.scores import OVERALL, DailyIndex, Element, NotEnough, daily_index, from_means
from models.work import Entry, State, Target

CALENDAR, SKM = decreed(), instrument()
QUARTER = Quarter(2026, 1)
AFTER = date(2026, 4, 30)
MONDAY, TUESDAY, WEDNESDAY, THURSDAY = (date(2026, 3, 2) + timedelta(days=n) for n in range(4))
ENTRY = Entry(1, "TLK-ABC234", 7, MONDAY, MONDAY, "Verifikasi", state="approved")
TARGET = Target(5, 7, QUARTER, "Layanan cepat", "berkas selesai", Decimal(100), "berkas")
KEYS: tuple[Key, ...] = ("quantity", "quality", "discipline", "citizens")
SHARES = st.fractions(0, 100, max_denominator=997)
PARTS = st.dictionaries(st.sampled_from(KEYS), SHARES, min_size=2).map(
    lambda found: [Part(key, share, 1, 1) for key, share in found.items()]
)


def done(amount: str, *, target: int = 5, state: State = "approved", day: date = MONDAY) -> Entry:
    return replace(
        ENTRY, target_id=target, quantity=Decimal(amount), state=state, day=day, entered_on=day
    )


def decided(state: State, *, before: bool = False) -> Entry:
    return replace(ENTRY, state=state, returned_before=before)


def missing(key: Key) -> Missing:
    return Missing(key, Text("score-no-days"), 0, 1)


def shown(part: Part | Missing) -> tuple[str, int]:
    assert isinstance(part, Part)
    return str(part.value), part.n


def why(part: Part | Missing) -> tuple[str, int, int]:
    assert isinstance(part, Missing)
    return part.why.id, part.n, part.needed


# -- quantity


@pytest.mark.parametrize(
    ("whole", "share", "part"),
    [
        ("100", Fraction(1, 2), "50"),
        ("5", Fraction(1, 2), "3"),
        ("12.5", Fraction(1, 3), "4.2"),
        ("100", Fraction(1), "100"),
        ("1", Fraction(2, 5), None),
        ("100", Fraction(0), None),
        ("1E+2", Fraction(1, 8), "13"),
    ],
)
def test_a_target_counts_for_the_share_of_the_quarter_that_somebody_was_there(
    whole: str, share: Fraction, part: str | None
) -> None:
    """Half-up, with as many decimals as it was given; what comes to nothing counts for nothing."""
    aim = replace(TARGET, quantity=Decimal(whole))
    found = prorated(aim, share)
    assert found.quantity == (None if part is None else Decimal(part))
    assert found.whole == (None if share == 1 else Decimal(whole))
    if part is None:
        assert realised(found, ()).share is None


def test_quantity_is_what_was_approved_against_the_target() -> None:
    entries = [done("30"), done("20.5"), done("40", state="sent"), done("9", state="returned")]
    assert shown(quantity([TARGET], entries)) == ("50.50", 1)


def test_more_than_a_target_makes_up_for_no_other() -> None:
    other = replace(TARGET, id=6, quantity=Decimal(3))
    assert shown(quantity([TARGET, other], [done("500"), done("1", target=6)])) == ("66.67", 2)


@pytest.mark.parametrize("number", [None, Decimal(0)])
def test_a_target_without_a_number_does_not_count(number: Decimal | None) -> None:
    wordy = replace(TARGET, id=6, quantity=number)
    assert shown(quantity([TARGET, wordy], [done("10"), done("3", target=6)])) == ("10.00", 1)
    assert why(quantity([wordy], [])) == ("score-no-targets", 0, 1)


def test_who_waits_for_the_first_decision_has_no_quantity_yet_and_no_nought() -> None:
    waiting = replace(done("10"), state="sent")
    assert why(quantity([TARGET], [waiting])) == ("score-nothing-decided", 0, 1)
    assert shown(quantity([TARGET], [waiting, done("50")])) == ("50.00", 1)
    assert shown(quantity([TARGET], [])) == ("0.00", 1)


def test_only_ones_own_entries_of_the_quarter_in_the_same_measure_count() -> None:
    entries = [
        done("1"),
        replace(done("2"), measure=" Berkas "),
        replace(done("4"), measure="menit"),
        replace(done("8"), person_id=8),
        done("16", day=date(2026, 4, 1)),
        replace(done("32"), target_id=None),
    ]
    found = realised(TARGET, entries)
    assert (found.quantity, found.entries) == (Decimal(3), tuple(entries[:2]))


# -- quality


def test_quality_is_the_share_of_decided_entries_accepted_the_first_time() -> None:
    entries = [decided("approved"), decided("approved"), decided("returned"), decided("sent")]
    assert shown(quality(entries, needed=3)) == ("66.67", 3)
    few = quality(entries[:1] * 4)
    assert why(few) == ("score-few-quality", 4, 5), "100,00 from four entries is no score"
    assert shown(quality(entries[:1] * 5)) == ("100.00", 5)


def test_correcting_or_withdrawing_what_was_returned_does_not_undo_it() -> None:
    for state in ("sent", "approved", "withdrawn"):
        both = [decided("approved"), decided(state, before=True)]
        assert shown(quality(both, needed=2)) == ("50.00", 2)


def test_before_any_decision_quality_is_missing() -> None:
    assert why(quality([decided("sent"), decided("withdrawn")])) == ("score-nothing-decided", 0, 5)


# -- discipline


def logged(day: date, entered_on: date | None = None, *, state: State = "sent") -> Entry:
    return replace(ENTRY, day=day, entered_on=entered_on or day, state=state)


def kept(
    entries: list[Entry],
    *,
    today: date = AFTER,
    leave: frozenset[date] = frozenset(),
    outages: frozenset[date] = frozenset(),
) -> Part | Missing:
    when = {"today": today, "leave": leave, "outages": outages}
    return discipline(entries, QUARTER, calendar=CALENDAR, needed=1, **when)  # type: ignore[arg-type]


def test_every_working_day_logged_in_time_is_a_hundred() -> None:
    workdays = CALENDAR.working_days(QUARTER.first_day, QUARTER.last_day)
    assert shown(kept([logged(day) for day in workdays])) == ("100.00", len(workdays))


def test_holidays_leave_and_outages_count_for_nobody() -> None:
    away = frozenset(days(QUARTER.first_day, date(2026, 3, 1)))
    down = frozenset({TUESDAY})
    found = kept([logged(MONDAY)], today=date(2026, 3, 6), leave=away, outages=down)
    assert shown(found) == ("50.00", 2)  # Monday and Wednesday; Thursday can still be logged


def test_a_late_entry_covers_nothing_and_one_on_the_next_working_day_does() -> None:
    away = frozenset(days(QUARTER.first_day, date(2026, 3, 1)))
    for entered, covered in ((TUESDAY, True), (WEDNESDAY, False)):
        seen = coverage(
            [logged(MONDAY, entered)], QUARTER, today=WEDNESDAY, calendar=CALENDAR, off=away
        )
        assert seen == {MONDAY: covered}


def test_a_day_counts_only_once_its_time_to_log_is_over() -> None:
    away = frozenset(days(QUARTER.first_day, date(2026, 3, 1)))
    assert why(kept([logged(MONDAY)], today=TUESDAY, leave=away)) == ("score-no-days", 0, 1)
    assert shown(kept([logged(MONDAY)], today=WEDNESDAY, leave=away)) == ("100.00", 1)


def test_a_person_who_goes_on_leave_may_log_the_day_before_on_return() -> None:
    away = frozenset(days(QUARTER.first_day, date(2026, 3, 1))) | {TUESDAY, WEDNESDAY}
    entry = logged(MONDAY, THURSDAY)
    assert shown(kept([entry], today=date(2026, 3, 6), leave=away)) == ("100.00", 1)


def test_a_withdrawn_entry_covers_no_day() -> None:
    assert shown(kept([logged(MONDAY, state="withdrawn")]))[0] == "0.00"


def test_work_on_a_day_off_adds_nothing() -> None:
    workdays = len(CALENDAR.working_days(QUARTER.first_day, QUARTER.last_day))
    assert shown(kept([logged(date(2026, 3, 7))])) == ("0.00", workdays)


def test_without_a_decree_there_is_no_discipline() -> None:
    found = discipline([], Quarter(2028, 1), today=date(2028, 5, 1), calendar=CALENDAR)
    assert why(found) == ("score-no-decree", 0, 5)


def test_the_last_decreed_quarter_is_scored_in_the_next_year() -> None:
    found = discipline([], Quarter(2027, 4), today=date(2028, 2, 1), calendar=CALENDAR)
    last = CALENDAR.working_days(date(2027, 10, 1), date(2027, 12, 31))
    assert shown(found) == ("0.00", len(last))


# -- citizens


def said(counts: Mapping[str, Mapping[int, int]]) -> Mapping[str, Element | NotEnough]:
    daily = daily_index({OVERALL: {4: 999}, **counts}, SKM, minimum=1)
    assert isinstance(daily, DailyIndex)
    return daily.elements


def test_citizens_speak_of_competence_and_conduct_alone() -> None:
    elements = said({"kompetensi": {4: 30}, "perilaku": {3: 40}, "biaya": {1: 900}})
    assert shown(citizens(elements)) == ("87.50", 30)


@pytest.mark.parametrize("perilaku", [{}, {4: ENOUGH - 1}])
def test_too_few_citizens_say_nothing(perilaku: dict[int, int]) -> None:
    elements = said({"kompetensi": {4: 99}, "perilaku": perilaku})
    n = sum(perilaku.values())
    assert why(citizens(elements)) == ("score-few-citizens", n, ENOUGH)
    assert why(citizens({})) == ("score-few-citizens", 0, ENOUGH)


def test_means_without_a_count_say_nothing_of_a_person() -> None:
    figure = from_means(dict.fromkeys(SKM.elements, Fraction(4)), SKM)
    elements = {element.key: element for element in figure.elements}
    assert why(citizens(elements)) == ("score-few-citizens", 0, ENOUGH)


# -- the sum


def test_the_sum_is_the_weighted_mean() -> None:
    parts = [Part(key, Fraction(n), 1, 1) for key, n in zip(KEYS, (50, 100, 75, 80), strict=True)]
    figure = total(parts)
    assert isinstance(figure, Total)
    assert figure.value == Decimal("71.00")
    assert figure.weights == WEIGHTS


def test_a_missing_part_gives_its_weight_to_the_others() -> None:
    figure = total([Part("quantity", Fraction(50), 1, 1), Part("quality", Fraction(80), 1, 1)])
    assert isinstance(figure, Total)
    assert figure.value == Decimal("60.00")
    assert figure.weights == {"quantity": Fraction(200, 3), "quality": Fraction(100, 3)}


def test_nothing_at_all_is_not_enough_and_never_nought() -> None:
    assert total([]) == NotEnough(0, 2)
    assert total([missing(key) for key in KEYS]) == NotEnough(0, 2)
    only = {"quantity": 100, "quality": 0, "discipline": 0, "citizens": 0}
    weights: dict[Key, int] = {key: only[key] for key in KEYS}
    assert total([Part("quality", Fraction(80), 1, 1)], weights) == NotEnough(0, 1)


def test_one_part_alone_is_no_sum_unless_it_is_all_that_weighs() -> None:
    alone = Part("quantity", Fraction(80), 1, 1)
    assert total([alone, missing("quality")]) == NotEnough(1, 2)
    weights: dict[Key, int] = {"quantity": 100, "quality": 0, "discipline": 0, "citizens": 0}
    figure = total([alone], weights)
    assert isinstance(figure, Total)
    assert figure.exact == 80


def test_the_sum_is_rounded_once_and_half_up() -> None:
    parts = [Part("quantity", Fraction("50.005"), 1, 1), Part("quality", Fraction("50.005"), 1, 1)]
    figure = total(parts)
    assert isinstance(figure, Total)
    assert figure.value == Decimal("50.01")
    thirds = [Part("quality", Fraction(200, 3), 3, 1), Part("discipline", Fraction(100, 3), 3, 1)]
    whole = total(thirds)
    assert isinstance(whole, Total)
    assert whole.exact == 50


def test_weights_that_are_none_are_refused() -> None:
    part = Part("quality", Fraction(80), 1, 1)
    wrong: list[dict[Key, int]] = [
        {},
        {"quality": 99},
        {"quality": 110, "quantity": -10},
        {"quantity": 100},
    ]
    for weights in wrong:
        with pytest.raises(ValueError, match="weight"):
            total([part], weights)
    with pytest.raises(ValueError, match="once"):
        total([part, missing("quality")])


@pytest.mark.parametrize("share", ["-0.01", "100.01"])
def test_a_part_out_of_bounds_cannot_be_written_down(share: str) -> None:
    with pytest.raises(ValueError, match="0 to 100"):
        Part("quality", Fraction(share), 1, 1)


@given(PARTS, st.randoms(use_true_random=False))
def test_a_missing_part_never_changes_the_sum_nor_does_the_order(
    parts: list[Part], chance: Random
) -> None:
    absent = [missing(key) for key in KEYS if key not in {part.key for part in parts}]
    mixed: list[Part | Missing] = [*parts, *absent]
    chance.shuffle(mixed)
    assert total(mixed) == total(parts)


@given(PARTS)
def test_the_sum_lies_between_its_lowest_and_its_highest_part(parts: list[Part]) -> None:
    figure = total(parts)
    assert isinstance(figure, Total)
    assert min(p.exact for p in parts) <= figure.exact <= max(p.exact for p in parts)
    assert 0 <= figure.value <= 100
    assert sum(figure.weights.values()) == 100


@given(PARTS)
def test_the_sum_is_that_of_plain_fractions(parts: list[Part]) -> None:
    """By another road than the code's: a long decimal division, then the standard library's."""
    figure = total(parts)
    assert isinstance(figure, Total)
    exact = sum((WEIGHTS[p.key] * p.exact for p in parts), Fraction()) / sum(
        WEIGHTS[p.key] for p in parts
    )
    with localcontext(prec=60):
        long = Decimal(exact.numerator) / Decimal(exact.denominator)
        assert figure.value == long.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


STATES = st.sampled_from(["sent", "approved", "returned", "withdrawn"])
ENTRIES = st.lists(
    st.builds(
        lambda n, late, state, before, amount: replace(
            ENTRY,
            day=QUARTER.first_day + timedelta(days=n),
            entered_on=QUARTER.first_day + timedelta(days=n + late),
            state=state,
            returned_before=before,
            target_id=5,
            quantity=amount,
        ),
        st.integers(0, 89),
        st.integers(0, 5),
        STATES,
        st.booleans(),
        st.none() | st.decimals(0, 200, places=2),
    ),
    max_size=30,
)


@given(ENTRIES, st.randoms(use_true_random=False))
def test_no_part_depends_on_the_order_of_entries(entries: list[Entry], chance: Random) -> None:
    shuffled = list(entries)
    chance.shuffle(shuffled)
    assert quantity([TARGET], shuffled) == quantity([TARGET], entries)
    assert quality(shuffled) == quality(entries)
    assert kept(shuffled) == kept(entries)


@given(ENTRIES)
def test_one_more_approved_entry_lowers_nothing(entries: list[Entry]) -> None:
    more = [*entries, done("3")]
    for score in (quality, kept, lambda found: quantity([TARGET], found)):
        before, after = score(entries), score(more)
        if isinstance(before, Part):
            assert isinstance(after, Part)
            assert after.exact >= before.exact


# -- a record, a team


RECORD = Record(7, QUARTER, AFTER, CALENDAR, (TARGET,))


def test_a_record_is_scored_in_its_four_parts() -> None:
    workdays = CALENDAR.working_days(QUARTER.first_day, QUARTER.last_day)
    away = frozenset(workdays[:10])
    entries = [done("60"), logged(workdays[-1]), decided("returned")]
    off = frozenset(workdays[-5:])
    record = replace(RECORD, entries=tuple(entries), leave=away, outages=away, off=off)
    assert why(scored(record).parts[1]) == ("score-few-quality", 2, 5)
    found = scored(replace(record, enough_work=2))
    assert [part.key for part in found.parts] == list(KEYS)
    assert [shown(part) for part in found.parts[:2]] == [("60.00", 1), ("50.00", 2)]
    assert found.parts[2].n == len(workdays) - 15
    assert why(found.parts[3]) == ("score-no-counters", 0, ENOUGH)
    assert found.total == total(found.parts)


def test_who_serves_at_a_counter_lacks_answers_and_not_a_counter() -> None:
    served = replace(RECORD, counters=(1,))
    assert why(scored(served).parts[3]) == ("score-few-citizens", 0, ENOUGH)


def test_every_working_day_is_accounted_for() -> None:
    first = MONDAY - timedelta(days=7)
    found = accounted(
        [logged(MONDAY), logged(TUESDAY, AFTER), logged(WEDNESDAY, state="withdrawn")],
        QUARTER,
        today=date(2026, 3, 6),
        calendar=CALENDAR,
        leave=frozenset({first, first + timedelta(days=1)}),
        outages=frozenset({first + timedelta(days=2)}),
        off=frozenset(days(QUARTER.first_day, first)),
    )
    told = [found[day] for day in sorted(found) if day >= first]
    assert (
        told == ["off", "leave", "outage", *["missed"] * 2, "kept", "late", "missed"] + ["open"] * 2
    )
    assert set(found) == set(CALENDAR.working_days(QUARTER.first_day, date(2026, 3, 6)))


MADE = st.lists(
    st.dictionaries(st.sampled_from(KEYS[:3]), st.tuples(SHARES, st.integers(1, 60)), max_size=3),
    min_size=1,
    max_size=5,
)
NO_COUNTER = Missing("citizens", Text("score-no-counters"), 0, ENOUGH)


def of_one(made: Mapping[Key, tuple[Fraction, int]]) -> Scores:
    parts = [Part(key, *made[key], 1) if key in made else missing(key) for key in KEYS[:3]]
    return Scores((*parts, NO_COUNTER), total(parts))


def pointed(scores: Scores) -> dict[Key, tuple[Fraction, int, int]]:
    return {
        part.key: (part.exact * part.n, part.n, part.people)
        for part in scores.parts
        if isinstance(part, Part)
    }


@given(MADE, st.integers(0, 5))
def test_teams_add_up_to_the_same_unit_however_they_are_cut(
    made: list[Mapping[Key, tuple[Fraction, int]]], cut: int
) -> None:
    people = [of_one(one) for one in made]
    whole = pooled(people, NO_COUNTER)
    teams = [pooled(team, NO_COUNTER) for team in (people[:cut], people[cut:])]
    assert pointed(pooled(teams, NO_COUNTER)) == pointed(whole)
    for key, (points, n, count) in pointed(whole).items():
        there = [pointed(one)[key] for one in people if key in pointed(one)]
        assert [points, n, count] == [sum(column) for column in zip(*there, strict=True)]


@given(MADE)
def test_a_team_of_one_has_that_persons_scores(
    made: list[Mapping[Key, tuple[Fraction, int]]],
) -> None:
    one = of_one(made[0])
    assert pooled([one], NO_COUNTER) == one


def test_who_has_no_score_lowers_nobodys() -> None:
    one = of_one({"quality": (Fraction(90), 10)})
    other = of_one({})
    assert pointed(pooled([one, other], NO_COUNTER)) == {"quality": (Fraction(900), 10, 1)}


def test_a_team_without_people_has_no_scores() -> None:
    found = pooled([], NO_COUNTER)
    assert [why(part)[0] for part in found.parts[:3]] == ["score-nobody"] * 3
    assert found.total == NotEnough(0, 2)
