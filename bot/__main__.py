"""The command line. Everything heavy is imported by the command that needs it."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.command_words import said

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help=said("help-tilik"),
)
imports = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help=said("help-import"))
app.add_typer(imports, name="import")

Json = Annotated[bool, typer.Option("--json", help=said("help-json"))]
Template = Annotated[bool, typer.Option("--template", help=said("help-import-template"))]
DryRun = Annotated[bool, typer.Option("--dry-run", help=said("help-import-dry-run"))]


def now() -> datetime:
    """The one real clock of the house."""
    return datetime.now(UTC)  # noqa: TID251  (here, and nowhere else)


@app.command(help=said("help-demo"))
def demo(
    port: Annotated[int, typer.Option(help=said("help-demo-port"))] = 8765,
    seed: Annotated[int, typer.Option(help=said("help-demo-seed"))] = 1,
    browser: Annotated[bool, typer.Option(help=said("help-demo-browser"))] = True,
) -> None:
    from bot.demo import demo as play

    raise SystemExit(play(port=port, seed=seed, browser=browser, clock=now))


@app.command(help=said("help-run"))
def run() -> None:
    from bot.run import run as serve

    raise SystemExit(serve(clock=now))


@app.command(help=said("help-migrate"))
def migrate() -> None:
    from bot.run import migrated

    raise SystemExit(migrated())


@app.command(help=said("help-verify"))
def verify(as_json: Json = False) -> None:
    from bot.verify import verify as recount

    raise SystemExit(recount(as_json=as_json))


@app.command(help=said("help-skm"))
def skm(
    file: Annotated[Path, typer.Argument(help=said("help-skm-file"))],
    as_json: Json = False,
    weight: Annotated[str | None, typer.Option(help=said("help-skm-weight"))] = None,
    population: Annotated[int | None, typer.Option(help=said("help-skm-population"))] = None,
    numbering: Annotated[str | None, typer.Option(help=said("help-skm-numbering"))] = None,
) -> None:
    from bot.command_words import speaker
    from bot.skm import skm as score

    code = score(
        file,
        say=speaker("skm"),
        echo=typer.echo,
        as_json=as_json,
        weight=weight,
        population=population,
        numbering=numbering,
    )
    raise SystemExit(code)


@imports.callback()
def importing() -> None:
    """Without this, typer would take the only import for the whole command."""


@imports.command("services", help=said("help-import-services"))
def import_services(
    file: Annotated[Path, typer.Argument(help=said("help-import-services-file"))],
    template: Template = False,
    dry_run: DryRun = False,
    zone: Annotated[str | None, typer.Option(help=said("help-zone"))] = None,
    as_json: Json = False,
) -> None:
    from bot.command_words import speaker
    from bot.config import chosen_or_exit
    from bot.offices import import_services as take_in
    from bot.offices import write_template

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
        now=now(),
    )
    raise SystemExit(code)


@imports.command("people", help=said("help-import-people"))
def import_people(
    file: Annotated[Path, typer.Argument(help=said("help-import-people-file"))],
    template: Template = False,
    dry_run: DryRun = False,
    zone: Annotated[str | None, typer.Option(help=said("help-zone"))] = None,
    as_json: Json = False,
) -> None:
    from bot.command_words import speaker
    from bot.config import chosen_or_exit
    from bot.people_import import import_people as take_in
    from bot.people_import import write_template

    say = speaker("command", "office", "skm", "nip")
    if template:
        raise SystemExit(write_template(file, say=say, echo=typer.echo))
    chosen = chosen_or_exit()
    code = take_in(
        file,
        url=chosen.database,
        zone=zone or chosen.zone,
        username=chosen.telegram_username,
        say=say,
        echo=typer.echo,
        dry_run=dry_run,
        as_json=as_json,
        now=now(),
    )
    raise SystemExit(code)


@app.command(help=said("help-qr"))
def qr(
    as_json: Json = False,
    folder: Annotated[Path | None, typer.Option(help=said("help-qr-folder"))] = None,
    username: Annotated[str | None, typer.Option(help=said("help-qr-username"))] = None,
) -> None:
    from bot.command_words import speaker
    from bot.config import chosen_or_exit
    from bot.posters import posters

    chosen = chosen_or_exit()
    code = posters(
        url=chosen.database,
        username=username or chosen.telegram_username or None,
        as_json=as_json,
        folder=folder,
        say=speaker("command", "office", "skm"),
        echo=typer.echo,
        token=chosen.telegram_token.get_secret_value(),
        api=chosen.telegram_api,
    )
    raise SystemExit(code)


def main() -> None:
    """The entry point of `tilik` and of `python -m bot`."""
    os.environ.setdefault("PYTHONUNBUFFERED", "1")
    app(prog_name="tilik")


if __name__ == "__main__":
    main()
