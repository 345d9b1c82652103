"""Small checks of a call's parameters, each refusing in Meta's way."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from bot.sandbox.whatsapp.refusal import invalid, missing, wrong


def part(given: Any, name: str, *, of: str = "") -> dict[str, Any]:
    """A required object within an object."""
    found = given.get(name)
    where = f"{of}['{name}']" if of else name
    if found is None:
        raise missing(where)
    if not isinstance(found, dict):
        raise invalid(f"Param {where} must be a JSON object.")
    return found


def rows(given: Any, name: str, *, of: str) -> list[dict[str, Any]]:
    """A required list of objects within an object."""
    found = given.get(name)
    if found is None:
        raise missing(f"{of}['{name}']")
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        raise invalid(f"Param {of}['{name}'] must be an array of JSON objects.")
    return found


def words(given: Any, name: str, *, of: str, longest: int) -> str:
    """A required text of 1..longest characters, not of blanks alone."""
    found = given.get(name)
    if found is None or found == "":
        raise missing(f"{of}['{name}']")
    return _checked(found, f"{of}['{name}']", longest)


def optional(given: Any, name: str, *, of: str, longest: int) -> str | None:
    """A text that may be absent, else of 1..longest characters."""
    found = given.get(name)
    if found is None:
        return None
    if found == "":
        raise wrong(f"Param {of}['{name}'] must not be empty.")
    return _checked(found, f"{of}['{name}']", longest)


def _checked(found: Any, where: str, longest: int) -> str:
    if not isinstance(found, str):
        raise invalid(f"Param {where} must be a string.")
    if len(found) > longest:
        raise wrong(f"Param {where} has {len(found)} characters; at most {longest} are allowed.")
    if not found.strip():
        raise wrong(f"Param {where} must not be blank.")
    return found


def only(given: dict[str, Any], names: Collection[str], *, of: str) -> None:
    """Refuse a key that the API does not know."""
    for key in given:
        if key not in names:
            raise invalid(f'Unexpected key "{key}" on param "{of}".')


def number_of(count: int, what: str, *, most: int) -> None:
    if not 1 <= count <= most:
        raise wrong(f"There must be 1 to {most} {what}; there are {count}.")


def distinct(found: Iterable[str], what: str) -> None:
    seen = set[str]()
    for word in found:
        if word in seen:
            raise wrong(f"Duplicated {what}: {word!r}.")
        seen.add(word)
