"""Who complains, and who handles it: from the first word to the citizen's yes, one deed after
another's answer."""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from random import Random

from bot.sandbox.records import Bubble
from bot.sandbox.telegram.phone import Phone
from bot.sandbox.whatsapp import WaPhone
from tests.kills.plans import spelled
from tests.simulation.plan import Plan, Role
from tests.simulation.workers import Worker

NUMBER = re.compile(r"ADU-[A-Z0-9]{6}")
LOOKS_AGAIN = 10.0
HANDLES: dict[Role, Role] = {"reporter": "chief", "informant": "overseer"}
UNTAKEN = "belum ada pengawas yang dapat menerimanya"


def is_handled(plan: Plan, role: Role) -> bool:
    """Whether somebody comes that day who handles what this role complains of: whoever has joined
    and does nothing lets the day go by."""
    there = any(guest.role == HANDLES[role] for guest in plan.guests)
    return there and Random(f"{plan.seed} idle").random() < 0.7


class Reporter(Worker):
    """Complains, says that it is not done, and then that it is. `numbers`: those they were told."""

    def __init__(
        self, phone: Phone | WaPhone, role: Role, dice: Random, *, number: int, plan: Plan
    ) -> None:
        super().__init__(phone, "", dice, number=number)
        self.role, self.plan = role, plan
        self.weighty = role == "informant"
        self.numbers: list[str] = []
        self.token = f"bertanda {spelled(number)}"

    async def visits(self) -> None:
        """No joining: a citizen just writes."""
        taken = await self._files()
        while not taken and self._is_awaited():
            await asyncio.sleep(LOOKS_AGAIN)
            taken = await self._files()
        if taken and is_handled(self.plan, self.role):
            await self.taps("Belum", "kami buka lagi", on="langkah satu")
            await self.taps("Sudah", "kami tutup", on="langkah dua")
        self.done = True

    async def comes_back(self) -> None:
        """Ask one more thing."""
        await self.says("status", "Pengaduan dari obrolan ini", "Belum ada pengaduan")
        self.answered = True

    def _is_awaited(self) -> bool:
        return any(guest.role == HANDLES[self.role] for guest in self.plan.guests)

    async def _files(self) -> bool:
        """Whether it was taken: what is weighty needs somebody who may read it."""
        await self.says("lapor", "Apa yang terjadi?")
        words = f"Antrean KTP kacau, nomor dipanggil tidak urut, {self.token}"
        await self.says(words, "Nama dan nomor Anda tidak ikut")
        if self.weighty:
            await self.says("Uang atau wewenang", "tim pengawas saja", UNTAKEN)
        if UNTAKEN in self.heard[-1].text:
            await self.says("batal", "dibatalkan", "tidak dikirim")
            return False
        self.begun.append(words)
        await self.taps("Kirim", "Nomornya ADU-")
        told = [one.text for one in self.heard if "Nomornya ADU-" in one.text]
        self.numbers = sorted({found for text in told for found in NUMBER.findall(text)})
        return True


class Handler(Worker):
    """Answers each complaint, and once more where it was not done; whoever is idle only joins."""

    def __init__(
        self,
        phone: Phone | WaPhone,
        code: str,
        dice: Random,
        *,
        number: int,
        role: Role,
        plan: Plan,
    ) -> None:
        super().__init__(phone, code, dice, number=number)
        of = next(who for who, by in HANDLES.items() if by == role)
        there = sum(guest.role == of for guest in plan.guests)
        self.role = role
        self.expects = 2 * there if is_handled(plan, of) else 0
        self.proofs: Counter[str] = Counter()

    async def works(self) -> None:
        """Look at the inbox until all has been answered as often as it must be."""
        while self.proofs.total() < self.expects:
            await self.says("pengaduan", "pengaduan terbuka", "Tidak ada pengaduan")
            for label in self._listed():
                number = NUMBER.findall(label)[0]
                if self.proofs[number] < 2:
                    await self._handles(number, label)
            await asyncio.sleep(LOOKS_AGAIN)

    def _listed(self) -> list[str]:
        return [one for one in self._newest("pengaduan").labels if NUMBER.search(one)]

    def _newest(self, words: str) -> Bubble:
        return next(one for one in reversed(self.heard) if words in one.text)

    async def _handles(self, number: str, label: str) -> None:
        await self.taps(label, "warga menulis")
        if "Saya tangani" in self._newest("warga menulis").labels:
            await self.taps("Saya tangani", "Anda tangani", on=number)
        elif "Sudah dibenahi" not in self._newest("warga menulis").labels:
            return
        await self.taps("Sudah dibenahi", "Apa yang sudah dilakukan", on=number)
        nth = ("satu", "dua")[self.proofs[number]]
        await self.says(f"Kini dipanggil mesin, langkah {nth}", "Kirim foto atau dokumen")
        await self.taps("Lewati", "Tersampaikan")
        self.proofs[number] += 1
