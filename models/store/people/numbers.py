"""Numbers (nip) of people that are otherwise from now on, as when a PPPK becomes a PNS."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import bindparam, update

from models.store import Store
from models.store.oversight.stamps import Stamp, stamped
from models.store.schema import people


def renumber(store: Store, nips: Mapping[int, str], *, stamp: Stamp | None = None) -> None:
    """Give people another nip, which nobody has: person -> nip. The trail tells only that it is
    another one."""
    if not nips:
        return
    here = update(people).where(people.c.id == bindparam("number"))
    rows = [{"number": number, "digits": nip} for number, nip in nips.items()]
    store.execute(here.values(nip=bindparam("digits")), rows)
    stamped(store, stamp, "nip", {number: {} for number in nips})
