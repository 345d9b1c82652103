"""Every conversation and every button, as every role, on own, foreign, absent and expired objects.

The buttons are gathered by walking as everybody; then each is pressed by each role, tapped and
typed, also from a chat that is not the one it was shown in. What belongs to somebody carries their
mark, so that a word too much is seen wherever it is said.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any, get_args

import pytest
from sqlalchemy import Connection, insert, select, text, update

from bot.channel import Delivery, Heard, Started, Tapped
from bot.imports.all_kinds import applied, parsed
from bot.imports.outcome import Terms
from bot.inbound.outcome import Speech, Turned, turned
from bot.texts import catalogue, lexicon
from bot.turn.question_letter import asked
from handlers import CONVERSATIONS, VERBS
from handlers.engine.conversation import Asking, Conversation, Ended, Onward
from handlers.engine.manifest import audiences
from handlers.engine.question import NotUnderstood, Question
from handlers.engine.said import Chosen, Said, Skipped, Typed
from handlers.office.imports.waiting import OfficeChange, propose
from handlers.words.days import Day, Hours
from handlers.words.numbers import Amount
from models.complaints import ComplaintKind, ComplaintState
from models.evaluations import Appraisal, Claim, Evaluation
from models.letters import Button, File, Letter, Text, Words, packed
from models.people import Duty, Person
from models.quarter import Quarter
from models.ratings import DAILY, Rating
from models.refused import Refused
from models.store import schema
from models.store.chat import addresses
from models.store.complaints import complaints, hearings
from models.store.intake import intakes
from models.store.intake.intakes import Preview
from models.store.office import services
from models.store.oversight import trail
from models.store.people import doubts, leaves, people, posts
from models.store.ratings import ratings
from models.store.work import entries, evaluations, targets
from models.work import Entry, State, Target
from tests.actors import rated
from tests.office import leaves_post
from tests.played import empty_store

NOW = datetime.fromisoformat("2027-01-05T03:00:00+00:00")
TODAY, QUARTER = date(2027, 1, 5), Quarter(2026, 4)
SINCE, ENDED = date(2026, 1, 1), date(2026, 12, 1)
MOST_STEPS, MOST_STRAY, MOST_CHOICES, MOST_NUMBERS = 60, 10, 4, 16
ABSENT = "99999"
TOLD_OPENLY = {"rate-own-place"}
"""A counter is no secret: its code hangs on the wall. Who serves there is told why."""
QUARTERS = r"\d{4}-Q[1-4]"
NEAR = {"2026-Q4", "2027-Q1"}
WORDS = ("kata demi kata", "7", "2027-02-01")
"""What is typed where nothing can be chosen: the first of it that fits."""
YESTERDAY, SHORTLY = date(2027, 1, 4), date(2026, 12, 15)
UNITS = {"Alma": "Dinas A", "Beni": "Dinas B"}
UNDER = {"Sinta": "Alma", "Eko": "Sinta", "Erna": "Sinta", "Hani": "Alma", "Fajar": "Beni"}
FORMER = ("Mantan", "Purna")
"""One was the superior of Eko, the other worked under Sinta; both are over."""
OWNERS = ("Eko", "Erna", "Fajar", "Purna", "Sinta")
WATCHING = ("Awas", "Audi", "Opi", "Pusat", "Wakil", "Usai", "Sekre", "Lokal", "Kepala")
"""Oversight and an auditor of the first unit, the operator, HR of the whole office, who heads the
first unit for another until today, and whose every duty there ended yesterday; HR and an auditor of
the secretariat alone, and the head of the whole office."""
AT_DESK = "Sekretariat"
FILE = "NIP,nama,unit,jabatan,NIP atasan,peran,unit tugas,unit induk"
IN_FILE = {
    "Audi": "auditor,Dinas A",
    "Pusat": "admin kepegawaian,Kabupaten Contoh",
    "Sekre": "admin kepegawaian,",
    "Lokal": "auditor,",
}
"""Who sits in the secretariat, with role and unit of duty as the office's file has them."""
ROLES = ("Warga", "Tamu", "Alma", "Beni", *UNDER, *FORMER, *WATCHING)
TOP, FIRST, SECOND = "Kabupaten", "Alma", "Beni"
DUTIES = (
    ("Hani", "hr", FIRST, SINCE, None),
    ("Beni", "hr", SECOND, SINCE, None),
    ("Awas", "oversight", FIRST, SINCE, None),
    ("Opi", "operator", TOP, SINCE, None),
    ("Kepala", "head", TOP, SINCE, None),
    ("Wakil", "head", FIRST, SHORTLY, TODAY),
    *(("Usai", duty, FIRST, SINCE, YESTERDAY) for duty in get_args(Duty)),
)
"""Who holds which duty, at which head's unit, from which day to which."""
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
AT_FIRST = {"Alma", "Hani", "Sinta", "Eko", "Erna", "Mantan", "Usai"}
KEEPS: Mapping[str, set[str]] = {
    "Hani": AT_FIRST - {"Hani"},
    "Beni": {"Fajar", "Wakil"},
    "Sekre": set(IN_FILE) - {"Sekre"},
    "Pusat": AT_FIRST
    | {"Beni", "Fajar", "Wakil", "Awas", "Audi", "Opi", "Sekre", "Lokal", "Kepala"},
    "Kepala": {"Eko"},
}
"""Whose post, superior, leave and requests each personnel office may change: never its own. Another
superior of Eko waits for a second person, which the head of the whole office may be."""
RECORD = ("entries", "targets", "evaluations", "appraisals")
KEPT = ("posts", "superiors", "stations", "duties", "leaves", "schedules", "requests")
"""What tells of a person's work, and what the office keeps of them."""
MARKS: Mapping[str, set[str]] = {
    **{f"rahasia{one}": {r for r in ROLES if one in MAY_SEE.get(r, ())} for one in OWNERS},
    "kataAlma": {"Alma", "Awas", "Wakil", "Kepala"},
    "kataBeni": {"Beni", "Kepala"},
    "tahanAlma": {"Awas"},
    "tahanBeni": set(),
    "malamAlma": set(),
    "malamBeni": set(),
    "jejakEko": {"Eko", "Audi"},
    "jejakFajar": {"Fajar"},
    "pesanEko": {"Eko", "Hani", "Pusat"},
    "pesanFajar": {"Fajar", "Beni", "Pusat"},
    "aduanAlma": {"Alma", "Wakil", "Kepala"},
    "dengarEko": {"Eko"},
    "beratAlma": {"Awas"},
    "serahErna": {"Alma", "Erna", "Wakil", "Kepala"},
    "keduaAlma": {"Alma", "Wakil", "Kepala"},
    "berkasHani": {"Hani", "Pusat", "Kepala"},
    "ubahHani": {"Hani", "Pusat", "Kepala"},
}
"""What is marked, and who may read it: somebody's record, what citizens wrote of a unit, what of it
is held, who looked at somebody, what somebody asked of the office, what a citizen complains of and
what whom it touches reads of that, a file of HR."""
OF_ONE = ("rahasia", "jejak", "pesan")
"""The marks that tell of one person."""


