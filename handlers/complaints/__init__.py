"""What is said of a complaint to either side: where and what it is, and its life so far."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Sequence
from datetime import date, datetime

from handlers.engine.wire import Opening
from handlers.openings import ToAnsweringBack, ToConfirmingResult, ToMyComplaint
from models.calendar import local
from models.complaints import INNER, Complaint, ComplaintStep, Evidence, Result, working_days
from models.letters import OPENS, Button, Fact, Letter, Lines, Text, Words
from models.masking import masked
from models.refused import Refused
from models.services import Counter, Unit, counter_name
from models.store import Store
from models.store.office import services
from models.store.rules import calendars, settings

LONGEST_LINE = 200
FOLDED, MOST_SHOWN = 5, 24
"""So many steps are shown of a long life at first: how it began, and the newest; and at most."""
RESULTS: Sequence[Result] = ("yes", "partly", "no")


def today_at(store: Store, unit_id: int, now: datetime) -> date:
    """The day it is in the unit's zone."""
    return local(now, unit_of(store, unit_id).zone).date()


def unit_of(store: Store, unit_id: int) -> Unit:
    """The unit of this number. Refused where there is none any more."""
    found = services.unit(store, unit_id)
    if found is None:
        raise Refused(Text("complaint-gone"))
    return found


def due_after(store: Store, unit_id: int, day: date, clock: str) -> date:
    """The last day of a clock (`models.complaints.CLOCKS`) that begins after this day, counted in
    the unit's working days; a year without a decree is taken to have no holidays."""
    days = working_days(settings.values_on(store, day), clock)
    return calendars.of_unit(store, unit_id).presuming().nth_working_day_after(day, days)


def place_of(store: Store, complaint: Complaint) -> str:
    """The counter, else the service, with its unit; else the unit alone."""
    found: Sequence[Counter] = ()
    if complaint.counter_id is not None:
        found = services.counters_by_id(store, complaint.counter_id)
    if found:
        return found[0].full_name
    unit = unit_of(store, complaint.unit_id).name
    service = services.service_name(store, complaint.service_id)
    return counter_name(service, unit) if service else unit


def headed(complaint: Complaint, place: str) -> Words:
    """Number, kind, place and day of a complaint, and its number in the state's own channel."""
    facts: dict[str, Fact] = {
        "number": complaint.number,
        "kind": Text(f"complaint-kind-{complaint.kind}"),
        "place": place,
        "day": complaint.said_on,
    }
    head = Text("complaint-head", facts)
    if not complaint.outside:
        return head
    return Lines((head, Text("complaint-outside", {"outside": complaint.outside})))


def life(
    steps: Sequence[ComplaintStep], *, to_reporter: bool, whole: bool = False
) -> Words:
    """What happened, in its order: the citizen reads units, no names, and nothing that is said
    within the office. A long life is folded."""
    seen = _seen(steps, to_reporter=to_reporter)
    most = MOST_SHOWN if whole else FOLDED
    lines = [_line(step, to_reporter=to_reporter) for step in seen]
    if len(lines) > most:
        folded = Text("complaint-folded", {"count": len(lines) - most})
        lines = [lines[0], folded, *lines[len(lines) - most + 1 :]]
    return Lines(tuple(lines))


def is_folded(steps: Sequence[ComplaintStep], *, to_reporter: bool) -> bool:
    """Whether the life is too long to be shown whole at first."""
    return len(_seen(steps, to_reporter=to_reporter)) > FOLDED


def _seen(steps: Sequence[ComplaintStep], *, to_reporter: bool) -> list[ComplaintStep]:
    return [one for one in steps if not (to_reporter and one.kind in INNER)]


def _line(step: ComplaintStep, *, to_reporter: bool) -> Words:
    words: Fact = (step.words or "")[:LONGEST_LINE]
    if step.kind == "kind":
        words = Text(f"complaint-kind-{step.words or 'plain'}")
    facts: dict[str, Fact] = {
        "day": step.day,
        "by": "" if to_reporter else step.by or "",
        "words": words,
        "said": "yes" if step.words else "no",
        "files": len(step.files),
        "held": len(step.held),
        "unwritten": len(step.unwritten),
        **counted(step.evidence),
    }
    side = "mine" if to_reporter else "case"
    return Text(f"{side}-step-{step.kind}", facts)


