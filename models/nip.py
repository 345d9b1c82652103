"""The nip, the 18-digit number of a civil servant. Pure.

YYYYMMDD of birth, YYYYMM of appointment (PPPK: a contract code in place of the month), sex 1 or 2,
sequence 001 to 999. There is no checksum, and a well-formed nip proves nobody's identity. It
tells the birth date and the sex, so it is personal: show it `masked`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from models.letters import Text
from models.refused import Refused

LENGTH = 18
OLD_LENGTH = 9
"""The nip before 2008 had nine digits."""
CONTRACT_CODES = range(20, 40)
"""What a PPPK number may carry in place of a month (21, 22 and 24 are known to be in use)."""
AGES = range(16, 71)
"""Years of age at appointment that are believed: wider than any rule, to catch slips only."""
Sex: TypeAlias = Literal["male", "female"]
_SEXES: dict[str, Sex] = {"1": "male", "2": "female"}
_BETWEEN = re.compile(r"[\s.\-\u2010-\u2015\u2212'’‘`´\"“”=:;/_\u200b-\u200f\u2060\ufeff]")
_CALLED = re.compile(r"(?:nipppk|nippk|nip|nrp)", re.IGNORECASE)
_WHOLE = re.compile(r"(\d{18})[.,]0{1,2}")
_SPREADSHEET = re.compile(r"\d([.,]\d*)?e\+?\d+", re.IGNORECASE)


class NotNip(Refused):
    """What was written is not a nip; `why` says in words what is wrong with it."""


@dataclass(frozen=True, repr=False)
class Nip:
    """A well-formed nip taken apart. `month` of a PNS or `contract` code of a PPPK, never both."""

    digits: str
    birth: date
    year: int
    month: int | None
    contract: int | None
    sex: Sex
    sequence: int

    def __repr__(self) -> str:
        """Masked, so that no log tells a birth date."""
        return f"Nip({masked(self.digits)})"

    __str__ = __repr__


def parse(written: str) -> Nip:
    """The nip in what a person wrote; "NIP", spaces, dots and other signs do not matter. Raises
    NotNip."""
    digits = _digits(written)
    birth, (month, contract) = _birth(digits), _appointed(digits)
    sex = _SEXES.get(digits[14])
    if sex is None:
        raise NotNip(Text("nip-sex", {"digit": digits[14]}))
    if digits[15:] == "000":
        raise NotNip(Text("nip-sequence"))
    found = Nip(digits, birth, int(digits[8:12]), month, contract, sex, int(digits[15:]))
    _check_age(found)
    return found


def normalised(written: str) -> str:
    """What was written without "NIP", spaces, dots and other signs, whether or not it is a nip."""
    bare = written.strip()
    whole = _WHOLE.fullmatch(bare)
    signless = _BETWEEN.sub("", whole[1] if whole else bare)
    called = _CALLED.match(signless)
    return signless[called.end() :] if called else signless


def masked(digits: str) -> str:
    """The nip with birth date and sex unreadable: 1981***********003. Anything else: stars."""
    if len(digits) != LENGTH:
        return "*" * len(digits)
    return f"{digits[:4]}{'*' * 11}{digits[-3:]}"


def _digits(written: str) -> str:
    if _SPREADSHEET.fullmatch(written.strip().lstrip("'")):
        raise NotNip(Text("nip-spreadsheet"))
    digits = normalised(written)
    if not digits:
        raise NotNip(Text("nip-empty"))
    if not (digits.isascii() and digits.isdigit()):
        raise NotNip(Text("nip-not-digits"))
    if len(digits) == OLD_LENGTH:
        raise NotNip(Text("nip-old-nine-digits"))
    if len(digits) < LENGTH:
        raise NotNip(Text("nip-too-short", {"length": len(digits)}))
    if len(digits) > LENGTH:
        raise NotNip(Text("nip-too-long", {"length": len(digits)}))
    return digits


def _birth(digits: str) -> date:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        raise NotNip(Text("nip-no-such-date", {"digits": digits[:8]})) from None


def _appointed(digits: str) -> tuple[int | None, int | None]:
    """The month of a PNS or the contract code of a PPPK; the other is None."""
    number = int(digits[12:14])
    if 1 <= number <= 12:
        return number, None
    if number in CONTRACT_CODES:
        return None, number
    raise NotNip(Text("nip-month", {"digits": digits[12:14]}))


def _check_age(nip: Nip) -> None:
    before_birthday = nip.month is not None and nip.month < nip.birth.month
    age = nip.year - nip.birth.year - before_birthday
    if age not in AGES:
        raise NotNip(Text("nip-age", {"age": age}))
