"""A bot of a few lines, speaking the Bot API: it echoes, and does one of everything else."""

from struct import pack
from typing import Any
from zlib import compress, crc32

import aiohttp

TOKEN = "1:demo"
KINDS = ("photo", "document", "voice", "sticker", "location")
FACES = {"inline_keyboard": [[{"text": face, "callback_data": face} for face in ("Buruk", "Baik")]]}


def png(width: int, height: int) -> bytes:
    """A plain grey picture."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        checked = kind + content
        return pack(">I", len(content)) + checked + pack(">I", crc32(checked))

    rows = (b"\0" + b"\x80" * width) * height
    header = pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = (chunk(b"IHDR", header), chunk(b"IDAT", compress(rows)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


class Caller:
    """The Bot API at this address; an answer that is not ok fails the test."""

    def __init__(self, url: str, session: aiohttp.ClientSession) -> None:
        self.url = f"{url}/bot{TOKEN}"
        self.session = session

    async def call(self, method: str, **fields: Any) -> Any:
        async with self.session.post(f"{self.url}/{method}", json=fields) as response:
            return _result(await response.json())

    async def upload(self, method: str, *, chat: int, kind: str, name: str) -> Any:
        form = aiohttp.FormData({"chat_id": str(chat), "caption": f"Ini {kind}"})
        form.add_field(kind, png(320, 200), filename=name)
        async with self.session.post(f"{self.url}/{method}", data=form) as response:
            return _result(await response.json())


def _result(answer: dict[str, Any]) -> Any:
    assert answer["ok"], answer
    return answer["result"]


async def echo(caller: Caller) -> None:
    """Poll for ever."""
    offset = 0
    while True:
        for update in await caller.call("getUpdates", offset=offset, timeout=20):
            offset = update["update_id"] + 1
            if query := update.get("callback_query"):
                await _rated(caller, query)
            elif message := update.get("message"):
                await _heard(caller, message)


async def _rated(caller: Caller, query: dict[str, Any]) -> None:
    message = query["message"]
    await caller.call("answerCallbackQuery", callback_query_id=query["id"], text="Tercatat")
    await caller.call(
        "editMessageText",
        chat_id=message["chat"]["id"],
        message_id=message["message_id"],
        text=f"Terima kasih: {query['data']}",
        reply_markup={"inline_keyboard": [[{"text": "Ubah", "callback_data": "Ubah"}]]},
    )


async def _heard(caller: Caller, message: dict[str, Any]) -> None:
    chat, text = message["chat"]["id"], message.get("text", "")
    if text.startswith("/start"):
        question = f"<b>Loket {text[7:]}</b>\nBagaimana layanan kami? /bantuan"
        await caller.call(
            "sendMessage", chat_id=chat, text=question, parse_mode="HTML", reply_markup=FACES
        )
    elif text == "gambar":
        await caller.upload("sendPhoto", chat=chat, kind="photo", name="grafik.png")
    elif text == "berkas":
        await caller.upload("sendDocument", chat=chat, kind="document", name="rekap.png")
    else:
        kinds = [kind for kind in KINDS if kind in message]
        echoed = f"[{message['from']['language_code']}] {text or kinds}"
        await caller.call("sendMessage", chat_id=chat, text=echoed)
