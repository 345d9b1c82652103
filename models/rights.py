"""Who may do what. Pure: facts in, yes or no out. Every `look` asks here, also for buttons.

`TABLE` is the whole of it: a row for each right, and for each role how far it reaches. Roles add
up: everybody is a citizen besides, and a head is an employee who may be somebody's superior. A
role that stands in no row of a right does not have it: HR reads neither entries nor ratings, an
auditor sees that somebody looked and not what they read, the operator sees nobody's anything.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from models.people import Acting, Person
from models.services import Unit
from models.work import Entry

Role: TypeAlias = Literal[
    "citizen", "employee", "superior", "head", "hr", "oversight", "auditor", "operator"
]
Right: TypeAlias = Literal[
    "rate", "log", "own", "work", "record", "approve", "decide", "figures", "people", "second",
    "decree", "settings", "trail", "state", "held", "owed", "complaints", "weighty",
    "seal", "stops", "rebut", "codes"
]
Reach: TypeAlias = Literal[
    "anywhere", "own", "at work", "team", "asked", "below", "others below", "tops",
    "others under tops"
]
"""`at work`: one's own, with a post today. `team`: of those whose superior one is today, or stands
for. `asked`: of these; of those who have nobody nearer in Tilik; and what has waited too long of
those one level further down. `below`:
in the unit of the duty and those below it; `others below`: there, but never about oneself. `tops`:
what holds for every unit, for whom the duty reaches every one of them; `others under tops`: for who
has it at the top unit, but never about oneself."""
Lineage: TypeAlias = "Sequence[Unit] | Collection[int]"
"""A unit and every unit above it, or their ids."""

TABLE: Mapping[Right, Mapping[Role, Reach]] = {
    # Say how it was at a counter (PermenPANRB 14/2017: whoever was served).
    "rate": {"citizen": "anywhere"},
    # Read all that is held of oneself and its trail, have it corrected (UU PDP 27/2022).
    "own": {"employee": "own"},
    # Log what was done: whoever has a post.
    "log": {"employee": "at work"},
    # Evaluate the quarter, say who the superior is: whoever has a post.
    "work": {"employee": "at work"},
    # Read entries, evidence, scores, evaluations and ratings (PermenPANRB 6/2022: the person and
    # the superior who rates).
    "record": {"employee": "own", "superior": "team"},
    # Read and decide on what was sent: the superior, who acts in that place on that day, and where
    # neither is in Tilik or it has waited too long, one level up.
    "approve": {"superior": "asked"},
    # Remind, thank, rate (PermenPANRB 6/2022: the superior).
    "decide": {"superior": "team"},
    # Read the figures of a unit and what citizens wrote: of units, never of one employee.
    "figures": {"head": "below", "oversight": "below"},
    # Read comments that blame somebody who works there, and say whether they are shown: never who
    # heads them.
    "held": {"oversight": "below"},
    # Read and handle what citizens complain of: the head of the unit it lies with.
    "complaints": {"head": "below"},
    # The same of what is weighty (money, abuse of office, discipline): the oversight team alone,
    # and nobody who heads the unit.
    "weighty": {"oversight": "below"},
    # Say that words of citizens about a counter are rude or not true: who serves there today, and
    # who heads its unit. What becomes of them the oversight team says ("held").
    "rebut": {"employee": "at work", "head": "below"},
    # Give visit codes of the counters where one serves.
    "codes": {"employee": "at work"},
    # Ask, or agree, that who complains be known: two of the oversight team, with a reason.
    "seal": {"oversight": "below"},
    # People, posts, superiors, joining codes, leave, files that bring them, requests about one's
    # data: nobody decides on their own.
    "people": {"hr": "others below"},
    # Agree to what another has asked for: superiors, roles, numbers, what holds for all. Beside HR
    # the head of the top unit, so that one officer alone is no dead end.
    "second": {"hr": "others below", "head": "others under tops"},
    # Who is not rated yet, and whose turn it is: that, and nothing of what is rated.
    "owed": {"head": "below", "hr": "below"},
    # Where people stop: how often each question was asked and answered, never by whom.
    "stops": {"head": "below", "hr": "below"},
    # Working days of a unit: a local holiday, a week of six days.
    "decree": {"hr": "below"},
    # What holds for the whole office: settings, and the days of everybody.
    "settings": {"hr": "tops"},
    # Who looked at or changed what concerns a person; not what they read.
    "trail": {"employee": "own", "auditor": "others below"},
    # How Tilik itself is: what waits, what is stuck, in counts and references.
    "state": {"operator": "anywhere"},
}


OF_NEW_CHATS: frozenset[Right] = frozenset({"log"})
"""What may be done from a chat of which nobody has said yet that it is the person's."""


