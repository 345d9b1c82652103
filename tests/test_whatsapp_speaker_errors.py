"""WhatsApp's error codes: every one that pywa knows has its meaning for a letter."""

from __future__ import annotations

import pytest
from pywa.errors import _all_exceptions

from bot.whatsapp.errors import TEMPLATE, why_of

MEANINGS = {
    "later": [
        *{0, 3, 10, 190, *range(200, 300)},  # the token, its rights
        *{4, 80007, 130429, 131048, 131056, 131064, 133016},  # too fast, too much
        *{368, 131031, 130497},  # the account is locked or restricted
        *{131000, 131005, 131016, 131037, 131042, 131044, 131045, 131049, 131057, 2494100},
    ],
    "closed": [131047],
    "gone": [131021, 131026, 131030, 131050],
    "wrong": [
        *{130472, 131008, 131009, 131051, 131052, 131053, 131062, 131063, 135000, 137000},
        *{132000, 132001, 132005, 132007, 132008, 132012, 132015, 132016},  # templates
        *{132068, 132069},  # flows, which Tilik has none of
    ],
}
NEVER_OF_A_LETTER = (
    *range(139000, 139200),  # flows made, people blocked
    *range(138000, 138100),  # calls
    *{613, 131020, 131041, 131059, *range(131200, 131300)},  # groups
    *range(2388000, 2388400),  # templates made, numbers moved
    *range(147000, 147010),  # user names
    *range(2494160, 2494180),  # sign-up of other businesses
)


@pytest.mark.parametrize("why", MEANINGS)
def test_every_code_means_what_it_says(why: str) -> None:
    assert {why_of(code) for code in MEANINGS[why]} == {why}


def test_no_code_that_pywa_knows_was_forgotten() -> None:
    known = {code for codes in MEANINGS.values() for code in codes}
    assert set(_all_exceptions()) - known - set(NEVER_OF_A_LETTER) == set()


@pytest.mark.parametrize("code", [1, 2, 33, 133010])
def test_codes_that_pywa_does_not_know_are_known(code: int) -> None:
    assert why_of(code) == "later"


@pytest.mark.parametrize("code", [100, 999_999])
def test_what_nobody_knows_is_our_fault(code: int) -> None:
    assert why_of(code) == "wrong"


def test_a_letter_whose_template_is_refused_could_go_in_an_open_window() -> None:
    assert {why_of(code) for code in TEMPLATE} == {"wrong"}
