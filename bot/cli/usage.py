"""How `tilik --help` reads, and what is said of a command that is typed wrongly: in the terminal's
language. typer's own words are English, and most of them are not to be translated from outside."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from typing import Any, NoReturn

import typer
from typer._click.core import Command as AnyCommand
from typer._click.exceptions import (
    BadOptionUsage,
    BadParameter,
    MissingParameter,
    NoArgsIsHelpError,
    NoSuchOption,
    UsageError,
)
from typer._click.formatting import HelpFormatter
from typer.core import TyperCommand, TyperGroup

from bot.cli.terminal import said

PHRASES = {
    "[OPTIONS]": "usage-options",
    "COMMAND [ARGS]...": "usage-command",
    "<int>": "usage-type-number",
    "<int range>": "usage-type-number",
    "<str>": "usage-type-words",
    "<path>": "usage-type-path",
    "default:": "usage-default",
    "required]": "usage-required",
    "Show this message and exit.": "usage-help",
}
"""What typer writes between our words, and the id of what stands there instead."""


class _Spoken(AnyCommand):
    """What a command and a group of commands say of themselves."""

    def __init__(self, *words: Any, **options: Any) -> None:
        super().__init__(*words, **options)
        for one in self.params:
            if one.param_type_name == "argument":
                one.metavar = said(f"usage-argument-{one.name}")

    def format_usage(self, ctx: Any, formatter: HelpFormatter) -> None:
        pieces = " ".join(map(_reworded, self.collect_usage_pieces(ctx)))
        formatter.write_usage(ctx.command_path, pieces, prefix=f"{said('usage-prefix')} ")

    def format_options(self, ctx: Any, formatter: HelpFormatter) -> None:
        for kind, heading in (("argument", "usage-arguments"), ("option", "usage-choices")):
            of_kind = (one for one in self.get_params(ctx) if one.param_type_name == kind)
            found = [record for one in of_kind if (record := one.get_help_record(ctx))]
            _list(formatter, heading, [(_reworded(name), _reworded(of)) for name, of in found])

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """As typer does; what is wrong knows its command, and a word too many is told of here."""
        takes_more, ctx.allow_extra_args = ctx.allow_extra_args, True
        try:
            rest = super().parse_args(ctx, args)
        except UsageError as wrong:
            wrong.ctx = wrong.ctx or ctx
            raise
        if rest and not takes_more:
            raise _Wrong(said("usage-too-many", words=_legible(" ".join(rest))), ctx)
        return rest


class Command(_Spoken, TyperCommand):
    """One command."""


class Group(_Spoken, TyperGroup):
    """Several commands under one name."""

    def format_options(self, ctx: Any, formatter: HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        room = formatter.width - 6 - max(map(len, self.commands))
        each = [(name, one.get_short_help_str(room)) for name, one in self.commands.items()]
        _list(formatter, "usage-commands", each)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args[0] in self.commands:
            return super().resolve_command(ctx, args)
        near = get_close_matches(args[0], self.commands)
        raise _Wrong(_with_near(said("usage-no-command", name=_legible(args[0])), near), ctx)

    def main(self, *words: Any, **options: Any) -> NoReturn:
        """Run what is typed and leave with its exit code; what cannot be read is said."""
        try:
            sys.exit(super().main(*words, **{**options, "standalone_mode": False}))
        except UsageError as wrong:
            typer.echo(_told(wrong), err=True)
            sys.exit(wrong.exit_code)
        except typer.Abort:
            typer.echo(said("usage-aborted"), err=True)
            sys.exit(1)


class Commands(typer.Typer):
    """The commands under one name, which speak the terminal's language."""

    def __init__(self, about: str | None = None, *, alone: bool = False) -> None:
        """`alone`: the name of the group is a command too."""
        super().__init__(
            cls=Group,
            help=about,
            no_args_is_help=not alone,
            rich_markup_mode=None,
            add_completion=False,
            pretty_exceptions_enable=False,
        )

    def command(self, name: str | None = None, **options: Any) -> Callable[[Any], Any]:
        """One more of them, the function beside it."""
        return super().command(name, cls=Command, **options)


class _Wrong(UsageError):
    """What is typed wrongly, already in words."""


def _told(wrong: UsageError) -> str:
    """The command as it is to be typed, where its help is, and what was wrong."""
    if isinstance(wrong, NoArgsIsHelpError) or wrong.ctx is None:
        return wrong.message
    ctx = wrong.ctx
    return "\n".join(
        (ctx.get_usage(), said("usage-try", command=ctx.command_path), "", _what(wrong, ctx))
    )


def _what(wrong: UsageError, ctx: Any) -> str:
    match wrong:
        case MissingParameter(param=param):
            return said("usage-missing", name=_named(param))
        case BadParameter(param=param):
            return said("usage-bad", name=_named(param), type=_type(param, ctx))
        case NoSuchOption(option_name=option, possibilities=near):
            return _with_near(said("usage-no-option", name=_legible(option)), near or ())
        case BadOptionUsage(option_name=option):
            alone = any(one.is_flag for one in ctx.command.params if option in one.opts)
            return said("usage-option-alone" if alone else "usage-option-bare", name=option)
        case _Wrong(message=message):
            return message
    return said("usage-incomplete")


def _named(param: Any) -> str:
    return str(param.get_error_hint()).replace("'", "")


def _type(param: Any, ctx: Any) -> str:
    """What a value of it is: <angka>, 0<=x<=9."""
    bounds = param._get_number_range_help_str()
    return ", ".join(filter(None, (_reworded(param.display_type(ctx)), bounds)))


def _with_near(words: str, near: Iterable[str]) -> str:
    """With what may have been meant."""
    found = ", ".join(sorted(near))
    return f"{words} {said('usage-near', names=found)}" if found else words


def _legible(typed: str) -> str:
    """Without signs that would steer the terminal."""
    return "".join(sign if sign.isprintable() else "?" for sign in typed)


def _list(formatter: HelpFormatter, heading: str, rows: Sequence[tuple[str, str]]) -> None:
    if rows:
        with formatter.section(said(heading)):
            formatter.write_dl(rows)


def _reworded(words: str) -> str:
    for phrase, text in PHRASES.items():
        words = words.replace(phrase, said(text)) if phrase in words else words
    return words
