"""`tilik whatsapp ...`: the office and its account. The clock comes with the context, from main."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from bot.cli.terminal import said
from bot.cli.usage import Commands

whatsapp = Commands(said("help-whatsapp"))

Json = Annotated[bool, typer.Option("--json", help=said("help-json"))]


class Deed(StrEnum):
    """What is to be done with the templates."""

    SHOW = "show"
    CHECK = "check"
    CREATE = "create"
    SYNC = "sync"


@whatsapp.command("templates", help=said("help-whatsapp-templates"))
def whatsapp_templates(
    ctx: typer.Context,
    deed: Annotated[Deed, typer.Argument(help=said("help-whatsapp-deed"))] = Deed.SHOW,
    as_json: Json = False,
) -> None:
    from bot.cli.terminal import speaker
    from bot.cli.whatsapp import templates as commands
    from bot.config import chosen_or_exit

    say = speaker("account", "command")
    if deed is Deed.CHECK:
        raise SystemExit(commands.check(say=say, echo=typer.echo, as_json=as_json))
    now = ctx.find_root().obj()
    command = {
        Deed.SHOW: commands.show,
        Deed.CREATE: commands.create,
        Deed.SYNC: commands.sync,
    }[deed]
    raise SystemExit(command(chosen_or_exit(), now=now, say=say, echo=typer.echo, as_json=as_json))


@whatsapp.command("letters", help=said("help-whatsapp-letters"))
def whatsapp_letters(
    ctx: typer.Context,
    again: Annotated[bool, typer.Option("--again", help=said("help-whatsapp-again"))] = False,
    as_json: Json = False,
) -> None:
    from bot.cli.terminal import speaker
    from bot.cli.whatsapp.letters import letters
    from bot.config import chosen_or_exit

    code = letters(
        chosen_or_exit(),
        now=ctx.find_root().obj(),
        say=speaker(),
        echo=typer.echo,
        as_json=as_json,
        again=again,
    )
    raise SystemExit(code)
