"""Every rule: its code, how grave it is, what it says, what to do, and why it is looked for.

LB0xx the file, LB1xx sheets and headings, LB2xx cells, LB3xx across rows and sheets, LB4xx what
must not be sent out, LB5xx the template and the document. A code is never used again.
"""

from __future__ import annotations

from lagesbild_xlsx.diagnostics import Rule
from lagesbild_xlsx.rules.about_cells import *  # noqa: F403 - all the rules there are
from lagesbild_xlsx.rules.about_documents import *  # noqa: F403
from lagesbild_xlsx.rules.about_files import *  # noqa: F403
from lagesbild_xlsx.rules.about_privacy import *  # noqa: F403
from lagesbild_xlsx.rules.about_sheets import *  # noqa: F403
from lagesbild_xlsx.rules.across_rows import *  # noqa: F403

RULES: dict[str, Rule] = {
    rule.code: rule
    for rule in sorted(
        (value for value in globals().values() if isinstance(value, Rule)),
        key=lambda rule: rule.code,
    )
}
