"""New chats: a code for somebody who has joined, the chat that has used it, and what came of it.

coded -> waiting -> agreed (by an older chat), confirmed (by a second officer), silent (nobody said
no). coded or waiting -> frozen -> confirmed or refused (by a second officer). ended: it came to
nothing. joined, for the first chat of somebody whose code one of the office had made: it is theirs,
but the two count as one (`makers`), until a second officer confirms it or freezes it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, TypeAlias

from sqlalchemy import bindparam, delete, insert, select, update

from models.letters import Letter, Text
from models.people import FROZEN, Address
from models.store import Store, of_row
from models.store.chat import chats, dialogues
from models.store.chat.addresses import address_of, by_id, change, of_person
from models.store.chat.makers import JOINED, behind
from models.store.engine.prepared import Prepared
from models.store.letters import letters
from models.store.people.people import uninvite, working
from models.store.prompts.prompts import settle as settle_prompts
from models.store.schema import addresses, duties, entries, invitations, new_chats
from models.store.schema import letters as written

Opened: TypeAlias = Literal["agreed", "confirmed", "silent"]
"""How a new chat came to be trusted."""
State: TypeAlias = Literal[
    "coded", "waiting", "joined", "frozen", "refused", "ended", "agreed", "confirmed", "silent"
]


@dataclass(frozen=True)
class NewChat:
    """One code, made by `made_by` (None: who runs the machine).

    `address_id` is the chat that has used it; `told` are the letters to the older chats, `reached`
    that one of them has arrived; `asked` who was asked to vouch; `old_gone`: whoever used it says
    that the older chats are lost.
    """

    id: int
    person_id: int
    address_id: int | None
    made_by: int | None
    made_at: datetime
    used_at: datetime | None
    state: State
    told: Sequence[int]
    asked: Sequence[int]
    reached: bool
    old_gone: bool
    settled_by: int | None
    settled_at: datetime | None

    @property
    def is_open(self) -> bool:
        """Whether anything can still come of it."""
        return self.settled_at is None


# -- reading --------------------------------------------------------------------------------


def new_chat(store: Store, number: int) -> NewChat | None:
    """The one with this number."""
    return next(iter(_found(store, new_chats.c.id == number)), None)


def by_now(store: Store, one: NewChat) -> NewChat:
    """The same one as it stands by now."""
    return new_chat(store, one.id) or one


def locked(store: Store, one: NewChat) -> NewChat:
    """The same one as it stands by now; whoever else looks it up so comes after."""
    here = select(new_chats).where(new_chats.c.id == one.id).with_for_update()
    return of_row(NewChat, store.execute(here).one())


def open_of(store: Store, person_id: int) -> list[NewChat]:
    """What is open of this person, the oldest first."""
    return _found(store, new_chats.c.person_id == person_id, _OPEN)


def all_open(store: Store, *states: State) -> list[NewChat]:
    """What is open and stands so, the oldest first."""
    return _found(store, new_chats.c.state.in_(states), _OPEN)


def first_of(store: Store, duties_held: Collection[str]) -> list[NewChat]:
    """The first chats, not confirmed yet, of those who have ever had one of these duties."""
    held = select(duties.c.person_id).where(duties.c.duty.in_(duties_held))
    return _found(store, new_chats.c.state == JOINED, new_chats.c.person_id.in_(held), _OPEN)


def is_frozen(store: Store, person_id: int) -> bool:
    """Whether a second officer has to say which chats are the person's."""
    return any(one.state == "frozen" for one in open_of(store, person_id))


def trusted(store: Store, person_id: int, *, but: int | None = None) -> list[Address]:
    """The person's chats that are known to be theirs, also those that cannot be reached now."""
    return [one for one in chats_of(store, person_id) if one.trust == "full" and one.id != but]


