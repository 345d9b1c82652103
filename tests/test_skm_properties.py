"""Whatever people answer, the score is what plain fractions over the answers give."""

from collections import Counter
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from random import Random

from hypothesis import assume, given
from hypothesis import strategies as st

from models.instruments import instrument
from models.scores import OVERALL, DailyIndex, Ikm, daily_index, ikm, sample_target, tallied

SKM = instrument()
ANSWER = st.integers(1, 4)
SHEET = st.lists(st.tuples(*[ANSWER] * 9), min_size=1, max_size=40)
SHEET_WITH_BLANKS = st.lists(st.tuples(*[st.none() | ANSWER] * 9), min_size=1, max_size=40)
Sheet = list[tuple[int | None, ...]]


def given_answers(sheet: Sheet) -> list[tuple[str, int]]:
    return [
        (key, answer)
        for row in sheet
        for key, answer in zip(SKM.elements, row, strict=True)
        if answer is not None
    ]


def scored(sheet: Sheet, weight: Decimal | None = None) -> Ikm:
    figure = ikm(tallied(given_answers(sheet)), SKM, respondents=len(sheet), weight=weight)
    assert isinstance(figure, Ikm)
    return figure


def means(sheet: Sheet) -> list[Fraction]:
    columns = [
        [answer for answer in column if answer is not None] for column in zip(*sheet, strict=True)
    ]
    assume(all(columns))
    return [Fraction(sum(column), len(column)) for column in columns]


def half_up(exact: Fraction) -> Decimal:
    """By another road than the code's: a long decimal division, then the standard library's."""
    with localcontext(prec=60):
        long = Decimal(exact.numerator) / Decimal(exact.denominator)
        return long.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


@given(SHEET_WITH_BLANKS)
def test_the_score_is_that_of_plain_fractions(sheet: Sheet) -> None:
    of_columns = means(sheet)
    figure = scored(sheet)
    assert figure.ikm == half_up(25 * sum(of_columns, Fraction()) / 9)
    assert [element.mean for element in figure.elements] == of_columns
    assert [element.score for element in figure.elements] == [half_up(25 * m) for m in of_columns]


@given(SHEET, st.decimals("0.01", "0.11", places=3))
def test_the_reconciled_score_is_that_of_plain_fractions(sheet: Sheet, weight: Decimal) -> None:
    assert scored(sheet, weight).ikm == half_up(
        25 * sum(means(sheet), Fraction()) * Fraction(weight)
    )


@given(SHEET, SHEET)
def test_adding_tallies_is_the_same_as_counting_all_answers_together(
    one: Sheet, other: Sheet
) -> None:
    together = tallied(given_answers(one))
    for element, counts in tallied(given_answers(other)).items():
        sums = Counter(together.get(element, {}))
        sums.update(counts)
        together[element] = dict(sums)
    assert together == tallied(given_answers(one + other))
    assert ikm(together, SKM, respondents=len(one + other)) == scored(one + other)


@given(SHEET, st.randoms(use_true_random=False))
def test_the_order_of_respondents_does_not_matter(sheet: Sheet, chance: Random) -> None:
    shuffled = list(sheet)
    chance.shuffle(shuffled)
    assert scored(shuffled) == scored(sheet)


@given(SHEET, st.integers(0, 8))
def test_a_better_answer_never_lowers_the_score(sheet: Sheet, column: int) -> None:
    better = [*sheet[0][:column], 4, *sheet[0][column + 1 :]]
    assert scored([tuple(better), *sheet[1:]]).ikm >= scored(sheet).ikm


@given(SHEET)
def test_a_score_stays_between_twenty_five_and_a_hundred(sheet: Sheet) -> None:
    figure = scored(sheet)
    assert 25 <= figure.ikm <= 100
    assert figure.band.floor <= figure.ikm
    assert figure.lowest[0].mean == min(element.mean for element in figure.elements)


@given(st.lists(ANSWER, min_size=1))
def test_the_daily_index_is_twenty_five_times_the_mean_first_tap(taps: list[int]) -> None:
    daily = daily_index(tallied((OVERALL, tap) for tap in taps), SKM, minimum=1)
    assert isinstance(daily, DailyIndex)
    assert (daily.n, daily.index) == (len(taps), half_up(Fraction(25 * sum(taps), len(taps))))


@given(st.integers(1, 10**12))
def test_a_sample_is_never_larger_than_its_population_nor_than_384(population: int) -> None:
    target = sample_target(population)
    assert 1 <= target <= min(population, 384)
    assert target <= sample_target(population + 1)
