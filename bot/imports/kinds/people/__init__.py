"""Staff as a kind of file: what `people_store` makes of it, in texts of any language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bot.imports.changes import Change
from bot.imports.kinds.people.checks import checked
from bot.imports.kinds.people.sheet import AS_TEXT, COLUMNS, Sheet
from bot.imports.kinds.people.steps import Step
from bot.imports.kinds.people.store import Made, staffed
from bot.imports.outcome import Code, Kind, Outcome, Tally, Terms, listed, whose
from bot.imports.reading.tables import Row
from models.letters import Fact, Text
from models.people import Held
from models.store import Store

Facts = Mapping[str, Fact]
DUTIES: Mapping[str, str] = {
    "head": "people-duty-head",
    "hr": "people-duty-hr",
    "oversight": "people-duty-oversight",
    "auditor": "people-duty-auditor",
    "operator": "people-duty-operator",
}
"""Duty -> the text that names it at a unit."""


def outcome_of(made: Made) -> Outcome:
    """What an import of staff has made."""
    tally = Tally(units=set(made.touched))
    for step, found in made.steps:
        _count(tally, step, found, made.names)
    tally.sensitive = is_sensitive(made)
    tally.lines += [
        Text("people-head", {"unit": h.unit, "before": h.before, "after": h.after})
        for h in made.heads
    ]
    return tally.outcome(*_codes(made))


def is_sensitive(made: Made) -> bool:
    """Whether duties or a nip are otherwise, or superiors of people who were there before."""
    return made.renumbers or any(
        step.before.duties != step.after.duties
        or (not step.is_new and step.before.superior_id != step.after.superior_id)
        for step, _ in made.steps
    )


def _count(tally: Tally, step: Step, found: Sequence[Change], units: Mapping[int, str]) -> None:
    who = whose(step.row.name, step.row.nip)
    if step.is_new:
        facts: Facts = {"unit": step.row.unit, "title": step.row.title}
        tally.adds(who, Text("import-post", facts))
        if step.after.duties:
            tally.lines.append(_duties_line(who, step, units))
    elif step.row.left and found:
        day = step.row.last_day
        tally.ends(who, Text("import-left-on", {"day": day}) if day else Text("import-left"))
    elif found:
        told = [change for change in found if change.column != "role"]
        if told:
            tally.alters(who, told, COLUMNS)
        else:
            tally.changed += 1
        if step.before.duties != step.after.duties:
            tally.lines.append(_duties_line(who, step, units))
    else:
        tally.same += 1


def _duties_line(who: str, step: Step, units: Mapping[int, str]) -> Text:
    before, after = (_named(m.duties, units) for m in (step.before, step.after))
    facts: Facts = {"what": COLUMNS.title("role"), "before": before, "after": after}
    return Text("import-line-changed", {"what": who, "changes": Text("sheet-change", facts)})


def _named(duties: Iterable[Held], units: Mapping[int, str]) -> Text:
    names = sorted((DUTIES[held.duty], units[held.unit_id]) for held in duties)
    if not names:
        return Text("sheet-none")
    return listed([Text(text, {"unit": unit}) for text, unit in names])


def _codes(made: Made) -> Iterable[Code]:
    steps = {step.row.nip: step for step, _ in made.steps}
    for row, code in made.codes:
        step = steps[row.nip]
        yield Code(step.after.id, row.name, row.nip, row.unit, step.unit.zone, code)


def _read(table: Sequence[Row]) -> Sheet:
    return checked(table)


def _apply(store: Store, sheet: Sheet, terms: Terms) -> Outcome:
    return outcome_of(staffed(store, sheet, terms, in_words=lambda held, unit: held.duty))


PEOPLE = Kind("people", COLUMNS, _read, _apply, "people-empty", "people-template-written", AS_TEXT)