def chats_of(store: Store, person_id: int) -> list[Address]:
    """Every chat that is tied to the person, whatever is known of it; the oldest first."""
    return [address_of(row) for row in _TIED_TO.all(store, {"of_person": person_id})]


_TIED_TO = Prepared(
    select(addresses)
    .where(addresses.c.person_id == bindparam("of_person"))
    .order_by(addresses.c.id)
)
_OPEN = new_chats.c.settled_at.is_(None)


def _found(store: Store, *where: Any) -> list[NewChat]:
    rows = store.execute(select(new_chats).where(*where).order_by(new_chats.c.id))
    return [of_row(NewChat, row) for row in rows]


# -- what becomes of one ----------------------------------------------------------------------


def coded(store: Store, person_id: int, *, by: int | None, now: datetime) -> NewChat:
    """A code was made for somebody who has joined; the ones before it are no more."""
    _close(store, new_chats.c.person_id == person_id, ("coded",), "ended", now=now)
    return _begun(store, person_id, state="coded", made_by=by, made_at=now)


def begin(
    store: Store, person_id: int, chat: Address, *, by: int | None, now: datetime
) -> NewChat | None:
    """The person's first chat, by a code of somebody of the office or of who runs the machine: only
    the first is kept. Whatever stood behind chats that are nobody's by now stands there no more."""
    _close(store, new_chats.c.person_id == person_id, (JOINED,), "ended", now=now)
    if by is None:
        return None
    values = {"address_id": chat.id, "made_by": by, "made_at": now, "used_at": now}
    return _begun(store, person_id, state=JOINED, **values)


def confirm(store: Store, one: NewChat, *, by: int | None, now: datetime) -> bool:
    """A second officer, or who runs the machine, says that the first chat is the person's."""
    return _close(store, new_chats.c.id == one.id, (JOINED,), "confirmed", now=now, by=by)


def ask(store: Store, one: NewChat, asked: Iterable[int]) -> None:
    """Keep who was asked to vouch for it."""
    here = update(new_chats).where(new_chats.c.id == one.id)
    store.execute(here.values(asked=list(asked)))


def used(store: Store, person_id: int, chat: Address, *, now: datetime) -> NewChat:
    """This chat has used the code: it waits until somebody says that it is the person's.

    What was open of the chat itself, under an earlier code, is no more.
    """
    leave(store, chat, now)
    here = (new_chats.c.person_id == person_id) & (new_chats.c.state == "coded")
    values = {"state": "waiting", "address_id": chat.id, "used_at": now}
    made = store.execute(update(new_chats).where(here).values(**values).returning(new_chats))
    if (row := made.first()) is not None:
        return of_row(NewChat, row)
    return _begun(store, person_id, made_by=None, made_at=now, **values)


def used_here(
    store: Store, person_id: int, chat: Address, letter: Letter, *, now: datetime
) -> None:
    """The code was used in a chat that was the person's already: their others are told."""
    for one in open_of(store, person_id):
        if one.state == "coded":
            tell_chats(store, one, letter, now=now, but=chat.id)


def tell_chats(
    store: Store, one: NewChat, letter: Letter, *, now: datetime, but: int | None = None
) -> list[Address]:
    """Write to every older chat of the person that can be reached; gives them."""
    told = trusted(store, one.person_id, but=but)
    reached = {chat.id for chat in of_person(store, one.person_id, everywhere=True)}
    able = [chat for chat in told if chat.id in reached]
    sent = [letters.tell_there(store, chat, letter, now=now).id for chat in able]
    if one.state == "waiting":
        here = update(new_chats).where(new_chats.c.id == one.id)
        store.execute(here.values(told=[*one.told, *sent]))
    return able


def say_old_is_gone(store: Store, number: int) -> None:
    """Whoever used the code says that the older chats are lost."""
    here = update(new_chats).where(new_chats.c.id == number, _OPEN)
    store.execute(here.values(old_gone=True))


