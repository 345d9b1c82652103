"""The screens of a summary as letters: figures become text ids and facts, never prose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from handlers.complaints.voices import voice
from handlers.openings import SummaryList, ToOneVoice, ToSummary
from handlers.supervisor.summary.heard import Heard, heard_paragraphs
from handlers.supervisor.summary.speed import speed_words
from handlers.words.figures import (
    as_of,
    batch_lines,
    change,
    daily,
    earlier,
    element_lines,
    in_short,
    lowest,
    official,
    own,
    quarter_name,
    spread,
)
from handlers.words.notice import Unread
from handlers.words.pages import SHOWN, goes_on, on_page, page_rows
from models.figures import DAILIES, OWNS, Figures, Product, Question
from models.letters import Button, Fact, Letter, Lines, Picture, Text, Verbatim, Words
from models.quarter import Quarter
from models.ratings import CAUSE_STREAMS
from models.scores import OVERALL, DailyIndex, Element, Ikm, sample_target
from models.services import Unit
from models.store.ratings.quarantines import HeldBack
from models.store.ratings.ratings import ToldComment, Withheld
from models.store.ratings.visit_codes import Codes
from models.store.rules.measures import Measure
from models.survey_words import title
from models.visits import Measured

NOTHING = Withheld()
NO_CODES = Codes()
TIME = "waktu"
"""The element of which the speed of a service is the other side."""
DEEPER = "– "
"""Before a unit for each one that it stands below, within those shown."""
WHERE_FROM: Mapping[SummaryList, Product] = {
    "ikm": "official",
    "sendiri": "own",
    "kedua": "own2",
    "ketiga": "own3",
    "kode": "verified",
    "indeks": "daily",
    "bantu": "assisted",
}
"""Of each screen that says where a figure comes from, the product."""


@dataclass(frozen=True)
class SummaryPart:
    """A unit, a service or a counter below the scope, with its figures; a unit stands so deep."""

    opening: ToSummary
    name: str
    figures: Figures
    depth: int = 0


@dataclass(frozen=True)
class View:
    """What one screen shows; `opening` is the first one of its scope and quarter, `here` by what
    that is measured. `now` are its figures, none on a screen that shows none.

    `codes`: how many visit codes were given and printed; `speed`: how long visits take; `heard`:
    who is; `batches`: what is held. `nests`: it has counters of other units. `rebuts`: who reads it
    may answer what citizens wrote. `notice`: the notice of people's data, as it reads now, is to be
    shown to who reads this.
    """

    opening: ToSummary
    name: str
    unit: Unit
    quarter: Quarter
    here: Measure
    now: Figures
    before: Figures | None = None
    list: SummaryList = ""
    page: int = 0
    parts: Sequence[SummaryPart] = ()
    voices: Sequence[ToldComment] = ()
    rebuts: bool = False
    shields: bool = False
    withheld: Withheld = NOTHING
    others: Sequence[Unit] = ()
    running: bool = True
    basis: str = ""
    closed: date | None = None
    waiting: Mapping[Question, int] = field(default_factory=dict)
    further_up: Mapping[Question, int] = field(default_factory=dict)
    population: int | None = None
    nests: bool = False
    notice: Unread = ((), ())
    care: Mapping[int, int] = field(default_factory=dict)
    codes: Codes = NO_CODES
    speed: Measured | None = None
    heard: Heard | None = None
    batches: Sequence[HeldBack] = ()


def scope_letter(view: View) -> Letter:
    """One screen: the official figure with what is low in it; apart from it that of the office's
    own survey, and the daily index, with what is low there and why."""
    paragraphs = [_title(view), *_official(view), *_own(view), *_daily(view)]
    paragraphs += [Lines(tuple(told))] if (told := speed_words(view.speed)) else []
    paragraphs += [Lines(tuple(left))] if (left := _left_out(view)) else []
    paragraphs += _care(view)
    leading: tuple[Product, ...] = ("official", view.now.leads)
    chart = next((c for product in leading for c in _charts(view, product)), None)
    return Letter(tuple(paragraphs), _ways(view), picture=chart)


def _care(view: View) -> list[Words]:
    """How citizens found the handling of their complaints, in counts."""
    if not view.care:
        return []
    facts: dict[str, Fact] = {f"n{care}": view.care.get(care, 0) for care in (1, 2, 3, 4)}
    return [Text("summary-care", {"count": sum(view.care.values()), **facts})]


def _official(view: View) -> list[Words]:
    lines: list[Words] = [official(view.now)]
    if (moved := change(view.now, view.before)) is not None:
        lines.append(moved)
    source = _shown(view, "official")
    if source is not None and source is not view.now:
        lines += earlier(source, "official")
    if source is not None:
        heading = Text("summary-lowest", {"quarter": quarter_name(source.quarter)})
        lines += [heading, *lowest(source, "official")]
    if isinstance(view.now.official, Ikm):
        lines.append(Text("summary-basis", {"basis": view.basis}))
    return [Lines(tuple(lines))]


def _own(view: View) -> list[Words]:
    """Nothing where the office has no survey of its own in the quarter; each stands by itself."""
    return [Lines(tuple(_of_one(view, place))) for place in view.now.own]


def _of_one(view: View, place: Product) -> Iterator[Words]:
    """One of the office's own surveys: its figure, how it moved, and what is low in it."""
    yield own(view.now, place)
    if (moved := change(view.now, view.before, place)) is not None:
        yield moved
    source = _shown(view, place)
    if source is None:
        return
    if source is not view.now:
        yield from earlier(source, place)
    facts: dict[str, Fact] = {"name": title(source.asked(place))}
    facts["quarter"] = quarter_name(source.quarter)
    yield Text("summary-lowest-own", facts)
    yield from lowest(source, place)


