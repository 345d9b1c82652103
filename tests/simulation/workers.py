"""The office's own people: they join, log, approve and import, one deed after another's answer."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from random import Random

from bot.sandbox.buttons import chosen
from bot.sandbox.records import Bubble
from bot.sandbox.telegram.phone import Phone
from bot.sandbox.whatsapp import WaPhone
from tests.actors import UNDERSTOOD
from tests.kills.plans import spelled
from tests.simulation.ground import Ground
from tests.simulation.plan import Role
from tests.stories.test_import_in_chat import NEW, workbook

THINKS = 4.0
LINES = 2


class Worker:
    """Somebody of the office. What they were told is done stands in `acknowledged`."""

    def __init__(self, phone: Phone | WaPhone, code: str, dice: Random, *, number: int) -> None:
        self.phone = phone
        self.code = code
        self.number = number
        self.rang = asyncio.Event()
        self.done = self.answered = False
        self.acknowledged: list[str] = []
        self.begun: list[str] = []
        self.astray: list[str] = []
        self.stands = "nothing was done yet"
        self._dice = dice

    async def visits(self) -> None:
        """Join, work, and be done."""
        await self.says(f"daftar {self.code}", *UNDERSTOOD, "Anda sudah")
        for label in UNDERSTOOD:
            if any(label in bubble.labels for bubble in self.heard[-1:]):
                await self.taps(label, "Selamat datang")
                break
        await self.works()
        self.done = True

    async def works(self) -> None:
        """What this kind of person does."""

    async def comes_back(self) -> None:
        """Ask one more thing."""
        await self.says("/siapa", "Anda terdaftar sebagai")
        self.answered = True

    @property
    def heard(self) -> list[Bubble]:
        """What Tilik has put on the phone."""
        return [bubble for bubble in self.phone.messages if not bubble.mine]

    async def says(self, words: str, *expected: str) -> None:
        """Say it, and wait for the answer that has these words or labels."""
        await self._does(words, lambda: self.phone.say(words), expected)

    async def taps(self, label: str, *expected: str, on: str = "") -> None:
        """Tap it on the newest message with these words, sometimes twice, and wait for the answer:
        a prompt that has just come may have a button of the same name."""
        await self._until(lambda: self._found(label, on) is not None, f"to be offered {label!r}")
        twice = self._dice.random() < 0.15

        def deed() -> None:
            for _ in range(1 + twice):
                if (found := self._found(label, on)) is not None:
                    self.phone.press(*found)

        await self._does(label, deed, expected)

    async def _does(self, told: str, deed: Callable[[], object], expected: tuple[str, ...]) -> None:
        await asyncio.sleep(self._dice.uniform(0, THINKS))
        before = {(bubble.id, bubble.text) for bubble in self.heard}
        deed()

        def answered() -> bool:
            fresh = [one for one in self.heard if (one.id, one.text) not in before]
            return any(_has(one, words) for one in fresh for words in expected or ("",))

        await self._until(answered, f"for an answer to {told!r}")

    async def _until(self, so: Callable[[], bool], told: str) -> None:
        self.stands = f"waits {told}"
        while not so():
            self.rang.clear()
            await self.rang.wait()

    def _found(self, label: str, on: str) -> tuple[int, str] | None:
        """Message and data of a button."""
        for bubble in reversed(self.heard):
            there = [button for row in bubble.buttons for button in row]
            if on in bubble.text and (button := chosen(there, label)):
                return bubble.id, button.data
        return None

    def tells(self) -> str:
        """What stands on the phone."""
        lines = [f"{self.phone.name}, who {self.stands}:"]
        for bubble in self.phone.messages:
            who = ">" if bubble.mine else "<"
            lines.append(f"  {who} {bubble.id} {bubble.text!r} {bubble.labels}")
        return "\n".join(lines)


AGAIN = "Apa yang Anda kerjakan? Tulis singkat saja"


class Clerk(Worker):
    """Logs what they did today."""

    async def works(self) -> None:
        for line in range(self._dice.randint(0, LINES)):
            activity = f"Melayani warga bertanda {spelled(self.number * 10 + line)}"
            await self.says("catat", "Apa yang Anda kerjakan?")
            self.begun.append(activity)
            await self._tells(activity)
            await self.taps("✓ Simpan", "✓ Tercatat")
            self.acknowledged.append(activity)

    async def _tells(self, activity: str) -> None:
        """Answer what the form asks. A prompt that comes just before the number takes it for its
        own answer, and asks for what was done: so that is told there."""
        await self.says(activity, "Untuk sasaran yang mana?")
        await self.taps("Layanan selesai tepat waktu", "Berapa banyak", on="Untuk sasaran")
        await self.says("12", "Jumlah: 12", AGAIN)
        if _has(self.heard[-1], AGAIN):
            await self._tells(activity)


class Head(Worker):
    """Approves what waits, at last all of it."""

    async def works(self) -> None:
        await self.approves()

    async def comes_back(self) -> None:
        await self.approves()
        await super().comes_back()

    async def approves(self) -> None:
        """Look, and approve everything that is shown."""
        shows = ("✓ Setujui semua", "Tidak ada catatan yang menunggu")
        await self.says("setuju", *shows)
        answers = [one for one in self.heard if any(_has(one, words) for words in shows)]
        if self._offers_all(answers[-1:]):
            await self.taps("✓ Setujui semua", "disetujui")

    def _offers_all(self, newest: list[Bubble]) -> bool:
        return any(label.startswith("✓ Setujui semua") for one in newest for label in one.labels)


class Officer(Worker):
    """Sends a table of people, looks at what it would change, and lets it in."""

    async def works(self) -> None:
        await self.says("pegawai")
        table = workbook(NEW)
        await self._does(
            "the table",
            lambda: self.phone.sends("document", table, name="pegawai.xlsx"),
            ("Masukkan",),
        )
        await self.taps("Masukkan", "sudah dimasukkan")
        self.acknowledged.append(NEW[0])


def _has(bubble: Bubble, words: str) -> bool:
    return words in bubble.text or any(label.startswith(words) for label in bubble.labels)


KINDS: Mapping[Role, type[Worker]] = {
    "dewi": Clerk,
    "joko": Clerk,
    "head": Head,
    "officer": Officer,
}


def worker(ground: Ground, role: Role, phone: Phone | WaPhone, seed: int) -> Worker:
    """Who comes in this role."""
    dice, number = Random(f"{seed} {role}"), 900 + list(KINDS).index(role)
    return KINDS[role](phone, ground.codes[role], dice, number=number)
