"""What was released of an element at a place, and what of it may be shown.

Only what every reader from the unit upwards is shown as a figure counts here, so a review tells
nothing that no figure would (`models.disclosure`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from handlers.supervisor.released import released
from handlers.supervisor.scope import FigureScope, scope_of
from models.disclosure import Place
from models.figures import DAILIES, Figures, Product
from models.quarter import Quarter
from models.reviews import WATCHED, Measured, Review, ReviewStanding, measured, since, standing_of
from models.scores import Element
from models.store import Store
from models.store.office import services
from models.store.ratings.closes import closed_on
from models.store.rules.measures import measure


@dataclass(frozen=True)
class BeforeAndAfter:
    """The mean of an element before and after, each with the days on which it was released."""

    before: Measured
    after: Measured
    first: date
    middle: date
    last: date


def standing(store: Store, scope: FigureScope, element: str, quarter: Quarter) -> ReviewStanding:
    """What was released of the element in the quarter."""
    read = list(_as_read(store, scope, quarter))
    until = closed_on(store, scope.unit.zone) or quarter.first_day
    return ReviewStanding(
        quarter.key,
        max(quarter.first_day, min(until, quarter.last_day)),
        {product: read[0].counts(product, element) for product in WATCHED},
        frozenset(p for p in WATCHED if all(_shows(one, p, element) for one in read)),
        _causes(read, element),
    )


def compared(store: Store, review: Review) -> BeforeAndAfter | None:
    """The figure before and after; None where the place is no more."""
    scope = scope_of(store, *review.place)
    if scope is None:
        return None
    before = standing_of(review.before)
    later = [standing_of(one) for one in (review.after or {}).get("quarters", ())]
    product = next((one for one in WATCHED if one in before.shown), WATCHED[0])
    counts, safe = since(before, later, product)
    enough = measure(store, Quarter.parse(before.quarter)).enough
    needed = enough.elements if product in DAILIES else enough.scores
    return BeforeAndAfter(
        measured(before.counts.get(product, {}), needed, shown=product in before.shown),
        measured(counts, needed, shown=safe),
        Quarter.parse(before.quarter).first_day,
        before.until,
        later[-1].until if later else before.until,
    )


def standings_since(store: Store, review: Review, today: date) -> Sequence[ReviewStanding]:
    """What is released by now, of each quarter since the review began."""
    scope = scope_of(store, *review.place)
    first = Quarter.parse(standing_of(review.before).quarter)
    if scope is None:
        return ()
    return [standing(store, scope, review.element, one) for one in _quarters(first, today)]


def shown_to_all(scope: FigureScope, store: Store) -> Iterable[int]:
    """The units from which somebody may read figures of the place."""
    return [unit.id for unit in services.lineage(store, scope.unit.id)]


def scope_at(store: Store, place: Place) -> FigureScope | None:
    """The place, with its counters and its unit."""
    return scope_of(store, place.what, place.number)


def _as_read(store: Store, scope: FigureScope, quarter: Quarter) -> Iterator[Figures]:
    here = measure(store, quarter)
    for top in shown_to_all(scope, store):
        (found,) = released(store, scope, here, top=top)
        yield found.whole()


def _shows(figures: Figures, product: Product, element: str) -> bool:
    return any(
        isinstance(one, Element) and one.key == element for one in figures.elements(product)
    )


def _causes(read: Sequence[Figures], element: str) -> dict[int, int]:
    """How often each cause was named by the ratings that lead, where those are enough for every
    reader."""
    leads = read[0].leads
    if any(one.cause_of(element, leads) is None for one in read):
        return {}
    return {number: n for number, n in read[0].causes[leads].get(element, {}).items() if number}


def _quarters(first: Quarter, today: date) -> Iterator[Quarter]:
    while first <= Quarter.of(today):
        yield first
        first = first.next
