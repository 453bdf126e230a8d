"""What a row of each sheet says: a field declares its heading and converter, here and only here."""

from lagesbild_xlsx.model.rows.activity import Activity
from lagesbild_xlsx.model.rows.lists import ListRow
from lagesbild_xlsx.model.rows.row import REVIEW, Row, RowOrigin, says_why, shown
from lagesbild_xlsx.model.rows.sections import Locality, Paragraph, Priority, Report, Term

__all__ = [
    "REVIEW",
    "Activity",
    "ListRow",
    "Locality",
    "Paragraph",
    "Priority",
    "Report",
    "Row",
    "RowOrigin",
    "Term",
    "says_why",
    "shown",
]