def open_up(
    store: Store,
    one: NewChat,
    state: Opened,
    *,
    by: int | None,
    now: datetime,
    said_in: int | None = None,
) -> Address | None:
    """The chat is the person's, and told so: the older one of its channel is nobody's any more, all
    of them where they are lost. Those that stay are told too, but the one in which it was said.
    Gives the chat; None where it was settled meanwhile."""
    if not _close(store, new_chats.c.id == one.id, ("waiting",), state, now=now, by=by):
        return None
    chat = None if one.address_id is None else by_id(store, one.address_id)
    if chat is None or chat.person_id != one.person_id:
        return None
    change(store, chat.id, trust="full")
    gone = one.old_gone and state == "confirmed"
    let_go(store, one.person_id, to=chat, everywhere=gone, now=now)
    if by is not None and state == "confirmed":
        _outlive(store, one.person_id, by=by, now=now)
    chats.settle_in(store, chat)
    logged = () if state == "agreed" else _logged(store, one)
    letter = opening_letter(store, chat, *logged)
    letters.write(store, chat, letter, now=now, carried=letters.AT_ONCE)
    opened = Letter((Text("akun-opened", {"channel": chat.channel_name}), *logged))
    for older in trusted(store, one.person_id, but=chat.id):
        if older.id != said_in:
            letters.tell_there(store, older, opened, now=now)
    return chat


def _logged(store: Store, one: NewChat) -> tuple[Text, ...]:
    """To look at what was logged while it waited, if anything was: whoever had the new chat, or the
    old phone, could."""
    since = one.used_at or one.made_at
    mine = (entries.c.person_id == one.person_id) & (entries.c.sent_at >= since)
    found = store.execute(select(entries.c.id).where(mine).limit(1)).first()
    return () if found is None else (Text("akun-check-log"),)


def opening_letter(store: Store, chat: Address, *more: Text) -> Letter:
    """The chat is theirs from now on; where Tilik speaks first."""
    first = next(iter(of_person(store, chat.person_id or 0)), chat)
    return Letter((Text("akun-open", {"channel": first.channel_name}), *more), turns=True)


def let_go(
    store: Store, person_id: int, *, to: Address, everywhere: bool = False, now: datetime
) -> int:
    """Untie the person's older chats on the channel, or everywhere; each is told. Gives how many.

    A chat that still waits to be trusted is left where it is.
    """
    left = chats.moved(store, person_id, to=to, everywhere=everywhere, now=now)
    for old in left:
        dialogues.forget(store, old.id)
        moved = Letter((Text("join-moved"),), turns=True)
        letters.write(store, old, moved, now=now, carried=letters.AT_ONCE)
    return len(left)


def freeze(store: Store, one: NewChat, now: datetime) -> bool:
    """Nobody does anything from any of the person's chats; no code of theirs works. False where it
    was settled meanwhile."""
    mine = new_chats.c.person_id == one.person_id
    here = new_chats.c.id == one.id
    stands = update(new_chats).where(here, new_chats.c.state.in_(("coded", "waiting", JOINED)))
    if not store.execute(stands.values(state="frozen")).rowcount:
        return False
    others = update(new_chats).where(mine, new_chats.c.state.in_(("coded", "waiting")))
    store.execute(others.values(state="frozen"))
    uninvite(store, one.person_id, now=now)
    theirs = addresses.c.person_id == one.person_id
    store.execute(update(addresses).where(theirs).values(trust="frozen"))
    _hold(store, [chat.id for chat in chats_of(store, one.person_id)], now)
    return True


