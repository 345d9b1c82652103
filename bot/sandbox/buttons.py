"""Which button is meant by a label, where the button may show only a part of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from bot.sandbox.records import PhoneButton

_NUMBER = re.compile(r"\d{1,2}\. ")


def chosen(there: Sequence[PhoneButton], label: str) -> PhoneButton | None:
    """The button of this label: by its exact title, else by an unambiguous beginning of a title or
    a description, else by a title that was shortened from this label.

    Raises AssertionError where several fit.
    """
    wanted = label.casefold()
    rules: tuple[Callable[[PhoneButton], bool], ...] = (
        lambda button: _begins(button, wanted),
        lambda button: _is_shortened(button.label.casefold(), wanted),
    )
    if exact := [button for button in there if button.label == label]:
        return exact[0]
    for rule in rules:
        found = [button for button in there if rule(button)]
        if len(found) > 1:
            labels = ", ".join(repr(button.label) for button in found)
            raise AssertionError(f"{label!r} may be any of several buttons: {labels}")
        if found:
            return found[0]
    return None


def _begins(button: PhoneButton, wanted: str) -> bool:
    shown = (button.label, button.description or "")
    return any(words.casefold().startswith(wanted) for words in shown)


def _is_shortened(title: str, label: str) -> bool:
    """Whether a title as 'abc…' or 'abc…xyz' is what became of this label."""
    title = _NUMBER.sub("", title, count=1) if not _NUMBER.match(label) else title
    head, mark, tail = title.partition("…")
    return bool(mark) and label.startswith(head) and label.endswith(tail)
