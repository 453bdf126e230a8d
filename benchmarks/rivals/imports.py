"""Floor: what the usual libraries cost before they have done anything."""

import click  # noqa: F401
import docx  # noqa: F401
import openpyxl  # noqa: F401
