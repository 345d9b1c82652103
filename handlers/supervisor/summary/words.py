"""The screens of a summary as letters: figures become text ids and facts, never prose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from handlers.pages import SHOWN, goes_on, on_page, page_rows
from handlers.supervisor.summary.figures import (
    change,
    daily,
    earlier,
    in_short,
    lowest,
    official,
    quarter_name,
)
from models.figures import Figures
from models.letters import Button, Fact, Letter, Lines, Picture, Text, Verbatim, Words
from models.quarter import Quarter
from models.scores import DailyIndex, Element, Ikm

if TYPE_CHECKING:
    from handlers.supervisor.summary import View

VOICE = 300


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
    rows = [(Button(Verbatim(p.name), _tap(p.key, view.quarter)),) for p in shown]
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


def _title(view: View) -> Text:
    facts: dict[str, Fact] = {"name": view.name, "quarter": quarter_name(view.quarter)}
    return Text("summary-title-running" if view.running else "summary-title", facts)


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
    here = f"{view.key}@{view.quarter.key}"
    rows: list[tuple[Button, ...]] = []
    if view.key.startswith("u"):
        rows.append(
            (
                Button(Text("button-services"), f"o.ringkasan.{here}/layanan"),
                Button(Text("button-counters"), f"o.ringkasan.{here}/loket"),
            )
        )
    voices = Button(Text("button-voices"), f"o.ringkasan.{here}/kata")
    if view.running:
        before = Button(Text("button-quarter-before"), _tap(view.key, view.quarter.previous))
        rows.append((voices, before))
    else:
        after = Button(Text("button-quarter-after"), _tap(view.key, view.quarter.next))
        rows.append((voices, after))
    rows.extend((Button(Verbatim(unit.name), f"o.ringkasan.u{unit.id}"),) for unit in view.others)
    if not view.key.startswith("u"):
        rows.append((_to_unit(view),))
    return tuple(rows)


def _pages(view: View, *, more: bool) -> list[tuple[Button, ...]]:
    here = f"o.ringkasan.{view.key}@{view.quarter.key}/{view.list}"
    return page_rows(here, view.page, more=more)


def _up(view: View) -> Button:
    return Button(Text("button-up", {"name": view.name}), _tap(view.key, view.quarter))


def _to_unit(view: View) -> Button:
    key = f"u{view.unit.id}"
    return Button(Text("button-up", {"name": view.unit.name}), _tap(key, view.quarter))


def _tap(key: str, quarter: Quarter) -> str:
    return f"o.ringkasan.{key}@{quarter.key}"
