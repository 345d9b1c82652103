"""What is said about a new chat: to the person's older chats, to itself, and to who vouches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handlers.openings import (
    ToAccount,
    ToDisowning,
    ToLog,
    ToNewChat,
    ToOldGone,
    ToOwning,
    ToVouching,
)
from handlers.words.moments import moment_words
from models.letters import OPENS, Button, Fact, Letter, Lines, Text, Words
from models.people import Address, Person
from models.refused import Refused
from models.store.chat.makers import JOINED
from models.store.chat.new_chats import NewChat


def only_so_far(person: Person) -> Refused:
    """What a chat may do that is not known to be its person's, and what to do."""
    if person.address.trust == "frozen":
        return Refused(Text("akun-frozen"))
    log, account = ToLog().button(Text("button-log")), ToAccount().button(Text("button-akun"))
    return Refused(Text("akun-new-only"), buttons=((log,), (account,)))


# -- to the older chats -----------------------------------------------------------------------


def of_code(one: NewChat) -> Letter:
    """A code was made by which another phone or channel can become theirs."""
    return Letter((Text("akun-coded"),), ((_not_me(one),),))


def of_use(one: NewChat, chat: Address, zone: str) -> Letter:
    """The code was used there."""
    yes = ToOwning(one.id).button(Text("button-akun-yes"))
    facts = {"channel": chat.channel_name, **moment_words(one.used_at or one.made_at, zone)}
    return Letter((Text("akun-used", facts),), ((yes,), (_not_me(one),)))


def of_use_here(chat: Address) -> Letter:
    """The code was used in a chat that was theirs already: nothing changes."""
    return Letter((Text("akun-used-here", {"channel": chat.channel_name}),))


def _not_me(one: NewChat) -> Button:
    return ToDisowning(one.id).button(Text("button-akun-not-me"))


# -- to the new chat --------------------------------------------------------------------------


def of_waiting(one: NewChat, name: str, older: Sequence[Address]) -> Letter:
    """What it may do so far, who has been asked, and what to do where nobody can answer there."""
    said: list[Words] = [Text("akun-new", {"name": name})]
    if one.old_gone and one.asked:
        said.append(Text("akun-new-asked"))
    elif older:
        there = Text("akun-new-there", {"channel": older[-1].channel_name})
        said.append(there)
    else:
        said.append(Text("akun-new-unreached"))
    said.append(Text("akun-log-only"))
    rows: list[tuple[Button, ...]] = [(ToLog().button_below(Text("button-log")),)]
    if not (one.old_gone and one.asked):
        rows.append((ToOldGone(one.id).button(Text("button-akun-old-gone")),))
    return Letter((Lines(tuple(said)),), tuple(rows))


# -- to who vouches ---------------------------------------------------------------------------


def of_case(one: NewChat, facts: dict[str, Fact], *, older: bool) -> Letter:
    """Whose chat it is said to be, who made the code, and what has to be found out first; whether
    there are `older` chats."""
    kind = one.state if one.state in ("frozen", JOINED) else "lost" if one.old_gone else "waits"
    words = Text(f"verifikasi-{kind}", {**facts, OPENS: ToNewChat(one.id).tap})
    return Letter((words, Text("verifikasi-how")), tuple(_answers(one, older=older)))


def _answers(one: NewChat, *, older: bool) -> Iterator[tuple[Button, ...]]:
    """What can be said of it."""
    if one.state == "frozen" and older:
        yield (ToVouching(one.id, "l").button(Text("button-verifikasi-old")),)
    if one.address_id is not None:
        new = "person" if one.state == JOINED else "new"
        yield (ToVouching(one.id, "y").button(Text(f"button-verifikasi-{new}")),)
    if one.state == "frozen":
        yield (ToVouching(one.id, "t").button(Text("button-verifikasi-none")),)
    else:
        yield (ToVouching(one.id, "x").button(Text("button-verifikasi-freeze")),)
