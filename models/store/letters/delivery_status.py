"""What a platform tells of the letters it has taken: in any order, and they move only forward.

Every message is sent with a track, which comes back with all that is told of it: `l` and the
letter (`p`, the prompt and its letter), the attempt, and which of how many messages it was.
A letter has arrived when its last message has.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal, TypeAlias

from sqlalchemy import delete, select, update

from models.backoff import due_after
from models.letters import PLAIN
from models.people import is_answered_freely
from models.store import Store
from models.store.chat import addresses, screens
from models.store.complaints.unsent import sealed_again
from models.store.letters import told
from models.store.letters.letters import LONG, PAUSE, Envelope
from models.store.letters.on_hold import CLOSED
from models.store.prompts.prompts import open_again, settle
from models.store.schema import addresses as chats
from models.store.schema import letters

Step: TypeAlias = Literal["sent", "delivered", "read", "failed"]
Why: TypeAlias = Literal["later", "closed", "gone", "wrong"]
"""Why it has failed: for now; no window; nobody there; our fault, or the office's account."""
_NUMBER = r"([0-9]{1,18})"
_TRACK = re.compile(rf"(?:l|p{_NUMBER}-){_NUMBER}\.([0-9]{{1,5}})\.([0-9]{{1,2}})\.([0-9]{{1,2}})")
RETRY_AFTER = (60.0, 600.0, 3600.0)
"""Seconds until what has failed for now is sent again; after the last it is held and listed."""


@dataclass(frozen=True)
class DeliveryStatus:
    """One thing that was told of a message. `code` is the platform's own word for the failure,
    `at` when it happened, by the platform's clock, `to` the ids of whom it was for, if known, and
    `message` what the channel knows the message by."""

    track: str
    step: Step
    why: Why = "wrong"
    code: str = ""
    at: datetime | None = None
    to: tuple[str, ...] = ()
    message: str = ""

    @property
    def word(self) -> str:
        """Why it has failed, as it is kept."""
        return (self.code or self.why)[:40]


@dataclass(frozen=True)
class Track:
    """A track, taken apart. `part` counts from 1 to `parts`."""

    prompt: int | None
    letter: int
    attempt: int
    part: int
    parts: int


def track_of(envelope: Envelope) -> str:
    """The track of an envelope's attempt, without its parts (`part_of` puts them in)."""
    whose = "l" if envelope.prompt_id is None else f"p{envelope.prompt_id}-"
    return f"{whose}{envelope.id}.{envelope.attempts}"


def part_of(track: str, part: int, parts: int) -> str:
    """The track of one message of a letter that takes several."""
    return f"{track}.{part}.{parts}"


def track_read(track: str) -> Track | None:
    """What a track says; None for what is none of ours."""
    found = _TRACK.fullmatch(track)
    if found is None:
        return None
    prompt, *numbers = found.groups()
    return Track(None if prompt is None else int(prompt), *map(int, numbers))


def settle_status(store: Store, fate: DeliveryStatus, now: datetime) -> None:
    """Move the letter forward by what was told; what is known better already stays."""
    track = track_read(fate.track)
    if track is None:
        return
    if fate.step == "failed":
        _failed(store, track, fate, now)
    elif fate.step == "sent":
        screens.name(store, track.letter, fate.message)
        _sent(store, track, now)
    elif track.part == track.parts:
        _arrived(store, track, now)


def _row(store: Store, track: Track) -> Any:
    here = letters.c.id == track.letter
    return store.execute(select(letters).where(here).with_for_update()).first()


def _awaited(row: Any, track: Track) -> bool:
    """Whether the letter is still at this attempt: not tried again since, not held.

    In doubt it is already counted as tried, and may just be on its way once more.
    """
    if row.state == "doubt":
        return track.attempt in (row.attempts - 1, row.attempts)
    return row.state != "held" and bool(row.attempts == track.attempt)


