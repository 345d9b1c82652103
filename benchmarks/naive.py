"""The rating conversation as anyone would write it on stock aiogram: memory state, one insert.

Run as `python -m benchmarks.naive PORT API DATABASE WORDS [frozen]`.
"""

# mypy: disable-error-code="union-attr"

from __future__ import annotations

import gc
import json
import random
import sqlite3
import sys
from pathlib import Path
from typing import Any

import uvloop
from aiogram import Bot, Dispatcher, F, Router
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.filters import CommandObject, CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler, setup_application
from aiohttp import web

PORT, API, DATABASE, WORDS_FILE, *OPTIONS = sys.argv[1:]
WORDS = json.loads(Path(WORDS_FILE).read_text())
SECRET = "naive"
router = Router()
database = sqlite3.connect(DATABASE)


class Rating(StatesGroup):
    overall = State()
    element = State()
    cause = State()
    reason = State()


def keyboard(labels: list[str], kind: str, *, skip: bool = True) -> InlineKeyboardMarkup:
    rows = [
        [InlineKeyboardButton(text=label, callback_data=f"{kind}:{number}")]
        for number, label in enumerate(labels, 1)
    ]
    if skip:
        rows.append([InlineKeyboardButton(text=WORDS["skip"], callback_data=f"{kind}:0")])
    return InlineKeyboardMarkup(inline_keyboard=rows)


@router.message(CommandStart(deep_link=True))
async def start(message: Message, command: CommandObject, state: FSMContext) -> None:
    if command.args not in WORDS["codes"]:
        await message.answer("?")
        return
    await state.set_state(Rating.overall)
    await state.update_data(counter=command.args)
    await message.answer(WORDS["overall"], reply_markup=keyboard(WORDS["faces"], "overall"))


@router.callback_query(Rating.overall, F.data.startswith("overall:"))
async def overall(callback: CallbackQuery, state: FSMContext) -> None:
    element = random.choice(list(WORDS["questions"]))
    await state.update_data(overall=int(callback.data.split(":")[1]), element=element)
    await state.set_state(Rating.element)
    await callback.answer()
    markup = keyboard(WORDS["answers"][element], "element")
    await callback.message.edit_text(WORDS["questions"][element], reply_markup=markup)


@router.callback_query(Rating.element, F.data.startswith("element:"))
async def element(callback: CallbackQuery, state: FSMContext) -> None:
    value = int(callback.data.split(":")[1])
    known = await state.update_data(value=value)
    await callback.answer()
    if min(known["overall"], value) <= 2:
        await state.set_state(Rating.cause)
        markup = keyboard(WORDS["causes"][known["element"]], "cause")
        await callback.message.edit_text(WORDS["cause"], reply_markup=markup)
        return
    await state.set_state(Rating.reason)
    await callback.message.edit_text(WORDS["reason"], reply_markup=keyboard([], "reason"))


@router.callback_query(Rating.cause, F.data.startswith("cause:"))
async def cause(callback: CallbackQuery, state: FSMContext) -> None:
    await state.update_data(cause=int(callback.data.split(":")[1]))
    await state.set_state(Rating.reason)
    await callback.answer()
    await callback.message.edit_text(WORDS["reason"], reply_markup=keyboard([], "reason"))


@router.callback_query(Rating.reason, F.data == "reason:0")
async def skipped(callback: CallbackQuery, state: FSMContext) -> None:
    save(await state.get_data(), None)
    await state.clear()
    await callback.answer()
    markup = keyboard([WORDS["all"]], "all", skip=False)
    await callback.message.edit_text(WORDS["thanks"], reply_markup=markup)


@router.message(Rating.reason)
async def reason(message: Message, state: FSMContext) -> None:
    save(await state.get_data(), message.text)
    await state.clear()
    await message.answer(WORDS["thanks"])


def save(known: dict[str, Any], reason: str | None) -> None:
    row = [known.get(key) for key in ("counter", "overall", "element", "value", "cause")]
    with database:
        database.execute("INSERT INTO ratings VALUES (?, ?, ?, ?, ?, ?)", [*row, reason])


async def ready(bot: Bot) -> None:
    await bot.set_webhook(f"http://127.0.0.1:{PORT}/telegram", secret_token=SECRET)
    if "frozen" in OPTIONS:
        gc.collect()
        gc.freeze()
    print("ready", flush=True)


def main() -> None:
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA synchronous=FULL")
    database.execute("CREATE TABLE ratings (counter, overall, element, value, cause, reason)")
    session = AiohttpSession(api=TelegramAPIServer.from_base(API))
    bot = Bot("1:demo", session=session, default=DefaultBotProperties(parse_mode=ParseMode.HTML))
    dispatcher = Dispatcher(storage=MemoryStorage())
    dispatcher.include_router(router)
    dispatcher.startup.register(ready)
    app = web.Application()
    SimpleRequestHandler(dispatcher, bot, secret_token=SECRET).register(app, path="/telegram")
    setup_application(app, dispatcher, bot=bot)
    web.run_app(app, host="127.0.0.1", port=int(PORT), print=None, loop=uvloop.new_event_loop())


if __name__ == "__main__":
    main()
