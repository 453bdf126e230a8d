"""Other words for the headings of the model, in documents that people typed by themselves.

A workbook's heading is known by its own name or a synonym (``model/rows/``). Most of the words
here can mean other things there; in a table of a document it shows by what stands beside and below
them. Those that are synonyms as well do not alone make a table the balance list.
"""

from __future__ import annotations

from collections.abc import Mapping

ACTIVITY_WORDS: Mapping[str, tuple[str, ...]] = {
    "activity": (
        "vad", "vad ska göras", "vad vi gör", "vad gör vi", "uppgift", "aktivitet/åtgärd",
        "åtgärd/aktivitet", "planerad åtgärd", "planerade åtgärder", "aktivitet/insats",
    ),
    "owner": (
        "vem", "vilka", "ansv", "ansv.", "vem ansvarar", "vem gör", "utförare", "huvudansvar",
        "huvudansvarig", "ansvarig/a", "ansvarig aktör", "ansvarig organisation",
        "ansvarig funktion", "ansvarig förvaltning",
    ),
    "due": ("när", "tidplan", "tidsplan", "klart", "tid", "datum", "klart när", "slutförs"),
    "status": (
        "bedömning", "genomfört", "genomförande", "nuläge", "lägesstatus", "grad av genomförande",
    ),
    "comment": ("uppföljning", "kommentar/uppföljning", "uppföljning/kommentar", "resultat"),
}  # fmt: skip
"""By field of an activity. A due date and a status must be seen in the column as well."""

LOCALITY_WORDS: Mapping[str, tuple[str, ...]] = {
    "name": ("plats", "tätort", "distrikt", "stadsdel", "ort/område", "geografiskt område"),
    "note": ("vad har hänt", "vad har hänt?", "beskrivning", "läget", "händelser"),
}
"""By field of a locality."""

TERM_WORDS: Mapping[str, tuple[str, ...]] = {
    "term": ("förkortningar", "uttryck"),
    "explanation": ("betyder", "betydelse", "innebörd", "beskrivning"),
}
"""By field of a term."""

PROGRESS = frozenset((
    "klar", "klart", "avslutad", "avslutat", "genomförd", "genomfört", "slutförd", "pågår",
    "pågående", "påbörjad", "påbörjat", "ej påbörjad", "ej påbörjat", "inte påbörjad",
    "inte påbörjat", "ej startad", "försenad", "försenat", "enligt plan", "avviker", "planerad",
    "planerat", "löpande", "risk för försening", "stoppad", "avbruten", "avbrutet", "vilande",
    "delvis", "delvis genomförd", "ej genomförd", "utgår",
))  # fmt: skip
"""How far something has come, in words that scales of other reports have."""

MARKS = frozenset(("x", "●", "•", "✓", "✔", "☒", "☑", "√", "v", "■"))
"""What is put under the status that holds, where each has a column."""

CATEGORY = "Kategori"
"""The user-defined column for the headings that a list is divided by."""