def _sent(store: Store, track: Track, now: datetime) -> None:
    """It has gone out: what nobody could say is known now. Perhaps it is told before the post
    has noted it, or instead of the answer that the post was waiting for."""
    row = _row(store, track)
    if row is not None:
        if not _awaited(row, track):
            return
        if track.part == track.parts and row.state != "taken":
            _change(store, row, state="taken", attempts=track.attempt, due_at=now)
    if track.prompt is not None:
        settle(store, [track.prompt], "sent", now=now)


def _arrived(store: Store, track: Track, now: datetime) -> None:
    store.execute(delete(letters).where(letters.c.id == track.letter))
    told.arrived(store, [track.letter])
    if track.prompt is not None:
        settle(store, [track.prompt], "arrived", now=now)


def _failed(store: Store, track: Track, fate: DeliveryStatus, now: datetime) -> None:
    """Tried again, held, or dropped, by its kind. Once known, it is told again in vain.

    The address is locked before the letter: so does a turn, which lets go of letters that wait
    for the person. (A letter never changes its address.)
    """
    whose = select(letters.c.address_id).where(letters.c.id == track.letter)
    heard_at = addresses.lock(store, store.execute(whose).scalar())
    row = _row(store, track)
    if row is None:
        _undone(store, track, fate, now)
    elif _awaited(row, track):
        if fate.why == "gone" and not _was_for(store, row, fate):
            _again(store, row, track, replace(fate, why="later"), now)
        elif fate.why == "gone":
            addresses.change(store, row.address_id, reachable=False)
            sealed_again(store, row.id, due_at=None)
            store.execute(delete(letters).where(letters.c.id == row.id))
            told.lost(store, [row.id])
            _undone(store, track, fate, now)
        elif fate.why == "wrong" and track.prompt is None and is_answered_freely(heard_at, now):
            _in_plain_words(store, row, track, fate, now)
        else:
            _again(store, row, track, fate, now)


def _was_for(store: Store, row: Any, fate: DeliveryStatus) -> bool:
    """Whether it was for the id by which the channel knows the person now."""
    return not fate.to or addresses.by_id(store, row.address_id).sender in fate.to


def _in_plain_words(
    store: Store, row: Any, track: Track, fate: DeliveryStatus, now: datetime
) -> None:
    """What was refused as it was may go in words alone, once, to who is waiting for an answer."""
    sheet = json.loads(row.sheet)
    if PLAIN in sheet:
        return _again(store, row, track, fate, now)
    plain = json.dumps({**sheet, PLAIN: 1}, ensure_ascii=False, separators=(",", ":"))
    tried = {"attempts": track.attempt + 1, "due_at": now}
    return _change(store, row, state="waiting", sheet=plain, **tried)


def _again(store: Store, row: Any, track: Track, fate: DeliveryStatus, now: datetime) -> None:
    """Let it be sent once more, or hold it where it has been tried often enough."""
    if track.prompt is not None:
        open_again(store, track.prompt)
    tries, due = track.attempt + 1, due_after(track.attempt + 1, RETRY_AFTER, now)
    if fate.why == "closed":
        _closed(store, row.address_id, fate)
    if fate.why == "closed" and due:
        _change(store, row, state="waiting", attempts=tries, due_at=now)
    elif fate.why == "later" and due:
        aside = due - now > LONG and track.prompt is None
        state = {"state": "held", "why": PAUSE} if aside else {"state": "waiting"}
        _change(store, row, attempts=tries, due_at=due, **state)
    elif not sealed_again(store, row.id, due_at=None):
        why = CLOSED if fate.why == "closed" else fate.word
        _change(store, row, state="held", attempts=tries, due_at=now, why=why)


def _closed(store: Store, address_id: int, fate: DeliveryStatus) -> None:
    """The window was closed by then, whatever we thought; it is open if they wrote after that."""
    here = chats.c.id == address_id
    if fate.at is not None:
        here &= chats.c.heard_at <= fate.at
    store.execute(update(chats).where(here).values(heard_at=None))


def _undone(store: Store, track: Track, fate: DeliveryStatus, now: datetime) -> None:
    if track.prompt is not None:
        settle(store, [track.prompt], "undone", now=now, why=fate.word)


def _change(store: Store, row: Any, **columns: Any) -> None:
    store.execute(update(letters).where(letters.c.id == row.id).values(**columns))
