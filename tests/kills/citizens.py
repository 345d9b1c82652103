"""A citizen with a phone and a memory: reacts to what stands on the screen, whatever happens."""

from __future__ import annotations

import asyncio
from collections import Counter as Multiset
from typing import Any, TypeAlias

from bot.sandbox.records import Bubble, PhoneButton
from bot.sandbox.telegram.phone import Phone
from bot.sandbox.whatsapp import WaPhone
from bot.texts import catalogue
from models.instruments import instrument
from models.letters import Text
from models.ratings import DAILY, OPEN, VERIFIED
from models.scores import OVERALL
from tests.kills.plans import Plan

Row: TypeAlias = tuple[Any, ...]
"""A rating as it must stand in the store: counter, service, instrument, kind, answers, cause,
words."""

_SAYS = catalogue().plain
_QUESTIONS = {
    _SAYS("id", Text(f"{kind}-{key}")): key
    for key in instrument().elements
    for kind in ("ask", "question")
    if catalogue().has("id", f"{kind}-{key}")
}
_CAUSE = _SAYS("id", Text("rate-cause"))
_REASON = _SAYS("id", Text("rate-reason"))
_OVERALL = "Bagaimana layanan"
_THANKS = "Terima kasih, penilaian Anda untuk"
_SURVEYED = "Terima kasih! Sembilan jawaban"
_OVER = _SAYS("id", Text("over-nilai"))
_STALE = _SAYS("id", Text("greet-stale"))
_KEPT = "Penilaian Anda untuk"
"""What is told of a rating that is over, to words that come after it."""
_WHO = "Kami hanya menyimpan alamat obrolan ini"
_SKIP = _SAYS("id", Text("button-skip"))
_NINE = _SAYS("id", Text("button-all-nine"))


