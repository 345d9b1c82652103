"""The post: the only mouth. It carries written letters out and forgets them once delivered.

A fresh letter is carried from memory, in its chat's order; the row in the store is what is left
when the process dies on the way. `sweep` picks such letters up again, each chat's oldest first.
Replies arrive at least once; prompts go at most once, and their own way (`bot/outbound/prompts`).
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter, deque
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Literal, Protocol, TypeAlias

from bot.channel import Before, Label, Mouth, Spoken, Undelivered, Why
from bot.outbound.prompts import Prompting
from bot.outbound.template_letter import template_letter_of
from bot.outbound.write_behind import WriteBehind
from bot.render.draw import Undrawn
from bot.texts import Texts
from bot.turn.menu import Menu, menu_of
from bot.turn.screens import told_buttons
from models.backoff import doubling, wait_after
from models.letters import Letter, Picture, Text, Verbatim, Words
from models.store import Store
from models.store.chat import addresses, screens
from models.store.complaints import reporters
from models.store.complaints.unsent import sealed_again
from models.store.engine.database import Database, StoreAway
from models.store.letters import assisting, claims, letters
from models.store.letters import told as asked
from models.store.letters.delivery_status import track_of
from models.store.letters.letters import Envelope
from models.store.letters.on_hold import hold_back

_log = logging.getLogger("tilik.post")
LEASE = timedelta(seconds=30)
"""How long a letter stays with the post that carries it before another may take it up."""
WAITS = doubling(1, longest=15)
"""After each failure, where the platform names no other time."""
KNOWN_FOR = 5.0
"""Seconds in which a delivered letter is still known: a turn may just have read that it waits."""
UNSAID = 5
"""Failures of our own with one letter, after which it is dropped: others wait behind it."""
NO_MOUTH = 60.0
"""Seconds: a channel that is not set up now may be again."""
GIVEN_UP = 5000
"""Attempts, most of them a quarter of a minute apart: a day, after which a reply is of no use."""
UNSEALED = 50
"""Letters that are taken out of their seals in one go."""
SEALED_FOR = timedelta(days=1)
"""So long a letter waits in its seal again that could not be sent for a fault of ours."""
UNSHOWN = Letter((Text("unshown"),), plain=True)
"""What is said in the place of a letter that the platform takes in no shape."""
Next: TypeAlias = Literal["go", "wait"]
"""What the chat's next letter does: go, or wait until this one has arrived or never will."""
Draw: TypeAlias = Callable[[Picture, str], Awaitable[bytes]]


class Show(Protocol):
    """What a file in a letter needs to be shown on a channel; may raise `Undelivered`."""

    async def __call__(self, spoken: Spoken, channel: str, *, attempts: int) -> Spoken: ...


async def _by_its_id(spoken: Spoken, channel: str, *, attempts: int) -> Spoken:
    return spoken


