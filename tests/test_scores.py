"""Scores are those of the rule and of the published reports, to the hundredth."""

import csv
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from models.instruments import instrument
from models.scores import (
    OVERALL,
    Change,
    DailyIndex,
    Element,
    Ikm,
    NotEnough,
    Tallies,
    compared,
    daily_index,
    from_means,
    ikm,
    rounded,
    sample_target,
    tallied,
)

PUBLISHED = Path(__file__).parent / "published"
SKM = instrument()
ELEVEN = Decimal("0.11")


def rows(name: str) -> list[dict[str, str]]:
    with (PUBLISHED / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def sekadau() -> Tallies:
    numbered = {"u8": "pengaduan", "u9": "sarpras"}
    return tallied(
        (numbered.get(column, column), int(answer))
        for row in rows("published_sekadau_2019_raw.csv")
        for column, answer in row.items()
        if column != "respondent"
    )


def alike(*answers: int) -> Tallies:
    """Every element answered the same."""
    return tallied((key, answer) for key in SKM.elements for answer in answers)


def scored(tallies: Tallies, respondents: int, *, weight: Decimal | None = None) -> Ikm:
    figure = ikm(tallies, SKM, respondents=respondents, weight=weight)
    assert isinstance(figure, Ikm)
    return figure


def averaging(mean: Fraction) -> Ikm:
    return from_means(dict.fromkeys(SKM.elements, mean), SKM)


def test_bantul_2023_scores_what_it_published() -> None:
    means = {row["key"]: Fraction(row["mean"]) for row in rows("published_bantul_2023.csv")}
    figure = from_means(means, SKM)
    assert sum(means.values()) == Fraction("31.42")
    assert (figure.ikm, figure.band.letter, figure.n) == (Decimal("87.28"), "B", None)


def test_sekadau_2019_scores_what_its_raw_answers_give() -> None:
    figure = scored(sekadau(), 49)
    assert (figure.n, figure.ikm, figure.band.letter) == (49, Decimal("78.74"), "B")
    assert figure.weight is None
    assert all(element.n == 49 for element in figure.elements)


def test_sekadau_2019_is_reconciled_with_the_rounded_weight() -> None:
    figure = scored(sekadau(), 49, weight=ELEVEN)
    assert (figure.ikm, figure.band.letter, figure.weight) == (Decimal("77.95"), "B", ELEVEN)


def test_the_rounded_weight_cannot_reach_a_hundred() -> None:
    assert scored(alike(4), 1).ikm == Decimal("100.00")
    assert scored(alike(4), 1, weight=ELEVEN).ikm == Decimal("99.00")


@pytest.mark.parametrize(
    ("score", "letter"),
    [
        ("64.99", "D"),
        ("65.00", "C"),
        ("76.60", "C"),
        ("76.61", "B"),
        ("88.30", "B"),
        ("88.31", "A"),
    ],
)
def test_the_letter_changes_exactly_at_the_edge(score: str, letter: str) -> None:
    figure = averaging(Fraction(score) / 25)
    assert (figure.ikm, figure.band.letter) == (Decimal(score), letter)
    assert all(element.band.letter == letter for element in figure.elements)


@pytest.mark.parametrize(
    ("exact", "shown", "letter"),
    [
        ("64.9949", "64.99", "D"),
        ("64.995", "65.00", "C"),
        ("76.605", "76.61", "B"),
        ("88.305", "88.31", "A"),
        ("88.30499", "88.30", "B"),
    ],
)
def test_it_is_the_rounded_number_that_is_classified(exact: str, shown: str, letter: str) -> None:
    figure = averaging(Fraction(exact) / 25)
    assert (figure.ikm, figure.band.letter) == (Decimal(shown), letter)


def test_a_half_goes_up_and_not_to_the_even_neighbour() -> None:
    assert rounded(Fraction("62.125")) == Decimal("62.13")
    assert rounded(Fraction("62.135")) == Decimal("62.14")
    assert str(rounded(Fraction(80))) == "80.00"


def test_rounding_happens_once_at_the_end_and_not_per_element() -> None:
    means = dict.fromkeys(SKM.elements, Fraction("3.004"))
    assert from_means(means, SKM).ikm == Decimal("75.10")  # 75.00 from means cut to 3.00


def test_each_element_is_averaged_over_its_own_answers() -> None:
    tallies = {**alike(3, 3), "waktu": {4: 1}}
    figure = scored(tallies, 2)
    waktu = next(element for element in figure.elements if element.key == "waktu")
    assert (waktu.n, waktu.mean, waktu.score) == (1, Fraction(4), Decimal("100.00"))
    assert figure.ikm == Decimal("77.78")


def test_the_three_lowest_elements_come_lowest_first() -> None:
    tallies = {**alike(4), "biaya": {2: 1}, "produk": {1: 1}, "waktu": {3: 1}}
    assert [element.key for element in scored(tallies, 1).lowest] == ["produk", "biaya", "waktu"]


def test_elements_are_listed_in_the_order_of_the_numbering() -> None:
    other = instrument(numbering="pengaduan-last")
    figure = ikm(alike(3), other, respondents=1)
    assert isinstance(figure, Ikm)
    assert [element.key for element in figure.elements[-2:]] == ["sarpras", "pengaduan"]


def test_too_few_respondents_are_no_score_at_all() -> None:
    assert ikm(alike(4), SKM, respondents=7, minimum=30) == NotEnough(n=1, needed=30)
    assert ikm(alike(*[4] * 7), SKM, respondents=7, minimum=30) == NotEnough(n=7, needed=30)
    assert ikm({}, SKM, respondents=0) == NotEnough(n=0, needed=1)


def test_one_element_without_an_answer_is_no_score_either() -> None:
    tallies = {**alike(4), "waktu": {}}
    assert ikm(tallies, SKM, respondents=1) == NotEnough(n=0, needed=1)


@pytest.mark.parametrize("answer", [0, 5, -1])
def test_an_answer_outside_one_to_four_is_never_scored(answer: int) -> None:
    with pytest.raises(ValueError, match="1 to 4"):
        ikm({**alike(4), "waktu": {answer: 1}}, SKM, respondents=1)
    with pytest.raises(ValueError, match="1 to 4"):
        daily_index({OVERALL: {answer: 1}}, SKM, minimum=1)
    with pytest.raises(ValueError, match="1 to 4"):
        tallied([("waktu", answer)])


@pytest.mark.parametrize("mean", ["0.99", "4.01"])
def test_a_mean_that_cannot_be_is_refused(mean: str) -> None:
    with pytest.raises(ValueError, match="biaya"):
        from_means({**dict.fromkeys(SKM.elements, Fraction(3)), "biaya": Fraction(mean)}, SKM)


def test_a_missing_mean_is_refused() -> None:
    with pytest.raises(ValueError, match="sarpras"):
        from_means(dict.fromkeys(SKM.elements[:8], Fraction(3)), SKM)


def test_every_published_row_of_krejcie_and_morgan_follows_from_the_formula() -> None:
    table = rows("krejcie_morgan.csv")
    assert len(table) > 80
    differing = [
        row for row in table if sample_target(int(row["population"])) != int(row["sample"])
    ]
    assert differing == []


def test_a_population_of_one_needs_that_one() -> None:
    assert sample_target(1) == 1
    with pytest.raises(ValueError, match="at least 1"):
        sample_target(0)


def test_a_result_below_its_target_is_provisional() -> None:
    def of_population(population: int) -> Ikm:
        figure = ikm(sekadau(), SKM, respondents=49, population=population)
        assert isinstance(figure, Ikm)
        return figure

    assert (of_population(55).target, of_population(55).provisional) == (48, False)
    assert (of_population(1000).target, of_population(1000).provisional) == (278, True)
    assert (scored(sekadau(), 49).target, scored(sekadau(), 49).provisional) == (None, False)


def test_means_without_a_count_never_count_as_reaching_a_target() -> None:
    means = dict.fromkeys(SKM.elements, Fraction(3))
    assert from_means(means, SKM, population=10).provisional
    assert not from_means(means, SKM, population=10, respondents=10).provisional


def test_the_daily_index_stands_on_first_taps_and_each_element_on_its_own() -> None:
    tallies = {OVERALL: {4: 2, 3: 1}, "waktu": {2: 2, 1: 1}, "biaya": {4: 1}}
    daily = daily_index(tallies, SKM, minimum=3)
    assert isinstance(daily, DailyIndex)
    assert (daily.n, daily.index) == (3, Decimal("91.67"))
    waktu = daily.elements["waktu"]
    assert isinstance(waktu, Element)
    assert (waktu.n, waktu.score) == (3, Decimal("41.67"))
    assert daily.elements["biaya"] == NotEnough(n=1, needed=3)
    assert daily.elements["sarpras"] == NotEnough(n=0, needed=3)
    assert list(daily.elements) == list(SKM.elements)


def test_elements_of_the_daily_index_may_have_a_threshold_of_their_own() -> None:
    daily = daily_index({OVERALL: {4: 9}, "biaya": {4: 1}}, SKM, minimum=9, element_minimum=1)
    assert isinstance(daily, DailyIndex)
    assert isinstance(daily.elements["biaya"], Element)
    assert daily.elements["waktu"] == NotEnough(n=0, needed=1)


def test_a_daily_index_without_first_taps_is_not_enough_even_at_a_minimum_of_nought() -> None:
    assert daily_index({"waktu": {4: 50}}, SKM, minimum=0) == NotEnough(n=0, needed=1)


def test_the_two_products_are_never_mixed() -> None:
    daily = daily_index({OVERALL: {4: 1}}, SKM, minimum=1)
    with pytest.raises(ValueError, match="two kinds"):
        compared(scored(alike(4), 1), daily)
    with pytest.raises(ValueError, match="two kinds"):
        compared(scored(alike(4), 1), scored(alike(4), 1, weight=ELEVEN))


def test_first_taps_do_not_reach_the_official_figure() -> None:
    assert scored({**alike(3), OVERALL: {1: 500}}, 1) == scored(alike(3), 1)


def test_a_change_is_told_in_points_of_what_was_printed() -> None:
    change = compared(scored({**alike(4), "waktu": {3: 1}}, 1), scored(alike(3), 1))
    assert isinstance(change, Change)
    assert change.figure == Decimal("22.22")
    assert (change.elements["waktu"], change.elements["biaya"]) == (Decimal(0), Decimal(25))


def test_a_daily_change_is_told_for_the_elements_scored_both_times() -> None:
    now = daily_index({OVERALL: {4: 1}, "waktu": {4: 1}, "biaya": {4: 1}}, SKM, minimum=1)
    before = daily_index({OVERALL: {2: 1}, "waktu": {1: 1}}, SKM, minimum=1)
    change = compared(now, before)
    assert change == Change(figure=Decimal("50.00"), elements={"waktu": Decimal("75.00")})


def test_there_is_no_change_from_not_enough() -> None:
    assert compared(scored(alike(3), 1), NotEnough(7, 30)) is None
    assert compared(NotEnough(7, 30), scored(alike(3), 1)) is None
