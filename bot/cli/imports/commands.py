"""`tilik import ...`: files of the office go in. The clock comes with the context, from main."""

import inspect
from collections.abc import Collection
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.cli.terminal import said
from bot.cli.usage import Commands

imports = Commands(said("help-import"))

Json = Annotated[bool, typer.Option("--json", help=said("help-json"))]
Template = Annotated[bool, typer.Option("--template", help=said("help-import-template"))]
Sheet = Annotated[Path | None, typer.Option("--sheet", help=said("help-codes-sheet"))]
Force = Annotated[bool, typer.Option("--force", help=said("help-export-force"))]
DryRun = Annotated[bool, typer.Option("--dry-run", help=said("help-import-dry-run"))]
Zone = Annotated[str | None, typer.Option(help=said("help-zone"))]
KINDS = (
    *("services", "people", "targets", "units", "posts", "superiors", "counters", "leave"),
    *("teams", "standards"),
)
"""In the order of the help."""
OWN_HELP = ("services", "people", "targets")
"""Kinds whose help says what one of their rows is."""
WITHOUT = {"targets": {"zone", "sheet", "force"}, "people": set[str]()}
"""Options that a kind has not; the others have no codes to print."""


def _offer(kind: str, *, help_of_file: str, without: Collection[str]) -> None:
    """Add the command of a kind of file, without the options that mean nothing to it."""

    def import_file(
        ctx: typer.Context,
        file: Annotated[Path, typer.Argument(help=help_of_file)],
        template: Template = False,
        dry_run: DryRun = False,
        zone: Zone = None,
        sheet: Sheet = None,
        force: Force = False,
        as_json: Json = False,
    ) -> None:
        wanted = {"dry_run": dry_run, "as_json": as_json, "codes_on": sheet, "force": force}
        raise SystemExit(_run(ctx, kind, file, zone, template=template, wanted=wanted))

    whole = inspect.signature(import_file)
    offered = [one for name, one in whole.parameters.items() if name not in without]
    vars(import_file)["__signature__"] = whole.replace(parameters=offered)
    imports.command(kind, help=said(f"help-import-{kind}"))(import_file)


def _run(
    ctx: typer.Context,
    kind: str,
    file: Path,
    zone: str | None,
    *,
    template: bool,
    wanted: dict[str, Any],
) -> int:
    from bot.attachments.joining_sheet import reach_of
    from bot.cli.imports.kind import ImportOptions, import_kind
    from bot.cli.imports.template import write_template
    from bot.cli.terminal import speaker
    from bot.config import chosen_or_exit

    say, echo = speaker(), typer.echo
    if template:
        return write_template(kind, file, say=say, echo=echo)
    chosen = chosen_or_exit()
    reach = reach_of(chosen, asking=wanted["codes_on"] is not None, say=say, echo=echo)
    return import_kind(
        kind,
        file,
        ImportOptions(**wanted, reach=reach),
        url=chosen.database,
        zone=zone or chosen.zone,
        now=ctx.find_root().obj(),
        say=say,
        echo=echo,
    )


for _kind in KINDS:
    _offer(
        _kind,
        help_of_file=said(f"help-import-{_kind}-file" if _kind in OWN_HELP else "help-import-file"),
        without=WITHOUT.get(_kind, {"sheet", "force"}),
    )


@imports.command("waiting", help=said("help-import-waiting"))
def import_waiting() -> None:
    from bot.cli.imports.waiting import list_waiting
    from bot.cli.terminal import speaker
    from bot.config import chosen_or_exit

    chosen, say = chosen_or_exit(), speaker()
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

    chosen, say, now = chosen_or_exit(), speaker(), ctx.find_root().obj()
    code = drop(number, url=chosen.database, zone=chosen.zone, say=say, echo=typer.echo, now=now)
    raise SystemExit(code)
