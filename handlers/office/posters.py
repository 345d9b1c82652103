"""Poster: the posters of the counters, the cards for their desks, and visit codes, as files to be
printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.topic import AtOnce, Screen, Several
from handlers.office.code_sheets import CODES_MADE, PrintedCodes, printed, printed_today
from handlers.office.people.found import check_keeps, wards
from handlers.openings import ToCodeSheet, ToPoster, ToPosters
from handlers.words.pages import goes_on, on_page, page_rows
from models.letters import Button, Fact, File, Letter, Text, Verbatim
from models.people import Person
from models.refused import Refused
from models.services import Counter
from models.store import Store
from models.store.office import services
from models.store.oversight.looks import note_deed

MADE = "poster"
"""What the edge draws: the papers of the counters whose numbers follow their kind."""
Kind: TypeAlias = Literal["wall", "desk", "card"]
ALL = 0
MOST = 60
"""So many counters are in one file; each of the others has its own."""
CODES = 40
"""So many visit codes are printed with one tap: four sheets."""
NAMES: Mapping[Kind, str] = {
    "wall": "poster-a4.pdf",
    "desk": "kartu-a6.pdf",
    "card": "kartu-a6.png",
}
"""The kinds of papers (a poster; four cards on a sheet; a card as a picture) and their files."""


@dataclass(frozen=True)
class CountersPage:
    """The counters of one's units, and which page of them is shown."""

    counters: Sequence[Counter]
    page: int


@dataclass(frozen=True)
class PosterAsked:
    """Of which counters papers are asked, all (`of` is 0) or one, and which kind; `printed`: how
    many visit codes were printed for the one today."""

    counters: Sequence[Counter]
    of: int
    kind: Kind
    printed: int = 0


@dataclass(frozen=True)
class CodesAsked:
    """For which counter visit codes are to be printed, how many were today, and whether that is
    what the screen knew."""

    counter: Counter
    printed: int
    fresh: bool


def look(store: Store, person: Person, opening: ToPosters | None, now: datetime) -> CountersPage:
    """The counters of the units whose people one keeps; refused to who keeps nobody's."""
    return CountersPage(_counters(store, person, now), opening.page if opening else 0)


def look_at_one(
    store: Store, person: Person, opening: ToPoster | None, now: datetime
) -> PosterAsked:
    """One of them, or all; refused where there is none (any more)."""
    opening = opening or ToPoster(ALL)
    every = _counters(store, person, now)
    found = [one for one in every if opening.counter in (ALL, one.id)]
    if not found or (opening.counter == ALL and opening.kind == "card"):
        raise Refused(Text("poster-gone"))
    count = printed_today(store, found[0], now) if opening.counter else 0
    return PosterAsked(found, opening.counter, opening.kind, count)


def look_before_codes(
    store: Store, person: Person, opening: ToCodeSheet | None, now: datetime
) -> CodesAsked:
    """One of the counters; refused where it is not there (any more)."""
    asked = opening or ToCodeSheet(ALL)
    for one in _counters(store, person, now):
        if one.id == asked.counter:
            count = printed_today(store, one, now)
            return CodesAsked(one, count, count == asked.seen)
    raise Refused(Text("poster-gone"))


def _counters(store: Store, person: Person, now: datetime) -> list[Counter]:
    check_keeps(person)
    here = {unit for ward in wards(store, person, now) for unit in ward.unit_ids}
    return [one for one in services.all_counters(store) if one.unit.id in here]


def page_letter(found: CountersPage) -> Letter:
    """How many there are; a tap for the papers of all, and one for each."""
    if not found.counters:
        return Letter((Text("poster-none"),))
    facts: dict[str, Fact] = {"count": len(found.counters)}
    rows: list[tuple[Button, ...]] = [(_way(ALL, "wall"), _way(ALL, "desk"))]
    rows += [
        (ToPoster(one.id).button(Verbatim(one.full_name)),)
        for one in on_page(found.counters, found.page)
    ]
    more = goes_on(found.counters, found.page)
    said = (Text("poster-counters", facts), Text("poster-kinds"))
    return Letter(said, (*rows, *page_rows(ToPosters, found.page, more=more)))


def paper_letter(asked: PosterAsked) -> Letter:
    """The file, how it is used, and the ways to the other kinds."""
    some = asked.counters[:MOST]
    numbers = ".".join(str(one.id) for one in some)
    file = File("document", f"made:{MADE}.{asked.kind}.{numbers}", NAMES[asked.kind])
    said = [_said(asked)]
    if len(asked.counters) > MOST:
        said.append(Text("poster-first", {"count": MOST}))
    kinds = [one for one in NAMES if one != asked.kind and (asked.of or one != "card")]
    others = tuple(_way(asked.of, kind) for kind in kinds)
    up = ToPosters().button(Text("button-poster"))
    codes = ((_codes_way(asked.of, asked.printed),),) if asked.of else ()
    return Letter((*said, Text(f"poster-use-{asked.kind}")), (others, *codes, (up,)), file=file)


def keep_codes(store: Store, person: Person, asked: CodesAsked, now: datetime) -> Letter:
    """New codes on sheets; a second tap on the same button only says so."""
    up = ToPosters().button(Text("button-poster"))
    if not asked.fresh:
        again = _codes_way(asked.counter.id, asked.printed)
        return Letter((Text("poster-codes-already", {"count": asked.printed}),), ((again,), (up,)))
    sheet = printed(store, asked.counter, count=CODES, by=person.id, now=now)
    facts = {"counter": asked.counter.id, "count": len(sheet.codes)}
    note_deed(store, person, "codes", None, now=now, **facts)
    return _codes_letter(sheet, asked.printed + len(sheet.codes), up)


def _codes_letter(sheet: PrintedCodes, so_far: int, up: Button) -> Letter:
    numbers = ".".join(sheet.codes)
    made = f"made:{CODES_MADE}.{sheet.counter.id}.{sheet.last_day.isoformat()}.{numbers}"
    facts: dict[str, Fact] = {"count": len(sheet.codes), "day": sheet.last_day}
    facts["counter"] = sheet.counter.full_name
    said = (Text("poster-codes", facts), Text("poster-codes-use"))
    file = File("document", made, "kode-kunjungan.pdf")
    return Letter(said, ((_codes_way(sheet.counter.id, so_far),), (up,)), file=file)


def _said(asked: PosterAsked) -> Text:
    if asked.of == ALL:
        return Text("poster-of-all", {"count": len(asked.counters)})
    return Text("poster-of-one", {"counter": asked.counters[0].full_name})


def _way(counter: int, kind: Kind) -> Button:
    return ToPoster(counter, kind).button(Text(f"button-poster-{kind}"))


def _codes_way(counter: int, so_far: int) -> Button:
    return ToCodeSheet(counter, so_far).button_below(Text("button-poster-codes"))


CONVERSATION = Several(
    (
        Screen(ToPosters, look, page_letter),
        Screen(ToPoster, look_at_one, paper_letter),
        AtOnce(ToCodeSheet, look_before_codes, keep_codes),
    ),
    manifest=Manifest(
        serves="keepers",
        menu=None,
        help=Offer(7, Text("guide-posters")),
        cost=Cost(1, 15, 1),  # every paper is a file and its words
    ),
)
