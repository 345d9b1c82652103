"""The seam to the channels: what every channel hears and says, whatever it is called."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeAlias

from bot.outbound.file_source import Source
from handlers.engine.said import GivenFile, Located, Typed
from models.letters import File, LetterKind
from models.store import Store
from models.store.letters.delivery_status import DeliveryStatus

if TYPE_CHECKING:
    from aiohttp import web


@dataclass(frozen=True)
class Traits:
    """What one channel can do: the only thing that the rest of bot knows of it.

    `edits`: a message can be changed in place. `silent`: a message can come without a sound.
    `keeps_files`: what people send is kept for ever, and is shown again by its id. `tells`: the
    platform tells later what has become of a message. `takes_back`: what was said in a chat, by
    either side, can be taken away again. `most_choices` is how many can be tapped
    under one message, `under_picture` how many of them where it shows a picture, `at_once` how many
    without a list that is opened first; None for as many as Tilik ever offers. `widest` is how many
    characters a choice of many can carry: what is longer is cut short, and where that leaves two
    alike, all are numbered.
    """

    name: str
    edits: bool
    silent: bool
    keeps_files: bool
    tells: bool
    takes_back: bool
    widest: int
    most_choices: int | None = None
    under_picture: int | None = None
    at_once: int | None = None


@dataclass(frozen=True)
class Tapped:
    """A button was tapped: what it carries."""

    tap: str


@dataclass(frozen=True)
class Started:
    """The chat was opened, perhaps through a link that carries words."""

    words: str


@dataclass(frozen=True)
class Left:
    """The person has blocked Tilik."""


@dataclass(frozen=True)
class Expired:
    """The time of a dialogue is over, which was to end then.

    The clock says this, through the inbox like everybody. Where the dialogue has been gone on
    with, it ends later by now, and this is of no account.
    """

    dialogue: int
    ends: datetime


@dataclass(frozen=True)
class Edited:
    """An earlier message says something else by now. `message` is the name of that one
    (`Heard.name`)."""

    message: str
    said: Typed | GivenFile


@dataclass(frozen=True)
class Unheard:
    """Something was sent that Tilik has no ear for: a sticker, a contact, an order."""


@dataclass(frozen=True)
class DeliveryReport:
    """What the platform tells of a letter that it has taken: no person has done anything."""

    fate: DeliveryStatus


@dataclass(frozen=True)
class Noticed:
    """What the platform tells of the account or of a person: a template was judged, an allowance
    has changed, somebody has another number."""

    kind: str
    facts: Mapping[str, Any]


Delivery: TypeAlias = (
    Typed
    | GivenFile
    | Located
    | Tapped
    | Started
    | Left
    | Expired
    | Edited
    | Unheard
    | DeliveryReport
    | Noticed
)


@dataclass(frozen=True)
class Quoted:
    """The message of ours to which somebody replies: what it is known by, where the channel tells
    us that when it takes one; else its buttons, each label with what it carries."""

    message: str = ""
    labels: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Heard:
    """One thing one person did.

    `twin` is what it is known by beside its delivery key (the message, the tap), since a
    platform may deliver one thing under two keys. `about` is the message that was tapped;
    `toast` the address of the small notice that ends the tap's waiting. `also` is another id by
    which the channel knows the sender; `at` is when it was done, where that opens a window.
    `quoted` is the message that it replies to. `lost` is what was sent with it and is not kept.
    `message` is what the channel itself calls it, where it can be taken back.
    """

    channel: str
    sender: str
    key: str
    said: Delivery
    twin: str | None = None
    about: str | None = None
    toast: str | None = None
    language: str | None = None
    also: str | None = None
    at: datetime | None = None
    quoted: Quoted | None = None
    lost: Literal["", "video"] = ""
    message: str = ""

    @property
    def name(self) -> str:
        """What a message is known by, also where it is edited later."""
        return self.twin or self.key

    def written_at(self, now: datetime) -> datetime | None:
        """When it was done, which was not later than now, whatever the platform's clock says."""
        return min(self.at, now) if self.at is not None else None


@dataclass(frozen=True)
class Label:
    """A button in words."""

    words: str
    tap: str


@dataclass(frozen=True)
class Spoken:
    """A letter in the person's language: words with the small markup, labels, a drawn picture.

    `file` is shown by the channel's own id, or with its `content` where that is given; then it has
    a name, and the content a `mime` type. `as_template` is how the letter may open a closed window,
    `heard_at` when the person last wrote, where there is such a window, and `track` what is to come
    back with all that the platform tells of it. `holds` says what its buttons choose, where a list
    of them must be opened first.
    """

    text: str
    buttons: tuple[tuple[Label, ...], ...] = ()
    picture: bytes | None = None
    about: str | None = None
    hushed: bool = False
    file: File | None = None
    content: bytes | None = None
    mime: str = ""
    as_template: TemplateLetter | None = None
    heard_at: datetime | None = None
    track: str = ""
    language: str = "id"
    holds: str = ""


