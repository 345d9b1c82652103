"""The coming days off in words, and what was decreed or taken back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handlers.office.days_off.facts import Coming
from handlers.openings import ToDaysOff, ToDecreeing, ToUndecreeing
from handlers.words.pages import goes_on, on_page, page_rows
from models.decrees import WORKED, DecreedDay
from models.letters import Button, Fact, Letter, Lines, Text, Words
from models.services import Unit
from models.store.rules.days_off import DayOff


def coming_letter(view: Coming) -> Letter:
    """What is coming, a page of it, each with its decree; what may be decreed and taken back."""
    shown = on_page(view.days, view.page)
    facts: dict[str, Fact] = {"unit": view.unit.name, "week": view.calendar.week}
    lines: list[Words] = [Text("libur-title", facts), *_lines(shown), *_ramadan(view)]
    back = [one for one in shown if one.id in view.mine]
    rows = [
        *page_rows(ToDaysOff, view.page, more=goes_on(view.days, view.page)),
        *((ToUndecreeing(o.id or 0).button(Text("button-libur-back", _facts(o))),) for o in back),
    ]
    if view.decrees:
        add = ToDecreeing("t").button(Text("button-libur-add"))
        rows += [(add,), (ToDecreeing("m").button(Text("button-libur-worked")),)]
    return Letter((Lines(tuple(lines)),), tuple(rows))


def decreed_letter(one: DecreedDay, unit: Unit, number: int) -> Letter:
    """What holds from now on, and one tap that takes it back."""
    text = "libur-worked" if one.kind == WORKED else "libur-added"
    facts: dict[str, Fact] = {"day": one.day, "name": one.name, "unit": unit.name}
    undo = ToUndecreeing(number).button(Text("button-libur-undo"))
    return Letter((Text(text, facts),), ((undo,), (_list(),)))


def back_letter(one: DayOff) -> Letter:
    """What holds no longer."""
    text = "libur-worked-back" if one.kind == WORKED else "libur-back"
    return Letter((Text(text, _facts(one)),), ((_list(),),))


def joint_words(one: DayOff) -> Text:
    """A day of joint leave, as it is picked."""
    return Text("libur-joint", _facts(one))


def _lines(shown: Sequence[DayOff]) -> Iterator[Words]:
    """Each day; after the last one of a decree, that decree."""
    if not shown:
        yield Text("libur-none")
    for n, one in enumerate(shown):
        weekday = Text(f"weekday-{one.day.isoweekday()}")
        kind = Text(f"libur-kind-{one.kind.replace('_', '-')}")
        yield Text("libur-line", {**_facts(one), "weekday": weekday, "kind": kind})
        if n + 1 == len(shown) or shown[n + 1].decree != one.decree:
            yield Text("libur-basis", {"decree": one.decree})


def _ramadan(view: Coming) -> Iterator[Words]:
    for one in view.calendar.office.ramadan:
        if one.last >= view.today:
            hour = f"{one.ends:%H.%M}"
            yield Text("libur-ramadan", {"first": one.first, "last": one.last, "hour": hour})


def _facts(one: DayOff) -> dict[str, Fact]:
    return {"day": one.day, "name": one.name}


def _list() -> Button:
    return ToDaysOff().button(Text("button-libur-list"))