@dataclass(frozen=True)
class Pressed:
    """What came of a press: words and buttons, or a refusal."""

    words: str = ""
    taps: tuple[str, ...] = ()
    refusal: tuple[str, str] | None = None
    choices: int = 0
    concerned: frozenset[int] = frozenset()


@dataclass
class Stage:
    """The town, open in one transaction that is never kept."""

    store: Connection
    ids: dict[str, int]
    read: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    told: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    strayed: set[tuple[str, int]] = field(default_factory=set)
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

    def presses(self, role: str, tap: str, *, choice: int = 0) -> Pressed:
        """Press as the role does, look for what leaks, and undo it all."""
        with self.undone():
            before = self.changes
            pressed = _pressed(self.store, self.person(role), tap, choice=choice)
            self.leaks_nothing(role, tap, pressed.words)
            self.tells_who_read(role, tap, pressed)
            if self.changes != before:
                self.changes_nothing(role, tap)
            return pressed

    def turns(self, role: str, said: Delivery) -> Turned:
        """The same through the turn that the desk gives everybody; what it does stays."""
        heard = Heard("telegram", self.sender(role), "", said, at=NOW)
        met = addresses.meet(self.store, "telegram", self.sender(role))
        met = addresses.heard_from(self.store, met, at=NOW)
        done = turned(self.store, heard, met, now=NOW, speech=_speech())
        words = _words([envelope.letter for envelope in done.letters])
        self.leaks_nothing(role, str(said), words)
        self.changes_nothing(role, str(said))
        return done

    @contextmanager
    def undone(self) -> Iterator[None]:
        """The driver's own, ten times as quick; one within another has the same name."""
        self.driver.execute("SAVEPOINT before")
        try:
            yield
        finally:
            self.driver.execute("ROLLBACK TO before")
            self.driver.execute("RELEASE before")

    @property
    def changes(self) -> int:
        return int(self.driver.total_changes)

    @property
    def driver(self) -> Any:
        return self.store.connection.driver_connection

    def sender(self, role: str) -> str:
        return str(7000 + ROLES.index(role))

    def leaks_nothing(self, role: str, tap: str, words: str) -> None:
        seen = {mark for mark in MARKS if mark in words}
        self.read[role] |= seen
        if role in ("Warga", "Tamu"):
            assert not [name for name in self.ids if f"{name} Contoh" in words], tap
        assert role in set(ROLES).intersection(*(MARKS[mark] for mark in seen)), (
            f"{role} reads {seen} at {tap}"
        )

    def tells_who_read(self, role: str, tap: str, pressed: Pressed) -> None:
        """Whoever is read of is told by the trail that they were."""
        seen = [mark for mark in MARKS if mark.startswith(OF_ONE) and mark in pressed.words]
        others = {name for name in self.ids if any(mark.endswith(name) for mark in seen)} - {role}
        told = {name for name in others if self.ids[name] in pressed.concerned}
        assert others == told, f"{role} reads of {others - told} at {tap}, and nobody is told"
        self.told[role] |= told

    def changes_nothing(self, role: str, tap: str) -> None:
        """Nothing of anybody else, and no letter to anybody of what is not theirs."""
        names = {number: name for name, number in self.ids.items()}
        for table, number in self.store.execute(text("SELECT * FROM touched")):
            may = (MAY_SEE if table in RECORD else KEEPS).get(role, set())
            whose = names.get(number, "somebody")
            assert whose in may | {role}, f"{role} changes {table} of {whose} at {tap}"
        query = select(schema.letters.c.sheet, schema.addresses.c.person_id)
        for sheet, number in self.store.execute(query.join(schema.addresses)):
            to = names.get(number, "somebody")
            told = {mark for mark in MARKS if mark in sheet and to not in MARKS[mark]}
            told -= {mark for mark in told if mark.endswith(to)}
            assert not told, f"{role} lets {to} know {told} at {tap}"

    def forgets(self) -> None:
        """What was changed so far was nobody's press."""
        self.store.execute(text("DELETE FROM touched"))


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    with empty_store() as store:
        ids = _peopled(store)
        _watched(store)
        stage = Stage(store, ids)
        for role in ROLES:
            stage.harvest[role] = _walked(stage, role)
        yield stage