class PostOffice:
    """Letters on their way, in each chat's order."""

    def __init__(
        self,
        database: Database,
        mouths: Mapping[str, Mouth],
        texts: Texts,
        *,
        clock: Callable[[], datetime],
        draw: Draw,
        show: Show = _by_its_id,
        paused: Callable[[], bool] = bool,
    ) -> None:
        self._database = database
        self._mouths = mouths
        self._texts = texts
        self._clock = clock
        self._draw = draw
        self._show = show
        self._paused = paused
        self._queues: dict[int, deque[Envelope]] = {}
        self._carried: dict[int, int] = {}
        self._unsaid: Counter[int] = Counter()
        self._tasks: set[asyncio.Task[None]] = set()
        self._arrived: WriteBehind[int] = WriteBehind(self._forget, start=self._start)
        self._taken: WriteBehind[tuple[int, int]] = WriteBehind(self._keep_taken, start=self._start)
        self._prompting = Prompting(database, self._say_somehow, start=self._start, clock=clock)

    def carry(self, envelopes: Sequence[Envelope], *, after: int | None = None) -> None:
        """Take letters on their way. `after` is the chat's newest unsent letter before them.

        If that one is not carried here (a job has just written it, another process has it, or died
        with it), these wait for `sweep`, so that a chat's letters never overtake each other.
        """
        if not envelopes or self._paused():  # the store keeps them
            return
        if after is not None and after not in self._carried:
            self._start(self._left([envelope.id for envelope in envelopes]))
            return
        for envelope in envelopes:
            self._carried[envelope.id] = envelope.attempts
            queue = self._queues.get(envelope.address_id)
            if queue is not None:
                queue.append(envelope)
                continue
            self._queues[envelope.address_id] = deque([envelope])
            self._start(self._deliver_all(envelope.address_id))

    def toast(self, channel: str, toast: str, words: str) -> None:
        """A passing notice: sent now or never."""
        if channel in self._mouths:
            self._start(self._mouths[channel].toast(toast, words))

    def menu(self, channel: str, sender: str, menu: Sequence[tuple[str, str]]) -> None:
        """The commands that one chat is offered from now on: a courtesy, sent now or never."""
        if channel in self._mouths:
            self._start(self._mouths[channel].menu(sender, menu))

    async def _new_menu(self, envelope: Envelope) -> None:
        """Offer the chat what its person may do from now on."""

        def ask(store: Store) -> Menu:
            chat = addresses.by_id(store, envelope.address_id)
            return menu_of(addresses.person_at(store, chat, self._clock()), self._texts)

        with suppress(StoreAway):
            self.menu(envelope.channel, envelope.sender, await self._database.read(ask))

    async def sweep(self) -> int:
        """Take up letters that are due and carried by nobody; gives how many."""
        if self._paused():
            return 0
        now = self._clock()
        await self._held(now)
        await self._unsealed(now)
        found = await self._database.run(lambda store: _claimed(store, now))
        fresh = [one for one in found if self._carried.get(one.id) != one.attempts]
        self.carry(fresh)
        return len(fresh) + await self._prompting.sweep()

    async def _unsealed(self, now: datetime) -> None:
        """Address what waits behind a seal: each letter by itself, so that one which cannot be
        opened keeps back no other."""
        for _ in range(UNSEALED):
            came = await self._database.run(lambda store: reporters.released(store, now))
            if came == "none":
                return
            if came == "shut":
                _log.error("a seal cannot be opened: another secret, or altered since")

    async def _held(self, now: datetime) -> None:
        """Letters that take long are still ours: no other process may take them for left."""
        queued = (envelope.id for queue in self._queues.values() for envelope in queue)
        mine = {number: self._carried[number] for number in queued if number in self._carried}
        if mine:
            soon, until = now + letters.CARRIED / 2, now + LEASE
            await self._database.run(
                lambda store: claims.hold(store, mine, before=soon, until=until)
            )

    async def _left(self, ids: Sequence[int]) -> None:
        """Whoever sees first that the older letter has arrived may carry these."""
        now = self._clock()
        with suppress(StoreAway):
            await self._database.run(lambda store: claims.due(store, ids, at=now))

    async def quiet(self) -> None:
        """Until nothing is on its way any more, and what arrived is written down."""
        while self._tasks:
            await asyncio.wait(set(self._tasks))
        await self._prompting.write_down()
        await self._arrived.write_down()
        await self._taken.write_down()

    async def close(self) -> None:
        """Let what is on its way arrive, for a moment; the store keeps the rest."""
        self._prompting.close()
        if self._tasks:
            await asyncio.wait(set(self._tasks), timeout=2)
        for task in list(self._tasks):
            task.cancel()
        await self._prompting.write_down()
        await self._arrived.write_down()
        await self._taken.write_down()

    @property
    def busy(self) -> bool:
        """Whether a letter is on its way."""
        return bool(self._tasks)

    def _start(self, work: Awaitable[None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (wrong := task.exception()) is not None:
            _log.error("the post failed: %s", type(wrong).__name__)

    async def _deliver_all(self, address_id: int) -> None:
        queue = self._queues[address_id]
        try:
            while queue:
                if len(queue) > 1 and _superseded(queue[0], queue[1]):
                    self._done(queue.popleft())
                    continue
                if await self._delivered(queue[0]) == "wait":
                    break
                queue.popleft()
        finally:
            del self._queues[address_id]
            for envelope in queue:
                self._carried.pop(envelope.id, None)

    async def _delivered(self, envelope: Envelope) -> Next:
        """Say it; where that cannot be, do what is to be done then."""
        try:
            told = await self._say_somehow(envelope)
        except Undelivered as wrong:
            return await POLICY[wrong.why](self, envelope, wrong)
        except StoreAway:
            return "wait"
        except Exception as wrong:
            return await self._unsayable(envelope, wrong)
        self._unsaid.pop(envelope.id, None)
        if envelope.letter.turns:
            self._start(self._new_menu(envelope))
        if envelope.letter.told:
            await self._note_told(envelope)
        # The chat's next letter goes once this is known: after a crash, none overtakes another.
        if told:
            await self._taken.add((envelope.id, envelope.attempts))
        else:
            await self._arrived.add(envelope.id)
        return "go"

    async def _note_told(self, envelope: Envelope) -> None:
        """Let its buttons be typed: what it says is on the screen now."""
        texts, language = self._texts, envelope.language
        shown = told_buttons(envelope, lambda label: texts.plain(language, label))
        with suppress(StoreAway):
            await self._database.run(
                lambda store: screens.told(store, envelope.address_id, shown)
            )

    async def _say_somehow(self, envelope: Envelope, before: Before | None = None) -> bool:
        """Say it as it is, or else as what it falls back to."""
        while True:
            try:
                return await self._say(envelope, before)
            except Undelivered as wrong:
                other = fallback(envelope, wrong)
                if other is None:
                    raise
                if wrong.why == "wrong":
                    _log.error("letter %s was refused as it is: %s", envelope.id, wrong)
                envelope = other

    async def _say(self, envelope: Envelope, before: Before | None = None) -> bool:
        """Whether the platform will tell what becomes of it."""
        mouth = self._mouths.get(envelope.channel)
        if mouth is None or self._paused():
            raise Undelivered("later", after=NO_MOUTH)
        if envelope.letter.takes_back:
            await self._take_back(envelope, mouth)
            return False
        said = await self._spoken(envelope)
        if mouth.traits.tells:
            as_template = template_letter_of(envelope.letter, self._texts, envelope.language)
            heard_at, track = envelope.heard_at, track_of(envelope)
            said = replace(said, as_template=as_template, heard_at=heard_at, track=track)
        sent = await mouth.say(envelope.sender, said, kind=envelope.letter.kind, before=before)
        if envelope.letter.fleeting and sent.message:
            there, message = envelope.address_id, sent.message
            await self._database.run(lambda store: assisting.note(store, there, message))
        return sent.tells

    async def _take_back(self, envelope: Envelope, mouth: Mouth) -> None:
        """Empty a phone that is handed on: every message that is known to stand there."""
        there = envelope.address_id
        messages = await self._database.read(lambda store: assisting.standing(store, there))
        if not messages:
            return
        try:
            await mouth.take_back(envelope.sender, messages)
        except Undelivered as wrong:
            if wrong.why not in ("wrong", "gone"):
                raise
            _log.error("letter %s could take nothing back: %s", envelope.id, wrong.why)
        await self._database.run(lambda store: assisting.taken_back(store, there, messages))

    async def _unsayable(self, envelope: Envelope, wrong: Exception) -> Next:
        """A fault of our own: tried again a few times; then a sentence tells of it."""
        self._unsaid[envelope.id] += 1
        _log.error("letter %s cannot be said: %s", envelope.id, type(wrong).__name__)
        if self._unsaid[envelope.id] < UNSAID:
            await self._later(envelope, Undelivered("later"))
            return "wait"
        _log.error("letter %s is dropped", envelope.id)
        if envelope.letter == UNSHOWN or not envelope.letter.paragraphs:
            return await self._dropped(envelope)
        await self._lost(envelope)
        return await self._delivered(replace(envelope, letter=UNSHOWN))

    async def _later(self, envelope: Envelope, wrong: Undelivered) -> Next:
        """Try again after a while; put aside for long, it lets the chat's next go before it."""
        if envelope.attempts >= GIVEN_UP:
            return await self._refused(envelope, wrong)
        tries, doubt = envelope.attempts + 1, wrong.why == "unknown"
        pause = timedelta(seconds=wrong.after or wait_after(tries, WAITS))
        due, mouth = self._clock() + pause, self._mouths.get(envelope.channel)
        aside = mouth is not None and mouth.traits.tells and pause > letters.LONG
        self._carried.pop(envelope.id, None)  # or `sweep` would hold it beyond that
        await self._database.run(
            lambda store: letters.later(
                store, envelope.id, attempts=tries, due_at=due, doubt=doubt, aside=aside
            )
        )
        return "go" if aside else "wait"

    async def _held_back(self, envelope: Envelope, wrong: Undelivered) -> Next:
        """The person must write first."""
        now = self._clock()
        self._carried.pop(envelope.id, None)
        await self._database.run(lambda store: hold_back(store, envelope, now=now))
        return "go"

    async def _nobody_there(self, envelope: Envelope, wrong: Undelivered) -> Next:
        """Nothing is sent there until somebody writes; to another id by now, it is sent again."""
        there, sender = envelope.address_id, envelope.sender
        if await self._database.run(lambda store: addresses.gone(store, there, sender)):
            return await self._dropped(envelope, gone=True)
        return await self._later(envelope, Undelivered("later"))

    async def _refused(self, envelope: Envelope, wrong: Undelivered) -> Next:
        """Our fault, and never again like this."""
        _log.error("letter %s was refused: %s", envelope.id, wrong)
        return await self._dropped(envelope)

    async def _nothing_to_change(self, envelope: Envelope, wrong: Undelivered) -> Next:
        """Buttons that were to be taken away are gone, or stay: a tap on them changes nothing."""
        return self._done(envelope)

    async def _spoken(self, envelope: Envelope) -> Spoken:
        letter, language = envelope.letter, envelope.language
        if letter.plain:
            return plainly(letter, self._texts, language)
        picture = None
        if letter.picture is not None:
            with suppress(Undrawn):
                picture = await self._draw(letter.picture, language)
        said = spoken(letter, self._texts, language, picture=picture)
        return await self._show(said, envelope.channel, attempts=envelope.attempts)

    async def _dropped(self, envelope: Envelope, *, gone: bool = False) -> Next:
        """It has not arrived and never will: nobody is to take silence for an answer to it. What
        came out of a seal is back there."""
        back = None if gone else self._clock() + SEALED_FOR
        await self._database.run(lambda store: sealed_again(store, envelope.id, due_at=back))
        await self._lost(envelope)
        return self._done(envelope)

    async def _lost(self, envelope: Envelope) -> None:
        await self._database.run(lambda store: asked.lost(store, [envelope.id]))

    def _done(self, envelope: Envelope) -> Next:
        """It need not be known any longer."""
        self._arrived.add(envelope.id)
        self._unsaid.pop(envelope.id, None)
        return "go"

    async def _forget(self, arrived: list[int]) -> None:
        """Delivered letters need not be known any longer, neither in the store nor, soon, here."""
        await self._database.run(lambda store: letters.delivered(store, arrived))
        self._forget_soon(dict.fromkeys(arrived))

    async def _keep_taken(self, given: list[tuple[int, int]]) -> None:
        """What a platform has taken is kept until it tells what became of it."""
        now = self._clock()
        await self._database.run(lambda store: letters.taken(store, given, now=now))
        self._forget_soon(dict(given))

    def _forget_soon(self, carried: Mapping[int, int | None]) -> None:
        """These are carried no more; one that came back meanwhile is in another attempt."""

        def forget() -> None:
            for number, attempts in carried.items():
                if attempts is None or self._carried.get(number) == attempts:
                    self._carried.pop(number, None)

        asyncio.get_running_loop().call_later(KNOWN_FOR, forget)


POLICY: Mapping[Why, Callable[[PostOffice, Envelope, Undelivered], Awaitable[Next]]] = {
    "later": PostOffice._later,
    "unknown": PostOffice._later,
    "closed": PostOffice._held_back,
    "gone": PostOffice._nobody_there,
    "wrong": PostOffice._refused,
    "lost": PostOffice._nothing_to_change,
}
"""What is done about a letter that could not be sent, and has nothing to fall back to."""


def fallback(envelope: Envelope, wrong: Undelivered) -> Envelope | None:
    """The letter as it may be sent instead, at once; None where there is no other way.

    What cannot be changed in place is said anew, and a file that cannot be shown is said in words.
    What the platform does not take as it is comes without its picture, then in words alone, and
    where it does not take these either, a sentence says that an answer could not be shown.
    """
    letter = envelope.letter
    if wrong.why == "lost" and letter.about is not None and (letter.paragraphs or letter.picture):
        return replace(envelope, letter=replace(letter, about=None))
    if wrong.why != "wrong" or not (letter.paragraphs or letter.picture):
        return None
    if letter.file is not None and letter.file.kind != "link":
        words = (*letter.paragraphs, Text("file-not-here"))
        return replace(envelope, letter=replace(letter, paragraphs=words, file=None))
    if letter.paragraphs and letter.picture is not None and not letter.plain:
        return replace(envelope, letter=replace(letter, about=None, picture=None))
    if letter.paragraphs and not letter.plain:
        return replace(envelope, letter=replace(letter, about=None, plain=True))
    is_last = letter == UNSHOWN or letter.kind == "prompt"
    return None if is_last else replace(envelope, letter=UNSHOWN)


def _claimed(store: Store, now: datetime) -> list[Envelope]:
    """Each chat's oldest letter that is due, then what waits behind it."""
    until = now + LEASE
    firsts = claims.claim(store, now=now, until=until)
    return firsts + claims.behind(store, firsts, until=until)


def spoken(letter: Letter, texts: Texts, language: str, *, picture: bytes | None = None) -> Spoken:
    """The letter in words of one language."""
    return Spoken(
        text="\n\n".join(texts.marked(language, words) for words in letter.paragraphs),
        buttons=tuple(
            tuple(Label(texts.plain(language, b.label), b.tap) for b in row)
            for row in letter.buttons
        ),
        picture=picture,
        about=letter.about,
        hushed=letter.hushed,
        file=letter.file,
        language=language,
        holds=texts.plain(language, letter.holds) if letter.holds is not None else "",
    )


def plainly(letter: Letter, texts: Texts, language: str) -> Spoken:
    """The letter in words alone: neither marks, picture nor buttons, whose answers can be typed."""
    labels = [b.label for row in letter.buttons for b in row if b.tap.startswith(("a.", "v."))]
    ways = ", ".join(texts.plain(language, one) for one in labels)
    text = "\n\n".join(texts.plain(language, one) for one in bare_words(letter, ways))
    text = texts.marked(language, Verbatim(text))
    return Spoken(text, hushed=letter.hushed, language=language)


def bare_words(letter: Letter, ways: str) -> list[Words]:
    """What is left of the letter: its words, how the question is answered, and that a file of it
    cannot be shown."""
    words = list(letter.paragraphs)
    if ways:
        words.append(Text("plain-ways", {"ways": ways}))
    if letter.file is not None and letter.file.kind != "link":
        words.append(Text("file-not-here"))
    return words


def _superseded(first: Envelope, second: Envelope) -> bool:
    """Whether the second letter changes the message that the first would only have changed."""
    about = first.letter.about
    return about is not None and about == second.letter.about


def sorry(reference: str) -> Letter:
    """What a person is told when Tilik has failed them."""
    return Letter((Text("sorry", {"reference": reference}),))
