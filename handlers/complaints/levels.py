"""Who has a complaint, who is above, and how it goes one level up: both sides are told.

Nobody closes alone what they have handled: what no citizen has said yes to waits for a second
person, who did not handle it; only where there is none, the clock closes it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Literal, TypeAlias

from handlers.complaints import due_after, news_letter
from handlers.complaints.weighty import names
from handlers.openings import ToCare, ToCase, ToComplaint
from models.complaints import Complaint, ComplaintState
from models.letters import OPENS, Button, Fact, Letter, Text
from models.services import Unit
from models.store import Store
from models.store.chat import addresses
from models.store.complaints import complaints, reporters
from models.store.letters import letters
from models.store.office import services
from models.store.people import duties

Why: TypeAlias = Literal["late", "no", "unseen"]
"""Why it goes one level up: a clock ran out, the citizen says that it is not done, or no second
person has looked."""
FACES = (1, 2, 3, 4)
"""How a citizen may have found the handling, the worst first."""


def case_letter(one: Complaint, what: Text) -> Letter:
    """What somebody of the office reads of a complaint that they have not just touched."""
    facts: dict[str, Fact] = {"number": one.number, OPENS: ToCase(one.id).tap}
    look = ToCase(one.id).button(Text("button-case"))
    return Letter((Text("told-case-news", facts), what), ((look,),))


def tell_staff(
    store: Store, to: Iterable[int], one: Complaint, what: Text, *, now: datetime
) -> None:
    """Tell each of these people once."""
    for number in dict.fromkeys(to):
        letters.tell(store, number, case_letter(one, what), now=now)


def who_has(store: Store, one: Complaint, day: date) -> list[int]:
    """Who is to do something about it: who has it in hand, and who heads the unit with which it
    lies, or the nearest above that is in Tilik; of a weighty one the oversight team."""
    if one.is_weighty:
        return _team(store, one, day)
    for unit in services.lineage(store, one.with_id):
        if heads := _heads(store, unit.id, day):
            return [*([one.holder_id] if one.holder_id else []), *heads]
    return [one.holder_id] if one.holder_id else []


def seconds(store: Store, one: Complaint, day: date) -> list[int]:
    """Who may look at what somebody else has handled: the nearest heads, or the oversight team."""
    if one.is_weighty:
        return [number for number in _team(store, one, day) if number != one.holder_id]
    for unit in services.lineage(store, one.with_id):
        if found := [who for who in _heads(store, unit.id, day) if who != one.holder_id]:
            return found
    return []


def raise_up(
    store: Store,
    one: Complaint,
    state: ComplaintState,
    *,
    why: Why,
    day: date,
    now: datetime,
    only_up: bool = False,
) -> tuple[date, Unit | None] | None:
    """Let it lie one level higher from now on, and tell whoever has had it and whoever gets it.

    Gives by when the citizen is to hear, and the unit above, if there is one; None where it stands
    otherwise than it was read, and with `only_up` where there is none.
    """
    had, up = who_has(store, one, day), _above(store, one, day)
    if only_up and up is None:
        return None
    due = due_after(store, one.unit_id, day, "complaint-first")
    columns: dict[str, Any] = {"state": state, "due_on": due}
    columns |= {"with_id": up.id} if up else {}
    if why == "no":
        columns |= {"reopened": one.reopened + 1}
    if not complaints.change(store, one, **columns):
        return None
    if up is not None:
        complaints.step(store, one, "raised", day=day, words=up.name)
    elif why == "late":  # a no is a step already
        complaints.step(store, one, "late", day=day)
    facts: dict[str, Fact] = {"due": due, "unit": up.name if up else ""}
    again = Text(f"case-raised-{why}" if up else f"case-late-{why}", facts)
    tell_staff(store, had, one, again, now=now)
    if up:
        above = (who for who in _heads(store, up.id, day) if who not in had)
        tell_staff(store, above, one, Text(f"case-above-{why}", facts), now=now)
    return due, up


def to_second(store: Store, one: Complaint, *, day: date, now: datetime) -> bool:
    """Let a second person look at it; False where there is none, or it has changed meanwhile."""
    others = seconds(store, one, day)
    due = due_after(store, one.unit_id, day, "complaint-first")
    if not others or not complaints.change(store, one, state="second", due_on=due):
        return False
    tell_staff(store, others, one, Text("case-second", {"due": due}), now=now)
    return True


def close(
    store: Store, one: Complaint, *, day: date, now: datetime, by_id: int | None = None
) -> bool:
    """It is over without the citizen's yes, who is told so; False where it changed meanwhile."""
    over = {"state": "closed", "closed_on": day, "due_on": None}
    if not complaints.change(store, one, **over):
        return False
    complaints.step(store, one, "closed", day=day, by_id=by_id)
    reporters.tell(store, one.seal, closed_letter(one, seen=by_id is not None), now=now)
    reporters.let_go(store, one.seal, today=day)
    return True


def closed_letter(one: Complaint, *, seen: bool) -> Letter:
    """What the citizen reads when it is over, `seen` by a second person or by its day alone: how it
    was handled is theirs to say."""
    again = ToComplaint().button(Text("button-lapor"))
    rows = (faces(one.id), (again,))
    return news_letter(one, Text("told-complaint-closed", {"seen": "yes" if seen else "no"}), rows)


def faces(complaint_id: int) -> tuple[Button, ...]:
    """How the citizen found the handling, by one tap."""
    found = ((ToCare(complaint_id, value), value) for value in FACES)
    return tuple(opening.button(Text(f"button-care-{value}")) for opening, value in found)


def _above(store: Store, one: Complaint, day: date) -> Unit | None:
    """The nearest unit above the one it lies with whose head is in Tilik; a weighty one stays."""
    above = () if one.is_weighty else services.lineage(store, one.with_id)[1:]
    return next((unit for unit in above if _heads(store, unit.id, day)), None)


def _heads(store: Store, unit_id: int, day: date) -> list[int]:
    return _reached(store, duties.holders(store, "head", [unit_id], day))


def _team(store: Store, one: Complaint, day: date) -> list[int]:
    """Who oversees the unit, heads neither it nor one above, and is not named in it."""
    lineage = [unit.id for unit in services.lineage(store, one.unit_id)]
    heads = {*duties.holders(store, "head", lineage, day)}
    found = duties.holders(store, "oversight", lineage, day)
    able = (who for who in found if who not in heads and not names(store, one, who))
    return _reached(store, able)


def _reached(store: Store, people: Iterable[int]) -> list[int]:
    return [who for who in people if addresses.of_person(store, who)]
