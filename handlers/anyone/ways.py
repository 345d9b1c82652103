"""What a person comes for: the buttons of each role."""

from __future__ import annotations

from models.letters import Button, Text
from models.people import Person
from models.rights import leads, may_see_state, units_audited, units_kept, units_read, works

Row = tuple[Button, ...]


def ways(person: Person) -> tuple[Row, ...]:
    """Rows of buttons, one's own work first, then one's team, then one's unit; never none."""
    rows: list[Row] = []
    if works(person):
        rows.append((Button(Text("button-log"), "o.catat."), Button(Text("button-me"), "o.saya.")))
    above: Row = ()
    if leads(person):
        above += (Button(Text("button-my-team"), "o.tim."),)
    if units_read(person):
        above += (Button(Text("button-summary"), "o.ringkasan."),)
    if above:
        rows.append(above)
    if units_kept(person):
        people = Button(Text("button-people"), "o.pegawai.")
        rows.append((people, Button(Text("button-import"), "o.impor.")))
    watching: Row = ()
    if units_audited(person):
        watching += (Button(Text("button-trail"), "o.jejak."),)
    if may_see_state(person):
        watching += (Button(Text("button-condition"), "o.keadaan."),)
    if watching:
        rows.append(watching)
    return tuple(rows) or ((Button(Text("button-rate"), "o.nilai."),),)
