"""The command: what is asked for, read in one job that the trail tells of, written as files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.channels import CHANNELS
from bot.cli.command import OFFICE_AWAY, answered, changed
from bot.cli.exports.wanted import unit_named
from bot.cli.terminal import Echo, Say
from bot.cli.trail.incident.moments import moment_of, written
from bot.cli.trail.incident.papers import Incident, papers
from bot.imports.reading.cells import chosen_zone
from bot.imports.reading.tables import UnusableError, shown
from bot.texts import bundle_of
from models.calendar import local
from models.incidents import Scope, What
from models.letters import Text
from models.nip import NotNip, masked, parse
from models.store import Store
from models.store.oversight.incidents import affected
from models.store.oversight.looks import note_operator
from models.store.people import people
from models.store.rules import settings


@dataclass(frozen=True)
class IncidentWanted:
    """What was typed: from and to when, since when known, and at most one of unit, person (nip)
    and channel."""

    first: str
    last: str
    known: str | None
    unit: str | None = None
    person: str | None = None
    channel: str | None = None


def incident(
    wanted: IncidentWanted,
    *,
    url: str,
    zone: str,
    folder: Path,
    force: bool,
    say: Say,
    echo: Echo,
    now: datetime,
) -> int:
    """Write the report and the drafts into the folder, for its owner's eyes alone; the exit code.

    1 with a sentence, and nothing written, where what was typed is wrong or a file is there that
    may not be overwritten.
    """

    def work() -> tuple[Incident, Iterable[str]]:
        where = chosen_zone(zone)
        made = changed(url, lambda store: _incident(store, wanted, zone=where, now=now))
        files = papers(made)
        _write(folder, files, force=force)
        return made, files

    def show(found: tuple[Incident, Iterable[str]]) -> None:
        made, names = found
        due = written(made.known, chosen_zone(zone))
        echo(say("incident-written", folder=shown(folder), people=len(made.found.people)))
        for name in names:
            echo(f"  {shown(folder / name)}")
        echo(say("incident-known", known=bundle_of("id", ("incident",)).plain("id", due)))

    return answered(work, show, say=say, echo=echo, away=OFFICE_AWAY)


def _incident(store: Store, wanted: IncidentWanted, *, zone: str, now: datetime) -> Incident:
    scope, called = _scope(store, wanted, zone)
    known = moment_of(wanted.known, zone) if wanted.known else now
    today = local(now, zone).date()
    made = Incident(
        scope=scope,
        called=called,
        found=affected(store, scope),
        known=known,
        made_at=now,
        office=settings.office_name(store, today),
        dpo=settings.dpo(store, today),
    )
    told = {"from": scope.first.isoformat(), "to": scope.last.isoformat(), "what": scope.what}
    about = scope.which if scope.what == "person" and isinstance(scope.which, int) else None
    count = len(made.found.people)
    note_operator(store, "incident", [about], now=now, zone=zone, **told, people=count)
    return made


def _scope(store: Store, wanted: IncidentWanted, zone: str) -> tuple[Scope, str]:
    first, last = moment_of(wanted.first, zone), moment_of(wanted.last, zone, ends=True)
    if last < first:
        raise UnusableError("incident-backwards")
    what, which, called = _which(store, wanted)
    return Scope(first, last, zone, what, which), called


def _which(store: Store, wanted: IncidentWanted) -> tuple[What, int | str | None, str]:
    """What kind of scope, its number or name, and what it is called in the papers."""
    if sum(given is not None for given in (wanted.unit, wanted.person, wanted.channel)) > 1:
        raise UnusableError("incident-one-scope")
    if wanted.unit is not None:
        unit = unit_named(store, wanted.unit)
        return "unit", unit.id, unit.name
    if wanted.person is not None:
        return _person(store, wanted.person)
    if wanted.channel is not None:
        if wanted.channel not in CHANNELS:
            raise UnusableError("incident-no-channel", value=wanted.channel)
        return "channel", wanted.channel, wanted.channel.capitalize()
    return "all", None, bundle_of("id", ("incident",)).plain("id", Text("incident-everything"))


def _person(store: Store, typed: str) -> tuple[What, int, str]:
    try:
        digits = parse(typed).digits
    except NotNip:
        raise UnusableError("incident-no-nip", value=typed) from None
    known = people.whose(store, digits)
    if known is None:
        raise UnusableError("code-nobody", nip=masked(digits))
    return "person", known.id, known.name


def _write(folder: Path, files: Mapping[str, bytes], *, force: bool) -> None:
    """All of them or none, for their owner alone to read."""
    there = [name for name in files if (folder / name).exists()]
    if there and not force:
        raise UnusableError("incident-file-there", file=shown(folder / there[0]))
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for name, content in files.items():
            (folder / name).unlink(missing_ok=True)
            number = os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(number, "wb") as file:
                file.write(content)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UnusableError("incident-refused", folder=shown(folder), reason=reason) from None