def _peopled(store: Connection) -> dict[str, int]:
    ids: dict[str, int] = {}
    for number, role in enumerate(ROLES):
        address = addresses.meet(store, "telegram", str(7000 + number)).address
        if role in ("Warga", "Tamu"):
            continue
        ids[role] = people.add(store, f"{role} Contoh", nip=nip_of(role))
        addresses.change(store, address.id, person_id=ids[role])
    top = services.add_unit(store, "Kabupaten Contoh", zone="Asia/Jakarta")
    units = {TOP: top.id}
    for head, name in UNITS.items():
        units[head] = _served(store, head, name, top.id)
        people.give_duty(store, ids[head], unit_id=units[head], duty="head", valid_from=SINCE)
    for who, duty, at, first, last in DUTIES:
        people.give_duty(
            store, ids[who], unit_id=units[at], duty=duty, valid_from=first, valid_to=last
        )
    for role, number in ids.items():
        above, other = ("Awas", "Opi", "Kepala"), ("Beni", "Fajar", "Wakil")
        at = TOP if role in above else SECOND if role in other else FIRST
        if role not in IN_FILE:
            posts.place(store, number, units[at], "Staf", since=SINCE)
    _in_file(store)
    for role in ("Mantan", "Purna"):
        posts.report_to(store, ids[role], ids["Sinta"], since=SINCE)
    posts.report_to(store, ids["Eko"], ids["Mantan"], since=SINCE)
    for role, above_them in UNDER.items():
        posts.report_to(store, ids[role], ids[above_them], since=ENDED)
    posts.report_to(store, ids["Erna"], ids["Usai"], since=SHORTLY)
    posts.report_to(store, ids["Erna"], ids["Sinta"], since=TODAY)
    posts.report_to(store, ids["Mantan"], ids["Alma"], since=ENDED)
    leaves_post(store, ids["Purna"], since=ENDED)
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
    _asked_of_the_office(store, ids, units)
    _complained(store, ids, units)
    return ids


