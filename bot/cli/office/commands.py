"""`tilik office ...`: the office's settings. The clock comes with the context, from main."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.office.calendar_commands import calendar_app
from bot.cli.terminal import said
from bot.cli.usage import Commands

office = Commands(said("help-office"))
instrument = Commands(said("help-office-instrument"))
office.add_typer(instrument, name="instrument")
office.add_typer(calendar_app, name="calendar")

Json = Annotated[bool, typer.Option("--json", help=said("help-json"))]
Name = Annotated[str, typer.Argument(help=said("help-office-name"))]
Since = Annotated[str | None, typer.Option("--from", help=said("help-office-from"))]
SurveyKey = Annotated[str | None, typer.Argument(help=said("help-office-instrument-key"))]
Survey = Annotated[Path, typer.Argument(help=said("help-office-file"))]


@office.command(help=said("help-office-show"))
def show(ctx: typer.Context, as_json: Json = False) -> None:
    from bot.cli.office.settled import shown

    raise SystemExit(shown(ctx.find_root().obj(), as_json=as_json))


@office.command("set", help=said("help-office-set"))
def set_one(
    ctx: typer.Context,
    name: Name,
    value: Annotated[str, typer.Argument(help=said("help-office-value"))],
    since: Since = None,
) -> None:
    from bot.cli.office.settled import put

    raise SystemExit(put(name, value, since=since, now=ctx.find_root().obj()))


@office.command(help=said("help-office-history"))
def history(ctx: typer.Context, name: Name) -> None:
    from bot.cli.office.settled import versions_told

    raise SystemExit(versions_told(name, now=ctx.find_root().obj()))


@instrument.command("show", help=said("help-office-instrument-show"))
def show_instrument(ctx: typer.Context) -> None:
    from bot.cli.office.surveys import shown

    raise SystemExit(shown(ctx.find_root().obj()))


@instrument.command("check", help=said("help-office-instrument-check"))
def check_instrument(file: Survey) -> None:
    from bot.cli.office.surveys import checked

    raise SystemExit(checked(file))


@instrument.command("use", help=said("help-office-instrument-use"))
def use_instrument(ctx: typer.Context, file: Survey, since: Since = None) -> None:
    from bot.cli.office.surveys import used

    raise SystemExit(used(file, since=since, now=ctx.find_root().obj()))


@instrument.command("end", help=said("help-office-instrument-end"))
def end_instrument(ctx: typer.Context, key: SurveyKey = None, since: Since = None) -> None:
    from bot.cli.office.surveys import ended

    raise SystemExit(ended(key, since=since, now=ctx.find_root().obj()))
