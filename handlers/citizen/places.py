"""Which counter is meant, for who comes without a code."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.conversation import Onward
from handlers.questions import Option, Pick
from models.letters import Text, Verbatim
from models.refused import Refused
from models.services import Counter
from models.store import Store
from models.store.office import services


def all_counters(store: Store) -> Sequence[Counter]:
    """Every counter with an open service; refused where there is none."""
    counters = services.all_counters(store)
    if not counters:
        raise Refused(Text("rate-no-services"))
    return counters


async def pick_counter(counters: Sequence[Counter], conversation: str) -> Onward:
    """The counters by what is delivered there; their unit too, where there are several. On to
    this conversation at the one that is meant."""
    if len(counters) == 1:
        return Onward(conversation, counters[0].code)
    units = len({counter.unit.id for counter in counters})
    options = [Option(c.code, Verbatim(_place(c, with_unit=units > 1))) for c in counters]
    return Onward(conversation, (await Pick("rate-counter", options=options)).key)


async def pick_service(counter: Counter, conversation: str) -> Onward:
    """On to this conversation about one of the counter's services."""
    picked = await Pick("rate-service", options=counter.services)
    return Onward(conversation, f"{counter.code}-{picked.key}")


def _place(counter: Counter, *, with_unit: bool) -> str:
    named = [counter.services[0].name] if len(counter.services) == 1 else []
    return " · ".join([*named, counter.name, *([counter.unit.name] if with_unit else [])])
