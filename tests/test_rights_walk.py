"""Every conversation and every button, as every role, on own, foreign, absent and expired objects.

The buttons are gathered by walking as everybody; then each is pressed by each role. What belongs
to somebody carries their mark, so that a word too much is seen wherever it is said.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

import pytest
from sqlalchemy import Connection, select
from sqlalchemy.engine import make_url

from bot.asked import asked
from bot.texts import catalogue
from handlers import CONVERSATIONS
from handlers.conversation import Asking, Onward
from handlers.days import Day, Hours
from handlers.numbers import Amount
from handlers.question import Question
from handlers.said import Chosen, Said, Skipped, Typed
from models.evaluations import Appraisal, Claim, Evaluation
from models.letters import Button, File, Letter, Words, packed
from models.people import Person
from models.quarter import Quarter
from models.refused import Refused
from models.store import (
    addresses,
    doubts,
    evaluations,
    leaves,
    people,
    posts,
    schema,
    services,
    targets,
    work,
)
from models.store.writer import sqlite_engine
from models.work import Entry, State, Target

NOW = datetime.fromisoformat("2027-01-05T03:00:00+00:00")
TODAY, QUARTER = date(2027, 1, 5), Quarter(2026, 4)
SINCE, ENDED = date(2026, 1, 1), date(2026, 12, 1)
MOST_STEPS = 60
UNITS = {"Alma": "Dinas A", "Beni": "Dinas B"}
UNDER = {"Sinta": "Alma", "Eko": "Sinta", "Erna": "Sinta", "Hani": "Alma", "Fajar": "Beni"}
FORMER = ("Mantan", "Purna")
"""One was the superior of Eko, the other worked under Sinta; both are over."""
OWNERS = ("Eko", "Erna", "Fajar", "Purna", "Sinta")
ROLES = ("Warga", "Tamu", "Alma", "Beni", *UNDER, *FORMER)
MAY_SEE: Mapping[str, set[str]] = {
    "Eko": {"Eko"},
    "Erna": {"Erna"},
    "Fajar": {"Fajar"},
    "Purna": {"Purna"},
    "Sinta": {"Sinta", "Eko", "Erna"},
    "Alma": {"Sinta"},
    "Beni": {"Fajar"},
}
"""Whose entries, targets and evaluations each role may read and decide on; the others nobody's."""


@dataclass(frozen=True)
class Pressed:
    """What came of a press: words and buttons, or a refusal."""

    words: str = ""
    taps: tuple[str, ...] = ()
    refusal: tuple[str, str] | None = None


@dataclass
class Stage:
    """The town, open in one transaction that is never kept."""

    store: Connection
    ids: dict[str, int]
    as_was: dict[int, str]
    harvest: dict[str, set[str]] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)

    def person(self, role: str) -> Person:
        """Who they are never changes: every press is undone."""
        if role not in self.people:
            self.people[role] = self._met(role)
        return self.people[role]

    def _met(self, role: str) -> Person:
        met = addresses.meet(self.store, "telegram", str(7000 + ROLES.index(role)))
        return addresses.person_at(self.store, met.address, NOW)

    def presses(self, role: str, tap: str) -> Pressed:
        """Press as the role does, look for what leaks, and undo it all."""
        nested = self.store.begin_nested()
        try:
            driver: Any = self.store.connection.driver_connection
            person, changes = self.person(role), driver.total_changes
            pressed = _pressed(self.store, person, tap)
            self._nothing_leaks(role, tap, pressed)
            if driver.total_changes != changes:
                self._nothing_changes(role, tap)
            return pressed
        finally:
            nested.rollback()

    def _nothing_leaks(self, role: str, tap: str, pressed: Pressed) -> None:
        may = MAY_SEE.get(role, set())
        seen = {owner for owner in OWNERS if f"rahasia{owner}" in pressed.words}
        assert seen <= may, f"{role} reads {seen - may} at {tap}"

    def _nothing_changes(self, role: str, tap: str) -> None:
        may, now = MAY_SEE.get(role, set()), _owned(self.store)
        changed = {n for n, number in self.ids.items() if now[number] != self.as_was[number]}
        assert changed <= may | {role}, f"{role} changes {changed} at {tap}"
        for row in self.store.execute(
            select(schema.letters.c.sheet, schema.addresses.c.person_id).join(schema.addresses)
        ):
            to = next((n for n, number in self.ids.items() if number == row.person_id), "")
            told = {owner for owner in OWNERS if f"rahasia{owner}" in row.sheet}
            assert told <= MAY_SEE.get(to, set()) | {to}, f"{role} lets {to} know at {tap}"


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    path: Path = tmp_path_factory.mktemp("walk") / "walk.db"
    engine = sqlite_engine(make_url(f"sqlite:///{path}"))
    with engine.connect() as store, store.begin() as transaction:
        schema.metadata.create_all(store)
        ids = _peopled(store)
        stage = Stage(store, ids, _owned(store))
        for role in ROLES:
            stage.harvest[role] = _walked(stage, role)
        yield stage
        transaction.rollback()
    engine.dispose()


