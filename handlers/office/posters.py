"""Poster: the posters of the counters, and the cards for their desks, as files to be printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.topic import Screen, Several
from handlers.office.people.found import check_keeps, wards
from handlers.openings import ToPoster, ToPosters
from handlers.words.pages import goes_on, on_page, page_rows
from models.letters import Button, Fact, File, Letter, Text, Verbatim
from models.people import Person
from models.refused import Refused
from models.services import Counter
from models.store import Store
from models.store.office import services

MADE = "poster"
"""What the edge draws: the papers of the counters whose numbers follow their kind."""
Kind: TypeAlias = Literal["wall", "desk", "card"]
ALL = 0
MOST = 60
"""So many counters are in one file; each of the others has its own."""
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
    """Of which counters papers are asked, all (`of` is 0) or one, and which kind."""

    counters: Sequence[Counter]
    of: int
    kind: Kind


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
    return PosterAsked(found, opening.counter, opening.kind)


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
    return Letter((*said, Text(f"poster-use-{asked.kind}")), (others, (up,)), file=file)


def _said(asked: PosterAsked) -> Text:
    if asked.of == ALL:
        return Text("poster-of-all", {"count": len(asked.counters)})
    return Text("poster-of-one", {"counter": asked.counters[0].full_name})


def _way(counter: int, kind: Kind) -> Button:
    return ToPoster(counter, kind).button(Text(f"button-poster-{kind}"))


CONVERSATION = Several(
    (Screen(ToPosters, look, page_letter), Screen(ToPoster, look_at_one, paper_letter)),
    manifest=Manifest(
        serves="keepers",
        menu=None,
        help=Offer(7, Text("guide-posters")),
        cost=Cost(1, 15, 1),  # every paper is a file and its words
    ),
)