def nip_of(role: str) -> str:
    return f"199001012015011{ROLES.index(role):03}"


def _in_file(store: Connection) -> None:
    """Those who sit in the secretariat, taken in from a file of the office."""
    rows = (
        f"{nip_of(role)},{role} Contoh,{AT_DESK},Staf,,{held},Kabupaten Contoh"
        for role, held in IN_FILE.items()
    )
    file = parsed("people", "\n".join((FILE, *rows)).encode(), "pegawai.csv")
    applied(store, file, Terms(NOW, "Asia/Jakarta"))


def _served(store: Connection, head: str, name: str, top: int) -> int:
    """A unit with a counter, and what citizens wrote there."""
    unit = services.add_unit(store, name, zone="Asia/Jakarta", parent_id=top)
    service = services.add_service(store, unit.id, f"Layanan {head}")
    counter = services.add_counter(store, unit.id, "Loket 1")
    services.offer(store, counter, service)
    one = Rating(counter, service, YESTERDAY, DAILY, {"overall": 2}, reason=f"kata{head}")
    held = replace(one, reason=f"bapak di loket 1 galak, tahan{head}")
    for _ in range(6):
        ratings.add(store, replace(one, reason=f"malam{head}"), hour=23)
    rated(store, [one] * 12 + [held])
    return unit.id


def _complained(store: Connection, ids: Mapping[str, int], units: Mapping[str, int]) -> None:
    """A complaint that touches Eko, who was asked for their word; a weighty one, one that Erna has
    in hand, and one that waits for a second person."""
    here = {"unit_id": units["Alma"], "with_id": units["Alma"], "said_on": TODAY, "due_on": TODAY}
    one = complaints.file(store, kind="plain", **here)
    complaints.step(store, one, "said", day=TODAY, words="aduanAlma")
    hearings.ask(
        store, one, ids["Eko"], by_id=ids["Alma"], about="dengarEko", day=TODAY, due=TODAY
    )
    others: tuple[tuple[ComplaintKind, ComplaintState, str | None, str], ...] = (
        ("weighty", "new", None, "beratAlma"),
        ("plain", "taken", "Erna", "serahErna"),
        ("wish", "second", "Alma", "keduaAlma"),
    )
    for kind, state, holder, words in others:
        made = complaints.file(store, kind=kind, **here)
        complaints.change(store, made, state=state, holder_id=ids[holder] if holder else None)
        complaints.step(store, made, "said", day=TODAY, words=words)


