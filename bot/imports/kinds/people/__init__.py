"""`tilik import people`: staff, their posts and superiors out of one table.

The file says how its people stand from today on; who is not in it stays as they are.
"""

from __future__ import annotations

from bot.imports.kind import ImportPage, Kind
from bot.imports.kinds.people.page import as_object, lines
from bot.imports.kinds.people.plan import Step
from bot.imports.kinds.people.rows import COLUMNS, StaffRow, agree
from bot.imports.kinds.people.store import Staffed, StepDone, staffed
from bot.imports.outcome import Outcome, Tally, Terms, altered, listed, turned, whose
from bot.imports.reading.sheets import ReadSheet
from models.letters import Text
from models.store import Store


def apply(store: Store, sheet: ReadSheet[StaffRow], terms: Terms) -> Outcome:
    """Let everybody in the file stand as it says; raises `SheetWrong` with all that is wrong."""
    made = staffed(store, sheet, terms)
    own = terms.is_own({one.step.after.id for one in made.done if one.is_otherwise})
    tally = Tally(units=set(made.touched), sensitive=own or is_sensitive(made))
    tally.altered = set(made.altered)
    tally.notes += made.notes
    grave = {one.step.after.id for one in made.done if _is_read_first(one, terms)}
    tally.people = grave - {one.step.after.id for one in made.done if one.step.is_new}
    for one in made.done:
        with tally.first_if(one.step.after.id in grave):
            _count(tally, one)
    tally.first += made.placed
    tally.first += [
        Text("people-head", {"unit": h.unit, "before": h.before, "after": h.after})
        for h in made.heads
    ]
    for one in made.done:
        if day := made.leaving.get(one.step.row.nip):
            row = one.step.row
            left = Text("import-left-on", {"day": day})
            what = whose(row.name, row.nip)
            tally.lines.append(Text("import-line-ended", {"what": what, "as": left}))
    return tally.outcome(*made.codes, made=made)


def is_sensitive(made: Staffed) -> bool:
    """Whether duties or a nip are otherwise, or superiors of people who were there before, or
    somebody leaves or comes back, or the office has one more unit on top."""
    steps = [one.step for one in made.done]
    return made.renumbers or made.parts or made.widens or any(map(_is_grave, steps))


def _is_grave(step: Step) -> bool:
    was, now = step.before, step.after
    if was.duties != now.duties:
        return True
    comes_back = was.unit_id is None and now.unit_id is not None
    return not step.is_new and (comes_back or was.superior_id != now.superior_id)


def _is_read_first(one: StepDone, terms: Terms) -> bool:
    """Whether the second person is asked for the sake of this row: no number of others hides it."""
    renumbered = any(cell.column == "nip" for cell in one.cells)
    own = one.is_otherwise and terms.is_own({one.step.after.id})
    return own or renumbered or one.step.row.left or _is_grave(one.step)


def _count(tally: Tally, one: StepDone) -> None:
    row = one.step.row
    who = whose(row.name, row.nip)
    if one.step.is_new:
        tally.adds(who, Text("import-post", {"unit": row.unit, "title": row.title}))
    elif not one.is_otherwise:
        tally.same += 1
    elif row.left:
        day = row.last_day
        tally.ends(who, Text("import-left-on", {"day": day}) if day else Text("import-left"))
        return
    elif one.cells:
        tally.turns(who, altered(one.cells, COLUMNS))
    else:
        tally.changed += 1
    if one.before != one.after:
        before, after = (listed(texts) if texts else "" for texts in (one.before, one.after))
        changes = turned(COLUMNS.title("roles"), before, after)
        tally.lines.append(Text("import-line-changed", {"what": who, "changes": changes}))


PEOPLE = Kind(
    "people",
    StaffRow,
    apply,
    "people-empty",
    "people-template-written",
    agree,
    ImportPage(lines, as_object),
)
