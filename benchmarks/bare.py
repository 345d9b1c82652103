"""The least that could work: aiohttp receives and sends, a dict is the state, sqlite3 one row.

Run as `python -m benchmarks.bare PORT API DATABASE WORDS`.
"""

from __future__ import annotations

import random
import sqlite3
import sys
from pathlib import Path
from typing import Any

import orjson
import uvloop
from aiohttp import ClientSession, web

PORT, API, DATABASE, WORDS_FILE = sys.argv[1:]
WORDS = orjson.loads(Path(WORDS_FILE).read_bytes())
SECRET = "bare"
JSON = {"Content-Type": "application/json"}
database = sqlite3.connect(DATABASE, isolation_level=None)
state: dict[int, dict[str, Any]] = {}


class Telegram:
    """The Bot API, called with plain payloads."""

    session: ClientSession

    async def call(self, method: str, payload: dict[str, Any]) -> None:
        url = f"{API}/bot1:demo/{method}"
        body = orjson.dumps(payload)
        async with self.session.post(url, data=body, headers=JSON) as answer:
            await answer.read()


telegram = Telegram()


def keyboard(labels: list[str], kind: str, *, skip: bool = True) -> dict[str, Any]:
    rows = [
        [{"text": label, "callback_data": f"{kind}:{number}"}]
        for number, label in enumerate(labels, 1)
    ]
    if skip:
        rows.append([{"text": WORDS["skip"], "callback_data": f"{kind}:0"}])
    return {"inline_keyboard": rows}


def asked(known: dict[str, Any], kind: str, value: int) -> tuple[str, dict[str, Any]]:
    """What an answer leads to: the next text and its buttons."""
    known[kind] = value
    if kind == "overall":
        element = known["element_key"] = random.choice(list(WORDS["questions"]))
        return WORDS["questions"][element], keyboard(WORDS["answers"][element], "element")
    if kind == "element" and min(known["overall"], value) <= 2:
        return WORDS["cause"], keyboard(WORDS["causes"][known["element_key"]], "cause")
    if kind in ("element", "cause"):
        return WORDS["reason"], keyboard([], "reason")
    row = [known.get(key) for key in ("counter", "overall", "element_key", "element", "cause")]
    database.execute("INSERT INTO ratings VALUES (?, ?, ?, ?, ?, ?)", [*row, None])
    return WORDS["thanks"], keyboard([WORDS["all"]], "all", skip=False)


async def tapped(query: dict[str, Any]) -> None:
    chat = query["message"]["chat"]["id"]
    kind, _, value = query["data"].partition(":")
    text, markup = asked(state[chat], kind, int(value))
    if kind == "reason":
        del state[chat]
    await telegram.call("answerCallbackQuery", {"callback_query_id": query["id"]})
    place = {"chat_id": chat, "message_id": query["message"]["message_id"]}
    words = {"text": text, "reply_markup": markup, "parse_mode": "HTML"}
    await telegram.call("editMessageText", {**place, **words})


async def said(message: dict[str, Any]) -> None:
    chat = message["chat"]["id"]
    _, _, code = message["text"].partition(" ")
    if code in WORDS["codes"]:
        state[chat] = {"counter": code}
        markup = keyboard(WORDS["faces"], "overall")
        words = {"text": WORDS["overall"], "reply_markup": markup, "parse_mode": "HTML"}
        await telegram.call("sendMessage", {"chat_id": chat, **words})


async def receive(request: web.Request) -> web.Response:
    if request.headers.get("X-Telegram-Bot-Api-Secret-Token") != SECRET:
        return web.Response(status=401)
    update = orjson.loads(await request.read())
    if "callback_query" in update:
        await tapped(update["callback_query"])
    elif "message" in update:
        await said(update["message"])
    return web.Response()


async def opened(_: web.Application) -> Any:
    async with ClientSession() as telegram.session:
        url = f"http://127.0.0.1:{PORT}/telegram"
        await telegram.call("setWebhook", {"url": url, "secret_token": SECRET})
        print("ready", flush=True)
        yield


def main() -> None:
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA synchronous=FULL")
    database.execute("CREATE TABLE ratings (counter, overall, element, value, cause, reason)")
    app = web.Application()
    app.router.add_post("/telegram", receive)
    app.cleanup_ctx.append(opened)
    loop = uvloop.new_event_loop()
    web.run_app(app, host="127.0.0.1", port=int(PORT), print=None, access_log=None, loop=loop)


if __name__ == "__main__":
    main()
