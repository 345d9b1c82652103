"""How each conversation is played: by whom, how it is opened, and what must have happened before.

One that is not named here is opened by an employee, who types its name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from bot.channel import Delivery, Tapped
from bot.cli.bubbles.answers import fullest, shortest
from bot.cli.bubbles.phone import Count, Phone
from bot.cli.bubbles.town import NOW, SENDERS, Town, Who
from bot.inbound.outcome import Speech
from bot.sandbox.staff import HIRES
from handlers.said import Typed
from models.letters import Text
from models.store import Store

Way: TypeAlias = Literal["shortest", "fullest", "aside", "prompt"]
"""`aside` is the shortest way while another form is half filled in: that one is offered again."""
WAYS: Sequence[Way] = ("shortest", "fullest", "aside")
WHO: Mapping[str, Who] = {
    "nilai": "citizen",
    "survei": "citizen",
    "bantuan": "citizen",
    "bahasa": "citizen",
    "siapa": "citizen",
    "sapa": "citizen",
    "daftar": "newcomer",
    "ringkasan": "head",
    "evaluasi": "superior",
    "penilaian": "superior",
    "tim": "superior",
    "setuju": "superior",
    "kembalikan": "superior",
    "apresiasi": "superior",
    "luruskan": "head",
    "permintaan": "head",
    "pegawai": "head",
    "impor": "head",
    "libur": "head",
    "keadaan": "head",
    "pengaturan": "head",
}
TAPPED: Mapping[str, str] = {
    "survei": "{counter}-{service}",
    "bukti": "{proof}.1",
    "penilaian": "{employee}@{quarter}",
    "kembalikan": "{waiting}",
    "apresiasi": "{employee}",
}
"""What the buttons carry that lead to the conversations that are only begun so."""
TYPED: Mapping[str, str] = {"nilai": "counter", "daftar": "code"}
"""What is typed behind the name, or comes with the link: without it, it is asked for."""
BEFORE: Mapping[str, Sequence[str]] = {
    "evaluasi": ("triwulan",),
    "penilaian": ("triwulan",),
    "hasil": ("triwulan", "penilaian"),
    "tanggapan": ("triwulan", "penilaian"),
    "lanjut": ("berhenti",),
    "luruskan": ("atasan",),
    "permintaan": ("koreksi",),
}
MOST = 60
"""More deeds than any conversation takes."""


class EndlessWalk(RuntimeError):
    """A conversation did not come to its end."""


@dataclass(frozen=True)
class Walked:
    """One conversation from its first word to its end, and the labels that were cut."""

    conversation: str
    who: Who
    way: Way
    count: Count
    labels: tuple[str, ...]


def walked(
    store: Store, town: Town, name: str, *, way: Way, language: str, speech: Speech
) -> Walked:
    """Play a conversation, after what must have happened before it."""
    for before in BEFORE.get(name, ()):
        _played(store, town, before, way="shortest", language=language, speech=speech)
    phone = _played(store, town, name, way=way, language=language, speech=speech)
    return Walked(name, WHO.get(name, "employee"), way, phone.count, tuple(phone.labels))


def _played(
    store: Store, town: Town, name: str, *, way: Way, language: str, speech: Speech
) -> Phone:
    phone = Phone(store, SENDERS[WHO.get(name, "employee")], NOW, speech)
    left = _left_open(phone, town, name) if way == "aside" else None
    phone.count = Count()
    phone.does(_opening(town, name, way, language, speech))
    sample = speech.texts.plain(language, Text("bubbles-sample"))
    sample = {"daftar": town.code, "pegawai": HIRES[0].name}.get(name, sample)
    if way == "fullest" and phone.question is None:
        _look_around(phone, name)
    tried: set[tuple[str, str]] = set()
    while phone.form != left and (question := phone.question) is not None:
        if phone.count.deeds > MOST:
            raise EndlessWalk(name)
        if way == "fullest":
            phone.does(fullest(phone, question, sample, tried=tried))
        else:
            phone.does(shortest(phone, question, sample))
    return phone


def _left_open(phone: Phone, town: Town, name: str) -> int | None:
    """Begin another form and answer its first question; gives the form's number."""
    other = "nilai" if name == "survei" else "survei"
    phone.does(Tapped(f"o.{other}.{town.counter}-{town.service}"))
    phone.does(Tapped(next(tap for tap in phone.screen if tap.startswith("a."))))
    return phone.form


def _opening(town: Town, name: str, way: Way, language: str, speech: Speech) -> Delivery:
    """Where it can be begun so by one tap or by a link, that is the shortest."""
    if name in TAPPED:
        return Tapped(f"o.{name}.{TAPPED[name].format(**vars(town))}")
    word = speech.texts.plain(language, Text(f"open-{name}")).split("|")[0].strip()
    if way != "fullest" and name in TYPED:
        return Typed(f"{word} {getattr(town, TYPED[name])}")
    return Typed(word)


def _look_around(phone: Phone, name: str) -> None:
    """Where nothing is asked, tap every button of the first screen that stays in it."""
    for tap in [tap for tap in phone.screen if tap.startswith(f"o.{name}.")]:
        if phone.question is None:
            phone.does(Tapped(tap))
