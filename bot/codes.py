"""`tilik code NIP`: a fresh joining code for one person, as for a phone that was lost."""

from __future__ import annotations

from datetime import datetime

from bot.imports.intake import hours, written
from bot.reach import Reach, checked
from bot.skm import Echo, Say
from bot.tables import UnusableError
from models.letters import Text
from models.nip import NotNip, masked, parse
from models.store import Store, people
from models.store.database import StoreAway


def code(
    nip: str,
    *,
    url: str,
    username: str | None,
    number: str = "",
    say: Say,
    echo: Echo,
    now: datetime,
) -> int:
    """Print the code and its links; the exit code, 1 with a sentence.

    Codes given before stop working. It may be used by somebody who has joined already: on another
    channel they then have both, on the same one the new chat takes over.
    """
    try:
        reach = checked(Reach(username or "", number))
        digits = parse(nip).digits
        made = written(url, lambda store: _made(store, digits, now), dry_run=False)
    except NotNip as wrong:
        echo(say(wrong.why.id, **_said(wrong.why)), err=True)
        return 1
    except UnusableError as reason:
        echo(say(reason.text, **reason.facts), err=True)
        return 1
    except StoreAway:
        echo(say("run-database-away"), err=True)
        return 1
    if made is None:
        echo(say("code-nobody", nip=masked(digits)), err=True)
        return 1
    name, fresh = made
    echo(say("code-made", name=name, code=fresh, hours=hours()))
    for link in reach.joining(fresh):
        echo(link)
    return 0


def _said(why: Text) -> dict[str, str | int]:
    return {name: fact for name, fact in why.facts.items() if isinstance(fact, str | int)}


def _made(store: Store, nip: str, now: datetime) -> tuple[str, str] | None:
    known = people.by_nip(store).get(nip)
    if known is None:
        return None
    number, name = known
    people.uninvite(store, number)
    return name, people.invite(store, number, now=now)