def _asked_of_the_office(
    store: Connection, ids: Mapping[str, int], units: Mapping[str, int]
) -> None:
    """Doubts, requests and files of which one is open and one is over; and who looked at whom."""
    over, _ = doubts.say(store, ids["Usai"], superior_id=None, proposed_id=None, day=SHORTLY)
    doubts.settle(store, over.id, "kept", by=ids["Hani"], day=SHORTLY)
    for owner, state in (("Eko", "open"), ("Eko", "done"), ("Fajar", "open"), ("Fajar", "done")):
        row = {"person_id": ids[owner], "kind": "correct", "words": f"pesan{owner}"}
        at = {"asked_at": NOW, "due_at": NOW, "state": state}
        store.execute(insert(schema.requests).values(**row, **at))
    states: tuple[intakes.State, ...] = ("shown", "waiting", "confirmed", "done", "dropped")
    for given in states:
        there = frozenset({units[FIRST]})
        shown = Preview(1, 0, 0, 0, (), "", there, there)
        intakes.add(
            store,
            "people",
            f"berkasHani-{given}.csv",
            content=b"",
            digest="",
            preview=shown,
            needs_second=True,
            given_by=ids["Hani"],
            now=NOW,
            state=given,
        )
    asked = OfficeChange(
        "superior",
        {"who": ids["Eko"], "before": ids["Sinta"], "to": ids["Alma"]},
        Text("change-superior", {"name": "ubahHani", "before": "Sinta", "after": "Alma"}),
        frozenset({units[FIRST]}),
        about=ids["Eko"],
    )
    propose(store, asked, by=ids["Hani"], now=NOW)
    store.execute(schema.letters.delete())
    for owner in ("Eko", "Fajar"):
        by = people.add(store, f"jejak{owner}")
        trail.write(store, [trail.Note("look.saya", NOW, TODAY, by=by, about=ids[owner])])


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
        entries.add(store, Entry(**{**entry.__dict__, **more, "evidence": proof}))
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
    """Every button that the role comes upon, beginning with the name of every conversation.

    Where one of several is to be chosen first, somebody chooses each of the first few. Of the
    quarters, which go back without an end, only those where there is something.
    """
    found: set[str] = set()
    ahead = [f"o.{name}." for name in CONVERSATIONS]

    while ahead and len(found) < 1500:
        tap = ahead.pop()
        if tap in found or not NEAR.issuperset(re.findall(QUARTERS, tap)):
            continue
        found.add(tap)
        pressed = stage.presses(role, tap)
        ahead += pressed.taps
        kind = (re.sub(r"\d+", "#", tap), pressed.choices)
        most = 0 if kind in stage.strayed else min(pressed.choices, MOST_CHOICES)
        stage.strayed.add(kind)
        for choice in range(1, most):
            ahead += stage.presses(role, tap, choice=choice).taps
    return found


def _pressed(store: Connection, person: Person, tap: str, *, choice: int = 0) -> Pressed:
    """The conversation from this button to its end, with the first answer that each question has.

    `tap` is what the button carries; the words of every question and letter on the way are seen.
    `choice` is what is chosen first, of the `choices` that there are.
    """
    _, name, words = tap.split(".", 2)
    letters: list[Letter] = []
    onward: list[str] = []
    concerned: set[int] = set()
    choices = 0

    def pressed(refusal: tuple[str, str] | None = None) -> Pressed:
        taps = (*onward, *_taps(letters))
        return Pressed(_words(letters), taps, refusal, choices, frozenset(concerned))

    try:
        while True:
            topic, opening = CONVERSATIONS[name].opened(words)
            facts = topic.look(store, person, opening, NOW)
            if topic.concerns is not None:
                concerned.update(topic.concerns(facts))
            form = isinstance(topic, Conversation)
            step = topic.replay(facts) if form else Ended(facts, ())
            for _ in range(MOST_STRAY if choice else MOST_STEPS):
                if not isinstance(step, Asking):
                    break
                letters.append(asked(step, dialogue=1))
                choices = choices or len(step.question.choices)
                nth = choice if len(letters) == 1 else 0
                after = _answered(topic, facts, step, _answers(step, nth, bool(choice)))
                if after is None:
                    return pressed()
                step = after
            if isinstance(step, Asking):
                assert choice, f"{tap} does not end: {step.question.name}"
                return pressed()
            if not isinstance(step.outcome, Onward):
                letters.append(topic.letter(store, person, step.outcome, NOW))
                return pressed()
            name, words = step.outcome.conversation, step.outcome.opening
            onward.append(f"o.{name}.{words}")
    except Refused as refusal:
        return pressed((refusal.why.id, json.dumps(dict(refusal.why.facts), default=str)))


def _spelled(words: Words) -> str:
    return catalogue().plain("id", words)


def _answered(
    conversation: Conversation[Any, Any, Any], facts: Any, step: Asking, answers: Iterable[Said]
) -> Any:
    """Where the form stands after the first of these that fits; None where none does."""
    for said in answers:
        with suppress(NotUnderstood):
            return conversation.answer(facts, step, said, spell=_spelled)
    return None


def _answers(step: Asking, choice: int, strays: bool) -> Iterator[Said]:
    """The first choice, and the last where a question comes again, so that every loop ends; who
    strays from that, by another choice at first, takes the first again."""
    question: Question[Any] = step.question
    again = sum(answered.question.name == question.name for answered in step.answered)
    if isinstance(question, Day):
        yield Typed(question.latest.isoformat())
    if isinstance(question, Hours):
        yield Typed("08.00-09.00")
    if question.choices:
        yield Chosen(question.choices[-1 if again and not strays else choice].key)
    if isinstance(question, Amount):
        yield Typed("7")
    if question.may_skip:
        yield Skipped()
    yield from (Typed(words) for words in WORDS)


