"""Every rule: its code, how grave it is, what it says, what to do, and why it is looked for.

LB0xx the file, LB1xx sheets and headings, LB2xx cells, LB3xx across rows and sheets, LB4xx what
must not be sent out, LB5xx the template and the document. A code is never used again.
"""

from __future__ import annotations

from lagesbild_xlsx.diagnostics import Rule
from lagesbild_xlsx.rules import (
    about_cells,
    about_documents,
    about_files,
    about_imports,
    about_privacy,
    about_sheets,
    across_rows,
)
from lagesbild_xlsx.rules.about_cells import *  # noqa: F403 - each rule is named where it stands
from lagesbild_xlsx.rules.about_documents import *  # noqa: F403
from lagesbild_xlsx.rules.about_files import *  # noqa: F403
from lagesbild_xlsx.rules.about_imports import *  # noqa: F403
from lagesbild_xlsx.rules.about_privacy import *  # noqa: F403
from lagesbild_xlsx.rules.about_sheets import *  # noqa: F403
from lagesbild_xlsx.rules.across_rows import *  # noqa: F403

ROOMS = (
    about_files,
    about_sheets,
    about_cells,
    across_rows,
    about_privacy,
    about_documents,
    about_imports,
)
"""The modules of rules, in the order of their hundreds."""

RULES: dict[str, Rule] = {
    rule.code: rule for room in ROOMS for rule in vars(room).values() if isinstance(rule, Rule)
}
"""Every rule by its code; they stand in the order of their codes in each module."""
