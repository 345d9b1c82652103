"""`tilik migrate`, `verify`, `secret`, `incident`: what keeps the database and its trail."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.command_words import said

trail = typer.Typer(rich_markup_mode=None)


@trail.command(help=said("help-migrate"))
def migrate(
    role: Annotated[str | None, typer.Option(help=said("help-migrate-role"))] = None,
) -> None:
    from bot.run import migrated

    raise SystemExit(migrated(role=role))


@trail.command(help=said("help-verify"))
def verify(
    ctx: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help=said("help-json"))] = False,
    since: Annotated[str | None, typer.Option(help=said("help-verify-since"))] = None,
) -> None:
    from bot.verify import verify as recount

    raise SystemExit(recount(as_json=as_json, now=ctx.find_root().obj(), since=since))


@trail.command(help=said("help-secret"))
def secret(
    ctx: typer.Context,
    accept: Annotated[bool, typer.Option("--accept", help=said("help-secret-accept"))] = False,
) -> None:
    from bot.secret_command import secret as compare

    raise SystemExit(compare(accepts=accept, now=ctx.find_root().obj()))