def _words(letters: Sequence[Letter]) -> str:
    """All that the letters carry; their texts are in the catalogue and belong to nobody."""
    return "\n".join(json.dumps(packed(letter), default=str) for letter in letters)


def _taps(letters: Sequence[Letter]) -> tuple[str, ...]:
    begins = (b.tap for b in _buttons(letters) if b.tap.startswith(("o.", "n.")))
    return tuple(f"o.{tap[2:]}" for tap in begins)


def _buttons(letters: Sequence[Letter]) -> list[Button]:
    return [button for letter in letters for row in letter.buttons for button in row]


def _watched(store: Connection) -> None:
    """Have it written down whose rows are changed: reading everything after each press is slow."""
    store.execute(text("CREATE TEMP TABLE touched (called TEXT, person_id INTEGER)"))
    for table in (*RECORD, *KEPT):
        for deed, row in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")):
            does = f"INSERT INTO touched VALUES ('{table}', {row}.person_id)"  # noqa: S608
            begins = f"CREATE TEMP TRIGGER {table}_{deed} AFTER {deed} ON main.{table}"
            store.execute(text(f"{begins} BEGIN {does}; END"))
    driver: Any = store.connection.driver_connection
    driver.execute("COMMIT")  # else SQLite reads all its tables anew after each press undone
    driver.execute("BEGIN")


@cache
def _speech() -> Speech:
    return Speech(catalogue(), lexicon(catalogue(), verbs=VERBS, conversations=CONVERSATIONS))


PRESSING = ("Warga", "Tamu", "Eko", "Sinta", "Alma", "Hani", *FORMER, *WATCHING)
"""A citizen, a stranger, an employee, a superior, a head, HR, two whose time is over, and those who
watch. The others only show which buttons there are."""


@pytest.mark.parametrize("role", PRESSING)
def test_no_button_tells_or_changes_what_is_not_ones_own(stage: Stage, role: str) -> None:
    """Also the buttons that only others have seen; and where those are refused, the same button
    for something that is not there is refused in the same words."""
    for tap in sorted(set().union(*stage.harvest.values()) - stage.harvest[role]):
        pressed = stage.presses(role, tap)
        if pressed.refusal is not None and pressed.refusal[0] not in TOLD_OPENLY:
            _refused_alike(stage, role, tap, pressed)


@pytest.mark.parametrize("role", ["Sinta", "Hani", "Audi", "Usai"])
def test_a_number_that_no_button_shows_tells_no_more(stage: Stage, role: str) -> None:
    """What is over, or of no concern to who is shown the buttons: each kind of button, with every
    number that anything has. Who has nothing of their own is refused all of it alike."""
    for tap in sorted(_kinds(stage)):
        absent = stage.presses(role, _renumbered(tap, ABSENT)).refusal
        for number in set(range(1, MOST_NUMBERS)) - {stage.ids.get(role)}:
            refusal = stage.presses(role, _renumbered(tap, str(number))).refusal
            if role == "Usai":
                assert refusal in (None, absent), f"{role} at {tap} with {number}"


def _refused_alike(stage: Stage, role: str, tap: str, pressed: Pressed) -> None:
    absent = _renumbered(tap, ABSENT)
    if absent != tap:
        there = stage.presses(role, absent).refusal
        assert there == pressed.refusal, f"{role} at {tap} and {absent}"


def _kinds(stage: Stage) -> set[str]:
    """One button of each kind that carries the number of something; a counter has a code."""
    kinds: dict[str, str] = {}
    for tap in sorted(set().union(*stage.harvest.values())):
        kinds.setdefault(re.sub(r"\d+", "#", tap), tap)
    numbered = {tap for tap in kinds.values() if _renumbered(tap, ABSENT) != tap}
    return {tap for tap in numbered if tap.split(".")[1] not in ("nilai", "survei")}


def _renumbered(tap: str, number: str) -> str:
    """The same button with another number, the first that it has; quarters stay what they are, and
    pages and moments after it."""
    head, name, opening = tap.split(".", 2)
    parts = re.split(r"(20\d\d-Q[1-4])", opening)
    new = [p if re.fullmatch(r"20\d\d-Q[1-4]", p) else _numbered(p, number) for p in parts]
    return f"{head}.{name}.{''.join(new)}"


