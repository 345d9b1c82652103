"""`tilik office calendar ...`: the days off of the years and of units."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.terminal import said
from bot.cli.usage import Commands

calendar_app = Commands(said("help-office-calendar"))

Day = Annotated[str, typer.Argument(help=said("help-office-calendar-day"))]
Decree = Annotated[str, typer.Option("--decree", help=said("help-office-calendar-decree"))]
Unit = Annotated[str | None, typer.Option("--unit", help=said("help-office-calendar-unit"))]


@calendar_app.command(help=said("help-office-calendar-show"))
def show(
    ctx: typer.Context,
    year: Annotated[int | None, typer.Argument(help=said("help-office-calendar-year"))] = None,
    unit: Unit = None,
    history: Annotated[
        bool, typer.Option("--history", help=said("help-office-calendar-history"))
    ] = False,
) -> None:
    from bot.cli.office.calendars import past, shown

    tell = past if history else shown
    raise SystemExit(tell(year, unit=unit, now=ctx.find_root().obj()))


@calendar_app.command(help=said("help-office-calendar-add"))
def add(
    ctx: typer.Context,
    day: Day,
    name: Annotated[str, typer.Argument(help=said("help-office-calendar-name"))],
    decree: Decree,
    unit: Unit = None,
) -> None:
    from bot.cli.office.calendars import added

    raise SystemExit(added(day, name, decree=decree, unit=unit, now=ctx.find_root().obj()))


@calendar_app.command(help=said("help-office-calendar-withdraw"))
def withdraw(ctx: typer.Context, day: Day, decree: Decree, unit: Unit = None) -> None:
    from bot.cli.office.calendars import withdrawn

    raise SystemExit(withdrawn(day, decree=decree, unit=unit, now=ctx.find_root().obj()))


@calendar_app.command("take-back", help=said("help-office-calendar-back"))
def take_back(
    ctx: typer.Context,
    number: Annotated[int, typer.Argument(help=said("help-office-calendar-number-of"))],
) -> None:
    from bot.cli.office.calendars import taken_back

    raise SystemExit(taken_back(number, now=ctx.find_root().obj()))


@calendar_app.command("add-year", help=said("help-office-calendar-add-year"))
def add_year(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(help=said("help-office-calendar-file"))],
    decree: Decree,
) -> None:
    from bot.cli.office.years import year_added

    raise SystemExit(year_added(file, decree=decree, now=ctx.find_root().obj()))


@calendar_app.command(help=said("help-office-calendar-number"))
def number(
    ctx: typer.Context,
    year: Annotated[int, typer.Argument(help=said("help-office-calendar-year"))],
    words: Annotated[str, typer.Argument(help=said("help-office-calendar-words"))],
) -> None:
    from bot.cli.office.years import numbered

    raise SystemExit(numbered(year, words, now=ctx.find_root().obj()))


@calendar_app.command(help=said("help-office-calendar-ramadan"))
def ramadan(
    ctx: typer.Context,
    first: Day,
    last: Day,
    until: Annotated[str, typer.Option("--until", help=said("help-office-calendar-until"))],
) -> None:
    from bot.cli.office.years import ramadan_set

    raise SystemExit(ramadan_set(first, last, until=until, now=ctx.find_root().obj()))