def next_word(complaint: Complaint) -> Sequence[Words]:
    """By when the citizen hears again, or is heard, as it stands."""
    if complaint.due_on is None or not complaint.is_open:
        return ()
    return (Text(f"status-due-{complaint.state}", {"due": complaint.due_on}),)


def news_letter(
    complaint: Complaint, what: Words, rows: tuple[tuple[Button, ...], ...] = ()
) -> Letter:
    """What the citizen reads of what happened: which complaint, and what; one tap shows its life in
    the same message."""
    told = Text("told-complaint-news", _opens(complaint))
    return Letter((told, what), rows or (_status(complaint),))


def counted(evidence: Sequence[Evidence]) -> dict[str, Fact]:
    """How many of each were sent along."""
    kinds = Tally(one.kind for one in evidence)
    pictures = kinds["photo"] + kinds["document"]
    return {"pictures": pictures, "voices": kinds["voice"], "places": kinds["link"]}


def held(evidence: Sequence[Evidence], *, seen: bool) -> Sequence[Words]:
    """That photos wait for the moderator and a voice is heard by few, where there are any; or that
    nobody is there (`seen`) who could, so that words are needed."""
    if not any(one.state == "held" for one in evidence):
        return []
    return [Text("complaint-held" if seen else "complaint-held-long", counted(evidence))]


def taken_letter(complaint: Complaint, due: date) -> Letter:
    """What the citizen reads when somebody takes it on."""
    told = Text("told-complaint-taken", {**_opens(complaint), "due": due})
    return Letter((told,), (_status(complaint),))


def proof_letter(complaint: Complaint, words: str, due: date, *, files: int = 0) -> Letter:
    """What the citizen reads of what was done, and where to see it; whether it is done is theirs to
    say, below it: the office's words stay."""
    facts: dict[str, Fact] = {"words": masked(words), "files": files}
    said = Text("told-complaint-proof", {**_opens(complaint), **facts})
    asked = Text("told-complaint-ask", {"due": due})
    return Letter((said, asked), (results(complaint.id, below=True),))


def asked_letter(complaint: Complaint, words: str, due: date) -> Letter:
    """What the citizen is asked back, and how to answer."""
    facts: dict[str, Fact] = {"number": complaint.number, "words": masked(words), "due": due}
    answer = ToAnsweringBack(complaint.id).button(Text("button-complaint-answer"))
    return Letter((Text("told-complaint-asked", facts),), ((answer,),))


def tied_letter(complaint: Complaint) -> Letter:
    """That the complaint is this chat's too."""
    return Letter((Text("status-code-used", {"number": complaint.number}),), (_status(complaint),))


def reload(opening: Opening) -> tuple[tuple[Button, ...], ...]:
    """The row that shows a life anew, while its reader waits for the other side.

    What the other side does comes as a message of its own, with a sound, and one tap turns that
    into the life. The older message is not changed: to know it, Tilik would have to keep which
    message of which chat shows which complaint.
    """
    return ((opening.button(Text("button-reload")),),)


def _status(complaint: Complaint) -> tuple[Button, ...]:
    return (ToMyComplaint(complaint.id).button(Text("button-complaint-status")),)


def _opens(complaint: Complaint) -> dict[str, Fact]:
    return {"number": complaint.number, OPENS: ToMyComplaint(complaint.id).tap}


def results(complaint_id: int, *, below: bool = False) -> tuple[Button, ...]:
    """What a citizen can say of a result, in the place of what they read or below it."""
    openings = (ToConfirmingResult(complaint_id, one) for one in RESULTS)
    said = ((one, Text(f"button-result-{one.result}")) for one in openings)
    return tuple(one.button_below(label) if below else one.button(label) for one, label in said)