def _peopled(store: Connection) -> dict[str, int]:
    ids: dict[str, int] = {}
    for number, role in enumerate(ROLES):
        address = addresses.meet(store, "telegram", str(7000 + number)).address
        if role in ("Warga", "Tamu"):
            continue
        ids[role] = people.add(store, f"{role} Contoh", nip=f"19900101201501100{number}")
        addresses.change(store, address.id, person_id=ids[role])
    units = {}
    for head, name in UNITS.items():
        unit = services.add_unit(store, name, zone="Asia/Jakarta")
        units[head] = unit.id
        service = services.add_service(store, unit.id, f"Layanan {head}")
        services.offer(store, services.add_counter(store, unit.id, "Loket 1"), service)
        people.entrust(store, ids[head], unit_id=unit.id, duty="head", valid_from=SINCE)
    for officer, head in (("Hani", "Alma"), ("Beni", "Beni")):
        people.entrust(store, ids[officer], unit_id=units[head], duty="hr", valid_from=SINCE)
    for role, number in ids.items():
        head = "Beni" if role in ("Beni", "Fajar") else "Alma"
        posts.place(store, number, units[head], "Staf", since=SINCE)
    for role in ("Mantan", "Purna"):
        posts.report_to(store, ids[role], ids["Sinta"], since=SINCE)
    posts.report_to(store, ids["Eko"], ids["Mantan"], since=SINCE)
    for role, superior in UNDER.items():
        posts.report_to(store, ids[role], ids[superior], since=ENDED)
    posts.report_to(store, ids["Mantan"], ids["Alma"], since=ENDED)
    posts.leave_post(store, ids["Purna"], since=ENDED)
    for owner in OWNERS:
        _worked(store, owner, ids)
    for role, proposed in (("Eko", "Alma"), ("Erna", None), ("Fajar", None), ("Purna", "Alma")):
        superior = UNDER.get(role)
        doubts.say(
            store,
            ids[role],
            superior_id=ids[superior] if superior else None,
            proposed_id=ids[proposed] if proposed else None,
            day=TODAY,
        )
    return ids


def _worked(store: Connection, owner: str, ids: Mapping[str, int]) -> None:
    number, mark = ids[owner], f"rahasia{owner}"
    for quarter in (QUARTER, QUARTER.next):
        targets.put(store, Target(0, number, quarter, mark, mark, Decimal(9), mark))
    target = targets.of_person(store, number, QUARTER)[0]
    days = (date(2026, 11, 20), date(2027, 1, 4)) * 2
    for day, state in zip(days, get_args(State), strict=True):
        entry = Entry(0, "", number, day, day, f"{mark} {state}", target.id, Decimal(1), mark)
        more: dict[str, Any] = {"state": state, "sent_at": NOW, "reason": mark}
        proof = (File("link", f"https://contoh.go.id/{mark}"),)
        work.add(store, Entry(**{**entry.__dict__, **more, "evidence": proof}))
    leaves.add(store, number, date(2027, 1, 7), date(2027, 1, 8))
    claim = Claim(target.id, mark, mark, Decimal(9), Decimal(1), Decimal(2), mark)
    own = Evaluation(
        number, QUARTER, (claim,), "sesuai", "sesuai", TODAY, mark, mark, {"loyal": mark}
    )
    if owner != "Eko":
        evaluations.put(store, own)
    if owner in ("Erna", "Fajar"):
        rated = Appraisal(number, QUARTER, ids["Alma"], "sesuai", "atas", mark, "baik", TODAY)
        evaluations.rate(store, rated)


def _walked(stage: Stage, role: str) -> set[str]:
    """Every button that the role comes upon, beginning with the name of every conversation."""
    found: set[str] = set()
    ahead = [f"o.{name}." for name in CONVERSATIONS]
    while ahead and len(found) < 1500:
        tap = ahead.pop()
        if tap not in found:
            found.add(tap)
            ahead += stage.presses(role, tap).taps
    return found