@dataclass(frozen=True)
class TemplateLetter:
    """A letter as a template that the platform has approved: its name, the language, the words
    of its parameters by name, and what each of its buttons carries, in their order."""

    name: str
    language: str
    facts: Mapping[str, str]
    taps: tuple[str, ...]


@dataclass(frozen=True)
class Posted:
    """What is known of a letter that was said: whether the platform `tells` what becomes of it, and
    what it calls the `message`, where that can be taken back."""

    tells: bool = False
    message: str = ""


Why: TypeAlias = Literal["later", "unknown", "gone", "wrong", "lost", "closed"]
Before: TypeAlias = Callable[[], Awaitable[None]]
"""Awaited when it is a letter's turn, right before the request; may raise to stop it."""


class Undelivered(Exception):
    """A letter could not be sent.

    later: it has certainly not arrived, try again (after so many seconds); unknown: nobody can say
    whether it has; gone: the person is not there any more; wrong: our fault, never again like
    this; lost: the message that was to be changed is not there; closed: the person must write
    first. `number`: the platform's own for it, where that is all that it has said.
    """

    def __init__(self, why: Why, *, after: float = 0, words: str = "") -> None:
        super().__init__(f"{why}: {words}" if words else why)
        self.why = why
        self.after = after
        self.word = words if words.isdecimal() else None
        self.number = words if words.isdecimal() else None


class TokenRefused(Exception):
    """The platform does not know this token; says the setting's name."""


class Mouth(Protocol):
    """How one channel says something. One that `tells` does so by the letter's track, and may
    want a letter as a template."""

    traits: Traits

    async def say(
        self, sender: str, spoken: Spoken, *, kind: LetterKind, before: Before | None = None
    ) -> Posted:
        """Deliver. Raises `Undelivered`."""
        ...

    async def take_back(self, sender: str, messages: Sequence[str]) -> None:
        """Take these messages out of the chat, whoever has written them, on a channel that takes
        back; one that is gone already is none. Raises `Undelivered`."""
        ...

    async def toast(self, toast: str, words: str) -> None:
        """End a tap's waiting with a small notice; never raises."""
        ...

    async def menu(self, sender: str, menu: Sequence[tuple[str, str]]) -> None:
        """Offer these commands (each with what it does) in one chat; never raises."""
        ...


class Ear(Protocol):
    """How one channel's raw deliveries are read."""

    def __call__(self, raw: Mapping[str, Any]) -> Heard | None: ...


Toast: TypeAlias = Callable[[str, str, str], None]
"""Ends a tap's waiting: channel, the notice's address, its words."""


class Receiver(Protocol):
    """Where deliveries are taken and kept: the desk. Its verbs raise `StoreAway`."""

    async def receive(
        self, channel: str, raw: Mapping[str, Any], *, toast: Toast | None = None
    ) -> None:
        """Take one delivery, which may be acknowledged then."""
        ...

    async def receive_all(self, channel: str, batch: Iterable[Mapping[str, Any]]) -> None:
        """Take several at once, each person's in their order."""
        ...

    async def set_aside(self, channel: str, body: str, wrong: Exception) -> None:
        """Keep what is no delivery at all."""
        ...


async def _listens_to_calls(desk: Receiver) -> None:
    """Nothing but its routes."""


async def _decides_nothing() -> None:
    """There is nothing to ask for."""


def _tells_nothing(store: Store, said: DeliveryReport | Noticed, now: datetime) -> None:
    """Nothing is known by it."""


@dataclass(frozen=True)
class ChannelLine:
    """One channel that is set up: all that the rest of bot needs to hear and to speak there.

    `called` asks for the name that Tilik has there; None where the platform does not say. `ready`
    is the sentence that says where it takes messages. `check` asks whether the platform knows us
    (raises `TokenRefused`; one that is away is waited for later). The platform calls `routes`;
    `listen` goes on beside that, `sync` asks now and then what the platform has decided, and
    `take_in` takes in what it tells.
    """

    traits: Traits
    ear: Ear
    mouth: Mouth
    source: Source
    called: Callable[[], Awaitable[str | None]]
    ready: str
    routes: Callable[[Receiver], Iterable[web.RouteDef]]
    check: Callable[[], Awaitable[None]]
    listen: Callable[[Receiver], Awaitable[None]] = _listens_to_calls
    sync: Callable[[], Awaitable[None]] = _decides_nothing
    take_in: Callable[[Store, DeliveryReport | Noticed, datetime], None] = _tells_nothing