def thaw(store: Store, person_id: int, kept: Collection[int], *, by: int, now: datetime) -> bool:
    """A second officer has said which chats are the person's: the others are nobody's.

    Those of which a code had been used become trusted, what was held goes there. False where it
    was settled meanwhile.
    """
    frozen = [one for one in open_of(store, person_id) if one.state == "frozen"]
    if not frozen:
        return False
    for one in frozen:
        state: State = "confirmed" if one.address_id in kept else "refused"
        if not _close(store, new_chats.c.id == one.id, ("frozen",), state, now=now, by=by):
            return False
    found = chats_of(store, person_id)
    stay = [chat for chat in found if chat.id in kept]
    for chat in stay:
        change(store, chat.id, trust="full")
    _release(store, [chat.id for chat in found], stay, now)
    for chat in found:
        if chat.id not in kept:
            change(store, chat.id, person_id=None, trust="full")
            dialogues.forget(store, chat.id)
    _outlive(store, person_id, by=by, now=now)
    return True


def _outlive(store: Store, person_id: int, *, by: int, now: datetime) -> None:
    """Somebody has said which chats are the person's: whoever made the code of one that is not so
    any more stands behind them no longer, unless they stand behind who has said so."""
    here = (new_chats.c.person_id == person_id) & new_chats.c.made_by.not_in(behind(store, [by]))
    theirs = select(addresses.c.id).where(addresses.c.person_id == person_id)
    left = here & new_chats.c.address_id.not_in(theirs)
    _close(store, left, (JOINED,), "ended", now=now, by=by)


def _hold(store: Store, chat_ids: Sequence[int], now: datetime) -> None:
    """What is still to be said to the person waits; a prompt is not sent any more."""
    theirs = written.c.address_id.in_(chat_ids) & written.c.state.in_(("waiting", "held", "doubt"))
    prompted = select(written.c.prompt_id).where(theirs, written.c.prompt_id.is_not(None))
    settle_prompts(store, store.execute(prompted).scalars().all(), "undone", now=now, why=FROZEN)
    store.execute(delete(written).where(theirs, written.c.prompt_id.is_not(None)))
    store.execute(update(written).where(theirs).values(state="held", why=FROZEN))


def _release(
    store: Store, chat_ids: Sequence[int], stay: Sequence[Address], now: datetime
) -> None:
    """What was held goes to the newest chat that stays; to nobody, where none does."""
    held = written.c.address_id.in_(chat_ids) & (written.c.why == FROZEN)
    if not stay:
        store.execute(delete(written).where(held))
        return
    free = {"state": "waiting", "due_at": now, "why": None, "address_id": stay[-1].id}
    store.execute(update(written).where(held).values(**free))


def leave(store: Store, chat: Address, now: datetime) -> None:
    """The chat becomes somebody's by a code of another: nothing comes any more of the one before.
    """
    _close(store, new_chats.c.address_id == chat.id, ("waiting",), "ended", now=now)


def spent(store: Store, person_id: int, now: datetime) -> None:
    """The code was used in a chat of which nobody has to be asked."""
    _close(store, new_chats.c.person_id == person_id, ("coded",), "ended", now=now)


def forget(store: Store, now: datetime) -> None:
    """Codes that nobody has used in their time can lead to nothing any more."""
    works = select(invitations.c.person_id).where(*working(now))
    _close(store, new_chats.c.person_id.not_in(works), ("coded",), "ended", now=now)


def end(store: Store, person_id: int, now: datetime) -> None:
    """Nothing comes any more of what is open of this person."""
    mine = new_chats.c.person_id == person_id
    _close(store, mine, ("coded", "waiting", JOINED, "frozen"), "ended", now=now)


def _begun(store: Store, person_id: int, **values: Any) -> NewChat:
    row = {"person_id": person_id, "told": [], "asked": [], **values}
    made = insert(new_chats).values(**row).returning(new_chats)
    return of_row(NewChat, store.execute(made).one())


def _close(
    store: Store,
    where: Any,
    states: Sequence[State],
    state: State,
    *,
    now: datetime,
    by: int | None = None,
) -> bool:
    here = update(new_chats).where(where, new_chats.c.state.in_(states), _OPEN)
    done = here.values(state=state, settled_by=by, settled_at=now)
    return bool(store.execute(done).rowcount)