@dataclass(frozen=True)
class Matter:
    """What a right is asked about: whose it is, its unit with all above, the tops of all units, and
    whether it has waited too long."""

    owner_id: int | None = None
    lineage: Lineage = ()
    tops: Collection[int] = ()
    raised: bool = False


def may(person: Person, right: Right, *, matter: Matter = Matter()) -> bool:
    """Whether any role of the person has the right and reaches the matter with it."""
    if not person.is_trusted and right not in OF_NEW_CHATS:
        return False
    return any(_reached(person, role, reach, matter) for role, reach in TABLE[right].items())


def units_of(person: Person, role: str) -> tuple[int, ...]:
    """The units at which the person holds this duty today, each reaching the units below it."""
    return tuple(held.unit_id for held in person.duties if held.duty == role)


def _reached(person: Person, role: Role, reach: Reach, matter: Matter) -> bool:
    at = units_of(person, role)
    match reach:
        case "anywhere":
            return role == "citizen" or bool(at)
        case "own":
            return is_own(person, matter.owner_id)
        case "at work":
            return is_own(person, matter.owner_id) and has_post(person)
        case "team":
            return supervises(person, matter.owner_id)
        case "asked":
            return _is_asked(person, matter.owner_id, raised=matter.raised)
        case "below":
            return not _ids(matter.lineage).isdisjoint(at)
        case "others below":
            below = not _ids(matter.lineage).isdisjoint(at)
            return below and not is_own(person, matter.owner_id)
    over_all = bool(matter.tops) and set(matter.tops) <= set(at)
    return over_all and (reach == "tops" or not is_own(person, matter.owner_id))


def _is_asked(person: Person, owner_id: int | None, *, raised: bool) -> bool:
    late = person.raised if raised else ()
    known = {one.id for one in (*person.team, *person.above, *late)}
    return owner_id in known and not is_own(person, owner_id)


def _ids(lineage: Lineage) -> set[int]:
    return {unit.id if isinstance(unit, Unit) else unit for unit in lineage}


# -- what a person is today --


def has_post(person: Person) -> bool:
    """Whether the person has a post today: who has none logs nothing and evaluates nothing."""
    return person.id is not None and person.post is not None


def works(person: Person) -> bool:
    """Whether the person does here what goes with their post."""
    return may(person, "work", matter=Matter(person.id))


def leads(person: Person) -> bool:
    """Whether anybody's superior is this person today, or absent and this person in their place."""
    return bool(person.team)


def is_own(person: Person, owner_id: int | None) -> bool:
    """Whether it is the person's own. Nothing belongs to a stranger."""
    return owner_id is not None and person.id == owner_id


def supervises(person: Person, owner_id: int | None) -> bool:
    """Whether the person is the owner's superior today, or acts for them; only they rate."""
    return not is_own(person, owner_id) and any(member.id == owner_id for member in person.team)


def units_headed(person: Person) -> tuple[int, ...]:
    """The units that this person heads, each with the units below it."""
    return units_of(person, "head")


def units_read(person: Person) -> tuple[int, ...]:
    """The units whose figures this person may read, first those that they head."""
    return tuple(dict.fromkeys((*units_headed(person), *units_of(person, "oversight"))))


def units_kept(person: Person) -> tuple[int, ...]:
    """The units for whose people this person is the personnel office, each with those below it."""
    return units_of(person, "hr")


def units_followed(person: Person) -> tuple[int, ...]:
    """The units of which this person may know who is not rated yet and where people stop, each with
    those below it."""
    return tuple(dict.fromkeys((*units_headed(person), *units_kept(person))))


def units_overseen(person: Person) -> tuple[int, ...]:
    """The units whose held comments this person may read, each with those below it."""
    return units_of(person, "oversight")


def units_audited(person: Person) -> tuple[int, ...]:
    """The units whose people's trail this person may read, each with those below it."""
    return units_of(person, "auditor")


def acting_for(person: Person, owner_id: int | None) -> Acting | None:
    """In whose place, and as what, the person stands above the owner today; None for their own."""
    return next((one for one in person.acting if owner_id in one.team), None)


# -- what a person may --


def may_log(person: Person) -> bool:
    """Whether the person may write down what they have done."""
    return may(person, "log", matter=Matter(person.id))


def may_rate(person: Person, lineage: Lineage, *, serves: bool) -> bool:
    """Whether the person may say how it was at a counter, of the unit that comes first of these:
    everybody but who serves there (`serves`), and who heads the unit or one above it."""
    heads = not _ids(lineage).isdisjoint(units_headed(person))
    return may(person, "rate") and not (serves or heads)


def may_read_own(person: Person) -> bool:
    """Whether there is anything held of the person under a number of theirs."""
    return may(person, "own", matter=Matter(person.id))


def may_read_record(person: Person, owner_id: int | None) -> bool:
    """Whether entries, scores and evaluations may be read: by their owner and the superior."""
    return may(person, "record", matter=Matter(owner_id))


