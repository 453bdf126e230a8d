"""LB524–LB529 and LB547–LB549: what is said of the things that Word puts into a template."""

from __future__ import annotations

from lagesbild_xlsx.diagnostics import WARNING, Rule

NO_CHECK_BOX_VALUE = Rule(
    "LB547",
    WARNING,
    "En kryssruta kan inte visa värdet",
    "Mallen ”{template}” har en kryssruta för {heading} ({near}), men ”{value}” är varken ja eller"
    " nej.",
    "Skriv ja eller nej i kolumnen, eller byt kryssrutan i mallen mot en vanlig textkontroll.",
    "En kryssruta visar bara ja och nej, också skrivna som x, 1, sant eller falskt. Ett annat värde"
    " står som den text det är.",
)