def _daily(view: View) -> list[Words]:
    """The index that leads, with its lowest elements, and beside it the others: they are of other
    people, and never added. Nothing of a past quarter without an index of its own."""
    leads = view.now.leads
    if not (view.running or isinstance(view.now.dailies[leads], DailyIndex)):
        return []
    lines: list[Words] = [daily(view.now, leads)]
    source = _shown(view, leads)
    if source is not view.now and view.before is not None:
        lines += earlier(view.before, leads)
    if source is not None:
        facts: dict[str, Fact] = {"kind": leads, "quarter": quarter_name(source.quarter)}
        lines += [Text("summary-lowest-daily", facts), *lowest(source, leads)]
    counts: dict[str, Fact] = {"count": view.codes.given, "printed": view.codes.printed}
    codes = [Text("summary-codes", counts)] if any(view.codes) else []
    beside = Lines((*(daily(view.now, one) for one in view.now.beside), *codes))
    return [Lines(tuple(lines)), *([beside] if beside.lines else [])]


def detail_letter(view: View) -> Letter:
    """Where a figure comes from: how it is counted, how often each answer was given, what was
    left out."""
    product = WHERE_FROM[view.list]
    lines = [_figure(view.now, product), *_how(view, product), *_left_out(view)]
    elements = _with_speed(view, product, element_lines(view.now, product))
    paragraphs = [_title(view), Lines(tuple(lines))]
    paragraphs += [Lines((Text("figure-spread"), *elements))] if elements else []
    chart = next((c for c in _charts(replace(view, before=None), product)), None)
    turns = tuple(_turn(view, one) for one in WHERE_FROM if one != view.list)
    return Letter(tuple(paragraphs), (tuple(filter(None, turns)), (_up(view),)), picture=chart)


def _with_speed(view: View, product: Product, elements: Sequence[Words]) -> Sequence[Words]:
    """What was measured stands beside what citizens say of the time."""
    keys = list(view.now.asked(product).elements)
    if TIME not in keys or not elements:
        return elements
    after = keys.index(TIME) + 1
    return [*elements[:after], *speed_words(view.speed), *elements[after:]]


def _figure(figures: Figures, product: Product) -> Text:
    if product in DAILIES:
        return daily(figures, product)
    return own(figures, product) if product in figures.own else official(figures)


