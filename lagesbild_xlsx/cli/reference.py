"""The command that explains a rule."""

from __future__ import annotations

import click

from lagesbild_xlsx.cli.shared import OK, echo
from lagesbild_xlsx.cli.swedish import SwedishCommand
from lagesbild_xlsx.columns import nearest
from lagesbild_xlsx.console.reference import rule_list, rule_page
from lagesbild_xlsx.rules import RULES


@click.command(cls=SwedishCommand, short_help="Förklara en regel.")
@click.argument("kod", metavar="[KOD]", required=False)
def explain(kod: str | None) -> int:
    """Förklara en regel i sin helhet, till exempel LB203. Utan kod visas alla regler."""
    if kod is None:
        echo(rule_list(RULES.values()))
        return OK
    rule = RULES.get(kod.upper())
    if rule is None:
        like = nearest(kod, tuple(RULES))
        meant = f" Menade du {like}?" if like else ""
        message = f"”{kod}” är ingen regel.{meant} Alla visas av lagesbild explain."
        raise click.BadParameter(message, click.get_current_context())
    echo(rule_page(rule))
    return OK
