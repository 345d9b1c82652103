"""What is said about a file of the office: what it would change, and what has become of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handlers.openings import ToImport, ToImportDeed, ToImportKind
from models.letters import OPENS, Fact, Letter, Lines, Text, Verbatim, Words
from models.store.intake.arrivals import Arrival
from models.store.intake.intakes import Intake, Preview

FIRST = 10
"""So many lines are said; the rest is counted."""


def named(intake: Intake) -> dict[str, Fact]:
    """The file's name, and what is in it."""
    return {"name": intake.name, "kind": kind_words(intake.kind)}


def kind_words(kind: str) -> Text:
    """What is in a file."""
    return Text(f"impor-kind-{kind}")


def coming(name: str) -> Letter:
    """That the file is being read."""
    return Letter((Text("impor-coming", {"name": name}),))


def which_letter(one: Arrival, kinds: Sequence[str]) -> Letter:
    """What is in the file is for the person to say."""
    rows = [(ToImportKind(one.id, kind).button(kind_words(kind)),) for kind in kinds]
    no = ToImportDeed(one.id, "x").button(Text("button-impor-no"))
    return Letter((Text("impor-which", {"name": one.name}),), (*rows, (no,)))


def preview_letter(intake: Intake) -> Letter:
    """What would become of the file, for who has brought it."""
    first = Text("impor-preview", named(intake))
    yes = ToImportDeed(intake.id, "y").button(Text("button-impor-yes"))
    no = ToImportDeed(intake.id, "x").button(Text("button-impor-no"))
    said = [first, *_changes(intake.preview)]
    if intake.needs_second:
        said.append(Text("impor-needs-second"))
    return Letter(tuple(said), ((yes, no),))


def second_letter(intake: Intake, giver: str | Text) -> Letter:
    """The same, for the second person."""
    facts = {**named(intake), "giver": giver, OPENS: ToImport(intake.id).tap}
    yes = ToImportDeed(intake.id, "s").button(Text("button-impor-agree"))
    no = ToImportDeed(intake.id, "t").button(Text("button-impor-refuse"))
    return Letter((Text("impor-second", facts), *_changes(intake.preview)), ((yes, no),))


def waiting_letter(intake: Intake) -> Letter:
    """That it waits for the second person; who brought it may take it back."""
    no = ToImportDeed(intake.id, "x").button(Text("button-impor-back"))
    return Letter((Text("impor-waiting", {"name": intake.name}),), ((no,),))


def rejected(intake: Intake, by: str) -> Letter:
    """What who brought it reads where the second person says no."""
    return Letter((Text("impor-rejected", {"name": intake.name, "by": by}),))


def _changes(preview: Preview) -> Iterator[Words]:
    """How much of each, the first lines, and how many more there are."""
    counts = {"new": preview.new, "changed": preview.changed}
    yield Text("impor-counts", {**counts, "ended": preview.ended, "same": preview.same})
    lines: list[Words] = list(preview.lines[:FIRST])
    if (more := preview.new + preview.changed + preview.ended - len(lines)) > 0:
        lines.append(Text("impor-more", {"count": more}))
    yield Lines(tuple(lines))


def label_of(intake: Intake) -> Words:
    """A file among those that are open."""
    waits = Text("impor-waits", {"name": intake.name})
    return waits if intake.state == "waiting" else Verbatim(intake.name)
