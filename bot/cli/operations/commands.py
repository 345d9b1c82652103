"""`tilik doctor`, `dead`, `backup`, `restore`, `webhook`: what an operator needs at night."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.terminal import said
from bot.cli.usage import Commands

operations = Commands()
dead = Commands(said("help-dead"), alone=True)
operations.add_typer(dead, name="dead")
Which = Annotated[str, typer.Argument(help=said("help-dead-which"))]


@operations.command(help=said("help-doctor"))
def doctor(
    ctx: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help=said("help-json"))] = False,
) -> None:
    from bot.cli.operations.doctor import doctor as look

    raise SystemExit(look(as_json=as_json, now=ctx.find_root().obj()))


@operations.command(help=said("help-backup"))
def backup(
    ctx: typer.Context,
    file: Annotated[Path | None, typer.Argument(help=said("help-backup-file"))] = None,
    new_key: Annotated[bool, typer.Option("--new-key", help=said("help-backup-new-key"))] = False,
) -> None:
    from bot.cli.operations.backup import backup as keep
    from bot.cli.operations.backup import make_key

    now = ctx.find_root().obj()
    raise SystemExit(make_key(now=now) if new_key else keep(file, now=now))


@operations.command(help=said("help-restore"))
def restore(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(help=said("help-restore-file"))],
    key: Annotated[Path | None, typer.Option("--key-file", help=said("help-restore-key"))] = None,
    check: Annotated[bool, typer.Option("--check", help=said("help-restore-check"))] = False,
) -> None:
    from bot.cli.operations.restore import restore as bring_back

    raise SystemExit(bring_back(file, key_file=key, only_check=check))


@operations.command(help=said("help-resume"))
def resume(ctx: typer.Context) -> None:
    from bot.cli.operations.resume import resume as go_on

    raise SystemExit(go_on(now=ctx.find_root().obj()))


@operations.command(help=said("help-webhook"))
def webhook(
    take: Annotated[bool, typer.Option("--take", help=said("help-webhook-take"))] = False,
) -> None:
    from bot.cli.operations.webhook import webhook as where

    raise SystemExit(where(takes=take))


@dead.callback(invoke_without_command=True)
def given_up(ctx: typer.Context) -> None:
    if ctx.invoked_subcommand is None:
        list_them()


@dead.command("list", help=said("help-dead-list"))
def list_them() -> None:
    from bot.cli.operations.dead import dead as shown

    raise SystemExit(shown())


@dead.command(help=said("help-dead-show"))
def show(which: Which) -> None:
    from bot.cli.operations.dead import show_dead

    raise SystemExit(show_dead(which))


@dead.command(help=said("help-dead-retry"))
def retry(ctx: typer.Context, which: Which) -> None:
    from bot.cli.operations.dead import retry_dead

    raise SystemExit(retry_dead(which, now=ctx.find_root().obj()))


@dead.command(help=said("help-dead-close"))
def close(ctx: typer.Context, which: Which) -> None:
    from bot.cli.operations.dead import close_dead

    raise SystemExit(close_dead(which, now=ctx.find_root().obj()))
