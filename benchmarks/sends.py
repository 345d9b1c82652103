"""What one bubble of a rating costs to send on WhatsApp: through Tilik's mouth, or barely.

Run as `python -m benchmarks.sends HOW API TOKEN PHONE_ID PERSON`; prints milliseconds of CPU.
"""

from __future__ import annotations

import asyncio
import gc
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from time import process_time
from typing import Any, cast

import orjson
import uvloop
from aiohttp import ClientSession

from benchmarks.bots import now
from bot.channel import Label, Spoken
from bot.texts import catalogue
from bot.whatsapp.outbound.gate import Gate
from bot.whatsapp.outbound.phrases import phrases_of
from bot.whatsapp.outbound.rendered import MessageBody, rendered
from bot.whatsapp.outbound.speaker import WhatsAppSpeaker
from models.instruments import instrument
from models.letters import Text
from models.scores import OVERALL

SENDS, WARM, AT_ONCE = 2_000, 200, 16
MOUTH, BARE = "mouth", "aiohttp"
Send = Callable[[], Awaitable[Any]]


def letter() -> Spoken:
    """A question of the rating conversation with its four faces, in the open window."""
    faces = [Text(f"answer-{OVERALL}-{value}") for value in (1, 2, 3, 4)]
    element = next(iter(instrument().elements))
    return Spoken(
        _said(Text(f"question-{element}")),
        tuple((Label(_said(face), f"1:{at}"),) for at, face in enumerate(faces)),
        heard_at=now(),
        track="l1.0",
    )


def bubble(spoken: Spoken) -> MessageBody:
    """The one bubble that this letter is."""
    (only,) = rendered(spoken, phrases_of(spoken, catalogue()))
    return only


@asynccontextmanager
async def through_the_mouth(
    api: str, token: str, phone_id: str, person: str
) -> AsyncIterator[Send]:
    """As Tilik sends it. The gate is for closed windows."""
    gate = cast("Gate", None)
    speaker = WhatsAppSpeaker(
        token, phone_id=phone_id, api=api, texts=catalogue(), gate=gate, clock=now, rate=0
    )
    spoken = letter()
    yield lambda: speaker.say(person, spoken, kind="reply")
    await speaker.close()


@asynccontextmanager
async def barely(api: str, token: str, phone_id: str, person: str) -> AsyncIterator[Send]:
    """The same body, made beforehand and posted by aiohttp."""
    said = bubble(letter())
    body = {
        "messaging_product": "whatsapp",
        "recipient_type": "individual",
        "type": said.kind,
        "to": person,
        "biz_opaque_callback_data": "l1.0",
        said.kind: said.body,
    }
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    url = f"{api}/v25.0/{phone_id}/messages"
    async with ClientSession(headers=headers) as session:

        async def send() -> None:
            async with session.post(url, data=orjson.dumps(body)) as answer:
                orjson.loads(await answer.read())
                assert answer.status == 200

        yield send


async def _cost(how: str, *where: str) -> float:
    """Milliseconds of this process's CPU a send, of so many at once."""
    async with (through_the_mouth if how == MOUTH else barely)(*where) as send:
        await _sent(send, WARM)
        gc.collect()
        gc.freeze()
        before = process_time()
        await _sent(send, SENDS)
        return 1000 * (process_time() - before) / SENDS


async def _sent(send: Send, number: int) -> None:
    async def some() -> None:
        for _ in range(number // AT_ONCE):
            await send()

    await asyncio.gather(*(some() for _ in range(AT_ONCE)))


def _said(text: Text) -> str:
    return catalogue().marked("id", text)


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        print(runner.run(_cost(*sys.argv[1:])), flush=True)
