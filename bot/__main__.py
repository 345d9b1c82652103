"""The command line. Everything heavy is imported by the command that needs it."""

from __future__ import annotations

import gc
import os
import sys
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.bubbles.commands import texts
from bot.cli.exports.commands import exports
from bot.cli.imports.commands import Force, Sheet, imports
from bot.cli.office.commands import office
from bot.cli.operations.commands import operations
from bot.cli.terminal import said
from bot.cli.trail.commands import trail
from bot.cli.usage import Commands
from bot.cli.whatsapp.commands import whatsapp

app = Commands(said("help-tilik"))
app.add_typer(imports, name="import")
app.add_typer(exports, name="export")
app.add_typer(whatsapp, name="whatsapp")
app.add_typer(office, name="office")
app.add_typer(texts, name="texts")
app.add_typer(trail)
app.add_typer(operations)

Json = Annotated[bool, typer.Option("--json", help=said("help-json"))]


def show_version(wanted: bool) -> None:
    """Print which Tilik this is, and stop."""
    if wanted:
        from importlib.metadata import version

        typer.echo(f"Tilik {version('tilik')}")
        raise typer.Exit


Version = Annotated[
    bool, typer.Option("--version", help=said("help-version"), callback=show_version, is_eager=True)
]


@app.callback()
def tilik(version: Version = False) -> None:
    pass


def now() -> datetime:
    """The one real clock of the house."""
    return datetime.now(UTC)  # noqa: TID251  (here, and nowhere else)


@app.command(help=said("help-demo"))
def demo(
    port: Annotated[int, typer.Option(min=0, max=65535, help=said("help-demo-port"))] = 8765,
    seed: Annotated[int, typer.Option(help=said("help-demo-seed"))] = 1,
    browser: Annotated[bool, typer.Option(help=said("help-demo-browser"))] = True,
) -> None:
    from bot.cli.demo import demo as play

    raise SystemExit(play(port=port, seed=seed, browser=browser, clock=now))


@app.command(help=said("help-run"))
def run() -> None:
    gc.disable()  # a quarter of the start; `settle_memory` turns it on again
    sys.modules["pygments"] = None  # type: ignore[assignment]  # Mako and httpx can do without
    from bot.cli.run import run as serve

    raise SystemExit(serve(clock=now))


@app.command(help=said("help-plan"))
def plan(
    first: Annotated[str | None, typer.Option("--from", help=said("help-plan-from"))] = None,
    last: Annotated[str | None, typer.Option("--to", help=said("help-plan-to"))] = None,
    as_json: Json = False,
) -> None:
    from bot.cli.plan import plan as foresee
    from bot.cli.terminal import speaker
    from bot.config import chosen_or_exit

    code = foresee(
        chosen_or_exit(),
        first=first,
        last=last,
        now=now(),
        say=speaker(),
        echo=typer.echo,
        as_json=as_json,
    )
    raise SystemExit(code)


@app.command(help=said("help-code"))
def code(
    nip: Annotated[str, typer.Argument(help=said("help-code-nip"))],
    sheet: Sheet = None,
    force: Force = False,
) -> None:
    from bot.cli.imports.codes import made_for

    raise SystemExit(made_for(nip, codes_on=sheet, force=force, now=now()))


@app.command(help=said("help-weights"))
def weights(
    quantity: Annotated[int | None, typer.Option(help=said("help-weights-quantity"))] = None,
    quality: Annotated[int | None, typer.Option(help=said("help-weights-quality"))] = None,
    discipline: Annotated[int | None, typer.Option(help=said("help-weights-discipline"))] = None,
    citizens: Annotated[int | None, typer.Option(help=said("help-weights-citizens"))] = None,
    quarter: Annotated[str | None, typer.Option(help=said("help-weights-quarter"))] = None,
) -> None:
    from bot.cli.office.weights import weights as weigh
    from bot.cli.terminal import speaker
    from bot.config import chosen_or_exit

    chosen = chosen_or_exit()
    code = weigh(
        {
            "quantity": quantity,
            "quality": quality,
            "discipline": discipline,
            "citizens": citizens,
        },
        quarter=quarter,
        url=chosen.database,
        zone=chosen.zone,
        say=speaker(),
        echo=typer.echo,
        now=now(),
    )
    raise SystemExit(code)


@app.command(help=said("help-skm"))
def skm(
    file: Annotated[Path, typer.Argument(help=said("help-skm-file"))],
    as_json: Json = False,
    weight: Annotated[str | None, typer.Option(help=said("help-skm-weight"))] = None,
    population: Annotated[int | None, typer.Option(help=said("help-skm-population"))] = None,
    numbering: Annotated[str | None, typer.Option(help=said("help-skm-numbering"))] = None,
    instrument: Annotated[str | None, typer.Option(help=said("help-skm-instrument"))] = None,
) -> None:
    from bot.cli.skm import skm as score
    from bot.cli.terminal import speaker

    code = score(
        file,
        say=speaker("skm", "settings"),
        echo=typer.echo,
        as_json=as_json,
        weight=weight,
        population=population,
        numbering=numbering,
        instrument=instrument,
    )
    raise SystemExit(code)


@app.command(help=said("help-qr"))
def qr(
    as_json: Json = False,
    folder: Annotated[Path | None, typer.Option(help=said("help-qr-folder"))] = None,
    username: Annotated[str | None, typer.Option(help=said("help-qr-username"))] = None,
) -> None:
    from bot.attachments.posters import logo_of
    from bot.cli.qr import posters
    from bot.cli.terminal import speaker
    from bot.config import chosen_or_exit
    from bot.whatsapp.number import number_of

    chosen = chosen_or_exit()
    there = chosen.has_whatsapp or chosen.whatsapp_number
    code = posters(
        url=chosen.database,
        username=username or chosen.telegram_username or None,
        as_json=as_json,
        folder=folder,
        say=speaker("command", "office", "skm"),
        echo=typer.echo,
        token=chosen.telegram_token.get_secret_value(),
        api=chosen.telegram_api,
        number=partial(number_of, chosen) if there else None,
        logo=logo_of(chosen),
    )
    raise SystemExit(code)


@app.command("visit-codes", help=said("help-visit-codes"))
def visit_codes(
    counter: Annotated[str, typer.Argument(help=said("help-visit-codes-counter"))],
    count: Annotated[int, typer.Option(min=1, max=500, help=said("help-visit-codes-count"))],
    pdf: Annotated[Path | None, typer.Option(help=said("help-visit-codes-pdf"))] = None,
    csv: Annotated[Path | None, typer.Option(help=said("help-visit-codes-csv"))] = None,
    force: Force = False,
) -> None:
    from bot.cli.exports.visit_codes import visits_for

    raise SystemExit(visits_for(counter, count=count, pdf=pdf, csv=csv, force=force, now=now()))


@app.command(help=said("help-publish"))
def publish(
    folder: Annotated[Path, typer.Argument(help=said("help-publish-folder"))],
) -> None:
    from bot.cli.exports.publish import publish as write
    from bot.cli.terminal import speaker
    from bot.config import chosen_or_exit

    chosen = chosen_or_exit()
    code = write(
        folder,
        url=chosen.database,
        zone=chosen.zone,
        say=speaker("publish", "export", "office", "command"),
        echo=typer.echo,
        now=now(),
    )
    raise SystemExit(code)


def main() -> None:
    """The entry point of `tilik` and of `python -m bot`. What it writes is its owner's alone."""
    os.umask(0o077)
    os.environ.setdefault("PYTHONUNBUFFERED", "1")
    app(prog_name="tilik", obj=now)


if __name__ == "__main__":
    main()
