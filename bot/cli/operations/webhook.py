"""`tilik webhook`: where Telegram delivers, and taking that over from whoever holds it."""

from __future__ import annotations

import asyncio

import typer

from bot.channel import TokenRefused
from bot.cli.command import answered
from bot.cli.terminal import speaker
from bot.config import Settings, chosen_or_exit
from models.letters import Text
from models.refused import Refused


def webhook(*, takes: bool) -> int:
    """Print where Telegram delivers; 1 where that is neither here nor nowhere.

    With `takes`, it delivers to `TILIK_PUBLIC_URL` from now on, or nowhere without one.
    """
    chosen, say = chosen_or_exit(), speaker("operations", "command")

    def show(there: str) -> int:
        from bot.telegram.webhook_url import wanted

        typer.echo(say("webhook-there", url=there) if there else say("webhook-nowhere"))
        if there in ("", wanted(chosen)):
            return 0
        typer.echo(say("webhook-not-here"))
        return 1

    return answered(lambda: asyncio.run(_asked(chosen, takes)), show, say=say, echo=typer.echo)


async def _asked(chosen: Settings, takes: bool) -> str:
    from bot.telegram.lazy_aiogram import TokenValidationError
    from bot.telegram.listener import TOKEN, Listener, NotTaken
    from bot.telegram.webhook_url import take

    if not chosen.telegram_token.get_secret_value():
        raise Refused(Text("setting-missing-token", {"name": TOKEN}))
    try:
        listener = Listener(chosen.telegram_token.get_secret_value(), api=chosen.telegram_api)
    except TokenValidationError:
        raise Refused(Text("run-token-refused", {"names": TOKEN})) from None
    try:
        if takes:
            await take(chosen, listener)
        return str((await listener.webhook()).get("url") or "")
    except TokenRefused as wrong:
        raise Refused(Text("run-token-refused", {"names": str(wrong)})) from None
    except NotTaken as wrong:
        raise Refused(Text("webhook-not-taken", {"words": str(wrong)})) from None
    except ConnectionError:
        raise Refused(Text("webhook-away")) from None
    finally:
        await listener.close()
