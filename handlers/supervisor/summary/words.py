"""The screens of a summary as letters: figures become text ids and facts, never prose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from handlers.openings import SummaryList, ToSummary
from handlers.words.figures import (
    as_of,
    change,
    daily,
    earlier,
    in_short,
    lowest,
    official,
    quarter_name,
)
from handlers.words.notice import Unread
from handlers.words.pages import SHOWN, goes_on, on_page, page_rows
from models.figures import Figures
from models.letters import Button, Fact, Letter, Lines, Picture, Text, Verbatim, Words
from models.quarter import Quarter
from models.ratings import CAUSES
from models.scores import DailyIndex, Element, Ikm
from models.services import Unit

VOICE = 300


@dataclass(frozen=True)
class SummaryPart:
    """A service or a counter below the scope, with its figures."""

    opening: ToSummary
    name: str
    figures: Figures


@dataclass(frozen=True)
class View:
    """What one screen shows; `opening` is the first one of its scope and quarter.

    `notice`: the notice of people's data, as it reads now, is to be shown to who reads this.
    """

    opening: ToSummary
    name: str
    unit: Unit
    quarter: Quarter
    now: Figures
    before: Figures | None
    list: SummaryList = ""
    page: int = 0
    parts: Sequence[SummaryPart] = ()
    voices: Sequence[tuple[date, str]] = ()
    others: Sequence[Unit] = ()
    running: bool = True
    basis: str = ""
    closed: date | None = None
    waiting: Mapping[tuple[str, str], int] = field(default_factory=dict)
    notice: Unread = ((), ())


def scope_letter(view: View) -> Letter:
    """One screen: the official figure, the daily index apart from it, what is low and why."""
    source = _shown(view)
    lines: list[Words] = [official(view.now)]
    if (moved := change(view.now, view.before)) is not None:
        lines.append(moved)
    if view.running or isinstance(view.now.daily, DailyIndex):
        lines.append(daily(view.now))
    if source is not view.now and source is not None:
        lines.append(earlier(source))
    lines += _waiting(view)
    paragraphs: list[Words] = [_title(view), Lines(tuple(lines))]
    if source is not None and source.lowest:
        heading = Text("summary-lowest", {"quarter": quarter_name(source.quarter)})
        paragraphs.append(Lines((heading, *lowest(source))))
    if isinstance(view.now.official, Ikm):
        paragraphs.append(Text("summary-basis", {"basis": view.basis}))
    picture = elements_chart(view.name, source) if source else None
    return Letter(tuple(paragraphs), _ways(view), picture=picture)


def list_letter(view: View) -> Letter:
    """The services or counters below the scope, each a button to its own screen."""
    shown = on_page(view.parts, view.page)
    rows = [(p.opening.button(Verbatim(p.name)),) for p in shown]
    lines = tuple(
        Text("summary-part", {"name": p.name, "figure": in_short(p.figures)}) for p in shown
    )
    return Letter(
        (_title(view), Lines(lines)),
        (*rows, *_pages(view, more=goes_on(view.parts, view.page)), (_up(view),)),
    )


def voices_letter(view: View) -> Letter:
    """What citizens wrote, without names and days."""
    needed = view.now.enough.words
    if not view.page and len(view.voices) < needed:
        few = Text("summary-few-voices", {"n": len(view.voices), "needed": needed})
        return Letter((_title(view), few), ((_up(view),),))
    shown = view.voices[:SHOWN]
    words: tuple[Words, ...] = tuple(
        Text("summary-voice", {"words": _brief(text)}) for _, text in shown
    )
    return Letter(
        (_title(view), Text("summary-voices"), *words),
        (*_pages(view, more=len(view.voices) > SHOWN), (_up(view),)),
    )


def _brief(text: str) -> str:
    return text if len(text) <= VOICE else f"{text[: VOICE - 1]}…"


def _title(view: View) -> Words:
    """Of what and when, and as of which day what is released is in it."""
    facts: dict[str, Fact] = {"name": view.name, "quarter": quarter_name(view.quarter)}
    title = Text("summary-title-running" if view.running else "summary-title", facts)
    return Lines((title, *as_of(view.quarter, view.closed)))


def _waiting(view: View) -> list[Words]:
    """How many ratings are in no figure yet; of a quarter that is over, in none at all."""
    kinds = {kind for kind, _ in view.waiting} - {CAUSES}
    most = (max(n for (of, _), n in view.waiting.items() if of == kind) for kind in kinds)
    if not (n := sum(most)):
        return []
    return [Text("summary-waiting" if view.running else "summary-left-out", {"n": n})]


def _shown(view: View) -> Figures | None:
    """The figures that the chart shows: this quarter's, else the last that has any."""
    for figures in (view.now, view.before):
        if figures is not None and figures.elements:
            return figures
    return None


def elements_chart(name: str, figures: Figures) -> Picture:
    """The elements with their n, ready for the draughtsman: scores as text, exact."""
    rows: list[dict[str, Any]] = []
    survey = figures.survey
    for key, element in zip(survey.elements, figures.elements, strict=True):
        row: dict[str, Any] = {"element": key, "n": element.n or 0}
        if key in survey.words:
            row["name"] = survey.words[key].name
        if isinstance(element, Element):
            row |= {"score": str(element.score), "band": element.band.key}
        else:
            row["needed"] = element.needed
        rows.append(row)
    kind = "official" if isinstance(figures.official, Ikm) else "daily"
    quarter = figures.quarter
    return Picture(
        "elements",
        {"title": name, "kind": kind, "year": quarter.year, "quarter": quarter.number}
        | {"rows": rows, "floors": {band.key: str(band.floor) for band in survey.bands}},
    )


def _ways(view: View) -> tuple[tuple[Button, ...], ...]:
    here = view.opening
    rows: list[tuple[Button, ...]] = []
    if here.what == "u":
        rows.append(
            (
                replace(here, list="layanan").button(Text("button-services")),
                replace(here, list="loket").button(Text("button-counters")),
            )
        )
    voices = replace(here, list="kata").button(Text("button-voices"))
    if view.running:
        before = replace(here, quarter=view.quarter.previous)
        rows.append((voices, before.button(Text("button-quarter-before"))))
    else:
        after = replace(here, quarter=view.quarter.next)
        rows.append((voices, after.button(Text("button-quarter-after"))))
    rows.extend((ToSummary("u", unit.id).button(Verbatim(unit.name)),) for unit in view.others)
    if here.what != "u":
        rows.append((_to_unit(view),))
    return tuple(rows)


def _pages(view: View, *, more: bool) -> list[tuple[Button, ...]]:
    here = view.opening
    return page_rows(lambda n: replace(here, list=view.list, page=n), view.page, more=more)


def _up(view: View) -> Button:
    return view.opening.button(Text("button-up", {"name": view.name}))


def _to_unit(view: View) -> Button:
    unit = view.unit
    return ToSummary("u", unit.id, view.quarter).button(Text("button-up", {"name": unit.name}))
