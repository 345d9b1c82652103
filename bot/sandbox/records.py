"""What both boxes give out: what a phone shows, a file, a poster."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PhoneButton:
    """A button under a message; `description` stands below it in a list of WhatsApp's."""

    label: str
    data: str
    description: str | None = None


@dataclass(frozen=True, slots=True)
class Bubble:
    """A message as its phone shows it now; `mine` means that the person wrote it.

    `text` is without marks, `html` is safe HTML with plain newlines; `photo`, `document` and
    `voice` are ids of files, `sticker` the face on one; `date` is in seconds since 1970 (UTC). Of
    WhatsApp alone: `file_name` is what a document is called, `menu` the label that opens a list.
    """

    id: int
    mine: bool
    text: str
    html: str
    buttons: list[list[PhoneButton]]
    photo: str | None
    document: str | None
    voice: str | None
    location: tuple[float, float] | None
    date: int
    edited: bool = False
    sticker: str | None = None
    forwarded: bool = False
    file_name: str | None = None
    menu: str | None = None
    asks_location: bool = False
    template: str | None = None

    @property
    def labels(self) -> list[str]:
        return [button.label for row in self.buttons for button in row]


@dataclass(frozen=True, slots=True)
class WallPoster:
    """What hangs at a counter, as the page shows it; `whatsapp` is a link there, "" for none."""

    service: str
    counter: str
    code: str
    link: str
    whatsapp: str = ""


@dataclass(frozen=True, slots=True)
class Click:
    """What a click on quoted words does: on this phone the poster of this code is scanned, or
    without one the words are said; or the clock is moved (`move`, as its button is named), or a
    page of this host is opened (`page`, its path)."""

    phone: int | str | None = None
    scan: str = ""
    move: str = ""
    page: str = ""


@dataclass(frozen=True, slots=True)
class Try:
    """A line of what to try first, by language: what stands in “quotes” is done by a click, each
    by its own in this order."""

    words: Mapping[str, str]
    clicks: Sequence[Click]


@dataclass(frozen=True, slots=True)
class Upload:
    """A file inside a multipart request."""

    name: str
    mime: str
    content: bytes