def may_approve(person: Person, entry: Entry) -> bool:
    """Whether the person may read what was logged and decide on it; nobody on their own."""
    return may(person, "approve", matter=Matter(entry.person_id, raised=entry.is_raised))


def may_read_figures(person: Person, lineage: Lineage) -> bool:
    """Whether the person heads or oversees the unit or one above it."""
    return may(person, "figures", matter=Matter(lineage=lineage))


def may_read_owed(person: Person, lineage: Lineage) -> bool:
    """Whether the person heads the unit or one above it, or keeps its people."""
    return may(person, "owed", matter=Matter(lineage=lineage))


def may_read_stops(person: Person, lineage: Lineage) -> bool:
    """Whether the person heads the unit or one above it, or keeps its people."""
    return may(person, "stops", matter=Matter(lineage=lineage))


def may_read_held(person: Person, lineage: Lineage) -> bool:
    """Whether the person oversees the unit or one above it, and heads none of these."""
    heads = not _ids(lineage).isdisjoint(units_headed(person))
    return may(person, "held", matter=Matter(lineage=lineage)) and not heads


def may_rebut(person: Person, lineage: Lineage, *, serves: bool) -> bool:
    """Whether the person may read what citizens wrote of a counter of the unit that comes first of
    these, and answer it: who serves there, and who heads the unit or one above it."""
    return may(person, "rebut", matter=Matter(person.id if serves else None, lineage))


def may_give_codes(person: Person) -> bool:
    """Whether the person gives visit codes, at the counters where they serve."""
    return may(person, "codes", matter=Matter(person.id))


def may_keep(person: Person, lineage: Lineage, *, owner_id: int | None = None) -> bool:
    """Whether the person keeps what the office has of somebody who works in this unit.

    Nobody decides on their own; without an owner it is about somebody who is yet to come.
    """
    return may(person, "people", matter=Matter(owner_id, lineage))


def may_answer_complaint(
    person: Person, lineage: Lineage, *, weighty: bool, holder_id: int | None = None
) -> bool:
    """Whether the person may read and handle a complaint that lies with the unit that comes first
    of these: who heads it or a unit above, and who has it in hand. A weighty one only the oversight
    team, and of them nobody who heads the unit or one above it."""
    if not weighty:
        mine = is_own(person, holder_id) and person.is_trusted
        return mine or may(person, "complaints", matter=Matter(lineage=lineage))
    heads = not _ids(lineage).isdisjoint(units_headed(person))
    return may(person, "weighty", matter=Matter(lineage=lineage)) and not heads


def may_review(person: Person, lineage: Lineage) -> bool:
    """Whether the person sees to the way of working of the unit that comes first of these: who
    heads it or one above."""
    return may(person, "complaints", matter=Matter(lineage=lineage))


def may_open_seal(person: Person, lineage: Lineage) -> bool:
    """Whether the person may ask, or agree, that the seal of who complains of the unit be opened:
    who oversees it or a unit above, and heads none of these."""
    heads = not _ids(lineage).isdisjoint(units_headed(person))
    return may(person, "seal", matter=Matter(lineage=lineage)) and not heads


SECONDS: Sequence[Role] = ("hr", "head")
"""The duties that may be a second person. HR is asked first."""


def is_second(person: Person) -> bool:
    """Whether the person holds a duty today with which they may be a second person."""
    return any(units_of(person, duty) for duty in SECONDS)


def may_confirm(
    person: Person, lineage: Lineage, *, tops: Collection[int], others: Collection[int]
) -> bool:
    """Whether the person may be the second who agrees to something or says whose a chat is: HR
    there, or the head of the top unit, and somebody else than all of these `others`, who have asked
    for it, stand behind who has, or whom it is about.

    `tops` are those above the unit; of what holds for all there is no lineage, and HR must be so
    at every top.
    """
    if person.id in others or not person.behind.isdisjoint(others):
        return False
    everywhere = not lineage and may_set(person, tops)
    return everywhere or may(person, "second", matter=Matter(None, lineage, tops))


def may_decree(person: Person, lineage: Lineage) -> bool:
    """Whether the person says which days are worked in the unit and those below."""
    return may(person, "decree", matter=Matter(lineage=lineage))


def may_set(person: Person, tops: Collection[int]) -> bool:
    """Whether the person decides what holds for the whole office.

    `tops` are the units above which there is none: who keeps the people of only one of several
    sets nothing for the others.
    """
    return may(person, "settings", matter=Matter(tops=tops))


def may_read_trail(person: Person, owner_id: int | None, *, lineage: Lineage = ()) -> bool:
    """Whether the person may read who looked at or changed what concerns the owner."""
    return may(person, "trail", matter=Matter(owner_id, lineage))


def may_see_state(person: Person) -> bool:
    """Whether the person may see how Tilik itself is."""
    return may(person, "state")
