"""`tilik texts ...`: what Tilik says, looked at as a whole."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from bot.cli.terminal import language, said
from bot.cli.usage import Commands

texts = Commands(said("help-texts"))


class Language(StrEnum):
    """A language that Tilik speaks."""

    ID = "id"
    EN = "en"


@texts.callback()
def _texts() -> None:
    """Without this, a single command would have no name of its own."""


@texts.command("bubbles", help=said("help-texts-bubbles"))
def bubbles(
    tongue: Annotated[
        Language | None, typer.Option("--language", help=said("help-texts-language"))
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help=said("help-json"))] = False,
) -> None:
    from bot.cli.bubbles.page import as_lines, as_object
    from bot.cli.bubbles.played import played
    from bot.cli.terminal import speaker

    spoken = str(tongue or language())
    walks, prompts = played(spoken)
    if as_json:
        typer.echo(as_object(walks, prompts, language=spoken))
        return
    for line in as_lines(walks, prompts, speaker()):
        typer.echo(line)