def _numbered(part: str, number: str) -> str:
    return re.sub(r"\d+", number, part, count=1)


@pytest.mark.parametrize("role", ["Warga", "Hani", "Usai"])
def test_a_typed_name_opens_what_its_button_opens(stage: Stage, role: str) -> None:
    for name in CONVERSATIONS:
        word = _spelled(Text(f"open-{name}")).split("|")[0].strip()
        assert _said(stage, role, Typed(word)) == _said(stage, role, Tapped(f"n.{name}.")), word


def test_typing_and_links_open_no_more_than_buttons_do(stage: Stage) -> None:
    """`/setuju e12` is what its button is; a link opens the conversation's own beginning."""
    role = "Sinta"
    bare = {name: _said(stage, role, Tapped(f"n.{name}.")) for name in CONVERSATIONS}
    for tap in sorted(_kinds(stage)):
        _, name, opening = tap.split(".", 2)
        words = _spelled(Text(f"open-{name}")).split("|")
        word = next((word.strip() for word in words if " " not in word.strip()), None)
        if word is not None:
            typed = _said(stage, role, Typed(f"/{word} {opening}"))
            assert typed == _said(stage, role, Tapped(f"n.{name}.{opening}")), tap
        manifest = CONVERSATIONS[name].manifest
        if not (manifest.linked or manifest.at_once):
            assert _said(stage, role, Started(f"{name}-{opening}")) == bare[name], tap


def _said(stage: Stage, role: str, said: Delivery) -> str:
    """What is read then; forms are told apart by what they ask, not by their number."""
    with stage.undone():
        done = stage.turns(role, said)
        words = _words([envelope.letter for envelope in done.letters])
        return re.sub(r"\ba\.\d+\.", "a.", words)


FORMS = {
    "Eko": ("o.cuti.", "o.triwulan.2026-Q4"),
    "Sinta": ("o.apresiasi.{Eko}", "o.penilaian.{Erna}@2026-Q3"),
    "Hani": ("o.luruskan.1",),
    "Audi": ("o.jejak.",),
}
"""Forms that ask something, by whose they are."""


@pytest.mark.parametrize(("owner", "tap"), [(who, tap) for who in FORMS for tap in FORMS[who]])
def test_a_button_of_another_chat_or_of_a_form_that_is_over_does_nothing(
    stage: Stage, owner: str, tap: str
) -> None:
    with stage.undone():
        opened = stage.turns(owner, Tapped(tap.format(**stage.ids)))
        buttons = [button.tap for button in _buttons([e.letter for e in opened.letters])]
        answers = [button for button in buttons if button.startswith("a.")]
        assert answers, tap
        for role in ("Warga", "Erna", "Beni"):
            for own_form in ("", "o.nilai."):
                for button in answers:
                    _is_stale(stage, role, button, own_form=own_form)
        stage.turns(owner, Typed("batal"))
        for button in answers:
            _is_stale(stage, owner, button)


def _is_stale(stage: Stage, role: str, button: str, *, own_form: str = "") -> None:
    """It is told to be over, and no form but the person's own has moved."""
    with stage.undone():
        if own_form:
            stage.turns(role, Tapped(own_form))
        before = _forms(stage.store)
        done = stage.turns(role, Tapped(button))
        assert done.toast == Text("toast-stale"), f"{role} at {button}"
        assert _forms(stage.store) == before, f"{role} at {button}"


def _forms(store: Connection) -> list[Any]:
    columns = (schema.dialogues.c.id, schema.dialogues.c.answers, schema.dialogues.c.parked)
    return [tuple(row) for row in store.execute(select(*columns).order_by(schema.dialogues.c.id))]


TAKEN = {
    "Alma": "ringkasan",
    "Wakil": "ringkasan",
    "Awas": "ringkasan",
    "Hani": "luruskan",
    "Pusat": "luruskan",
    "Opi": "keadaan",
    "Audi": "jejak",
}
"""What each duty opens."""


