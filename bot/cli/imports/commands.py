"""`tilik import ...`: files of the office go in. The clock comes with the context, from main."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.terminal import said

imports = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help=said("help-import"))

Json = Annotated[bool, typer.Option("--json", help=said("help-json"))]
Template = Annotated[bool, typer.Option("--template", help=said("help-import-template"))]
Sheet = Annotated[Path | None, typer.Option("--sheet", help=said("help-codes-sheet"))]
Force = Annotated[bool, typer.Option("--force", help=said("help-export-force"))]
WORDS = ("command", "office", "skm", "nip", "import")
DryRun = Annotated[bool, typer.Option("--dry-run", help=said("help-import-dry-run"))]


@imports.command("services", help=said("help-import-services"))
def import_services(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(help=said("help-import-services-file"))],
    template: Template = False,
    dry_run: DryRun = False,
    zone: Annotated[str | None, typer.Option(help=said("help-zone"))] = None,
    as_json: Json = False,
) -> None:
    from bot.cli.terminal import speaker
    from bot.config import chosen_or_exit
    from bot.imports.kinds.services import import_services as take_in
    from bot.imports.kinds.services import write_template

    say = speaker("command", "office", "skm")
    if template:
        raise SystemExit(write_template(file, say=say, echo=typer.echo))
    chosen = chosen_or_exit()
    code = take_in(
        file,
        url=chosen.database,
        zone=zone or chosen.zone,
        say=say,
        echo=typer.echo,
        dry_run=dry_run,
        as_json=as_json,
        now=ctx.find_root().obj(),
    )
    raise SystemExit(code)


@imports.command("people", help=said("help-import-people"))
def import_people(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(help=said("help-import-people-file"))],
    template: Template = False,
    dry_run: DryRun = False,
    zone: Annotated[str | None, typer.Option(help=said("help-zone"))] = None,
    sheet: Sheet = None,
    force: Force = False,
    as_json: Json = False,
) -> None:
    from bot.attachments.joining_sheet import reach_of
    from bot.cli.imports.people import import_people as take_in
    from bot.cli.imports.people import write_template
    from bot.cli.terminal import speaker
    from bot.config import chosen_or_exit

    say = speaker(*WORDS)
    if template:
        raise SystemExit(write_template(file, say=say, echo=typer.echo))
    chosen = chosen_or_exit()
    reach = reach_of(chosen, asking=sheet is not None, say=say, echo=typer.echo)
    code = take_in(
        file,
        url=chosen.database,
        zone=zone or chosen.zone,
        username=reach.username,
        number=reach.number,
        say=say,
        echo=typer.echo,
        dry_run=dry_run,
        as_json=as_json,
        codes_on=sheet,
        force=force,
        now=ctx.find_root().obj(),
    )
    raise SystemExit(code)


@imports.command("targets", help=said("help-import-targets"))
def import_targets(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(help=said("help-import-targets-file"))],
    template: Template = False,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    from bot.cli.terminal import speaker
    from bot.config import chosen_or_exit
    from bot.imports.kinds.targets import import_targets as take_in
    from bot.imports.kinds.targets import write_template

    say = speaker(*WORDS)
    if template:
        raise SystemExit(write_template(file, say=say, echo=typer.echo))
    chosen = chosen_or_exit()
    code = take_in(
        file,
        url=chosen.database,
        zone=chosen.zone,
        say=say,
        echo=typer.echo,
        dry_run=dry_run,
        as_json=as_json,
        now=ctx.find_root().obj(),
    )
    raise SystemExit(code)


OTHERS = ("units", "posts", "superiors", "counters", "leave", "teams")


def _import(kind: str) -> None:
    """Add the command of a kind of file."""

    @imports.command(kind, help=said(f"help-import-{kind}"))
    def import_file(
        ctx: typer.Context,
        file: Annotated[Path, typer.Argument(help=said("help-import-file"))],
        template: Template = False,
        dry_run: DryRun = False,
        zone: Annotated[str | None, typer.Option(help=said("help-zone"))] = None,
        as_json: Json = False,
    ) -> None:
        from bot.cli.imports.kind import import_kind, write_template
        from bot.cli.terminal import speaker
        from bot.config import chosen_or_exit

        say = speaker(*WORDS)
        if template:
            raise SystemExit(write_template(kind, file, say=say, echo=typer.echo))
        chosen = chosen_or_exit()
        code = import_kind(
            kind,
            file,
            url=chosen.database,
            zone=zone or chosen.zone,
            say=say,
            echo=typer.echo,
            dry_run=dry_run,
            as_json=as_json,
            now=ctx.find_root().obj(),
        )
        raise SystemExit(code)


for _kind in OTHERS:
    _import(_kind)


@imports.command("waiting", help=said("help-import-waiting"))
def import_waiting() -> None:
    from bot.cli.imports.waiting import list_waiting
    from bot.cli.terminal import speaker
    from bot.config import chosen_or_exit

    chosen, say = chosen_or_exit(), speaker(*WORDS)
    code = list_waiting(url=chosen.database, zone=chosen.zone, say=say, echo=typer.echo)
    raise SystemExit(code)


@imports.command("drop", help=said("help-import-drop"))
def import_drop(
    ctx: typer.Context,
    number: Annotated[int, typer.Argument(help=said("help-import-number"))],
) -> None:
    from bot.cli.imports.waiting import drop
    from bot.cli.terminal import speaker
    from bot.config import chosen_or_exit

    chosen, say, now = chosen_or_exit(), speaker(*WORDS), ctx.find_root().obj()
    code = drop(number, url=chosen.database, zone=chosen.zone, say=say, echo=typer.echo, now=now)
    raise SystemExit(code)
