"""What is said about a file or a change of the office: what would be otherwise, and what has become
of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handlers.openings import ToImport, ToImportDeed, ToImportKind
from handlers.words.moments import moment_words
from handlers.words.pages import goes_on, on_page, page_rows
from models.intakes import CHANGES
from models.letters import OPENS, Button, Fact, Letter, Lines, Text, Verbatim, Words
from models.store.intake.arrivals import Arrival
from models.store.intake.intakes import Intake

FIRST = 10
"""So many lines are said at once."""


def named(intake: Intake) -> dict[str, Fact]:
    """The file's name, and what is in it; of a change what it is."""
    return {"name": intake.name, "kind": kind_words(intake.kind)}


def said(intake: Intake, what: str) -> Text:
    """A sentence about a file, or the one about a change that says the same."""
    text = f"impor-change-{what}" if intake.kind in CHANGES else f"impor-{what}"
    return Text(text, named(intake))


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


def preview_letter(intake: Intake, page: int = 0) -> Letter:
    """What would become of the file, for who has brought it; a page of it."""
    first = Text("impor-preview", named(intake))
    yes = ToImportDeed(intake.id, "y").button(Text("button-impor-yes"))
    no = ToImportDeed(intake.id, "x").button(Text("button-impor-no"))
    words = [first, *_changes(intake, page)]
    if intake.needs_second:
        words.append(Text("impor-needs-second"))
    return Letter(tuple(words), ((yes, no), *_pages(intake, page)))


def second_letter(intake: Intake, giver: str | Text, page: int = 0) -> Letter:
    """The same, for the second person."""
    first = said(intake, "second")
    facts = {**first.facts, "giver": giver, OPENS: ToImport(intake.id).tap}
    yes = ToImportDeed(intake.id, "s").button(Text("button-impor-agree"))
    no = ToImportDeed(intake.id, "t").button(Text("button-impor-refuse"))
    words = (Text(first.id, facts), *_changes(intake, page))
    return Letter(words, ((yes, no), *_pages(intake, page)))


def waiting_letter(intake: Intake, lacking: Text | None, ways: Sequence[Button] = ()) -> Letter:
    """That it waits for the second person, and who must join first, if that is so; who brought it
    may take it back."""
    no = ToImportDeed(intake.id, "x").button(Text("button-impor-back"))
    lines = intake.preview.lines if intake.kind in CHANGES else ()
    words: list[Words] = [said(intake, "waiting"), *lines]
    if lacking is not None:
        words.append(lacking)
    return Letter(tuple(words), ((no,), *((way,) for way in ways)))


def settled_letter(intake: Intake) -> Letter:
    """What has become of it."""
    return Letter((said(intake, f"is-{intake.state}"),))


def rejected(intake: Intake, by: str) -> Letter:
    """What who brought it reads where the second person says no."""
    first = said(intake, "rejected")
    lines = intake.preview.lines if intake.kind in CHANGES else ()
    return Letter((Text(first.id, {**first.facts, "by": by}), *lines))


def agreed_letter(intake: Intake, by: str) -> Letter:
    """What who asked for a change reads where the second person agrees."""
    first = Text("impor-change-agreed", {**named(intake), "by": by})
    return Letter((first, *intake.preview.lines))


def outdated_letter(intake: Intake, why: Text) -> Letter:
    """What both read where a change no longer fits: why."""
    return Letter((Text("impor-change-outdated", named(intake)), why, *intake.preview.lines))


def _changes(intake: Intake, page: int) -> Iterator[Words]:
    """From what to what; of a file how much of each, a page of lines, and how many more."""
    preview = intake.preview
    if intake.kind in CHANGES:
        yield from preview.lines
        return
    counts = {"new": preview.new, "changed": preview.changed}
    yield Text("impor-counts", {**counts, "ended": preview.ended, "same": preview.same})
    lines: list[Words] = list(on_page(preview.lines, page, FIRST))
    every = max(preview.new + preview.changed + preview.ended, len(preview.lines))
    if (more := every - page * FIRST - len(lines)) > 0:
        lines.append(Text("impor-more", {"count": more}))
    yield Lines(tuple(lines))
    if preview.notes and not page:
        yield Lines(preview.notes)


def _pages(intake: Intake, page: int) -> list[tuple[Button, ...]]:
    """The way to the other lines: nobody agrees to what cannot be read."""
    more = goes_on(intake.preview.lines, page, FIRST)
    return page_rows(lambda number: ToImport(intake.id, number), page, more=more)


def labels_of(several: Sequence[Intake], zone: str) -> list[Words]:
    """What is open, each told apart: of two that are called the same also since when."""
    called = [_called(one) for one in several]
    return [
        label if called.count(label) == 1 else _since(label, one, zone)
        for label, one in zip(called, several, strict=True)
    ]


def _called(intake: Intake) -> Text | Verbatim:
    """A file by its name, a setting by its own, another change by whom it is about."""
    facts = intake.preview.lines[0].facts if intake.kind in CHANGES else {}
    name = intake.name or facts.get("label") or Text("impor-about", {**named(intake), **facts})
    waits = Text("impor-waits", {"name": name})
    return waits if intake.state == "waiting" else Verbatim(intake.name)


def _since(label: Text | Verbatim, intake: Intake, zone: str) -> Text:
    name = label.words if isinstance(label, Verbatim) else label
    return Text("impor-since", {"name": name, **moment_words(intake.given_at, zone)})