@pytest.mark.parametrize("role", TAKEN)
def test_a_duty_that_was_taken_away_opens_nothing_with_the_next_tap(
    stage: Stage, role: str
) -> None:
    """What still opens is what is open to somebody who never held it."""
    taps = [tap for tap in sorted(stage.harvest[role]) if tap.startswith(f"o.{TAKEN[role]}.")]
    mine = [tap for tap in taps if stage.presses("Usai", tap).refusal is not None]
    assert all(stage.presses(role, tap).refusal is None for tap in mine)
    with stage.undone():
        _relieved(stage, role)
        for tap in mine:
            refusal = stage.presses(role, tap).refusal
            assert refusal == stage.presses("Usai", tap).refusal, f"{role} at {tap}"
    stage.people.pop(role)
    assert mine


def _relieved(stage: Stage, role: str) -> None:
    whose = schema.duties.c.person_id == stage.ids[role]
    stage.store.execute(update(schema.duties).where(whose).values(valid_to=YESTERDAY))
    stage.people.pop(role, None)
    stage.forgets()


def test_a_right_that_was_taken_away_ends_the_form_that_is_open(stage: Stage) -> None:
    with stage.undone():
        opened = stage.turns("Hani", Tapped("o.luruskan.1"))
        first = next(b.tap for b in _buttons([e.letter for e in opened.letters]))
        _relieved(stage, "Hani")
        done = stage.turns("Hani", Tapped(first))
        assert "luruskan-not-yours" in _words([e.letter for e in done.letters])
        assert doubts.doubt(stage.store, 1).state == "open"  # type: ignore[union-attr]
    stage.people.pop("Hani", None)


def test_whoever_is_no_longer_the_superior_cannot_end_what_they_began(stage: Stage) -> None:
    with stage.undone():
        entry = next(one for one in entries.waiting(stage.store, [stage.ids["Eko"]]))
        stage.turns("Sinta", Tapped(f"o.kembalikan.{entry.id}"))
        posts.report_to(stage.store, stage.ids["Eko"], stage.ids["Alma"], since=TODAY)
        stage.forgets()
        done = stage.turns("Sinta", Typed("Mohon lengkapi buktinya"))
        assert "return-gone" in _words([e.letter for e in done.letters])
        assert entries.entry(stage.store, entry.id) == entry


def test_the_walk_has_been_everywhere(stage: Stage) -> None:
    gathered = set().union(*stage.harvest.values())
    assert {tap.split(".", 2)[1] for tap in gathered} == set(CONVERSATIONS)
    assert len(gathered) > 100


def test_whoever_reads_of_somebody_else_is_told_in_the_trail(stage: Stage) -> None:
    """At every press so far; these are the ones that have read."""
    told = {role: others for role, others in stage.told.items() if others}
    assert told.keys() == {"Sinta", "Alma", "Beni", "Hani", "Pusat", "Audi"}
    assert (told["Sinta"], told["Alma"]) == ({"Eko", "Erna"}, {"Sinta"})


def test_what_is_marked_is_read_by_whom_it_is_meant_for(stage: Stage) -> None:
    """Or nothing would be found out here."""
    for mark in ("rahasiaEko", "kataAlma", "jejakEko", "ubahHani"):
        assert {role for role in ROLES if mark in stage.read[role]} == MARKS[mark]


def test_who_sits_in_the_secretariat_reaches_as_far_as_the_offices_file_says(
    stage: Stage,
) -> None:
    """Where `unit tugas` names a unit all of it, else the secretariat alone."""
    kept = {"pesanEko": {"Hani", "Pusat"}, "pesanFajar": {"Beni", "Pusat"}}
    for mark, officers in kept.items():
        readers = {role for role in ROLES if mark in stage.read[role]}
        assert readers - {mark.removeprefix("pesan")} == officers
    assert {role for role in IN_FILE if "jejakEko" in stage.read[role]} == {"Audi"}
    for role, whole in (("Pusat", True), ("Sekre", False)):
        taps = (f"o.pegawai.p{stage.ids['Eko']}", "o.pengaturan.")
        assert [stage.presses(role, tap).refusal is None for tap in taps] == [whole, whole]


def test_whom_a_conversation_does_not_serve_is_refused_it(stage: Stage) -> None:
    tops = services.tops(stage.store)
    open_to = {
        (role, name)
        for role in ROLES
        for name, one in CONVERSATIONS.items()
        if one.manifest.serves not in audiences(stage.person(role), tops=tops)
        if stage.presses(role, f"o.{name}.").refusal is None
    }
    assert open_to == {("Kepala", "impor")}, "who is a second person, of what waits for them"

