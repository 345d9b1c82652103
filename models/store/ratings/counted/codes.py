"""The codes by which citizens find that their ratings are counted.

A code follows from the rating's number and the secret, and only a keyed hash of it is kept: no row
tells whose it is, and neither does the code what the rating says.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sqlalchemy import delete, insert, select

from models.keys import Keys
from models.quarter import Quarter
from models.services import CODE_LETTERS
from models.store import Store, keys_of
from models.store.ratings.counted.trees import State, leaf_of, state_of
from models.store.schema import counted_codes, ratings

LENGTH = 6


def given(store: Store, rating_id: str) -> str:
    """The code of a rating, kept from now on; the same each time."""
    keys, nth = keys_of(store), 0
    here = counted_codes.c.rating_id == rating_id
    if (kept := store.execute(select(counted_codes).where(here)).first()) is not None:
        return _code(keys, rating_id, kept.nth)
    while not looks_given(code := _code(keys, rating_id, nth)) or _rating(store, code):
        nth += 1
    row = {"token": _token(keys, code), "rating_id": rating_id, "nth": nth}
    store.execute(insert(counted_codes).values(**row))
    return code


def found(store: Store, code: str) -> tuple[State, Quarter | None] | None:
    """How the rating of a code stands, and of which quarter it is (None where it is gone); None for
    a code that is nobody's."""
    number = _rating(store, code)
    if number is None:
        return None
    row = store.execute(select(ratings).where(ratings.c.id == number)).first()
    return ("broken", None) if row is None else (state_of(store, row), Quarter.of(row.day))


def drop(store: Store, rating_id: str) -> None:
    """The rating is taken back: its code is nobody's."""
    store.execute(delete(counted_codes).where(counted_codes.c.rating_id == rating_id))


def of_quarter(
    store: Store, quarter: Quarter, leaves: Collection[str]
) -> Iterator[tuple[str, str]]:
    """The codes of a quarter whose ratings have one of these leaves as they stand, each with it."""
    keys, there = keys_of(store), frozenset(leaves)
    query = select(ratings, counted_codes.c.nth).join(
        counted_codes, counted_codes.c.rating_id == ratings.c.id
    )
    days = ratings.c.day.between(quarter.first_day, quarter.last_day)
    for row in store.execute(query.where(days)):
        if (leaf := leaf_of(keys, row)) in there:
            yield _code(keys, row.id, row.nth), leaf


def looks_given(code: str) -> bool:
    """Whether these letters can be a code: it has a figure, so that no word is one."""
    known = len(code) == LENGTH and set(code) <= set(CODE_LETTERS)
    return known and any(letter.isdigit() for letter in code)


def _rating(store: Store, code: str) -> str | None:
    here = counted_codes.c.token == _token(keys_of(store), code)
    number: str | None = store.execute(select(counted_codes.c.rating_id).where(here)).scalar()
    return number


def _code(keys: Keys, rating_id: str, nth: int) -> str:
    number, letters = int(keys.mac("counted", f"code {nth} of {rating_id}"), 16), ""
    while len(letters) < LENGTH:
        number, left = divmod(number, len(CODE_LETTERS))
        letters += CODE_LETTERS[left]
    return letters


def _token(keys: Keys, code: str) -> str:
    return keys.mac("counted", f"token {code}")