def _turn(view: View, there: SummaryList) -> Button | None:
    """The way to where another figure comes from; None where there is none."""
    way = replace(view.opening, list=there)
    product = WHERE_FROM[there]
    if product in DAILIES and product not in (view.now.leads, *view.now.beside):
        return None
    if product not in OWNS:
        return way.button(Text(f"button-where-{there}"))
    if product not in view.now.own:
        return None
    return way.button(Text("button-where-own", {"name": title(view.now.asked(product))}))


def _how(view: View, product: Product) -> list[Words]:
    """How the figure is counted, and what it is counted from."""
    survey = view.now.asked(product)
    if product in DAILIES:
        how: dict[str, Fact] = {"kind": product, "count": len(survey.elements)}
        lines: list[Words] = [Text("figure-how-daily", how)]
        if isinstance(view.now.whole(product), DailyIndex):
            lines.append(Text("figure-taps", spread(view.now.counts(product, OVERALL))))
        return lines
    facts: dict[str, Fact] = {"count": len(survey.elements)}
    if product in OWNS:
        return [Text("figure-how-own", {**facts, "weights": "own" if survey.parts else "equal"})]
    facts["basis"] = view.basis
    lines = [Text("figure-how-official", facts)]
    if view.population is not None:
        target = {"population": view.population, "target": sample_target(view.population)}
        lines.append(Text("figure-how-target", {**target}))
    return lines


def list_letter(view: View) -> Letter:
    """The services or counters below the scope, each a button to its own screen."""
    shown = on_page(view.parts, view.page)
    rows = [(p.opening.button(Verbatim(p.name)),) for p in shown]
    lines = tuple(
        Text("summary-part", {"name": f"{p.depth * DEEPER}{p.name}", "figure": in_short(p.figures)})
        for p in shown
    )
    return Letter(
        (_title(view), Lines(lines)),
        (*rows, *_pages(view, more=goes_on(view.parts, view.page)), (_up(view),)),
    )


def heard_letter(view: View) -> Letter:
    """Who was heard in the quarter, and who hardly."""
    title = Text("heard-title", {"name": view.name, "quarter": quarter_name(view.quarter)})
    return Letter((title, *heard_paragraphs(view.heard)), ((_up(view),),))


def voices_letter(view: View) -> Letter:
    """What citizens wrote, without names and days; of what is not shown the number alone."""
    needed = view.here.enough.words
    held = _withheld(view.withheld)
    if view.shields:
        shut = Text("summary-voices-shut", {"needed": needed})
        return Letter((_title(view), shut, *held), ((_up(view),),))
    if not view.page and len(view.voices) < needed:
        few = Text("summary-few-voices", {"n": len(view.voices), "needed": needed})
        return Letter((_title(view), few, *held), ((_up(view),),))
    shown = view.voices[:SHOWN]
    return Letter(
        (_title(view), _of_voices(view), *map(voice, shown), *held),
        (*_rebutting(view), *_pages(view, more=len(view.voices) > SHOWN), (_up(view),)),
    )


def _rebutting(view: View) -> tuple[tuple[Button, ...], ...]:
    """The way to answer what is rude or not true, of a counter alone, for who heads its unit."""
    if view.opening.what != "c" or not view.rebuts:
        return ()
    one = ToOneVoice(view.opening.number, view.quarter, view.page * SHOWN)
    return ((one.button(Text("button-kata-answer")),),)


def _withheld(count: Withheld) -> tuple[Words, ...]:
    """How many are not shown, and why."""
    found = zip(Withheld._fields, count, strict=True)
    lines = tuple(Text(f"summary-{why}", {"count": n}) for why, n in found if n)
    return (Lines(lines),) if lines else ()


def _of_voices(view: View) -> Words:
    """Whose words these are. Which stands beside which survey would tell of fewer."""
    said: list[Words] = [Text("summary-voices")]
    for place in view.now.own:
        said.append(Text("summary-voices-own", {"name": title(view.now.asked(place))}))
    return Lines(tuple(said))


