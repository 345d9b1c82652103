"""Who is heard: the groups that those who filled in the official survey named, beside those whom
the services serve."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from handlers.supervisor.scope import FigureScope
from models.groups import GROUPS, LEAST, HeardValue, heard, summed, told
from models.letters import Fact, Lines, Text, Words
from models.quarter import Quarter
from models.store import Store
from models.store.office import groups

Heard = Sequence[tuple[str, Sequence[HeardValue]]]
"""Each group that there is anything to tell of, with its values."""


def heard_in(
    store: Store, scope: FigureScope, quarter: Quarter, until: date | None
) -> Heard | None:
    """Who was heard in the unit and below it; None before the quarter is over and its last night
    closed, since a look before and after a visit would tell of one person."""
    if until is None or until < quarter.last_day:
        return None
    counts = summed(map(told, groups.heard(store, scope.unit_ids, quarter).values()))
    served = summed(groups.served(store, scope.unit_ids).values())
    every = ((one, heard(one, counts.get(one, {}), served.get(one, {}))) for one in GROUPS)
    return [(group, values) for group, values in every if values]


def heard_paragraphs(found: Heard | None) -> Iterator[Words]:
    """It in words: each group, and who is hardly heard."""
    if not found:
        yield Text("heard-running" if found is None else "heard-none")
        return
    yield Text("heard-how", {"least": LEAST})
    for group, values in found:
        yield Lines(
            (Text("heard-group", {"group": Text(f"group-{group}")}), *_lines(group, values))
        )
    rare = [_name(group, one) for group, values in found for one in values if one.is_rare]
    if rare:
        yield Lines((Text("heard-rare"), *(Text("heard-rare-one", {"who": one}) for one in rare)))


def _lines(group: str, values: Sequence[HeardValue]) -> Iterator[Text]:
    for one in values:
        facts: dict[str, Fact] = {"value": _name(group, one), "least": LEAST}
        if one.n is None:
            yield Text("heard-few", facts)
            continue
        served = -1 if one.served is None else one.served
        yield Text("heard-value", facts | {"n": one.n, "share": one.share or 0, "served": served})


def _name(group: str, one: HeardValue) -> Text:
    return Text(f"heard-{group}-{one.value}", otherwise=f"group-{group}-{one.value}")
