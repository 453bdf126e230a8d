"""Values as a Swedish Excel shows them, from their number format codes.

A code is a small language (ECMA-376 part 1, 18.8.30 and 18.8.31; its grammar is in [MS-XLS]
2.4.126). It is cut into tokens, these are parsed to sections, and each section shows the numbers
that it is for::

    >>> number_format('#,##0.0,," mnkr"').shown(1_500_000)
    '1,5 mnkr'
    >>> number_format('"Dnr KS "@').shown_text("2021/045")
    'Dnr KS 2021/045'

Spaces that only line up a column are shown as Excel's function TEXT shows them. Numbers for which
Excel has no room or no date (``####``) are shown in the General format.
"""

from __future__ import annotations

from lagesbild_xlsx.numberformat.calendar import moment_of, serial_of
from lagesbild_xlsx.numberformat.formats import BUILT_IN, LONGEST, NumberFormat, number_format

__all__ = [
    "BUILT_IN",
    "LONGEST",
    "NumberFormat",
    "moment_of",
    "number_format",
    "serial_of",
]
