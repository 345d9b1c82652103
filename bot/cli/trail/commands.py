"""`tilik migrate`, `verify`, `secret`, `incident`: what keeps the database and its trail."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.terminal import said
from bot.cli.usage import Commands

trail = Commands()


@trail.command(help=said("help-migrate"))
def migrate(
    role: Annotated[str | None, typer.Option(help=said("help-migrate-role"))] = None,
) -> None:
    from bot.cli.run import migrated

    raise SystemExit(migrated(role=role))


@trail.command(help=said("help-verify"))
def verify(
    ctx: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help=said("help-json"))] = False,
    since: Annotated[str | None, typer.Option(help=said("help-verify-since"))] = None,
) -> None:
    from bot.cli.trail.verify import verify as recount

    raise SystemExit(recount(as_json=as_json, now=ctx.find_root().obj(), since=since))


@trail.command(help=said("help-secret"))
def secret(
    ctx: typer.Context,
    accept: Annotated[bool, typer.Option("--accept", help=said("help-secret-accept"))] = False,
) -> None:
    from bot.cli.trail.secret import secret as compare

    raise SystemExit(compare(accepts=accept, now=ctx.find_root().obj()))


@trail.command(help=said("help-incident"))
def incident(
    ctx: typer.Context,
    first: Annotated[str, typer.Option("--from", help=said("help-incident-from"))],
    last: Annotated[str, typer.Option("--to", help=said("help-incident-to"))],
    known: Annotated[str | None, typer.Option(help=said("help-incident-known"))] = None,
    unit: Annotated[str | None, typer.Option(help=said("help-incident-unit"))] = None,
    person: Annotated[str | None, typer.Option(help=said("help-incident-person"))] = None,
    channel: Annotated[str | None, typer.Option(help=said("help-incident-channel"))] = None,
    out: Annotated[Path, typer.Option(help=said("help-incident-out"))] = Path("insiden"),
    force: Annotated[bool, typer.Option("--force", help=said("help-export-force"))] = False,
) -> None:
    from bot.cli.terminal import speaker
    from bot.cli.trail.incident.command import IncidentWanted
    from bot.cli.trail.incident.command import incident as collect
    from bot.config import chosen_or_exit

    chosen = chosen_or_exit()
    code = collect(
        IncidentWanted(first, last, known, unit, person, channel),
        url=chosen.database,
        zone=chosen.zone,
        folder=out,
        force=force,
        say=speaker("incident", "office", "command", "export", "nip"),
        echo=typer.echo,
        now=ctx.find_root().obj(),
    )
    raise SystemExit(code)