def _title(view: View) -> Words:
    """Of what and when, and as of which day what is released is in it."""
    facts: dict[str, Fact] = {"name": view.name, "quarter": quarter_name(view.quarter)}
    title = Text("summary-title-running" if view.running else "summary-title", facts)
    return Lines((title, *as_of(view.quarter, view.closed)))


def _left_out(view: View) -> list[Words]:
    """How many ratings are in no figure yet (of a quarter that is over, in none at all), and how
    many are only in those of more than this."""
    lines: list[Words] = []
    if n := _ratings(view.waiting):
        lines.append(Text("summary-waiting" if view.running else "summary-left-out", {"n": n}))
    if n := _ratings(view.further_up):
        lines.append(Text("summary-further-up", {"n": n}))
    return lines + batch_lines(view.batches)


def _ratings(answers: Mapping[Question, int]) -> int:
    """Of how many ratings these answers are: the first tap of each, or a whole sheet."""
    kinds = {kind for kind, _ in answers} - {*CAUSE_STREAMS}
    return sum(max(n for (of, _), n in answers.items() if of == kind) for kind in kinds)


def _shown(view: View, product: Product) -> Figures | None:
    """The figures whose elements are shown: this quarter's, else the last that has any of the same
    survey."""
    asked = view.now.asked(product).key
    for figures in (view.now, view.before):
        if figures and figures.asked(product).key == asked and figures.elements(product):
            return figures
    return None


def _charts(view: View, product: Product) -> Iterator[Picture]:
    source = _shown(view, product)
    if source is not None:
        yield elements_chart(view.name, source, product, view.closed)


def elements_chart(
    name: str, figures: Figures, product: Product, closed: date | None
) -> Picture:
    """The elements of a product with their n, ready for the draughtsman: scores as text, exact."""
    rows: list[dict[str, Any]] = []
    survey = figures.asked(product)
    for key, element in zip(survey.elements, figures.elements(product), strict=True):
        row: dict[str, Any] = {"element": key, "n": element.n or 0}
        if key in survey.words:
            row["name"] = survey.words[key].name
        if isinstance(element, Element):
            row |= {"score": str(element.score), "band": element.band.key}
        else:
            row |= {"needed": element.needed, "shields": element.shields}
        rows.append(row)
    quarter, kind = figures.quarter, "own" if product in OWNS else product
    when = {"as_of": min(closed, quarter.last_day).isoformat()} if closed else {}
    return Picture(
        "elements",
        {"title": name, "kind": kind, "year": quarter.year, "quarter": quarter.number, **when}
        | ({"survey": survey.name} if product in OWNS else {})
        | {"rows": rows, "floors": {band.key: str(band.floor) for band in survey.bands}}
        | _headline(figures, product),
    )


def _headline(figures: Figures, product: Product) -> dict[str, Any]:
    """The figure of the whole with its n; its target only where the sample is not reached."""
    whole = figures.whole(product)
    if isinstance(whole, DailyIndex):
        return {"figure": {"score": str(whole.index), "n": whole.n}}
    if not isinstance(whole, Ikm):
        return {}
    figure = {"score": str(whole.ikm), "letter": whole.band.letter, "n": whole.n}
    target = {"target": whole.target} if whole.provisional else {}
    return {"figure": figure | target}


def _ways(view: View) -> tuple[tuple[Button, ...], ...]:
    here = view.opening
    rows: list[tuple[Button, ...]] = []
    if view.nests and here.what == "u":
        rows.append((replace(here, list="unit").button(Text("button-units")),))
    if here.what == "u":
        rows.append(
            (
                replace(here, list="layanan").button(Text("button-services")),
                replace(here, list="loket").button(Text("button-counters")),
            )
        )
    index: SummaryList = "kode" if view.now.leads == "verified" else "indeks"
    there: SummaryList = "ikm" if isinstance(view.now.official, Ikm) else index
    rows.append((replace(here, list=there).button(Text("button-where-from")),))
    if here.what == "u" and not view.running:
        rows.append((replace(here, list="didengar").button(Text("button-heard")),))
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
