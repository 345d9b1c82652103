"""The papers of a breach, in Indonesian: what was found, and two notices as drafts."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from io import StringIO
from typing import TypeAlias

from bot.cli.exports.table import guarded
from bot.cli.trail.incident.moments import DUE, written
from bot.texts import catalogue
from handlers.oversight.deeds import deed_words
from models.incidents import Affected, AffectedRows, Looks, Scope
from models.letters import Fact, Text
from models.store.oversight import incidents

Speak: TypeAlias = Callable[[Text], str]


@dataclass(frozen=True)
class Incident:
    """A breach: what it touched, what the scope is called, when it became known (aware), the
    office and its data-protection officer as the settings say."""

    scope: Scope
    called: str
    found: Affected
    known: datetime
    made_at: datetime
    office: str | None
    dpo: str | None


def papers(incident: Incident) -> Mapping[str, bytes]:
    """File name -> content."""
    say = _speaker()
    return {
        "laporan.md": _page(_report(incident, say)),
        "laporan.json": _facts(incident),
        "orang-terdampak.csv": _list(incident, say),
        "draf-untuk-yang-terdampak.md": _page(_notice(incident, say, "people")),
        "draf-untuk-lembaga.md": _page(_notice(incident, say, "authority")),
    }


def _speaker() -> Speak:
    """Indonesian, whatever the terminal speaks: that is what these letters are read in."""
    return lambda text: catalogue().plain("id", text)


def _page(lines: Iterator[str]) -> bytes:
    return ("\n".join(lines) + "\n").encode()


def _common(incident: Incident) -> dict[str, Fact]:
    zone = incident.scope.zone
    return {
        "first": written(incident.scope.first, zone),
        "last": written(incident.scope.last, zone),
        "known": written(incident.known, zone),
        "due": written(incident.known + DUE, zone),
        "made": written(incident.made_at, zone),
        "scope": incident.called,
        "people": len(incident.found.people),
        "office": incident.office or Text("incident-fill-office"),
        "dpo": incident.dpo or Text("incident-fill-dpo"),
    }


def _report(incident: Incident, say: Speak) -> Iterator[str]:
    found = incident.found
    joined = sum(one.joined for one in found.people)
    yield say(Text("incident-report", {**_common(incident), "joined": joined}))
    yield from ("", say(Text("incident-report-kinds")), "")
    yield from (_of_kind(one, say) for one in found.held)
    yield from ("", say(Text("incident-report-looks")), "")
    if not found.looks:
        yield say(Text("incident-no-looks"))
    yield from (_of_look(one, say) for one in found.looks)
    yield from ("", say(Text("incident-report-next", _common(incident))))


def _of_kind(one: AffectedRows, say: Speak) -> str:
    facts: dict[str, Fact] = {"kind": Text(f"incident-kind-{one.kind}"), "count": one.count}
    if one.within is None:
        return say(Text("incident-kind", facts))
    return say(Text("incident-kind-within", {**facts, "within": one.within}))


def _of_look(one: Looks, say: Speak) -> str:
    who: Fact = one.by if one.by is not None else Text(f"incident-by-{one.actor}")
    facts = {"who": who, "deed": deed_words(one.deed), "times": one.times, "people": one.people}
    return say(Text("incident-look", facts))


def _notice(incident: Incident, say: Speak, to: str) -> Iterator[str]:
    """UU 27/2022 art. 46 (2): which data, when and how, what is done about it."""
    common = _common(incident)
    yield say(Text(f"incident-notice-{to}", common))
    yield ""
    named = incidents.named()
    for one in incident.found.held:
        if one.kind in named and one.count:
            kind: dict[str, Fact] = {"kind": Text(f"incident-kind-{one.kind}")}
            yield say(Text("incident-notice-kind", kind))
    yield ""
    yield say(Text(f"incident-notice-{to}-rest", common))


def _facts(incident: Incident) -> bytes:
    """For a machine; without the names, which are in the list."""
    page = {
        "first": incident.scope.first.isoformat(),
        "last": incident.scope.last.isoformat(),
        "known": incident.known.isoformat(),
        "due": (incident.known + DUE).isoformat(),
        "scope": {"what": incident.scope.what, "which": incident.scope.which},
        "people": len(incident.found.people),
        "held": [asdict(one) for one in incident.found.held],
        "looks": [
            {key: value for key, value in asdict(one).items() if key != "by"}
            for one in incident.found.looks
        ],
    }
    return (json.dumps(page, ensure_ascii=False, indent=2) + "\n").encode()


def _list(incident: Incident, say: Speak) -> bytes:
    kept = StringIO(newline="")
    rows = csv.writer(kept, delimiter=";")
    rows.writerow(say(Text("incident-list-header")).split(";"))
    for one in incident.found.people:
        joined = say(Text("incident-list-yes" if one.joined else "incident-list-no"))
        rows.writerow([guarded(one.name), one.nip or "", guarded(one.unit), joined])
    return kept.getvalue().encode("utf-8-sig")
