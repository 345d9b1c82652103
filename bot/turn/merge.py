"""Join the letters of one turn into as few as fit, for a channel where each one costs."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from bot.channel import Traits
from models.letters import Button, Letter


def joined(letters: Iterable[Letter], traits: Traits) -> list[Letter]:
    """The letters in their order, each with those after it that fit into one with it.

    They stay apart where the channel changes them in place. What is asked last is offered first,
    and everything stays.
    """
    found: list[Letter] = []
    for letter in letters:
        if not traits.edits and found and fits(found[-1], letter, traits):
            found[-1] = _both(found[-1], letter)
        else:
            found.append(letter)
    return found


def fits(first: Letter, second: Letter, traits: Traits) -> bool:
    """Whether the two cost less as one, and the channel can show all their buttons at once."""
    both = (first, second)
    if any(_is_apart(letter) for letter in both) or all(letter.picture for letter in both):
        return False
    one = _both(first, second)
    cost = partial(_cost, traits=traits)
    room = traits.most_choices is None or len(_taps(one)) <= traits.most_choices
    return room and cost(one) < cost(first) + cost(second)


def _cost(letter: Letter, *, traits: Traits) -> int:
    """In how many messages it comes: a picture with more buttons than may stand under it is one
    of its own."""
    under = traits.under_picture
    crowded = under is not None and len(_taps(letter)) > under
    return 2 if letter.picture is not None and crowded else 1


def _taps(letter: Letter) -> set[str]:
    return {button.tap for row in letter.buttons for button in row}


def _is_apart(letter: Letter) -> bool:
    """Whether it stands for itself: it changes another, has no words, shows a file."""
    changes = letter.kind != "reply" or letter.about is not None
    shows = letter.file is not None and letter.file.kind != "link"
    return changes or shows or not letter.paragraphs


def _both(first: Letter, second: Letter) -> Letter:
    return Letter(
        (*first.paragraphs, *second.paragraphs),
        (*second.buttons, *_rows_left(first, second)),
        picture=first.picture or second.picture,
        file=first.file or second.file,
        hushed=first.hushed and second.hushed,
        holds=second.holds if second.buttons else first.holds,
    )


def _rows_left(first: Letter, second: Letter) -> tuple[tuple[Button, ...], ...]:
    """The rows of the first, without what the second offers too."""
    there = _taps(second)
    rows = (tuple(one for one in row if one.tap not in there) for row in first.buttons)
    return tuple(row for row in rows if row)
