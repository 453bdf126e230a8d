"""The commands for a template of one's own."""

from __future__ import annotations

from pathlib import Path

import click

from lagesbild_xlsx.cli.shared import FORMAT_OPTION, OK, PATH, echo, run, tell
from lagesbild_xlsx.cli.swedish import SwedishGroup
from lagesbild_xlsx.console.findings import summary
from lagesbild_xlsx.console.reference import name_lines
from lagesbild_xlsx.pipeline import templates
from lagesbild_xlsx.pipeline.standard_templates import TEMPLATE_KINDS
from lagesbild_xlsx.word.profile import Logo, Profile


@click.group(cls=SwedishGroup, short_help="Gör och pröva en egen mall.")
def template() -> None:
    """Gör en egen mall i Word, och pröva att den är hel."""


@template.command("new", short_help="Kopiera en mall, att ändra i Word.")
@click.argument("mall", metavar="MIN.docx", type=PATH)
@click.option(
    "--slag",
    "kind",
    type=click.Choice(TEMPLATE_KINDS),
    metavar="|".join(TEMPLATE_KINDS),
    help="En annan mall: liggande sidor, varje ort för sig, med en kolumn för förändring, eller"
    " för rapporten över tid.",
)
@click.option("--logga", metavar="LOGGA.png", type=PATH, help="Kommunens logotyp, i sidhuvudet.")
@click.option(
    "--logga-alt", metavar="TEXT", help="Vad logotypen föreställer, för den som inte ser."
)
@click.option("--farg", metavar="005A9C", default="", help="Färg på rubriker, tabellhuvud, länkar.")
@click.option("--typsnitt", metavar="NAMN", default="", help="Typsnitt för all text.")
def new_template(  # noqa: PLR0913, PLR0917 - one for each option
    mall: Path,
    kind: str | None,
    logga: Path | None,
    logga_alt: str | None,
    farg: str,
    typsnitt: str,
) -> int:
    """Kopiera en mall, att ändra i Word: teckensnitt, färger, logotyp, ordning och fast text.

    Med --logga, --farg och --typsnitt får den kommunens grafiska profil på en gång.
    """
    if bool(logga) != bool(logga_alt):
        message = "Ange både --logga och --logga-alt."
        raise click.BadParameter(message, click.get_current_context())
    logo = Logo(logga, logga_alt) if logga and logga_alt else None
    templates.new_template(mall, kind or "", Profile(logo, farg, typsnitt))
    echo(f"Mallen är klar: {mall}")
    return OK


@template.command("check", short_help="Visa vad en mall saknar, och vilka namn som finns.")
@click.argument("mall", metavar="MIN.docx", type=PATH)
@click.argument("fil", metavar="[FIL.xlsx]", required=False, type=PATH)
@FORMAT_OPTION
def check_template(mall: Path, fil: Path | None, form: str) -> int:
    """Visa vad en mall saknar, stavar fel eller upprepar, var det står, och vilka namn som finns.

    Med en arbetsbok prövas också egna blad och kolumner.
    """
    outcome, status = run(mall, lambda: templates.check_template(mall, fil))
    tell(outcome, form, to_stderr=False)
    if form == "text" and isinstance(outcome, templates.TemplateOutcome):
        echo(f"{summary(outcome.findings)}.\n")
        for line in name_lines(outcome.names):
            echo(line)
    return status
