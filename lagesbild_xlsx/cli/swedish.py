"""Click in Swedish: its help pages, and what it says of a command that was typed wrong."""

from __future__ import annotations

from collections.abc import Sequence

import click
from click.types import OptionHelpExtra

HELP = "Visa den här hjälpen."


class SwedishFormatter(click.HelpFormatter):
    """Help with Swedish headings."""

    HEADINGS = {"Options": "Val", "Commands": "Kommandon"}  # noqa: RUF012 - never changed

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line that shows how the command is typed."""
        super().write_usage(prog, args, prefix or "Så skrivs det: ")

    def write_heading(self, heading: str) -> None:
        """Write a heading."""
        super().write_heading(self.HEADINGS.get(heading, heading))


class SwedishContext(click.Context):
    """A context whose help is in Swedish."""

    formatter_class = SwedishFormatter


class SwedishCommand(click.Command):
    """A command whose help is in Swedish."""

    context_class = SwedishContext

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option that shows the help."""
        return _swedish(super().get_help_option(ctx))

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return what follows the command's name in the usage line."""
        return [_usage(piece) for piece in super().collect_usage_pieces(ctx)]


class SwedishGroup(click.Group):
    """A group of commands whose help is in Swedish."""

    context_class = SwedishContext
    command_class = SwedishCommand

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option that shows the help."""
        return _swedish(super().get_help_option(ctx))

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return what follows the program's name in the usage line."""
        return [_usage(piece) for piece in super().collect_usage_pieces(ctx)]


class SwedishOption(click.Option):
    """An option whose help says in Swedish that it is required, or which numbers it takes."""

    def get_help_extra(self, ctx: click.Context) -> OptionHelpExtra:
        """Return what follows the help in brackets."""
        extra = super().get_help_extra(ctx)
        if isinstance(self.type, click.IntRange):
            extra["range"] = f"{self.type.min}–{self.type.max}"
        if self.required:
            extra["required"] = "måste anges"
        return extra


def _swedish(option: click.Option | None) -> click.Option | None:
    if option is not None:
        option.help = HELP
    return option


def _usage(piece: str) -> str:
    words = {"[OPTIONS]": "[VAL]", "COMMAND [ARGS]...": "KOMMANDO …"}
    return words.get(piece, piece)


def usage_message(error: click.ClickException) -> str:  # noqa: PLR0911 - one for each kind
    """Return what is wrong with a command that was typed, in Swedish."""
    if isinstance(error, click.exceptions.NoSuchCommand):
        return f"”{error.command_name}” är inget kommando.{_meant(error.possibilities)}"
    if isinstance(error, click.exceptions.NoSuchOption):
        return f"”{error.option_name}” är inget val här.{_meant(error.possibilities)}"
    if isinstance(error, click.MissingParameter):
        return f"{_name(error)} saknas."
    if isinstance(error, click.BadOptionUsage):
        return f"{error.option_name} saknar ett värde, eller har ett som inte ska vara där."
    if isinstance(error, click.BadParameter) and isinstance(error.param, click.Parameter):
        return f"{_name(error)}: {_refused(error.param, error.message)}"
    if isinstance(error, click.BadParameter):
        return error.message
    if isinstance(error, click.UsageError) and isinstance(error.cmd, click.Group):
        return "Ett kommando saknas."
    if isinstance(error, click.UsageError):
        return "Kommandot har fler ord än det ska ha."
    return error.format_message()


def _refused(parameter: click.Parameter, message: str) -> str:
    """Return why a value was refused: what there is to choose, or which numbers."""
    if isinstance(parameter.type, click.IntRange):
        return f"skriv ett heltal från {parameter.type.min} till {parameter.type.max}."
    if isinstance(parameter.type, click.Choice):
        return f"välj {' eller '.join(parameter.type.choices)}."
    return message


def _name(error: click.BadParameter) -> str:
    parameter = error.param
    if parameter is None:
        return "Något"
    if isinstance(parameter, click.Option):
        return parameter.opts[-1]
    metavar = parameter.make_metavar(error.ctx or click.Context(click.Command("")))
    return metavar.rstrip("…")  # one of them is enough


def _meant(possibilities: Sequence[str] | None) -> str:
    return f" Menade du {' eller '.join(possibilities)}?" if possibilities else ""