class Citizen:
    """Answers the newest question on the phone, the same question always with the same answer."""

    def __init__(self, phone: Phone | WaPhone, plan: Plan) -> None:
        self.phone = phone
        self.plan = plan
        self.rang = asyncio.Event()
        self.done = False
        self.left = False
        self.answered = False
        self.surveyed = False
        self.astray: list[str] = []
        self._answers: dict[str, dict[str, int]] = {DAILY: {}, instrument().key: {}}
        self._cause: str | None = None
        self._reason: str | None = None
        self._given: dict[str, int] = {}
        self._typed: set[str] = set()
        self._touched = 0
        self._leaves_at = plan.leaves_at
        self._seen: set[tuple[int, str]] = set()

    async def visits(self) -> None:
        """From scanning the code to the end: thanked, or walked away."""
        visit = self.plan.visit
        self.phone.start(f"kunjungan-{visit}" if visit else self.plan.counter.code)
        await self._goes_on()

    async def comes_back(self) -> None:
        """Ask one more thing; whoever had walked away then answers what was still open."""
        asked_at = self.phone.last_id
        self.phone.say("/siapa")
        while not self._told(asked_at):
            self.rang.clear()
            await self.rang.wait()
        if self.left and not self.over:
            self.done, self._leaves_at = False, None
            await self._goes_on()
        self.answered = True

    async def _goes_on(self) -> None:
        while not self.done:
            if self.news() is None:
                self.rang.clear()
                await self.rang.wait()
                continue
            await asyncio.sleep(self.plan.dice.uniform(0, self.plan.pause))
            bubble = self.news()
            if bubble is not None:
                self._seen.add((bubble.id, bubble.text))
                await self._reacts(bubble)

    def news(self) -> Bubble | None:
        """What the citizen has not reacted to yet: the newest message, the one they have tapped
        last, or thanks further up."""
        newest = True
        for bubble in reversed(self.phone.messages):
            if bubble.mine or _is_beside(bubble):
                continue
            here = newest or bubble.id == self._touched
            newest = False
            fresh = (bubble.id, bubble.text) not in self._seen
            if fresh and (here or bubble.text.startswith((_THANKS, _SURVEYED))):
                return bubble
        return None

    @property
    def over(self) -> bool:
        """Whether the form was closed because its time was over."""
        return any(bubble.text == _OVER for bubble in self.phone.messages)

    def _told(self, asked_at: int) -> bool:
        later = [bubble for bubble in self.phone.messages if bubble.id > asked_at]
        return any(not one.mine and one.text.startswith(_WHO) for one in later)

    def tells(self) -> str:
        """What stands on the phone, for whoever must find out why nothing came."""
        lines = [f"{self.phone.name}, who remembers {self._given} and {sorted(self._typed)}:"]
        for bubble in self.phone.messages:
            who = ">" if bubble.mine else "<"
            lines.append(f"  {who} {bubble.id} {bubble.text!r} {bubble.labels}")
        return "\n".join(lines)

    def rows(self) -> Multiset[Row]:
        """The ratings that must be in the store by now."""
        here = (self.plan.counter.id, self.plan.counter.services[0].id)
        daily, nine = self._answers[DAILY], self._answers[instrument().key]
        rows: list[Row] = []
        if daily:
            kind = VERIFIED if self.plan.visit else OPEN
            said = frozenset(daily.items()), self._cause, self._reason
            rows.append((*here, DAILY, kind, *said))
        if self.surveyed:
            rows.append((*here, instrument().key, OPEN, frozenset(nine.items()), None, None))
        return Multiset(rows)

    async def _reacts(self, bubble: Bubble) -> None:
        text = bubble.text
        survey = "/9\n" in text
        element = next((key for words, key in _QUESTIONS.items() if words in text), None)
        if _OVERALL in text:
            await self._taps(bubble, OVERALL, kind=DAILY)
        elif element is not None and survey:
            await self._taps(bubble, element, kind=instrument().key)
        elif element is not None:
            await self._gift(bubble, element)
        elif text.endswith(_CAUSE):
            await self._names_cause(bubble)
        elif text.endswith(_REASON):
            await self._writes(bubble)
        elif text.startswith(_THANKS):
            await self._is_thanked(bubble)
        elif text.startswith(_SURVEYED):
            self.surveyed = self.done = True
        else:
            self.astray.append(text)

    async def _taps(self, bubble: Bubble, question: str, *, kind: str) -> None:
        name = f"{kind} {question}"
        if name in self._typed:
            return  # the words are on their way: a tap could overtake them
        first = name not in self._given
        choices = _choices(bubble)
        which = self._given.setdefault(name, self.plan.answer(len(choices)))
        self._answers[kind][question] = int(_key(choices[which]))
        if first and self.plan.dice.random() < self.plan.typed:
            self._typed.add(name)
            self.phone.say(str(which + 1))
        else:
            await self._presses(bubble, choices[which])

    async def _gift(self, bubble: Bubble, element: str) -> None:
        """The one element: the first question at which a citizen may walk away or skip."""
        if self._walks_away(1):
            return
        if self._given.setdefault("gives", self.plan.answer(5)):
            await self._taps(bubble, element, kind=DAILY)
        else:
            await self._skips(bubble)

    async def _names_cause(self, bubble: Bubble) -> None:
        if not self._given.setdefault("names", self.plan.answer(4)):
            return await self._skips(bubble)
        choices = _choices(bubble)
        which = self._given.setdefault("cause", self.plan.answer(len(choices)))
        self._cause = _key(choices[which])
        return await self._presses(bubble, choices[which])

    async def _writes(self, bubble: Bubble) -> None:
        if self._walks_away(2):
            return
        if self.plan.words is None:
            await self._skips(bubble)
        elif self._reason is None:
            self._reason = self.plan.words
            self.phone.say(self.plan.words)

    async def _is_thanked(self, bubble: Bubble) -> None:
        if self._answers[instrument().key]:
            return
        if self.plan.surveys:
            await self._presses(bubble, _button(bubble, _NINE))
        else:
            self.done = True

    async def _skips(self, bubble: Bubble) -> None:
        await self._presses(bubble, _button(bubble, _SKIP))

    async def _presses(self, bubble: Bubble, button: PhoneButton) -> None:
        assert button.data is not None
        self._touched = bubble.id
        self.phone.press(bubble.id, button.data)
        if self.plan.dice.random() < self.plan.doubled:
            await asyncio.sleep(self.plan.dice.choice((0, self.plan.pause)))
            self.phone.press(bubble.id, button.data)

    def _walks_away(self, question: int) -> bool:
        self.left = self.done = self._leaves_at == question
        return self.done


def _is_beside(bubble: Bubble) -> bool:
    """Whether it asks nothing of what is open: on WhatsApp one bubble may do both."""
    told = bubble.text.startswith(_WHO) and not bubble.buttons
    return told or bubble.text.startswith((_STALE, _KEPT))


def _choices(bubble: Bubble) -> list[PhoneButton]:
    rows = [button for row in bubble.buttons for button in row]
    return [button for button in rows if button.data and button.data.startswith("a.")]


def _key(button: PhoneButton) -> str:
    return (button.data or "").split(".", 3)[3]


def _button(bubble: Bubble, label: str) -> PhoneButton:
    return next(button for row in bubble.buttons for button in row if button.label == label)