def _pressed(store: Connection, person: Person, tap: str) -> Pressed:
    """The conversation from this button to its end, with the first answer that each question has.

    `tap` is what the button carries; the words of every question and letter on the way are seen.
    """
    _, name, opening = tap.split(".", 2)
    letters: list[Letter] = []
    try:
        while True:
            conversation = CONVERSATIONS[name]
            facts = conversation.look(store, person, opening, NOW)
            step = conversation.replay(facts)
            for _ in range(MOST_STEPS):
                if not isinstance(step, Asking):
                    break
                letters.append(asked(step, dialogue=1))
                step = conversation.answer(facts, step, _answer(step), spell=_spelled)
            assert not isinstance(step, Asking), f"{tap} does not end: {step.question.name}"
            if not isinstance(step.outcome, Onward):
                letters.append(conversation.keep(store, person, step.outcome, NOW))
                break
            name, opening = step.outcome.conversation, step.outcome.opening
    except Refused as refusal:
        words = (refusal.why.id, json.dumps(dict(refusal.why.facts), default=str))
        return Pressed(_words(letters), _taps(letters), words)
    return Pressed(_words(letters), _taps(letters))


def _spelled(words: Words) -> str:
    return catalogue().plain("id", words)


def _answer(step: Asking) -> Said:
    """The first choice, and the last where a question comes again, so that every loop ends."""
    question: Question[Any] = step.question
    again = sum(answered.question.name == question.name for answered in step.answered)
    if isinstance(question, Day):
        return Typed(question.latest.isoformat())
    if isinstance(question, Hours):
        return Typed("08.00-09.00")
    if question.choices:
        return Chosen(question.choices[-1 if again else 0].key)
    if isinstance(question, Amount):
        return Typed("7")
    return Skipped() if question.may_skip else Typed("kata")


def _words(letters: Sequence[Letter]) -> str:
    """All that the letters carry; their texts are in the catalogue and belong to nobody."""
    return "\n".join(json.dumps(packed(letter), default=str) for letter in letters)


def _taps(letters: Sequence[Letter]) -> tuple[str, ...]:
    begins = (b.tap for b in _buttons(letters) if b.tap.startswith(("o.", "n.")))
    return tuple(f"o.{tap[2:]}" for tap in begins)


def _buttons(letters: Sequence[Letter]) -> list[Button]:
    return [button for letter in letters for row in letter.buttons for button in row]


def _owned(store: Connection) -> dict[int, str]:
    """Everything that belongs to each person, to see what a press has changed."""
    owned: dict[int, list[Any]] = {}
    for name in ("entries", "targets", "leaves", "evaluations", "appraisals"):
        table = schema.metadata.tables[name]
        for row in store.execute(select(table).order_by(table.c.id)):
            owned.setdefault(row.person_id, []).append(tuple(row))
    return defaultdict(str, {person: str(rows) for person, rows in owned.items()})


PRESSING = ("Warga", "Tamu", "Eko", "Sinta", "Alma", "Hani", *FORMER)
"""A citizen, a stranger, an employee, a superior, a head, HR, and two whose time is over. The
others only show which buttons there are."""


@pytest.mark.parametrize("role", PRESSING)
def test_no_button_tells_or_changes_what_is_not_ones_own(stage: Stage, role: str) -> None:
    """Also the buttons that only others have seen; and where those are refused, the same button
    for something that is not there is refused in the same words."""
    for tap in sorted(set().union(*stage.harvest.values())):
        pressed = stage.presses(role, tap)
        if role in ("Warga", "Tamu"):
            assert not [name for name in stage.ids if f"{name} Contoh" in pressed.words], tap
        absent = _absent(tap)
        if pressed.refusal is not None and absent != tap and tap not in stage.harvest[role]:
            there = stage.presses(role, absent).refusal
            assert there == pressed.refusal, f"{role} at {tap} and {absent}"


def _absent(tap: str) -> str:
    """The same button for something that is not there; quarters stay what they are."""
    head, name, opening = tap.split(".", 2)
    parts = re.split(r"(20\d\d-Q[1-4])", opening)
    gone = [p if re.fullmatch(r"20\d\d-Q[1-4]", p) else _far(p) for p in parts]
    return f"{head}.{name}.{''.join(gone)}"


def _far(part: str) -> str:
    """The first number moved to where nothing is; pages and moments after it stay."""
    return re.sub(r"\d+", "99999", part, count=1)


def test_the_walk_has_been_everywhere(stage: Stage) -> None:
    gathered = set().union(*stage.harvest.values())
    assert {tap.split(".", 2)[1] for tap in gathered} == set(CONVERSATIONS)
    assert len(gathered) > 100
