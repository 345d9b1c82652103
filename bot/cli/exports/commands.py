"""`tilik export ...`: what Tilik hands over. The clock comes with the context, from main."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.terminal import said
from bot.cli.usage import Commands

exports = Commands(said("help-export"))

Folder = Annotated[Path, typer.Option(help=said("help-export-folder"))]
Force = Annotated[bool, typer.Option("--force", help=said("help-export-force"))]


@exports.command("log", help=said("help-export-log"))
def export_log(
    ctx: typer.Context,
    unit: Annotated[str, typer.Option(help=said("help-export-unit"))],
    month: Annotated[str, typer.Option(help=said("help-export-month"))],
    folder: Folder = Path(),
    force: Force = False,
) -> None:
    from bot.cli.exports.log import export_log as export
    from bot.cli.terminal import speaker
    from bot.config import chosen_or_exit

    say = speaker("export", "office", "command")
    code = export(
        unit,
        month,
        url=chosen_or_exit().database,
        say=say,
        echo=typer.echo,
        folder=folder,
        now=ctx.find_root().obj(),
        force=force,
    )
    raise SystemExit(code)


@exports.command("complaints", help=said("help-export-complaints"))
def export_complaints(
    ctx: typer.Context,
    unit: Annotated[str, typer.Option(help=said("help-export-unit"))],
    folder: Folder = Path(),
    force: Force = False,
) -> None:
    from bot.cli.exports.complaints import export_complaints as export
    from bot.cli.terminal import speaker
    from bot.config import chosen_or_exit

    code = export(
        unit,
        url=chosen_or_exit().database,
        say=speaker("export", "office", "command"),
        echo=typer.echo,
        folder=folder,
        now=ctx.find_root().obj(),
        force=force,
    )
    raise SystemExit(code)


@exports.command("scores", help=said("help-export-scores"))
def export_scores(
    ctx: typer.Context,
    quarter: Annotated[str, typer.Option(help=said("help-export-quarter"))],
    unit: Annotated[str | None, typer.Option(help=said("help-export-unit"))] = None,
    folder: Folder = Path(),
    force: Force = False,
) -> None:
    from bot.cli.exports.scores import export_scores as export
    from bot.cli.terminal import speaker
    from bot.config import chosen_or_exit

    code = export(
        quarter,
        url=chosen_or_exit().database,
        say=speaker("export", "office", "command"),
        echo=typer.echo,
        folder=folder,
        now=ctx.find_root().obj(),
        unit=unit,
        force=force,
    )
    raise SystemExit(code)


@exports.command("survey", help=said("help-export-survey"))
def export_survey(
    ctx: typer.Context,
    unit: Annotated[str, typer.Option(help=said("help-export-unit"))],
    quarter: Annotated[str, typer.Option(help=said("help-export-quarter"))],
    instrument: Annotated[str | None, typer.Option(help=said("help-export-instrument"))] = None,
    folder: Folder = Path(),
    force: Force = False,
) -> None:
    from bot.cli.exports.survey import export_survey as export
    from bot.cli.terminal import speaker
    from bot.config import chosen_or_exit

    code = export(
        unit,
        quarter,
        url=chosen_or_exit().database,
        say=speaker("export", "office", "command", "skm"),
        echo=typer.echo,
        folder=folder,
        now=ctx.find_root().obj(),
        instrument=instrument,
        force=force,
    )
    raise SystemExit(code)
